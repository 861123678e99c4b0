// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>
#include <QGraphicsItem>

#include <vector>

namespace parterre {

class DevicePixels;
class FloorItem;
struct Plan;
class SeatMapModel;
class SeatPainter;

// Names above the seats: from far away each section's on its shape with how much of it is free and whether I have seats
// there, then on a plate, nearer the sections' captions and the rows' labels.
// One item for all, topmost, because a name is not bound by its section's rectangle.
class NamesItem final : public QGraphicsItem
{
public:
    // The floors outlive it: they are of the same scene.
    NamesItem(const SeatMapModel &model, SeatPainter &painter, const FloorItem &floors);

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
        qint32 section = 0;
        QString name;
        QPointF middle;
        QRectF bounds; // of the seats
        QSizeF room;   // how far the section reaches across and down through its middle
        qsizetype seats = 0;
        qsizetype places = 0; // with those of its areas
        std::vector<Label> captions; // none or one
        std::vector<Label> rows;
        QRectF reach; // of captions and row labels

        // To one of the two lists, and to the reach.
        void add(std::vector<Label> &labels, const Label &label, double seatRadius);
    };

    // What is written on a section's shape.
    struct ShapeText {
        const SectionNames *names = nullptr;
        QRectF spot; // in device pixels from the plan's origin
        bool counted = false;
    };

    [[nodiscard]] QRectF placeOf(const Label &label) const;
    [[nodiscard]] bool coversAnother(const Label &caption, const Plan &plan) const;
    void addRowLabels(const SeatMapModel &model);
    void addCaption(const SeatMapModel &model, qint32 section);
    void layOutShapeTexts(const DevicePixels &device);
    void paintOnShapes(QPainter &painter, const DevicePixels &device, const QRectF &exposed);
    // Where the section's sign that I have seats in it stands, in device pixels from the plan's origin: within the section.
    [[nodiscard]] QRectF mineSpot(const SectionNames &names, const DevicePixels &device) const;
    void paintMine(QPainter &painter, const DevicePixels &device, const QRectF &exposed);
    void paintPlates(QPainter &painter, const DevicePixels &device, const QRectF &exposed);
    void paintLabels(QPainter &painter, const DevicePixels &device, const QRectF &exposed);

    const SeatMapModel &m_model;
    SeatPainter &m_painter;
    const FloorItem &m_floors;
    double m_seatRadius; // the plan's usual one
    std::vector<SectionNames> m_sections; // most seats first
    double m_usualSide = 0; // the shorter side of the median section
    std::vector<ShapeText> m_shapeTexts; // for the scale and font they were laid out for
    double m_shapeTextScale = 0;
    QFont m_shapeTextFont;
    QRectF m_content;
    QRectF m_bounds;
};

} // namespace parterre
