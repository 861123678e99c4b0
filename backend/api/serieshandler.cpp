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

    router.on<EventsUpdateSeries>([&](const CallContext &context, const EventsUpdateSeriesParams &params, services::Done<EventsUpdateSeriesResult> done) {
        const services::SeriesEditing editing {.before = params.before, .after = params.after, .from = params.from};
        series.update(context.caller, params.series, editing, [done = std::move(done)](Result<QList<SeriesChange>> changes) {
            if (changes)
                done(EventsUpdateSeriesResult {.events = std::move(*changes)});
            else
                done(changes.error());
        });
    });

    router.on<EventsSetSeriesState>([&](const CallContext &context, const EventsSetSeriesStateParams &params, services::Done<EventsSetSeriesStateResult> done) {
        if (params.state != EventState::Published && params.state != EventState::Paused) {
            done(Error {.code = ErrorCode::InvalidParams, .detail = QStringLiteral("params.state: expected published or paused")});
            return;
        }
        series.setState(context.caller, params.series, params.state, params.from, [done = std::move(done)](const Result<QList<SeriesChange>> &changes) {
            if (!changes) {
                done(changes.error());
                return;
            }
            EventsSetSeriesStateResult result;
            for (const SeriesChange &change : *changes)
                result.events.append({.event = change.event, .start = change.start});
            done(result);
        });
    });
}

} // namespace parterre::api
