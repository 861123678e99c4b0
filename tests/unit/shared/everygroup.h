// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/domain/groupscore.h"
#include "shared/domain/seatpicker.h"

namespace parterre::test {

struct PlacedSeat {
    const Seat *seat = nullptr;
    qint32 section = 0;

    [[nodiscard]] bool isWheelchairPlace() const { return seat->attributes.testFlag(SeatAttribute::Wheelchair); }
    [[nodiscard]] bool isCompanionSeat() const { return !isWheelchairPlace() && (seat->companionOf || seat->attributes.testFlag(SeatAttribute::Companion)); }
    [[nodiscard]] bool isOrdinary() const { return !isWheelchairPlace() && !isCompanionSeat(); }
};

// By index. The plan is referred to.
[[nodiscard]] std::vector<PlacedSeat> seatsOf(const Plan &plan);

// What a query allows, worked out seat by seat. Refers to plan and query.
class Asked
{
public:
    Asked(const Plan &plan, const SeatQuery &query, std::vector<SeatState> states);

    [[nodiscard]] const SeatQuery &query() const { return m_query; }
    [[nodiscard]] const std::vector<PlacedSeat> &seats() const { return m_seats; }
    [[nodiscard]] const std::vector<SeatState> &states() const { return m_states; } // own holds given back
    [[nodiscard]] bool mayHave(const PlacedSeat &placed) const;
    // Whether these are as many seats as asked for, all of them different and to be had, with as many wheelchair places,
    // and no wheelchair place torn from its companion seats.
    [[nodiscard]] bool isFulfilledBy(const std::vector<qint32> &seats) const;

private:
    const SeatQuery &m_query;
    std::vector<PlacedSeat> m_seats;
    std::vector<SeatState> m_states;
};

// Whether they sit elbow to elbow, but for companion seats of wheelchair places that do.
[[nodiscard]] bool isTogether(const std::vector<PlacedSeat> &all, const SeatTable &table, const std::vector<qint32> &seats);

// The best score of all sets of `query.size` seats there are, without those `except`; only how a set is scored is the
// picker's own.
[[nodiscard]] std::optional<GroupScore> bestOfEveryGroup(const SeatPicker &picker, const Asked &asked, const std::vector<qint32> &except,
                                       const std::vector<bool> &categories);

} // namespace parterre::test
