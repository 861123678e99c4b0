// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/paper/ticketpages.h"
#include "app/screens/paperbar.h"
#include "app/screens/paperoutlet.h"
#include "app/state/ticketdesk.h"
#include "app/widgets/messagebanner.h"

namespace parterre::ui {

class TillDesk;

// From the wish for paper to the paper: gathers what is to stand on it, asks where it shall go, and puts it there.
class PaperDesk : public QObject
{
    Q_OBJECT
public:
    // All outlive it. Dialogs open over the window of `owner`, whose locale and font the paper has.
    PaperDesk(TicketDesk &tickets, TillDesk &till, const Clock &clock, QWidget &owner);

    void start(const Booking &booking, PaperAct act, const PaperWish &wish);

Q_SIGNALS:
    void said(Severity severity, const QString &words);

private:
    void onFetched(const TicketBundle &bundle);
    [[nodiscard]] TicketPages pagesOf(const TicketBundle &bundle) const;

    TicketDesk &m_tickets;
    TillDesk &m_till;
    const Clock &m_clock;
    QWidget &m_owner;
    PaperOutlet m_outlet;
    PaperAct m_act = PaperAct::Print;
    PaperWish m_wish;
};

} // namespace parterre::ui
