// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/storage/database.h"
#include "backend/storage/repositories/auditrepository.h"
#include "backend/storage/repositories/bookingrepository.h"
#include "tests/support/auditactions.h"
#include "tests/support/eventparams.h"
#include "tests/support/testdatabases.h"

#include <QTest>

using namespace parterre;
using namespace parterre::testing;
using namespace Qt::StringLiterals;
using storage::Engine;

// The dates of a series that are still to come are cancelled at once, at a running house, each with all its tickets.
class SeriesCancellingTest : public QObject
{
    Q_OBJECT

private:
    static constexpr int kDates = 4;

    TestDatabases m_databases;
    std::unique_ptr<TestHouse> m_house;
    std::unique_ptr<WireClient> m_manager;
    std::unique_ptr<WireClient> m_guest;
    QString m_series;
    QJsonArray m_dates; // as events.createSeries answers them

    [[nodiscard]] EventId event(int date) const { return *EventId::fromString(m_dates.at(date)[u"event"_s].toString()); }
    [[nodiscard]] QJsonObject from(int date) const { return {{u"series"_s, m_series}, {u"from"_s, m_dates.at(date)[u"start"_s]}}; }
    [[nodiscard]] WireReply sales(int date) const { return m_manager->call(u"events.seriesSales"_s, from(date)); }
    [[nodiscard]] WireReply cancel(int date, const QString &reason = u"Fire in the house"_s) const
    {
        return m_manager->call(u"events.cancelSeries"_s, with(from(date), u"reason"_s, reason));
    }
    [[nodiscard]] QJsonArray datesFrom(int first) const
    {
        QJsonArray dates = m_dates;
        for (int date = 0; date < first; ++date)
            dates.removeFirst();
        return dates;
    }
    [[nodiscard]] QJsonObject get(int date) const { return m_manager->call(u"events.get"_s, {{u"event"_s, event(date).toString()}}).at(u"event"_s).toObject(); }
    [[nodiscard]] QString stateOf(int date) const { return get(date).value(u"summary"_s)[u"state"_s].toString(); }
    [[nodiscard]] WireReply awaitRefunds(int date) const
    {
        const QJsonObject named {{u"event"_s, event(date).toString()}};
        WireReply reply = m_manager->call(u"events.refunds"_s, named);
        while (reply.ok() && reply.at(u"totals.remaining"_s).toInt() > 0)
            reply = m_manager->call(u"events.refunds"_s, named);
        return reply;
    }
    // One ticket of each of these dates, in one booking.
    [[nodiscard]] QJsonValue book(const QList<int> &dates, qint32 place) const
    {
        QJsonObject sale;
        for (const int date : dates) {
            if (!m_guest->call(u"holds.acquire"_s, placesOf(event(date), {place})).ok())
                qFatal("a seat could not be held");
            const QJsonObject one = checkoutOf(event(date), {place}, newKey());
            QJsonArray items = sale.value(u"items"_s).toArray();
            items.append(one.value(u"items"_s)[0]);
            sale = with(one, u"items"_s, items);
        }
        return m_guest->call(u"bookings.checkout"_s, sale).at(u"booking"_s);
    }
    [[nodiscard]] QJsonValue stored(const QJsonValue &booking) const { return m_guest->call(u"bookings.get"_s, {{u"booking"_s, booking[u"id"_s]}}).at(u"booking"_s); }
    [[nodiscard]] qsizetype cancellations() const
    {
        return auditActions(m_house->database(), [](const storage::AuditEvent &event) { return event.action == u"event.cancelled"; }).size();
    }
    [[nodiscard]] bool isSound() const
    {
        storage::Database database(m_house->database());
        if (!database.open())
            return false;
        const auto imbalances = database.transact(storage::Access::Read, [&] { return storage::BookingRepository(database).imbalances(); });
        const auto verdict = database.transact(storage::Access::Read, [&] { return storage::AuditRepository(database).verify(); });
        return imbalances && *imbalances == 0 && verdict && !verdict->firstBad;
    }

private Q_SLOTS:
    void initTestCase_data() { TestDatabases::addEngines(); }
    void init()
    {
        QFETCH_GLOBAL(Engine, engine);
        m_house = std::make_unique<TestHouse>(m_databases.create(engine));
        m_manager = m_house->visitor(Role::Manager);
        m_guest = m_house->visitor();
        m_series = newKey();
        m_dates = m_manager->call(u"events.createSeries"_s, seriesIn(*m_house, m_series, u"FREQ=DAILY;COUNT=%1"_s.arg(kDates))).at(u"events"_s).toArray();
        QCOMPARE(m_dates.size(), kDates);
        QVERIFY(m_manager->call(u"events.setSeriesState"_s, {{u"series"_s, m_series}, {u"state"_s, u"published"_s}}).ok());
    }
    void cleanup()
    {
        QVERIFY(isSound());
        m_guest.reset();
        m_manager.reset();
        m_house.reset();
    }

