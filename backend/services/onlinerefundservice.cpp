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
    if (!refund.isOfStranger)
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
    const auto own = readOwnId(refund.ownId);
    if (!own) // somebody made it at the provider's own desk
        return done(false);
    note(newsOf({.id = own->first, .round = own->second}, refund), done);
}

void OnlineRefundService::note(const storage::RefundNews &news, const Done<bool> &done)
{
    m_storage.write(
        &m_home, [news](storage::Database &database) { return toTruth(storage::OnlinePaymentRepository(database).note(news)); },
        [done](const Result<bool> &noted) {
            if (!noted)
                qCWarning(lcRefund) << "what became of a refund could not be written:" << noted.error().detail;
            done(noted);
        });
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
