// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/services/planpublishing.h"

#include "backend/storage/repositories/draftrepository.h"
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

Result<PlanSummary> publishPlan(storage::Database &database, const PlanDraft &draft, const Publication &publication, const storage::AuditContext &audit)
{
    if (const Result<Venue> house = storage::VenueRepository(database).get(publication.venue); !house)
        return house.error();
    storage::PlanRepository plans(database);
    const Result<PlanSummary> known = plans.findByName(publication.venue, draft.name);
    if (!known && known.error().code != ErrorCode::NotFound)
        return known.error();
    const bool isPublished = known && known->ref.hash == draft.hash;
    const qint32 newest = known ? known->ref.version : 0;
    if (!isPublished && publication.after && *publication.after != newest)
        return Error {.code = ErrorCode::StaleVersion, .detail = QStringLiteral("the newest version is %1").arg(newest)};
    std::optional<QString> design;
    if (publication.design) {
        const Result<QString> kept = storage::DraftRepository(database).keepDesign(*publication.design, publication.venue);
        if (!kept)
            return kept.error();
        design = *kept;
    }
    if (isPublished) {
        const Result<void> added = design ? plans.addDesign(known->ref, *design, audit) : Result<void>();
        return added ? known : Result<PlanSummary>(added.error());
    }
    const Result<PlanVersionRef> ref = plans.insertVersion({.plan = known ? known->ref.id : publication.fresh,
                                                            .venue = publication.venue,
                                                            .name = draft.name,
                                                            .hash = draft.hash,
                                                            .seats = draft.places,
                                                            .document = draft.document,
                                                            .design = design},
                                                           audit);
    if (!ref)
        return ref.error();
    return PlanSummary {.ref = *ref, .name = draft.name, .seats = draft.places, .hall = known ? known->hall : std::nullopt};
}

} // namespace parterre::services