    void laterDates_areCancelledWithTheirTickets()
    {
        const QJsonValue early = book({0}, 0);
        const QJsonValue one = book({1}, 0);
        const QJsonValue pass = book({0, 2, 3}, 20); // of three evenings
        QVERIFY(m_guest->call(u"seatmap.subscribe"_s, {{u"event"_s, event(2).toString()}}).ok());
        QVERIFY(m_guest->call(u"holds.acquire"_s, placesOf(event(2), {30})).ok());
        const qint64 rear = pass[u"tickets"_s][1][u"price"_s][u"amount"_s].toInteger();
        const qint64 front = one[u"tickets"_s][0][u"price"_s][u"amount"_s].toInteger();

        const WireReply touched = sales(1);
        QCOMPARE(touched.kind(), QString());
        QCOMPARE(touched.at(u"dates"_s).toArray(), datesFrom(1));
        QCOMPARE(touched.at(u"sales.bookings"_s).toInt(), 2); // the pass is one
        QCOMPARE(touched.at(u"sales.tickets"_s).toInt(), 3);
        QCOMPARE(touched.at(u"sales.amounts.0.amount"_s).toInteger(), front + 2 * rear);

        const WireReply cancelled = cancel(1);
        QCOMPARE(cancelled.kind(), QString());
        QCOMPARE(cancelled.at(u"events"_s).toArray(), datesFrom(1));
        QCOMPARE(m_guest->awaitNotification(u"holds.ended"_s).value(u"reason"_s).toString(), u"event_closed"_s);
        QCOMPARE(m_guest->awaitNotification(u"events.changed"_s).value(u"event"_s).toString(), event(2).toString());
        QCOMPARE(stateOf(0), u"published"_s);
        for (int date = 1; date < kDates; ++date) {
            QCOMPARE(stateOf(date), u"cancelled"_s);
            QCOMPARE(get(date).value(u"cancelReason"_s).toString(), u"Fire in the house"_s);
            QCOMPARE(m_guest->call(u"holds.acquire"_s, placesOf(event(date), {5})).kind(), u"sale_closed"_s);
        }
        QVERIFY(m_guest->call(u"holds.acquire"_s, placesOf(event(0), {5})).ok());

        // Each date has its list of refunds, and together they are what was said.
        qint64 owed = 0;
        for (int date = 1; date < kDates; ++date) {
            const WireReply list = awaitRefunds(date);
            QCOMPARE(list.at(u"totals.bookings"_s).toInt(), 1);
            owed += list.at(u"totals.owed.0.amount"_s).toInteger();
        }
        QCOMPARE(owed, front + 2 * rear);
        QVERIFY(m_manager->call(u"events.refunds"_s, {{u"event"_s, event(0).toString()}}).at(u"refunds"_s).toArray().isEmpty());
        QCOMPARE(stored(one)[u"state"_s].toString(), u"cancelled"_s);
        const QJsonValue rest = stored(pass);
        QCOMPARE(rest[u"state"_s].toString(), u"confirmed"_s);
        QCOMPARE(rest[u"tickets"_s][0][u"state"_s].toString(), u"valid"_s);
        QCOMPARE(rest[u"refunds"_s].toArray().size(), 2);
        QCOMPARE(stored(early), early);
        QCOMPARE(cancellations(), kDates - 1);

        // Also after a start.
        m_house->restart();
        m_guest = m_house->visitor();
        m_manager = m_house->visitor(Role::Manager);
        QCOMPARE(m_guest->call(u"holds.acquire"_s, placesOf(event(3), {5})).kind(), u"sale_closed"_s);
        QVERIFY(m_guest->call(u"holds.acquire"_s, placesOf(event(0), {6})).ok());
    }

