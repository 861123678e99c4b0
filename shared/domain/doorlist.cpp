// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/domain/doorlist.h"

#include "shared/core/utctime.h"

namespace parterre {

QByteArray bytesToSign(const DoorListPage &page)
{
    // No field holds a line end or a tab: numbers and times have none.
    QString text = QStringLiteral("PTL1\n%1\n%2\n").arg(page.event.toString(), toIsoUtc(page.taken));
    for (const DoorListEntry &entry : page.tickets)
        text += QStringLiteral("%1\t%2\t%3\n").arg(entry.ticket).arg(entry.generation).arg(entry.admitted ? toIsoUtc(*entry.admitted) : QString());
    return text.toUtf8();
}

} // namespace parterre
