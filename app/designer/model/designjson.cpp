// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/designer/model/designjson.h"

#include "app/designer/model/bodyjson.h"
#include "app/designer/model/jsonfields.h"
#include "shared/domain/planvalidation.h"
#include "shared/planio/canonicaljson.h"
#include "shared/protocol/jsondocument.h"

#include <QJsonDocument>
#include <QSet>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace parterre {

namespace {

using namespace Qt::StringLiterals;
using namespace designjson;
using planio::JsonPlace;
using planio::StrictObject;

constexpr protocol::JsonLimits kLimits {.depth = 12, .keys = 64};
constexpr qint32 kVersion = 1;
constexpr qsizetype kMostLevels = 100;
// More than a plan may have, so that who draws too many can save, and take some away the next day.
constexpr qint64 kMostSeats = 4 * qint64 {kMaxPlanSeats};

Error fileError(const QString &detail)
{
    return {.code = ErrorCode::FileInvalid, .detail = detail};
}

// The document as Qt reads it, once a strict reader has looked at it.
Result<QJsonObject> objectOf(const QByteArray &document, const QString &format)
{
    if (document.size() > kMaxDesignBytes)
        return Error {.code = ErrorCode::FileTooLarge, .limit = kMaxDesignBytes};
    {
        protocol::JsonDocument strict;
        const Result<protocol::JsonView> json = strict.read(document, kLimits);
        if (!json)
            return fileError(u"expected a %1 document: %2"_s.arg(format, json.error().detail));
    }
    const QJsonObject object = QJsonDocument::fromJson(document).object();
    if (object["format"_L1].toString() != format || object["version"_L1].toInt() != kVersion)
        return fileError(u"expected a %1 document of version %2"_s.arg(format).arg(kVersion));
    return object;
}

// All of a document: `read` takes what it knows of the object, where it is, and says what is wrong; anything else is
// refused.
template<class Whole, class Read>
Result<Whole> readWhole(const QByteArray &document, const QString &format, Read read)
{
    const Result<QJsonObject> json = objectOf(document, format);
    if (!json)
        return json.error();
    QString fault;
    const JsonPlace place;
    StrictObject object(*json, place, fault);
    (void)object.value("format"_L1);
    (void)object.value("version"_L1);
    Whole whole = read(object, place, fault);
    object.finish();
    if (!fault.isEmpty())
        return fileError(fault);
    return whole;
}

QJsonObject begun(const QString &format)
{
    return {{u"format"_s, format}, {u"version"_s, kVersion}};
}

QJsonArray toJson(const QList<Category> &categories)
{
    QJsonArray array;
    for (const Category &category : categories)
        array.append(QJsonObject {{u"key"_s, writable(category.key)}, {u"name"_s, writable(category.name)}, {u"color"_s, category.color}});
    return array;
}

QList<Category> categoriesFrom(StrictObject &object, const JsonPlace &place, QString &fault)
{
    QList<Category> categories;
    QSet<QString> keys;
    readItems(object, "categories"_L1, PlanLimits::kCategories, [&](const QJsonValue &value, qsizetype i) {
        const JsonPlace here = place.item("categories"_L1, i);
        StrictObject category(value, here, fault);
        categories.append({.key = shortText(category, "key"_L1, PlanLimits::kKeyLength), .name = shortText(category, "name"_L1, PlanLimits::kNameLength), .color = colourFrom(category, "color"_L1)});
        if (categories.constLast().key.isEmpty() || keys.contains(categories.constLast().key))
            category.fail("key"_L1, u"is missing or repeated"_s);
        keys.insert(categories.constLast().key);
        category.finish();
    });
    return categories;
}

QJsonArray toJson(const QList<DesignSection> &sections)
{
    QJsonArray array;
    for (const DesignSection &section : sections)
        array.append(QJsonObject {{u"id"_s, static_cast<qint32>(section.id)}, {u"name"_s, writable(section.name)}});
    return array;
}

QList<DesignSection> sectionsFrom(StrictObject &object, const JsonPlace &place, QString &fault)
{
    QList<DesignSection> sections;
    QSet<SectionId> ids;
    readItems(object, "sections"_L1, PlanLimits::kSections, [&](const QJsonValue &value, qsizetype i) {
        const JsonPlace here = place.item("sections"_L1, i);
        StrictObject section(value, here, fault);
        sections.append({.id = static_cast<SectionId>(bounded(section, "id"_L1, 1, 1'000'000, 0)), .name = shortText(section, "name"_L1, PlanLimits::kNameLength)});
        if (sections.constLast().id == SectionId::None || ids.contains(sections.constLast().id))
            section.fail("id"_L1, u"is missing or repeated"_s);
        ids.insert(sections.constLast().id);
        section.finish();
    });
    return sections;
}

QJsonObject toJson(const DesignHouse &house, bool picture)
{
    QJsonObject json {{u"name"_s, writable(house.name)}, {u"size"_s, designjson::toJson(house.size)}, {u"categories"_s, toJson(house.categories)}, {u"sections"_s, toJson(house.sections)}};
    if (house.focus)
        json.insert(u"focus"_s, designjson::toJson(*house.focus));
    QJsonArray levels;
    for (const DesignLevel &level : house.levels)
        levels.append(QJsonObject {{u"id"_s, static_cast<qint32>(level.id)}, {u"name"_s, writable(level.name)}, {u"offset"_s, designjson::toJson(level.offset)}});
    json.insert(u"levels"_s, levels);
    if (const auto &background = house.background) {
        QJsonObject image {{u"page"_s, background->page}, {u"at"_s, designjson::toJson(background->at)}, {u"scale"_s, background->scale}, {u"rotation"_s, background->rotation}, {u"opacity"_s, background->opacity}};
        if (picture)
            image.insert(u"data"_s, QString::fromLatin1(background->data.toBase64()));
        json.insert(u"background"_s, image);
    }
    return json;
}

Background backgroundFrom(const QJsonValue &value, const JsonPlace &place, const DesignHouse &usual, QString &fault)
{
    StrictObject object(value, place, fault);
    Background background {.data = usual.background ? usual.background->data : QByteArray()};
    if (object.has("data"_L1)) {
        const auto data = QByteArray::fromBase64Encoding(object.text("data"_L1).toLatin1(), QByteArray::Base64Encoding | QByteArray::AbortOnBase64DecodingErrors);
        if (!data || data.decoded.size() > kMaxBackgroundBytes)
            object.fail("data"_L1, u"is no base64 or too large"_s);
        background.data = data.decoded;
    }
    background.page = bounded(object, "page"_L1, 0, 10'000, 0);
    background.at = pointFrom(object.value("at"_L1), place.member("at"_L1), fault);
    background.scale = bounded(object, "scale"_L1, 1e-6, 1e6, 1.0);
    background.rotation = bounded(object, "rotation"_L1, -360.0, 360.0, 0.0);
    background.opacity = bounded(object, "opacity"_L1, 0.0, 1.0, 0.5);
    object.finish();
    return background;
}

// `usual`: whose picture is meant where none is there.
DesignHouse houseFrom(const QJsonValue &value, const JsonPlace &place, const DesignHouse &usual, QString &fault)
{
    StrictObject object(value, place, fault);
    DesignHouse house;
    house.name = shortText(object, "name"_L1, PlanLimits::kNameLength);
    house.size = pointFrom(object.value("size"_L1), place.member("size"_L1), fault);
    if (object.has("focus"_L1))
        house.focus = pointFrom(object.value("focus"_L1), place.member("focus"_L1), fault);
    house.categories = categoriesFrom(object, place, fault);
    house.sections = sectionsFrom(object, place, fault);
    QSet<LevelId> ids;
    readItems(object, "levels"_L1, kMostLevels, [&](const QJsonValue &entry, qsizetype i) {
        const JsonPlace here = place.item("levels"_L1, i);
        StrictObject level(entry, here, fault);
        house.levels.append({.id = static_cast<LevelId>(bounded(level, "id"_L1, 0, 1'000'000, 0)), .name = shortText(level, "name"_L1, PlanLimits::kNameLength)});
        house.levels.last().offset = pointFrom(level.value("offset"_L1), here.member("offset"_L1), fault);
        if (ids.contains(house.levels.constLast().id))
            level.fail("id"_L1, u"is repeated"_s);
        ids.insert(house.levels.constLast().id);
        level.finish();
    });
    if (house.levels.isEmpty() || house.levels.constFirst().id != LevelId::Ground)
        object.fail("levels"_L1, u"have to begin with the ground, 0"_s);
    if (object.has("background"_L1))
        house.background = backgroundFrom(object.value("background"_L1), place.member("background"_L1), usual, fault);
    object.finish();
    return house;
}

// What making the piece of a body takes; missing seats are counted.
qint64 mostSeats(const ElementBody &body)
{
    if (const auto *block = std::get_if<BlockBody>(&body)) {
        qint64 seats = 0;
        for (qint32 row = 0; row < block->rows; ++row)
            seats += std::clamp<qint64>(std::llround(block->seats + block->taper * row), 1, kMaxRowSeats);
        return seats;
    }
    if (const auto *curve = std::get_if<CurveBody>(&body))
        return curve->seats;
    if (const auto *row = std::get_if<LooseBody>(&body))
        return row->seats.size();
    if (const auto *table = std::get_if<TableBody>(&body))
        return std::max<qint64>({table->seats.size(), table->chairs, std::accumulate(table->sides.begin(), table->sides.end(), qint64 {0})});
    return 0;
}

QList<Element> elementsFrom(StrictObject &object, const JsonPlace &place, QString &fault)
{
    QList<Element> elements;
    QSet<ElementId> ids;
    qint64 seats = 0;
    readItems(object, "elements"_L1, kMaxElements, [&](const QJsonValue &value, qsizetype i) {
        const Element element = elementFrom(value, place.item("elements"_L1, i), fault);
        seats += object.failed() ? 0 : mostSeats(element.body);
        if (ids.contains(element.id))
            object.fail("elements"_L1, u"have an id twice"_s);
        if (seats > kMostSeats)
            object.fail("elements"_L1, u"have more than %1 seats"_s.arg(kMostSeats));
        ids.insert(element.id);
        elements.append(element);
    });
    return elements;
}

// Elements only name what is there.
QString strayOf(const DesignHouse &house, const QList<Element> &elements)
{
    QSet<SectionId> sections {SectionId::None};
    for (const DesignSection &section : house.sections)
        sections.insert(section.id);
    QSet<LevelId> levels;
    for (const DesignLevel &level : house.levels)
        levels.insert(level.id);
    for (const Element &element : elements) {
        if (!sections.contains(element.section))
            return u"element %1 is of a section that is not there"_s.arg(static_cast<qint32>(element.id));
        if (!levels.contains(element.level))
            return u"element %1 is on a level that is not there"_s.arg(static_cast<qint32>(element.id));
    }
    return {};
}

} // namespace

QByteArray writeDesign(const Design &design)
{
    QJsonObject json = begun(u"parterre-design"_s);
    json.insert(u"house"_s, toJson(design.house(), true));
    QJsonArray elements;
    for (const Element &element : design.elements())
        elements.append(designjson::toJson(element));
    json.insert(u"elements"_s, elements);
    return planio::canonicalJson(json);
}

Result<Design> readDesign(const QByteArray &document)
{
    return readWhole<Design>(document, u"parterre-design"_s, [](StrictObject &object, const JsonPlace &place, QString &fault) {
        DesignHouse house = houseFrom(object.value("house"_L1), place.member("house"_L1), {}, fault);
        QList<Element> elements = elementsFrom(object, place, fault);
        if (fault.isEmpty())
            fault = strayOf(house, elements);
        return fault.isEmpty() ? Design(std::move(house), std::move(elements)) : Design();
    });
}

QByteArray writeEdit(const DesignEdit &edit)
{
    QJsonObject json = begun(u"parterre-edit"_s);
    QJsonArray changes;
    for (const ElementChange &change : edit.elements) {
        QJsonObject entry;
        if (change.before)
            entry.insert(u"before"_s, designjson::toJson(*change.before));
        if (change.after)
            entry.insert(u"after"_s, designjson::toJson(*change.after));
        if (change.from)
            entry.insert(u"from"_s, *change.from);
        if (change.to)
            entry.insert(u"to"_s, *change.to);
        changes.append(entry);
    }
    if (!changes.isEmpty())
        json.insert(u"elements"_s, changes);
    if (edit.house) {
        const auto pictureOf = [](const DesignHouse &house) { return house.background ? house.background->data : QByteArray(); };
        json.insert(u"house"_s, toJson(edit.house->second, pictureOf(edit.house->first) != pictureOf(edit.house->second)));
    }
    return planio::canonicalJson(json);
}

Result<DesignEdit> readEdit(const QByteArray &document, const DesignHouse &house)
{
    return readWhole<DesignEdit>(document, u"parterre-edit"_s, [&house](StrictObject &object, const JsonPlace &place, QString &fault) {
        DesignEdit edit;
        readItems(object, "elements"_L1, kMaxElements, [&](const QJsonValue &value, qsizetype i) {
            const JsonPlace here = place.item("elements"_L1, i);
            StrictObject entry(value, here, fault);
            ElementChange change;
            if (entry.has("before"_L1))
                change.before = elementFrom(entry.value("before"_L1), here.member("before"_L1), fault);
            if (entry.has("after"_L1))
                change.after = elementFrom(entry.value("after"_L1), here.member("after"_L1), fault);
            if (entry.has("from"_L1))
                change.from = bounded(entry, "from"_L1, 0, static_cast<qint32>(kMaxElements), 0);
            if (entry.has("to"_L1))
                change.to = bounded(entry, "to"_L1, 0, static_cast<qint32>(kMaxElements), 0);
            if ((!change.before && !change.after) || (!change.before && !change.to) || (!change.after && !change.from))
                entry.fail("before"_L1, u"and \"after\" do not say what changes"_s);
            entry.finish();
            edit.elements.append(change);
        });
        if (object.has("house"_L1))
            edit.house = {house, houseFrom(object.value("house"_L1), place.member("house"_L1), house, fault)};
        return edit;
    });
}

QByteArray writeElements(const DesignHouse &house, const QList<Element> &elements)
{
    QSet<QString> keys;
    QSet<SectionId> ids;
    QJsonArray array;
    for (const Element &element : elements) {
        array.append(designjson::toJson(element));
        ids.insert(element.section);
        if (const auto *area = std::get_if<AreaBody>(&element.body))
            keys.insert(area->category);
        if (const SeatStyle *style = styleOf(element.body)) {
            keys.insert(style->category);
            for (const SeatDetail &detail : style->details)
                keys.insert(detail.category.value_or(QString()));
        }
    }
    QList<Category> categories = house.categories;
    categories.removeIf([&](const Category &category) { return !keys.contains(category.key); });
    QList<DesignSection> sections = house.sections;
    sections.removeIf([&](const DesignSection &section) { return !ids.contains(section.id); });
    QJsonObject json = begun(u"parterre-elements"_s);
    json.insert(u"categories"_s, toJson(categories));
    json.insert(u"sections"_s, toJson(sections));
    json.insert(u"elements"_s, array);
    return planio::canonicalJson(json);
}

Result<CopiedElements> readElements(const QByteArray &document)
{
    return readWhole<CopiedElements>(document, u"parterre-elements"_s, [](StrictObject &object, const JsonPlace &place, QString &fault) {
        return CopiedElements {.categories = categoriesFrom(object, place, fault), .sections = sectionsFrom(object, place, fault), .elements = elementsFrom(object, place, fault)};
    });
}

} // namespace parterre
