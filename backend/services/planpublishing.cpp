// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/services/planpublishing.h"

#include "backend/storage/repositories/planrepository.h"
#include "backend/storage/repositories/venuerepository.h"
#include "shared/domain/planvalidation.h"
#include "shared/planio/planjson.h"

namespace parterre::services {

Result<PlanDraft> draftOf(const Plan &plan)
{
    if (const QList<PlanProblem> problems = validatePlan(plan); !problems.isEmpty())
        return Error {.code = ErrorCode::FileInvalid, .detail = problems.constFirst().message};
    PlanDraft draft {.name = plan.name, .places = placeCount(plan), .document = planio::writePlan(plan)};
    draft.hash = planio::planHash(draft.document);
    return draft;
}

Result<PlanSummary> publishPlan(storage::Database &database, const VenueId &venue, const PlanDraft &draft, const PlanId &fresh, std::optional<qint32> after,
                                const storage::AuditContext &audit)
{
    if (const Result<Venue> house = storage::VenueRepository(database).get(venue); !house)
        return house.error();
    storage::PlanRepository plans(database);
    const Result<PlanSummary> known = plans.findByName(venue, draft.name);
    if (!known && known.error().code != ErrorCode::NotFound)
        return known.error();
    if (known && known->ref.hash == draft.hash)
        return known;
    if (after && *after != (known ? known->ref.version : 0))
        return Error {.code = ErrorCode::StaleVersion, .detail = QStringLiteral("the newest version is %1").arg(known ? known->ref.version : 0)};
    const Result<PlanVersionRef> ref = plans.insertVersion({.plan = known ? known->ref.id : fresh,
                                                            .venue = venue,
                                                            .name = draft.name,
                                                            .hash = draft.hash,
                                                            .seats = draft.places,
                                                            .document = draft.document},
                                                           audit);
    if (!ref)
        return ref.error();
    return PlanSummary {.ref = *ref, .name = draft.name, .seats = draft.places};
}

} // namespace parterre::services
