// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/services/secret.h"
#include "backend/services/ticketkeyring.h"
#include "backend/storage/database.h"
#include "backend/storage/repositories/auditrepository.h"
#include "tests/support/testdatabases.h"
#include "tests/support/testhouse.h"

#include <QTest>

using namespace parterre;
using namespace parterre::testing;
using namespace Qt::StringLiterals;
using storage::Engine;

// What is printed on tickets, over the wire.
class TicketsTest : public QObject
{
    Q_OBJECT

private:
    // The keys as the house's database has them.
    static services::TicketKeyring keysOf(const TestHouse &house);
    static QList<storage::AuditRow> auditOf(const TestHouse &house);
    static QJsonValue book(WireClient &client, const EventId &event, const QList<qint32> &places);
    static QJsonObject idOf(const QJsonValue &booking) { return {{u"booking"_s, booking[u"id"_s]}}; }

    TestDatabases m_databases;

private Q_SLOTS:
    void initTestCase() { QVERIFY(services::startCryptography()); }
    void codes_nameTheValidTicketsOfABooking_data() { TestDatabases::addEngines(); }
    void codes_nameTheValidTicketsOfABooking();
    void codes_areForTheOwnerAndTheCounter();
    void reprint_countsUpOnceForEachKey_data() { TestDatabases::addEngines(); }
    void reprint_countsUpOnceForEachKey();
    void reprints_ofManyAtOnceAreAllCounted_data() { TestDatabases::addEngines(); }
    void reprints_ofManyAtOnceAreAllCounted();
    void key_staysTheSame_data() { TestDatabases::addEngines(); }
    void key_staysTheSame();
};

services::TicketKeyring TicketsTest::keysOf(const TestHouse &house)
{
    storage::Database database(house.database());
    if (!database.open())
        qFatal("the database of the house cannot be opened");
    const auto keys = database.transact([&] { return storage::TicketKeyRepository(database).ensure(services::makeTicketKey(), {}); });
    if (!keys)
        qFatal("%s", qPrintable(keys.error().detail));
    return services::TicketKeyring(*keys);
}

