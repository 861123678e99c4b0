// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/services/onlinerefundservice.h"

#include "backend/storage/database.h"
#include "backend/storage/storage.h"

#include <QLoggingCategory>

#include <algorithm>

namespace parterre::services {

namespace {

Q_LOGGING_CATEGORY(lcRefund, "parterre.online.refund")

constexpr std::chrono::seconds kFirstPause {15};
constexpr std::chrono::hours kLongestPause {1};
constexpr std::chrono::hours kOnItsWay {1}; // banks take days
constexpr qint32 kLooksAtOnce = 20;
constexpr qint32 kMostShown = 200;

std::chrono::milliseconds pauseAfter(qint32 attempts)
{
    constexpr qint32 kDoublings = 8;
    return std::min<std::chrono::milliseconds>(kFirstPause * (1 << std::min(attempts, kDoublings)), kLongestPause);
}

// What the provider is told: another one for each round, so that what failed for good is not answered with its failure.
QString ownIdOf(const storage::StoredOnlineRefund &refund)
{
    return QStringLiteral("%1 %2").arg(refund.id.toString()).arg(refund.round);
}

// Nothing when it is not one of ours.
std::optional<std::pair<PaymentId, qint32>> readOwnId(const QString &text)
{
    const qsizetype space = text.indexOf(u' ');
    const std::optional<PaymentId> id = PaymentId::fromString(QStringView(text).left(std::max<qsizetype>(0, space)));
    bool isNumber = false;
    const qint32 round = text.mid(space + 1).toInt(&isNumber);
    return id && isNumber ? std::optional(std::pair(*id, round)) : std::nullopt;
}

Result<bool> toTruth(const Result<void> &result)
{
    return result ? Result<bool>(true) : result.error();
}

Done<bool> logged(const Done<bool> &done)
{
    return [done](const Result<bool> &written) {
        if (!written)
            qCWarning(lcRefund) << "what became of a refund could not be written:" << written.error().detail;
        done(written);
    };
}

} // namespace

OnlineRefundService::OnlineRefundService(storage::Storage &storage, payments::PaymentProvider *provider, const Clock &clock, Scheduler &scheduler, OnlineRules rules)
    : m_storage(storage)
    , m_provider(provider)
    , m_clock(clock)
    , m_rules(std::move(rules))
    , m_look(scheduler.makeAlarm([this] { look(); }))
{
}

void OnlineRefundService::start()
{
    if (m_provider)
        look();
}

void OnlineRefundService::look()
{
    m_look->start(m_rules.lookAround);
    m_storage.read(
        &m_home, [now = m_clock.utcNow()](storage::Database &database) { return storage::OnlinePaymentRepository(database).dueRefunds(now, kLooksAtOnce); },
        [this](const Result<QList<PaymentId>> &due) {
            if (!due)
                return;
            for (const PaymentId &id : *due)
                lookAt(id);
        });
}

void OnlineRefundService::lookAt(const PaymentId &id)
{
    if (m_asking.contains(id))
        return;
    m_asking.insert(id);
    m_storage.write(
        &m_home,
        [id, now = m_clock.utcNow()](storage::Database &database) -> Result<storage::StoredOnlineRefund> {
            storage::OnlinePaymentRepository payments(database);
            const Result<storage::StoredOnlineRefund> refund = payments.refund(id);
            if (!refund)
                return refund;
            const Result<void> noted = payments.tryRefund(id, now + pauseAfter(refund->attempts));
            return noted ? refund : noted.error();
        },
        [this, id](const Result<storage::StoredOnlineRefund> &refund) {
            if (refund && refund->state == OnlineState::Refunding)
                return ask(*refund);
            m_asking.remove(id);
        });
}

void OnlineRefundService::ask(const storage::StoredOnlineRefund &refund)
{
    const payments::Answer<payments::ProviderRefund> answered = [this, refund](const Result<payments::ProviderRefund> &said) {
        const auto noted = [this, id = refund.id](const Result<bool> &) { m_asking.remove(id); };
        if (said)
            return note(newsOf(refund, *said), noted);
        if (said.error().code == ErrorCode::ProviderRefused) {
            qCWarning(lcRefund) << "refund" << refund.id.toString() << "was refused:" << said.error().detail;
            return note({.id = refund.id, .round = refund.round, .state = OnlineState::Unmatched, .refund = refund.refund, .problem = said.error().detail}, noted);
        }
        qCWarning(lcRefund) << "refund" << refund.id.toString() << "is not known to be there, later again:" << said.error().detail;
        m_asking.remove(refund.id);
    };
    if (!refund.refund.isEmpty())
        return m_provider->findRefund(refund.refund, answered);
    if (!refund.booking.isNull())
        return send(refund, answered);
    // Nobody here asked for it: it is sent back only when it says itself that it is this house's.
    m_provider->find(refund.intent, [this, refund, answered](const Result<payments::Intent> &intent) {
        if (!intent)
            answered(intent.error());
        else if (intent->house != m_rules.house)
            answered(Error {.code = ErrorCode::ProviderRefused, .detail = QStringLiteral("it does not say that it is a payment of this house")});
        else
            send(refund, answered);
    });
}

void OnlineRefundService::send(const storage::StoredOnlineRefund &refund, const payments::Answer<payments::ProviderRefund> &answered)
{
    m_provider->refund({.ownId = ownIdOf(refund), .intent = refund.intent, .amount = refund.amount, .isRepeated = refund.attempts > 0}, answered);
}

storage::RefundNews OnlineRefundService::newsOf(const storage::StoredOnlineRefund &known, const payments::ProviderRefund &refund) const
{
    storage::RefundNews news {.id = known.id, .round = known.round, .refund = refund.id};
    switch (refund.status) {
    case payments::RefundStatus::Pending: news.nextLook = m_clock.utcNow() + kOnItsWay; break;
    case payments::RefundStatus::Succeeded: news.state = OnlineState::Refunded; break;
    case payments::RefundStatus::Failed:
        news.state = OnlineState::Unmatched;
        news.problem = refund.failure.value_or(QStringLiteral("failed"));
        break;
    }
    return news;
}

void OnlineRefundService::take(const payments::ProviderRefund &refund, const Done<bool> &done)
{
    // What has no mark of ours, or one that nobody here knows, somebody made at the provider's own desk, or by another copy.
    const storage::OnlineRemark elsewhere {.source = refund.id,
                                           .intent = refund.intent,
                                           .kind = UnmatchedKind::RefundedElsewhere,
                                           .amount = refund.amount,
                                           .problem = refund.failure.value_or(QStringLiteral("refunded at the payment provider itself")),
                                           .isUndone = refund.status == payments::RefundStatus::Failed};
    const auto own = readOwnId(refund.ownId);
    if (!own)
        return remark(elsewhere, done);
    const storage::RefundNews news = newsOf({.id = own->first, .round = own->second}, refund);
    m_storage.write(
        &m_home,
        [news, elsewhere, audit = now()](storage::Database &database) {
            storage::OnlinePaymentRepository payments(database);
            const Result<storage::StoredOnlineRefund> known = payments.refund(news.id);
            if (!known && known.error().code != ErrorCode::NotFound)
                return Result<bool>(known.error());
            return toTruth(known ? payments.note(news, audit) : payments.remark(elsewhere, audit));
        },
        logged(done));
}

void OnlineRefundService::take(const payments::Dispute &dispute, const Done<bool> &done)
{
    remark({.source = dispute.id,
            .intent = dispute.intent,
            .kind = UnmatchedKind::Disputed,
            .amount = dispute.amount,
            .problem = dispute.isDecidedForUs ? QStringLiteral("decided for the house") : dispute.reason,
            .isUndone = dispute.isDecidedForUs},
           done);
}

void OnlineRefundService::takeRefundsOf(const QString &intent, const Done<bool> &done)
{
    m_provider->findRefunds(intent, [this, done](const Result<QList<payments::ProviderRefund>> &refunds) {
        if (!refunds || refunds->isEmpty())
            return done(refunds ? Result<bool>(false) : refunds.error());
        // Answered with the last, or with the first that could not be written.
        const auto left = std::make_shared<std::pair<qsizetype, Result<bool>>>(refunds->size(), true);
        for (const payments::ProviderRefund &refund : *refunds) {
            take(refund, [left, done](const Result<bool> &taken) {
                if (!taken)
                    left->second = taken;
                if (--left->first == 0)
                    done(left->second);
            });
        }
    });
}

storage::AuditContext OnlineRefundService::now() const
{
    return {.at = m_clock.utcNow()};
}

void OnlineRefundService::note(const storage::RefundNews &news, const Done<bool> &done)
{
    m_storage.write(&m_home, [news, audit = now()](storage::Database &database) { return toTruth(storage::OnlinePaymentRepository(database).note(news, audit)); }, logged(done));
}

void OnlineRefundService::remark(const storage::OnlineRemark &remark, const Done<bool> &done)
{
    m_storage.write(&m_home, [remark, audit = now()](storage::Database &database) { return toTruth(storage::OnlinePaymentRepository(database).remark(remark, audit)); }, logged(done));
}

void OnlineRefundService::unmatched(const Done<QList<UnmatchedMoney>> &done)
{
    m_storage.read(&m_home, [](storage::Database &database) { return storage::OnlinePaymentRepository(database).unmatched(kMostShown); }, done);
}

void OnlineRefundService::refundAgain(const Caller &caller, PaymentId id, const Done<bool> &done)
{
    if (!m_provider)
        return done(ErrorCode::OnlinePaymentsOff);
    m_storage.write(
        &m_home,
        [id, audit = caller.audit(m_clock.utcNow())](storage::Database &database) { return toTruth(storage::OnlinePaymentRepository(database).refundAgain(id, audit)); },
        done);
}

void OnlineRefundService::settle(const Caller &caller, PaymentId id, const QString &reason, const Done<bool> &done)
{
    m_storage.write(
        &m_home,
        [id, reason, audit = caller.audit(m_clock.utcNow())](storage::Database &database) {
            return toTruth(storage::OnlinePaymentRepository(database).settle(id, reason, audit));
        },
        done);
}

} // namespace parterre::services
