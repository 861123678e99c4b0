// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/services/salestore.h"
#include "simcodes.h"
#include "simplan.h"
#include "simvouchers.h"

#include <QHash>

namespace parterre::simulation {

// What survives every crash: bookings, keys, live tickets. Does what the repositories do, atomically and at once; when,
// whether and who hears of it is decided elsewhere. Each write is told apart by the server process that sent it.
class SimDatabase
{
public:
    // Who wrote to a place last, and when: a server cannot know what others did after it read.
    struct PlaceRow {
        int sale = -1; // live, the number of the sale
        quint32 writer = 0;
        quint64 moment = 0;
    };
    struct SaleRow {
        storage::StoredBooking stored = {};
        QList<Ticket> sold = {}; // at first
        QString soldTo = {};     // at first, too
        qint64 paid = 0;    // less what was paid back
    };
    struct KeyRow {
        QByteArray requestHash = {};
        std::optional<storage::ChangeWrite> change = {}; // what was asked for; a sale's is in its booking
        int sale = 0;
        quint64 moment = 0;
    };

    // A ticket, and the number of the sale it is of.
    struct Standing {
        int sale = 0;
        Ticket ticket = {};
        qint32 newPlace = 0; // where it is moved to; its own, if to no other
    };

    SimDatabase(const WorldScenario &scenario, SaleMistake mistake) : m_scenario(scenario), m_mistake(mistake), m_codes(scenario, mistake) {}

    [[nodiscard]] quint32 nextEpoch() { return ++m_epoch; }
    // As though a booking of this number were there already.
    void wantNewNumber() { m_numberInUse = true; }

    [[nodiscard]] Result<storage::CheckoutOutcome> book(storage::CheckoutWrite &write, quint32 writer);
    [[nodiscard]] Result<storage::ChangeOutcome> change(const storage::ChangeWrite &write, quint32 writer);
    void setContact(const BookingId &booking, const Contact &contact);
    [[nodiscard]] Result<Event> cancelEvent(const services::EventCancelWrite &write, Tick now);
    // Those of one booking; how many.
    [[nodiscard]] qint32 cancelTickets(int show, Instant now, quint32 writer);
    [[nodiscard]] storage::DueReservations due(Instant now) const;
    // Those that are due still; their numbers.
    [[nodiscard]] QList<int> release(const storage::ReleaseWrite &write, quint32 writer);
    // Nothing: there is none of that number.
    [[nodiscard]] std::optional<Standing> ticket(const QString &number) const;
    // Their places are given free, or theirs again. That the places are free then is to be known before.
    void move(const std::vector<Standing> &tickets, TicketState to, quint32 writer);
    // Places of its tickets that nobody has.
    [[nodiscard]] QList<storage::FreedPlace> freedBy(int number) const;
    [[nodiscard]] storage::ReservationPage reservations() const;
    [[nodiscard]] Result<storage::StoredBooking> booking(const BookingId &id) const;
    [[nodiscard]] Result<Booking> ofKey(const UserId &actor, const QString &key, const QByteArray &requestHash) const;
    [[nodiscard]] storage::BookingPage list(const storage::BookingQuery &query) const;
    [[nodiscard]] QList<qint32> sold(int show) const;
    // NotFound before the show was made.
    [[nodiscard]] Result<services::SellableEvent> event(int show, Tick now) const;

    // For those who judge.
    [[nodiscard]] const PlaceRow &place(int show, qint32 place) const { return m_places[std::size_t(show)][std::size_t(place)]; }
    [[nodiscard]] const KeyRow *key(const UserId &actor, const QString &key) const;
    [[nodiscard]] const SaleRow *sale(const BookingId &id) const;
    [[nodiscard]] const SaleRow &saleAt(int number) const { return m_sales[std::size_t(number)]; }
    [[nodiscard]] int numberOf(const BookingId &booking) const { return m_byId.value(booking, -1); }
    [[nodiscard]] int saleCount() const { return int(m_sales.size()); }
    [[nodiscard]] qsizetype keyCount() const { return m_keys.size(); }
    [[nodiscard]] quint64 moment() const { return m_moment; }
    [[nodiscard]] qint64 livePrices() const { return m_livePrices; } // of all tickets that are kept and paid, and of charges that are kept
    [[nodiscard]] qint64 money() const { return m_money; }           // paid, less paid back
    [[nodiscard]] qint64 owed() const { return m_owed; }             // for cancelled shows, not yet paid out
    [[nodiscard]] qint64 voucher(int number) const { return m_vouchers.left(number); } // what is left
    [[nodiscard]] const SimCodes &codes() const { return m_codes; }
    [[nodiscard]] bool isCancelled(int show) const { return m_cancelReasons[std::size_t(show)].has_value(); }
    // That have tickets they keep of a show that is cancelled; none when it is not.
    [[nodiscard]] QList<BookingId> bookingsToCancel(int show) const;

private:
    // Nothing: the key is new.
    [[nodiscard]] std::optional<Result<int>> saleOfKey(const UserId &actor, const QString &name, const QByteArray &requestHash) const;
    // The tickets to give back; nothing when they are not kept any more.
    [[nodiscard]] std::optional<Result<QList<Ticket>>> givenBack(const storage::ChangeWrite &write, const Booking &booking) const;
    [[nodiscard]] std::optional<Error> cancelledAmong(const QList<Ticket> &tickets) const;
    [[nodiscard]] std::optional<Error> soldAmong(const QList<Ticket> &tickets, const QList<Ticket> &givenBack) const;
    // Pays or prolongs what is reserved.
    [[nodiscard]] std::optional<Error> changeReservation(const storage::ChangeWrite &write, int number);
    [[nodiscard]] std::optional<Error> payOut(const storage::ChangeWrite &write, int number);
    // What would stay of each, unless its show is cancelled.
    [[nodiscard]] QList<Ticket> withCancelFees(QList<Ticket> tickets) const;
    void changeNow(const storage::ChangeWrite &write, const QList<Ticket> &givenBack, int number, quint32 writer);

    const WorldScenario &m_scenario;
    const SaleMistake m_mistake;
    quint32 m_epoch = 0;
    bool m_numberInUse = false;
    std::vector<SaleRow> m_sales;
    QHash<BookingId, int> m_byId;
    QHash<std::pair<UserId, QString>, KeyRow> m_keys;
    ByPlace<PlaceRow> m_places = {};
    quint64 m_moment = 0;
    qint64 m_livePrices = 0;
    qint64 m_money = 0;
    qint64 m_owed = 0;
    SimVouchers m_vouchers;
    SimCodes m_codes;
    std::array<std::optional<QString>, kMostShows> m_cancelReasons = {};
};

// Of a reservation that ends unpaid.
inline void dropCharges(Booking &booking, Instant now)
{
    for (Charge &charge : booking.charges)
        charge.returned = charge.returned.value_or(now);
}

} // namespace parterre::simulation
