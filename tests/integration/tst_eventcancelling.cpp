// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/storage/database.h"
#include "backend/storage/repositories/auditrepository.h"
#include "backend/storage/repositories/bookingrepository.h"
#include "shared/domain/seatstate.h"
#include "tests/support/auditactions.h"
#include "tests/support/eventparams.h"
#include "tests/support/testdatabases.h"

#include <QTest>

using namespace parterre;
using namespace parterre::testing;
using namespace Qt::StringLiterals;
using storage::Engine;

// A manager cancels an event of a running house: nobody gets a seat of it any more, everybody's tickets are void, and what
// was paid is owed until somebody pays it out.
class EventCancellingTest : public QObject
{
    Q_OBJECT

private:
    TestDatabases m_databases;
    std::unique_ptr<TestHouse> m_house;
    std::unique_ptr<WireClient> m_manager;
    std::unique_ptr<WireClient> m_clerk;
    std::unique_ptr<WireClient> m_guest;
    EventId m_event;

    [[nodiscard]] static QJsonObject named(const EventId &event) { return {{u"event"_s, event.toString()}}; }
    [[nodiscard]] WireReply cancel(const QString &reason = u"Fire in the house"_s, int version = 1) const
    {
        return m_manager->call(u"events.cancel"_s, {{u"event"_s, m_event.toString()}, {u"version"_s, version}, {u"reason"_s, reason}});
    }
    [[nodiscard]] WireReply refunds(QJsonObject params = {}) const
    {
        params.insert(u"event"_s, m_event.toString());
        return m_clerk->call(u"events.refunds"_s, params);
    }
    // Until no valid ticket of it is left.
    [[nodiscard]] WireReply awaitRefunds() const
    {
        WireReply reply = refunds();
        while (reply.ok() && reply.at(u"totals.remaining"_s).toInt() > 0)
            reply = refunds();
        return reply;
    }
    [[nodiscard]] WireReply payOut(const QJsonValue &booking, const QString &key = newKey()) const
    {
        return m_clerk->call(u"bookings.refund"_s, {{u"booking"_s, booking[u"id"_s]}, {u"event"_s, m_event.toString()}, {u"key"_s, key}});
    }
    [[nodiscard]] QJsonValue book(WireClient &client, const QList<qint32> &places, const EventId &event) const
    {
        if (!client.call(u"holds.acquire"_s, placesOf(event, places)).ok())
            qFatal("seats could not be held");
        return client.call(u"bookings.checkout"_s, checkoutOf(event, places, newKey())).at(u"booking"_s);
    }
    [[nodiscard]] QJsonValue book(WireClient &client, const QList<qint32> &places) const { return book(client, places, m_event); }
    [[nodiscard]] static QJsonValue get(WireClient &client, const QJsonValue &booking) { return client.call(u"bookings.get"_s, {{u"booking"_s, booking[u"id"_s]}}).at(u"booking"_s); }
    // What nobody may ever find: money that does not add up, or a broken chain.
    [[nodiscard]] bool isSound() const
    {
        storage::Database database(m_house->database());
        if (!database.open())
            return false;
        const auto imbalances = database.transact(storage::Access::Read, [&] { return storage::BookingRepository(database).imbalances(); });
        const auto verdict = database.transact(storage::Access::Read, [&] { return storage::AuditRepository(database).verify(); });
        return imbalances && *imbalances == 0 && verdict && !verdict->firstBad;
    }
    [[nodiscard]] QStringList auditOf(const QJsonValue &booking) const
    {
        return auditActions(m_house->database(), [&booking](const storage::AuditEvent &event) { return event.objectId == booking[u"id"_s].toString(); });
    }

private Q_SLOTS:
    void initTestCase_data() { TestDatabases::addEngines(); }
    void init()
    {
        QFETCH_GLOBAL(Engine, engine);
        m_house = std::make_unique<TestHouse>(m_databases.create(engine));
        m_manager = m_house->visitor(Role::Manager);
        m_clerk = m_house->visitor(Role::Clerk);
        m_guest = m_house->visitor();
        m_event = m_house->events().evening;
    }
    void cleanup()
    {
        QVERIFY(isSound());
        for (std::unique_ptr<WireClient> *client : {&m_guest, &m_clerk, &m_manager})
            client->reset();
        m_house.reset();
    }

