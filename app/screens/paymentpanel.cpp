// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/screens/paymentpanel.h"

#include "app/screens/cashpanel.h"
#include "app/screens/partform.h"
#include "app/widgets/buttons.h"
#include "app/widgets/choicebar.h"
#include "app/widgets/errortexts.h"
#include "app/widgets/formats.h"
#include "app/widgets/formfield.h"
#include "app/widgets/paymentwords.h"
#include "app/widgets/plaintext.h"
#include "app/widgets/textlabel.h"
#include "shared/domain/paymentrules.h"
#include "shared/domain/vouchercode.h"

#include <QGridLayout>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace parterre::ui {
namespace {

Payment asPayment(const protocol::CheckoutPart &part)
{
    std::optional<QString> lastFour = part.lastFour;
    if (part.code)
        lastFour = lastFourOfVoucher(*part.code);
    return {.kind = part.kind, .amount = part.amount, .reference = part.reference, .brand = part.brand, .lastFour = lastFour, .payer = part.payer, .reason = part.reason};
}

QString choiceOf(PaymentKind kind)
{
    switch (kind) {
    case PaymentKind::Cash: return PaymentPanel::tr("&Cash");
    case PaymentKind::Card: return PaymentPanel::tr("Car&d");
    case PaymentKind::Invoice: return PaymentPanel::tr("&Invoice");
    case PaymentKind::Complimentary: return PaymentPanel::tr("Complimen&tary");
    case PaymentKind::Voucher: return PaymentPanel::tr("&Voucher");
    case PaymentKind::Online: return PaymentPanel::tr("On&line");
    }
    Q_UNREACHABLE();
}

} // namespace

QList<PaymentKind> waysOf(Role role)
{
    QList<PaymentKind> ways {PaymentKind::Cash};
    for (const PaymentKind kind : {PaymentKind::Card, PaymentKind::Voucher, PaymentKind::Invoice, PaymentKind::Complimentary}) {
        if (takersOf(kind).testFlag(role))
            ways.append(kind);
    }
    return ways;
}

QList<PaymentKind> waysToPay(const SessionModel &session, bool online)
{
    QList<PaymentKind> ways = waysOf(session.role());
    if (session.mayTakeCash())
        return ways;
    ways.removeOne(PaymentKind::Cash);
    if (online)
        ways.prepend(PaymentKind::Online);
    return ways;
}

PaymentPanel::PaymentPanel(const QList<PaymentKind> &ways, VoucherCheck *vouchers, QWidget *parent)
    : QWidget(parent), m_ways(new ChoiceBar(tr("Way of paying"))), m_first(ways.constFirst()), m_hasChoice(ways.size() > 1), m_list(new QWidget), m_grid(new QGridLayout(m_list)), m_cash(new CashPanel),
      m_form(new PartForm), m_nothingLeft((new TextLabel(tr("Nothing is left to pay.")))->wrapped()), m_add(makeButton(tr("Add as a &part"), ButtonKind::Quiet, Glyph::Plus))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setColumnStretch(0, 1);
    for (QWidget *part : {static_cast<QWidget *>(m_ways), m_list, static_cast<QWidget *>(m_cash), static_cast<QWidget *>(m_form), static_cast<QWidget *>(m_nothingLeft)})
        column->addWidget(part);
    column->addWidget(m_add, 0, Qt::AlignLeading);
    m_add->setObjectName(QStringLiteral("addPart"));
    m_add->setAutoDefault(false); // Enter pays
    for (const PaymentKind kind : ways)
        m_ways->addChoice(static_cast<int>(kind), choiceOf(kind));
    if (vouchers)
        connectVouchers(*vouchers);
    goTo(m_first);
    sync();
    connect(m_ways, &ChoiceBar::chosen, this, [this](int kind) { choose(static_cast<PaymentKind>(kind)); });
    connect(m_cash, &CashPanel::submitted, this, &PaymentPanel::submitted);
    connect(m_form, &PartForm::submitted, this, &PaymentPanel::submitted);
    connect(m_add, &QPushButton::clicked, this, &PaymentPanel::addPart);
}

void PaymentPanel::connectVouchers(VoucherCheck &vouchers)
{
    connect(m_form, &PartForm::codeEntered, &vouchers, &VoucherCheck::ask);
    connect(&vouchers, &VoucherCheck::found, m_form, &PartForm::showVoucher);
    connect(&vouchers, &VoucherCheck::failed, m_form, [this](const QString &code, const Error &error) { m_form->refuseVoucher(code, errorText(error)); });
}

bool PaymentPanel::isBy(PaymentKind kind) const
{
    return m_ways->current() == static_cast<int>(kind);
}

QWidget *PaymentPanel::entry() const
{
    return isCash() ? static_cast<QWidget *>(m_cash) : m_form;
}

