// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/storage/auditcontext.h"
#include "shared/core/result.h"
#include "shared/domain/booking.h"
#include "shared/domain/voucher.h"

namespace parterre::storage {

class Database;
class Row;

struct VoucherIssue {
    VoucherId id = {};
    QString code = {};
    QString codeHash = {};          // SHA-256 of it, hex
    Money amount = {};
    QList<Payment> payments = {};   // the amount together
    std::optional<Instant> expires = {};
    std::optional<QString> note = {};
    UserId actor = {};
    QString key = {};
    QByteArray requestHash = {};
    AuditContext audit = {};
};

struct IssuedVoucher {
    Voucher voucher = {};           // as it stands now
    QString code = {};
};

struct VoucherAdjustment {
    VoucherId voucher = {};
    qint64 amount = 0;              // negative: taken
    std::optional<Instant> expires = {};
    QString reason = {};
    UserId actor = {};
    QString key = {};
    QByteArray requestHash = {};
    AuditContext audit = {};
};

struct VoucherQuery {
    QString text = {};              // part of a note, or the end of a code; empty: all
    QString codeHash = {};          // of the code that the text is, if it is one
    qint32 limit = 50;
    QString cursor = {};            // VoucherPage::next of the page before
};

struct VoucherPage {
    QList<Voucher> vouchers = {};
    QString next = {};              // empty on the last page
};

struct VoucherMovements {
    Voucher voucher = {};
    QList<VoucherMovement> movements = {}; // newest first
    std::optional<qint32> next = {};       // there are older ones before this
};

// Vouchers as the house sells and keeps them. What sales and refunds move: VoucherMoves.
class VoucherRepository
{
public:
    explicit VoucherRepository(Database &database) : m_database(database) {}

    // Once for a key; while the key is kept a repetition is told the code again. KeyReused, InvalidParams: it would have expired already.
    [[nodiscard]] Result<IssuedVoucher> issue(const VoucherIssue &write);
    [[nodiscard]] Result<Voucher> find(const QString &codeHash); // VoucherUnknown
    [[nodiscard]] Result<VoucherPage> list(const VoucherQuery &query); // issued last first; InvalidParams: the cursor
    // Those before a position, of the newest without one. NotFound.
    [[nodiscard]] Result<VoucherMovements> movements(const VoucherId &id, std::optional<qint32> before, qint32 limit);
    [[nodiscard]] Result<Voucher> setState(const VoucherId &id, VoucherState state, const QString &reason, const AuditContext &audit); // NotFound
    // NotFound, KeyReused, VoucherBalance, InvalidParams: more than a voucher may hold.
    [[nodiscard]] Result<Voucher> adjust(const VoucherAdjustment &write);
    // How many keys were forgotten, and the codes with them.
    [[nodiscard]] Result<qint64> removeKeysBefore(Instant time);
    // Of how many vouchers the money does not add up. Looks at all of them.
    [[nodiscard]] Result<qint64> imbalances();
    // How many movements and payments by voucher do not belong together. Looks at all of them.
    [[nodiscard]] Result<qint64> strays();

private:
    struct Known {
        VoucherId voucher = {};
        QString code = {};
    };

    [[nodiscard]] Result<Voucher> one(QLatin1StringView statement, const VoucherId &id);
    // With why it is blocked.
    [[nodiscard]] Result<Voucher> complete(const Row &row);
    // What an earlier request with the key was about; nothing when there was none. KeyReused: another request.
    [[nodiscard]] Result<std::optional<Known>> known(const UserId &actor, const QString &key, const QByteArray &requestHash);
    [[nodiscard]] Result<void> keepKey(const UserId &actor, const QString &key, const QByteArray &requestHash, const VoucherId &voucher, const std::optional<QString> &code, Instant at);
    [[nodiscard]] Result<void> insert(const VoucherIssue &write);
    [[nodiscard]] Result<void> insert(const VoucherId &voucher, qint32 position, const Payment &payment);

    Database &m_database;
};

} // namespace parterre::storage
