// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/mail/mailcarrier.h"
#include "backend/services/caller.h"
#include "backend/services/scheduler.h"
#include "backend/storage/repositories/mailrepository.h"

#include <QObject>

namespace parterre::storage {
class Storage;
}

namespace parterre::services {

class UploadService;

// A booking's tickets to be sent to somebody.
struct MailRequest {
    BookingId booking = {};
    QString key = {};
    QString to = {};
    QString subject = {};
    QString body = {};
    UploadId attachment = {};
};

// Sends mail: what the store says is waiting, one after the other, each until the mail server has it, refuses it for good, or
// was asked often enough. Whoever died while sending has sent it or not: then it is sent again. Lives on the house thread.
class MailService
{
public:
    // No carrier: nobody can have anything sent, and what waits goes on waiting.
    MailService(storage::Storage &storage, UploadService &uploads, mail::MailCarrier *carrier, const Clock &clock, Scheduler &scheduler, IdGenerator &ids,
                std::chrono::milliseconds lookAround);
    Q_DISABLE_COPY_MOVE(MailService)

    // Looks for what is due, and from then on by itself.
    void start();
    // Answered when it is durable. MailNotSetUp, NoAddress, FileTooLarge, FileInvalid; the rest as MailRepository::add().
    void resend(const Caller &caller, const MailRequest &request, const Done<Mail> &done);
    void ofBooking(const BookingId &booking, const Done<QList<Mail>> &done); // NotFound

private:
    void look();
    void send(const storage::ClaimedMail &claimed);
    void note(const storage::ClaimedMail &claimed, const mail::Delivery &delivery);

    storage::Storage &m_storage;
    UploadService &m_uploads;
    mail::MailCarrier *const m_carrier;
    const Clock &m_clock;
    IdGenerator &m_ids;
    const std::chrono::milliseconds m_lookAround;
    QObject m_home; // where answers arrive; none do when it is gone
    bool m_sending = false;
    std::unique_ptr<Alarm> m_look;
};

// When to try again after so many attempts failed; nothing: never.
[[nodiscard]] std::optional<std::chrono::milliseconds> pauseAfterAttempt(qint32 attempts);

} // namespace parterre::services
