// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// How a struct becomes JSON and back, from one list of its fields. Included by the .cpp files of shared/protocol only:
// the templates are instantiated there and nowhere else.

#include "shared/core/ids.h"
#include "shared/core/money.h"
#include "shared/core/utctime.h"
#include "shared/protocol/message.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QList>

#include <limits>
#include <optional>
#include <tuple>
#include <utility>

namespace parterre::protocol {

// What a value may be. Text: length in UTF-16 units. Integer: range. List: number of items; items obey `itemMin/Max`.
struct Rule {
    qint64 min = 0;
    qint64 max = std::numeric_limits<qint64>::max();
    qint64 itemMin = 0;
    qint64 itemMax = std::numeric_limits<qint64>::max();

    [[nodiscard]] Rule item() const { return {.min = itemMin, .max = itemMax}; }
};

template<class Owner, class Value>
struct Field {
    const char *key;
    Value Owner::*member;
    const char *meaning;
    Rule rule = {};
};

template<class Owner, class Value>
constexpr Field<Owner, Value> field(const char *key, Value Owner::*member, const char *meaning, Rule rule = {})
{
    return {key, member, meaning, rule};
}

// Specialised per struct: `static constexpr const char *name` and `static constexpr auto all()` -> tuple of Field.
template<class T>
struct Fields;

// Specialised per enum: `static constexpr std::array<std::pair<E, const char *>, n> all`.
template<class E>
struct EnumWords;

// Collects where reading is and the first thing that was wrong.
struct Reading {
    ReadMode mode = ReadMode::Strict;
    QString path = {};
    QString fault = {};

