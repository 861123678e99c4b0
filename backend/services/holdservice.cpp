// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/services/holdservice.h"

#include <algorithm>

namespace parterre::services {

// At once when the event is open, as it nearly always is; else after it was read.
template<class T, class Act>
void HoldService::inEvent(const Caller &caller, EventId id, const Done<T> &done, Act act)
{
    if (OpenEvent *event = m_events.findFor(caller, id)) {
        done(act(*event));
        m_events.settle(*event);
        return;
    }
    m_events.openFor(caller, id, [this, done, act](const Result<OpenEvent *> &event) {
        if (!event) {
            done(event.error());
            return;
        }
        done(act(**event));
        m_events.settle(**event);
    });
}

void HoldService::acquire(const Caller &caller, EventId event, const QList<qint32> &places, const Done<QList<Hold>> &done, const QList<AreaSeats> &areas,
                          HeldBack heldBack)
{
    inEvent(caller, event, done, [this, caller, places, areas, heldBack](OpenEvent &open) { return acquireIn(caller, open, places, areas, heldBack); });
}

void HoldService::release(const Caller &caller, EventId event, const QList<qint32> &places, const Done<bool> &done)
{
    inEvent(caller, event, done, [this, caller, places](OpenEvent &open) { return releaseIn(caller, open, places); });
}

void HoldService::extend(const Caller &caller, EventId event, const QList<qint32> &places, const Done<QList<Hold>> &done)
{
    inEvent(caller, event, done, [this, caller, places](OpenEvent &open) { return extendIn(caller, open, places); });
}

Result<QList<Hold>> HoldService::acquireIn(const Caller &caller, OpenEvent &event, const QList<qint32> &places, const QList<AreaSeats> &areas, HeldBack heldBack)
{
    if (places.isEmpty() && areas.isEmpty())
        return Error {.code = ErrorCode::InvalidParams, .detail = QStringLiteral("neither places nor areas")};
    if (heldBack == HeldBack::Too && !caller.isCounter())
        return ErrorCode::NotPermitted;
    if (!event.isOnSale(m_clock.utcNow()))
        return ErrorCode::SaleClosed;
    // It may have ended, or changed hands, while the event was being opened.
    Session *session = m_sessions.find(caller.session);
    if (!session || session->user.id != caller.user.id || session->user.role != caller.user.role)
        return session ? ErrorCode::NotSignedIn : ErrorCode::NoSession;
    if (const QList<qint32> cut = event.plan().groups.cutTables(places); !cut.isEmpty())
        return Error {.code = ErrorCode::TableSoldWhole, .places = cut, .event = event.id()};
    QList<qint32> wanted = places;
    for (qsizetype i = 0; i < areas.size(); ++i) {
        if (std::any_of(areas.begin(), areas.begin() + i, [&](const AreaSeats &other) { return other.area == areas[i].area; }))
            return Error {.code = ErrorCode::InvalidParams, .detail = QStringLiteral("an area twice")};
        if (const Result<void> added = addPlacesOf(caller, event, areas[i], heldBack, wanted); !added)
            return added.error();
    }
    const auto grants = acquire(caller, event, wanted, heldBack);
    if (!grants) {
        Error error = grants.error();
        if (error.code == ErrorCode::TooManySeats && !caller.isCounter())
            error.limit = event.event().rules.maxSeats; // not what other sessions leave of it
        return error;
    }
    session->heldEvents.insert(event.id());
    return toHolds(caller, event, *grants);
}

qint32 HoldService::mostFor(const Caller &caller, OpenEvent &event)
{
    if (caller.isCounter())
        return kMaxSeatsCounter;
    event.ledger().expire(m_clock.steadyNow());
    qint32 elsewhere = 0;
    for (const Session *session : m_sessions.sessionsOf(caller.user.id))
        elsewhere += session->id == caller.session ? 0 : event.ledger().heldCount(session->holder);
    return event.event().rules.maxSeats - elsewhere;
}

Result<std::span<const ledger::Grant>> HoldService::acquire(const Caller &caller, OpenEvent &event, const QList<qint32> &places, HeldBack heldBack)
{
    ledger::SeatLedger &seats = event.ledger();
    const qint32 most = mostFor(caller, event);
    if (heldBack == HeldBack::No) {
        auto grants = seats.acquire(caller.holder, places, most, m_clock.steadyNow());
        const auto isHeldBack = [&](qint32 place) { return seats.stateOf(place) == SeatState::Blocked && event.blocks().isHeldBack(place); };
        if (!grants && grants.error().code == ErrorCode::SeatTaken && caller.isCounter()
            && std::all_of(grants.error().places.begin(), grants.error().places.end(), isHeldBack))
            return Error {.code = ErrorCode::SeatHeldBack, .places = grants.error().places};
        return grants;
    }
    // What is killed, or is just being blocked, is nobody's.
    QList<qint32> killed;
    std::copy_if(places.begin(), places.end(), std::back_inserter(killed), [&](qint32 place) {
        return seats.contains(place) && seats.stateOf(place) == SeatState::Blocked && !event.blocks().isHeldBack(place);
    });
    if (!killed.isEmpty())
        return Error {.code = ErrorCode::SeatTaken, .places = killed};
    return seats.acquire(caller.holder, places, most, m_clock.steadyNow(), ledger::Blocked::MayBeHeld);
}

Result<void> HoldService::addPlacesOf(const Caller &caller, OpenEvent &event, const AreaSeats &wish, HeldBack heldBack, QList<qint32> &places)
{
    const PlaceGroups &groups = event.plan().groups;
    if (wish.area < 0 || wish.area >= groups.areaCount())
        return Error {.code = ErrorCode::UnknownPlace, .event = event.id(), .area = wish.area};
    const PlaceGroups::AreaPlaces &area = groups.area(wish.area);
    const auto isIn = [&area](qint32 place) { return place >= area.first && place < area.end; };
    // What it has there, or names, is part of what it wants.
    std::vector<qint32> own;
    std::copy_if(places.begin(), places.end(), std::back_inserter(own), isIn);
    event.ledger().expire(m_clock.steadyNow());
    for (const ledger::Grant &grant : event.ledger().holdsOf(caller.holder)) {
        if (isIn(grant.place))
            own.push_back(grant.place);
    }
    std::sort(own.begin(), own.end());
    own.erase(std::unique(own.begin(), own.end()), own.end());
    const auto missing = wish.seats - static_cast<qint32>(own.size());
    // Some of the lowest free ones may be among those that were named.
    qint32 found = 0;
    for (const qint32 place : event.ledger().lowestFree(area.first, area.end, wish.seats, m_clock.steadyNow())) {
        if (found < missing && !std::binary_search(own.begin(), own.end(), place)) {
            places.append(place);
            ++found;
        }
    }
    for (qint32 place = area.first; heldBack == HeldBack::Too && place < area.end && found < missing; ++place) {
        if (event.ledger().stateOf(place) == SeatState::Blocked && event.blocks().isHeldBack(place) && !std::binary_search(own.begin(), own.end(), place)) {
            places.append(place);
            ++found;
        }
    }
    if (found < missing)
        return Error {.code = ErrorCode::AreaFull, .limit = static_cast<qint64>(own.size()) + found, .event = event.id(), .area = wish.area};
    std::copy_if(own.begin(), own.end(), std::back_inserter(places), [&places](qint32 place) { return !places.contains(place); });
    return {};
}

// Nobody is left with some seats of such a table: then nobody could buy it.
Result<void> HoldService::keepTablesWhole(const Caller &caller, const OpenEvent &event, const QList<qint32> &places) const
{
    QList<qint32> cut = event.plan().groups.cutTables(places);
    cut.removeIf([&](qint32 place) { return event.ledger().holderOf(place) != caller.holder; });
    if (std::all_of(cut.begin(), cut.end(), [&places](qint32 place) { return places.contains(place); }))
        return {};
    return Error {.code = ErrorCode::TableSoldWhole, .places = cut, .event = event.id()};
}

Result<bool> HoldService::releaseIn(const Caller &caller, OpenEvent &event, const QList<qint32> &places)
{
    if (const Result<void> whole = keepTablesWhole(caller, event, places); !whole)
        return whole.error();
    const auto released = event.ledger().release(caller.holder, places, m_clock.steadyNow());
    return released ? Result<bool>(true) : Result<bool>(released.error());
}

Result<QList<Hold>> HoldService::extendIn(const Caller &caller, OpenEvent &event, const QList<qint32> &places)
{
    if (const Result<void> whole = keepTablesWhole(caller, event, places); !whole)
        return whole.error();
    const auto extension = keeps(caller) ? ledger::Extension::IsFree : ledger::Extension::Counts;
    const auto grants = event.ledger().extend(caller.holder, places, m_clock.steadyNow(), extension);
    return grants ? Result<QList<Hold>>(toHolds(caller, event, *grants)) : Result<QList<Hold>>(grants.error());
}

void HoldService::holder(const Caller &caller, EventId event, qint32 place, const Done<SeatHolder> &done)
{
    inEvent(caller, event, done, [this, caller, place](OpenEvent &open) { return holderIn(caller, open, place); });
}

Result<SeatHolder> HoldService::holderIn(const Caller &caller, OpenEvent &event, qint32 place)
{
    const QList<qint32> places {place};
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
