// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/screens/refunddialog.h"

#include "app/screens/refundform.h"
#include "app/widgets/buttons.h"
#include "app/widgets/formats.h"
#include "app/widgets/formfield.h"
#include "app/widgets/paymentwords.h"
#include "app/widgets/textlabel.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace parterre::ui {
namespace {

constexpr int kWidth = 440;
constexpr int kLongestReason = 200; // as the server takes it

} // namespace

RefundDialog::RefundDialog(const Question &question, const QList<RefundPart> &parts, const QList<Payment> &payments, bool needsVoucher, QWidget *parent)
    : QDialog(parent), m_parts(parts), m_payments(payments), m_form(new RefundForm(needsVoucher ? RefundForm::Voucher::Needed : RefundForm::Voucher::Offered))
{
    setWindowTitle(question.title);
    setWindowModality(Qt::WindowModal);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(kThreeSteps, kThreeSteps, kThreeSteps, kThreeSteps);
    column->setSpacing(kTwoSteps);
    column->setSizeConstraint(QLayout::SetFixedSize);
    for (TextLabel *label : {new TextLabel(question.title, TextScale::Heading), new TextLabel(question.text)}) {
        label->wrapped()->setFixedWidth(kWidth);
        column->addWidget(label);
    }
    m_form->setFixedWidth(kWidth);
    m_form->setParts(parts, payments);
    column->addWidget(m_form);
    auto *no = makeButton(question.no.isEmpty() ? tr("Back") : question.no);
    auto *yes = makeButton(question.yes, question.dangerous ? ButtonKind::Danger : ButtonKind::Primary);
    yes->setObjectName(QStringLiteral("reallyRefund"));
    for (QPushButton *button : {no, yes})
        button->setAutoDefault(false); // Enter ends a reference
    auto *row = new QHBoxLayout;
    row->setSpacing(kStep);
    row->addStretch();
    row->addWidget(no);
    row->addWidget(yes);
    column->addSpacing(kStep);
    column->addLayout(row);
    connect(no, &QPushButton::clicked, this, &QDialog::reject);
    connect(yes, &QPushButton::clicked, this, &RefundDialog::accept);
    connect(m_form, &RefundForm::submitted, yes, qOverload<>(&QWidget::setFocus));
    m_form->setFocus();
}

void RefundDialog::offerWaiver(const Money &fee, const QList<RefundPart> &waived)
{
    m_waiver = new QLineEdit;
    m_waiver->setObjectName(QStringLiteral("waiveFee"));
    m_waiver->setMaxLength(kLongestReason);
    m_waiverField = new FormField(tr("&Waive the fee of %1, because").arg(formatMoney(fee, locale())), m_waiver, tr("Empty: the fee stays with the house."));
    m_waiverField->setFixedWidth(kWidth);
    auto *column = static_cast<QVBoxLayout *>(layout());
    column->insertWidget(column->indexOf(m_form), m_waiverField);
    connect(m_waiver, &QLineEdit::textChanged, this, [this, waived] {
        m_waiverField->setError({});
        m_form->setParts(waiver() ? waived : m_parts, m_payments);
    });
    m_waiver->setFocus();
}

std::optional<QString> RefundDialog::waiver() const
{
    const QString reason = m_waiver ? m_waiver->text().simplified() : QString();
    return reason.isEmpty() ? std::nullopt : std::optional(reason);
}

void RefundDialog::accept()
{
    if (const QString fault = m_waiver ? cardNumberFault(m_waiver->text()) : QString(); !fault.isEmpty()) {
        m_waiverField->setError(fault);
        m_waiver->setFocus();
        return;
    }
    if (m_form->check())
        QDialog::accept();
}

RefundChoice RefundDialog::choice() const
{
    return {.cardRefunds = m_form->cardRefunds(), .voucher = m_form->voucher()};
}

void askToRefund(QWidget *parent, Prompter &prompter, Question question, const QList<RefundPart> &parts, const QList<Payment> &payments, bool atCounter,
                 const std::function<void(const RefundChoice &)> &agreed)
{
    const auto has = [&parts](PaymentKind kind) { return std::any_of(parts.begin(), parts.end(), [kind](const RefundPart &part) { return part.kind == kind; }); };
    const auto openDialog = [=](bool needsVoucher) {
        auto *dialog = new RefundDialog(question, parts, payments, needsVoucher, parent);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        QObject::connect(dialog, &QDialog::accepted, parent, [dialog, agreed] { agreed(dialog->choice()); });
        dialog->open();
    };
    if (atCounter && has(PaymentKind::Card))
        return openDialog(false);
    if (!parts.isEmpty())
        question.text += QStringLiteral("\n\n") + RefundDialog::tr("Goes back:") + u'\n' + refundWords(parts, payments, QLocale());
    if (atCounter && has(PaymentKind::Cash))
        question.other = RefundDialog::tr("To a voucher…");
    prompter.ask(parent, question, [agreed, openDialog](const Answer &answer) {
        if (answer.other)
            openDialog(true);
        else if (answer.yes)
            agreed({});
    });
}

} // namespace parterre::ui