    bool fail(const QString &what)
    {
        if (fault.isEmpty())
            fault = (path.isEmpty() ? QStringLiteral("params") : path) + QStringLiteral(": ") + what;
        return false;
    }
};

template<class T>
struct IsOptional : std::false_type {};
template<class T>
struct IsOptional<std::optional<T>> : std::true_type {};

template<class T>
struct Codec; // primary: structs with Fields, at the end

template<>
struct Codec<bool> {
    static QJsonValue write(bool value) { return value; }
    static bool read(const QJsonValue &json, const Rule &, bool &out, Reading &reading)
    {
        if (!json.isBool())
            return reading.fail(QStringLiteral("expected true or false"));
        out = json.toBool();
        return true;
    }
    static QJsonObject schema(const Rule &, QJsonObject &) { return {{QStringLiteral("type"), QStringLiteral("boolean")}}; }
};

bool readInteger(const QJsonValue &json, const Rule &rule, qint64 &out, Reading &reading);
QJsonObject integerSchema(const Rule &rule);
bool readText(const QJsonValue &json, const Rule &rule, QString &out, Reading &reading);
QJsonObject textSchema(const Rule &rule, const char *format = nullptr);
bool checkListSize(const QJsonValue &json, const Rule &rule, Reading &reading);
QJsonObject listSchema(const Rule &rule, const QJsonObject &items);
QJsonObject enumSchema(const QJsonArray &words);
QJsonObject withMeaning(QJsonObject schema, const char *meaning);

template<class Integer>
struct IntegerCodec {
    static Rule fitted(const Rule &rule)
    {
        // JSON numbers are exact up to 2^53.
        constexpr auto kLargest = std::min<qint64>(std::numeric_limits<Integer>::max(), (1LL << 53) - 1);
        return {.min = std::max<qint64>(rule.min, std::numeric_limits<Integer>::min()), .max = std::min(rule.max, kLargest)};
    }
    static QJsonValue write(Integer value) { return static_cast<qint64>(value); }
    static bool read(const QJsonValue &json, const Rule &rule, Integer &out, Reading &reading)
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

template<>
struct Codec<std::chrono::seconds> {
    static QJsonValue write(std::chrono::seconds value) { return static_cast<qint64>(value.count()); }
    static bool read(const QJsonValue &json, const Rule &rule, std::chrono::seconds &out, Reading &reading)
    {
        qint64 count = 0;
        if (!Codec<qint64>::read(json, rule, count, reading))
            return false;
        out = std::chrono::seconds(count);
        return true;
    }
    static QJsonObject schema(const Rule &rule, QJsonObject &definitions) { return Codec<qint64>::schema(rule, definitions); }
};

template<>
struct Codec<QString> {
    static QJsonValue write(const QString &value) { return value; }
    static bool read(const QJsonValue &json, const Rule &rule, QString &out, Reading &reading) { return readText(json, rule, out, reading); }
    static QJsonObject schema(const Rule &rule, QJsonObject &) { return textSchema(rule); }
};

// ASCII only, base64 for instance.
template<>
struct Codec<QByteArray> {
    static QJsonValue write(const QByteArray &value) { return QString::fromLatin1(value); }
    static bool read(const QJsonValue &json, const Rule &rule, QByteArray &out, Reading &reading)
    {
        QString text;
        if (!readText(json, rule, text, reading))
            return false;
        out = text.toLatin1();
        return true;
    }
    static QJsonObject schema(const Rule &rule, QJsonObject &) { return textSchema(rule, "byte"); }
};

template<class Tag>
struct Codec<Id<Tag>> {
    static QJsonValue write(const Id<Tag> &value) { return value.toString(); }
    static bool read(const QJsonValue &json, const Rule &, Id<Tag> &out, Reading &reading)
    {
        const auto id = Id<Tag>::fromString(json.toString());
        if (!id)
            return reading.fail(QStringLiteral("expected a UUID"));
        out = *id;
        return true;
    }
    static QJsonObject schema(const Rule &, QJsonObject &) { return textSchema({.min = 36, .max = 36}, "uuid"); }
};

template<>
struct Codec<Instant> {
    static QJsonValue write(Instant value) { return toIsoUtc(value); }
    static bool read(const QJsonValue &json, const Rule &, Instant &out, Reading &reading)
    {
        const auto instant = fromIsoUtc(json.toString());
        if (!instant)
            return reading.fail(QStringLiteral("expected a time like 2026-11-21T19:30:00Z"));
        out = *instant;
        return true;
    }
    static QJsonObject schema(const Rule &, QJsonObject &) { return textSchema({.min = 20, .max = 40}, "date-time"); }
};

template<>
struct Codec<Currency> {
    static QJsonValue write(const Currency &value) { return value.code(); }
    static bool read(const QJsonValue &json, const Rule &, Currency &out, Reading &reading)
    {
        const auto currency = Currency::fromCode(json.toString());
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
    static QJsonValue write(const QJsonObject &value) { return value; }
    static bool read(const QJsonValue &json, const Rule &, QJsonObject &out, Reading &reading)
    {
        if (!json.isObject())
            return reading.fail(QStringLiteral("expected an object"));
        out = json.toObject();
        return true;
    }
    static QJsonObject schema(const Rule &, QJsonObject &) { return {{QStringLiteral("type"), QStringLiteral("object")}}; }
};

template<class E>
concept WireEnum = requires { EnumWords<E>::all; };

template<WireEnum E>
struct Codec<E> {
    static QJsonValue write(E value)
    {
        for (const auto &[known, word] : EnumWords<E>::all) {
            if (known == value)
                return QLatin1StringView(word);
        }
        Q_UNREACHABLE();
    }
    static bool read(const QJsonValue &json, const Rule &, E &out, Reading &reading)
    {
        const QString text = json.toString();
        QStringList words;
        for (const auto &[known, word] : EnumWords<E>::all) {
            if (text == QLatin1StringView(word)) {
                out = known;
                return true;
            }
            words.append(QLatin1StringView(word));
        }
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
    static QJsonValue write(const QList<T> &list)
    {
        QJsonArray array;
        for (const T &item : list)
            array.append(Codec<T>::write(item));
        return array;
    }
    static bool read(const QJsonValue &json, const Rule &rule, QList<T> &out, Reading &reading)
    {
        if (!checkListSize(json, rule, reading))
            return false;
        const QJsonArray array = json.toArray();
        out.clear();
        out.reserve(array.size());
        const QString listPath = reading.path;
        for (const QJsonValue &item : array) {
            reading.path = listPath + u'[' + QString::number(out.size()) + u']';
            T value {};
            if (!Codec<T>::read(item, rule.item(), value, reading))
                return false;
            out.append(std::move(value));
        }
        reading.path = listPath;
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
struct Codec<T> {
    static QJsonValue write(const T &value) { return object(value); }

    static QJsonObject object(const T &value)
    {
        QJsonObject json;
        std::apply([&](const auto &...f) { (writeField(json, value, f), ...); }, Fields<T>::all());
        return json;
    }

    static bool read(const QJsonValue &json, const Rule &, T &out, Reading &reading)
    {
        if (!json.isObject())
            return reading.fail(QStringLiteral("expected an object"));
        const QJsonObject source = json.toObject();
        const QString path = reading.path;
        qsizetype known = 0;
        const bool good = std::apply([&](const auto &...f) { return (readField(source, path, out, f, known, reading) && ...); }, Fields<T>::all());
        reading.path = path;
        if (good && reading.mode == ReadMode::Strict && known != source.size())
            return failUnknownKey(source, reading);
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
        std::apply([&](const auto &...f) { (describeField(properties, required, definitions, f), ...); }, Fields<T>::all());
        QJsonObject schema {{QStringLiteral("type"), QStringLiteral("object")},
                            {QStringLiteral("properties"), properties},
                            {QStringLiteral("additionalProperties"), false}};
        if (!required.isEmpty())
            schema.insert(QStringLiteral("required"), required);
        return schema;
    }

private:
    template<class Value>
    static void writeField(QJsonObject &json, const T &value, const Field<T, Value> &f)
    {
        if constexpr (IsOptional<Value>::value) {
            if (const auto &held = value.*f.member)
                json.insert(QLatin1StringView(f.key), Codec<typename Value::value_type>::write(*held));
        } else {
            json.insert(QLatin1StringView(f.key), Codec<Value>::write(value.*f.member));
        }
    }

    template<class Value>
    static bool readField(const QJsonObject &json, const QString &path, T &out, const Field<T, Value> &f, qsizetype &known, Reading &reading)
    {
        const QLatin1StringView key(f.key);
        const auto found = json.constFind(key);
        reading.path = path.isEmpty() ? QString(key) : path + u'.' + key;
        if (found == json.constEnd()) {
            if constexpr (IsOptional<Value>::value)
                return true;
            else
                return reading.fail(QStringLiteral("missing"));
        }
        ++known;
        if constexpr (IsOptional<Value>::value) {
            typename Value::value_type value {};
            if (!Codec<typename Value::value_type>::read(*found, f.rule, value, reading))
                return false;
            out.*f.member = std::move(value);
            return true;
        } else {
            return Codec<Value>::read(*found, f.rule, out.*f.member, reading);
        }
    }

    static bool failUnknownKey(const QJsonObject &json, Reading &reading)
    {
        for (const QString &key : json.keys()) {
            const bool isKnown = std::apply([&](const auto &...f) { return ((key == QLatin1StringView(f.key)) || ...); }, Fields<T>::all());
            if (!isKnown)
                return reading.fail(QStringLiteral("unknown key \"%1\"").arg(key.left(64)));
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
            required.append(QLatin1StringView(f.key));
        }
    }
};

template<class Message>
QJsonObject toJson(const Message &message)
{
    return Codec<Message>::object(message);
}

template<class Message>
Result<Message> fromJson(const QJsonObject &json, ReadMode mode)
{
    Reading reading {.mode = mode};
    Message message {};
    if (!Codec<Message>::read(json, {}, message, reading))
        return Error {.code = ErrorCode::InvalidParams, .detail = reading.fault};
    return message;
}

template<class Message>
QJsonObject schemaOf(QJsonObject &definitions)
{
    return Codec<Message>::inlineSchema(definitions);
}

#define PARTERRE_INSTANTIATE_MESSAGE(Type)                                                                             \
    template QJsonObject toJson<Type>(const Type &);                                                                   \
    template Result<Type> fromJson<Type>(const QJsonObject &, ReadMode);                                               \
    template QJsonObject schemaOf<Type>(QJsonObject &)

} // namespace parterre::protocol
