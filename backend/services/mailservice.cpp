// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/services/mailservice.h"

#include "backend/services/requesthash.h"
#include "backend/services/uploadservice.h"
#include "backend/storage/database.h"
#include "backend/storage/enumtext.h"
#include "backend/storage/storage.h"
#include "shared/domain/mailaddress.h"

#include <QLoggingCategory>

#include <array>

namespace parterre::services {

namespace {

Q_LOGGING_CATEGORY(lcMail, "parterre.mail")

constexpr std::array kPauses {std::chrono::minutes(1), std::chrono::minutes(5), std::chrono::minutes(30), std::chrono::minutes(120), std::chrono::minutes(360)};
// Longer than SmtpAccount::longest: whoever is still sending has no rival.
constexpr std::chrono::minutes kLease {5};
constexpr qint32 kMostShown = 50;

Result<void> checkPdf(const QByteArray &file)
{
    if (file.size() > MailLimits::kAttachmentBytes)
        return Error {.code = ErrorCode::FileTooLarge, .limit = MailLimits::kAttachmentBytes};
    if (!file.startsWith("%PDF-"))
        return {ErrorCode::FileInvalid, QStringLiteral("the attachment is no PDF")};
    return {};
}

} // namespace

std::optional<std::chrono::milliseconds> pauseAfterAttempt(qint32 attempts)
{
    const auto index = static_cast<std::size_t>(std::max(attempts, 1) - 1);
    return index < kPauses.size() ? std::optional<std::chrono::milliseconds>(kPauses[index]) : std::nullopt;
}

MailService::MailService(storage::Storage &storage, UploadService &uploads, mail::MailCarrier *carrier, const Clock &clock, Scheduler &scheduler, IdGenerator &ids,
                         std::chrono::milliseconds lookAround)
    : m_storage(storage)
    , m_uploads(uploads)
    , m_carrier(carrier)
    , m_clock(clock)
    , m_ids(ids)
    , m_lookAround(lookAround)
    , m_look(scheduler.makeAlarm([this] { look(); }))
{
}

void MailService::start()
{
    if (m_carrier)
        look();
}

void MailService::resend(const Caller &caller, const MailRequest &request, const Done<Mail> &done)
{
    if (!m_carrier)
        return done(ErrorCode::MailNotSetUp);
    const std::optional<QString> address = mailAddress(request.to);
    if (!address)
        return done(ErrorCode::NoAddress);
    storage::MailWrite write {.id = m_ids.make<MailId>(),
                              .booking = request.booking,
                              .to = *address,
                              .subject = request.subject,
                              .body = request.body,
                              .key = request.key,
                              .requestHash = RequestHash(QStringLiteral("resend")).add(request.booking.toString()).add(*address).add(request.subject).add(request.body).result(),
                              .audit = caller.audit(m_clock.utcNow())};
    // A repetition finds its mail, even if the upload is gone by now.
    if (const Result<QByteArray> file = m_uploads.file(caller, request.attachment)) {
        if (const Result<void> checked = checkPdf(*file); !checked)
            return done(checked.error());
        write.attachment = *file;
    }
    m_storage.write(
        &m_home, [write](storage::Database &database) { return storage::MailRepository(database).add(write); },
        [this, done](const Result<Mail> &mail) {
            done(mail);
            if (mail)
                look();
        });
}

void MailService::ofBooking(const BookingId &booking, const Done<QList<Mail>> &done)
{
    m_storage.read(&m_home, [booking](storage::Database &database) { return storage::MailRepository(database).ofBooking(booking, kMostShown); }, done);
}

void MailService::look()
{
    m_look->start(m_lookAround);
    if (std::exchange(m_sending, true))
        return;
    m_storage.write(
        &m_home,
        [now = m_clock.utcNow()](storage::Database &database) { return storage::MailRepository(database).claim(now, now + kLease); },
        [this](const Result<std::optional<storage::ClaimedMail>> &claimed) {
            if (claimed && *claimed)
                return send(**claimed);
            m_sending = false;
        });
}

void MailService::send(const storage::ClaimedMail &claimed)
{
    if (claimed.ticketsAreVoid)
        return note(claimed, {.problem = MailProblem::BookingCancelled, .isFinal = true});
    const mail::Letter letter {.id = claimed.id,
                               .written = claimed.created,
                               .to = claimed.to,
                               .subject = claimed.subject,
                               .body = claimed.body,
                               .fileName = claimed.fileName,
                               .pdf = claimed.attachment};
    m_carrier->carry(letter, [this, claimed](const mail::Delivery &delivery) { note(claimed, delivery); });
}

void MailService::note(const storage::ClaimedMail &claimed, const mail::Delivery &delivery)
{
    const Instant now = m_clock.utcNow();
    const auto pause = pauseAfterAttempt(claimed.attempts);
    storage::MailFailure failure {.id = claimed.id, .attempts = claimed.attempts, .problem = delivery.problem.value_or(MailProblem::Unreachable)};
    if (!delivery.answer.isEmpty())
        failure.answer = delivery.answer;
    if (pause && !delivery.isFinal)
        failure.next = now + *pause;
    // Neither the address nor what the server said, which may repeat it, goes into the log.
    if (delivery.problem)
        qCWarning(lcMail).nospace() << "mail " << claimed.id.toString() << " was not sent, attempt " << claimed.attempts << ": " << storage::toText(*delivery.problem)
                                    << (failure.next ? ", later again" : ", given up");
    m_storage.write(
        &m_home,
        [failure, now, wasSent = !delivery.problem](storage::Database &database) -> Result<bool> {
            storage::MailRepository mails(database);
            const Result<void> noted = wasSent ? mails.noteSent(failure.id, now) : mails.noteFailure(failure);
            return noted ? Result<bool>(true) : noted.error();
        },
        [this](const Result<bool> &noted) {
            m_sending = false;
            if (noted)
                return look();
            qCWarning(lcMail) << "what became of a mail could not be written:" << noted.error().detail;
        });
}

} // namespace parterre::services
