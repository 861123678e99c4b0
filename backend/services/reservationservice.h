// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/services/caller.h"
#include "backend/services/eventdirectory.h"
#include "backend/services/salestore.h"

namespace parterre::services {

// Knows until when what is reserved has to be paid, and gives free what was not: the store has it first, some bookings at a
// time, then the ledgers free the seats and everybody sees it. Whether somebody pays or it falls free is decided where the
// booking is locked, in the store. Nobody needs to be connected, and what fell due while no server ran is given free after the
// next start. How reservations are made, paid and prolonged: BookingService, BookingChangeService. Lives on the house thread.
class ReservationService
{
public:
    ReservationService(EventDirectory &events, SaleStore &store, const Clock &clock, Scheduler &scheduler);
    Q_DISABLE_COPY_MOVE(ReservationService)

    // Looks for what is due, and from then on by itself. To be called when the events are open.
    void start();
    // Something is reserved until then.
    void expect(Instant payUntil);
    // Nothing that is due is being given free.
    [[nodiscard]] bool isIdle() const { return !m_looking; }

    // Until when tickets of these events, which are open, may be reserved; as late as all of them allow when nothing is wished.
    // PayUntilTooLate, PayUntilPassed.
    [[nodiscard]] Result<Instant> payUntilFor(const QList<EventId> &events, std::optional<Instant> wish) const;

    void list(const storage::ReservationQuery &query, Done<storage::ReservationPage> done);

private:
    void look();
    void onLooked(const Result<storage::DueReservations> &found);
    void release(const QList<BookingId> &due);
    void wait(std::chrono::milliseconds time, std::function<void()> then);

    EventDirectory &m_events;
    SaleStore &m_store;
    const Clock &m_clock;
    std::function<void()> m_next; // when the alarm rings
    bool m_looking = false;
    Instant m_soonest = Instant::max(); // of what was reserved since the last look began
    Instant m_lookAt = Instant::max();  // when the alarm is to ring, unless something is under way
    std::unique_ptr<Alarm> m_alarm;
};

} // namespace parterre::services
