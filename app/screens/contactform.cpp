// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/screens/contactform.h"

#include "app/widgets/formfield.h"
#include "app/widgets/icon.h"
#include "shared/domain/mail.h"
#include "shared/domain/mailaddress.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QVBoxLayout>

#include <utility>

namespace parterre::ui {
namespace {

std::optional<QString> textOf(const QLineEdit &edit)
{
    const QString text = edit.text().simplified();
    return text.isEmpty() ? std::nullopt : std::optional(text);
}

QString faultInName(const Contact &contact)
{
    return contact.name.isEmpty() ? ContactForm::tr("Enter the name the tickets are for.") : cardNumberFault(contact.name);
}

QString faultInEmail(const Contact &contact)
{
    return contact.email && !mailAddress(*contact.email) ? ContactForm::tr("Enter an address such as name@example.org.") : QString();
}

QString faultInPhone(const Contact &contact)
{
    return phoneFault(contact.phone.value_or(QString()));
}

} // namespace

ContactForm::ContactForm(QWidget *parent)
    : QWidget(parent), m_name(new QLineEdit), m_email(new QLineEdit), m_phone(new QLineEdit),
      m_entries {{m_name, new FormField(tr("&Name on the booking"), m_name), faultInName},
                 {m_email, new FormField(tr("E-&mail"), m_email), faultInEmail},
                 {m_phone, new FormField(tr("P&hone"), m_phone), faultInPhone}}
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kTwoSteps);
    column->addWidget(m_entries.at(0).field);
    auto *row = new QHBoxLayout;
    row->setSpacing(kTwoSteps);
    row->addWidget(m_entries.at(1).field, 3, Qt::AlignTop); // beside one that has more to say
    row->addWidget(m_entries.at(2).field, 2, Qt::AlignTop);
    column->addLayout(row);
    m_name->setMaxLength(ContactLimits::kNameLength);
    m_email->setMaxLength(MailLimits::kAddress);
    m_phone->setMaxLength(ContactLimits::kPhoneLength);
    m_email->setInputMethodHints(Qt::ImhEmailCharactersOnly);
    m_phone->setInputMethodHints(Qt::ImhDialableCharactersOnly);
    m_name->setObjectName(QStringLiteral("contactName"));
    m_email->setObjectName(QStringLiteral("contactEmail"));
    m_phone->setObjectName(QStringLiteral("contactPhone"));
    for (const Entry &entry : std::as_const(m_entries)) {
        judgeWhileTyping(entry);
        connect(entry.edit, &QLineEdit::returnPressed, this, &ContactForm::submitted);
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

void ContactForm::setNameNeeded(bool needed)
{
    m_needsName = needed;
    m_name->setPlaceholderText(needed ? QString() : tr("if given; else it is under your name"));
    if (!needed && contact().name.isEmpty())
        m_entries.at(0).field->setError({});
}

QString ContactForm::faultOf(const Entry &entry) const
{
    const Contact written = contact();
    return entry.edit == m_name && !m_needsName && written.name.isEmpty() ? QString() : entry.faultIn(written);
}

void ContactForm::judgeWhileTyping(const Entry &entry)
{
    connect(entry.edit, &QLineEdit::textEdited, entry.field, [this, entry] {
        if (!entry.field->error().isEmpty())
            entry.field->setError(faultOf(entry));
    });
    connect(entry.edit, &QLineEdit::editingFinished, entry.field, [this, entry] {
        if (!entry.edit->text().isEmpty()) // what is missing may still come
            entry.field->setError(faultOf(entry));
    });
}

bool ContactForm::check()
{
    QLineEdit *wrong = nullptr;
    for (const Entry &entry : std::as_const(m_entries)) {
        const QString fault = faultOf(entry);
        entry.field->setError(fault);
        if (!wrong && !fault.isEmpty())
            wrong = entry.edit;
    }
    if (wrong)
        wrong->setFocus();
    return !wrong;
}

} // namespace parterre::ui
