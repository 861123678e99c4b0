// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/blockparams.h"
#include "tests/support/eventparams.h"
#include "tests/support/seatmirror.h"
#include "tests/support/testdatabases.h"

#include <QTest>

using namespace parterre;
using namespace parterre::testing;
using namespace Qt::StringLiterals;
using storage::Engine;

// Two servers on one database, of which neither hears what the other does until the database refuses something: then it shows what is
// so, to everybody and at once.
class RivalsTest : public QObject
{
    Q_OBJECT

private:
    TestDatabases m_databases;
    std::unique_ptr<TestHouse> m_house;
    std::unique_ptr<server::House> m_rival;
    std::unique_ptr<WireClient> m_manager; // here
    std::unique_ptr<WireClient> m_clerk;   // there, as the next two
    std::unique_ptr<WireClient> m_manages;
    std::unique_ptr<WireClient> m_watcher;
    std::unique_ptr<SeatMirror> m_map;     // that the watcher sees

    [[nodiscard]] EventId evening() const { return m_house->events().evening; }
    [[nodiscard]] EventId matinee() const { return m_house->events().matinee; }
    [[nodiscard]] std::unique_ptr<WireClient> there(std::optional<Role> role) const
    {
        auto client = std::make_unique<WireClient>(TestHouse::urlOf(*m_rival));
        const bool isIn = client->hello().ok()
            && (role ? client->call(u"auth.login"_s, {{u"email"_s, TestHouse::emailOf(*role)}, {u"password"_s, TestHouse::passwordOf(*role)}}) : client->call(u"auth.guest"_s, {{u"name"_s, u"Rita Rival"_s}})).ok();
        if (!isIn)
            qFatal("nobody could come in at the other server");
        return client;
    }
    // Of the other server's clerk; what that server knows of the event decides.
    [[nodiscard]] WireReply hold(const QList<qint32> &places, const EventId &event) const { return m_clerk->call(u"holds.acquire"_s, placesOf(event, places)); }
    [[nodiscard]] WireReply hold(const QList<qint32> &places) const { return hold(places, evening()); }
    [[nodiscard]] WireReply sell(qint32 place) const { return m_clerk->call(u"bookings.checkout"_s, checkoutOf(evening(), {place}, newKey())); }
    [[nodiscard]] QJsonObject versionOf(const EventId &event) const
    {
        return {{u"event"_s, event.toString()}, {u"version"_s, m_manager->call(u"events.get"_s, {{u"event"_s, event.toString()}}).at(u"event.version"_s)}};
    }
    [[nodiscard]] WireReply end(const EventId &event, const QString &state) const
    {
        if (state == u"cancelled"_s)
            return m_manager->call(u"events.cancel"_s, with(versionOf(event), u"reason"_s, u"Fire in the house"_s));
        return state == u"deleted"_s ? m_manager->call(u"events.delete"_s, versionOf(event)) : m_manager->call(u"events.setState"_s, with(versionOf(event), u"state"_s, state));
    }

private Q_SLOTS:
    void initTestCase_data() { TestDatabases::addEngines(); }
    void init()
    {
        QFETCH_GLOBAL(Engine, engine);
        m_house = std::make_unique<TestHouse>(m_databases.create(engine));
        m_rival = m_house->rival();
        m_manager = m_house->visitor(Role::Manager);
        m_clerk = there(Role::Clerk);
        m_manages = there(Role::Manager);
        m_watcher = there(std::nullopt);
        m_map = std::make_unique<SeatMirror>(*m_watcher, evening());
        QVERIFY(m_map->subscribe());
    }
    void cleanup()
    {
        m_map.reset();
        for (std::unique_ptr<WireClient> *client : {&m_watcher, &m_manages, &m_clerk, &m_manager})
            client->reset();
        m_rival.reset();
        m_house.reset();
    }

    void seatKilledHere_isBlockedThereOnceItIsRefused()
    {
        QVERIFY(hold({30, 31}).ok());
        QVERIFY(m_manager->call(u"blocks.create"_s, blockOf(evening(), {30, 32}, u"killed"_s)).ok());
        const WireReply refused = sell(30);
        QCOMPARE(refused.kind(), u"seat_taken"_s);
        QCOMPARE(refused.places(), QList<qint32> {30});
        QVERIFY(m_map->awaitState(30, SeatState::Blocked));
        QCOMPARE(m_map->at(31), SeatState::Held); // that one was not asked about
        const WireReply listed = m_clerk->call(u"blocks.list"_s, {{u"event"_s, evening().toString()}});
        QCOMPARE(listed.at(u"blocks.0.kind"_s).toString(), u"killed"_s);
        QCOMPARE(listed.at(u"blocks.0.reason"_s).toString(), u"House seats"_s);
        QCOMPARE(listed.at(u"blocks.0.places"_s).toArray(), QJsonArray {30});
        // Released there it is free, and not sold for good.
        QVERIFY(m_manages->call(u"blocks.release"_s, placesOf(evening(), {30})).ok());
        QVERIFY(m_map->awaitState(30, SeatState::Free));
        QVERIFY(hold({30}).ok());
        QVERIFY(sell(30).ok());
        QVERIFY(m_map->awaitState(30, SeatState::Sold));
        QCOMPARE(m_map->gaps(), 0);
    }