QList<storage::AuditRow> TicketsTest::auditOf(const TestHouse &house)
{
    storage::Database database(house.database());
    if (!database.open())
        qFatal("the database of the house cannot be opened");
    const auto rows = database.transact(storage::Access::Read, [&] { return storage::AuditRepository(database).list(0, 1'000); });
    return rows ? *rows : QList<storage::AuditRow>();
}

QJsonValue TicketsTest::book(WireClient &client, const EventId &event, const QList<qint32> &places)
{
    if (!client.call(u"holds.acquire"_s, placesOf(event, places)).ok())
        qFatal("seats could not be held");
    return client.call(u"bookings.checkout"_s, checkoutOf(event, places, newKey())).at(u"booking"_s);
}

void TicketsTest::codes_nameTheValidTicketsOfABooking()
{
    QFETCH(Engine, engine);
    const TestHouse house(m_databases.create(engine));
    const auto guest = house.visitor();
    const EventId event = house.events().evening;
    const QJsonValue booking = book(*guest, event, {50, 51, 52});
    const services::TicketKeyring keys = keysOf(house);
    const QJsonArray prints = guest->call(u"tickets.codes"_s, idOf(booking)).at(u"prints"_s).toArray();
    QCOMPARE(prints.size(), 3);
    for (int i = 0; i < 3; ++i) {
        const auto code = keys.read(prints[i][u"code"_s].toString());
        QVERIFY(code);
        QCOMPARE(code->ticket, booking[u"tickets"_s][i][u"number"_s].toString());
        QCOMPARE(prints[i][u"ticket"_s].toString(), code->ticket);
        QCOMPARE(code->generation, quint16(0));
        QCOMPARE(code->event, shortReference(event));
    }
    const QJsonObject second {{u"booking"_s, booking[u"id"_s]}, {u"key"_s, newKey()}, {u"tickets"_s, QJsonArray {booking[u"tickets"_s][1][u"number"_s]}}};
    QVERIFY(guest->call(u"bookings.cancel"_s, second).ok());
    const QJsonArray left = guest->call(u"tickets.codes"_s, idOf(booking)).at(u"prints"_s).toArray();
    QCOMPARE(left, QJsonArray({prints[0], prints[2]}));
}

void TicketsTest::codes_areForTheOwnerAndTheCounter()
{
    const TestHouse house(m_databases.create(Engine::Sqlite));
    const auto guest = house.visitor();
    const QJsonValue booking = book(*guest, house.events().evening, {50});
    const QJsonValue own = guest->call(u"tickets.codes"_s, idOf(booking)).at(u"prints"_s);
    QVERIFY(own.toArray().size() == 1);
    for (const Role role : allRoles()) {
        const WireReply reply = house.visitor(role)->call(u"tickets.codes"_s, idOf(booking));
        const bool isCounter = role == Role::Clerk || role == Role::Manager || role == Role::Administrator;
        const QString refusal = role == Role::Anonymous ? u"not_signed_in"_s : role == Role::Door ? u"not_permitted"_s : u"not_found"_s;
        QCOMPARE(reply.kind(), isCounter ? QString() : refusal);
        if (isCounter)
            QCOMPARE(reply.at(u"prints"_s), own);
    }
}

void TicketsTest::reprint_countsUpOnceForEachKey()
{
    QFETCH(Engine, engine);
    const TestHouse house(m_databases.create(engine));
    const auto guest = house.visitor();
    const auto clerk = house.visitor(Role::Clerk);
    const QJsonValue booking = book(*guest, house.events().evening, {50, 51});
    const QString number = booking[u"tickets"_s][1][u"number"_s].toString();
    const QJsonObject once {{u"ticket"_s, number.toLower()}, {u"key"_s, newKey()}};
    const WireReply first = guest->call(u"tickets.reprint"_s, once);
    QCOMPARE(first.at(u"print.generation"_s).toInt(), 1);
    QCOMPARE(guest->call(u"tickets.reprint"_s, once).result, first.result);
    const WireReply second = clerk->call(u"tickets.reprint"_s, once); // another's key of the same name is another key
    QCOMPARE(second.at(u"print.generation"_s).toInt(), 2);
    QCOMPARE(guest->call(u"tickets.reprint"_s, once).result, first.result); // a late repetition answers what it did
    QCOMPARE(keysOf(house).read(second.at(u"print.code"_s).toString())->generation, quint16(2));
    const WireReply codes = guest->call(u"tickets.codes"_s, idOf(booking));
    QCOMPARE(codes.at(u"prints.0.generation"_s).toInt(), 0);
    QCOMPARE(codes.at(u"prints.1"_s), second.at(u"print"_s));
    QList<QJsonObject> noted;
    for (const storage::AuditRow &row : auditOf(house)) {
        if (row.event.action == u"ticket.reprinted") {
            QCOMPARE(row.event.objectId, number);
            noted.append(row.event.after);
        }
    }
    QCOMPARE(noted, QList<QJsonObject>({{{u"generation"_s, 1}}, {{u"generation"_s, 2}}}));
}

void TicketsTest::reprints_ofManyAtOnceAreAllCounted()
{
    QFETCH(Engine, engine);
    const TestHouse house(m_databases.create(engine));
    const auto rival = engine == Engine::Postgresql ? house.rival() : nullptr;
    const auto here = house.visitor(Role::Clerk);
    const auto there = rival ? std::make_unique<WireClient>(TestHouse::urlOf(*rival)) : house.visitor(Role::Clerk);
    if (rival) {
        QVERIFY(there->hello().ok());
        QVERIFY(there->call(u"auth.login"_s, {{u"email"_s, TestHouse::emailOf(Role::Clerk)}, {u"password"_s, TestHouse::passwordOf(Role::Clerk)}}).ok());
    }
    const QJsonValue booking = book(*here, house.events().evening, {50});
    constexpr int kEach = 10;
    QList<std::pair<WireClient *, qint64>> asked;
    for (int i = 0; i < kEach; ++i) {
        for (WireClient *client : {here.get(), there.get()})
            asked.append({client, client->send(u"tickets.reprint"_s, {{u"ticket"_s, booking[u"tickets"_s][0][u"number"_s]}, {u"key"_s, newKey()}})});
    }
    QSet<int> generations;
    for (const auto &[client, request] : asked) {
        const WireReply reply = client->await(request);
        QCOMPARE(reply.kind(), QString());
        generations.insert(reply.at(u"print.generation"_s).toInt());
    }
    QCOMPARE(generations.size(), 2 * kEach);
    QCOMPARE(*std::max_element(generations.begin(), generations.end()), 2 * kEach);
}

void TicketsTest::key_staysTheSame()
{
    QFETCH(Engine, engine);
    TestHouse house(m_databases.create(engine));
    const auto clerk = house.visitor(Role::Clerk);
    const QJsonValue booking = book(*clerk, house.events().evening, {50});
    const QJsonValue before = clerk->call(u"tickets.codes"_s, idOf(booking)).at(u"prints"_s);
    house.restart();
    QCOMPARE(house.visitor(Role::Clerk)->call(u"tickets.codes"_s, idOf(booking)).at(u"prints"_s), before);
    qsizetype made = 0;
    for (const storage::AuditRow &row : auditOf(house))
        made += row.event.action == u"ticket_key.created" ? 1 : 0;
    QCOMPARE(made, 1);
}

QTEST_GUILESS_MAIN(TicketsTest)
#include "tst_tickets.moc"
