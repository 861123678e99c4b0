// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/planio/csvtable.h"
#include "shared/planio/planbuilder.h"

namespace parterre::planio {

// Adds what the lines of a seat list say; lines[header] names the columns.
// `place` spells a line's place in the file from its number.
void readSeatList(const QList<CsvLine> &lines, qsizetype header, PlanBuilder &builder, const QString &place = QStringLiteral("line %1"));

} // namespace parterre::planio
