// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/core/clock.h"

#include <QDate>
#include <QLocale>
#include <QTimeZone>

#include <optional>

namespace parterre::ui {

// The dates one looks for without a calendar.
enum class DateChoice { Upcoming, Today, Weekend, Month };

struct DateRange {
    std::optional<Instant> from = {};
    std::optional<Instant> to = {}; // before

    friend bool operator==(const DateRange &, const DateRange &) = default;
};

// Whole days of the calendar there, seen from `now`. Upcoming: from today on. The weekend is the locale's, the
// present one if it has begun. Month: what is left of it.
[[nodiscard]] DateRange dateRange(DateChoice choice, Instant now, const QTimeZone &zone, const QLocale &locale);

// From the one day to the other, both of them included.
[[nodiscard]] DateRange dateRange(QDate first, QDate last, const QTimeZone &zone);

} // namespace parterre::ui
