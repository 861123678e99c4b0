// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/state/releaselistmodel.h"

#include <QWidget>

class QListView;
class QPushButton;
class QStackedWidget;

namespace parterre::ui {

class EmptyState;
class MessageBanner;

// Blocked seats of all events that are to be released, soonest first. Managers confirm those that wait, or give them another
// time.
class ReleasesScreen : public QWidget
{
    Q_OBJECT
public:
    // `list` outlives it.
    explicit ReleasesScreen(ReleaseListModel &list, QWidget *parent = nullptr);

Q_SIGNALS:
    void eventRequested(parterre::EventId event);

protected:
    void focusInEvent(QFocusEvent *event) override;

private:
    void connectModel();
    void showState();
    void sync();
    void postpone();
    [[nodiscard]] std::optional<DueBlock> current() const;
    [[nodiscard]] QModelIndex toChoose() const;
    [[nodiscard]] QString textOf(const QModelIndex &index) const;

    ReleaseListModel &m_list;
    MessageBanner *m_banner;
    QListView *m_view;
    EmptyState *m_empty;
    QStackedWidget *m_pages;
    QPushButton *m_open;
    QPushButton *m_postpone;
    QPushButton *m_confirm;
    BlockId m_chosen = {};
};

} // namespace parterre::ui
