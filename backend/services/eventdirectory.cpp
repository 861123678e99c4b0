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
constexpr std::chrono::seconds kAskAgain {1};

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
    : m_store(store), m_clock(clock), m_scheduler(scheduler), m_ledgerEpoch(ledgerEpoch), m_askAgain(scheduler.makeAlarm([this] { askAgain(); }))
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

void EventDirectory::outdated(EventId id)
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

bool EventDirectory::areCancellable(const QList<Ticket> &tickets, Instant now) const
{
    return std::all_of(tickets.begin(), tickets.end(), [this, now](const Ticket &ticket) {
        const OpenEvent *event = find(ticket.event);
        return event && event->isCancellable(now);
    });
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

std::shared_ptr<const PlanFacts> EventDirectory::shared(const std::shared_ptr<const PlanFacts> &plan)
{
    auto &known = m_plans[plan->ref.hash];
    if (const auto same = known.lock())
        return same;
    known = plan;
    return plan;
}

Result<ledger::SeatLedger> EventDirectory::ledgerFor(const Event &event, const PlanFacts &plan, std::span<const qint32> sold, const QList<Block> &blocks, qint64 above) const
{
    QList<qint32> blocked;
    for (const Block &block : blocks)
        blocked += block.places;
    Result<ledger::SeatLedger> ledger = ledger::SeatLedger::build({.seats = plan.placeCount(),
                                                                   .rules = ledgerRules(event.rules),
                                                                   .epoch = isSeeded(Defect::EpochStands) ? 1 : m_ledgerEpoch,
                                                                   .sold = isSeeded(Defect::SoldForgottenAtStart) ? std::span<const qint32>() : sold,
                                                                   .blocked = blocked,
                                                                   .above = above});
    if (!ledger)
        qCCritical(lcDirectory) << "event" << event.summary.id.toString() << "cannot be opened:" << ledger.error().detail;
    return ledger;
}

Result<OpenEvent *> EventDirectory::add(SellableEvent loaded)
{
    const EventId id = loaded.event.summary.id;
    if (OpenEvent *known = find(id))
        return known;
    loaded.plan = shared(loaded.plan);
    Result<ledger::SeatLedger> ledger = ledgerFor(loaded.event, *loaded.plan, loaded.sold, loaded.blocks, 0);
    if (!ledger)
        return ledger.error();
    auto entry = std::make_unique<Entry>();
    entry->event = std::make_unique<OpenEvent>(std::move(loaded.event), std::move(loaded.plan), std::move(*ledger), ++m_lastTopic, EventBlocks(loaded.blocks));
    for (qsizetype i = 0; i < loaded.sold.size(); ++i)
        entry->event->soldTickets().sell(loaded.sold.at(i), loaded.soldAs.value(i));
    Entry &added = *entry;
    added.alarm = m_scheduler.makeAlarm([this, &added] { onAlarm(added); });
    m_byTopic.insert(added.event->topic(), added.event.get());
    m_entries.emplace(id, std::move(entry));
    return added.event.get();
}

void EventDirectory::take(const Event &event, const std::shared_ptr<const PlanFacts> &plan)
{
    const EventId id = event.summary.id;
    outdated(id);
    OpenEvent *open = find(id);
    if (!open || event.version < open->event().version)
        return;
    if (event.version == open->event().version) {
        if (event.summary.poster != open->event().summary.poster)
            takePoster(id, event.summary.poster);
        return;
    }
    if (event.plan != open->event().plan) {
        exchangePlan(*open, event, plan);
        return;
    }
    open->ledger().setRules(ledgerRules(event.rules));
    open->take(event);
    if (m_listener)
        m_listener->eventChanged(*open);
    if (m_watcher)
        m_watcher();
    if (event.summary.state == EventState::Cancelled) {
        open->ledger().close(m_clock.steadyNow());
        settle(*open);
    }
}

void EventDirectory::takeVenue(const Venue &venue)
{
    for (Opening &opening : m_opening) // perhaps one of its events
        opening.isOutdated = true;
    const VenueRef ref {.id = venue.id, .name = venue.name};
    for (const auto &[id, entry] : m_entries) {
        OpenEvent &open = *entry->event;
        const EventSummary &summary = open.event().summary;
        if (summary.venue.id != venue.id || (summary.venue == ref && summary.timeZone == venue.timeZone))
            continue;
        open.takeVenue(ref, venue.timeZone);
        if (m_listener)
            m_listener->eventChanged(open);
    }
}

void EventDirectory::takePoster(EventId id, const std::optional<QString> &hash)
{
    outdated(id);
    OpenEvent *open = find(id);
    if (!open)
        return;
    open->takePoster(hash);
    if (m_listener)
        m_listener->eventChanged(*open);
}

void EventDirectory::freeAll(EventId id)
{
    outdated(id);
    OpenEvent *open = find(id);
    if (!open || open->event().summary.state != EventState::Cancelled)
        return;
    std::vector<qint32> sold;
    for (qint32 place = 0; place < open->ledger().seatCount(); ++place) {
        if (open->ledger().stateOf(place) == SeatState::Sold)
            sold.push_back(place);
    }
    if (!sold.empty() && !open->ledger().freeSold(sold, m_clock.steadyNow()))
        qCCritical(lcDirectory) << "event" << id.toString() << "is cancelled, and its seats could not be freed";
    for (const qint32 place : sold)
        open->soldTickets().free(place);
    settle(*open);
}

void EventDirectory::exchangePlan(OpenEvent &open, const Event &event, const std::shared_ptr<const PlanFacts> &plan)
{
    if (!plan || !open.isUntouched()) {
        qCCritical(lcDirectory) << "event" << open.id().toString() << "got another plan in the store while it was being sold";
        return;
    }
    Result<ledger::SeatLedger> ledger = ledgerFor(event, *plan, {}, {}, open.ledger().highest());
    if (!ledger)
        return;
    const quint64 before = open.topic();
    m_byTopic.remove(before);
    open.take(event, shared(plan), std::move(*ledger), ++m_lastTopic);
    m_byTopic.insert(open.topic(), &open);
    setAlarm(*m_entries.at(open.id()));
    if (m_listener)
        m_listener->topicEnded(open.id(), before);
}

void EventDirectory::takeFromStore(EventId id, const std::function<void()> &then)
{
    m_store.loadEvent(id, Instant::min(), [this, id, then](const Result<SellableEvent> &loaded) {
        if (!loaded && loaded.error().code != ErrorCode::NotFound) {
            askAgainLater([this, id, then] { takeFromStore(id, then); });
            return;
        }
        if (loaded)
            take(loaded->event, loaded->plan);
        else
            forget(id);
        then();
    });
}

void EventDirectory::look(EventId id, const QList<qint32> &places, const std::function<void(const storage::PlacesSeen &)> &seen, const std::function<void()> &unanswered)
{
    m_store.look(id, places, [this, id, places, seen, unanswered](const Result<EventLook> &found) {
        if (!found && found.error().code != ErrorCode::NotFound) {
            unanswered();
            askAgainLater([this, id, places, seen, unanswered] { look(id, places, seen, unanswered); });
            return;
        }
        if (found) {
            take(found->event, nullptr);
            seen(found->places);
        } else {
            seen({.event = id});
            end(id);
        }
    });
}

// As long as something is on its way to the store it stays; the store refuses that, too, and then it is asked for again.
void EventDirectory::end(EventId id)
{
    OpenEvent *open = find(id);
    if (!open)
        return;
    open->ledger().close(m_clock.steadyNow());
    settle(*open);
    if (!open->ledger().hasCheckouts())
        forget(id);
}

void EventDirectory::blocksChanged() const
{
    if (m_watcher)
        m_watcher();
}

void EventDirectory::askAgainLater(std::function<void()> question)
{
    m_unknown.push_back(std::move(question));
    m_askAgain->start(kAskAgain);
}

void EventDirectory::askAgain()
{
    for (const std::function<void()> &question : std::exchange(m_unknown, {}))
        question();
}

void EventDirectory::forget(EventId id)
{
    outdated(id);
    m_discounts.removeIf([id](const Discount &discount) { return discount.event == id; }); // the store has removed them with it
    const auto entry = m_entries.find(id);
    if (entry == m_entries.end())
        return;
    const OpenEvent &event = *entry->second->event;
    if (!event.isUntouched()) {
        qCCritical(lcDirectory) << "event" << id.toString() << "is gone from the store, with seats held or sold";
        return;
    }
    const quint64 topic = event.topic();
    m_byTopic.remove(topic);
    m_entries.erase(entry);
    if (m_listener)
        m_listener->topicEnded(id, topic);
}

void EventDirectory::settle(OpenEvent &event, SignOutBy by)
{
    const auto askedItself = [by](const ledger::EndedHold &ended) {
        return ended.reason == HoldEndReason::Released || (ended.reason == HoldEndReason::LoggedOut && by == SignOutBy::Self);
    };
    event.forgetSoldBlocks();
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
