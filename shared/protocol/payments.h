// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/domain/onlinepayment.h"
#include "shared/protocol/bookings.h"

namespace parterre::protocol {

struct PaymentsBeginParams {
    QString key = {};
    QList<CheckoutItem> items = {};
    std::optional<BookingId> booking = {};  // instead: a reservation of before; of the rest only the total is said then
    std::optional<QString> customerName = {};
    std::optional<QString> email = {};
    std::optional<QString> phone = {};
    std::optional<QString> strandedReason = {};
    std::optional<QString> code = {};
    std::optional<Money> total = {};        // that was shown

    friend bool operator==(const PaymentsBeginParams &, const PaymentsBeginParams &) = default;
};

// Of payments.get and cancel.
struct PaymentsOfBookingParams {
    BookingId booking = {};
};

struct PaymentsResult {
    OnlinePayment payment = {};
    std::optional<QString> page = {};       // where to pay, as long as it is pending
};

struct PaymentsUnmatchedResult {
    QList<UnmatchedMoney> money = {};
};

struct PaymentsRefundAgainParams {
    PaymentId id = {};
};

struct PaymentsSettleParams {
    PaymentId id = {};
    QString reason = {};
};

struct PaymentsChangedParams {
    OnlinePayment payment = {};
};

// Held seats become a booking that is reserved until it is paid at `page`, in a browser; when nobody does, they fall free by
// themselves. Of a reservation of before what is open is paid, and it stays reserved when nobody does; while that is under way,
// it is what is answered. Without `page` the provider cannot be reached yet; payments.changed tells when it can.
struct PaymentsBegin {
    using Params = PaymentsBeginParams;
    using Result = PaymentsResult;
    static constexpr std::array kErrors {
        ErrorCode::NotFound,   ErrorCode::UnknownPlace,     ErrorCode::NotHeld,          ErrorCode::HoldExpired,         ErrorCode::StaleVersion,    ErrorCode::SeatTaken,
        ErrorCode::NoPrice,    ErrorCode::SaleClosed,       ErrorCode::CheckoutRunning,  ErrorCode::KeyReused,           ErrorCode::CurrencyMismatch, ErrorCode::SeatStranded,
        ErrorCode::TableSoldWhole, ErrorCode::OnlinePaymentsOff, ErrorCode::ProviderRefused, ErrorCode::CodeUnknown, ErrorCode::CodeNotValid, ErrorCode::CodeUsedUp,
        ErrorCode::PriceChanged, ErrorCode::NotReserved, ErrorCode::ReservationEnded, ErrorCode::AlreadyCancelled, ErrorCode::TooLateOnline, ErrorCode::BookingTooLarge, ErrorCode::CompanionAlone};
    static constexpr MethodInfo kInfo {"payments.begin", "Books held seats, all or none, to be paid online within minutes; or has a reservation paid online", kSellers, kErrors};
};

struct PaymentsGet {
    using Params = PaymentsOfBookingParams;
    using Result = PaymentsResult;
    static constexpr std::array kErrors {ErrorCode::NotFound};
    static constexpr MethodInfo kInfo {"payments.get", "What became of the online payment of a booking so far", kSellers, kErrors};
};

// Answers what it is then; who cancels too late has paid.
struct PaymentsCancel {
    using Params = PaymentsOfBookingParams;
    using Result = PaymentsResult;
    static constexpr std::array kErrors {ErrorCode::NotFound, ErrorCode::OnlinePaymentsOff, ErrorCode::ProviderUnavailable, ErrorCode::ProviderRefused};
    static constexpr MethodInfo kInfo {"payments.cancel", "Gives up paying online: the seats are free at once, unless it is paid", kSellers, kErrors};
};

struct PaymentsUnmatched {
    using Params = Nothing;
    using Result = PaymentsUnmatchedResult;
    static constexpr MethodInfo kInfo {"payments.unmatched", "Money from online payments that was neither booked nor could be given back, or that went otherwise, oldest first, at most 200", kManagers, {}};
};

// PaymentSettled: it is not unmatched any more, or went back already.
struct PaymentsRefundAgain {
    using Params = PaymentsRefundAgainParams;
    using Result = Nothing;
    static constexpr std::array kErrors {ErrorCode::NotFound, ErrorCode::PaymentSettled, ErrorCode::OnlinePaymentsOff};
    static constexpr MethodInfo kInfo {"payments.refundAgain", "Has unmatched money sent back through the provider, once more", kManagers, kErrors};
};

// The same once more is as good as once. PaymentSettled: it was settled otherwise.
struct PaymentsSettle {
    using Params = PaymentsSettleParams;
    using Result = Nothing;
    static constexpr std::array kErrors {ErrorCode::NotFound, ErrorCode::PaymentSettled};
    static constexpr MethodInfo kInfo {"payments.settle", "Says that unmatched money was settled otherwise, and how", kManagers, kErrors};
};

struct PaymentsChanged {
    using Params = PaymentsChangedParams;
    static constexpr NotificationInfo kInfo {"payments.changed", "What became of an online payment of this account"};
};

} // namespace parterre::protocol
