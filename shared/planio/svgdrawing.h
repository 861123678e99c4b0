// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/domain/plan.h"

#include <QByteArray>
#include <QXmlStreamWriter>

namespace parterre::planio {

// Draws a plan as elements of an SVG document: what a drawing that is read back and a page of paper have in common. What
// stands for a seat, and the document around the plan, is of those who derive.
class SvgDrawing
{
public:
    virtual ~SvgDrawing() = default;
    Q_DISABLE_COPY_MOVE(SvgDrawing)

protected:
    // The plan outlives it and is valid.
    explicit SvgDrawing(const Plan &plan) : m_plan(plan) {}

    // Seats of one row or table, in their order.
    virtual void writeSeats(const QList<Seat> &seats) = 0;
    // After the outline, which has a tool tip and no letters.
    virtual void writeAreaName(const Area &) {}
    // After all else in the section's group.
    virtual void writeSectionEnd(const Section &) {}
    // Whether letters of this height in plan units can be read.
    [[nodiscard]] virtual bool isLegible(double) const { return true; }
    // How far below their middle letters of this height stand; 0: the viewer is told to centre them, as browsers can.
    [[nodiscard]] virtual double baselineBelow(double) const { return 0; }

    // Shapes, then section by section areas, rows and tables.
    void writePlan();

    void attribute(QLatin1StringView name, const QString &value) { m_xml.writeAttribute(name, value); }
    void attribute(QLatin1StringView name, double value);
    void begin(QLatin1StringView element, const QString &className);
    // One paragraph, centred on the point.
    void writeText(const QString &className, PlanPoint at, double size, const QString &color, const QString &text);
    // What is drawn in it has this colour, also where the category has none.
    [[nodiscard]] QString categoryColor(qint32 category) const;

    const Plan &m_plan;
    QByteArray m_out;
    QXmlStreamWriter m_xml {&m_out};

private:
    void writeShape(const Shape &shape);
    void writeOutline(const Shape &shape);
    void writeSection(const Section &section);
    void writeRowLabels(const Row &row);
    void writeTable(const Table &table);
    void writeArea(const Area &area);
};

// Where the labels of a row stand, and how high they are: beside its first and its last seat.
struct RowLabelPlaces {
    PlanPoint start = {};
    PlanPoint end = {};
    double size = 0;
};
// The row has seats.
[[nodiscard]] RowLabelPlaces rowLabelPlaces(const Row &row);

} // namespace parterre::planio
