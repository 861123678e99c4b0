// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// How a struct becomes JSON and back, from one list of its fields. Included by the .cpp files of shared/protocol only:
// the templates are instantiated there and nowhere else.

#include "shared/core/ids.h"
#include "shared/core/money.h"
#include "shared/core/utctime.h"
#include "shared/protocol/jsonwriter.h"
#include "shared/protocol/message.h"
#include "shared/protocol/reading.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QList>

#include <limits>
#include <optional>
#include <tuple>
#include <utility>

namespace parterre::protocol {

// What a value may be. Text: length in UTF-16 units. Integer: range. List: number of items; items obey `itemMin/Max`.
// What a text has to look like.
enum class TextForm { Any, Email, Phone };

struct Rule {
    qint64 min = 0;
    qint64 max = std::numeric_limits<qint64>::max();
    qint64 itemMin = 0;
    qint64 itemMax = std::numeric_limits<qint64>::max();
    bool lines = false; // text may have line breaks
    TextForm form = TextForm::Any;
    bool noCardNumber = false; // text that is kept, in which nobody may leave the number of a card
    bool mayBeAbsent = false; // from older clients: then it is what the struct begins with

    [[nodiscard]] Rule item() const { return {.min = itemMin, .max = itemMax}; }
};

template<class Owner, class Value>
struct Field {
    QLatin1StringView key;
    Value Owner::*member;
    const char *meaning;
    Rule rule = {};
};

template<class Owner, class Value>
constexpr Field<Owner, Value> field(const char *key, Value Owner::*member, const char *meaning, Rule rule = {})
{
    return {QLatin1StringView(key), member, meaning, rule};
}

// Specialised per struct: `static constexpr const char *name` and `static constexpr auto all()` -> tuple of Field.
template<class T>
struct Fields;

// Specialised per enum: `static constexpr std::array<std::pair<E, const char *>, n> all`.
template<class E>
struct EnumWords;

template<class T>
struct IsOptional : std::false_type {};
template<class T>
struct IsOptional<std::optional<T>> : std::true_type {};

template<class T>
struct IsList : std::false_type {};
template<class T>
struct IsList<QList<T>> : std::true_type {};

template<class T>
struct Codec; // primary: structs with Fields, at the end

template<>
struct Codec<bool> {
    static void write(JsonWriter &out, bool value) { out.boolean(value); }
    static bool read(JsonView json, const Rule &, bool &out, Reading &reading)
    {
        if (!json.isBoolean())
            return reading.fail(QStringLiteral("expected true or false"));
        out = json.boolean();
        return true;
    }
    static QJsonObject schema(const Rule &, QJsonObject &) { return {{QStringLiteral("type"), QStringLiteral("boolean")}}; }
};

bool readInteger(JsonView json, const Rule &rule, qint64 &out, Reading &reading);
QJsonObject integerSchema(const Rule &rule);
bool readText(JsonView json, const Rule &rule, QString &out, Reading &reading);
bool readAscii(JsonView json, const Rule &rule, QByteArray &out, Reading &reading);
QJsonObject textSchema(const Rule &rule, const char *format = nullptr);
bool checkListSize(JsonView json, const Rule &rule, Reading &reading);
QJsonObject listSchema(const Rule &rule, const QJsonObject &items);
QJsonObject enumSchema(const QJsonArray &words);
bool readInstant(JsonView json, Instant &out, Reading &reading);
void writeInstant(JsonWriter &out, Instant value);
void writeId(JsonWriter &out, const QUuid &id);
QJsonObject withMeaning(QJsonObject schema, const char *meaning);

template<class Integer>
struct IntegerCodec {
    static Rule fitted(const Rule &rule)
    {
        // JSON numbers are exact up to 2^53.
        constexpr auto kLargest = std::min<qint64>(std::numeric_limits<Integer>::max(), (1LL << 53) - 1);
        return {.min = std::max<qint64>(rule.min, std::numeric_limits<Integer>::min()), .max = std::min(rule.max, kLargest)};
    }
    static void write(JsonWriter &out, Integer value) { out.integer(value); }
    static bool read(JsonView json, const Rule &rule, Integer &out, Reading &reading)
    {
        qint64 value = 0;
        if (!readInteger(json, fitted(rule), value, reading))
            return false;
        out = static_cast<Integer>(value);
        return true;
    }
    static QJsonObject schema(const Rule &rule, QJsonObject &) { return integerSchema(fitted(rule)); }
};
template<>
struct Codec<qint32> : IntegerCodec<qint32> {};
template<>
struct Codec<qint64> : IntegerCodec<qint64> {};

template<class Duration>
struct DurationCodec {
    static void write(JsonWriter &out, Duration value) { out.integer(value.count()); }
    static bool read(JsonView json, const Rule &rule, Duration &out, Reading &reading)
    {
        qint64 count = 0;
        if (!Codec<qint64>::read(json, rule, count, reading))
            return false;
        out = Duration(count);
        return true;
    }
    static QJsonObject schema(const Rule &rule, QJsonObject &definitions) { return Codec<qint64>::schema(rule, definitions); }
};
template<>
struct Codec<std::chrono::seconds> : DurationCodec<std::chrono::seconds> {};
template<>
struct Codec<std::chrono::minutes> : DurationCodec<std::chrono::minutes> {};

template<>
struct Codec<QString> {
    static void write(JsonWriter &out, const QString &value) { out.text(value); }
    static bool read(JsonView json, const Rule &rule, QString &out, Reading &reading) { return readText(json, rule, out, reading); }
    static QJsonObject schema(const Rule &rule, QJsonObject &) { return textSchema(rule); }
};

// Base64 and the like: ASCII that needs no escape.
template<>
struct Codec<QByteArray> {
    static void write(JsonWriter &out, const QByteArray &value) { out.plain(value); }
    static bool read(JsonView json, const Rule &rule, QByteArray &out, Reading &reading) { return readAscii(json, rule, out, reading); }
    static QJsonObject schema(const Rule &rule, QJsonObject &) { return textSchema(rule, "byte"); }
};

template<class Tag>
struct Codec<Id<Tag>> {
    static void write(JsonWriter &out, const Id<Tag> &value) { writeId(out, value.uuid()); }
    static bool read(JsonView json, const Rule &, Id<Tag> &out, Reading &reading)
    {
        const auto id = Id<Tag>::fromString(QLatin1StringView(json.text()));
        if (!id)
            return reading.fail(QStringLiteral("expected a UUID"));
        out = *id;
        return true;
    }
    static QJsonObject schema(const Rule &, QJsonObject &) { return textSchema({.min = 36, .max = 36}, "uuid"); }
};

template<>
struct Codec<Instant> {
    static void write(JsonWriter &out, Instant value) { writeInstant(out, value); }
    static bool read(JsonView json, const Rule &, Instant &out, Reading &reading) { return readInstant(json, out, reading); }
    static QJsonObject schema(const Rule &, QJsonObject &) { return textSchema({.min = 20, .max = 40}, "date-time"); }
};

template<>
struct Codec<Currency> {
    static void write(JsonWriter &out, const Currency &value) { out.text(value.code()); }
    static bool read(JsonView json, const Rule &, Currency &out, Reading &reading)
    {
        const auto currency = Currency::fromCode(QString::fromUtf8(json.text()));
        if (!currency)
            return reading.fail(QStringLiteral("expected an ISO 4217 code like EUR"));
        out = *currency;
        return true;
    }
    static QJsonObject schema(const Rule &, QJsonObject &) { return textSchema({.min = 3, .max = 3}); }
};

// A document of its own kind, described elsewhere: a page of a plan.
template<>
struct Codec<QJsonObject> {
    static void write(JsonWriter &out, const QJsonObject &value) { out.raw(QJsonDocument(value).toJson(QJsonDocument::Compact)); }
    static bool read(JsonView json, const Rule &, QJsonObject &out, Reading &reading)
    {
        if (!json.isObject())
            return reading.fail(QStringLiteral("expected an object"));
        const QByteArrayView source = json.source();
        out = QJsonDocument::fromJson(QByteArray::fromRawData(source.data(), source.size())).object();
        return true;
    }
    static QJsonObject schema(const Rule &, QJsonObject &) { return {{QStringLiteral("type"), QStringLiteral("object")}}; }
};

template<class E>
concept WireEnum = requires { EnumWords<E>::all; };

template<WireEnum E>
struct Codec<E> {
    static void write(JsonWriter &out, E value)
    {
        for (const auto &[known, word] : EnumWords<E>::all) {
            if (known == value)
                return out.plain(word);
        }
        Q_UNREACHABLE();
    }
    static bool read(JsonView json, const Rule &, E &out, Reading &reading)
    {
        for (const auto &[known, word] : EnumWords<E>::all) {
            if (json.text() == word) {
                out = known;
                return true;
            }
        }
        QStringList words;
        for (const auto &[known, word] : EnumWords<E>::all)
            words.append(QLatin1StringView(word));
        return reading.fail(QStringLiteral("expected one of ") + words.join(QStringLiteral(", ")));
    }
    static QJsonObject schema(const Rule &, QJsonObject &)
    {
        QJsonArray words;
        for (const auto &[known, word] : EnumWords<E>::all)
            words.append(QLatin1StringView(word));
        return enumSchema(words);
    }
};

template<class T>
struct Codec<QList<T>> {
    static void write(JsonWriter &out, const QList<T> &list)
    {
        out.beginList();
        for (const T &item : list)
            Codec<T>::write(out, item);
        out.endList();
    }
    static bool read(JsonView json, const Rule &rule, QList<T> &out, Reading &reading)
    {
        if (!checkListSize(json, rule, reading))
            return false;
        out.clear();
        out.reserve(json.count());
        for (const JsonView item : json) {
            const Reading::Step step(reading, out.size());
            if (!Codec<T>::read(item, rule.item(), out.emplaceBack(), reading))
                return false;
        }
        return true;
    }
    static QJsonObject schema(const Rule &rule, QJsonObject &definitions)
    {
        return listSchema(rule, Codec<T>::schema(rule.item(), definitions));
    }
};

template<class T>
concept WireStruct = requires { Fields<T>::name; };

template<WireStruct T>
inline constexpr auto kFields = Fields<T>::all();

template<WireStruct T>
struct Codec<T> {
    static void write(JsonWriter &out, const T &value)
    {
        out.beginObject();
        std::apply([&](const auto &...f) { (writeField(out, value, f), ...); }, kFields<T>);
        out.endObject();
    }

