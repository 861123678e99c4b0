// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/domain/demohouse.h"
#include "shared/planio/planjson.h"
#include "tests/support/auditactions.h"
#include "tests/support/blockparams.h"
#include "tests/support/eventparams.h"
#include "tests/support/testdatabases.h"

#include <QTest>

using namespace parterre;
using namespace parterre::testing;
using namespace Qt::StringLiterals;
using storage::Engine;

// The programme of a running house: what a manager makes and changes is there for everybody at once, and nothing that
// was promised or sold is touched by it.
class EventEditingTest : public QObject
{
    Q_OBJECT

private:
    TestDatabases m_databases;
    std::unique_ptr<TestHouse> m_house;
    std::unique_ptr<WireClient> m_manager;
    std::unique_ptr<WireClient> m_guest;

    [[nodiscard]] QJsonObject definition(const QString &name = u"The Tempest"_s) const { return definitionIn(*m_house, name); }
    [[nodiscard]] WireReply create(const QString &id, const QJsonObject &wanted) const { return m_manager->call(u"events.create"_s, {{u"event"_s, id}, {u"definition"_s, wanted}}); }
    [[nodiscard]] WireReply update(const QString &id, int version, const QJsonObject &wanted) const
    {
        return m_manager->call(u"events.update"_s, {{u"event"_s, id}, {u"version"_s, version}, {u"definition"_s, wanted}});
    }
    [[nodiscard]] WireReply setState(const QString &id, int version, const QString &state) const
    {
        return m_manager->call(u"events.setState"_s, {{u"event"_s, id}, {u"version"_s, version}, {u"state"_s, state}});
    }
    [[nodiscard]] WireReply remove(const QString &id, int version) const { return m_manager->call(u"events.delete"_s, {{u"event"_s, id}, {u"version"_s, version}}); }
    [[nodiscard]] static WireReply get(WireClient &client, const QString &id) { return client.call(u"events.get"_s, {{u"event"_s, id}}); }
    [[nodiscard]] static QStringList listed(WireClient &client, const QString &text)
    {
        QStringList names;
        for (const QJsonValue &event : client.call(u"events.search"_s, {{u"text"_s, text}}).at(u"events"_s).toArray())
            names.append(event[u"name"_s].toString());
        return names;
    }
    // A published event; version 2.
    [[nodiscard]] QString published(const QJsonObject &wanted) const
    {
        const QString id = newKey();
        if (!create(id, wanted).ok() || !setState(id, 1, u"published"_s).ok())
            qFatal("the event could not be published");
        return id;
    }
    [[nodiscard]] static EventId idOf(const QString &id) { return *EventId::fromString(id); }
    [[nodiscard]] static WireReply hold(WireClient &client, const QString &id, const QList<qint32> &places) { return client.call(u"holds.acquire"_s, placesOf(idOf(id), places)); }
    [[nodiscard]] QJsonObject otherPlan() const
    {
        const QString upload = uploadOf(*m_manager, planio::writePlan(studioCinemaPlan()));
        return m_manager->call(u"plans.publish"_s, {{u"venue"_s, m_house->venue().toString()}, {u"upload"_s, upload}, {u"after"_s, 0}}).at(u"plan"_s).toObject();
    }
    [[nodiscard]] static QJsonObject inPlan(QJsonObject wanted, const QJsonObject &plan)
    {
        wanted = with(with(wanted, u"plan"_s, plan[u"ref"_s][u"id"_s]), u"planVersion"_s, plan[u"ref"_s][u"version"_s]);
        const QString category = studioCinemaPlan().categories.constFirst().key;
        return with(wanted, u"prices"_s, QJsonArray {QJsonObject {{u"category"_s, category}, {u"ticketType"_s, u"adult"_s}, {u"amount"_s, 900}}});
    }
    [[nodiscard]] QStringList auditOf(const QString &id) const
    {
        return auditActions(m_house->database(), [&id](const storage::AuditEvent &event) { return event.objectId == id; });
    }

private Q_SLOTS:
    void initTestCase_data() { TestDatabases::addEngines(); }
    void init()
    {
        QFETCH_GLOBAL(Engine, engine);
        m_house = std::make_unique<TestHouse>(m_databases.create(engine));
        m_manager = m_house->visitor(Role::Manager);
        m_guest = m_house->visitor();
    }
    void cleanup()
    {
        m_guest.reset();
        m_manager.reset();
        m_house.reset();
    }

