// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/protocol/vouchers.h"

#include "shared/protocol/limits.h"
#include "shared/protocol/paymentfields.h"

namespace parterre::protocol {

template<>
struct EnumWords<VoucherState> {
    static constexpr std::array all {std::pair {VoucherState::Active, "active"}, std::pair {VoucherState::Blocked, "blocked"}};
};

template<>
struct EnumWords<VoucherMovementKind> {
    static constexpr std::array all {std::pair {VoucherMovementKind::Issue, "issue"}, std::pair {VoucherMovementKind::Payment, "payment"},
                                     std::pair {VoucherMovementKind::Refund, "refund"}, std::pair {VoucherMovementKind::Adjustment, "adjustment"}};
};

template<>
struct Fields<Voucher> {
    static constexpr const char *name = "Voucher";
    static constexpr auto all()
    {
        return std::make_tuple(field("id", &Voucher::id, "The voucher"), field("lastFour", &Voucher::lastFour, "Last characters of its code"),
                               field("balance", &Voucher::balance, "What is left"), field("state", &Voucher::state, "Whether it pays"),
                               field("issued", &Voucher::issued, "When"), field("expires", &Voucher::expires, "From then on it does not pay any more; absent: never"),
                               field("note", &Voucher::note, "Of the house; only the counter sees it"),
                               field("blockReason", &Voucher::blockReason, "Why it is blocked; only the counter sees it"));
    }
};

template<>
struct Fields<VoucherMovement> {
    static constexpr const char *name = "VoucherMovement";
    static constexpr auto all()
    {
        return std::make_tuple(field("kind", &VoucherMovement::kind, "Why"),
                               field("amount", &VoucherMovement::amount, "Minor units; negative: taken from it", {.min = -kMaxAmount, .max = kMaxAmount}),
                               field("at", &VoucherMovement::at, "When"), field("actor", &VoucherMovement::actor, "Name of who did it"),
                               field("booking", &VoucherMovement::booking, "That was paid or paid back"),
                               field("bookingReference", &VoucherMovement::bookingReference, "Its reference, to read out"),
                               field("reason", &VoucherMovement::reason, "Of an adjustment: one of 0 blocked the voucher, or let it pay again"));
    }
};

template<>
struct Fields<VouchersIssueParams> {
    static constexpr const char *name = "VouchersIssueParams";
    static constexpr auto all()
    {
        return std::make_tuple(
            field("key", &VouchersIssueParams::key, "Idempotency key: new for every voucher, the same for every repetition", kIdempotencyKeyRule),
            field("amount", &VouchersIssueParams::amount, "What it is worth; 0: an empty one, for a refund to go to"),
            field("payments", &VouchersIssueParams::payments, "How it is paid for: parts as in bookings.checkout, which are the amount together, by any way but a voucher; absent when the amount is 0", kPartsRule),
            field("expires", &VouchersIssueParams::expires, "From then on it does not pay any more; absent: never"),
            field("note", &VouchersIssueParams::note, "Of the house, for itself", kReasonRule));
    }
};

template<>
struct Fields<VouchersIssueResult> {
    static constexpr const char *name = "VouchersIssueResult";
    static constexpr auto all()
    {
        return std::make_tuple(field("voucher", &VouchersIssueResult::voucher, "As it was issued"),
                               field("code", &VouchersIssueResult::code, "Whoever has it may spend it. To print now: only a repetition within 24 hours is told it again"));
    }
};

template<>
struct Fields<VouchersCheckParams> {
    static constexpr const char *name = "VouchersCheckParams";
    static constexpr auto all() { return std::make_tuple(field("code", &VouchersCheckParams::code, "As it was typed or scanned", kVoucherCodeRule)); }
};

template<>
struct Fields<VoucherResult> {
    static constexpr const char *name = "VoucherResult";
    static constexpr auto all() { return std::make_tuple(field("voucher", &VoucherResult::voucher, "As it stands now")); }
};

template<>
struct Fields<VouchersListParams> {
    static constexpr const char *name = "VouchersListParams";
    static constexpr auto all()
    {
        return std::make_tuple(field("text", &VouchersListParams::text, "A code, the end of one, or part of a note", {.max = 100}),
                               field("limit", &VouchersListParams::limit, "Vouchers a page", {.min = 1, .max = kMaxPageSize}),
                               field("cursor", &VouchersListParams::cursor, "`next` of the page before", kCursorRule));
    }
};

template<>
struct Fields<VouchersListResult> {
    static constexpr const char *name = "VouchersListResult";
    static constexpr auto all()
    {
        return std::make_tuple(field("vouchers", &VouchersListResult::vouchers, "Issued last first"), field("next", &VouchersListResult::next, "Cursor of the next page"));
    }
};

template<>
struct Fields<VouchersGetParams> {
    static constexpr const char *name = "VouchersGetParams";
    static constexpr auto all()
    {
        return std::make_tuple(field("voucher", &VouchersGetParams::voucher, "Which"),
                               field("before", &VouchersGetParams::before, "`next` of the page before: older movements"));
    }
};

template<>
struct Fields<VouchersGetResult> {
    static constexpr const char *name = "VouchersGetResult";
    static constexpr auto all()
    {
        return std::make_tuple(field("voucher", &VouchersGetResult::voucher, "As it stands now"), field("movements", &VouchersGetResult::movements, "Newest first"),
                               field("next", &VouchersGetResult::next, "There are older ones before this"));
    }
};

template<>
struct Fields<VouchersBlockParams> {
    static constexpr const char *name = "VouchersBlockParams";
    static constexpr auto all()
    {
        return std::make_tuple(field("voucher", &VouchersBlockParams::voucher, "Which"), field("reason", &VouchersBlockParams::reason, "Kept in the audit log", kReasonRule));
    }
};

template<>
struct Fields<VouchersUnblockParams> {
    static constexpr const char *name = "VouchersUnblockParams";
    static constexpr auto all()
    {
        return std::make_tuple(field("voucher", &VouchersUnblockParams::voucher, "Which"), field("reason", &VouchersUnblockParams::reason, "Kept in the audit log", kReasonRule));
    }
};

template<>
struct Fields<VouchersAdjustParams> {
    static constexpr const char *name = "VouchersAdjustParams";
    static constexpr auto all()
    {
        return std::make_tuple(field("voucher", &VouchersAdjustParams::voucher, "Which"),
                               field("key", &VouchersAdjustParams::key, "Idempotency key: the same for every repetition", kIdempotencyKeyRule),
                               field("amount", &VouchersAdjustParams::amount, "Minor units; negative takes", {.min = -kMaxAmount, .max = kMaxAmount}),
                               field("expires", &VouchersAdjustParams::expires, "From then on it does not pay any more; as before when absent"),
                               field("reason", &VouchersAdjustParams::reason, "Kept with the movement and in the audit log", kReasonRule));
    }
};

PARTERRE_INSTANTIATE_MESSAGE(VouchersIssueParams);
PARTERRE_INSTANTIATE_MESSAGE(VouchersIssueResult);
PARTERRE_INSTANTIATE_MESSAGE(VouchersCheckParams);
PARTERRE_INSTANTIATE_MESSAGE(VoucherResult);
PARTERRE_INSTANTIATE_MESSAGE(VouchersListParams);
PARTERRE_INSTANTIATE_MESSAGE(VouchersListResult);
PARTERRE_INSTANTIATE_MESSAGE(VouchersGetParams);
PARTERRE_INSTANTIATE_MESSAGE(VouchersGetResult);
PARTERRE_INSTANTIATE_MESSAGE(VouchersBlockParams);
PARTERRE_INSTANTIATE_MESSAGE(VouchersUnblockParams);
PARTERRE_INSTANTIATE_MESSAGE(VouchersAdjustParams);

} // namespace parterre::protocol
