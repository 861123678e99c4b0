// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/api/eventhandler.h"

#include "backend/api/answering.h"
#include "backend/api/listpage.h"
#include "backend/api/posterparts.h"
#include "backend/services/catalogservice.h"
#include "backend/services/eventcancelservice.h"
#include "backend/services/eventservice.h"

namespace parterre::api {

namespace {

services::Done<Event> toMessage(const services::Done<protocol::EventsEditResult> &done)
{
    return answering(done, [](const Event &event) { return protocol::EventsEditResult {.event = event}; });
}

void addEditingMethods(Router &router, services::EventService &programme)
{
    using namespace protocol;

    router.on<EventsCreate>([&](const CallContext &context, const EventsCreateParams &params, const services::Done<EventsEditResult> &done) {
        programme.create(context.caller, params.event, params.definition, {.posterOf = params.posterOf, .series = params.series}, toMessage(done));
    });
    router.on<EventsUpdate>([&](const CallContext &context, const EventsUpdateParams &params, const services::Done<EventsEditResult> &done) {
        programme.update(context.caller, params.event, params.version, params.definition, toMessage(done));
    });
    router.on<EventsSetState>([&](const CallContext &context, const EventsSetStateParams &params, const services::Done<EventsEditResult> &done) {
        programme.setState(context.caller, params.event, params.version, params.state, toMessage(done));
    });
    router.on<EventsSetPoster>([&](const CallContext &context, const EventsSetPosterParams &params, const services::Done<EventsSetPosterResult> &done) {
        if (params.from && !params.series) {
            done(Error {.code = ErrorCode::InvalidParams, .detail = QStringLiteral("params.from: expected with params.series only")});
            return;
        }
        const auto scope = params.series ? std::optional(services::SeriesScope {.series = *params.series, .from = params.from}) : std::nullopt;
        programme.setPoster(context.caller, params.event, params.upload, scope, answering(done, [](const services::ChangedPoster &changed) {
            return EventsSetPosterResult {.event = changed.event, .dates = changed.dates};
        }));
    });
    router.on<EventsDelete>([&](const CallContext &context, const EventsDeleteParams &params, const services::Done<Nothing> &done) {
        programme.remove(context.caller, params.event, params.version, toNothing(done));
    });
}

qsizetype bytesOfRefund(const RefundEntry &refund)
{
    constexpr qsizetype kRest = 384; // keys, ids, numbers, times
    return std::accumulate(refund.labels.begin(), refund.labels.end(), kRest + bytesOf(refund.customerName) + bytesOf(refund.reference),
                           [](qsizetype bytes, const QString &label) { return bytes + bytesOf(label) + 3; });
}

// A page that is too long for a message is asked for again, shorter, so that its cursor is right.
void listRefunds(services::EventService &programme, const storage::RefundQuery &query, services::Done<protocol::EventsRefundsResult> done)
{
    programme.refunds(query, [&programme, query, done = std::move(done)](const Result<storage::RefundPage> &page) {
        if (!page) {
            done(page.error());
            return;
        }
        if (const qint32 fitting = fittingOf(page->refunds, bytesOfRefund); fitting < page->refunds.size() && fitting > 0) {
            storage::RefundQuery shorter = query;
            shorter.limit = fitting;
            listRefunds(programme, shorter, done);
            return;
        }
        protocol::EventsRefundsResult result {.refunds = page->refunds, .totals = page->totals};
        if (!page->next.isEmpty())
            result.next = page->next;
        done(std::move(result));
    });
}

void addCancelMethods(Router &router, services::EventService &programme, services::EventCancelService &cancels)
{
    using namespace protocol;

    router.on<EventsCancel>([&](const CallContext &context, const EventsCancelParams &params, const services::Done<EventsEditResult> &done) {
        cancels.cancel(context.caller, params.event, params.version, params.reason, toMessage(done));
    });
    router.on<EventsSales>([&](const CallContext &, const EventsSalesParams &params, services::Done<EventsSalesResult> done) {
        programme.sales(params.event, answering(std::move(done), [](const EventSales &sales) { return EventsSalesResult {.sales = sales}; }));
    });
    router.on<EventsRefunds>([&](const CallContext &, const EventsRefundsParams &params, services::Done<EventsRefundsResult> done) {
        listRefunds(programme, {.event = params.event, .limit = params.limit.value_or(kDefaultPageSize), .cursor = params.cursor.value_or(QString())}, std::move(done));
    });
}

} // namespace

void addEventMethods(Router &router, services::CatalogService &catalog, services::EventService &programme, services::EventCancelService &cancels, const Clock &clock)
{
    addEditingMethods(router, programme);
    addCancelMethods(router, programme, cancels);
    using namespace protocol;

    router.on<EventsSearch>([&](const CallContext &context, const EventsSearchParams &params, services::Done<EventsSearchResult> done) {
        storage::EventQuery query {.text = params.text.value_or(QString()),
                                   .from = params.from,
                                   .to = params.to,
                                   .venue = params.venue,
                                   .series = params.series,
                                   .category = params.category,
                                   .minFree = params.minFree,
                                   .order = params.sort.value_or(EventSort::Start),
                                   .limit = params.limit.value_or(kDefaultPageSize),
                                   .cursor = params.cursor.value_or(QString())};
        catalog.search(context.caller, std::move(query), answering(std::move(done), [](const storage::EventPage &page) {
            EventsSearchResult result {.events = page.events};
            if (!page.next.isEmpty())
                result.next = page.next;
            return result;
        }));
    });

    router.on<EventsGet>([&](const CallContext &context, const EventsGetParams &params, services::Done<EventsGetResult> done) {
        catalog.event(context.caller, params.event, answering(std::move(done), [&clock](const Event &event) {
            return EventsGetResult {.event = event, .serverTime = clock.utcNow()};
        }));
    });

    router.on<EventsPoster>([&](const CallContext &context, const EventsPosterParams &params, services::Done<EventsPosterResult> done) {
        catalog.poster(context.caller, params.event, answering(std::move(done), posterMessage));
    });
}

} // namespace parterre::api
