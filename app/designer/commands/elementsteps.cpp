// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/designer/commands/elementsteps.h"

#include "app/designer/commands/stepwords.h"
#include "app/designer/model/smoothline.h"
#include "app/designer/model/turning.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace parterre::steps {

namespace {

double tidyAngle(double degrees)
{
    const double angle = std::remainder(degrees, 360);
    return angle == -180 ? 180 : angle;
}

PlanPoint turned(PlanPoint point, PlanPoint centre, double degrees)
{
    const PlanPoint from = Turn(degrees)({point.x - centre.x, point.y - centre.y});
    return {centre.x + from.x, centre.y + from.y};
}

QList<Element> chosen(const Design &design, const ElementIds &ids)
{
    QList<Element> elements;
    for (const Element &element : design.elements()) {
        if (ids.contains(element.id))
            elements.append(element);
    }
    return elements;
}

// Each element once, in its place, without those that stay as they are.
DesignEdit changed(const Design &design, const ElementIds &ids, bool lockedToo, const std::function<void(Element &)> &change)
{
    DesignEdit edit;
    for (const Element &element : design.elements()) {
        if (!ids.contains(element.id) || (element.locked && !lockedToo))
            continue;
        Element after = element;
        change(after);
        if (after != element)
            edit.elements.append({.before = element, .after = std::move(after)});
    }
    return edit;
}

// Companions of seats in the elements of an edit name what `now` makes of their wheelchair places. They may be in other
// elements, and in locked ones.
void renameWheelchairs(const Design &design, DesignEdit &edit, const std::function<std::optional<SeatRef>(const SeatRef &)> &now)
{
    QHash<ElementId, qsizetype> changes;
    for (const ElementChange &change : std::as_const(edit.elements))
        changes.insert(change.id(), changes.size());
    const QHash<ElementId, qsizetype> meant = changes;
    const auto follows = [&](const SeatDetail &detail) { return detail.companionOf && meant.contains(detail.companionOf->element); };
    for (const Element &element : design.elements()) {
        const SeatStyle *style = styleOf(element.body);
        if (!style || std::none_of(style->details.cbegin(), style->details.cend(), follows))
            continue;
        if (!changes.contains(element.id)) {
            changes.insert(element.id, edit.elements.size());
            edit.elements.append({.before = element, .after = element});
        }
        std::optional<Element> &after = edit.elements[changes.value(element.id)].after;
        if (!after)
            continue; // goes with them
        for (SeatDetail &detail : styleOf(after->body)->details) {
            if (follows(detail))
                detail.companionOf = now(*detail.companionOf);
        }
    }
    edit.elements.removeIf([](const ElementChange &change) { return change.before == change.after; });
}

// With ids from this one on.
QList<Element> numbered(QList<Element> elements, qint32 next)
{
    QHash<ElementId, ElementId> news;
    for (Element &element : elements) {
        news.insert(element.id, static_cast<ElementId>(next));
        element.id = static_cast<ElementId>(next++);
    }
    for (Element &element : elements) {
        SeatStyle *style = styleOf(element.body);
        if (!style || std::none_of(style->details.cbegin(), style->details.cend(), [](const SeatDetail &detail) { return detail.companionOf.has_value(); }))
            continue;
        for (SeatDetail &detail : style->details) {
            if (!detail.companionOf)
                continue;
            // A companion without its wheelchair place is one of nobody.
            if (news.contains(detail.companionOf->element))
                detail.companionOf->element = news.value(detail.companionOf->element);
            else
                detail.companionOf.reset();
        }
    }
    return elements;
}

// All of them, or none where they are too many.
DesignEdit onTop(const Design &design, const QList<Element> &elements)
{
    DesignEdit edit;
    qsizetype at = design.elements().size();
    if (elements.size() > kMaxElements - at)
        return edit;
    for (const Element &element : elements)
        edit.elements.append({.after = element, .to = at++});
    return edit;
}

} // namespace

Element newElement(const Design &design, ElementBody body, PlanPoint at, SectionId section, LevelId level)
{
    return {.id = design.nextElement(), .section = section, .level = level, .at = at, .body = std::move(body)};
}

QList<Element> withNewIds(const Design &design, const QList<Element> &elements)
{
    return numbered(elements, static_cast<qint32>(design.nextElement()));
}

DesignStep add(const Design &design, const QString &text, const QList<Element> &elements)
{
    return {.text = text, .edit = onTop(design, withNewIds(design, elements))};
}

DesignStep remove(const Design &design, const ElementIds &ids)
{
    DesignStep step;
    for (qsizetype i = 0; i < design.elements().size(); ++i) {
        const Element &element = design.elements()[i];
        if (ids.contains(element.id) && !element.locked)
            step.edit.elements.append({.before = element, .from = i});
    }
    step.text = Words::tr("Delete %Ln objects", nullptr, static_cast<int>(step.edit.elements.size()));
    renameWheelchairs(design, step.edit, [](const SeatRef &) { return std::nullopt; });
    return step;
}

DesignStep change(const Design &design, const ElementIds &ids, const QString &text, const std::function<void(Element &)> &change, const QString &mergeKey)
{
    return {.text = text, .edit = changed(design, ids, false, change), .mergeKey = mergeKey};
}

DesignStep move(const Design &design, const ElementIds &ids, PlanPoint by, const QString &mergeKey)
{
    return change(design, ids, Words::tr("Move"), [by](Element &element) {
        element.at.x += by.x;
        element.at.y += by.y;
    }, mergeKey);
}

