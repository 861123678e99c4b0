// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/calendar/icalproperties.h"

#include <cstdlib>
#include <memory>

namespace parterre::calendar {

using namespace Qt::StringLiterals;

QString rawValue(icalproperty *property)
{
    const std::unique_ptr<char, decltype(&std::free)> value(icalproperty_get_value_as_string_r(property), &std::free);
    return QString::fromUtf8(value.get());
}

QString valueOf(icalcomponent *component, icalproperty_kind kind)
{
    icalproperty *property = icalcomponent_get_first_property(component, kind);
    const icalvalue *value = property ? icalproperty_get_value(property) : nullptr;
    return value && icalvalue_isa(value) == ICAL_TEXT_VALUE ? QString::fromUtf8(icalvalue_get_text(value)) : QString();
}

QStringList unreadOf(icalcomponent *event, QLatin1StringView property)
{
    const QString sign = u" %1 property. Removing entire property:"_s.arg(property);
    QStringList values;
    forEachProperty(event, ICAL_XLICERROR_PROPERTY, [&](icalproperty *error) {
        const QString text = rawValue(error);
        if (const qsizetype at = text.indexOf(sign); at >= 0)
            values.append(text.sliced(at + sign.size()).trimmed());
    });
    return values;
}

std::optional<qint32> sequenceOf(icalcomponent *event)
{
    icalproperty *property = event ? icalcomponent_get_first_property(event, ICAL_SEQUENCE_PROPERTY) : nullptr;
    const int sequence = property ? icalproperty_get_sequence(property) : -1;
    return sequence >= 0 ? std::optional(sequence) : std::nullopt;
}

} // namespace parterre::calendar
