// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/api/serieshandler.h"

#include "backend/api/answering.h"
#include "backend/services/seriescancelservice.h"
#include "backend/services/seriesservice.h"

namespace parterre::api {

void addSeriesMethods(Router &router, services::SeriesService &series, services::SeriesCancelService &cancels)
{
    using namespace protocol;

    router.on<EventsExpand>([&](const CallContext &, const EventsExpandParams &params, services::Done<EventsExpandResult> done) {
        const services::SeriesQuestion question {
            .plan = params.plan, .start = params.start, .durationMinutes = params.durationMinutes, .dates = params.dates, .overrides = params.overrides};
        series.expand(question, answering(std::move(done), [](const services::SeriesPreview &preview) {
            return EventsExpandResult {.timeZone = preview.timeZone, .dates = preview.dates};
        }));
    });

    router.on<EventsCreateSeries>([&](const CallContext &context, const EventsCreateSeriesParams &params, services::Done<EventsCreateSeriesResult> done) {
        const SeriesDraft draft {.definition = params.definition, .dates = params.dates, .overrides = params.overrides};
        series.create(context.caller, params.series, draft, params.posterOf, answering(std::move(done), [](const QList<SeriesEvent> &events) {
            return EventsCreateSeriesResult {.events = events};
        }));
    });

    router.on<EventsUpdateSeries>([&](const CallContext &context, const EventsUpdateSeriesParams &params, services::Done<EventsUpdateSeriesResult> done) {
        const services::SeriesEditing editing {.before = params.before, .after = params.after, .from = params.from};
        series.update(context.caller, params.series, editing, answering(std::move(done), [](const QList<SeriesChange> &changes) {
            return EventsUpdateSeriesResult {.events = changes};
        }));
    });

    router.on<EventsSetSeriesState>([&](const CallContext &context, const EventsSetSeriesStateParams &params, services::Done<EventsSetSeriesStateResult> done) {
        if (params.state != EventState::Published && params.state != EventState::Paused) {
            done(Error {.code = ErrorCode::InvalidParams, .detail = QStringLiteral("params.state: expected published or paused")});
            return;
        }
        series.setState(context.caller, params.series, params.state, params.from, answering(std::move(done), [](const QList<SeriesChange> &changes) {
            EventsSetSeriesStateResult result;
            for (const SeriesChange &change : changes)
                result.events.append({.event = change.event, .start = change.start});
            return result;
        }));
    });

    router.on<EventsSeriesSales>([&](const CallContext &, const EventsSeriesSalesParams &params, services::Done<EventsSeriesSalesResult> done) {
        cancels.sales(params.series, params.from, answering(std::move(done), [](const SeriesSales &sales) {
            return EventsSeriesSalesResult {.dates = sales.dates, .sales = sales.sales};
        }));
    });

    router.on<EventsCancelSeries>([&](const CallContext &context, const EventsCancelSeriesParams &params, services::Done<EventsCancelSeriesResult> done) {
        const services::SeriesCancelling cancelling {.series = params.series, .from = params.from, .reason = params.reason};
        cancels.cancel(context.caller, cancelling, answering(std::move(done), [](const QList<SeriesEvent> &events) {
            return EventsCancelSeriesResult {.events = events};
        }));
    });
}

} // namespace parterre::api
