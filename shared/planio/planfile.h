// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/core/result.h"
#include "shared/planio/importreport.h"

#include <QByteArray>

namespace parterre::planio {

// A seating plan in any format there is a reader for, told apart by its content: Parterre's own document, which is taken
// as it is or not at all, or pretix' plan, which is repaired. The errors are those of the readers.
[[nodiscard]] Result<ImportResult> readPlanFile(const QByteArray &file);

} // namespace parterre::planio
