// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/seatmap/placemarks.h"
#include "app/seatmap/seatmaptheme.h"

#include <QGraphicsItem>

#include <map>
#include <tuple>
#include <vector>

namespace parterre {

class DevicePixels;
class SeatPainter;

// Places that differ between two plans, on the map of the later one: a ring and a sign each, from far away the sign alone,
// and what is gone where it was. As many as a house has seats.
class PlaceMarksItem final : public QGraphicsItem
{
public:
    explicit PlaceMarksItem(const SeatPainter &painter);

    // `scale` is pixels per unit.
    void show(const QList<PlaceMark> &marks, double scale);
    void setViewScale(double scale);
    // These stand out and the others step back; none: all alike.
    void emphasise(const QList<qint32> &marks);

    // What the marks are of, without their pixels.
    [[nodiscard]] QRectF content() const { return m_content; }
    [[nodiscard]] QRectF contentOf(const QList<qint32> &marks) const;

    [[nodiscard]] QRectF boundingRect() const override;
    void paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *widget) override;

private:
    // What of a mark is painted: the line that points it out, beneath the signs of all; or its sign.
    enum class Layer : quint8 { Halo, Sign };

    [[nodiscard]] const QPixmap &sprite(PlaceMarkKind kind, double radius, double unit, Layer layer);
    void drawHalo(QPainter &painter, double edge, double unit, bool hasRing) const;
    void drawSign(QPainter &painter, PlaceMarkKind kind, double edge, double sign, double unit, bool hasRing) const;
    void paintWays(QPainter &painter, const DevicePixels &device, const QRectF &exposed) const;
    void paintSeats(QPainter &painter, const DevicePixels &device, const QRectF &exposed, bool emphasised, Layer layer);
    void paintAreas(QPainter &painter, const DevicePixels &device, bool emphasised) const;
    // So many that from far away their symbols, and ways, would only be a tangle.
    [[nodiscard]] bool isCrowd() const;
    [[nodiscard]] bool isEmphasised(std::size_t mark) const { return m_anyEmphasised && m_emphasised[mark]; }

    const SeatPainter &m_painter;
    QList<PlaceMark> m_marks;
    std::vector<bool> m_emphasised; // by mark
    bool m_anyEmphasised = false;
    QRectF m_content;
    double m_pixel = 1; // scene units of a pixel
    SeatMapTheme m_spriteTheme;
    std::map<std::tuple<PlaceMarkKind, int, Layer>, QPixmap> m_sprites; // the size in 4ths of a device pixel
};

} // namespace parterre
