// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/core/localtime.h"
#include "shared/core/result.h"

#include <QList>

namespace parterre::calendar {

// The dates of an RFC 5545 rule that counts days, weeks, months or years, in order: those from `first` on that it
// names. Whether `first` is one of them is the rule's word. At most `most`, none after `last`; any rule ends soon.
//
// `zone` is for an UNTIL in UTC; one that is a date alone takes that day in. RuleUnreadable: also what makes other times of
// a day (that is another series), and calendars that are not the Gregorian one. RuleEndless. TooManyDates, DatesTooFar:
// the rule itself goes on. No date at all is an empty list.
[[nodiscard]] Result<QList<LocalTime>> recurrences(const QString &rule, const LocalTime &first, const LocalTime &last, qint32 most, const QTimeZone &zone);

} // namespace parterre::calendar
