// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/paper/paperwords.h"

#include "app/widgets/formats.h"
#include "app/widgets/paymentwords.h"
#include "app/widgets/plaintext.h"
#include "app/widgets/posterpictures.h"
#include "app/widgets/pricewords.h"

#include <QCoreApplication>
#include <QTimeZone>

#include <algorithm>

namespace parterre::ui {

namespace {

constexpr QSize kMostLogoDots {1'200, 400};

struct Words {
    Q_DECLARE_TR_FUNCTIONS(parterre::ui::PaperWords)
};

QString typeName(const Event &event, const QString &key)
{
    const auto type = std::ranges::find(event.ticketTypes, key, &TicketType::key);
    return type == event.ticketTypes.end() ? key : type->name;
}

// Names the zone where it differs from this computer's, as everywhere.
QString timeOf(const EventSummary &event, const QLocale &locale)
{
    const QString whole = formatDateTime(event.start, event.timeZone, locale);
    const qsizetype point = whole.lastIndexOf(QStringLiteral(" · "));
    return point < 0 ? whole : whole.mid(point + 3);
}

Instant lastPaid(const Booking &booking)
{
    Instant last = booking.created;
    for (const Payment &payment : booking.payments)
        last = std::max(last, payment.at);
    return last;
}

// As many dots as it can have on the finest paper, and no more.
QImage logoOf(const TicketBundle &bundle, const VenueId &venue)
{
    const QImage logo = decodePoster(bundle.logos.value(venue));
    const bool isLarge = logo.width() > kMostLogoDots.width() || logo.height() > kMostLogoDots.height();
    return isLarge ? logo.scaled(kMostLogoDots, Qt::KeepAspectRatio, Qt::SmoothTransformation) : logo;
}

} // namespace

QList<PaperTicket> ticketWords(const TicketBundle &bundle, const QLocale &locale)
{
    QList<PaperTicket> papers;
    QHash<VenueId, QImage> logos; // one picture, on however many tickets
    for (auto venue = bundle.logos.keyBegin(); venue != bundle.logos.keyEnd(); ++venue)
        logos.insert(*venue, logoOf(bundle, *venue));
    for (const protocol::TicketPrint &print : bundle.prints) {
        const auto ticket = std::ranges::find(bundle.booking.tickets, print.ticket, &Ticket::number);
        if (ticket == bundle.booking.tickets.end())
            continue;
        const Event event = bundle.events.value(ticket->event);
        const EventSummary &summary = event.summary;
        papers.append({.house = summary.venue.name,
                       .address = bundle.venues.value(summary.venue.id).address,
                       .event = summary.name,
                       .date = formatDate(summary.start, summary.timeZone, locale),
                       .time = timeOf(summary, locale),
                       .seat = ticket->label,
                       .ticketType = typeName(event, ticket->ticketType),
                       .price = formatMoney(ticket->price, locale),
                       .customer = bundle.booking.customerName,
                       .reference = bundle.booking.reference,
                       .number = ticket->number,
                       .code = print.code,
                       .logo = logos.value(summary.venue.id)});
    }
    return papers;
}

PaperReceipt receiptWords(const TicketBundle &bundle, const QLocale &locale)
{
    const Booking &booking = bundle.booking;
    const QString here = QString::fromLatin1(QTimeZone::systemTimeZoneId());
    const bool isKept = std::ranges::any_of(booking.tickets, &Ticket::isKept);
    PaperReceipt receipt {.title = (isKept ? Words::tr("Receipt for booking %1") : Words::tr("Receipt for the cancelled booking %1")).arg(booking.reference),
                          .number = Words::tr("Receipt number %1").arg(QStringLiteral("%1/%2").arg(booking.reference).arg(booking.payments.size())),
                          .when = formatDateTime(lastPaid(booking), here, locale),
                          .total = {Words::tr("Total"), formatMoney(totalOf(booking), locale)}};
    VenueId house;
    for (const Ticket &ticket : booking.tickets) {
        // What was paid for a seat that was given free is part of the total; without any it says what the money went back for.
        if (isKept ? !ticket.isKept() : ticket.state != TicketState::Cancelled)
            continue;
        const Event event = bundle.events.value(ticket.event);
        house = event.summary.venue.id;
        receipt.house = event.summary.venue.name;
        receipt.address = bundle.venues.value(event.summary.venue.id).address;
        QString words = QStringLiteral("%1, %2, %3").arg(isolated(event.summary.name), isolated(ticket.label), isolated(typeName(event, ticket.ticketType)));
        if (const QString parts = ticket.parts ? partsWords(*ticket.parts, ticket.price, locale) : QString(); !parts.isEmpty())
            words += QStringLiteral(" (%1)").arg(parts);
        receipt.sold.append({words, isKept ? formatMoney(ticket.price, locale) : Words::tr("cancelled")});
    }
    receipt.logo = logoOf(bundle, house);
    for (const Charge &charge : booking.charges) {
        if (!charge.returned)
            receipt.sold.append({chargeName(charge.kind), formatMoney(charge.amount, locale)});
    }
    if (const Money tax = taxOf(booking); tax.amount > 0)
        receipt.paid.append({Words::tr("Tax contained"), formatMoney(tax, locale)});
    for (const Payment &payment : booking.payments) {
        receipt.paid.append({paymentWords(payment), formatMoney(receivedBy(payment), locale)});
        if (payment.tendered && payment.change && payment.change->amount > 0) {
            receipt.paid.append({Words::tr("Received"), formatMoney(*payment.tendered, locale)});
            receipt.paid.append({Words::tr("Change"), formatMoney(*payment.change, locale)});
        }
    }
    for (const Refund &refund : booking.refunds) {
        if (refund.isDue())
            receipt.paid.append({Words::tr("Owed, not paid back yet"), formatMoney({.amount = -refund.amount.amount, .currency = refund.amount.currency}, locale)});
    }
    return receipt;
}

} // namespace parterre::ui