    void draft_isMadeOnceAndSeenByStaffAlone()
    {
        const QString id = newKey();
        const WireReply made = create(id, definition());
        QCOMPARE(made.kind(), QString());
        QCOMPARE(made.at(u"event.summary.state"_s).toString(), u"draft"_s);
        QCOMPARE(made.at(u"event.version"_s).toInt(), 1);
        QCOMPARE(made.at(u"event.summary.venue.id"_s).toString(), m_house->venue().toString());
        QCOMPARE(made.at(u"event.summary.capacity"_s).toInt(), TestHouse::kSeats);
        QCOMPARE(made.at(u"event.plan.hash"_s).toString(), m_house->plan().hash);
        QCOMPARE(made.at(u"event.prices"_s).toArray().size(), 3);
        QCOMPARE(create(id, definition()).at(u"event"_s), made.at(u"event"_s)); // asked for again, as after a lost answer
        QCOMPARE(create(id, definition(u"Another"_s)).kind(), u"already_exists"_s);
        QCOMPARE(get(*m_manager, id).at(u"event"_s), made.at(u"event"_s));
        QCOMPARE(get(*m_guest, id).kind(), u"not_found"_s);
        QCOMPARE(listed(*m_manager, u"tempest"_s), QStringList {u"The Tempest"_s});
        QCOMPARE(listed(*m_guest, u"tempest"_s), QStringList());
        QCOMPARE(auditOf(id), QStringList {u"event.created"_s});
    }

