// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/seatmap/placemarks.h"

#include "app/seatmap/seatmaptheme.h"

#include <QPainter>
#include <QPainterPath>

#include <array>
#include <cmath>

namespace parterre {

namespace {

// Hues of Okabe and Ito (2008), deep enough for white symbols; pale ones for dark grounds.
constexpr std::array<QRgb, 4> kOnLight {0xffb84300, 0xff00785a, 0xff0063a3, 0xff8f3f78};
constexpr std::array<QRgb, 4> kOnDark {0xffff9a5c, 0xff45d6ae, 0xff6cc4ff, 0xffee9fd2};

// Within a square of side 2 about the origin.
QPainterPath form(PlaceMarkKind kind)
{
    QPainterPath path;
    switch (kind) {
    case PlaceMarkKind::Gone: path.addRoundedRect(QRectF(-0.88, -0.88, 1.76, 1.76), 0.3, 0.3); break;
    case PlaceMarkKind::Added:
    case PlaceMarkKind::Moved: path.addEllipse(QPointF(), 1, 1); break;
    case PlaceMarkKind::Changed: path.addPolygon(QPolygonF({{0, -1.12}, {1.12, 0}, {0, 1.12}, {-1.12, 0}, {0, -1.12}})); break;
    }
    return path;
}

QPainterPath symbol(PlaceMarkKind kind)
{
    QPainterPath path;
    const auto line = [&path](QPointF from, QPointF to) {
        path.moveTo(from);
        path.lineTo(to);
    };
    switch (kind) {
    case PlaceMarkKind::Gone:
        line({-0.42, -0.42}, {0.42, 0.42});
        line({-0.42, 0.42}, {0.42, -0.42});
        break;
    case PlaceMarkKind::Added:
        line({-0.55, 0}, {0.55, 0});
        line({0, -0.55}, {0, 0.55});
        break;
    case PlaceMarkKind::Moved:
        line({-0.55, 0}, {0.55, 0});
        line({0.1, -0.42}, {0.55, 0});
        line({0.1, 0.42}, {0.55, 0});
        break;
    case PlaceMarkKind::Changed:
        line({-0.42, -0.2}, {0.42, -0.2});
        line({-0.42, 0.2}, {0.42, 0.2});
        break;
    }
    return path;
}

} // namespace

QColor placeMarkColor(PlaceMarkKind kind, const SeatMapTheme &theme)
{
    if (theme.highContrast)
        return theme.ink;
    return QColor((theme.dark ? kOnDark : kOnLight)[static_cast<std::size_t>(kind)]);
}

void drawPlaceSign(QPainter &painter, QPointF centre, double size, PlaceMarkKind kind, const SeatMapTheme &theme)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(centre);
    painter.scale(size / 2, size / 2);
    const QColor color = placeMarkColor(kind, theme);
    // An edge in the floor's colour sets the sign off from whatever lies beneath.
    painter.setPen(QPen(theme.floor, 0.3, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(color);
    painter.drawPath(form(kind));
    painter.setPen(Qt::NoPen);
    painter.drawPath(form(kind));
    painter.setPen(QPen(theme.dark || theme.highContrast ? theme.floor : QColor(Qt::white), 0.3, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(symbol(kind));
    painter.restore();
}

void drawPlaceForm(QPainter &painter, QPointF centre, double size, PlaceMarkKind kind, const QColor &color)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(centre);
    painter.scale(size / 2, size / 2);
    painter.fillPath(form(kind), color);
    painter.restore();
}

QPixmap placeSign(PlaceMarkKind kind, double size, double dpr, const SeatMapTheme &theme)
{
    const int side = static_cast<int>(std::lround(size * dpr));
    QPixmap pixmap(side, side);
    pixmap.setDevicePixelRatio(dpr);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    drawPlaceSign(painter, QPointF(size, size) / 2, size * 0.84, kind, theme);
    return pixmap;
}

} // namespace parterre
