// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/screens/unmatchedpanel.h"

#include "app/widgets/buttons.h"
#include "app/widgets/card.h"
#include "app/widgets/errortexts.h"
#include "app/widgets/formats.h"
#include "app/widgets/formfield.h"
#include "app/widgets/messagebanner.h"
#include "app/widgets/plaintext.h"
#include "app/widgets/textlabel.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QTimeZone>
#include <QVBoxLayout>

#include <algorithm>

namespace parterre::ui {

namespace {

constexpr int kLongestReason = 200;
constexpr int kMostHeight = 264; // of all of it: one whole, and that there is more

// Of what is not simply waiting to be sent back: what happened, and what it means here.
QString whatHappened(UnmatchedKind kind)
{
    switch (kind) {
    case UnmatchedKind::Owed: return {};
    case UnmatchedKind::RefundedElsewhere: return UnmatchedPanel::tr("Paid back at the payment service, not here. The booking is as it was: cancel its tickets, or say why they stay.");
    case UnmatchedKind::Disputed: return UnmatchedPanel::tr("The payer disputes this payment. Answer at the payment service; the tickets are valid meanwhile.");
    }
    Q_UNREACHABLE();
}

} // namespace

UnmatchedPanel::UnmatchedPanel(UnmatchedDesk &desk, QWidget *parent)
    : QWidget(parent), m_desk(desk), m_banner(new MessageBanner), m_sheet(new QWidget), m_scroll(new QScrollArea), m_rows(new QVBoxLayout(m_sheet))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kStep);
    column->addWidget(new TextLabel(tr("Payments that somebody has to look at"), TextScale::Heading, Tone::Warning));
    column->addWidget(m_banner);
    m_rows->setContentsMargins(besideScrollBar());
    m_rows->setSpacing(kStep);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setWidget(m_sheet);
    m_scroll->viewport()->setAutoFillBackground(false);
    m_sheet->setAutoFillBackground(false);
    m_sheet->installEventFilter(this);
    column->addWidget(m_scroll);
    connect(&m_desk, &UnmatchedDesk::changed, this, &UnmatchedPanel::sync);
    connect(&m_desk, &UnmatchedDesk::failed, this, [this](const Error &error) { m_banner->showMessage(Severity::Error, errorText(error)); });
    sync();
}

void UnmatchedPanel::sync()
{
    setVisible(!m_desk.money().isEmpty());
    for (int i = 0; i < m_rows->count(); ++i)
        m_rows->itemAt(i)->widget()->setEnabled(i >= m_shown.size() || !m_desk.isWorking(m_shown.at(i).id));
    // What somebody is typing stays, unless the list is another one.
    if (m_shown == m_desk.money())
        return;
    m_shown = m_desk.money();
    while (QLayoutItem *item = m_rows->takeAt(0)) {
        item->widget()->deleteLater();
        delete item;
    }
    for (const UnmatchedMoney &money : std::as_const(m_shown))
        m_rows->addWidget(makeRow(money));
}

// As much room as the rows want: lines that wrap and notes below a field change that.
bool UnmatchedPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::LayoutRequest || event->type() == QEvent::Resize)
        fit();
    return QWidget::eventFilter(watched, event);
}

void UnmatchedPanel::fit()
{
    m_scroll->setFixedHeight(std::clamp(m_rows->totalHeightForWidth(m_sheet->width()), 0, kMostHeight));
}

QWidget *UnmatchedPanel::makeRow(const UnmatchedMoney &money)
{
    auto *card = new Card;
    QVBoxLayout *column = card->body();
    const QString amount = formatMoney(money.amount, locale());
    const QString since = formatDateTime(money.since, QString::fromLatin1(QTimeZone::systemTimeZoneId()), locale());
    const QString booking = money.reference ? tr("booking %1").arg(isolated(*money.reference)) : tr("no booking of this house");
    column->addWidget((new TextLabel(tr("%1  ·  %2  ·  %3").arg(amount, booking, since), TextScale::Body))->wrapped());
    column->addWidget((new TextLabel(tr("%1 at the payment service: %2").arg(isolated(money.intent), isolated(money.problem)), TextScale::Caption, Tone::Muted))->wrapped());
    if (const QString words = whatHappened(money.kind); !words.isEmpty())
        column->addWidget((new TextLabel(words, TextScale::Body, Tone::Warning))->wrapped());
    auto *reason = new QLineEdit;
    reason->setMaxLength(kLongestReason);
    auto *field = new FormField(tr("How it was settled otherwise"), reason);
    auto *again = makeButton(tr("Refund again"));
    auto *settled = makeButton(tr("Settled"));
    reason->setObjectName(QStringLiteral("howSettled"));
    again->setObjectName(QStringLiteral("refundAgain"));
    settled->setObjectName(QStringLiteral("settled"));
    again->setVisible(money.kind == UnmatchedKind::Owed);
    again->setAccessibleDescription(amount);
    settled->setAccessibleDescription(amount);
    auto *row = new QHBoxLayout;
    row->setSpacing(kStep);
    row->addWidget(field, 1);
    row->addWidget(again, 0, Qt::AlignBottom);
    row->addWidget(settled, 0, Qt::AlignBottom);
    column->addLayout(row);
    connect(again, &QPushButton::clicked, this, [this, id = money.id] {
        m_banner->clear();
        m_desk.refundAgain(id);
    });
    connect(reason, &QLineEdit::textEdited, field, [field] { field->setError({}); });
    connect(settled, &QPushButton::clicked, this, [this, id = money.id, reason, field] {
        const QString text = reason->text().simplified();
        if (const QString fault = text.isEmpty() ? tr("Say what was done.") : cardNumberFault(text); !fault.isEmpty()) {
            field->setError(fault);
            reason->setFocus();
            return;
        }
        m_banner->clear();
        m_desk.settle(id, text);
    });
    return card;
}

} // namespace parterre::ui
