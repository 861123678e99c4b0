// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/seatmap/seatmaptheme.h"
#include "app/state/seatmapmodel.h"

#include <QHash>
#include <QPixmap>
#include <QRectF>
#include <QTransform>

#include <map>
#include <memory>
#include <vector>

class QPainter;

namespace parterre {

// What a seat is besides its look, where that is drawn.
enum class SeatMark : quint8 { None, Wheelchair, Companion };

inline constexpr int kSeatMarkCount = 3;

// What a map is drawn for: a screen, with rings about the seat in hand; paper, without; a picture a few hundred pixels
// wide, without any text either.
enum class MapUse : quint8 { Screen, Paper, Overview };

// Makes a painter draw in whole device pixels until the end of its life, and says how item coordinates map there.
// Sprites are only crisp when placed pixel by pixel, on any screen.
class DevicePixels
{
public:
    explicit DevicePixels(QPainter &painter);
    ~DevicePixels();
    Q_DISABLE_COPY_MOVE(DevicePixels)

    [[nodiscard]] QPointF map(QPointF point) const { return m_toDevice.map(point); }
    [[nodiscard]] QRectF map(const QRectF &rect) const { return m_toDevice.mapRect(rect); }
    [[nodiscard]] double scale() const { return m_toDevice.m11(); } // device pixels of one item unit
    [[nodiscard]] double unit() const { return m_unit; }            // device pixels of what people call a pixel
    [[nodiscard]] bool isRaster() const { return m_raster; }        // else a printer's commands

private:
    QPainter &m_painter;
    QTransform m_before;
    QTransform m_toDevice;
    double m_unit = 1;
    bool m_raster = true;
};

// The only place that knows how seats look. Draws them with forms that tell the looks apart without colour, keeps the
// drawings as sprites per size, and the numbers as sprites per text. GUI thread only.
class SeatPainter
{
public:
    // Pixels of the plan's usual seat: smaller ones cannot be told apart, and sections are seen as shapes instead.
    static constexpr double kSeatsFrom = 2.5;
    // How far a seat's drawing may reach from its centre, in radii.
    static constexpr double kReach = 1.42;
    static constexpr double kNumbersFrom = 18; // diameter in pixels

    // All sprites of one size, made when first asked for.
    class Sprites
    {
    public:
        Sprites(SeatPainter &owner, double diameter, double unit);
        void draw(QPainter &painter, QPointF centre, SeatLook look, qint32 category, SeatMark mark);
        [[nodiscard]] double diameter() const { return m_diameter; }
        [[nodiscard]] qsizetype tableBytes() const { return static_cast<qsizetype>(m_pixmaps.size() * sizeof(QPixmap)); }

    private:
        [[nodiscard]] bool areDots() const;
        [[nodiscard]] QPixmap makeDot(SeatLook look, qint32 category, QPointF centre) const;
        [[nodiscard]] QPixmap make(SeatLook look, qint32 category, SeatMark mark, int phaseX, int phaseY);

        SeatPainter &m_owner;
        double m_diameter;
        double m_unit;
        int m_phases; // a pixel is cut in so many parts each way, else regular rows show a moire
        int m_half;   // sprite: 2 * half + 1 pixels wide
        std::vector<QPixmap> m_pixmaps;
    };

    SeatPainter();

    void setTheme(const SeatMapTheme &theme);
    // Categories and usual seat of its plan.
    void setPlan(const SeatMapModel &model);
    void setCategories(const QList<Category> &categories);
    void setUse(MapUse use) { m_use = use; }
    [[nodiscard]] MapUse use() const { return m_use; }
    // Of the plan's usual seat, in plan units.
    [[nodiscard]] double seatRadius() const { return m_seatRadius; }
    // How far sections are shapes and not yet seats, at so many pixels a plan unit: 1 where seats are not seen at all,
    // falling to 0 while they grow.
    [[nodiscard]] double shapeShare(double pixelsPerUnit) const;
    [[nodiscard]] double shapeShare(const DevicePixels &device) const { return shapeShare(device.scale() / device.unit()); }
    [[nodiscard]] const SeatMapTheme &theme() const { return m_theme; }
    [[nodiscard]] QColor categoryColor(qint32 category) const { return fill(category); }

    // Sprites for seats of so many device pixels; valid until the next call.
    [[nodiscard]] Sprites &sprites(double diameter, double unit);
    // The seat's number, where its look leaves room for one; centred, in device pixels.
    void drawNumber(QPainter &painter, QPointF centre, double diameter, double unit, SeatLook look, qint32 category,
                    SeatMark mark, const QString &number);
    // Strokes and fills instead of sprites: for printing, and what sprites are made by.
    void drawForm(QPainter &painter, QPointF centre, double diameter, double unit, SeatLook look, qint32 category,
                  SeatMark mark) const;
    // A short text, centred, in device pixels; capitals and digits sit in the middle.
    void drawText(QPainter &painter, QPointF centre, const QString &text, int pixelSize, const QColor &color, QFont::Weight weight);
    [[nodiscard]] QSize textSize(const QString &text, int pixelSize, QFont::Weight weight);
    // The same on a plate in the floor's colour, with an edge where there is room; `size` is the plate's.
    void drawPlate(QPainter &painter, QPointF centre, QSize size, const QString &text, int pixelSize, bool edged);
    // One seat on its own, e.g. for a legend; `size` in logical pixels.
    [[nodiscard]] QPixmap swatch(SeatLook look, qint32 category, SeatMark mark, double size, double dpr) const;

    // Mark of a seat from its attributes.
    [[nodiscard]] static SeatMark mark(SeatAttributes attributes);

private:
    struct TextKey {
        QString text;
        QRgb color;
        int pixelSize;
        int weight;

        friend bool operator==(const TextKey &, const TextKey &) = default;
        friend std::size_t qHash(const TextKey &key, std::size_t seed)
        {
            return qHashMulti(seed, key.text, key.color, key.pixelSize, key.weight);
        }
    };

    [[nodiscard]] const QColor &fill(qint32 category) const;
    // What of a seat a few pixels wide is left: a colour, and how large the disc is in radii.
    struct Dot {
        QColor color;
        double size = 1;
    };
    [[nodiscard]] Dot dot(SeatLook look, qint32 category) const;
    void drawBody(QPainter &painter, double unit, SeatLook look, qint32 category, SeatMark mark, double radius) const;
    void drawDetail(QPainter &painter, SeatLook look, qint32 category, SeatMark mark, double diameter) const;
    // A short text as a sprite in device pixels.
    [[nodiscard]] const QPixmap &text(const QString &text, int pixelSize, const QColor &color, QFont::Weight weight);
    [[nodiscard]] QFont font(int pixelSize, QFont::Weight weight) const;
    void refill();
    void forget();

    SeatMapTheme m_theme;
    double m_seatRadius = 10;
    MapUse m_use = MapUse::Screen;
    QList<Category> m_categories;
    std::vector<QColor> m_fills; // by category; the last one for seats without
    std::vector<QColor> m_rims;
    std::map<std::pair<int, int>, std::unique_ptr<Sprites>> m_sprites; // by 1/8 pixel and by 1/100 of the unit
    qsizetype m_spriteBytes = 0;
    QHash<TextKey, QPixmap> m_texts;
    qsizetype m_textBytes = 0;
    QHash<TextKey, QPixmap> m_plates;
};

} // namespace parterre
