// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/shared/everygroup.h"

#include <algorithm>
#include <set>

namespace parterre::test {

namespace {

template<class Values, class Value>
bool contains(const Values &values, Value value)
{
    return std::find(values.begin(), values.end(), value) != values.end();
}

std::size_t at(qint32 i)
{
    return static_cast<std::size_t>(i);
}

} // namespace

std::vector<PlacedSeat> seatsOf(const Plan &plan)
{
    std::vector<PlacedSeat> seats;
    for (qint32 section = 0; section < plan.sections.size(); ++section) {
        for (const Row &row : plan.sections[section].rows) {
            for (const Seat &seat : row.seats)
                seats.push_back({&seat, section});
        }
    }
    return seats;
}

bool Asked::mayHave(const Seat &seat, qint32 section) const
{
    const bool onSale = query.prices.empty() || (at(seat.category) < query.prices.size() && query.prices[at(seat.category)]);
    return states[at(seat.index)] == SeatState::Free && onSale && (query.categories.empty() || contains(query.categories, seat.category))
        && (!query.section || *query.section == section);
}

bool Asked::isFulfilledBy(const std::vector<qint32> &seats) const
{
    const std::vector<PlacedSeat> all = seatsOf(plan);
    const std::set<qint32> chosen(seats.begin(), seats.end());
    if (static_cast<qint32>(chosen.size()) != query.size || seats.size() != chosen.size())
        return false;
    qint32 wheelchairs = 0;
    for (const qint32 s : chosen) {
        const Seat &seat = *all[at(s)].seat;
        if (!mayHave(seat, all[at(s)].section))
            return false;
        const bool isPlace = seat.attributes.testFlag(SeatAttribute::Wheelchair);
        wheelchairs += isPlace;
        const bool isCompanion = !isPlace && (seat.companionOf || seat.attributes.testFlag(SeatAttribute::Companion));
        if (isCompanion && (!seat.companionOf || !chosen.contains(*seat.companionOf)))
            return false;
    }
    if (wheelchairs != query.wheelchairs)
        return false;

    std::set<qint32> accompanied;
    std::set<qint32> couldBe;
    for (const PlacedSeat &placed : all) {
        const std::optional<qint32> of = placed.seat->attributes.testFlag(SeatAttribute::Wheelchair) ? std::nullopt : placed.seat->companionOf;
        if (!of || !chosen.contains(*of) || !mayHave(*placed.seat, placed.section))
            continue;
        couldBe.insert(*of);
        if (chosen.contains(placed.seat->index))
            accompanied.insert(*of);
    }
    return accompanied.size() == couldBe.size() || static_cast<qint32>(accompanied.size()) == query.size - query.wheelchairs;
}

bool isTogether(const Plan &plan, const SeatTable &table, const std::vector<qint32> &seats)
{
    const std::vector<PlacedSeat> all = seatsOf(plan);
    return std::any_of(seats.begin(), seats.end(), [&](qint32 first) {
        std::set<qint32> row {first};
        for (qint32 s = table.left(first); contains(seats, s); s = table.left(s))
            row.insert(s);
        for (qint32 s = table.right(first); contains(seats, s); s = table.right(s))
            row.insert(s);
        return std::all_of(seats.begin(), seats.end(), [&](qint32 s) {
            const Seat &seat = *all[at(s)].seat;
            const bool isPlace = seat.attributes.testFlag(SeatAttribute::Wheelchair);
            return row.contains(s) || (!isPlace && seat.companionOf && row.contains(*seat.companionOf));
        });
    });
}

BestGroups tryEveryGroup(const SeatPicker &picker, const Asked &asked, const std::vector<qint32> &except, const std::vector<bool> &categories)
{
    SeatSupply supply(picker.runs(), picker.view(), asked.states);
    supply.allowOnly({categories.begin(), categories.end()});
    if (asked.query.section)
        supply.allowOnlySection(*asked.query.section);
    if (!asked.query.lost.empty()) {
        PlanPoint middle;
        for (const qint32 seat : asked.query.lost) {
            middle.x += picker.runs().position(picker.runs().spot(seat)).x / static_cast<double>(asked.query.lost.size());
            middle.y += picker.runs().position(picker.runs().spot(seat)).y / static_cast<double>(asked.query.lost.size());
        }
        supply.preferNear(middle);
    }
    std::vector<qint32> taken;
    for (const qint32 seat : except)
        taken.push_back(picker.runs().spot(seat));
    supply.exclude(taken);

    std::vector<qint32> candidates;
    for (const PlacedSeat &placed : seatsOf(asked.plan)) {
        if (asked.mayHave(*placed.seat, placed.section) && categories[at(placed.seat->category)] && !contains(except, placed.seat->index))
            candidates.push_back(placed.seat->index);
    }
    BestGroups result;
    if (static_cast<qint32>(candidates.size()) < asked.query.size)
        return result;
    std::vector<char> isIn(candidates.size(), 0);
    std::fill(isIn.begin(), isIn.begin() + asked.query.size, 1);
    do {
        std::vector<qint32> seats;
        std::vector<qint32> spots;
        for (std::size_t i = 0; i < candidates.size(); ++i) {
            if (isIn[i] != 0) {
                seats.push_back(candidates[i]);
                spots.push_back(picker.runs().spot(candidates[i]));
            }
        }
        if (!asked.isFulfilledBy(seats))
            continue;
        const GroupScore score = scoreOf(supply, spots);
        if (!result.best || score < *result.best)
            result.best = score;
        if (result.fewestParts == 0 || score.parts < result.fewestParts)
            result.fewestParts = score.parts;
    } while (std::prev_permutation(isIn.begin(), isIn.end()));
    return result;
}

} // namespace parterre::test
