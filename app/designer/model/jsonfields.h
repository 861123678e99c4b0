// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/domain/plan.h"
#include "shared/planio/strictobject.h"

// What the JSON of designs is made of.
namespace parterre::designjson {

inline constexpr qsizetype kLongestText = 200; // that can be typed

[[nodiscard]] QJsonArray toJson(PlanPoint point);
// As it can be read again, whatever it was: a file or a journal that cannot be read helps nobody.
[[nodiscard]] QString writable(const QString &text, bool lines = false);
[[nodiscard]] double writable(double length);
[[nodiscard]] PlanPoint pointFrom(const QJsonValue &value, const planio::JsonPlace &place, QString &fault);
// At most so many that no reader is kept for long; none where the key is not there.
[[nodiscard]] QList<PlanPoint> pointsFrom(planio::StrictObject &object, QLatin1StringView key, const planio::JsonPlace &place, QString &fault);

// Reads numbers that lie within bounds; others are faults.
[[nodiscard]] double bounded(planio::StrictObject &object, QLatin1StringView key, double least, double most, double otherwise);
[[nodiscard]] qint32 bounded(planio::StrictObject &object, QLatin1StringView key, qint32 least, qint32 most, qint32 otherwise);
// A text of at most so many characters, without control characters; empty where the key is not there.
[[nodiscard]] QString shortText(planio::StrictObject &object, QLatin1StringView key, qsizetype limit);
[[nodiscard]] QString colourFrom(planio::StrictObject &object, QLatin1StringView key);

// Writes what is not as usual.
class Writer
{
public:
    template<class Value>
    void add(QLatin1StringView key, const Value &value, const Value &usual)
    {
        if (value != usual)
            m_object.insert(key, value);
    }
    void add(QLatin1StringView key, const QString &text, const QString &usual)
    {
        if (text != usual)
            set(key, text);
    }
    void add(QLatin1StringView key, double length, double usual)
    {
        if (length != usual)
            m_object.insert(key, writable(length));
    }
    void addWord(QLatin1StringView key, const QStringList &words, int value, int usual)
    {
        if (value != usual)
            m_object.insert(key, words.at(value));
    }
    void addObject(QLatin1StringView key, const QJsonObject &object)
    {
        if (!object.isEmpty())
            m_object.insert(key, object);
    }
    void addPoints(QLatin1StringView key, const QList<PlanPoint> &points)
    {
        QJsonArray array;
        for (const PlanPoint &point : points)
            array.append(toJson(point));
        if (!array.isEmpty())
            m_object.insert(key, array);
    }
    template<class List>
    void addList(QLatin1StringView key, const List &list)
    {
        QJsonArray array;
        for (const auto &value : list) {
            if constexpr (std::is_same_v<List, QStringList>)
                array.append(writable(value));
            else
                array.append(value);
        }
        if (!array.isEmpty())
            m_object.insert(key, array);
    }
    void set(QLatin1StringView key, const QJsonValue &value) { m_object.insert(key, value); }
    void set(QLatin1StringView key, const QString &text) { m_object.insert(key, writable(text)); }
    [[nodiscard]] const QJsonObject &object() const { return m_object; }

private:
    QJsonObject m_object;
};

// The value of one of the words, which are those of an enumeration in their order.
template<class Enum>
Enum wordFrom(planio::StrictObject &object, QLatin1StringView key, const QStringList &words, Enum usual)
{
    if (!object.has(key))
        return usual;
    const qsizetype index = words.indexOf(object.text(key));
    if (index < 0)
        object.fail(key, QStringLiteral("is none of: ") + words.join(QStringLiteral(", ")));
    return index < 0 ? usual : static_cast<Enum>(index);
}

// The items of a list that may be missing.
template<class Read>
void readItems(planio::StrictObject &object, QLatin1StringView key, qsizetype limit, Read read)
{
    const QJsonArray array = object.arrayIfAny(key);
    if (array.size() > limit)
        return object.fail(key, QStringLiteral("has more than %1 entries").arg(limit));
    for (qsizetype i = 0; i < array.size() && !object.failed(); ++i)
        read(array[i], i);
}

} // namespace parterre::designjson
