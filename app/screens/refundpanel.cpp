// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/screens/refundpanel.h"

#include "app/paper/refundfile.h"
#include "app/screens/refunddialog.h"
#include "app/widgets/buttons.h"
#include "app/widgets/card.h"
#include "app/widgets/cardpainting.h"
#include "app/widgets/emptystate.h"
#include "app/widgets/errortexts.h"
#include "app/widgets/formats.h"
#include "app/widgets/plaintext.h"
#include "app/widgets/prompter.h"
#include "app/widgets/refundcarddelegate.h"
#include "app/widgets/spokenmodel.h"
#include "app/widgets/textlabel.h"

#include <QDir>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QListView>
#include <QPushButton>
#include <QSaveFile>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace parterre::ui {
namespace {

RefundEntry entryOf(const QModelIndex &index)
{
    return index.data(RefundListModel::EntryRole).value<RefundEntry>();
}

QString listOf(const QList<Money> &amounts, const QLocale &locale)
{
    QStringList words;
    for (const Money &amount : amounts)
        words.append(formatMoney(amount, locale));
    return words.isEmpty() ? formatMoney({}, locale) : inReadingOrder(words.join(QStringLiteral(", ")));
}

} // namespace

RefundPanel::RefundPanel(RefundDesk &desk, Prompter &prompter, QWidget *parent)
    : QWidget(parent), m_desk(desk), m_prompter(prompter), m_reason(new TextLabel), m_totals(new TextLabel({}, TextScale::Body, Tone::Muted)),
      m_progress(new TextLabel({}, TextScale::Body, Tone::Warning)), m_list(new QListView), m_empty(new EmptyState(Glyph::Cash)), m_pages(new QStackedWidget),
      m_pay(makeButton(tr("Pay &out…"), ButtonKind::Primary, Glyph::Cash)), m_save(makeButton(tr("Save as CSV…"), ButtonKind::Standard, Glyph::Save))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kStep);
    auto *head = new Card;
    for (TextLabel *label : {m_reason, m_totals, m_progress})
        head->body()->addWidget(label->wrapped());
    column->addWidget(head);
    m_list->setObjectName(QStringLiteral("refunds"));
    m_list->setModel(new SpokenModel(m_desk.list(), [this](const QModelIndex &index) { return RefundCardDelegate::spokenText(entryOf(index), locale()); }, this));
    m_list->setItemDelegate(new RefundCardDelegate(entryOf, m_list));
    showAsCards(*m_list);
    m_list->setAccessibleName(tr("Refunds"));
    m_pages->addWidget(m_list);
    m_pages->addWidget(m_empty);
    column->addWidget(m_pages, 1);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(kStep);
    buttons->addWidget(m_save);
    buttons->addStretch();
    buttons->addWidget(m_pay);
    column->addLayout(buttons);
    m_pay->setObjectName(QStringLiteral("payOut"));
    m_save->setObjectName(QStringLiteral("saveRefunds"));
    connectDesk();
    showTotals();
    showState();
}

void RefundPanel::connectDesk()
{
    connect(&m_desk.list(), &RefundListModel::totalsChanged, this, &RefundPanel::showTotals);
    connect(&m_desk.list(), &RefundListModel::loadStateChanged, this, &RefundPanel::showState);
    for (const auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(&m_desk.list(), signal, this, &RefundPanel::showState);
    connect(&m_desk.list(), &QAbstractItemModel::modelReset, this, &RefundPanel::showState);
    connect(&m_desk.list(), &QAbstractItemModel::dataChanged, this, &RefundPanel::syncButtons);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &RefundPanel::syncButtons);
    connect(m_pay, &QPushButton::clicked, this, &RefundPanel::startPaying);
    connect(m_list, &QListView::activated, this, &RefundPanel::startPaying);
    connect(&m_desk, &RefundDesk::found, this, &RefundPanel::askToPay);
    connect(m_save, &QPushButton::clicked, this, [this] {
        m_desk.list().collect([this](const Result<QList<RefundEntry>> &refunds) {
            if (refunds)
                askWhere(*refunds);
            else
                Q_EMIT said(Severity::Error, errorText(refunds.error()));
        });
    });
    connect(m_empty, &EmptyState::actionTriggered, &m_desk.list(), &RefundListModel::refresh);
    connect(&m_desk, &RefundDesk::payingChanged, this, &RefundPanel::syncButtons);
    connect(&m_desk, &RefundDesk::paidOut, this, [this](const Booking &booking, EventId event) {
        if (const int paid = m_desk.list().rowOf(booking.id); event == m_desk.list().event() && paid >= 0 && paid == m_list->currentIndex().row())
            chooseNext(paid);
        Q_EMIT said(Severity::Success, tr("Paid out to %1, booking %2.").arg(isolated(booking.customerName), isolated(booking.reference)));
    });
    connect(&m_desk, &RefundDesk::failed, this, [this](BookingId, const Error &error) {
        Q_EMIT said(Severity::Error, errorText(error));
        m_desk.list().refresh(); // somebody else may have paid it
    });
}

