// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/designer/view/elementitem.h"

#include "app/designer/model/outlines.h"
#include "app/designer/view/drawinglayers.h"
#include "app/seatmap/seatpainter.h"
#include "app/seatmap/shapesitem.h"
#include "app/seatmap/tablesitem.h"

#include <QLocale>
#include <QPainter>
#include <QPainterPath>
#include <QStyleOptionGraphicsItem>

#include <algorithm>
#include <cmath>

namespace parterre {

namespace {

constexpr double kBoundsInRadii = 1.5;  // a seat's drawing and its edge
constexpr double kLabelsInRadii = 4.5;  // how far beyond the last seat a label may reach
constexpr double kLabelGap = 2.2;       // radii from the last seat's centre to the label's
constexpr double kSmallestLabel = 7;    // pixels
constexpr double kAreaShare = 0.45;     // of the category's colour in the floor's

QPointF pointOf(PlanPoint point)
{
    return {point.x, point.y};
}

} // namespace

ElementItem::ElementItem(SeatPainter &painter) : m_painter(painter)
{
    setFlag(ItemUsesExtendedStyleOption);
}

ElementItem::~ElementItem() = default;

void ElementItem::setPiece(const DesignPiece &piece)
{
    prepareGeometryChange();
    m_piece = piece;
    m_rows.clear();
    double room = 4;
    for (const Row &row : piece.rows) {
        QRectF bounds;
        for (const Seat &seat : row.seats) {
            const double reach = seat.radius * kBoundsInRadii;
            bounds |= QRectF(seat.position.x - reach, seat.position.y - reach, 2 * reach, 2 * reach);
            room = std::max(room, seat.radius * (row.labelPosition != RowLabelPosition::None ? kLabelsInRadii : kBoundsInRadii));
        }
        m_rows.append(bounds);
    }
    m_shapes = piece.shapes.isEmpty() ? nullptr : std::make_unique<ShapesItem>(piece.shapes, m_painter);
    m_tables = piece.tables.isEmpty() ? nullptr : std::make_unique<TablesItem>(piece.tables, m_painter);
    m_bounds = piece.bounds;
    if (m_shapes)
        m_bounds |= m_shapes->boundingRect();
    if (m_tables)
        m_bounds |= m_tables->boundingRect();
    m_bounds.adjust(-room, -room, room, room);
    update();
}

void ElementItem::setOrder(qsizetype order)
{
    const DrawingLayer layer = m_shapes ? DrawingLayer::Figures : !m_piece.areas.isEmpty() ? DrawingLayer::Areas : DrawingLayer::Seats;
    setZValue(static_cast<double>(layer) + static_cast<double>(order) / static_cast<double>(kMaxElements));
}

void ElementItem::paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *widget)
{
    if (m_shapes)
        m_shapes->paint(painter, option, widget);
    if (m_tables)
        m_tables->paint(painter, option, widget);
    const DevicePixels device(*painter);
    const double slack = 3 * device.unit() / device.scale();
    const QRectF exposed = option->exposedRect.adjusted(-slack, -slack, slack, slack);
    paintAreas(*painter, device);
    if (m_piece.rows.isEmpty() && m_piece.tables.isEmpty())
        return;
    if (2 * m_painter.seatRadius() * device.scale() < SeatPainter::kSeatsFrom * device.unit())
        return paintRowLines(*painter, device, exposed);
    for (qsizetype i = 0; i < m_piece.rows.size(); ++i) {
        if (m_rows[i].intersects(exposed))
            paintSeats(*painter, device, exposed, m_piece.rows[i].seats);
        paintLabels(*painter, device, m_piece.rows[i]);
    }
    for (const Table &table : m_piece.tables)
        paintSeats(*painter, device, exposed, table.seats);
}