    static bool read(JsonView json, const Rule &, T &out, Reading &reading)
    {
        if (!json.isObject())
            return reading.fail(QStringLiteral("expected an object"));
        qsizetype known = 0;
        const bool good = std::apply([&](const auto &...f) { return (readField(json, out, f, known, reading) && ...); }, kFields<T>);
        if (good && reading.mode() == ReadMode::Strict && known != json.count())
            return failUnknownKey(json, reading);
        return good;
    }

    static QJsonObject schema(const Rule &, QJsonObject &definitions)
    {
        const QString name = QLatin1StringView(Fields<T>::name);
        if (!definitions.contains(name)) {
            definitions.insert(name, QJsonObject()); // a struct may contain itself
            definitions.insert(name, inlineSchema(definitions));
        }
        return {{QStringLiteral("$ref"), QStringLiteral("#/components/schemas/") + name}};
    }

    static QJsonObject inlineSchema(QJsonObject &definitions)
    {
        QJsonObject properties;
        QJsonArray required;
        std::apply([&](const auto &...f) { (describeField(properties, required, definitions, f), ...); }, kFields<T>);
        QJsonObject schema {{QStringLiteral("type"), QStringLiteral("object")},
                            {QStringLiteral("properties"), properties},
                            {QStringLiteral("additionalProperties"), false}};
        if (!required.isEmpty())
            schema.insert(QStringLiteral("required"), required);
        return schema;
    }

private:
    template<class Value>
    static void writeField(JsonWriter &out, const T &value, const Field<T, Value> &f)
    {
        if constexpr (IsOptional<Value>::value) {
            if (const auto &held = value.*f.member) {
                out.key(f.key);
                Codec<typename Value::value_type>::write(out, *held);
            }
        } else {
            if constexpr (IsList<Value>::value) {
                if (f.rule.mayBeAbsent && (value.*f.member).isEmpty())
                    return;
            }
            out.key(f.key);
            Codec<Value>::write(out, value.*f.member);
        }
    }

