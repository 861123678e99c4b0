// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/core/utctime.h"
#include "shared/domain/seatstate.h"
#include "tests/support/auditactions.h"
#include "tests/support/blockparams.h"
#include "tests/support/eventparams.h"
#include "tests/support/manualclock.h"
#include "tests/support/testdatabases.h"

#include <QTest>

using namespace parterre;
using namespace parterre::testing;
using namespace Qt::StringLiterals;
using storage::Engine;

// What the house keeps from sale, at a running house: seen by everybody, had by staff alone, and free again in time.
class BlocksTest : public QObject
{
    Q_OBJECT

private:
    TestDatabases m_databases;
    std::unique_ptr<SharedManualClock> m_clock;
    std::unique_ptr<TestHouse> m_house;
    std::unique_ptr<WireClient> m_manager;
    std::unique_ptr<WireClient> m_clerk;
    std::unique_ptr<WireClient> m_guest;

    void admit()
    {
        m_manager = m_house->visitor(Role::Manager);
        m_clerk = m_house->visitor(Role::Clerk);
        m_guest = m_house->visitor();
    }
    // Before the house closes, which else waits for them.
    void leave()
    {
        m_manager.reset();
        m_clerk.reset();
        m_guest.reset();
    }
    void reopen()
    {
        leave();
        m_house->restart();
        admit();
    }
    [[nodiscard]] EventId evening() const { return m_house->events().evening; }
    [[nodiscard]] WireReply create(const QJsonObject &block) const { return m_manager->call(u"blocks.create"_s, block); }
    [[nodiscard]] QJsonArray listed(const EventId &event) const { return m_clerk->call(u"blocks.list"_s, {{u"event"_s, event.toString()}}).at(u"blocks"_s).toArray(); }
    [[nodiscard]] QJsonArray due() const { return m_clerk->call(u"blocks.due"_s).at(u"blocks"_s).toArray(); }
    [[nodiscard]] SeatState stateOf(const EventId &event, qint32 place) const
    {
        const WireReply map = m_guest->call(u"seatmap.subscribe"_s, {{u"event"_s, event.toString()}});
        return unpackSeatStates(map.at(u"states"_s).toString().toLatin1(), map.at(u"seats"_s).toInt())->at(static_cast<std::size_t>(place));
    }
    [[nodiscard]] static QJsonObject heldBack(const EventId &event, const QList<qint32> &places) { return with(placesOf(event, places), u"heldBack"_s, true); }
    [[nodiscard]] static QJsonObject releaseIn(std::chrono::milliseconds time, bool confirmed)
    {
        return {{u"at"_s, toIsoUtc(SystemClock().utcNow() + time)}, {u"confirmed"_s, confirmed}};
    }
    [[nodiscard]] QStringList audited() const
    {
        return auditActions(m_house->database(), [](const storage::AuditEvent &event) { return event.objectKind == u"block"_s; });
    }

private Q_SLOTS:
    void initTestCase_data() { TestDatabases::addEngines(); }
    void init()
    {
        QFETCH_GLOBAL(Engine, engine);
        m_house = std::make_unique<TestHouse>(m_databases.create(engine));
        admit();
    }
    void cleanup()
    {
        leave();
        m_house.reset();
    }

    void block_isSeenByEverybodyAtOnceAndKnownToStaff()
    {
        QVERIFY(m_guest->call(u"seatmap.subscribe"_s, {{u"event"_s, evening().toString()}}).ok());
        const QJsonObject block = blockOf(evening(), {31, 30});
        const WireReply made = create(block);
        QCOMPARE(made.kind(), QString());
        const QJsonObject told = m_guest->awaitNotification(u"seatmap.changed"_s);
        QCOMPARE(told.value(u"changes"_s).toArray().size(), 2);
        QCOMPARE(told.value(u"changes"_s)[0][1].toInt(), static_cast<int>(SeatState::Blocked));
        const QJsonArray all = listed(evening());
        QCOMPARE(all.size(), 1);
        QCOMPARE(all[0].toObject(), made.at(u"block"_s).toObject());
        QCOMPARE(all[0][u"reason"_s].toString(), u"House seats"_s);
        QCOMPARE(all[0][u"places"_s].toArray(), QJsonArray({30, 31}));
        QVERIFY(!all[0][u"createdBy"_s][u"name"_s].toString().isEmpty());
        QCOMPARE(m_guest->call(u"events.get"_s, {{u"event"_s, evening().toString()}}).at(u"event.summary.free"_s).toInt(), TestHouse::kSeats - 2);

        // Asked for again, as after a lost answer.
        QCOMPARE(create(block).at(u"block"_s), made.at(u"block"_s));
        QCOMPARE(create(with(block, u"places"_s, QJsonArray {30, 32})).kind(), u"already_exists"_s);
        QCOMPARE(audited(), QStringList {u"block.created"_s});
    }

