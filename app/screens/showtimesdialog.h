// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/state/showtimedesk.h"

#include <QDialog>

class QCheckBox;
class QListWidget;
class QProgressBar;
class QPushButton;

namespace parterre::ui {

class MessageBanner;
class Prompter;
class ShowtimeTable;
class TextLabel;

// Showtimes from outside: the sources on one side; what was found at the chosen one on the other, and what of it is taken over.
class ShowtimesDialog : public QDialog
{
    Q_OBJECT
public:
    // Desk and prompter outlive it. `events`: that new ones can be made like.
    ShowtimesDialog(ShowtimeDesk &desk, const QList<EventSummary> &events, Prompter &prompter, QWidget *parent = nullptr);
    ~ShowtimesDialog() override;

    // In the place of somebody who chooses a file.
    void lookAt(const QString &path);

private:
    QWidget *buildSources();
    QWidget *buildFindings();
    [[nodiscard]] std::optional<ShowtimeSource> current() const;
    void showSources();
    void showState();
    void showFindings();
    void edit(const std::optional<ShowtimeSource> &source);
    void askToRemove();
    void look();
    void apply();
    void onApplied(const QList<ShowtimeOutcome> &outcomes);

    ShowtimeDesk &m_desk;
    const QList<EventSummary> m_events;
    Prompter &m_prompter;
    MessageBanner *m_banner;
    QListWidget *m_sources;
    QPushButton *m_edit;
    QPushButton *m_remove;
    QPushButton *m_look;
    QPushButton *m_stop;
    QProgressBar *m_progress;
    ShowtimeTable *m_table;
    TextLabel *m_summary;
    TextLabel *m_partial;
    QListWidget *m_problems;
    QCheckBox *m_publish;
    QPushButton *m_apply;
};

} // namespace parterre::ui
