// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/screens/reservationpanel.h"

#include "app/widgets/cardpainting.h"
#include "app/widgets/emptystate.h"
#include "app/widgets/errortexts.h"
#include "app/widgets/formats.h"
#include "app/widgets/plaintext.h"
#include "app/widgets/reservationcarddelegate.h"
#include "app/widgets/spokenmodel.h"
#include "app/widgets/textlabel.h"

#include <QListView>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace parterre::ui {
namespace {

constexpr std::chrono::seconds kRepaint {20};

BookingSummary summaryOf(const QModelIndex &index)
{
    return index.data(ReservationListModel::SummaryRole).value<BookingSummary>();
}

} // namespace

ReservationPanel::ReservationPanel(ReservationDesk &desk, QWidget *parent)
    : QWidget(parent), m_desk(desk), m_totals(new TextLabel({}, TextScale::Body, Tone::Muted)), m_list(new QListView), m_empty(new EmptyState(Glyph::Clock)), m_pages(new QStackedWidget)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kStep);
    m_totals->setObjectName(QStringLiteral("reservationTotals"));
    column->addWidget(m_totals->wrapped());
    m_list->setObjectName(QStringLiteral("reservations"));
    const auto now = [this] { return m_desk.now(); };
    m_list->setModel(new SpokenModel(m_desk.list(), [this](const QModelIndex &index) { return ReservationCardDelegate::spokenText(summaryOf(index), m_desk.now(), locale()); }, this));
    m_list->setItemDelegate(new ReservationCardDelegate(summaryOf, now, m_list));
    showAsCards(*m_list);
    m_list->setAccessibleName(tr("Reservations"));
    setFocusProxy(m_list);
    m_pages->addWidget(m_list);
    m_pages->addWidget(m_empty);
    column->addWidget(m_pages, 1);
    m_minute.setInterval(kRepaint);
    connect(&m_minute, &QTimer::timeout, m_list->viewport(), qOverload<>(&QWidget::update));
    m_minute.start();
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex &current) {
        if (!current.isValid())
            return;
        m_shown = summaryOf(current).id;
        Q_EMIT chosen(m_shown);
    });
    connect(&m_desk.list(), &ReservationListModel::totalsChanged, this, &ReservationPanel::showTotals);
    connect(&m_desk.list(), &ReservationListModel::loadStateChanged, this, &ReservationPanel::showState);
    connect(&m_desk.list(), &QAbstractItemModel::modelReset, this, &ReservationPanel::showState);
    connect(m_empty, &EmptyState::actionTriggered, &m_desk.list(), &ReservationListModel::refresh);
    showTotals();
    showState();
}

BookingId ReservationPanel::current() const
{
    return m_list->currentIndex().isValid() ? summaryOf(m_list->currentIndex()).id : BookingId();
}

void ReservationPanel::showTotals()
{
    const ReservationTotals &totals = m_desk.list().totals();
    QStringList amounts;
    for (const Money &amount : totals.amounts)
        amounts.append(formatMoney(amount, locale()));
    const QString bookings = totals.bookings == 1 ? tr("1 reservation") : tr("%Ln reservations", nullptr, totals.bookings);
    const QString tickets = totals.tickets == 1 ? tr("1 seat") : tr("%Ln seats", nullptr, totals.tickets);
    m_totals->setText(tr("%1  ·  %2  ·  %3 to be paid").arg(bookings, tickets, inReadingOrder(amounts.join(QStringLiteral(", ")))));
    m_totals->setVisible(totals.bookings > 0);
}

void ReservationPanel::showState()
{
    ReservationListModel &list = m_desk.list();
    if (list.rowCount() > 0) {
        m_pages->setCurrentWidget(m_list);
        // After a reset, stay with the one that was looked at, also when it is none any more: its tickets may be wanted now.
        const int row = m_shown.isNull() ? 0 : list.rowOf(m_shown);
        if (!m_list->currentIndex().isValid() && row >= 0)
            m_list->setCurrentIndex(m_list->model()->index(row, 0));
        return;
    }
    m_pages->setCurrentWidget(m_empty);
    if (list.loadState() == LoadState::Failed)
        m_empty->setContent(tr("The reservations could not be read"), errorText(*list.error()), tr("Try again"));
    else if (list.loadState() == LoadState::Ready)
        m_empty->setContent(tr("Nothing is reserved"), tr("What is booked and not paid yet appears here, until it is paid or falls free."));
    else
        m_empty->setContent(tr("Reading the reservations…"), {});
}

} // namespace parterre::ui
