// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/planio/pretixwriter.h"

#include "shared/domain/planvalidation.h"
#include "shared/planio/pretixlabels.h"
#include "shared/planio/pretixplan.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>

#include <cmath>
#include <numbers>

namespace parterre::planio {

using namespace Qt::StringLiterals;

namespace {

constexpr double kExact = 1e-6; // coordinates are written exactly; sums of them may round

QJsonObject point(PlanPoint p)
{
    return {{"x"_L1, p.x}, {"y"_L1, p.y}};
}

bool isWhole(double number)
{
    return number == std::floor(number);
}

PlanPoint turned(PlanPoint p, double degrees)
{
    const double angle = degrees * std::numbers::pi / 180;
    return {p.x * std::cos(angle) - p.y * std::sin(angle), p.x * std::sin(angle) + p.y * std::cos(angle)};
}

PlanPoint middleOf(const QList<PlanPoint> &points)
{
    PlanPoint sum;
    for (const PlanPoint &p : points)
        sum = {sum.x + p.x, sum.y + p.y};
    const auto count = static_cast<double>(points.size());
    return {sum.x / count, sum.y / count};
}

// Where the seats of a row count from: its first seat, or where that would round, nowhere.
PlanPoint originOf(const QList<Seat> &seats)
{
    if (seats.isEmpty())
        return {};
    const PlanPoint origin = seats.constFirst().position;
    const bool exact = std::all_of(seats.begin(), seats.end(), [origin](const Seat &seat) {
        return origin.x + (seat.position.x - origin.x) == seat.position.x && origin.y + (seat.position.y - origin.y) == seat.position.y;
    });
    return exact ? origin : PlanPoint {};
}

QJsonValue labelPosition(RowLabelPosition position)
{
    switch (position) {
    case RowLabelPosition::None: return QJsonValue::Null;
    case RowLabelPosition::Start: return "start"_L1;
    case RowLabelPosition::End: return "end"_L1;
    case RowLabelPosition::Both: return "both"_L1;
    }
    Q_UNREACHABLE();
}

void setText(QJsonObject &area, const Shape &shape)
{
    if (shape.text.isEmpty())
        return;
    QJsonObject text {{"text"_L1, shape.text}, {"position"_L1, point(shape.textPosition)}, {"size"_L1, std::max(1.0, std::round(shape.textSize))}};
    if (!shape.textColor.isEmpty())
        text.insert("color"_L1, shape.textColor);
    area.insert("text"_L1, text);
}

void setOutline(QJsonObject &area, const Shape &shape)
{
    switch (shape.kind) {
    case ShapeKind::Polygon: {
        QJsonArray points;
        for (const PlanPoint &p : shape.points)
            points.append(point(p));
        area.insert("shape"_L1, "polygon"_L1);
        area.insert("polygon"_L1, QJsonObject {{"points"_L1, points}});
        return;
    }
    case ShapeKind::Rectangle:
    case ShapeKind::Stage:
        area.insert("shape"_L1, "rectangle"_L1);
        area.insert("rectangle"_L1, QJsonObject {{"width"_L1, std::round(shape.size.x)}, {"height"_L1, std::round(shape.size.y)}});
        return;
    case ShapeKind::Ellipse:
        if (shape.size.x == shape.size.y && isWhole(shape.size.x)) {
            area.insert("shape"_L1, "circle"_L1);
            area.insert("circle"_L1, QJsonObject {{"radius"_L1, shape.size.x}});
        } else {
            area.insert("shape"_L1, "ellipse"_L1);
            area.insert("ellipse"_L1, QJsonObject {{"radius"_L1, point(shape.size)}});
        }
        return;
    case ShapeKind::Text:
        area.insert("shape"_L1, "text"_L1);
        return;
    }
    Q_UNREACHABLE();
}

QJsonObject drawn(const Shape &shape)
{
    QJsonObject area {{"position"_L1, point(shape.position)}, {"rotation"_L1, shape.rotation}};
    setOutline(area, shape);
    setText(area, shape);
    if (!shape.fill.isEmpty())
        area.insert("color"_L1, shape.fill);
    if (!shape.border.isEmpty())
        area.insert("border_color"_L1, shape.border);
    return area;
}

Shape tableTop(const Table &table)
{
    Shape top {.kind = ShapeKind::Ellipse, .position = table.position, .rotation = table.rotation, .size = {table.size.x / 2, table.size.y / 2}};
    top.fill = u"#eeeeee"_s;
    top.border = u"#888888"_s;
    top.text = table.label;
    if (table.shape == TableShape::Rectangle) {
        top.kind = ShapeKind::Rectangle;
        const PlanPoint corner = turned({-table.size.x / 2, -table.size.y / 2}, table.rotation);
        top.position = {table.position.x + corner.x, table.position.y + corner.y};
        top.size = table.size;
        top.textPosition = {table.size.x / 2, table.size.y / 2};
    }
    return top;
}

class Writer
{
public:
    explicit Writer(const Plan &plan) : m_plan(plan) { nameCategories(); }

