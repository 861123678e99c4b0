// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/domain/doorlist.h"

#include "shared/core/utctime.h"

namespace parterre {

namespace {

// Its length first, so that no text can be read as two, or as another field.
QByteArray counted(const QString &text)
{
    const QByteArray utf8 = text.toUtf8();
    return QByteArray::number(utf8.size()) + ':' + utf8;
}

QByteArray counted(const std::optional<QString> &text)
{
    return text ? counted(*text) : QByteArrayLiteral("-");
}

QByteArray counted(std::optional<qint32> number)
{
    return number ? counted(QString::number(*number)) : QByteArrayLiteral("-");
}

QByteArray counted(const QStringList &numbers)
{
    QByteArray bytes = counted(QString::number(numbers.size()));
    for (const QString &number : numbers)
        bytes += counted(number);
    return bytes;
}

} // namespace

QByteArray bytesToSign(const DoorListPage &page)
{
    QByteArray bytes = QByteArrayLiteral("PTL2") + counted(page.event.toString()) + counted(toIsoUtc(page.taken)) + counted(page.after) + counted(page.next)
        + counted(QString::number(page.tickets.size()));
    for (const DoorListEntry &entry : page.tickets) {
        bytes += counted(entry.ticket) + counted(entry.label) + counted(entry.ticketType) + counted(QString::number(entry.generation))
            + counted(entry.admitted ? std::optional(toIsoUtc(*entry.admitted)) : std::nullopt) + counted(entry.door);
    }
    return bytes + counted(page.unpaid) + counted(page.released);
}

QByteArray bytesToSignOfOld(const DoorListPage &page)
{
    // No field holds a line end or a tab: numbers and times have none.
    QString text = QStringLiteral("PTL1\n%1\n%2\n").arg(page.event.toString(), toIsoUtc(page.taken));
    for (const DoorListEntry &entry : page.tickets)
        text += QStringLiteral("%1\t%2\t%3\n").arg(entry.ticket).arg(entry.generation).arg(entry.admitted ? toIsoUtc(*entry.admitted) : QString());
    return text.toUtf8();
}

} // namespace parterre
