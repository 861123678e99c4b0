// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/planio/svgrules.h"

#include "shared/planio/strictobject.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <array>

namespace parterre::planio {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kMaxRules = 200;
constexpr qsizetype kMaxText = 200; // of a condition

constexpr std::array kRoles {
    std::pair {SvgRole::Ignore, "nothing"_L1}, std::pair {SvgRole::Category, "category"_L1}, std::pair {SvgRole::Section, "section"_L1}, std::pair {SvgRole::Row, "row"_L1},
    std::pair {SvgRole::Table, "table"_L1},    std::pair {SvgRole::TableTop, "table-top"_L1}, std::pair {SvgRole::Seat, "seat"_L1},       std::pair {SvgRole::Area, "area"_L1},
    std::pair {SvgRole::Stage, "stage"_L1},    std::pair {SvgRole::Shape, "shape"_L1},
};

constexpr std::array kValues {"section"_L1, "row"_L1, "label"_L1, "number"_L1, "category"_L1, "capacity"_L1};

SvgRules ownAndCommonRules()
{
    const QStringList discs {u"circle"_s, u"ellipse"_s, u"rect"_s, u"path"_s, u"use"_s};
    const QHash<QString, QStringList> seat {{u"section"_s, {u"data-section"_s}},
                                            {u"row"_s, {u"data-row"_s}},
                                            {u"number"_s, {u"data-number"_s, u"data-seat"_s, u"data-seat-number"_s, u"#text"_s}},
                                            {u"label"_s, {u"data-label"_s}},
                                            {u"category"_s, {u"data-category"_s}}};
    const QHash<QString, QStringList> section {{u"section"_s, {u"data-name"_s, u"data-section"_s, u"inkscape:label"_s, u"id"_s}}};
    const QHash<QString, QStringList> row {{u"row"_s, {u"data-label"_s, u"data-row"_s, u"inkscape:label"_s}}};
    const QHash<QString, QStringList> area {{u"label"_s, {u"data-name"_s, u"data-label"_s, u"#title"_s, u"id"_s}}, {u"capacity"_s, {u"data-capacity"_s}}, {u"category"_s, {u"data-category"_s}}};
    const QHash<QString, QStringList> table {{u"label"_s, {u"data-label"_s, u"data-table"_s, u"id"_s}}};
    return {
        {.role = SvgRole::Ignore, .className = u"caption"_s},
        {.role = SvgRole::Category, .className = u"category"_s, .attribute = u"data-key"_s},
        {.role = SvgRole::TableTop, .className = u"table-top"_s},
        {.role = SvgRole::Seat, .className = u"seat"_s, .id = u"seat-{section}-{row}-{number}"_s, .values = seat},
        {.role = SvgRole::Seat, .className = u"seat"_s, .values = seat},
        {.role = SvgRole::Seat, .attribute = u"data-seat"_s, .values = seat},
        {.role = SvgRole::Seat, .attribute = u"data-seat-number"_s, .values = seat},
        {.role = SvgRole::Area, .elements = {u"polygon"_s, u"path"_s, u"rect"_s, u"circle"_s, u"ellipse"_s, u"g"_s}, .attribute = u"data-capacity"_s, .values = area},
        {.role = SvgRole::Table, .elements = {u"g"_s}, .className = u"table"_s, .values = table},
        {.role = SvgRole::Row, .elements = {u"g"_s}, .className = u"row"_s, .values = row},
        {.role = SvgRole::Section, .elements = {u"g"_s}, .className = u"section"_s, .values = section},
        {.role = SvgRole::Section, .elements = {u"g"_s}, .className = u"block"_s, .values = section},
        {.role = SvgRole::Stage, .className = u"stage"_s},
        {.role = SvgRole::Shape, .className = u"shape"_s},
        {.role = SvgRole::Seat, .elements = discs, .id = u"seat-{section}-{row}-{number}"_s, .values = seat},
        {.role = SvgRole::Seat, .elements = discs, .id = u"seat_{section}_{row}_{number}"_s, .values = seat},
        {.role = SvgRole::Seat, .elements = discs, .id = u"seat-{row}-{number}"_s, .values = seat},
        {.role = SvgRole::Seat, .elements = discs, .id = u"seat_{row}_{number}"_s, .values = seat},
        {.role = SvgRole::Seat, .elements = discs, .id = u"seat-{number}"_s, .values = seat},
        {.role = SvgRole::Row, .elements = {u"g"_s}, .id = u"row-{row}"_s, .values = row},
        {.role = SvgRole::Row, .elements = {u"g"_s}, .id = u"row_{row}"_s, .values = row},
        {.role = SvgRole::Section, .elements = {u"g"_s}, .id = u"section-{section}"_s},
        {.role = SvgRole::Section, .elements = {u"g"_s}, .id = u"block-{section}"_s},
        {.role = SvgRole::Stage, .id = u"stage"_s},
    };
}

QHash<QString, QStringList> readValues(const QJsonValue &json, const JsonPlace &place, QString &fault)
{
    QHash<QString, QStringList> values;
    StrictObject object(json, place, fault);
    for (const QLatin1StringView key : kValues) {
        if (object.has(key))
            values.insert(key, object.text(key).left(kMaxText).split(u' ', Qt::SkipEmptyParts));
    }
    object.finish();
    return values;
}

bool isPattern(const QString &id)
{
    return !id.contains("}{"_L1) && id.count(u'{') == id.count(u'}');
}

SvgRule readRule(const QJsonValue &json, const JsonPlace &place, QString &fault)
{
    StrictObject object(json, place, fault);
    SvgRule rule;
    const QString role = object.text("as"_L1);
    const auto *known = std::find_if(kRoles.begin(), kRoles.end(), [&role](const auto &pair) { return pair.second == role; });
    if (known == kRoles.end())
        object.fail("as"_L1, u"is nothing an element can be read as"_s);
    else
        rule.role = known->first;
    rule.elements = object.text("element"_L1, {}).split(u' ', Qt::SkipEmptyParts);
    rule.className = object.text("class"_L1, {});
    rule.attribute = object.text("attribute"_L1, {});
    rule.id = object.text("id"_L1, {});
    for (const auto &[key, text] : {std::pair {"class"_L1, rule.className}, std::pair {"attribute"_L1, rule.attribute}, std::pair {"id"_L1, rule.id}}) {
        if (text.size() > kMaxText)
            object.fail(key, u"is longer than %1 characters"_s.arg(kMaxText));
    }
    if (!isPattern(rule.id))
        object.fail("id"_L1, u"has two names without a text between them, or a brace alone"_s);
    if (rule.elements.isEmpty() && rule.className.isEmpty() && rule.attribute.isEmpty() && rule.id.isEmpty())
        object.fail("as"_L1, u"has no condition"_s);
    if (object.has("values"_L1))
        rule.values = readValues(object.value("values"_L1), place.member("values"_L1), fault);
    object.finish();
    return rule;
}

} // namespace

