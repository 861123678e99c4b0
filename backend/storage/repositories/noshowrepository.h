// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/storage/auditcontext.h"
#include "backend/storage/checkout.h"
#include "shared/core/result.h"
#include "shared/domain/block.h"
#include "shared/domain/checkin.h"

#include <QHash>

#include <functional>
#include <vector>

namespace parterre::storage {

class Database;

struct NoShowPage {
    QList<NoShow> tickets = {};
    std::optional<qint32> next = {};         // the last place, when there are more
};

// Where a ticket of an area may come back to: its area has the places [first, end).
struct WaysBack {
    QList<qint32> places = {};               // that are kept for it, the best first
    qint32 first = 0, end = 0;
};

// What is asked for of some tickets: to give their places free, or to take that back.
struct NoShowWrite {
    EventId event = {};
    QStringList tickets = {};                // numbers
    QString reason = {};                     // of giving free; for the audit
    UserId actor = {};
    QString key = {};
    QByteArray requestHash = {};             // SHA-256 of what was asked for
    AuditContext audit = {};
    // All seats of those tables that are sold whole of which only a part is among these. Called on the writer's thread, as is labelOf.
    std::function<QList<qint32>(const QList<qint32> &)> cutTables = {};
    QHash<QString, WaysBack> ways = {};      // of tickets of areas that are to be taken back; the others get their own places
    std::function<QString(qint32)> labelOf = {}; // of these places
};

struct TicketPlace {
    QString ticket = {};                     // its number
    qint32 place = 0;

    friend bool operator==(const TicketPlace &, const TicketPlace &) = default;
};

struct ReleaseWritten {
    QList<TicketPlace> released = {};        // in the order of their places
    QList<FreedPlace> freed = {};            // of these, those that nobody owns now
};

struct RestoreWritten {
    QList<TicketPlace> restored = {};        // with the places that they have now, in the order of those they had
    QList<TicketPlace> taken = {};           // stay as they are: others own their places, or the house blocks them
    QList<qint32> owned = {};                // places that the tickets might have got and that somebody owns now; of a repetition not always
                                             // those of what was restored
    QList<Block> blocks = {};                // that such places are in; of each block these alone
};

// People who did not come, and the places that are given free for that. Who locks a booking first wins: it is looked at whether somebody
// is in when nobody can come in any more. That a seat has one living ticket is not decided here but by the index
// `tickets_one_live_per_place`. A repetition with a key is answered like the first time; KeyReused: it was used for something else.
class NoShowRepository
{
public:
    explicit NoShowRepository(Database &database) : m_database(database) {}

    // Of places after this one, -1 for the first. NotFound: the event.
    [[nodiscard]] Result<NoShowPage> list(const EventId &event, qint32 after, qint32 limit);
    // Nothing when the key was not used.
    [[nodiscard]] Result<std::optional<ReleaseWritten>> earlierRelease(const NoShowWrite &write);
    // Those of which nobody is in. NotFound: a ticket that is not of the event. SaleClosed: it is cancelled.
    [[nodiscard]] Result<ReleaseWritten> release(const NoShowWrite &write);
    // Those of the tickets whose places were given free.
    [[nodiscard]] Result<QList<TicketPlace>> released(const EventId &event, const QStringList &tickets);
    // Nothing when the key was not used. What is owned is not looked at.
    [[nodiscard]] Result<std::optional<RestoreWritten>> earlierRestore(const NoShowWrite &write);
    // NotFound and SaleClosed as above. AlreadyExists: another server sold one of the places at the same moment, look again. SeatTaken:
    // a ticket of an area can have none of its WaysBack; nothing was done, and these are all places that nobody can have of the areas asked for.
    [[nodiscard]] Result<RestoreWritten> restore(const NoShowWrite &write);

private:
    struct Standing;

    [[nodiscard]] Result<bool> isKnown(const NoShowWrite &write, QLatin1StringView operation);
    [[nodiscard]] Result<void> note(const NoShowWrite &write, QLatin1StringView operation);
    [[nodiscard]] Result<std::vector<Standing>> look(const EventId &event, const QStringList &tickets);
    // Locks their bookings first. In the order of their places.
    [[nodiscard]] Result<std::vector<Standing>> lock(const NoShowWrite &write);
    [[nodiscard]] Result<bool> hasOwner(const EventId &event, qint32 place);
    // Takes from the tickets those whose tables would be left half sold.
    [[nodiscard]] Result<void> keepTablesWhole(const NoShowWrite &write, std::vector<Standing> &tickets);
    // The first of the places that the ticket may get and that nobody has; nothing: there is none.
    [[nodiscard]] Result<std::optional<qint32>> placeFor(const NoShowWrite &write, const Standing &ticket, const std::vector<Standing> &others);
    // SeatTaken, with what is owned in the areas of the tickets.
    [[nodiscard]] Error ownedAround(const NoShowWrite &write);
    [[nodiscard]] Result<RestoreWritten> withPlaces(const NoShowWrite &write, RestoreWritten written);
    [[nodiscard]] Result<ReleaseWritten> releasedBy(const NoShowWrite &write);
    [[nodiscard]] Result<void> giveFree(const NoShowWrite &write, const std::vector<Standing> &tickets);
    // At least one, to their new places.
    [[nodiscard]] Result<void> takeBack(const NoShowWrite &write, const std::vector<Standing> &tickets);

    Database &m_database;
};

} // namespace parterre::storage