    QByteArray write()
    {
        QJsonArray categories, zones;
        for (qsizetype i = 0; i < m_plan.categories.size(); ++i) {
            QJsonObject category {{"name"_L1, m_categories[i]}};
            if (!m_plan.categories[i].color.isEmpty())
                category.insert("color"_L1, m_plan.categories[i].color);
            categories.append(category);
        }
        for (qsizetype i = 0; i < m_plan.sections.size(); ++i)
            zones.append(zone(m_plan.sections[i], i == 0));
        const QJsonObject size {{"width"_L1, std::ceil(m_plan.size.x)}, {"height"_L1, std::ceil(m_plan.size.y)}};
        return QJsonDocument({{"name"_L1, m_plan.name}, {"size"_L1, size}, {"categories"_L1, categories}, {"zones"_L1, zones}}).toJson(QJsonDocument::Compact);
    }

private:
    // Seats name their category by its name, which therefore has to be the only one of its kind.
    void nameCategories()
    {
        QSet<QString> taken;
        for (const Category &category : m_plan.categories) {
            QString name = category.name;
            for (int i = 2; taken.contains(name); ++i)
                name = u"%1 (%2)"_s.arg(category.name).arg(i);
            taken.insert(name);
            m_categories.append(name);
        }
    }

    // Shapes lie below everything else, so the first zone has them.
    QJsonObject zone(const Section &section, bool first)
    {
        QJsonArray rows, areas;
        if (first) {
            for (const Shape &shape : m_plan.shapes)
                areas.append(drawn(shape));
        }
        for (const Row &group : section.rows) {
            QJsonObject object = row(section.name, group.label, group.seats);
            object.insert("row_number_position"_L1, labelPosition(group.labelPosition));
            rows.append(object);
        }
        for (const Table &table : section.tables) {
            areas.append(drawn(tableTop(table)));
            QJsonObject object = row(section.name, table.label, table.seats);
            object.insert("row_number_position"_L1, QJsonValue::Null);
            rows.append(object);
        }
        for (const Area &area : section.areas)
            areas.append(drawn(areaShape(area)));
        return {{"name"_L1, section.name}, {"position"_L1, point({})}, {"rows"_L1, rows}, {"areas"_L1, areas}};
    }

    QJsonObject row(const QString &section, const QString &label, const QList<Seat> &seats)
    {
        const PlanPoint origin = originOf(seats);
        QJsonArray list;
        for (const Seat &one : seats)
            list.append(seat(one, origin));
        QJsonObject object {{"row_number"_L1, label}, {"position"_L1, point(origin)}, {"seats"_L1, list}};
        const PretixTemplates templates = templatesFor(section, label, seats);
        if (!templates.row.isEmpty())
            object.insert("row_label"_L1, templates.row);
        if (!templates.seat.isEmpty())
            object.insert("seat_label"_L1, templates.seat);
        return object;
    }

    QJsonObject seat(const Seat &seat, PlanPoint origin)
    {
        QJsonObject object {{"seat_number"_L1, seat.number}, {"category"_L1, m_categories[seat.category]},
                            {"seat_guid"_L1, seat.externalIds.value(0, seat.label)},
                            {"position"_L1, point({seat.position.x - origin.x, seat.position.y - origin.y})}};
        if (seat.externalIds.size() > 1)
            object.insert("uuid"_L1, seat.externalIds[1]);
        if (const double radius = std::max(1.0, std::round(seat.radius)); radius != Seat().radius)
            object.insert("radius"_L1, radius);
        return object;
    }

    Shape areaShape(const Area &area)
    {
        Shape shape {.kind = ShapeKind::Polygon, .position = area.outline.constFirst(), .fill = m_plan.categories[area.category].color};
        for (const PlanPoint &p : area.outline)
            shape.points.append({p.x - shape.position.x, p.y - shape.position.y});
        shape.text = u"%1 (%2)"_s.arg(area.name).arg(area.capacity);
        shape.textPosition = middleOf(shape.points);
        return shape;
    }

    const Plan &m_plan;
    QStringList m_categories; // names in the file, in the plan's order
};

} // namespace

ExportResult writePretixPlan(const Plan &plan)
{
    ExportResult result {.file = Writer(plan).write()};
    ImportReport report;
    reportLosses(plan, readPretixPlan(result.file), kExact, report);
    result.report = report.take();
    return result;
}

} // namespace parterre::planio
