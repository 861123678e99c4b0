// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/planio/planlosses.h"

namespace parterre::planio {

// Reads a table from a spreadsheet, in one of two forms that docs/plan-format.md shows. A *seat list* has a header line
// with at least two names that are known, one of them the seat's, and a line for each seat, table or area. Everything
// else is a *grid*: its cells are seats where they stand on paper. `name` is the plan's, since the file has none.
// FileTooLarge beyond kMaxImportBytes; FileInvalid when there is no seat.
[[nodiscard]] Result<ImportResult> readCsvPlan(const QByteArray &file, const QString &name = {});

// Whether the beginning of a text is one: a header of a seat list, or cells as short as seats' numbers are. A letter or a
// program's file is none.
[[nodiscard]] bool looksLikeCsvPlan(const QString &text);

// The plan as a seat list, UTF-8 with a byte-order mark, which spreadsheets need. Keeps seats, rows, tables and areas;
// shapes, canvas and focus are not in it, and the report says so. The plan has to be valid.
[[nodiscard]] ExportResult writeCsvPlan(const Plan &plan);

} // namespace parterre::planio