    void block_isRefusedAsAWholeWhenASeatIsNotFree()
    {
        QVERIFY(m_guest->call(u"holds.acquire"_s, placesOf(evening(), {41})).ok());
        const WireReply refused = create(blockOf(evening(), {40, 41}));
        QCOMPARE(refused.kind(), u"seat_taken"_s);
        QCOMPARE(refused.places(), QList<qint32> {41});
        QCOMPARE(stateOf(evening(), 40), SeatState::Free);
        QVERIFY(listed(evening()).isEmpty());
    }

    void customer_getsNothingOfIt()
    {
        QVERIFY(create(blockOf(evening(), {30})).ok());
        QVERIFY(create(blockOf(evening(), {31}, u"killed"_s)).ok());
        for (const qint32 place : {30, 31}) {
            QCOMPARE(m_guest->call(u"holds.acquire"_s, placesOf(evening(), {place})).kind(), u"seat_taken"_s);
            QCOMPARE(m_guest->call(u"holds.acquire"_s, heldBack(evening(), {place})).kind(), u"not_permitted"_s);
        }
        QCOMPARE(m_guest->call(u"seats.suggest"_s, {{u"event"_s, evening().toString()}, {u"size"_s, 1}, {u"heldBack"_s, true}}).kind(), u"not_permitted"_s);
        QCOMPARE(m_guest->call(u"blocks.list"_s, {{u"event"_s, evening().toString()}}).kind(), u"not_permitted"_s);
    }

    void clerk_sellsAHeldBackSeatOnPurposeAndItLeavesItsBlock()
    {
        QVERIFY(create(blockOf(evening(), {30, 31})).ok());
        const WireReply unaware = m_clerk->call(u"holds.acquire"_s, placesOf(evening(), {29, 30}));
        QCOMPARE(unaware.kind(), u"seat_held_back"_s);
        QCOMPARE(unaware.places(), QList<qint32> {30});
        QVERIFY(m_clerk->call(u"holds.acquire"_s, heldBack(evening(), {29, 30})).ok());
        // Given back, it is held back again; what was free is free.
        QVERIFY(m_clerk->call(u"holds.release"_s, placesOf(evening(), {29, 30})).ok());
        QCOMPARE(stateOf(evening(), 30), SeatState::Blocked);
        QCOMPARE(stateOf(evening(), 29), SeatState::Free);

        QVERIFY(m_clerk->call(u"holds.acquire"_s, heldBack(evening(), {30})).ok());
        const WireReply sold = m_clerk->call(u"bookings.checkout"_s, checkoutOf(evening(), {30}, newKey()));
        QCOMPARE(sold.kind(), QString());
        QCOMPARE(listed(evening())[0][u"places"_s].toArray(), QJsonArray {31});
        // Its ticket cancelled, everybody may have it, also after a start.
        QVERIFY(m_clerk->call(u"bookings.cancel"_s, {{u"booking"_s, sold.at(u"booking.id"_s)}, {u"key"_s, newKey()}}).ok());
        QCOMPARE(stateOf(evening(), 30), SeatState::Free);
        reopen();
        QCOMPARE(stateOf(evening(), 30), SeatState::Free);
        QCOMPARE(stateOf(evening(), 31), SeatState::Blocked);
    }

    void exchangedSeat_leavesItsBlock()
    {
        QVERIFY(create(blockOf(evening(), {30, 31})).ok());
        QVERIFY(m_clerk->call(u"holds.acquire"_s, placesOf(evening(), {35})).ok());
        const QJsonValue booking = m_clerk->call(u"bookings.checkout"_s, checkoutOf(evening(), {35}, newKey())).at(u"booking"_s);
        QVERIFY(m_clerk->call(u"holds.acquire"_s, heldBack(evening(), {31})).ok());
        QCOMPARE(m_clerk->call(u"bookings.exchange"_s, exchangeOf(booking, evening(), {31}, newKey())).kind(), QString());
        QCOMPARE(listed(evening())[0][u"places"_s].toArray(), QJsonArray {30});
        reopen();
        QCOMPARE(listed(evening())[0][u"places"_s].toArray(), QJsonArray {30});
    }

