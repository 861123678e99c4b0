// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/storage/database.h"
#include "backend/storage/repositories/bookingrepository.h"
#include "shared/core/utctime.h"
#include "tests/support/noshowparams.h"
#include "tests/support/testdatabases.h"

#include <QTest>

using namespace parterre;
using namespace parterre::testing;
using namespace Qt::StringLiterals;
using storage::Engine;

namespace {

// Tonight's event with two seats of a guest, a clerk and a door.
struct Tonight {
    explicit Tonight(const storage::DatabaseConfig &database) : house(database) {}

    [[nodiscard]] QString number(int ticket) const { return booking[u"tickets"_s][ticket][u"number"_s].toString(); }
    WireReply release(const QStringList &tickets) { return clerk->call(u"checkins.releaseNoShows"_s, noShowsOf(event, tickets)); }
    WireReply restore(const QStringList &tickets) { return door->call(u"checkins.restore"_s, noShowsOf(event, tickets)); }
    WireReply admit(const QString &shown, const QString &at = {})
    {
        QJsonObject arrival {{u"event"_s, event}, {u"code"_s, shown}, {u"key"_s, newKey()}};
        if (!at.isEmpty())
            arrival.insert(u"at"_s, at);
        return door->call(u"checkins.admit"_s, arrival);
    }
    QString outcome(const QString &shown) { return admit(shown).at(u"verdict.outcome"_s).toString(); }
    // How many seats are free, by what everybody is told.
    int free() { return guest->call(u"events.get"_s, {{u"event"_s, event}}).at(u"event.summary.free"_s).toInt(); }
    QJsonValue stored() { return clerk->call(u"bookings.get"_s, {{u"booking"_s, booking[u"id"_s]}}).at(u"booking"_s); }
    QStringList listed()
    {
        QStringList tickets;
        for (const QJsonValue &ticket : clerk->call(u"checkins.noShows"_s, {{u"event"_s, event}}).at(u"tickets"_s).toArray())
            tickets.append(ticket[u"ticket"_s].toString());
        return tickets;
    }
    [[nodiscard]] bool addsUp() const
    {
        storage::Database database(house.database());
        return database.open() && *storage::BookingRepository(database).imbalances() == 0 && *storage::BookingRepository(database).strays() == 0
            && *storage::BookingRepository(database).overRefunds() == 0;
    }

    TestHouse house;
    QString event = openTonight(house);
    std::unique_ptr<WireClient> guest = house.visitor();
    std::unique_ptr<WireClient> clerk = house.visitor(Role::Clerk);
    std::unique_ptr<WireClient> door = house.visitor(Role::Door);
    QJsonValue booking = soldTo(*guest, event, {40, 41});
};

QStringList textsOf(const QJsonValue &list)
{
    return list.toVariant().toStringList();
}

} // namespace

// Seats of people who did not come, over the wire.
class NoShowsTest : public QObject
{
    Q_OBJECT

private:
    TestDatabases m_databases;

private Q_SLOTS:
    void initTestCase_data() { TestDatabases::addEngines(); }
    void releasedSeat_isFreeForEverybodyAndSoldAgain();
    void whoCameBetweenListAndConfirmation_keepsTheSeat();
    void repetition_isAnsweredTheSame();
    void release_needsNoKey();
    void repetition_isAnsweredTheSame_whenTheEventIsCancelled();
    void latecomer_getsTheSeatBackWhileItIsFree();
    void latecomer_getsTheSeatBackAtAnotherServer();
    void latecomer_isToldWhenTheSeatIsSold();
    void latecomer_isToldWhenSomebodyIsBuyingTheSeat();
    void releasedTicket_isStillPaidBackByTheCounter();
    void cancelledEvent_owesNoShowsTheirMoney();
    void scanMadeOffline_isReportedAfterTheRelease();
    void releasedTicket_isNoBetterThanOthers();
    void offlineList_knowsWhatWasReleased();
    void tableSoldWhole_isReleasedWholeOrNotAtAll();
    void tableSoldWhole_bindsNobodyToWhoDidNotCome();
    void restart_remembersWhoseSeatsAreFree();
    void releaseAndArrivalAtOnce_areOneOrTheOther();
};

