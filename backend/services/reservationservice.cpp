// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/services/reservationservice.h"

#include "backend/services/frozenseats.h"
#include "shared/domain/reservation.h"

#include <QLoggingCategory>

#include <algorithm>

namespace parterre::services {

namespace {

Q_LOGGING_CATEGORY(lcReservation, "parterre.reservation")

constexpr std::chrono::seconds kTryAgain {1};
// Also when nothing is known to be due: another server may have reserved it, and the clock on the wall may be set.
constexpr std::chrono::minutes kLookAround {1};

} // namespace

ReservationService::ReservationService(EventDirectory &events, SaleStore &store, const Clock &clock, Scheduler &scheduler)
    : m_events(events), m_store(store), m_clock(clock), m_alarm(scheduler.makeAlarm([this] { std::exchange(m_next, nullptr)(); }))
{
}

void ReservationService::start()
{
    look();
}

void ReservationService::expect(Instant payUntil)
{
    m_soonest = std::min(m_soonest, payUntil);
    if (m_next && !m_looking && payUntil < m_lookAt) {
        m_lookAt = payUntil;
        wait(std::max(payUntil - m_clock.utcNow(), std::chrono::milliseconds(0)), [this] { look(); });
    }
}

Result<Instant> ReservationService::payUntilFor(const QList<EventId> &events, std::optional<Instant> wish) const
{
    const auto latestOf = [this](const EventId &id) { return latestPayUntil(m_events.find(id)->event()); };
    const EventId first = *std::min_element(events.begin(), events.end(), [&](const EventId &a, const EventId &b) { return latestOf(a) < latestOf(b); });
    const Instant latest = latestOf(first);
    const Instant payUntil = wish.value_or(latest);
    if (payUntil > latest)
        return Error {.code = ErrorCode::PayUntilTooLate, .limit = std::chrono::floor<std::chrono::seconds>(latest).time_since_epoch().count(), .event = first};
    if (payUntil <= m_clock.utcNow())
        return Error {.code = ErrorCode::PayUntilPassed, .event = first};
    return payUntil;
}

void ReservationService::list(const storage::ReservationQuery &query, Done<storage::ReservationPage> done)
{
    m_store.reservations(query, std::move(done));
}

void ReservationService::wait(std::chrono::milliseconds time, std::function<void()> then)
{
    m_next = std::move(then);
    m_alarm->start(time);
}

void ReservationService::look()
{
    m_looking = true;
    m_soonest = Instant::max();
    m_store.dueReservations(m_clock.utcNow(), [this](const Result<storage::DueReservations> &found) { onLooked(found); });
}

void ReservationService::onLooked(const Result<storage::DueReservations> &found)
{
    if (!found) {
        qCWarning(lcReservation) << "reservations that are due could not be looked for, trying again:" << found.error().detail;
        wait(kTryAgain, [this] { look(); });
        return;
    }
    if (!found->due.isEmpty()) {
        release(found->due);
        return;
    }
    m_looking = false;
    const Instant now = m_clock.utcNow();
    m_lookAt = std::min({found->next.value_or(Instant::max()), m_soonest, now + kLookAround});
    wait(std::max(m_lookAt - now, std::chrono::milliseconds(0)), [this] { look(); });
}

void ReservationService::release(const QList<BookingId> &due)
{
    m_store.releaseReservations({.bookings = due, .now = m_clock.utcNow()}, [this, due](const Result<QList<storage::FreedPlace>> &freed) {
        if (!freed) {
            // What was given free is, also when nobody heard of it: asked again, the store names its places.
            qCWarning(lcReservation) << "reservations could not be given free, trying again:" << freed.error().detail;
            wait(kTryAgain, [this, due] { release(due); });
            return;
        }
        freeSold(m_events, m_clock, *freed);
        look();
    });
}

} // namespace parterre::services
