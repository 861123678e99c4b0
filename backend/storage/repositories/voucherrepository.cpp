// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/storage/repositories/voucherrepository.h"

#include "backend/storage/bookingrows.h"
#include "backend/storage/cursor.h"
#include "backend/storage/database.h"
#include "backend/storage/enumtext.h"
#include "backend/storage/repositories/auditrepository.h"
#include "backend/storage/searchtext.h"
#include "backend/storage/vouchermoves.h"
#include "shared/core/utctime.h"
#include "shared/domain/vouchercode.h"

#include <QJsonArray>

#include <limits>

namespace parterre::storage {

using namespace Qt::StringLiterals;

namespace {

// After every voucher: there the first page begins.
Cursor endOfTime()
{
    constexpr std::chrono::milliseconds kLastSecondOfTheYear9999 {253'402'300'799'000};
    return {.at = Instant(kLastSecondOfTheYear9999), .id = QUuid(u"ffffffff-ffff-ffff-ffff-ffffffffffff"_s)};
}

// Without the code, of which nobody reads more than the end.
AuditEvent auditOf(const AuditContext &context, const QString &action, const VoucherId &voucher, const QJsonObject &before, const QJsonObject &after)
{
    return {.context = context, .action = action, .objectKind = u"voucher"_s, .objectId = voucher.toString(), .before = before, .after = after};
}

QJsonValue jsonOf(const std::optional<Instant> &instant)
{
    return instant ? QJsonValue(toIsoUtc(*instant)) : QJsonValue();
}

QJsonArray jsonOf(const QList<Payment> &payments)
{
    QJsonArray all;
    for (const Payment &payment : payments)
        all.append(QJsonObject {{u"amount"_s, payment.amount.amount}, {u"kind"_s, QString(toText(payment.kind))}, {u"reason"_s, payment.reason.value_or(QString())}});
    return all;
}

VoucherMovement movementFromRow(const Row &row)
{
    const auto booking = row.id<BookingId>("booking"_L1);
    return {.kind = fromText<VoucherMovementKind>(row.text("kind"_L1)),
            .amount = row.integer("amount"_L1),
            .at = row.instant("at"_L1),
            .actor = row.text("actor_name"_L1),
            .booking = booking.isNull() ? std::nullopt : std::optional(booking),
            .bookingReference = row.maybeText("booking_reference"_L1),
            .reason = row.maybeText("reason"_L1)};
}

} // namespace

Result<Voucher> VoucherRepository::one(QLatin1StringView statement, const VoucherId &id)
{
    const Result<Rows> rows = m_database.run(statement, {{"id"_L1, id}});
    if (!rows)
        return rows.error();
    return rows->empty() ? Result<Voucher>(ErrorCode::NotFound) : complete(rows->front());
}

Result<Voucher> VoucherRepository::complete(const Row &row)
{
    Voucher voucher = voucherFromRow(row);
    if (voucher.state != VoucherState::Blocked)
        return voucher;
    const Result<Rows> reason = m_database.run("vouchers.state_reason"_L1, {{"voucher"_L1, voucher.id}});
    if (!reason)
        return reason.error();
    if (!reason->empty()) // it may be blocked since before reasons were kept
        voucher.blockReason = reason->front().text("reason"_L1);
    return voucher;
}

Result<std::optional<VoucherRepository::Known>> VoucherRepository::known(const UserId &actor, const QString &key, const QByteArray &requestHash)
{
    const Result<Rows> rows = m_database.run("vouchers.find_key"_L1, {{"actor"_L1, actor}, {"key"_L1, key}});
    if (!rows)
        return rows.error();
    if (rows->empty())
        return std::optional<Known>();
    const Row &row = rows->front();
    if (row.text("request_hash"_L1) != QString::fromLatin1(requestHash.toHex()))
        return Error {.code = ErrorCode::KeyReused};
    return std::optional(Known {.voucher = row.id<VoucherId>("voucher"_L1), .code = row.text("code"_L1)});
}

Result<void> VoucherRepository::keepKey(const UserId &actor, const QString &key, const QByteArray &requestHash, const VoucherId &voucher, const std::optional<QString> &code, Instant at)
{
    const Result<Rows> kept = m_database.run("vouchers.keep_key"_L1, {{"actor"_L1, actor},
                                                                      {"key"_L1, key},
                                                                      {"request_hash"_L1, QString::fromLatin1(requestHash.toHex())},
                                                                      {"voucher"_L1, voucher},
                                                                      {"code"_L1, code},
                                                                      {"created"_L1, at}});
    if (!kept)
        return kept.error();
    if (kept->empty()) // another server was faster with it; the next look finds what it wrote
        return Error {.code = ErrorCode::Overloaded, .detail = u"the same request is being written"_s, .retryAfterSeconds = 1};
    return {};
}

Result<IssuedVoucher> VoucherRepository::issue(const VoucherIssue &write)
{
    const Result<std::optional<Known>> earlier = known(write.actor, write.key, write.requestHash);
    if (!earlier)
        return earlier.error();
    const Known issued = earlier->value_or(Known {.voucher = write.id, .code = write.code});
    if (!*earlier) {
        if (const Result<void> inserted = insert(write); !inserted)
            return inserted.error();
    }
    const Result<Voucher> voucher = one("vouchers.get"_L1, issued.voucher);
    return voucher ? IssuedVoucher {.voucher = *voucher, .code = issued.code} : Result<IssuedVoucher>(voucher.error());
}

Result<void> VoucherRepository::insert(const VoucherIssue &write)
{
    if (write.expires && *write.expires <= write.audit.at)
        return Error {.code = ErrorCode::InvalidParams, .detail = u"expires: in the past"_s};
    const QString lastFour = lastFourOfVoucher(write.code);
    const Result<Rows> inserted = m_database.run("vouchers.insert"_L1, {{"id"_L1, write.id},
                                                                        {"code_hash"_L1, write.codeHash},
                                                                        {"last_four"_L1, lastFour},
                                                                        {"currency"_L1, write.amount.currency.code()},
                                                                        {"issued"_L1, write.audit.at},
                                                                        {"issued_by"_L1, write.actor},
                                                                        {"expires"_L1, write.expires},
                                                                        {"note"_L1, write.note},
                                                                        {"search_text"_L1, foldForSearch(write.note.value_or(QString())) + u'\n' + foldCode(lastFour)}});
    if (!inserted)
        return inserted.error();
    qint32 position = 0;
    for (const Payment &payment : write.payments) {
        if (Result<void> paid = insert(write.id, position++, payment); !paid)
            return paid;
    }
    if (Result<void> moved = writeMove(m_database, {.voucher = write.id, .kind = VoucherMovementKind::Issue, .amount = write.amount.amount, .at = write.audit.at, .actor = write.actor}); !moved)
        return moved;
    if (Result<void> kept = keepKey(write.actor, write.key, write.requestHash, write.id, write.code, write.audit.at); !kept)
        return kept;
    return AuditRepository(m_database)
        .append(auditOf(write.audit, u"voucher.issued"_s, write.id, {},
                        {{u"amount"_s, write.amount.amount},
                         {u"currency"_s, write.amount.currency.code()},
                         {u"expires"_s, jsonOf(write.expires)},
                         {u"lastFour"_s, lastFour},
                         {u"payments"_s, jsonOf(write.payments)}}));
}

Result<void> VoucherRepository::insert(const VoucherId &voucher, qint32 position, const Payment &payment)
{
    Bindings bindings = bindingsOf(payment);
    bindings.push_back({"voucher"_L1, voucher});
    bindings.push_back({"position"_L1, position});
    const Result<Rows> inserted = m_database.run("vouchers.insert_payment"_L1, bindings);
    return inserted ? Result<void>() : inserted.error();
}

Result<Voucher> VoucherRepository::find(const QString &codeHash)
{
    const Result<Rows> rows = m_database.run("vouchers.find"_L1, {{"code_hash"_L1, codeHash}});
    if (!rows)
        return rows.error();
    return rows->empty() ? Result<Voucher>(ErrorCode::VoucherUnknown) : complete(rows->front());
}

Result<VoucherPage> VoucherRepository::list(const VoucherQuery &query)
{
    Cursor before = endOfTime();
    if (!query.cursor.isEmpty()) {
        Result<Cursor> read = Cursor::fromString(query.cursor);
        if (!read)
            return read.error();
        before = *read;
    }
    const QString text = foldForSearch(query.text);
    const Result<Rows> rows = m_database.run("vouchers.list"_L1, {{"any_text"_L1, text.isEmpty()},
                                                                  {"pattern"_L1, containsPattern(text)},
                                                                  {"code_hash"_L1, query.codeHash},
                                                                  {"before_issued"_L1, before.at},
                                                                  {"before_id"_L1, VoucherId(before.id)},
                                                                  {"limit"_L1, query.limit + 1}});
    if (!rows)
        return rows.error();
    VoucherPage page;
    for (const Row &row : *rows) {
        if (page.vouchers.size() == query.limit) { // the one too many: there is another page
            page.next = Cursor {page.vouchers.constLast().issued, page.vouchers.constLast().id.uuid()}.toString();
            break;
        }
        const Result<Voucher> voucher = complete(row);
        if (!voucher)
            return voucher.error();
        page.vouchers.append(*voucher);
    }
    return page;
}

Result<VoucherMovements> VoucherRepository::movements(const VoucherId &id, std::optional<qint32> before, qint32 limit)
{
    const Result<Voucher> voucher = one("vouchers.get"_L1, id);
    if (!voucher)
        return voucher.error();
    const Result<Rows> rows = m_database.run("vouchers.movements"_L1, {{"voucher"_L1, id}, {"before"_L1, before.value_or(std::numeric_limits<qint32>::max())}, {"limit"_L1, limit + 1}});
    if (!rows)
        return rows.error();
    VoucherMovements found {.voucher = *voucher};
    qint32 last = 0;
    for (const Row &row : *rows) {
        if (found.movements.size() == limit) {
            found.next = last;
            break;
        }
        last = row.int32("position"_L1);
        found.movements.append(movementFromRow(row));
    }
    return found;
}

Result<Voucher> VoucherRepository::setState(const VoucherId &id, VoucherState state, const QString &reason, const AuditContext &audit)
{
    Result<Voucher> voucher = one("vouchers.lock"_L1, id);
    if (!voucher || voucher->state == state)
        return voucher;
    if (const Result<Rows> set = m_database.run("vouchers.set_state"_L1, {{"id"_L1, id}, {"state"_L1, toText(state)}}); !set)
        return set.error();
    if (const Result<void> told = writeMove(m_database, {.voucher = id, .kind = VoucherMovementKind::Adjustment, .amount = 0, .at = audit.at, .actor = audit.actor, .reason = reason}); !told)
        return told.error();
    const QString action = state == VoucherState::Blocked ? u"voucher.blocked"_s : u"voucher.unblocked"_s;
    const Result<void> noted = AuditRepository(m_database)
                                   .append(auditOf(audit, action, id, {{u"state"_s, QString(toText(voucher->state))}},
                                                   {{u"lastFour"_s, voucher->lastFour}, {u"reason"_s, reason}, {u"state"_s, QString(toText(state))}}));
    if (!noted)
        return noted.error();
    voucher->state = state;
    voucher->blockReason = state == VoucherState::Blocked ? std::optional(reason) : std::nullopt;
    return voucher;
}

Result<Voucher> VoucherRepository::adjust(const VoucherAdjustment &write)
{
    const Result<std::optional<Known>> earlier = known(write.actor, write.key, write.requestHash);
    if (!earlier)
        return earlier.error();
    const Result<Voucher> voucher = one("vouchers.lock"_L1, write.voucher);
    if (!voucher || *earlier)
        return voucher;
    Voucher after = *voucher;
    after.balance.amount += write.amount;
    after.expires = write.expires ? write.expires : voucher->expires;
    if (after.balance.amount < 0)
        return Error {.code = ErrorCode::VoucherBalance, .limit = voucher->balance.amount};
    if (after.balance.amount > kMaxAmount)
        return Error {.code = ErrorCode::InvalidParams, .detail = u"more than a voucher may hold"_s, .limit = kMaxAmount};
    if (write.amount != 0) {
        const Result<void> moved = writeMove(
            m_database, {.voucher = write.voucher, .kind = VoucherMovementKind::Adjustment, .amount = write.amount, .at = write.audit.at, .actor = write.actor, .reason = write.reason});
        if (!moved)
            return moved.error();
    }
    if (const Result<Rows> set = m_database.run("vouchers.set_expiry"_L1, {{"id"_L1, write.voucher}, {"expires"_L1, after.expires}}); !set)
        return set.error();
    if (const Result<void> kept = keepKey(write.actor, write.key, write.requestHash, write.voucher, std::nullopt, write.audit.at); !kept)
        return kept.error();
    const auto told = [](const Voucher &each) { return QJsonObject {{u"balance"_s, each.balance.amount}, {u"expires"_s, jsonOf(each.expires)}}; };
    QJsonObject now = told(after);
    now.insert(u"lastFour"_s, voucher->lastFour);
    now.insert(u"reason"_s, write.reason);
    const Result<void> noted = AuditRepository(m_database).append(auditOf(write.audit, u"voucher.adjusted"_s, write.voucher, told(*voucher), now));
    return noted ? Result<Voucher>(after) : noted.error();
}

Result<qint64> VoucherRepository::removeKeysBefore(Instant time)
{
    const Result<Rows> removed = m_database.run("vouchers.remove_keys_before"_L1, {{"time"_L1, time}});
    return removed ? Result<qint64>(static_cast<qint64>(removed->size())) : removed.error();
}

Result<qint64> VoucherRepository::imbalances()
{
    const Result<Rows> rows = m_database.run("vouchers.imbalances"_L1);
    return rows ? Result<qint64>(rows->front().integer("imbalances"_L1)) : rows.error();
}

Result<qint64> VoucherRepository::strays()
{
    const Result<Rows> rows = m_database.run("vouchers.strays"_L1);
    return rows ? Result<qint64>(rows->front().integer("strays"_L1)) : rows.error();
}

} // namespace parterre::storage
