// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/planio/planlosses.h"

namespace parterre::planio {

// The plan in the format of pretix' plan editor, valid by its published schema, which wants whole numbers for the sizes
// of the canvas, rectangles, seats and texts. The format has no tables, areas that are sold, attributes, focus or
// category keys: a table becomes a row with its top as a drawn area, an area is drawn with its name and capacity. All
// that will not come back is in the report. A seat without an external id has its label as the seat_guid, which
// readPretixPlan() does not take for an id. The plan has to be valid.
[[nodiscard]] ExportResult writePretixPlan(const Plan &plan);

} // namespace parterre::planio
