// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/plaintext.h"

#include <QGuiApplication>

namespace parterre::ui {

QString plainToolTip(const QString &text)
{
    if (text.isEmpty())
        return {};
    return QStringLiteral("<span>%1</span>").arg(text.toHtmlEscaped().replace(QLatin1Char('\n'), QStringLiteral("<br/>")));
}

QString withoutMnemonic(QString text)
{
    return text.replace(QLatin1Char('&'), QStringLiteral("&&"));
}

QString isolated(const QString &text)
{
    return QChar(0x2068) + text.simplified() + QChar(0x2069);
}

QString isolatedList(const QStringList &texts)
{
    QStringList each;
    for (const QString &text : texts)
        each.append(isolated(text));
    return each.join(QCoreApplication::translate("parterre::ui::PlainText", ", ", "between the names of seats"));
}

QString inReadingOrder(const QString &text)
{
    return QGuiApplication::isRightToLeft() ? QChar(0x200F) + text : text;
}

QString dotted(const QStringList &texts)
{
    return inReadingOrder(texts.join(QStringLiteral("\u00a0\u00a0·  ")));
}

} // namespace parterre::ui
