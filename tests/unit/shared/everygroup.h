// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/domain/groupscore.h"
#include "shared/domain/seatpicker.h"

namespace parterre::test {

// What a query allows, worked out from the plan itself, seat by seat.
struct Asked {
    const Plan &plan;
    const SeatQuery &query;
    std::vector<SeatState> states; // own holds given back

    [[nodiscard]] bool mayHave(const Seat &seat, qint32 section) const;
    // Whether these are as many seats as asked for, all of them different and to be had, with as many wheelchair places,
    // and no wheelchair place torn from its companion seats.
    [[nodiscard]] bool isFulfilledBy(const std::vector<qint32> &seats) const;
};

// Every seat of a plan with its section, by index.
struct PlacedSeat {
    const Seat *seat = nullptr;
    qint32 section = 0;
};
[[nodiscard]] std::vector<PlacedSeat> seatsOf(const Plan &plan);

// Whether they sit elbow to elbow, but for companion seats of wheelchair places that do.
[[nodiscard]] bool isTogether(const Plan &plan, const SeatTable &table, const std::vector<qint32> &seats);

// The best of a kind of choice.
struct BestGroups {
    std::optional<GroupScore> best;
    qint32 fewestParts = 0; // of all choices
};

// Tries every set of `query.size` seats there is, without those `except`; only how a set is scored is the picker's own.
[[nodiscard]] BestGroups tryEveryGroup(const SeatPicker &picker, const Asked &asked, const std::vector<qint32> &except,
                                       const std::vector<bool> &categories);

} // namespace parterre::test
