// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "holdpromises.h"
#include "salepromises.h"

namespace parterre::simulation {

// A call of one server process to the store, on its way.
class StoreCall
{
public:
    virtual ~StoreCall() = default;
    // `holds`: of the process that sent it, if it still lives.
    virtual void takeEffect(Stage &stage, HoldPromises *holds) = 0;
    virtual void answer(const std::optional<Error> &instead) = 0;
    // Nobody is there any more to hear the answer.
    virtual void forget() = 0;

    Await await = Await::ReadKey;
    bool writes = false;             // or is answered in its turn with what does
    bool happens = true;             // the store does it
    quint64 moment = 0;              // of the store, after that
    std::optional<Error> fault = {}; // what is answered instead of the truth
    std::optional<CrashMoment> crash = {};
    bool done = false;
};

// One server process's way to the store. Calls take their time, reads overtake, and by the scenario's bad luck they fail
// before their effect, get lost after it, or find the process dead.
class FaultyStore final : public services::SaleStore, public services::NoShowStore, public services::ContactStore
{
public:
    FaultyStore(Stage &stage, HoldPromises &holds, const Clock &clock, int office, quint32 start)
        : m_stage(stage), m_holds(holds), m_clock(clock), m_office(office), m_start(start)
    {
    }
    // What was sent may still be done.
    [[nodiscard]] std::vector<std::pair<quint32, std::unique_ptr<StoreCall>>> strays();

    [[nodiscard]] StoreCall &call(quint32 number) { return *m_calls[number]; }
    void takeEffect(quint32 number);
    void answer(quint32 number);
    [[nodiscard]] bool isQuiet() const { return m_waiting == 0; }

    void loadEvents(Instant notBefore, services::Done<std::vector<services::SellableEvent>> done) override;
    void loadEvent(const EventId &event, Instant notBefore, services::Done<services::SellableEvent> done) override;
    void look(const EventId &event, const QList<qint32> &places, services::Done<services::EventLook> done) override;
    void book(const storage::CheckoutWrite &write, services::Done<storage::CheckoutOutcome> done) override;
    void change(const storage::ChangeWrite &write, services::Done<storage::ChangeOutcome> done) override;
    void cancelEvent(const services::EventCancelWrite &write, services::Done<Event> done) override;
    void cancelTickets(const EventId &event, Instant now, services::Done<qint32> done) override;
    void unfinishedCancellations(services::Done<QList<EventId>> done) override;
    void dueReservations(Instant now, services::Done<storage::DueReservations> done) override;
    void releaseReservations(const storage::ReleaseWrite &write, services::Done<QList<storage::FreedPlace>> done) override;
    void booking(const BookingId &booking, services::Done<storage::StoredBooking> done) override;
    void bookingOfKey(const UserId &actor, const QString &key, const QByteArray &requestHash, services::Done<Booking> done) override;
    void bookings(const storage::BookingQuery &query, services::Done<storage::BookingPage> done) override;
    void reservations(const storage::ReservationQuery &query, services::Done<storage::ReservationPage> done) override;

    void list(const EventId &event, qint32 after, qint32 limit, services::Done<storage::NoShowPage> done) override;
    void earlierRelease(const storage::NoShowWrite &write, services::Done<std::optional<storage::ReleaseWritten>> done) override;
    void toRestore(const storage::NoShowWrite &write, services::Done<services::ToRestore> done) override;
    void release(const storage::NoShowWrite &write, services::Done<storage::ReleaseWritten> done) override;
    void restore(const storage::NoShowWrite &write, services::Done<storage::RestoreWritten> done) override;

    void notes(const BookingId &booking, services::Done<QList<BookingNote>> done) override;
    void updateContact(const storage::ContactWrite &write, services::Done<Booking> done) override;
    void addNote(const storage::NoteWrite &write, services::Done<BookingNote> done) override;

private:
    template<class T, class Work>
    void ask(Await await, Work work, services::Done<T> done);
    void schedule(std::unique_ptr<StoreCall> call);
    void drawFault(StoreCall &call);
    void drawCrash(StoreCall &call);

    Stage &m_stage;
    HoldPromises &m_holds;
    const Clock &m_clock;
    const int m_office;
    const quint32 m_start;
    std::vector<std::unique_ptr<StoreCall>> m_calls;
    int m_waiting = 0;
    quint64 m_answered = 0; // the moment of the call that is being answered
    Tick m_lastEffect = {}; // of writes, which keep their order
    Tick m_lastAnswer = {};
};

} // namespace parterre::simulation
