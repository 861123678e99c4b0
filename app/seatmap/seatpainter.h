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

private:
    QPainter &m_painter;
    QTransform m_before;
    QTransform m_toDevice;
    double m_unit = 1;
};

// The only place that knows how seats look. Draws them with forms that tell the looks apart without colour, keeps the
// drawings as sprites per size, and the numbers as sprites per text. GUI thread only.
class SeatPainter
{
public:
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

    private:
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
    void setCategories(const QList<Category> &categories);
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
    // A short text as a sprite in device pixels.
    [[nodiscard]] const QPixmap &text(const QString &text, int pixelSize, const QColor &color, QFont::Weight weight);
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
    void drawDot(QPainter &painter, QPointF centre, double radius, SeatLook look, qint32 category) const;
    void drawBody(QPainter &painter, double unit, SeatLook look, qint32 category, SeatMark mark, double radius) const;
    void drawDetail(QPainter &painter, SeatLook look, qint32 category, SeatMark mark, double diameter) const;
    void forget();

    SeatMapTheme m_theme;
    QList<Category> m_categories;
    std::vector<QColor> m_fills; // by category; the last one for seats without
    std::vector<QColor> m_rims;
    std::map<std::pair<int, int>, std::unique_ptr<Sprites>> m_sprites; // by 1/8 pixel and by 1/100 of the unit
    qsizetype m_spriteBytes = 0;
    QHash<TextKey, QPixmap> m_texts;
    qsizetype m_textBytes = 0;
};

} // namespace parterre
