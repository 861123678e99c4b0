// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/api/bookinghandler.h"

#include "backend/api/answering.h"
#include "backend/api/listpage.h"
#include "backend/api/paymentparts.h"
#include "backend/api/saleitems.h"
#include "backend/services/bookingchangeservice.h"
#include "backend/services/bookingservice.h"
#include "backend/services/reservationservice.h"

#include <algorithm>
#include <numeric>

namespace parterre::api {

namespace {

services::Done<Booking> toMessage(services::Done<protocol::BookingResult> done)
{
    return answering(std::move(done), [](const Booking &booking) { return protocol::BookingResult {.booking = booking}; });
}

// All in cash, or in parts.
Result<QList<services::PaymentPart>> toParts(const std::optional<protocol::CheckoutPayment> &payment, const std::optional<QList<protocol::CheckoutPart>> &parts)
{
    if (payment && parts)
        return Error {.code = ErrorCode::InvalidParams, .detail = QStringLiteral("payment and payments")};
    if (payment && payment->kind != PaymentKind::Cash)
        return Error {.code = ErrorCode::InvalidParams, .detail = QStringLiteral("payment: cash only, payments has the other ways")};
    if (!parts)
        return QList<services::PaymentPart> {{.tendered = payment ? payment->tendered : std::nullopt}};
    QList<services::PaymentPart> all;
    for (const protocol::CheckoutPart &part : *parts)
        all.append(toPart(part));
    return all;
}

QList<storage::CardRefund> toCardRefunds(const std::optional<QList<protocol::CardRefund>> &refunds)
{
    QList<storage::CardRefund> all;
    for (const protocol::CardRefund &refund : refunds.value_or(QList<protocol::CardRefund>()))
        all.append({.payment = refund.payment, .reference = refund.reference});
    return all;
}

// Where something has to be paid.
template<class Params>
Result<QList<services::PaymentPart>> partsOf(const Params &params)
{
    if (!params.payment && !params.payments)
        return Error {.code = ErrorCode::InvalidParams, .detail = QStringLiteral("payment or payments: missing")};
    return toParts(params.payment, params.payments);
}

void checkout(services::BookingService &bookings, const services::Caller &caller, const protocol::BookingsCheckoutParams &params, services::Done<protocol::BookingResult> done)
{
    const Result<QList<services::PaymentPart>> parts = partsOf(params);
    if (!parts)
        return done(parts.error());
    bookings.checkout(caller,
                      {.key = params.key, .items = toItems(params.items), .payments = *parts, .customerName = params.customerName, .email = params.email, .phone = params.phone,
                       .strandedReason = params.strandedReason,
                       .code = params.code, .total = params.total},
                      toMessage(std::move(done)));
}

void pay(services::BookingChangeService &changes, const services::Caller &caller, const protocol::BookingsPayParams &params, services::Done<protocol::BookingResult> done)
{
    const Result<QList<services::PaymentPart>> parts = partsOf(params);
    if (!parts)
        return done(parts.error());
    changes.pay(caller, {.booking = params.booking, .key = params.key, .payments = *parts}, toMessage(std::move(done)));
}

void exchange(services::BookingChangeService &changes, const services::Caller &caller, const protocol::BookingsExchangeParams &params,
              services::Done<protocol::BookingResult> done)
{
    const Result<QList<services::PaymentPart>> parts = toParts(params.payment, params.payments);
    if (!parts)
        return done(parts.error());
    changes.exchange(caller,
                     {.booking = params.booking,
                      .key = params.key,
                      .tickets = params.tickets,
                      .items = toItems(params.items),
                      .payments = *parts,
                      .cardRefunds = toCardRefunds(params.cardRefunds),
                      .refundToVoucher = params.refundToVoucher,
                      .strandedReason = params.strandedReason,
                      .code = params.code,
                      .total = params.total},
                     toMessage(std::move(done)));
}

qsizetype bytesOfBooking(const BookingSummary &booking)
{
    constexpr qsizetype kRest = 512; // keys, ids, numbers, times
    return std::accumulate(booking.labels.begin(), booking.labels.end(), kRest + bytesOf(booking.customerName) + bytesOf(booking.eventName),
                           [](qsizetype bytes, const QString &label) { return bytes + bytesOf(label) + 3; });
}

// A page that is too long for a message is asked for again, shorter, so that its cursor is right.
void list(services::BookingService &bookings, const services::Caller &caller, const storage::BookingQuery &query, services::Done<protocol::BookingsListResult> done)
{
    bookings.list(caller, query, [&bookings, caller, query, done = std::move(done)](const Result<storage::BookingPage> &page) {
        if (!page) {
            done(page.error());
            return;
        }
        if (const qint32 fitting = fittingOf(page->bookings, bytesOfBooking); fitting < page->bookings.size() && fitting > 0) {
            storage::BookingQuery shorter = query;
            shorter.limit = fitting;
            list(bookings, caller, shorter, done);
            return;
        }
        protocol::BookingsListResult result {.bookings = page->bookings};
        if (!page->next.isEmpty())
            result.next = page->next;
        done(std::move(result));
    });
}

// As list().
void listReservations(services::ReservationService &reservations, const storage::ReservationQuery &query, services::Done<protocol::BookingsReservationsResult> done)
{
    reservations.list(query, [&reservations, query, done = std::move(done)](const Result<storage::ReservationPage> &page) {
        if (!page) {
            done(page.error());
            return;
        }
        if (const qint32 fitting = fittingOf(page->reservations, bytesOfBooking); fitting < page->reservations.size() && fitting > 0) {
            storage::ReservationQuery shorter = query;
            shorter.limit = fitting;
            listReservations(reservations, shorter, done);
            return;
        }
        protocol::BookingsReservationsResult result {.reservations = page->reservations, .totals = page->totals};
        if (!page->next.isEmpty())
            result.next = page->next;
        done(std::move(result));
    });
}

} // namespace

void addBookingMethods(Router &router, services::BookingService &bookings, services::BookingChangeService &changes, services::ReservationService &reservations)
{
    using namespace protocol;

    router.on<BookingsCheckout>([&](const CallContext &context, const BookingsCheckoutParams &params, services::Done<BookingResult> done) {
        checkout(bookings, context.caller, params, std::move(done));
    });
    router.on<BookingsGet>([&](const CallContext &context, const BookingsGetParams &params, services::Done<BookingResult> done) {
        bookings.get(context.caller, params.booking, toMessage(std::move(done)));
    });
    router.on<BookingsCancel>([&](const CallContext &context, const BookingsCancelParams &params, services::Done<BookingResult> done) {
        changes.cancel(context.caller,
                       {.booking = params.booking, .key = params.key, .tickets = params.tickets.value_or(QStringList()), .cardRefunds = toCardRefunds(params.cardRefunds),
                        .refundToVoucher = params.refundToVoucher,
                        .waiveFee = params.waiveFee},
                       toMessage(std::move(done)));
    });
    router.on<BookingsRefund>([&](const CallContext &context, const BookingsRefundParams &params, services::Done<BookingResult> done) {
        changes.refund(context.caller,
                       {.booking = params.booking, .event = params.event, .key = params.key, .cardRefunds = toCardRefunds(params.cardRefunds), .refundToVoucher = params.refundToVoucher},
                       toMessage(std::move(done)));
    });
    router.on<BookingsExchange>([&](const CallContext &context, const BookingsExchangeParams &params, services::Done<BookingResult> done) {
        exchange(changes, context.caller, params, std::move(done));
    });
    router.on<BookingsReserve>([&](const CallContext &context, const BookingsReserveParams &params, services::Done<BookingResult> done) {
        bookings.checkout(context.caller,
                          {.key = params.key,
                           .items = toItems(params.items),
                           .customerName = params.customerName,
                           .email = params.email,
                           .phone = params.phone,
                           .strandedReason = params.strandedReason,
                           .paysLater = true,
                           .payUntil = params.payUntil,
                           .code = params.code,
                           .total = params.total},
                          toMessage(std::move(done)));
    });
    router.on<BookingsPay>([&](const CallContext &context, const BookingsPayParams &params, services::Done<BookingResult> done) {
        pay(changes, context.caller, params, std::move(done));
    });
    router.on<BookingsProlong>([&](const CallContext &context, const BookingsProlongParams &params, services::Done<BookingResult> done) {
        changes.prolong(context.caller, {.booking = params.booking, .key = params.key, .payUntil = params.payUntil}, toMessage(std::move(done)));
    });
    router.on<BookingsReservations>([&](const CallContext &, const BookingsReservationsParams &params, services::Done<BookingsReservationsResult> done) {
        listReservations(reservations,
                         {.event = params.event, .until = params.until, .limit = params.limit.value_or(kDefaultPageSize), .cursor = params.cursor.value_or(QString())},
                         std::move(done));
    });
    router.on<BookingsList>([&](const CallContext &context, const BookingsListParams &params, services::Done<BookingsListResult> done) {
        list(bookings, context.caller,
             {.text = params.text.value_or(QString()), .event = params.event, .limit = params.limit.value_or(kDefaultPageSize), .cursor = params.cursor.value_or(QString())},
             std::move(done));
    });
}

} // namespace parterre::api
