// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/planio/importcategories.h"

#include "shared/domain/planvalidation.h"
#include "shared/planio/tolerantobject.h"

#include <QUuid>

#include <algorithm>
#include <array>

namespace parterre::planio {

using namespace Qt::StringLiterals;

namespace {

// The colours of Okabe and Ito, which people with any colour vision can tell apart.
constexpr std::array kPalette {"#0072b2"_L1, "#e69f00"_L1, "#009e73"_L1, "#cc79a7"_L1, "#56b4e9"_L1, "#d55e00"_L1, "#f0e442"_L1};

bool isUuid(const QString &name)
{
    return (name.size() == 36 || name.size() == 38) && !QUuid::fromString(name).isNull();
}

// "Große Loge, links" -> "grosse-loge-links"
QString slug(const QString &name)
{
    QString out;
    const QString plain = name.toCaseFolded().replace(u'ß', "ss"_L1).normalized(QString::NormalizationForm_KD);
    for (const QChar c : plain) {
        if ((c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9'))
            out += c;
        else if (!c.isMark() && !out.isEmpty() && !out.endsWith(u'-'))
            out += u'-';
    }
    out.truncate(48);
    while (out.endsWith(u'-'))
        out.chop(1);
    return out;
}

} // namespace

bool ImportCategories::isFree(const QString &key) const
{
    return std::none_of(m_categories.cbegin(), m_categories.cend(), [&key](const Category &c) { return c.key == key; });
}

QString ImportCategories::uniqueKey(const QString &name) const
{
    const QString base = slug(name).isEmpty() ? u"category"_s : slug(name);
    QString key = base;
    for (int i = 2; !isFree(key); ++i)
        key = u"%1-%2"_s.arg(base).arg(i);
    return key;
}

qint32 ImportCategories::append(const QString &name, const QString &color, const QString &key)
{
    const auto position = static_cast<std::size_t>(m_categories.size());
    m_categories.append({.key = key.isEmpty() ? uniqueKey(name) : key, .name = name, .color = color.isEmpty() ? QString(kPalette.at(position % kPalette.size())) : color});
    return static_cast<qint32>(position);
}

qint32 ImportCategories::list(const QString &id, const Category &wanted, const JsonPlace &place)
{
    if (const auto known = m_byName.constFind(id); known != m_byName.cend())
        return *known;
    if (m_categories.size() >= PlanLimits::kCategories - 1)
        return find(id, place); // says so
    const bool keyIsGood = !wanted.key.isEmpty() && cleanText(wanted.key, PlanLimits::kKeyLength) == wanted.key && isFree(wanted.key);
    if (!wanted.key.isEmpty() && !keyIsGood)
        m_report.add(RepairKind::RenamedCategory, place.text(), u"\"%1\" cannot be the key of a category, or is that of another"_s.arg(cleanText(wanted.key, 80)));
    const QString name = wanted.name.isEmpty() ? u"Category %1"_s.arg(m_categories.size() + 1) : wanted.name;
    if (wanted.name.isEmpty())
        m_report.add(RepairKind::MissingText, place.text(), u"a category has no name; it is now \"%1\""_s.arg(name));
    return *m_byName.insert(id, append(name, wanted.color, keyIsGood ? wanted.key : QString()));
}

void ImportCategories::list(const QString &name, const QString &color, const JsonPlace &place)
{
    if (m_byName.contains(name)) {
        m_report.add(RepairKind::RenamedCategory, place.text(), u"the category \"%1\" is listed twice; the first one counts"_s.arg(name));
        return;
    }
    if (m_categories.size() >= PlanLimits::kCategories - 1) {
        m_report.count(RepairKind::NotKept, place, u"a plan holds no more than %1 categories"_s.arg(PlanLimits::kCategories));
        return;
    }
    QString readable = name;
    if (name.isEmpty() || isUuid(name)) {
        readable = u"Category %1"_s.arg(m_categories.size() + 1);
        m_report.add(name.isEmpty() ? RepairKind::MissingText : RepairKind::RenamedCategory, place.text(),
                     u"a category is called \"%1\"; it is now \"%2\""_s.arg(name, readable));
    }
    if (color.isEmpty())
        m_report.add(RepairKind::MissingValue, place.text(), u"the category \"%1\" has no colour; one was chosen"_s.arg(readable));
    m_byName.insert(name, append(readable, color));
}

qint32 ImportCategories::find(const QString &name, const JsonPlace &seat)
{
    const auto found = m_byName.constFind(name);
    if (found != m_byName.cend()) {
        if (name.isEmpty())
            m_report.count(RepairKind::MissingCategory, seat, u"a seat names no category; it was put into \"%1\""_s.arg(m_categories[*found].name));
        return *found;
    }
    if (m_categories.size() >= PlanLimits::kCategories - 1) {
        m_report.count(RepairKind::MissingCategory, seat, u"there are too many categories; the seat was put into \"Other\""_s);
        const auto other = m_byName.constFind(u"\n"_s); // no name of a file holds a line break
        return other != m_byName.cend() ? *other : *m_byName.insert(u"\n"_s, append(u"Other"_s, {}));
    }
    const QString readable = name.isEmpty() ? u"Standard"_s : isUuid(name) ? u"Category %1"_s.arg(m_categories.size() + 1) : name;
    const qint32 position = append(readable, {});
    m_byName.insert(name, position);
    if (name.isEmpty())
        m_report.count(RepairKind::MissingCategory, seat, u"a seat names no category; it was put into \"%1\""_s.arg(readable));
    else
        m_report.add(RepairKind::MissingCategory, seat.text(), u"the file lists no category \"%1\"; \"%2\" was made"_s.arg(name, readable));
    return position;
}

} // namespace parterre::planio
