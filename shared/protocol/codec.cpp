// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/protocol/codec.h"

#include "shared/core/cardnumber.h"
#include "shared/domain/contact.h"
#include "shared/domain/mailaddress.h"

namespace parterre::protocol {

namespace {

bool isControl(QChar c)
{
    return c < QChar(0x20) || (c >= QChar(0x7F) && c < QChar(0xA0)); // Unicode's category Cc
}

void insertRange(QJsonObject &schema, const Rule &rule, QLatin1StringView minKey, QLatin1StringView maxKey)
{
    if (rule.min != 0)
        schema.insert(minKey, rule.min);
    if (rule.max != std::numeric_limits<qint64>::max())
        schema.insert(maxKey, rule.max);
}

} // namespace

template<>
struct Fields<Nothing> {
    static constexpr const char *name = "Nothing";
    static constexpr auto all() { return std::make_tuple(); }
};
PARTERRE_INSTANTIATE_MESSAGE(Nothing);

bool readInteger(JsonView json, const Rule &rule, qint64 &out, Reading &reading)
{
    if (!json.isInteger())
        return reading.fail(QStringLiteral("expected an integer"));
    const qint64 value = json.integer();
    if (value < rule.min || value > rule.max)
        return reading.fail(QStringLiteral("%1 is not within %2 to %3").arg(value).arg(rule.min).arg(rule.max));
    out = value;
    return true;
}

QJsonObject integerSchema(const Rule &rule)
{
    return {{QStringLiteral("type"), QStringLiteral("integer")}, {QStringLiteral("minimum"), rule.min}, {QStringLiteral("maximum"), rule.max}};
}

bool readText(JsonView json, const Rule &rule, QString &out, Reading &reading)
{
    if (!json.isText())
        return reading.fail(QStringLiteral("expected text"));
    QString text = QString::fromUtf8(json.text());
    if (text.size() > rule.max)
        return reading.fail(QStringLiteral("longer than %1 characters").arg(rule.max));
    if (text.size() < rule.min || (rule.min > 0 && QStringView(text).trimmed().isEmpty()))
        return reading.fail(QStringLiteral("shorter than %1 characters").arg(rule.min));
    const auto isUnwanted = [&rule](QChar c) { return isControl(c) && !(rule.lines && c == u'\n'); };
    if (reading.mode() == ReadMode::Strict && std::any_of(text.cbegin(), text.cend(), isUnwanted))
        return reading.fail(QStringLiteral("control character"));
    if (rule.form == TextForm::Email && reading.mode() == ReadMode::Strict && !mailAddress(text))
        return reading.fail(QStringLiteral("not an e-mail address"));
    if (rule.form == TextForm::Phone && !text.isEmpty() && reading.mode() == ReadMode::Strict && !isPhone(text))
        return reading.fail(QStringLiteral("not a phone number"));
    if (rule.noCardNumber && reading.mode() == ReadMode::Strict && mayHoldCardNumber(text))
        return reading.fail(QStringLiteral("may be the number of a card, which has no place here"));
    out = std::move(text);
    return true;
}

bool readAscii(JsonView json, const Rule &rule, QByteArray &out, Reading &reading)
{
    if (!json.isText())
        return reading.fail(QStringLiteral("expected text"));
    const QByteArrayView text = json.text();
    if (text.size() > rule.max)
        return reading.fail(QStringLiteral("longer than %1 characters").arg(rule.max));
    if (text.size() < rule.min)
        return reading.fail(QStringLiteral("shorter than %1 characters").arg(rule.min));
    if (!std::all_of(text.begin(), text.end(), [](char c) { return c > 0x20 && c < 0x7F && c != '"' && c != '\\'; }))
        return reading.fail(QStringLiteral("expected base64"));
    out = text.toByteArray();
    return true;
}

bool readInstant(JsonView json, Instant &out, Reading &reading)
{
    const auto instant = fromIsoUtc(QString::fromUtf8(json.text().first(std::min<qsizetype>(json.text().size(), 64))));
    if (!instant)
        return reading.fail(QStringLiteral("expected a time like 2026-11-21T19:30:00Z"));
    out = *instant;
    return true;
}

void writeInstant(JsonWriter &out, Instant value)
{
    out.plain(kIsoUtcSize, [value](char *at) { writeIsoUtc(value, at); });
}

void writeId(JsonWriter &out, const QUuid &id)
{
    out.plain(kUuidSize, [&id](char *at) { writeUuid(id, at); });
}

QJsonObject textSchema(const Rule &rule, const char *format)
{
    QJsonObject schema {{QStringLiteral("type"), QStringLiteral("string")}};
    insertRange(schema, rule, QLatin1StringView("minLength"), QLatin1StringView("maxLength"));
    if (format || rule.form == TextForm::Email)
        schema.insert(QStringLiteral("format"), QLatin1StringView(format ? format : "email"));
    return schema;
}

bool checkListSize(JsonView json, const Rule &rule, Reading &reading)
{
    if (!json.isList())
        return reading.fail(QStringLiteral("expected a list"));
    const qsizetype size = json.count();
    if (size > rule.max)
        return reading.fail(QStringLiteral("more than %1 items").arg(rule.max));
    if (size < rule.min)
        return reading.fail(QStringLiteral("fewer than %1 items").arg(rule.min));
    return true;
}

QJsonObject listSchema(const Rule &rule, const QJsonObject &items)
{
    QJsonObject schema {{QStringLiteral("type"), QStringLiteral("array")}, {QStringLiteral("items"), items}};
    insertRange(schema, rule, QLatin1StringView("minItems"), QLatin1StringView("maxItems"));
    return schema;
}

QJsonObject enumSchema(const QJsonArray &words)
{
    return {{QStringLiteral("type"), QStringLiteral("string")}, {QStringLiteral("enum"), words}};
}

QJsonObject withMeaning(QJsonObject schema, const char *meaning)
{
    // In draft 7 whatever stands beside a $ref is ignored.
    if (schema.contains(QStringLiteral("$ref")))
        return {{QStringLiteral("allOf"), QJsonArray {schema}}, {QStringLiteral("description"), QLatin1StringView(meaning)}};
    schema.insert(QStringLiteral("description"), QLatin1StringView(meaning));
    return schema;
}

} // namespace parterre::protocol
