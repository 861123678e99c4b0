// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/services/caller.h"
#include "backend/services/openevent.h"
#include "backend/storage/checkout.h"
#include "backend/storage/placesseen.h"
#include "backend/storage/repositories/bookingrepository.h"

namespace parterre::services {

// What the store knows of an event that can be sold.
struct SellableEvent {
    Event event = {};
    std::shared_ptr<const PlanFacts> plan = {};
    QList<qint32> sold = {};
    QStringList soldAs = {}; // the ticket types of these; none when nobody knows them
    QList<Block> blocks = {};
};

// How an event stands, and some of its places, at one moment.
struct EventLook {
    Event event = {};
    storage::PlacesSeen places = {};
};

struct EventCancelWrite {
    EventId event = {};
    qint32 version = 0;
    QString reason = {};
    storage::AuditContext audit = {};
};

// What selling needs to be durable: all that events, holds and bookings know of a database. Every call is answered
// exactly once, on the house thread, after the call returned; never once the store is gone. What writes is
// answered in the order in which it took effect, reads in any order and as the store was at some moment since they
// were asked for. Any call may fail with StorageUnavailable or Overloaded, which changed nothing.
class SaleStore
{
public:
    virtual ~SaleStore() = default;

    // Every event that is not cancelled and starts at or after `notBefore`.
    virtual void loadEvents(Instant notBefore, Done<std::vector<SellableEvent>> done) = 0;
    // NotFound also when the event starts earlier.
    virtual void loadEvent(const EventId &event, Instant notBefore, Done<SellableEvent> done) = 0;

    // NotFound: there is no such event. Answered in its turn with what writes: all that was answered before was done before.
    virtual void look(const EventId &event, const QList<qint32> &places, Done<EventLook> done) = 0;

    // As described at the structs; durable when they are answered.
    virtual void book(const storage::CheckoutWrite &write, Done<storage::CheckoutOutcome> done) = 0;
    virtual void change(const storage::ChangeWrite &write, Done<storage::ChangeOutcome> done) = 0;

    // As cancelEvent() in eventediting.h.
    virtual void cancelEvent(const EventCancelWrite &write, Done<Event> done) = 0;
    // The next tickets of a cancelled event, as storage::EventCancellation::cancelNext(): how many were found, 0 in the end.
    // Harmless when it is asked again.
    virtual void cancelTickets(const EventId &event, Instant now, Done<qint32> done) = 0;
    // Cancelled events of which that has not come to its end.
    virtual void unfinishedCancellations(Done<QList<EventId>> done) = 0;

    // What falls free next; of what is due only some at once.
    virtual void dueReservations(Instant now, Done<storage::DueReservations> done) = 0;
    // As storage::ReservationRelease::write(); durable when it is answered. Harmless when it is asked again.
    virtual void releaseReservations(const storage::ReleaseWrite &write, Done<QList<storage::FreedPlace>> done) = 0;

    virtual void booking(const BookingId &booking, Done<storage::StoredBooking> done) = 0; // NotFound
    // What an earlier checkout or change with this key was about, as it stands now. NotFound: the actor has not used the key. KeyReused: for another request.
    virtual void bookingOfKey(const UserId &actor, const QString &key, const QByteArray &requestHash, Done<Booking> done) = 0;
    virtual void bookings(const storage::BookingQuery &query, Done<storage::BookingPage> done) = 0;
    virtual void reservations(const storage::ReservationQuery &query, Done<storage::ReservationPage> done) = 0;
};

} // namespace parterre::services
