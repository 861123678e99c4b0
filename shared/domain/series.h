// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/core/localtime.h"
#include "shared/domain/event.h"

namespace parterre {

// What a series may be at most.
struct SeriesLimits {
    static constexpr qint32 kDates = 400;
    static constexpr int kYears = 3;                     // from the first start to the last date
    static constexpr qsizetype kRuleLength = 250;
};

// When the dates of a series are, by the clock of the house.
struct SeriesRule {
    QString rule = {};                // RFC 5545, 3.3.10, of days: "FREQ=WEEKLY;BYDAY=FR,SA;COUNT=12"
    QList<LocalTime> added = {};      // dates besides those of the rule
    QList<LocalTime> excluded = {};   // that it names, and that are none

    friend bool operator==(const SeriesRule &, const SeriesRule &) = default;
};

// What is otherwise on one date of a series.
struct SeriesOverride {
    LocalTime date = {};                                  // as the rule has it
    std::optional<LocalTime> start = {};                  // when it begins instead
    std::optional<QString> name = {};
    std::optional<QList<PriceEntry>> prices = {};

    friend bool operator==(const SeriesOverride &, const SeriesOverride &) = default;
};

// Events to be made from one definition, which is that of the first start. Sales of all of them begin at the same
// moment; they end, and tickets are given back until, as long before each start as before the first.
struct SeriesDraft {
    EventDefinition definition = {};
    SeriesRule dates = {};
    QList<SeriesOverride> overrides = {};

    friend bool operator==(const SeriesDraft &, const SeriesDraft &) = default;
};

// One event of a series that was made.
struct SeriesEvent {
    EventId event = {};
    Instant start = {};

    friend bool operator==(const SeriesEvent &, const SeriesEvent &) = default;
};

// What else is in the hall at that time; an event that there is, or another date of the same series.
struct HallConflict {
    std::optional<EventId> event = {};
    std::optional<QString> name = {};
    Instant start = {};

    friend bool operator==(const HallConflict &, const HallConflict &) = default;
};

// One date that a rule names.
struct SeriesDate {
    LocalTime date = {};              // as the rule has it
    Instant start = {};               // when it begins, perhaps otherwise
    std::optional<HallConflict> conflict = {};

    friend bool operator==(const SeriesDate &, const SeriesDate &) = default;
};

} // namespace parterre
