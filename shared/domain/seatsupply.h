// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/domain/houseview.h"
#include "shared/domain/seatstate.h"

#include <optional>

namespace parterre {

// Seats side by side that may be offered, as many as there are: spots [begin, end).
struct SeatGap {
    qint32 begin = 0, end = 0;
    qint64 lowestCost = 0; // of a seat of it

    [[nodiscard]] qint32 size() const { return end - begin; }
};

// What one question about seats is asked of: which seats are free, which of them may be offered, and what each costs.
// Lives as long as the question; refers to all it is made from.
class SeatSupply
{
public:
    // Everything free may be offered at first.
    SeatSupply(const SeatRuns &runs, const HouseView &view, std::span<const SeatState> states);

    // By category, 0 or 1. What is not on sale is not offered at all.
    void sellOnly(std::vector<quint8> categories) { m_onSale = std::move(categories); }
    // Who asks wants these, and nothing else. A companion seat follows its wheelchair place wherever it is.
    void allowOnly(std::vector<quint8> categories) { m_allowed = std::move(categories); }
    void allowOnlySection(qint32 section) { m_section = section; }
    // Seats count by how far they are from a point instead of how good they are.
    void preferNear(PlanPoint point) { m_near = point; }
    // They stay free, but are not offered any more.
    void exclude(std::span<const qint32> spots);

    [[nodiscard]] const SeatRuns &runs() const { return m_runs; }
    [[nodiscard]] const HouseView &view() const { return m_view; }
    [[nodiscard]] std::span<const SeatState> states() const { return m_states; }

    [[nodiscard]] bool isFreeOfAnyKind(qint32 spot) const { return m_states[at(m_runs.seat(spot))] == SeatState::Free; }
    // Free and ordinary, whether it may be offered or not: what an orphan can be.
    [[nodiscard]] bool isFree(qint32 spot) const { return m_runs.isOrdinary(spot) && isFreeOfAnyKind(spot); }
    // May be offered to everybody.
    [[nodiscard]] bool isAvailable(qint32 spot) const { return m_runs.isOrdinary(spot) && isOnOffer(spot) && isAsked(spot); }
    // May be offered to somebody who asks for the accessible pool.
    [[nodiscard]] bool isOpen(qint32 spot) const 
    {
        return isOnOffer(spot) && m_runs.kind(spot) != SeatKind::WholeTable && (m_runs.kind(spot) == SeatKind::Companion || isAsked(spot));
    }
    // All of a table that is sold whole (SeatRuns::wholeTables) may be offered.
    [[nodiscard]] bool isTableAvailable(qint32 run) const;
    [[nodiscard]] bool allowsRun(qint32 run) const { return !m_section || m_runs.section(run) == *m_section; }

    // In hundredths of a seat width.
    [[nodiscard]] qint64 cost(qint32 spot) const { return m_near ? costNear(m_runs.position(spot)) : m_view.cost(spot); }
    // No seat of the run costs less.
    [[nodiscard]] qint64 lowestCost(qint32 run) const;
    [[nodiscard]] bool isByDistance() const { return m_near.has_value(); }

    // Every gap of ordinary seats, in the order of spots; the second looks only where there were gaps when more was on
    // offer.
    [[nodiscard]] std::vector<SeatGap> gaps() const;
    [[nodiscard]] std::vector<SeatGap> gaps(std::span<const SeatGap> before) const;

private:
    [[nodiscard]] static std::size_t at(qint32 i) { return static_cast<std::size_t>(i); }
    [[nodiscard]] bool isOnOffer(qint32 spot) const
    {
        return isFreeOfAnyKind(spot) && m_onSale[at(m_runs.category(spot))] != 0 && (m_excluded.empty() || m_excluded[at(spot)] == 0);
    }
    [[nodiscard]] bool isAsked(qint32 spot) const { return m_allowed[at(m_runs.category(spot))] != 0 && allowsRun(m_runs.run(spot)); }
    [[nodiscard]] qint64 costNear(PlanPoint point) const;
    void addGaps(qint32 begin, qint32 end, std::vector<SeatGap> &gaps) const;

    const SeatRuns &m_runs;
    const HouseView &m_view;
    std::span<const SeatState> m_states;
    std::vector<quint8> m_onSale, m_allowed; // by category
    std::vector<quint8> m_excluded;          // by spot; empty: none
    std::optional<qint32> m_section;
    std::optional<PlanPoint> m_near;
};

} // namespace parterre
