// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/screens/cancelwords.h"

#include "app/widgets/plaintext.h"

#include <QCoreApplication>

namespace parterre::ui {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(parterre::ui::BookingsScreen)
};

QString namesOf(const QList<Ticket> &tickets)
{
    QStringList labels;
    for (const Ticket &ticket : tickets)
        labels.append(isolated(ticket.label));
    return inReadingOrder(labels.join(QStringLiteral(", ")));
}

} // namespace

Question cancelQuestion(const Booking &booking, const QList<Ticket> &tickets, bool all, const QString &back)
{
    const auto count = static_cast<int>(tickets.size());
    const bool isOne = count == 1;
    const QString reference = isolated(booking.reference);
    if (all)
        return {.title = Words::tr("Cancel booking %1?").arg(reference),
                .text = isOne ? Words::tr("Its ticket becomes void, the money is paid back, and the seat is on sale again at once. This cannot be undone.")
                              : Words::tr("All its tickets become void, the money is paid back, and the seats are on sale again at once. This cannot be undone."),
                .yes = Words::tr("Cancel the booking"),
                .no = Words::tr("Keep it"),
                .dangerous = true};
    const QString names = namesOf(tickets);
    QString text;
    if (back.isEmpty())
        text = (isOne ? Words::tr("%1: void at once, the money is paid back, and the seat is on sale again. This cannot be undone.")
                      : Words::tr("%1: void at once, the money is paid back, and the seats are on sale again. This cannot be undone."))
                   .arg(names);
    else
        text = (isOne ? Words::tr("%1: void at once, %2 is paid back, and the seat is on sale again. This cannot be undone.")
                      : Words::tr("%1: void at once, %2 is paid back, and the seats are on sale again. This cannot be undone."))
                   .arg(names, back);
    return {.title = (isOne ? Words::tr("Cancel 1 ticket of booking %1?") : Words::tr("Cancel %n tickets of booking %1?", nullptr, count)).arg(reference),
            .text = text,
            .yes = isOne ? Words::tr("Cancel the ticket") : Words::tr("Cancel the tickets"),
            .no = isOne ? Words::tr("Keep it") : Words::tr("Keep them"),
            .dangerous = true};
}

Question releaseQuestion(const Booking &booking, const QList<Ticket> &tickets, bool all)
{
    const bool isOne = tickets.size() == 1;
    QString text;
    if (all)
        text = isOne ? Words::tr("Its seat is on sale again at once. Nothing was paid for it.") : Words::tr("Its seats are on sale again at once. Nothing was paid for them.");
    else
        text = (isOne ? Words::tr("%1: on sale again at once. Nothing was paid for it.") : Words::tr("%1: on sale again at once. Nothing was paid for them.")).arg(namesOf(tickets));
    return {.title = Words::tr("Release reservation %1?").arg(isolated(booking.reference)),
            .text = text,
            .yes = isOne ? Words::tr("Release the seat") : Words::tr("Release the seats"),
            .no = all || isOne ? Words::tr("Keep it") : Words::tr("Keep them"),
            .dangerous = true};
}

QString cancelledText(const Booking &booking, int tickets)
{
    const QString reference = isolated(booking.reference);
    const bool isOne = tickets == 1;
    if (booking.payments.isEmpty())
        return (isOne ? Words::tr("1 seat of reservation %1 is free again.") : Words::tr("%n seats of reservation %1 are free again.", nullptr, tickets)).arg(reference);
    if (booking.state == BookingState::Cancelled)
        return (isOne ? Words::tr("Booking %1 is cancelled; its seat is free again.") : Words::tr("Booking %1 is cancelled; its seats are free again.")).arg(reference);
    return (isOne ? Words::tr("1 ticket of booking %1 is cancelled; its seat is free again.")
                  : Words::tr("%n tickets of booking %1 are cancelled; their seats are free again.", nullptr, tickets))
        .arg(reference);
}

} // namespace parterre::ui
