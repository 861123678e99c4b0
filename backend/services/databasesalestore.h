// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/services/salestore.h"

#include <QObject>

namespace parterre::storage {
class Storage;
}

namespace parterre::services {

// The sales in the database. Lives on the house thread, as long as those who ask it.
class DatabaseSaleStore final : public SaleStore
{
public:
    explicit DatabaseSaleStore(storage::Storage &storage) : m_storage(storage) {}

    void loadEvents(Instant notBefore, Done<std::vector<SellableEvent>> done) override;
    void loadEvent(const EventId &event, Instant notBefore, Done<SellableEvent> done) override;
    void look(const EventId &event, const QList<qint32> &places, Done<EventLook> done) override;
    void book(const storage::CheckoutWrite &write, Done<storage::CheckoutOutcome> done) override;
    void change(const storage::ChangeWrite &write, Done<storage::ChangeOutcome> done) override;
    void cancelEvent(const EventCancelWrite &write, Done<Event> done) override;
    void cancelTickets(const EventId &event, Instant now, Done<qint32> done) override;
    void unfinishedCancellations(Done<QList<EventId>> done) override;
    void dueReservations(Instant now, Done<storage::DueReservations> done) override;
    void releaseReservations(const storage::ReleaseWrite &write, Done<QList<storage::FreedPlace>> done) override;
    void booking(const BookingId &booking, Done<storage::StoredBooking> done) override;
    void bookingOfKey(const UserId &actor, const QString &key, const QByteArray &requestHash, Done<Booking> done) override;
    void bookings(const storage::BookingQuery &query, Done<storage::BookingPage> done) override;
    void reservations(const storage::ReservationQuery &query, Done<storage::ReservationPage> done) override;

private:
    storage::Storage &m_storage;
    QObject m_home; // where answers arrive; none do when it is gone
};

} // namespace parterre::services
