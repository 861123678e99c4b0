// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/state/blockdesk.h"
#include "app/widgets/card.h"
#include "app/widgets/messagebanner.h"

class QListWidget;
class QPushButton;
class QStackedWidget;

namespace parterre::ui {

class EmptyState;
class Prompter;
class TextLabel;

// What of the open event is blocked, why and until when; managers choose seats here and block them, and let blocks go, or some
// seats of them. Lies over
// the map until it is closed, by its button or Escape.
class BlocksPanel : public Card
{
    Q_OBJECT
public:
    // Both outlive the panel.
    BlocksPanel(BlockDesk &desk, Prompter &prompter, QWidget *parent = nullptr);

    // While seats are chosen, those that are activated on the map are the panel's: then true.
    [[nodiscard]] bool takeSeat(qint32 seat);
    [[nodiscard]] bool takeArea(qint32 area);

Q_SIGNALS:
    void closed();
    void said(parterre::ui::Severity severity, const QString &words);
    // The seats of a block are to be looked at.
    void showRequested(const QList<qint32> &seats);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void connectDesk();
    void fill();
    void sync();
    void showBlock();
    void askToBlock();
    void askToRelease();
    [[nodiscard]] const Block *current() const;
    [[nodiscard]] QString textOf(const Block &block) const;

    BlockDesk &m_desk;
    Prompter &m_prompter;
    QListWidget *m_list;
    EmptyState *m_empty;
    QStackedWidget *m_pages;
    QWidget *m_choice; // for managers
    TextLabel *m_count;
    QPushButton *m_choose;
    QPushButton *m_block;
    QPushButton *m_show;
    QPushButton *m_release;
};

} // namespace parterre::ui
