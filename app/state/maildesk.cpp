// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/state/maildesk.h"

#include <algorithm>

namespace parterre {

namespace {

constexpr std::chrono::seconds kLook {3};

}

MailDesk::MailDesk(SessionModel &session, net::PosterCache &posters, IdGenerator &ids, QObject *parent)
    : QObject(parent), m_session(session), m_ids(ids), m_tickets(session, posters, ids), m_sender(session, ids)
{
    m_look.setInterval(kLook);
    connect(&m_look, &QTimer::timeout, this, &MailDesk::refresh);
    connect(&m_sender, &FileSender::progressed, this, &MailDesk::progressed);
    connect(&m_sender, &FileSender::failed, this, [this](const Error &error) {
        m_sending = false;
        Q_EMIT failed(error);
    });
    connect(&session, &SessionModel::entered, this, &MailDesk::refresh);
    connect(&session, &SessionModel::userChanged, this, [this] {
        if (m_booking.isNull())
            return;
        close();
        Q_EMIT forgotten();
    });
}

bool MailDesk::isSetUp() const
{
    return m_session.connection().visit() && m_session.connection().visit()->features.contains(QStringLiteral("mail"));
}

void MailDesk::open(BookingId booking)
{
    close();
    m_booking = booking;
    refresh();
}

void MailDesk::close()
{
    m_booking = {};
    stop();
    m_look.stop();
    m_doubtful.reset();
    take({});
}

void MailDesk::refresh()
{
    if (m_booking.isNull())
        return;
    m_session.connection().call<protocol::BookingsMails>({.booking = m_booking}, this, [this, booking = m_booking](const Result<protocol::BookingsMailsResult> &answer) {
        if (answer && booking == m_booking) // else it is looked for again
            take(answer->mails);
    });
}

void MailDesk::take(const QList<Mail> &mails)
{
    const bool isAnyOnItsWay = std::any_of(mails.begin(), mails.end(), [](const Mail &mail) { return mail.state == MailState::Queued; });
    if (!isAnyOnItsWay)
        m_look.stop();
    else if (!m_look.isActive())
        m_look.start();
    if (mails == m_mails)
        return;
    m_mails = mails;
    Q_EMIT mailsChanged();
}

void MailDesk::send(const MailDraft &draft, const QByteArray &pdf)
{
    protocol::BookingsResendParams params {.booking = m_booking, .to = draft.to, .subject = draft.subject, .body = draft.body};
    if (m_doubtful)
        params.key = m_doubtful->key;
    if (params != m_doubtful)
        params.key = m_ids.next().toString(QUuid::WithoutBraces);
    m_doubtful = params;
    m_sending = true;
    m_sender.send<protocol::BookingsResend>(pdf, params, [this](const protocol::BookingsResendResult &result) {
        m_sending = false;
        m_doubtful.reset();
        QList<Mail> mails = m_mails;
        mails.removeIf([&result](const Mail &mail) { return mail.id == result.mail.id; });
        mails.prepend(result.mail);
        take(mails);
        Q_EMIT sent(result.mail);
    });
}

void MailDesk::stop()
{
    m_sender.stop();
    m_sending = false;
    refresh(); // it may have been too late
}

} // namespace parterre
