// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/domain/voucher.h"
#include "shared/protocol/bookings.h"

namespace parterre::protocol {

// `key`: as in bookings.checkout.
struct VouchersIssueParams {
    QString key = {};
    Money amount = {};
    std::optional<QList<CheckoutPart>> payments = {}; // by any way but another voucher; none for an empty voucher
    std::optional<Instant> expires = {};
    std::optional<QString> note = {};

    friend bool operator==(const VouchersIssueParams &, const VouchersIssueParams &) = default;
};

struct VouchersIssueResult {
    Voucher voucher = {};
    QString code = {};                 // never told again, but to a repetition
};

struct VouchersCheckParams {
    QString code = {};
};

struct VoucherResult {
    Voucher voucher = {};
};

struct VouchersListParams {
    std::optional<QString> text = {};  // a code, the end of one, or part of a note
    std::optional<qint32> limit = {};
    std::optional<QString> cursor = {};
};

struct VouchersListResult {
    QList<Voucher> vouchers = {};
    std::optional<QString> next = {};
};

struct VouchersGetParams {
    VoucherId voucher = {};
    std::optional<qint32> before = {}; // `next` of the page before
};

struct VouchersGetResult {
    Voucher voucher = {};
    QList<VoucherMovement> movements = {};
    std::optional<qint32> next = {};
};

struct VouchersBlockParams {
    VoucherId voucher = {};
    QString reason = {};
};

struct VouchersUnblockParams {
    VoucherId voucher = {};
    QString reason = {};
};

struct VouchersAdjustParams {
    VoucherId voucher = {};
    QString key = {};
    qint64 amount = 0;                 // minor units; negative takes
    std::optional<Instant> expires = {}; // another time than before; unchanged when absent
    QString reason = {};

    friend bool operator==(const VouchersAdjustParams &, const VouchersAdjustParams &) = default;
};

struct VouchersIssue {
    using Params = VouchersIssueParams;
    using Result = VouchersIssueResult;
    static constexpr std::array kErrors {ErrorCode::KeyReused, ErrorCode::InsufficientPayment, ErrorCode::PaymentNotAllowed, ErrorCode::CurrencyMismatch, ErrorCode::PaymentMismatch};
    static constexpr MethodInfo kInfo {"vouchers.issue", "Sells a voucher, or gives one away; its code is told now and not kept", kCounter, kErrors};
};

struct VouchersCheck {
    using Params = VouchersCheckParams;
    using Result = VoucherResult;
    static constexpr std::array kErrors {ErrorCode::VoucherUnknown};
    static constexpr MethodInfo kInfo {"vouchers.check", "What is left on the voucher of a code; guessing gets slower each time", kSellers, kErrors};
};

struct VouchersList {
    using Params = VouchersListParams;
    using Result = VouchersListResult;
    static constexpr MethodInfo kInfo {"vouchers.list", "Vouchers, issued last first", kCounter, {}};
};

struct VouchersGet {
    using Params = VouchersGetParams;
    using Result = VouchersGetResult;
    static constexpr std::array kErrors {ErrorCode::NotFound};
    static constexpr MethodInfo kInfo {"vouchers.get", "One voucher with its movements, newest first", kManagers, kErrors};
};

struct VouchersBlock {
    using Params = VouchersBlockParams;
    using Result = VoucherResult;
    static constexpr std::array kErrors {ErrorCode::NotFound};
    static constexpr MethodInfo kInfo {"vouchers.block", "Lets nothing be taken from a voucher any more; again does no harm", kManagers, kErrors};
};

struct VouchersUnblock {
    using Params = VouchersUnblockParams;
    using Result = VoucherResult;
    static constexpr std::array kErrors {ErrorCode::NotFound};
    static constexpr MethodInfo kInfo {"vouchers.unblock", "Lets a blocked voucher pay again; again does no harm", kManagers, kErrors};
};

struct VouchersAdjust {
    using Params = VouchersAdjustParams;
    using Result = VoucherResult;
    static constexpr std::array kErrors {ErrorCode::NotFound, ErrorCode::KeyReused, ErrorCode::VoucherBalance};
    static constexpr MethodInfo kInfo {"vouchers.adjust", "Corrects what is left on a voucher, or until when it is valid", kManagers, kErrors};
};

} // namespace parterre::protocol
