// SPDX-License-Identifier: GPL-3.0-or-later
#include "faultystore.h"

namespace parterre::simulation {

using namespace std::chrono_literals;

namespace {

template<class T, class Work>
class TypedCall final : public StoreCall
{
public:
    TypedCall(Work work, services::Done<T> listener) : m_work(std::move(work)), m_done(std::move(listener)) {}

    void takeEffect(Stage &stage, HoldPromises *holds) override { m_outcome.emplace(m_work(stage, holds)); }
    void answer(const std::optional<Error> &instead) override
    {
        const services::Done<T> heard = std::exchange(m_done, nullptr);
        heard(instead ? Result<T>(*instead) : std::move(*m_outcome));
    }
    void forget() override { m_done = nullptr; }

private:
    Work m_work;
    services::Done<T> m_done;
    std::optional<Result<T>> m_outcome;
};

// Whether the answer leaves open what the store did, now or with an earlier attempt.
bool isOpen(ErrorCode code)
{
    return code == ErrorCode::OutcomeUnknown || code == ErrorCode::StorageUnavailable || code == ErrorCode::Overloaded;
}

// Whether seats are given back or taken.
bool touchesSeats(const storage::ChangeWrite &write)
{
    return !write.refundOf && !write.pays && !write.payUntil;
}

// What a process waits to hear of such a request.
QString nameOf(const storage::NoShowWrite &write)
{
    return write.key + QString::fromLatin1(write.requestHash.toHex());
}

// Another server was at the same place at the same moment: nothing was done, and the same may be asked again.
bool collides(Stage &stage)
{
    return stage.failing && stage.scenario.offices > 1 && stage.random.chance(2);
}

bool isAtTable(const Stage &stage, const Ticket &ticket)
{
    return planOf(stage.show(showOf(ticket.event)).seats)->groups.wholeTableOf(ticket.place) != PlaceGroups::kNone;
}

bool isOpenNoShow(ErrorCode code)
{
    return isOpen(code) || code == ErrorCode::AlreadyExists;
}

// Tickets of no-shows were given free or taken back.
void moved(Stage &stage, HoldPromises *holds, const storage::NoShowWrite &write, const QList<storage::TicketPlace> &done)
{
    QList<Ticket> tickets;
    for (const storage::TicketPlace &ticket : done) {
        const SimDatabase::Standing standing = *stage.database.ticket(ticket.ticket);
        SalePromises::stored(stage, stage.database.saleAt(standing.sale).stored.booking);
        tickets.append(standing.ticket);
    }
    if (holds)
        holds->effectDone({}, nameOf(write), tickets);
}

// I11: who keeps a seat at a table that is sold whole keeps the table.
void checkTables(Stage &stage, const storage::NoShowWrite &write, const QList<storage::TicketPlace> &released)
{
    const int show = showOf(write.event);
    QList<qint32> places;
    for (const storage::TicketPlace &ticket : released)
        places.append(ticket.place);
    for (const qint32 seat : cutTables(stage.show(show), places)) {
        if (stage.database.place(show, seat).sale >= 0)
            stage.fail("I11: some seats of a table that is sold whole were given free");
    }
}

} // namespace

template<class T, class Work>
void FaultyStore::ask(Await await, Work work, services::Done<T> done)
{
    auto call = std::make_unique<TypedCall<T, Work>>(std::move(work), std::move(done));
    call->await = await;
    call->writes = await == Await::Look || await == Await::Book || await == Await::Change || await == Await::CancelEvent || await == Await::CancelTickets || await == Await::Release || await == Await::ReleaseNoShows || await == Await::Restore || await == Await::WriteContact;
    schedule(std::move(call));
}

void FaultyStore::schedule(std::unique_ptr<StoreCall> call)
{
    SimRandom &random = m_stage.random;
    drawFault(*call);
    drawCrash(*call);
    const auto there = random.within(10ms);
    const auto work = random.chance(15) ? random.within(m_stage.scenario.storeSlowest) : random.within(10ms);
    Tick effect = m_stage.now + there;
    Tick answer = effect + work;
    if (call->writes) {
        m_lastEffect = effect = std::max(m_lastEffect, effect);
        m_lastAnswer = answer = std::max(m_lastAnswer, effect + work);
    }
    const auto letter = Letter {.kind = LetterKind::StoreEffect, .office = static_cast<qint8>(m_office), .start = m_start, .number = static_cast<quint32>(m_calls.size())};
    m_stage.agenda.put(letter, effect);
    Letter back = letter;
    back.kind = LetterKind::StoreAnswer;
    m_stage.agenda.put(back, answer);
    ++m_waiting;
    m_calls.push_back(std::move(call));
}

void FaultyStore::drawFault(StoreCall &call)
{
    const WorldScenario &scenario = m_stage.scenario;
    if (!m_stage.failing)
        return;
    if (m_stage.random.chance(scenario.storeOverloadedPercent)) {
        ++m_stage.tally.storeOverloaded;
        call.fault = Error {.code = ErrorCode::Overloaded, .retryAfterSeconds = 1};
        call.happens = false;
    } else if (m_stage.random.chance(scenario.storeFailsPercent)) {
        ++m_stage.tally.storeFailed;
        call.fault = Error {.code = ErrorCode::StorageUnavailable};
        call.happens = false;
    } else if (call.writes && m_stage.random.chance(scenario.storeUnknownPercent)) {
        call.happens = m_stage.random.chance(50);
        ++(call.happens ? m_stage.tally.unknownDone : m_stage.tally.unknownUndone);
        call.fault = Error {.code = ErrorCode::OutcomeUnknown};
    }
}

void FaultyStore::drawCrash(StoreCall &call)
{
    const CrashOrder &order = m_stage.crashOrder;
    if (m_stage.storeCalls++ == order.call)
        call.crash = order.moment;
    else if (m_stage.failing && m_stage.random.below(1'000) < m_stage.scenario.crashAtAwaitPerMille)
        call.crash = static_cast<CrashMoment>(m_stage.random.below(kCrashMoments));
}

void FaultyStore::takeEffect(quint32 number)
{
    StoreCall &sent = call(number);
    sent.done = true;
    if (sent.happens)
        sent.takeEffect(m_stage, &m_holds);
    sent.moment = m_stage.database.moment();
}

void FaultyStore::answer(quint32 number)
{
    --m_waiting;
    StoreCall &heard = call(number);
    m_answered = heard.moment;
    heard.answer(heard.fault);
}

std::vector<std::pair<quint32, std::unique_ptr<StoreCall>>> FaultyStore::strays()
{
    std::vector<std::pair<quint32, std::unique_ptr<StoreCall>>> strays;
    for (quint32 number = 0; number < m_calls.size(); ++number) {
        StoreCall &sent = call(number);
        // An event that is cancelled after its server died would be sold by the next one until somebody looks.
        if (!sent.writes || !sent.happens || sent.done || sent.await == Await::CancelEvent || sent.await == Await::Look || !m_stage.random.chance(40))
            continue;
        sent.forget();
        strays.emplace_back(number, std::move(m_calls[number]));
    }
    return strays;
}

// ---- The calls -------------------------------------------------------------------------------------------------------

void FaultyStore::loadEvents(Instant, services::Done<std::vector<services::SellableEvent>> done)
{
    const auto moment = std::make_shared<quint64>(0); // of the store, when it read
    const auto work = [moment](Stage &stage, HoldPromises *) -> Result<std::vector<services::SellableEvent>> {
        std::vector<services::SellableEvent> events;
        *moment = stage.database.moment();
        for (int show = 0; std::size_t(show) < stage.scenario.shows.size(); ++show) {
            if (stage.database.isCancelled(show))
                continue;
            if (Result<services::SellableEvent> event = stage.database.event(show, stage.now))
                events.push_back(*std::move(event));
        }
        return events;
    };
    ask<std::vector<services::SellableEvent>>(Await::LoadEvents, work, [this, moment, done = std::move(done)](const Result<std::vector<services::SellableEvent>> &loaded) {
        for (std::size_t i = 0; loaded && i < loaded->size(); ++i)
            m_holds.opened((*loaded)[i].event, *moment);
        done(loaded);
    });
}

void FaultyStore::loadEvent(const EventId &event, Instant, services::Done<services::SellableEvent> done)
{
    const auto moment = std::make_shared<quint64>(0);
    const auto work = [moment, show = showOf(event)](Stage &stage, HoldPromises *) {
        *moment = stage.database.moment();
        return stage.database.event(show, stage.now);
    };
    ask<services::SellableEvent>(Await::LoadEvent, work, [this, moment, done = std::move(done)](const Result<services::SellableEvent> &loaded) {
        if (loaded)
            m_holds.opened(loaded->event, *moment);
        done(loaded);
    });
}

void FaultyStore::look(const EventId &event, const QList<qint32> &places, services::Done<services::EventLook> done)
{
    const auto work = [show = showOf(event), event, places](Stage &stage, HoldPromises *) -> Result<services::EventLook> {
        const Result<services::SellableEvent> found = stage.database.event(show, stage.now);
        if (!found)
            return found.error();
        services::EventLook look {.event = found->event, .places = {.event = event, .places = places}};
        std::copy_if(places.begin(), places.end(), std::back_inserter(look.places.sold), [&](qint32 place) { return stage.database.place(show, place).sale >= 0; });
        return look;
    };
    ask<services::EventLook>(Await::Look, work, [this, done = std::move(done)](const Result<services::EventLook> &look) {
        if (look && look->event.summary.state == EventState::Cancelled)
            m_holds.cancelled(showOf(look->event.summary.id));
        if (look)
            m_holds.looked(look->places, m_clock.steadyNow());
        done(look);
    });
}

void FaultyStore::book(const storage::CheckoutWrite &write, services::Done<storage::CheckoutOutcome> done)
{
    m_holds.saleBegan(write, m_clock.steadyNow());
    const bool isLookedUp = m_stage.database.codes().mistake() == SaleMistake::LimitLookedUpBefore;
    const std::optional<Error> usedUp = isLookedUp ? m_stage.database.codes().look(m_stage.database.saleCount(), write.codes) : std::nullopt;
    auto work = [sale = write, usedUp, start = m_start](Stage &stage, HoldPromises *holds) mutable -> Result<storage::CheckoutOutcome> {
        if (usedUp && !stage.database.key(sale.actor, sale.key))
            return *usedUp;
        if (stage.failing && stage.random.chance(3)) {
            ++stage.tally.numbersInUse;
            stage.database.wantNewNumber();
        }
        const int before = stage.database.saleCount();
        const Result<storage::CheckoutOutcome> outcome = stage.database.book(sale, start);
        stage.trace.add("booked", start, outcome.ok(), stage.database.saleCount());
        if (stage.database.saleCount() == before)
            return outcome;
        const QList<Ticket> &tickets = outcome->booking.tickets;
        ++(outcome->booking.payUntil ? stage.tally.reserved : stage.tally.sales);
        stage.tally.tables += std::any_of(tickets.begin(), tickets.end(), [&stage](const Ticket &ticket) { return isAtTable(stage, ticket); }) ? 1 : 0;
        stage.tally.withCode += sale.codes.isEmpty() ? 0 : 1;
        stage.tally.manyEvents += tickets.constFirst().event != tickets.constLast().event ? 1 : 0;
        SalePromises::stored(stage, outcome->booking);
        if (holds)
            holds->effectDone(outcome->booking.id, {}, tickets);
        return outcome;
    };
    ask<storage::CheckoutOutcome>(Await::Book, std::move(work), [this, booking = write.booking.id, done = std::move(done)](const Result<storage::CheckoutOutcome> &outcome) {
        if (outcome.ok() || !isOpen(outcome.error().code))
            m_holds.effectHeard(booking, {}, m_answered);
        m_stage.tally.soldElsewhere += !outcome && outcome.error().code == ErrorCode::SeatTaken ? 1 : 0;
        m_holds.saleAnswered(booking.uuid(), outcome ? Result<Booking>(outcome->booking) : outcome.error(), m_clock.steadyNow());
        done(outcome);
    });
}

void FaultyStore::change(const storage::ChangeWrite &write, services::Done<storage::ChangeOutcome> done)
{
    if (touchesSeats(write))
        m_holds.changeBegan(write, m_clock.steadyNow());
    const auto work = [write, start = m_start](Stage &stage, HoldPromises *holds) {
        const quint64 before = stage.database.moment();
        const Result<storage::ChangeOutcome> outcome = stage.database.change(write, start);
        stage.trace.add(write.taken.isEmpty() ? "cancelled" : "exchanged", start, outcome.ok(), stage.database.moment());
        if (stage.database.moment() == before)
            return outcome;
        if (touchesSeats(write))
            ++(write.taken.isEmpty() ? stage.tally.cancels : stage.tally.exchanges);
        stage.tally.exchangedReleased += write.givenFree.isEmpty() ? 0 : 1;
        stage.tally.exchangedWithCode += write.codes.isEmpty() ? 0 : 1;
        stage.tally.reservationsPaid += write.pays ? 1 : 0;
        stage.tally.prolonged += write.payUntil ? 1 : 0;
        stage.tally.partCancels += write.taken.isEmpty() && !write.givenBack.isEmpty() ? 1 : 0;
        SalePromises::stored(stage, outcome->booking);
        if (holds)
            holds->effectDone(write.booking, write.key, outcome->booking.tickets);
        return outcome;
    };
    ask<storage::ChangeOutcome>(Await::Change, work, [this, write, done = std::move(done)](const Result<storage::ChangeOutcome> &outcome) {
        if (outcome.ok() || !isOpen(outcome.error().code))
            m_holds.effectHeard(write.booking, write.key, m_answered);
        m_stage.tally.soldElsewhere += !outcome && outcome.error().code == ErrorCode::SeatTaken ? 1 : 0;
        if (touchesSeats(write))
            m_holds.saleAnswered(write.payment.uuid(), outcome ? Result<Booking>(outcome->booking) : outcome.error(), m_clock.steadyNow());
        done(outcome);
    });
}

void FaultyStore::cancelEvent(const services::EventCancelWrite &write, services::Done<Event> done)
{
    ask<Event>(Await::CancelEvent, [write](Stage &stage, HoldPromises *) { return stage.database.cancelEvent(write, stage.now); }, std::move(done));
}

void FaultyStore::cancelTickets(const EventId &event, Instant now, services::Done<qint32> done)
{
    const auto work = [show = showOf(event), now, start = m_start](Stage &stage, HoldPromises *) -> Result<qint32> {
        const QList<BookingId> before = stage.database.bookingsToCancel(show);
        const qint32 found = stage.database.cancelTickets(show, now, start);
        stage.tally.ticketsWithEvent += found;
        if (!before.isEmpty())
            SalePromises::stored(stage, stage.database.sale(before.constFirst())->stored.booking);
        return found;
    };
    ask<qint32>(Await::CancelTickets, work, std::move(done));
}

void FaultyStore::unfinishedCancellations(services::Done<QList<EventId>> done)
{
    ask<QList<EventId>>(Await::ReadUnfinished, [](Stage &stage, HoldPromises *) -> Result<QList<EventId>> {
        QList<EventId> events;
        for (int show = 0; std::size_t(show) < stage.scenario.shows.size(); ++show) {
            if (!stage.database.bookingsToCancel(show).isEmpty())
                events.append(showId(show));
        }
        return events;
    }, std::move(done));
}

void FaultyStore::dueReservations(Instant now, services::Done<storage::DueReservations> done)
{
    ask<storage::DueReservations>(Await::ReadDue, [now](Stage &stage, HoldPromises *) -> Result<storage::DueReservations> { return stage.database.due(now); }, std::move(done));
}

void FaultyStore::releaseReservations(const storage::ReleaseWrite &write, services::Done<QList<storage::FreedPlace>> done)
{
    const QString name = QStringLiteral("release");
    const auto work = [write, name, start = m_start](Stage &stage, HoldPromises *holds) -> Result<QList<storage::FreedPlace>> {
        const QList<int> released = stage.database.release(write, start);
        stage.trace.add("released", start, released.size(), stage.database.moment());
        stage.tally.released += released.size();
        for (const int number : released) {
            const Booking &booking = stage.database.saleAt(number).stored.booking;
            SalePromises::stored(stage, booking);
            if (holds)
                holds->effectDone(booking.id, name, booking.tickets);
        }
        QList<storage::FreedPlace> freed;
        for (const BookingId &id : write.bookings) {
            if (const int number = stage.database.numberOf(id); stage.database.saleAt(number).stored.booking.state == BookingState::Cancelled)
                freed += stage.database.freedBy(number);
        }
        return freed;
    };
    ask<QList<storage::FreedPlace>>(Await::Release, work, [this, write, name, done = std::move(done)](const Result<QList<storage::FreedPlace>> &freed) {
        for (const BookingId &id : freed ? write.bookings : QList<BookingId>())
            m_holds.effectHeard(id, name, m_answered);
        done(freed);
    });
}

void FaultyStore::booking(const BookingId &booking, services::Done<storage::StoredBooking> done)
{
    ask<storage::StoredBooking>(Await::ReadBooking, [booking](Stage &stage, HoldPromises *) { return stage.database.booking(booking); }, std::move(done));
}

void FaultyStore::bookingOfKey(const UserId &actor, const QString &key, const QByteArray &requestHash, services::Done<Booking> done)
{
    ask<Booking>(Await::ReadKey, [actor, key, requestHash](Stage &stage, HoldPromises *) { return stage.database.ofKey(actor, key, requestHash); }, std::move(done));
}

void FaultyStore::bookings(const storage::BookingQuery &query, services::Done<storage::BookingPage> done)
{
    ask<storage::BookingPage>(Await::ReadList, [query](Stage &stage, HoldPromises *) -> Result<storage::BookingPage> { return stage.database.list(query); }, std::move(done));
}

void FaultyStore::reservations(const storage::ReservationQuery &, services::Done<storage::ReservationPage> done)
{
    ask<storage::ReservationPage>(Await::ReadList, [](Stage &stage, HoldPromises *) -> Result<storage::ReservationPage> { return stage.database.reservations(); }, std::move(done));
}

// ---- No-shows --------------------------------------------------------------------------------------------------------

void FaultyStore::list(const EventId &event, qint32 after, qint32 limit, services::Done<storage::NoShowPage> done)
{
    ask<storage::NoShowPage>(Await::ReadList, [event, after, limit](Stage &stage, HoldPromises *) -> Result<storage::NoShowPage> { return stage.noShows.list(event, after, limit); }, std::move(done));
}

void FaultyStore::earlierRelease(const storage::NoShowWrite &write, services::Done<std::optional<storage::ReleaseWritten>> done)
{
    ask<std::optional<storage::ReleaseWritten>>(Await::ReadNoShows, [write](Stage &stage, HoldPromises *) { return stage.noShows.earlierRelease(write); }, std::move(done));
}

void FaultyStore::toRestore(const storage::NoShowWrite &write, services::Done<services::ToRestore> done)
{
    ask<services::ToRestore>(Await::ReadNoShows, [write](Stage &stage, HoldPromises *) { return stage.noShows.toRestore(write); }, std::move(done));
}

void FaultyStore::release(const storage::NoShowWrite &write, services::Done<storage::ReleaseWritten> done)
{
    const auto work = [write, start = m_start](Stage &stage, HoldPromises *holds) -> Result<storage::ReleaseWritten> {
        if (collides(stage))
            return ErrorCode::AlreadyExists;
        const quint64 before = stage.database.moment();
        const Result<storage::ReleaseWritten> outcome = stage.noShows.release(write, start);
        stage.trace.add("no-shows", start, outcome.ok(), stage.database.moment());
        if (stage.database.moment() == before)
            return outcome;
        stage.tally.noShows += outcome->released.size();
        checkTables(stage, write, outcome->released);
        moved(stage, holds, write, outcome->released);
        return outcome;
    };
    ask<storage::ReleaseWritten>(Await::ReleaseNoShows, work, [this, write, done = std::move(done)](const Result<storage::ReleaseWritten> &outcome) {
        if (outcome || !isOpenNoShow(outcome.error().code))
            m_holds.effectHeard({}, nameOf(write), m_answered);
        done(outcome);
    });
}

void FaultyStore::restore(const storage::NoShowWrite &write, services::Done<storage::RestoreWritten> done)
{
    QList<Ticket> tickets; // at every place that may become theirs
    for (const QString &number : write.tickets) {
        Ticket ticket = m_stage.database.ticket(number)->ticket;
        const auto ways = write.ways.constFind(number);
        for (const qint32 place : ways == write.ways.constEnd() ? QList<qint32> {ticket.place} : ways->places) {
            ticket.place = place;
            tickets.append(ticket);
        }
    }
    m_holds.restoreBegan(nameOf(write), tickets);
    const auto work = [write, start = m_start](Stage &stage, HoldPromises *holds) -> Result<storage::RestoreWritten> {
        if (collides(stage))
            return ErrorCode::AlreadyExists;
        const quint64 before = stage.database.moment();
        QHash<QString, qint32> places; // of before
        for (const QString &number : write.tickets)
            places.insert(number, stage.database.ticket(number)->ticket.place);
        const Result<storage::RestoreWritten> outcome = stage.noShows.restore(write, start);
        stage.trace.add("restored", start, outcome.ok(), stage.database.moment());
        stage.tally.restoredTooLate += outcome ? outcome->taken.size() : 0;
        if (stage.database.moment() == before)
            return outcome;
        stage.tally.restored += outcome->restored.size();
        stage.tally.restoredElsewhere += std::count_if(outcome->restored.begin(), outcome->restored.end(), [&places](const storage::TicketPlace &ticket) { return ticket.place != places.value(ticket.ticket); });
        moved(stage, holds, write, outcome->restored);
        return outcome;
    };
    ask<storage::RestoreWritten>(Await::Restore, work, [this, write, done = std::move(done)](const Result<storage::RestoreWritten> &outcome) {
        const std::optional<ErrorCode> refusal = outcome ? std::nullopt : std::optional(outcome.error().code);
        if (!refusal || !isOpenNoShow(*refusal))
            m_holds.effectHeard({}, nameOf(write), m_answered);
        m_holds.restoreAnswered(nameOf(write), refusal);
        done(outcome);
    });
}

// ---- Contacts --------------------------------------------------------------------------------------------------------

void FaultyStore::notes(const BookingId &booking, services::Done<QList<BookingNote>> done)
{
    ask<QList<BookingNote>>(Await::ReadList, [booking](Stage &stage, HoldPromises *) { return stage.contacts.notes(booking); }, std::move(done));
}

void FaultyStore::updateContact(const storage::ContactWrite &write, services::Done<Booking> done)
{
    const auto work = [write](Stage &stage, HoldPromises *) {
        const std::size_t before = stage.contacts.changes().size();
        const Result<Booking> updated = stage.contacts.update(write);
        stage.trace.add("contact", updated.ok(), stage.contacts.changes().size());
        stage.tally.contacts += stage.contacts.changes().size() > before ? 1 : 0;
        return updated;
    };
    ask<Booking>(Await::WriteContact, work, std::move(done));
}

void FaultyStore::addNote(const storage::NoteWrite &write, services::Done<BookingNote> done)
{
    ask<BookingNote>(Await::WriteContact, [write](Stage &stage, HoldPromises *) { return stage.contacts.add(write); }, std::move(done));
}

} // namespace parterre::simulation
