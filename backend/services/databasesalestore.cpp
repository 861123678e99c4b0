// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/services/databasesalestore.h"

#include "backend/services/eventediting.h"
#include "backend/services/storedplan.h"
#include "backend/storage/eventcancellation.h"
#include "backend/storage/repositories/blockrepository.h"
#include "backend/storage/repositories/eventrepository.h"
#include "backend/storage/reservationrelease.h"
#include "backend/storage/storage.h"

namespace parterre::services {

namespace {

// Sales wait for no more than these.
constexpr qint32 kTicketsAtOnce = 100;
constexpr qint32 kReservationsAtOnce = 50;

// On a reader's thread. `known`: the facts of a plan that was read already, perhaps this event's.
Result<SellableEvent> load(storage::Database &database, const EventId &id, Instant notBefore, std::shared_ptr<const PlanFacts> known)
{
    Result<Event> event = storage::EventRepository(database).get(id);
    if (!event)
        return event.error();
    if (event->summary.start < notBefore)
        return Error {.code = ErrorCode::NotFound, .detail = QStringLiteral("the event is over")};
    if (!known || known->ref != event->plan) {
        const Result<StoredPlan> stored = readStoredPlan(database, event->plan.id, event->plan.version);
        if (!stored)
            return stored.error();
        known = std::make_shared<PlanFacts>(factsOf(stored->plan, stored->ref));
    }
    QStringList soldAs;
    Result<QList<qint32>> sold = storage::BookingRepository(database).liveTickets(id, &soldAs);
    if (!sold)
        return sold.error();
    Result<QList<Block>> blocks = storage::BlockRepository(database).ofEvent(id);
    if (!blocks)
        return blocks.error();
    return SellableEvent {.event = std::move(*event), .plan = std::move(known), .sold = std::move(*sold), .soldAs = std::move(soldAs), .blocks = std::move(*blocks)};
}

} // namespace

void DatabaseSaleStore::loadEvents(Instant notBefore, Done<std::vector<SellableEvent>> done)
{
    m_storage.read(&m_home, [notBefore](storage::Database &database) -> Result<std::vector<SellableEvent>> {
        const auto open = storage::EventRepository(database).openForLedger(notBefore);
        if (!open)
            return open.error();
        std::vector<SellableEvent> events;
        QHash<QString, std::shared_ptr<const PlanFacts>> plans;
        for (const storage::LedgerEvent &event : *open) {
            Result<SellableEvent> loaded = load(database, event.id, notBefore, plans.value(event.plan.hash));
            if (!loaded)
                return loaded.error();
            plans.insert(event.plan.hash, loaded->plan);
            events.push_back(std::move(*loaded));
        }
        return events;
    }, std::move(done));
}

void DatabaseSaleStore::loadEvent(const EventId &event, Instant notBefore, Done<SellableEvent> done)
{
    m_storage.read(&m_home, [event, notBefore](storage::Database &database) { return load(database, event, notBefore, nullptr); }, std::move(done));
}

void DatabaseSaleStore::look(const EventId &event, const QList<qint32> &places, Done<EventLook> done)
{
    m_storage.write(&m_home, [event, places](storage::Database &database) -> Result<EventLook> {
        Result<Event> found = storage::EventRepository(database).get(event);
        if (!found)
            return found.error();
        Result<storage::PlacesSeen> seen = storage::seePlaces(database, event, places);
        return seen ? Result<EventLook>({.event = std::move(*found), .places = std::move(*seen)}) : seen.error();
    }, std::move(done));
}

void DatabaseSaleStore::book(const storage::CheckoutWrite &write, Done<storage::CheckoutOutcome> done)
{
    m_storage.book(write, &m_home, std::move(done));
}

void DatabaseSaleStore::change(const storage::ChangeWrite &write, Done<storage::ChangeOutcome> done)
{
    m_storage.change(write, &m_home, std::move(done));
}

void DatabaseSaleStore::cancelEvent(const EventCancelWrite &write, Done<Event> done)
{
    m_storage.write(&m_home, [write](storage::Database &database) { return services::cancelEvent(database, write.event, write.version, write.reason, write.audit); },
                    std::move(done));
}

void DatabaseSaleStore::cancelTickets(const EventId &event, Instant now, Done<qint32> done)
{
    m_storage.write(&m_home, [event, now](storage::Database &database) { return storage::EventCancellation(database, event, now).cancelNext(kTicketsAtOnce); }, std::move(done));
}

void DatabaseSaleStore::unfinishedCancellations(Done<QList<EventId>> done)
{
    m_storage.read(&m_home, [](storage::Database &database) { return storage::EventRepository(database).cancelledWithTickets(); }, std::move(done));
}

void DatabaseSaleStore::dueReservations(Instant now, Done<storage::DueReservations> done)
{
    m_storage.read(&m_home, [now](storage::Database &database) { return storage::BookingRepository(database).dueReservations(now, kReservationsAtOnce); }, std::move(done));
}

void DatabaseSaleStore::releaseReservations(const storage::ReleaseWrite &write, Done<QList<storage::FreedPlace>> done)
{
    m_storage.write(&m_home, [write](storage::Database &database) { return storage::ReservationRelease(database, write).write(); }, std::move(done));
}

void DatabaseSaleStore::booking(const BookingId &booking, Done<storage::StoredBooking> done)
{
    m_storage.read(&m_home, [booking](storage::Database &database) { return storage::BookingRepository(database).get(booking); }, std::move(done));
}

void DatabaseSaleStore::bookingOfKey(const UserId &actor, const QString &key, const QByteArray &requestHash, Done<Booking> done)
{
    m_storage.read(&m_home, [actor, key, requestHash](storage::Database &database) { return storage::BookingRepository(database).ofKey(actor, key, requestHash); },
                   std::move(done));
}

void DatabaseSaleStore::bookings(const storage::BookingQuery &query, Done<storage::BookingPage> done)
{
    m_storage.read(&m_home, [query](storage::Database &database) { return storage::BookingRepository(database).list(query); }, std::move(done));
}

void DatabaseSaleStore::reservations(const storage::ReservationQuery &query, Done<storage::ReservationPage> done)
{
    m_storage.read(&m_home, [query](storage::Database &database) { return storage::BookingRepository(database).reservations(query); }, std::move(done));
}

} // namespace parterre::services
