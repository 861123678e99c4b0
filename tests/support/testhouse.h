// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/server/house.h"
#include "shared/domain/event.h"
#include "shared/domain/role.h"
#include "tests/support/wireclient.h"

#include <QTemporaryDir>

#include <memory>

namespace parterre::testing {

// What a test wants different from an ordinary house.
struct HouseWishes {
    bool administrator = true; // else the house waits for auth.setup
    bool bare = false;         // nothing but accounts in it
    bool guests = true;
    bool fetchPrivate = true;
    bool selfServiceCash = true;
    bool rateLimits = false;
    std::chrono::milliseconds grace {30'000};
    QUrl stripe = {};                       // a StripeDouble; else no payments online
    std::chrono::milliseconds payWithin = std::chrono::minutes(15); // a payment online
    quint16 smtp = 0;                       // port of an SmtpDouble; else it sends no mail
    const Clock *clock = nullptr; // the server's; the machine's if there is none
};

// A whole server inside the test, on a port of its own at 127.0.0.1, over a database with a small house in it: a hall of
// kSeats seats (rows of 20, row A is "front", the others "rear"), an event for every situation of a sale, and one
// account for each role. Passwords are hashed cheaply, clients are not slowed down unless wished.
class TestHouse
{
public:
    static constexpr qint32 kSeats = 400;
    static constexpr qint32 kSeatsPerRow = 20;
    static constexpr qint32 kMaxSeats = 6;    // that a customer may hold
    static constexpr qint32 kMaxPerBooking = 2;
    static constexpr qint64 kFrontPrice = 4'000; // cents, adult
    static constexpr qint64 kRearPrice = 2'500;

    struct Events {
        EventId evening = {};   // on sale: 10 minutes' hold, 2 extensions; it and the draft have a poster
        EventId matinee = {};   // the same
        EventId hasty = {};     // on sale: holds last one second, 2 extensions of one second
        EventId later = {};     // not on sale yet
        EventId paused = {};
        EventId draft = {};
        EventId past = {};      // began an hour ago
        EventId calledOff = {}; // cancelled
        EventId final = {};     // on sale, but too late to cancel
        EventId abroad = {};    // in US dollars, kMaxPerBooking tickets in a booking
        EventId tidy = {};      // refuses to strand single seats
        EventId cabaret = {};   // on sale, at tables and standing: see Cabaret
    };

    // The other hall: tables for four, of which the first two are sold whole, and two areas.
    struct Cabaret {
        static constexpr qint32 kTable = 4;      // seats 0 to 3 and 4 to 7 whole, 8 to 11 by the seat
        static constexpr qint32 kStanding = 20;  // area 0: places 12 to 31
        static constexpr qint32 kFirstStanding = 12;
        static constexpr qint32 kGallery = 3;    // area 1: places 32 to 34
        static constexpr qint32 kFirstGallery = 32;
        static constexpr qint32 kPlaces = 35;
    };

    // Writes the house into the database, which has its schema already, and starts to serve. Ends the program with a
    // message when that fails.
    explicit TestHouse(const storage::DatabaseConfig &database, const HouseWishes &wishes = {});
    ~TestHouse();

    // Stops and starts on the same database: a another port, and nothing is held any more.
    void restart();
    void stop();

    [[nodiscard]] QUrl url() const;
    [[nodiscard]] const server::House &house() const { return *m_house; }
    [[nodiscard]] const storage::DatabaseConfig &database() const { return m_database; }
    [[nodiscard]] const Events &events() const { return m_events; }
    [[nodiscard]] VenueId venue() const { return m_venue; }
    // As the payment provider is told.
    [[nodiscard]] QString id() const;
    [[nodiscard]] PlanVersionRef plan() const { return m_plan; }

    [[nodiscard]] static QString emailOf(Role role);
    [[nodiscard]] static QString passwordOf(Role role);

    // Connected and greeted; signed in as the role's account, as a new guest, or not at all.
    [[nodiscard]] std::unique_ptr<WireClient> visitor(Role role = Role::Guest) const;
    // A second server on the same database, as nobody should run it.
    [[nodiscard]] std::unique_ptr<server::House> rival() const;
    // The same, and it takes no payments online.
    [[nodiscard]] std::unique_ptr<server::House> offlineRival() const;

    [[nodiscard]] static QUrl urlOf(const server::House &house);

private:
    void furnish();
    [[nodiscard]] server::ServerConfig config() const;
    [[nodiscard]] const Clock &clock() const { return m_wishes.clock ? *m_wishes.clock : m_machineClock; }

    const storage::DatabaseConfig m_database;
    const HouseWishes m_wishes;
    const SystemClock m_machineClock;
    QTemporaryDir m_folder;
    Events m_events;
    VenueId m_venue;
    PlanVersionRef m_plan;
    std::unique_ptr<server::House> m_house;
};

// Parameters as the wire has them.
[[nodiscard]] QJsonObject placesOf(const EventId &event, const QList<qint32> &places);
[[nodiscard]] QJsonObject checkoutOf(const EventId &event, const QList<qint32> &places, const QString &key, const QString &ticketType = QStringLiteral("adult"));
// To Ada, until half an hour before the event.
[[nodiscard]] QJsonObject reservationOf(const EventId &event, const QList<qint32> &places, const QString &key, const QString &ticketType = QStringLiteral("adult"));
// Of the booking's first ticket, for these places.
[[nodiscard]] QJsonObject exchangeOf(const QJsonValue &booking, const EventId &event, const QList<qint32> &places, const QString &key,
                                     const QString &ticketType = QStringLiteral("adult"));
// Sends a file in parts, as a new upload or under this id.
[[nodiscard]] QString uploadOf(WireClient &client, const QByteArray &file);
void sendAs(WireClient &client, const QString &upload, const QByteArray &file);
// A document that the server takes for a design.
[[nodiscard]] QByteArray designNamed(const QString &name);
// A voucher for so much, in cash.
[[nodiscard]] QJsonObject voucherOf(qint64 amount, const QString &currency = QStringLiteral("EUR"));
// Of payments.begin.
[[nodiscard]] QJsonObject onlineOf(const EventId &event, const QList<qint32> &places, const QString &key, const QString &ticketType = QStringLiteral("adult"));
// A new idempotency key.
[[nodiscard]] QString newKey();

} // namespace parterre::testing
