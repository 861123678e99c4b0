// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/screens/partform.h"

#include "app/widgets/formats.h"
#include "app/widgets/formfield.h"
#include "app/widgets/textlabel.h"
#include "shared/domain/paymentrules.h"
#include "shared/domain/vouchercode.h"

#include <QGridLayout>
#include <QLineEdit>
#include <QRegularExpressionValidator>

#include <algorithm>

namespace parterre::ui {
namespace {

// As the server takes them.
constexpr int kLongestReference = 64;
constexpr int kLongestBrand = 32;
constexpr int kLongestPayer = 500;
constexpr int kLongestReason = 200;
constexpr int kLongestCode = 64;

} // namespace

PartForm::PartForm(QWidget *parent)
    : QWidget(parent), m_dueName(new TextLabel({}, TextScale::Heading)), m_dueText(new TextLabel({}, TextScale::Title)),
      m_amount(makeLine(tr("A&mount"), QStringLiteral("partAmount"), 20)), m_reference(makeLine(tr("&Reference"), QStringLiteral("partReference"), kLongestReference)),
      m_brand(makeLine(tr("Brand of the card"), QStringLiteral("partBrand"), kLongestBrand)),
      m_lastFour(makeLine(tr("&Last four digits"), QStringLiteral("partLastFour"), 4)),
      m_payer(makeLine(tr("Name and address &of the payer"), QStringLiteral("partPayer"), kLongestPayer)),
      m_reason(makeLine(tr("Wh&y it is complimentary"), QStringLiteral("partReason"), kLongestReason)),
      m_code(makeLine(tr("Code of t&he voucher"), QStringLiteral("partCode"), kLongestCode))
{
    m_lastFour.edit->setValidator(new QRegularExpressionValidator(QRegularExpression(QStringLiteral("[0-9]{0,4}")), this));
    m_lastFour.edit->setInputMethodHints(Qt::ImhDigitsOnly);
    m_amount.edit->setInputMethodHints(Qt::ImhFormattedNumbersOnly);
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(kTwoSteps);
    grid->setVerticalSpacing(kTwoSteps);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
    grid->addWidget(m_dueName, 0, 0);
    grid->addWidget(m_dueText->aligned(Qt::AlignTrailing | Qt::AlignVCenter), 0, 1);
    // What is said below one of them leaves the other where it is.
    grid->addWidget(m_amount.field, 1, 0, Qt::AlignTop);
    grid->addWidget(m_reference.field, 1, 1, Qt::AlignTop);
    grid->addWidget(m_brand.field, 2, 0, Qt::AlignTop);
    grid->addWidget(m_lastFour.field, 2, 1, Qt::AlignTop);
    grid->addWidget(m_payer.field, 3, 0, 1, 2);
    grid->addWidget(m_reason.field, 4, 0, 1, 2);
    grid->addWidget(m_code.field, 5, 0, 1, 2);
    m_code.edit->setInputMethodHints(Qt::ImhPreferUppercase | Qt::ImhNoPredictiveText);
    connect(m_code.edit, &QLineEdit::textChanged, this, &PartForm::onCodeEdited);
    setKind(m_kind);
}

PartForm::Line PartForm::makeLine(const QString &label, const QString &name, int longest)
{
    Line line {.edit = new QLineEdit};
    line.field = new FormField(label, line.edit, {}, this);
    line.edit->setObjectName(name);
    line.edit->setMaxLength(longest);
    connect(line.edit, &QLineEdit::textChanged, line.field, [field = line.field] { field->setError({}); });
    connect(line.edit, &QLineEdit::returnPressed, this, &PartForm::submitted);
    return line;
}

void PartForm::setKind(PaymentKind kind)
{
    m_kind = kind;
    m_reference.field->setLabel(kind == PaymentKind::Card ? tr("&Reference on the terminal's receipt") : tr("&Reference of the invoice"));
    showOnly({{m_amount.field, kind != PaymentKind::Online}, {m_reference.field, kind == PaymentKind::Card || kind == PaymentKind::Invoice}, {m_brand.field, kind == PaymentKind::Card},
              {m_lastFour.field, kind == PaymentKind::Card}, {m_payer.field, kind == PaymentKind::Invoice}, {m_reason.field, kind == PaymentKind::Complimentary},
              {m_code.field, kind == PaymentKind::Voucher}});
    setFocusProxy(kind == PaymentKind::Voucher ? m_code.edit : m_amount.edit);
}

void PartForm::setDue(const Money &due, bool isRest)
{
    m_due = due;
    m_dueName->setText(isRest ? tr("Left to pay") : tr("To pay"));
    m_dueText->setText(formatMoney(due, locale()));
    for (const Line &line : {m_amount, m_reference, m_brand, m_lastFour, m_payer, m_reason, m_code})
        line.edit->clear();
    offer(due);
}

std::optional<QString> PartForm::textOf(const Line &line)
{
    const QString text = line.edit->text().simplified();
    return text.isEmpty() || line.field->isHidden() ? std::nullopt : std::optional(text);
}

bool PartForm::isGood(const Line &line, const QString &whenMissing)
{
    const std::optional<QString> text = textOf(line);
    const QString fault = text ? cardNumberFault(*text) : line.field->isHidden() ? QString() : whenMissing;
    line.field->setError(fault);
    if (fault.isEmpty())
        return true;
    line.edit->setFocus();
    line.edit->selectAll();
    return false;
}

std::optional<Money> PartForm::amount()
{
    if (!textOf(m_amount))
        return m_offered;
    const std::optional<Money> amount = parseMoney(m_amount.edit->text(), m_due.currency, locale());
    if (!amount || amount->amount == 0)
        refuseAmount(tr("Enter an amount such as %1.").arg(formatMoney(m_due, locale())));
    else if (amount->amount > m_due.amount)
        refuseAmount(tr("This is more than is due. Only cash gives change."));
    else
        return amount;
    return std::nullopt;
}

std::optional<protocol::CheckoutPart> PartForm::read()
{
    const std::optional<Money> money = amount();
    if (!money)
        return std::nullopt;
    if (m_kind == PaymentKind::Voucher)
        return readVoucher(*money);
    const bool needsReference = m_kind == PaymentKind::Card;
    if (!isGood(m_reference, needsReference ? tr("Enter the reference that the terminal printed.") : QString()) || !isGood(m_brand, {})
        || !isGood(m_payer, tr("Enter who gets the invoice.")) || !isGood(m_reason, tr("Say why nobody pays.")))
        return std::nullopt;
    const std::optional<QString> lastFour = textOf(m_lastFour);
    if (lastFour && !isLastFour(*lastFour)) {
        m_lastFour.field->setError(tr("Enter four digits, or none."));
        m_lastFour.edit->setFocus();
        return std::nullopt;
    }
    return protocol::CheckoutPart {.kind = m_kind,
                                   .amount = *money,
                                   .reference = textOf(m_reference),
                                   .brand = textOf(m_brand),
                                   .lastFour = lastFour,
                                   .payer = textOf(m_payer),
                                   .reason = textOf(m_reason)};
}

std::optional<QString> PartForm::code() const
{
    return readVoucherCode(m_code.edit->text());
}

std::optional<protocol::CheckoutPart> PartForm::readVoucher(const Money &money)
{
    const std::optional<QString> read = code();
    if (read && money.amount > 0)
        return protocol::CheckoutPart {.kind = m_kind, .amount = money, .code = read};
    m_code.field->setError(read ? tr("Nothing is left on this voucher.") : tr("Enter the code as it is printed: four groups of four."));
    m_code.edit->setFocus();
    m_code.edit->selectAll();
    return std::nullopt;
}

void PartForm::offer(const Money &money)
{
    m_offered = money;
    m_amount.edit->setPlaceholderText(formatMoney(money, locale()));
}

void PartForm::onCodeEdited()
{
    m_code.field->setHint({});
    offer(m_due);
    if (const std::optional<QString> read = code())
        Q_EMIT codeEntered(*read);
}

void PartForm::showVoucher(const QString &code, const Voucher &voucher)
{
    if (code != this->code())
        return;
    m_code.field->setHint(tr("%1 is on it.").arg(formatMoney(voucher.balance, locale())));
    if (voucher.balance.currency == m_due.currency)
        offer({.amount = std::min(m_due.amount, voucher.balance.amount), .currency = m_due.currency});
}

void PartForm::refuseVoucher(const QString &code, const QString &why)
{
    if (code == this->code())
        m_code.field->setError(why);
}

void PartForm::refuseAmount(const QString &why)
{
    m_amount.field->setError(why);
    m_amount.edit->setFocus();
    m_amount.edit->selectAll();
}

} // namespace parterre::ui
