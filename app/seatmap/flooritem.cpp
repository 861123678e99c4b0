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
#include <future>
#include <map>
#include <thread>

namespace parterre {

namespace {

constexpr double kMarginInRadii = 2.3;
constexpr double kBridgeInRadii = 5; // closes aisles, and rows up to ten radii apart
constexpr std::size_t kMostWorkers = 4;
constexpr double kSeenDeviation = 0.35; // device pixels
constexpr double kLeastFill = 0.22;  // of the category's colour, for a section with its last free seat
constexpr double kCellsPerMargin = 2.2;
constexpr qint64 kMaxCells = 4'000'000;

// Plan units that the outlines for small scales may be off.
double toleranceOf(std::size_t level)
{
    return level == 1 ? 1.5 : 4.0;
}

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
        const QPointF at = (point - m_origin) / m_cell - QPointF(0.5, 0.5); // of cell centres
        const double reach = radius / m_cell;
        for (int y = std::max(1, static_cast<int>(std::ceil(at.y() - reach))); y <= std::min(m_lines - 2, static_cast<int>(at.y() + reach)); ++y) {
            const double half = std::sqrt(std::max(reach * reach - (y - at.y()) * (y - at.y()), 0.0));
            const int first = std::max(1, static_cast<int>(std::ceil(at.x() - half)));
            const int last = std::min(m_columns - 2, static_cast<int>(std::floor(at.x() + half)));
            if (first <= last)
                std::fill_n(m_floor.data() + index(first, y), last - first + 1, quint8 {1});
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
            const quint8 *line = m_floor.data() + index(0, y);
            const quint8 *above = line - m_columns;
            for (int x = 1; x < m_columns - 1; ++x) {
                if (line[x] > above[x] && !walked[index(x, y)])
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

    // By chamfer distances (Borgefors 1986): 3 a step, 4 diagonally. What comes from the line before is taken for a whole
    // line at once, which compilers make one instruction for many cells.
    void replaceNear(bool spreading, double depth)
    {
        const auto limit = static_cast<qint16>(std::lround(3 * depth / m_cell));
        const quint8 near = spreading ? 1 : 0;
        const int columns = m_columns;
        const std::size_t size = m_floor.size();
        std::vector<qint16> distances(size);
        qint16 *const distance = distances.data();
        quint8 *const floor = m_floor.data();
        for (std::size_t i = 0; i < size; ++i)
            distance[i] = floor[i] == near ? qint16 {0} : static_cast<qint16>(limit + 1);
        const auto take = [columns](qint16 *line, const qint16 *from) {
            for (int x = 1; x < columns - 1; ++x) {
                const auto diagonal = static_cast<qint16>(std::min(from[x - 1], from[x + 1]) + 4);
                line[x] = std::min(line[x], std::min(diagonal, static_cast<qint16>(from[x] + 3)));
            }
        };
        for (int y = 1; y < m_lines; ++y) {
            qint16 *line = distance + index(0, y);
            take(line, line - columns);
            qint16 nearest = line[0];
            for (int x = 1; x < columns; ++x)
                line[x] = nearest = std::min(line[x], static_cast<qint16>(nearest + 3));
        }
        for (int y = m_lines - 2; y >= 0; --y) {
            qint16 *line = distance + index(0, y);
            take(line, line + columns);
            qint16 nearest = line[columns - 1];
            for (int x = columns - 2; x >= 0; --x)
                line[x] = nearest = std::min(line[x], static_cast<qint16>(nearest + 3));
        }
        for (std::size_t i = 0; i < size; ++i)
            floor[i] = distance[i] <= limit ? near : floor[i];
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
    double farthest = length > 0 ? tolerance * length : tolerance;
    qsizetype split = -1;
    for (qsizetype i = first + 1; i < last; ++i) {
        const QPointF offset = points[i] - from;
        const double distance = length > 0 ? std::abs(along.x() * offset.y() - along.y() * offset.x())
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
    constexpr qsizetype kReach = 2;
    const qsizetype size = loop.size();
    if (size < 4 * kReach)
        return loop;
    QPolygonF points = loop;
    for (int pass = 0; pass < 2; ++pass) {
        const QPolygonF before = points;
        QPointF *point = points.data();
        QPointF sum;
        for (qsizetype k = -kReach; k <= kReach; ++k)
            sum += before[(k + size) % size];
        for (qsizetype i = 0; i < size; ++i) {
            point[i] = sum / (2 * kReach + 1);
            sum += before[(i + kReach + 1) % size] - before[(i - kReach + size) % size];
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

QPainterPath simplified(const QPainterPath &polygons, double tolerance)
{
    QPainterPath path;
    for (QPolygonF loop : polygons.toSubpathPolygons()) {
        if (loop.isClosed())
            loop.removeLast();
        if (loop.size() > 2)
            addSimplified(path, loop, tolerance);
    }
    return path;
}

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
        addSimplified(path, smoothed(loop), cell * 0.09);
    return path;
}

FloorItem::FloorItem(const SeatMapModel &model, const SeatPainter &painter) : m_model(model), m_painter(painter)
{
    setZValue(static_cast<double>(MapLayer::Floors));
    setFlag(ItemUsesExtendedStyleOption);
    m_floors.resize(static_cast<std::size_t>(model.table().sectionCount()));
    // Each on its own, so that all cores share what is most of the time before a large house is first seen.
    const std::size_t workers = std::clamp<std::size_t>(std::thread::hardware_concurrency(), 1, kMostWorkers);
    std::vector<std::future<void>> working;
    for (std::size_t worker = 0; worker < workers; ++worker) {
        working.push_back(std::async(worker + 1 < workers ? std::launch::async : std::launch::deferred, [this, worker, workers] {
            for (std::size_t section = worker; section < m_floors.size(); section += workers)
                m_floors[section] = floorOf(m_model.table(), static_cast<qint32>(section));
        }));
    }
    for (std::future<void> &one : working)
        one.get();
    for (const Floor &floor : m_floors)
        m_bounds |= floor.bounds;
}

FloorItem::Floor FloorItem::floorOf(const SeatTable &table, qint32 section)
{
    Floor floor;
    std::vector<QPointF> points;
    double radius = 0;
    std::map<qint32, qsizetype> seatsOf;
    for (const qint32 seat : table.sectionSeats(section)) {
        points.emplace_back(table.position(seat).x, table.position(seat).y);
        radius += static_cast<double>(table.radius(seat));
        ++seatsOf[table.category(seat)];
    }
    if (points.empty())
        return floor;
    radius /= static_cast<double>(points.size());
    QPainterPath outline = outlineAround(points, kMarginInRadii * radius, kBridgeInRadii * radius);
    for (std::size_t level = 0; level < floor.outlines.size(); ++level) {
        if (level > 0)
            outline = simplified(outline, toleranceOf(level));
        floor.outlines[level] = PixelPath::withInnerEdge(outline);
    }
    floor.bounds = floor.outlines[0].outline().boundingRect().adjusted(-2, -2, 2, 2);
    floor.category = std::ranges::max_element(seatsOf, {}, [](const auto &entry) { return entry.second; })->first;
    return floor;
}

// The category's colour, paler the fewer seats are free, or people are in: what is sold out, or empty, is no more than its edge.
QColor FloorItem::sectionColor(qint32 section) const
{
    const SeatMapTheme &theme = m_painter.theme();
    const SeatMapModel::Tally tally = m_model.sectionTally(section);
    const QColor full = m_painter.categoryColor(m_floors[static_cast<std::size_t>(section)].category);
    return tally.count > 0 ? mixed(theme.floor, full, kLeastFill + (1 - kLeastFill) * tally.count / tally.of) : theme.floor;
}

void FloorItem::paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *)
{
    const SeatMapTheme &theme = m_painter.theme();
    const DevicePixels device(*painter);
    const double share = m_painter.shapeShare(device);
    std::size_t level = 0;
    while (level + 1 < std::tuple_size_v<decltype(Floor::outlines)> && toleranceOf(level + 1) * device.scale() < kSeenDeviation)
        ++level;
    const double slack = 2 * device.unit() / device.scale();
    const QRectF exposed = option->exposedRect.adjusted(-slack, -slack, slack, slack);
    for (std::size_t i = 0; i < m_floors.size(); ++i) {
        if (!m_floors[i].bounds.intersects(exposed))
            continue;
        const QColor fill = share > 0 ? mixed(theme.floor, sectionColor(static_cast<qint32>(i)), share) : theme.floor;
        // A colour has its edge in itself.
        const QColor edge = share >= 1 && fill != theme.floor && !theme.highContrast ? QColor() : theme.line;
        if (m_painter.use() == MapUse::Overview)
            m_floors[i].outlines[level].drawOnce(*painter, device, fill, edge);
        else
            m_floors[i].outlines[level].draw(*painter, device, fill, edge);
    }
}

} // namespace parterre
