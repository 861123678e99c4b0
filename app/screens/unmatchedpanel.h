// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/state/unmatcheddesk.h"

#include <QWidget>

class QVBoxLayout;

namespace parterre::ui {

class MessageBanner;
class TextLabel;

// Money that belongs to nothing yet, or went without being asked from here, each with what can be done about it: the oldest
// first, and how many more there are. Hidden while there is none.
class UnmatchedPanel : public QWidget
{
    Q_OBJECT
public:
    // The desk outlives it.
    explicit UnmatchedPanel(UnmatchedDesk &desk, QWidget *parent = nullptr);

private:
    void sync();
    [[nodiscard]] QWidget *makeRow(const UnmatchedMoney &money);

    UnmatchedDesk &m_desk;
    MessageBanner *m_banner;
    QVBoxLayout *m_rows;
    TextLabel *m_more;
    QList<UnmatchedMoney> m_shown;
};

} // namespace parterre::ui
