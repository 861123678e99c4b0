// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/screens/profilescreen.h"

#include "app/screens/askform.h"
#include "app/screens/printerform.h"
#include "app/widgets/busyoverlay.h"
#include "app/widgets/buttons.h"
#include "app/widgets/card.h"
#include "app/widgets/errortexts.h"
#include "app/widgets/formfield.h"
#include "app/widgets/messagebanner.h"
#include "app/widgets/textlabel.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace parterre::ui {
namespace {

constexpr int kFormWidth = 560;
constexpr int kLongestName = 100;
constexpr int kLongestPhone = 40;

QLineEdit *lineOf(int longest)
{
    auto *line = new QLineEdit;
    line->setMaxLength(longest);
    return line;
}

} // namespace

ProfileScreen::ProfileScreen(SessionModel &session, ProfileModel &profile, TillDesk &till, AskPreferences &asks, const Languages &languages, QWidget *parent)
    : QWidget(parent), m_session(session), m_profile(profile), m_banner(new MessageBanner), m_printer(new PrinterForm(till))
{
    auto *page = new QWidget;
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(kThreeSteps, kThreeSteps, kThreeSteps, kThreeSteps);
    column->setSpacing(kTwoSteps);
    column->addWidget(new TextLabel(tr("Profile"), TextScale::Title));
    column->addWidget(m_banner);
    m_passwordCard = buildPassword();
    Card *person = buildPerson(languages);
    for (Card *card : {person, m_passwordCard, static_cast<Card *>(new AskForm(asks)), static_cast<Card *>(m_printer), buildLeaving()}) {
        card->setMaximumWidth(kFormWidth);
        column->addWidget(card);
    }
    column->addStretch();
    auto *scroll = new QScrollArea;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setWidget(page);
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(scroll);
    m_busy = new BusyOverlay(this);

    connect(&m_profile, &ProfileModel::profileChanged, this, &ProfileScreen::showProfile);
    connect(&m_profile, &ProfileModel::busyChanged, this, [this] {
        if (m_profile.isBusy() && isVisible())
            m_busy->start(tr("One moment…"));
        else
            m_busy->stop();
    });
    connect(&m_profile, &ProfileModel::saved, this, [this] { m_banner->showMessage(Severity::Success, tr("Saved.")); });
    connect(&m_profile, &ProfileModel::loadFailed, this, [this](const Error &error) { m_banner->showMessage(Severity::Error, errorText(error)); });
    connect(&m_profile, &ProfileModel::saveFailed, this, [this](const Error &error) { m_banner->showMessage(Severity::Error, errorText(error)); });
    connect(&m_session, &SessionModel::failed, this, &ProfileScreen::onFailed);
    connect(&m_session, &SessionModel::succeeded, this, [this](SessionModel::Action action) {
        if (action != SessionModel::Action::ChangePassword)
            return;
        m_current->clear();
        m_replacement->clear();
        m_banner->showMessage(Severity::Success, tr("The password is changed. Other computers have to sign in again."));
    });
    showProfile();
}

Card *ProfileScreen::buildPerson(const Languages &languages)
{
    auto *card = new Card;
    m_name = lineOf(kLongestName);
    m_email = new QLineEdit;
    m_email->setReadOnly(true);
    m_email->setEnabled(false);
    m_phone = lineOf(kLongestPhone);
    m_language = new QComboBox;
    m_language->addItem(tr("Like the program"), QString());
    for (const auto &[code, name] : languages)
        m_language->addItem(name, code);
    m_nameField = new FormField(tr("&Name"), m_name);
    card->body()->addWidget(new TextLabel(tr("You"), TextScale::Heading));
    card->body()->addWidget(m_nameField);
    card->body()->addWidget(new FormField(tr("E-mail address"), m_email));
    m_phoneField = new FormField(tr("&Phone"), m_phone);
    card->body()->addWidget(m_phoneField);
    card->body()->addWidget(new FormField(tr("&Language"), m_language));
    auto *saveButton = makeButton(tr("&Save"), ButtonKind::Primary, Glyph::Check);
    card->body()->addWidget(saveButton, 0, Qt::AlignLeading);
    connect(saveButton, &QPushButton::clicked, this, &ProfileScreen::save);
    connect(m_name, &QLineEdit::returnPressed, this, &ProfileScreen::save);
    connect(m_phone, &QLineEdit::returnPressed, this, &ProfileScreen::save);
    return card;
}

