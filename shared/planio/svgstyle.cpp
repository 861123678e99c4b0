// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/planio/svgstyle.h"

#include <QStringList>
#include <QXmlStreamAttributes>

namespace parterre::planio {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kMaxValues = 20'000;

QString declared(QStringView declarations, QLatin1StringView property)
{
    QString found;
    for (const QStringView declaration : declarations.split(u';')) {
        const qsizetype colon = declaration.indexOf(u':');
        if (colon > 0 && declaration.first(colon).trimmed().compare(property, Qt::CaseInsensitive) == 0)
            found = declaration.sliced(colon + 1).trimmed().toString();
    }
    return found;
}

} // namespace

void SvgStyle::addSheet(const QString &text)
{
    qsizetype at = 0;
    while (m_values.size() < kMaxValues) {
        const qsizetype open = text.indexOf(u'{', at), close = text.indexOf(u'}', at);
        if (open < 0 || close < open)
            return;
        const QStringView declarations = QStringView(text).sliced(open + 1, close - open - 1);
        for (const QStringView selector : QStringView(text).sliced(at, open - at).split(u',')) {
            const QStringView name = selector.trimmed();
            if (!name.startsWith(u'.'))
                continue;
            for (const QLatin1StringView property : {"fill"_L1, "stroke"_L1}) {
                if (const QString value = declared(declarations, property); !value.isEmpty())
                    m_values.insert(name.sliced(1).toString() + u' ' + property, value);
            }
        }
        at = close + 1;
    }
}

QString SvgStyle::value(const QXmlStreamAttributes &attributes, QLatin1StringView property) const
{
    if (const QString own = declared(attributes.value("style"_L1), property); !own.isEmpty())
        return own;
    if (!m_values.isEmpty()) {
        for (const QStringView name : attributes.value("class"_L1).split(u' ', Qt::SkipEmptyParts)) {
            if (const auto known = m_values.constFind(name.toString() + u' ' + property); known != m_values.cend())
                return *known;
        }
    }
    return attributes.value(property).toString();
}

} // namespace parterre::planio
