// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/screens/signinscreen.h"

#include "app/widgets/busyoverlay.h"
#include "app/widgets/buttons.h"
#include "app/widgets/card.h"
#include "app/widgets/choicebar.h"
#include "app/widgets/errortexts.h"
#include "app/widgets/formfield.h"
#include "app/widgets/messagebanner.h"
#include "app/widgets/textlabel.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace parterre::ui {
namespace {

constexpr int kFormWidth = 440;
constexpr int kLogoSide = 64;
constexpr int kLongestName = 100;
constexpr int kLongestEmail = 254;
constexpr int kLongestPhone = 40;

QLineEdit *lineOf(int longest)
{
    auto *line = new QLineEdit;
    line->setMaxLength(longest);
    return line;
}

// Enough to catch a slip of the fingers; the server has the last word.
bool looksLikeEmail(const QString &text)
{
    const qsizetype at = text.indexOf(QLatin1Char('@'));
    return at > 0 && at == text.lastIndexOf(QLatin1Char('@')) && at < text.size() - 1 && !text.contains(QLatin1Char(' '));
}

} // namespace

SignInScreen::SignInScreen(SessionModel &session, AddressReader readAddress, QWidget *parent)
    : QWidget(parent), m_session(session), m_readAddress(std::move(readAddress)), m_choice(new ChoiceBar(tr("How to come in"))),
      m_intro((new TextLabel({}, TextScale::Body, Tone::Muted))->wrapped()), m_banner(new MessageBanner), m_code(lineOf(kLongestName)),
      m_name(lineOf(kLongestName)), m_email(lineOf(kLongestEmail)), m_phone(lineOf(kLongestPhone)), m_password(makePasswordField()),
      m_stay(new QCheckBox(tr("&Stay signed in on this computer"))),
      m_stayNote((new TextLabel({}, TextScale::Caption, Tone::Muted))->wrapped()),
      m_submit(makeButton({}, ButtonKind::Primary)), m_server(lineOf(200)), m_status((new TextLabel({}, TextScale::Caption, Tone::Muted))->wrapped())
{
    auto *page = new QWidget;
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(kThreeSteps, kThreeSteps, kThreeSteps, kThreeSteps);
    column->setSpacing(kTwoSteps);
    auto *logo = new QLabel;
    logo->setPixmap(applicationIcon().pixmap(QSize(kLogoSide, kLogoSide), devicePixelRatioF()));
    auto *card = new Card;
    card->setFixedWidth(kFormWidth);
    buildForm(*card);
    column->addStretch(1);
    column->addWidget(logo, 0, Qt::AlignHCenter);
    column->addWidget(new TextLabel(tr("Welcome to Parterre"), TextScale::Title), 0, Qt::AlignHCenter);
    // Between stretches, not aligned: an aligned card would get the height that its texts need in the page's whole width.
    for (QWidget *part : {static_cast<QWidget *>(card), buildServerRow()}) {
        auto *middle = new QHBoxLayout;
        middle->addStretch();
        middle->addWidget(part);
        middle->addStretch();
        column->addLayout(middle);
    }
    column->addStretch(2);

    auto *scroll = new QScrollArea;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setWidget(page);
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(scroll);
    m_busy = new BusyOverlay(card);

    connect(&session, &SessionModel::statusChanged, this, &SignInScreen::onStatusChanged);
    connect(&session, &SessionModel::setupNeededChanged, this, &SignInScreen::applyForm);
    connect(&session, &SessionModel::entered, this, &SignInScreen::applyForm);
    connect(&session, &SessionModel::keepsSignInChanged, this, &SignInScreen::applyForm);
    connect(&session, &SessionModel::busyChanged, this, &SignInScreen::onBusyChanged);
    connect(&session, &SessionModel::failed, this, &SignInScreen::onFailed);
    connect(&session, &SessionModel::signInEnded, this, [this] { m_banner->showMessage(Severity::Info, errorText({.code = ErrorCode::TokenInvalid})); });
    connect(&session, &SessionModel::succeeded, this, [this](SessionModel::Action action) {
        if (action == SessionModel::Action::LogOut || action == SessionModel::Action::ChangePassword)
            return;
        m_password->clear();
        m_banner->clear();
        if (action != SessionModel::Action::Guest)
            Q_EMIT remembered(m_email->text().trimmed(), m_stay->isChecked());
    });
    applyForm();
    onStatusChanged();
}

