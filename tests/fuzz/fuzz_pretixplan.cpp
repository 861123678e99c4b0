// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever the bytes are: an error, or a valid plan that can be drawn and stored.
#include "shared/domain/planvalidation.h"
#include "shared/domain/seattable.h"
#include "shared/planio/planjson.h"
#include "shared/planio/pretixplan.h"

#include <cstdlib>

using namespace parterre;

namespace {

void require(bool truth)
{
    if (!truth)
        std::abort();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const Result<planio::ImportResult> result = planio::readPretixPlan(QByteArray(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size)));
    if (!result) {
        require(!result.error().detail.isEmpty());
        return 0;
    }
    require(validatePlan(result->plan).isEmpty());
    const SeatTable table(result->plan);
    require(table.size() == seatCount(result->plan));
    const PlanPoint first = table.position(0);
    require(table.seatAt(first) != SeatTable::kNone);
    for (const auto direction : {SeatTable::Direction::Left, SeatTable::Direction::Right, SeatTable::Direction::Up, SeatTable::Direction::Down})
        require(table.toward(0, direction) != 0);
    const Result<Plan> again = planio::readPlan(planio::writePlan(result->plan));
    require(again.ok() && *again == result->plan);
    return 0;
}
