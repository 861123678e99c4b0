// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/storage/repositories/onlinepaymentrepository.h"

#include "backend/storage/database.h"
#include "backend/storage/enumtext.h"
#include "backend/storage/repositories/auditrepository.h"

namespace parterre::storage {

using namespace Qt::StringLiterals;

namespace {

constexpr QLatin1StringView kProvider = "stripe"_L1; // the only one so far

Result<void> done(const Result<Rows> &rows)
{
    return rows ? Result<void>() : rows.error();
}

template<class T>
std::optional<T> orNone(const T &value)
{
    return value == T() ? std::nullopt : std::optional(value);
}

// Of what came for a payment and could not be booked there is one.
PaymentId idOfReturn(const PaymentId &payment)
{
    return PaymentId(QUuid::createUuidV5(payment.uuid(), "return"_ba));
}

} // namespace

Result<StoredOnlinePayment> OnlinePaymentRepository::get(const PaymentId &id)
{
    const Result<Rows> rows = m_database.run("online_payments.get"_L1, {{"id"_L1, id}});
    if (!rows)
        return rows.error();
    if (rows->empty())
        return ErrorCode::NotFound;
    const Row &row = rows->front();
    return StoredOnlinePayment {.payment = {.id = id,
                                            .booking = row.id<BookingId>("booking"_L1),
                                            .reference = row.text("reference"_L1),
                                            .state = fromText<OnlineState>(row.text("state"_L1)),
                                            .amount = row.money("amount"_L1, "currency"_L1),
                                            .payUntil = row.instant("pay_until"_L1),
                                            .decline = row.maybeText("decline"_L1)},
                                .owner = row.id<UserId>("owner"_L1),
                                .actor = row.id<UserId>("actor"_L1),
                                .intent = row.text("intent"_L1),
                                .page = row.text("page"_L1),
                                .endsBooking = row.boolean("ends_booking"_L1),
                                .withdrawn = row.boolean("withdrawn"_L1),
                                .bookingIsOver = row.text("booking_state"_L1) == toText(BookingState::Cancelled),
                                .attempts = row.int32("attempts"_L1)};
}

Result<StoredOnlinePayment> OnlinePaymentRepository::find(QLatin1StringView statement, QLatin1StringView key, const Value &value)
{
    const Result<Rows> rows = m_database.run(statement, {{key, value}});
    if (!rows)
        return rows.error();
    return rows->empty() ? Result<StoredOnlinePayment>(ErrorCode::NotFound) : get(rows->front().id<PaymentId>("id"_L1));
}

Result<StoredOnlinePayment> OnlinePaymentRepository::ofBooking(const BookingId &booking)
{
    return find("online_payments.of_booking"_L1, "booking"_L1, booking);
}

Result<StoredOnlinePayment> OnlinePaymentRepository::ofIntent(const QString &intent)
{
    return find("online_payments.of_intent"_L1, "intent"_L1, intent);
}

Result<StoredOnlinePayment> OnlinePaymentRepository::ofPage(const QString &page)
{
    return find("online_payments.of_page"_L1, "page"_L1, page);
}

Result<StoredOnlinePayment> OnlinePaymentRepository::begin(const StoredOnlinePayment &fresh, Instant now, Instant nextLook)
{
    const OnlinePayment &payment = fresh.payment;
    // The booking is whoever's who asks for it; two that ask at once, with one key, wait for each other here.
    if (const Result<Rows> locked = m_database.run("bookings.lock"_L1, {{"id"_L1, payment.booking}}); !locked)
        return locked.error();
    Result<StoredOnlinePayment> known = ofBooking(payment.booking);
    return known || known.error().code != ErrorCode::NotFound ? known : insert(fresh, now, nextLook);
}

Result<StoredOnlinePayment> OnlinePaymentRepository::insert(const StoredOnlinePayment &fresh, Instant now, Instant nextLook)
{
    const OnlinePayment &payment = fresh.payment;
    const Result<Rows> inserted = m_database.run("online_payments.insert"_L1, {{"id"_L1, payment.id},
                                                                              {"booking"_L1, payment.booking},
                                                                              {"actor"_L1, fresh.actor},
                                                                              {"provider"_L1, kProvider},
                                                                              {"page"_L1, fresh.page},
                                                                              {"amount"_L1, payment.amount.amount},
                                                                              {"currency"_L1, payment.amount.currency.code()},
                                                                              {"pay_until"_L1, payment.payUntil},
                                                                              {"ends_booking"_L1, fresh.endsBooking},
                                                                              {"next_look"_L1, nextLook},
                                                                              {"created"_L1, now}});
    return inserted ? get(payment.id) : inserted.error();
}

Result<void> OnlinePaymentRepository::lookAgain(const PaymentId &id, Instant when, qint32 attempts)
{
    return done(m_database.run("online_payments.look_again"_L1, {{"id"_L1, id}, {"next_look"_L1, when}, {"attempts"_L1, attempts}}));
}

Result<void> OnlinePaymentRepository::withdraw(const BookingId &booking, Instant now)
{
    return done(m_database.run("online_payments.withdraw"_L1, {{"booking"_L1, booking}, {"now"_L1, now}}));
}

Result<void> OnlinePaymentRepository::moveEnd(const BookingId &booking, std::chrono::milliseconds by)
{
    const Result<StoredOnlinePayment> known = ofBooking(booking);
    if (!known)
        return known.error().code == ErrorCode::NotFound ? Result<void>() : known.error();
    return done(m_database.run("online_payments.move_end"_L1, {{"id"_L1, known->payment.id}, {"pay_until"_L1, known->payment.payUntil + by}}));
}

Result<QList<PaymentId>> OnlinePaymentRepository::due(QLatin1StringView statement, Instant now, qint32 limit)
{
    const Result<Rows> rows = m_database.run(statement, {{"now"_L1, now}, {"limit"_L1, limit}});
    if (!rows)
        return rows.error();
    QList<PaymentId> ids;
    for (const Row &row : *rows)
        ids.append(row.id<PaymentId>("id"_L1));
    return ids;
}

Result<QList<PaymentId>> OnlinePaymentRepository::duePayments(Instant now, qint32 limit)
{
    return due("online_payments.due"_L1, now, limit);
}

Result<QList<PaymentId>> OnlinePaymentRepository::dueRefunds(Instant now, qint32 limit)
{
    return due("online_refunds.due"_L1, now, limit);
}

Result<StoredOnlineRefund> OnlinePaymentRepository::refund(const PaymentId &id)
{
    const Result<Rows> rows = m_database.run("online_refunds.get"_L1, {{"id"_L1, id}});
    if (!rows)
        return rows.error();
    if (rows->empty())
        return ErrorCode::NotFound;
    const Row &row = rows->front();
    return StoredOnlineRefund {.id = id,
                               .payment = row.id<PaymentId>("payment"_L1),
                               .booking = row.id<BookingId>("booking"_L1),
                               .intent = row.text("intent"_L1),
                               .amount = row.money("amount"_L1, "currency"_L1),
                               .kind = fromText<UnmatchedKind>(row.text("kind"_L1)),
                               .state = fromText<OnlineState>(row.text("state"_L1)),
                               .problem = row.maybeText("problem"_L1),
                               .round = row.int32("round"_L1),
                               .refund = row.text("refund"_L1),
                               .attempts = row.int32("attempts"_L1)};
}

Result<void> OnlinePaymentRepository::owe(const Payment &refund)
{
    return done(m_database.run("online_refunds.insert"_L1, {{"id"_L1, refund.id},
                                                            {"payment"_L1, *refund.refunds},
                                                            {"amount"_L1, refund.amount.amount},
                                                            {"currency"_L1, refund.amount.currency.code()},
                                                            {"state"_L1, toText(OnlineState::Refunding)},
                                                            {"next_look"_L1, refund.at},
                                                            {"problem"_L1, std::nullopt},
                                                            {"now"_L1, refund.at}}));
}

Result<void> OnlinePaymentRepository::giveBack(const StoredOnlinePayment &payment, const Money &amount, const std::optional<QString> &problem, Instant now)
{
    return done(m_database.run("online_refunds.insert"_L1, {{"id"_L1, idOfReturn(payment.payment.id)},
                                                            {"payment"_L1, payment.payment.id},
                                                            {"amount"_L1, amount.amount},
                                                            {"currency"_L1, amount.currency.code()},
                                                            {"state"_L1, toText(problem ? OnlineState::Unmatched : OnlineState::Refunding)},
                                                            {"next_look"_L1, problem ? std::nullopt : std::optional(now)},
                                                            {"problem"_L1, problem},
                                                            {"now"_L1, now}}));
}

Result<void> OnlinePaymentRepository::tryRefund(const PaymentId &id, Instant nextLook)
{
    return done(m_database.run("online_refunds.tried"_L1, {{"id"_L1, id}, {"next_look"_L1, nextLook}}));
}

Result<void> OnlinePaymentRepository::note(const RefundNews &news, const AuditContext &audit)
{
    const Result<StoredOnlineRefund> known = refund(news.id);
    if (!known)
        return known.error().code == ErrorCode::NotFound ? Result<void>() : known.error();
    const Result<Rows> changed = m_database.run("online_refunds.change"_L1, {{"id"_L1, news.id},
                                                                            {"round"_L1, news.round},
                                                                            {"state"_L1, toText(news.state)},
                                                                            {"refund"_L1, orNone(news.refund)},
                                                                            {"problem"_L1, news.problem},
                                                                            {"next_look"_L1, news.nextLook}});
    if (!changed)
        return changed.error();
    if (changed->empty() || news.state == OnlineState::Refunding)
        return {};
    if (const Result<void> reflected = reflect(*known, news.state); !reflected)
        return reflected;
    return append(*known, known->state, news.state == OnlineState::Refunded ? u"payment.refunded"_s : u"payment.not_refunded"_s, news.state, news.problem, audit);
}

Result<void> OnlinePaymentRepository::remark(const OnlineRemark &remark, const AuditContext &audit)
{
    const Result<StoredOnlinePayment> payment = ofIntent(remark.intent);
    if (!payment)
        return payment.error().code == ErrorCode::NotFound ? Result<void>() : payment.error();
    const PaymentId id(QUuid::createUuidV5(payment->payment.id.uuid(), remark.source.toUtf8()));
    const Result<StoredOnlineRefund> known = refund(id);
    if (known)
        return remark.isUndone && known->state == OnlineState::Unmatched ? settle(id, remark.problem, audit) : Result<void>();
    if (known.error().code != ErrorCode::NotFound)
        return known.error();
    if (remark.isUndone || remark.amount.amount <= 0)
        return {};
    const Result<Rows> written = m_database.run("online_refunds.insert_remark"_L1, {{"id"_L1, id},
                                                                                    {"payment"_L1, payment->payment.id},
                                                                                    {"amount"_L1, remark.amount.amount},
                                                                                    {"currency"_L1, remark.amount.currency.code()},
                                                                                    {"kind"_L1, toText(remark.kind)},
                                                                                    {"refund"_L1, remark.source},
                                                                                    {"problem"_L1, remark.problem},
                                                                                    {"now"_L1, audit.at}});
    if (!written)
        return written.error();
    const StoredOnlineRefund fresh {.id = id, .payment = payment->payment.id, .booking = payment->payment.booking, .intent = remark.intent, .amount = remark.amount, .kind = remark.kind};
    return append(fresh, std::nullopt, remark.kind == UnmatchedKind::Disputed ? u"payment.disputed"_s : u"payment.refunded_elsewhere"_s, OnlineState::Unmatched, remark.problem, audit);
}

// What was never booked is what its refund is.
Result<void> OnlinePaymentRepository::reflect(const StoredOnlineRefund &refund, OnlineState state)
{
    if (refund.kind != UnmatchedKind::Owed)
        return {};
    return done(m_database.run("online_refunds.reflect"_L1, {{"payment"_L1, refund.payment}, {"state"_L1, toText(state)}}));
}

Result<QList<UnmatchedMoney>> OnlinePaymentRepository::unmatched(qint32 limit)
{
    const Result<Rows> rows = m_database.run("online_refunds.unmatched"_L1, {{"limit"_L1, limit}});
    if (!rows)
        return rows.error();
    QList<UnmatchedMoney> all;
    for (const Row &row : *rows) {
        all.append({.id = row.id<PaymentId>("id"_L1),
                    .kind = fromText<UnmatchedKind>(row.text("kind"_L1)),
                    .booking = orNone(row.id<BookingId>("booking"_L1)),
                    .reference = row.maybeText("reference"_L1),
                    .intent = row.text("intent"_L1),
                    .amount = row.money("amount"_L1, "currency"_L1),
                    .since = row.instant("created"_L1),
                    .problem = row.text("problem"_L1)});
    }
    return all;
}

Result<void> OnlinePaymentRepository::refundAgain(const PaymentId &id, const AuditContext &audit)
{
    return changeByHand(id, OnlineState::Refunding, u"payment.refunded_again"_s, {}, audit);
}

Result<void> OnlinePaymentRepository::settle(const PaymentId &id, const QString &reason, const AuditContext &audit)
{
    return changeByHand(id, OnlineState::Settled, u"payment.settled"_s, reason, audit);
}

Result<void> OnlinePaymentRepository::changeByHand(const PaymentId &id, OnlineState state, const QString &action, const QString &reason, const AuditContext &audit)
{
    const Result<StoredOnlineRefund> known = refund(id);
    if (!known)
        return known.error();
    const Result<Rows> changed = state == OnlineState::Settled ? m_database.run("online_refunds.settle"_L1, {{"id"_L1, id}, {"reason"_L1, reason}})
                                                               : m_database.run("online_refunds.again"_L1, {{"id"_L1, id}, {"now"_L1, audit.at}});
    if (!changed)
        return changed.error();
    if (changed->empty()) {
        const bool isSame = state == OnlineState::Settled && known->state == state && known->problem == reason;
        return isSame ? Result<void>() : ErrorCode::PaymentSettled;
    }
    const Result<void> reflected = reflect(*known, state);
    return reflected ? append(*known, known->state, action, state, orNone(reason), audit) : reflected;
}

// Beside the money itself only what people need to find it: its booking, and what the provider calls it.
Result<void> OnlinePaymentRepository::append(const StoredOnlineRefund &refund, std::optional<OnlineState> before, const QString &action, OnlineState after,
                                             const std::optional<QString> &reason, const AuditContext &audit)
{
    AuditEvent event {.context = audit,
                      .action = action,
                      .objectKind = u"payment"_s,
                      .objectId = refund.id.toString(),
                      .after = {{u"state"_s, toText(after)},
                                {u"intent"_s, refund.intent},
                                {u"amount"_s, refund.amount.amount},
                                {u"currency"_s, refund.amount.currency.code()}}};
    if (before)
        event.before.insert(u"state"_s, toText(*before));
    if (!refund.booking.isNull())
        event.after.insert(u"booking"_s, refund.booking.toString());
    if (reason)
        event.after.insert(u"reason"_s, *reason);
    return AuditRepository(m_database).append(event);
}

Result<qint64> OnlinePaymentRepository::imbalances()
{
    const Result<Rows> rows = m_database.run("online_payments.imbalances"_L1);
    return rows ? Result<qint64>(rows->front().integer("imbalances"_L1)) : rows.error();
}

} // namespace parterre::storage
