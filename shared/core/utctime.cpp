// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/core/utctime.h"

#include <QRegularExpression>

namespace parterre {

QString toIsoUtc(Instant instant)
{
    return toDateTime(instant).toString(Qt::ISODateWithMs);
}

std::optional<Instant> fromIsoUtc(QStringView text)
{
    static const QRegularExpression shape(QStringLiteral(
        "\\A\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,9})?(Z|[+-]\\d{2}:\\d{2})\\z"));
    const QString owned = text.left(40).toString();
    if (text.size() > owned.size() || !shape.match(owned).hasMatch())
        return std::nullopt;
    const QDateTime time = QDateTime::fromString(owned, Qt::ISODateWithMs);
    if (!time.isValid())
        return std::nullopt;
    return toInstant(time);
}

QDateTime toDateTime(Instant instant)
{
    return QDateTime::fromMSecsSinceEpoch(instant.time_since_epoch().count(), Qt::UTC);
}

Instant toInstant(const QDateTime &time)
{
    return Instant(std::chrono::milliseconds(time.toMSecsSinceEpoch()));
}

} // namespace parterre
