// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/services/eventdirectory.h"

#include "backend/services/salestore.h"
#include "shared/core/defects.h"

#include <QLoggingCategory>

namespace parterre::services {

namespace {

Q_LOGGING_CATEGORY(lcDirectory, "parterre.events")

// Events stay open for a day after they began: somebody may still cancel, or look.
constexpr std::chrono::hours kOpenAfterStart {24};

bool isHidden(const OpenEvent &event, bool maySeeDrafts)
{
    return !maySeeDrafts && event.event().summary.state == EventState::Draft;
}

ledger::LedgerRules ledgerRules(const SaleRules &rules)
{
    return {.holdTime = rules.holdTime, .extensionTime = rules.extensionTime, .maxExtensions = rules.maxExtensions};
}

} // namespace

EventDirectory::EventDirectory(SaleStore &store, const Clock &clock, Scheduler &scheduler, quint32 ledgerEpoch)
    : m_store(store), m_clock(clock), m_scheduler(scheduler), m_ledgerEpoch(ledgerEpoch)
{
}

EventDirectory::~EventDirectory() = default;

void EventDirectory::openAll(Done<qint32> done)
{
    m_store.loadEvents(m_clock.utcNow() - kOpenAfterStart, [this, done = std::move(done)](Result<std::vector<SellableEvent>> all) {
        if (!all) {
            done(all.error());
            return;
        }
        for (SellableEvent &loaded : *all) {
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
    auto &waiting = m_opening[id].waiting;
    waiting.append(std::move(done));
    if (waiting.size() == 1)
        load(id);
}

void EventDirectory::load(const EventId &id)
{
    m_opening[id].isOutdated = false;
    m_store.loadEvent(id, m_clock.utcNow() - kOpenAfterStart, [this, id](Result<SellableEvent> loaded) { finishOpening(id, std::move(loaded)); });
}

void EventDirectory::openFor(const Caller &caller, EventId id, const Done<OpenEvent *> &done)
{
    open(id, [maySeeDrafts = caller.isCounter(), done](const Result<OpenEvent *> &event) {
        const bool hidden = event && isHidden(**event, maySeeDrafts);
        done(hidden ? Result<OpenEvent *>(ErrorCode::NotFound) : event);
    });
}

void EventDirectory::openFor(const Caller &caller, QList<EventId> ids, const Done<bool> &done)
{
    if (ids.isEmpty()) {
        done(true);
        return;
    }
    const EventId next = ids.takeLast();
    openFor(caller, next, [this, caller, ids = std::move(ids), done](const Result<OpenEvent *> &event) {
        if (event)
            openFor(caller, ids, done);
        else
            done(event.error());
    });
}

OpenEvent *EventDirectory::findFor(const Caller &caller, EventId id) const
{
    OpenEvent *event = find(id);
    return event && isHidden(*event, caller.isCounter()) ? nullptr : event;
}

void EventDirectory::seatsFreed(EventId id)
{
    if (const auto opening = m_opening.find(id); opening != m_opening.end())
        opening->isOutdated = true;
}

void EventDirectory::finishOpening(EventId id, Result<SellableEvent> loaded)
{
    if (loaded && m_opening[id].isOutdated) {
        load(id);
        return;
    }
    const Result<OpenEvent *> event = loaded ? add(std::move(*loaded)) : Result<OpenEvent *>(loaded.error());
    for (const Done<OpenEvent *> &done : m_opening.take(id).waiting)
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

void EventDirectory::forEach(const std::function<void(const OpenEvent &)> &visit) const
{
    for (const auto &[id, entry] : m_entries)
        visit(*entry->event);
}

Result<OpenEvent *> EventDirectory::add(SellableEvent loaded)
{
    const EventId id = loaded.event.summary.id;
    if (OpenEvent *known = find(id))
        return known;
    if (const auto shared = m_plans.value(loaded.plan->ref.hash).lock())
        loaded.plan = shared;
    m_plans.insert(loaded.plan->ref.hash, loaded.plan);

    Result<ledger::SeatLedger> ledger = ledger::SeatLedger::build({.seats = loaded.plan->placeCount(),
                                                                   .rules = ledgerRules(loaded.event.rules),
                                                                   .epoch = isSeeded(Defect::EpochStands) ? 1 : m_ledgerEpoch,
                                                                   .sold = isSeeded(Defect::SoldForgottenAtStart) ? QList<qint32>() : loaded.sold});
    if (!ledger) {
        qCCritical(lcDirectory) << "event" << id.toString() << "cannot be opened:" << ledger.error().detail;
        return ledger.error();
    }
    auto entry = std::make_unique<Entry>();
    entry->event = std::make_unique<OpenEvent>(std::move(loaded.event), std::move(loaded.plan), std::move(*ledger), ++m_lastTopic);
    Entry &added = *entry;
    added.alarm = m_scheduler.makeAlarm([this, &added] { onAlarm(added); });
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
        entry.alarm->stop();
    else
        entry.alarm->start(std::max(std::chrono::milliseconds(0), next - m_clock.steadyNow()));
}

void EventDirectory::onAlarm(Entry &entry)
{
    entry.alarmAt = Tick::max();
    if (!isSeeded(Defect::ExpiryNeverSwept))
        entry.event->ledger().expire(m_clock.steadyNow());
    settle(*entry.event);
}

} // namespace parterre::services
