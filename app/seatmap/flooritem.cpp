// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/seatmap/flooritem.h"

#include "app/seatmap/maplayers.h"
#include "app/seatmap/seatpainter.h"
#include "app/state/seatmapmodel.h"

#include <QPainter>
#include <QPolygonF>
#include <QStyleOptionGraphicsItem>

#include <algorithm>
#include <cmath>

namespace parterre {

namespace {

constexpr double kMarginInRadii = 2.3;
constexpr double kBridgeInRadii = 5; // closes aisles, and rows up to ten radii apart
constexpr double kCellsPerMargin = 3.0;
constexpr qint64 kMaxCells = 4'000'000;

// A black-and-white picture of the ground: which cells are floor.
class Ground
{
public:
    Ground(const QRectF &bounds, double cell)
        : m_origin(bounds.topLeft()), m_cell(cell), m_columns(static_cast<int>(std::ceil(bounds.width() / cell)) + 2),
          m_lines(static_cast<int>(std::ceil(bounds.height() / cell)) + 2),
          m_floor(static_cast<std::size_t>(m_columns) * static_cast<std::size_t>(m_lines), 0)
    {
    }

    void stamp(QPointF point, double radius)
    {
        const QPointF at = (point - m_origin) / m_cell;
        const double reach = radius / m_cell;
        for (int y = std::max(1, static_cast<int>(at.y() - reach)); y <= std::min(m_lines - 2, static_cast<int>(at.y() + reach)); ++y) {
            for (int x = std::max(1, static_cast<int>(at.x() - reach)); x <= std::min(m_columns - 2, static_cast<int>(at.x() + reach)); ++x) {
                const double dx = x + 0.5 - at.x();
                const double dy = y + 0.5 - at.y();
                if (dx * dx + dy * dy <= reach * reach)
                    m_floor[index(x, y)] = 1;
            }
        }
    }

    // Bare ground nearer than `depth` to floor becomes floor.
    void grow(double depth) { replaceNear(true, depth); }
    // Floor nearer than `depth` to bare ground becomes bare.
    void shrink(double depth) { replaceNear(false, depth); }

    // Walks along the border of the floor with the floor at the right hand, one loop after the other.
    [[nodiscard]] std::vector<QPolygonF> borders() const
    {
        std::vector<QPolygonF> loops;
        std::vector<bool> walked(m_floor.size(), false); // top edges of floor cells
        for (int y = 1; y < m_lines - 1; ++y) {
            for (int x = 1; x < m_columns - 1; ++x) {
                if (at(x, y) && !at(x, y - 1) && !walked[index(x, y)])
                    loops.push_back(walk(x, y, walked));
            }
        }
        return loops;
    }

private:
    [[nodiscard]] std::size_t index(int x, int y) const
    {
        return static_cast<std::size_t>(y) * static_cast<std::size_t>(m_columns) + static_cast<std::size_t>(x);
    }
    [[nodiscard]] bool at(int x, int y) const { return m_floor[index(x, y)] != 0; }

    // By chamfer distances (Borgefors 1986): 3 a step, 4 diagonally.
    void replaceNear(bool spreading, double depth)
    {
        const auto limit = static_cast<qint16>(std::lround(3 * depth / m_cell));
        std::vector<qint16> distance(m_floor.size());
        for (std::size_t i = 0; i < m_floor.size(); ++i)
            distance[i] = (m_floor[i] != 0) == spreading ? 0 : static_cast<qint16>(limit + 1);
        const auto columns = static_cast<std::size_t>(m_columns);
        const auto lower = [&distance](std::size_t at, std::size_t from, int cost) {
            distance[at] = std::min(distance[at], static_cast<qint16>(distance[from] + cost));
        };
        for (std::size_t i = columns + 1; i < distance.size(); ++i) {
            lower(i, i - 1, 3);
            lower(i, i - columns - 1, 4);
            lower(i, i - columns, 3);
            lower(i, i - columns + 1, 4);
        }
        for (std::size_t i = distance.size() - columns - 1; i-- > 0;) {
            lower(i, i + 1, 3);
            lower(i, i + columns + 1, 4);
            lower(i, i + columns, 3);
            lower(i, i + columns - 1, 4);
        }
        for (std::size_t i = 0; i < m_floor.size(); ++i) {
            if (distance[i] <= limit)
                m_floor[i] = spreading ? 1 : 0;
        }
    }

    // Corners are crossed with the floor kept in one piece where two cells touch by a corner only.
    [[nodiscard]] QPolygonF walk(int startX, int startY, std::vector<bool> &walked) const
    {
        constexpr std::array<std::pair<int, int>, 4> kSteps {{{1, 0}, {0, 1}, {-1, 0}, {0, -1}}};
        // The cell to the right of, and the one to the left of, the edge that starts at a corner in each direction.
        constexpr std::array<std::pair<int, int>, 4> kRight {{{0, 0}, {-1, 0}, {-1, -1}, {0, -1}}};
        constexpr std::array<std::pair<int, int>, 4> kLeft {{{0, -1}, {0, 0}, {-1, 0}, {-1, -1}}};
        QPolygonF loop;
        int x = startX;
        int y = startY;
        std::size_t direction = 0;
        do {
            if (direction == 0)
                walked[index(x, y)] = true;
            loop.append(m_origin + QPointF(x + 0.5 * kSteps[direction].first, y + 0.5 * kSteps[direction].second) * m_cell);
            x += kSteps[direction].first;
            y += kSteps[direction].second;
            const bool left = at(x + kLeft[direction].first, y + kLeft[direction].second);
            const bool right = at(x + kRight[direction].first, y + kRight[direction].second);
            if (left)
                direction = (direction + 3) % 4;
            else if (!right)
                direction = (direction + 1) % 4;
        } while (x != startX || y != startY || direction != 0);
        return loop;
    }

