// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/core/result.h"
#include "shared/domain/block.h"

namespace parterre::storage {

class Database;

// How some places of an event stand in the store, at one moment.
struct PlacesSeen {
    EventId event = {};
    QList<qint32> places = {};               // that were looked at
    QList<qint32> sold = {};                 // of them
    QList<Block> blocks = {};                // that they are in; of each block these places alone
};

// Empty when no place is asked about.
[[nodiscard]] Result<PlacesSeen> seePlaces(Database &database, const EventId &event, const QList<qint32> &places);

} // namespace parterre::storage
