// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/api/seatmaphandler.h"

#include "backend/api/seatmapfeed.h"
#include "backend/services/holdservice.h"

namespace parterre::api {

void addSeatmapMethods(Router &router, services::EventDirectory &events, services::HoldService &holds, SeatmapFeed &feed)
{
    using namespace protocol;

    router.on<SeatmapSubscribe>([&](const CallContext &context, const SeatmapSubscribeParams &params, services::Done<SeatmapSubscribeResult> done) {
        events.openFor(context.caller, params.event, [&holds, &feed, context, done = std::move(done)](const Result<services::OpenEvent *> &found) {
            if (!found) {
                done(found.error());
                return;
            }
            const services::OpenEvent &event = **found;
            if (!feed.mayWatch(context.connection, event)) {
                done(ErrorCode::NotFound);
                return;
            }
            // The answer leaves before the subscription begins, and both before the next change.
            done(SeatmapSubscribeResult {.plan = event.plan().ref,
                                         .revision = event.ledger().revision(),
                                         .seats = event.ledger().seatCount(),
                                         .states = feed.packedStates(event),
                                         .mine = holds.holdsOf(context.caller, event)});
            feed.subscribe(context.connection, event);
        });
    });

    router.on<SeatmapUnsubscribe>([&](const CallContext &context, const SeatmapUnsubscribeParams &params, services::Done<Nothing> done) {
        const services::OpenEvent *event = events.find(params.event);
        if (!event) {
            done(ErrorCode::NotFound);
            return;
        }
        feed.unsubscribe(context.connection, *event);
        done(Nothing {});
    });
}

} // namespace parterre::api
