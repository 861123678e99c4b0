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

Asked::Asked(const Plan &plan, const SeatQuery &query, std::vector<SeatState> states)
    : m_query(query), m_seats(seatsOf(plan)), m_states(std::move(states))
{
    for (const qint32 seat : query.own)
        m_states[at(seat)] = SeatState::Free;
}

bool Asked::mayHave(const PlacedSeat &placed) const
{
    const qint32 category = placed.seat->category;
    const bool onSale = m_query.prices.empty() || (at(category) < m_query.prices.size() && m_query.prices[at(category)]);
    const bool isAsked = (m_query.categories.empty() || contains(m_query.categories, category)) && (!m_query.section || *m_query.section == placed.section);
    return m_states[at(placed.seat->index)] == SeatState::Free && onSale && (placed.isCompanionSeat() || isAsked);
}

bool Asked::isFulfilledBy(const std::vector<qint32> &seats) const
{
    const std::set<qint32> chosen(seats.begin(), seats.end());
    if (static_cast<qint32>(chosen.size()) != m_query.size || seats.size() != chosen.size())
        return false;
    qint32 wheelchairs = 0;
    for (const qint32 s : chosen) {
        const PlacedSeat &placed = m_seats[at(s)];
        const bool isTorn = placed.isCompanionSeat() && !(placed.seat->companionOf && chosen.contains(*placed.seat->companionOf));
        if (!mayHave(placed) || isTorn)
            return false;
        wheelchairs += placed.isWheelchairPlace();
    }
    if (wheelchairs != m_query.wheelchairs)
        return false;
    if (wheelchairs == 0)
        return true;

    std::set<qint32> accompanied;
    std::set<qint32> couldBe;
    for (const PlacedSeat &placed : m_seats) {
        const std::optional<qint32> of = placed.seat->companionOf;
        if (!placed.isCompanionSeat() || !of || !chosen.contains(*of) || !mayHave(placed))
            continue;
        couldBe.insert(*of);
        if (chosen.contains(placed.seat->index))
            accompanied.insert(*of);
    }
    return accompanied.size() == couldBe.size() || static_cast<qint32>(accompanied.size()) == m_query.size - wheelchairs;
}

bool isTogether(const std::vector<PlacedSeat> &all, const SeatTable &table, const std::vector<qint32> &seats)
{
    return std::any_of(seats.begin(), seats.end(), [&](qint32 first) {
        std::set<qint32> row {first};
        for (qint32 s = table.left(first); contains(seats, s); s = table.left(s))
            row.insert(s);
        for (qint32 s = table.right(first); contains(seats, s); s = table.right(s))
            row.insert(s);
        return std::all_of(seats.begin(), seats.end(), [&](qint32 s) {
            const PlacedSeat &placed = all[at(s)];
            return row.contains(s) || (placed.isCompanionSeat() && placed.seat->companionOf && row.contains(*placed.seat->companionOf));
        });
    });
}

std::optional<GroupScore> bestOfEveryGroup(const SeatPicker &picker, const Asked &asked, const std::vector<qint32> &except, const std::vector<bool> &categories)
{
    SeatSupply supply(picker.runs(), picker.view(), asked.states());
    supply.allowOnly({categories.begin(), categories.end()});
    if (!asked.query().prices.empty()) {
        std::vector<quint8> onSale;
        for (const auto &price : asked.query().prices)
            onSale.push_back(price.has_value());
        supply.sellOnly(onSale);
    }
    if (asked.query().section)
        supply.allowOnlySection(*asked.query().section);
    if (!asked.query().lost.empty()) {
        PlanPoint middle;
        for (const qint32 seat : asked.query().lost) {
            middle.x += picker.runs().position(picker.runs().spot(seat)).x / static_cast<double>(asked.query().lost.size());
            middle.y += picker.runs().position(picker.runs().spot(seat)).y / static_cast<double>(asked.query().lost.size());
        }
        supply.preferNear(middle);
    }
    std::vector<qint32> taken;
    for (const qint32 seat : except)
        taken.push_back(picker.runs().spot(seat));
    supply.exclude(taken);

    std::vector<qint32> candidates;
    for (const PlacedSeat &placed : asked.seats()) {
        const bool isAllowed = categories[at(placed.seat->category)] || placed.isCompanionSeat();
        if (asked.mayHave(placed) && isAllowed && !contains(except, placed.seat->index))
            candidates.push_back(placed.seat->index);
    }
    std::optional<GroupScore> best;
    if (static_cast<qint32>(candidates.size()) < asked.query().size)
        return best;
    std::vector<char> isIn(candidates.size(), 0);
    std::fill(isIn.begin(), isIn.begin() + asked.query().size, 1);
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
        if (!best || score < *best)
            best = score;
    } while (std::prev_permutation(isIn.begin(), isIn.end()));
    return best;
}

} // namespace parterre::test
