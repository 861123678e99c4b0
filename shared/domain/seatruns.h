// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/domain/seattable.h"

namespace parterre {

enum class SeatKind : quint8 {
    Ordinary,
    Wheelchair,
    Companion,
    WholeTable, // of a table that is sold whole
};

// A plan's seats in the order people pass them: each run of elbow neighbours in one piece, left to right, run after run.
// A *spot* is a seat's place in that order, so the seats beside spot s are s - 1 and s + 1 as far as its run goes: what
// seat picking and the orphan rule run on. Immutable once built, so any thread may read it. The plan has to be valid
// and the table made from it; neither is kept.
class SeatRuns
{
public:
    static constexpr qint32 kNone = -1;

    SeatRuns(const Plan &plan, const SeatTable &table);

    [[nodiscard]] qint32 size() const { return static_cast<qint32>(m_seat.size()); }
    [[nodiscard]] qint32 seat(qint32 spot) const { return m_seat[at(spot)]; }
    // Only seats have a spot: places of areas have none.
    [[nodiscard]] bool hasSpot(qint32 place) const { return place >= 0 && place < size(); }
    [[nodiscard]] qint32 spot(qint32 seat) const { return m_spot[at(seat)]; }

    [[nodiscard]] qint32 runCount() const { return static_cast<qint32>(m_runBegin.size()) - 1; }
    [[nodiscard]] qint32 begin(qint32 run) const { return m_runBegin[at(run)]; }
    [[nodiscard]] qint32 end(qint32 run) const { return m_runBegin[at(run) + 1]; }
    [[nodiscard]] qint32 run(qint32 spot) const { return m_run[at(spot)]; }
    [[nodiscard]] qint32 left(qint32 spot) const { return spot > begin(run(spot)) ? spot - 1 : kNone; }
    [[nodiscard]] qint32 right(qint32 spot) const { return spot + 1 < end(run(spot)) ? spot + 1 : kNone; }

    [[nodiscard]] PlanPoint position(qint32 spot) const { return {m_x[at(spot)], m_y[at(spot)]}; }
    [[nodiscard]] std::span<const float> x() const { return m_x; } // by spot
    [[nodiscard]] std::span<const float> y() const { return m_y; }
    [[nodiscard]] qint32 category(qint32 spot) const { return m_category[at(spot)]; }
    [[nodiscard]] qint32 categoryCount() const { return m_categoryCount; }
    [[nodiscard]] qint32 section(qint32 run) const { return m_section[at(run)]; }

    // Wheelchair places and companion seats are the accessible pool; what is not at a table sold whole either is ordinary.
    [[nodiscard]] SeatKind kind(qint32 spot) const { return m_kind[at(spot)]; }
    [[nodiscard]] bool isOrdinary(qint32 spot) const { return kind(spot) == SeatKind::Ordinary; }
    [[nodiscard]] const std::vector<qint32> &wheelchairs() const { return m_wheelchairs; }
    // Runs that are a table sold whole each.
    [[nodiscard]] const std::vector<qint32> &wholeTables() const { return m_wholeTables; }
    // Companion seats of a wheelchair place, and back: kNone for a companion seat that names no place.
    [[nodiscard]] std::span<const qint32> companions(qint32 wheelchair) const;
    [[nodiscard]] qint32 wheelchairOf(qint32 companion) const;
    // Whether some companion seat is of another run than its wheelchair place.
    [[nodiscard]] bool hasCompanionsElsewhere() const { return m_hasCompanionsElsewhere; }

private:
    struct Unit {
        qint32 companion, wheelchair;
    };

    [[nodiscard]] static std::size_t at(qint32 i) { return static_cast<std::size_t>(i); }
    void order(const SeatTable &table);
    void findUnits(const Plan &plan);

    std::vector<qint32> m_seat, m_run, m_category; // by spot
    std::vector<float> m_x, m_y;                   // by spot
    std::vector<SeatKind> m_kind;                  // by spot
    std::vector<qint32> m_spot;                    // by seat
    std::vector<qint32> m_runBegin, m_section;     // by run
    std::vector<qint32> m_wheelchairs, m_wholeTables;
    qint32 m_categoryCount = 0;
    bool m_hasCompanionsElsewhere = false;
    std::vector<Unit> m_units;                     // by companion
    std::vector<qint32> m_unitWheelchairs, m_unitCompanions; // the same, by wheelchair place
};

} // namespace parterre
