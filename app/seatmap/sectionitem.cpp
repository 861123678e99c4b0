// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/seatmap/sectionitem.h"

#include "app/seatmap/maplayers.h"
#include "app/seatmap/seatpainter.h"
#include "app/state/seatmapmodel.h"

#include <QPainter>
#include <QStyleOptionGraphicsItem>

namespace parterre {

namespace {

constexpr std::size_t kRunLength = 48;
// Small seats are spread over more pixels than their radius has; the smallest that are drawn reach as far as this.
constexpr double kBoundsInRadii = 2.4;

} // namespace

SectionItem::SectionItem(const SeatMapModel &model, SeatPainter &painter, qint32 section)
    : m_model(model), m_painter(painter), m_section(section)
{
    setZValue(static_cast<double>(MapLayer::Seats));
    setFlag(ItemUsesExtendedStyleOption);
    const SeatTable &table = model.table();
    const auto seats = table.sectionSeats(section);
    for (std::size_t first = 0; first < seats.size(); first += kRunLength) {
        Run run {first, std::min(first + kRunLength, seats.size()), {}};
        for (std::size_t i = run.first; i < run.last; ++i) {
            const PlanPoint at = table.position(seats[i]);
            const double reach = table.radius(seats[i]) * kBoundsInRadii;
            run.bounds |= QRectF(at.x - reach, at.y - reach, 2 * reach, 2 * reach);
        }
        m_bounds |= run.bounds;
        m_runs.push_back(run);
    }
}

void SectionItem::paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *)
{
    ++m_paintCount;
    const DevicePixels device(*painter);
    if (m_painter.shapeShare(device) >= 1)
        return; // the floor stands for all
    const double scale = device.scale();
    const double unit = device.unit();
    // A sprite spreads two pixels over the seat's own circle, dots are never smaller than they can be seen.
    const double slack = 3 * unit / scale;
    const QRectF exposed = option->exposedRect.adjusted(-slack, -slack, slack, slack);
    const SeatTable &table = m_model.table();
    const auto seats = table.sectionSeats(m_section);
    SeatPainter::Sprites *sprites = nullptr;
    float spriteRadius = -1;

    for (const Run &run : m_runs) {
        if (!run.bounds.intersects(exposed))
            continue;
        for (std::size_t i = run.first; i < run.last; ++i) {
            const qint32 seat = seats[i];
            const PlanPoint position = table.position(seat);
            const float radius = table.radius(seat);
            const double reach = static_cast<double>(radius) * SeatPainter::kReach;
            if (position.x + reach < exposed.left() || position.x - reach > exposed.right()
                || position.y + reach < exposed.top() || position.y - reach > exposed.bottom())
                continue;
            ++m_paintedSeats;
            const QPointF centre = device.map(QPointF(position.x, position.y));
            const double diameter = 2 * static_cast<double>(radius) * scale;
            const SeatLook look = m_model.look(seat);
            const SeatMark mark = SeatPainter::mark(table.attributes(seat));
            if (!device.isRaster()) {
                m_painter.drawForm(*painter, centre, diameter, unit, look, table.category(seat), mark);
            } else {
                if (radius != spriteRadius) {
                    sprites = &m_painter.sprites(diameter, unit);
                    spriteRadius = radius;
                }
                sprites->draw(*painter, centre, look, table.category(seat), mark);
            }
            if (diameter >= SeatPainter::kNumbersFrom * unit)
                m_painter.drawNumber(*painter, centre, diameter, unit, look, table.category(seat), mark, m_model.seat(seat).number);
        }
    }
}

} // namespace parterre
