// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/api/bookinghandler.h"

#include "backend/api/listpage.h"
#include "backend/services/bookingchangeservice.h"
#include "backend/services/bookingservice.h"

#include <algorithm>
#include <numeric>

namespace parterre::api {

namespace {

services::Done<Booking> toMessage(services::Done<protocol::BookingResult> done)
{
    return [done = std::move(done)](Result<Booking> booking) {
        if (booking)
            done(protocol::BookingResult {.booking = std::move(*booking)});
        else
            done(booking.error());
    };
}

QList<services::SaleItem> toItems(const QList<protocol::CheckoutItem> &items)
{
    QList<services::SaleItem> sale;
    for (const protocol::CheckoutItem &item : items)
        sale.append({.event = item.event, .place = item.place, .ticketType = item.ticketType, .version = item.version});
    return sale;
}

services::SaleRequest toRequest(const protocol::BookingsCheckoutParams &params)
{
    return {.key = params.key,
            .items = toItems(params.items),
            .payment = params.payment.kind,
            .tendered = params.payment.tendered,
            .customerName = params.customerName,
            .strandedReason = params.strandedReason};
}

services::ExchangeRequest toRequest(const protocol::BookingsExchangeParams &params)
{
    return {.booking = params.booking,
            .key = params.key,
            .tickets = params.tickets,
            .items = toItems(params.items),
            .tendered = params.payment ? params.payment->tendered : std::nullopt,
            .strandedReason = params.strandedReason};
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

} // namespace

void addBookingMethods(Router &router, services::BookingService &bookings, services::BookingChangeService &changes)
{
    using namespace protocol;

    router.on<BookingsCheckout>([&](const CallContext &context, const BookingsCheckoutParams &params, services::Done<BookingResult> done) {
        bookings.checkout(context.caller, toRequest(params), toMessage(std::move(done)));
    });
    router.on<BookingsGet>([&](const CallContext &context, const BookingsGetParams &params, services::Done<BookingResult> done) {
        bookings.get(context.caller, params.booking, toMessage(std::move(done)));
    });
    router.on<BookingsCancel>([&](const CallContext &context, const BookingsCancelParams &params, services::Done<BookingResult> done) {
        changes.cancel(context.caller, {.booking = params.booking, .key = params.key, .tickets = params.tickets.value_or(QStringList())}, toMessage(std::move(done)));
    });
    router.on<BookingsRefund>([&](const CallContext &context, const BookingsRefundParams &params, services::Done<BookingResult> done) {
        changes.refund(context.caller, {.booking = params.booking, .event = params.event, .key = params.key}, toMessage(std::move(done)));
    });
    router.on<BookingsExchange>([&](const CallContext &context, const BookingsExchangeParams &params, services::Done<BookingResult> done) {
        changes.exchange(context.caller, toRequest(params), toMessage(std::move(done)));
    });
    router.on<BookingsList>([&](const CallContext &context, const BookingsListParams &params, services::Done<BookingsListResult> done) {
        list(bookings, context.caller,
             {.text = params.text.value_or(QString()), .event = params.event, .limit = params.limit.value_or(kDefaultPageSize), .cursor = params.cursor.value_or(QString())},
             std::move(done));
    });
}

} // namespace parterre::api
