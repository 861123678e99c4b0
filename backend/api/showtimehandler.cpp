// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/api/showtimehandler.h"

#include "backend/api/answering.h"
#include "backend/services/showtimeservice.h"

namespace parterre::api {

namespace {

// Enough to see what it is: whole descriptions would be longer than a message may be.
void shorten(std::optional<ShowtimeFacts> &facts)
{
    if (!facts || facts->description.size() <= protocol::kShowtimeExcerpt)
        return;
    const bool cutsPair = facts->description[protocol::kShowtimeExcerpt - 1].isHighSurrogate();
    facts->description.truncate(cutsPair ? protocol::kShowtimeExcerpt - 1 : protocol::kShowtimeExcerpt);
}

} // namespace

void addShowtimeMethods(Router &router, services::ShowtimeService &showtimes)
{
    using namespace protocol;

    router.on<ShowtimesSources>([&](const CallContext &, const Nothing &, services::Done<ShowtimesSourcesResult> done) {
        showtimes.sources(answering(std::move(done), [](const QList<ShowtimeSource> &sources) { return ShowtimesSourcesResult {.sources = sources}; }));
    });
    router.on<ShowtimesSaveSource>([&](const CallContext &context, const ShowtimesSaveSourceParams &params, services::Done<ShowtimesSaveSourceResult> done) {
        showtimes.save(context.caller, params.source, params.version, params.definition, answering(std::move(done), [](const ShowtimeSource &source) {
            return ShowtimesSaveSourceResult {.source = source};
        }));
    });
    router.on<ShowtimesRemoveSource>([&](const CallContext &context, const ShowtimesRemoveSourceParams &params, services::Done<Nothing> done) {
        showtimes.remove(context.caller, params.source, params.version, toNothing(std::move(done)));
    });
    router.on<ShowtimesPreview>([&](const CallContext &context, const ShowtimesPreviewParams &params, services::Done<ShowtimesPreviewResult> done) {
        showtimes.preview(context.caller, params.source, params.upload, answering(std::move(done), [](const services::ShowtimePreview &preview) {
            const services::ShowtimeComparison &found = preview.comparison;
            return ShowtimesPreviewResult {
                .preview = preview.id, .timeZone = preview.timeZone, .counts = found.counts, .problems = found.problems, .moreProblems = found.moreProblems, .whole = found.whole};
        }));
    });
    router.on<ShowtimesEntries>([&](const CallContext &context, const ShowtimesEntriesParams &params, services::Done<ShowtimesEntriesResult> done) {
        const Result<QList<ShowtimeEntry>> entries = showtimes.entries(context.caller, params.preview);
        if (!entries) {
            done(entries.error());
            return;
        }
        ShowtimesEntriesResult result {.total = static_cast<qint32>(entries->size()), .entries = entries->mid(params.offset, kShowtimesPage)};
        for (ShowtimeEntry &entry : result.entries) {
            shorten(entry.before);
            shorten(entry.after);
        }
        done(result);
    });
    router.on<ShowtimesApply>([&](const CallContext &context, const ShowtimesApplyParams &params, services::Done<ShowtimesApplyResult> done) {
        showtimes.apply(context.caller, params.preview, params.chosen, params.publish, answering(std::move(done), [](const QList<ShowtimeOutcome> &outcomes) {
            return ShowtimesApplyResult {.outcomes = outcomes};
        }));
    });
}

} // namespace parterre::api
