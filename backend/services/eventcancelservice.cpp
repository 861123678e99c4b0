// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/services/eventcancelservice.h"

#include <QLoggingCategory>

namespace parterre::services {

namespace {

Q_LOGGING_CATEGORY(lcCancel, "parterre.events")

constexpr std::chrono::seconds kLookAgain {1};
constexpr std::chrono::hours kLookAround {1};

} // namespace

EventCancelService::EventCancelService(EventDirectory &events, SaleStore &store, const Clock &clock, Scheduler &scheduler)
    : m_events(events), m_store(store), m_clock(clock), m_scheduler(scheduler), m_lookAround(scheduler.makeAlarm([this] {
        resume([](const Result<bool> &looked) {
            if (!looked)
                qCWarning(lcCancel) << "cancelled events could not be looked for:" << looked.error().detail;
        });
    }))
{
}

void EventCancelService::cancel(const Caller &caller, EventId event, qint32 version, const QString &reason, Done<Event> done)
{
    m_store.cancelEvent({.event = event, .version = version, .reason = reason, .audit = caller.audit(m_clock.utcNow())},
                        [this, event, done = std::move(done)](const Result<Event> &cancelled) {
                            if (cancelled) {
                                m_events.take(*cancelled, nullptr);
                                cancelTickets(event);
                            } else if (cancelled.error().code == ErrorCode::OutcomeUnknown) {
                                // Of an event that is not cancelled no tickets are.
                                m_events.takeFromStore(event, [this, event] { cancelTickets(event); });
                            }
                            done(cancelled);
                        });
}

void EventCancelService::resume(const Done<bool> &done)
{
    m_lookAround->start(kLookAround);
    m_store.unfinishedCancellations([this, done](const Result<QList<EventId>> &events) {
        if (!events) {
            done(events.error());
            return;
        }
        for (const EventId &event : *events) {
            const OpenEvent *open = m_events.find(event);
            if (open && open->event().summary.state != EventState::Cancelled)
                m_events.takeFromStore(event, [this, event] { cancelTickets(event); }); // another server did it
            else
                cancelTickets(event);
        }
        done(true);
    });
}

void EventCancelService::cancelTickets(EventId event)
{
    const auto [underWay, isNew] = m_underWay.try_emplace(event);
    if (!isNew)
        return;
    const auto next = [this, event] {
        m_store.cancelTickets(event, m_clock.utcNow(), [this, event, wasQuiet = isQuiet(event)](const Result<qint32> &found) { onCancelled(event, wasQuiet, found); });
    };
    underWay->second = m_scheduler.makeAlarm(next);
    next();
}

bool EventCancelService::isQuiet(EventId event) const
{
    const OpenEvent *open = m_events.find(event);
    return !open || !open->ledger().hasCheckouts();
}

void EventCancelService::onCancelled(EventId event, bool wasQuiet, const Result<qint32> &found)
{
    Alarm &again = *m_underWay.at(event);
    if (!found) {
        // What was done is done, also when nobody heard of it: the next look finds what is left.
        qCWarning(lcCancel) << "tickets of the cancelled event" << event.toString() << "could not be cancelled, trying again:" << found.error().detail;
        again.start(kLookAgain);
    } else if (*found > 0) {
        again.start(std::chrono::milliseconds(0));
    } else if (!wasQuiet) {
        again.start(kLookAgain); // a checkout that was under way may still become a booking
    } else {
        m_underWay.erase(event);
        m_events.freeAll(event);
    }
}

} // namespace parterre::services