    void event_isCancelledForEverybodyAtOnce()
    {
        QVERIFY(m_guest->call(u"seatmap.subscribe"_s, named(m_event)).ok());
        QVERIFY(m_guest->call(u"holds.acquire"_s, placesOf(m_event, {0, 1})).ok());
        const WireReply cancelled = cancel();
        QCOMPARE(cancelled.kind(), QString());
        QCOMPARE(cancelled.at(u"event.summary.state"_s).toString(), u"cancelled"_s);
        QCOMPARE(cancelled.at(u"event.cancelReason"_s).toString(), u"Fire in the house"_s);
        QCOMPARE(cancelled.at(u"event.version"_s).toInt(), 2);
        QCOMPARE(cancelled.at(u"event.summary.free"_s).toInt(), 0);
        const QJsonObject ended = m_guest->awaitNotification(u"holds.ended"_s);
        QCOMPARE(ended.value(u"reason"_s).toString(), u"event_closed"_s);
        QCOMPARE(ended.value(u"places"_s).toArray(), (QJsonArray {0, 1}));
        QCOMPARE(m_guest->awaitNotification(u"events.changed"_s).value(u"event"_s).toString(), m_event.toString());
        QCOMPARE(m_guest->call(u"cart.get"_s).at(u"lines"_s).toArray().size(), 0);

        for (WireClient *client : {m_guest.get(), m_clerk.get(), m_manager.get()}) {
            QCOMPARE(client->call(u"holds.acquire"_s, placesOf(m_event, {5})).kind(), u"sale_closed"_s);
            QCOMPARE(client->call(u"bookings.checkout"_s, checkoutOf(m_event, {0}, newKey())).kind(), u"sale_closed"_s);
            QCOMPARE(client->call(u"events.get"_s, named(m_event)).at(u"event.cancelReason"_s).toString(), u"Fire in the house"_s);
        }
        const QJsonArray listed = m_guest->call(u"events.search"_s, {{u"text"_s, u"hamlet"_s}}).at(u"events"_s).toArray();
        QCOMPARE(listed.at(0)[u"state"_s].toString(), u"cancelled"_s);
        QVERIFY(m_guest->call(u"events.search"_s, {{u"text"_s, u"hamlet"_s}, {u"minFree"_s, 1}}).at(u"events"_s).toArray().isEmpty());
        // For good.
        QCOMPARE(m_manager->call(u"events.setState"_s, {{u"event"_s, m_event.toString()}, {u"version"_s, 2}, {u"state"_s, u"published"_s}}).kind(), u"event_invalid"_s);
        QCOMPARE(m_manager->call(u"events.update"_s, {{u"event"_s, m_event.toString()}, {u"version"_s, 2}, {u"definition"_s, definitionIn(*m_house)}}).kind(), u"event_invalid"_s);
        // A repetition is answered like the first time; another reason is another wish.
        QCOMPARE(cancel().at(u"event"_s), cancelled.at(u"event"_s));
        QCOMPARE(cancel(u"Flood"_s).kind(), u"stale_version"_s);
        QCOMPARE(cancel(u"Flood"_s, 2).kind(), u"event_invalid"_s);
        m_house->restart();
        m_guest = m_house->visitor();
        m_clerk = m_house->visitor(Role::Clerk);
        m_manager = m_house->visitor(Role::Manager);
        QCOMPARE(m_guest->call(u"holds.acquire"_s, placesOf(m_event, {5})).kind(), u"sale_closed"_s);
        QVERIFY(m_guest->call(u"seatmap.subscribe"_s, named(m_event)).ok());
        QCOMPARE(cancel().at(u"event"_s), cancelled.at(u"event"_s));
    }

