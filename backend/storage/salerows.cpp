// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/storage/salerows.h"

#include "backend/storage/database.h"
#include "backend/storage/enumtext.h"
#include "backend/storage/searchtext.h"
#include "shared/core/defects.h"

#include <array>

namespace parterre::storage {

using namespace Qt::StringLiterals;

namespace {

std::optional<qint64> amountOf(const std::optional<Money> &money)
{
    return money ? std::optional(money->amount) : std::nullopt;
}

} // namespace

QLatin1StringView operationOf(const CheckoutWrite &write)
{
    return write.booking.state == BookingState::Reserved ? "reserve"_L1 : "checkout"_L1;
}

QString searchTextOf(const QList<Ticket> &tickets)
{
    QStringList parts;
    for (const Ticket &ticket : tickets)
        parts << foldCode(ticket.number) << foldForSearch(ticket.label);
    return parts.join(u'\n');
}

QString searchTextOf(const Booking &booking)
{
    QString text = foldForSearch(booking.customerName) + u'\n' + foldCode(booking.reference) + u'\n' + searchTextOf(booking.tickets);
    if (booking.email)
        text += u'\n' + foldForSearch(*booking.email);
    if (booking.phone)
        text += u'\n' + foldPhone(*booking.phone);
    return text;
}

TicketRows::TicketRows(Engine engine)
    : m_rows(engine, {"ticket_id"_L1, "ticket_number"_L1, "ticket_booking"_L1, "ticket_position"_L1, "ticket_event"_L1, "ticket_place"_L1,
                      "ticket_label"_L1, "ticket_category"_L1, "ticket_ticket_type"_L1, "ticket_price"_L1, "ticket_base"_L1, "ticket_discount"_L1,
                      "ticket_discount_name"_L1, "ticket_fee"_L1, "ticket_tax"_L1})
{
}

void TicketRows::add(const BookingId &booking, qsizetype position, const Ticket &ticket)
{
    m_rows << ticket.id << ticket.number << booking << qint64(position) << ticket.event << ticket.place << ticket.label << ticket.category
           << ticket.ticketType << ticket.price.amount;
    const std::optional<PriceParts> &parts = ticket.parts;
    const auto amountOf = [&parts](Money PriceParts::*part) { return parts ? std::optional(((*parts).*part).amount) : std::nullopt; };
    m_rows << amountOf(&PriceParts::base) << amountOf(&PriceParts::discount) << (parts ? parts->discountName : std::nullopt) << amountOf(&PriceParts::fee)
           << amountOf(&PriceParts::tax);
}

ChargeRows::ChargeRows(Engine engine) : m_rows(engine, {"booking"_L1, "position"_L1, "kind"_L1, "event"_L1, "amount"_L1, "tax"_L1, "at"_L1}) {}

void ChargeRows::add(const BookingId &booking, qsizetype position, const Charge &charge)
{
    m_rows << booking << qint64(position) << toText(charge.kind) << charge.event << charge.amount.amount << charge.tax.amount << charge.at;
}

SaleRows::SaleRows(Engine engine)
    : m_bookings(engine, {"booking_id"_L1, "booking_reference"_L1, "booking_owner"_L1, "booking_created_by"_L1, "booking_customer_name"_L1,
                          "booking_email"_L1, "booking_phone"_L1, "booking_state"_L1, "booking_total"_L1, "booking_currency"_L1, "booking_created"_L1, "booking_pay_until"_L1, "booking_search_text"_L1})
    , m_tickets(engine)
    , m_payments(engine, {"payment_id"_L1, "payment_booking"_L1, "payment_position"_L1, "payment_kind"_L1, "payment_direction"_L1,
                          "payment_amount"_L1, "payment_currency"_L1, "payment_tendered"_L1, "payment_change"_L1, "payment_reference"_L1, "payment_brand"_L1, "payment_last_four"_L1, "payment_payer"_L1,
                          "payment_reason"_L1, "payment_at"_L1})
    , m_charges(engine)
    , m_keys(engine, {"key_actor"_L1, "key_key"_L1, "key_operation"_L1, "key_request_hash"_L1, "key_booking"_L1, "key_created"_L1})
{
}

void SaleRows::add(const CheckoutWrite &write)
{
    const Booking &booking = write.booking;
    m_bookings << booking.id << booking.reference << write.owner << write.actor << booking.customerName << booking.email << booking.phone << toText(booking.state) << booking.total.amount
               << booking.total.currency.code() << booking.created << booking.payUntil << searchTextOf(booking);
    for (qsizetype i = 0; i < booking.payments.size(); ++i)
        addPayment(booking, i);
    for (qsizetype i = 0; i < booking.charges.size(); ++i)
        m_charges.add(booking.id, i, booking.charges.at(i));
    if (!isSeeded(Defect::KeyNotStored))
        m_keys << write.actor << write.key << operationOf(write) << QString::fromLatin1(write.requestHash.toHex()) << booking.id << booking.created;
}

void SaleRows::addPayment(const Booking &booking, qsizetype position)
{
    const Payment &payment = booking.payments.at(position);
    m_payments << payment.id << booking.id << qint64(position) << toText(payment.kind) << toText(payment.direction) << payment.amount.amount
               << payment.amount.currency.code() << amountOf(payment.tendered) << amountOf(payment.change) << payment.reference << payment.brand << payment.lastFour
               << payment.payer << payment.reason << payment.at;
}

Result<void> SaleRows::insert(Database &database) const
{
    if (database.engine() == Engine::Postgresql) { // where every statement is a journey
        const Result<Rows> done = database.runArrays("sales.insert_all"_L1, {&m_bookings, &m_tickets.rows(), &m_payments, &m_keys});
        return done ? insertCharges(database) : done.error();
    }
    const std::array steps {std::pair {"sales.insert_booking"_L1, &m_bookings}, std::pair {"sales.insert_ticket"_L1, &m_tickets.rows()},
                            std::pair {"sales.insert_payment"_L1, &m_payments}, std::pair {"sales.insert_key"_L1, &m_keys}};
    for (const auto &[statement, rows] : steps) {
        if (Result<Rows> done = database.runRows(statement, *rows); !done)
            return done.error();
    }
    return insertCharges(database);
}

// Few sales have any.
Result<void> SaleRows::insertCharges(Database &database) const
{
    if (m_charges.rows().isEmpty())
        return {};
    const Result<Rows> done = database.runRows("charges.insert"_L1, m_charges.rows());
    return done ? Result<void>() : done.error();
}

} // namespace parterre::storage
