// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/domain/plancomparison.h"

#include <array>
#include <vector>

namespace parterre {

// One way in which a place differs. A place of both plans may differ in several.
enum class Difference : quint8 { Gone, Added, Moved, Relabelled, Recategorised, Attributes, SoldOtherwise, Resized };

inline constexpr std::array kAllDifferences {Difference::Gone,          Difference::Added,      Difference::Moved,         Difference::Relabelled,
                                             Difference::Recategorised, Difference::Attributes, Difference::SoldOtherwise, Difference::Resized};

// A seat or an area where it is in either plan, counted like in ChangedPlace; kNowhere in one of them.
struct DifferentPlace {
    static constexpr qint32 kNowhere = -1;

    qint32 before = kNowhere;
    qint32 after = kNowhere;

    friend bool operator==(const DifferentPlace &, const DifferentPlace &) = default;
};

// Seats of one section that differ in the same way, or one area.
struct DifferenceGroup {
    Difference difference = Difference::Gone;
    bool isArea = false;
    QString section = {};           // as it is called in the plan after; of what is gone, before
    QString categoryBefore = {};    // Recategorised: their names
    QString categoryAfter = {};
    SeatAttributes gained = {};     // Attributes; neither: another companion, or what a seat has beyond these
    SeatAttributes lost = {};
    bool soldWhole = false;         // SoldOtherwise: now
    QList<DifferentPlace> places = {};

    friend bool operator==(const DifferenceGroup &, const DifferenceGroup &) = default;
};

// The seats and areas of a plan by the numbers that comparisons give them. The plan outlives it, and keeps its places.
class PlanPlaces
{
public:
    explicit PlanPlaces(const Plan &plan);

    [[nodiscard]] const Plan &plan() const { return m_plan; }
    [[nodiscard]] qint32 seatCount() const { return static_cast<qint32>(m_seats.size()); }
    [[nodiscard]] qint32 areaCount() const { return static_cast<qint32>(m_areas.size()); }
    [[nodiscard]] const Seat &seat(qint32 seat) const { return *m_seats[at(seat)]; }
    [[nodiscard]] const Area &area(qint32 area) const { return *m_areas[at(area)]; }
    // Position in Plan::sections.
    [[nodiscard]] qint32 sectionOfSeat(qint32 seat) const { return m_seatSections[at(seat)]; }
    [[nodiscard]] qint32 sectionOfArea(qint32 area) const { return m_areaSections[at(area)]; }
    [[nodiscard]] bool isSoldWhole(qint32 seat) const { return m_soldWhole[at(seat)]; }
    // What people call the place, without its section's name in front: "F 12".
    [[nodiscard]] QString shortLabel(qint32 seat) const;

private:
    [[nodiscard]] static std::size_t at(qint32 place) { return static_cast<std::size_t>(place); }

    const Plan &m_plan;
    std::vector<const Seat *> m_seats;
    std::vector<const Area *> m_areas;
    std::vector<qint32> m_seatSections;
    std::vector<qint32> m_areaSections;
    std::vector<bool> m_soldWhole; // by seat
};

// What a comparison found, for people to read: in the order of Difference, seats before areas, section by section. The
// comparison is of these two plans.
[[nodiscard]] QList<DifferenceGroup> groupDifferences(const PlanPlaces &before, const PlanPlaces &after, const PlanComparison &comparison);

} // namespace parterre
