// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/screens/bookingpeople.h"

#include "app/screens/bookingdetails.h"
#include "app/screens/contactdialog.h"
#include "app/screens/notespanel.h"
#include "app/widgets/errortexts.h"
#include "app/widgets/plaintext.h"

namespace parterre::ui {

BookingPeople::BookingPeople(ContactDesk &desk, BookingDetails &details, QObject *parent) : QObject(parent), m_desk(desk), m_details(details)
{
    details.addSection(*new NotesPanel(desk));
    connect(&details, &BookingDetails::contactRequested, this, &BookingPeople::askForContact);
    connect(&desk, &ContactDesk::updatingChanged, this, &BookingPeople::busyChanged);
    connect(&desk, &ContactDesk::updated, this, [this](const Booking &booking) {
        Q_EMIT said(Severity::Success, tr("Booking %1 is for %2 now.").arg(isolated(booking.reference), isolated(booking.customerName)));
        Q_EMIT changed(booking);
    });
    connect(&desk, &ContactDesk::failed, this, &BookingPeople::onFailed);
}

QString BookingPeople::busyWords(BookingId booking) const
{
    if (!m_desk.isUpdating(booking))
        return {};
    return m_desk.isChecking(booking) ? tr("The connection broke. Checking whether it was written down; please wait.") : tr("One moment…");
}

// Whatever is shown by the time the dialog is answered: it is about what was shown when it was opened.
void BookingPeople::askForContact(const Booking &booking)
{
    auto *dialog = new ContactDialog(booking, &m_details);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog, booking] {
        if (dialog->contact() != booking.contact())
            m_desk.update(booking, dialog->contact());
    });
    dialog->open();
}

void BookingPeople::onFailed(BookingId booking, const Error &error)
{
    Q_EMIT said(Severity::Error, error.code == ErrorCode::CancelClosed ? tr("It is too late to change this booking here. Ask at the box office.") : errorText(error));
    if (error.code == ErrorCode::StaleVersion)
        Q_EMIT outdated(booking);
}

} // namespace parterre::ui