const SvgRules &defaultSvgRules()
{
    static const SvgRules rules = ownAndCommonRules();
    return rules;
}

Result<SvgRules> readSvgRules(const QByteArray &json)
{
    const QJsonDocument document = QJsonDocument::fromJson(json);
    QString fault;
    const JsonPlace place;
    StrictObject object(document.object(), place, fault);
    const QJsonArray list = object.array("rules"_L1);
    object.finish();
    if (list.size() > kMaxRules)
        object.fail("rules"_L1, u"more than %1 rules"_s.arg(kMaxRules));
    SvgRules rules;
    for (qsizetype i = 0; i < list.size() && fault.isEmpty(); ++i)
        rules.append(readRule(list[i], place.item("rules"_L1, i), fault));
    if (!fault.isEmpty())
        return Error {.code = ErrorCode::FileInvalid, .detail = u"expected rules for a drawing: "_s + fault};
    return rules;
}

QByteArray writeSvgRules(const SvgRules &rules)
{
    QJsonArray list;
    for (const SvgRule &rule : rules) {
        const auto *role = std::find_if(kRoles.begin(), kRoles.end(), [&rule](const auto &pair) { return pair.first == rule.role; });
        QJsonObject object {{"as"_L1, role->second}};
        if (!rule.elements.isEmpty())
            object.insert("element"_L1, rule.elements.join(u' '));
        for (const auto &[key, text] : {std::pair {"class"_L1, rule.className}, std::pair {"attribute"_L1, rule.attribute}, std::pair {"id"_L1, rule.id}}) {
            if (!text.isEmpty())
                object.insert(key, text);
        }
        QJsonObject values;
        for (auto it = rule.values.begin(); it != rule.values.end(); ++it)
            values.insert(it.key(), it.value().join(u' '));
        if (!values.isEmpty())
            object.insert("values"_L1, values);
        list.append(object);
    }
    return QJsonDocument(QJsonObject {{"rules"_L1, list}}).toJson();
}

std::optional<QHash<QString, QString>> matchSvgId(const QString &pattern, const QString &id)
{
    QHash<QString, QString> values;
    qsizetype at = 0, from = 0; // in the id, in the pattern
    while (from < pattern.size()) {
        const qsizetype open = pattern.indexOf(u'{', from);
        const QStringView literal = QStringView(pattern).sliced(from, (open < 0 ? pattern.size() : open) - from);
        if (!QStringView(id).sliced(at).startsWith(literal, Qt::CaseInsensitive))
            return std::nullopt;
        at += literal.size();
        if (open < 0)
            break;
        const qsizetype close = pattern.indexOf(u'}', open);
        if (close < 0)
            return std::nullopt;
        // The name takes what is before the next text of the pattern, one character at least.
        const qsizetype next = pattern.indexOf(u'{', close);
        const QStringView after = QStringView(pattern).sliced(close + 1, (next < 0 ? pattern.size() : next) - close - 1);
        const qsizetype end = after.isEmpty() ? id.size() : id.indexOf(after, at + 1, Qt::CaseInsensitive);
        if (end <= at)
            return std::nullopt;
        const QString name = pattern.mid(open + 1, close - open - 1);
        if (!name.isEmpty())
            values.insert(name, id.mid(at, end - at));
        at = end;
        from = close + 1;
    }
    return at == id.size() ? std::optional(values) : std::nullopt;
}

} // namespace parterre::planio
