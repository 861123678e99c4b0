// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/api/holdhandler.h"

#include "backend/services/holdservice.h"

namespace parterre::api {

namespace {

services::Done<QList<Hold>> toMessage(services::Done<protocol::HoldsResult> done)
{
    return [done = std::move(done)](Result<QList<Hold>> holds) {
        if (holds)
            done(protocol::HoldsResult {.holds = std::move(*holds)});
        else
            done(holds.error());
    };
}

}

void addHoldMethods(Router &router, services::HoldService &holds)
{
    using namespace protocol;

    router.on<HoldsAcquire>([&](const CallContext &context, const HoldsParams &params, services::Done<HoldsResult> done) {
        holds.acquire(context.caller, params.event, params.places, toMessage(std::move(done)));
    });
    router.on<HoldsExtend>([&](const CallContext &context, const HoldsParams &params, services::Done<HoldsResult> done) {
        holds.extend(context.caller, params.event, params.places, toMessage(std::move(done)));
    });
    router.on<HoldsRelease>([&](const CallContext &context, const HoldsParams &params, services::Done<Nothing> done) {
        holds.release(context.caller, params.event, params.places, [done = std::move(done)](const Result<bool> &released) {
            if (released)
                done(Nothing {});
            else
                done(released.error());
        });
    });
}

} // namespace parterre::api
