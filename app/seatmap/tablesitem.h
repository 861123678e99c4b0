// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/seatmap/pixelpath.h"

#include "shared/domain/plan.h"

#include <QGraphicsItem>

#include <vector>

namespace parterre {

class DevicePixels;
class SeatPainter;

// Of all sections, in their order.
[[nodiscard]] QList<Table> tablesOf(const Plan &plan);

// Table tops with their labels, below the seats. A table that is sold whole stands on one plate with its seats, so that
// it is seen to be one thing. Nothing of it changes with a sale.
class TablesItem final : public QGraphicsItem
{
public:
    TablesItem(const QList<Table> &tables, SeatPainter &painter);

    // Without a margin; empty without tables.
    [[nodiscard]] QRectF content() const { return m_bounds; }
    [[nodiscard]] QRectF boundingRect() const override { return withPixelMargin(m_bounds); }
    void paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *widget) override;

    // The plate of a table, or what one would be: all that is drawn of it and its seats.
    [[nodiscard]] QRectF tableBounds(qint32 table) const { return m_tables[static_cast<std::size_t>(table)].bounds; }

private:
    struct Drawn {
        PixelPath top;
        PixelPath plate; // empty where seats are sold one by one
        QString label;
        QPointF centre;
        double room = 0; // for the label, in plan units
        QRectF bounds;
    };

    void paintTable(QPainter &painter, const DevicePixels &device, Drawn &table) const;

    SeatPainter &m_painter;
    std::vector<Drawn> m_tables;
    QRectF m_bounds;
};

} // namespace parterre
