// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/domain/plan.h"

class QXmlStreamAttributes;

namespace parterre::planio {

// x' = a x + c y + e, y' = b x + d y + f, as SVG writes it.
struct SvgTransform {
    double a = 1, b = 0, c = 0, d = 1, e = 0, f = 0;

    [[nodiscard]] PlanPoint map(PlanPoint p) const { return {a * p.x + c * p.y + e, b * p.x + d * p.y + f}; }
    [[nodiscard]] SvgTransform then(const SvgTransform &inner) const; // inner is applied first
    [[nodiscard]] bool isTurnOnly() const;                            // no skew, no mirror, the same scale both ways
    [[nodiscard]] double angle() const;                               // degrees, of one that is turn only
    [[nodiscard]] double scale() const;                               // of an area's side
};

// "translate(10 5) rotate(30)"; what cannot be read ends it, and `sound` says so.
[[nodiscard]] SvgTransform svgTransform(const QString &text, bool &sound);

enum class SvgFigureKind { Rectangle, Ellipse, Polygon };

// What an element draws, before its transform.
struct SvgFigure {
    SvgFigureKind kind = SvgFigureKind::Polygon;
    PlanPoint origin = {};           // rectangle: top left; ellipse: centre; polygon: 0, 0
    PlanPoint size = {};             // rectangle: width and height; ellipse: radii
    QList<PlanPoint> points = {};    // of a polygon

    [[nodiscard]] PlanPoint centre() const; // of its bounds
    [[nodiscard]] double radius() const;    // half of the greater side of its bounds
    [[nodiscard]] QList<PlanPoint> outline() const;
};

// Of rect, circle, ellipse, polygon, polyline, line and path; nothing for other elements.
[[nodiscard]] std::optional<SvgFigure> svgFigure(QStringView element, const QXmlStreamAttributes &attributes);

// "12.5", "12.5px", "50%" -> 12.5, 12.5, 50; 0 for what is none.
[[nodiscard]] double svgNumber(QStringView text);

} // namespace parterre::planio
