// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/screens/contactform.h"

#include "app/widgets/formfield.h"
#include "app/widgets/icon.h"
#include "shared/domain/mail.h"
#include "shared/domain/mailaddress.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QVBoxLayout>

namespace parterre::ui {
namespace {

std::optional<QString> textOf(const QLineEdit &edit)
{
    const QString text = edit.text().simplified();
    return text.isEmpty() ? std::nullopt : std::optional(text);
}

} // namespace

ContactForm::ContactForm(QWidget *parent)
    : QWidget(parent), m_name(new QLineEdit), m_email(new QLineEdit), m_phone(new QLineEdit), m_nameField(new FormField(tr("&Name on the booking"), m_name)),
      m_emailField(new FormField(tr("E-&mail"), m_email)), m_phoneField(new FormField(tr("P&hone"), m_phone))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kTwoSteps);
    column->addWidget(m_nameField);
    auto *row = new QHBoxLayout;
    row->setSpacing(kTwoSteps);
    row->addWidget(m_emailField, 3);
    row->addWidget(m_phoneField, 2);
    column->addLayout(row);
    m_name->setMaxLength(ContactLimits::kNameLength);
    m_email->setMaxLength(MailLimits::kAddress);
    m_phone->setMaxLength(ContactLimits::kPhoneLength);
    m_email->setInputMethodHints(Qt::ImhEmailCharactersOnly);
    m_phone->setInputMethodHints(Qt::ImhDialableCharactersOnly);
    for (const auto &[edit, field, name] : {std::tuple {m_name, m_nameField, "contactName"}, {m_email, m_emailField, "contactEmail"}, {m_phone, m_phoneField, "contactPhone"}}) {
        edit->setObjectName(QLatin1StringView(name));
        connect(edit, &QLineEdit::textEdited, field, [field = field] { field->setError({}); });
        connect(edit, &QLineEdit::returnPressed, this, &ContactForm::submitted);
    }
    for (QLineEdit *edit : {m_email, m_phone})
        edit->setPlaceholderText(tr("if given"));
    setFocusProxy(m_name);
}

void ContactForm::setContact(const Contact &contact)
{
    m_name->setText(contact.name);
    m_email->setText(contact.email.value_or(QString()));
    m_phone->setText(contact.phone.value_or(QString()));
}

Contact ContactForm::contact() const
{
    return {.name = m_name->text().simplified(), .email = textOf(*m_email), .phone = textOf(*m_phone)};
}

bool ContactForm::check()
{
    const Contact given = contact();
    const QString noName = given.name.isEmpty() ? tr("Enter the name the tickets are for.") : cardNumberFault(given.name);
    const QString noEmail = given.email && !mailAddress(*given.email) ? tr("Enter an address such as name@example.org.") : QString();
    const QString noPhone = given.phone && !isPhone(*given.phone) ? tr("Enter a number such as +49 30 123456.") : QString();
    return !refuse(*m_name, *m_nameField, noName) && !refuse(*m_email, *m_emailField, noEmail) && !refuse(*m_phone, *m_phoneField, noPhone);
}

bool ContactForm::refuse(QLineEdit &edit, FormField &field, const QString &fault)
{
    field.setError(fault);
    if (fault.isEmpty())
        return false;
    edit.setFocus();
    return true;
}

} // namespace parterre::ui
