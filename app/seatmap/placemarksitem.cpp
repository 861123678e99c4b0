// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/seatmap/placemarksitem.h"

#include "app/seatmap/maplayers.h"
#include "app/seatmap/pixelpath.h"
#include "app/seatmap/seatpainter.h"

#include <QPainter>
#include <QPainterPath>
#include <QStyleOptionGraphicsItem>

#include <algorithm>
#include <cmath>

namespace parterre {

namespace {

// In pixels.
constexpr double kRingsFrom = 8;       // radius of a seat
constexpr double kSmallestSign = 10;
constexpr double kLargestSign = 18;
constexpr double kGap = 2.5;           // between a seat and the middle of its ring
constexpr double kRing = 2.5;
constexpr double kHaloGap = 4;         // between that, or the sign, and the line that points it out
constexpr double kHalo = 3;
constexpr double kReach = 26;          // the furthest beyond a place
constexpr double kAreaLine = 3;
constexpr double kWay = 1.5;
constexpr double kSmallestForm = 5;
constexpr double kDash = 2.4;          // in widths of the line
constexpr double kDashGap = 1.6;
constexpr double kSteppedBack = 0.28;  // opacity
constexpr qsizetype kCrowd = 2'000;    // more marks than can be told apart from far away
constexpr double kNudge = 1.0 / 2048;  // what lies between two pixels comes out as the same one wherever it is scrolled to

QRectF around(const PlanPoint &point, double reach)
{
    return {point.x - reach, point.y - reach, 2 * reach, 2 * reach};
}

QPolygonF polygonOf(const QList<PlanPoint> &outline)
{
    QPolygonF polygon;
    for (const PlanPoint &corner : outline)
        polygon.append({corner.x, corner.y});
    return polygon;
}

QRectF contentOf(const PlaceMark &mark)
{
    if (!mark.outline.isEmpty())
        return polygonOf(mark.outline).boundingRect() | polygonOf(mark.outlineBefore).boundingRect();
    return around(mark.position, mark.radius) | around(mark.positionBefore, mark.radius);
}

QPointF wholePixel(QPointF point)
{
    return {std::floor(point.x() + 0.5 + kNudge), std::floor(point.y() + 0.5 + kNudge)};
}

// Lines along outlines that have the same pixels wherever the map is scrolled to.
class GridStroke
{
public:
    explicit GridStroke(const DevicePixels &device) : m_unit(device.unit())
    {
        const QPointF origin = device.map(QPointF());
        m_corner = pixelCorner(origin);
        const auto whole = [](double part) { return std::round(part * kPhases) / kPhases; };
        m_toGrid = QTransform::fromScale(device.scale(), device.scale())
                 * QTransform::fromTranslate(whole(origin.x() - m_corner.x()), whole(origin.y() - m_corner.y()));
    }

    [[nodiscard]] QPainterPath along(const QList<PlanPoint> &outline, double width, bool dashed) const
    {
        QPainterPath path;
        path.addPolygon(m_toGrid.map(polygonOf(outline)));
        path.closeSubpath();
        QPainterPathStroker stroker;
        stroker.setWidth(width * m_unit);
        stroker.setJoinStyle(Qt::RoundJoin);
        if (dashed)
            stroker.setDashPattern({kDash, kDashGap});
        QPainterPath line = onGrid(stroker.createStroke(path));
        line.setFillRule(Qt::WindingFill);
        return line.translated(m_corner);
    }

private:
    static constexpr double kPhases = 1024;

