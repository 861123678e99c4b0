// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/services/caller.h"
#include "backend/services/eventdirectory.h"
#include "backend/services/salestore.h"

#include <map>

namespace parterre::services {

// Cancels events. The order is that of every promise: the store has it first, then the ledger ends what is held, and whoever
// asked hears of it. Then their tickets are cancelled, some at a time, and once more when the last checkout that was under
// way has ended. What was interrupted goes on by itself, after the next start at the latest. Lives on the house thread.
class EventCancelService
{
public:
    EventCancelService(EventDirectory &events, SaleStore &store, const Clock &clock, Scheduler &scheduler);
    Q_DISABLE_COPY_MOVE(EventCancelService)

    // Errors as cancelEvent() in eventediting.h. Answered when the event is cancelled; its tickets follow.
    void cancel(const Caller &caller, EventId event, qint32 version, const QString &reason, Done<Event> done);
    // Goes on with what was interrupted; answered when that is known. To be called when the events are open. Then it
    // looks by itself, every hour: another server may have sold what it did not know to be cancelled.
    void resume(const Done<bool> &done);
    [[nodiscard]] bool isIdle() const { return m_underWay.empty(); }
    // Of one that the store has as cancelled, with others of its series, and the ledger has closed.
    void cancelTickets(EventId event);

private:
    void onCancelled(EventId event, bool wasQuiet, const Result<qint32> &found);
    // Nobody can get a ticket of it any more.
    [[nodiscard]] bool isQuiet(EventId event) const;

    EventDirectory &m_events;
    SaleStore &m_store;
    const Clock &m_clock;
    Scheduler &m_scheduler;
    std::map<EventId, std::unique_ptr<Alarm>> m_underWay; // to look again
    std::unique_ptr<Alarm> m_lookAround;
};

} // namespace parterre::services
