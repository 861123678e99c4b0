// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/domain/series.h"

#include <QStringList>

namespace parterre {

// What can be changed of all dates of a series at once. Their plans are changed one by one: seats that are sold keep theirs.
enum class EventField { Name, Description, Category, Start, Duration, TicketTypes, Prices, SaleRules, PriceRules, Poster };

// What a change of one date makes of another.
struct SeriesEdit {
    EventDefinition definition = {};
    QList<EventField> kept = {};      // changed there, and left here because this date had its own; each once, in order

    friend bool operator==(const SeriesEdit &, const SeriesEdit &) = default;
};

// What became of one date of a series when all were changed.
struct SeriesChange {
    EventId event = {};
    Instant start = {};               // as it is now
    bool changed = false;
    QList<EventField> kept = {};

    friend bool operator==(const SeriesChange &, const SeriesChange &) = default;
};

// `other` with what differs between `before` and `after`, wherever it was as `before` is; the rest is its own and stays.
// Starts move by as much as that one's does, by the clock of the house, if they had its time of day; sales end, and tickets
// are given back until, as long before each start as there. Prices count one by one, and only where the plan of the date,
// with these categories, and its ticket types know them.
[[nodiscard]] SeriesEdit editLike(const EventDefinition &other, const EventDefinition &before, const EventDefinition &after, const QStringList &categoryKeys,
                                  const QTimeZone &zone);

} // namespace parterre
