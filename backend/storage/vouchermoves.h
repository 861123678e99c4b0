// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/storage/checkout.h"
#include "shared/core/result.h"
#include "shared/domain/voucher.h"

#include <QHash>

#include <vector>

namespace parterre::storage {

class Database;
class Row;

[[nodiscard]] Voucher voucherFromRow(const Row &row);

// Something that is put onto a voucher, or taken from it.
struct VoucherMove {
    VoucherId voucher = {};
    VoucherMovementKind kind = VoucherMovementKind::Issue;
    qint64 amount = 0;                  // negative: taken
    Instant at = {};
    UserId actor = {};
    BookingId booking = {};             // with `payment`, of a payment or refund
    PaymentId payment = {};
    std::optional<QString> reason = {};
};

// What sales take from vouchers and what refunds put onto them, within the caller's transaction. A voucher that was looked at
// stays locked until the transaction ends, so that two sales, here or at two servers, never judge the same balance; that none
// is below zero is also the table's own condition.
class VoucherMoves
{
public:
    explicit VoucherMoves(Database &database) : m_database(database) {}

    // The vouchers of these codes, in one order for all servers. None that is not there.
    [[nodiscard]] Result<void> lock(QStringList codeHashes);
    // All that these payments of a booking take from vouchers that are locked, or nothing: VoucherUnknown, VoucherExpired,
    // VoucherBlocked, VoucherBalance (limit: what is left), CurrencyMismatch. To be written.
    [[nodiscard]] Result<void> take(const BookingId &booking, const UserId &actor, const QList<Payment> &payments, const QList<VoucherPart> &parts);
    // What was taken so far.
    [[nodiscard]] Result<void> write();

    // Writes a refund at once: onto the voucher that the payment it gives back was taken from, or onto another, which has to be
    // valid then. Sets the last four of the refund.
    [[nodiscard]] Result<void> giveBack(const BookingId &booking, const UserId &actor, Payment &refund);
    [[nodiscard]] Result<void> giveTo(const QString &codeHash, const BookingId &booking, const UserId &actor, Payment &refund);

private:
    // Whether it takes part in payments now.
    [[nodiscard]] static Result<void> isValid(const Voucher &voucher, const Payment &payment);

    Database &m_database;
    QHash<QString, Voucher> m_locked;   // by the hash of the code; with what was taken
    std::vector<VoucherMove> m_moves;
};

// Within the caller's transaction, of a voucher that is locked.
[[nodiscard]] Result<void> writeMove(Database &database, const VoucherMove &move);

} // namespace parterre::storage
