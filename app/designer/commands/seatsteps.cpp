// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/designer/commands/seatsteps.h"

#include "app/designer/commands/bodies.h"
#include "app/designer/commands/elementsteps.h"
#include "app/designer/commands/stepwords.h"
#include "shared/domain/customattributes.h"

#include <algorithm>
#include <functional>

namespace parterre::steps {

namespace {

using Change = std::function<void(SeatStyle &, SeatPlace)>;

QHash<ElementId, QList<SeatPlace>> byElement(const QSet<SeatRef> &seats)
{
    QHash<ElementId, QList<SeatPlace>> places;
    for (const SeatRef &seat : seats)
        places[seat.element].append(seat.place);
    return places;
}

// Details that say nothing are none.
void drop(SeatStyle &style, SeatPlace place)
{
    const auto detail = style.details.constFind(place);
    if (detail != style.details.cend() && *detail == SeatDetail {})
        style.details.erase(detail);
}

// `whole` for elements all of whose seats are meant, `one` for each seat of the others.
DesignStep changeSeats(const Design &design, const SeatChoice &choice, const QString &text, const std::function<void(Element &)> &whole, const Change &one, const QString &mergeKey = {})
{
    const QHash<ElementId, QList<SeatPlace>> places = byElement(choice.seats);
    ElementIds ids = choice.elements;
    for (auto element = places.cbegin(); element != places.cend(); ++element)
        ids.insert(element.key());
    return change(design, ids, text, [&](Element &element) {
        SeatStyle *style = styleOf(element.body);
        const auto some = places.constFind(element.id);
        if (some == places.cend())
            return whole(element);
        for (const SeatPlace place : *some) {
            if (style && hasPlace(element.body, place))
                one(*style, place);
        }
    }, mergeKey);
}

// To be done to each seat of an element, whether something is said of it or not.
std::function<void(Element &)> toEach(const Change &one)
{
    return [&one](Element &element) {
        SeatStyle *style = styleOf(element.body);
        const QList<SeatPlace> places = style ? placesOf(element.body) : QList<SeatPlace>();
        for (const SeatPlace place : places)
            one(*style, place);
    };
}

// What all seats of a style have now, single ones have no longer otherwise.
template<class Value>
void forget(SeatStyle &style, std::optional<Value> SeatDetail::*said)
{
    for (const SeatPlace place : style.details.keys()) {
        (style.details[place].*said).reset();
        drop(style, place);
    }
}

void setAttribute(SeatStyle &style, SeatPlace place, SeatAttribute attribute, bool on)
{
    SeatDetail &detail = style.details[place];
    detail.attributes.setFlag(attribute, on);
    if (attribute == SeatAttribute::Companion && !on)
        detail.companionOf.reset();
    drop(style, place);
}

void setCustomAttributes(SeatStyle &style, SeatPlace place, const QStringList &attributes, bool on)
{
    SeatDetail &detail = style.details[place];
    QStringList now = detail.customAttributes;
    for (const QString &attribute : attributes)
        now.removeAll(attribute);
    if (on) {
        now.append(attributes);
        std::sort(now.begin(), now.end());
    }
    if (areCustomAttributes(now))
        detail.customAttributes = now;
    drop(style, place);
}

} // namespace

void giveCategory(Element &element, const QString &key)
{
    if (auto *area = std::get_if<AreaBody>(&element.body))
        area->category = key;
    SeatStyle *style = styleOf(element.body);
    if (!style)
        return;
    style->category = key;
    forget(*style, &SeatDetail::category);
}

DesignStep setCategory(const Design &design, const SeatChoice &choice, const QString &key, const QString &mergeKey)
{
    const auto whole = [&](Element &element) { giveCategory(element, key); };
    const auto one = [&](SeatStyle &style, SeatPlace place) {
        SeatDetail &detail = style.details[place];
        if (key == style.category)
            detail.category.reset();
        else
            detail.category = key;
        drop(style, place);
    };
    return changeSeats(design, choice, Words::tr("Change the category"), whole, one, mergeKey);
}

DesignStep setAttribute(const Design &design, const SeatChoice &choice, SeatAttribute attribute, bool on)
{
    const Change one = [&](SeatStyle &style, SeatPlace place) { setAttribute(style, place, attribute, on); };
    return changeSeats(design, choice, Words::tr("Change the seats' attributes"), toEach(one), one);
}

DesignStep setCustomAttributes(const Design &design, const SeatChoice &choice, const QStringList &attributes, bool on, const QString &mergeKey)
{
    const Change one = [&](SeatStyle &style, SeatPlace place) { setCustomAttributes(style, place, attributes, on); };
    return changeSeats(design, choice, Words::tr("Change the seats' attributes"), toEach(one), one, mergeKey);
}

DesignStep setRadius(const Design &design, const SeatChoice &choice, double radius, const QString &mergeKey)
{
    const auto whole = [&](Element &element) {
        SeatStyle *style = styleOf(element.body);
        if (!style)
            return;
        style->radius = radius;
        forget(*style, &SeatDetail::radius);
    };
    const auto one = [&](SeatStyle &style, SeatPlace place) {
        style.details[place].radius = radius == style.radius ? std::nullopt : std::optional(radius);
        drop(style, place);
    };
    return changeSeats(design, choice, Words::tr("Change the seats' size"), whole, one, mergeKey);
}

DesignStep setMissing(const Design &design, const QSet<SeatRef> &seats, bool missing)
{
    const QString text = missing ? Words::tr("Take seats out") : Words::tr("Put seats back");
    return changeSeats(design, {.seats = seats}, text, [](Element &) {}, [missing](SeatStyle &style, SeatPlace place) {
        style.details[place].missing = missing;
        drop(style, place);
    });
}

DesignStep setNumber(const Design &design, SeatRef seat, const QString &number)
{
    return changeSeats(design, {.seats = {seat}}, Words::tr("Change a seat's number"), [](Element &) {}, [&](SeatStyle &style, SeatPlace place) {
        SeatDetail &detail = style.details[place];
        detail.number = number.isEmpty() ? std::nullopt : std::optional(number);
        detail.label.reset();
        drop(style, place);
    });
}

DesignStep setCompanion(const Design &design, SeatRef wheelchair, SeatRef companion)
{
    const QString text = Words::tr("Join a companion's seat");
    const auto isFree = [&](SeatRef seat) {
        const Element *element = design.find(seat.element);
        return element && !element->locked && hasPlace(element->body, seat.place);
    };
    if (wheelchair == companion || !isFree(wheelchair) || !isFree(companion))
        return {.text = text};
    const auto tell = [](Element &element, SeatPlace place, SeatAttribute is, SeatAttribute isNot, std::optional<SeatRef> of) {
        SeatDetail &detail = styleOf(element.body)->details[place];
        detail.attributes.setFlag(is);
        detail.attributes.setFlag(isNot, false);
        detail.companionOf = of;
    };
    return change(design, {wheelchair.element, companion.element}, text, [&](Element &element) {
        if (element.id == wheelchair.element)
            tell(element, wheelchair.place, SeatAttribute::Wheelchair, SeatAttribute::Companion, std::nullopt);
        if (element.id == companion.element)
            tell(element, companion.place, SeatAttribute::Companion, SeatAttribute::Wheelchair, wheelchair);
    });
}

const SeatDetail &detailOf(const Design &design, SeatRef seat)
{
    static const SeatDetail nothing;
    const Element *element = design.find(seat.element);
    const SeatStyle *style = element ? styleOf(element->body) : nullptr;
    if (!style)
        return nothing;
    const auto detail = style->details.constFind(seat.place);
    return detail != style->details.cend() ? *detail : nothing;
}

QString categoryOf(const Design &design, SeatRef seat)
{
    const Element *element = design.find(seat.element);
    const SeatStyle *style = element ? styleOf(element->body) : nullptr;
    return style ? detailOf(design, seat).category.value_or(style->category) : QString();
}

QStringList customAttributesOf(const Design &design)
{
    QSet<QString> all;
    for (const Element &element : design.elements()) {
        if (const SeatStyle *style = styleOf(element.body)) {
            for (const SeatDetail &detail : style->details) {
                for (const QString &attribute : detail.customAttributes)
                    all.insert(attribute);
            }
        }
    }
    QStringList sorted(all.cbegin(), all.cend());
    std::sort(sorted.begin(), sorted.end());
    return sorted;
}

QList<SeatRef> seatsOf(const Design &design, const SeatChoice &choice)
{
    const QHash<ElementId, QList<SeatPlace>> some = byElement(choice.seats);
    QList<SeatRef> seats;
    for (const Element &element : design.elements()) {
        QList<SeatPlace> places = some.value(element.id);
        std::sort(places.begin(), places.end());
        if (choice.elements.contains(element.id) && places.isEmpty())
            places = placesOf(element.body);
        for (const SeatPlace place : places)
            seats.append({element.id, place});
    }
    return seats;
}

} // namespace parterre::steps
