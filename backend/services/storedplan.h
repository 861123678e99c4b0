// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/core/result.h"
#include "shared/domain/plan.h"
#include "shared/domain/venue.h"

namespace parterre::storage {
class Database;
}

namespace parterre::services {

struct StoredPlan {
    PlanVersionRef ref = {};
    VenueId venue = {};
    Plan plan = {};
};

// Read and taken apart, which takes a second for the largest: for a reader's thread. NotFound: no such plan version.
[[nodiscard]] Result<StoredPlan> readStoredPlan(storage::Database &database, const PlanId &plan, qint32 version);

} // namespace parterre::services
