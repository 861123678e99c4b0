// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/storage/repositories/noshowrepository.h"

#include "backend/storage/database.h"
#include "backend/storage/enumtext.h"
#include "backend/storage/repositories/auditrepository.h"
#include "backend/storage/rowset.h"

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
        places.append({.ticket = row.text("number"_L1), .place = row.int32("place"_L1)});
    return places;
}

} // namespace

// A ticket of the event, as it is.
struct NoShowRepository::Standing {
    QString ticket = {};
    BookingId booking = {};
    qint32 place = 0;
    TicketState state = TicketState::Valid;
    bool isReserved = false;
    bool isIn = false;
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
    QList<qint32> places;
    for (const Standing &ticket : *tickets)
        places.append(ticket.place);
    const QList<qint32> cut = write.cutTables ? write.cutTables(places) : QList<qint32>();
    std::erase_if(*tickets, [&cut](const Standing &ticket) { return cut.contains(ticket.place); });
    if (const Result<void> noted = note(write, kRelease); !noted)
        return noted.error();
    if (const Result<void> moved = move(write, *tickets, false); !moved)
        return moved.error();
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
    // What was given free once more since was taken back all the same.
    std::copy_if(left->begin(), left->end(), std::back_inserter(written.taken), [&written](const TicketPlace &ticket) { return !written.restored.contains(ticket); });
    return std::optional(written);
}

Result<RestoreWritten> NoShowRepository::restore(const NoShowWrite &write)
{
    const Result<std::optional<RestoreWritten>> earlier = earlierRestore(write);
    if (!earlier)
        return earlier.error();
    if (*earlier)
        return withOwned(write, **earlier);
    Result<std::vector<Standing>> tickets = lock(write);
    if (!tickets)
        return tickets.error();
    std::erase_if(*tickets, [](const Standing &ticket) { return ticket.state != TicketState::Released; });
    RestoreWritten written;
    std::vector<Standing> free;
    for (const Standing &ticket : *tickets) {
        const Result<bool> owner = hasOwner(write.event, ticket.place);
        if (!owner)
            return owner.error();
        // Of two that were sold the same place one after another, the first gets it.
        const bool isTaken = *owner || (!free.empty() && free.back().place == ticket.place);
        (isTaken ? written.taken : written.restored).append({.ticket = ticket.ticket, .place = ticket.place});
        if (!isTaken)
            free.push_back(ticket);
    }
    // What nothing came of is no answer to keep.
    if (free.empty())
        return withOwned(write, written);
    if (const Result<void> noted = note(write, kRestore); !noted)
        return noted.error();
    if (const Result<void> moved = move(write, free, true); !moved)
        return moved.error();
    return withOwned(write, written);
}

Result<bool> NoShowRepository::hasOwner(const EventId &event, qint32 place)
{
    const Result<Rows> owner = m_database.run("no_shows.has_owner"_L1, {{"event"_L1, event}, {"place"_L1, place}});
    return owner ? Result<bool>(owner->front().boolean("owned"_L1)) : owner.error();
}

Result<RestoreWritten> NoShowRepository::withOwned(const NoShowWrite &write, RestoreWritten written)
{
    const Result<std::vector<Standing>> tickets = look(write.event, write.tickets);
    if (!tickets)
        return tickets.error();
    for (const Standing &ticket : *tickets) {
        const Result<bool> owner = hasOwner(write.event, ticket.place);
        if (!owner)
            return owner.error();
        if (*owner && !written.owned.contains(ticket.place))
            written.owned.append(ticket.place);
    }
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
    const Result<Rows> event = m_database.run("events.keep_state"_L1, {{"id"_L1, write.event}});
    if (!event)
        return event.error();
    if (event->empty())
        return Error {.code = ErrorCode::NotFound, .detail = u"no such event"_s};
    if (fromText<EventState>(event->front().text("state"_L1)) == EventState::Cancelled)
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

Result<void> NoShowRepository::move(const NoShowWrite &write, const std::vector<Standing> &tickets, bool restores)
{
    if (tickets.empty())
        return {};
    RowSet states(m_database.engine(), {"booking"_L1, "number"_L1});
    RowSet rows(m_database.engine(), {"ticket"_L1, "actor"_L1, "key"_L1});
    QList<AuditEvent> audit;
    for (const Standing &ticket : tickets) {
        states << ticket.booking << ticket.ticket;
        rows << ticket.ticket << write.actor << write.key;
        AuditEvent event {.context = write.audit,
                          .action = restores ? u"ticket.restored"_s : u"ticket.released"_s,
                          .objectKind = u"ticket"_s,
                          .objectId = ticket.ticket,
                          .before = {{u"state"_s, toText(ticket.state)}},
                          .after = {{u"state"_s, toText(restores ? TicketState::Valid : TicketState::Released)}, {u"event"_s, write.event.toString()}, {u"place"_s, ticket.place}}};
        if (!write.reason.isEmpty())
            event.after.insert(u"reason"_s, write.reason);
        audit.append(event);
    }
    if (const Result<Rows> changed = m_database.runRows(restores ? "no_shows.restore_ticket"_L1 : "no_shows.release_ticket"_L1, states); !changed)
        return changed.error();
    if (const Result<Rows> kept = m_database.runRows(restores ? "no_shows.mark_restored"_L1 : "no_shows.insert"_L1, rows); !kept)
        return kept.error();
    return AuditRepository(m_database).appendAll(audit);
}

} // namespace parterre::storage
