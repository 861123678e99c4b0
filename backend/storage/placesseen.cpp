// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/storage/placesseen.h"

#include "backend/storage/database.h"
#include "backend/storage/repositories/blockrepository.h"
#include "backend/storage/rowset.h"

#include <algorithm>

namespace parterre::storage {

using namespace Qt::StringLiterals;

Result<PlacesSeen> seePlaces(Database &database, const EventId &event, const QList<qint32> &places)
{
    PlacesSeen seen {.event = event, .places = places};
    if (places.isEmpty())
        return seen;
    RowSet asked(database.engine(), {"event"_L1, "place"_L1});
    for (const qint32 place : places)
        asked << event << place;
    const Result<Rows> sold = database.runRows("tickets.live_among"_L1, asked);
    if (!sold)
        return sold.error();
    for (const Row &row : *sold)
        seen.sold.append(row.int32("place"_L1));
    std::sort(seen.sold.begin(), seen.sold.end());
    Result<QList<Block>> blocks = BlockRepository(database).ofPlaces(event, places);
    if (!blocks)
        return blocks.error();
    seen.blocks = std::move(*blocks);
    return seen;
}

} // namespace parterre::storage
