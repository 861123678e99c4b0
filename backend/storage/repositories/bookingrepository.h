// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/core/result.h"
#include "shared/domain/booking.h"
#include "shared/domain/reservation.h"

namespace parterre::storage {

class Database;

struct StoredBooking {
    Booking booking = {};
    UserId owner = {};      // whose booking it is; null: sold at the counter to somebody without account
    UserId createdBy = {};  // who sold it
};

struct BookingQuery {
    std::optional<UserId> owner = {};
    QString text = {};      // part of name, reference, ticket number, seat label, e-mail address or phone number; case, accents and dashes do not matter
    std::optional<EventId> event = {};
    qint32 limit = 50;
    QString cursor = {};    // BookingPage::next of the page before
};

struct BookingPage {
    QList<BookingSummary> bookings = {};
    QString next = {};      // empty on the last page
};

struct ReservationQuery {
    std::optional<EventId> event = {};  // those with a ticket for it
    std::optional<Instant> until = {};  // those that fall free by then
    qint32 limit = 50;
    QString cursor = {};
};

struct ReservationPage {
    QList<BookingSummary> reservations = {};
    ReservationTotals totals = {};      // of the whole list
    QString next = {};
};

// What falls free next.
struct DueReservations {
    QList<BookingId> due = {};          // its time is over
    std::optional<Instant> next = {};   // when the first of the others falls free
};

// Reads bookings with their tickets, charges, payments and refunds. They are made by CheckoutBatch, and changed by BookingChange,
// EventCancellation, ReservationRelease and ContactRepository.
class BookingRepository
{
public:
    explicit BookingRepository(Database &database) : m_database(database) {}

    [[nodiscard]] Result<StoredBooking> get(const BookingId &id);                // NotFound
    [[nodiscard]] Result<StoredBooking> findByReference(const QString &reference); // NotFound
    // What an earlier checkout or change with this key was about, as it stands now. NotFound: the actor has not used the key. KeyReused: for another request.
    [[nodiscard]] Result<Booking> ofKey(const UserId &actor, const QString &key, const QByteArray &requestHash);
    [[nodiscard]] Result<BookingPage> list(const BookingQuery &query);           // newest first; InvalidParams: the cursor
    [[nodiscard]] Result<ReservationPage> reservations(const ReservationQuery &query); // soonest to fall free first; InvalidParams
    [[nodiscard]] Result<DueReservations> dueReservations(Instant now, qint32 limit);
    [[nodiscard]] Result<QList<qint32>> liveTickets(const EventId &event, QStringList *types = nullptr); // places sold, ascending, and as what
    // How many idempotency keys were forgotten.
    [[nodiscard]] Result<qint64> removeKeysBefore(Instant time);
    // How many rows of sales refer to a booking, an event or an account that is not there. Looks at all of them.
    [[nodiscard]] Result<qint64> strays();
    // By how many ways of paying more went back than came. Looks at all of them.
    [[nodiscard]] Result<qint64> overRefunds();
    // Of how many codes the uses are miscounted. Looks at all of them.
    [[nodiscard]] Result<qint64> miscounts();
    // Of how many bookings the money does not add up. Looks at all of them.
    [[nodiscard]] Result<qint64> imbalances();

private:
    [[nodiscard]] Result<StoredBooking> complete(const class Row &row);

    Database &m_database;
};

} // namespace parterre::storage
