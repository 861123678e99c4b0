// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/domain/planvalidation.h"
#include "shared/domain/seattable.h"
#include "shared/planio/importreport.h"
#include "shared/planio/planjson.h"

#include <cstdlib>

namespace parterre::fuzz {

inline void require(bool truth)
{
    if (!truth)
        std::abort();
}

// What every reader of somebody else's format owes: an error that says something, or a valid plan that can be drawn and
// stored, with a report that says something.
inline bool checkImport(const Result<planio::ImportResult> &result)
{
    if (!result) {
        require(!result.error().detail.isEmpty());
        return false;
    }
    require(validatePlan(result->plan).isEmpty());
    for (const planio::RepairEntry &entry : result->report)
        require(!entry.message.isEmpty());
    const SeatTable table(result->plan);
    require(table.size() == seatCount(result->plan));
    const Result<Plan> again = planio::readPlan(planio::writePlan(result->plan));
    require(again.ok() && *again == result->plan);
    return true;
}

} // namespace parterre::fuzz
