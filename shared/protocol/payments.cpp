// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/protocol/payments.h"

#include "shared/protocol/checkoutfields.h"

namespace parterre::protocol {

template<>
struct EnumWords<OnlineState> {
    static constexpr std::array all {std::pair {OnlineState::Creating, "creating"},   std::pair {OnlineState::Pending, "pending"},
                                     std::pair {OnlineState::Succeeded, "succeeded"}, std::pair {OnlineState::Failed, "failed"},
                                     std::pair {OnlineState::Cancelled, "cancelled"}, std::pair {OnlineState::Refunding, "refunding"},
                                     std::pair {OnlineState::Refunded, "refunded"},   std::pair {OnlineState::Unmatched, "unmatched"},
                                     std::pair {OnlineState::Settled, "settled"}};
};

template<>
struct EnumWords<UnmatchedKind> {
    static constexpr std::array all {std::pair {UnmatchedKind::Owed, "owed"}, std::pair {UnmatchedKind::RefundedElsewhere, "refunded_elsewhere"},
                                     std::pair {UnmatchedKind::Disputed, "disputed"}};
};

template<>
struct Fields<OnlinePayment> {
    static constexpr const char *name = "OnlinePayment";
    static constexpr auto all()
    {
        return std::make_tuple(field("id", &OnlinePayment::id, "The payment; once it succeeded, also that of the booking"),
                               field("booking", &OnlinePayment::booking, "What is paid"), field("reference", &OnlinePayment::reference, "Of the booking, to read out"),
                               field("state", &OnlinePayment::state, "What became of it so far"), field("amount", &OnlinePayment::amount, "What is due"),
                               field("payUntil", &OnlinePayment::payUntil, "When it is too late to pay"),
                               field("decline", &OnlinePayment::decline, "Why the last attempt failed, in the provider's word"),
                               field("keepsSeats", &OnlinePayment::keepsSeats, "Whether the booking stays reserved when this ends unpaid", {.mayBeAbsent = true}));
    }
};

template<>
struct Fields<UnmatchedMoney> {
    static constexpr const char *name = "UnmatchedMoney";
    static constexpr auto all()
    {
        return std::make_tuple(field("id", &UnmatchedMoney::id, "The money"),
                               field("kind", &UnmatchedMoney::kind, "Whether it is to go back, or went at the provider itself; only the first can be sent back again", {.mayBeAbsent = true}),
                               field("booking", &UnmatchedMoney::booking, "Which it was for, where that is known"),
                               field("reference", &UnmatchedMoney::reference, "Of that booking, to read out"),
                               field("intent", &UnmatchedMoney::intent, "The payment, as the provider calls it"), field("amount", &UnmatchedMoney::amount, "How much"),
                               field("since", &UnmatchedMoney::since, "When it came, or was to go back"),
                               field("problem", &UnmatchedMoney::problem, "Why, in English or in the provider's word"));
    }
};

template<>
struct Fields<PaymentsBeginParams> {
    static constexpr const char *name = "PaymentsBeginParams";
    static constexpr auto all()
    {
        return std::make_tuple(field("key", &PaymentsBeginParams::key, "Idempotency key: new for every sale, the same for every repetition", kIdempotencyKeyRule),
                               field("items", &PaymentsBeginParams::items, "Held seats; all or none. Absent where a booking is named", {.max = kMaxPlacesPerRequest, .mayBeAbsent = true}),
                               field("booking", &PaymentsBeginParams::booking, "A reservation of before, instead of held seats; beside it only key and total"),
                               field("customerName", &PaymentsBeginParams::customerName, "Who the tickets are for; the caller when absent", kNameRule),
                               field("email", &PaymentsBeginParams::email, "To reach them at", kContactEmailRule),
                               field("phone", &PaymentsBeginParams::phone, "To reach them at", kContactPhoneRule),
                               field("strandedReason", &PaymentsBeginParams::strandedReason, "As in bookings.checkout", kReasonRule),
                               field("code", &PaymentsBeginParams::code, "As in cart.quote; its use is given back when nothing is paid", kCodeRule),
                               field("total", &PaymentsBeginParams::total, "What was shown; another one is refused with price_changed"));
    }
};

template<>
struct Fields<PaymentsOfBookingParams> {
    static constexpr const char *name = "PaymentsOfBookingParams";
    static constexpr auto all() { return std::make_tuple(field("booking", &PaymentsOfBookingParams::booking, "Which")); }
};

template<>
struct Fields<PaymentsResult> {
    static constexpr const char *name = "PaymentsResult";
    static constexpr auto all()
    {
        return std::make_tuple(field("payment", &PaymentsResult::payment, "As it stands now"),
                               field("page", &PaymentsResult::page, "URL to pay at, in a browser; whoever has it may pay"));
    }
};

template<>
struct Fields<PaymentsUnmatchedResult> {
    static constexpr const char *name = "PaymentsUnmatchedResult";
    static constexpr auto all() { return std::make_tuple(field("money", &PaymentsUnmatchedResult::money, "Oldest first")); }
};

template<>
struct Fields<PaymentsRefundAgainParams> {
    static constexpr const char *name = "PaymentsRefundAgainParams";
    static constexpr auto all() { return std::make_tuple(field("id", &PaymentsRefundAgainParams::id, "Which money")); }
};

template<>
struct Fields<PaymentsSettleParams> {
    static constexpr const char *name = "PaymentsSettleParams";
    static constexpr auto all()
    {
        return std::make_tuple(field("id", &PaymentsSettleParams::id, "Which money"), field("reason", &PaymentsSettleParams::reason, "What was done; kept in the audit log", kReasonRule));
    }
};

template<>
struct Fields<PaymentsChangedParams> {
    static constexpr const char *name = "PaymentsChangedParams";
    static constexpr auto all() { return std::make_tuple(field("payment", &PaymentsChangedParams::payment, "As it stands now")); }
};

PARTERRE_INSTANTIATE_MESSAGE(PaymentsBeginParams);
PARTERRE_INSTANTIATE_MESSAGE(PaymentsOfBookingParams);
PARTERRE_INSTANTIATE_MESSAGE(PaymentsResult);
PARTERRE_INSTANTIATE_MESSAGE(PaymentsUnmatchedResult);
PARTERRE_INSTANTIATE_MESSAGE(PaymentsRefundAgainParams);
PARTERRE_INSTANTIATE_MESSAGE(PaymentsSettleParams);
PARTERRE_INSTANTIATE_MESSAGE(PaymentsChangedParams);

} // namespace parterre::protocol
