// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/state/noshowdesk.h"

#include <QDialog>

class QCheckBox;
class QLineEdit;
class QListWidget;
class QPushButton;

namespace parterre::ui {

class BusyOverlay;
class MessageBanner;
class SearchField;
class TextLabel;

// Who has not come, all ticked, and a button that gives the seats of those free who still are.
class NoShowsDialog : public QDialog
{
    Q_OBJECT
public:
    // `desk` outlives it.
    NoShowsDialog(NoShowDesk &desk, const EventId &event, QWidget *parent = nullptr);
    ~NoShowsDialog() override;

private:
    void build();
    void showState();
    void fill();
    void filter(const QString &text);
    void tickShown(bool ticked);
    void sync();
    [[nodiscard]] QStringList chosen() const;

    NoShowDesk &m_desk;
    MessageBanner *m_banner;
    SearchField *m_search;
    QCheckBox *m_all;
    QListWidget *m_list;
    TextLabel *m_nobody;
    QLineEdit *m_reason;
    QPushButton *m_release;
    BusyOverlay *m_busy = nullptr;
};

} // namespace parterre::ui
