// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/state/contactdesk.h"
#include "app/widgets/messagebanner.h"

namespace parterre::ui {

class BookingDetails;

// What the people of a booking are about: changes whom it is for when the details ask for it, and has staff's notes among them.
class BookingPeople : public QObject
{
    Q_OBJECT
public:
    // Both outlive it; the dialog opens over the details' window.
    BookingPeople(ContactDesk &desk, BookingDetails &details, QObject *parent = nullptr);

    // Why the booking has to wait; empty: it has not.
    [[nodiscard]] QString busyWords(BookingId booking) const;

Q_SIGNALS:
    void said(Severity severity, const QString &words);
    void busyChanged(parterre::BookingId booking);
    void changed(const parterre::Booking &booking);
    // It is for somebody else by now than it was shown for.
    void outdated(parterre::BookingId booking);

private:
    void askForContact(const Booking &booking);
    void onFailed(BookingId booking, const Error &error);

    ContactDesk &m_desk;
    BookingDetails &m_details;
};

} // namespace parterre::ui
