// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/domain/groupscore.h"

namespace parterre {

// What somebody asks for. Spans are read during the call alone.
struct SeatQuery {
    qint32 size = 1;                                       // people, each on a place of their own
    qint32 wheelchairs = 0;                                // of them, who need a wheelchair place
    std::span<const qint32> categories = {};               // empty: any
    std::optional<qint32> section = {};
    std::span<const std::optional<qint64>> prices = {};    // by category, minor units; without a price: not on sale. Empty: unknown
    std::span<const qint32> own = {};                      // held by who asks and given back for what is offered: count as free
    std::span<const qint32> lost = {};                     // seats that somebody else got first: offer the nearest like them
};

enum class OfferReason {
    BestView,    // the best there is
    NextBest,    // the best without the seats of the offers before
    Cheaper,     // the best of the categories that cost less than any seat of the first offer
    NearestLost, // nearest to the group that was lost
};

struct SeatOffer {
    std::vector<qint32> seats = {}; // as people pass them, piece by piece (inSeatingOrder)
    OfferReason reason = OfferReason::BestView;
    GroupScore score = {};
    std::optional<qint64> price = {}; // of all seats, minor units
    // Of the middle of the group, in seat widths.
    double fromFocus = 0;
    double offAxis = 0;
    std::optional<double> fromLost = {};
    qint32 rowsBefore = 0; // right before its best placed seat

    [[nodiscard]] bool isTogether() const { return score.shape == GroupShape::Together; }
};

inline constexpr std::size_t kMostOffers = 3;

// Answers "the best N seats" for one plan version. Made once, in time about proportional to the seats; immutable, so any
// thread may ask. How a seat and a group are judged is said at SeatCost (houseview.h) and GroupScore.
class SeatPicker
{
public:
    // The plan has to be valid. Neither it nor the table is kept.
    SeatPicker(const Plan &plan, const SeatTable &table) : m_runs(plan, table), m_view(plan, table, m_runs) {}

    // Up to kMostOffers, best first, no two of which share a seat. Wheelchair places and companion seats are offered to
    // those who ask for them alone; of tables that are sold whole, those that the group fills; of areas, nothing. Groups that are neither together nor stacked come only when there is nothing else.
    // The third is a cheaper one when the query names no category and no wheelchair and prices differ. Sections and
    // categories are kept by all seats but companion seats, which follow their wheelchair place. `states` by place.
    [[nodiscard]] std::vector<SeatOffer> offers(const SeatQuery &query, std::span<const SeatState> states) const;

    // The question to ask after a group was lost: as many seats, as many wheelchair places. offers() then looks in the
    // categories that cost what a seat of the group cost, or in its own ones when prices are unknown.
    [[nodiscard]] SeatQuery likeGroup(std::span<const qint32> lost, std::span<const std::optional<qint64>> prices = {}) const;

    [[nodiscard]] const SeatRuns &runs() const { return m_runs; }
    [[nodiscard]] const HouseView &view() const { return m_view; }

private:
    SeatRuns m_runs;
    HouseView m_view;
};

} // namespace parterre
