// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/seatmap/tablesitem.h"

#include "app/seatmap/maplayers.h"
#include "app/seatmap/seatpainter.h"

#include <QPainter>
#include <QStyleOptionGraphicsItem>

#include <algorithm>
#include <cmath>

namespace parterre {

namespace {

constexpr double kPlateInRadii = 1.5; // from a seat's centre to the edge of the plate
constexpr double kLabelShare = 0.55;  // of a table top's smaller side
constexpr double kSmallestLabel = 7;  // pixels
constexpr double kLargestLabel = 20;
constexpr double kTopShade = 0.4;     // of the line's colour in the floor's
constexpr double kPlateShade = 0.14;

QPainterPath shapeOf(TableShape shape, const QRectF &rect, double corner)
{
    QPainterPath path;
    if (shape == TableShape::Round)
        path.addEllipse(rect);
    else
        path.addRoundedRect(rect, corner, corner);
    return path;
}

QTransform standingAt(const Table &table)
{
    return QTransform::fromTranslate(table.position.x, table.position.y).rotate(table.rotation);
}

// Around the table top and all of its seats, with the table's form and rotation.
QPainterPath plateOf(const Table &table)
{
    const QTransform stand = standingAt(table);
    const QTransform back = stand.inverted();
    double reach = std::hypot(table.size.x, table.size.y) / 2;
    QRectF around(-table.size.x / 2, -table.size.y / 2, table.size.x, table.size.y);
    double radius = 0;
    for (const Seat &seat : table.seats) {
        const QPointF at = back.map(QPointF(seat.position.x, seat.position.y));
        radius = seat.radius * kPlateInRadii;
        reach = std::max(reach, std::hypot(at.x(), at.y()) + radius);
        around |= QRectF(at.x() - radius, at.y() - radius, 2 * radius, 2 * radius);
    }
    if (table.shape == TableShape::Round)
        around = {-reach, -reach, 2 * reach, 2 * reach};
    return stand.map(shapeOf(table.shape, around, radius));
}

} // namespace

QList<Table> tablesOf(const Plan &plan)
{
    QList<Table> tables;
    for (const Section &section : plan.sections)
        tables += section.tables;
    return tables;
}

TablesItem::TablesItem(const QList<Table> &tables, SeatPainter &painter) : m_painter(painter)
{
    setZValue(static_cast<double>(MapLayer::Tables));
    setFlag(ItemUsesExtendedStyleOption);
    for (const Table &table : tables) {
        const QRectF top(-table.size.x / 2, -table.size.y / 2, table.size.x, table.size.y);
        const QPainterPath plate = plateOf(table);
        Drawn drawn {.top = PixelPath(standingAt(table).map(shapeOf(table.shape, top, std::min(table.size.x, table.size.y) / 8))),
                     .plate = table.soldWhole ? PixelPath(plate) : PixelPath(),
                     .label = table.label,
                     .centre = {table.position.x, table.position.y},
                     .room = std::min(table.size.x, table.size.y),
                     .bounds = plate.boundingRect()};
        m_bounds |= drawn.bounds;
        m_tables.push_back(std::move(drawn));
    }
}

void TablesItem::paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *)
{
    const DevicePixels device(*painter);
    if (m_painter.shapeShare(device) >= 1)
        return; // as small as its seats
    const double slack = 3 * device.unit() / device.scale();
    const QRectF exposed = option->exposedRect.adjusted(-slack, -slack, slack, slack);
    for (Drawn &table : m_tables) {
        if (table.bounds.intersects(exposed))
            paintTable(*painter, device, table);
    }
}

void TablesItem::paintTable(QPainter &painter, const DevicePixels &device, Drawn &table) const
{
    const SeatMapTheme &theme = m_painter.theme();
    const bool overview = m_painter.use() == MapUse::Overview;
    const auto draw = [&](PixelPath &path, const QColor &fill, const QColor &edge, double width) {
        if (overview)
            path.drawOnce(painter, device, fill, edge, width);
        else
            path.draw(painter, device, fill, edge, width);
    };
    const QColor line = theme.highContrast ? theme.ink : mixed(theme.line, theme.ink, 0.3);
    draw(table.plate, mixed(theme.floor, theme.ink, theme.highContrast ? 0 : kPlateShade), line, 1.5);
    const QColor top = mixed(theme.floor, theme.line, theme.highContrast ? 0 : kTopShade);
    draw(table.top, top, line, 1);
    const double size = std::min(table.room * kLabelShare * device.scale(), kLargestLabel * device.unit());
    if (overview || size < kSmallestLabel * device.unit())
        return;
    const auto pixels = static_cast<int>(std::lround(size));
    if (m_painter.textSize(table.label, pixels, QFont::DemiBold).width() <= table.room * device.scale())
        m_painter.drawText(painter, device.map(table.centre), table.label, pixels, theme.highContrast ? theme.ink : theme.muted, QFont::DemiBold);
}

} // namespace parterre
