// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/screens/blockwords.h"

#include "app/widgets/formats.h"

#include <QCoreApplication>

namespace parterre::ui {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(parterre::ui::BlockWords)
};

} // namespace

QString blockKindName(BlockKind kind)
{
    return kind == BlockKind::HeldBack ? Words::tr("Held back") : Words::tr("Killed");
}

QString seatsText(qint32 seats)
{
    return seats == 1 ? Words::tr("1 seat") : Words::tr("%Ln seats", nullptr, seats);
}

QString releaseText(const std::optional<Instant> &until, bool isConfirmed, const QString &timeZone, const QLocale &locale)
{
    if (!until)
        return Words::tr("until somebody releases it");
    const QString time = formatDateTime(*until, timeZone, locale);
    return isConfirmed ? Words::tr("until %1").arg(time) : Words::tr("until %1, if somebody confirms it").arg(time);
}

} // namespace parterre::ui
