// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/posterart.h"

#include <QFont>
#include <QFontMetricsF>
#include <QPainter>
#include <QPainterPath>
#include <QTextBoundaryFinder>
#include <QTextLayout>

#include <cmath>
#include <numbers>

namespace parterre::ui {
namespace {

constexpr qreal kRoomForName = 130; // pixels of width
constexpr int kMostLines = 4;

struct Inks {
    QColor deep;
    QColor middle;
    QColor light;
};

Inks inksOf(EventCategory category)
{
    switch (category) {
    case EventCategory::Movie: return {QColor(0x33101c), QColor(0x9c2440), QColor(0xf2c14e)};
    case EventCategory::Concert: return {QColor(0x221044), QColor(0x6a3fa5), QColor(0xf3b6d4)};
    case EventCategory::Play: return {QColor(0x0c2c33), QColor(0x1c6e70), QColor(0xf4d58d)};
    case EventCategory::Sport: return {QColor(0x0c2a16), QColor(0x2a7547), QColor(0xf0e27a)};
    case EventCategory::Other: break;
    }
    return {QColor(0x1b2233), QColor(0x44557a), QColor(0xf2b880)};
}

// FNV-1a: the same on every machine and in every run.
quint32 seedOf(const QString &name)
{
    quint32 hash = 2'166'136'261u;
    for (const QChar c : name)
        hash = (hash ^ c.unicode()) * 16'777'619u;
    return hash;
}

QColor turned(const QColor &color, int degrees)
{
    return QColor::fromHsv((color.hsvHue() + degrees + 360) % 360, color.hsvSaturation(), color.value());
}

QColor faded(QColor color, qreal alpha)
{
    color.setAlphaF(static_cast<float>(alpha));
    return color;
}

// Sound goes out from a corner.
void paintRings(QPainter &painter, const QRectF &r, const QColor &ink, quint32 seed)
{
    const QPointF centre(seed % 2 ? r.right() : r.left(), r.top() + r.height() * (0.2 + 0.2 * (seed / 2 % 3)));
    painter.setBrush(Qt::NoBrush);
    for (int i = 1; i <= 9; ++i) {
        painter.setPen(QPen(faded(ink, 0.55 - 0.045 * i), r.width() * (i % 3 == 0 ? 0.05 : 0.02)));
        const qreal radius = r.width() * 0.16 * i;
        painter.drawEllipse(centre, radius, radius);
    }
}

// A curtain, open in the middle.
void paintCurtain(QPainter &painter, const QRectF &r, const QColor &ink, quint32 seed)
{
    painter.setPen(Qt::NoPen);
    constexpr int kFolds = 5;
    for (const int side : {-1, 1}) {
        for (int fold = 0; fold < kFolds; ++fold) {
            const qreal width = r.width() / (2 * kFolds);
            const qreal outer = side < 0 ? r.left() + fold * width : r.right() - fold * width;
            const qreal hem = r.top() + r.height() * (0.92 - 0.1 * fold - 0.015 * (seed % 4));
            QPainterPath path(QPointF(outer, r.top()));
            path.lineTo(outer - side * width, r.top());
            path.quadTo(outer - side * width * 1.2, r.top() + (hem - r.top()) * 0.6, outer - side * width * 0.2, hem);
            path.lineTo(outer, hem);
            path.closeSubpath();
            painter.setBrush(faded(ink, fold % 2 ? 0.16 : 0.34));
            painter.drawPath(path);
        }
    }
}

// The beam of a projector, and the holes of the film.
void paintBeam(QPainter &painter, const QRectF &r, const QColor &ink, quint32 seed)
{
    painter.setPen(Qt::NoPen);
    const bool fromLeft = seed % 2;
    const QPointF lamp(fromLeft ? r.left() : r.right(), r.top() + r.height() * 0.1);
    for (int ray = 0; ray < 5; ++ray) {
        const qreal far = fromLeft ? r.right() : r.left();
        const qreal top = r.top() + r.height() * (0.02 + 0.19 * ray);
        painter.setBrush(faded(ink, ray % 2 ? 0.12 : 0.30));
        painter.drawPolygon(QPolygonF({lamp, QPointF(far, top), QPointF(far, top + r.height() * 0.17)}));
    }
    const qreal hole = r.width() * 0.06;
    for (qreal y = r.top() + hole; y < r.bottom(); y += 2 * hole) {
        painter.setBrush(faded(ink, 0.5));
        painter.drawRoundedRect(QRectF(fromLeft ? r.right() - 1.6 * hole : r.left() + 0.6 * hole, y, hole, hole), hole / 4, hole / 4);
    }
}

// Lanes.
void paintLanes(QPainter &painter, const QRectF &r, const QColor &ink, quint32 seed)
{
    const qreal lean = (seed % 2 ? 1 : -1) * r.width() * 0.5;
    for (int lane = -2; lane < 9; ++lane) {
        const qreal x = r.left() + r.width() * 0.16 * lane;
        painter.setPen(QPen(faded(ink, lane % 3 == 0 ? 0.5 : 0.22), r.width() * (lane % 3 == 0 ? 0.045 : 0.018)));
        painter.drawLine(QPointF(x - lean, r.top()), QPointF(x + lean, r.bottom()));
    }
}

// Confetti in rows.
void paintDots(QPainter &painter, const QRectF &r, const QColor &ink, quint32 seed)
{
    painter.setPen(Qt::NoPen);
    const qreal step = r.width() / 7;
    for (int row = 0; row * step < r.height() + step; ++row) {
        for (int column = 0; column < 8; ++column) {
            const quint32 dice = (seed ^ static_cast<quint32>(row * 31 + column * 17)) * 2'654'435'761u >> 28;
            painter.setBrush(faded(ink, 0.12 + 0.03 * (dice % 10)));
            const qreal radius = step * (0.12 + 0.02 * (dice % 12));
            painter.drawEllipse(QPointF(r.left() + column * step + (row % 2 ? step / 2 : 0), r.top() + row * step), radius, radius);
        }
    }
}

void paintName(QPainter &painter, const QRectF &r, const QString &name, const QColor &light, const QFont &base)
{
    QFont font = base;
    font.setWeight(QFont::Bold);
    const qreal margin = r.width() * 0.09;
    if (r.width() < kRoomForName) {
        font.setPixelSize(std::max(8, static_cast<int>(r.width() * 0.42)));
        painter.setFont(font);
        painter.setPen(Qt::white);
        painter.drawText(r, Qt::AlignCenter | Qt::TextSingleLine, initialsOf(name));
        return;
    }
    const QRectF room = r.adjusted(margin, r.height() * 0.42, -margin, -margin * 1.2);
    for (int size = static_cast<int>(r.width() * 0.16);; --size) {
        font.setPixelSize(std::max(10, size));
        const QFontMetricsF metrics(font);
        const QRectF used = metrics.boundingRect(room, Qt::AlignBottom | Qt::TextWordWrap, name);
        if (size <= 10 || (used.width() <= room.width() && used.height() <= std::min(room.height(), metrics.lineSpacing() * kMostLines))) {
            painter.setFont(font);
            painter.setPen(light);
            painter.drawLine(QPointF(room.left(), room.bottom() - used.height() - margin / 2), QPointF(room.left() + room.width() * 0.3, room.bottom() - used.height() - margin / 2));
            painter.setPen(Qt::white);
            painter.drawText(room, Qt::AlignBottom | Qt::TextWordWrap, name);
            return;
        }
    }
}

} // namespace

QString initialsOf(const QString &name)
{
    QString initials;
    int letters = 0;
    for (const QString &word : name.simplified().split(u' ', Qt::SkipEmptyParts)) {
        QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, word);
        const QString first = word.left(std::max<qsizetype>(1, finder.toNextBoundary()));
        if (!first.at(0).isLetterOrNumber() && !first.at(0).isSurrogate())
            continue;
        // Arabic letters join, which initials do not.
        if (!initials.isEmpty() && first.at(0).direction() == QChar::DirAL)
            initials += u' ';
        initials += first.toUpper();
        if (++letters == 2)
            break;
    }
    return initials;
}