    void killedSeat_isNobodysAlsoNotForStaff()
    {
        QVERIFY(create(blockOf(evening(), {30}, u"killed"_s)).ok());
        QCOMPARE(m_manager->call(u"holds.acquire"_s, placesOf(evening(), {30})).kind(), u"seat_taken"_s);
        QCOMPARE(m_manager->call(u"holds.acquire"_s, heldBack(evening(), {30})).kind(), u"seat_taken"_s);
        const auto suggested = [this](bool heldBack) {
            return m_clerk->call(u"seats.suggest"_s, {{u"event"_s, evening().toString()}, {u"size"_s, 1}, {u"heldBack"_s, heldBack}}).at(u"offers.0.places.0"_s).toInt();
        };
        const int best = suggested(false);
        QVERIFY(create(blockOf(evening(), {best})).ok());
        QVERIFY(suggested(false) != best);
        QCOMPARE(suggested(true), best);
    }

    void areas_areBlockedByNumber()
    {
        const EventId cabaret = m_house->events().cabaret;
        constexpr qint32 kFirst = TestHouse::Cabaret::kFirstGallery;
        const QJsonArray twoOfGallery {QJsonObject {{u"area"_s, 1}, {u"seats"_s, 2}}};
        const QJsonObject block = with(blockOf(cabaret, {}), u"areas"_s, twoOfGallery);
        const WireReply made = create(block);
        QCOMPARE(made.at(u"block.places"_s).toArray(), QJsonArray({kFirst, kFirst + 1}));
        QCOMPARE(create(block).at(u"block"_s), made.at(u"block"_s));
        QCOMPARE(create(with(block, u"areas"_s, QJsonArray {QJsonObject {{u"area"_s, 1}, {u"seats"_s, 1}}})).kind(), u"already_exists"_s);
        const QJsonObject two {{u"event"_s, cabaret.toString()}, {u"places"_s, QJsonArray()}, {u"areas"_s, twoOfGallery}};
        const WireReply full = m_guest->call(u"holds.acquire"_s, two);
        QCOMPARE(full.kind(), u"area_full"_s);
        QCOMPARE(full.data().value(u"limit"_s).toInt(), 1);
        const WireReply held = m_clerk->call(u"holds.acquire"_s, with(two, u"heldBack"_s, true));
        QCOMPARE(held.at(u"holds"_s).toArray().size(), 2);
        QCOMPARE(held.at(u"holds.0.place"_s).toInt(), kFirst + 2); // what is free goes first
    }

    void restart_keepsBlocks()
    {
        QVERIFY(create(blockOf(evening(), {30, 31})).ok());
        QVERIFY(create(with(blockOf(evening(), {32}, u"killed"_s), u"release"_s, QJsonObject {{u"minutesBefore"_s, 15}, {u"confirmed"_s, false}})).ok());
        const QJsonArray before = listed(evening());
        reopen();
        QCOMPARE(listed(evening()), before);
        QCOMPARE(due().size(), 1);
        for (const qint32 place : {30, 31, 32})
            QCOMPARE(stateOf(evening(), place), SeatState::Blocked);
        QCOMPARE(m_guest->call(u"holds.acquire"_s, placesOf(evening(), {32})).kind(), u"seat_taken"_s);
    }

    void release_givesEverybodySomeOrAll()
    {
        const QJsonObject block = blockOf(evening(), {30, 31, 32});
        QVERIFY(create(block).ok());
        const QJsonObject named {{u"event"_s, evening().toString()}, {u"block"_s, block.value(u"block"_s)}};
        QVERIFY(m_clerk->call(u"holds.acquire"_s, heldBack(evening(), {31})).ok());
        QVERIFY(m_manager->call(u"blocks.release"_s, with(named, u"places"_s, QJsonArray {30, 31})).ok());
        QVERIFY(m_guest->call(u"holds.acquire"_s, placesOf(evening(), {30})).ok());
        // Who holds one keeps it, and it is free after that.
        QCOMPARE(stateOf(evening(), 31), SeatState::Held);
        QVERIFY(m_clerk->call(u"holds.release"_s, placesOf(evening(), {31})).ok());
        QCOMPARE(stateOf(evening(), 31), SeatState::Free);
        QVERIFY(m_manager->call(u"blocks.release"_s, named).ok());
        QVERIFY(listed(evening()).isEmpty());
        QCOMPARE(m_manager->call(u"blocks.release"_s, named).kind(), u"not_found"_s);
        QCOMPARE(audited(), QStringList({u"block.created"_s, u"block.released"_s, u"block.released"_s}));
    }