void SignInScreen::buildForm(Card &card)
{
    m_choice->addChoice(static_cast<int>(Form::SignIn), tr("Sign in"));
    m_choice->addChoice(static_cast<int>(Form::Register), tr("Create an account"));
    m_choice->addChoice(static_cast<int>(Form::Guest), tr("Guest"));
    m_codeField = new FormField(tr("Set-&up code"), m_code, tr("The server printed it when it started for the first time."));
    m_nameField = new FormField(tr("Your &name"), m_name);
    m_emailField = new FormField(tr("&E-mail address"), m_email);
    m_phoneField = new FormField(tr("P&hone (optional)"), m_phone);
    m_passwordField = new FormField(tr("&Password"), m_password);
    m_email->setInputMethodHints(Qt::ImhEmailCharactersOnly);
    m_phone->setInputMethodHints(Qt::ImhDialableCharactersOnly);

    card.body()->addWidget(m_choice, 0, Qt::AlignHCenter);
    card.body()->addWidget(m_intro);
    card.body()->addWidget(m_banner);
    for (FormField *field : {m_codeField, m_nameField, m_emailField, m_phoneField, m_passwordField}) {
        card.body()->addWidget(field);
        auto *line = static_cast<QLineEdit *>(field->control());
        connect(line, &QLineEdit::returnPressed, this, &SignInScreen::submit);
        connect(line, &QLineEdit::textEdited, field, [field] { field->setError({}); });
    }
    auto *stay = new QVBoxLayout;
    stay->setSpacing(kHalfStep);
    stay->addWidget(m_stay);
    stay->addWidget(m_stayNote);
    card.body()->addLayout(stay);
    card.body()->addWidget(m_submit);
    connect(m_choice, &ChoiceBar::chosen, this, [this](int id) { setForm(static_cast<Form>(id)); });
    connect(m_submit, &QPushButton::clicked, this, &SignInScreen::submit);
}

QWidget *SignInScreen::buildServerRow()
{
    auto *row = new QWidget;
    row->setFixedWidth(kFormWidth);
    auto *column = new QVBoxLayout(row);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kHalfStep);
    auto *line = new QWidget;
    auto *inLine = new QHBoxLayout(line);
    inLine->setContentsMargins(0, 0, 0, 0);
    inLine->setSpacing(kStep);
    m_server->addAction(icon(Glyph::Server, Tone::Muted), QLineEdit::LeadingPosition);
    auto *connectButton = makeButton(tr("&Connect"), ButtonKind::Standard);
    m_serverField = new FormField(tr("Ser&ver"), m_server);
    inLine->addWidget(m_serverField, 1);
    inLine->addWidget(connectButton, 0, Qt::AlignTop);
    // The button stands beside the field, not beside its label.
    inLine->setAlignment(connectButton, Qt::AlignBottom);
    column->addWidget(line);
    column->addWidget(m_status);
    connect(m_server, &QLineEdit::returnPressed, this, &SignInScreen::chooseServer);
    connect(m_server, &QLineEdit::textEdited, this, [this] { m_serverField->setError({}); });
    connect(connectButton, &QPushButton::clicked, this, &SignInScreen::chooseServer);
    return row;
}

void SignInScreen::setForm(Form form)
{
    m_form = form;
    m_choice->setCurrent(static_cast<int>(form));
    m_banner->clear();
    clearErrors();
    applyForm();
    if (!shownFields().isEmpty())
        shownFields().constFirst()->setFocus();
}

void SignInScreen::setRemembered(const QString &server, const QString &email, bool stay)
{
    m_server->setText(server);
    m_email->setText(email);
    m_stay->setChecked(stay);
}

void SignInScreen::applyForm()
{
    // A new server wants its administrator before anybody else.
    if (m_session.setupNeeded())
        m_form = Form::SetUp;
    else if (m_form == Form::SetUp)
        m_form = Form::SignIn;
    const bool account = m_form != Form::Guest;
    m_choice->setVisible(m_form != Form::SetUp);
    m_codeField->setVisible(m_form == Form::SetUp);
    m_nameField->setVisible(m_form != Form::SignIn);
    m_emailField->setVisible(account);
    m_phoneField->setVisible(m_form == Form::Register);
    m_passwordField->setVisible(account);
    m_passwordField->setHint(m_form == Form::SignIn || !account ? QString() : tr("Four words in a row are easy to remember and hard to guess."));
    m_stay->setVisible(account);
    m_stayNote->setText(tr("This computer has no key store: you stay signed in until Parterre is closed."));
    m_stayNote->setVisible(account && !m_session.keepsSignIn());
    switch (m_form) {
    case Form::SignIn: m_submit->setText(tr("Sign in")); break;
    case Form::Register: m_submit->setText(tr("Create the account")); break;
    case Form::Guest: m_submit->setText(tr("Continue as a guest")); break;
    case Form::SetUp: m_submit->setText(tr("Set up this server")); break;
    }
    const bool guestsBarred = m_form == Form::Guest && m_session.isConnected() && !m_session.guestsAllowed();
    if (m_form == Form::SetUp)
        m_intro->setText(tr("Nobody has an account at this server yet. Whoever has the set-up code becomes its administrator."));
    else if (guestsBarred)
        m_intro->setText(errorText({.code = ErrorCode::GuestsNotAllowed}));
    else if (m_form == Form::Guest)
        m_intro->setText(tr("A name is enough to hold and book seats. Your bookings stay with this visit."));
    m_intro->setVisible(m_form == Form::SetUp || m_form == Form::Guest);
    m_submit->setEnabled(m_session.isConnected() && !guestsBarred);
}