void paintPosterArt(QPainter &painter, const QRectF &rect, EventCategory category, const QString &name, const QFont &font)
{
    const quint32 seed = seedOf(name);
    const Inks inks = inksOf(category);
    const int turn = static_cast<int>(seed / 16 % 31) - 15;
    painter.save();
    painter.setClipRect(rect, Qt::IntersectClip);
    painter.setRenderHint(QPainter::Antialiasing);
    QLinearGradient ground(rect.topLeft(), rect.bottomRight());
    ground.setColorAt(0, turned(inks.middle, turn));
    ground.setColorAt(1, turned(inks.deep, turn));
    painter.fillRect(rect, ground);
    switch (category) {
    case EventCategory::Movie: paintBeam(painter, rect, inks.light, seed); break;
    case EventCategory::Concert: paintRings(painter, rect, inks.light, seed); break;
    case EventCategory::Play: paintCurtain(painter, rect, inks.light, seed); break;
    case EventCategory::Sport: paintLanes(painter, rect, inks.light, seed); break;
    case EventCategory::Other: paintDots(painter, rect, inks.light, seed); break;
    }
    // Whatever the pattern, white letters keep their contrast.
    QLinearGradient shade(rect.topLeft(), rect.bottomLeft());
    shade.setColorAt(0, faded(inks.deep, 0.35));
    shade.setColorAt(0.5, faded(inks.deep, 0.6));
    shade.setColorAt(1, faded(inks.deep, 0.8));
    painter.fillRect(rect, shade);
    paintName(painter, rect, name, inks.light, font);
    painter.restore();
}

} // namespace parterre::ui