void RefundPanel::startPaying()
{
    const std::optional<RefundEntry> refund = chosen();
    if (!refund || !refund->isDue() || m_desk.isPaying(refund->booking))
        return;
    m_asked = refund->booking;
    m_desk.find(refund->booking, m_desk.list().event());
}

// People stand in line: the one below, or the first who still waits.
void RefundPanel::chooseNext(int paid)
{
    const int rows = m_desk.list().rowCount();
    for (int step = 1; step < rows; ++step) {
        const int row = (paid + step) % rows;
        if (m_desk.list().row(row).isDue())
            return m_list->setCurrentIndex(m_list->model()->index(row, 0));
    }
}

void RefundPanel::setEvent(const Event &event)
{
    m_name = event.summary.name;
    m_reason->setText(tr("Cancelled: %1").arg(isolated(event.cancelReason.value_or(QString()))));
    if (m_desk.list().event() == event.summary.id)
        m_desk.list().refresh();
    else
        m_desk.list().open(event.summary.id);
}

void RefundPanel::showTotals()
{
    const RefundTotals &totals = m_desk.list().totals();
    const QString tickets = totals.tickets == 1 ? tr("1 ticket") : tr("%Ln tickets", nullptr, totals.tickets);
    const QString bookings = totals.bookings == 1 ? tr("1 booking") : tr("%Ln bookings", nullptr, totals.bookings);
    m_totals->setText(tr("%1 of %2  ·  %3 owed  ·  %4 paid out").arg(tickets, bookings, listOf(totals.owed, locale()), listOf(totals.paid, locale())));
    m_progress->setVisible(totals.remaining > 0);
    m_progress->setText(totals.remaining == 1 ? tr("1 ticket is still being cancelled.") : tr("%Ln tickets are still being cancelled.", nullptr, totals.remaining));
}

void RefundPanel::showState()
{
    const RefundListModel &list = m_desk.list();
    if (list.rowCount() > 0) {
        m_pages->setCurrentWidget(m_list);
        if (!m_list->currentIndex().isValid())
            m_list->setCurrentIndex(m_list->model()->index(0, 0));
    } else {
        m_pages->setCurrentWidget(m_empty);
        if (list.loadState() == LoadState::Failed)
            m_empty->setContent(tr("The refunds could not be read"), errorText(*list.error()), tr("Try again"));
        else if (list.loadState() == LoadState::Ready && list.totals().remaining == 0)
            m_empty->setContent(tr("Nothing to refund"), tr("Nobody had a ticket for it."));
        else
            m_empty->setContent(tr("Reading the refunds…"), {});
    }
    syncButtons();
}

std::optional<RefundEntry> RefundPanel::chosen() const
{
    const QModelIndex index = m_list->currentIndex();
    return index.isValid() ? std::optional(entryOf(index)) : std::nullopt;
}

void RefundPanel::syncButtons()
{
    const std::optional<RefundEntry> refund = chosen();
    m_pay->setEnabled(refund && refund->isDue() && !m_desk.isPaying(refund->booking));
    m_pay->setText(refund && refund->isDue() ? tr("Pay &out %1…").arg(formatMoney(refund->amount, locale())) : tr("Pay &out…"));
    m_save->setEnabled(m_desk.list().rowCount() > 0);
}

void RefundPanel::askToPay(const Booking &booking, const EventId &event)
{
    if (booking.id != std::exchange(m_asked, BookingId()))
        return;
    const auto refund = std::find_if(booking.refunds.begin(), booking.refunds.end(), [&event](const Refund &each) { return each.event == event && each.isDue(); });
    if (refund == booking.refunds.end())
        return m_desk.list().refresh(); // somebody else paid it
    const Question question {.title = tr("Pay out %1?").arg(formatMoney(refund->amount, locale())),
                             .text = tr("%1, booking %2. It is written down as paid out.").arg(isolated(booking.customerName), isolated(booking.reference)),
                             .yes = tr("Paid out")};
    askToRefund(this, m_prompter, question, splitRefund(booking.payments, refund->amount), booking.payments, true,
                [this, id = booking.id, event](const RefundChoice &choice) {
                    m_list->setFocus(); // the button is about to be disabled, and the next one is chosen here
                    m_desk.payOut(id, event, choice.cardRefunds, choice.voucher);
                });
}

void RefundPanel::askWhere(const QList<RefundEntry> &refunds)
{
    auto *dialog = new QFileDialog(this, tr("Save the refund list"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilter(tr("Tables (*.csv)"));
    dialog->setDefaultSuffix(QStringLiteral("csv"));
    QString name = tr("Refunds %1").arg(m_name);
    dialog->selectFile(name.replace(u'/', u'-'));
    connect(dialog, &QFileDialog::fileSelected, this, [this, bytes = refundFile(refunds)](const QString &path) {
        QSaveFile file(path);
        const QString words = isolated(QDir::toNativeSeparators(path));
        if (file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit())
            Q_EMIT said(Severity::Success, tr("Saved as %1.").arg(words));
        else
            Q_EMIT said(Severity::Error, tr("Nothing could be saved as %1. Choose another folder.").arg(words));
    });
    dialog->open();
}

} // namespace parterre::ui
