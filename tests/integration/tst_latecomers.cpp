// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/storage/database.h"
#include "backend/storage/repositories/bookingrepository.h"
#include "tests/support/noshowparams.h"
#include "tests/support/testdatabases.h"

#include <QSet>
#include <QTest>

#include <numeric>

using namespace parterre;
using namespace parterre::testing;
using namespace Qt::StringLiterals;
using storage::Engine;
using Cabaret = TestHouse::Cabaret;

namespace {

QStringList textsOf(const QJsonValue &list)
{
    return list.toVariant().toStringList();
}

QList<qint32> range(qint32 first, qint32 count)
{
    QList<qint32> places(count);
    std::iota(places.begin(), places.end(), first);
    return places;
}

// Tonight's event in the hall with tables and areas, a clerk and a door.
struct Tonight {
    explicit Tonight(const storage::DatabaseConfig &database) : house(database) {}

    QString open()
    {
        const QJsonValue plan = clerk->call(u"events.get"_s, {{u"event"_s, house.events().cabaret.toString()}}).at(u"event.plan"_s);
        return openTonight(house, plan[u"id"_s].toString(), plan[u"version"_s].toInt());
    }
    static QStringList numbersOf(const QJsonValue &booking)
    {
        QStringList numbers;
        for (const QJsonValue &ticket : booking[u"tickets"_s].toArray())
            numbers.append(ticket[u"number"_s].toString());
        return numbers;
    }
    WireReply release(const QStringList &tickets) { return clerk->call(u"checkins.releaseNoShows"_s, noShowsOf(event, tickets)); }
    WireReply restore(const QStringList &tickets) { return door->call(u"checkins.restore"_s, noShowsOf(event, tickets)); }
    WireReply admit(const QString &shown) { return door->call(u"checkins.admit"_s, {{u"event"_s, event}, {u"code"_s, shown}, {u"key"_s, newKey()}}); }
    QJsonValue stored(const QJsonValue &booking) { return clerk->call(u"bookings.get"_s, {{u"booking"_s, booking[u"id"_s]}}).at(u"booking"_s); }
    QString codeOf(const QJsonValue &booking, int ticket) { return clerk->call(u"tickets.codes"_s, {{u"booking"_s, booking[u"id"_s]}}).at(u"prints"_s)[ticket][u"code"_s].toString(); }
    WireReply acquire(qint32 area, int seats) { return clerk->call(u"holds.acquire"_s, {{u"event"_s, event}, {u"places"_s, QJsonArray()}, {u"areas"_s, QJsonArray {QJsonObject {{u"area"_s, area}, {u"seats"_s, seats}}}}}); }
    [[nodiscard]] bool addsUp() const
    {
        storage::Database database(house.database());
        return database.open() && *storage::BookingRepository(database).imbalances() == 0 && *storage::BookingRepository(database).strays() == 0
            && *storage::BookingRepository(database).overRefunds() == 0;
    }

    TestHouse house;
    std::unique_ptr<WireClient> clerk = house.visitor(Role::Clerk);
    std::unique_ptr<WireClient> door = house.visitor(Role::Door);
    QString event = open();
};

} // namespace

// People who come after all, when their places were given free: to an area, to a table, or another evening.
class LatecomersTest : public QObject
{
    Q_OBJECT

private:
    TestDatabases m_databases;

private Q_SLOTS:
    void initTestCase_data() { TestDatabases::addEngines(); }
    void area_hasAnotherPlaceForALatecomer();
    void area_hasNoPlaceWhenItIsFull();
    void area_isNotTakenFromWhoIsBuying();
    void latecomersAtTwoServers_getAPlaceEach();
    void whoIsLeftOfATable_isReleased();
    void missedEvening_isExchangedForAnother();
    void customers_exchangeWhileTheyMayButGetNothingBack();
};

void LatecomersTest::area_hasAnotherPlaceForALatecomer()
{
    QFETCH_GLOBAL(Engine, engine);
    Tonight tonight(m_databases.create(engine));
    const QJsonValue booking = soldTo(*tonight.clerk, tonight.event, {32, 33});
    const QString late = Tonight::numbersOf(booking).constFirst();
    const QString code = tonight.codeOf(booking, 0); // printed before
    QVERIFY(tonight.release({late}).ok());
    QVERIFY(!soldTo(*tonight.clerk, tonight.event, {32}).isNull());
    const WireReply shown = tonight.admit(code);
    QCOMPARE(shown.at(u"verdict.outcome"_s).toString(), u"released"_s);
    QVERIFY(shown.at(u"verdict.placeIsFree"_s).toBool());
    QCOMPARE(textsOf(tonight.restore({late}).at(u"restored"_s)), QStringList {late});
    const QJsonValue ticket = tonight.stored(booking)[u"tickets"_s][0];
    QCOMPARE(ticket[u"place"_s].toInt(), 34);
    QCOMPARE(ticket[u"label"_s].toString(), u"Gallery 3"_s);
    QCOMPARE(ticket[u"price"_s], booking[u"tickets"_s][0][u"price"_s]);
    QCOMPARE(tonight.acquire(1, 1).kind(), u"area_full"_s);
    const WireReply in = tonight.admit(code);
    QCOMPARE(in.at(u"verdict.outcome"_s).toString(), u"admitted"_s);
    QCOMPARE(in.at(u"verdict.ticket.label"_s).toString(), u"Gallery 3"_s);
    QVERIFY(tonight.addsUp());
    // The number stays with the ticket.
    tonight.house.restart();
    tonight.clerk = tonight.house.visitor(Role::Clerk);
    QCOMPARE(tonight.acquire(1, 1).kind(), u"area_full"_s);
}