    void published_isSoldAtOnce()
    {
        const QString id = newKey();
        QVERIFY(create(id, definition()).ok());
        QCOMPARE(hold(*m_manager, id, {0}).kind(), u"sale_closed"_s);
        const WireReply now = setState(id, 1, u"published"_s);
        QCOMPARE(now.at(u"event.version"_s).toInt(), 2);
        QCOMPARE(setState(id, 1, u"published"_s).at(u"event"_s), now.at(u"event"_s)); // again
        QCOMPARE(listed(*m_guest, u"tempest"_s), QStringList {u"The Tempest"_s});
        QCOMPARE(hold(*m_guest, id, {0, 1, 2, 3, 4}).kind(), u"too_many_seats"_s);
        QVERIFY(hold(*m_guest, id, {0, 20}).ok());
        QCOMPARE(m_guest->call(u"bookings.checkout"_s, checkoutOf(idOf(id), {0, 20}, newKey())).at(u"booking.total.amount"_s).toInt(), 5'000);

        QCOMPARE(setState(id, 1, u"paused"_s).kind(), u"stale_version"_s);
        QVERIFY(setState(id, 2, u"paused"_s).ok());
        QCOMPARE(hold(*m_guest, id, {40}).kind(), u"sale_closed"_s);
        QCOMPARE(listed(*m_guest, u"tempest"_s).size(), 1);
        QCOMPARE(setState(id, 3, u"draft"_s).kind(), u"event_invalid"_s);
        QCOMPARE(setState(id, 3, u"cancelled"_s).kind(), u"event_invalid"_s);
        QVERIFY(setState(id, 3, u"published"_s).ok());
        QVERIFY(hold(*m_guest, id, {40}).ok());
        QCOMPARE(auditOf(id), QStringList({u"event.created"_s, u"event.state_changed"_s, u"event.state_changed"_s, u"event.state_changed"_s}));
        // What was sold is known to a server that starts anew.
        m_house->restart();
        m_guest = m_house->visitor();
        QCOMPARE(hold(*m_guest, id, {20}).kind(), u"seat_taken"_s);
    }

    void change_isInForceAtOnce()
    {
        const QString id = published(definition());
        QVERIFY(m_guest->call(u"seatmap.subscribe"_s, {{u"event"_s, id}}).ok());
        const WireReply early = hold(*m_guest, id, {20});
        QJsonObject dearer = withPrice(withRule(withRule(definition(u"The Storm"_s), u"maxSeats"_s, 2), u"holdTime"_s, 600), 1, 2'500);
        dearer = with(dearer, u"ticketTypes"_s, QJsonArray {dearer.value(u"ticketTypes"_s)[1], dearer.value(u"ticketTypes"_s)[0]});
        const WireReply changed = update(id, 2, dearer);
        QCOMPARE(changed.kind(), QString());
        QCOMPARE(changed.at(u"event.version"_s).toInt(), 3);
        QCOMPARE(changed.at(u"event.summary.free"_s).toInt(), TestHouse::kSeats - 1);
        QCOMPARE(changed.at(u"event.ticketTypes.0.key"_s).toString(), u"child"_s);
        QCOMPARE(m_guest->awaitNotification(u"events.changed"_s).value(u"event"_s).toString(), id);
        QCOMPARE(get(*m_guest, id).at(u"event"_s), changed.at(u"event"_s));
        QCOMPARE(listed(*m_guest, u"tempest"_s), QStringList());
        QCOMPARE(listed(*m_guest, u"storm"_s), QStringList {u"The Storm"_s});

        // What is held stays so as long as it was promised; what comes obeys the new rules.
        const auto secondsAfter = [&early](const QJsonValue &time) {
            const auto at = [](const QJsonValue &value) { return QDateTime::fromString(value.toString(), Qt::ISODateWithMs); };
            return at(early.at(u"holds.0.expires"_s)).secsTo(at(time));
        };
        QCOMPARE(secondsAfter(m_guest->call(u"cart.get"_s).at(u"lines.0.hold.expires"_s)), 0);
        QVERIFY(secondsAfter(hold(*m_guest, id, {21}).at(u"holds.0.expires"_s)) >= 300);
        QCOMPARE(hold(*m_guest, id, {22}).kind(), u"too_many_seats"_s);
        QCOMPARE(m_guest->call(u"bookings.checkout"_s, checkoutOf(idOf(id), {20, 21}, newKey())).at(u"booking.total.amount"_s).toInt(), 5'000);
        const WireReply sold = m_guest->call(u"bookings.list"_s);
        QVERIFY(update(id, 3, withPrice(dearer, 1, 9'900)).ok());
        QCOMPARE(m_guest->call(u"bookings.list"_s).at(u"bookings"_s), sold.at(u"bookings"_s));
    }

    void change_doesNotOverwriteAnother()
    {
        const QString id = published(definition());
        const auto second = m_house->visitor(Role::Administrator);
        const auto asSecond = [&](int version, const QString &name) {
            return second->call(u"events.update"_s, {{u"event"_s, id}, {u"version"_s, version}, {u"definition"_s, definition(name)}});
        };
        QVERIFY(asSecond(2, u"Theirs"_s).ok());
        QCOMPARE(update(id, 2, definition(u"Mine"_s)).kind(), u"stale_version"_s);
        QCOMPARE(get(*m_guest, id).at(u"event.summary.name"_s).toString(), u"Theirs"_s);
        QCOMPARE(remove(id, 2).kind(), u"stale_version"_s);
        // A repetition after a lost answer is no conflict, and writes nothing.
        QCOMPARE(asSecond(2, u"Theirs"_s).at(u"event.version"_s).toInt(), 3);
        QCOMPARE(update(id, 3, definition(u"Mine"_s)).at(u"event.version"_s).toInt(), 4);
    }

    void plan_changesWhileNobodyHasASeat()
    {
        const QJsonObject cinema = otherPlan();
        const QString id = published(definition());
        QVERIFY(m_guest->call(u"seatmap.subscribe"_s, {{u"event"_s, id}}).ok());
        const auto buyer = m_house->visitor();
        QVERIFY(hold(*buyer, id, {7}).ok());
        QCOMPARE(update(id, 2, inPlan(definition(), cinema)).kind(), u"event_in_use"_s);
        QCOMPARE(remove(id, 2).kind(), u"event_in_use"_s);
        QVERIFY(hold(*m_guest, id, {8}).ok()); // it is on sale all the same
        QVERIFY(m_guest->call(u"holds.release"_s, placesOf(idOf(id), {8})).ok());
        QVERIFY(buyer->call(u"holds.release"_s, placesOf(idOf(id), {7})).ok());

        const WireReply before = buyer->call(u"seatmap.subscribe"_s, {{u"event"_s, id}});
        const WireReply changed = update(id, 2, inPlan(definition(), cinema));
        QCOMPARE(changed.kind(), QString());
        const int seats = placeCount(studioCinemaPlan());
        QCOMPARE(changed.at(u"event.summary.capacity"_s).toInt(), seats);
        QCOMPARE(changed.at(u"event.summary.free"_s).toInt(), seats);
        QCOMPARE(m_guest->awaitNotification(u"events.changed"_s).value(u"event"_s).toString(), id);
        const WireReply map = m_guest->call(u"seatmap.subscribe"_s, {{u"event"_s, id}});
        QCOMPARE(map.at(u"plan.id"_s), cinema[u"ref"_s][u"id"_s]);
        QVERIFY(map.at(u"revision"_s).toInteger() >= before.at(u"revision"_s).toInteger());
        QCOMPARE(hold(*buyer, id, {seats}).kind(), u"unknown_place"_s);
        QVERIFY(hold(*buyer, id, {7}).ok());
        QVERIFY(m_guest->waitUntil([&] { return !m_guest->notifications(u"seatmap.changed"_s).isEmpty() && m_guest->notifications(u"seatmap.changed"_s).last()[u"from"_s] == map.at(u"revision"_s); }));
        QVERIFY(buyer->call(u"bookings.checkout"_s, checkoutOf(idOf(id), {7}, newKey())).ok());
        QCOMPARE(update(id, 3, definition()).kind(), u"event_in_use"_s);
    }

    void currency_changesWhileNobodyPaidInIt()
    {
        const QString id = published(definition());
        const QJsonObject inFrancs = with(definition(), u"currency"_s, u"CHF"_s);
        QVERIFY(hold(*m_guest, id, {7}).ok());
        QCOMPARE(update(id, 2, inFrancs).kind(), u"event_in_use"_s);
        QVERIFY(m_guest->call(u"holds.release"_s, placesOf(idOf(id), {7})).ok());
        QCOMPARE(update(id, 2, inFrancs).at(u"event.prices.0.price.currency"_s).toString(), u"CHF"_s);
        // Blocks are nothing that was paid.
        QVERIFY(m_manager->call(u"blocks.create"_s, blockOf(idOf(id), {9})).ok());
        QCOMPARE(update(id, 3, definition()).kind(), QString());
        QVERIFY(hold(*m_guest, id, {7}).ok());
        QVERIFY(m_guest->call(u"bookings.checkout"_s, checkoutOf(idOf(id), {7}, newKey())).ok());
        QCOMPARE(update(id, 4, inFrancs).kind(), u"event_in_use"_s);
        QVERIFY(update(id, 4, with(definition(), u"durationMinutes"_s, 99)).ok());
    }

    void deletion_isForWhatWasNeverSold()
    {
        const QString sold = published(definition(u"Sold"_s));
        const auto clerk = m_house->visitor(Role::Clerk);
        QVERIFY(hold(*clerk, sold, {0}).ok());
        const WireReply booking = clerk->call(u"bookings.checkout"_s, checkoutOf(idOf(sold), {0}, newKey()));
        QVERIFY(clerk->call(u"bookings.cancel"_s, {{u"booking"_s, booking.at(u"booking.id"_s)}, {u"key"_s, newKey()}}).ok());
        QCOMPARE(remove(sold, 2).kind(), u"event_in_use"_s);
        QVERIFY(hold(*clerk, sold, {1}).ok());

        const QString unsold = published(definition(u"Unsold"_s));
        QVERIFY(m_guest->call(u"seatmap.subscribe"_s, {{u"event"_s, unsold}}).ok());
        QVERIFY(remove(unsold, 2).ok());
        QCOMPARE(m_guest->awaitNotification(u"events.changed"_s).value(u"event"_s).toString(), unsold);
        QCOMPARE(get(*m_manager, unsold).kind(), u"not_found"_s);
        QCOMPARE(hold(*m_guest, unsold, {0}).kind(), u"not_found"_s);
        QCOMPARE(listed(*m_manager, u"unsold"_s), QStringList());
        QCOMPARE(remove(unsold, 2).kind(), u"not_found"_s);
        QCOMPARE(auditOf(unsold).last(), u"event.deleted"_s);
        QVERIFY(create(unsold, definition(u"Anew"_s)).ok());
        QVERIFY(remove(unsold, 1).ok());
        // One with a poster.
        QVERIFY(remove(m_house->events().draft.toString(), 1).ok());
    }

    void nonsense_isRefusedWithItsPlace_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QJsonValue>("value");
        QTest::addColumn<QString>("detail");
        const QJsonObject twice {{u"key"_s, u"adult"_s}, {u"name"_s, u"Grown-up"_s}};
        QTest::newRow("a start long ago") << u"start"_s << QJsonValue(u"1712-11-21T19:30:00Z"_s) << u"start: number_out_of_range"_s;
        QTest::newRow("a ticket type twice") << u"ticketTypes"_s << QJsonValue(QJsonArray {twice, twice}) << u"ticketTypes[1].key: repeated"_s;
        QTest::newRow("a price of nothing") << u"prices"_s << QJsonValue(QJsonArray {QJsonObject {{u"category"_s, u"box"_s}, {u"ticketType"_s, u"adult"_s}, {u"amount"_s, 1}}})
                                            << u"prices[0].category: unknown_category"_s;
    }
    void nonsense_isRefusedWithItsPlace()
    {
        QFETCH(QString, key);
        QFETCH(QJsonValue, value);
        QFETCH(QString, detail);
        const QString id = newKey();
        const WireReply refused = create(id, with(definition(), key, value));
        QCOMPARE(refused.kind(), u"event_invalid"_s);
        QCOMPARE(refused.data().value(u"detail"_s).toString(), detail);
        QCOMPARE(get(*m_manager, id).kind(), u"not_found"_s);
    }

    void publishing_asksForMoreThanADraft()
    {
        const QString past = newKey();
        QVERIFY(create(past, definitionIn(*m_house, u"Yesterday"_s, -24)).ok());
        QCOMPARE(setState(past, 1, u"published"_s).data().value(u"detail"_s).toString(), u"start: start_passed"_s);
        const QString free = newKey();
        QVERIFY(create(free, with(definition(), u"prices"_s, QJsonArray())).ok());
        QCOMPARE(setState(free, 1, u"published"_s).data().value(u"detail"_s).toString(), u"prices: nothing_for_sale"_s);
        QCOMPARE(setState(free, 1, u"paused"_s).kind(), u"event_invalid"_s);
        const QString on = published(definition());
        QCOMPARE(update(on, 2, with(definition(), u"prices"_s, QJsonArray())).kind(), u"event_invalid"_s);
        QCOMPARE(update(on, 2, definitionIn(*m_house, u"The Tempest"_s, -1)).kind(), u"event_invalid"_s);
        // What began may still be described better.
        const QString begun = m_house->events().past.toString();
        const WireReply was = get(*m_manager, begun);
        QJsonObject told = with(definition(u"Began"_s), u"start"_s, was.at(u"event.summary.start"_s));
        QVERIFY(update(begun, 1, told).ok());
    }

    void plan_hasToBeThere()
    {
        QCOMPARE(create(newKey(), with(definition(), u"planVersion"_s, 99)).kind(), u"not_found"_s);
        QCOMPARE(create(newKey(), with(definition(), u"plan"_s, newKey())).kind(), u"not_found"_s);
        QCOMPARE(update(newKey(), 1, definition()).kind(), u"not_found"_s);
        const QString id = published(definition());
        QCOMPARE(update(id, 2, with(definition(), u"planVersion"_s, 99)).kind(), u"not_found"_s);
    }
};

QTEST_GUILESS_MAIN(EventEditingTest)
#include "tst_eventediting.moc"
