// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/services/randomness.h"
#include "backend/services/till.h"
#include "backend/services/voucherguesses.h"
#include "backend/storage/repositories/voucherrepository.h"

#include <QObject>

namespace parterre::storage {
class Storage;
}

namespace parterre::services {

struct VoucherSale {
    QString key = {};
    Money amount = {};
    QList<PaymentPart> payments = {}; // none for an empty one
    std::optional<Instant> expires = {};
    std::optional<QString> note = {};
};

// Vouchers as the house sells, looks up and keeps them. What they pay for: BookingService. What is paid for them is judged as
// for tickets, by the same till. Lives on the house thread.
class VoucherService : public QObject
{
    Q_OBJECT
public:
    VoucherService(storage::Storage &storage, const Clock &clock, IdGenerator &ids, Randomness &random, QObject *parent = nullptr);

    // KeyReused, PaymentNotAllowed, and the other refusals of Till.
    void issue(const Caller &caller, const VoucherSale &sale, Done<storage::IssuedVoucher> done);
    // Without the house's note for whoever does not stand at the counter. VoucherUnknown, RateLimited.
    void check(const Caller &caller, const QString &code, Done<Voucher> done);
    // `text`: a code, the end of one, or part of a note.
    void list(const QString &text, storage::VoucherQuery query, Done<storage::VoucherPage> done);
    void movements(const VoucherId &voucher, std::optional<qint32> before, Done<storage::VoucherMovements> done);
    void setState(const Caller &caller, const VoucherId &voucher, VoucherState state, const QString &reason, Done<Voucher> done);
    // As VoucherRepository::adjust().
    void adjust(const Caller &caller, storage::VoucherAdjustment adjustment, Done<Voucher> done);

private:
    storage::Storage &m_storage;
    const Clock &m_clock;
    IdGenerator &m_ids;
    Randomness &m_random;
    const Till m_till;
    VoucherGuesses m_guesses;
};

} // namespace parterre::services
