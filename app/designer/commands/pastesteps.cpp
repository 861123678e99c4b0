// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/designer/commands/pastesteps.h"

#include "app/designer/commands/elementsteps.h"
#include "app/designer/commands/housesteps.h"
#include "app/designer/commands/stepwords.h"

#include <algorithm>

namespace parterre::steps {

namespace {

// The house with what the elements bring along, and their sections as they are called there.
DesignHouse grown(const Design &design, const CopiedElements &copied, QHash<SectionId, SectionId> &sections)
{
    DesignHouse house = design.house();
    for (const Category &category : copied.categories) {
        if (std::none_of(house.categories.cbegin(), house.categories.cend(), [&](const Category &known) { return known.key == category.key; }))
            house.categories.append(category);
    }
    auto next = static_cast<qint32>(nextSection(design));
    for (const DesignSection &section : copied.sections) {
        const auto known = std::find_if(house.sections.cbegin(), house.sections.cend(), [&](const DesignSection &s) { return s.name == section.name; });
        if (known != house.sections.cend()) {
            sections.insert(section.id, known->id);
        } else {
            sections.insert(section.id, static_cast<SectionId>(next));
            house.sections.append({.id = static_cast<SectionId>(next++), .name = section.name});
        }
    }
    return house;
}

} // namespace

DesignStep paste(const Design &design, const CopiedElements &copied, PlanPoint middle, LevelId level)
{
    QHash<SectionId, SectionId> sections;
    const DesignHouse house = grown(design, copied, sections);
    QRectF bounds;
    for (const Element &element : copied.elements)
        bounds |= pieceOf(element, house).bounds;
    QList<Element> elements = copied.elements;
    for (Element &element : elements) {
        element.at = {element.at.x + middle.x - bounds.center().x(), element.at.y + middle.y - bounds.center().y()};
        element.section = sections.value(element.section);
        element.level = level;
        element.locked = false;
    }
    DesignStep step = add(design, Words::tr("Paste"), elements);
    if (house != design.house() && !step.edit.isEmpty())
        step.edit.house = {design.house(), house};
    return step;
}

} // namespace parterre::steps
