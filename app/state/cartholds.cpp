// SPDX-License-Identifier: GPL-3.0-or-later
// What CartModel asks of the server about holds: to have them, to give them back, to keep them longer.
#include "app/state/cartmodel.h"

#include "app/state/endedholds.h"

#include <algorithm>

namespace parterre {

QList<qint32> CartModel::pendingPlaces(EventId event) const
{
    QList<qint32> places;
    for (const Place &pending : m_pending) {
        if (pending.event == event)
            places.append(pending.place);
    }
    return places;
}

QSet<qint32> CartModel::pendingAreas(EventId event) const
{
    QSet<qint32> areas;
    for (const Place &pending : m_pendingAreas) {
        if (pending.event == event)
            areas.insert(pending.place);
    }
    return areas;
}

void CartModel::requestHold(EventId event, const QList<protocol::CartLine> &wanted, bool heldBack)
{
    QList<qint32> places;
    for (const protocol::CartLine &line : wanted)
        places.append(line.hold.place);
    if (places.isEmpty())
        return;
    if (places.size() > kMaxPlacesPerRequest) {
        return failLater([this, event, places] { Q_EMIT holdFailed(event, places, {.code = ErrorCode::TooManySeats, .limit = kMaxPlacesPerRequest}); });
    }
    setPending(event, places, true);
    m_session.connection().call<protocol::HoldsAcquire>({.event = event, .places = places, .heldBack = heldBack ? std::optional(true) : std::nullopt, .instead = true}, this, [this, event, wanted, places](const Result<protocol::HoldsResult> &answer) {
        setPending(event, places, false);
        onAcquired(event, wanted, answer);
    });
}

void CartModel::requestAreas(EventId event, const QList<AreaSeats> &areas, const Describe &describe, bool heldBack)
{
    if (areas.isEmpty())
        return;
    const auto setAsking = [this, event, areas](bool asking) {
        for (const AreaSeats &wish : areas) {
            if (asking)
                m_pendingAreas.insert({event, wish.area});
            else
                m_pendingAreas.remove({event, wish.area});
        }
        Q_EMIT pendingChanged(event);
    };
    setAsking(true);
    m_session.connection().call<protocol::HoldsAcquire>({.event = event, .areas = areas, .heldBack = heldBack ? std::optional(true) : std::nullopt}, this, [this, event, describe, setAsking](const Result<protocol::HoldsResult> &answer) {
        setAsking(false);
        QList<protocol::CartLine> granted;
        for (const Hold &hold : answer ? answer->holds : QList<Hold>())
            granted.append(describe(hold.place));
        onAcquired(event, granted, answer);
    });
}

void CartModel::onAcquired(EventId event, const QList<protocol::CartLine> &wanted, const Result<protocol::HoldsResult> &answer)
{
    ++m_changes;
    QList<qint32> places;
    if (!answer) {
        for (const protocol::CartLine &line : wanted)
            places.append(line.hold.place);
        if (isDoubtful(answer.error().code))
            refresh();
        return Q_EMIT holdFailed(event, places, answer.error());
    }
    bool complete = true;
    for (const Hold &hold : answer->holds) {
        const auto known = std::ranges::find_if(wanted, [&](const protocol::CartLine &line) { return line.hold.place == hold.place; });
        protocol::CartLine line = known == wanted.end() ? protocol::CartLine {} : *known;
        line.hold = hold;
        complete = complete && !line.label.isEmpty() && !line.prices.isEmpty();
        m_givenBack.remove({hold.event, hold.place});
        put(line);
        places.append(hold.place);
    }
    Q_EMIT totalsChanged();
    Q_EMIT holdsChanged(event);
    Q_EMIT seatsHeld(event, places);
    if (!complete)
        refresh();
}

void CartModel::requestRelease(EventId event, const QList<qint32> &places)
{
    QList<qint32> mine;
    for (const qint32 place : places) {
        if (rowOf(event, place) >= 0 && !m_pending.contains({event, place}) && !m_checkout.sells(event, place))
            mine.append(place);
    }
    for (const QList<qint32> &some : inRequests(mine)) {
        for (const qint32 place : some)
            m_givenBack.insert({event, place});
        setPending(event, some, true);
        m_session.connection().call<protocol::HoldsRelease>({.event = event, .places = some}, this, [this, event, some](const Result<protocol::Nothing> &answer) {
            setPending(event, some, false);
            onReleased(event, some, answer);
        });
    }
}

void CartModel::onReleased(EventId event, const QList<qint32> &places, const Result<protocol::Nothing> &answer)
{
    ++m_changes;
    if (answer) {
        for (const qint32 place : places)
            m_givenBack.remove({event, place});
        (void)take([&](const Line &at) { return at.line.hold.event == event && places.contains(at.line.hold.place); });
        return;
    }
    const ErrorCode code = answer.error().code;
    if (isDoubtful(code))
        refresh();
    // The plan of an event that is not open is not known here; the server names the whole table.
    const QList<qint32> &whole = answer.error().places;
    if (code == ErrorCode::TableSoldWhole && whole.size() > places.size() && std::ranges::all_of(places, [&](qint32 place) { return whole.contains(place); }))
        return requestRelease(event, whole);
    if (code != ErrorCode::NotHeld) // then they are free, as asked
        Q_EMIT releaseFailed(event, places, answer.error());
}

void CartModel::releaseAll()
{
    const auto byEvent = placesByEvent([](const Line &) { return true; });
    for (auto it = byEvent.begin(); it != byEvent.end(); ++it)
        requestRelease(it.key(), it.value());
}

void CartModel::extend()
{
    if (!canExtend())
        return;
    m_extension.begin(placesByEvent([](const Line &at) { return at.line.hold.extensionsLeft > 0; }));
}

void CartModel::onExtended(const Result<protocol::HoldsResult> &answer)
{
    ++m_changes;
    if (!answer) {
        if (isDoubtful(answer.error().code))
            refresh();
        return;
    }
    if (answer->holds.isEmpty())
        return;
    for (const Hold &hold : answer->holds) {
        if (const int row = rowOf(hold.event, hold.place); row >= 0) {
            m_lines[row].line.hold = hold;
            Q_EMIT dataChanged(index(row), index(row), {LineRole});
        }
    }
    Q_EMIT totalsChanged();
    Q_EMIT holdsChanged(answer->holds[0].event);
}

void CartModel::setPending(EventId event, const QList<qint32> &places, bool pending)
{
    for (const qint32 place : places) {
        if (pending)
            m_pending.insert({event, place});
        else
            m_pending.remove({event, place});
        if (const int row = rowOf(event, place); row >= 0)
            Q_EMIT dataChanged(index(row), index(row), {ReleasingRole});
    }
    Q_EMIT pendingChanged(event);
}

} // namespace parterre
