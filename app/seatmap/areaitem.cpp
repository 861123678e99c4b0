// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/seatmap/areaitem.h"

#include "app/seatmap/maplayers.h"
#include "app/seatmap/seatpainter.h"
#include "app/state/seatmapmodel.h"

#include <QLocale>
#include <QPainter>
#include <QPolygonF>

#include <algorithm>
#include <cmath>
#include <limits>

namespace parterre {

namespace {

constexpr double kLeastFill = 0.22;   // of the category's colour, with the last free place
constexpr int kStripes = 36;
constexpr double kSign = 18;          // pixels
constexpr double kSmallestText = 11;  // pixels
constexpr double kLargestText = 18;
constexpr double kTextInSeats = 0.8;  // of a usual seat's diameter, between these two
constexpr double kCountShare = 0.85;  // of the name's size
constexpr double kLineHeight = 1.35;
constexpr double kReadable = 4.5;     // contrast
constexpr int kTries = 13;            // each way, for the middle; odd, so that the very middle is one

QPainterPath outlineOf(const Area &area)
{
    QPolygonF corners;
    for (const PlanPoint &corner : area.outline)
        corners.append(QPointF(corner.x, corner.y));
    QPainterPath path;
    path.addPolygon(corners);
    path.closeSubpath();
    return path;
}

// How far a text about the point may reach to either side along one axis.
double roomAlong(const QPainterPath &outline, QPointF from, QPointF step, double most)
{
    double reach = 0;
    while (reach < most && outline.contains(from + step * (reach + 1)) && outline.contains(from - step * (reach + 1)))
        reach += 1;
    return reach;
}

// The point of a coarse grid with the widest line through it, as far as there is height for two lines of text.
struct Room {
    QPointF middle;
    QSizeF size;
};

Room findRoom(const QPainterPath &outline)
{
    const QRectF bounds = outline.boundingRect();
    const QPointF across(std::max(bounds.width() / 100, 1e-6), 0);
    const QPointF down(0, std::max(bounds.height() / 100, 1e-6));
    Room best {bounds.center(), {}};
    double bestMerit = std::numeric_limits<double>::lowest();
    for (int i = 0; i < kTries * kTries; ++i) {
        const QPointF at = bounds.topLeft() + QPointF(bounds.width() * (i % kTries + 0.5) / kTries, bounds.height() * (i / kTries + 0.5) / kTries);
        if (!outline.contains(at))
            continue;
        const QSizeF size(2 * across.x() * roomAlong(outline, at, across, 50), 2 * down.y() * roomAlong(outline, at, down, 50));
        // Of equals the one nearest to the middle.
        const double merit = std::min(size.width(), 3 * size.height()) - 0.3 * std::hypot(at.x() - bounds.center().x(), at.y() - bounds.center().y());
        if (merit > bestMerit) {
            best = {at, size};
            bestMerit = merit;
        }
    }
    return best;
}

} // namespace

AreaItem::AreaItem(const SeatMapModel &model, SeatPainter &painter, qint32 area)
    : m_model(model), m_painter(painter), m_area(area), m_ground(outlineOf(model.area(area))), m_ring(m_ground.outline()), m_halo(m_ground.outline())
{
    setZValue(static_cast<double>(MapLayer::Areas));
    const Room room = findRoom(m_ground.outline());
    m_middle = room.middle;
    m_room = room.size;
}

void AreaItem::setEmphasis(bool hovered, bool focused)
{
    if (m_hovered == hovered && m_focused == focused)
        return;
    m_hovered = hovered;
    m_focused = focused;
    update();
}

// Where nothing is free, or nobody is in, stripes say so without colour.
PixelPath AreaItem::hatch() const
{
    const QRectF around = bounds();
    const double step = (around.width() + around.height()) / kStripes;
    QPainterPath stripes;
    for (int i = 0; i < kStripes; ++i) {
        const double x = around.left() - around.height() + i * step;
        stripes.addPolygon(QPolygonF({{x, around.bottom()}, {x + around.height(), around.top()}, {x + around.height() + step / 5, around.top()}, {x + step / 5, around.bottom()}}));
        stripes.closeSubpath();
    }
    return PixelPath(stripes.intersected(m_ground.outline()));
}

void AreaItem::paint(QPainter *painter, const QStyleOptionGraphicsItem *, QWidget *)
{
    const SeatMapTheme &theme = m_painter.theme();
    const DevicePixels device(*painter);
    const QColor edge = theme.rim(m_painter.categoryColor(m_model.area(m_area).category));
    if (m_painter.use() == MapUse::Overview) {
        m_ground.drawOnce(*painter, device, fill(), edge);
        return;
    }
    m_ground.draw(*painter, device, fill(), edge, theme.highContrast ? 2 : 1);
    if (m_model.areaTally(m_area).count == 0) {
        if (m_hatch.outline().isEmpty())
            m_hatch = hatch();
        m_hatch.draw(*painter, device, mixed(theme.floor, theme.faint, theme.highContrast ? 1 : 0.5), {});
    }
    if (m_painter.use() == MapUse::Screen && m_focused)
        m_halo.draw(*painter, device, {}, theme.floor, 6);
    if (m_painter.use() == MapUse::Screen && (m_focused || m_hovered))
        m_ring.draw(*painter, device, {}, m_focused ? theme.focus : theme.ink, m_focused ? 3 : 1.5);
    paintTexts(*painter, device);
}

QColor AreaItem::fill() const
{
    const SeatMapTheme &theme = m_painter.theme();
    const SeatMapModel::Tally tally = m_model.areaTally(m_area);
    const QColor full = m_painter.categoryColor(m_model.area(m_area).category);
    return tally.count > 0 ? mixed(theme.floor, full, kLeastFill + (1 - kLeastFill) * tally.count / tally.of) : theme.floor;
}

// Name and count on two lines, or the count alone where there is no room for both, or nothing; before the count, as on a
// seat, the sign of what is mine or being asked for.
void AreaItem::paintTexts(QPainter &painter, const DevicePixels &device)
{
    const SeatMapTheme &theme = m_painter.theme();
    const Area &area = m_model.area(m_area);
    const SeatMapModel::Tally tally = m_model.areaTally(m_area);
    const qint32 mine = m_model.areaCount(m_area, SeatLook::Mine);
    const QColor ground = fill();
    const QColor color = tally.count == 0 ? theme.muted : contrastRatio(theme.ink, ground) >= kReadable ? theme.ink : theme.textOn(ground);
    const double unit = device.unit();
    const double usual = 2 * m_painter.seatRadius() * device.scale() * kTextInSeats;
    const auto nameSize = static_cast<int>(std::lround(std::clamp(usual, kSmallestText * unit, kLargestText * unit)));
    const auto countSize = static_cast<int>(std::lround(nameSize * kCountShare));
    const QLocale locale;
    const QString count = QStringLiteral("%1 / %2").arg(locale.toString(tally.count), locale.toString(tally.of));
    const QSizeF room = m_room * device.scale();
    const auto fits = [&](const QString &text, int size, QFont::Weight weight, double lines) {
        return m_painter.textSize(text, size, weight).width() <= room.width() && lines * kLineHeight * nameSize <= room.height();
    };
    const bool named = fits(area.name, nameSize, QFont::Bold, 2);
    const bool counted = fits(count, countSize, QFont::Medium, named ? 2 : 1);
    const QPointF middle = device.map(m_middle);
    const double away = named && counted ? kLineHeight * nameSize / 2 : 0;
    if (named)
        m_painter.drawText(painter, middle - QPointF(0, away), area.name, nameSize, color, QFont::Bold);
    if (counted)
        m_painter.drawText(painter, middle + QPointF(0, away), count, countSize, color, QFont::Medium);
    if (mine == 0 && !m_model.isAreaPending(m_area))
        return;
    // Above the words, before the count where there is no room for that, or in the middle where there are none.
    const double words = kLineHeight * nameSize * (named && counted ? 2 : 1);
    const bool above = words + 2 * kSign * unit <= room.height();
    const double side = above || !counted ? std::min({kSign * unit, room.width(), room.height()}) : countSize;
    QPointF at = middle;
    if (counted && !above)
        at += QPointF(-m_painter.textSize(count, countSize, QFont::Medium).width() / 2.0 - side, away);
    else if (named || counted)
        at -= QPointF(0, (words + side) / 2);
    m_painter.drawForm(painter, at, side, unit, mine > 0 ? SeatLook::Mine : SeatLook::Pending, area.category, SeatMark::None);
    if (mine > 0 && counted && above)
        m_painter.drawText(painter, at + QPointF(side, 0), locale.toString(mine), countSize, color, QFont::Bold);
}

} // namespace parterre
