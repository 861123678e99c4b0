// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/domain/plan.h"

#include <QRectF>

namespace parterre::planio {

// More seats than this never stand on one page so that they can be read: they are dots.
inline constexpr qint32 kMostLegibleSeats = 20'000;

// Where things of a plan stand on paper, in plan units: how far all of it reaches, and where sections have their names.
class PaperLayout
{
public:
    struct Caption {
        PlanPoint at = {};
        double size = 0; // of letters; 0: there is no place for it
    };

    explicit PaperLayout(const Plan &plan);

    // Of everything that is drawn; never empty.
    [[nodiscard]] const QRectF &bounds() const { return m_bounds; }
    [[nodiscard]] qint32 seats() const { return m_seats; }
    [[nodiscard]] double largestRadius() const { return m_largestRadius; }
    // Of sections by their position: beside its seats, where it hides nothing; and over their middle.
    [[nodiscard]] const Caption &beside(qsizetype section) const { return m_beside[section]; }
    [[nodiscard]] const Caption &over(qsizetype section) const { return m_over[section]; }

private:
    void addShapes(const Plan &plan);
    void addSection(const Section &section);
    void placeNames(const Plan &plan);
    [[nodiscard]] bool isFree(const QRectF &place) const;

    QRectF m_bounds;
    QList<QRectF> m_taken; // by seats, labels, tables, areas and what is written
    QList<Caption> m_beside;
    QList<Caption> m_over;
    qint32 m_seats = 0;
    double m_largestRadius = 0;
};

// How wide a text is drawn, roughly.
[[nodiscard]] double roughWidth(const QString &text, double size);
// Where the name of an area stands: its centre of gravity.
[[nodiscard]] PlanPoint middleOf(const QList<PlanPoint> &outline);
[[nodiscard]] QRectF boundsOf(const QList<PlanPoint> &points);

} // namespace parterre::planio
