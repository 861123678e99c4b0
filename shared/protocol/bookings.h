// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/domain/booking.h"
#include "shared/protocol/method.h"

#include <optional>

namespace parterre::protocol {

struct CheckoutItem {
    EventId event = {};
    qint32 place = 0;
    QString ticketType = {};
    std::optional<qint64> version = {}; // Hold::version; an older one is refused with stale_version

    friend bool operator==(const CheckoutItem &, const CheckoutItem &) = default;
};

// All of it in cash.
struct CheckoutPayment {
    PaymentKind kind = PaymentKind::Cash;
    std::optional<Money> tendered = {}; // cash handed over; exactly what is due when absent

    friend bool operator==(const CheckoutPayment &, const CheckoutPayment &) = default;
};

// One part of a payment; what is noted of it is as for Payment.
struct CheckoutPart {
    PaymentKind kind = PaymentKind::Cash;
    Money amount = {};
    std::optional<Money> tendered = {}; // cash handed over; exactly the amount when absent
    std::optional<QString> reference = {};
    std::optional<QString> brand = {};
    std::optional<QString> lastFour = {};
    std::optional<QString> payer = {};
    std::optional<QString> reason = {};
    std::optional<QString> code = {};   // of the voucher

    friend bool operator==(const CheckoutPart &, const CheckoutPart &) = default;
};

// The terminal's reference of what went back to a card.
struct CardRefund {
    PaymentId payment = {};             // that goes back
    QString reference = {};

    friend bool operator==(const CardRefund &, const CardRefund &) = default;
};

// `key`: made by the client, new for every sale, kept until the answer is known. The same key and content again give
// the same booking for 24 hours.
struct BookingsCheckoutParams {
    QString key = {};
    QList<CheckoutItem> items = {};
    std::optional<CheckoutPayment> payment = {};         // one of these two
    std::optional<QList<CheckoutPart>> payments = {};
    std::optional<QString> customerName = {}; // who the tickets are for; the caller when absent
    std::optional<QString> email = {};        // of who they are for
    std::optional<QString> phone = {};
    std::optional<QString> strandedReason = {}; // why the counter leaves single seats behind where the event forbids it
    std::optional<QString> code = {};
    std::optional<Money> total = {};          // that was shown; another one is refused with price_changed

    friend bool operator==(const BookingsCheckoutParams &, const BookingsCheckoutParams &) = default;
};

struct BookingsListParams {
    std::optional<QString> text = {};   // part of a name, reference, ticket number or seat label
    std::optional<EventId> event = {};
    std::optional<qint32> limit = {};
    std::optional<QString> cursor = {};
};

struct BookingsListResult {
    QList<BookingSummary> bookings = {};
    std::optional<QString> next = {};
};

struct BookingsGetParams {
    BookingId booking = {};
};

struct BookingsCancelParams {
    BookingId booking = {};
    QString key = {};
    std::optional<QStringList> tickets = {}; // numbers of those to cancel; all that are kept when absent
    std::optional<QList<CardRefund>> cardRefunds = {}; // one for each card that something goes back to
    std::optional<QString> refundToVoucher = {}; // code of a voucher that gets what would go back in cash
    std::optional<QString> waiveFee = {};    // why nothing stays with the house; for managers
};

struct BookingsExchangeParams {
    BookingId booking = {};
    QString key = {};
    QStringList tickets = {};                // numbers of those to give back
    QList<CheckoutItem> items = {};          // to take; a place of a ticket given back needs no hold
    std::optional<CheckoutPayment> payment = {}; // of what is due; exactly that, in cash, when both are absent
    std::optional<QList<CheckoutPart>> payments = {};
    std::optional<QList<CardRefund>> cardRefunds = {}; // when something is paid back; as in bookings.cancel
    std::optional<QString> refundToVoucher = {};
    std::optional<QString> strandedReason = {};
    std::optional<QString> code = {};        // for what is taken
    std::optional<Money> total = {};         // of what is taken, as it was shown

