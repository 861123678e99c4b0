// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/planio/csvtable.h"
#include "shared/planio/planbuilder.h"

namespace parterre::planio {

// Adds what the lines of a seat list say; lines[header] names the columns.
void readSeatList(const QList<CsvLine> &lines, qsizetype header, PlanBuilder &builder);

} // namespace parterre::planio
