// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/domain/seatpicker.h"

#include "shared/domain/accessiblesearch.h"
#include "shared/domain/scatteredsearch.h"
#include "shared/domain/stackedsearch.h"
#include "shared/domain/togethersearch.h"
#include "shared/domain/wholetablesearch.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace parterre {

namespace {

std::size_t at(qint32 i)
{
    return static_cast<std::size_t>(i);
}

bool contains(std::span<const qint32> values, qint32 value)
{
    return std::find(values.begin(), values.end(), value) != values.end();
}

PlanPoint middleOf(const SeatRuns &runs, std::span<const qint32> spots)
{
    PlanPoint middle;
    for (const qint32 spot : spots) {
        middle.x += runs.position(spot).x / static_cast<double>(spots.size());
        middle.y += runs.position(spot).y / static_cast<double>(spots.size());
    }
    return middle;
}

// One call of offers().
class OfferMaker
{
public:
    OfferMaker(const SeatRuns &runs, const HouseView &view, const SeatQuery &query, std::span<const SeatState> states)
        : m_runs(runs), m_view(view), m_query(query), m_supply(runs, view, states)
    {
        m_supply.sellOnly(categoriesWhere([this](qint32 c) { return m_query.prices.empty() || price(c); }));
        m_supply.allowOnly(categoriesWhere([this](qint32 c) { return isAsked(c); }));
        if (query.section)
            m_supply.allowOnlySection(*query.section);
        if (query.lost.empty())
            return;
        std::vector<qint32> lost;
        for (const qint32 seat : query.lost)
            lost.push_back(runs.spot(seat));
        m_lost = middleOf(runs, lost);
        m_supply.preferNear(*m_lost);
    }

    std::vector<SeatOffer> run()
    {
        while (m_offers.size() < kMostOffers) {
            if (m_offers.size() + 1 == kMostOffers && addCheaper())
                break;
            const std::optional<SeatGroup> group = find(m_supply, m_room);
            if (!group || !isUseful(*group))
                break;
            add(*group, m_lost ? OfferReason::NearestLost : m_offers.empty() ? OfferReason::BestView : OfferReason::NextBest);
            m_supply.exclude(group->spots);
        }
        return std::move(m_offers);
    }

private:
    [[nodiscard]] std::optional<qint64> price(qint32 category) const
    {
        return at(category) < m_query.prices.size() ? m_query.prices[at(category)] : std::nullopt;
    }

    template<class Test>
    [[nodiscard]] std::vector<quint8> categoriesWhere(Test test) const
    {
        std::vector<quint8> categories;
        for (qint32 c = 0; c < m_runs.categoryCount(); ++c)
            categories.push_back(test(c) ? 1 : 0);
        return categories;
    }

    [[nodiscard]] bool isAsked(qint32 category) const
    {
        return m_query.categories.empty() ? m_query.lost.empty() || isLikeLost(category) : contains(m_query.categories, category);
    }

    [[nodiscard]] bool isLikeLost(qint32 category) const
    {
        return std::any_of(m_query.lost.begin(), m_query.lost.end(), [&](qint32 seat) {
            const qint32 lost = m_runs.category(m_runs.spot(seat));
            return lost == category || (price(lost) && price(lost) == price(category));
        });
    }

    // What is known of the room there is. Less on offer never makes more room, so it is handed on.
    struct Room {
        GroupShape possible = GroupShape::Together; // the best shape there may still be
        std::vector<SeatGap> gaps = {};             // once nothing together is left
    };

    [[nodiscard]] std::optional<SeatGroup> find(const SeatSupply &supply, Room &room) const
    {
        if (m_query.wheelchairs > 0)
            return findAccessible(supply, m_query.size, m_query.wheelchairs);
        std::optional<SeatGroup> group = findSeats(supply, room);
        std::optional<SeatGroup> table = findWholeTable(supply, m_query.size);
        return table && (!group || table->score < group->score) ? table : group;
    }