void NoShowsTest::releasedSeat_isFreeForEverybodyAndSoldAgain()
{
    QFETCH_GLOBAL(Engine, engine);
    Tonight tonight(m_databases.create(engine));
    QCOMPARE(tonight.listed(), (QStringList {tonight.number(0), tonight.number(1)}));
    const int before = tonight.free();
    const auto watcher = tonight.house.visitor();
    QVERIFY(watcher->call(u"seatmap.subscribe"_s, {{u"event"_s, tonight.event}}).ok());
    const WireReply released = tonight.release({tonight.number(0)});
    QCOMPARE(released.kind(), QString());
    QCOMPARE(textsOf(released.at(u"released"_s)), QStringList {tonight.number(0)});
    QVERIFY(textsOf(released.at(u"kept"_s)).isEmpty());
    QVERIFY(!watcher->awaitNotification(u"seatmap.changed"_s).isEmpty());
    QCOMPARE(tonight.free(), before + 1);
    QCOMPARE(tonight.listed(), QStringList {tonight.number(1)});
    // What was paid stays, the ticket is one no more.
    QCOMPARE(tonight.stored()[u"state"_s].toString(), u"confirmed"_s);
    QCOMPARE(tonight.stored()[u"total"_s], tonight.booking[u"total"_s]);
    QCOMPARE(tonight.stored()[u"tickets"_s][0][u"state"_s].toString(), u"released"_s);
    QCOMPARE(tonight.guest->call(u"tickets.codes"_s, {{u"booking"_s, tonight.booking[u"id"_s]}}).at(u"prints"_s).toArray().size(), 1);
    QCOMPARE(tonight.guest->call(u"bookings.list"_s).at(u"bookings.0.ticketCount"_s).toInt(), 2);
    QCOMPARE(tonight.door->call(u"checkins.list"_s, {{u"event"_s, tonight.event}}).at(u"attendance.expected"_s).toInt(), 1);
    const WireReply shown = tonight.admit(tonight.number(0));
    QCOMPARE(shown.at(u"verdict.outcome"_s).toString(), u"released"_s);
    QVERIFY(shown.at(u"verdict.placeIsFree"_s).toBool());
    QVERIFY(!shown.at(u"verdict.at"_s).toString().isEmpty());
    // Somebody else has it now.
    const QJsonValue again = soldTo(*tonight.clerk, tonight.event, {40});
    QCOMPARE(tonight.outcome(again[u"tickets"_s][0][u"number"_s].toString()), u"admitted"_s);
    QVERIFY(!tonight.admit(tonight.number(0)).at(u"verdict.placeIsFree"_s).toBool(true));
    QCOMPARE(tonight.free(), before);
    QVERIFY(tonight.addsUp());
}

void NoShowsTest::whoCameBetweenListAndConfirmation_keepsTheSeat()
{
    QFETCH_GLOBAL(Engine, engine);
    Tonight tonight(m_databases.create(engine));
    const QStringList listed = tonight.listed();
    QCOMPARE(tonight.outcome(tonight.number(0)), u"admitted"_s);
    const WireReply released = tonight.release(listed);
    QCOMPARE(textsOf(released.at(u"released"_s)), QStringList {tonight.number(1)});
    QCOMPARE(textsOf(released.at(u"kept"_s)), QStringList {tonight.number(0)});
    QCOMPARE(tonight.stored()[u"tickets"_s][0][u"state"_s].toString(), u"valid"_s);
    QCOMPARE(tonight.outcome(tonight.number(0)), u"already_in"_s);
    QVERIFY(tonight.addsUp());
}

void NoShowsTest::repetition_isAnsweredTheSame()
{
    QFETCH_GLOBAL(Engine, engine);
    Tonight tonight(m_databases.create(engine));
    const QJsonObject release = noShowsOf(tonight.event, {tonight.number(0), tonight.number(1)});
    const WireReply first = tonight.clerk->call(u"checkins.releaseNoShows"_s, release);
    QCOMPARE(textsOf(first.at(u"released"_s)).size(), 2);
    const QJsonObject restore = noShowsOf(tonight.event, {tonight.number(1)});
    const WireReply back = tonight.door->call(u"checkins.restore"_s, restore);
    QCOMPARE(textsOf(back.at(u"restored"_s)), QStringList {tonight.number(1)});
    // Neither does anything again: the second seat stays with the latecomer.
    QCOMPARE(tonight.clerk->call(u"checkins.releaseNoShows"_s, release).result, first.result);
    QCOMPARE(tonight.door->call(u"checkins.restore"_s, restore).result, back.result);
    QCOMPARE(tonight.outcome(tonight.number(1)), u"admitted"_s);
    QCOMPARE(tonight.outcome(tonight.number(0)), u"released"_s);
    QVERIFY(tonight.addsUp());
}

