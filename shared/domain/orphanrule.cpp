// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/domain/orphanrule.h"

#include <algorithm>

namespace parterre {

namespace {

std::size_t at(qint32 i)
{
    return static_cast<std::size_t>(i);
}

// Free and for everybody.
bool isFree(const SeatRuns &runs, std::span<const SeatState> states, qint32 spot)
{
    return runs.isOrdinary(spot) && states[at(runs.seat(spot))] == SeatState::Free;
}

// Whether some of the windows of `size` within [begin, end) leaves no single seat of the free stretch [low, high).
bool fitsCleanly(qint32 low, qint32 high, qint32 begin, qint32 end, qint32 size)
{
    for (qint32 first = begin; first + size <= end; ++first) {
        if (first - low != 1 && high - first - size != 1)
            return true;
    }
    return false;
}

} // namespace

std::vector<qint32> strandedBy(const SeatRuns &runs, std::span<const SeatState> states, std::span<const qint32> wanted)
{
    std::vector<qint32> taken;
    taken.reserve(wanted.size());
    for (const qint32 seat : wanted) {
        if (runs.hasSpot(seat) && runs.isOrdinary(runs.spot(seat)))
            taken.push_back(runs.spot(seat));
    }
    std::sort(taken.begin(), taken.end());
    const auto staysFree = [&](qint32 spot) {
        return spot != SeatRuns::kNone && isFree(runs, states, spot) && !std::binary_search(taken.begin(), taken.end(), spot);
    };

    std::vector<qint32> stranded;
    for (const qint32 spot : taken) {
        const qint32 left = runs.left(spot);
        const qint32 right = runs.right(spot);
        // A seat between two taken ones has been met from its left side just before.
        if (staysFree(left) && !staysFree(runs.left(left)) && (stranded.empty() || stranded.back() != runs.seat(left)))
            stranded.push_back(runs.seat(left));
        if (staysFree(right) && !staysFree(runs.right(right)))
            stranded.push_back(runs.seat(right));
    }
    return stranded;
}

bool orphanFreeChoiceLeft(const SeatRuns &runs, std::span<const SeatState> states, qint32 size, std::span<const qint32> categories)
{
    const auto isAllowed = [&](qint32 spot) {
        return categories.empty() || std::find(categories.begin(), categories.end(), runs.category(spot)) != categories.end();
    };
    for (qint32 run = 0; run < runs.runCount(); ++run) {
        const qint32 runEnd = runs.end(run);
        for (qint32 low = runs.begin(run), high = low; low < runEnd; low = high + 1) {
            for (high = low; high < runEnd && isFree(runs, states, high); ++high) { }
            for (qint32 begin = low, end = low; begin < high; begin = end + 1) {
                for (end = begin; end < high && isAllowed(end); ++end) { }
                if (fitsCleanly(low, high, begin, end, size))
                    return true;
            }
        }
    }
    return false;
}

OrphanFinding judgeOrphans(OrphanRule rule, bool atCounter, const SeatRuns &runs, std::span<const SeatState> states, std::span<const qint32> wanted)
{
    OrphanFinding finding {.stranded = strandedBy(runs, states, wanted)};
    if (rule == OrphanRule::Off || finding.stranded.empty())
        return finding;

    std::vector<SeatState> before(states.begin(), states.end());
    std::vector<qint32> categories;
    qint32 size = 0;
    for (const qint32 seat : wanted) {
        before[at(seat)] = SeatState::Free;
        const qint32 spot = runs.hasSpot(seat) ? runs.spot(seat) : SeatRuns::kNone;
        if (spot == SeatRuns::kNone || !runs.isOrdinary(spot))
            continue;
        ++size;
        if (std::find(categories.begin(), categories.end(), runs.category(spot)) == categories.end())
            categories.push_back(runs.category(spot));
    }
    if (!orphanFreeChoiceLeft(runs, before, size, categories))
        return finding;
    if (rule == OrphanRule::Warn)
        finding.verdict = OrphanVerdict::Warned;
    else
        finding.verdict = atCounter ? OrphanVerdict::NeedsReason : OrphanVerdict::Refused;
    return finding;
}

} // namespace parterre
