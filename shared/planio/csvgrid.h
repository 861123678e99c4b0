// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/planio/csvtable.h"
#include "shared/planio/planbuilder.h"

namespace parterre::planio {

// Adds what a sheet shows whose cells are seats where they stand on paper: blank cells are aisles, the first column has
// the rows' labels unless the cells name their rows themselves ("A12").
void readSeatGrid(const QList<CsvLine> &lines, PlanBuilder &builder);

} // namespace parterre::planio
