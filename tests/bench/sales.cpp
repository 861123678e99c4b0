// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/sales.h"

#include "backend/storage/searchtext.h"
#include "shared/core/utctime.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace parterre::bench {

using namespace Qt::StringLiterals;
using namespace parterre::storage;

namespace {

constexpr qint64 kPrice = 2'000;

// Eight letters and digits, scattered over their whole range as random ones are, but never the same twice.
QString referenceOf(quint64 number)
{
    static constexpr char kLetters[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    quint64 scattered = number * 0x9E3779B97F4A7C15ULL & 0xFF'FFFF'FFFFULL; // odd, so one to one in 40 bits
    QString reference;
    for (int i = 0; i < 8; ++i) {
        if (i == 4)
            reference += u'-';
        reference += QLatin1Char(kLetters[scattered % 32]);
        scattered /= 32;
    }
    return reference;
}

QVariant timeOf(Instant at, Engine engine)
{
    return engine == Engine::Sqlite ? QVariant(qint64(at.time_since_epoch().count())) : QVariant(toIsoUtc(at));
}

QString compact(const QJsonObject &object)
{
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

QVariantList bookingRow(const CheckoutWrite &write, Engine engine)
{
    const Booking &booking = write.booking;
    QStringList search {foldForSearch(booking.customerName), foldCode(booking.reference)};
    for (const Ticket &ticket : booking.tickets)
        search << foldCode(ticket.number) << foldForSearch(ticket.label);
    return {booking.id.toString(),
            booking.reference,
            write.owner.toString(),
            write.actor.toString(),
            booking.customerName,
            u"confirmed"_s,
            booking.total.amount,
            booking.total.currency.code(),
            timeOf(booking.created, engine),
            search.join(u'\n')};
}

QVariantList ticketRow(const Booking &booking, qsizetype position)
{
    const Ticket &ticket = booking.tickets.at(position);
    return {ticket.id.toString(), ticket.number,   booking.id.toString(), position,           ticket.event.toString(), ticket.place,
            ticket.label,         ticket.category, ticket.ticketType,     ticket.price.amount, u"valid"_s};
}

QVariantList paymentRow(const Booking &booking, Engine engine)
{
    const Payment &payment = booking.payments.constFirst();
    return {payment.id.toString(),
            booking.id.toString(),
            0,
            u"cash"_s,
            u"payment"_s,
            payment.amount.amount,
            payment.amount.currency.code(),
            payment.tendered->amount,
            payment.change->amount,
            timeOf(payment.at, engine)};
}

QVariantList auditRow(const CheckoutWrite &write, Engine engine)
{
    QJsonArray tickets;
    for (const Ticket &ticket : write.booking.tickets) {
        tickets.append(QJsonObject {{u"number"_s, ticket.number},
                                    {u"event"_s, ticket.event.toString()},
                                    {u"place"_s, ticket.place},
                                    {u"price"_s, ticket.price.amount}});
    }
    const QString hash = QString::fromLatin1(QCryptographicHash::hash(write.booking.reference.toUtf8(), QCryptographicHash::Sha256).toHex());
    return {0,
            timeOf(write.audit.at, engine),
            write.actor.toString(),
            QString::fromLatin1(write.audit.sessionHash.toHex()),
            write.audit.address,
            u"booking.created"_s,
            u"booking"_s,
            write.booking.id.toString(),
            u"{}"_s,
            compact({{u"reference"_s, write.booking.reference},
                     {u"owner"_s, write.owner.toString()},
                     {u"customerName"_s, write.booking.customerName},
                     {u"total"_s, write.booking.total.amount},
                     {u"currency"_s, write.booking.total.currency.code()},
                     {u"tickets"_s, tickets}}),
            hash,
            hash};
}

} // namespace

std::vector<CheckoutWrite> SaleMaker::make(std::size_t count)
{
    std::vector<CheckoutWrite> sales;
    sales.reserve(count);
    for (std::size_t i = 0; i < count; ++i)
        sales.push_back(makeOne());
    return sales;
}

CheckoutWrite SaleMaker::makeOne()
{
    const quint64 number = m_made++;
    Booking booking {.id = m_ids.make<BookingId>(), .reference = referenceOf(number), .customerName = u"Zoë Müller"_s, .created = m_clock.utcNow()};
    for (int i = 0; i < m_ticketsPerSale; ++i) {
        const qint32 place = static_cast<qint32>(number) * m_ticketsPerSale + i;
        booking.tickets.append({.id = m_ids.make<TicketId>(),
                                .number = u"%1-%2"_s.arg(booking.reference).arg(i + 1),
                                .event = m_house.event.summary.id,
                                .place = place,
                                .label = u"Stalls %1 %2"_s.arg(place / 100).arg(place % 100 + 1),
                                .category = u"stalls"_s,
                                .ticketType = u"adult"_s,
                                .price = {kPrice, {}}});
        booking.total.amount += kPrice;
    }
    const Money tendered {booking.total.amount + 500, {}};
    booking.payments = {{.id = m_ids.make<PaymentId>(), .amount = booking.total, .tendered = tendered, .change = Money {500, {}}, .at = booking.created}};
    const QByteArray hash = QCryptographicHash::hash(booking.reference.toUtf8(), QCryptographicHash::Sha256);
    return {.booking = booking,
            .owner = m_house.customer,
            .actor = m_house.clerk,
            .key = m_ids.next().toString(QUuid::WithoutBraces),
            .requestHash = hash,
            .audit = {.at = booking.created, .actor = m_house.clerk, .sessionHash = hash, .address = u"192.0.2.7"_s},
            .renumber = [](Booking &renumbered) { renumbered.reference += u"-B"_s; }};
}

SaleRows rowsOf(const CheckoutWrite &write, Engine engine)
{
    SaleRows rows {.booking = bookingRow(write, engine),
                   .tickets = {},
                   .payment = paymentRow(write.booking, engine),
                   .key = {write.actor.toString(), write.key, u"checkout"_s, QString::fromLatin1(write.requestHash.toHex()),
                           write.booking.id.toString(), timeOf(write.booking.created, engine)},
                   .audit = auditRow(write, engine)};
    for (qsizetype i = 0; i < write.booking.tickets.size(); ++i)
        rows.tickets.push_back(ticketRow(write.booking, i));
    return rows;
}

} // namespace parterre::bench
