// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/planio/importreport.h"

namespace parterre::ui {

// What was done to a file, in a few translated words; the entry's message has the detail.
[[nodiscard]] QString repairTitle(planio::RepairKind kind);

} // namespace parterre::ui
