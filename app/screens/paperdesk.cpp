// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/screens/paperdesk.h"

#include "app/paper/calendarfile.h"
#include "app/paper/paperwords.h"
#include "app/widgets/errortexts.h"
#include "app/widgets/plaintext.h"

#include <QDir>
#include <QFileDialog>
#include <QPrintPreviewDialog>
#include <QPrinter>
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

PaperDesk::PaperDesk(TicketDesk &tickets, const Clock &clock, QWidget &owner) : QObject(&owner), m_tickets(tickets), m_clock(clock), m_owner(owner)
{
    connect(&tickets, &TicketDesk::fetched, this, &PaperDesk::onFetched);
    connect(&tickets, &TicketDesk::failed, this, [this](const Error &error) { Q_EMIT said(Severity::Error, errorText(error)); });
}

void PaperDesk::start(const Booking &booking, PaperAct act, const PaperWish &wish)
{
    m_act = act;
    m_wish = wish;
    m_tickets.fetch(booking);
}

void PaperDesk::onFetched(const TicketBundle &bundle)
{
    const QString name = bundle.booking.reference;
    switch (m_act) {
    case PaperAct::Print: preview(pagesOf(bundle)); break;
    case PaperAct::SavePdf:
        askWhere(tr("Save the tickets as PDF"), tr("PDF files (*.pdf)"), QStringLiteral("pdf"), name,
                 [pages = pagesOf(bundle)](const QString &path) { return pages.writePdf(path); });
        break;
    case PaperAct::SaveCalendar:
        askWhere(tr("Save the date for a calendar"), tr("Calendar files (*.ics)"), QStringLiteral("ics"), name,
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

void PaperDesk::preview(const TicketPages &pages)
{
    const auto printer = std::make_shared<QPrinter>(QPrinter::HighResolution);
    printer->setFullPage(true);
    auto *dialog = new QPrintPreviewDialog(printer.get(), &m_owner);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    // The printer outlives the dialog, whose view still knows it while it goes.
    connect(dialog, &QObject::destroyed, this, [printer] {});
    connect(dialog, &QPrintPreviewDialog::paintRequested, this, [this, pages](QPrinter *device) {
        if (!pages.paint(*device))
            Q_EMIT said(Severity::Error, tr("The printer did not take the pages."));
    });
    dialog->open();
}

void PaperDesk::askWhere(const QString &title, const QString &filter, const QString &suffix, const QString &name, std::function<Result<void>(const QString &)> write)
{
    auto *dialog = new QFileDialog(&m_owner, title);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilter(filter);
    dialog->setDefaultSuffix(suffix);
    dialog->selectFile(name);
    connect(dialog, &QFileDialog::fileSelected, this, [this, write = std::move(write)](const QString &path) {
        const QString words = isolated(QDir::toNativeSeparators(path));
        if (write(path))
            Q_EMIT said(Severity::Success, tr("Saved as %1.").arg(words));
        else
            Q_EMIT said(Severity::Error, tr("Nothing could be saved as %1. Choose another folder.").arg(words));
    });
    dialog->open();
}

} // namespace parterre::ui