    void rule_releasesAtItsTimeWithNobodyThere()
    {
        QVERIFY(create(with(blockOf(evening(), {30}), u"release"_s, releaseIn(std::chrono::seconds(1), true))).ok());
        QVERIFY(create(with(blockOf(evening(), {31}), u"release"_s, releaseIn(std::chrono::seconds(1), false))).ok());
        // The first is released in the database, whoever looks.
        leave();
        QTRY_COMPARE(audited().last(), u"block.released"_s);
        admit();
        QTRY_COMPARE(stateOf(evening(), 30), SeatState::Free);
        // What has to be confirmed waits, also after a start.
        reopen();
        QCOMPARE(stateOf(evening(), 31), SeatState::Blocked);
        const QJsonArray waiting = due();
        QCOMPARE(waiting.size(), 1);
        QVERIFY(waiting[0][u"waiting"_s].toBool());
        QCOMPARE(waiting[0][u"seats"_s].toInt(), 1);
        QCOMPARE(waiting[0][u"labels"_s].toArray(), QJsonArray {u"Stalls B 12"_s});
        QVERIFY(m_manager->call(u"blocks.confirm"_s, {{u"blocks"_s, QJsonArray {waiting[0][u"block"_s][u"id"_s]}}}).ok());
        QCOMPARE(stateOf(evening(), 31), SeatState::Free);
        QVERIFY(due().isEmpty());
    }

    void rule_thatCameDueWhileTheServerWasDown_isObeyedAtItsStart()
    {
        QFETCH_GLOBAL(Engine, engine);
        leave();
        m_house.reset();
        m_clock = std::make_unique<SharedManualClock>(SystemClock().utcNow());
        m_house = std::make_unique<TestHouse>(m_databases.create(engine), HouseWishes {.clock = m_clock.get()});
        admit();
        const QJsonObject inAnHour {{u"at"_s, toIsoUtc(m_clock->utcNow() + std::chrono::hours(1))}, {u"confirmed"_s, true}};
        QVERIFY(create(with(blockOf(evening(), {30}), u"release"_s, inAnHour)).ok());
        QCOMPARE(stateOf(evening(), 30), SeatState::Blocked);
        leave();
        m_house->stop();
        m_clock->advanceTo(m_clock->utcNow() + std::chrono::hours(2));
        m_house->restart();
        admit();
        QTRY_COMPARE(stateOf(evening(), 30), SeatState::Free);
    }

    void rule_followsTheStartOfItsEvent()
    {
        const QString event = newKey();
        const EventId id = *EventId::fromString(event);
        QVERIFY(m_manager->call(u"events.create"_s, {{u"event"_s, event}, {u"definition"_s, definitionIn(*m_house)}}).ok());
        QVERIFY(create(with(blockOf(id, {3}), u"release"_s, QJsonObject {{u"minutesBefore"_s, 60 * 24}, {u"confirmed"_s, true}})).ok());
        const Instant start = *fromIsoUtc(definitionIn(*m_house).value(u"start"_s).toString());
        QCOMPARE(due()[0][u"due"_s].toString(), toIsoUtc(start - std::chrono::hours(24)));
        const QJsonObject sooner = with(definitionIn(*m_house), u"start"_s, toIsoUtc(start - std::chrono::hours(80)));
        QVERIFY(m_manager->call(u"events.update"_s, {{u"event"_s, event}, {u"version"_s, 1}, {u"definition"_s, sooner}}).ok());
        QTRY_VERIFY(due().isEmpty()); // 24 hours before is over
        QVERIFY(listed(id).isEmpty());
    }

