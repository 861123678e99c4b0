// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/api/planhandler.h"

#include "backend/services/catalogservice.h"

namespace parterre::api {

void addPlanMethods(Router &router, services::CatalogService &catalog)
{
    using namespace protocol;

    router.on<PlansGet>([&](const CallContext &, const PlansGetParams &params, const services::Done<PlansGetResult> &done) {
        bool isNumber = true;
        const qint32 part = params.cursor ? params.cursor->toInt(&isNumber) : 0;
        if (!isNumber) {
            done(Error {.code = ErrorCode::InvalidParams, .detail = QStringLiteral("cursor: not of this plan")});
            return;
        }
        catalog.plan(params.plan, params.version, part, [done](const Result<services::PlanPart> &plan) {
            if (!plan) {
                done(plan.error());
                return;
            }
            PlansGetResult result {.hash = plan->hash, .page = plan->page};
            if (plan->next)
                result.next = QString::number(*plan->next);
            done(result);
        });
    });
}

} // namespace parterre::api
