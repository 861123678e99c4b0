// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/accessiblehall.h"
#include "tests/support/smtpdouble.h"
#include "tests/support/stripedouble.h"
#include "tests/support/testdatabases.h"
#include "tests/support/testhouse.h"

#include <QJsonArray>
#include <QTemporaryDir>

#include <functional>

namespace parterre::testing {

inline const QString kNobody = QStringLiteral("00000000-0000-7000-8000-00000000ffff");
inline const EventId kNoEvent = *EventId::fromString(kNobody);

// A house, and seats in it that no other provocation has touched.
struct World {
    explicit World(const storage::DatabaseConfig &database) : house(database, {.stripe = stripe.url(), .smtp = smtp.serverPort()}) {}

    StripeDouble stripe;
    SmtpDouble smtp;
    TestHouse house;
    qint32 lastSeat = TestHouse::kSeatsPerRow - 1; // the front row is for whom it matters

    qint32 seat() { return ++lastSeat; }
    [[nodiscard]] const TestHouse::Events &events() const { return house.events(); }
    // A client with the seat in its cart.
    std::unique_ptr<WireClient> holder(const EventId &event, qint32 place, Role role = Role::Guest)
    {
        auto client = house.visitor(role);
        if (!client->call(QStringLiteral("holds.acquire"), placesOf(event, {place})).ok())
            qFatal("seat %d could not be held", place);
        return client;
    }
    // The id of a booking the client makes.
    QString book(WireClient &client, const EventId &event, const QString &key = newKey())
    {
        const qint32 place = seat();
        if (!client.call(QStringLiteral("holds.acquire"), placesOf(event, {place})).ok())
            qFatal("seat %d could not be held", place);
        return client.call(QStringLiteral("bookings.checkout"), checkoutOf(event, {place}, key)).at(QStringLiteral("booking.id")).toString();
    }
};

// A guest who holds a companion's seat, and the wheelchair place if it is wished, in a hall of his own.
struct Companion {
    explicit Companion(World &world, bool together = false) : event(AccessibleHall::addEvent(world.house)), guest(world.house.visitor())
    {
        if (together)
            places.prepend(AccessibleHall::kWheelchair);
        if (!guest->call(QStringLiteral("holds.acquire"), placesOf(event, places)).ok())
            qFatal("the companion's seat could not be held");
    }
    // Of both, the wheelchair place first.
    [[nodiscard]] QJsonValue book() const { return guest->call(QStringLiteral("bookings.checkout"), checkoutOf(event, places, newKey())).at(QStringLiteral("booking")); }

    EventId event;
    std::unique_ptr<WireClient> guest;
    QList<qint32> places {AccessibleHall::kCompanion};
};

struct Provocation {
    const char *method;
    ErrorCode error;
    std::function<WireReply(World &)> provoke;
};

inline QJsonObject cancellation(const QString &booking, const QString &key = newKey())
{
    return {{QStringLiteral("booking"), booking}, {QStringLiteral("key"), key}};
}

inline QJsonObject withTendered(QJsonObject sale, qint64 amount, const QString &currency)
{
    sale.insert(QStringLiteral("payment"), QJsonObject {{QStringLiteral("kind"), QStringLiteral("cash")}, {QStringLiteral("tendered"), QJsonObject {{QStringLiteral("amount"), amount}, {QStringLiteral("currency"), currency}}}});
    return sale;
}

// Paid by card, with so much.
inline QJsonObject withCard(QJsonObject sale, qint64 amount)
{
    sale.remove(QStringLiteral("payment"));
    sale.insert(QStringLiteral("payments"), QJsonArray {QJsonObject {{QStringLiteral("kind"), QStringLiteral("card")},
                                                                     {QStringLiteral("amount"), QJsonObject {{QStringLiteral("amount"), amount}, {QStringLiteral("currency"), QStringLiteral("EUR")}}},
                                                                     {QStringLiteral("reference"), QStringLiteral("T-17")}}});
    return sale;
}

inline QJsonObject withVersion(QJsonObject sale, const QJsonValue &version)
{
    QJsonObject item = sale.value(QStringLiteral("items")).toArray().at(0).toObject();
    item.insert(QStringLiteral("version"), version);
    sale.insert(QStringLiteral("items"), QJsonArray {item});
    return sale;
}

// A house of its own, which differs from the others.
template<class Ask>
std::function<WireReply(World &)> elsewhere(HouseWishes wishes, Ask ask)
{
    return [wishes, ask](World &) {
        const QTemporaryDir folder;
        TestDatabases databases;
        const TestHouse house(databases.create(storage::Engine::Sqlite), wishes);
        return ask(house);
    };
}

inline std::function<WireReply(World &)> asks(const QString &method, const std::function<QJsonObject(World &)> &params, Role role = Role::Guest)
{
    return [=](World &world) { return world.house.visitor(role)->call(method, params(world)); };
}

} // namespace parterre::testing
