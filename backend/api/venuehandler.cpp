// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/api/venuehandler.h"

#include "backend/services/catalogservice.h"

namespace parterre::api {

namespace {

// The cursor of a list that is small enough to be read whole: how many came before.
Result<protocol::VenuesListResult> pageOf(const QList<Venue> &venues, const protocol::VenuesListParams &params)
{
    bool isNumber = true;
    const qsizetype start = params.cursor ? params.cursor->toLongLong(&isNumber) : 0;
    if (!isNumber || start < 0 || start > venues.size())
        return Error {.code = ErrorCode::InvalidParams, .detail = QStringLiteral("cursor: not of this list")};
    const qsizetype limit = params.limit.value_or(protocol::kDefaultPageSize);
    protocol::VenuesListResult page {.venues = venues.mid(start, limit)};
    if (start + limit < venues.size())
        page.next = QString::number(start + limit);
    return page;
}

}

void addVenueMethods(Router &router, services::CatalogService &catalog)
{
    using namespace protocol;

    router.on<VenuesList>([&](const CallContext &, const VenuesListParams &params, services::Done<VenuesListResult> done) {
        catalog.venues([params, done = std::move(done)](const Result<QList<Venue>> &venues) {
            done(venues ? pageOf(*venues, params) : Result<VenuesListResult>(venues.error()));
        });
    });
    router.on<VenuesGet>([&](const CallContext &, const VenuesGetParams &params, services::Done<VenuesGetResult> done) {
        catalog.venue(params.venue, [done = std::move(done)](Result<Venue> venue) {
            if (venue)
                done(VenuesGetResult {.venue = std::move(*venue)});
            else
                done(venue.error());
        });
    });
}

} // namespace parterre::api
