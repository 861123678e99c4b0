// SPDX-License-Identifier: GPL-3.0-or-later
#include "simnoshows.h"

#include <algorithm>

namespace parterre::simulation {

namespace {

storage::TicketPlace placeOf(const SimDatabase::Standing &standing)
{
    return {.ticket = standing.ticket.number, .place = standing.ticket.place};
}

bool isOf(const storage::TicketPlace &ticket, const QList<storage::TicketPlace> &tickets)
{
    return std::any_of(tickets.begin(), tickets.end(), [&ticket](const storage::TicketPlace &other) { return other.ticket == ticket.ticket; });
}

// Those with a ticket that is given free.
QList<storage::TicketPlace> releasedOf(const std::vector<SimDatabase::Standing> &tickets)
{
    QList<storage::TicketPlace> released;
    for (const SimDatabase::Standing &standing : tickets) {
        if (standing.ticket.state == TicketState::Released)
            released.append(placeOf(standing));
    }
    return released;
}

} // namespace

storage::NoShowPage SimNoShows::list(const EventId &event, qint32 after, qint32 limit) const
{
    storage::NoShowPage page;
    for (const qint32 place : m_database.sold(showOf(event))) {
        const Booking &booking = m_database.saleAt(m_database.place(showOf(event), place).sale).stored.booking;
        if (place <= after || booking.state != BookingState::Confirmed)
            continue;
        if (page.tickets.size() == limit) {
            page.next = page.tickets.constLast().place;
            break;
        }
        const auto ticket = std::find_if(booking.tickets.begin(), booking.tickets.end(), [&](const Ticket &each) {
            return each.state == TicketState::Valid && each.event == event && each.place == place;
        });
        page.tickets.append({.ticket = ticket->number, .booking = booking.id, .reference = booking.reference, .place = place});
    }
    return page;
}

Result<std::optional<storage::ReleaseWritten>> SimNoShows::earlierRelease(const storage::NoShowWrite &write) const
{
    const Result<const Row *> earlier = known(write, false);
    if (!earlier)
        return earlier.error();
    return *earlier ? std::optional(answerOf(**earlier)) : std::nullopt;
}

Result<services::ToRestore> SimNoShows::toRestore(const storage::NoShowWrite &write) const
{
    const Result<const Row *> earlier = known(write, true);
    if (!earlier)
        return earlier.error();
    const Result<std::vector<SimDatabase::Standing>> tickets = look(write);
    if (!tickets)
        return tickets.error();
    services::ToRestore found {.released = releasedOf(*tickets)};
    if (const Row *row = *earlier) {
        found.earlier.emplace(storage::RestoreWritten {.restored = row->done});
        for (const storage::TicketPlace &ticket : std::as_const(found.released)) {
            if (!isOf(ticket, row->done))
                found.earlier->taken.append(ticket);
        }
    }
    return found;
}

Result<storage::ReleaseWritten> SimNoShows::release(const storage::NoShowWrite &write, quint32 writer)
{
    const Result<const Row *> earlier = known(write, false);
    if (!earlier)
        return earlier.error();
    if (*earlier)
        return answerOf(**earlier);
    Result<std::vector<SimDatabase::Standing>> tickets = look(write);
    if (!tickets)
        return tickets.error();
    if (m_database.isCancelled(showOf(write.event)))
        return Error {.code = ErrorCode::SaleClosed, .event = write.event};
    std::erase_if(*tickets, [this](const SimDatabase::Standing &standing) {
        return standing.ticket.state != TicketState::Valid || m_database.saleAt(standing.sale).stored.booking.state != BookingState::Confirmed;
    });
    QList<qint32> places;
    for (const SimDatabase::Standing &standing : *tickets)
        places.append(standing.ticket.place);
    // Of a cut table those seats are no bar that nobody has any more.
    QList<qint32> nobodys = write.cutTables(places);
    nobodys.removeIf([&](qint32 seat) { return places.contains(seat) || m_database.place(showOf(write.event), seat).sale >= 0; });
    const QList<qint32> cut = m_mistake == NoShowMistake::TableCut ? QList<qint32>() : write.cutTables(places + nobodys);
    std::erase_if(*tickets, [&cut](const SimDatabase::Standing &standing) { return cut.contains(standing.ticket.place); });
    note(write, *tickets, false, writer);
    return answerOf(m_rows[{write.actor, write.key}]);
}

Result<storage::RestoreWritten> SimNoShows::restore(const storage::NoShowWrite &write, quint32 writer)
{
    const Result<services::ToRestore> found = toRestore(write);
    if (!found)
        return found.error();
    if (found->earlier)
        return withOwned(write, *found->earlier);
    if (m_database.isCancelled(showOf(write.event)))
        return Error {.code = ErrorCode::SaleClosed, .event = write.event};
    Result<std::vector<SimDatabase::Standing>> tickets = look(write);
    std::erase_if(*tickets, [](const SimDatabase::Standing &standing) { return standing.ticket.state != TicketState::Released; });
    storage::RestoreWritten written;
    std::vector<SimDatabase::Standing> free;
    QSet<qint32> given;
    bool isCrowded = false; // an area where nothing is free of what was kept for somebody
    for (SimDatabase::Standing &standing : *tickets) {
        const QList<qint32> places = placesFor(write, standing);
        const auto place = std::find_if(places.begin(), places.end(), [&](qint32 each) { return !given.contains(each) && (!isOwned(write, each) || m_mistake == NoShowMistake::OwnerNotAsked); });
        if (place == places.end()) {
            isCrowded = isCrowded || (write.ways.contains(standing.ticket.number) && m_mistake != NoShowMistake::OwnNumberOnly);
            written.taken.append(placeOf(standing));
            continue;
        }
        given.insert(*place);
        standing.newPlace = *place;
        written.restored.append({.ticket = standing.ticket.number, .place = *place});
        free.push_back(standing);
    }
    if (isCrowded)
        return ownedStanding(write);
    if (!free.empty())
        note(write, free, true, writer);
    return withOwned(write, written);
}

Result<const SimNoShows::Row *> SimNoShows::known(const storage::NoShowWrite &write, bool restores) const
{
    const Row *earlier = row(write.actor, write.key);
    if (earlier && (earlier->restores != restores || earlier->asked.requestHash != write.requestHash))
        return ErrorCode::KeyReused;
    return earlier;
}

Result<std::vector<SimDatabase::Standing>> SimNoShows::look(const storage::NoShowWrite &write) const
{
    std::vector<SimDatabase::Standing> found;
    for (const QString &number : write.tickets) {
        std::optional<SimDatabase::Standing> standing = m_database.ticket(number);
        if (!standing || standing->ticket.event != write.event)
            return ErrorCode::NotFound;
        found.push_back(*std::move(standing));
    }
    std::sort(found.begin(), found.end(), [](const auto &a, const auto &b) { return std::tie(a.ticket.place, a.ticket.number) < std::tie(b.ticket.place, b.ticket.number); });
    return found;
}

storage::RestoreWritten SimNoShows::withOwned(const storage::NoShowWrite &write, storage::RestoreWritten written) const
{
    for (const QString &number : write.tickets) {
        for (const qint32 place : placesFor(write, *m_database.ticket(number))) {
            if (isOwned(write, place))
                written.owned.append(place);
        }
    }
    return written;
}

QList<qint32> SimNoShows::placesFor(const storage::NoShowWrite &write, const SimDatabase::Standing &standing) const
{
    const auto ways = write.ways.constFind(standing.ticket.number);
    if (m_mistake == NoShowMistake::OwnNumberOnly && ways != write.ways.constEnd())
        return ways->places.contains(standing.ticket.place) ? QList<qint32> {standing.ticket.place} : QList<qint32>();
    return ways == write.ways.constEnd() ? QList<qint32> {standing.ticket.place} : ways->places;
}

Error SimNoShows::ownedStanding(const storage::NoShowWrite &write) const
{
    Error taken {.code = ErrorCode::SeatTaken, .event = write.event};
    const storage::WaysBack &area = *write.ways.constBegin(); // a show has one
    for (qint32 place = area.first; place < area.end; ++place) {
        if (isOwned(write, place))
            taken.places.append(place);
    }
    return taken;
}

storage::ReleaseWritten SimNoShows::answerOf(const Row &row) const
{
    storage::ReleaseWritten written {.released = row.done};
    for (const storage::TicketPlace &ticket : row.done) {
        if (m_database.place(showOf(row.asked.event), ticket.place).sale < 0)
            written.freed.append({row.asked.event, ticket.place});
    }
    return written;
}

void SimNoShows::note(const storage::NoShowWrite &write, const std::vector<SimDatabase::Standing> &tickets, bool restores, quint32 writer)
{
    m_database.move(tickets, restores ? TicketState::Valid : TicketState::Released, writer);
    Row row {.asked = write, .restores = restores, .writer = writer, .moment = m_database.moment()};
    for (const SimDatabase::Standing &standing : tickets) {
        row.done.append({.ticket = standing.ticket.number, .place = standing.newPlace});
        m_everReleased.insert(standing.ticket.number);
    }
    m_rows.insert({write.actor, write.key}, row);
}

const SimNoShows::Row *SimNoShows::row(const UserId &actor, const QString &key) const
{
    const auto found = m_rows.constFind({actor, key});
    return found == m_rows.constEnd() ? nullptr : &*found;
}

} // namespace parterre::simulation
