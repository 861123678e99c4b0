// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/core/result.h"
#include "shared/planio/importreport.h"

#include <QByteArray>

namespace parterre::planio {

// A plan in somebody else's format, and what that format could not keep of it.
struct ExportResult {
    QByteArray file = {};
    QList<RepairEntry> report = {}; // places are those in the plan: "sections[0].tables[2]"

    friend bool operator==(const ExportResult &, const ExportResult &) = default;
};

// Compares a plan with what our own reader makes of the written file: everything that is another afterwards is told, so
// that no writer can forget to say what it left out. `exact` is how far a coordinate may move without a word.
void reportLosses(const Plan &plan, const Result<ImportResult> &readBack, double exact, ImportReport &report);

} // namespace parterre::planio