    friend bool operator==(const BookingsExchangeParams &, const BookingsExchangeParams &) = default;
};

struct BookingsRefundParams {
    BookingId booking = {};
    EventId event = {};
    QString key = {};
    std::optional<QList<CardRefund>> cardRefunds = {}; // as in bookings.cancel
    std::optional<QString> refundToVoucher = {};
};

struct BookingResult {
    Booking booking = {};
};

struct BookingsCheckout {
    using Params = BookingsCheckoutParams;
    using Result = BookingResult;
    static constexpr std::array kErrors {
        ErrorCode::NotFound, ErrorCode::UnknownPlace, ErrorCode::NotHeld, ErrorCode::HoldExpired, ErrorCode::StaleVersion,
        ErrorCode::SeatTaken, ErrorCode::NoPrice, ErrorCode::SaleClosed, ErrorCode::CheckoutRunning, ErrorCode::KeyReused,
        ErrorCode::InsufficientPayment, ErrorCode::PaymentNotAllowed, ErrorCode::CurrencyMismatch, ErrorCode::SeatStranded,
        ErrorCode::TableSoldWhole, ErrorCode::PaymentMismatch, ErrorCode::VoucherUnknown, ErrorCode::VoucherExpired,
        ErrorCode::VoucherBlocked, ErrorCode::VoucherBalance, ErrorCode::CodeUnknown, ErrorCode::CodeNotValid, ErrorCode::CodeUsedUp,
        ErrorCode::PriceChanged, ErrorCode::BookingTooLarge, ErrorCode::CompanionAlone};
    static constexpr MethodInfo kInfo {"bookings.checkout", "Books held seats, all or none; answered only once it is durable", kSellers, kErrors};
};

struct BookingsList {
    using Params = BookingsListParams;
    using Result = BookingsListResult;
    static constexpr MethodInfo kInfo {"bookings.list", "The caller's bookings, newest first; everybody's at the counter", kSellers, {}};
};

struct BookingsGet {
    using Params = BookingsGetParams;
    using Result = BookingResult;
    static constexpr std::array kErrors {ErrorCode::NotFound};
    static constexpr MethodInfo kInfo {"bookings.get", "One booking with tickets and payments", kSellers, kErrors};
};

struct BookingsCancel {
    using Params = BookingsCancelParams;
    using Result = BookingResult;
    static constexpr std::array kErrors {ErrorCode::NotFound, ErrorCode::AlreadyCancelled, ErrorCode::CancelClosed, ErrorCode::KeyReused, ErrorCode::TableSoldWhole, ErrorCode::TicketUsed,
                                        ErrorCode::TicketReleased, ErrorCode::PaymentNotAllowed, ErrorCode::RefundReferenceMissing, ErrorCode::StaleVersion, ErrorCode::CurrencyMismatch, ErrorCode::VoucherUnknown, ErrorCode::VoucherExpired,
                                        ErrorCode::VoucherBlocked, ErrorCode::CompanionAlone};
    static constexpr MethodInfo kInfo {"bookings.cancel", "Cancels a booking or some of its tickets, refunds them by the ways they were paid and frees the seats at once", kSellers, kErrors};
};

struct BookingsExchange {
    using Params = BookingsExchangeParams;
    using Result = BookingResult;
    static constexpr std::array kErrors {
        ErrorCode::NotFound, ErrorCode::UnknownPlace, ErrorCode::NotHeld, ErrorCode::HoldExpired, ErrorCode::StaleVersion,
        ErrorCode::SeatTaken, ErrorCode::NoPrice, ErrorCode::SaleClosed, ErrorCode::CheckoutRunning, ErrorCode::KeyReused,
        ErrorCode::InsufficientPayment, ErrorCode::PaymentNotAllowed, ErrorCode::CurrencyMismatch, ErrorCode::SeatStranded,
        ErrorCode::AlreadyCancelled, ErrorCode::CancelClosed, ErrorCode::TableSoldWhole, ErrorCode::TicketUsed,
        ErrorCode::TicketReleased, ErrorCode::PaymentMismatch, ErrorCode::RefundReferenceMissing, ErrorCode::VoucherUnknown, ErrorCode::VoucherExpired,
        ErrorCode::VoucherBlocked, ErrorCode::VoucherBalance, ErrorCode::PayUntilTooLate, ErrorCode::CodeUnknown, ErrorCode::CodeNotValid,
        ErrorCode::CodeUsedUp, ErrorCode::PriceChanged, ErrorCode::BookingTooLarge, ErrorCode::CompanionAlone};
    static constexpr MethodInfo kInfo {"bookings.exchange",
                                       "Gives tickets of a booking back for other seats, ticket types or dates, all or none; the difference is paid or refunded",
                                       kSellers, kErrors};
};

struct BookingsRefund {
    using Params = BookingsRefundParams;
    using Result = BookingResult;
    static constexpr std::array kErrors {ErrorCode::NotFound, ErrorCode::KeyReused, ErrorCode::NothingOwed, ErrorCode::RefundReferenceMissing, ErrorCode::CurrencyMismatch,
                                        ErrorCode::VoucherUnknown, ErrorCode::VoucherExpired, ErrorCode::VoucherBlocked};
    static constexpr MethodInfo kInfo {"bookings.refund", "Pays out, by the ways it was paid, what is owed to a booking since an event was cancelled", kCounter, kErrors};
};

} // namespace parterre::protocol
