// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/domain/wholetablesearch.h"

#include <numeric>

namespace parterre {

std::optional<SeatGroup> findWholeTable(const SeatSupply &supply, qint32 size)
{
    const SeatRuns &runs = supply.runs();
    std::optional<SeatGroup> best;
    for (const qint32 run : runs.wholeTables()) {
        if (runs.end(run) - runs.begin(run) != size || !supply.isTableAvailable(run))
            continue;
        SeatGroup group {.spots = std::vector<qint32>(static_cast<std::size_t>(size))};
        std::iota(group.spots.begin(), group.spots.end(), runs.begin(run));
        group.score = scoreOf(supply, group.spots);
        if (!best || group.score < best->score)
            best = std::move(group);
    }
    return best;
}

} // namespace parterre
