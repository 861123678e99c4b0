// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/manualclock.h"
#include "tests/support/testdatabases.h"
#include "tests/support/testhouse.h"

#include <QCryptographicHash>
#include <QTest>

using namespace parterre;
using namespace parterre::testing;
using namespace Qt::StringLiterals;
using storage::Engine;

// events.search while seats are being sold.
class EventSearchTest : public QObject
{
    Q_OBJECT

private:
    TestDatabases m_databases;

    static QStringList names(const WireReply &page)
    {
        QStringList all;
        for (const QJsonValue &event : page.at(u"events"_s).toArray())
            all.append(event[u"name"_s].toString());
        return all;
    }
    // The next second: seats seen before that are not looked up again.
    static void letSeatsBeSeenAnew(SharedManualClock &clock) { clock.advanceTo(clock.utcNow() + std::chrono::seconds(1)); }

private Q_SLOTS:
    void minFree_followsTheSale_data() { TestDatabases::addEngines(); }
    void minFree_followsTheSale();
    void pages_seeTheSeatsOfTheFirst_data() { TestDatabases::addEngines(); }
    void pages_seeTheSeatsOfTheFirst();
    void cursors_belongToTheirOrder();
    void poster_isWhatTheListingNames_data() { TestDatabases::addEngines(); }
    void poster_isWhatTheListingNames();
};

void EventSearchTest::minFree_followsTheSale()
{
    QFETCH(Engine, engine);
    SharedManualClock clock(SystemClock().utcNow());
    const TestHouse house(m_databases.create(engine), {.clock = &clock});
    const auto guest = house.visitor();
    const QJsonObject almostAll {{u"minFree"_s, TestHouse::kSeats - 1}};
    QCOMPARE(names(guest->call(u"events.search"_s, almostAll)).size(), 8);
    QVERIFY(guest->call(u"holds.acquire"_s, placesOf(house.events().evening, {30, 31})).ok());
    letSeatsBeSeenAnew(clock);
    const WireReply left = guest->call(u"events.search"_s, almostAll);
    QCOMPARE(names(left), QStringList({u"Macbeth"_s, u"Quick change"_s, u"Next season"_s, u"Pause"_s, u"No way back"_s, u"On tour"_s, u"Full house"_s}));
    QVERIFY(guest->call(u"holds.release"_s, placesOf(house.events().evening, {31})).ok());
    letSeatsBeSeenAnew(clock);
    const WireReply again = guest->call(u"events.search"_s, almostAll);
    QCOMPARE(names(again).first(), u"Hamlet"_s);
    QCOMPARE(again.at(u"events.0.free"_s).toInt(), TestHouse::kSeats - 1);
    QCOMPARE(guest->call(u"events.search"_s, {{u"minFree"_s, 0}}).kind(), u"invalid_params"_s);
    QCOMPARE(guest->call(u"events.search"_s, {{u"sort"_s, u"colour"_s}}).kind(), u"invalid_params"_s);
}

// Between any two pages the event that was shown last becomes fuller: an order that followed the sale would show
// events twice and leave others out.
void EventSearchTest::pages_seeTheSeatsOfTheFirst()
{
    QFETCH(Engine, engine);
    SharedManualClock clock(SystemClock().utcNow());
    const TestHouse house(m_databases.create(engine), {.clock = &clock});
    const auto clerk = house.visitor(Role::Clerk);
    const QHash<QString, EventId> onSale {{u"Hamlet"_s, house.events().evening}, {u"Macbeth"_s, house.events().matinee}};
    const auto hold = [&](const EventId &event, qint32 first, qint32 count) {
        QList<qint32> places;
        for (qint32 place = first; place < first + count; ++place)
            places.append(place);
        return clerk->call(u"holds.acquire"_s, placesOf(event, places)).ok();
    };
    QVERIFY(hold(house.events().evening, 0, 1));
    QVERIFY(hold(house.events().matinee, 0, 2));
    QVERIFY(hold(house.events().abroad, 0, 3));
    const auto guest = house.visitor();
    QJsonObject params {{u"sort"_s, u"free"_s}, {u"limit"_s, 1}};
    QStringList seen;
    for (;;) {
        const WireReply page = guest->call(u"events.search"_s, params);
        QCOMPARE(page.kind(), QString());
        seen += names(page);
        if (page.at(u"next"_s).isUndefined())
            break;
        if (const auto event = onSale.constFind(seen.last()); event != onSale.constEnd())
            QVERIFY(hold(*event, 100, 50));
        letSeatsBeSeenAnew(clock);
        params.insert(u"cursor"_s, page.at(u"next"_s));
    }
    QCOMPARE(seen, QStringList({u"Quick change"_s, u"Next season"_s, u"Pause"_s, u"No way back"_s, u"Full house"_s, u"Hamlet"_s, u"Macbeth"_s, u"On tour"_s, u"Night owls"_s, u"Called off"_s}));
    const QStringList now = names(guest->call(u"events.search"_s, {{u"sort"_s, u"free"_s}}));
    QCOMPARE(now.sliced(5), QStringList({u"On tour"_s, u"Hamlet"_s, u"Macbeth"_s, u"Night owls"_s, u"Called off"_s}));
}

void EventSearchTest::cursors_belongToTheirOrder()
{
    const TestHouse house(m_databases.create(Engine::Sqlite));
    const auto guest = house.visitor();
    for (const QString &sort : {u"name"_s, u"price"_s, u"free"_s}) {
        const QJsonValue next = guest->call(u"events.search"_s, {{u"sort"_s, sort}, {u"limit"_s, 1}}).at(u"next"_s);
        QVERIFY(next.isString());
        for (const QString &other : {u"start"_s, u"name"_s, u"price"_s, u"free"_s}) {
            const WireReply reply = guest->call(u"events.search"_s, {{u"sort"_s, other}, {u"cursor"_s, next}});
            QCOMPARE(reply.kind(), other == sort ? QString() : u"invalid_params"_s);
        }
    }
    QCOMPARE(guest->call(u"events.search"_s, {{u"minFree"_s, 1}, {u"cursor"_s, u"forged"_s}}).kind(), u"invalid_params"_s);
}

void EventSearchTest::poster_isWhatTheListingNames()
{
    QFETCH(Engine, engine);
    const TestHouse house(m_databases.create(engine));
    const auto guest = house.visitor();
    const WireReply listed = guest->call(u"events.search"_s);
    QVERIFY(listed.at(u"events.1.poster"_s).isUndefined());
    const WireReply poster = guest->call(u"events.poster"_s, {{u"event"_s, house.events().evening.toString()}});
    QCOMPARE(poster.at(u"hash"_s), listed.at(u"events.0.poster"_s));
    const QByteArray file = QByteArray::fromBase64(poster.at(u"data"_s).toString().toLatin1());
    QCOMPARE(QString::fromLatin1(QCryptographicHash::hash(file, QCryptographicHash::Sha256).toHex()), poster.at(u"hash"_s).toString());
    QCOMPARE(poster.at(u"width"_s).toInt(), 96);
    QCOMPARE(poster.at(u"format"_s).toString(), u"image/png"_s);
    const QJsonObject draft {{u"event"_s, house.events().draft.toString()}};
    QCOMPARE(guest->call(u"events.poster"_s, draft).kind(), u"not_found"_s);
    QVERIFY(house.visitor(Role::Clerk)->call(u"events.poster"_s, draft).ok());
    QCOMPARE(guest->call(u"events.poster"_s, {{u"event"_s, house.events().matinee.toString()}}).kind(), u"not_found"_s);
}

QTEST_GUILESS_MAIN(EventSearchTest)
#include "tst_eventsearch.moc"
