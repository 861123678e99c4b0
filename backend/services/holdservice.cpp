// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/services/holdservice.h"

#include <algorithm>

namespace parterre::services {

// At once when the event is open, as it nearly always is; else after it was read.
template<class T>
void HoldService::inEvent(const Caller &caller, EventId id, const QList<qint32> &places, const Done<T> &done, Action<T> act)
{
    if (OpenEvent *event = m_events.findFor(caller, id)) {
        done((this->*act)(caller, *event, places));
        m_events.settle(*event);
        return;
    }
    m_events.openFor(caller, id, [this, caller, places, done, act](const Result<OpenEvent *> &event) {
        if (!event) {
            done(event.error());
            return;
        }
        done((this->*act)(caller, **event, places));
        m_events.settle(**event);
    });
}

void HoldService::acquire(const Caller &caller, EventId event, const QList<qint32> &places, const Done<QList<Hold>> &done)
{
    inEvent(caller, event, places, done, &HoldService::acquireIn);
}

void HoldService::release(const Caller &caller, EventId event, const QList<qint32> &places, const Done<bool> &done)
{
    inEvent(caller, event, places, done, &HoldService::releaseIn);
}

void HoldService::extend(const Caller &caller, EventId event, const QList<qint32> &places, const Done<QList<Hold>> &done)
{
    inEvent(caller, event, places, done, &HoldService::extendIn);
}

Result<QList<Hold>> HoldService::acquireIn(const Caller &caller, OpenEvent &event, const QList<qint32> &places)
{
    if (!event.isOnSale(m_clock.utcNow()))
        return ErrorCode::SaleClosed;
    // It may have ended, or changed hands, while the event was being opened.
    Session *session = m_sessions.find(caller.session);
    if (!session || session->user.id != caller.user.id || session->user.role != caller.user.role)
        return session ? ErrorCode::NotSignedIn : ErrorCode::NoSession;
    const qint32 most = caller.isCounter() ? kMaxSeatsCounter : event.event().rules.maxSeats;
    const auto grants = event.ledger().acquire(caller.holder, places, most, m_clock.steadyNow());
    if (!grants)
        return grants.error();
    session->heldEvents.insert(event.id());
    return toHolds(caller, event, *grants);
}

Result<bool> HoldService::releaseIn(const Caller &caller, OpenEvent &event, const QList<qint32> &places)
{
    const auto released = event.ledger().release(caller.holder, places, m_clock.steadyNow());
    return released ? Result<bool>(true) : Result<bool>(released.error());
}

Result<QList<Hold>> HoldService::extendIn(const Caller &caller, OpenEvent &event, const QList<qint32> &places)
{
    const auto extension = keeps(caller) ? ledger::Extension::IsFree : ledger::Extension::Counts;
    const auto grants = event.ledger().extend(caller.holder, places, m_clock.steadyNow(), extension);
    return grants ? Result<QList<Hold>>(toHolds(caller, event, *grants)) : Result<QList<Hold>>(grants.error());
}

void HoldService::holder(const Caller &caller, EventId event, qint32 place, const Done<SeatHolder> &done)
{
    inEvent(caller, event, {place}, done, &HoldService::holderIn);
}

Result<SeatHolder> HoldService::holderIn(const Caller &caller, OpenEvent &event, const QList<qint32> &places)
{
    const qint32 place = places.constFirst();
    if (!event.ledger().contains(place))
        return Error {.code = ErrorCode::UnknownPlace, .places = places, .event = event.id()};
    const std::optional<ledger::HolderId> holder = event.ledger().holderOf(place);
    if (!holder)
        return Error {.code = ErrorCode::NotHeld, .places = places, .event = event.id()};
    const Session *session = m_sessions.ofHolder(*holder);
    SeatHolder found {.user = session ? session->user : User()};
    for (const Hold &hold : toHolds(caller, event, event.ledger().holdsOf(*holder))) {
        if (hold.place == place)
            found.expires = hold.expires;
    }
    return found;
}

QList<Hold> HoldService::holdsOf(const Caller &caller, const OpenEvent &event) const
{
    return toHolds(caller, event, event.ledger().holdsOf(caller.holder));
}

QList<CartEntry> HoldService::cart(const Caller &caller) const
{
    QList<CartEntry> entries;
    const Session *session = m_sessions.find(caller.session);
    if (!session)
        return entries;
    for (const EventId &id : session->heldEvents) {
        const OpenEvent *event = m_events.find(id);
        if (!event)
            continue;
        for (const Hold &hold : holdsOf(caller, *event)) {
            entries.append({.hold = hold,
                            .eventName = event->event().summary.name,
                            .label = event->label(hold.place),
                            .category = event->categoryName(hold.place),
                            .offers = event->offersFor(hold.place)});
        }
    }
    std::sort(entries.begin(), entries.end(), [](const CartEntry &a, const CartEntry &b) {
        return a.hold.event == b.hold.event ? a.hold.place < b.hold.place : a.hold.event < b.hold.event;
    });
    return entries;
}

QList<Hold> HoldService::toHolds(const Caller &caller, const OpenEvent &event, std::span<const ledger::Grant> grants) const
{
    // In this order: what passes between the two makes a promise shorter than it is kept, and never longer.
    const Instant utc = m_clock.utcNow();
    const Tick steady = m_clock.steadyNow();
    QList<Hold> holds;
    holds.reserve(static_cast<qsizetype>(grants.size()));
    for (const ledger::Grant &grant : grants) {
        holds.append({.event = event.id(),
                      .place = grant.place,
                      .version = grant.version,
                      .expires = utc + (grant.deadline - steady),
                      .extensionsLeft = keeps(caller) ? std::max(1, grant.extensionsLeft) : grant.extensionsLeft});
    }
    return holds;
}

} // namespace parterre::services
