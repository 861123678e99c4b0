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

void markSold(OpenEvent &event, const Clock &clock, qint32 place, ledger::HolderId only)
{
    ledger::SeatLedger &seats = event.ledger();
    const Tick now = clock.steadyNow();
    const std::array places {place};
    const bool isNobodys = seats.stateOf(place) == SeatState::Free || seats.stateOf(place) == SeatState::Blocked;
    if (isNobodys && !seats.acquire(kElsewhere, places, std::numeric_limits<int>::max(), now, ledger::Blocked::MayBeHeld))
        return;
    const auto holder = seats.holderOf(place);
    if (holder != kElsewhere && holder != only)
        return;
    const std::array fence {ledger::Fence {.place = place, .version = seats.versionOf(place)}};
    const auto token = seats.freeze(*holder, fence, now);
    if (!token || !seats.commit(*token, now))
        qCCritical(lcBooking) << "a seat sold elsewhere could not be marked, event" << event.id().toString() << "place" << place;
    else
        event.soldTickets().sell(place, {}); // as what, nobody has said
}

void learnBlock(OpenEvent &event, const Clock &clock, Block block, ledger::HolderId only)
{
    ledger::SeatLedger &seats = event.ledger();
    const Tick now = clock.steadyNow();
    block.places.removeIf([&](qint32 place) {
        const std::array places {place};
        const bool isHeld = seats.stateOf(place) == SeatState::Held;
        const bool isGivenUp = !isHeld || (seats.holderOf(place) == only && seats.release(only, places, now));
        return !isGivenUp || !seats.block(places, now);
    });
    if (!block.places.isEmpty())
        event.blocks().learn(block);
}

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
        found->ticketTypes.append(item.ticketType);
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
        beginSelling(part);
    }
    return seats;
}

void FrozenSeats::thaw()
{
    for (const Part &part : m_parts) {
        if (!part.event->ledger().thaw(part.token, m_clock.steadyNow()))
            qCCritical(lcBooking) << "a checkout's seats were not frozen any more, event" << part.event->id().toString();
        endSelling(part);
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
        noteTicketTypes(booking);
        return;
    }
    thaw();
    for (const Part &part : m_parts) {
        for (const ledger::Fence &fence : part.fences) {
            if (sold.contains({part.event->id(), fence.place}))
                markSold(*part.event, m_clock, fence.place, m_holder);
        }
        m_events.settle(*part.event);
    }
    noteTicketTypes(booking);
}

void FrozenSeats::commit(const QString &reference)
{
    for (const Part &part : m_parts) {
        if (!part.event->ledger().commit(part.token, m_clock.steadyNow()))
            qCCritical(lcBooking) << "sold seats were not frozen any more, booking" << reference;
        endSelling(part);
        for (std::size_t i = 0; i < part.fences.size(); ++i)
            part.event->soldTickets().sell(part.fences[i].place, part.ticketTypes.at(static_cast<qsizetype>(i)));
        m_events.settle(*part.event);
    }
}

// An exchange may leave the place and change the ticket type alone.
void FrozenSeats::noteTicketTypes(const Booking &booking) const
{
    for (const Ticket &ticket : booking.tickets) {
        OpenEvent *event = ticket.state == TicketState::Valid ? m_events.find(ticket.event) : nullptr;
        if (event && event->ledger().contains(ticket.place) && event->ledger().stateOf(ticket.place) == SeatState::Sold)
            event->soldTickets().sell(ticket.place, ticket.ticketType);
    }
}

void FrozenSeats::beginSelling(const Part &part)
{
    for (std::size_t i = 0; i < part.fences.size(); ++i)
        part.event->soldTickets().beginSelling(part.fences[i].place, part.ticketTypes.at(static_cast<qsizetype>(i)));
}

void FrozenSeats::endSelling(const Part &part)
{
    for (std::size_t i = 0; i < part.fences.size(); ++i)
        part.event->soldTickets().endSelling(part.fences[i].place, part.ticketTypes.at(static_cast<qsizetype>(i)));
}

QList<qint32> FrozenSeats::placesIn(const Error &refusal) const
{
    QList<qint32> places = refusal.places;
    const auto part = std::find_if(m_parts.begin(), m_parts.end(), [&refusal](const Part &each) { return each.event->id() == refusal.event; });
    if (places.isEmpty() && part != m_parts.end()) {
        for (const ledger::Fence &fence : part->fences)
            places.append(fence.place);
    }
    return places;
}

void FrozenSeats::giveUpTo(const storage::PlacesSeen &seen, const QString &reference)
{
    if (seen.sold.isEmpty() && seen.blocks.isEmpty())
        qCWarning(lcBooking) << "the database refused sale" << reference << ": another server changed event" << seen.event.toString();
    else
        qCCritical(lcBooking) << "the database refused sale" << reference << ": seats sold or killed elsewhere" << seen.places;
    thaw();
    takeSeen(m_events, m_clock, seen, m_holder);
}

bool isOthersDoing(const Error &refusal)
{
    return refusal.event && (refusal.code == ErrorCode::SeatTaken || refusal.code == ErrorCode::SaleClosed);
}

void takeSeen(EventDirectory &events, const Clock &clock, const storage::PlacesSeen &seen, ledger::HolderId holder)
{
    OpenEvent *event = events.find(seen.event);
    if (!event)
        return;
    event->ledger().expire(clock.steadyNow());
    for (const qint32 place : seen.sold)
        markSold(*event, clock, place, holder);
    QList<qint32> taken = seen.sold;
    for (const Block &block : seen.blocks) {
        learnBlock(*event, clock, block, holder);
        taken += block.places;
    }
    for (const qint32 place : seen.places) {
        const Block *released = taken.contains(place) ? nullptr : event->blocks().at(place);
        if (!released)
            continue;
        event->blocks().remove(BlockId(released->id), std::array {place});
        if (!event->ledger().unblock(std::array {place}, clock.steadyNow()))
            qCCritical(lcBooking) << "a seat released elsewhere could not be freed, event" << event->id().toString() << "place" << place;
    }
    events.settle(*event);
    if (!seen.blocks.isEmpty())
        events.blocksChanged();
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
        for (const qint32 place : places)
            event->soldTickets().free(place);
        events.settle(*event);
    }
}

} // namespace parterre::services