Money PaymentPanel::rest() const
{
    Money rest = m_due.value_or(Money());
    for (const protocol::CheckoutPart &part : m_parts)
        rest.amount -= part.amount.amount;
    return rest;
}

void PaymentPanel::setDue(const Money &due)
{
    if (m_due == due)
        return;
    m_due = due;
    m_parts.clear();
    goTo(m_first);
    sync();
    Q_EMIT wayChosen();
}

void PaymentPanel::goTo(PaymentKind kind)
{
    m_ways->setCurrent(static_cast<int>(kind));
    if (kind != PaymentKind::Cash)
        m_form->setKind(kind);
    setFocusProxy(entry());
}

void PaymentPanel::choose(PaymentKind kind)
{
    goTo(kind);
    sync();
    if (!isOnline()) // where nothing is entered
        entry()->setFocus();
    Q_EMIT wayChosen();
}

// What is shown is empty afterwards: what belongs to one way is no part of another.
void PaymentPanel::sync()
{
    const Money left = rest();
    const bool isPaid = !m_parts.isEmpty() && left.amount == 0;
    const bool isLeft = left.amount > 0;
    const bool mayChoose = m_hasChoice && isLeft;
    const bool hasCash = m_first == PaymentKind::Cash;
    const bool takesParts = (m_hasChoice || !hasCash) && !isOnline();
    m_cash->setDue(left, !m_parts.isEmpty());
    m_form->setDue(left, !m_parts.isEmpty());
    listParts();
    showOnly({{m_ways, mayChoose}, {m_list, !m_parts.isEmpty()}, {m_cash, !isPaid && hasCash && (isCash() || !mayChoose)}, {m_form, isLeft && !isCash()}, {m_nothingLeft, isPaid},
              {m_add, takesParts && isLeft && m_parts.size() < kMaxPaymentParts - 1}});
}

void PaymentPanel::listParts()
{
    while (QLayoutItem *item = m_grid->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater(); // perhaps one of them was clicked just now
        delete item;
    }
    for (int row = 0; row < m_parts.size(); ++row) {
        const protocol::CheckoutPart &part = m_parts.at(row);
        const QString words = paymentWords(asPayment(part));
        auto *remove = makeIconButton(Glyph::Trash, tr("Take out: %1").arg(words));
        m_grid->addWidget((new TextLabel(words))->wrapped(), row, 0);
        m_grid->addWidget((new TextLabel(formatMoney(part.amount, locale())))->aligned(Qt::AlignTrailing | Qt::AlignVCenter), row, 1);
        m_grid->addWidget(remove, row, 2);
        connect(remove, &QToolButton::clicked, this, [this, row] {
            m_parts.removeAt(row);
            sync();
            choose(static_cast<PaymentKind>(m_ways->current()));
        });
    }
}

std::optional<protocol::CheckoutPart> PaymentPanel::cashPart()
{
    const std::optional<Money> given = m_cash->entered();
    if (given && given->amount > 0 && given->amount < rest().amount)
        return protocol::CheckoutPart {.kind = PaymentKind::Cash, .amount = *given, .tendered = *given};
    m_cash->refuse(tr("Enter how much of it is paid in cash: less than is left."));
    return std::nullopt;
}

void PaymentPanel::addPart()
{
    const std::optional<protocol::CheckoutPart> part = isCash() ? cashPart() : m_form->read();
    if (!part)
        return;
    m_parts.append(*part);
    if (m_first == PaymentKind::Cash)
        goTo(m_first);
    sync();
    if (m_nothingLeft->isHidden())
        entry()->setFocus();
    else
        Q_EMIT completed();
}

bool PaymentPanel::check()
{
    m_settlement = {};
    const Money left = rest();
    if (!m_parts.isEmpty() && left.amount == 0) {
        m_settlement.parts = m_parts;
        return true;
    }
    if (left.amount <= 0 || isCash()) {
        if (!m_cash->check())
            return false;
        if (m_parts.isEmpty())
            m_settlement.tendered = m_cash->tendered();
        else
            m_settlement.parts = m_parts + QList<protocol::CheckoutPart> {{.kind = PaymentKind::Cash, .amount = left, .tendered = m_cash->tendered()}};
        return true;
    }
    const std::optional<protocol::CheckoutPart> last = m_form->read();
    if (!last)
        return false;
    if (last->amount != left) {
        const Money missing {.amount = left.amount - last->amount.amount, .currency = left.currency};
        m_form->refuseAmount(tr("%1 would be left. Add this as a part first, then pay the rest.").arg(formatMoney(missing, locale())));
        return false;
    }
    m_settlement.parts = m_parts + QList<protocol::CheckoutPart> {*last};
    return true;
}

} // namespace parterre::ui
