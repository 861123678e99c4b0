// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/history/historychecker.h"

#include "tests/history/atomicity.h"
#include "tests/history/maporder.h"

#include <unordered_set>

namespace parterre::history {

namespace {

void count(const Operation &operation, Figures &figures)
{
    if (operation.kind == Kind::Kill)
        ++figures.kills;
    if (operation.kind >= Kind::Lost)
        return;
    ++figures.operations;
    figures.conflicts += operation.outcome == Outcome::Conflict ? 1 : 0;
    figures.notHeld += operation.outcome == Outcome::NotHeld ? 1 : 0;
    figures.unknown += operation.outcome == Outcome::Unknown ? 1 : 0;
    figures.reads += operation.kind == Kind::Read ? 1 : 0;
    if (operation.outcome == Outcome::Ok && operation.kind == Kind::Hold) {
        ++figures.holds;
        figures.multiSeat += operation.count > 1 ? 1 : 0;
    }
}

} // namespace

Verdict check(const History &history)
{
    Verdict verdict;
    for (const Operation &operation : history.operations())
        count(operation, verdict.figures);
    const Visits visits(history);
    const Sales sales(history, visits, verdict.violations);
    for (const Sale &sale : sales.all()) {
        verdict.figures.sales += sale.isSure() ? 1 : 0;
        verdict.figures.cancellations += sale.cancelled.high != kNever ? 1 : 0;
    }
    const SeatTimeline::World world{history.promises, visits, sales};
    const Seats seats(history, world, verdict.violations);
    std::unordered_set<const Operation *> expired;
    for (std::size_t seat = 0; seat < seats.count(); ++seat)
        expired.insert(seats.at(seat).expired().begin(), seats.at(seat).expired().end());
    verdict.figures.expiries = expired.size();
    verdict.figures.seats = seats.count();

    Atomicity atomicity(history, visits, seats, verdict.violations);
    atomicity.checkReads();
    atomicity.checkOrder();
    checkMapOrder(history, verdict.violations);
    return verdict;
}

} // namespace parterre::history
