// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/designer/commands/layoutsteps.h"

#include "app/designer/commands/stepwords.h"

#include <algorithm>
#include <cmath>

namespace parterre::steps {

namespace {

// An element's extent along one axis.
struct Extent {
    const Element *element = nullptr;
    double from = 0;
    double to = 0;

    [[nodiscard]] double middle() const { return (from + to) / 2; }
};

QList<Extent> extentsOf(const DesignDocument &document, const QSet<ElementId> &ids, Axis axis)
{
    QList<Extent> extents;
    for (const ElementId id : ids) {
        const Element *element = document.design().find(id);
        if (!element || element->locked)
            continue;
        const QRectF bounds = document.piece(id).bounds;
        extents.append(axis == Axis::Across ? Extent {element, bounds.left(), bounds.right()} : Extent {element, bounds.top(), bounds.bottom()});
    }
    std::sort(extents.begin(), extents.end(), [](const Extent &a, const Extent &b) { return std::pair(a.middle(), a.element->id) < std::pair(b.middle(), b.element->id); });
    return extents;
}

// What stands there already is not moved by what rounding leaves.
void moveTo(DesignEdit &edit, const Extent &extent, double from, Axis axis)
{
    if (std::abs(from - extent.from) < 1e-6)
        return;
    Element after = *extent.element;
    (axis == Axis::Across ? after.at.x : after.at.y) += from - extent.from;
    edit.elements.append({.before = *extent.element, .after = std::move(after)});
}

} // namespace

DesignStep align(const DesignDocument &document, const QSet<ElementId> &ids, Edge edge)
{
    const bool across = edge == Edge::Left || edge == Edge::Centre || edge == Edge::Right;
    const Axis axis = across ? Axis::Across : Axis::Down;
    const QList<Extent> extents = extentsOf(document, ids, axis);
    DesignStep step {.text = Words::tr("Align")};
    if (extents.size() < 2)
        return step;
    const double from = std::min_element(extents.cbegin(), extents.cend(), [](const Extent &a, const Extent &b) { return a.from < b.from; })->from;
    const double to = std::max_element(extents.cbegin(), extents.cend(), [](const Extent &a, const Extent &b) { return a.to < b.to; })->to;
    for (const Extent &extent : extents) {
        const double length = extent.to - extent.from;
        switch (edge) {
        case Edge::Left:
        case Edge::Top: moveTo(step.edit, extent, from, axis); break;
        case Edge::Centre:
        case Edge::Middle: moveTo(step.edit, extent, (from + to - length) / 2, axis); break;
        case Edge::Right:
        case Edge::Bottom: moveTo(step.edit, extent, to - length, axis); break;
        }
    }
    return step;
}

DesignStep distribute(const DesignDocument &document, const QSet<ElementId> &ids, Axis axis)
{
    const QList<Extent> extents = extentsOf(document, ids, axis);
    DesignStep step {.text = Words::tr("Distribute")};
    for (qsizetype i = 1; i + 1 < extents.size(); ++i) {
        const double share = static_cast<double>(i) / static_cast<double>(extents.size() - 1);
        const double middle = extents.constFirst().middle() + (extents.constLast().middle() - extents.constFirst().middle()) * share;
        moveTo(step.edit, extents[i], middle - (extents[i].to - extents[i].from) / 2, axis);
    }
    return step;
}

DesignStep spaceEvenly(const DesignDocument &document, const QSet<ElementId> &ids, Axis axis)
{
    const QList<Extent> extents = extentsOf(document, ids, axis);
    DesignStep step {.text = Words::tr("Space evenly")};
    if (extents.size() < 3)
        return step;
    double room = extents.constLast().from - extents.constFirst().to;
    for (qsizetype i = 1; i + 1 < extents.size(); ++i)
        room -= extents[i].to - extents[i].from;
    const double gap = room / static_cast<double>(extents.size() - 1);
    double at = extents.constFirst().to;
    for (qsizetype i = 1; i + 1 < extents.size(); ++i) {
        moveTo(step.edit, extents[i], at + gap, axis);
        at += gap + extents[i].to - extents[i].from;
    }
    return step;
}

QRectF boundsOf(const DesignDocument &document, const QSet<ElementId> &ids)
{
    QRectF all;
    for (const ElementId id : ids)
        all |= document.piece(id).bounds;
    return all;
}

} // namespace parterre::steps
