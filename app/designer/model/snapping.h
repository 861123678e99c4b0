// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/designer/model/designdocument.h"

#include <QLineF>

namespace parterre {

// What moving and drawing hold on to, and how far away, in plan units.
struct SnapRules {
    bool toGrid = false;
    double grid = 25;
    bool toNeighbours = true;  // edges and middles of what is there
    bool toRows = true;        // where the next seat of a row would stand, and the next row behind it
    double reach = 8;
};

struct Snapped {
    QPointF by;                // to be added to where it is
    QList<QLineF> guides;      // what it holds on to
};

// Finds what is near. Made once for a drag, for everything that does not move.
class Snapper
{
public:
    Snapper(const DesignDocument &document, LevelId level, const QSet<ElementId> &moving, const SnapRules &rules);

    // For bounds that move as one.
    [[nodiscard]] Snapped snap(const QRectF &bounds) const;
    // For a single point, such as the end of a row.
    [[nodiscard]] Snapped snap(QPointF point) const;

private:
    struct Line {
        double at = 0;         // across or down
        double from = 0, to = 0;
    };

    struct Match {
        double by = 0;
        std::optional<Line> line = {};
    };

    [[nodiscard]] Match nearest(const QList<Line> &lines, std::initializer_list<double> values) const;
    [[nodiscard]] Snapped snapTo(std::initializer_list<double> across, std::initializer_list<double> down, const QRectF &bounds) const;
    void addSpots(const DesignPiece &piece);

    SnapRules m_rules;
    QList<Line> m_across, m_down;
    QList<QPointF> m_spots;    // where rows would go on
};

// A direction from one point to another, turned to the nearest multiple of 15 degrees.
[[nodiscard]] QPointF alongAngle(QPointF from, QPointF to, double step = 15);

} // namespace parterre