    QTransform m_toGrid;
    QPointF m_corner;
    double m_unit;
};

} // namespace

PlaceMarksItem::PlaceMarksItem(const SeatPainter &painter) : m_painter(painter)
{
    setZValue(static_cast<double>(MapLayer::Marks));
    setFlag(ItemUsesExtendedStyleOption);
}

void PlaceMarksItem::show(const QList<PlaceMark> &marks, double scale)
{
    prepareGeometryChange();
    m_marks = marks;
    m_sprites.clear();
    m_anyEmphasised = false;
    m_emphasised.assign(static_cast<std::size_t>(marks.size()), false);
    m_content = {};
    for (const PlaceMark &mark : marks)
        m_content |= parterre::contentOf(mark);
    m_pixel = 1 / scale;
    update();
}

void PlaceMarksItem::setViewScale(double scale)
{
    if (m_marks.isEmpty())
        return;
    prepareGeometryChange();
    m_pixel = 1 / scale;
    m_sprites.clear();
}

void PlaceMarksItem::emphasise(const QList<qint32> &marks)
{
    m_anyEmphasised = !marks.isEmpty();
    m_emphasised.assign(m_emphasised.size(), false);
    for (const qint32 mark : marks)
        m_emphasised[static_cast<std::size_t>(mark)] = true;
    update();
}

bool PlaceMarksItem::isCrowd() const
{
    return m_marks.size() > kCrowd;
}

QRectF PlaceMarksItem::contentOf(const QList<qint32> &marks) const
{
    QRectF content;
    for (const qint32 mark : marks)
        content |= parterre::contentOf(m_marks.at(mark));
    return content;
}

QRectF PlaceMarksItem::boundingRect() const
{
    const double reach = kReach * m_pixel;
    return m_marks.isEmpty() ? QRectF() : m_content.adjusted(-reach, -reach, reach, reach);
}

void PlaceMarksItem::paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *)
{
    if (m_painter.use() != MapUse::Screen || m_marks.isEmpty())
        return;
    if (m_spriteTheme != m_painter.theme()) {
        m_spriteTheme = m_painter.theme();
        m_sprites.clear();
    }
    const DevicePixels device(*painter);
    const double slack = kReach * device.unit() / device.scale();
    const QRectF exposed = option->exposedRect.adjusted(-slack, -slack, slack, slack);
    painter->setOpacity(m_anyEmphasised ? kSteppedBack : 1);
    paintWays(*painter, device, exposed);
    paintAreas(*painter, device, false);
    paintSeats(*painter, device, exposed, false, Layer::Sign);
    painter->setOpacity(1);
    if (!m_anyEmphasised)
        return;
    paintAreas(*painter, device, true);
    paintSeats(*painter, device, exposed, true, Layer::Halo);
    paintSeats(*painter, device, exposed, true, Layer::Sign);
}

// From where seats stood to where they stand.
void PlaceMarksItem::paintWays(QPainter &painter, const DevicePixels &device, const QRectF &exposed) const
{
    if (isCrowd() && m_painter.seatRadius() * device.scale() < kRingsFrom * device.unit())
        return;
    QList<QLineF> ways;
    for (const PlaceMark &mark : m_marks) {
        if (mark.kind == PlaceMarkKind::Moved && mark.outline.isEmpty() && parterre::contentOf(mark).intersects(exposed))
            ways.append({wholePixel(device.map(QPointF(mark.positionBefore.x, mark.positionBefore.y))), wholePixel(device.map(QPointF(mark.position.x, mark.position.y)))});
    }
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(placeMarkColor(PlaceMarkKind::Moved, m_painter.theme()), kWay * device.unit()));
    painter.drawLines(ways);
    painter.setBrush(m_painter.theme().floor);
    const double dot = 2.5 * device.unit();
    for (const QLineF &way : ways)
        painter.drawEllipse(way.p1(), dot, dot);
}

void PlaceMarksItem::paintSeats(QPainter &painter, const DevicePixels &device, const QRectF &exposed, bool emphasised, Layer layer)
{
    for (std::size_t i = 0; i < m_emphasised.size(); ++i) {
        const PlaceMark &mark = m_marks.at(static_cast<qsizetype>(i));
        if (!mark.outline.isEmpty() || isEmphasised(i) != emphasised || !around(mark.position, mark.radius).intersects(exposed))
            continue;
        const QPixmap &picture = sprite(mark.kind, mark.radius * device.scale(), device.unit(), layer);
        const int half = picture.width() / 2;
        painter.drawPixmap(wholePixel(device.map(QPointF(mark.position.x, mark.position.y))) - QPointF(half, half), picture);
    }
}

