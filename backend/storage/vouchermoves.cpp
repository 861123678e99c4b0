// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/storage/vouchermoves.h"

#include "backend/storage/database.h"
#include "backend/storage/enumtext.h"

#include <algorithm>

namespace parterre::storage {

using namespace Qt::StringLiterals;

Voucher voucherFromRow(const Row &row)
{
    return {.id = row.id<VoucherId>("id"_L1),
            .lastFour = row.text("last_four"_L1),
            .balance = row.money("balance"_L1, "currency"_L1),
            .state = fromText<VoucherState>(row.text("state"_L1)),
            .issued = row.instant("issued"_L1),
            .expires = row.maybeInstant("expires"_L1),
            .note = row.maybeText("note"_L1)};
}

Result<void> writeMove(Database &database, const VoucherMove &move)
{
    const Result<Rows> moved = database.run("vouchers.move"_L1, {{"voucher"_L1, move.voucher},
                                                                 {"kind"_L1, toText(move.kind)},
                                                                 {"amount"_L1, move.amount},
                                                                 {"at"_L1, move.at},
                                                                 {"actor"_L1, move.actor},
                                                                 {"booking"_L1, move.booking},
                                                                 {"payment"_L1, move.payment},
                                                                 {"reason"_L1, move.reason}});
    if (!moved)
        return moved.error();
    const Result<Rows> changed = database.run("vouchers.change_balance"_L1, {{"id"_L1, move.voucher}, {"amount"_L1, move.amount}});
    return changed ? Result<void>() : changed.error();
}

Result<void> VoucherMoves::lock(QStringList codeHashes)
{
    codeHashes.sort();
    codeHashes.removeDuplicates();
    for (const QString &hash : std::as_const(codeHashes)) {
        const Result<Rows> rows = m_database.run("vouchers.lock_of_code"_L1, {{"code_hash"_L1, hash}});
        if (!rows)
            return rows.error();
        if (!rows->empty())
            m_locked.insert(hash, voucherFromRow(rows->front()));
    }
    return {};
}

Result<void> VoucherMoves::isValid(const Voucher &voucher, const Payment &payment)
{
    if (voucher.state == VoucherState::Blocked)
        return ErrorCode::VoucherBlocked;
    if (voucher.isExpired(payment.at))
        return ErrorCode::VoucherExpired;
    return voucher.balance.currency == payment.amount.currency ? Result<void>() : ErrorCode::CurrencyMismatch;
}

Result<void> VoucherMoves::take(const BookingId &booking, const UserId &actor, const QList<Payment> &payments, const QList<VoucherPart> &parts)
{
    QHash<QString, Voucher> after = m_locked;
    std::vector<VoucherMove> moves;
    for (const VoucherPart &part : parts) {
        const auto payment = std::find_if(payments.begin(), payments.end(), [&part](const Payment &each) { return each.id == part.payment; });
        if (payment == payments.end())
            return Error {.code = ErrorCode::InvalidParams, .detail = u"a voucher for a payment that is not there"_s};
        const auto found = after.find(part.codeHash);
        if (found == after.end())
            return ErrorCode::VoucherUnknown;
        if (Result<void> valid = isValid(*found, *payment); !valid)
            return valid;
        if (found->balance.amount < payment->amount.amount)
            return Error {.code = ErrorCode::VoucherBalance, .limit = found->balance.amount};
        found->balance.amount -= payment->amount.amount;
        moves.push_back({.voucher = found->id,
                         .kind = VoucherMovementKind::Payment,
                         .amount = -payment->amount.amount,
                         .at = payment->at,
                         .actor = actor,
                         .booking = booking,
                         .payment = payment->id});
    }
    m_locked = std::move(after);
    m_moves.insert(m_moves.end(), moves.begin(), moves.end());
    return {};
}

Result<void> VoucherMoves::write()
{
    for (const VoucherMove &move : std::exchange(m_moves, {})) {
        if (Result<void> written = writeMove(m_database, move); !written)
            return written;
    }
    return {};
}

Result<void> VoucherMoves::giveBack(const BookingId &booking, const UserId &actor, Payment &refund)
{
    const Result<Rows> from = m_database.run("vouchers.of_payment"_L1, {{"payment"_L1, refund.refunds}});
    if (!from)
        return from.error();
    if (from->empty())
        return Error {.code = ErrorCode::Internal, .detail = u"a payment by voucher that was taken from none"_s};
    const auto id = from->front().id<VoucherId>("voucher"_L1);
    const Result<Rows> locked = m_database.run("vouchers.lock"_L1, {{"id"_L1, id}});
    if (!locked)
        return locked.error();
    refund.lastFour = locked->front().text("last_four"_L1);
    return writeMove(m_database, {.voucher = id, .kind = VoucherMovementKind::Refund, .amount = refund.amount.amount, .at = refund.at, .actor = actor, .booking = booking, .payment = refund.id});
}

Result<void> VoucherMoves::giveTo(const QString &codeHash, const BookingId &booking, const UserId &actor, Payment &refund)
{
    if (Result<void> locked = lock({codeHash}); !locked)
        return locked;
    const auto voucher = m_locked.constFind(codeHash);
    if (voucher == m_locked.constEnd())
        return ErrorCode::VoucherUnknown;
    if (Result<void> valid = isValid(*voucher, refund); !valid)
        return valid;
    refund.lastFour = voucher->lastFour;
    return writeMove(m_database,
                     {.voucher = voucher->id, .kind = VoucherMovementKind::Refund, .amount = refund.amount.amount, .at = refund.at, .actor = actor, .booking = booking, .payment = refund.id});
}

} // namespace parterre::storage
