// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/api/holdhandler.h"

#include "backend/api/answering.h"
#include "backend/services/holdservice.h"
#include "backend/services/seatadvisor.h"

namespace parterre::api {

namespace {

services::Done<QList<Hold>> toMessage(services::Done<protocol::HoldsResult> done)
{
    return answering(std::move(done), [](const QList<Hold> &holds) { return protocol::HoldsResult {.holds = holds}; });
}

// Who was too slow for a group is told of the nearest one like it, in the same answer.
services::Done<protocol::HoldsResult> namingOthers(services::SeatAdvisor &advisor, const services::Caller &caller, const protocol::HoldsAcquireParams &params,
                                                   services::Done<protocol::HoldsResult> done)
{
    return [&advisor, caller, event = params.event, places = params.places, done = std::move(done)](Result<protocol::HoldsResult> held) {
        if (held || held.error().code != ErrorCode::SeatTaken) {
            done(std::move(held));
            return;
        }
        advisor.suggest(caller, event, {.lost = places}, [taken = held.error(), done](const Result<QList<services::AdvisedSeats>> &advised) {
            Error error = taken;
            if (advised && !advised->isEmpty()) {
                const std::vector<qint32> &seats = advised->constFirst().offer.seats;
                error.instead = {seats.begin(), seats.end()};
            }
            done(error);
        });
    };
}

}

void addHoldMethods(Router &router, services::HoldService &holds, services::SeatAdvisor &advisor)
{
    using namespace protocol;

    router.on<HoldsAcquire>([&](const CallContext &context, const HoldsAcquireParams &params, services::Done<HoldsResult> done) {
        if (params.instead.value_or(false))
            done = namingOthers(advisor, context.caller, params, std::move(done));
        holds.acquire(context.caller, params.event, params.places, toMessage(std::move(done)), params.areas.value_or(QList<AreaSeats>()),
                      params.heldBack.value_or(false) ? services::HeldBack::Too : services::HeldBack::No);
    });
    router.on<HoldsExtend>([&](const CallContext &context, const HoldsParams &params, services::Done<HoldsResult> done) {
        holds.extend(context.caller, params.event, params.places, toMessage(std::move(done)));
    });
    router.on<HoldsHolder>([&](const CallContext &context, const HoldsHolderParams &params, services::Done<HoldsHolderResult> done) {
        holds.holder(context.caller, params.event, params.place, answering(std::move(done), [](const services::SeatHolder &holder) {
            return HoldsHolderResult {.name = holder.user.name, .role = holder.user.role, .expires = holder.expires};
        }));
    });
    router.on<HoldsRelease>([&](const CallContext &context, const HoldsParams &params, services::Done<Nothing> done) {
        holds.release(context.caller, params.event, params.places, toNothing(std::move(done)));
    });
}

} // namespace parterre::api
