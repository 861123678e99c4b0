// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/storage/database.h"
#include "backend/storage/repositories/auditrepository.h"
#include "shared/core/utctime.h"
#include "tests/support/testhouse.h"

#include <QMap>

namespace parterre::testing {

using namespace Qt::StringLiterals;

// A house with a booking of a guest, and somebody at the door.
struct DoorScene {
    explicit DoorScene(const storage::DatabaseConfig &database, const QList<qint32> &places = {50, 51, 52}) : house(database)
    {
        if (!guest->call(u"holds.acquire"_s, placesOf(event, places)).ok())
            qFatal("seats could not be held");
        booking = guest->call(u"bookings.checkout"_s, checkoutOf(event, places, newKey())).at(u"booking"_s);
    }

    [[nodiscard]] QString number(int ticket) const { return booking[u"tickets"_s][ticket][u"number"_s].toString(); }
    [[nodiscard]] QString code(int ticket)
    {
        const QJsonArray prints = guest->call(u"tickets.codes"_s, {{u"booking"_s, booking[u"id"_s]}}).at(u"prints"_s).toArray();
        const auto print = std::find_if(prints.begin(), prints.end(), [&](const QJsonValue &one) { return one[u"ticket"_s] == number(ticket); });
        return print == prints.end() ? QString() : (*print)[u"code"_s].toString();
    }
    [[nodiscard]] QJsonObject arrival(const QString &shown, const QString &at = u"Main entrance"_s) const
    {
        return {{u"event"_s, event.toString()}, {u"code"_s, shown}, {u"key"_s, newKey()}, {u"door"_s, at}};
    }
    WireReply admit(const QString &shown) { return door->call(u"checkins.admit"_s, arrival(shown)); }
    QString outcome(const QString &shown) { return admit(shown).at(u"verdict.outcome"_s).toString(); }
    [[nodiscard]] QJsonObject undo(const QString &ticket) const
    {
        return {{u"event"_s, event.toString()}, {u"ticket"_s, ticket}, {u"reason"_s, u"went out again"_s}, {u"key"_s, newKey()}};
    }
    // Decided at a door without the server, twenty minutes ago.
    [[nodiscard]] QJsonObject lateArrival(const QString &shown, const QString &at = u"Garden"_s) const
    {
        QJsonObject late = arrival(shown, at);
        late.insert(u"at"_s, toIsoUtc(SystemClock().utcNow() - std::chrono::minutes(20)));
        return late;
    }
    [[nodiscard]] QJsonObject ofEvent() const { return {{u"event"_s, event.toString()}}; }

    TestHouse house;
    const EventId event = house.events().evening;
    std::unique_ptr<WireClient> guest = house.visitor();
    std::unique_ptr<WireClient> door = house.visitor(Role::Door);
    QJsonValue booking;
};

// How often each was done, as the audit has it.
inline QMap<QString, int> auditedActions(const TestHouse &house)
{
    storage::Database database(house.database());
    if (!database.open())
        qFatal("the database of the house cannot be opened");
    const auto rows = database.transact(storage::Access::Read, [&] { return storage::AuditRepository(database).list(0, 1'000); });
    QMap<QString, int> actions;
    for (const storage::AuditRow &row : rows ? *rows : QList<storage::AuditRow>())
        ++actions[row.event.action];
    return actions;
}

// Somebody at the door of another server.
inline std::unique_ptr<WireClient> doorOf(const server::House &house)
{
    auto client = std::make_unique<WireClient>(TestHouse::urlOf(house));
    if (!client->hello().ok() || !client->call(u"auth.login"_s, {{u"email"_s, TestHouse::emailOf(Role::Door)}, {u"password"_s, TestHouse::passwordOf(Role::Door)}}).ok())
        qFatal("the second door could not sign in");
    return client;
}

} // namespace parterre::testing
