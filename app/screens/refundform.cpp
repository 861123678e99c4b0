// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/screens/refundform.h"

#include "app/widgets/formfield.h"
#include "app/widgets/paymentwords.h"
#include "app/widgets/textlabel.h"
#include "shared/core/cardnumber.h"

#include <QLineEdit>
#include <QVBoxLayout>

namespace parterre::ui {
namespace {

constexpr int kLongestReference = 64; // as the server takes it

} // namespace

RefundForm::RefundForm(QWidget *parent) : QWidget(parent), m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(0, 0, 0, 0);
}

void RefundForm::setParts(const QList<RefundPart> &parts, const QList<Payment> &payments)
{
    if (m_lines && parts == m_parts)
        return;
    m_parts = parts;
    m_entries.clear();
    delete m_lines;
    m_lines = new QWidget;
    auto *column = new QVBoxLayout(m_lines);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kStep);
    for (const RefundPart &part : parts) {
        column->addWidget((new TextLabel(refundWords(part, payments, locale())))->wrapped());
        if (part.kind != PaymentKind::Card)
            continue;
        Entry entry {.payment = *part.payment, .edit = new QLineEdit};
        entry.field = new FormField(tr("Reference on the terminal's receipt for the refund"), entry.edit);
        entry.edit->setObjectName(QStringLiteral("refundReference"));
        entry.edit->setMaxLength(kLongestReference);
        connect(entry.edit, &QLineEdit::textChanged, entry.field, [field = entry.field] { field->setError({}); });
        connect(entry.edit, &QLineEdit::returnPressed, this, &RefundForm::submitted);
        if (m_entries.isEmpty())
            setFocusProxy(entry.edit);
        column->addWidget(entry.field);
        m_entries.append(entry);
    }
    m_column->addWidget(m_lines);
}

bool RefundForm::check()
{
    for (const Entry &entry : std::as_const(m_entries)) {
        const QString reference = entry.edit->text().simplified();
        if (reference.isEmpty())
            entry.field->setError(tr("Refund it at the terminal, then enter the reference of its receipt."));
        else if (mayHoldCardNumber(reference))
            entry.field->setError(tr("This looks like the number of a card. It must not be written down."));
        else
            continue;
        entry.edit->setFocus();
        entry.edit->selectAll();
        return false;
    }
    return true;
}

QList<protocol::CardRefund> RefundForm::cardRefunds() const
{
    QList<protocol::CardRefund> refunds;
    for (const Entry &entry : m_entries)
        refunds.append({.payment = entry.payment, .reference = entry.edit->text().simplified()});
    return refunds;
}

} // namespace parterre::ui
