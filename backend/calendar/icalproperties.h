// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

#include <libical/ical.h>

#include <optional>
#include <vector>

namespace parterre::calendar {

// What libical knows of a component, in Qt's types.

// As it is written in a file.
[[nodiscard]] QString rawValue(icalproperty *property);
// Of the first such property that is text; else empty.
[[nodiscard]] QString valueOf(icalcomponent *component, icalproperty_kind kind);
// What libical could not read of that property: it has left it out, and says so in a property of its own.
[[nodiscard]] QStringList unreadOf(icalcomponent *event, QLatin1StringView property);
// Nothing: no event, or it does not say.
[[nodiscard]] std::optional<qint32> sequenceOf(icalcomponent *event);

// Gathered first: a component has one place to go on from, and whoever is called may look for other properties.
template<class Visit>
void forEachProperty(icalcomponent *component, icalproperty_kind kind, Visit visit)
{
    std::vector<icalproperty *> properties;
    for (icalproperty *property = icalcomponent_get_first_property(component, kind); property; property = icalcomponent_get_next_property(component, kind))
        properties.push_back(property);
    for (icalproperty *property : properties)
        visit(property);
}

template<class Visit>
void forEachComponent(icalcomponent *parent, icalcomponent_kind kind, Visit visit)
{
    for (icalcomponent *child = icalcomponent_get_first_component(parent, kind); child; child = icalcomponent_get_next_component(parent, kind))
        visit(child);
}

} // namespace parterre::calendar
