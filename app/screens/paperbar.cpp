// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/screens/paperbar.h"

#include "app/widgets/buttons.h"
#include "app/widgets/tones.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace parterre::ui {

namespace {

constexpr int kAtTill = -1; // no stock of its own

}

PaperBar::PaperBar(QWidget *parent)
    : QWidget(parent), m_stock(new QComboBox), m_together(new QCheckBox(tr("All on one page"))), m_receipt(new QCheckBox(tr("With receipt"))),
      m_print(makeButton({}, ButtonKind::Standard, Glyph::Printer)), m_calendar(makeButton(tr("Ca&lendar…"), ButtonKind::Standard, Glyph::Calendar)),
      m_mail(makeButton(tr("Send by &mail…"), ButtonKind::Standard, Glyph::Mail)), m_reprint(makeButton(tr("&New code…"), ButtonKind::Standard, Glyph::Refresh))
{
    m_stock->addItem(tr("Wide tickets"), static_cast<int>(Stock::Strip));
    m_stock->addItem(tr("80 mm roll"), static_cast<int>(Stock::Roll));
    m_stock->setAccessibleName(tr("Paper"));
    m_stock->setSizeAdjustPolicy(QComboBox::AdjustToContents); // a printer may be set up later
    m_reprint->setToolTip(tr("Gives one ticket a new code. Whoever comes with an older print is not let in."));
    auto *pdf = makeButton(tr("&Save as PDF…"), ButtonKind::Standard, Glyph::Ticket);
    m_print->setObjectName(QStringLiteral("printTickets"));
    pdf->setObjectName(QStringLiteral("saveTickets"));
    m_calendar->setObjectName(QStringLiteral("saveCalendar"));
    m_mail->setObjectName(QStringLiteral("mailTickets"));
    m_mail->hide();
    m_reprint->setObjectName(QStringLiteral("reprintTicket"));
    m_calendar->setToolTip(tr("Saves the date for a calendar"));

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kStep);
    auto *how = new QHBoxLayout;
    how->setSpacing(kTwoSteps);
    how->addWidget(m_stock);
    how->addWidget(m_together);
    how->addWidget(m_receipt);
    how->addStretch();
    column->addLayout(how);
    // No wider than that: the list beside a booking needs the room.
    for (const QList<QPushButton *> &buttons : {QList {m_print, pdf, m_calendar}, QList {m_mail, m_reprint}}) {
        auto *row = new QHBoxLayout;
        row->setSpacing(kStep);
        for (QPushButton *button : buttons)
            row->addWidget(button);
        row->addStretch();
        column->addLayout(row);
    }

    connect(m_stock, &QComboBox::currentIndexChanged, this, &PaperBar::namePrint);
    namePrint();
    connect(m_print, &QPushButton::clicked, this, [this] { ask(PaperAct::Print); });
    connect(pdf, &QPushButton::clicked, this, [this] { ask(PaperAct::SavePdf); });
    connect(m_calendar, &QPushButton::clicked, this, [this] { ask(PaperAct::SaveCalendar); });
    connect(m_mail, &QPushButton::clicked, this, &PaperBar::mailRequested);
    connect(m_reprint, &QPushButton::clicked, this, &PaperBar::reprintRequested);
}

void PaperBar::setReprintOffered(bool offered)
{
    m_reprint->setVisible(offered);
}

void PaperBar::setReprintEnabled(bool enabled)
{
    m_reprint->setEnabled(enabled);
}

void PaperBar::setMailOffered(bool offered)
{
    m_mail->setVisible(offered);
}

void PaperBar::setReceiptOnly(bool only)
{
    m_receiptOnly = only;
    for (QWidget *ofTickets : {static_cast<QWidget *>(m_together), static_cast<QWidget *>(m_receipt), static_cast<QWidget *>(m_calendar)})
        ofTickets->setVisible(!only);
}

void PaperBar::setTillPrinter(bool there)
{
    const int row = m_stock->findData(kAtTill);
    if (there == (row >= 0))
        return;
    if (there)
        m_stock->insertItem(0, tr("Receipt printer"), kAtTill);
    else
        m_stock->removeItem(row);
    m_stock->setCurrentIndex(there ? 0 : std::max(0, m_stock->currentIndex())); // nothing is chosen once the first is gone
    m_stock->setMinimumWidth(m_stock->sizeHint().width()); // its least width stays that of the first words in Qt
}

// A receipt printer prints at once; any other is chosen in a dialog first.
void PaperBar::namePrint()
{
    m_print->setText(m_stock->currentData().toInt() == kAtTill ? tr("&Print") : tr("&Print…"));
}

void PaperBar::ask(PaperAct act)
{
    const int chosen = m_stock->currentData().toInt();
    Q_EMIT requested(act, {.stock = chosen == kAtTill ? Stock::Roll : static_cast<Stock>(chosen),
                           .together = m_together->isChecked(),
                           .receipt = m_receiptOnly || m_receipt->isChecked(),
                           .atTill = chosen == kAtTill});
}

} // namespace parterre::ui
