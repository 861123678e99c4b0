// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/domain/customattributes.h"

#include "shared/domain/planvalidation.h"

#include <algorithm>
#include <functional>

namespace parterre {

namespace {

// Those of Arabic too.
bool separates(QChar c)
{
    return c == u',' || c == u';' || c == u'\u060c' || c == u'\u061b' || c == u'\n' || c == u'\r';
}

} // namespace

bool isCustomAttribute(QStringView text)
{
    if (text.isEmpty() || text.size() > PlanLimits::kCustomAttributeLength || !isPlanText(text) || text.back() == u' ')
        return false;
    bool afterSpace = true;
    for (const QChar c : text) {
        if (separates(c) || (c.isSpace() && (c != u' ' || afterSpace)))
            return false;
        afterSpace = c == u' ';
    }
    return true;
}

bool areCustomAttributes(const QStringList &attributes)
{
    const bool sorted = std::adjacent_find(attributes.cbegin(), attributes.cend(), std::greater_equal<>()) == attributes.cend();
    return sorted && attributes.size() <= PlanLimits::kCustomAttributes && std::all_of(attributes.cbegin(), attributes.cend(), isCustomAttribute);
}

QStringList listedCustomAttributes(const QString &text)
{
    QStringList attributes;
    qsizetype begin = 0;
    for (qsizetype i = 0; i <= text.size(); ++i) {
        if (i < text.size() && !separates(text[i]))
            continue;
        const QString attribute = text.sliced(begin, i - begin).simplified();
        if (!attribute.isEmpty())
            attributes.append(attribute);
        begin = i + 1;
    }
    std::sort(attributes.begin(), attributes.end());
    attributes.erase(std::unique(attributes.begin(), attributes.end()), attributes.end());
    return attributes;
}

QString customAttributesText(const QStringList &attributes)
{
    return attributes.join(QStringLiteral(", "));
}

} // namespace parterre
