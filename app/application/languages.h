// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLocale>
#include <QString>
#include <QStringList>
#include <QTranslator>

class QApplication;

namespace parterre::ui {

// The languages compiled into the program, and which one is spoken. A change only reaches texts made afterwards, so
// whoever changes the language builds the window anew.
class Languages
{
public:
    explicit Languages(QApplication &application);

    // BCP 47 codes: English, the language of the sources, first, then every translation under :/i18n.
    [[nodiscard]] static QStringList available();
    // The language's own name for itself: "Deutsch".
    [[nodiscard]] static QString nativeName(const QString &language);

    // Empty: the desktop's, if there is a translation. Unknown languages become English.
    void apply(const QString &language);
    [[nodiscard]] QString current() const { return m_current; }

private:
    QApplication &m_application;
    QLocale m_system;
    QTranslator m_ours;
    QTranslator m_qt;
    QString m_current;
};

} // namespace parterre::ui
