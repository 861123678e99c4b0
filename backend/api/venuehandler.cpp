// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/api/venuehandler.h"

#include "backend/api/listpage.h"
#include "backend/services/catalogservice.h"

namespace parterre::api {

void addVenueMethods(Router &router, services::CatalogService &catalog)
{
    using namespace protocol;

    router.on<VenuesList>([&](const CallContext &, const VenuesListParams &params, services::Done<VenuesListResult> done) {
        catalog.venues([params, done = std::move(done)](const Result<QList<Venue>> &venues) {
            if (!venues) {
                done(venues.error());
                return;
            }
            const Result<ListPage<Venue>> page = pageOf(*venues, params.cursor, params.limit);
            done(page ? VenuesListResult {.venues = page->items, .next = page->next} : Result<VenuesListResult>(page.error()));
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