    void rule_isPostponedOrTakenAway()
    {
        const QJsonObject block = blockOf(evening(), {30});
        QVERIFY(create(with(block, u"release"_s, QJsonObject {{u"minutesBefore"_s, 15}, {u"confirmed"_s, false}})).ok());
        const QJsonObject named {{u"block"_s, block.value(u"block"_s)}};
        // Agreed to beforehand, it happens without being asked about.
        QVERIFY(m_manager->call(u"blocks.confirm"_s, {{u"blocks"_s, QJsonArray {block.value(u"block"_s)}}}).ok());
        QVERIFY(listed(evening())[0][u"release"_s][u"confirmed"_s].toBool());
        const QJsonObject later {{u"minutesBefore"_s, 5}, {u"confirmed"_s, true}};
        QCOMPARE(m_manager->call(u"blocks.postpone"_s, with(named, u"release"_s, later)).at(u"block.release"_s).toObject(), later);
        QCOMPARE(due().size(), 1);
        QVERIFY(m_clerk->call(u"blocks.due"_s, {{u"until"_s, u"2020-01-01T00:00:00Z"_s}}).at(u"blocks"_s).toArray().isEmpty());
        QVERIFY(m_manager->call(u"blocks.postpone"_s, named).ok());
        QVERIFY(due().isEmpty());
        QCOMPARE(listed(evening()).size(), 1);
        QCOMPARE(audited(), QStringList({u"block.created"_s, u"block.release_set"_s, u"block.release_set"_s, u"block.release_set"_s}));
        const QJsonObject both {{u"minutesBefore"_s, 5}, {u"at"_s, u"2030-01-01T00:00:00Z"_s}, {u"confirmed"_s, true}};
        QCOMPARE(m_manager->call(u"blocks.postpone"_s, with(named, u"release"_s, both)).kind(), u"invalid_params"_s);
    }

    // Another server of the house has not heard of the blocks, and offers the seats still.
    void killedSeat_isSoldByNoServer()
    {
        const auto rival = m_house->rival();
        WireClient elsewhere(TestHouse::urlOf(*rival));
        QVERIFY(elsewhere.hello().ok());
        QVERIFY(elsewhere.call(u"auth.login"_s, {{u"email"_s, TestHouse::emailOf(Role::Clerk)}, {u"password"_s, TestHouse::passwordOf(Role::Clerk)}}).ok());
        for (const qint32 place : {30, 31, 32, 33, 34})
            QVERIFY(elsewhere.call(u"holds.acquire"_s, placesOf(evening(), {place})).ok());
        const WireReply sold = elsewhere.call(u"bookings.checkout"_s, checkoutOf(evening(), {30}, newKey()));
        QVERIFY2(sold.ok(), qPrintable(sold.kind()));
        QVERIFY(create(blockOf(evening(), {31, 32, 33}, u"killed"_s)).ok());
        QVERIFY(create(blockOf(evening(), {34})).ok());
        const WireReply refusals[] {elsewhere.call(u"bookings.checkout"_s, checkoutOf(evening(), {31}, newKey())),
                                    elsewhere.call(u"bookings.reserve"_s, reservationOf(evening(), {32}, newKey())),
                                    elsewhere.call(u"bookings.exchange"_s, exchangeOf(sold.at(u"booking"_s), evening(), {33}, newKey()))};
        qint32 place = 31;
        for (const WireReply &refused : refusals) {
            QCOMPARE(refused.kind(), u"seat_taken"_s);
            QCOMPARE(refused.places(), QList<qint32> {place});
            // It asked the database and believes it.
            QCOMPARE(elsewhere.call(u"holds.acquire"_s, placesOf(evening(), {place})).kind(), u"seat_taken"_s);
            ++place;
        }
        // What is held back may be sold, and is in no block then.
        QVERIFY(elsewhere.call(u"bookings.checkout"_s, checkoutOf(evening(), {34}, newKey())).ok());
        reopen();
        QCOMPARE(listed(evening()).size(), 1);
        QCOMPARE(listed(evening())[0][u"places"_s].toArray(), QJsonArray({31, 32, 33}));
    }

    void list_comesInPages()
    {
        for (qint32 place = 100; place < 155; ++place)
            QVERIFY(create(blockOf(evening(), {place})).ok());
        const QJsonObject first {{u"event"_s, evening().toString()}};
        const WireReply page = m_clerk->call(u"blocks.list"_s, first);
        QCOMPARE(page.at(u"blocks"_s).toArray().size(), 50);
        const WireReply rest = m_clerk->call(u"blocks.list"_s, with(first, u"cursor"_s, page.at(u"next"_s)));
        QCOMPARE(rest.at(u"blocks"_s).toArray().size(), 5);
        QVERIFY(rest.at(u"next"_s).isUndefined());
        QCOMPARE(m_clerk->call(u"blocks.list"_s, with(first, u"cursor"_s, u"x"_s)).kind(), u"invalid_params"_s);
    }
};

QTEST_GUILESS_MAIN(BlocksTest)
#include "tst_blocks.moc"
