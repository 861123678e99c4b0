// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/state/filesender.h"
#include "app/state/ticketdesk.h"
#include "shared/protocol/mails.h"

#include <QTimer>

namespace parterre {

// What somebody wants sent, and to whom.
struct MailDraft {
    QString to = {};
    QString subject = {};
    QString body = {};

    friend bool operator==(const MailDraft &, const MailDraft &) = default;
};

// The mails about one booking: those that were sent, and one that is being sent. The server sends them; the desk hands the
// tickets in, and looks what became of them as long as something is on its way.
class MailDesk final : public QObject
{
    Q_OBJECT

public:
    // All outlive it; ids make the idempotency keys.
    MailDesk(SessionModel &session, net::PosterCache &posters, IdGenerator &ids, QObject *parent = nullptr);

    // Whether the house sends mail at all.
    [[nodiscard]] bool isSetUp() const;
    // What the tickets say that are to be sent.
    [[nodiscard]] TicketDesk &tickets() { return m_tickets; }

    // From now on it is about this booking, until close(). Reads what was sent.
    void open(BookingId booking);
    void close();
    [[nodiscard]] const QList<Mail> &mails() const { return m_mails; } // newest first

    // Ends in sent(), failed() or stop(). The same again after failed() is never sent twice.
    void send(const MailDraft &draft, const QByteArray &pdf);
    void stop();
    [[nodiscard]] bool isSending() const { return m_sending; }

Q_SIGNALS:
    void mailsChanged();
    void progressed(int percent);
    void sent(const parterre::Mail &mail); // the server has it and sends it on
    void failed(const parterre::Error &error);
    void forgotten(); // somebody else is here

private:
    void refresh();
    void take(const QList<Mail> &mails);

    SessionModel &m_session;
    IdGenerator &m_ids;
    TicketDesk m_tickets;
    FileSender m_sender;
    QTimer m_look;
    BookingId m_booking;                               // null: none is open
    QList<Mail> m_mails;
    std::optional<protocol::BookingsResendParams> m_doubtful; // what may have come to the server or not
    bool m_sending = false;
};

} // namespace parterre
