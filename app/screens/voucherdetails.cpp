// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/screens/voucherdetails.h"

#include "app/widgets/buttons.h"
#include "app/widgets/elidedlabel.h"
#include "app/widgets/emptystate.h"
#include "app/widgets/formats.h"
#include "app/widgets/plaintext.h"
#include "app/widgets/textlabel.h"
#include "app/widgets/vouchercarddelegate.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QPushButton>
#include <QScrollArea>
#include <QTimeZone>
#include <QVBoxLayout>

namespace parterre::ui {
namespace {

QString here()
{
    return QString::fromLatin1(QTimeZone::systemTimeZoneId());
}

// One that moves nothing.
bool isChangeOfState(const VoucherMovement &movement)
{
    return movement.kind == VoucherMovementKind::Adjustment && movement.amount == 0;
}

QString nameOf(const VoucherMovement &movement, VoucherState after)
{
    if (isChangeOfState(movement))
        return after == VoucherState::Blocked ? VoucherDetails::tr("Blocked") : VoucherDetails::tr("May pay again");
    switch (movement.kind) {
    case VoucherMovementKind::Issue: return VoucherDetails::tr("Issued");
    case VoucherMovementKind::Payment: return VoucherDetails::tr("Paid with it");
    case VoucherMovementKind::Refund: return VoucherDetails::tr("Paid back to it");
    case VoucherMovementKind::Adjustment: return VoucherDetails::tr("Corrected");
    }
    Q_UNREACHABLE();
}

} // namespace

VoucherDetails::VoucherDetails(QWidget *parent) : Card(parent), m_empty(new EmptyState(Glyph::Cash))
{
    m_content = buildContent();
    body()->addWidget(m_content);
    body()->addWidget(m_empty);
    m_empty->setContent(tr("No voucher chosen"), tr("Choose one to see what is left on it."));
    clear();
}

QWidget *VoucherDetails::buildContent()
{
    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kStep);
    auto *head = new QHBoxLayout;
    m_code = new TextLabel({}, TextScale::Title);
    m_state = new TextLabel({}, TextScale::Heading);
    head->addWidget(m_code);
    head->addStretch();
    head->addWidget(m_state);
    column->addLayout(head);
    m_balance = new TextLabel({}, TextScale::Display);
    m_balance->setObjectName(QStringLiteral("voucherBalance"));
    m_facts = (new TextLabel({}, TextScale::Body, Tone::Muted))->wrapped();
    m_note = (new TextLabel)->wrapped();
    m_blocked = (new TextLabel({}, TextScale::Body, Tone::Warning))->wrapped();
    m_blocked->setObjectName(QStringLiteral("whyBlocked"));
    for (TextLabel *label : {m_balance, m_facts, m_blocked, m_note})
        column->addWidget(label);
    auto *scroll = new QScrollArea;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    auto *sheet = new QWidget;
    auto *inSheet = new QVBoxLayout(sheet);
    inSheet->setContentsMargins(besideScrollBar());
    m_grid = new QGridLayout;
    m_grid->setHorizontalSpacing(kTwoSteps);
    m_grid->setVerticalSpacing(kHalfStep);
    m_grid->setColumnStretch(0, 1);
    inSheet->addLayout(m_grid);
    m_more = makeButton(tr("Show older ones"), ButtonKind::Quiet);
    inSheet->addWidget(m_more, 0, Qt::AlignLeading);
    inSheet->addStretch();
    scroll->setWidget(sheet);
    scroll->viewport()->setAutoFillBackground(false);
    sheet->setAutoFillBackground(false);
    column->addWidget(scroll, 1);
    m_correct = makeButton(tr("Correct…"), ButtonKind::Standard, Glyph::Pencil);
    m_block = makeButton(tr("Block…"), ButtonKind::Danger, Glyph::Lock);
    m_unblock = makeButton(tr("Let it pay again…"), ButtonKind::Standard, Glyph::Check);
    m_correct->setObjectName(QStringLiteral("correctVoucher"));
    m_block->setObjectName(QStringLiteral("blockVoucher"));
    m_unblock->setObjectName(QStringLiteral("unblockVoucher"));
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(kStep);
    buttons->addStretch();
    for (QPushButton *button : {m_correct, m_block, m_unblock})
        buttons->addWidget(button);
    column->addLayout(buttons);
    m_forManagers = (new TextLabel({}, TextScale::Caption, Tone::Muted))->wrapped();
    m_forManagers->setObjectName(QStringLiteral("forManagers"));
    column->addWidget(m_forManagers);
    connect(m_more, &QPushButton::clicked, this, &VoucherDetails::moreRequested);
    connect(m_correct, &QPushButton::clicked, this, &VoucherDetails::correctionRequested);
    connect(m_block, &QPushButton::clicked, this, &VoucherDetails::blockRequested);
    connect(m_unblock, &QPushButton::clicked, this, &VoucherDetails::unblockRequested);
    return content;
}

