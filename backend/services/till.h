// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/services/caller.h"
#include "backend/storage/checkout.h"
#include "shared/domain/paymentrules.h"

namespace parterre::services {

class RequestHash;

struct BookingRules {
    // Whether customers and guests may record their own bookings as paid in cash: a kiosk beside the till, or a demo.
    bool selfServiceCash = false;
};

// One part of a payment, as it was asked for.
struct PaymentPart {
    PaymentKind kind = PaymentKind::Cash;
    std::optional<Money> amount = {};   // all that is due when absent; then there are no other parts
    std::optional<Money> tendered = {}; // exactly the amount when absent
    std::optional<QString> reference = {};
    std::optional<QString> brand = {};
    std::optional<QString> lastFour = {};
    std::optional<QString> payer = {};
    std::optional<QString> reason = {};
    std::optional<QString> code = {}; // of the voucher, as it was typed
};

// What is due, in cash, as long as nobody says otherwise.
[[nodiscard]] inline QList<PaymentPart> allInCash() { return {PaymentPart {}}; }

[[nodiscard]] inline bool isAllInCash(const QList<PaymentPart> &parts)
{
    return parts.size() == 1 && parts.constFirst().kind == PaymentKind::Cash && !parts.constFirst().amount && !parts.constFirst().tendered;
}

void addToHash(RequestHash &hash, const QList<PaymentPart> &parts);

[[nodiscard]] bool payByVoucher(const QList<PaymentPart> &parts);
// Which vouchers pay what take() made of the parts.
[[nodiscard]] QList<storage::VoucherPart> vouchersOf(const QList<PaymentPart> &parts, const QList<Payment> &payments);
// What is kept of a voucher's code, which is random enough not to be found by trying: SHA-256, hex.
[[nodiscard]] QString hashOfVoucher(const QString &code);

// Judges what is handed over for what is due. Lives on the house thread.
class Till
{
public:
    Till(const Clock &clock, IdGenerator &ids, BookingRules rules) : m_clock(clock), m_ids(ids), m_rules(rules) {}

    // The payments, which are what is due together; nothing may be due. PaymentNotAllowed, CurrencyMismatch,
    // InsufficientPayment, PaymentMismatch, VoucherUnknown (what cannot be a code), InvalidParams.
    [[nodiscard]] Result<QList<Payment>> take(const Caller &caller, const QList<PaymentPart> &parts, const Money &due) const;
    // Who may not take cash cannot hand it out either.
    [[nodiscard]] bool mayTake(const Caller &caller, PaymentKind kind) const;

private:
    [[nodiscard]] Result<Payment> take(const PaymentPart &part, const Money &due) const;

    const Clock &m_clock;
    IdGenerator &m_ids;
    const BookingRules m_rules;
};

} // namespace parterre::services