DesignStep rotate(const Design &design, const ElementIds &ids, PlanPoint centre, double degrees)
{
    return change(design, ids, Words::tr("Rotate"), [=](Element &element) {
        if (tidyAngle(degrees) == 0)
            return;
        element.at = turned(element.at, centre, degrees);
        element.rotation = tidyAngle(element.rotation + degrees);
    });
}

DesignStep scale(const Design &design, const ElementIds &ids, PlanPoint centre, double across, double down)
{
    return change(design, ids, Words::tr("Scale"), [=](Element &element) {
        element.at = {centre.x + (element.at.x - centre.x) * across, centre.y + (element.at.y - centre.y) * down};
        const double quarters = element.rotation / 90;
        if (quarters != std::round(quarters))
            scaleBody(element.body, std::sqrt(across * down), std::sqrt(across * down));
        else if (static_cast<int>(quarters) % 2 != 0)
            scaleBody(element.body, down, across);
        else
            scaleBody(element.body, across, down);
    });
}

DesignStep mirror(const Design &design, const ElementIds &ids, PlanPoint centre, MirrorAxis axis)
{
    const bool vertical = axis == MirrorAxis::Vertical;
    DesignStep step = change(design, ids, vertical ? Words::tr("Mirror left to right") : Words::tr("Mirror upside down"), [=](Element &element) {
        if (vertical)
            element.at.x = 2 * centre.x - element.at.x;
        else
            element.at.y = 2 * centre.y - element.at.y;
        mirrorElement(element, axis);
        element.rotation = tidyAngle(element.rotation);
    });
    renameWheelchairs(design, step.edit, [&design](const SeatRef &seat) { return SeatRef {seat.element, mirroredPlace(design.find(seat.element)->body, seat.place)}; });
    return step;
}

DesignStep setSection(const Design &design, const ElementIds &ids, SectionId section)
{
    return change(design, ids, Words::tr("Change the section"), [section](Element &element) { element.section = section; });
}

DesignStep setLevel(const Design &design, const ElementIds &ids, LevelId level)
{
    return change(design, ids, Words::tr("Change the level"), [level](Element &element) { element.level = level; });
}

DesignStep setLocked(const Design &design, const ElementIds &ids, bool locked)
{
    return {.text = locked ? Words::tr("Lock") : Words::tr("Unlock"), .edit = changed(design, ids, true, [locked](Element &element) { element.locked = locked; })};
}

DesignStep reorder(const Design &design, const ElementIds &ids, Reorder where)
{
    QList<qsizetype> order;
    for (qsizetype i = 0; i < design.elements().size(); ++i)
        order.append(i);
    const auto isChosen = [&](qsizetype i) { return ids.contains(design.elements()[i].id) && !design.elements()[i].locked; };
    QString text;
    switch (where) {
    case Reorder::ToFront:
        std::stable_partition(order.begin(), order.end(), [&](qsizetype i) { return !isChosen(i); });
        text = Words::tr("Bring to front");
        break;
    case Reorder::ToBack:
        std::stable_partition(order.begin(), order.end(), isChosen);
        text = Words::tr("Send to back");
        break;
    case Reorder::Forward:
        for (qsizetype i = order.size() - 2; i >= 0; --i) {
            if (isChosen(order[i]) && !isChosen(order[i + 1]))
                order.swapItemsAt(i, i + 1);
        }
        text = Words::tr("Bring forward");
        break;
    case Reorder::Backward:
        for (qsizetype i = 1; i < order.size(); ++i) {
            if (isChosen(order[i]) && !isChosen(order[i - 1]))
                order.swapItemsAt(i, i - 1);
        }
        text = Words::tr("Send backward");
        break;
    }
    DesignStep step {.text = text};
    for (qsizetype to = 0; to < order.size(); ++to) {
        const Element &element = design.elements()[order[to]];
        if (order[to] != to)
            step.edit.elements.append({.before = element, .after = element, .from = order[to], .to = to});
    }
    return step;
}

DesignStep duplicate(const Design &design, const ElementIds &ids, PlanPoint by)
{
    QList<Element> copies = chosen(design, ids);
    for (Element &copy : copies) {
        copy.at = {copy.at.x + by.x, copy.at.y + by.y};
        copy.locked = false;
    }
    return add(design, Words::tr("Duplicate"), copies);
}

DesignStep duplicateAlong(const Design &design, const ElementIds &ids, const QList<PlanPoint> &line, qsizetype copies, bool turn)
{
    const QList<Element> originals = chosen(design, ids);
    DesignStep step {.text = Words::tr("Duplicate along a line")};
    if (originals.isEmpty() || line.size() < 2 || copies < 1 || copies > (kMaxElements - design.elements().size()) / originals.size())
        return step;
    const QList<PlanPoint> stops = evenlyAlong(line, copies + 1);
    const auto heading = [&](qsizetype stop) {
        const PlanPoint from = stops[std::max<qsizetype>(stop - 1, 0)];
        const PlanPoint to = stops[std::min(stop + 1, stops.size() - 1)];
        return std::atan2(to.y - from.y, to.x - from.x) * 180 / std::numbers::pi;
    };
    QList<Element> all;
    for (qsizetype stop = 1; stop < stops.size(); ++stop) {
        QList<Element> moved = originals;
        for (Element &copy : moved) {
            copy.at = {copy.at.x + stops[stop].x - stops[0].x, copy.at.y + stops[stop].y - stops[0].y};
            copy.locked = false;
            if (turn) {
                const double angle = heading(stop) - heading(0);
                copy.at = turned(copy.at, stops[stop], angle);
                copy.rotation = tidyAngle(copy.rotation + angle);
            }
        }
        all += numbered(moved, static_cast<qint32>(design.nextElement()) + static_cast<qint32>(all.size()));
    }
    step.edit = onTop(design, all);
    return step;
}

} // namespace parterre::steps