void VoucherDetails::clear()
{
    setMovements({}, false);
    m_content->hide();
    m_empty->show();
}

void VoucherDetails::setVoucher(const Voucher &voucher, Instant now, bool mayManage)
{
    m_voucher = voucher;
    const bool blocked = voucher.state == VoucherState::Blocked;
    const bool pays = !blocked && !voucher.isExpired(now);
    m_code->setText(isolated(VoucherCardDelegate::codeWords(voucher)));
    m_state->setText(VoucherCardDelegate::stateWord(voucher, now));
    m_state->setTone(pays ? Tone::Success : Tone::Warning);
    m_balance->setText(formatMoney(voucher.balance, locale()));
    QStringList facts {tr("Issued on %1").arg(isolated(formatDateTime(voucher.issued, here(), locale())))};
    if (voucher.expires)
        facts.append(tr("valid until %1").arg(isolated(formatDateTime(*voucher.expires, here(), locale()))));
    m_facts->setText(inReadingOrder(facts.join(QStringLiteral("  ·  "))));
    m_note->setText(isolated(voucher.note.value_or(QString())));
    m_note->setVisible(voucher.note.has_value());
    m_blocked->setText(tr("Blocked: %1").arg(isolated(voucher.blockReason.value_or(QString()))));
    m_blocked->setVisible(blocked && voucher.blockReason);
    m_forManagers->setText(blocked ? tr("Only managers let a voucher pay again.") : tr("Only managers block a voucher, or correct it."));
    m_forManagers->setVisible(!mayManage);
    m_correct->setVisible(mayManage);
    m_block->setVisible(mayManage && !blocked);
    m_unblock->setVisible(mayManage && blocked);
    m_empty->hide();
    m_content->show();
}

void VoucherDetails::setMovements(const QList<VoucherMovement> &movements, bool hasMore)
{
    while (QLayoutItem *item = m_grid->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    int row = 0;
    VoucherState after = m_voucher.state; // from the newest back
    for (const VoucherMovement &movement : movements) {
        addLine(movement, after, row++);
        if (isChangeOfState(movement))
            after = after == VoucherState::Blocked ? VoucherState::Active : VoucherState::Blocked;
    }
    m_more->setVisible(hasMore);
}

void VoucherDetails::addLine(const VoucherMovement &movement, VoucherState after, int row)
{
    const bool isTaken = movement.amount < 0;
    const Money money {.amount = isTaken ? -movement.amount : movement.amount, .currency = m_voucher.balance.currency};
    const QString amount = (isTaken ? QStringLiteral("−%1") : QStringLiteral("+%1")).arg(formatMoney(money, locale()));
    QStringList about {isolated(formatDateTime(movement.at, here(), locale())), isolated(movement.actor)};
    if (movement.bookingReference)
        about.append(tr("booking %1").arg(isolated(*movement.bookingReference)));
    if (movement.reason)
        about.append(isolated(*movement.reason));
    m_grid->addWidget(new TextLabel(nameOf(movement, after)), 2 * row, 0);
    if (!isChangeOfState(movement))
        m_grid->addWidget((new TextLabel(isolated(amount)))->aligned(Qt::AlignTrailing | Qt::AlignVCenter), 2 * row, 1);
    m_grid->addWidget(new ElidedLabel(inReadingOrder(about.join(QStringLiteral(" · "))), TextScale::Caption, Tone::Muted), 2 * row + 1, 0, 1, 2);
}

void VoucherDetails::setBusy(bool busy)
{
    for (QPushButton *button : {m_correct, m_block, m_unblock}) {
        button->setEnabled(!busy);
        button->setToolTip(busy ? tr("A change is being written down. One moment…") : QString());
    }
}

} // namespace parterre::ui