void NoShowsTest::release_needsNoKey()
{
    QFETCH_GLOBAL(Engine, engine);
    Tonight tonight(m_databases.create(engine));
    for (const int ticket : {0, 1}) {
        const QStringList numbers {tonight.number(ticket)};
        QCOMPARE(textsOf(tonight.clerk->call(u"checkins.releaseNoShows"_s, {{u"event"_s, tonight.event}, {u"tickets"_s, QJsonArray::fromStringList(numbers)}}).at(u"released"_s)), numbers);
    }
    QVERIFY(tonight.listed().isEmpty());
}

void NoShowsTest::repetition_isAnsweredTheSame_whenTheEventIsCancelled()
{
    QFETCH_GLOBAL(Engine, engine);
    Tonight tonight(m_databases.create(engine));
    const QJsonObject release = noShowsOf(tonight.event, {tonight.number(0), tonight.number(1)});
    const QJsonObject restore = noShowsOf(tonight.event, {tonight.number(1)});
    const WireReply first = tonight.clerk->call(u"checkins.releaseNoShows"_s, release);
    const WireReply back = tonight.door->call(u"checkins.restore"_s, restore);
    const auto manager = tonight.house.visitor(Role::Manager);
    QVERIFY(manager->call(u"events.cancel"_s, {{u"event"_s, tonight.event}, {u"version"_s, 2}, {u"reason"_s, u"Fire"_s}}).ok());
    QCOMPARE(tonight.clerk->call(u"checkins.releaseNoShows"_s, release).result, first.result);
    QCOMPARE(tonight.door->call(u"checkins.restore"_s, restore).result, back.result);
    QCOMPARE(tonight.release({tonight.number(1)}).kind(), u"sale_closed"_s);
    QCOMPARE(tonight.restore({tonight.number(0)}).kind(), u"sale_closed"_s);
    QCOMPARE(tonight.clerk->call(u"checkins.releaseNoShows"_s, with(release, u"tickets"_s, QJsonArray {tonight.number(1)})).kind(), u"key_reused"_s);
}

void NoShowsTest::latecomer_getsTheSeatBackWhileItIsFree()
{
    QFETCH_GLOBAL(Engine, engine);
    Tonight tonight(m_databases.create(engine));
    const int before = tonight.free();
    QVERIFY(tonight.release({tonight.number(0)}).ok());
    const WireReply back = tonight.restore({tonight.number(0)});
    QCOMPARE(back.kind(), QString());
    QCOMPARE(textsOf(back.at(u"restored"_s)), QStringList {tonight.number(0)});
    QCOMPARE(tonight.free(), before);
    QCOMPARE(tonight.guest->call(u"holds.acquire"_s, placesOf(*EventId::fromString(tonight.event), {40})).kind(), u"seat_taken"_s);
    QCOMPARE(tonight.outcome(tonight.number(0)), u"admitted"_s);
    QCOMPARE(tonight.restore({tonight.number(0)}).kind(), u"not_released"_s);
    QVERIFY(tonight.addsUp());
}

// Which has not heard that it was given free.
void NoShowsTest::latecomer_getsTheSeatBackAtAnotherServer()
{
    QFETCH_GLOBAL(Engine, engine);
    Tonight tonight(m_databases.create(engine));
    const EventId event = *EventId::fromString(tonight.event);
    const auto rival = tonight.house.rival();
    WireClient elsewhere(TestHouse::urlOf(*rival));
    QVERIFY(elsewhere.hello().ok());
    QVERIFY(elsewhere.call(u"auth.login"_s, {{u"email"_s, TestHouse::emailOf(Role::Clerk)}, {u"password"_s, TestHouse::passwordOf(Role::Clerk)}}).ok());
    QCOMPARE(elsewhere.call(u"holds.acquire"_s, placesOf(event, {40})).kind(), u"seat_taken"_s);
    QVERIFY(tonight.release({tonight.number(0), tonight.number(1)}).ok());
    QVERIFY(!soldTo(*tonight.clerk, tonight.event, {41}).isNull());
    const WireReply back = elsewhere.call(u"checkins.restore"_s, noShowsOf(tonight.event, {tonight.number(0), tonight.number(1)}));
    QCOMPARE(textsOf(back.at(u"restored"_s)), QStringList {tonight.number(0)});
    QCOMPARE(textsOf(back.at(u"taken"_s)), QStringList {tonight.number(1)});
    QCOMPARE(tonight.outcome(tonight.number(0)), u"admitted"_s);
    QCOMPARE(elsewhere.call(u"holds.acquire"_s, placesOf(event, {40})).kind(), u"seat_taken"_s);
    // Nor does the first one sell what it holds for free.
    QVERIFY(tonight.clerk->call(u"holds.acquire"_s, placesOf(event, {40})).ok());
    QCOMPARE(tonight.clerk->call(u"bookings.checkout"_s, testing::checkoutOf(event, {40}, newKey())).kind(), u"seat_taken"_s);
    QVERIFY(tonight.addsUp());
}

