// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/api/eventhandler.h"

#include "backend/services/catalogservice.h"
#include "backend/services/eventservice.h"

namespace parterre::api {

namespace {

services::Done<Event> toMessage(const services::Done<protocol::EventsEditResult> &done)
{
    return [done](Result<Event> event) {
        if (event)
            done(protocol::EventsEditResult {.event = std::move(*event)});
        else
            done(event.error());
    };
}

void addEditingMethods(Router &router, services::EventService &programme)
{
    using namespace protocol;

    router.on<EventsCreate>([&](const CallContext &context, const EventsCreateParams &params, const services::Done<EventsEditResult> &done) {
        programme.create(context.caller, params.event, params.definition, toMessage(done));
    });
    router.on<EventsUpdate>([&](const CallContext &context, const EventsUpdateParams &params, const services::Done<EventsEditResult> &done) {
        programme.update(context.caller, params.event, params.version, params.definition, toMessage(done));
    });
    router.on<EventsSetState>([&](const CallContext &context, const EventsSetStateParams &params, const services::Done<EventsEditResult> &done) {
        programme.setState(context.caller, params.event, params.version, params.state, toMessage(done));
    });
    router.on<EventsDelete>([&](const CallContext &context, const EventsDeleteParams &params, const services::Done<Nothing> &done) {
        programme.remove(context.caller, params.event, params.version, [done](const Result<bool> &removed) {
            if (removed)
                done(Nothing {});
            else
                done(removed.error());
        });
    });
}

} // namespace

void addEventMethods(Router &router, services::CatalogService &catalog, services::EventService &programme, const Clock &clock)
{
    addEditingMethods(router, programme);
    using namespace protocol;

    router.on<EventsSearch>([&](const CallContext &context, const EventsSearchParams &params, services::Done<EventsSearchResult> done) {
        storage::EventQuery query {.text = params.text.value_or(QString()),
                                   .from = params.from,
                                   .to = params.to,
                                   .venue = params.venue,
                                   .category = params.category,
                                   .minFree = params.minFree,
                                   .order = params.sort.value_or(EventSort::Start),
                                   .limit = params.limit.value_or(kDefaultPageSize),
                                   .cursor = params.cursor.value_or(QString())};
        catalog.search(context.caller, std::move(query), [done = std::move(done)](const Result<storage::EventPage> &page) {
            if (!page) {
                done(page.error());
                return;
            }
            EventsSearchResult result {.events = page->events};
            if (!page->next.isEmpty())
                result.next = page->next;
            done(std::move(result));
        });
    });

    router.on<EventsGet>([&](const CallContext &context, const EventsGetParams &params, services::Done<EventsGetResult> done) {
        catalog.event(context.caller, params.event, [done = std::move(done), &clock](Result<Event> event) {
            if (event)
                done(EventsGetResult {.event = std::move(*event), .serverTime = clock.utcNow()});
            else
                done(event.error());
        });
    });

    router.on<EventsPoster>([&](const CallContext &context, const EventsPosterParams &params, services::Done<EventsPosterResult> done) {
        catalog.poster(context.caller, params.event, [done = std::move(done)](const Result<Poster> &poster) {
            if (poster)
                done(EventsPosterResult {.hash = poster->hash, .format = poster->format, .width = poster->width, .height = poster->height, .data = poster->bytes.toBase64()});
            else
                done(poster.error());
        });
    });
}

} // namespace parterre::api
