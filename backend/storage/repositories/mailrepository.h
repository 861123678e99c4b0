// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/storage/auditcontext.h"
#include "shared/core/result.h"
#include "shared/domain/mail.h"

#include <QList>

namespace parterre::storage {

class Database;

// How many mails may wait to be sent, of one booking and in all.
struct MailRoom {
    qint32 ofBooking = MailLimits::kWaitingOfBooking;
    qint32 ofHouse = MailLimits::kWaiting;
};

// A mail that somebody has sent. Without an attachment: only if it is there already, under this key.
struct MailWrite {
    MailId id = {};
    BookingId booking = {};
    QString to = {};
    QString subject = {};
    QString body = {};
    std::optional<QByteArray> attachment = {};
    QString key = {};
    QByteArray requestHash = {};
    MailRoom room = {};
    AuditContext audit = {};
};

// A mail to send now, with all that is in it.
struct ClaimedMail {
    MailId id = {};
    QString to = {};
    QString subject = {};
    QString body = {};
    QString fileName = {};
    QByteArray attachment = {};
    Instant created = {};
    qint32 attempts = 0;             // with this one; tells one claim from another
    bool ticketsAreVoid = false;     // all of them; then nobody needs it any more
};

// What an attempt came to when the mail server did not take it. `next`: when to try again; nothing: never.
struct MailFailure {
    MailId id = {};
    qint32 attempts = 0;
    MailProblem problem = MailProblem::Unreachable;
    std::optional<QString> answer = {};
    std::optional<Instant> next = {};
};

// Mails on their way out, and what became of those before.
class MailRepository
{
public:
    explicit MailRepository(Database &database) : m_database(database) {}

    // The mail; that of an earlier time for the same key. NotFound: no such booking, or neither mail nor attachment.
    // AlreadyCancelled, NotPaid, TicketReleased, KeyReused, MailsFull.
    [[nodiscard]] Result<Mail> add(const MailWrite &write);
    [[nodiscard]] Result<QList<Mail>> ofBooking(const BookingId &booking, qint32 limit); // newest first; NotFound
    // Nobody else gets it until `leasedUntil`. Nothing is due, or others were faster: nothing.
    [[nodiscard]] Result<std::optional<ClaimedMail>> claim(Instant now, Instant leasedUntil);
    [[nodiscard]] Result<void> noteSent(const MailId &id, Instant now);
    // Nothing happens when somebody else claimed it since, or sent it.
    [[nodiscard]] Result<void> noteFailure(const MailFailure &failure);

private:
    [[nodiscard]] Result<Mail> get(const MailId &id);
    [[nodiscard]] Result<void> checkRoom(const BookingId &booking, const MailRoom &room);

    Database &m_database;
};

} // namespace parterre::storage
