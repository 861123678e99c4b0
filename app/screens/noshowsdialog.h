// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/state/noshowdesk.h"

#include <QDialog>

class QListWidget;
class QPushButton;

namespace parterre::ui {

class BusyOverlay;
class MessageBanner;
class SearchField;
class TextLabel;

// Who has not come, all ticked, and a button that gives the seats of the ticked ones free.
class NoShowsDialog : public QDialog
{
    Q_OBJECT
public:
    // `desk` outlives it.
    NoShowsDialog(NoShowDesk &desk, const EventId &event, QWidget *parent = nullptr);
    ~NoShowsDialog() override;

private:
    void showTickets();
    void filter(const QString &text);
    void sync();
    void release();
    [[nodiscard]] QStringList chosen() const;

    NoShowDesk &m_desk;
    MessageBanner *m_banner;
    SearchField *m_search;
    QListWidget *m_list;
    TextLabel *m_nobody;
    QPushButton *m_release;
    BusyOverlay *m_busy = nullptr;
};

} // namespace parterre::ui