    template<class Value>
    static bool readField(JsonView json, T &out, const Field<T, Value> &f, qsizetype &known, Reading &reading)
    {
        const Reading::Step step(reading, f.key);
        const JsonView found = json.find(f.key);
        if (found.isAbsent()) {
            return IsOptional<Value>::value || f.rule.mayBeAbsent || reading.fail(QStringLiteral("missing"));
        }
        ++known;
        if constexpr (IsOptional<Value>::value)
            return Codec<typename Value::value_type>::read(found, f.rule, (out.*f.member).emplace(), reading);
        else
            return Codec<Value>::read(found, f.rule, out.*f.member, reading);
    }

    static bool failUnknownKey(JsonView json, Reading &reading)
    {
        for (const auto [key, node] : json.members()) {
            const bool isKnown = std::apply([key = key](const auto &...f) { return ((key == QByteArrayView(f.key)) || ...); }, kFields<T>);
            if (!isKnown)
                return reading.fail(QStringLiteral("unknown key \"%1\"").arg(QString::fromUtf8(key).left(64)));
        }
        Q_UNREACHABLE();
    }

    template<class Value>
    static void describeField(QJsonObject &properties, QJsonArray &required, QJsonObject &definitions, const Field<T, Value> &f)
    {
        if constexpr (IsOptional<Value>::value) {
            properties.insert(QLatin1StringView(f.key), withMeaning(Codec<typename Value::value_type>::schema(f.rule, definitions), f.meaning));
        } else {
            properties.insert(QLatin1StringView(f.key), withMeaning(Codec<Value>::schema(f.rule, definitions), f.meaning));
            if (!f.rule.mayBeAbsent)
                required.append(QLatin1StringView(f.key));
        }
    }
};

template<class Message>
void writeMessage(JsonWriter &out, const Message &message)
{
    Codec<Message>::write(out, message);
}

template<class Message>
Result<Message> readMessage(JsonView json, ReadMode mode)
{
    Reading reading(mode);
    Result<Message> message {Message {}};
    if (!Codec<Message>::read(json, {}, *message, reading))
        return Error {.code = ErrorCode::InvalidParams, .detail = reading.fault()};
    return message;
}

template<class Message>
QJsonObject schemaOf(QJsonObject &definitions)
{
    return Codec<Message>::inlineSchema(definitions);
}

#define PARTERRE_INSTANTIATE_MESSAGE(Type)                                                                             \
    template void writeMessage<Type>(JsonWriter &, const Type &);                                                      \
    template Result<Type> readMessage<Type>(JsonView, ReadMode);                                                       \
    template QJsonObject schemaOf<Type>(QJsonObject &)

} // namespace parterre::protocol
