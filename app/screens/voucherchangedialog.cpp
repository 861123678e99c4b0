// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/screens/voucherchangedialog.h"

#include "app/widgets/buttons.h"
#include "app/widgets/choicebar.h"
#include "app/widgets/formats.h"
#include "app/widgets/formfield.h"
#include "app/widgets/optionaltime.h"
#include "app/widgets/plaintext.h"
#include "app/widgets/textlabel.h"
#include "app/widgets/vouchercarddelegate.h"

#include <QLineEdit>
#include <QPushButton>
#include <QTimeZone>
#include <QVBoxLayout>

namespace parterre::ui {
namespace {

constexpr int kWidth = 440;
constexpr int kLongestAmount = 20;
constexpr int kLongestReason = 200; // as the server takes it
constexpr int kAdd = 0;
constexpr int kTake = 1;
constexpr std::chrono::hours kUsualLife {24 * 365};

QString yesOf(VoucherChangeDialog::Change change)
{
    switch (change) {
    case VoucherChangeDialog::Change::Block: return VoucherChangeDialog::tr("Block the voucher");
    case VoucherChangeDialog::Change::Unblock: return VoucherChangeDialog::tr("Let it pay again");
    case VoucherChangeDialog::Change::Correct: return VoucherChangeDialog::tr("Correct it");
    }
    Q_UNREACHABLE();
}

QString textOf(VoucherChangeDialog::Change change)
{
    switch (change) {
    case VoucherChangeDialog::Change::Block: return VoucherChangeDialog::tr("Nothing is taken from it until it may pay again. What is paid back still reaches it.");
    case VoucherChangeDialog::Change::Unblock: return VoucherChangeDialog::tr("Whoever has its code may spend what is on it.");
    case VoucherChangeDialog::Change::Correct: return VoucherChangeDialog::tr("Of what is left on it, or of its end. No money changes hands.");
    }
    Q_UNREACHABLE();
}

} // namespace

VoucherChangeDialog::VoucherChangeDialog(const Voucher &voucher, Change change, Instant now, QWidget *parent)
    : QDialog(parent), m_voucher(voucher), m_change(change), m_reason(new QLineEdit), m_reasonField(new FormField(tr("&Reason"), m_reason, tr("Kept for the audit.")))
{
    setWindowTitle(yesOf(change));
    setWindowModality(Qt::WindowModal);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(kThreeSteps, kThreeSteps, kThreeSteps, kThreeSteps);
    column->setSpacing(kTwoSteps);
    column->setSizeConstraint(QLayout::SetFixedSize);
    const QString title = tr("Voucher %1, %2").arg(isolated(VoucherCardDelegate::codeWords(voucher)), formatMoney(voucher.balance, locale()));
    for (TextLabel *label : {new TextLabel(title, TextScale::Heading), new TextLabel(textOf(change))}) {
        label->wrapped()->setFixedWidth(kWidth);
        column->addWidget(label);
    }
    if (change == Change::Correct)
        column->addWidget(buildCorrection(now));
    m_reason->setObjectName(QStringLiteral("voucherReason"));
    m_reason->setMaxLength(kLongestReason);
    column->addWidget(m_reasonField);
    auto *yes = makeButton(yesOf(change), change == Change::Block ? ButtonKind::Danger : ButtonKind::Primary);
    yes->setObjectName(QStringLiteral("changeVoucher"));
    column->addLayout(makeAnswerRow(*this, yes));
    connect(m_reason, &QLineEdit::textChanged, this, [this] { m_reasonField->setError({}); });
    connect(m_reason, &QLineEdit::returnPressed, yes, qOverload<>(&QWidget::setFocus));
    connect(yes, &QPushButton::clicked, this, &VoucherChangeDialog::accept);
    if (m_amount)
        m_amount->setFocus();
    else
        m_reason->setFocus();
}

QWidget *VoucherChangeDialog::buildCorrection(Instant now)
{
    auto *part = new QWidget;
    auto *column = new QVBoxLayout(part);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kTwoSteps);
    m_direction = new ChoiceBar(tr("What to do"));
    m_direction->addChoice(kAdd, tr("&Add"));
    m_direction->addChoice(kTake, tr("&Take"));
    m_direction->setCurrent(kAdd);
    column->addWidget(m_direction);
    m_amount = new QLineEdit;
    m_amount->setObjectName(QStringLiteral("correctionAmount"));
    m_amount->setMaxLength(kLongestAmount);
    m_amount->setInputMethodHints(Qt::ImhFormattedNumbersOnly);
    m_amountField = new FormField(tr("A&mount"), m_amount);
    column->addWidget(m_amountField);
    m_expires = new OptionalTime(tr("Valid &until"));
    m_expires->setTime(m_voucher.expires, now + kUsualLife, QString::fromLatin1(QTimeZone::systemTimeZoneId()));
    column->addWidget(m_expires);
    connect(m_amount, &QLineEdit::textChanged, this, [this] { m_amountField->setError({}); });
    connect(m_amount, &QLineEdit::returnPressed, m_reason, qOverload<>(&QWidget::setFocus));
    return part;
}

std::optional<Instant> VoucherChangeDialog::expires() const
{
    const std::optional<Instant> chosen = m_expires ? m_expires->time() : std::nullopt;
    const auto minutes = [](Instant instant) { return std::chrono::floor<std::chrono::minutes>(instant); }; // no field shows less
    const bool isAsBefore = chosen && m_voucher.expires && minutes(*chosen) == minutes(*m_voucher.expires);
    return isAsBefore ? std::nullopt : chosen;
}

bool VoucherChangeDialog::readAmount()
{
    m_read = 0;
    const QString typed = m_amount->text().simplified();
    const std::optional<Money> money = typed.isEmpty() ? Money {.amount = 0, .currency = m_voucher.balance.currency} : parseMoney(typed, m_voucher.balance.currency, locale());
    if (!money)
        m_amountField->setError(tr("Enter an amount such as %1.").arg(formatMoney(m_voucher.balance, locale())));
    else if (m_direction->current() == kTake && money->amount > m_voucher.balance.amount)
        m_amountField->setError(tr("No more than %1 is left on it.").arg(formatMoney(m_voucher.balance, locale())));
    else if (money->amount == 0 && !expires())
        m_amountField->setError(tr("Enter an amount, or another end."));
    else
        m_read = m_direction->current() == kTake ? -money->amount : money->amount;
    if (m_amountField->error().isEmpty())
        return true;
    m_amount->setFocus();
    return false;
}

QString VoucherChangeDialog::reason() const
{
    return m_reason->text().simplified();
}

void VoucherChangeDialog::accept()
{
    if (m_change == Change::Correct && !readAmount())
        return;
    const QString fault = reason().isEmpty() ? tr("Say why.") : cardNumberFault(reason());
    if (fault.isEmpty())
        return QDialog::accept();
    m_reasonField->setError(fault);
    m_reason->setFocus();
}

} // namespace parterre::ui
