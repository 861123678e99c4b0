// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/domain/seatsupply.h"

#include <compare>

namespace parterre {

// How a group sits, best first.
enum class GroupShape : quint8 {
    Together,  // elbow to elbow; companion seats that stand elsewhere count as beside their wheelchair places
    Stacked,   // in rows right behind each other, or opposite at a table
    Scattered, // in pieces
};

// What a choice of seats is worth to a group and to the house: less is better, and what stands first decides first. So
// no seat is stranded for a better view, and no group torn to avoid a stranded seat.
struct GroupScore {
    GroupShape shape = GroupShape::Together;
    qint32 parts = 0;    // pieces
    qint32 alone = 0;    // people of a group with none of it beside them
    qint32 stranded = 0; // new orphans (orphanrule.h), and free companion seats left without their wheelchair place
    // Hundredths of a seat width: what the seats cost (SeatCost, or their distance from a lost group); kLeftover for
    // every free seat right beside the group, so that whole gaps are filled first; and for scattered groups the distance
    // of each seat from the middle of the group.
    qint64 cost = 0;

    friend auto operator<=>(const GroupScore &, const GroupScore &) = default;
};

inline constexpr qint64 kLeftover = 100; // a seat width for the whole group
// A stacked group sits in no more rows than this, each part in a run of its own with some seat right behind one of the
// part before. Parts differ by at most kUnevenness seats, except that smaller ones fill their whole
// gap; parts with wheelchair places are as large as they are.
inline constexpr qint32 kMostRows = 10;
inline constexpr qint32 kUnevenness = 2;

struct SeatGroup {
    GroupScore score = {};
    std::vector<qint32> spots = {};
};

// Of any set of different spots, at least one; in any order.
[[nodiscard]] GroupScore scoreOf(const SeatSupply &supply, std::span<const qint32> spots);
// The same spots as people pass them, piece by piece: of stacked groups the front row first, else the best piece.
[[nodiscard]] std::vector<qint32> inSeatingOrder(const SeatSupply &supply, std::span<const qint32> spots);

// What taking [begin, end) of one run leaves beside it, when nothing else is taken there.
struct Leftover {
    qint32 stranded = 0;
    qint32 beside = 0; // free seats right beside: 0 to 2
};
[[nodiscard]] inline Leftover leftoverOf(const SeatSupply &supply, qint32 begin, qint32 end)
{
    const SeatRuns &runs = supply.runs();
    const qint32 run = runs.run(begin);
    const auto isFree = [&](qint32 spot) { return spot >= runs.begin(run) && spot < runs.end(run) && supply.isFree(spot); };
    Leftover left;
    for (const auto &[beside, beyond] : {std::pair {begin - 1, begin - 2}, std::pair {end, end + 1}}) {
        left.beside += isFree(beside);
        left.stranded += isFree(beside) && !isFree(beyond);
    }
    return left;
}

} // namespace parterre
