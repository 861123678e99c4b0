// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/storage/eventlocks.h"

#include "backend/storage/database.h"
#include "backend/storage/enumtext.h"
#include "backend/storage/rowset.h"

namespace parterre::storage {

using namespace Qt::StringLiterals;

namespace {

Result<Rows> ofEvents(Database &database, QLatin1StringView statement, QLatin1StringView column, const QList<EventId> &events)
{
    RowSet rows(database.engine(), {column});
    for (const EventId &event : events)
        rows << event;
    return database.runRows(statement, rows);
}

} // namespace

Result<QHash<EventId, EventState>> keepStates(Database &database, const QList<EventId> &events)
{
    const Result<Rows> rows = ofEvents(database, "events.keep_state"_L1, "id"_L1, events);
    if (!rows)
        return rows.error();
    QHash<EventId, EventState> states;
    for (const Row &row : *rows)
        states.insert(row.id<EventId>("id"_L1), fromText<EventState>(row.text("state"_L1)));
    return states;
}

Result<void> lockPlaces(Database &database, const QList<EventId> &events)
{
    const Result<Rows> locked = ofEvents(database, "events.lock_places"_L1, "event"_L1, events);
    return locked ? Result<void>() : locked.error();
}

Result<void> lockEvents(Database &database, const QList<EventId> &events)
{
    const Result<Rows> locked = ofEvents(database, "events.lock"_L1, "id"_L1, events);
    return locked ? lockPlaces(database, events) : locked.error();
}

} // namespace parterre::storage
