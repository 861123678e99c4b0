// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/api/bookinghandler.h"

#include "backend/services/bookingservice.h"

namespace parterre::api {

namespace {

services::Done<Booking> toMessage(const services::Done<protocol::BookingResult> &done)
{
    return [done](const Result<Booking> &booking) {
        if (booking)
            done(protocol::BookingResult {.booking = *booking});
        else
            done(booking.error());
    };
}

services::SaleRequest toRequest(const protocol::BookingsCheckoutParams &params)
{
    services::SaleRequest request {.key = params.key, .payment = params.payment.kind, .tendered = params.payment.tendered, .customerName = params.customerName};
    for (const protocol::CheckoutItem &item : params.items)
        request.items.append({.event = item.event, .place = item.place, .ticketType = item.ticketType, .version = item.version});
    return request;
}

} // namespace

void addBookingMethods(Router &router, services::BookingService &bookings)
{
    using namespace protocol;

    router.on<BookingsCheckout>([&](const CallContext &context, const BookingsCheckoutParams &params, const services::Done<BookingResult> &done) {
        bookings.checkout(context.caller, toRequest(params), toMessage(done));
    });
    router.on<BookingsGet>([&](const CallContext &context, const BookingsGetParams &params, const services::Done<BookingResult> &done) {
        bookings.get(context.caller, params.booking, toMessage(done));
    });
    router.on<BookingsCancel>([&](const CallContext &context, const BookingsCancelParams &params, const services::Done<BookingResult> &done) {
        bookings.cancel(context.caller, params.booking, params.key, toMessage(done));
    });
    router.on<BookingsList>([&](const CallContext &context, const BookingsListParams &params, const services::Done<BookingsListResult> &done) {
        storage::BookingQuery query {.text = params.text.value_or(QString()),
                                     .event = params.event,
                                     .limit = params.limit.value_or(kDefaultPageSize),
                                     .cursor = params.cursor.value_or(QString())};
        bookings.list(context.caller, std::move(query), [done](const Result<storage::BookingPage> &page) {
            if (!page) {
                done(page.error());
                return;
            }
            BookingsListResult result {.bookings = page->bookings};
            if (!page->next.isEmpty())
                result.next = page->next;
            done(result);
        });
    });
}

} // namespace parterre::api
