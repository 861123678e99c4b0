// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/state/profilemodel.h"

#include <QWidget>

class QComboBox;
class QLineEdit;
class QPushButton;

namespace parterre::ui {

class AskPreferences;
class BusyOverlay;
class Card;
class FormField;
class MessageBanner;
class PrinterForm;
class TillDesk;

// What a person may change about themselves: name, phone, language, password; what they are asked about; and the way out.
class ProfileScreen : public QWidget
{
    Q_OBJECT
public:
    // Code and own name of every language there is.
    using Languages = QList<std::pair<QString, QString>>;

    // Models, till and preferences outlive the screen.
    ProfileScreen(SessionModel &session, ProfileModel &profile, TillDesk &till, AskPreferences &asks, const Languages &languages, QWidget *parent = nullptr);

Q_SIGNALS:
    void languageChosen(const QString &language);

protected:
    void focusInEvent(QFocusEvent *event) override;

private:
    Card *buildPerson(const Languages &languages);
    Card *buildPassword();
    Card *buildLeaving();
    void showProfile();
    void save();
    void changePassword();
    void onFailed(SessionModel::Action action, const Error &error);

    SessionModel &m_session;
    ProfileModel &m_profile;
    MessageBanner *m_banner;
    QLineEdit *m_name = nullptr;
    QLineEdit *m_email = nullptr;
    QLineEdit *m_phone = nullptr;
    QComboBox *m_language = nullptr;
    QLineEdit *m_current = nullptr;
    QLineEdit *m_replacement = nullptr;
    FormField *m_phoneField = nullptr;
    FormField *m_nameField = nullptr;
    FormField *m_currentField = nullptr;
    FormField *m_replacementField = nullptr;
    Card *m_passwordCard = nullptr;
    PrinterForm *m_printer = nullptr;
    BusyOverlay *m_busy = nullptr;
};

} // namespace parterre::ui
