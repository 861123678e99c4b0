// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/services/onlinepaymentservice.h"

#include "backend/services/requesthash.h"
#include "backend/services/secret.h"
#include "backend/storage/onlineattempt.h"
#include "backend/storage/storage.h"

#include <QLoggingCategory>

#include <algorithm>

namespace parterre::services {

namespace {

Q_LOGGING_CATEGORY(lcOnline, "parterre.online")

// Who begins to pay later than that before the end is too late.
constexpr std::chrono::seconds kLastCall {5};
// A reservation that ends sooner is not begun to be paid.
constexpr std::chrono::seconds kLeastTime {30};
constexpr std::chrono::hours kLongestPause {1};
constexpr std::chrono::seconds kWriteAgain {1};
constexpr qint32 kLooksAtOnce = 20;

QByteArray hashOf(const OnlineRequest &request)
{
    RequestHash hash(QStringLiteral("pay online"));
    hash.add(request.booking.toString());
    if (request.total)
        hash.add(QString::number(request.total->amount)).add(request.total->currency.code());
    return hash.result();
}

bool mayKnow(const Caller &caller, const storage::StoredOnlinePayment &stored)
{
    return caller.isCounter() || caller.user.id == stored.owner;
}

} // namespace

OnlinePayment asTold(const storage::StoredOnlinePayment &stored)
{
    OnlinePayment told = stored.payment;
    told.keepsSeats = !stored.endsBooking || (stored.withdrawn && !stored.bookingIsOver);
    if (stored.withdrawn && (told.state == OnlineState::Creating || told.state == OnlineState::Pending))
        told.state = OnlineState::Cancelled;
    return told;
}

OnlinePaymentService::OnlinePaymentService(EventDirectory &events, BookingService &bookings, storage::Storage &storage, payments::PaymentProvider *provider,
                                           const Clock &clock, Scheduler &scheduler, IdGenerator &ids, Randomness &random, OnlineRules rules)
    : m_events(events)
    , m_bookings(bookings)
    , m_storage(storage)
    , m_provider(provider)
    , m_clock(clock)
    , m_ids(ids)
    , m_random(random)
    , m_rules(std::move(rules))
    , m_look(scheduler.makeAlarm([this] { look(); }))
    , m_again(scheduler.makeAlarm([this] {
        for (const std::shared_ptr<Settlement> &settlement : std::exchange(m_unknown, {}))
            write(settlement);
    }))
{
}

void OnlinePaymentService::start()
{
    if (m_provider)
        look();
}

// ---- Asking for it ---------------------------------------------------------------------------------------------------

void OnlinePaymentService::begin(const Caller &caller, SaleRequest request, const Done<OnlineStart> &done)
{
    if (!m_provider)
        return done(ErrorCode::OnlinePaymentsOff);
    request.paysLater = true;
    request.payWithin = m_rules.payWithin + m_rules.grace;
    request.accepts = [provider = m_provider](const Money &total) { return provider->accepts(total); };
    m_bookings.checkout(caller, request, [this, caller, done](const Result<Booking> &booking) {
        if (booking)
            beginFor(caller, *booking, done);
        else
            done(booking.error());
    });
}

void OnlinePaymentService::beginFor(const Caller &caller, const Booking &booking, const Done<OnlineStart> &done)
{
    // Of a repetition: it came to an end meanwhile, perhaps before it could be paid at all.
    if (booking.state != BookingState::Reserved) {
        return get(caller, booking.id, [done](const Result<OnlineStart> &start) {
            done(!start && start.error().code == ErrorCode::NotFound ? Result<OnlineStart>(ErrorCode::HoldExpired) : start);
        });
    }
    const storage::StoredOnlinePayment fresh {.payment = {.id = m_ids.make<PaymentId>(), .booking = booking.id, .amount = booking.total, .payUntil = *booking.payUntil - m_rules.grace},
                                              .actor = caller.user.id,
                                              .page = makeSecret(m_random)};
    const Instant now = m_clock.utcNow();
    m_storage.write(
        &m_home, [fresh, now, next = now + m_rules.firstLook](storage::Database &database) { return storage::OnlinePaymentRepository(database).begin(fresh, now, next); },
        [this, booking, done](const Result<storage::StoredOnlinePayment> &stored) { start(stored, booking, done); });
}

void OnlinePaymentService::pay(const Caller &caller, const OnlineRequest &request, const Done<OnlineStart> &done)
{
    if (!m_provider)
        return done(ErrorCode::OnlinePaymentsOff);
    m_bookings.get(caller, request.booking, [this, caller, request, done](const Result<Booking> &booking) {
        if (!booking)
            return done(booking.error());
        // What is no reservation any more is the store's to say: a repetition is answered by its key.
        const Result<void> accepted = booking->state == BookingState::Reserved ? m_provider->accepts(booking->total) : Result<void>();
        if (!accepted)
            return done(accepted.error());
        const Instant now = m_clock.utcNow();
        const storage::OnlineAttemptWrite attempt {.fresh = {.payment = {.id = m_ids.make<PaymentId>(), .booking = booking->id, .amount = request.total.value_or(booking->total)},
                                                             .actor = caller.user.id,
                                                             .page = makeSecret(m_random)},
                                                   .key = request.key,
                                                   .requestHash = hashOf(request),
                                                   .grace = m_rules.grace,
                                                   .least = kLeastTime,
                                                   .nextLook = now + m_rules.firstLook,
                                                   .audit = caller.audit(now),
                                                   .now = now};
        m_storage.write(
            &m_home, [attempt](storage::Database &database) { return storage::OnlineAttempt(database, attempt).write(); },
            [this, booking = *booking, done](const Result<storage::StoredOnlinePayment> &stored) { start(stored, booking, done); });
    });
}

void OnlinePaymentService::start(const Result<storage::StoredOnlinePayment> &stored, const Booking &booking, const Done<OnlineStart> &done)
{
    if (!stored)
        return done(stored.error());
    if (stored->payment.state != OnlineState::Creating || stored->withdrawn)
        return done(toStart(*stored, booking));
    // Whoever cannot be reached now is asked again by itself, as long as it can be paid.
    create(*stored, [this, stored = *stored, booking, done](const Result<storage::OnlineOutcome> &outcome) {
        if (outcome)
            done(toStart(*outcome->payment, booking));
        else if (outcome.error().code == ErrorCode::ProviderUnavailable)
            done(toStart(stored, booking));
        else
            done(outcome.error());
    });
}

void OnlinePaymentService::create(const storage::StoredOnlinePayment &stored, const Settled &done)
{
    const PaymentId id = stored.payment.id;
    m_provider->create({.ownId = id.toString(), .house = m_rules.house, .amount = stored.payment.amount, .description = stored.payment.reference},
                       [this, id, done](const Result<payments::Intent> &intent) {
                           if (intent)
                               return settle(newsOf(*intent), done);
                           qCWarning(lcOnline) << "payment" << id.toString() << "is not there:" << intent.error().detail;
                           if (intent.error().code != ErrorCode::ProviderRefused)
                               return done(intent.error());
                           const Instant now = m_clock.utcNow();
                           settle({.payment = id, .news = storage::IntentNews::Refused, .audit = {.at = now}, .now = now},
                                  [done, error = intent.error()](const Result<storage::OnlineOutcome> &outcome) { done(outcome ? error : outcome.error()); });
                       });
}

OnlineStart OnlinePaymentService::toStart(const storage::StoredOnlinePayment &stored, const Booking &booking) const
{
    OnlineStart start {.booking = booking, .payment = asTold(stored)};
    if (start.payment.state == OnlineState::Pending)
        start.page = m_rules.site.resolved(QUrl(QStringLiteral("/pay/") + stored.page));
    return start;
}

void OnlinePaymentService::read(const Caller &caller, BookingId booking, const Done<storage::StoredOnlinePayment> &done)
{
    m_storage.read(
        &m_home, [booking](storage::Database &database) { return storage::OnlinePaymentRepository(database).ofBooking(booking); },
        [caller, done](const Result<storage::StoredOnlinePayment> &stored) {
            if (stored && !mayKnow(caller, *stored))
                done(ErrorCode::NotFound);
            else
                done(stored);
        });
}

void OnlinePaymentService::get(const Caller &caller, BookingId booking, const Done<OnlineStart> &done)
{
    m_bookings.get(caller, booking, [this, caller, booking, done](const Result<Booking> &found) {
        if (!found)
            return done(found.error());
        read(caller, booking, [this, found = *found, done](const Result<storage::StoredOnlinePayment> &stored) {
            if (stored)
                done(toStart(*stored, found));
            else
                done(stored.error());
        });
    });
}

void OnlinePaymentService::cancel(const Caller &caller, BookingId booking, const Done<OnlineStart> &done)
{
    read(caller, booking, [this, caller, booking, done](const Result<storage::StoredOnlinePayment> &stored) {
        if (!stored)
            return done(stored.error());
        const auto asItStands = [this, caller, booking, done](const Result<storage::OnlineOutcome> &outcome) {
            if (outcome)
                get(caller, booking, done);
            else
                done(outcome.error());
        };
        if (isOver(stored->payment.state) || stored->payment.state == OnlineState::Refunding)
            return asItStands(storage::OnlineOutcome {});
        if (!m_provider)
            return done(ErrorCode::OnlinePaymentsOff);
        const Instant now = m_clock.utcNow();
        if (stored->payment.state == OnlineState::Creating) {
            // If the provider has it all the same: nobody but us could confirm it, and we shall not.
            return settle({.payment = stored->payment.id, .news = storage::IntentNews::Cancelled, .audit = caller.audit(now), .now = now}, asItStands);
        }
        m_provider->cancel(stored->intent, [this, caller, asItStands, done](const Result<payments::Intent> &intent) {
            if (!intent)
                return done(intent.error());
            storage::OnlineNews news = newsOf(*intent);
            news.audit = caller.audit(news.now);
            settle(news, asItStands);
        });
    });
}

// ---- The payer's browser ---------------------------------------------------------------------------------------------

void OnlinePaymentService::view(const QString &page, const Done<OnlinePage> &done)
{
    m_storage.read(
        &m_home, [page](storage::Database &database) { return storage::OnlinePaymentRepository(database).ofPage(page); },
        [done](const Result<storage::StoredOnlinePayment> &stored) {
            if (stored)
                done(OnlinePage {.payment = asTold(*stored)});
            else
                done(stored.error());
        });
}

void OnlinePaymentService::confirm(const QString &page, const QString &method, const Done<OnlinePage> &done)
{
    if (!m_provider)
        return done(ErrorCode::OnlinePaymentsOff);
    // The first look follows soon, whatever becomes of this process and of the provider's callbacks.
    const Instant now = m_clock.utcNow();
    m_storage.write(
        &m_home,
        [page, now, next = now + m_rules.firstLook](storage::Database &database) -> Result<storage::StoredOnlinePayment> {
            storage::OnlinePaymentRepository payments(database);
            const Result<storage::StoredOnlinePayment> stored = payments.ofPage(page);
            if (!stored)
                return stored;
            if (stored->payment.state != OnlineState::Pending || stored->withdrawn || now >= stored->payment.payUntil - kLastCall)
                return ErrorCode::PaymentSettled;
            const Result<void> noted = payments.lookAgain(stored->payment.id, std::min(next, stored->payment.payUntil), 0);
            return noted ? stored : noted.error();
        },
        [this, page, method, done](const Result<storage::StoredOnlinePayment> &stored) {
            if (!stored)
                return done(stored.error());
            const QUrl returnTo = m_rules.site.resolved(QUrl(QStringLiteral("/pay/") + page));
            m_provider->confirm(stored->intent, method, returnTo, [this, done](const Result<payments::Intent> &intent) {
                if (!intent)
                    return done(intent.error());
                const QString secret = intent->status == payments::IntentStatus::AwaitsStep ? intent->clientSecret : QString();
                settle(newsOf(*intent), [secret, done](const Result<storage::OnlineOutcome> &outcome) {
                    if (!outcome)
                        done(outcome.error());
                    else
                        done(OnlinePage {.payment = asTold(*outcome->payment), .clientSecret = secret});
                });
            });
        });
}

// ---- What the provider says ------------------------------------------------------------------------------------------

void OnlinePaymentService::take(const payments::Intent &intent, const Done<bool> &done)
{
    settle(newsOf(intent), [intent, done](const Result<storage::OnlineOutcome> &outcome) {
        if (!outcome)
            return done(outcome.error());
        if (!outcome->payment && !outcome->isNews && !intent.ownId.isEmpty() && intent.house.isEmpty())
            qCWarning(lcOnline) << "payment" << intent.id << "names no house and is not known here: it is left alone";
        done(outcome->isNews);
    });
}

storage::OnlineNews OnlinePaymentService::newsOf(const payments::Intent &intent) const
{
    const Instant now = m_clock.utcNow();
    const bool isAnothers = !intent.house.isEmpty() && intent.house != m_rules.house;
    storage::OnlineNews news {.payment = isAnothers ? PaymentId() : PaymentId::fromString(intent.ownId).value_or(PaymentId()),
                              .isOfThisHouse = intent.house == m_rules.house,
                              .intent = intent.id,
                              .received = intent.received,
                              .decline = intent.decline,
                              .nextLook = now + m_rules.firstLook,
                              .audit = {.at = now},
                              .now = now};
    if (intent.status == payments::IntentStatus::Succeeded)
        news.news = storage::IntentNews::Paid;
    else if (intent.status == payments::IntentStatus::Cancelled)
        news.news = storage::IntentNews::Cancelled;
    return news;
}

void OnlinePaymentService::settle(const storage::OnlineNews &news, const Settled &done)
{
    auto settlement = std::make_shared<Settlement>();
    settlement->news = news;
    settlement->done = done;
    write(settlement);
}

void OnlinePaymentService::write(const std::shared_ptr<Settlement> &settlement)
{
    m_storage.write(
        &m_home, [news = settlement->news](storage::Database &database) { return storage::OnlineSettlement(database, news).write(); },
        [this, settlement](const Result<storage::OnlineOutcome> &outcome) { onWritten(settlement, outcome); });
}

void OnlinePaymentService::onWritten(const std::shared_ptr<Settlement> &settlement, const Result<storage::OnlineOutcome> &outcome)
{
    if (outcome && outcome->needsSeats)
        return takeSeats(settlement, *outcome->booking);
    if (outcome)
        return finish(settlement, outcome);
    const ErrorCode code = outcome.error().code;
    settlement->isUnknown = settlement->isUnknown || code == ErrorCode::OutcomeUnknown;
    const bool noVerdict = code == ErrorCode::OutcomeUnknown || code == ErrorCode::StorageUnavailable || code == ErrorCode::Overloaded;
    if (settlement->isUnknown && noVerdict) {
        // Nobody knows whose the seats are: they stay frozen, and what was said is said again.
        m_unknown.push_back(settlement);
        m_again->start(kWriteAgain);
        return;
    }
    if (settlement->seats && code == ErrorCode::AlreadyExists) {
        std::exchange(settlement->seats, nullptr)->giveBack();
        settlement->news.seats = storage::SeatsAtHand::Gone;
        return write(settlement);
    }
    finish(settlement, outcome);
}

void OnlinePaymentService::takeSeats(const std::shared_ptr<Settlement> &settlement, const Booking &booking)
{
    SeatsAgain::take(m_events, m_clock, booking, [this, settlement](const Result<std::shared_ptr<SeatsAgain>> &seats) {
        settlement->seats = seats ? *seats : nullptr;
        settlement->news.seats = seats ? storage::SeatsAtHand::Frozen : storage::SeatsAtHand::Gone;
        write(settlement);
    });
}

void OnlinePaymentService::finish(const std::shared_ptr<Settlement> &settlement, const Result<storage::OnlineOutcome> &outcome)
{
    if (settlement->seats && outcome && outcome->taken)
        settlement->seats->giveUpTo(*outcome->taken, outcome->booking->reference);
    else if (settlement->seats && outcome)
        settlement->seats->settle(*outcome->booking);
    else if (settlement->seats)
        settlement->seats->giveBack();
    if (!outcome) {
        qCWarning(lcOnline) << "what became of a payment could not be written:" << outcome.error().detail;
        return settlement->done(outcome);
    }
    freeSold(m_events, m_clock, outcome->freed);
    if (outcome->closed)
        m_events.look(*outcome->closed, {}, [](const storage::PlacesSeen &) {});
    if (outcome->isNews && outcome->payment && m_listener)
        m_listener->onlineChanged(*outcome->payment);
    settlement->done(outcome);
}

// ---- Asking the provider ---------------------------------------------------------------------------------------------

void OnlinePaymentService::look()
{
    m_look->start(m_rules.lookAround);
    m_storage.read(
        &m_home, [now = m_clock.utcNow()](storage::Database &database) { return storage::OnlinePaymentRepository(database).duePayments(now, kLooksAtOnce); },
        [this](const Result<QList<PaymentId>> &due) {
            if (!due)
                return;
            for (const PaymentId &id : *due)
                lookAt(id);
        });
}

// Later with each look that was in vain; while it can be paid, never later than that is over.
Instant OnlinePaymentService::nextLook(const storage::StoredOnlinePayment &stored, Instant now) const
{
    constexpr qint32 kDoublings = 8;
    const Instant next = now + std::min<std::chrono::milliseconds>(m_rules.firstLook * (1 << std::min(stored.attempts, kDoublings)), kLongestPause);
    return now < stored.payment.payUntil ? std::min(next, stored.payment.payUntil) : next;
}

void OnlinePaymentService::lookAt(const PaymentId &id)
{
    if (m_asking.contains(id))
        return;
    m_asking.insert(id);
    m_storage.write(
        &m_home,
        [this, id, now = m_clock.utcNow()](storage::Database &database) -> Result<storage::StoredOnlinePayment> {
            storage::OnlinePaymentRepository payments(database);
            const Result<storage::StoredOnlinePayment> stored = payments.get(id);
            if (!stored)
                return stored;
            const Result<void> noted = payments.lookAgain(id, nextLook(*stored, now), stored->attempts + 1);
            return noted ? stored : noted.error();
        },
        [this, id](const Result<storage::StoredOnlinePayment> &stored) {
            if (stored)
                return ask(*stored);
            m_asking.remove(id);
        });
}

void OnlinePaymentService::ask(const storage::StoredOnlinePayment &stored)
{
    const PaymentId id = stored.payment.id;
    const Instant now = m_clock.utcNow();
    const bool isGivenUp = stored.withdrawn || now >= stored.payment.payUntil;
    const auto settled = [this, id](const Result<storage::OnlineOutcome> &) { m_asking.remove(id); };
    if (stored.payment.state == OnlineState::Creating && isGivenUp)
        return settle({.payment = id, .news = storage::IntentNews::Cancelled, .audit = {.at = now}, .now = now}, settled);
    if (stored.payment.state == OnlineState::Creating)
        return create(stored, settled);
    if (stored.payment.state != OnlineState::Pending) {
        m_asking.remove(id);
        return;
    }
    const payments::Answer<payments::Intent> answered = [this, id, settled](const Result<payments::Intent> &intent) {
        if (intent)
            return settle(newsOf(*intent), settled);
        qCWarning(lcOnline) << "payment" << id.toString() << "could not be looked at, later again:" << intent.error().detail;
        m_asking.remove(id);
    };
    if (isGivenUp)
        m_provider->cancel(stored.intent, answered);
    else
        m_provider->find(stored.intent, answered);
}

} // namespace parterre::services