    [[nodiscard]] std::optional<SeatGroup> findSeats(const SeatSupply &supply, Room &room) const
    {
        if (room.possible == GroupShape::Together) {
            if (std::optional<SeatGroup> group = findTogether(supply, m_query.size))
                return group;
            room = {GroupShape::Stacked, supply.gaps()};
        } else {
            room.gaps = supply.gaps(room.gaps);
        }
        if (room.possible == GroupShape::Stacked) {
            if (std::optional<SeatGroup> group = findStacked(supply, room.gaps, m_query.size))
                return group;
            room.possible = GroupShape::Scattered;
        }
        return findScattered(supply, room.gaps, m_query.size);
    }

    [[nodiscard]] bool isUseful(const SeatGroup &group) const
    {
        return m_offers.empty() || group.score.shape != GroupShape::Scattered || m_offers.front().score.shape == GroupShape::Scattered;
    }

    bool addCheaper()
    {
        if (m_query.prices.empty() || !m_query.categories.empty() || m_query.wheelchairs > 0 || m_lost)
            return false;
        qint64 cheapest = std::numeric_limits<qint64>::max();
        for (const qint32 seat : m_offers.front().seats)
            cheapest = std::min(cheapest, *price(m_runs.category(m_runs.spot(seat))));
        SeatSupply supply = m_supply;
        supply.allowOnly(categoriesWhere([&](qint32 c) { return price(c) && *price(c) < cheapest; }));
        Room room = m_room;
        const std::optional<SeatGroup> group = find(supply, room);
        if (!group || !isUseful(*group))
            return false;
        add(*group, OfferReason::Cheaper);
        return true;
    }

    void add(const SeatGroup &group, OfferReason reason)
    {
        SeatOffer offer {.reason = reason, .score = group.score, .rowsBefore = std::numeric_limits<qint32>::max()};
        qint64 sum = 0;
        qint64 lowest = std::numeric_limits<qint64>::max();
        for (const qint32 spot : inSeatingOrder(m_supply, group.spots)) {
            offer.seats.push_back(m_runs.seat(spot));
            sum += price(m_runs.category(spot)).value_or(0);
            if (m_view.cost(spot) < lowest) {
                lowest = m_view.cost(spot);
                offer.rowsBefore = m_view.rowsBefore(spot);
            }
        }
        if (!m_query.prices.empty())
            offer.price = sum;
        const PlanPoint middle = middleOf(m_runs, group.spots);
        offer.fromFocus = m_view.fromFocus(middle);
        offer.offAxis = m_view.offAxis(middle);
        if (m_lost)
            offer.fromLost = std::hypot(middle.x - m_lost->x, middle.y - m_lost->y) / m_view.seatWidth();
        m_offers.push_back(std::move(offer));
    }

    const SeatRuns &m_runs;
    const HouseView &m_view;
    const SeatQuery &m_query;
    SeatSupply m_supply;
    std::optional<PlanPoint> m_lost; // the middle of the lost group
    Room m_room;
    std::vector<SeatOffer> m_offers;
};

} // namespace

std::vector<SeatOffer> SeatPicker::offers(const SeatQuery &query, std::span<const SeatState> states) const
{
    if (query.size < 1 || query.size > m_runs.size() || query.wheelchairs < 0 || query.wheelchairs > query.size)
        return {};
    // Nothing is like a place of an area but the area itself.
    if (!std::all_of(query.lost.begin(), query.lost.end(), [this](qint32 place) { return m_runs.hasSpot(place); }))
        return {};
    std::vector<SeatState> given;
    if (!query.own.empty()) {
        given.assign(states.begin(), states.end());
        for (const qint32 seat : query.own)
            given[at(seat)] = SeatState::Free;
        states = given;
    }
    return OfferMaker(m_runs, m_view, query, states).run();
}

SeatQuery SeatPicker::likeGroup(std::span<const qint32> lost, std::span<const std::optional<qint64>> prices) const
{
    SeatQuery query {.size = static_cast<qint32>(lost.size()), .prices = prices, .lost = lost};
    for (const qint32 seat : lost)
        query.wheelchairs += m_runs.hasSpot(seat) && m_runs.kind(m_runs.spot(seat)) == SeatKind::Wheelchair;
    return query;
}

} // namespace parterre
