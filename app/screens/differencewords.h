// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/state/planreview.h"

#include <QLocale>

namespace parterre::ui {

// "12 seats gone".
[[nodiscard]] QString differenceTitle(const DifferenceGroup &group);
// Where, what they have in common, and the first of them by name.
[[nodiscard]] QString differenceDetail(const DifferenceGroup &group, const PlanReview &review, const QLocale &locale);
// The sign of what a group has in common.
[[nodiscard]] PlaceMarkKind differenceMark(const DifferenceGroup &group);

} // namespace parterre::ui
