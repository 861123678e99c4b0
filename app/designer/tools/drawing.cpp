// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/designer/tools/drawing.h"

#include "app/designer/commands/elementsteps.h"
#include "app/designer/commands/housesteps.h"
#include "app/designer/model/smoothline.h"
#include "app/designer/tools/measuretool.h"
#include "app/designer/tools/painttool.h"
#include "app/designer/tools/pathtool.h"
#include "app/designer/tools/rectangletool.h"
#include "app/designer/tools/rowtool.h"
#include "app/designer/tools/selecttool.h"
#include "app/designer/tools/stamptool.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace parterre {

namespace {

constexpr double kLeastSide = 6;       // of what is drawn as a rectangle
const QString kFloorFill = QStringLiteral("#f1eee8");
const QString kFloorBorder = QStringLiteral("#cfc8bc");

struct Words {
    Q_DECLARE_TR_FUNCTIONS(DrawingTools)
};

const QString kWithoutLookalikes = QStringLiteral("IO");

// Points of an outline, relative to the first.
QList<PlanPoint> relative(const QPolygonF &points)
{
    QList<PlanPoint> all;
    for (const QPointF &point : points)
        all.append({point.x() - points.constFirst().x(), point.y() - points.constFirst().y()});
    return all;
}

PlanPoint planPoint(QPointF point)
{
    return {point.x(), point.y()};
}

Element made(ToolSurface &surface, ElementBody body, QPointF at)
{
    const Design &design = surface.document().base();
    return steps::newElement(design, std::move(body), planPoint(at), surface.options().section, surface.options().level);
}

std::unique_ptr<DesignTool> blockTool(ToolSurface &surface)
{
    return std::make_unique<RectangleTool>(surface, Words::tr("Draw a block"), [&surface](const QRectF &rect) -> std::optional<RectangleTool::Drawing> {
        const DrawingOptions &options = surface.options();
        const auto seats = std::clamp(static_cast<qint32>(rect.width() / options.spacing) + 1, 1, kMaxRowSeats);
        const auto rows = std::clamp(static_cast<qint32>(rect.height() / options.rowSpacing) + 1, 1, kMaxBlockRows);
        const BlockBody body = blockBody(surface.document().base(), options, rows, seats);
        const QString note = Words::tr("%1 rows × %2 seats").arg(rows).arg(seats);
        return RectangleTool::Drawing {made(surface, body, {rect.left() + (seats - 1) * options.spacing / 2, rect.top()}), note};
    });
}

std::unique_ptr<DesignTool> tableTool(ToolSurface &surface, TableShape shape)
{
    return std::make_unique<StampTool>(surface, Words::tr("Place a table"), [&surface, shape](QPointF at) {
        const PlanPoint size = shape == TableShape::Round ? PlanPoint {60, 60} : PlanPoint {110, 50};
        return made(surface, tableBody(surface.document().base(), surface.options(), shape, size), at);
    });
}

std::unique_ptr<DesignTool> seatTool(ToolSurface &surface)
{
    return std::make_unique<StampTool>(surface, Words::tr("Place a seat"), [&surface](QPointF at) {
        const DrawingOptions &options = surface.options();
        LooseBody body {.seats = {{0, 0}}, .numbers = {QStringLiteral("1")}, .style = {.category = options.category, .radius = options.radius}};
        body.label = rowLabels({.first = nextRowLabel(surface.document().base(), options.section), .without = kWithoutLookalikes}, 1).constFirst();
        return made(surface, body, at);
    });
}

std::unique_ptr<DesignTool> shapeTool(ToolSurface &surface, ShapeKind kind)
{
    return std::make_unique<RectangleTool>(surface, kind == ShapeKind::Stage ? Words::tr("Draw the stage") : Words::tr("Draw a shape"), [&surface, kind](const QRectF &rect) -> std::optional<RectangleTool::Drawing> {
        if (rect.width() < kLeastSide || rect.height() < kLeastSide)
            return std::nullopt;
        Shape shape {.kind = kind, .size = {rect.width(), rect.height()}};
        if (kind != ShapeKind::Stage) {
            shape.fill = QStringLiteral("#dfe3ea");
            shape.border = QStringLiteral("#b4bcc8");
        } else {
            shape.textSize = std::clamp(rect.height() / 3, 10.0, 40.0);
        }
        const bool round = kind == ShapeKind::Ellipse;
        if (round)
            shape.size = {rect.width() / 2, rect.height() / 2};
        Element element = made(surface, ShapeBody {shape}, round ? rect.center() : rect.topLeft());
        element.section = SectionId::None;
        return RectangleTool::Drawing {element, QStringLiteral("%1 × %2").arg(std::lround(rect.width())).arg(std::lround(rect.height()))};
    });
}

std::unique_ptr<DesignTool> outlineTool(ToolSurface &surface, ToolKind kind)
{
    QString text = Words::tr("Draw a shape");
    if (kind == ToolKind::Area)
        text = Words::tr("Draw an area");
    else if (kind == ToolKind::Floor)
        text = Words::tr("Draw a section's floor");
    return std::make_unique<PathTool>(surface, text, PathTool::Form::Closed, [&surface, kind](const QPolygonF &corners) {
        const DrawingOptions &options = surface.options();
        const QList<PlanPoint> outline = relative(corners);
        if (kind == ToolKind::Area)
            return made(surface, AreaBody {.name = nextAreaName(surface.document().base()), .outline = outline, .category = options.category, .capacity = 100}, corners.constFirst());
        if (kind == ToolKind::Floor)
            return made(surface, FloorBody {.outline = outline, .fill = kFloorFill, .border = kFloorBorder, .named = false}, corners.constFirst());
        return made(surface, ShapeBody {{.kind = ShapeKind::Polygon, .points = outline, .fill = QStringLiteral("#dfe3ea"), .border = QStringLiteral("#b4bcc8")}}, corners.constFirst());
    });
}

std::unique_ptr<DesignTool> lineTool(ToolSurface &surface, ToolKind kind)
{
    const QString text = kind == ToolKind::Aisle ? Words::tr("Draw an aisle") : Words::tr("Draw a curved row");
    return std::make_unique<PathTool>(surface, text, PathTool::Form::Open, [&surface, kind](const QPolygonF &points) {
        const DrawingOptions &options = surface.options();
        const QList<PlanPoint> line = relative(points);
        if (kind == ToolKind::Aisle)
            return made(surface, AisleBody {.points = line}, points.constFirst());
        CurveBody body {.points = line, .style = {.category = options.category, .radius = options.radius}};
        body.seats = std::clamp(static_cast<qint32>(std::lround(lengthOf(smoothLine(line)) / options.spacing)) + 1, 2, kMaxRowSeats);
        body.label = rowLabels({.first = nextRowLabel(surface.document().base(), options.section), .without = kWithoutLookalikes}, 1).constFirst();
        return made(surface, body, points.constFirst());
    });
}

std::unique_ptr<DesignTool> signTool(ToolSurface &surface, ToolKind kind)
{
    const QString text = kind == ToolKind::Text ? Words::tr("Write a text") : Words::tr("Place an icon");
    return std::make_unique<StampTool>(surface, text, [&surface, kind](QPointF at) {
        if (kind == ToolKind::Text)
            return made(surface, ShapeBody {{.kind = ShapeKind::Text, .text = Words::tr("Text"), .textSize = 20}}, at);
        return made(surface, IconBody {.kind = surface.options().icon}, at);
    });
}

// The largest label of the scheme that the rows of an element have; 0 for none.
qint32 lastLabel(const Element &element, const LabelScheme &scheme)
{
    qint32 last = 0;
    const auto look = [&](const QString &label) { last = std::max(last, labelPosition(scheme, label).value_or(0)); };
    if (const auto *block = std::get_if<BlockBody>(&element.body)) {
        for (const QString &label : rowLabels(block->rowLabels, block->rows))
            look(label);
    } else if (const auto *curve = std::get_if<CurveBody>(&element.body)) {
        look(curve->label);
    } else if (const auto *loose = std::get_if<LooseBody>(&element.body)) {
        look(loose->label);
    }
    return last;
}

} // namespace

