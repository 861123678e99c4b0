// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/planio/svgdrawing.h"

#include "shared/planio/planelements.h"
#include "shared/planio/seatwords.h"

#include <algorithm>
#include <cmath>

namespace parterre::planio {

using namespace Qt::StringLiterals;

namespace {

constexpr double kBeside = 2.5;      // radii: a row's label from its seat
constexpr double kLabelHeight = 1.2; // radii
constexpr double kTableLabelHeight = 12;

QLatin1StringView kindWord(ShapeKind kind)
{
    switch (kind) {
    case ShapeKind::Polygon: return "polygon"_L1;
    case ShapeKind::Rectangle: return "rectangle"_L1;
    case ShapeKind::Ellipse: return "ellipse"_L1;
    case ShapeKind::Text: return "text"_L1;
    case ShapeKind::Stage: return "stage"_L1;
    }
    Q_UNREACHABLE();
}

} // namespace

RowLabelPlaces rowLabelPlaces(const Row &row)
{
    const Seat &first = row.seats.constFirst(), &last = row.seats.constLast();
    const double x = last.position.x - first.position.x, y = last.position.y - first.position.y;
    const double length = std::hypot(x, y);
    const PlanPoint along = length > 0 ? PlanPoint {x / length * kBeside, y / length * kBeside} : PlanPoint {kBeside, 0};
    return {.start = {first.position.x - along.x * first.radius, first.position.y - along.y * first.radius},
            .end = {last.position.x + along.x * last.radius, last.position.y + along.y * last.radius},
            .size = kLabelHeight * std::min(first.radius, last.radius)};
}

void SvgDrawing::writePlan()
{
    for (const Shape &shape : m_plan.shapes)
        writeShape(shape);
    for (const Section &section : m_plan.sections)
        writeSection(section);
}

void SvgDrawing::attribute(QLatin1StringView name, double value)
{
    m_xml.writeAttribute(name, numberText(value));
}

void SvgDrawing::begin(QLatin1StringView element, const QString &className)
{
    m_xml.writeStartElement(element);
    attribute("class"_L1, className);
}

QString SvgDrawing::categoryColor(qint32 category) const
{
    const QString &color = m_plan.categories[category].color;
    return color.isEmpty() ? u"#888888"_s : color;
}

void SvgDrawing::writeText(const QString &className, PlanPoint at, double size, const QString &color, const QString &text)
{
    const double below = baselineBelow(size);
    begin("text"_L1, className);
    attribute("x"_L1, at.x);
    attribute("y"_L1, at.y + below);
    attribute("font-size"_L1, size);
    attribute("text-anchor"_L1, u"middle"_s);
    if (below == 0)
        attribute("dominant-baseline"_L1, u"central"_s);
    if (!color.isEmpty())
        attribute("fill"_L1, color);
    const QStringList lines = text.split(u'\n');
    const bool formatted = m_xml.autoFormatting();
    if (lines.size() == 1) {
        m_xml.writeCharacters(text);
    } else {
        m_xml.setAutoFormatting(false); // white space between the lines would be drawn
        for (qsizetype i = 0; i < lines.size(); ++i) {
            m_xml.writeStartElement(u"tspan"_s);
            attribute("x"_L1, at.x);
            attribute("dy"_L1, i == 0 ? -size * 0.6 * static_cast<double>(lines.size() - 1) : size * 1.2);
            m_xml.writeCharacters(lines[i]);
            m_xml.writeEndElement();
        }
    }
    m_xml.writeEndElement();
    m_xml.setAutoFormatting(formatted);
}

void SvgDrawing::writeShape(const Shape &shape)
{
    begin("g"_L1, u"shape "_s + kindWord(shape.kind));
    QString transform = u"translate(%1 %2)"_s.arg(numberText(shape.position.x), numberText(shape.position.y));
    if (shape.rotation != 0)
        transform += u" rotate(%1)"_s.arg(numberText(shape.rotation));
    attribute("transform"_L1, transform);
    if (shape.kind != ShapeKind::Text)
        writeOutline(shape);
    if (!shape.text.isEmpty())
        writeText(u"shape-text"_s, shape.textPosition, shape.textSize, shape.textColor, shape.text);
    m_xml.writeEndElement();
}

void SvgDrawing::writeOutline(const Shape &shape)
{
    switch (shape.kind) {
    case ShapeKind::Ellipse:
        m_xml.writeEmptyElement(u"ellipse"_s);
        attribute("rx"_L1, shape.size.x);
        attribute("ry"_L1, shape.size.y);
        break;
    case ShapeKind::Polygon:
        m_xml.writeEmptyElement(u"polygon"_s);
        attribute("points"_L1, pointsText(shape.points));
        break;
    default:
        m_xml.writeEmptyElement(u"rect"_s);
        attribute("width"_L1, shape.size.x);
        attribute("height"_L1, shape.size.y);
    }
    attribute("fill"_L1, shape.fill.isEmpty() ? u"none"_s : shape.fill);
    if (!shape.border.isEmpty())
        attribute("stroke"_L1, shape.border);
}

void SvgDrawing::writeSection(const Section &section)
{
    begin("g"_L1, u"section"_s);
    attribute("data-name"_L1, section.name);
    for (const Area &area : section.areas)
        writeArea(area);
    for (const Row &row : section.rows) {
        begin("g"_L1, u"row"_s);
        attribute("data-label"_L1, row.label);
        attribute("data-row-labels"_L1, labelPositionWord(row.labelPosition));
        writeSeats(row.seats);
        writeRowLabels(row);
        m_xml.writeEndElement();
    }
    for (const Table &table : section.tables)
        writeTable(table);
    writeSectionEnd(section);
    m_xml.writeEndElement();
}

void SvgDrawing::writeRowLabels(const Row &row)
{
    if (row.label.isEmpty() || row.seats.isEmpty() || row.labelPosition == RowLabelPosition::None)
        return;
    const RowLabelPlaces places = rowLabelPlaces(row);
    if (!isLegible(places.size))
        return;
    if (row.labelPosition != RowLabelPosition::End)
        writeText(u"caption"_s, places.start, places.size, {}, row.label);
    if (row.labelPosition != RowLabelPosition::Start)
        writeText(u"caption"_s, places.end, places.size, {}, row.label);
}

void SvgDrawing::writeTable(const Table &table)
{
    begin("g"_L1, u"table"_s);
    attribute("data-label"_L1, table.label);
    if (table.soldWhole)
        attribute("data-sold-whole"_L1, u"yes"_s);
    const bool round = table.shape == TableShape::Round;
    m_xml.writeEmptyElement(round ? u"ellipse"_s : u"rect"_s);
    attribute("class"_L1, u"table-top"_s);
    attribute("transform"_L1, u"translate(%1 %2) rotate(%3)"_s.arg(numberText(table.position.x), numberText(table.position.y), numberText(table.rotation)));
    if (round) {
        attribute("rx"_L1, table.size.x / 2);
        attribute("ry"_L1, table.size.y / 2);
    } else {
        attribute("x"_L1, -table.size.x / 2);
        attribute("y"_L1, -table.size.y / 2);
        attribute("width"_L1, table.size.x);
        attribute("height"_L1, table.size.y);
    }
    attribute("fill"_L1, u"#eeeeee"_s);
    attribute("stroke"_L1, u"#888888"_s);
    if (isLegible(kTableLabelHeight))
        writeText(u"caption"_s, table.position, kTableLabelHeight, {}, table.label);
    writeSeats(table.seats);
    m_xml.writeEndElement();
}

void SvgDrawing::writeArea(const Area &area)
{
    begin("polygon"_L1, u"area"_s);
    attribute("points"_L1, pointsText(area.outline));
    attribute("fill"_L1, categoryColor(area.category));
    attribute("fill-opacity"_L1, 0.4);
    attribute("data-name"_L1, area.name);
    attribute("data-capacity"_L1, area.capacity);
    attribute("data-category"_L1, m_plan.categories[area.category].key);
    m_xml.writeTextElement(u"title"_s, u"%1 (%2)"_s.arg(area.name).arg(area.capacity));
    m_xml.writeEndElement();
    writeAreaName(area);
}

} // namespace parterre::planio
