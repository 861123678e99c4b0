// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/protocol/bookings.h"

#include "shared/domain/paymentrules.h"
#include "shared/protocol/checkoutfields.h"
#include "shared/protocol/limits.h"
#include "shared/protocol/paymentfields.h"
#include "shared/protocol/reservations.h"

namespace parterre::protocol {

template<>
struct Fields<CancelFee> {
    static constexpr const char *name = "CancelFee";
    static constexpr auto all()
    {
        return std::make_tuple(field("amount", &CancelFee::amount, "Of the price"), field("tax", &CancelFee::tax, "Contained in the amount"));
    }
};

template<>
struct Fields<Ticket> {
    static constexpr const char *name = "Ticket";
    static constexpr auto all()
    {
        return std::make_tuple(field("id", &Ticket::id, "The ticket"), field("number", &Ticket::number, "Unique, to read out"), field("event", &Ticket::event, "Admits to"),
                               field("place", &Ticket::place, "Seat index"), field("label", &Ticket::label, "Seat, for people"),
                               field("category", &Ticket::category, "Key of the price zone"), field("ticketType", &Ticket::ticketType, "Key of the ticket type"),
                               field("price", &Ticket::price, "As sold, in all"), field("state", &Ticket::state, "Whether it admits"),
                               field("parts", &Ticket::parts, "What the price is made of; absent when nothing was taken off or added"),
                               field("cancelFee", &Ticket::cancelFee, "What would stay with the house if it were given back now; absent when nothing would"));
    }
};

template<>
struct Fields<Payment> {
    static constexpr const char *name = "Payment";
    static constexpr auto all()
    {
        return std::make_tuple(field("id", &Payment::id, "The payment"), field("kind", &Payment::kind, "Way of paying"), field("direction", &Payment::direction, "In or out"),
                               field("amount", &Payment::amount, "Always positive"), field("tendered", &Payment::tendered, "Cash handed over"),
                               field("change", &Payment::change, "Cash handed back"),
                               field("reference", &Payment::reference, "Of the terminal's receipt, or of the invoice"), field("brand", &Payment::brand, "Of the card"),
                               field("lastFour", &Payment::lastFour, "Last four digits of the card, or characters of the voucher's code"), field("payer", &Payment::payer, "Who gets the invoice: name and address"),
                               field("reason", &Payment::reason, "Why it is complimentary"),
                               field("refunds", &Payment::refunds, "Of a refund: the payment by card, invoice or voucher that it gives back, or the payment in cash that goes to a voucher"), field("at", &Payment::at, "When"));
    }
};

template<>
struct Fields<Refund> {
    static constexpr const char *name = "Refund";
    static constexpr auto all()
    {
        return std::make_tuple(field("event", &Refund::event, "That was cancelled"), field("eventName", &Refund::eventName, "Its name"),
                               field("reason", &Refund::reason, "Why it was cancelled"),
                               field("amount", &Refund::amount, "All that was paid for the tickets; owed, and no payment yet, until it is paid out"),
                               field("since", &Refund::since, "When the tickets were cancelled"), field("paid", &Refund::paid, "When it was paid out; absent while it is owed"));
    }
};

template<>
struct Fields<Booking> {
    static constexpr const char *name = "Booking";
    static constexpr auto all()
    {
        return std::make_tuple(field("id", &Booking::id, "The booking"), field("reference", &Booking::reference, "To read out"), field("state", &Booking::state, "Whether it holds"),
                               field("customerName", &Booking::customerName, "Who the tickets are for"),
                               field("email", &Booking::email, "Of the customer, where known"), field("phone", &Booking::phone, "Of the customer, where known"),
                               field("created", &Booking::created, "When"),
                               field("payUntil", &Booking::payUntil, "When it falls free unless it is paid; only while it is reserved"),
                               field("total", &Booking::total, "Of the tickets that nobody gave back and the charges, or what it was to the last"), field("tickets", &Booking::tickets, "One a seat"),
                               field("charges", &Booking::charges, "What it costs besides the tickets, oldest first; absent when nothing", {.mayBeAbsent = true}),
                               field("payments", &Booking::payments, "In and out, oldest first"),
                               field("refunds", &Booking::refunds, "For events that the house cancelled, oldest first"));
    }
};

template<>
struct Fields<BookingSummary> {
    static constexpr const char *name = "BookingSummary";
    static constexpr auto all()
    {
        return std::make_tuple(field("id", &BookingSummary::id, "The booking"), field("reference", &BookingSummary::reference, "To read out"),
                               field("state", &BookingSummary::state, "Whether it holds"), field("customerName", &BookingSummary::customerName, "Who the tickets are for"),
                               field("created", &BookingSummary::created, "When"),
                               field("payUntil", &BookingSummary::payUntil, "When it falls free unless it is paid; only while it is reserved"),
                               field("total", &BookingSummary::total, "Of the tickets that nobody gave back and the charges, or what it was to the last"),
                               field("ticketCount", &BookingSummary::ticketCount, "How many"), field("eventName", &BookingSummary::eventName, "Of the first ticket"),
                               field("eventStart", &BookingSummary::eventStart, "Of the first ticket"),
                               field("timeZone", &BookingSummary::timeZone, "IANA zone of that event's venue"), field("labels", &BookingSummary::labels, "Seats of the first ten tickets"));
    }
};

template<>
struct Fields<CheckoutPayment> {
    static constexpr const char *name = "CheckoutPayment";
    static constexpr auto all()
    {
        return std::make_tuple(field("kind", &CheckoutPayment::kind, "Way of paying"),
                               field("tendered", &CheckoutPayment::tendered, "Cash handed over; exactly what is due when absent"));
    }
};

constexpr Rule kCardRefundsRule {.min = 1, .max = 64};

template<>
struct Fields<CardRefund> {
    static constexpr const char *name = "CardRefund";
    static constexpr auto all()
    {
        return std::make_tuple(field("payment", &CardRefund::payment, "By card, of the booking"),
                               field("reference", &CardRefund::reference, "Of the terminal's receipt for the refund. Never a card number", kReferenceRule));
    }
};

template<>
struct Fields<BookingsCheckoutParams> {
    static constexpr const char *name = "BookingsCheckoutParams";
    static constexpr auto all()
    {
        return std::make_tuple(
            field("key", &BookingsCheckoutParams::key, "Idempotency key: new for every sale, the same for every repetition", kIdempotencyKeyRule),
            field("items", &BookingsCheckoutParams::items, "Held seats; all or none", {.min = 1, .max = kMaxPlacesPerRequest}),
            field("payment", &BookingsCheckoutParams::payment, "All of it in cash"),
            field("payments", &BookingsCheckoutParams::payments, "Or in parts, which are the total together", kPartsRule),
            field("customerName", &BookingsCheckoutParams::customerName, "Who the tickets are for; the caller when absent", kNameRule),
            field("email", &BookingsCheckoutParams::email, "To reach them at", kContactEmailRule),
            field("phone", &BookingsCheckoutParams::phone, "To reach them at", kContactPhoneRule),
            field("strandedReason", &BookingsCheckoutParams::strandedReason, "Why the counter strands single seats all the same; kept in the audit log", kReasonRule),
            field("code", &BookingsCheckoutParams::code, "As in cart.quote", kCodeRule),
            field("total", &BookingsCheckoutParams::total, "What was shown; another one is refused with price_changed"));
    }
};

template<>
struct Fields<BookingsListParams> {
    static constexpr const char *name = "BookingsListParams";
    static constexpr auto all()
    {
        return std::make_tuple(field("text", &BookingsListParams::text, "Part of a name, reference, ticket number, seat label, e-mail address or phone number", {.max = 100}),
                               field("event", &BookingsListParams::event, "Only of this event"),
                               field("limit", &BookingsListParams::limit, "Bookings a page", {.min = 1, .max = kMaxPageSize}),
                               field("cursor", &BookingsListParams::cursor, "`next` of the page before", kCursorRule));
    }
};

template<>
struct Fields<BookingsListResult> {
    static constexpr const char *name = "BookingsListResult";
    static constexpr auto all()
    {
        return std::make_tuple(field("bookings", &BookingsListResult::bookings, "Newest first"), field("next", &BookingsListResult::next, "Cursor of the next page"));
    }
};

template<>
struct Fields<BookingsGetParams> {
    static constexpr const char *name = "BookingsGetParams";
    static constexpr auto all() { return std::make_tuple(field("booking", &BookingsGetParams::booking, "Which")); }
};

template<>
struct Fields<BookingsCancelParams> {
    static constexpr const char *name = "BookingsCancelParams";
    static constexpr auto all()
    {
        return std::make_tuple(field("booking", &BookingsCancelParams::booking, "Which"),
                               field("key", &BookingsCancelParams::key, "Idempotency key: the same for every repetition", kIdempotencyKeyRule),
                               field("tickets", &BookingsCancelParams::tickets, "Numbers of those to cancel; all when absent", kTicketNumbersRule),
                               field("cardRefunds", &BookingsCancelParams::cardRefunds, "At the counter: one for each payment by card that something of goes back", kCardRefundsRule),
                               field("refundToVoucher", &BookingsCancelParams::refundToVoucher, "At the counter: code of a voucher that gets what was paid in cash; cash goes back when absent", kVoucherCodeRule),
                               field("waiveFee", &BookingsCancelParams::waiveFee, "Why no cancellation fee stays with the house; managers only, kept in the audit log", kReasonRule));
    }
};

template<>
struct Fields<BookingsExchangeParams> {
    static constexpr const char *name = "BookingsExchangeParams";
    static constexpr auto all()
    {
        return std::make_tuple(
            field("booking", &BookingsExchangeParams::booking, "Which"),
            field("key", &BookingsExchangeParams::key, "Idempotency key: the same for every repetition", kIdempotencyKeyRule),
            field("tickets", &BookingsExchangeParams::tickets, "Numbers of those to give back", kTicketNumbersRule),
            field("items", &BookingsExchangeParams::items, "Held seats to take, or seats given back to sell as another ticket type; all or none",
                  {.min = 1, .max = kMaxPlacesPerRequest}),
            field("payment", &BookingsExchangeParams::payment, "How a difference is paid: all of it in cash; exactly that when both are absent"),
            field("payments", &BookingsExchangeParams::payments, "Or in parts, which are the difference together", kPartsRule),
            field("cardRefunds", &BookingsExchangeParams::cardRefunds, "When a difference is paid back: as in bookings.cancel", kCardRefundsRule),
            field("refundToVoucher", &BookingsExchangeParams::refundToVoucher, "When a difference is paid back: as in bookings.cancel", kVoucherCodeRule),
            field("strandedReason", &BookingsExchangeParams::strandedReason, "As in bookings.checkout", kReasonRule),
            field("code", &BookingsExchangeParams::code, "As in cart.quote, for what is taken", kCodeRule),
            field("total", &BookingsExchangeParams::total, "What was shown for what is taken; another one is refused with price_changed"));
    }
};

template<>
struct Fields<BookingsRefundParams> {
    static constexpr const char *name = "BookingsRefundParams";
    static constexpr auto all()
    {
        return std::make_tuple(field("booking", &BookingsRefundParams::booking, "Which"), field("event", &BookingsRefundParams::event, "That was cancelled"),
                               field("key", &BookingsRefundParams::key, "Idempotency key: the same for every repetition", kIdempotencyKeyRule),
                               field("cardRefunds", &BookingsRefundParams::cardRefunds, "As in bookings.cancel", kCardRefundsRule),
                               field("refundToVoucher", &BookingsRefundParams::refundToVoucher, "As in bookings.cancel", kVoucherCodeRule));
    }
};

template<>
struct Fields<BookingsReserveParams> {
    static constexpr const char *name = "BookingsReserveParams";
    static constexpr auto all()
    {
        return std::make_tuple(
            field("key", &BookingsReserveParams::key, "Idempotency key: new for every sale, the same for every repetition", kIdempotencyKeyRule),
            field("items", &BookingsReserveParams::items, "Held seats; all or none", {.min = 1, .max = kMaxPlacesPerRequest}),
            field("customerName", &BookingsReserveParams::customerName, "Who the tickets are for", kNameRule),
            field("email", &BookingsReserveParams::email, "To reach them at", kContactEmailRule),
            field("phone", &BookingsReserveParams::phone, "To reach them at", kContactPhoneRule),
            field("payUntil", &BookingsReserveParams::payUntil, "When they fall free unless they are paid; as late as the events allow when absent"),
            field("strandedReason", &BookingsReserveParams::strandedReason, "As in bookings.checkout", kReasonRule),
            field("code", &BookingsReserveParams::code, "As in cart.quote; its use is given back when the reservation ends unpaid", kCodeRule),
            field("total", &BookingsReserveParams::total, "What was shown; another one is refused with price_changed"));
    }
};

template<>
struct Fields<BookingsPayParams> {
    static constexpr const char *name = "BookingsPayParams";
    static constexpr auto all()
    {
        return std::make_tuple(field("booking", &BookingsPayParams::booking, "Which"),
                               field("key", &BookingsPayParams::key, "Idempotency key: the same for every repetition", kIdempotencyKeyRule),
                               field("payment", &BookingsPayParams::payment, "All of it in cash"),
                               field("payments", &BookingsPayParams::payments, "Or in parts, which are the total together", kPartsRule));
    }
};

template<>
struct Fields<BookingsProlongParams> {
    static constexpr const char *name = "BookingsProlongParams";
    static constexpr auto all()
    {
        return std::make_tuple(field("booking", &BookingsProlongParams::booking, "Which"),
                               field("key", &BookingsProlongParams::key, "Idempotency key: the same for every repetition", kIdempotencyKeyRule),
                               field("payUntil", &BookingsProlongParams::payUntil, "When it falls free unless it is paid"));
    }
};

template<>
struct Fields<ReservationTotals> {
    static constexpr const char *name = "ReservationTotals";
    static constexpr auto all()
    {
        return std::make_tuple(field("bookings", &ReservationTotals::bookings, "Of the whole list"), field("tickets", &ReservationTotals::tickets, "Of them"),
                               field("amounts", &ReservationTotals::amounts, "What is to be paid, in each currency"));
    }
};

template<>
struct Fields<BookingsReservationsParams> {
    static constexpr const char *name = "BookingsReservationsParams";
    static constexpr auto all()
    {
        return std::make_tuple(field("event", &BookingsReservationsParams::event, "Only with tickets for this event"),
                               field("until", &BookingsReservationsParams::until, "Only what falls free by then"),
                               field("limit", &BookingsReservationsParams::limit, "Reservations a page", {.min = 1, .max = kMaxPageSize}),
                               field("cursor", &BookingsReservationsParams::cursor, "`next` of the page before", kCursorRule));
    }
};

template<>
struct Fields<BookingsReservationsResult> {
    static constexpr const char *name = "BookingsReservationsResult";
    static constexpr auto all()
    {
        return std::make_tuple(field("reservations", &BookingsReservationsResult::reservations, "Soonest to fall free first"),
                               field("totals", &BookingsReservationsResult::totals, "Of the whole list"),
                               field("next", &BookingsReservationsResult::next, "Cursor of the next page"));
    }
};

template<>
struct Fields<BookingResult> {
    static constexpr const char *name = "BookingResult";
    static constexpr auto all() { return std::make_tuple(field("booking", &BookingResult::booking, "As it stands now")); }
};

PARTERRE_INSTANTIATE_MESSAGE(BookingsCheckoutParams);
PARTERRE_INSTANTIATE_MESSAGE(BookingsListParams);
PARTERRE_INSTANTIATE_MESSAGE(BookingsListResult);
PARTERRE_INSTANTIATE_MESSAGE(BookingsGetParams);
PARTERRE_INSTANTIATE_MESSAGE(BookingsCancelParams);
PARTERRE_INSTANTIATE_MESSAGE(BookingsExchangeParams);
PARTERRE_INSTANTIATE_MESSAGE(BookingsRefundParams);
PARTERRE_INSTANTIATE_MESSAGE(BookingsReserveParams);
PARTERRE_INSTANTIATE_MESSAGE(BookingsPayParams);
PARTERRE_INSTANTIATE_MESSAGE(BookingsProlongParams);
PARTERRE_INSTANTIATE_MESSAGE(BookingsReservationsParams);
PARTERRE_INSTANTIATE_MESSAGE(BookingsReservationsResult);
PARTERRE_INSTANTIATE_MESSAGE(BookingResult);

} // namespace parterre::protocol
