// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/storage/repositories/eventrepository.h"

namespace parterre::services {

// How to list events by what only the ledgers know, or in another order than the database's.
struct EventOrder {
    EventSort sort = EventSort::Start;
    qint32 minFree = 0;      // leaves out events with fewer free seats

    // Whether the database's own pages are the answer.
    [[nodiscard]] bool isPlain() const { return sort == EventSort::Start && minFree == 0; }
};

// Most events that are put in order for one answer; of more, the soonest are taken.
inline constexpr qint32 kMostOrdered = 2'000;

// The page after `cursor` of all these events, whose free seats are filled in. Pages continue each other although seats are
// sold in between: an event that moved over the edge meanwhile may come twice or not. InvalidParams: the cursor.
[[nodiscard]] Result<storage::EventPage> orderedPage(const QList<EventSummary> &all, const EventOrder &order, qint32 limit, const QString &cursor);

} // namespace parterre::services
