// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/state/maildesk.h"

#include <QPointer>
#include <QWidget>

namespace parterre::ui {

class MailDialog;

// From the wish to send a booking's tickets to the mail: asks to whom, gathers what is on them, puts it on pages and hands
// those to the desk.
class TicketMailing : public QObject
{
    Q_OBJECT
public:
    // Both outlive it. Dialogs open over the window of `owner`, whose locale and font the tickets have.
    TicketMailing(MailDesk &desk, QWidget &owner);

    void start(const Booking &booking, const QString &eventName);

private:
    void onFetched(const TicketBundle &bundle);
    void onFailed(const Error &error);

    MailDesk &m_desk;
    QWidget &m_owner;
    QPointer<MailDialog> m_dialog;
    Booking m_booking;
    std::optional<MailDraft> m_draft; // while its tickets are gathered
};

} // namespace parterre::ui
