// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/screens/tilldesk.h"

#include "app/paper/paperwords.h"
#include "app/widgets/errortexts.h"
#include "app/widgets/plaintext.h"

#include <algorithm>

namespace parterre::ui {

TillDesk::TillDesk(TicketDesk &tickets, TillPrinter &printer, PrinterPreferences &preferences, QWidget &owner)
    : QObject(&owner), m_tickets(tickets), m_printer(printer), m_preferences(preferences), m_owner(owner)
{
    connect(&m_tickets, &TicketDesk::fetched, this, &TillDesk::onFetched);
    connect(&m_tickets, &TicketDesk::failed, this, [this](const Error &error) {
        if (m_wishes.isEmpty())
            return;
        const QString reference = m_wishes.dequeue().booking.reference;
        Q_EMIT said(Severity::Error, tr("Booking %1 was not printed. %2").arg(isolated(reference), errorText(error)));
        gatherNext();
    });
    connect(&m_tickets, &TicketDesk::forgotten, this, [this] { m_wishes.clear(); });
}

void TillDesk::setSetup(const PrinterSetup &setup)
{
    if (setup == m_preferences.printer())
        return;
    m_preferences.setPrinter(setup);
    Q_EMIT setupChanged();
}

void TillDesk::onPaid(const QList<Payment> &payments)
{
    const bool hasCash = std::ranges::any_of(payments, [](const Payment &payment) { return payment.kind == PaymentKind::Cash && payment.amount.amount > 0; });
    if (hasCash && hasPrinter() && setup().opensDrawer)
        openDrawer();
}

void TillDesk::onSold(const Booking &booking)
{
    const PrinterSetup wanted = setup();
    if (hasPrinter() && wanted.printsSales && booking.state != BookingState::Reserved)
        print(booking, false, wanted.withReceipt);
}

void TillDesk::print(const Booking &booking, bool together, bool withReceipt)
{
    m_wishes.enqueue({.booking = booking, .together = together, .withReceipt = withReceipt});
    if (m_wishes.size() == 1)
        gatherNext();
}

void TillDesk::gatherNext()
{
    if (!m_wishes.isEmpty())
        m_tickets.fetch(m_wishes.constFirst().booking);
}

void TillDesk::onFetched(const TicketBundle &bundle)
{
    if (m_wishes.isEmpty())
        return;
    const Wish wish = m_wishes.dequeue();
    PaperJob job = jobOf(bundle.booking.reference);
    job.tickets = ticketWords(bundle, m_owner.locale());
    job.together = wish.together;
    if (wish.withReceipt)
        job.receipt = receiptWords(bundle, m_owner.locale());
    send(job);
    gatherNext();
}

PaperJob TillDesk::jobOf(const QString &title) const
{
    return {.title = title, .stock = Stock::Roll, .direction = m_owner.layoutDirection(), .font = m_owner.font()};
}

void TillDesk::send(const PaperJob &job)
{
    const PrinterSetup to = setup();
    m_printer.print(to.address, [job, width = to.width] { return rollPrint(job, width); }, this, [this, reference = job.title](const Result<void> &done) {
        if (done)
            Q_EMIT printed(reference);
        else if (reference.isEmpty())
            Q_EMIT said(Severity::Error, errorText(done.error()));
        else
            Q_EMIT said(Severity::Error, tr("Booking %1 was not printed. %2").arg(isolated(reference), errorText(done.error())));
    });
}

void TillDesk::openDrawer()
{
    m_printer.kickDrawer(setup().address, drawerKick(), this, [this](const Result<void> &done) {
        if (!done)
            Q_EMIT said(Severity::Warning, tr("The drawer did not open. %1").arg(errorText(done.error())));
    });
}

void TillDesk::printTest()
{
    if (!hasPrinter())
        return;
    PaperJob job = jobOf({});
    job.tickets = {{.house = tr("Parterre"),
                    .event = tr("Test print"),
                    .seat = tr("The printer works"),
                    .ticketType = tr("This is no ticket."),
                    .number = QStringLiteral("TEST-TEST"),
                    .code = QStringLiteral("PARTERRE-TEST")}};
    if (setup().opensDrawer)
        openDrawer();
    send(job);
}

} // namespace parterre::ui
