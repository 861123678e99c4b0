// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/planio/tolerantobject.h"

#include "shared/domain/planvalidation.h"

#include <algorithm>
#include <cmath>

namespace parterre::planio {

using namespace Qt::StringLiterals;

QString cleanText(const QString &original, qsizetype maxLength)
{
    QString text = original;
    text.remove(u'\ufeff'); // a byte-order mark; at the beginning of a text JSON readers drop it
    QString clean = isPlanText(text) ? text : QString();
    if (clean.isNull()) {
        for (qsizetype i = 0; i < text.size(); ++i) {
            const QChar c = text[i];
            const bool pair = c.isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate();
            if (pair)
                clean += QStringView(text).sliced(i++, 2);
            else if (c.category() == QChar::Other_Control)
                clean += u' ';
            else if (!c.isSurrogate())
                clean += c;
        }
    }
    clean = clean.trimmed();
    if (clean.size() <= maxLength)
        return clean;
    clean.truncate(clean[maxLength - 1].isHighSurrogate() ? maxLength - 1 : maxLength);
    return clean.trimmed();
}

QJsonValue TolerantObject::value(QLatin1StringView key)
{
    note(key);
    const QJsonValue found = m_object.value(key);
    return found.isUndefined() ? QJsonValue(QJsonValue::Null) : found;
}

QString TolerantObject::text(QLatin1StringView key, qsizetype maxLength)
{
    const QJsonValue found = value(key);
    if (found.isNull())
        return {};
    if (!found.isString()) {
        const bool isNumber = found.isDouble() && std::isfinite(found.toDouble());
        m_report.count(RepairKind::WrongType, m_place.member(key),
                       isNumber ? u"\"%1\" should be text, but is a number; its digits were taken"_s.arg(key)
                                : u"\"%1\" should be text; it was left out"_s.arg(key));
        return isNumber ? QString::number(found.toDouble(), 'g', 15) : QString();
    }
    const QString clean = cleanText(found.toString(), maxLength);
    if (clean != found.toString().trimmed())
        m_report.add(RepairKind::TextChanged, m_place.member(key).text(), u"the text was too long or held control characters; it is now \"%1\""_s.arg(clean));
    return clean;
}

QString TolerantObject::word(QLatin1StringView key, qsizetype maxLength)
{
    const QJsonValue found = m_object.value(key);
    if (!found.isDouble())
        return text(key, maxLength);
    note(key);
    return QString::number(found.toDouble(), 'g', 15);
}

std::optional<double> TolerantObject::number(QLatin1StringView key, double min, double max)
{
    const QJsonValue found = value(key);
    if (found.isNull())
        return std::nullopt;
    bool readable = found.isDouble();
    double number = found.toDouble();
    if (found.isString()) {
        number = found.toString().toDouble(&readable);
        if (readable)
            m_report.count(RepairKind::WrongType, m_place.member(key), u"\"%1\" should be a number, but is text; its value was taken"_s.arg(key));
    }
    if (!readable || std::isnan(number)) {
        m_report.add(RepairKind::WrongType, m_place.member(key).text(), u"should be a number; the usual value was taken"_s);
        return std::nullopt;
    }
    const double inside = std::clamp(number, min, max);
    if (inside != number) {
        m_report.add(RepairKind::NumberOutOfRange, m_place.member(key).text(),
                     u"%1 is not between %2 and %3; it is now %4"_s.arg(number).arg(min).arg(max).arg(inside));
    }
    return inside;
}

PlanPoint TolerantObject::point(QLatin1StringView key)
{
    const QJsonValue found = value(key);
    const JsonPlace place = m_place.member(key);
    if (!found.isObject()) {
        m_report.add(found.isNull() ? RepairKind::MissingValue : RepairKind::WrongType, place.text(), u"should be {x, y}; 0, 0 was taken"_s);
        return {};
    }
    TolerantObject object(found.toObject(), place, m_report);
    const auto coordinate = [&](QLatin1StringView axis) {
        const auto number = object.number(axis, -PlanLimits::kCoordinate, PlanLimits::kCoordinate);
        if (!number)
            m_report.add(RepairKind::MissingValue, place.member(axis).text(), u"is missing; 0 was taken"_s);
        return number.value_or(0);
    };
    const PlanPoint point {coordinate("x"_L1), coordinate("y"_L1)};
    object.finish();
    return point;
}

QString TolerantObject::color(QLatin1StringView key)
{
    QString color = text(key, 40).toLower();
    if (color.isEmpty() || color == "none"_L1 || color == "transparent"_L1)
        return {};
    if (color.size() == 4 && color[0] == u'#')
        color = u"#%1%1%2%2%3%3"_s.arg(color[1]).arg(color[2]).arg(color[3]);
    if (isPlanColor(color))
        return color;
    m_report.add(RepairKind::NotKept, m_place.member(key).text(), u"the colour \"%1\" is not of the form #rrggbb; none was taken"_s.arg(color));
    return {};
}

QJsonArray TolerantObject::array(QLatin1StringView key)
{
    const QJsonValue found = value(key);
    if (!found.isArray() && !found.isNull())
        m_report.add(RepairKind::WrongType, m_place.member(key).text(), u"should be a list; it was left out"_s);
    return found.toArray();
}

QJsonObject TolerantObject::object(QLatin1StringView key)
{
    const QJsonValue found = value(key);
    if (!found.isObject() && !found.isNull())
        m_report.add(RepairKind::WrongType, m_place.member(key).text(), u"should be an object; it was left out"_s);
    return found.toObject();
}

void TolerantObject::finish()
{
    const auto asked = m_asked.begin() + static_cast<std::ptrdiff_t>(m_askedCount);
    for (auto it = m_object.constBegin(); it != m_object.constEnd(); ++it) {
        const QString key = it.key();
        if (std::none_of(m_asked.begin(), asked, [&key](QLatin1StringView known) { return known == key; }))
            m_report.count(RepairKind::UnknownKey, m_place, u"the key \"%1\" is unknown and was not read"_s.arg(cleanText(key, 40)));
    }
}

} // namespace parterre::planio
