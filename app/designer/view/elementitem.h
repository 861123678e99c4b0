// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/designer/model/designpiece.h"

#include <QGraphicsItem>

#include <memory>

namespace parterre {

class DevicePixels;
class SeatPainter;
class ShapesItem;
class TablesItem;

// One element as it will be seen on the map. From far away rows are lines in their categories' colours, as seats cannot be
// told apart there. Reads its piece, writes nothing.
class ElementItem final : public QGraphicsItem
{
public:
    explicit ElementItem(SeatPainter &painter);
    ~ElementItem() override;

    void setPiece(const DesignPiece &piece);
    // The element's place among all.
    void setOrder(qsizetype order);

    [[nodiscard]] QRectF boundingRect() const override { return m_bounds; }
    void paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *widget) override;

private:
    void paintRowLines(QPainter &painter, const DevicePixels &device, const QRectF &exposed) const;
    void paintSeats(QPainter &painter, const DevicePixels &device, const QRectF &exposed, const QList<Seat> &seats) const;
    void paintLabels(QPainter &painter, const DevicePixels &device, const Row &row) const;
    void paintAreas(QPainter &painter, const DevicePixels &device) const;

    SeatPainter &m_painter;
    DesignPiece m_piece;
    QList<QRectF> m_rows;          // bounds of each row's seats
    QRectF m_bounds;
    std::unique_ptr<ShapesItem> m_shapes;
    std::unique_ptr<TablesItem> m_tables;
};

} // namespace parterre
