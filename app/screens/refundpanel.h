// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/state/refunddesk.h"
#include "app/widgets/messagebanner.h"

#include <QWidget>

class QListView;
class QPushButton;
class QStackedWidget;

namespace parterre::ui {

class EmptyState;
class Prompter;
class TextLabel;

// What is owed to whom since an event was cancelled: the list, the sums, paying out, and the list as a file.
class RefundPanel : public QWidget
{
    Q_OBJECT
public:
    // Both outlive it.
    RefundPanel(RefundDesk &desk, Prompter &prompter, QWidget *parent = nullptr);

    // The list is that of this event.
    void setEvent(const Event &event);

Q_SIGNALS:
    void said(parterre::ui::Severity severity, const QString &words);

private:
    void connectDesk();
    void showTotals();
    void showState();
    void syncButtons();
    void startPaying();
    void chooseNext(int paid);
    void askToPay(const Booking &booking, const EventId &event);
    void askWhere(const QList<RefundEntry> &refunds);
    [[nodiscard]] std::optional<RefundEntry> chosen() const;

    RefundDesk &m_desk;
    Prompter &m_prompter;
    QString m_name; // of the event
    BookingId m_asked; // whose ways of paying are being read
    TextLabel *m_reason;
    TextLabel *m_totals;
    TextLabel *m_progress;
    QListView *m_list;
    EmptyState *m_empty;
    QStackedWidget *m_pages;
    QPushButton *m_pay;
    QPushButton *m_save;
};

} // namespace parterre::ui
