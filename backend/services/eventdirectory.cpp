// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/services/eventdirectory.h"

#include "backend/storage/repositories/bookingrepository.h"
#include "backend/storage/repositories/eventrepository.h"
#include "backend/storage/repositories/planrepository.h"
#include "backend/storage/storage.h"
#include "shared/core/defects.h"
#include "shared/planio/planjson.h"

#include <QLoggingCategory>

namespace parterre::services {

namespace {

Q_LOGGING_CATEGORY(lcDirectory, "parterre.events")

// Events stay open for a day after they began: somebody may still cancel, or look.
constexpr std::chrono::hours kOpenAfterStart {24};

ledger::LedgerRules ledgerRules(const SaleRules &rules)
{
    return {.holdTime = rules.holdTime, .extensionTime = rules.extensionTime, .maxExtensions = rules.maxExtensions};
}

} // namespace

EventDirectory::EventDirectory(storage::Storage &storage, const Clock &clock, quint32 ledgerEpoch, QObject *parent)
    : QObject(parent), m_storage(storage), m_clock(clock), m_ledgerEpoch(ledgerEpoch)
{
}

EventDirectory::~EventDirectory() = default;

Result<EventDirectory::Loaded> EventDirectory::load(storage::Database &database, const EventId &id, Instant notBefore, std::shared_ptr<const PlanFacts> known)
{
    const Result<Event> event = storage::EventRepository(database).get(id);
    if (!event)
        return event.error();
    if (event->summary.state == EventState::Cancelled || event->summary.start < notBefore)
        return Error {.code = ErrorCode::NotFound, .detail = QStringLiteral("the event is cancelled or over")};
    if (!known || known->ref != event->plan) {
        const auto document = storage::PlanRepository(database).document(event->plan.id, event->plan.version);
        if (!document)
            return document.error();
        const Result<Plan> plan = planio::readPlan(document->document);
        if (!plan) // it was read when it was published: the caller cannot help it
            return Error {.code = ErrorCode::Internal, .detail = QStringLiteral("the plan of event %1: %2").arg(id.toString(), plan.error().detail)};
        known = std::make_shared<PlanFacts>(factsOf(*plan, event->plan));
    }
    const auto sold = storage::BookingRepository(database).liveTickets(id);
    if (!sold)
        return sold.error();
    return Loaded {.event = *event, .plan = std::move(known), .sold = *sold};
}

void EventDirectory::openAll(Done<qint32> done)
{
    struct All {
        std::vector<Loaded> events;
    };
    const Instant notBefore = m_clock.utcNow() - kOpenAfterStart;
    m_storage.read(this, [notBefore](storage::Database &database) -> Result<All> {
        const auto open = storage::EventRepository(database).openForLedger(notBefore);
        if (!open)
            return open.error();
        All all;
        QHash<QString, std::shared_ptr<const PlanFacts>> plans;
        for (const storage::LedgerEvent &event : *open) {
            Result<Loaded> loaded = load(database, event.id, notBefore, plans.value(event.plan.hash));
            if (!loaded)
                return loaded.error();
            plans.insert(event.plan.hash, loaded->plan);
            all.events.push_back(std::move(*loaded));
        }
        return all;
    }, [this, done = std::move(done)](Result<All> all) {
        if (!all) {
            done(all.error());
            return;
        }
        for (Loaded &loaded : all->events) {
            if (const Result<OpenEvent *> added = add(std::move(loaded)); !added) {
                done(added.error());
                return;
            }
        }
        done(static_cast<qint32>(m_entries.size()));
    });
}

void EventDirectory::open(EventId id, Done<OpenEvent *> done)
{
    if (OpenEvent *event = find(id)) {
        done(event);
        return;
    }
    auto &waiting = m_opening[id];
    waiting.append(std::move(done));
    if (waiting.size() > 1)
        return;
    m_storage.read(this, [id, notBefore = m_clock.utcNow() - kOpenAfterStart](storage::Database &database) { return load(database, id, notBefore, nullptr); },
                   [this, id](Result<Loaded> loaded) { finishOpening(id, std::move(loaded)); });
}

void EventDirectory::openFor(const Caller &caller, EventId id, const Done<OpenEvent *> &done)
{
    open(id, [maySeeDrafts = caller.isCounter(), done](const Result<OpenEvent *> &event) {
        const bool hidden = event && !maySeeDrafts && (*event)->event().summary.state == EventState::Draft;
        done(hidden ? Result<OpenEvent *>(ErrorCode::NotFound) : event);
    });
}

void EventDirectory::finishOpening(EventId id, Result<Loaded> loaded)
{
    const Result<OpenEvent *> event = loaded ? add(std::move(*loaded)) : Result<OpenEvent *>(loaded.error());
    for (const Done<OpenEvent *> &done : m_opening.take(id))
        done(event);
}

OpenEvent *EventDirectory::find(EventId id) const
{
    const auto it = m_entries.find(id);
    return it == m_entries.end() ? nullptr : it->second->event.get();
}

OpenEvent *EventDirectory::findByTopic(quint64 topic) const
{
    return m_byTopic.value(topic);
}

Result<OpenEvent *> EventDirectory::add(Loaded loaded)
{
    const EventId id = loaded.event.summary.id;
    if (OpenEvent *known = find(id))
        return known;
    if (const auto shared = m_plans.value(loaded.plan->ref.hash).lock())
        loaded.plan = shared;
    m_plans.insert(loaded.plan->ref.hash, loaded.plan);

    Result<ledger::SeatLedger> ledger = ledger::SeatLedger::build({.seats = loaded.plan->seatCount(),
                                                                   .rules = ledgerRules(loaded.event.rules),
                                                                   .epoch = isSeeded(Defect::EpochStands) ? 1 : m_ledgerEpoch,
                                                                   .sold = isSeeded(Defect::SoldForgottenAtStart) ? QList<qint32>() : loaded.sold});
    if (!ledger) {
        qCCritical(lcDirectory) << "event" << id.toString() << "cannot be opened:" << ledger.error().detail;
        return ledger.error();
    }
    auto entry = std::make_unique<Entry>();
    entry->event = std::make_unique<OpenEvent>(std::move(loaded.event), std::move(loaded.plan), std::move(*ledger), ++m_lastTopic);
    entry->alarm.setSingleShot(true);
    entry->alarm.setTimerType(Qt::PreciseTimer);
    Entry &added = *entry;
    connect(&added.alarm, &QTimer::timeout, this, [this, &added] { onAlarm(added); });
    m_byTopic.insert(added.event->topic(), added.event.get());
    m_entries.emplace(id, std::move(entry));
    return added.event.get();
}

void EventDirectory::settle(OpenEvent &event, SignOutBy by)
{
    const auto askedItself = [by](const ledger::EndedHold &ended) {
        return ended.reason == HoldEndReason::Released || (ended.reason == HoldEndReason::LoggedOut && by == SignOutBy::Self);
    };
    if (m_listener) {
        auto ended = event.ledger().takeEnded();
        std::erase_if(ended, askedItself);
        if (!ended.empty())
            m_listener->holdsEnded(event, ended);
        if (event.ledger().hasChanges())
            m_listener->seatsChanged(event);
    }
    setAlarm(*m_entries.at(event.id()));
}

void EventDirectory::setAlarm(Entry &entry)
{
    const Tick next = entry.event->ledger().nextDeadline().value_or(Tick::max());
    if (next == entry.alarmAt)
        return;
    entry.alarmAt = next;
    if (next == Tick::max())
        entry.alarm.stop();
    else
        entry.alarm.start(std::max(std::chrono::milliseconds(0), next - m_clock.steadyNow()));
}

void EventDirectory::onAlarm(Entry &entry)
{
    entry.alarmAt = Tick::max();
    if (!isSeeded(Defect::ExpiryNeverSwept))
        entry.event->ledger().expire(m_clock.steadyNow());
    settle(*entry.event);
}

} // namespace parterre::services
