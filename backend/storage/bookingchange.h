// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/storage/bookingmoney.h"

namespace parterre::storage {

// Writes what becomes of a booking after its sale, within the caller's transaction. Who changes a booking has its row to
// himself until the transaction ends, so that cancelling and exchanging, here and at other servers, come one after another.
class BookingChange
{
public:
    BookingChange(Database &database, const ChangeWrite &write) : m_database(database), m_write(write), m_money(database, write) {}

    // The failures of ChangeOutcome. AlreadyExists: another server sold one of the places at the same moment, look again.
    [[nodiscard]] Result<ChangeOutcome> write();

private:
    // What was decided about the booking as it stands.
    struct Decision {
        Booking before = {};
        QList<Ticket> givenBack = {};
        QList<Ticket> taken = {};
        QList<Charge> charges = {}; // for giving back
        Money difference = {};   // of the prices
        Money due = {};          // to pay; negative: to refund; nothing while it is only reserved
        Money totalAfter = {};
        bool endsBooking = false;
    };

    [[nodiscard]] Result<bool> isReplay();
    [[nodiscard]] Result<bool> apply(); // false: what is to be given back is not valid any more, or nothing is owed
    [[nodiscard]] Result<bool> payReservation(const Booking &booking); // false, also below: it is none any more
    [[nodiscard]] Result<bool> prolong(const Booking &booking);
    [[nodiscard]] Error whyNotReserved();
    [[nodiscard]] Result<bool> payOut(const Booking &booking, const EventId &event);
    [[nodiscard]] Result<void> keepKey(QLatin1StringView operation);
    [[nodiscard]] Result<Decision> decide(const Booking &booking) const;
    [[nodiscard]] Result<void> areOut(const QList<Ticket> &tickets);
    [[nodiscard]] Result<void> countCodes(const Decision &decision);
    [[nodiscard]] Result<void> lockVouchers(const Decision &decision);
    [[nodiscard]] Result<void> lockEvents(const Decision &decision);
    [[nodiscard]] Result<void> giveBack(const Decision &decision);
    [[nodiscard]] Result<void> take(const Decision &decision);
    [[nodiscard]] Result<void> charge(const Decision &decision);
    [[nodiscard]] Result<void> settle(const Decision &decision);
    [[nodiscard]] Result<void> note(const Decision &decision);

    Database &m_database;
    const ChangeWrite &m_write;
    BookingMoney m_money;
};

} // namespace parterre::storage