std::unique_ptr<DesignTool> makeTool(ToolKind kind, ToolSurface &surface)
{
    switch (kind) {
    case ToolKind::Select: return std::make_unique<SelectTool>(surface, SelectTool::Mode::Elements);
    case ToolKind::Seats: return std::make_unique<SelectTool>(surface, SelectTool::Mode::Seats);
    case ToolKind::Row: return std::make_unique<RowTool>(surface, RowTool::Form::Straight);
    case ToolKind::ArcRow: return std::make_unique<RowTool>(surface, RowTool::Form::Arc);
    case ToolKind::CurveRow:
    case ToolKind::Aisle: return lineTool(surface, kind);
    case ToolKind::Block: return blockTool(surface);
    case ToolKind::Seat: return seatTool(surface);
    case ToolKind::RoundTable: return tableTool(surface, TableShape::Round);
    case ToolKind::RectangleTable: return tableTool(surface, TableShape::Rectangle);
    case ToolKind::Area:
    case ToolKind::Floor:
    case ToolKind::Polygon: return outlineTool(surface, kind);
    case ToolKind::Stage: return shapeTool(surface, ShapeKind::Stage);
    case ToolKind::Rectangle: return shapeTool(surface, ShapeKind::Rectangle);
    case ToolKind::Ellipse: return shapeTool(surface, ShapeKind::Ellipse);
    case ToolKind::Text:
    case ToolKind::Icon: return signTool(surface, kind);
    case ToolKind::FocalPoint: return std::make_unique<FocalPointTool>(surface);
    case ToolKind::Paint: return std::make_unique<PaintTool>(surface);
    case ToolKind::Measure: return std::make_unique<MeasureTool>(surface);
    }
    return nullptr;
}

