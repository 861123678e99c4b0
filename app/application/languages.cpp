// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/application/languages.h"

#include <QApplication>
#include <QDir>
#include <QLibraryInfo>

namespace parterre::ui {
namespace {

constexpr QLatin1StringView kFolder {":/i18n"};
constexpr QLatin1StringView kPrefix {"parterre_"};

} // namespace

Languages::Languages(QApplication &application) : m_application(application), m_system(QLocale::system()) {}

QStringList Languages::available()
{
    QStringList codes {QStringLiteral("en")};
    const QStringList files = QDir(kFolder).entryList({kPrefix + QStringLiteral("*.qm")}, QDir::Files, QDir::Name);
    for (const QString &file : files) {
        const QString code = file.mid(kPrefix.size()).chopped(3);
        if (!codes.contains(code))
            codes.append(code);
    }
    return codes;
}

QString Languages::nativeName(const QString &language)
{
    const QLocale locale(language);
    // English calls itself "American English" in Qt, by its default territory.
    if (locale.language() == QLocale::English)
        return QStringLiteral("English");
    const QString name = locale.nativeLanguageName();
    return name.isEmpty() ? language : name;
}

void Languages::apply(const QString &language)
{
    const QStringList known = available();
    QString chosen = language.isEmpty() ? m_system.bcp47Name().section(QLatin1Char('-'), 0, 0) : language;
    if (!known.contains(chosen))
        chosen = known.front();
    m_current = chosen;

    // Numbers and dates follow the desktop where it speaks the same language (en_GB, de_AT), else the language.
    const QLocale own(chosen);
    const QLocale locale = own.language() == m_system.language() ? m_system : own;
    QLocale::setDefault(locale);

    m_application.removeTranslator(&m_ours);
    m_application.removeTranslator(&m_qt);
    if (m_qt.load(QStringLiteral("qtbase_") + chosen, QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        m_application.installTranslator(&m_qt);
    if (m_ours.load(QString(kFolder) + QLatin1Char('/') + kPrefix + chosen))
        m_application.installTranslator(&m_ours);
    QApplication::setLayoutDirection(locale.textDirection());
}

} // namespace parterre::ui
