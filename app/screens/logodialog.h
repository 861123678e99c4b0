// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/state/logodesk.h"

#include <QDialog>

class QLabel;
class QPushButton;

namespace parterre::ui {

class BusyOverlay;
class MessageBanner;
class TextLabel;

// The picture that stands on a house's tickets and receipts: what it is, another one, or none. What is chosen is in force at
// once. Pictures are made fit on pool threads.
class LogoDialog : public QDialog
{
    Q_OBJECT
public:
    // The desk outlives it.
    LogoDialog(LogoDesk &desk, const VenueRef &venue, QWidget *parent = nullptr);
    ~LogoDialog() override;

private:
    void showLogo();
    void askForPicture();
    void take(const QString &path);

    LogoDesk &m_desk;
    bool m_making = false;
    MessageBanner *m_banner;
    QLabel *m_logo;
    TextLabel *m_hint;
    QPushButton *m_choose;
    QPushButton *m_remove;
    BusyOverlay *m_busy;
};

} // namespace parterre::ui
