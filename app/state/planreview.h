// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/domain/plandifferences.h"

#include <QObject>

namespace parterre {

// How a place that differs is shown; one that moved and differs otherwise, too, has moved.
enum class PlaceMarkKind : quint8 { Gone, Added, Moved, Changed };

inline constexpr std::array kAllPlaceMarks {PlaceMarkKind::Gone, PlaceMarkKind::Added, PlaceMarkKind::Moved, PlaceMarkKind::Changed};

// A place that differs, where the map shows it: seats about a point, areas by their outline.
struct PlaceMark {
    PlaceMarkKind kind = PlaceMarkKind::Changed;
    PlanPoint position = {};           // of what is gone, where it was
    PlanPoint positionBefore = {};     // of a seat
    double radius = 0;                 // of a seat
    QList<PlanPoint> outline = {};     // of an area
    QList<PlanPoint> outlineBefore = {}; // of one that moved
};

// Two plans and what differs between them, grouped to be read and marked to be seen. Immutable once it is made, which takes
// its time with large plans: on any thread.
class PlanReview
{
public:
    PlanReview(Plan before, Plan after);
    Q_DISABLE_COPY_MOVE(PlanReview)

    [[nodiscard]] const PlanPlaces &before() const { return m_before; }
    [[nodiscard]] const PlanPlaces &after() const { return m_after; }
    [[nodiscard]] const QList<DifferenceGroup> &groups() const { return m_groups; }
    [[nodiscard]] const QList<PlaceMark> &marks() const { return m_marks; }
    // Positions in marks(), of what is in a group.
    [[nodiscard]] QList<qint32> marksOf(const DifferenceGroup &group) const;
    // How many seats and areas differ; each counts once.
    [[nodiscard]] qint32 differentSeats() const { return m_differentSeats; }
    [[nodiscard]] qint32 differentAreas() const { return static_cast<qint32>(m_marks.size()) - m_differentSeats; }

private:
    struct MarkedPlaces {
        std::vector<qint32> before; // by place; the mark of what is gone
        std::vector<qint32> after;  // by place
    };

    void mark(const PlacesComparison &places, bool areAreas, MarkedPlaces &marked);
    [[nodiscard]] PlaceMark seatMark(PlaceMarkKind kind, const DifferentPlace &place) const;
    [[nodiscard]] PlaceMark areaMark(PlaceMarkKind kind, const DifferentPlace &place) const;

    Plan m_planBefore;
    Plan m_planAfter;
    PlanPlaces m_before; // into the plans
    PlanPlaces m_after;
    QList<DifferenceGroup> m_groups;
    QList<PlaceMark> m_marks;
    MarkedPlaces m_markedSeats;
    MarkedPlaces m_markedAreas;
    qint32 m_differentSeats = 0;
};

} // namespace parterre