Card *ProfileScreen::buildPassword()
{
    auto *card = new Card;
    m_current = makePasswordField();
    m_replacement = makePasswordField();
    m_currentField = new FormField(tr("&Current password"), m_current);
    m_replacementField = new FormField(tr("Ne&w password"), m_replacement, tr("Four words in a row are easy to remember and hard to guess."));
    card->body()->addWidget(new TextLabel(tr("Change the password"), TextScale::Heading));
    card->body()->addWidget(m_currentField);
    card->body()->addWidget(m_replacementField);
    auto *change = makeButton(tr("C&hange the password"));
    card->body()->addWidget(change, 0, Qt::AlignLeading);
    connect(change, &QPushButton::clicked, this, &ProfileScreen::changePassword);
    for (FormField *field : {m_currentField, m_replacementField}) {
        auto *line = static_cast<QLineEdit *>(field->control());
        connect(line, &QLineEdit::returnPressed, this, &ProfileScreen::changePassword);
        connect(line, &QLineEdit::textEdited, field, [field] { field->setError({}); });
    }
    return card;
}

Card *ProfileScreen::buildLeaving()
{
    auto *card = new Card;
    card->body()->addWidget(new TextLabel(tr("Leave"), TextScale::Heading));
    card->body()->addWidget((new TextLabel(tr("Seats you hold become free at once when you log out."), TextScale::Body, Tone::Muted))->wrapped());
    auto *row = new QHBoxLayout;
    row->setSpacing(kStep);
    auto *here = makeButton(tr("Log &out"), ButtonKind::Standard, Glyph::LogOut);
    auto *everywhere = makeButton(tr("Log out on &every computer"), ButtonKind::Quiet);
    row->addWidget(here);
    row->addWidget(everywhere);
    row->addStretch();
    card->body()->addLayout(row);
    connect(here, &QPushButton::clicked, this, [this] { m_session.logOut(); });
    connect(everywhere, &QPushButton::clicked, this, [this] { m_session.logOut(true); });
    return card;
}

void ProfileScreen::showProfile()
{
    const Profile profile = m_profile.profile().value_or(Profile());
    m_name->setText(profile.name);
    m_email->setText(profile.email);
    m_phone->setText(profile.phone);
    m_language->setCurrentIndex(std::max(0, m_language->findData(profile.locale)));
    m_passwordCard->setVisible(!profile.email.isEmpty());
    m_printer->setVisible(m_session.isCounter());
    m_nameField->setError({});
}

void ProfileScreen::save()
{
    m_banner->clear();
    const QString name = m_name->text().simplified();
    const QString phone = m_phone->text().simplified();
    const Profile before = m_profile.profile().value_or(Profile());
    m_nameField->setError(name.isEmpty() ? tr("Enter a name.") : cardNumberFault(name));
    m_phoneField->setError(phone == before.phone ? QString() : phoneFault(phone));
    for (const auto &[field, line] : {std::pair(m_nameField, m_name), std::pair(m_phoneField, m_phone)}) {
        if (!field->error().isEmpty()) {
            line->setFocus();
            return;
        }
    }
    protocol::ProfileUpdateParams changes;
    if (name != before.name)
        changes.name = name;
    if (phone != before.phone)
        changes.phone = phone;
    const QString language = m_language->currentData().toString();
    if (language != before.locale)
        changes.locale = language;
    m_profile.save(changes);
    if (changes.locale && !language.isEmpty())
        Q_EMIT languageChosen(language);
}

void ProfileScreen::changePassword()
{
    m_banner->clear();
    m_currentField->setError(m_current->text().isEmpty() ? tr("Enter the password you sign in with now.") : QString());
    m_replacementField->setError(m_replacement->text().isEmpty() ? tr("Enter a new password.") : QString());
    if (m_current->text().isEmpty() || m_replacement->text().isEmpty()) {
        (m_current->text().isEmpty() ? m_current : m_replacement)->setFocus();
        return;
    }
    m_session.changePassword(m_current->text(), m_replacement->text());
}

void ProfileScreen::onFailed(SessionModel::Action action, const Error &error)
{
    if (action == SessionModel::Action::LogOut) {
        m_banner->showMessage(Severity::Error, errorText(error));
        return;
    }
    if (action != SessionModel::Action::ChangePassword)
        return;
    if (error.code == ErrorCode::WrongCredentials)
        m_currentField->setError(tr("This is not your present password. Try again."));
    else if (error.code == ErrorCode::WeakPassword)
        m_replacementField->setError(errorText(error));
    else
        m_banner->showMessage(Severity::Error, errorText(error));
}

void ProfileScreen::focusInEvent(QFocusEvent *)
{
    m_name->setFocus();
}

} // namespace parterre::ui
