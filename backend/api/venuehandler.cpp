// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/api/venuehandler.h"

#include "backend/api/answering.h"
#include "backend/api/listpage.h"
#include "backend/services/catalogservice.h"

namespace parterre::api {

void addVenueMethods(Router &router, services::CatalogService &catalog)
{
    using namespace protocol;

    router.on<VenuesList>([&](const CallContext &, const VenuesListParams &params, services::Done<VenuesListResult> done) {
        catalog.venues(answering(std::move(done), [params](const QList<Venue> &venues) -> Result<VenuesListResult> {
            const Result<ListPage<Venue>> page = pageOf(venues, params.cursor, params.limit);
            return page ? VenuesListResult {.venues = page->items, .next = page->next} : Result<VenuesListResult>(page.error());
        }));
    });
    router.on<VenuesGet>([&](const CallContext &, const VenuesGetParams &params, services::Done<VenuesGetResult> done) {
        catalog.venue(params.venue, answering(std::move(done), [](const Venue &venue) { return VenuesGetResult {.venue = venue}; }));
    });
}

} // namespace parterre::api