void LatecomersTest::area_hasNoPlaceWhenItIsFull()
{
    QFETCH_GLOBAL(Engine, engine);
    Tonight tonight(m_databases.create(engine));
    const QJsonValue booking = soldTo(*tonight.clerk, tonight.event, {32, 33});
    const QString late = Tonight::numbersOf(booking).constFirst();
    QVERIFY(tonight.release({late}).ok());
    const QJsonValue others = soldTo(*tonight.clerk, tonight.event, {32, 34});
    QVERIFY(!tonight.admit(late).at(u"verdict.placeIsFree"_s).toBool(true));
    const WireReply refused = tonight.restore({late});
    QCOMPARE(refused.kind(), u"seat_taken"_s);
    QCOMPARE(refused.places(), QList<qint32> {32});
    // Somebody else leaves: the door lets in whoever waits.
    QVERIFY(tonight.release({Tonight::numbersOf(others).constLast()}).ok());
    QVERIFY(tonight.admit(late).at(u"verdict.placeIsFree"_s).toBool());
    QVERIFY(tonight.restore({late}).ok());
    QCOMPARE(tonight.stored(booking)[u"tickets"_s][0][u"place"_s].toInt(), 34);
    QVERIFY(tonight.addsUp());
}

void LatecomersTest::area_isNotTakenFromWhoIsBuying()
{
    QFETCH_GLOBAL(Engine, engine);
    Tonight tonight(m_databases.create(engine));
    const EventId event = *EventId::fromString(tonight.event);
    const QStringList late = Tonight::numbersOf(soldTo(*tonight.clerk, tonight.event, {32}));
    QVERIFY(tonight.release(late).ok());
    const auto buyer = tonight.house.visitor();
    QVERIFY(buyer->call(u"holds.acquire"_s, placesOf(event, {32, 33})).ok());
    QVERIFY(tonight.restore(late).ok());
    QVERIFY(buyer->call(u"bookings.checkout"_s, checkoutOf(event, {32, 33}, newKey())).ok());
    QCOMPARE(tonight.admit(late.constFirst()).at(u"verdict.ticket.label"_s).toString(), u"Gallery 3"_s);
    QVERIFY(tonight.addsUp());
}

// One of which has not heard of what the other gave free and sold.
void LatecomersTest::latecomersAtTwoServers_getAPlaceEach()
{
    QFETCH_GLOBAL(Engine, engine);
    Tonight tonight(m_databases.create(engine));
    constexpr int kLate = 10; // for whom there is room, and nobody else
    const QJsonValue booking = soldTo(*tonight.clerk, tonight.event, range(Cabaret::kFirstStanding, kLate));
    const QStringList late = Tonight::numbersOf(booking);
    const auto rival = tonight.house.rival();
    WireClient elsewhere(TestHouse::urlOf(*rival));
    QVERIFY(elsewhere.hello().ok());
    QVERIFY(elsewhere.call(u"auth.login"_s, {{u"email"_s, TestHouse::emailOf(Role::Door)}, {u"password"_s, TestHouse::passwordOf(Role::Door)}}).ok());
    QVERIFY(elsewhere.call(u"events.get"_s, {{u"event"_s, tonight.event}}).ok()); // it knows all of them as sold
    QVERIFY(tonight.release(late).ok());
    QVERIFY(!soldTo(*tonight.clerk, tonight.event, range(Cabaret::kFirstStanding, kLate)).isNull());
    QList<qint64> here;
    QList<qint64> there;
    for (int i = 0; i < kLate; i += 2) {
        here.append(tonight.door->send(u"checkins.restore"_s, noShowsOf(tonight.event, {late.at(i)})));
        there.append(elsewhere.send(u"checkins.restore"_s, noShowsOf(tonight.event, {late.at(i + 1)})));
    }
    for (int i = 0; i < kLate / 2; ++i) {
        QCOMPARE(textsOf(tonight.door->await(here.at(i)).at(u"restored"_s)), QStringList {late.at(2 * i)});
        QCOMPARE(textsOf(elsewhere.await(there.at(i)).at(u"restored"_s)), QStringList {late.at(2 * i + 1)});
    }
    QSet<int> places;
    for (const QJsonValue &ticket : tonight.stored(booking)[u"tickets"_s].toArray())
        places.insert(ticket[u"place"_s].toInt());
    const QList<qint32> room = range(Cabaret::kFirstStanding + kLate, Cabaret::kStanding - kLate);
    QCOMPARE(places, QSet<int>(room.begin(), room.end()));
    QVERIFY(tonight.addsUp());
}

