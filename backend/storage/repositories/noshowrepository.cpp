// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/storage/repositories/noshowrepository.h"

#include "backend/storage/database.h"
#include "backend/storage/enumtext.h"
#include "backend/storage/eventlocks.h"
#include "backend/storage/placesseen.h"
#include "backend/storage/repositories/auditrepository.h"
#include "backend/storage/rowset.h"
#include "backend/storage/searchtext.h"

#include <QSet>

#include <algorithm>

namespace parterre::storage {

using namespace Qt::StringLiterals;

namespace {

constexpr QLatin1StringView kRelease {"release"};
constexpr QLatin1StringView kRestore {"restore"};

QList<TicketPlace> placesFrom(const Rows &rows)
{
    QList<TicketPlace> places;
    for (const Row &row : rows)
        places.append({.ticket = row.text("ticket"_L1), .place = row.int32("place"_L1)});
    return places;
}

} // namespace

// A ticket of the event, as it is.
struct NoShowRepository::Standing {
    QString ticket = {};
    BookingId booking = {};
    qint32 place = 0;
    QString label = {};
    TicketState state = TicketState::Valid;
    bool isReserved = false;
    bool isIn = false;
    qint32 newPlace = 0; // of one that is taken back
};

Result<NoShowPage> NoShowRepository::list(const EventId &event, qint32 after, qint32 limit)
{
    const Result<Rows> known = m_database.run("events.brief"_L1, {{"id"_L1, event}});
    if (!known)
        return known.error();
    if (known->empty())
        return Error {.code = ErrorCode::NotFound, .detail = u"no such event"_s};
    const Result<Rows> rows = m_database.run("no_shows.list_of_event"_L1, {{"event"_L1, event}, {"after"_L1, after}, {"limit"_L1, limit + 1}});
    if (!rows)
        return rows.error();
    NoShowPage page;
    for (const Row &row : *rows) {
        if (page.tickets.size() == limit) { // the one too many: there is another page
            page.next = page.tickets.constLast().place;
            break;
        }
        page.tickets.append({.ticket = row.text("number"_L1),
                             .booking = row.id<BookingId>("booking"_L1),
                             .reference = row.text("reference"_L1),
                             .customerName = row.text("customer_name"_L1),
                             .place = row.int32("place"_L1),
                             .label = row.text("label"_L1),
                             .ticketType = row.text("ticket_type"_L1)});
    }
    return page;
}

Result<std::optional<ReleaseWritten>> NoShowRepository::earlierRelease(const NoShowWrite &write)
{
    if (const Result<bool> known = isKnown(write, kRelease); !known || !*known)
        return known ? Result<std::optional<ReleaseWritten>>(std::nullopt) : known.error();
    const Result<ReleaseWritten> written = releasedBy(write);
    return written ? Result<std::optional<ReleaseWritten>>(*written) : written.error();
}

Result<ReleaseWritten> NoShowRepository::release(const NoShowWrite &write)
{
    const Result<std::optional<ReleaseWritten>> earlier = earlierRelease(write);
    if (!earlier)
        return earlier.error();
    if (*earlier)
        return **earlier;
    Result<std::vector<Standing>> tickets = lock(write);
    if (!tickets)
        return tickets.error();
    std::erase_if(*tickets, [](const Standing &ticket) { return ticket.state != TicketState::Valid || ticket.isReserved || ticket.isIn; });
    if (const Result<void> whole = keepTablesWhole(write, *tickets); !whole)
        return whole.error();
    if (const Result<void> noted = note(write, kRelease); !noted)
        return noted.error();
    if (const Result<void> freed = giveFree(write, *tickets); !freed)
        return freed.error();
    return releasedBy(write);
}

Result<QList<TicketPlace>> NoShowRepository::released(const EventId &event, const QStringList &tickets)
{
    const Result<std::vector<Standing>> found = look(event, tickets);
    if (!found)
        return found.error();
    QList<TicketPlace> released;
    for (const Standing &ticket : *found) {
        if (ticket.state == TicketState::Released)
            released.append({.ticket = ticket.ticket, .place = ticket.place});
    }
    return released;
}

Result<std::optional<RestoreWritten>> NoShowRepository::earlierRestore(const NoShowWrite &write)
{
    if (const Result<bool> known = isKnown(write, kRestore); !known || !*known)
        return known ? Result<std::optional<RestoreWritten>>(std::nullopt) : known.error();
    const Result<Rows> rows = m_database.run("no_shows.of_restore"_L1, {{"actor"_L1, write.actor}, {"key"_L1, write.key}});
    if (!rows)
        return rows.error();
    const Result<QList<TicketPlace>> left = released(write.event, write.tickets);
    if (!left)
        return left.error();
    RestoreWritten written {.restored = placesFrom(*rows)};
    // What was given free once more since, perhaps at another place, was taken back all the same.
    std::copy_if(left->begin(), left->end(), std::back_inserter(written.taken), [&written](const TicketPlace &ticket) {
        return std::none_of(written.restored.begin(), written.restored.end(), [&ticket](const TicketPlace &restored) { return restored.ticket == ticket.ticket; });
    });
    return std::optional(written);
}

Result<RestoreWritten> NoShowRepository::restore(const NoShowWrite &write)
{
    const Result<std::optional<RestoreWritten>> earlier = earlierRestore(write);
    if (!earlier)
        return earlier.error();
    if (*earlier)
        return withPlaces(write, **earlier);
    Result<std::vector<Standing>> tickets = lock(write);
    if (!tickets)
        return tickets.error();
    if (const Result<void> locked = lockPlaces(m_database, {write.event}); !locked)
        return locked.error();
    std::erase_if(*tickets, [](const Standing &ticket) { return ticket.state != TicketState::Released; });
    RestoreWritten written;
    std::vector<Standing> free;
    bool isCrowded = false; // an area
    for (Standing &ticket : *tickets) {
        const Result<std::optional<qint32>> place = placeFor(write, ticket, free);
        if (!place)
            return place.error();
        if (*place) {
            ticket.newPlace = **place;
            free.push_back(ticket);
            written.restored.append({.ticket = ticket.ticket, .place = ticket.newPlace});
        } else if (write.ways.contains(ticket.ticket)) {
            isCrowded = true;
        } else {
            written.taken.append({.ticket = ticket.ticket, .place = ticket.place});
        }
    }
    if (isCrowded)
        return ownedAround(write);
    // What nothing came of is no answer to keep.
    if (free.empty())
        return withPlaces(write, written);
    if (const Result<void> noted = note(write, kRestore); !noted)
        return noted.error();
    if (const Result<void> taken = takeBack(write, free); !taken)
        return taken.error();
    return withPlaces(write, written);
}

Result<bool> NoShowRepository::hasOwner(const EventId &event, qint32 place)
{
    const Result<Rows> owner = m_database.run("no_shows.has_owner"_L1, {{"event"_L1, event}, {"place"_L1, place}});
    return owner ? Result<bool>(owner->front().boolean("owned"_L1)) : owner.error();
}

// Of two that may get the same place, the first gets it.
Result<std::optional<qint32>> NoShowRepository::placeFor(const NoShowWrite &write, const Standing &ticket, const std::vector<Standing> &others)
{
    const auto ways = write.ways.constFind(ticket.ticket);
    for (const qint32 place : ways == write.ways.constEnd() ? QList<qint32> {ticket.place} : ways->places) {
        const Result<bool> owner = hasOwner(write.event, place);
        if (!owner)
            return owner.error();
        if (!*owner && std::none_of(others.begin(), others.end(), [place](const Standing &other) { return other.newPlace == place; }))
            return std::optional(place);
    }
    return std::optional<qint32>();
}

Error NoShowRepository::ownedAround(const NoShowWrite &write)
{
    Error taken {.code = ErrorCode::SeatTaken, .event = write.event};
    QSet<qint32> areas; // by their first places
    for (const WaysBack &ways : write.ways) {
        if (areas.contains(ways.first))
            continue;
        areas.insert(ways.first);
        const Result<Rows> rows = m_database.run("no_shows.owned_between"_L1, {{"event"_L1, write.event}, {"first"_L1, ways.first}, {"end"_L1, ways.end}});
        if (!rows)
            return rows.error();
        for (const Row &row : *rows)
            taken.places.append(row.int32("place"_L1));
    }
    std::sort(taken.places.begin(), taken.places.end());
    return taken;
}

// The rest of a table that is sold whole could be sold to nobody. Of its seats those are no bar that nobody has any more: whose tickets
// were given free before.
Result<void> NoShowRepository::keepTablesWhole(const NoShowWrite &write, std::vector<Standing> &tickets)
{
    QList<qint32> places;
    for (const Standing &ticket : tickets)
        places.append(ticket.place);
    QList<qint32> cut = write.cutTables ? write.cutTables(places) : QList<qint32>();
    if (cut.isEmpty())
        return {};
    RowSet seats(m_database.engine(), {"event"_L1, "place"_L1});
    for (const qint32 seat : std::as_const(cut))
        seats << write.event << seat;
    const Result<Rows> living = m_database.runRows("tickets.live_among"_L1, seats);
    if (!living)
        return living.error();
    cut.removeIf([&places](qint32 seat) { return places.contains(seat); });
    for (const Row &row : *living)
        cut.removeOne(row.int32("place"_L1));
    const QList<qint32> stillCut = write.cutTables(places + cut);
    std::erase_if(tickets, [&stillCut](const Standing &ticket) { return stillCut.contains(ticket.place); });
    return {};
}

Result<RestoreWritten> NoShowRepository::withPlaces(const NoShowWrite &write, RestoreWritten written)
{
    const Result<std::vector<Standing>> tickets = look(write.event, write.tickets);
    if (!tickets)
        return tickets.error();
    QList<qint32> places;
    for (const Standing &ticket : *tickets) {
        const auto ways = write.ways.constFind(ticket.ticket);
        for (const qint32 place : ways == write.ways.constEnd() ? QList<qint32> {ticket.place} : ways->places) {
            if (!places.contains(place))
                places.append(place);
        }
    }
    const Result<PlacesSeen> seen = seePlaces(m_database, write.event, places);
    if (!seen)
        return seen.error();
    written.owned = seen->sold;
    written.blocks = seen->blocks;
    return written;
}

Result<bool> NoShowRepository::isKnown(const NoShowWrite &write, QLatin1StringView operation)
{
    const Result<Rows> known = m_database.run("no_shows.change_of_key"_L1, {{"actor"_L1, write.actor}, {"key"_L1, write.key}});
    if (!known)
        return known.error();
    if (known->empty())
        return false;
    const bool isSame = known->front().text("operation"_L1) == operation && known->front().text("request_hash"_L1) == QString::fromLatin1(write.requestHash.toHex());
    return isSame ? Result<bool>(true) : ErrorCode::KeyReused;
}

Result<void> NoShowRepository::note(const NoShowWrite &write, QLatin1StringView operation)
{
    const Result<Rows> inserted = m_database.run("no_shows.insert_change"_L1, {{"actor"_L1, write.actor},
                                                                              {"key"_L1, write.key},
                                                                              {"operation"_L1, operation},
                                                                              {"request_hash"_L1, QString::fromLatin1(write.requestHash.toHex())},
                                                                              {"event"_L1, write.event},
                                                                              {"reason"_L1, write.reason},
                                                                              {"at"_L1, write.audit.at}});
    return inserted ? Result<void>() : inserted.error();
}

Result<std::vector<NoShowRepository::Standing>> NoShowRepository::look(const EventId &event, const QStringList &tickets)
{
    RowSet numbers(m_database.engine(), {"number"_L1, "event"_L1});
    for (const QString &ticket : tickets)
        numbers << ticket << event;
    const Result<Rows> rows = m_database.runRows("no_shows.tickets_among"_L1, numbers);
    if (!rows)
        return rows.error();
    std::vector<Standing> found;
    for (const Row &row : *rows) {
        found.push_back({.ticket = row.text("number"_L1),
                         .booking = row.id<BookingId>("booking"_L1),
                         .place = row.int32("place"_L1),
                         .label = row.text("label"_L1),
                         .state = fromText<TicketState>(row.text("state"_L1)),
                         .isReserved = row.boolean("reserved"_L1),
                         .isIn = row.boolean("admitted"_L1)});
    }
    if (found.size() != static_cast<std::size_t>(tickets.size()))
        return Error {.code = ErrorCode::NotFound, .detail = u"a ticket that is not of the event"_s};
    std::sort(found.begin(), found.end(), [](const Standing &a, const Standing &b) { return std::tie(a.place, a.ticket) < std::tie(b.place, b.ticket); });
    return found;
}

Result<std::vector<NoShowRepository::Standing>> NoShowRepository::lock(const NoShowWrite &write)
{
    const Result<std::vector<Standing>> tickets = look(write.event, write.tickets);
    if (!tickets)
        return tickets.error();
    // In one order for all servers, so that two of them wait for each other instead of locking each other out.
    std::vector<BookingId> bookings;
    for (const Standing &ticket : *tickets)
        bookings.push_back(ticket.booking);
    std::sort(bookings.begin(), bookings.end());
    bookings.erase(std::unique(bookings.begin(), bookings.end()), bookings.end());
    for (const BookingId &booking : bookings) {
        if (const Result<Rows> locked = m_database.run("bookings.lock"_L1, {{"id"_L1, booking}}); !locked)
            return locked.error();
    }
    // Nobody cancels it meanwhile: then no ticket of it changes any more.
    const Result<QHash<EventId, EventState>> states = keepStates(m_database, {write.event});
    if (!states)
        return states.error();
    if (states->isEmpty())
        return Error {.code = ErrorCode::NotFound, .detail = u"no such event"_s};
    if (states->value(write.event) == EventState::Cancelled)
        return Error {.code = ErrorCode::SaleClosed, .event = write.event};
    return look(write.event, write.tickets);
}

Result<ReleaseWritten> NoShowRepository::releasedBy(const NoShowWrite &write)
{
    const Result<Rows> rows = m_database.run("no_shows.of_release"_L1, {{"actor"_L1, write.actor}, {"key"_L1, write.key}});
    if (!rows)
        return rows.error();
    ReleaseWritten written {.released = placesFrom(*rows)};
    for (const Row &row : *rows) {
        if (row.boolean("is_free"_L1))
            written.freed.append({.event = write.event, .place = row.int32("place"_L1)});
    }
    return written;
}

Result<void> NoShowRepository::giveFree(const NoShowWrite &write, const std::vector<Standing> &tickets)
{
    if (tickets.empty())
        return {};
    RowSet states(m_database.engine(), {"booking"_L1, "number"_L1});
    RowSet rows(m_database.engine(), {"ticket"_L1, "actor"_L1, "key"_L1, "place"_L1});
    QList<AuditEvent> audit;
    for (const Standing &ticket : tickets) {
        states << ticket.booking << ticket.ticket;
        rows << ticket.ticket << write.actor << write.key << ticket.place;
        AuditEvent event {.context = write.audit,
                          .action = u"ticket.released"_s,
                          .objectKind = u"ticket"_s,
                          .objectId = ticket.ticket,
                          .before = {{u"state"_s, toText(ticket.state)}},
                          .after = {{u"state"_s, toText(TicketState::Released)}, {u"event"_s, write.event.toString()}, {u"place"_s, ticket.place}}};
        if (!write.reason.isEmpty())
            event.after.insert(u"reason"_s, write.reason);
        audit.append(event);
    }
    if (const Result<Rows> changed = m_database.runRows("no_shows.release_ticket"_L1, states); !changed)
        return changed.error();
    if (const Result<Rows> kept = m_database.runRows("no_shows.insert"_L1, rows); !kept)
        return kept.error();
    return AuditRepository(m_database).appendAll(audit);
}

Result<void> NoShowRepository::takeBack(const NoShowWrite &write, const std::vector<Standing> &tickets)
{
    RowSet states(m_database.engine(), {"booking"_L1, "number"_L1, "place"_L1, "label"_L1});
    RowSet rows(m_database.engine(), {"ticket"_L1, "actor"_L1, "key"_L1, "place"_L1});
    QList<AuditEvent> audit;
    for (const Standing &ticket : tickets) {
        const bool moves = ticket.newPlace != ticket.place;
        const QString label = moves ? write.labelOf(ticket.newPlace) : ticket.label;
        states << ticket.booking << ticket.ticket << ticket.newPlace << label;
        rows << ticket.ticket << write.actor << write.key << ticket.newPlace;
        AuditEvent event {.context = write.audit,
                          .action = u"ticket.restored"_s,
                          .objectKind = u"ticket"_s,
                          .objectId = ticket.ticket,
                          .before = {{u"state"_s, toText(ticket.state)}},
                          .after = {{u"state"_s, toText(TicketState::Valid)}, {u"event"_s, write.event.toString()}, {u"place"_s, ticket.newPlace}}};
        if (moves) {
            event.before.insert(u"place"_s, ticket.place);
            const Result<Rows> found = m_database.run("bookings.also_find_by"_L1, {{"id"_L1, ticket.booking}, {"also_found_by"_L1, u'\n' + foldForSearch(label)}});
            if (!found)
                return found.error();
        }
        audit.append(event);
    }
    if (const Result<Rows> changed = m_database.runRows("no_shows.restore_ticket"_L1, states); !changed)
        return changed.error();
    if (const Result<Rows> kept = m_database.runRows("no_shows.mark_restored"_L1, rows); !kept)
        return kept.error();
    return AuditRepository(m_database).appendAll(audit);
}

} // namespace parterre::storage
