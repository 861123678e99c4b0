// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/state/unmatcheddesk.h"

#include <QWidget>

class QScrollArea;
class QVBoxLayout;

namespace parterre::ui {

class MessageBanner;

// Money that belongs to nothing yet, or went without being asked from here, each with what can be done about it. Hidden while
// there is none; much of it is scrolled, since the bookings below have the room.
class UnmatchedPanel : public QWidget
{
    Q_OBJECT
public:
    // The desk outlives it.
    explicit UnmatchedPanel(UnmatchedDesk &desk, QWidget *parent = nullptr);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void sync();
    void fit();
    [[nodiscard]] QWidget *makeRow(const UnmatchedMoney &money);

    UnmatchedDesk &m_desk;
    MessageBanner *m_banner;
    QWidget *m_sheet;
    QScrollArea *m_scroll;
    QVBoxLayout *m_rows;
    QList<UnmatchedMoney> m_shown;
};

} // namespace parterre::ui