// Of four one came, late, and went away again.
void LatecomersTest::whoIsLeftOfATable_isReleased()
{
    QFETCH_GLOBAL(Engine, engine);
    Tonight tonight(m_databases.create(engine));
    const QStringList four = Tonight::numbersOf(soldTo(*tonight.clerk, tonight.event, range(0, Cabaret::kTable)));
    QVERIFY(tonight.release(four).ok());
    QVERIFY(tonight.restore(four.first(2)).ok());
    QCOMPARE(textsOf(tonight.release(four.first(1)).at(u"kept"_s)), four.first(1)); // the other would sit at a table that nobody can buy
    QCOMPARE(textsOf(tonight.release(four.first(2)).at(u"released"_s)), four.first(2));
    QVERIFY(tonight.restore(four.first(1)).ok());
    QCOMPARE(textsOf(tonight.release(four.first(1)).at(u"released"_s)), four.first(1));
    QVERIFY(!soldTo(*tonight.clerk, tonight.event, range(0, Cabaret::kTable)).isNull());
    QVERIFY(tonight.addsUp());
}

void LatecomersTest::missedEvening_isExchangedForAnother()
{
    QFETCH_GLOBAL(Engine, engine);
    Tonight tonight(m_databases.create(engine));
    const EventId tomorrow = tonight.house.events().cabaret;
    const QJsonValue booking = soldTo(*tonight.clerk, tonight.event, {32, 33});
    const QStringList tickets = Tonight::numbersOf(booking);
    QVERIFY(tonight.release(tickets).ok());
    const QJsonValue again = soldTo(*tonight.clerk, tonight.event, {32});
    QVERIFY(tonight.clerk->call(u"holds.acquire"_s, placesOf(tomorrow, {32})).ok());
    const WireReply exchanged = tonight.clerk->call(u"bookings.exchange"_s, exchangeOf(booking, tomorrow, {32}, newKey()));
    QCOMPARE(exchanged.kind(), QString());
    QCOMPARE(exchanged.at(u"booking.tickets.0.state"_s).toString(), u"exchanged"_s);
    QCOMPARE(exchanged.at(u"booking.tickets.1.state"_s).toString(), u"released"_s);
    QCOMPARE(exchanged.at(u"booking.total.amount"_s).toInt(), booking[u"total"_s][u"amount"_s].toInt() + 500); // tomorrow is dearer
    QCOMPARE(exchanged.at(u"booking.payments"_s).toArray().size(), 2);
    QCOMPARE(exchanged.at(u"booking.payments.1.amount.amount"_s).toInt(), 500);
    // Whoever has the seat by now keeps it, and nobody gets it back.
    QCOMPARE(tonight.admit(Tonight::numbersOf(again).constFirst()).at(u"verdict.outcome"_s).toString(), u"admitted"_s);
    QCOMPARE(tonight.admit(tickets.constFirst()).at(u"verdict.outcome"_s).toString(), u"exchanged"_s);
    QCOMPARE(tonight.restore(tickets.first(1)).kind(), u"not_released"_s);
    // His old seat of tonight is a seat like others: he has to hold it.
    QCOMPARE(tonight.clerk->call(u"bookings.exchange"_s, {{u"booking"_s, booking[u"id"_s]}, {u"key"_s, newKey()}, {u"tickets"_s, QJsonArray {tickets.at(1)}},
                                                         {u"items"_s, checkoutOf(*EventId::fromString(tonight.event), {33}, newKey()).value(u"items"_s)}}).kind(),
             u"not_held"_s);
    QVERIFY(tonight.addsUp());
}

void LatecomersTest::customers_exchangeWhileTheyMayButGetNothingBack()
{
    QFETCH_GLOBAL(Engine, engine);
    Tonight tonight(m_databases.create(engine));
    const EventId tomorrow = tonight.house.events().cabaret;
    const auto guest = tonight.house.visitor();
    const QJsonValue booking = soldTo(*guest, tonight.event, {32});
    QVERIFY(tonight.release(Tonight::numbersOf(booking)).ok());
    QVERIFY(guest->call(u"holds.acquire"_s, placesOf(tomorrow, {32})).ok());
    QCOMPARE(guest->call(u"bookings.exchange"_s, exchangeOf(booking, tomorrow, {32}, newKey(), u"child"_s)).kind(), u"ticket_released"_s);
    QCOMPARE(guest->call(u"bookings.exchange"_s, exchangeOf(booking, tomorrow, {32}, newKey())).kind(), QString());
    QVERIFY(tonight.addsUp());
}

QTEST_GUILESS_MAIN(LatecomersTest)
#include "tst_latecomers.moc"
