// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/domain/customattributes.h"
#include "shared/planio/planelements.h"
#include "shared/planio/seatwords.h"
#include "shared/planio/svgplan.h"

#include <QXmlStreamWriter>

#include <cmath>

namespace parterre::planio {

using namespace Qt::StringLiterals;

namespace {

constexpr double kExact = 1e-4; // a turned shape's place goes through sines
constexpr double kBeside = 25;  // a row's label from its seat

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

class Writer
{
public:
    explicit Writer(const Plan &plan) : m_plan(plan)
    {
        forEachSeat(plan, [this](const Seat &seat) {
            if (seat.attributes.testFlag(SeatAttribute::Wheelchair))
                m_wheelchairs.insert(seat.index, seat.label);
        });
    }

    QByteArray write()
    {
        m_xml.setAutoFormatting(true);
        m_xml.setAutoFormattingIndent(1);
        m_xml.writeStartDocument();
        m_xml.writeStartElement(u"svg"_s);
        m_xml.writeDefaultNamespace(u"http://www.w3.org/2000/svg"_s);
        attribute("viewBox"_L1, u"0 0 %1 %2"_s.arg(numberText(m_plan.size.x), numberText(m_plan.size.y)));
        attribute("class"_L1, u"parterre-plan"_s);
        attribute("data-name"_L1, m_plan.name);
        if (m_plan.focus)
            attribute("data-focus"_L1, pointsText({*m_plan.focus}));
        attribute("font-family"_L1, u"sans-serif"_s);
        m_xml.writeTextElement(u"title"_s, m_plan.name);
        writeCategories();
        for (const Shape &shape : m_plan.shapes)
            writeShape(shape);
        for (const Section &section : m_plan.sections)
            writeSection(section);
        m_xml.writeEndDocument();
        return m_out;
    }

private:
    void attribute(QLatin1StringView name, const QString &value) { m_xml.writeAttribute(name, value); }
    void attribute(QLatin1StringView name, double value) { m_xml.writeAttribute(name, numberText(value)); }

    void begin(QLatin1StringView element, const QString &className)
    {
        m_xml.writeStartElement(element);
        attribute("class"_L1, className);
    }

    void writeCategories()
    {
        m_xml.writeStartElement(u"defs"_s);
        for (const Category &category : m_plan.categories) {
            begin("g"_L1, u"category"_s);
            attribute("data-key"_L1, category.key);
            attribute("data-name"_L1, category.name);
            attribute("data-color"_L1, category.color);
            m_xml.writeEndElement();
        }
        m_xml.writeEndElement();
    }

    // One paragraph, centred on the point.
    void writeText(const QString &className, PlanPoint at, double size, const QString &color, const QString &text)
    {
        begin("text"_L1, className);
        attribute("x"_L1, at.x);
        attribute("y"_L1, at.y);
        attribute("font-size"_L1, size);
        attribute("text-anchor"_L1, u"middle"_s);
        attribute("dominant-baseline"_L1, u"central"_s);
        if (!color.isEmpty())
            attribute("fill"_L1, color);
        const QStringList lines = text.split(u'\n');
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
        m_xml.setAutoFormatting(true);
    }

    void writeShape(const Shape &shape)
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

    void writeOutline(const Shape &shape)
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

    void writeSection(const Section &section)
    {
        begin("g"_L1, u"section"_s);
        attribute("data-name"_L1, section.name);
        for (const Area &area : section.areas)
            writeArea(area);
        for (const Row &row : section.rows) {
            begin("g"_L1, u"row"_s);
            attribute("data-label"_L1, row.label);
            attribute("data-row-labels"_L1, labelPositionWord(row.labelPosition));
            for (const Seat &seat : row.seats)
                writeSeat(seat);
            writeRowLabels(row);
            m_xml.writeEndElement();
        }
        for (const Table &table : section.tables)
            writeTable(table);
        m_xml.writeEndElement();
    }

    void writeRowLabels(const Row &row)
    {
        if (row.label.isEmpty() || row.seats.isEmpty() || row.labelPosition == RowLabelPosition::None)
            return;
        const PlanPoint first = row.seats.constFirst().position, last = row.seats.constLast().position;
        const double length = std::hypot(last.x - first.x, last.y - first.y);
        const PlanPoint along = length > 0 ? PlanPoint {(last.x - first.x) / length * kBeside, (last.y - first.y) / length * kBeside} : PlanPoint {kBeside, 0};
        if (row.labelPosition != RowLabelPosition::End)
            writeText(u"caption"_s, {first.x - along.x, first.y - along.y}, 12, {}, row.label);
        if (row.labelPosition != RowLabelPosition::Start)
            writeText(u"caption"_s, {last.x + along.x, last.y + along.y}, 12, {}, row.label);
    }

    void writeTable(const Table &table)
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
        writeText(u"caption"_s, table.position, 12, {}, table.label);
        for (const Seat &seat : table.seats)
            writeSeat(seat);
        m_xml.writeEndElement();
    }

    void writeArea(const Area &area)
    {
        begin("polygon"_L1, u"area"_s);
        attribute("points"_L1, pointsText(area.outline));
        attribute("fill"_L1, m_plan.categories[area.category].color);
        attribute("fill-opacity"_L1, 0.4);
        attribute("data-name"_L1, area.name);
        attribute("data-capacity"_L1, area.capacity);
        attribute("data-category"_L1, m_plan.categories[area.category].key);
        m_xml.writeTextElement(u"title"_s, u"%1 (%2)"_s.arg(area.name).arg(area.capacity));
        m_xml.writeEndElement();
    }

    void writeSeat(const Seat &seat)
    {
        const Category &category = m_plan.categories[seat.category];
        begin("circle"_L1, u"seat"_s);
        attribute("cx"_L1, seat.position.x);
        attribute("cy"_L1, seat.position.y);
        attribute("r"_L1, seat.radius);
        attribute("fill"_L1, category.color.isEmpty() ? u"#888888"_s : category.color);
        attribute("data-number"_L1, seat.number);
        attribute("data-label"_L1, seat.label);
        attribute("data-category"_L1, category.key);
        if (seat.attributes)
            attribute("data-attributes"_L1, attributeWords(seat.attributes).join(u' '));
        if (!seat.customAttributes.isEmpty())
            attribute("data-custom-attributes"_L1, customAttributesText(seat.customAttributes));
        if (seat.companionOf)
            attribute("data-companion-of"_L1, m_wheelchairs.value(*seat.companionOf));
        if (!seat.externalIds.isEmpty())
            attribute("data-ids"_L1, seat.externalIds.join(u'\n'));
        m_xml.writeTextElement(u"title"_s, seat.label);
        m_xml.writeEndElement();
    }

    const Plan &m_plan;
    QHash<qint32, QString> m_wheelchairs; // index -> label
    QByteArray m_out;
    QXmlStreamWriter m_xml {&m_out};
};

} // namespace

ExportResult writeSvgPlan(const Plan &plan)
{
    ExportResult result {.file = Writer(plan).write()};
    ImportReport report;
    reportLosses(plan, readSvgPlan(result.file), kExact, report);
    result.report = report.take();
    return result;
}

} // namespace parterre::planio
