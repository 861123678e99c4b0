// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/planio/seatwords.h"

#include "shared/domain/planvalidation.h"
#include "shared/planio/planelements.h"
#include "shared/planio/tolerantobject.h"

#include <QLocale>

#include <algorithm>
#include <array>
#include <cmath>

namespace parterre::planio {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array kStageWords {
    u"stage",   u"bühne",  u"buehne", u"hauptbühne", u"scène",    u"scene", u"scena",      u"escenario", u"palco",  u"palcoscenico", u"panggung",
    u"podium",  u"screen", u"leinwand", u"écran",    u"pantalla", u"scen",  u"spielfeld",  u"pitch",     u"court",  u"toneel",       u"näyttämö",
};

// "S T A G E" -> "stage"
QString lettersOf(const QString &text)
{
    QString letters;
    for (const QChar c : text.toLower()) {
        if (c.isLetter())
            letters += c;
    }
    return letters;
}

constexpr std::array kColors {
    std::pair {"black"_L1, "#000000"_L1},  std::pair {"white"_L1, "#ffffff"_L1}, std::pair {"red"_L1, "#ff0000"_L1},     std::pair {"green"_L1, "#008000"_L1},
    std::pair {"blue"_L1, "#0000ff"_L1},   std::pair {"gray"_L1, "#808080"_L1},  std::pair {"grey"_L1, "#808080"_L1},    std::pair {"silver"_L1, "#c0c0c0"_L1},
    std::pair {"yellow"_L1, "#ffff00"_L1}, std::pair {"lime"_L1, "#00ff00"_L1},  std::pair {"aqua"_L1, "#00ffff"_L1},    std::pair {"cyan"_L1, "#00ffff"_L1},
    std::pair {"navy"_L1, "#000080"_L1},   std::pair {"teal"_L1, "#008080"_L1},  std::pair {"purple"_L1, "#800080"_L1},  std::pair {"magenta"_L1, "#ff00ff"_L1},
    std::pair {"maroon"_L1, "#800000"_L1}, std::pair {"olive"_L1, "#808000"_L1}, std::pair {"orange"_L1, "#ffa500"_L1},  std::pair {"pink"_L1, "#ffc0cb"_L1},
    std::pair {"brown"_L1, "#a52a2a"_L1},  std::pair {"gold"_L1, "#ffd700"_L1},  std::pair {"fuchsia"_L1, "#ff00ff"_L1}, std::pair {"lightgray"_L1, "#d3d3d3"_L1},
};

// "1, 2, 3" of rgb(1, 2, 3)
QString rgbOf(QStringView numbers)
{
    QString color(u'#');
    const QList<QStringView> parts = numbers.split(u',');
    for (qsizetype i = 0; i < 3; ++i) {
        bool ok = false;
        const int value = parts.value(i).trimmed().toInt(&ok);
        if (!ok || value < 0 || value > 255)
            return {};
        color += u"%1"_s.arg(value, 2, 16, QChar(u'0'));
    }
    return color;
}

// Numbers of a list, between commas and white space; false where one is none.
bool nextNumber(QStringView text, qsizetype &at, double &number)
{
    const auto separates = [](QChar c) { return c.isSpace() || c == u','; };
    while (at < text.size() && separates(text[at]))
        ++at;
    const qsizetype begin = at;
    while (at < text.size() && !separates(text[at]))
        ++at;
    bool ok = false;
    number = text.sliced(begin, at - begin).toDouble(&ok);
    return ok && std::isfinite(number);
}

} // namespace

SeatAttributes seatAttributes(const QString &text, const QString &where, ImportReport &report)
{
    SeatAttributes attributes;
    QString words = text.toLower();
    for (const QChar separator : {u',', u';', u'\n'})
        words.replace(separator, u' ');
    for (const QString &word : words.split(u' ', Qt::SkipEmptyParts)) {
        if (const std::optional<SeatAttribute> known = attributeOf(word))
            attributes.setFlag(*known);
        else if (word == "accessible"_L1)
            attributes.setFlag(SeatAttribute::Wheelchair);
        else
            report.count(RepairKind::NotKept, where, u"\"%1\" is no attribute of a seat; it was left out"_s.arg(cleanText(word, 40)));
    }
    return attributes;
}

QList<PlanPoint> pointsOf(const QString &text, const QString &where, ImportReport &report)
{
    QList<PlanPoint> points;
    qsizetype at = 0;
    const QString trimmed = text.trimmed();
    while (at < trimmed.size()) {
        PlanPoint point;
        if (!nextNumber(trimmed, at, point.x) || !nextNumber(trimmed, at, point.y)) {
            report.add(RepairKind::WrongType, where, u"a list of points should be pairs of numbers; it was read up to the %1th point"_s.arg(points.size()));
            break;
        }
        points.append(point);
    }
    return points;
}

QString pointsText(const QList<PlanPoint> &points)
{
    QStringList parts;
    for (const PlanPoint &point : points)
        parts.append(numberText(point.x) + u',' + numberText(point.y));
    return parts.join(u' ');
}

QStringList listedIds(const QString &text)
{
    QStringList ids = text.split(u'\n', Qt::SkipEmptyParts);
    for (QString &id : ids)
        id = id.trimmed();
    ids.removeAll(QString());
    return ids;
}

QString numberText(double number)
{
    return number == 0 ? u"0"_s : QString::number(number, 'f', QLocale::FloatingPointShortest); // no "-0"
}

QString colorOf(const QString &text)
{
    const QString color = text.trimmed().toLower();
    if (color.size() == 4 && color[0] == u'#') {
        const QString full = u"#%1%1%2%2%3%3"_s.arg(color[1]).arg(color[2]).arg(color[3]);
        return isPlanColor(full) ? full : QString();
    }
    if (isPlanColor(color))
        return color;
    if (color.startsWith("rgb("_L1) && color.endsWith(u')'))
        return rgbOf(QStringView(color).sliced(4).chopped(1));
    for (const auto &[name, value] : kColors) {
        if (color == name)
            return value;
    }
    return {};
}

bool isStageWord(const QString &text)
{
    const QString letters = lettersOf(text);
    return std::any_of(kStageWords.begin(), kStageWords.end(), [&letters](const char16_t *word) { return letters == QStringView(word); });
}

} // namespace parterre::planio
