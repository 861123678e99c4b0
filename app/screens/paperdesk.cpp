// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/screens/paperdesk.h"

#include "app/paper/calendarfile.h"
#include "app/paper/paperwords.h"
#include "app/screens/tilldesk.h"
#include "app/widgets/errortexts.h"
#include "app/widgets/plaintext.h"

#include <QSaveFile>

namespace parterre::ui {

namespace {

Result<void> save(const QString &path, const QByteArray &bytes)
{
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit())
        return {};
    return {ErrorCode::Internal, file.errorString()};
}

}

PaperDesk::PaperDesk(TicketDesk &tickets, TillDesk &till, const Clock &clock, QWidget &owner)
    : QObject(&owner), m_tickets(tickets), m_till(till), m_clock(clock), m_owner(owner), m_outlet(owner)
{
    connect(&m_outlet, &PaperOutlet::said, this, &PaperDesk::said);
    connect(&tickets, &TicketDesk::fetched, this, &PaperDesk::onFetched);
    connect(&till, &TillDesk::printed, this, [this](const QString &reference) {
        if (!reference.isEmpty())
            Q_EMIT said(Severity::Success, tr("Booking %1 is printed.").arg(isolated(reference)));
    });
    connect(&tickets, &TicketDesk::failed, this, [this](const Error &error) { Q_EMIT said(Severity::Error, errorText(error)); });
}

void PaperDesk::start(const Booking &booking, PaperAct act, const PaperWish &wish)
{
    if (act == PaperAct::Print && wish.atTill)
        return m_till.print(booking, wish.together, wish.receipt);
    m_act = act;
    m_wish = wish;
    m_tickets.fetch(booking);
}

void PaperDesk::onFetched(const TicketBundle &bundle)
{
    const QString name = bundle.booking.reference;
    switch (m_act) {
    case PaperAct::Print: m_outlet.preview(pagesOf(bundle)); break;
    case PaperAct::SavePdf:
        m_outlet.askWhere(bundle.prints.isEmpty() ? tr("Save the receipt as PDF") : tr("Save the tickets as PDF"), tr("PDF files (*.pdf)"), QStringLiteral("pdf"), name,
                          [pages = pagesOf(bundle)](const QString &path) { return pages.writePdf(path); });
        break;
    case PaperAct::SaveCalendar:
        m_outlet.askWhere(tr("Save the date for a calendar"), tr("Calendar files (*.ics)"), QStringLiteral("ics"), name,
                          [calendar = calendarFile(bundle, m_clock.utcNow())](const QString &path) { return save(path, calendar); });
        break;
    }
}

TicketPages PaperDesk::pagesOf(const TicketBundle &bundle) const
{
    PaperJob job {.title = bundle.booking.reference,
                  .tickets = ticketWords(bundle, m_owner.locale()),
                  .stock = m_wish.stock,
                  .together = m_wish.together,
                  .direction = m_owner.layoutDirection(),
                  .font = m_owner.font()};
    if (m_wish.receipt)
        job.receipt = receiptWords(bundle, m_owner.locale());
    return TicketPages(std::move(job));
}

} // namespace parterre::ui
