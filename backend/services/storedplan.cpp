// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/services/storedplan.h"

#include "backend/storage/repositories/planrepository.h"
#include "shared/planio/planjson.h"

namespace parterre::services {

Result<StoredPlan> readStoredPlan(storage::Database &database, const PlanId &plan, qint32 version)
{
    const auto stored = storage::PlanRepository(database).document(plan, version);
    if (!stored)
        return stored.error();
    Result<Plan> read = planio::readPlan(stored->document);
    if (!read) // it was read when it was published: the caller cannot help it
        return Error {.code = ErrorCode::Internal, .detail = QStringLiteral("plan %1/%2: %3").arg(plan.toString()).arg(version).arg(read.error().detail)};
    return StoredPlan {.ref = stored->summary.ref, .venue = stored->venue, .plan = std::move(*read)};
}

} // namespace parterre::services
