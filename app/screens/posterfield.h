// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/state/eventdesk.h"
#include "app/widgets/messagebanner.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace parterre::ui {

class PosterPictures;
class ScopeChoice;
class TextLabel;

// The poster of the event that is worked on, as customers see it; another picture for it and other dates of its series, or none.
// What is chosen here is in force at once. Pictures are made into posters on pool threads.
class PosterField : public QWidget
{
    Q_OBJECT
public:
    // Both outlive it.
    PosterField(EventDesk &desk, PosterPictures &pictures, QWidget *parent = nullptr);

    // From the desk.
    void showPoster();
    [[nodiscard]] bool isMaking() const { return m_making; }

Q_SIGNALS:
    void makingChanged();
    void said(Severity severity, const QString &words);

private:
    void askForPicture();
    void take(const QString &path);
    [[nodiscard]] EventSummary shown() const;

    EventDesk &m_desk;
    PosterPictures &m_pictures;
    bool m_making = false;
    QLabel *m_poster;
    TextLabel *m_hint;
    QPushButton *m_choose;
    QPushButton *m_remove;
    ScopeChoice *m_scope;
};

} // namespace parterre::ui
