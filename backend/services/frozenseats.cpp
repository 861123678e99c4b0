// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/services/frozenseats.h"

#include <QLoggingCategory>

#include <algorithm>
#include <array>
#include <limits>
#include <map>
#include <set>

namespace parterre::services {

namespace {

Q_LOGGING_CATEGORY(lcBooking, "parterre.booking")

// Holds, for the moment it takes, what another server sold. No session ever gets this number.
constexpr ledger::HolderId kElsewhere {std::numeric_limits<quint64>::max()};

} // namespace

Result<FrozenSeats> FrozenSeats::freeze(EventDirectory &events, const Clock &clock, const Caller &caller, const QList<SaleItem> &items)
{
    FrozenSeats seats(events, clock, caller.holder);
    for (const SaleItem &item : items) {
        OpenEvent *event = events.find(item.event);
        auto found = std::find_if(seats.m_parts.begin(), seats.m_parts.end(), [event](const Part &part) { return part.event == event; });
        if (found == seats.m_parts.end())
            found = seats.m_parts.insert(seats.m_parts.end(), {.event = event});
        found->fences.push_back({.place = item.place, .version = item.version.value_or(event->ledger().versionOf(item.place))});
    }
    const Tick now = clock.steadyNow();
    for (std::size_t i = 0; i < seats.m_parts.size(); ++i) {
        Part &part = seats.m_parts[i];
        const Result<ledger::CheckoutToken> token = part.event->ledger().freeze(caller.holder, part.fences, now);
        events.settle(*part.event);
        if (!token) {
            Error error = token.error();
            error.event = part.event->id();
            seats.m_parts.resize(i);
            seats.thaw();
            return error;
        }
        part.token = *token;
        part.event->beginSelling(static_cast<qint32>(part.fences.size()));
    }
    return seats;
}

void FrozenSeats::thaw()
{
    for (const Part &part : m_parts) {
        if (!part.event->ledger().thaw(part.token, m_clock.steadyNow()))
            qCCritical(lcBooking) << "a checkout's seats were not frozen any more, event" << part.event->id().toString();
        part.event->endSelling(static_cast<qint32>(part.fences.size()));
        m_events.settle(*part.event);
    }
}

void FrozenSeats::settle(const Booking &booking)
{
    std::set<std::pair<EventId, qint32>> sold;
    for (const Ticket &ticket : booking.tickets) {
        if (ticket.state == TicketState::Valid)
            sold.emplace(ticket.event, ticket.place);
    }
    const auto isSold = [&sold](const Part &part) {
        return std::all_of(part.fences.begin(), part.fences.end(), [&](const ledger::Fence &fence) { return sold.contains({part.event->id(), fence.place}); });
    };
    if (std::all_of(m_parts.begin(), m_parts.end(), isSold)) {
        commit(booking.reference);
        return;
    }
    thaw();
    for (const Part &part : m_parts) {
        for (const ledger::Fence &fence : part.fences) {
            if (sold.contains({part.event->id(), fence.place}))
                markSold(*part.event, fence.place);
        }
        m_events.settle(*part.event);
    }
}

void FrozenSeats::commit(const QString &reference)
{
    for (const Part &part : m_parts) {
        if (!part.event->ledger().commit(part.token, m_clock.steadyNow()))
            qCCritical(lcBooking) << "sold seats were not frozen any more, booking" << reference;
        part.event->endSelling(static_cast<qint32>(part.fences.size()));
        m_events.settle(*part.event);
    }
}

void FrozenSeats::giveUpTo(const Error &soldElsewhere, const QString &reference)
{
    qCCritical(lcBooking) << "the database refused sale" << reference << ": seats sold or killed elsewhere" << soldElsewhere.places;
    thaw();
    for (const Part &part : m_parts) {
        if (part.event->id() != soldElsewhere.event)
            continue;
        for (const qint32 place : soldElsewhere.places)
            markSold(*part.event, place);
        m_events.settle(*part.event);
    }
}

void FrozenSeats::markSold(OpenEvent &event, qint32 place) const
{
    ledger::SeatLedger &seats = event.ledger();
    const Tick now = m_clock.steadyNow();
    seats.expire(now);
    const std::array places {place};
    const bool isNobodys = seats.stateOf(place) == SeatState::Free || seats.stateOf(place) == SeatState::Blocked;
    if (isNobodys && !seats.acquire(kElsewhere, places, std::numeric_limits<int>::max(), now, ledger::Blocked::MayBeHeld))
        return;
    const auto holder = seats.holderOf(place);
    if (holder != kElsewhere && holder != m_holder)
        return;
    const std::array fence {ledger::Fence {.place = place, .version = seats.versionOf(place)}};
    const auto token = seats.freeze(*holder, fence, now);
    if (!token || !seats.commit(*token, now))
        qCCritical(lcBooking) << "a seat sold elsewhere could not be marked, event" << event.id().toString() << "place" << place;
}

void freeSold(EventDirectory &events, const Clock &clock, const QList<storage::FreedPlace> &freed)
{
    std::map<EventId, std::vector<qint32>> byEvent;
    for (const storage::FreedPlace &place : freed) {
        OpenEvent *event = events.find(place.event);
        if (!event)
            events.outdated(place.event);
        else if (event->ledger().contains(place.place) && event->ledger().stateOf(place.place) == SeatState::Sold && !event->freeAfterRestoring(place.place))
            byEvent[place.event].push_back(place.place);
    }
    for (const auto &[id, places] : byEvent) {
        OpenEvent *event = events.find(id);
        if (const auto done = event->ledger().freeSold(places, clock.steadyNow()); !done)
            qCCritical(lcBooking) << "cancelled seats were not sold in the ledger, event" << id.toString() << done.error().places;
        events.settle(*event);
    }
}

} // namespace parterre::services
