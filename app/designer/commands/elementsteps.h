// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/designer/commands/bodies.h"
#include "app/designer/model/designdocument.h"

#include <functional>

// Steps on elements. Ids that the design has not, and elements that are locked, are passed over; a step that changes
// nothing is empty, and dropped when pushed. Angles in degrees clockwise, lengths in plan units.
namespace parterre::steps {

using ElementIds = QSet<ElementId>;

// An element of the design that is new: with an id of its own, to be given to add().
[[nodiscard]] Element newElement(const Design &design, ElementBody body, PlanPoint at, SectionId section = SectionId::None, LevelId level = LevelId::Ground);
// On top of all. Elements whose ids are taken, and those after the first, get ids in their order; companions follow.
// None where the design would have more than kMaxElements.
[[nodiscard]] DesignStep add(const Design &design, const QString &text, const QList<Element> &elements);
// The elements as add() gives them ids.
[[nodiscard]] QList<Element> withNewIds(const Design &design, const QList<Element> &elements);
// Who came along to a wheelchair place that goes is a companion of nobody.
[[nodiscard]] DesignStep remove(const Design &design, const ElementIds &ids);

// Any change of elements. `change` gets each in drawing order.
[[nodiscard]] DesignStep change(const Design &design, const ElementIds &ids, const QString &text, const std::function<void(Element &)> &change, const QString &mergeKey = {});
// The same for the bodies of one kind.
template<class Body>
[[nodiscard]] DesignStep changeBody(const Design &design, const ElementIds &ids, const QString &text, const std::function<void(Body &)> &change, const QString &mergeKey = {})
{
    return steps::change(design, ids, text, [&change](Element &element) {
        if (auto *body = std::get_if<Body>(&element.body))
            change(*body);
    }, mergeKey);
}

[[nodiscard]] DesignStep move(const Design &design, const ElementIds &ids, PlanPoint by, const QString &mergeKey = {});
[[nodiscard]] DesignStep rotate(const Design &design, const ElementIds &ids, PlanPoint centre, double degrees);
// Factors above 0. Turned elements are scaled evenly.
[[nodiscard]] DesignStep scale(const Design &design, const ElementIds &ids, PlanPoint centre, double across, double down);
// Seats are mirrored as mirrorElement() says; companions stay with their wheelchair places, wherever they are.
[[nodiscard]] DesignStep mirror(const Design &design, const ElementIds &ids, PlanPoint centre, MirrorAxis axis);

[[nodiscard]] DesignStep setSection(const Design &design, const ElementIds &ids, SectionId section);
[[nodiscard]] DesignStep setLevel(const Design &design, const ElementIds &ids, LevelId level);
// The only step that changes locked elements, too.
[[nodiscard]] DesignStep setLocked(const Design &design, const ElementIds &ids, bool locked);

enum class Reorder { ToFront, Forward, Backward, ToBack };
[[nodiscard]] DesignStep reorder(const Design &design, const ElementIds &ids, Reorder where);

// Copies beside their originals.
[[nodiscard]] DesignStep duplicate(const Design &design, const ElementIds &ids, PlanPoint by);
// So many copies along a line, evenly: the originals are where it begins. `turn`: each as much as the line has turned.
[[nodiscard]] DesignStep duplicateAlong(const Design &design, const ElementIds &ids, const QList<PlanPoint> &line, qsizetype copies, bool turn);

} // namespace parterre::steps
