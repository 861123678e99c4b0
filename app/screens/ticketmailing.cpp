// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/screens/ticketmailing.h"

#include "app/paper/paperwords.h"
#include "app/paper/ticketpages.h"
#include "app/screens/maildialog.h"
#include "app/screens/mailwords.h"

namespace parterre::ui {

TicketMailing::TicketMailing(MailDesk &desk, QWidget &owner) : QObject(&owner), m_desk(desk), m_owner(owner)
{
    connect(&desk.tickets(), &TicketDesk::fetched, this, &TicketMailing::onFetched);
    connect(&desk.tickets(), &TicketDesk::failed, this, &TicketMailing::onFailed);
    connect(&desk, &MailDesk::failed, this, &TicketMailing::onFailed);
    connect(&desk, &MailDesk::mailsChanged, this, [this] {
        if (m_dialog)
            m_dialog->setMails(m_desk.mails());
    });
    connect(&desk, &MailDesk::progressed, this, [this](int percent) {
        if (m_dialog && m_desk.isSending())
            m_dialog->setProgress(percent);
    });
    connect(&desk, &MailDesk::sent, this, [this](const Mail &mail) {
        if (m_dialog)
            m_dialog->showSent(mail);
    });
    connect(&desk, &MailDesk::forgotten, this, [this] {
        if (m_dialog)
            m_dialog->reject();
    });
}

void TicketMailing::start(const Booking &booking, const QString &eventName)
{
    m_booking = booking;
    const MailDraft usual {.to = booking.email.value_or(QString()), .subject = usualSubject(eventName), .body = usualBody(booking.customerName, booking.reference)};
    m_dialog = new MailDialog(booking.reference, usual, m_desk.isSetUp(), &m_owner);
    m_dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(m_dialog, &MailDialog::sendRequested, this, [this](const MailDraft &draft) {
        m_draft = draft;
        m_desk.tickets().fetch(m_booking);
    });
    connect(m_dialog, &MailDialog::stopRequested, this, [this] {
        m_draft.reset();
        m_desk.stop();
        m_dialog->setProgress({});
    });
    connect(m_dialog, &QDialog::finished, this, [this] {
        m_draft.reset();
        m_desk.close();
    });
    m_desk.open(booking.id);
    m_dialog->open();
}

void TicketMailing::onFetched(const TicketBundle &bundle)
{
    if (!m_draft || bundle.booking.id != m_booking.id)
        return;
    const MailDraft draft = *std::exchange(m_draft, std::nullopt);
    const QByteArray pdf = TicketPages({.title = bundle.booking.reference,
                                        .tickets = ticketWords(bundle, m_owner.locale()),
                                        .direction = m_owner.layoutDirection(),
                                        .font = m_owner.font()})
                               .pdf();
    if (pdf.isEmpty())
        return onFailed({.code = ErrorCode::Internal, .detail = QStringLiteral("the tickets could not be drawn")});
    m_desk.send(draft, pdf);
}

void TicketMailing::onFailed(const Error &error)
{
    m_draft.reset();
    if (m_dialog)
        m_dialog->showError(error);
}

} // namespace parterre::ui