// `radius` is the seat's; it and the sprite are in device pixels.
const QPixmap &PlaceMarksItem::sprite(PlaceMarkKind kind, double radius, double unit, Layer layer)
{
    QPixmap &pixmap = m_sprites[{kind, static_cast<int>(std::lround(4 * radius)), layer}];
    if (!pixmap.isNull())
        return pixmap;
    const bool hasRing = radius >= kRingsFrom * unit;
    const double smallest = isCrowd() ? kSmallestForm * unit : kSmallestSign * unit;
    const double sign = hasRing ? std::clamp(radius, kSmallestSign * unit, kLargestSign * unit) : std::max(smallest, 2 * radius + 2 * unit);
    const double edge = hasRing ? radius + kGap * unit : sign / 2;
    const int half = static_cast<int>(std::ceil(std::max(edge + (kHaloGap + kHalo) * unit, 0.75 * edge + sign)));
    pixmap = QPixmap(2 * half, 2 * half);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(half, half);
    if (layer == Layer::Halo)
        drawHalo(painter, edge, unit, hasRing);
    else
        drawSign(painter, kind, edge, sign, unit, hasRing);
    return pixmap;
}

void PlaceMarksItem::drawHalo(QPainter &painter, double edge, double unit, bool hasRing) const
{
    const SeatMapTheme &theme = m_painter.theme();
    const double radius = edge + kHaloGap * unit;
    if (!hasRing && isCrowd()) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.focus);
        painter.drawEllipse(QPointF(), radius, radius);
        return;
    }
    painter.setBrush(Qt::NoBrush);
    for (const auto &[color, width] : {std::pair {theme.floor, kHalo + 2}, std::pair {theme.focus, kHalo}}) {
        painter.setPen(QPen(color, width * unit));
        painter.drawEllipse(QPointF(), radius, radius);
    }
}

void PlaceMarksItem::drawSign(QPainter &painter, PlaceMarkKind kind, double edge, double sign, double unit, bool hasRing) const
{
    const SeatMapTheme &theme = m_painter.theme();
    const QColor color = placeMarkColor(kind, theme);
    if (!hasRing) {
        if (isCrowd())
            drawPlaceForm(painter, {}, sign, kind, color);
        else
            drawPlaceSign(painter, {}, sign, kind, theme);
        return;
    }
    QPen pen(color, kRing * unit);
    if (kind == PlaceMarkKind::Gone) {
        pen.setDashPattern({kDash, kDashGap});
        painter.setBrush(mixed(theme.floor, color, 0.12));
    }
    painter.setPen(pen);
    painter.drawEllipse(QPointF(), edge, edge);
    const double corner = 0.72 * edge;
    drawPlaceSign(painter, kind == PlaceMarkKind::Gone ? QPointF() : QPointF(corner, -corner), sign, kind, theme);
}

void PlaceMarksItem::paintAreas(QPainter &painter, const DevicePixels &device, bool emphasised) const
{
    const SeatMapTheme &theme = m_painter.theme();
    painter.setRenderHint(QPainter::Antialiasing);
    const GridStroke stroke(device);
    for (std::size_t i = 0; i < m_emphasised.size(); ++i) {
        const PlaceMark &mark = m_marks.at(static_cast<qsizetype>(i));
        if (mark.outline.isEmpty() || isEmphasised(i) != emphasised)
            continue;
        const QColor color = placeMarkColor(mark.kind, theme);
        if (emphasised)
            painter.fillPath(stroke.along(mark.outline, kAreaLine + 2 * kHalo, false), theme.focus);
        if (!mark.outlineBefore.isEmpty())
            painter.fillPath(stroke.along(mark.outlineBefore, kAreaLine, true), color);
        painter.fillPath(stroke.along(mark.outline, kAreaLine, mark.kind == PlaceMarkKind::Gone), color);
        const auto isHigher = [](const PlanPoint &a, const PlanPoint &b) { return std::pair(a.y, -a.x) < std::pair(b.y, -b.x); };
        const PlanPoint top = *std::min_element(mark.outline.begin(), mark.outline.end(), isHigher);
        drawPlaceSign(painter, wholePixel(device.map(QPointF(top.x, top.y))), kLargestSign * device.unit(), mark.kind, theme);
    }
}

} // namespace parterre