void NoShowsTest::latecomer_isToldWhenTheSeatIsSold()
{
    QFETCH_GLOBAL(Engine, engine);
    Tonight tonight(m_databases.create(engine));
    QVERIFY(tonight.release({tonight.number(0), tonight.number(1)}).ok());
    QVERIFY(!soldTo(*tonight.clerk, tonight.event, {40}).isNull());
    const WireReply taken = tonight.restore({tonight.number(0)});
    QCOMPARE(taken.kind(), u"seat_taken"_s);
    QCOMPARE(taken.places(), QList<qint32> {40});
    // Of several, those that can be had.
    const WireReply some = tonight.restore({tonight.number(0), tonight.number(1)});
    QCOMPARE(textsOf(some.at(u"restored"_s)), QStringList {tonight.number(1)});
    QCOMPARE(textsOf(some.at(u"taken"_s)), QStringList {tonight.number(0)});
    QVERIFY(tonight.addsUp());
}

void NoShowsTest::latecomer_isToldWhenSomebodyIsBuyingTheSeat()
{
    QFETCH_GLOBAL(Engine, engine);
    Tonight tonight(m_databases.create(engine));
    const EventId event = *EventId::fromString(tonight.event);
    QVERIFY(tonight.release({tonight.number(0)}).ok());
    const auto buyer = tonight.house.visitor();
    QVERIFY(buyer->call(u"holds.acquire"_s, placesOf(event, {40})).ok());
    QCOMPARE(tonight.restore({tonight.number(0)}).kind(), u"seat_taken"_s);
    QVERIFY(buyer->call(u"holds.release"_s, placesOf(event, {40})).ok());
    QVERIFY(tonight.restore({tonight.number(0)}).ok());
}

