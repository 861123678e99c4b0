// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/designer/model/bodyjson.h"

#include "app/designer/model/seatjson.h"
#include "shared/domain/planvalidation.h"

#include <algorithm>

namespace parterre::designjson {

namespace {

using namespace Qt::StringLiterals;
using planio::JsonPlace;
using planio::StrictObject;

constexpr double kFar = PlanLimits::kCoordinate;

// The words of enumerations, in their order.
const QStringList kLabelPositions {u"none"_s, u"start"_s, u"end"_s, u"both"_s};
const QStringList kTableShapes {u"round"_s, u"rectangle"_s};
const QStringList kShapeKinds {u"polygon"_s, u"rectangle"_s, u"ellipse"_s, u"text"_s, u"stage"_s};
const QStringList kIconKinds {u"entrance"_s, u"exit"_s, u"stairs"_s, u"lift"_s, u"toilets"_s, u"wheelchair"_s, u"bar"_s, u"cloakroom"_s, u"first-aid"_s};

void write(Writer &json, const BlockBody &body)
{
    const BlockBody usual;
    json.set("rows"_L1, body.rows);
    json.set("seats"_L1, body.seats);
    json.add("spacing"_L1, body.spacing, usual.spacing);
    json.add("rowSpacing"_L1, body.rowSpacing, usual.rowSpacing);
    json.add("bend"_L1, body.bend, usual.bend);
    json.add("taper"_L1, body.taper, usual.taper);
    json.add("oddLeft"_L1, body.oddLeft, false);
    QJsonArray aisles, names;
    for (const AisleGap &aisle : body.aisles)
        aisles.append(QJsonArray {aisle.before, writable(aisle.width)});
    for (auto name = body.rowNames.cbegin(); name != body.rowNames.cend(); ++name)
        names.append(QJsonArray {name.key(), writable(*name)});
    if (!aisles.isEmpty())
        json.set("aisles"_L1, aisles);
    if (!names.isEmpty())
        json.set("rowNames"_L1, names);
    json.addObject("rowLabels"_L1, toJson(body.rowLabels));
    json.addWord("labelPosition"_L1, kLabelPositions, static_cast<int>(body.labelPosition), static_cast<int>(usual.labelPosition));
    json.addObject("numbering"_L1, toJson(body.numbering));
}

BlockBody blockFrom(StrictObject &object, const JsonPlace &place, QString &fault)
{
    BlockBody body;
    body.rows = bounded(object, "rows"_L1, 1, kMaxBlockRows, body.rows);
    body.seats = bounded(object, "seats"_L1, 1, kMaxRowSeats, body.seats);
    body.spacing = bounded(object, "spacing"_L1, 0.0, kFar, body.spacing);
    body.rowSpacing = bounded(object, "rowSpacing"_L1, 0.0, kFar, body.rowSpacing);
    body.bend = bounded(object, "bend"_L1, -360.0, 360.0, body.bend);
    body.taper = bounded(object, "taper"_L1, -1'000.0, 1'000.0, body.taper);
    body.oddLeft = object.flag("oddLeft"_L1);
    readItems(object, "aisles"_L1, kMaxRowSeats, [&](const QJsonValue &value, qsizetype) {
        const QJsonArray gap = value.toArray();
        // Those that only longer rows have lie beyond the ends of the first.
        const AisleGap aisle {gap[0].toInt(-kMaxRowSeats - 1), gap[1].toDouble(-1)};
        if (gap.size() != 2 || aisle.before < -kMaxRowSeats || aisle.before > kMaxRowSeats || !(aisle.width >= 0 && aisle.width <= kFar) || (!body.aisles.isEmpty() && body.aisles.constLast().before >= aisle.before))
            object.fail("aisles"_L1, u"have to be seat and width, ascending"_s);
        body.aisles.append(aisle);
    });
    readItems(object, "rowNames"_L1, kMaxBlockRows, [&](const QJsonValue &value, qsizetype) {
        const QJsonArray name = value.toArray();
        const qint32 row = name[0].toInt(-1);
        if (name.size() != 2 || row < 0 || row >= kMaxBlockRows || (!body.rowNames.isEmpty() && body.rowNames.lastKey() >= row) || !name[1].isString() || name[1].toString().size() > kLongestText || !isPlanText(name[1].toString()))
            object.fail("rowNames"_L1, u"have to be row and name, ascending"_s);
        body.rowNames.insert(row, name[1].toString());
    });
    body.rowLabels = labelSchemeFrom(object, "rowLabels"_L1, place, fault);
    body.labelPosition = wordFrom(object, "labelPosition"_L1, kLabelPositions, body.labelPosition);
    body.numbering = numberingFrom(object, place, fault);
    return body;
}

void write(Writer &json, const CurveBody &body)
{
    json.addPoints("points"_L1, body.points);
    json.set("seats"_L1, body.seats);
    json.add("label"_L1, body.label, QString());
    json.addWord("labelPosition"_L1, kLabelPositions, static_cast<int>(body.labelPosition), static_cast<int>(CurveBody().labelPosition));
    json.addObject("numbering"_L1, toJson(body.numbering));
}

CurveBody curveFrom(StrictObject &object, const JsonPlace &place, QString &fault)
{
    CurveBody body;
    body.points = pointsFrom(object, "points"_L1, place, fault);
    body.seats = bounded(object, "seats"_L1, 0, kMaxRowSeats, body.seats);
    body.label = shortText(object, "label"_L1, kLongestText);
    body.labelPosition = wordFrom(object, "labelPosition"_L1, kLabelPositions, body.labelPosition);
    body.numbering = numberingFrom(object, place, fault);
    return body;
}

void write(Writer &json, const LooseBody &body)
{
    json.add("label"_L1, body.label, QString());
    json.addWord("labelPosition"_L1, kLabelPositions, static_cast<int>(body.labelPosition), static_cast<int>(LooseBody().labelPosition));
    json.addPoints("seats"_L1, body.seats);
    json.addList("numbers"_L1, body.numbers);
}

LooseBody looseFrom(StrictObject &object, const JsonPlace &place, QString &fault)
{
    LooseBody body;
    body.label = shortText(object, "label"_L1, kLongestText);
    body.labelPosition = wordFrom(object, "labelPosition"_L1, kLabelPositions, body.labelPosition);
    readItems(object, "seats"_L1, kMaxPlanSeats, [&](const QJsonValue &value, qsizetype i) { body.seats.append(pointFrom(value, place.item("seats"_L1, i), fault)); });
    if (object.has("numbers"_L1))
        body.numbers = object.texts("numbers"_L1);
    const auto bad = [](const QString &number) { return number.size() > PlanLimits::kNumberLength || !isPlanText(number); };
    if (body.numbers.size() != body.seats.size() || std::any_of(body.numbers.cbegin(), body.numbers.cend(), bad))
        object.fail("numbers"_L1, u"have to be as many as seats, and short"_s);
    return body;
}

void write(Writer &json, const TableBody &body)
{
    const TableBody usual;
    json.add("label"_L1, body.label, QString());
    json.addWord("shape"_L1, kTableShapes, static_cast<int>(body.shape), static_cast<int>(usual.shape));
    json.set("size"_L1, toJson(body.size));
    json.add("soldWhole"_L1, body.soldWhole, false);
    json.add("chairs"_L1, body.chairs, usual.chairs);
    if (body.sides != usual.sides)
        json.addList("sides"_L1, body.sides);
    json.add("chairGap"_L1, body.chairGap, usual.chairGap);
    json.addPoints("seats"_L1, body.seats);
    json.addObject("numbering"_L1, toJson(body.numbering));
}

TableBody tableFrom(StrictObject &object, const JsonPlace &place, QString &fault)
{
    TableBody body;
    body.label = shortText(object, "label"_L1, kLongestText);
    body.shape = wordFrom(object, "shape"_L1, kTableShapes, body.shape);
    body.size = pointFrom(object.value("size"_L1), place.member("size"_L1), fault);
    body.soldWhole = object.flag("soldWhole"_L1);
    body.chairs = bounded(object, "chairs"_L1, 0, kMaxRowSeats, body.chairs);
    const QJsonArray sides = object.arrayIfAny("sides"_L1);
    if (!sides.isEmpty() && sides.size() != 4)
        object.fail("sides"_L1, u"have to be four"_s);
    for (qsizetype i = 0; i < sides.size() && !object.failed(); ++i) {
        const qint32 chairs = sides[i].toInt(-1);
        if (chairs < 0 || chairs > kMaxRowSeats)
            object.fail("sides"_L1, u"have to be numbers of chairs"_s);
        body.sides[static_cast<std::size_t>(i)] = chairs;
    }
    body.chairGap = bounded(object, "chairGap"_L1, 0.0, kFar, body.chairGap);
    body.seats = pointsFrom(object, "seats"_L1, place, fault);
    body.numbering = numberingFrom(object, place, fault);
    return body;
}

void write(Writer &json, const AreaBody &body)
{
    json.add("name"_L1, body.name, QString());
    json.addPoints("outline"_L1, body.outline);
    json.add("category"_L1, body.category, QString());
    json.set("capacity"_L1, body.capacity);
}

AreaBody areaFrom(StrictObject &object, const JsonPlace &place, QString &fault)
{
    AreaBody body;
    body.name = shortText(object, "name"_L1, PlanLimits::kNameLength);
    body.outline = pointsFrom(object, "outline"_L1, place, fault);
    body.category = shortText(object, "category"_L1, PlanLimits::kKeyLength);
    body.capacity = bounded(object, "capacity"_L1, 0, kMaxPlanSeats, body.capacity);
    return body;
}

void write(Writer &json, const FloorBody &body)
{
    json.addPoints("outline"_L1, body.outline);
    json.add("fill"_L1, body.fill, QString());
    json.add("border"_L1, body.border, QString());
    json.add("unnamed"_L1, !body.named, false);
}

FloorBody floorFrom(StrictObject &object, const JsonPlace &place, QString &fault)
{
    FloorBody body;
    body.outline = pointsFrom(object, "outline"_L1, place, fault);
    body.fill = colourFrom(object, "fill"_L1);
    body.border = colourFrom(object, "border"_L1);
    body.named = !object.flag("unnamed"_L1);
    return body;
}

void write(Writer &json, const ShapeBody &body)
{
    const Shape &shape = body.shape;
    const Shape usual;
    json.set("shape"_L1, kShapeKinds.at(static_cast<int>(shape.kind)));
    if (shape.size != usual.size)
        json.set("size"_L1, toJson(shape.size));
    json.addPoints("points"_L1, shape.points);
    json.add("fill"_L1, shape.fill, QString());
    json.add("border"_L1, shape.border, QString());
    if (!shape.text.isEmpty())
        json.set("text"_L1, QJsonValue(writable(shape.text, true)));
    if (shape.textPosition != usual.textPosition)
        json.set("textPosition"_L1, toJson(shape.textPosition));
    json.add("textSize"_L1, shape.textSize, usual.textSize);
    json.add("textColor"_L1, shape.textColor, QString());
}

ShapeBody shapeFrom(StrictObject &object, const JsonPlace &place, QString &fault)
{
    Shape shape;
    shape.kind = wordFrom(object, "shape"_L1, kShapeKinds, shape.kind);
    if (object.has("size"_L1))
        shape.size = pointFrom(object.value("size"_L1), place.member("size"_L1), fault);
    shape.points = pointsFrom(object, "points"_L1, place, fault);
    shape.fill = colourFrom(object, "fill"_L1);
    shape.border = colourFrom(object, "border"_L1);
    shape.text = object.text("text"_L1, {});
    if (shape.text.size() > PlanLimits::kShapeTextLength || !isPlanText(shape.text, true))
        object.fail("text"_L1, u"is too long or holds control characters"_s);
    if (object.has("textPosition"_L1))
        shape.textPosition = pointFrom(object.value("textPosition"_L1), place.member("textPosition"_L1), fault);
    shape.textSize = bounded(object, "textSize"_L1, 0.0, PlanLimits::kRadius, shape.textSize);
    shape.textColor = colourFrom(object, "textColor"_L1);
    return {shape};
}

void write(Writer &json, const IconBody &body)
{
    json.set("icon"_L1, kIconKinds.at(static_cast<int>(body.kind)));
    json.add("size"_L1, body.size, IconBody().size);
}

void write(Writer &json, const AisleBody &body)
{
    json.addPoints("points"_L1, body.points);
    json.add("width"_L1, body.width, AisleBody().width);
}

const QStringList kKinds {u"block"_s, u"curve"_s, u"seats"_s, u"table"_s, u"area"_s, u"floor"_s, u"shape"_s, u"icon"_s, u"aisle"_s};

ElementBody bodyFrom(int kind, StrictObject &object, const JsonPlace &place, QString &fault)
{
    switch (kind) {
    case 0: return blockFrom(object, place, fault);
    case 1: return curveFrom(object, place, fault);
    case 2: return looseFrom(object, place, fault);
    case 3: return tableFrom(object, place, fault);
    case 4: return areaFrom(object, place, fault);
    case 5: return floorFrom(object, place, fault);
    case 6: return shapeFrom(object, place, fault);
    case 7: {
        IconBody icon;
        icon.kind = wordFrom(object, "icon"_L1, kIconKinds, icon.kind);
        icon.size = bounded(object, "size"_L1, 0.0, kFar, icon.size);
        return icon;
    }
    default: break;
    }
    AisleBody aisle;
    aisle.points = pointsFrom(object, "points"_L1, place, fault);
    aisle.width = bounded(object, "width"_L1, 0.0, kFar, aisle.width);
    return aisle;
}

} // namespace

QJsonObject toJson(const Element &element)
{
    Writer json;
    json.set("id"_L1, static_cast<qint32>(element.id));
    json.set("kind"_L1, kKinds.at(static_cast<qsizetype>(element.body.index())));
    json.add("section"_L1, static_cast<qint32>(element.section), 0);
    json.add("level"_L1, static_cast<qint32>(element.level), 0);
    if (element.at != PlanPoint {})
        json.set("at"_L1, toJson(element.at));
    json.add("rotation"_L1, element.rotation, 0.0);
    json.add("locked"_L1, element.locked, false);
    Writer body;
    std::visit([&body](const auto &kind) {
        write(body, kind);
        if constexpr (requires { kind.style; })
            write(body, kind.style);
    }, element.body);
    json.set("body"_L1, body.object());
    return json.object();
}

Element elementFrom(const QJsonValue &value, const JsonPlace &place, QString &fault)
{
    StrictObject object(value, place, fault);
    Element element;
    element.id = static_cast<ElementId>(bounded(object, "id"_L1, 1, 1'000'000'000, 0));
    if (element.id == ElementId::None)
        object.fail("id"_L1, u"is missing"_s);
    element.section = static_cast<SectionId>(bounded(object, "section"_L1, 0, 1'000'000, 0));
    element.level = static_cast<LevelId>(bounded(object, "level"_L1, 0, 1'000'000, 0));
    if (object.has("at"_L1))
        element.at = pointFrom(object.value("at"_L1), place.member("at"_L1), fault);
    element.rotation = bounded(object, "rotation"_L1, -360.0, 360.0, 0.0);
    element.locked = object.flag("locked"_L1);
    const JsonPlace here = place.member("body"_L1);
    StrictObject body(object.value("body"_L1), here, fault);
    if (!object.has("kind"_L1))
        object.fail("kind"_L1, u"is missing"_s);
    element.body = bodyFrom(wordFrom(object, "kind"_L1, kKinds, 0), body, here, fault);
    if (SeatStyle *style = styleOf(element.body))
        *style = styleFrom(body, here, fault);
    body.finish();
    object.finish();
    return element;
}

} // namespace parterre::designjson