    void repetition_cancelsNothingTwice()
    {
        const WireReply cancelled = cancel(2);
        QCOMPARE(cancelled.at(u"events"_s).toArray(), datesFrom(2));
        const QJsonObject before = get(3);
        QCOMPARE(cancel(2).at(u"events"_s), cancelled.at(u"events"_s));
        QCOMPARE(get(3), before);
        QCOMPARE(cancellations(), 2);
        // Another reason is another wish, which they are not there for any more.
        const WireReply again = cancel(2, u"Flood"_s);
        QCOMPARE(again.kind(), QString());
        QVERIFY(again.at(u"events"_s).toArray().isEmpty());
        QCOMPARE(get(3), before);
        QVERIFY(sales(2).at(u"dates"_s).toArray().isEmpty());
        // From an earlier date on: what is left.
        QCOMPARE(cancel(1).at(u"events"_s).toArray(), datesFrom(1));
        QCOMPARE(cancellations(), 3);
    }

    void draftsAndWhatIsCancelledAlready_stay()
    {
        QVERIFY(m_manager->call(u"events.cancel"_s, {{u"event"_s, event(2).toString()}, {u"version"_s, 2}, {u"reason"_s, u"The actor is ill"_s}}).ok());
        const QJsonObject extra = with(definitionIn(*m_house), u"start"_s, m_dates.at(3)[u"start"_s]);
        const QString draft = newKey();
        QVERIFY(m_manager->call(u"events.create"_s, {{u"event"_s, draft}, {u"definition"_s, extra}, {u"series"_s, m_series}}).ok());
        QVERIFY(m_manager->call(u"events.setState"_s, {{u"event"_s, event(3).toString()}, {u"version"_s, 2}, {u"state"_s, u"paused"_s}}).ok());
        const QJsonArray expected {m_dates.at(1), m_dates.at(3)};
        QCOMPARE(sales(1).at(u"dates"_s).toArray(), expected);
        QCOMPARE(cancel(1).at(u"events"_s).toArray(), expected);
        QCOMPARE(get(2).value(u"cancelReason"_s).toString(), u"The actor is ill"_s);
        QCOMPARE(m_manager->call(u"events.get"_s, {{u"event"_s, draft}}).at(u"event.summary.state"_s).toString(), u"draft"_s);
    }

    void otherSeriesAndEvents_stay()
    {
        const QString other = newKey();
        QVERIFY(m_manager->call(u"events.createSeries"_s, seriesIn(*m_house, other, u"FREQ=DAILY;COUNT=2"_s)).ok());
        QVERIFY(m_manager->call(u"events.setSeriesState"_s, {{u"series"_s, other}, {u"state"_s, u"published"_s}}).ok());
        QCOMPARE(cancel(0).at(u"events"_s).toArray(), m_dates);
        for (const QJsonValue &date : m_manager->call(u"events.search"_s, {{u"series"_s, other}}).at(u"events"_s).toArray())
            QCOMPARE(date[u"state"_s].toString(), u"published"_s);
        QVERIFY(m_guest->call(u"holds.acquire"_s, placesOf(m_house->events().evening, {5})).ok());
    }

    void params_areReadStrictly()
    {
        QCOMPARE(m_manager->call(u"events.cancelSeries"_s, {{u"series"_s, m_series}, {u"reason"_s, u"Fire"_s}}).kind(), u"invalid_params"_s); // all that were is never meant
        QCOMPARE(cancel(0, {}).kind(), u"invalid_params"_s);
        QCOMPARE(cancel(0, QString(201, u'x')).kind(), u"invalid_params"_s);
        QCOMPARE(stateOf(0), u"published"_s);
    }
};

QTEST_GUILESS_MAIN(SeriesCancellingTest)
#include "tst_seriescancelling.moc"
