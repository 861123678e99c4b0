// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/planio/strictobject.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace parterre::planio {

using namespace Qt::StringLiterals;

StrictObject::StrictObject(const QJsonValue &value, const JsonPlace &place, QString &fault)
    : m_object(value.toObject()), m_place(place), m_fault(fault)
{
    if (!value.isObject())
        fail({}, u"expected an object"_s);
}

void StrictObject::fail(QLatin1StringView key, const QString &what)
{
    if (!m_fault.isEmpty())
        return;
    const QString where = m_place.member(key).text();
    m_fault = (where.isEmpty() ? u"document"_s : where) + u": "_s + what;
}

void StrictObject::note(QLatin1StringView key)
{
    m_asked.at(m_askedCount++) = key;
}

QJsonValue StrictObject::value(QLatin1StringView key)
{
    note(key);
    const auto found = m_object.constFind(key);
    if (found != m_object.constEnd())
        return *found;
    fail(key, u"is missing"_s);
    return {};
}

QString StrictObject::text(QLatin1StringView key)
{
    const QJsonValue found = value(key);
    if (!found.isString())
        fail(key, u"expected text"_s);
    return found.toString();
}

double StrictObject::number(QLatin1StringView key)
{
    const QJsonValue found = value(key);
    if (!found.isDouble() || !std::isfinite(found.toDouble()))
        fail(key, u"expected a number"_s);
    return found.toDouble();
}

qint32 StrictObject::integer(QLatin1StringView key)
{
    const double found = number(key);
    if (std::trunc(found) != found || std::abs(found) > std::numeric_limits<qint32>::max()) {
        fail(key, u"expected a whole number"_s);
        return 0;
    }
    return static_cast<qint32>(found);
}

bool StrictObject::flag(QLatin1StringView key)
{
    if (!has(key))
        return false;
    if (value(key) != QJsonValue(true))
        fail(key, u"expected true or nothing"_s);
    return true;
}

QJsonArray StrictObject::array(QLatin1StringView key)
{
    const QJsonValue found = value(key);
    if (!found.isArray())
        fail(key, u"expected a list"_s);
    return found.toArray();
}

QStringList StrictObject::texts(QLatin1StringView key)
{
    QStringList list;
    const QJsonArray found = arrayIfAny(key);
    for (const QJsonValue &item : found) {
        if (!item.isString())
            fail(key, u"expected a list of texts"_s);
        list.append(item.toString());
    }
    return list;
}

void StrictObject::finish()
{
    if (!m_fault.isEmpty())
        return;
    const auto asked = m_asked.begin() + static_cast<std::ptrdiff_t>(m_askedCount);
    for (auto it = m_object.constBegin(); it != m_object.constEnd(); ++it) {
        const QString key = it.key();
        if (std::none_of(m_asked.begin(), asked, [&key](QLatin1StringView known) { return known == key; }))
            return fail({}, u"unknown key \"%1\""_s.arg(key.left(60)));
    }
}

} // namespace parterre::planio
