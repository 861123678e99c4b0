// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/paper/calendarfile.h"

#include "shared/core/utctime.h"

#include <QCoreApplication>

namespace parterre::ui {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(parterre::ui::CalendarFile)
};

// RFC 5545, 3.3.11.
QString escaped(const QString &text)
{
    QString out;
    for (const QChar c : text) {
        if (c == u'\\' || c == u';' || c == u',')
            out += QLatin1Char('\\') + QString(c);
        else if (c == u'\n')
            out += QStringLiteral("\\n");
        else if (c >= u' ' && c != QChar(0x7f))
            out += c;
    }
    return out;
}

// One content line, folded after 75 bytes but never within a character (3.1).
QByteArray contentLine(const QString &text)
{
    constexpr qsizetype kLongest = 75;
    const QByteArray utf8 = text.toUtf8();
    QByteArray out;
    qsizetype used = 0;
    for (qsizetype i = 0; i < utf8.size();) {
        qsizetype length = 1;
        while (i + length < utf8.size() && (static_cast<uchar>(utf8.at(i + length)) & 0xc0) == 0x80)
            ++length;
        if (used + length > kLongest) {
            out += "\r\n ";
            used = 1;
        }
        out += utf8.mid(i, length);
        used += length;
        i += length;
    }
    return out + "\r\n";
}

QString utc(Instant instant)
{
    return toDateTime(instant).toString(QStringLiteral("yyyyMMdd'T'HHmmss'Z'"));
}

QByteArray entryOf(const TicketBundle &bundle, const Event &event, const QStringList &seats, Instant now)
{
    const EventSummary &summary = event.summary;
    const QString address = bundle.venues.value(summary.venue.id).address;
    const QString where = address.isEmpty() ? summary.venue.name : summary.venue.name + QStringLiteral(", ") + address;
    const QString words = Words::tr("Booking %1").arg(bundle.booking.reference) + u'\n' + seats.join(u'\n');
    QByteArray out = contentLine(QStringLiteral("BEGIN:VEVENT"));
    out += contentLine(QStringLiteral("UID:%1-%2@parterre").arg(bundle.booking.id.toString(), summary.id.toString()));
    out += contentLine(QStringLiteral("DTSTAMP:") + utc(now));
    out += contentLine(QStringLiteral("DTSTART:") + utc(summary.start));
    if (event.durationMinutes > 0)
        out += contentLine(QStringLiteral("DTEND:") + utc(summary.start + std::chrono::minutes(event.durationMinutes)));
    out += contentLine(QStringLiteral("SUMMARY:") + escaped(summary.name));
    out += contentLine(QStringLiteral("LOCATION:") + escaped(where));
    out += contentLine(QStringLiteral("DESCRIPTION:") + escaped(words));
    return out + contentLine(QStringLiteral("END:VEVENT"));
}

} // namespace

QByteArray calendarFile(const TicketBundle &bundle, Instant now)
{
    QList<EventId> order;
    QHash<EventId, QStringList> seats;
    for (const Ticket &ticket : bundle.booking.tickets) {
        if (ticket.state != TicketState::Valid)
            continue;
        if (!order.contains(ticket.event))
            order.append(ticket.event);
        seats[ticket.event].append(ticket.label);
    }
    QByteArray out = contentLine(QStringLiteral("BEGIN:VCALENDAR")) + contentLine(QStringLiteral("VERSION:2.0"))
        + contentLine(QStringLiteral("PRODID:-//Parterre//Parterre//EN")) + contentLine(QStringLiteral("CALSCALE:GREGORIAN"));
    for (const EventId &event : order)
        out += entryOf(bundle, bundle.events.value(event), seats.value(event), now);
    return out + contentLine(QStringLiteral("END:VCALENDAR"));
}

} // namespace parterre::ui
