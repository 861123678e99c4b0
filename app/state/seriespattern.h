// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/core/localtime.h"

#include <QList>
#include <QString>

#include <optional>

namespace parterre {

// How dates repeat, as people choose it from a list. Text: a rule that was written by hand.
enum class Repeat { Daily, Weekly, MonthlyOnDay, MonthlyOnWeekday, MonthlyOnLastWeekday, Text };

struct SeriesPattern {
    LocalTime first = {};               // by the clock of the house
    Repeat repeat = Repeat::Weekly;
    int interval = 1;                   // every so many days, weeks, months
    QList<Qt::DayOfWeek> weekdays = {}; // of Weekly; none: that of the first date
    std::optional<int> count = 10;      // dates; else until that day, which is one of them
    QDate until = {};
    QString text = {};                  // of Text

    friend bool operator==(const SeriesPattern &, const SeriesPattern &) = default;
};

// As RFC 5545 has it: "FREQ=WEEKLY;BYDAY=FR,SA;COUNT=10".
[[nodiscard]] QString ruleOf(const SeriesPattern &pattern);
// Which Friday of its month that is: 1 to 5.
[[nodiscard]] int weekOfMonth(const QDate &date);

} // namespace parterre
