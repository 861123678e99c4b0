// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/designer/model/seatjson.h"

#include "shared/domain/customattributes.h"
#include "shared/domain/planvalidation.h"

#include <algorithm>

namespace parterre::designjson {

using namespace Qt::StringLiterals;
using planio::JsonPlace;
using planio::StrictObject;

namespace {

// The words of enumerations, in their order.
const QStringList kLabelStyles {u"numbers"_s, u"letters"_s, u"small-letters"_s};
const QStringList kSeatOrders {u"left-to-right"_s, u"right-to-left"_s, u"odd-left"_s, u"odd-right"_s};
const QStringList kAttributes {u"wheelchair"_s, u"companion"_s, u"restricted-view"_s, u"aisle"_s, u"step-free"_s, u"house-seat"_s};

QStringList writableCustomAttributes(const QStringList &attributes)
{
    if (areCustomAttributes(attributes))
        return attributes;
    QStringList plain;
    for (const QString &attribute : attributes)
        plain.append(writable(attribute));
    plain = listedCustomAttributes(plain.join(u'\n'));
    plain.removeIf([](const QString &attribute) { return !isCustomAttribute(attribute); });
    return plain.first(std::min(plain.size(), PlanLimits::kCustomAttributes));
}

QJsonObject detailJson(SeatPlace place, const SeatDetail &detail)
{
    Writer json;
    json.add("row"_L1, place.row, 0);
    json.set("seat"_L1, place.seat);
    json.add("missing"_L1, detail.missing, false);
    if (detail.category)
        json.set("category"_L1, *detail.category);
    if (detail.number)
        json.set("number"_L1, *detail.number);
    if (detail.label)
        json.set("label"_L1, *detail.label);
    if (detail.position)
        json.set("position"_L1, toJson(*detail.position));
    if (detail.radius)
        json.set("radius"_L1, *detail.radius);
    QStringList attributes;
    for (qsizetype i = 0; i < kAttributes.size(); ++i) {
        if (detail.attributes.testFlag(static_cast<SeatAttribute>(1 << i)))
            attributes.append(kAttributes[i]);
    }
    json.addList("attributes"_L1, attributes);
    if (detail.companionOf)
        json.set("companionOf"_L1, QJsonArray {static_cast<qint32>(detail.companionOf->element), detail.companionOf->place.row, detail.companionOf->place.seat});
    json.addList("externalIds"_L1, detail.externalIds);
    json.addList("customAttributes"_L1, writableCustomAttributes(detail.customAttributes));
    return json.object();
}

std::pair<SeatPlace, SeatDetail> detailFrom(const QJsonValue &value, const JsonPlace &place, QString &fault)
{
    StrictObject object(value, place, fault);
    SeatDetail detail;
    const SeatPlace seat {bounded(object, "row"_L1, 0, kMaxBlockRows, 0), bounded(object, "seat"_L1, 0, kMaxPlanSeats, -1)};
    if (seat.seat < 0)
        object.fail("seat"_L1, u"is missing"_s);
    detail.missing = object.flag("missing"_L1);
    if (object.has("category"_L1))
        detail.category = shortText(object, "category"_L1, PlanLimits::kKeyLength);
    if (object.has("number"_L1))
        detail.number = shortText(object, "number"_L1, PlanLimits::kNumberLength);
    if (object.has("label"_L1))
        detail.label = shortText(object, "label"_L1, PlanLimits::kLabelLength);
    if (object.has("position"_L1))
        detail.position = pointFrom(object.value("position"_L1), place.member("position"_L1), fault);
    if (object.has("radius"_L1))
        detail.radius = bounded(object, "radius"_L1, 0.0, PlanLimits::kRadius, 0.0);
    for (const QString &word : object.has("attributes"_L1) ? object.texts("attributes"_L1) : QStringList()) {
        const qsizetype index = kAttributes.indexOf(word);
        if (index < 0 || detail.attributes.testFlag(static_cast<SeatAttribute>(1 << index)))
            object.fail("attributes"_L1, u"has an unknown one, or one twice"_s);
        else
            detail.attributes.setFlag(static_cast<SeatAttribute>(1 << index));
    }
    if (object.has("companionOf"_L1)) {
        const QJsonArray of = object.array("companionOf"_L1);
        if (of.size() != 3 || of[0].toInt(-1) < 1 || of[1].toInt(-1) < 0 || of[2].toInt(-1) < 0)
            object.fail("companionOf"_L1, u"has to be element, row and seat"_s);
        else
            detail.companionOf = SeatRef {static_cast<ElementId>(of[0].toInt()), {of[1].toInt(), of[2].toInt()}};
    }
    if (object.has("externalIds"_L1))
        detail.externalIds = object.texts("externalIds"_L1);
    const auto tooLong = [](const QString &id) { return id.size() > PlanLimits::kExternalIdLength; };
    if (detail.externalIds.size() > PlanLimits::kExternalIds || std::any_of(detail.externalIds.cbegin(), detail.externalIds.cend(), tooLong))
        object.fail("externalIds"_L1, u"are too many or too long"_s);
    detail.customAttributes = object.texts("customAttributes"_L1);
    if (!areCustomAttributes(detail.customAttributes))
        object.fail("customAttributes"_L1, u"are too many, too long, unsorted or no such words"_s);
    object.finish();
    return {seat, detail};
}

} // namespace

QJsonObject toJson(const LabelScheme &scheme)
{
    Writer json;
    json.addWord("style"_L1, kLabelStyles, static_cast<int>(scheme.style), static_cast<int>(LabelScheme().style));
    json.add("first"_L1, scheme.first, 1);
    json.add("step"_L1, scheme.step, 1);
    json.add("without"_L1, scheme.without, QString());
    json.add("prefix"_L1, scheme.prefix, QString());
    json.add("suffix"_L1, scheme.suffix, QString());
    json.add("backwards"_L1, scheme.backwards, false);
    return json.object();
}

LabelScheme labelSchemeFrom(StrictObject &parent, QLatin1StringView key, const JsonPlace &place, QString &fault)
{
    LabelScheme scheme;
    if (!parent.has(key))
        return scheme;
    const JsonPlace here = place.member(key);
    StrictObject object(parent.value(key), here, fault);
    scheme.style = wordFrom(object, "style"_L1, kLabelStyles, scheme.style);
    scheme.first = bounded(object, "first"_L1, 0, 1'000'000, scheme.first);
    scheme.step = bounded(object, "step"_L1, -1'000, 1'000, scheme.step);
    scheme.without = shortText(object, "without"_L1, kLongestText);
    scheme.prefix = shortText(object, "prefix"_L1, kLongestText);
    scheme.suffix = shortText(object, "suffix"_L1, kLongestText);
    scheme.backwards = object.flag("backwards"_L1);
    object.finish();
    return scheme;
}

QJsonObject toJson(const SeatNumbering &numbering)
{
    Writer json;
    json.addWord("order"_L1, kSeatOrders, static_cast<int>(numbering.order), 0);
    json.addWord("style"_L1, kLabelStyles, static_cast<int>(numbering.style), 0);
    json.add("first"_L1, numbering.first, 1);
    json.add("step"_L1, numbering.step, 1);
    json.add("without"_L1, numbering.without, QString());
    json.addList("skipped"_L1, numbering.skipped);
    json.add("prefix"_L1, numbering.prefix, QString());
    json.add("startsAnewAtAisles"_L1, numbering.startsAnewAtAisles, false);
    return json.object();
}

SeatNumbering numberingFrom(StrictObject &parent, const JsonPlace &place, QString &fault)
{
    SeatNumbering numbering;
    if (!parent.has("numbering"_L1))
        return numbering;
    const JsonPlace here = place.member("numbering"_L1);
    StrictObject object(parent.value("numbering"_L1), here, fault);
    numbering.order = wordFrom(object, "order"_L1, kSeatOrders, numbering.order);
    numbering.style = wordFrom(object, "style"_L1, kLabelStyles, numbering.style);
    numbering.first = bounded(object, "first"_L1, 0, 1'000'000, numbering.first);
    numbering.step = bounded(object, "step"_L1, -1'000, 1'000, numbering.step);
    numbering.without = shortText(object, "without"_L1, kLongestText);
    readItems(object, "skipped"_L1, 1'000, [&](const QJsonValue &value, qsizetype) { numbering.skipped.append(value.toInt(-1)); });
    if (numbering.skipped.contains(-1))
        object.fail("skipped"_L1, u"has to be a list of whole numbers"_s);
    numbering.prefix = shortText(object, "prefix"_L1, kLongestText);
    numbering.startsAnewAtAisles = object.flag("startsAnewAtAisles"_L1);
    object.finish();
    return numbering;
}

void write(Writer &json, const SeatStyle &style)
{
    json.add("category"_L1, style.category, QString());
    json.add("radius"_L1, style.radius, SeatStyle().radius);
    QJsonArray details;
    for (auto detail = style.details.cbegin(); detail != style.details.cend(); ++detail)
        details.append(detailJson(detail.key(), *detail));
    if (!details.isEmpty())
        json.set("details"_L1, details);
}

SeatStyle styleFrom(StrictObject &object, const JsonPlace &place, QString &fault)
{
    SeatStyle style;
    style.category = shortText(object, "category"_L1, PlanLimits::kKeyLength);
    style.radius = bounded(object, "radius"_L1, 0.0, PlanLimits::kRadius, style.radius);
    readItems(object, "details"_L1, kMaxPlanSeats, [&](const QJsonValue &value, qsizetype i) {
        const auto [seat, detail] = detailFrom(value, place.item("details"_L1, i), fault);
        if (style.details.contains(seat))
            object.fail("details"_L1, u"name a seat twice"_s);
        style.details.insert(seat, detail);
    });
    return style;
}

} // namespace parterre::designjson
