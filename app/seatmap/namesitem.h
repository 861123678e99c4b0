// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QGraphicsItem>

#include <vector>

namespace parterre {

class DevicePixels;
struct Plan;
class SeatMapModel;
class SeatPainter;

// Names above the seats: far away each section's on a plate, nearer by the sections' captions and the rows' labels.
// One item for all, topmost, because a name is not bound by its section's rectangle.
class NamesItem final : public QGraphicsItem
{
public:
    NamesItem(const SeatMapModel &model, SeatPainter &painter, double seatRadius);

    // Plates have a size in pixels: how far they reach over the plan depends on the zoom.
    void setViewScale(double scale);

    // Seats, captions and row labels; plates stay within it or stand where there is nothing else.
    [[nodiscard]] QRectF content() const { return m_content; }

    [[nodiscard]] QRectF boundingRect() const override { return m_bounds; }
    void paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *widget) override;

private:
    struct Label {
        QPointF centre;
        QString text;
    };
    struct SectionNames {
        QString name;
        QPointF middle;
        QRectF bounds; // of the seats
        qsizetype seats = 0;
        std::vector<Label> captions; // none or one
        std::vector<Label> rows;
        QRectF reach; // of captions and row labels
    };

    [[nodiscard]] QRectF placeOf(const Label &label) const;
    [[nodiscard]] bool coversAnother(const Label &caption, const Plan &plan) const;
    void addRowLabels(const SeatMapModel &model);
    void addCaption(const SeatMapModel &model, qint32 section);
    void paintPlates(QPainter &painter, const DevicePixels &device, const QRectF &exposed);
    void paintLabels(QPainter &painter, const DevicePixels &device, const QRectF &exposed);

    SeatPainter &m_painter;
    double m_seatRadius; // the plan's usual one
    std::vector<SectionNames> m_sections; // most seats first
    double m_usualSide = 0; // the shorter side of the median section
    QRectF m_content;
    QRectF m_bounds;
};

} // namespace parterre
