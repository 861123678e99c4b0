// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/planio/planelements.h"

#include "shared/domain/planvalidation.h"

#include <algorithm>
#include <array>

namespace parterre::planio {

namespace {

using namespace Qt::StringLiterals;

constexpr auto kFormat = "parterre-plan"_L1;

constexpr std::array kAttributes {
    std::pair {SeatAttribute::Wheelchair, "wheelchair"_L1}, std::pair {SeatAttribute::Companion, "companion"_L1},
    std::pair {SeatAttribute::RestrictedView, "restricted-view"_L1}, std::pair {SeatAttribute::Aisle, "aisle"_L1},
    std::pair {SeatAttribute::StepFree, "step-free"_L1}, std::pair {SeatAttribute::HouseSeat, "house-seat"_L1},
};

constexpr std::array kShapeKinds {
    std::pair {ShapeKind::Polygon, "polygon"_L1}, std::pair {ShapeKind::Rectangle, "rectangle"_L1}, std::pair {ShapeKind::Ellipse, "ellipse"_L1},
    std::pair {ShapeKind::Text, "text"_L1},       std::pair {ShapeKind::Stage, "stage"_L1},
};

constexpr std::array kLabelPositions {
    std::pair {RowLabelPosition::None, "none"_L1}, std::pair {RowLabelPosition::Start, "start"_L1},
    std::pair {RowLabelPosition::End, "end"_L1},   std::pair {RowLabelPosition::Both, "both"_L1},
};

constexpr std::array kTableShapes {std::pair {TableShape::Round, "round"_L1}, std::pair {TableShape::Rectangle, "rectangle"_L1}};

template<class Words, class Value>
QString wordOf(const Words &table, Value value)
{
    for (const auto &[known, word] : table) {
        if (known == value)
            return word;
    }
    Q_UNREACHABLE();
}

template<class Words>
auto valueOf(const Words &table, QStringView word)
{
    using Value = typename Words::value_type::first_type;
    for (const auto &[value, known] : table) {
        if (known == word)
            return std::optional<Value>(value);
    }
    return std::optional<Value>();
}

void setIf(QJsonObject &object, QLatin1StringView key, const QString &text)
{
    if (!text.isEmpty())
        object.insert(key, text);
}

void setUnless(QJsonObject &object, QLatin1StringView key, double value, double usual)
{
    if (value != usual)
        object.insert(key, value);
}

QJsonArray writePoints(const QList<PlanPoint> &points)
{
    QJsonArray array;
    for (const PlanPoint &point : points)
        array.append(writePoint(point));
    return array;
}

PlanPoint readPoint(const QJsonValue &json, const JsonPlace &place, QString &fault)
{
    StrictObject object(json, place, fault);
    const PlanPoint point {object.number("x"_L1), object.number("y"_L1)};
    object.finish();
    return point;
}

QList<PlanPoint> readPoints(StrictObject &object, const QJsonArray &array, QLatin1StringView key, qsizetype limit, const JsonPlace &place, QString &fault)
{
    QList<PlanPoint> points;
    if (array.size() > limit)
        object.fail(key, u"more than %1 points"_s.arg(limit));
    for (qsizetype i = 0; i < array.size() && fault.isEmpty(); ++i)
        points.append(readPoint(array.at(i), place.item(key, i), fault));
    return points;
}

Category readCategory(const QJsonValue &json, const JsonPlace &place, QString &fault)
{
    StrictObject object(json, place, fault);
    Category category {.key = object.text("key"_L1), .name = object.text("name"_L1), .color = object.text("color"_L1, {})};
    object.finish();
    return category;
}

} // namespace

QStringList attributeWords(SeatAttributes attributes)
{
    QStringList words;
    for (const auto &[attribute, word] : kAttributes) {
        if (attributes.testFlag(attribute))
            words.append(word);
    }
    return words;
}

std::optional<SeatAttribute> attributeOf(QStringView word)
{
    return valueOf(kAttributes, word);
}

QString tableShapeWord(TableShape shape)
{
    return wordOf(kTableShapes, shape);
}

std::optional<TableShape> tableShapeOf(QStringView word)
{
    return valueOf(kTableShapes, word);
}

QString labelPositionWord(RowLabelPosition position)
{
    return wordOf(kLabelPositions, position);
}

std::optional<RowLabelPosition> labelPositionOf(QStringView word)
{
    return valueOf(kLabelPositions, word);
}

QJsonObject writePoint(PlanPoint point)
{
    return {{"x"_L1, point.x}, {"y"_L1, point.y}};
}

QJsonObject writeCategory(const Category &category)
{
    QJsonObject object {{"key"_L1, category.key}, {"name"_L1, category.name}};
    setIf(object, "color"_L1, category.color);
    return object;
}

QJsonObject writeShape(const Shape &shape)
{
    const Shape usual;
    QJsonObject object {{"kind"_L1, wordOf(kShapeKinds, shape.kind)}, {"x"_L1, shape.position.x}, {"y"_L1, shape.position.y}};
    setUnless(object, "rotation"_L1, shape.rotation, usual.rotation);
    setUnless(object, "width"_L1, shape.size.x, usual.size.x);
    setUnless(object, "height"_L1, shape.size.y, usual.size.y);
    setUnless(object, "textX"_L1, shape.textPosition.x, usual.textPosition.x);
    setUnless(object, "textY"_L1, shape.textPosition.y, usual.textPosition.y);
    setUnless(object, "textSize"_L1, shape.textSize, usual.textSize);
    setIf(object, "fill"_L1, shape.fill);
    setIf(object, "border"_L1, shape.border);
    setIf(object, "text"_L1, shape.text);
    setIf(object, "textColor"_L1, shape.textColor);
    if (!shape.points.isEmpty())
        object.insert("points"_L1, writePoints(shape.points));
    return object;
}

Shape readShape(const QJsonValue &json, const JsonPlace &place, QString &fault)
{
    StrictObject object(json, place, fault);
    Shape shape;
    if (const auto kind = valueOf(kShapeKinds, object.text("kind"_L1)))
        shape.kind = *kind;
    else
        object.fail("kind"_L1, u"unknown kind of shape"_s);
    shape.position = {object.number("x"_L1), object.number("y"_L1)};
    shape.rotation = object.number("rotation"_L1, shape.rotation);
    shape.size = {object.number("width"_L1, shape.size.x), object.number("height"_L1, shape.size.y)};
    shape.textPosition = {object.number("textX"_L1, shape.textPosition.x), object.number("textY"_L1, shape.textPosition.y)};
    shape.textSize = object.number("textSize"_L1, shape.textSize);
    shape.fill = object.text("fill"_L1, {});
    shape.border = object.text("border"_L1, {});
    shape.text = object.text("text"_L1, {});
    shape.textColor = object.text("textColor"_L1, {});
    shape.points = readPoints(object, object.arrayIfAny("points"_L1), "points"_L1, PlanLimits::kShapePoints, place, fault);
    object.finish();
    return shape;
}

QJsonObject writeSeat(const Seat &seat)
{
    QJsonObject object {{"index"_L1, seat.index}, {"number"_L1, seat.number}, {"label"_L1, seat.label},
                        {"x"_L1, seat.position.x}, {"y"_L1, seat.position.y}, {"category"_L1, seat.category}};
    setUnless(object, "radius"_L1, seat.radius, Seat().radius);
    if (seat.attributes)
        object.insert("attributes"_L1, QJsonArray::fromStringList(attributeWords(seat.attributes)));
    if (seat.companionOf)
        object.insert("companionOf"_L1, *seat.companionOf);
    if (!seat.externalIds.isEmpty())
        object.insert("externalIds"_L1, QJsonArray::fromStringList(seat.externalIds));
    if (!seat.customAttributes.isEmpty())
        object.insert("customAttributes"_L1, QJsonArray::fromStringList(seat.customAttributes));
    return object;
}

Seat readSeat(const QJsonValue &json, int version, const JsonPlace &place, QString &fault)
{
    StrictObject object(json, place, fault);
    Seat seat;
    seat.index = object.integer("index"_L1);
    seat.number = object.text("number"_L1);
    seat.label = object.text("label"_L1);
    seat.position = {object.number("x"_L1), object.number("y"_L1)};
    seat.category = object.integer("category"_L1);
    seat.radius = object.number("radius"_L1, seat.radius);
    for (const QString &word : object.texts("attributes"_L1)) {
        const auto attribute = valueOf(kAttributes, word);
        if (!attribute || seat.attributes.testFlag(*attribute))
            object.fail("attributes"_L1, u"unknown or repeated word"_s);
        else
            seat.attributes.setFlag(*attribute);
    }
    if (object.has("companionOf"_L1))
        seat.companionOf = object.integer("companionOf"_L1);
    seat.externalIds = object.texts("externalIds"_L1);
    if (version >= kVersionWithCustomAttributes)
        seat.customAttributes = object.texts("customAttributes"_L1);
    object.finish();
    return seat;
}

QJsonObject writeRow(const Row &row, const QJsonArray &seats)
{
    QJsonObject object {{"label"_L1, row.label}, {"seats"_L1, seats}};
    if (row.labelPosition != RowLabelPosition::Both)
        object.insert("labelPosition"_L1, wordOf(kLabelPositions, row.labelPosition));
    return object;
}

void readRowHead(StrictObject &object, Row &row)
{
    row.label = object.text("label"_L1);
    if (!object.has("labelPosition"_L1))
        return;
    if (const auto position = valueOf(kLabelPositions, object.text("labelPosition"_L1)))
        row.labelPosition = *position;
    else
        object.fail("labelPosition"_L1, u"unknown word"_s);
}

QJsonObject writeTable(const Table &table, const QJsonArray &seats)
{
    QJsonObject object {{"label"_L1, table.label}, {"shape"_L1, wordOf(kTableShapes, table.shape)},
                        {"x"_L1, table.position.x}, {"y"_L1, table.position.y},
                        {"width"_L1, table.size.x}, {"height"_L1, table.size.y}, {"seats"_L1, seats}};
    setUnless(object, "rotation"_L1, table.rotation, 0);
    if (table.soldWhole)
        object.insert("soldWhole"_L1, true);
    return object;
}

void readTableHead(StrictObject &object, Table &table)
{
    table.label = object.text("label"_L1);
    if (const auto shape = valueOf(kTableShapes, object.text("shape"_L1)))
        table.shape = *shape;
    else
        object.fail("shape"_L1, u"unknown shape of a table"_s);
    table.position = {object.number("x"_L1), object.number("y"_L1)};
    table.size = {object.number("width"_L1), object.number("height"_L1)};
    table.rotation = object.number("rotation"_L1, 0);
    table.soldWhole = object.flag("soldWhole"_L1);
}

QJsonObject writeArea(const Area &area)
{
    return {{"name"_L1, area.name}, {"outline"_L1, writePoints(area.outline)}, {"category"_L1, area.category},
            {"firstPlace"_L1, area.firstPlace}, {"capacity"_L1, area.capacity}};
}

Area readArea(const QJsonValue &json, const JsonPlace &place, QString &fault)
{
    StrictObject object(json, place, fault);
    Area area {.name = object.text("name"_L1)};
    area.outline = readPoints(object, object.array("outline"_L1), "outline"_L1, PlanLimits::kAreaPoints, place, fault);
    area.category = object.integer("category"_L1);
    area.firstPlace = object.integer("firstPlace"_L1);
    area.capacity = object.integer("capacity"_L1);
    object.finish();
    return area;
}

int documentVersion(const Plan &plan)
{
    bool custom = false;
    forEachSeat(plan, [&custom](const Seat &seat) { custom = custom || !seat.customAttributes.isEmpty(); });
    if (custom)
        return kVersionWithCustomAttributes;
    const bool old = std::all_of(plan.sections.begin(), plan.sections.end(), [](const Section &s) { return s.tables.isEmpty() && s.areas.isEmpty(); });
    return old ? kFirstVersion : kVersionWithTables;
}

QJsonObject writeHead(const Plan &plan)
{
    QJsonArray categories;
    for (const Category &category : plan.categories)
        categories.append(writeCategory(category));
    QJsonObject head {{"format"_L1, kFormat}, {"version"_L1, documentVersion(plan)}, {"name"_L1, plan.name}, {"categories"_L1, categories},
                      {"size"_L1, QJsonObject {{"width"_L1, plan.size.x}, {"height"_L1, plan.size.y}}}};
    if (plan.focus)
        head.insert("focus"_L1, writePoint(*plan.focus));
    return head;
}

int readHead(StrictObject &document, const JsonPlace &place, QString &fault, Plan &plan)
{
    if (document.text("format"_L1) != kFormat)
        document.fail("format"_L1, u"is not \"%1\""_s.arg(kFormat));
    const int version = document.integer("version"_L1);
    if (version < kFirstVersion || version > kVersionWithCustomAttributes)
        document.fail("version"_L1, u"is not %1 to %2, which this program reads"_s.arg(kFirstVersion).arg(kVersionWithCustomAttributes));
    plan.name = document.text("name"_L1);

    const JsonPlace sizePlace = place.member("size"_L1);
    StrictObject size(document.value("size"_L1), sizePlace, fault);
    plan.size = {size.number("width"_L1), size.number("height"_L1)};
    size.finish();
    if (document.has("focus"_L1))
        plan.focus = readPoint(document.value("focus"_L1), place.member("focus"_L1), fault);

    const QJsonArray categories = document.array("categories"_L1);
    if (categories.size() > PlanLimits::kCategories)
        document.fail("categories"_L1, u"more than %1 categories"_s.arg(PlanLimits::kCategories));
    for (qsizetype i = 0; i < categories.size() && fault.isEmpty(); ++i)
        plan.categories.append(readCategory(categories.at(i), place.item("categories"_L1, i), fault));
    return version;
}

} // namespace parterre::planio
