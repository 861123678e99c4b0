// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/designer/model/smoothline.h"

#include <algorithm>
#include <cmath>

namespace parterre {

namespace {

constexpr int kPieces = 24; // between two points

PlanPoint between(PlanPoint a, PlanPoint b, double share)
{
    return {a.x + (b.x - a.x) * share, a.y + (b.y - a.y) * share};
}

double distance(PlanPoint a, PlanPoint b)
{
    return std::hypot(b.x - a.x, b.y - a.y);
}

// Barry and Goldman's pyramid (1988) for the part from b to c.
PlanPoint curvePoint(PlanPoint a, PlanPoint b, PlanPoint c, PlanPoint d, double share)
{
    const double t0 = 0;
    const double t1 = t0 + std::sqrt(distance(a, b));
    const double t2 = t1 + std::sqrt(distance(b, c));
    const double t3 = t2 + std::sqrt(distance(c, d));
    const double t = t1 + (t2 - t1) * share;
    const PlanPoint ab = between(a, b, (t - t0) / (t1 - t0));
    const PlanPoint bc = between(b, c, (t - t1) / (t2 - t1));
    const PlanPoint cd = between(c, d, (t - t2) / (t3 - t2));
    return between(between(ab, bc, (t - t0) / (t2 - t0)), between(bc, cd, (t - t1) / (t3 - t1)), (t - t1) / (t2 - t1));
}

} // namespace

QList<PlanPoint> smoothLine(const QList<PlanPoint> &points)
{
    QList<PlanPoint> apart;
    for (const PlanPoint &point : points) {
        if (apart.isEmpty() || distance(apart.constLast(), point) > 1e-6)
            apart.append(point);
    }
    if (apart.size() < 3)
        return apart;
    // The ends go on as the line came.
    const PlanPoint before = between(apart[1], apart[0], 2);
    const PlanPoint after = between(apart[apart.size() - 2], apart.constLast(), 2);
    QList<PlanPoint> line {apart.constFirst()};
    for (qsizetype i = 0; i + 1 < apart.size(); ++i) {
        const PlanPoint a = i > 0 ? apart[i - 1] : before;
        const PlanPoint d = i + 2 < apart.size() ? apart[i + 2] : after;
        for (int piece = 1; piece <= kPieces; ++piece)
            line.append(piece == kPieces ? apart[i + 1] : curvePoint(a, apart[i], apart[i + 1], d, static_cast<double>(piece) / kPieces));
    }
    return line;
}

double lengthOf(const QList<PlanPoint> &line)
{
    double length = 0;
    for (qsizetype i = 1; i < line.size(); ++i)
        length += distance(line[i - 1], line[i]);
    return length;
}

QList<PlanPoint> evenlyAlong(const QList<PlanPoint> &line, qsizetype count)
{
    QList<PlanPoint> points;
    if (line.isEmpty() || count < 1)
        return points;
    points.reserve(count);
    const double length = lengthOf(line);
    double passed = 0; // before the piece that ends at `end`
    qsizetype end = 1;
    for (qsizetype i = 0; i < count; ++i) {
        const double wanted = count == 1 ? length / 2 : length * static_cast<double>(i) / static_cast<double>(count - 1);
        while (end + 1 < line.size() && passed + distance(line[end - 1], line[end]) < wanted) {
            passed += distance(line[end - 1], line[end]);
            ++end;
        }
        if (line.size() == 1)
            points.append(line.constFirst());
        else
            points.append(between(line[end - 1], line[end], std::clamp((wanted - passed) / std::max(distance(line[end - 1], line[end]), 1e-9), 0.0, 1.0)));
    }
    return points;
}

QList<PlanPoint> stripAlong(const QList<PlanPoint> &line, double width)
{
    QList<PlanPoint> left, right;
    for (qsizetype i = 0; i < line.size() && line.size() > 1; ++i) {
        const PlanPoint from = line[std::max<qsizetype>(i - 1, 0)];
        const PlanPoint to = line[std::min(i + 1, line.size() - 1)];
        const double length = std::max(distance(from, to), 1e-9);
        const PlanPoint out {(to.y - from.y) / length * width / 2, (from.x - to.x) / length * width / 2};
        left.append({line[i].x + out.x, line[i].y + out.y});
        right.append({line[i].x - out.x, line[i].y - out.y});
    }
    std::reverse(right.begin(), right.end());
    return left + right;
}

} // namespace parterre
