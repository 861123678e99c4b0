// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/api/noshowhandler.h"

#include "backend/api/answering.h"
#include "backend/services/noshowservice.h"

#include <QUuid>

namespace parterre::api {

void addNoShowMethods(Router &router, services::NoShowService &noShows)
{
    using namespace protocol;
    using services::NoShowService;

    router.on<CheckinsNoShows>([&](const CallContext &, const CheckinsNoShowsParams &params, services::Done<CheckinsNoShowsResult> done) {
        noShows.list(params.event, params.after.value_or(-1), params.limit.value_or(kMaxNoShows),
                     answering(std::move(done), [](const storage::NoShowPage &page) { return CheckinsNoShowsResult {.tickets = page.tickets, .next = page.next}; }));
    });
    router.on<CheckinsReleaseNoShows>([&](const CallContext &context, const CheckinsReleaseNoShowsParams &params, services::Done<CheckinsReleaseNoShowsResult> done) {
        const QString key = params.key.value_or(QUuid::createUuid().toString(QUuid::WithoutBraces));
        noShows.release(context.caller, {.event = params.event, .tickets = params.tickets, .key = key, .reason = params.reason.value_or(QString())},
                        answering(std::move(done), [](const NoShowService::Released &answer) { return CheckinsReleaseNoShowsResult {.released = answer.released, .kept = answer.kept}; }));
    });
    router.on<CheckinsRestore>([&](const CallContext &context, const CheckinsRestoreParams &params, services::Done<CheckinsRestoreResult> done) {
        noShows.restore(context.caller, {.event = params.event, .tickets = params.tickets, .key = params.key},
                        answering(std::move(done), [](const NoShowService::Restored &answer) { return CheckinsRestoreResult {.restored = answer.restored, .taken = answer.taken}; }));
    });
}

} // namespace parterre::api
