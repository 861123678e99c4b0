// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/api/planhandler.h"

#include "backend/services/catalogservice.h"

#include <QJsonDocument>

namespace parterre::api {

namespace {

protocol::PlansGetResult toMessage(const services::PlanPart &part)
{
    protocol::PlansGetResult result {.hash = part.hash, .page = QJsonDocument::fromJson(part.page).object()};
    if (part.next)
        result.next = QString::number(*part.next);
    return result;
}

}

void addPlanMethods(Router &router, services::CatalogService &catalog)
{
    using namespace protocol;

    router.onRaw<PlansGet, services::PlanPart>([&](const CallContext &, const PlansGetParams &params, services::Done<services::PlanPart> done) {
        bool isNumber = true;
        const qint32 part = params.cursor ? params.cursor->toInt(&isNumber) : 0;
        if (isNumber)
            catalog.plan(params.plan, params.version, part, std::move(done));
        else
            done(Error {.code = ErrorCode::InvalidParams, .detail = QStringLiteral("cursor: not of this plan")});
    }, toMessage);
}

} // namespace parterre::api