    void seatSoldOrBlockedHere_isSoThereWhenItIsToBeBlocked()
    {
        const auto guest = m_house->visitor();
        QVERIFY(guest->call(u"holds.acquire"_s, placesOf(evening(), {40})).ok());
        QVERIFY(guest->call(u"bookings.checkout"_s, checkoutOf(evening(), {40}, newKey())).ok());
        QVERIFY(m_manager->call(u"blocks.create"_s, blockOf(evening(), {41})).ok());
        QCOMPARE(m_manages->call(u"blocks.create"_s, blockOf(evening(), {40, 42})).kind(), u"seat_taken"_s);
        QVERIFY(m_map->awaitState(40, SeatState::Sold));
        QCOMPARE(m_manages->call(u"blocks.create"_s, blockOf(evening(), {41, 42})).kind(), u"already_blocked"_s);
        QVERIFY(m_map->awaitState(41, SeatState::Blocked));
        QVERIFY(m_map->awaitState(42, SeatState::Free));
    }

    void eventThatIsEndedHere_isNotSoldThere_data()
    {
        QTest::addColumn<QString>("state");
        QTest::newRow("cancelled") << u"cancelled"_s;
        QTest::newRow("paused") << u"paused"_s;
    }
    void eventThatIsEndedHere_isNotSoldThere()
    {
        QFETCH(QString, state);
        QVERIFY(hold({50, 51}).ok());
        QVERIFY(end(evening(), state).ok());
        QVERIFY(hold({53}).ok()); // nobody has told
        QCOMPARE(sell(50).kind(), u"sale_closed"_s);
        QCOMPARE(m_watcher->awaitNotification(u"events.changed"_s).value(u"event"_s).toString(), evening().toString());
        QVERIFY(m_map->awaitState(51, state == u"cancelled"_s ? SeatState::Free : SeatState::Held));
        QCOMPARE(hold({52}).kind(), u"sale_closed"_s);
        // It begins again as it ended.
        if (state == u"paused"_s) {
            QVERIFY(m_manages->call(u"events.setState"_s, with(versionOf(evening()), u"state"_s, u"published"_s)).ok());
            QVERIFY(sell(51).ok());
        }
    }

    void cancelledHere_isNeitherReservedNorExchangedIntoThere()
    {
        QVERIFY(hold({20}, matinee()).ok());
        const WireReply sold = m_clerk->call(u"bookings.checkout"_s, checkoutOf(matinee(), {20}, newKey()));
        QVERIFY(hold({60}).ok());
        QVERIFY(end(evening(), u"cancelled"_s).ok());
        QCOMPARE(m_clerk->call(u"bookings.exchange"_s, exchangeOf(sold.at(u"booking"_s), evening(), {60}, newKey())).kind(), u"sale_closed"_s);
        QCOMPARE(hold({61}).kind(), u"sale_closed"_s);
        QVERIFY(end(matinee(), u"cancelled"_s).ok());
        QVERIFY(hold({21}, matinee()).ok());
        QCOMPARE(m_clerk->call(u"bookings.reserve"_s, reservationOf(matinee(), {21}, newKey())).kind(), u"sale_closed"_s);
        QCOMPARE(hold({22}, matinee()).kind(), u"sale_closed"_s);
    }

    void deletedHere_isGoneThereOnceSomebodyWantsToPay()
    {
        QVERIFY(hold({70}).ok());
        QVERIFY2(end(evening(), u"deleted"_s).ok(), "it was touched");
        QCOMPARE(sell(70).kind(), u"sale_closed"_s);
        QCOMPARE(hold({71}).kind(), u"not_found"_s);
    }

    void blockIntoAnEventThatIsCancelledHere_isRefusedThere()
    {
        QVERIFY(end(evening(), u"cancelled"_s).ok());
        QCOMPARE(m_manages->call(u"blocks.create"_s, blockOf(evening(), {80})).kind(), u"sale_closed"_s);
        QCOMPARE(hold({81}).kind(), u"sale_closed"_s);
        QVERIFY(m_map->awaitState(80, SeatState::Free));
    }
};

QTEST_GUILESS_MAIN(RivalsTest)
#include "tst_rivals.moc"
