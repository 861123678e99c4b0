// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/designer/model/jsonfields.h"

#include "shared/domain/planvalidation.h"

#include <algorithm>
#include <cmath>

namespace parterre::designjson {

using namespace Qt::StringLiterals;
using planio::JsonPlace;
using planio::StrictObject;

namespace {

constexpr qsizetype kMostPoints = 10'000;
constexpr double kFar = PlanLimits::kCoordinate;

} // namespace

QJsonArray toJson(PlanPoint point)
{
    return {writable(point.x), writable(point.y)};
}

QString writable(const QString &text, bool lines)
{
    if (isPlanText(text, lines))
        return text;
    QString plain;
    for (const QChar c : QString::fromUtf8(text.toUtf8())) { // half characters are whole ones then
        if (c.category() != QChar::Other_Control || (lines && c == u'\n'))
            plain.append(c);
    }
    return plain;
}

double writable(double length)
{
    return std::isfinite(length) ? std::clamp(length, -kFar, kFar) : 0;
}

PlanPoint pointFrom(const QJsonValue &value, const JsonPlace &place, QString &fault)
{
    const QJsonArray pair = value.toArray();
    const PlanPoint point {pair[0].toDouble(INFINITY), pair[1].toDouble(INFINITY)};
    const auto near = [](double length) { return length >= -kFar && length <= kFar; };
    if (pair.size() == 2 && near(point.x) && near(point.y))
        return point;
    if (fault.isEmpty())
        fault = place.text() + u" has to be two numbers, not beyond %1"_s.arg(kFar);
    return {};
}

double bounded(StrictObject &object, QLatin1StringView key, double least, double most, double otherwise)
{
    const double value = object.number(key, otherwise);
    if (object.has(key) && !(value >= least && value <= most))
        object.fail(key, u"is not between %1 and %2"_s.arg(least).arg(most));
    return value;
}

qint32 bounded(StrictObject &object, QLatin1StringView key, qint32 least, qint32 most, qint32 otherwise)
{
    if (!object.has(key))
        return otherwise;
    const qint32 value = object.integer(key);
    if (value < least || value > most)
        object.fail(key, u"is not between %1 and %2"_s.arg(least).arg(most));
    return value;
}

QString shortText(StrictObject &object, QLatin1StringView key, qsizetype limit)
{
    const QString text = object.text(key, {});
    if (text.size() > limit || !isPlanText(text))
        object.fail(key, u"is longer than %1 characters or holds control characters"_s.arg(limit));
    return text;
}

QList<PlanPoint> pointsFrom(StrictObject &object, QLatin1StringView key, const JsonPlace &place, QString &fault)
{
    QList<PlanPoint> points;
    readItems(object, key, kMostPoints, [&](const QJsonValue &value, qsizetype i) { points.append(pointFrom(value, place.item(key, i), fault)); });
    return points;
}

QString colourFrom(StrictObject &object, QLatin1StringView key)
{
    const QString colour = object.text(key, {});
    if (!colour.isEmpty() && !isPlanColor(colour))
        object.fail(key, u"is no \"#rrggbb\""_s);
    return colour;
}

} // namespace parterre::designjson
