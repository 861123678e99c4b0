// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/services/caller.h"
#include "backend/services/openevent.h"
#include "backend/services/scheduler.h"
#include "backend/storage/placesseen.h"
#include "shared/domain/booking.h"
#include "shared/domain/discount.h"

#include <QHash>

#include <functional>
#include <memory>
#include <unordered_map>

namespace parterre::services {

class SaleStore;
struct SellableEvent;

// Is told what happened to seats, whoever caused it. On the house thread.
class EventListener
{
public:
    virtual ~EventListener() = default;
    // The ledger has changes to take.
    virtual void seatsChanged(OpenEvent &event) = 0;
    // Holds that ended without their holder asking for it.
    virtual void holdsEnded(OpenEvent &event, const std::vector<ledger::EndedHold> &ended) = 0;
    // What is known of it changed, but for its seats.
    virtual void eventChanged(OpenEvent &event) = 0;
    // The topic is not used any more: the event has another plan, or is gone.
    virtual void topicEnded(EventId event, quint64 topic) = 0;
};

// The events that can be sold, each with its ledger, rebuilt from the store at start and, for an event made later,
// when it is first asked for. Ends holds when their time is over, with nobody connected too. Lives on the house thread.
class EventDirectory
{
public:
    EventDirectory(SaleStore &store, const Clock &clock, Scheduler &scheduler, quint32 ledgerEpoch);
    ~EventDirectory();
    Q_DISABLE_COPY_MOVE(EventDirectory)

    void setListener(EventListener *listener) { m_listener = listener; }
    // Called when facts of an event changed, its start perhaps, or its blocks by another server's doing.
    void setWatcher(std::function<void()> watcher) { m_watcher = std::move(watcher); }

    // Opens every event that is not over; answers how many.
    void openAll(Done<qint32> done);
    // NotFound when there is no such event, or it is over.
    void open(EventId id, Done<OpenEvent *> done);
    // The same for somebody who asks from outside: a draft does not exist for those who are not staff.
    void openFor(const Caller &caller, EventId id, const Done<OpenEvent *> &done);
    // All of these; the error of one that cannot be.
    void openFor(const Caller &caller, QList<EventId> ids, const Done<bool> &done);
    // Only what is open already; for somebody who asks from outside, only what exists for them.
    [[nodiscard]] OpenEvent *findFor(const Caller &caller, EventId id) const;
    [[nodiscard]] OpenEvent *find(EventId id) const;
    // Whether customers may still give all of these back; the counter always may.
    [[nodiscard]] bool areCancellable(const QList<Ticket> &tickets, Instant now) const;
    [[nodiscard]] OpenEvent *findByTopic(quint64 topic) const;
    // All that are open, in no particular order.
    void forEach(const std::function<void(const OpenEvent &)> &visit) const;

    // What the house takes off its prices, as DiscountService has it.
    [[nodiscard]] const QList<Discount> &discounts() const { return m_discounts; }
    void setDiscounts(QList<Discount> discounts) { m_discounts = std::move(discounts); }

    // The store has something newer of it, freed seats perhaps: what is being read of it may be older, and is read again.
    void outdated(EventId id);
    // The store has this of the event, read with or after its last change. What is older than what is known is passed over.
    // When it is cancelled nothing of it is held any more, but for checkouts under way.
    // `plan`: that of the event, where it is another one than before; then nothing may be held or sold.
    void take(const Event &event, const std::shared_ptr<const PlanFacts> &plan);
    // The store has this poster of the event, or none; the event's version says nothing of it. Whoever looks at the event is told,
    // even if it is the one that was known here: the console may have set another meanwhile.
    void takePoster(EventId id, const std::optional<QString> &hash);
    // The store has this of the venue; the versions of its events say nothing of it. Whoever looks at one of them is told.
    void takeVenue(const Venue &venue);
    // What the store has is not known: asks it until it answers, then calls `then`.
    void takeFromStore(EventId id, const std::function<void()> &then);
    // Another server has changed something of it: asks the store, until it answers, how it stands, and these places of it. What is known of
    // the event is in force then, and `seen` is called; if it is gone it ends here, too. `unanswered` is called each time the store does not
    // answer.
    void look(EventId id, const QList<qint32> &places, const std::function<void(const storage::PlacesSeen &)> &seen,
              const std::function<void()> &unanswered = [] {});
    // Something of it is blocked here that was not.
    void blocksChanged() const;
    // There is no such event any more. Nothing of it may be held or sold; if something is, it stays.
    void forget(EventId id);

    // The store has no valid ticket of it any more, and never will, if it is cancelled: nothing of it is being sold. Another
    // event keeps what is sold.
    void freeAll(EventId id);

    // To be called after every use of a ledger that may have changed it: tells the listener, sets the alarm.
    // Holds that ended by signing out are told only when somebody else did it.
    void settle(OpenEvent &event, SignOutBy by = SignOutBy::Self);

private:
    struct Entry {
        std::unique_ptr<OpenEvent> event;
        std::unique_ptr<Alarm> alarm;
        Tick alarmAt = Tick::max();
    };
    struct Opening {
        QList<Done<OpenEvent *>> waiting = {};
        bool isOutdated = false;
    };

    Result<OpenEvent *> add(SellableEvent loaded);
    void load(const EventId &id);
    void finishOpening(EventId id, Result<SellableEvent> loaded);
    // The same plan is in memory once, however many events have it.
    [[nodiscard]] std::shared_ptr<const PlanFacts> shared(const std::shared_ptr<const PlanFacts> &plan);
    [[nodiscard]] Result<ledger::SeatLedger> ledgerFor(const Event &event, const PlanFacts &plan, std::span<const qint32> sold, const QList<Block> &blocks, qint64 above) const;
    void exchangePlan(OpenEvent &open, const Event &event, const std::shared_ptr<const PlanFacts> &plan);
    void end(EventId id);
    void askAgainLater(std::function<void()> question);
    void askAgain();
    void setAlarm(Entry &entry);
    void onAlarm(Entry &entry);

    SaleStore &m_store;
    const Clock &m_clock;
    Scheduler &m_scheduler;
    quint32 m_ledgerEpoch;
    quint64 m_lastTopic = 0;
    EventListener *m_listener = nullptr;
    std::function<void()> m_watcher;
    std::unordered_map<EventId, std::unique_ptr<Entry>> m_entries;
    QList<Discount> m_discounts;
    QHash<quint64, OpenEvent *> m_byTopic;
    QHash<EventId, Opening> m_opening;
    QHash<QString, std::weak_ptr<const PlanFacts>> m_plans; // by hash
    std::vector<std::function<void()>> m_unknown; // for askAgain()
    std::unique_ptr<Alarm> m_askAgain;
};

} // namespace parterre::services
