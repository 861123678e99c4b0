// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/api/seathandler.h"

#include "backend/services/seatadvisor.h"

namespace parterre::api {

namespace {

protocol::SeatsSuggestResult toMessage(const QList<services::AdvisedSeats> &advised)
{
    protocol::SeatsSuggestResult result;
    for (const services::AdvisedSeats &seats : advised) {
        result.offers.append({.places = {seats.offer.seats.begin(), seats.offer.seats.end()},
                              .shape = seats.offer.score.shape,
                              .reason = seats.offer.reason,
                              .price = seats.price,
                              .inAll = seats.inAll,
                              .rowsBefore = seats.offer.rowsBefore});
    }
    return result;
}

}

void addSeatMethods(Router &router, services::SeatAdvisor &advisor)
{
    using namespace protocol;

    router.onRaw<SeatsSuggest, QList<services::AdvisedSeats>>(
        [&](const CallContext &context, const SeatsSuggestParams &params, services::Done<QList<services::AdvisedSeats>> done) {
            advisor.suggest(context.caller, params.event,
                            {.size = params.size,
                             .wheelchairs = params.wheelchairs.value_or(0),
                             .categories = params.categories.value_or(QStringList()),
                             .section = params.section,
                             .lost = params.lost.value_or(QList<qint32>()),
                             .heldBack = params.heldBack.value_or(false)},
                            std::move(done));
        },
        toMessage);
}

} // namespace parterre::api