    void bookings_areCancelledAndOwed()
    {
        const QJsonValue mine = book(*m_guest, {0, 20}); // 40.00 and 25.00
        const QJsonValue counter = book(*m_clerk, {40});
        const WireReply sales = m_manager->call(u"events.sales"_s, named(m_event));
        QCOMPARE(sales.at(u"sales.bookings"_s).toInt(), 2);
        QCOMPARE(sales.at(u"sales.tickets"_s).toInt(), 3);
        QCOMPARE(sales.at(u"sales.amounts.0.amount"_s).toInt(), 9'000);
        QVERIFY(refunds().at(u"refunds"_s).toArray().isEmpty());
        QVERIFY(cancel().ok());
        const WireReply list = awaitRefunds();
        QCOMPARE(list.at(u"totals.bookings"_s).toInt(), 2);
        QCOMPARE(list.at(u"totals.tickets"_s).toInt(), 3);
        QCOMPARE(list.at(u"totals.owed.0.amount"_s).toInt(), 9'000);
        QCOMPARE(list.at(u"totals.paid.0.amount"_s).toInt(), 0);
        QCOMPARE(list.at(u"refunds.0.reference"_s), mine[u"reference"_s]);
        QCOMPARE(list.at(u"refunds.0.labels"_s).toArray(), (QJsonArray {u"Stalls A 1"_s, u"Stalls B 1"_s}));
        QCOMPARE(list.at(u"refunds.0.kinds"_s).toArray(), QJsonArray {u"cash"_s});
        QCOMPARE(list.at(u"refunds.0.amount.amount"_s).toInt(), 6'500);
        QVERIFY(list.at(u"refunds.0.paid"_s).isUndefined());

        // The customer sees why, and that it is not paid back yet.
        const QJsonValue after = get(*m_guest, mine);
        QCOMPARE(after[u"state"_s].toString(), u"cancelled"_s);
        QCOMPARE(after[u"tickets"_s][1][u"state"_s].toString(), u"cancelled"_s);
        QCOMPARE(after[u"refunds"_s][0][u"reason"_s].toString(), u"Fire in the house"_s);
        QCOMPARE(after[u"refunds"_s][0][u"eventName"_s].toString(), u"Hamlet"_s);
        QCOMPARE(after[u"refunds"_s][0][u"amount"_s][u"amount"_s].toInt(), 6'500);
        QCOMPARE(after[u"payments"_s].toArray().size(), 1);
        QCOMPARE(auditOf(mine), (QStringList {u"booking.created"_s, u"booking.cancelled_with_event"_s}));
        QCOMPARE(m_guest->call(u"bookings.cancel"_s, {{u"booking"_s, mine[u"id"_s]}, {u"key"_s, newKey()}}).kind(), u"already_cancelled"_s);
        QCOMPARE(m_manager->call(u"events.sales"_s, named(m_event)).at(u"sales.tickets"_s).toInt(), 0);
        // The map has nothing sold any more.
        const WireReply map = m_guest->call(u"seatmap.subscribe"_s, named(m_event));
        const auto states = unpackSeatStates(map.at(u"states"_s).toString().toLatin1(), TestHouse::kSeats);
        QVERIFY(states);
        QTRY_VERIFY(([&] {
            const auto now = unpackSeatStates(m_guest->call(u"seatmap.subscribe"_s, named(m_event)).at(u"states"_s).toString().toLatin1(), TestHouse::kSeats);
            return now && std::count(now->begin(), now->end(), SeatState::Sold) == 0;
        }()));
        QVERIFY(counter[u"id"_s].isString());
    }

    void refund_isPaidOutOnce()
    {
        const QJsonValue mine = book(*m_guest, {0});
        QCOMPARE(payOut(mine).kind(), u"nothing_owed"_s);
        QVERIFY(cancel().ok());
        static_cast<void>(awaitRefunds());
        const QString key = newKey();
        const WireReply paid = payOut(mine, key);
        QCOMPARE(paid.kind(), QString());
        QVERIFY(paid.at(u"booking.refunds.0.paid"_s).isString());
        QCOMPARE(paid.at(u"booking.payments.1.direction"_s).toString(), u"refund"_s);
        QCOMPARE(paid.at(u"booking.payments.1.amount.amount"_s).toInt(), 4'000);
        QCOMPARE(payOut(mine, key).at(u"booking"_s), paid.at(u"booking"_s));
        QCOMPARE(payOut(mine).kind(), u"nothing_owed"_s);
        const WireReply list = refunds();
        QCOMPARE(list.at(u"totals.owed.0.amount"_s).toInt(), 0);
        QCOMPARE(list.at(u"totals.paid.0.amount"_s).toInt(), 4'000);
        QCOMPARE(list.at(u"refunds.0.paid"_s), paid.at(u"booking.refunds.0.paid"_s));
        QCOMPARE(auditOf(mine).constLast(), u"booking.refunded"_s);
    }

    void ticketsOfOtherEvents_stayValid()
    {
        const EventId other = m_house->events().matinee;
        QVERIFY(m_guest->call(u"holds.acquire"_s, placesOf(m_event, {0})).ok());
        QVERIFY(m_guest->call(u"holds.acquire"_s, placesOf(other, {20})).ok());
        QJsonObject sale = checkoutOf(m_event, {0}, newKey());
        QJsonArray items = sale.value(u"items"_s).toArray();
        items.append(checkoutOf(other, {20}, newKey()).value(u"items"_s)[0]);
        sale.insert(u"items"_s, items);
        const QJsonValue both = m_guest->call(u"bookings.checkout"_s, sale).at(u"booking"_s);
        QVERIFY(cancel().ok());
        static_cast<void>(awaitRefunds());
        const QJsonValue after = get(*m_guest, both);
        QCOMPARE(after[u"state"_s].toString(), u"confirmed"_s);
        QCOMPARE(after[u"total"_s][u"amount"_s].toInt(), 2'500);
        QCOMPARE(after[u"tickets"_s][0][u"state"_s].toString(), u"cancelled"_s);
        QCOMPARE(after[u"tickets"_s][1][u"state"_s].toString(), u"valid"_s);
        // The customer may give the rest back as ever; the cancelled event is not in the way.
        const WireReply rest = m_guest->call(u"bookings.cancel"_s, {{u"booking"_s, both[u"id"_s]}, {u"key"_s, newKey()}});
        QCOMPARE(rest.kind(), QString());
        QCOMPARE(rest.at(u"booking.payments.1.amount.amount"_s).toInt(), 2'500);
        QCOMPARE(payOut(both).at(u"booking.payments.2.amount.amount"_s).toInt(), 4'000);
    }

    void exchange_intoItIsRefused()
    {
        const QJsonValue other = book(*m_guest, {20}, m_house->events().matinee);
        QVERIFY(m_guest->call(u"holds.acquire"_s, placesOf(m_event, {21})).ok());
        QVERIFY(cancel().ok());
        QCOMPARE(m_guest->call(u"bookings.exchange"_s, exchangeOf(other, m_event, {21}, newKey())).kind(), u"sale_closed"_s);
        QCOMPARE(get(*m_guest, other), other);
    }

    void door_letsNobodyIn()
    {
        const QJsonValue mine = book(*m_guest, {0, 1});
        const QString ticket = mine[u"tickets"_s][0][u"number"_s].toString();
        const auto door = m_house->visitor(Role::Door);
        const auto admit = [&](const QString &code) {
            return door->call(u"checkins.admit"_s, {{u"event"_s, m_event.toString()}, {u"code"_s, code}, {u"key"_s, newKey()}}).at(u"verdict.outcome"_s).toString();
        };
        QCOMPARE(admit(mine[u"tickets"_s][1][u"number"_s].toString()), u"admitted"_s); // before the fire
        QVERIFY(cancel().ok());
        QCOMPARE(admit(ticket), u"cancelled"_s); // at once, whether its turn has come or not
        static_cast<void>(awaitRefunds());
        QCOMPARE(admit(ticket), u"cancelled"_s);
        QVERIFY(door->call(u"checkins.offline"_s, named(m_event)).at(u"tickets"_s).toArray().isEmpty());
        // Who was in gets his money all the same.
        QCOMPARE(get(*m_guest, mine)[u"refunds"_s][0][u"amount"_s][u"amount"_s].toInt(), 8'000);
    }

    // Sales of other events go on beside it, and so does the list.
    void manyBookings_areAllCancelled()
    {
        constexpr qint32 kBookings = 130; // more than one step takes
        for (qint32 i = 0; i < kBookings; ++i)
            static_cast<void>(book(*m_clerk, {20 + i}));
        QVERIFY(cancel().ok());
        static_cast<void>(book(*m_guest, {20}, m_house->events().matinee));
        QCOMPARE(awaitRefunds().at(u"totals.bookings"_s).toInt(), kBookings);
        QSet<QString> seen;
        QJsonObject params {{u"limit"_s, 50}};
        for (;;) {
            const WireReply page = refunds(params);
            for (const QJsonValue &refund : page.at(u"refunds"_s).toArray())
                seen.insert(refund[u"booking"_s].toString());
            if (page.at(u"next"_s).isUndefined())
                break;
            params.insert(u"cursor"_s, page.at(u"next"_s));
        }
        QCOMPARE(seen.size(), kBookings);
    }

    // Sales that are being written when the event is cancelled: each is refused, or becomes a booking that is cancelled.
    void salesUnderWay_areNeverLeftBehind()
    {
        constexpr qint32 kSales = 6;
        int sold = 0;
        for (const EventId &event : {m_house->events().evening, m_house->events().matinee, m_house->events().abroad}) {
            m_event = event;
            std::vector<std::unique_ptr<WireClient>> buyers;
            std::vector<qint64> requests;
            for (qint32 i = 0; i < kSales; ++i) {
                buyers.push_back(m_house->visitor());
                QVERIFY(buyers.back()->call(u"holds.acquire"_s, placesOf(m_event, {20 + i})).ok());
            }
            const qint64 cancelling = m_manager->send(u"events.cancel"_s, {{u"event"_s, m_event.toString()}, {u"version"_s, 1}, {u"reason"_s, u"Fire"_s}});
            for (qint32 i = 0; i < kSales; ++i)
                requests.push_back(buyers[std::size_t(i)]->send(u"bookings.checkout"_s, checkoutOf(m_event, {20 + i}, newKey())));
            QVERIFY(m_manager->await(cancelling).ok());
            int here = 0;
            for (std::size_t i = 0; i < std::size_t(kSales); ++i) {
                const WireReply reply = buyers[i]->await(requests[i]);
                QVERIFY2(reply.ok() || reply.kind() == u"sale_closed" || reply.kind() == u"not_held", qPrintable(reply.kind()));
                here += reply.ok() ? 1 : 0;
            }
            QTRY_COMPARE(refunds().at(u"totals.bookings"_s).toInt(), here);
            QTRY_COMPARE(refunds().at(u"totals.remaining"_s).toInt(), 0);
            sold += here;
        }
        qInfo("%d of %d sales came before the event was cancelled", sold, 3 * kSales);
    }
};

QTEST_GUILESS_MAIN(EventCancellingTest)
#include "tst_eventcancelling.moc"