QList<FormField *> SignInScreen::shownFields() const
{
    QList<FormField *> shown;
    for (FormField *field : {m_codeField, m_nameField, m_emailField, m_phoneField, m_passwordField}) {
        if (!field->isHidden())
            shown.append(field);
    }
    return shown;
}

void SignInScreen::clearErrors()
{
    for (FormField *field : {m_codeField, m_nameField, m_emailField, m_phoneField, m_passwordField})
        field->setError({});
}

bool SignInScreen::require(FormField *field, bool good, const QString &error)
{
    if (field->isHidden() || good) {
        field->setError({});
        return true;
    }
    field->setError(error);
    return false;
}

bool SignInScreen::checkFields()
{
    bool good = require(m_codeField, !m_code->text().trimmed().isEmpty(), tr("Enter the code the server printed."));
    const QString nameWrong = m_name->text().trimmed().isEmpty() ? tr("Enter the name the tickets are for.") : cardNumberFault(m_name->text());
    good = require(m_nameField, nameWrong.isEmpty(), nameWrong) && good;
    good = require(m_emailField, looksLikeEmail(m_email->text().trimmed()), tr("Enter an e-mail address such as ada@example.org.")) && good;
    const QString phoneWrong = phoneFault(m_phone->text().simplified());
    good = require(m_phoneField, phoneWrong.isEmpty(), phoneWrong) && good;
    good = require(m_passwordField, !m_password->text().isEmpty(), tr("Enter a password.")) && good;
    if (good)
        return true;
    for (FormField *field : shownFields()) {
        if (!field->error().isEmpty()) {
            field->setFocus();
            break;
        }
    }
    return false;
}

void SignInScreen::submit()
{
    m_banner->clear();
    if (!m_submit->isEnabled() || m_session.isBusy() || !checkFields())
        return;
    const SessionModel::NewAccount account {.email = m_email->text().trimmed(), .password = m_password->text(),
                                            .name = m_name->text().simplified(), .phone = m_phone->text().simplified()};
    switch (m_form) {
    case Form::SignIn: m_session.signIn(account.email, account.password, m_stay->isChecked()); break;
    case Form::Register: m_session.registerAccount(account, m_stay->isChecked()); break;
    case Form::Guest: m_session.continueAsGuest(account.name); break;
    case Form::SetUp: m_session.setUp(m_code->text().trimmed(), account, m_stay->isChecked()); break;
    }
}

void SignInScreen::chooseServer()
{
    const QString written = m_server->text().trimmed();
    const auto url = m_readAddress(written);
    if (!url) {
        m_serverField->setError(errorText(url.error()));
        m_server->setFocus();
        return;
    }
    m_serverField->setError({});
    Q_EMIT serverChosen(written, *url);
}

void SignInScreen::onStatusChanged()
{
    const auto &status = m_session.status();
    if (m_session.isConnected()) {
        m_status->setTone(Tone::Success);
        m_status->setText(tr("Connected."));
    } else if (status.error) {
        m_status->setTone(Tone::Danger);
        m_status->setText(errorText(*status.error));
    } else {
        m_status->setTone(Tone::Muted);
        m_status->setText(tr("Connecting…"));
    }
    applyForm();
}

void SignInScreen::onBusyChanged()
{
    if (m_session.isBusy() && isVisible())
        m_busy->start(tr("One moment…"));
    else
        m_busy->stop();
}

void SignInScreen::onFailed(SessionModel::Action action, const Error &error)
{
    if (action == SessionModel::Action::LogOut || action == SessionModel::Action::ChangePassword)
        return;
    const QString text = errorText(error);
    FormField *field = nullptr;
    switch (error.code) {
    case ErrorCode::WrongCredentials:
    case ErrorCode::WeakPassword: field = m_passwordField; break;
    case ErrorCode::EmailTaken: field = m_emailField; break;
    case ErrorCode::SetupCodeInvalid: field = m_codeField; break;
    default: break;
    }
    if (field && !field->isHidden()) {
        field->setError(text);
        field->setFocus();
        static_cast<QLineEdit *>(field->control())->selectAll();
    } else {
        m_banner->showMessage(Severity::Error, text);
    }
}

void SignInScreen::focusInEvent(QFocusEvent *)
{
    for (FormField *field : shownFields()) {
        if (static_cast<QLineEdit *>(field->control())->text().isEmpty()) {
            field->setFocus();
            return;
        }
    }
}

} // namespace parterre::ui