// A line for each run of one category.
void ElementItem::paintRowLines(QPainter &painter, const DevicePixels &device, const QRectF &exposed) const
{
    for (qsizetype r = 0; r < m_piece.rows.size(); ++r) {
        const QList<Seat> &seats = m_piece.rows[r].seats;
        if (!m_rows[r].intersects(exposed))
            continue;
        for (qsizetype first = 0; first < seats.size();) {
            QPolygonF line;
            qsizetype next = first;
            for (; next < seats.size() && seats[next].category == seats[first].category; ++next)
                line.append(device.map(pointOf(seats[next].position)));
            if (line.size() == 1)
                line.append(line.constFirst() + QPointF(0.5, 0));
            painter.setPen(QPen(m_painter.categoryColor(seats[first].category), std::max(1.6 * seats[first].radius * device.scale(), device.unit()), Qt::SolidLine, Qt::FlatCap));
            painter.drawPolyline(line);
            first = next;
        }
    }
}

void ElementItem::paintSeats(QPainter &painter, const DevicePixels &device, const QRectF &exposed, const QList<Seat> &seats) const
{
    SeatPainter::Sprites *sprites = nullptr;
    double spriteRadius = -1;
    for (const Seat &seat : seats) {
        const double reach = seat.radius * SeatPainter::kReach;
        if (!exposed.intersects(QRectF(seat.position.x - reach, seat.position.y - reach, 2 * reach, 2 * reach)))
            continue;
        const double diameter = 2 * seat.radius * device.scale();
        if (seat.radius != spriteRadius) {
            sprites = &m_painter.sprites(diameter, device.unit());
            spriteRadius = seat.radius;
        }
        const QPointF centre = device.map(pointOf(seat.position));
        const SeatMark mark = SeatPainter::mark(seat.attributes);
        sprites->draw(painter, centre, SeatLook::Free, seat.category, mark);
        if (diameter >= SeatPainter::kNumbersFrom * device.unit())
            m_painter.drawNumber(painter, centre, diameter, device.unit(), SeatLook::Free, seat.category, mark, seat.number);
    }
}

// Beyond either end of the row, in its direction.
void ElementItem::paintLabels(QPainter &painter, const DevicePixels &device, const Row &row) const
{
    if (row.seats.isEmpty() || row.label.isEmpty() || row.labelPosition == RowLabelPosition::None)
        return;
    const double size = 1.3 * row.seats.constFirst().radius * device.scale();
    if (size < kSmallestLabel * device.unit())
        return;
    const auto put = [&](const Seat &end, const Seat &inner) {
        QPointF away = pointOf(end.position) - pointOf(inner.position);
        const double length = std::hypot(away.x(), away.y());
        away = length > 0 ? away / length : QPointF(&end == &inner || &end == &row.seats.constFirst() ? -1 : 1, 0);
        m_painter.drawText(painter, device.map(pointOf(end.position) + away * kLabelGap * end.radius), row.label, static_cast<int>(std::lround(size)), m_painter.theme().muted, QFont::DemiBold);
    };
    const qsizetype last = row.seats.size() - 1;
    if (row.labelPosition != RowLabelPosition::End)
        put(row.seats.constFirst(), row.seats[std::min<qsizetype>(1, last)]);
    if (row.labelPosition != RowLabelPosition::Start && last > 0)
        put(row.seats.constLast(), row.seats[last - 1]);
}

void ElementItem::paintAreas(QPainter &painter, const DevicePixels &device) const
{
    const SeatMapTheme &theme = m_painter.theme();
    for (const Area &area : m_piece.areas) {
        QPolygonF outline;
        for (const QPointF &corner : outlineOf(area))
            outline.append(device.map(corner));
        const QColor full = m_painter.categoryColor(area.category);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(theme.rim(full), device.unit()));
        painter.setBrush(mixed(theme.floor, full, theme.highContrast ? 0 : kAreaShare));
        painter.drawPolygon(outline);
        const QRectF around = outline.boundingRect();
        const auto size = static_cast<int>(std::lround(std::clamp(around.height() / 5, 9 * device.unit(), 18 * device.unit())));
        if (m_painter.textSize(area.name, size, QFont::Bold).width() > around.width() || around.height() < 3 * size)
            continue;
        m_painter.drawText(painter, around.center() - QPointF(0, 0.7 * size), area.name, size, theme.ink, QFont::Bold);
        m_painter.drawText(painter, around.center() + QPointF(0, 0.7 * size), QLocale().toString(area.capacity), size, theme.ink, QFont::Normal);
    }
}

} // namespace parterre
