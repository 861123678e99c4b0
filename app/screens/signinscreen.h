// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/state/sessionmodel.h"

#include <QWidget>

class QCheckBox;
class QLineEdit;
class QPushButton;

namespace parterre::ui {

class BusyOverlay;
class Card;
class ChoiceBar;
class FormField;
class MessageBanner;
class TextLabel;

// Coming in: sign in, make an account, go on as a guest, or, at a server without anybody yet, become its first
// administrator. Also says which server that is, and lets it be changed.
class SignInScreen : public QWidget
{
    Q_OBJECT
public:
    // What the address somebody wrote means, or why it means nothing.
    using AddressReader = std::function<Result<QUrl>(const QString &written)>;

    // `session` outlives the screen.
    SignInScreen(SessionModel &session, AddressReader readAddress, QWidget *parent = nullptr);

    enum class Form { SignIn, Register, Guest, SetUp };
    void setForm(Form form);
    [[nodiscard]] Form form() const { return m_form; }
    // As remembered from the last time.
    void setRemembered(const QString &server, const QString &email, bool stay);

Q_SIGNALS:
    // The address is good; go there.
    void serverChosen(const QString &written, const QUrl &url);
    // Somebody signed in here and wants the next time to be like this.
    void remembered(const QString &email, bool stay);

protected:
    void focusInEvent(QFocusEvent *event) override;

private:
    void buildForm(Card &card);
    QWidget *buildServerRow();
    void applyForm();
    void submit();
    void chooseServer();
    void onStatusChanged();
    void onBusyChanged();
    void onFailed(SessionModel::Action action, const Error &error);
    [[nodiscard]] bool checkFields();
    [[nodiscard]] bool require(FormField *field, bool good, const QString &error);
    void clearErrors();
    [[nodiscard]] QList<FormField *> shownFields() const;

    SessionModel &m_session;
    AddressReader m_readAddress;
    Form m_form = Form::SignIn;
    ChoiceBar *m_choice;
    TextLabel *m_intro;
    MessageBanner *m_banner;
    QLineEdit *m_code;
    QLineEdit *m_name;
    QLineEdit *m_email;
    QLineEdit *m_phone;
    QLineEdit *m_password;
    FormField *m_codeField = nullptr;
    FormField *m_nameField = nullptr;
    FormField *m_emailField = nullptr;
    FormField *m_phoneField = nullptr;
    FormField *m_passwordField = nullptr;
    QCheckBox *m_stay;
    TextLabel *m_stayNote;
    QPushButton *m_submit;
    QLineEdit *m_server;
    FormField *m_serverField = nullptr;
    TextLabel *m_status;
    BusyOverlay *m_busy = nullptr;
};

} // namespace parterre::ui