    QPointF m_origin;
    double m_cell;
    int m_columns;
    int m_lines;
    std::vector<quint8> m_floor; // 0 or 1; bytes, because bits are slow to pass over
};

// Drops points that lie within `tolerance` of the line between their neighbours that stay (Douglas and Peucker 1973).
void simplify(const QPolygonF &points, qsizetype first, qsizetype last, double tolerance, std::vector<bool> &keep)
{
    const QPointF from = points[first];
    const QPointF along = points[last] - from;
    const double length = std::hypot(along.x(), along.y());
    double farthest = tolerance;
    qsizetype split = -1;
    for (qsizetype i = first + 1; i < last; ++i) {
        const QPointF offset = points[i] - from;
        const double distance = length > 0 ? std::abs(along.x() * offset.y() - along.y() * offset.x()) / length
                                           : std::hypot(offset.x(), offset.y());
        if (distance > farthest) {
            farthest = distance;
            split = i;
        }
    }
    if (split < 0)
        return;
    keep[static_cast<std::size_t>(split)] = true;
    simplify(points, first, split, tolerance, keep);
    simplify(points, split, last, tolerance, keep);
}

// Each point becomes the mean of its neighbourhood, twice: stairs turn into lines, corners into curves.
QPolygonF smoothed(const QPolygonF &loop)
{
    constexpr qsizetype kReach = 3;
    QPolygonF points = loop;
    const qsizetype size = loop.size();
    if (size < 4 * kReach)
        return points;
    for (int pass = 0; pass < 2; ++pass) {
        const QPolygonF before = points;
        for (qsizetype i = 0; i < size; ++i) {
            QPointF sum;
            for (qsizetype k = -kReach; k <= kReach; ++k)
                sum += before[(i + k + size) % size];
            points[i] = sum / (2 * kReach + 1);
        }
    }
    return points;
}

void addSimplified(QPainterPath &path, const QPolygonF &loop, double tolerance)
{
    const qsizetype size = loop.size();
    std::vector<bool> keep(static_cast<std::size_t>(size), false);
    keep[0] = keep[static_cast<std::size_t>(size / 2)] = keep[static_cast<std::size_t>(size - 1)] = true;
    simplify(loop, 0, size / 2, tolerance, keep);
    simplify(loop, size / 2, size - 1, tolerance, keep);
    QPolygonF corners;
    for (qsizetype i = 0; i < size; ++i) {
        if (keep[static_cast<std::size_t>(i)])
            corners.append(loop[i]);
    }
    path.addPolygon(corners);
    path.closeSubpath();
}

} // namespace

QPainterPath outlineAround(const std::vector<QPointF> &points, double margin, double bridge)
{
    QPainterPath path;
    if (points.empty() || margin <= 0)
        return path;
    QRectF bounds(points.front(), QSizeF());
    for (const QPointF &point : points) {
        bounds.setLeft(std::min(bounds.left(), point.x()));
        bounds.setRight(std::max(bounds.right(), point.x()));
        bounds.setTop(std::min(bounds.top(), point.y()));
        bounds.setBottom(std::max(bounds.bottom(), point.y()));
    }
    double cell = margin / kCellsPerMargin;
    const double reach = margin + bridge + cell;
    bounds.adjust(-reach, -reach, reach, reach);
    // A section with seats far apart gets a coarser picture instead of a huge one.
    cell = std::max(cell, std::sqrt(bounds.width() * bounds.height() / kMaxCells));
    Ground ground(bounds, cell);
    for (const QPointF &point : points)
        ground.stamp(point, margin);
    ground.grow(bridge);
    ground.shrink(bridge);
    for (const QPolygonF &loop : ground.borders())
        addSimplified(path, smoothed(loop), cell * 0.12);
    return path;
}

FloorItem::FloorItem(const SeatMapModel &model, const SeatPainter &painter) : m_painter(painter)
{
    setZValue(static_cast<double>(MapLayer::Floors));
    setFlag(ItemUsesExtendedStyleOption);
    const SeatTable &table = model.table();
    std::vector<QPointF> points;
    for (qint32 section = 0; section < table.sectionCount(); ++section) {
        points.clear();
        double radius = 0;
        for (const qint32 seat : table.sectionSeats(section)) {
            points.emplace_back(table.position(seat).x, table.position(seat).y);
            radius += static_cast<double>(table.radius(seat));
        }
        if (points.empty())
            continue;
        radius /= static_cast<double>(points.size());
        m_floors.push_back(outlineAround(points, kMarginInRadii * radius, kBridgeInRadii * radius));
        m_floorBounds.push_back(m_floors.back().boundingRect().adjusted(-2, -2, 2, 2));
        m_bounds |= m_floorBounds.back();
    }
}

void FloorItem::paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *)
{
    const SeatMapTheme &theme = m_painter.theme();
    painter->setRenderHint(QPainter::Antialiasing);
    QPen edge(theme.line, 1);
    edge.setCosmetic(true);
    painter->setPen(edge);
    painter->setBrush(theme.floor);
    for (std::size_t i = 0; i < m_floors.size(); ++i) {
        if (m_floorBounds[i].intersects(option->exposedRect))
            painter->drawPath(m_floors[i]);
    }
}

} // namespace parterre
