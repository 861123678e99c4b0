// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/api/serieshandler.h"

#include "backend/services/seriesservice.h"

namespace parterre::api {

void addSeriesMethods(Router &router, services::SeriesService &series)
{
    using namespace protocol;

    router.on<EventsExpand>([&](const CallContext &, const EventsExpandParams &params, services::Done<EventsExpandResult> done) {
        const services::SeriesQuestion question {
            .plan = params.plan, .start = params.start, .durationMinutes = params.durationMinutes, .dates = params.dates, .overrides = params.overrides};
        series.expand(question, [done = std::move(done)](Result<services::SeriesPreview> preview) {
            if (preview)
                done(EventsExpandResult {.timeZone = preview->timeZone, .dates = std::move(preview->dates)});
            else
                done(preview.error());
        });
    });

    router.on<EventsCreateSeries>([&](const CallContext &context, const EventsCreateSeriesParams &params, services::Done<EventsCreateSeriesResult> done) {
        const SeriesDraft draft {.definition = params.definition, .dates = params.dates, .overrides = params.overrides};
        series.create(context.caller, params.series, draft, [done = std::move(done)](Result<QList<SeriesEvent>> events) {
            if (events)
                done(EventsCreateSeriesResult {.events = std::move(*events)});
            else
                done(events.error());
        });
    });
}

} // namespace parterre::api
