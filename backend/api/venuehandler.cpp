// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/api/venuehandler.h"

#include "backend/api/answering.h"
#include "backend/api/listpage.h"
#include "backend/services/catalogservice.h"
#include "backend/services/venueservice.h"

namespace parterre::api {

namespace {

qsizetype bytesOfVenue(const Venue &venue)
{
    constexpr qsizetype kRest = 384; // keys, ids, numbers, hashes
    qsizetype bytes = kRest + bytesOf(venue.name) + bytesOf(venue.address);
    for (const PlanSummary &plan : venue.plans)
        bytes += kRest + bytesOf(plan.name) + bytesOf(plan.hallName());
    return bytes;
}

// As many as fit into one message.
Result<protocol::VenuesListResult> pageFor(const QList<Venue> &all, const protocol::VenuesListParams &params)
{
    Result<ListPage<Venue>> page = pageOf(all, params.cursor, params.limit);
    if (!page)
        return page.error();
    if (const qint32 fitting = std::max(1, fittingOf(page->items, bytesOfVenue)); fitting < page->items.size())
        page = pageOf(all, params.cursor, fitting);
    return protocol::VenuesListResult {.venues = page->items, .next = page->next};
}

} // namespace

void addVenueMethods(Router &router, services::CatalogService &catalog, services::VenueService &venues)
{
    using namespace protocol;

    router.on<VenuesList>([&](const CallContext &, const VenuesListParams &params, services::Done<VenuesListResult> done) {
        catalog.venues(answering(std::move(done), [params](const QList<Venue> &all) { return pageFor(all, params); }));
    });
    router.on<VenuesGet>([&](const CallContext &, const VenuesGetParams &params, services::Done<VenuesGetResult> done) {
        catalog.venue(params.venue, answering(std::move(done), [](const Venue &venue) { return VenuesGetResult {.venue = venue}; }));
    });
    router.on<VenuesCreate>([&](const CallContext &context, const VenuesCreateParams &params, services::Done<VenuesEditResult> done) {
        venues.create(context.caller, params.venue, params.definition, answering(std::move(done), [](const Venue &venue) { return VenuesEditResult {.venue = venue}; }));
    });
    router.on<VenuesUpdate>([&](const CallContext &context, const VenuesUpdateParams &params, services::Done<VenuesEditResult> done) {
        venues.update(context.caller, params.venue, params.version, params.definition, answering(std::move(done), [](const Venue &venue) { return VenuesEditResult {.venue = venue}; }));
    });
    router.on<VenuesDelete>([&](const CallContext &context, const VenuesDeleteParams &params, services::Done<Nothing> done) {
        venues.remove(context.caller, params.venue, params.version, toNothing(std::move(done)));
    });
}

} // namespace parterre::api