qint32 nextRowLabel(const Design &design, SectionId section)
{
    const LabelScheme scheme {.without = kWithoutLookalikes};
    qint32 last = 0;
    for (const Element &element : design.elements()) {
        if (element.section == section)
            last = std::max(last, lastLabel(element, scheme));
    }
    return last + 1;
}

QString nextTableLabel(const Design &design, SectionId section)
{
    qint32 last = 0;
    for (const Element &element : design.elements()) {
        const auto *table = std::get_if<TableBody>(&element.body);
        if (table && element.section == section)
            last = std::max(last, table->label.toInt());
    }
    return QString::number(last + 1);
}

QString nextAreaName(const Design &design)
{
    const auto taken = [&](const QString &name) {
        return std::any_of(design.elements().cbegin(), design.elements().cend(), [&](const Element &element) {
            const auto *area = std::get_if<AreaBody>(&element.body);
            return area && area->name == name;
        });
    };
    QString name = Words::tr("Standing");
    for (int i = 2; taken(name); ++i)
        name = Words::tr("Standing %1").arg(i);
    return name;
}

BlockBody blockBody(const Design &design, const DrawingOptions &options, qint32 rows, qint32 seats)
{
    BlockBody body {.rows = rows, .seats = seats, .spacing = options.spacing, .rowSpacing = options.rowSpacing};
    body.rowLabels = {.first = nextRowLabel(design, options.section), .without = kWithoutLookalikes};
    body.style = {.category = options.category, .radius = options.radius};
    return body;
}

TableBody tableBody(const Design &design, const DrawingOptions &options, TableShape shape, PlanPoint size)
{
    return {.label = nextTableLabel(design, options.section), .shape = shape, .size = size, .style = {.category = options.category, .radius = options.radius}};
}

} // namespace parterre