void NoShowsTest::releasedTicket_isStillPaidBackByTheCounter()
{
    QFETCH_GLOBAL(Engine, engine);
    Tonight tonight(m_databases.create(engine));
    QVERIFY(tonight.release({tonight.number(0)}).ok());
    QVERIFY(!soldTo(*tonight.clerk, tonight.event, {40}).isNull());
    const int before = tonight.free();
    const QJsonObject cancel {{u"booking"_s, tonight.booking[u"id"_s]}, {u"key"_s, newKey()}, {u"tickets"_s, QJsonArray {tonight.number(0)}}};
    QCOMPARE(tonight.guest->call(u"bookings.cancel"_s, cancel).kind(), u"ticket_released"_s);
    const WireReply cancelled = tonight.clerk->call(u"bookings.cancel"_s, cancel);
    QCOMPARE(cancelled.kind(), QString());
    QCOMPARE(cancelled.at(u"booking.tickets.0.state"_s).toString(), u"cancelled"_s);
    QCOMPARE(cancelled.at(u"booking.payments.1.amount.amount"_s).toInt(), 2'000);
    // Whoever bought the seat meanwhile keeps it.
    QCOMPARE(tonight.free(), before);
    QCOMPARE(tonight.restore({tonight.number(0)}).kind(), u"not_released"_s);
    QVERIFY(tonight.addsUp());
}

void NoShowsTest::cancelledEvent_owesNoShowsTheirMoney()
{
    QFETCH_GLOBAL(Engine, engine);
    Tonight tonight(m_databases.create(engine));
    const QJsonObject named {{u"event"_s, tonight.event}};
    QVERIFY(tonight.release({tonight.number(0), tonight.number(1)}).ok());
    QVERIFY(!soldTo(*tonight.clerk, tonight.event, {40}).isNull());
    const auto manager = tonight.house.visitor(Role::Manager);
    QCOMPARE(manager->call(u"events.sales"_s, named).at(u"sales.amounts.0.amount"_s).toInt(), 6'000);
    QVERIFY(manager->call(u"events.cancel"_s, {{u"event"_s, tonight.event}, {u"version"_s, 2}, {u"reason"_s, u"Fire"_s}}).ok());
    QTRY_COMPARE(manager->call(u"events.refunds"_s, named).at(u"totals.remaining"_s).toInt(), 0);
    QCOMPARE(tonight.stored()[u"state"_s].toString(), u"cancelled"_s);
    QCOMPARE(tonight.stored()[u"refunds"_s][0][u"amount"_s][u"amount"_s].toInt(), 4'000);
    QCOMPARE(tonight.outcome(tonight.number(0)), u"cancelled"_s);
    QVERIFY(tonight.addsUp());
}

void NoShowsTest::scanMadeOffline_isReportedAfterTheRelease()
{
    QFETCH_GLOBAL(Engine, engine);
    Tonight tonight(m_databases.create(engine));
    const QString scanned = toIsoUtc(SystemClock().utcNow());
    QVERIFY(tonight.release({tonight.number(0)}).ok());
    QCOMPARE(tonight.admit(tonight.number(0), scanned).at(u"verdict.outcome"_s).toString(), u"released"_s);
    QCOMPARE(tonight.door->call(u"checkins.list"_s, {{u"event"_s, tonight.event}}).at(u"attendance.admitted"_s).toInt(), 0);
}

// At another event's door, or of an older print: then no door can let it in after all.
void NoShowsTest::releasedTicket_isNoBetterThanOthers()
{
    QFETCH_GLOBAL(Engine, engine);
    Tonight tonight(m_databases.create(engine));
    const auto codeOf = [&tonight](int ticket) {
        return tonight.guest->call(u"tickets.codes"_s, {{u"booking"_s, tonight.booking[u"id"_s]}}).at(u"prints"_s)[ticket][u"code"_s].toString();
    };
    const QString old = codeOf(0);
    QVERIFY(tonight.guest->call(u"tickets.reprint"_s, {{u"ticket"_s, tonight.number(0)}, {u"key"_s, newKey()}}).ok());
    const QString newest = codeOf(0);
    QVERIFY(tonight.release({tonight.number(0)}).ok());
    QCOMPARE(tonight.outcome(old), u"reprinted"_s);
    QCOMPARE(tonight.outcome(newest), u"released"_s);
    const QString evening = tonight.house.events().evening.toString();
    const WireReply elsewhere = tonight.door->call(u"checkins.admit"_s, {{u"event"_s, evening}, {u"code"_s, newest}, {u"key"_s, newKey()}});
    QCOMPARE(elsewhere.at(u"verdict.outcome"_s).toString(), u"wrong_event"_s);
    QCOMPARE(elsewhere.at(u"verdict.event.id"_s).toString(), tonight.event);
}

void NoShowsTest::offlineList_knowsWhatWasReleased()
{
    QFETCH_GLOBAL(Engine, engine);
    Tonight tonight(m_databases.create(engine));
    QVERIFY(tonight.release({tonight.number(0)}).ok());
    const QJsonValue resold = soldTo(*tonight.clerk, tonight.event, {40});
    const WireReply list = tonight.door->call(u"checkins.offline"_s, {{u"event"_s, tonight.event}});
    QCOMPARE(textsOf(list.at(u"released"_s)), QStringList {tonight.number(0)});
    QCOMPARE(list.at(u"tickets"_s).toArray().size(), 2);
    QCOMPARE(list.at(u"tickets.0.ticket"_s).toString(), resold[u"tickets"_s][0][u"number"_s].toString());
    QCOMPARE(list.at(u"tickets.1.ticket"_s).toString(), tonight.number(1));
}

void NoShowsTest::tableSoldWhole_isReleasedWholeOrNotAtAll()
{
    QFETCH_GLOBAL(Engine, engine);
    const TestHouse house(m_databases.create(engine));
    const auto clerk = house.visitor(Role::Clerk);
    const QJsonValue plan = clerk->call(u"events.get"_s, {{u"event"_s, house.events().cabaret.toString()}}).at(u"event.plan"_s);
    const QString event = openTonight(house, plan[u"id"_s].toString(), plan[u"version"_s].toInt());
    const QJsonValue booking = soldTo(*clerk, event, {0, 1, 2, 3});
    QStringList tickets;
    for (const QJsonValue &ticket : booking[u"tickets"_s].toArray())
        tickets.append(ticket[u"number"_s].toString());
    const WireReply some = clerk->call(u"checkins.releaseNoShows"_s, noShowsOf(event, tickets.first(3)));
    QVERIFY(textsOf(some.at(u"released"_s)).isEmpty());
    QCOMPARE(textsOf(some.at(u"kept"_s)).size(), 3);
    QCOMPARE(textsOf(clerk->call(u"checkins.releaseNoShows"_s, noShowsOf(event, tickets)).at(u"released"_s)).size(), 4);
}

// One of four comes late; the other table of the booking can be given back all the same, and so can what was paid for one seat.
void NoShowsTest::tableSoldWhole_bindsNobodyToWhoDidNotCome()
{
    QFETCH_GLOBAL(Engine, engine);
    const TestHouse house(m_databases.create(engine));
    const auto clerk = house.visitor(Role::Clerk);
    const QJsonValue plan = clerk->call(u"events.get"_s, {{u"event"_s, house.events().cabaret.toString()}}).at(u"event.plan"_s);
    const QString event = openTonight(house, plan[u"id"_s].toString(), plan[u"version"_s].toInt());
    const QJsonValue booking = soldTo(*clerk, event, {0, 1, 2, 3, 4, 5, 6, 7});
    QStringList tickets;
    for (const QJsonValue &ticket : booking[u"tickets"_s].toArray())
        tickets.append(ticket[u"number"_s].toString());
    const auto cancel = [&](const QStringList &some) {
        return clerk->call(u"bookings.cancel"_s, {{u"booking"_s, booking[u"id"_s]}, {u"key"_s, newKey()}, {u"tickets"_s, QJsonArray::fromStringList(some)}}).kind();
    };
    QVERIFY(clerk->call(u"checkins.releaseNoShows"_s, noShowsOf(event, tickets.first(4))).ok());
    QVERIFY(clerk->call(u"checkins.restore"_s, noShowsOf(event, tickets.first(1))).ok());
    QCOMPARE(cancel(tickets.mid(4, 1)), u"table_sold_whole"_s);
    QCOMPARE(cancel(tickets.mid(4)), QString());
    QCOMPARE(cancel(tickets.mid(1, 1)), QString());
}

void NoShowsTest::restart_remembersWhoseSeatsAreFree()
{
    QFETCH_GLOBAL(Engine, engine);
    Tonight tonight(m_databases.create(engine));
    QVERIFY(tonight.release({tonight.number(0)}).ok());
    tonight.house.restart();
    tonight.clerk = tonight.house.visitor(Role::Clerk);
    tonight.door = tonight.house.visitor(Role::Door);
    QCOMPARE(tonight.outcome(tonight.number(0)), u"released"_s);
    QVERIFY(!soldTo(*tonight.clerk, tonight.event, {40}).isNull());
    QCOMPARE(tonight.restore({tonight.number(0)}).kind(), u"seat_taken"_s);
}

// Whoever comes first has the seat: never is somebody in whose seat is free.
void NoShowsTest::releaseAndArrivalAtOnce_areOneOrTheOther()
{
    QFETCH_GLOBAL(Engine, engine);
    Tonight tonight(m_databases.create(engine));
    const auto rival = engine == Engine::Postgresql ? tonight.house.rival() : nullptr;
    WireClient elsewhere(rival ? TestHouse::urlOf(*rival) : tonight.house.url());
    QVERIFY(elsewhere.hello().ok());
    QVERIFY(elsewhere.call(u"auth.login"_s, {{u"email"_s, TestHouse::emailOf(Role::Door)}, {u"password"_s, TestHouse::passwordOf(Role::Door)}}).ok());
    for (int i = 0; i < 10; ++i) {
        const QJsonValue sold = soldTo(*tonight.clerk, tonight.event, {60 + i});
        const QString ticket = sold[u"tickets"_s][0][u"number"_s].toString();
        const qint64 releasing = tonight.clerk->send(u"checkins.releaseNoShows"_s, noShowsOf(tonight.event, {ticket}));
        const qint64 admitting = elsewhere.send(u"checkins.admit"_s, {{u"event"_s, tonight.event}, {u"code"_s, ticket}, {u"key"_s, newKey()}});
        const bool isReleased = textsOf(tonight.clerk->await(releasing).at(u"released"_s)).contains(ticket);
        const QString outcome = elsewhere.await(admitting).at(u"verdict.outcome"_s).toString();
        QCOMPARE(outcome, isReleased ? u"released"_s : u"admitted"_s);
    }
    QVERIFY(tonight.addsUp());
}

QTEST_GUILESS_MAIN(NoShowsTest)
#include "tst_noshows.moc"
