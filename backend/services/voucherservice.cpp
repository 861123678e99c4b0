// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/services/voucherservice.h"

#include "backend/services/requesthash.h"
#include "backend/storage/storage.h"
#include "shared/core/utctime.h"
#include "shared/domain/vouchercode.h"

#include <array>

namespace parterre::services {

namespace {

constexpr qint32 kMovementsAPage = 100;

Error invalid(const QString &what)
{
    return {.code = ErrorCode::InvalidParams, .detail = what};
}

QString textOf(const std::optional<Instant> &instant)
{
    return instant ? toIsoUtc(*instant) : QString();
}

QByteArray hashOf(const VoucherSale &sale)
{
    RequestHash hash(QStringLiteral("voucher issue"));
    hash.add(QString::number(sale.amount.amount)).add(sale.amount.currency.code()).add(textOf(sale.expires)).add(sale.note.value_or(QString()));
    addToHash(hash, sale.payments);
    return hash.result();
}

QByteArray hashOf(const storage::VoucherAdjustment &adjustment)
{
    RequestHash hash(QStringLiteral("voucher adjustment"));
    hash.add(adjustment.voucher.toString()).add(QString::number(adjustment.amount)).add(textOf(adjustment.expires)).add(adjustment.reason);
    return hash.result();
}

QString makeCode(Randomness &random)
{
    std::array<uchar, kVoucherRandomBytes> bytes {};
    random.fill(bytes);
    return makeVoucherCode(bytes);
}

} // namespace

// Whether customers may pay in cash is not asked: only the counter sells vouchers.
VoucherService::VoucherService(storage::Storage &storage, const Clock &clock, IdGenerator &ids, Randomness &random, QObject *parent)
    : QObject(parent), m_storage(storage), m_clock(clock), m_ids(ids), m_random(random), m_till(clock, ids, {}), m_guesses(clock)
{
}

void VoucherService::issue(const Caller &caller, const VoucherSale &sale, Done<storage::IssuedVoucher> done)
{
    if (payByVoucher(sale.payments))
        return done(Error {.code = ErrorCode::PaymentNotAllowed, .detail = QStringLiteral("a voucher is not paid for by another")});
    if (sale.amount.amount == 0 && !sale.payments.isEmpty())
        return done(invalid(QStringLiteral("payments: nothing is paid for an empty voucher")));
    QList<Payment> payments;
    if (sale.amount.amount > 0) {
        const Result<QList<Payment>> taken = m_till.take(caller, sale.payments, sale.amount);
        if (!taken)
            return done(taken.error());
        payments = *taken;
    }
    const QString code = makeCode(m_random);
    const Instant now = m_clock.utcNow();
    const storage::VoucherIssue write {.id = m_ids.make<VoucherId>(),
                                       .code = code,
                                       .codeHash = hashOfVoucher(code),
                                       .amount = sale.amount,
                                       .payments = payments,
                                       .expires = sale.expires,
                                       .note = sale.note,
                                       .actor = caller.user.id,
                                       .key = sale.key,
                                       .requestHash = hashOf(sale),
                                       .audit = caller.audit(now)};
    m_storage.write(this, [write](storage::Database &database) { return storage::VoucherRepository(database).issue(write); }, std::move(done));
}

void VoucherService::check(const Caller &caller, const QString &code, Done<Voucher> done)
{
    const std::optional<QString> read = readVoucherCode(code);
    if (!read)
        return done(ErrorCode::VoucherUnknown);
    const Result<Done<Voucher>> answer = m_guesses.guard(caller, true, done);
    if (!answer)
        return done(answer.error());
    m_storage.read(this, [hash = hashOfVoucher(*read)](storage::Database &database) { return storage::VoucherRepository(database).find(hash); },
                   [answer = *answer, isCounter = caller.isCounter()](Result<Voucher> voucher) {
        if (voucher && !isCounter) {
            voucher->note.reset();
            voucher->blockReason.reset();
        }
        answer(voucher);
    });
}

void VoucherService::list(const QString &text, storage::VoucherQuery query, Done<storage::VoucherPage> done)
{
    query.text = text;
    if (const std::optional<QString> code = readVoucherCode(text))
        query.codeHash = hashOfVoucher(*code);
    m_storage.read(this, [query](storage::Database &database) { return storage::VoucherRepository(database).list(query); }, std::move(done));
}

void VoucherService::movements(const VoucherId &voucher, std::optional<qint32> before, Done<storage::VoucherMovements> done)
{
    m_storage.read(this, [voucher, before](storage::Database &database) { return storage::VoucherRepository(database).movements(voucher, before, kMovementsAPage); }, std::move(done));
}

void VoucherService::setState(const Caller &caller, const VoucherId &voucher, VoucherState state, const QString &reason, Done<Voucher> done)
{
    m_storage.write(this, [voucher, state, reason, audit = caller.audit(m_clock.utcNow())](storage::Database &database) {
        return storage::VoucherRepository(database).setState(voucher, state, reason, audit);
    }, std::move(done));
}

void VoucherService::adjust(const Caller &caller, storage::VoucherAdjustment adjustment, Done<Voucher> done)
{
    if (adjustment.amount == 0 && !adjustment.expires)
        return done(invalid(QStringLiteral("amount: an adjustment that changes nothing")));
    adjustment.requestHash = hashOf(adjustment);
    adjustment.actor = caller.user.id;
    adjustment.audit = caller.audit(m_clock.utcNow());
    m_storage.write(this, [adjustment](storage::Database &database) { return storage::VoucherRepository(database).adjust(adjustment); }, std::move(done));
}

} // namespace parterre::services
