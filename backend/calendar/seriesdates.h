// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/core/result.h"
#include "shared/domain/series.h"

namespace parterre::calendar {

// The dates of a series whose first start is that, in order, each once: what the rule names and what is added, without
// what is excluded. `zone` is the house's.
// RuleUnreadable, RuleEndless, NoDates; TooManyDates and DatesTooFar, with the limit.
[[nodiscard]] Result<QList<LocalTime>> datesOf(const SeriesRule &series, const LocalTime &first, const QTimeZone &zone);

// The definition of the event on that date, of a draft whose first date is `first`.
[[nodiscard]] EventDefinition definitionOn(const LocalTime &date, const SeriesDraft &draft, const LocalTime &first, const QTimeZone &zone);

} // namespace parterre::calendar
