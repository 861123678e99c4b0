// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/seatmap/offeritem.h"

#include "app/seatmap/maplayers.h"
#include "app/seatmap/seatpainter.h"

#include <QPainter>

#include <algorithm>

namespace parterre {

namespace {

constexpr double kGap = 3;            // pixels between a seat and the line
constexpr double kLine = 3;           // pixels
constexpr double kHalo = 7;           // pixels, in the floor's colour beneath the line
constexpr double kSmallestRadius = 9; // pixels: a group is seen from as far as the whole house

} // namespace

OfferItem::OfferItem(const SeatMapModel &model, const SeatPainter &painter) : m_model(model), m_painter(painter)
{
    setZValue(static_cast<double>(MapLayer::Offer));
}

void OfferItem::show(const QList<qint32> &seats, double scale)
{
    m_seats = seats;
    setViewScale(scale);
}

void OfferItem::setViewScale(double scale)
{
    if (m_seats.isEmpty() && m_outline.isEmpty())
        return;
    prepareGeometryChange();
    m_pixel = 1 / scale;
    QPainterPath discs;
    discs.setFillRule(Qt::WindingFill);
    const SeatTable &table = m_model.table();
    const auto radiusOf = [&](qint32 seat) { return std::max(static_cast<double>(table.radius(seat)) + kGap * m_pixel, kSmallestRadius * m_pixel); };
    for (const qint32 seat : m_seats) {
        const PlanPoint at = table.position(seat);
        discs.addEllipse(QPointF(at.x, at.y), radiusOf(seat), radiusOf(seat));
        // A bridge to the neighbour of the same offer, so that a row is one shape.
        const qint32 beside = table.right(seat);
        if (beside == SeatTable::kNone || !m_seats.contains(beside))
            continue;
        const PlanPoint to = table.position(beside);
        QPainterPath bridge(QPointF(at.x, at.y));
        bridge.lineTo(to.x, to.y);
        QPainterPathStroker stroker;
        stroker.setCapStyle(Qt::RoundCap);
        stroker.setWidth(2 * std::min(radiusOf(seat), radiusOf(beside)));
        discs.addPath(stroker.createStroke(bridge));
    }
    m_outline = discs.simplified();
    update();
}

QRectF OfferItem::boundingRect() const
{
    const double reach = kHalo * m_pixel;
    return m_outline.isEmpty() ? QRectF() : m_outline.boundingRect().adjusted(-reach, -reach, reach, reach);
}

void OfferItem::paint(QPainter *painter, const QStyleOptionGraphicsItem *, QWidget *)
{
    const SeatMapTheme &theme = m_painter.theme();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setBrush(Qt::NoBrush);
    painter->setPen(QPen(theme.floor, kHalo * m_pixel));
    painter->drawPath(m_outline);
    painter->setPen(QPen(theme.focus, kLine * m_pixel));
    painter->drawPath(m_outline);
}

} // namespace parterre
