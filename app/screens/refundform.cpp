// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/screens/refundform.h"

#include "app/widgets/formfield.h"
#include "app/widgets/paymentwords.h"
#include "app/widgets/textlabel.h"
#include "shared/domain/vouchercode.h"

#include <QLineEdit>
#include <QVBoxLayout>

#include <algorithm>

namespace parterre::ui {
namespace {

// As the server takes them.
constexpr int kLongestReference = 64;
constexpr int kLongestCode = 64;

} // namespace

RefundForm::RefundForm(Voucher voucher, QWidget *parent) : QWidget(parent), m_voucher(voucher), m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(0, 0, 0, 0);
}

void RefundForm::setParts(const QList<RefundPart> &parts, const QList<Payment> &payments)
{
    if (m_lines && parts == m_parts)
        return;
    m_parts = parts;
    m_entries.clear();
    m_code = nullptr;
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
    if (m_voucher != Voucher::None && std::any_of(parts.begin(), parts.end(), [](const RefundPart &part) { return part.kind == PaymentKind::Cash; }))
        column->addWidget(makeVoucherField());
    m_column->addWidget(m_lines);
}

FormField *RefundForm::makeVoucherField()
{
    m_code = new QLineEdit;
    m_code->setObjectName(QStringLiteral("refundVoucher"));
    m_code->setMaxLength(kLongestCode);
    m_code->setInputMethodHints(Qt::ImhPreferUppercase | Qt::ImhNoPredictiveText);
    const QString hint = m_voucher == Voucher::Needed ? tr("Its code is printed on it. A new one is sold empty, on the page of vouchers.") : tr("Leave it empty to give the cash back.");
    m_codeField = new FormField(tr("Voucher that gets the cash instead"), m_code, hint);
    connect(m_code, &QLineEdit::textChanged, m_codeField, [field = m_codeField] { field->setError({}); });
    connect(m_code, &QLineEdit::returnPressed, this, &RefundForm::submitted);
    if (m_entries.isEmpty())
        setFocusProxy(m_code);
    return m_codeField;
}

std::optional<QString> RefundForm::voucher() const
{
    return m_code ? readVoucherCode(m_code->text()) : std::nullopt;
}

bool RefundForm::check()
{
    for (const Entry &entry : std::as_const(m_entries)) {
        const QString reference = entry.edit->text().simplified();
        const QString fault = reference.isEmpty() ? tr("Refund it at the terminal, then enter the reference of its receipt.") : cardNumberFault(reference);
        if (fault.isEmpty())
            continue;
        entry.field->setError(fault);
        entry.edit->setFocus();
        entry.edit->selectAll();
        return false;
    }
    if (!m_code || voucher() || (m_voucher == Voucher::Offered && m_code->text().simplified().isEmpty()))
        return true;
    m_codeField->setError(tr("Enter the code as it is printed: four groups of four."));
    m_code->setFocus();
    m_code->selectAll();
    return false;
}

QList<protocol::CardRefund> RefundForm::cardRefunds() const
{
    QList<protocol::CardRefund> refunds;
    for (const Entry &entry : m_entries)
        refunds.append({.payment = entry.payment, .reference = entry.edit->text().simplified()});
    return refunds;
}

} // namespace parterre::ui
