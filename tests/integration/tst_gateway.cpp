// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/api/arrivalsfeed.h"
#include "backend/api/bookinghandler.h"
#include "backend/api/dispatcher.h"
#include "backend/api/planhandler.h"
#include "backend/api/seatmaphandler.h"
#include "backend/services/bookingchangeservice.h"
#include "backend/services/bookingservice.h"
#include "backend/services/catalogservice.h"
#include "backend/services/checkinservice.h"
#include "backend/services/ticketkeyring.h"
#include "backend/services/planexports.h"
#include "backend/services/planservice.h"
#include "backend/services/uploadservice.h"
#include "backend/services/databasesalestore.h"
#include "backend/services/holdservice.h"
#include "backend/services/qtscheduler.h"
#include "backend/storage/storage.h"
#include "tests/support/samplehouse.h"
#include "tests/support/testdatabases.h"
#include "tests/support/testhouse.h"

#include <QCoreApplication>
#include <QTest>

using namespace parterre;
using namespace parterre::testing;
using namespace Qt::StringLiterals;
using transport::ConnectionId;

namespace {

constexpr ConnectionId kAnna = transport::makeConnectionId(0, 1);
constexpr ConnectionId kBert = transport::makeConnectionId(0, 2);

// Writes down what the clients would get.
class PaperTransport final : public transport::Transport
{
public:
    [[nodiscard]] int workerCount() const override { return 1; }

    void post(int, std::vector<transport::Command> commands) override
    {
        for (transport::Command &command : commands)
            std::visit([this](auto &one) { note(one); }, command);
    }

    // Everything sent to the client, oldest first.
    [[nodiscard]] QList<QByteArray> sentTo(ConnectionId to) const { return m_sent.value(quint64(to)); }
    [[nodiscard]] QStringList kindsSentTo(ConnectionId to) const
    {
        QStringList kinds;
        for (const QByteArray &text : sentTo(to))
            kinds.append(QJsonDocument::fromJson(text).object()[u"error"_s].toObject()[u"data"_s].toObject()[u"kind"_s].toString());
        return kinds;
    }
    [[nodiscard]] int subscriptionsOf(ConnectionId connection) const { return m_subscriptions.value(quint64(connection)); }
    [[nodiscard]] std::optional<transport::CloseCode> closed(ConnectionId connection) const
    {
        return m_closed.contains(quint64(connection)) ? std::optional(m_closed.value(quint64(connection))) : std::nullopt;
    }

private:
    void note(transport::Send &send) { m_sent[quint64(send.to)].append(send.message->encode()); }
    void note(const transport::Subscribe &one) { ++m_subscriptions[quint64(one.connection)]; }
    void note(const transport::Unsubscribe &one) { --m_subscriptions[quint64(one.connection)]; }
    void note(const transport::Broadcast &) {}
    void note(const transport::Close &close) { m_closed.insert(quint64(close.connection), close.code); }

    QHash<quint64, QList<QByteArray>> m_sent;
    QHash<quint64, int> m_subscriptions;
    QHash<quint64, transport::CloseCode> m_closed;
};

// The parts between sockets and ledgers, on one thread: what the I/O side does has happened when hear() returns, what the
// house does happens in the event loop.
struct Desk {
    explicit Desk(const storage::DatabaseConfig &database, const api::RateLimits &limits = api::kNoRateLimits)
        : storage({.database = database, .maxWaitingReads = 1}, clock)
    {
        api::addBookingMethods(router, bookings, bookingChanges, reservations);
        api::addPlanMethods(router, catalog, plans, exports);
        api::addSeatmapMethods(router, events, holds, feed);
        gateway.open(dispatcher, paper, limits, clock);
        if (!storage.open())
            qFatal("no database");
        for (const ConnectionId client : {kAnna, kBert})
            gateway.connected({.id = client, .address = QHostAddress::LocalHost});
    }
    ~Desk() { storage.close(); }

    void hear(ConnectionId from, const QList<QByteArray> &texts)
    {
        std::vector<transport::Inbound> all;
        for (const QByteArray &text : texts)
            all.push_back({.from = from, .utf8 = text});
        gateway.received(0, all);
    }
    services::Session &greet(ConnectionId client)
    {
        QCoreApplication::processEvents();
        return *sessions.hello(api::linkOf(client), {.address = u"127.0.0.1"_s}, {}).session;
    }

    SystemClock clock;
    UuidV7Generator ids {clock};
    PaperTransport paper;
    storage::Storage storage;
    services::SystemRandomness random;
    services::QtScheduler scheduler;
    services::DatabaseSaleStore sales {storage};
    services::EventDirectory events {sales, clock, scheduler, 1};
    services::SessionService sessions {events, clock, scheduler, ids, random, std::chrono::seconds(30)};
    services::CatalogService catalog {events, storage, clock};
    services::UploadService uploads {sessions, clock, scheduler};
    services::PlanService plans {uploads, storage, clock, ids};
    services::PlanExports exports {storage};
    services::HoldService holds {events, sessions, clock};
    services::ReservationService reservations {events, sales, clock, scheduler};
    services::BookingService bookings {events, sales, reservations, clock, scheduler, ids, random, {}};
    services::BookingChangeService bookingChanges {events, sales, reservations, clock, scheduler, ids, {}};
    api::Outbox outbox {paper};
    api::SeatmapFeed feed {outbox, events, sessions, clock};
    services::CheckinService checkins {events, storage, nullptr, clock, ids};
    api::ArrivalsFeed arrivals {outbox, sessions, checkins};
    api::Dispatcher dispatcher {outbox, feed, arrivals, sessions};
    api::Router router;
    api::Gateway gateway {router};
};

QByteArray request(const QString &method, const QJsonObject &params = {}, int id = 1)
{
    return QJsonDocument(QJsonObject {{u"jsonrpc"_s, u"2.0"_s}, {u"id"_s, id}, {u"method"_s, method}, {u"params"_s, params}}).toJson(QJsonDocument::Compact);
}

QByteArray batch(const QByteArray &entry, int count)
{
    return '[' + QByteArrayList(count, entry).join(',') + ']';
}

} // namespace

// What stands between a hostile client and the house thread.
class GatewayTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void entriesThatAreNoRequests_areAnsweredOnceForAll();
    void aBatchThatComesTooFast_getsOneError();
    void aBatchIsAsManyCallsAsItHolds();
    void aRefusedMessage_neverReachesTheHouse();
    void whoDoesNotListen_isDisconnected();
    void callsOfOneConnectionAtOnce_areBounded();
    void answeredCalls_makeRoomForMore();
    void aRole_changesTheRateAtOnce();
    void subscribingInABatch_isRefused();
    void subscribingForOneWhoLeft_leavesNoWatcher();
    void loggingOut_endsTheSubscriptionsOfDraftsOnly();
    void aPlanManyAskFor_isLoadedOnce();
    void aListTooLongForAMessage_comesInMorePages();

private:
    [[nodiscard]] static QJsonObject eventParams(const EventId &event) { return {{u"event"_s, event.toString()}}; }

    TestDatabases m_databases;
    std::unique_ptr<TestHouse> m_house;
};

void GatewayTest::initTestCase()
{
    m_house = std::make_unique<TestHouse>(m_databases.create(storage::Engine::Sqlite));
    m_house->stop(); // only its database is wanted
}

void GatewayTest::entriesThatAreNoRequests_areAnsweredOnceForAll()
{
    Desk desk(m_house->database());
    desk.greet(kAnna);
    const QByteArray nonsense = batch("1", 20);
    desk.hear(kAnna, {nonsense});
    QCOMPARE(desk.paper.sentTo(kAnna).size(), 1);
    QVERIFY2(desk.paper.sentTo(kAnna).first().size() <= 10 * nonsense.size(), desk.paper.sentTo(kAnna).first().constData());
    QCOMPARE(QJsonDocument::fromJson(desk.paper.sentTo(kAnna).first()).array().size(), 1);

    // A good one among them is answered beside.
    desk.hear(kAnna, {"[1,{}," + request(u"rpc.discover"_s, {}, 7) + ",2]"});
    QTRY_COMPARE(desk.paper.sentTo(kAnna).size(), 2);
    const QJsonArray replies = QJsonDocument::fromJson(desk.paper.sentTo(kAnna).last()).array();
    QCOMPARE(replies.size(), 2);
    QCOMPARE(replies[0][u"id"_s].toInt(), 7);
    QVERIFY(replies[1][u"id"_s].isNull());
}

void GatewayTest::aBatchThatComesTooFast_getsOneError()
{
    Desk desk(m_house->database(), {.anonymous = {.perSecond = 0.01, .burst = 10}});
    desk.greet(kAnna);
    desk.hear(kAnna, {batch(request(u"rpc.discover"_s), 20)});
    QCOMPARE(desk.paper.kindsSentTo(kAnna), QStringList {u"rate_limited"_s});
    QVERIFY(QJsonDocument::fromJson(desk.paper.sentTo(kAnna).first()).object()[u"id"_s].isNull());
    // Nothing of it was done, so its calls were not counted.
    desk.hear(kAnna, {batch("1", 10)});
    QCOMPARE(desk.paper.kindsSentTo(kAnna), QStringList({u"rate_limited"_s, QString()}));
}

void GatewayTest::aBatchIsAsManyCallsAsItHolds()
{
    Desk desk(m_house->database(), {.anonymous = {.perSecond = 0.01, .burst = 10}});
    desk.greet(kAnna);
    desk.hear(kAnna, {batch("1", 10), request(u"rpc.discover"_s)});
    QCOMPARE(desk.paper.kindsSentTo(kAnna), QStringList({QString(), u"rate_limited"_s}));
}

void GatewayTest::aRefusedMessage_neverReachesTheHouse()
{
    Desk desk(m_house->database(), {.anonymous = {.perSecond = 0.01, .burst = 1}});
    desk.greet(kAnna);
    desk.hear(kAnna, {request(u"no.such"_s), request(u"no.such"_s), "not json", R"({"jsonrpc":"2.0","method":"rpc.discover"})"});
    // Answered without the event loop having run; the notification is not answered.
    QCOMPARE(desk.paper.kindsSentTo(kAnna), QStringList({u"method_not_found"_s, u"rate_limited"_s, u"rate_limited"_s}));
    QCoreApplication::processEvents();
    QCOMPARE(desk.paper.sentTo(kAnna).size(), 3);
}

void GatewayTest::whoDoesNotListen_isDisconnected()
{
    Desk desk(m_house->database(), {.anonymous = {.perSecond = 0.01, .burst = 1}, .refused = {.perSecond = 0.01, .burst = 100}});
    desk.greet(kAnna);
    desk.hear(kAnna, QList<QByteArray>(101, request(u"rpc.discover"_s)));
    QVERIFY(!desk.paper.closed(kAnna));
    desk.hear(kAnna, QList<QByteArray>(900, request(u"rpc.discover"_s)));
    QCOMPARE(desk.paper.closed(kAnna), std::optional(transport::CloseCode::PolicyViolated));
    QCOMPARE(desk.paper.sentTo(kAnna).size(), 101); // not a word after it
    QVERIFY(!desk.paper.closed(kBert));
}

void GatewayTest::callsOfOneConnectionAtOnce_areBounded()
{
    Desk desk(m_house->database());
    desk.greet(kAnna);
    desk.hear(kAnna, QList<QByteArray>(protocol::kMaxRequestsInFlight + 3, request(u"rpc.discover"_s)));
    QCOMPARE(desk.paper.kindsSentTo(kAnna), QStringList(3, u"overloaded"_s));
    desk.hear(kAnna, {batch(request(u"rpc.discover"_s), 20)});
    QCOMPARE(desk.paper.kindsSentTo(kAnna), QStringList(4, u"overloaded"_s));
    desk.hear(kBert, {request(u"rpc.discover"_s)});
    QVERIFY(desk.paper.sentTo(kBert).isEmpty()); // on its way to the house
}

void GatewayTest::answeredCalls_makeRoomForMore()
{
    Desk desk(m_house->database());
    desk.greet(kAnna);
    for (int i = 1; i <= 4; ++i) {
        const QByteArray refused = request(u"seatmap.subscribe"_s, {{u"event"_s, 5}});
        const QByteArray notification = R"({"jsonrpc":"2.0","method":"rpc.discover"})";
        desk.hear(kAnna, QList<QByteArray>(protocol::kMaxRequestsInFlight / 2, refused) + QList<QByteArray>(protocol::kMaxRequestsInFlight / 2, notification));
        QCoreApplication::processEvents();
        QCOMPARE(desk.paper.kindsSentTo(kAnna), QStringList(i * protocol::kMaxRequestsInFlight / 2, u"invalid_params"_s));
    }
}

void GatewayTest::aRole_changesTheRateAtOnce()
{
    Desk desk(m_house->database(), {.anonymous = {.perSecond = 0.01, .burst = 1}, .counter = {.perSecond = 0.01, .burst = 5}});
    const services::Session &session = desk.greet(kAnna);
    desk.sessions.signIn(session.id, {.name = u"Clara"_s, .role = Role::Clerk}, {});
    desk.hear(kAnna, QList<QByteArray>(6, request(u"no.such"_s)));
    QCOMPARE(desk.paper.kindsSentTo(kAnna).count(u"rate_limited"_s), 1);
}

void GatewayTest::subscribingInABatch_isRefused()
{
    Desk desk(m_house->database());
    desk.greet(kAnna);
    const QByteArray subscribe = request(u"seatmap.subscribe"_s, eventParams(m_house->events().evening), 3);
    desk.hear(kAnna, {batch(subscribe, 1)});
    QTRY_COMPARE(desk.paper.sentTo(kAnna).size(), 1);
    const QJsonValue reply = QJsonDocument::fromJson(desk.paper.sentTo(kAnna).first()).array().at(0);
    QCOMPARE(reply[u"id"_s].toInt(), 3);
    QCOMPARE(reply[u"error"_s][u"data"_s][u"kind"_s].toString(), u"invalid_request"_s);
    QCOMPARE(desk.paper.subscriptionsOf(kAnna), 0);
}

void GatewayTest::subscribingForOneWhoLeft_leavesNoWatcher()
{
    Desk desk(m_house->database());
    desk.greet(kAnna);
    desk.greet(kBert);
    const QByteArray subscribe = request(u"seatmap.subscribe"_s, eventParams(m_house->events().evening));
    desk.hear(kAnna, {subscribe});
    desk.gateway.disconnected(kAnna); // before the database has answered
    desk.hear(kBert, {subscribe});    // waits for the same answer
    QTRY_COMPARE(desk.paper.subscriptionsOf(kBert), 1);
    QCOMPARE(desk.paper.subscriptionsOf(kAnna), 0);
}

void GatewayTest::loggingOut_endsTheSubscriptionsOfDraftsOnly()
{
    Desk desk(m_house->database());
    const services::Session &session = desk.greet(kAnna);
    desk.sessions.signIn(session.id, {.name = u"Clara"_s, .role = Role::Clerk}, {});
    for (const EventId &event : {m_house->events().evening, m_house->events().draft}) {
        desk.hear(kAnna, {request(u"seatmap.subscribe"_s, eventParams(event))});
        const int expected = desk.paper.subscriptionsOf(kAnna) + 1;
        QTRY_COMPARE(desk.paper.subscriptionsOf(kAnna), expected);
    }
    desk.sessions.signOut(session.id, services::SignOutBy::Self);
    QTRY_COMPARE(desk.paper.subscriptionsOf(kAnna), 1);
    desk.hear(kAnna, {request(u"seatmap.subscribe"_s, eventParams(m_house->events().draft))});
    QTRY_COMPARE(desk.paper.kindsSentTo(kAnna).last(), u"not_found"_s);
    QCOMPARE(desk.paper.subscriptionsOf(kAnna), 1);
}

void GatewayTest::aPlanManyAskFor_isLoadedOnce()
{
    Desk desk(m_house->database()); // where one read may wait; a second would be refused
    desk.greet(kAnna);
    const PlanVersionRef plan = m_house->plan();
    const QByteArray ask = request(u"plans.get"_s, {{u"plan"_s, plan.id.toString()}, {u"version"_s, plan.version}});
    desk.hear(kAnna, QList<QByteArray>(10, ask));
    QTRY_COMPARE(desk.paper.sentTo(kAnna).size(), 10);
    QCOMPARE(desk.paper.kindsSentTo(kAnna), QStringList(10, QString()));
    const QJsonObject result = QJsonDocument::fromJson(desk.paper.sentTo(kAnna).first()).object()[u"result"_s].toObject();
    QCOMPARE(result[u"hash"_s].toString(), plan.hash);
    QVERIFY(!result[u"page"_s].toObject().isEmpty());
}

void GatewayTest::aListTooLongForAMessage_comesInMorePages()
{
    constexpr qint32 kBookings = 200;
    const storage::DatabaseConfig config = m_databases.create(storage::Engine::Sqlite);
    Desk desk(config);
    storage::Database database(config);
    QVERIFY(database.open());
    const SampleHouse sample = SampleHouse::build(database, desk.ids, desk.clock);
    database.close();
    int written = 0;
    for (qint32 i = 0; i < kBookings; ++i) {
        storage::CheckoutWrite sale = checkoutOf(sample, {4 * i, 4 * i + 1, 4 * i + 2, 4 * i + 3}, u"key-of-a-sale-%1"_s.arg(i), desk.ids, desk.clock);
        for (Ticket &ticket : sale.booking.tickets)
            ticket.label = QString(100, u'\u6f22') + ticket.label;
        sale.renumber = [&desk](Booking &booking) { numberAnew(booking, desk.ids); };
        desk.storage.book(sale, &desk.dispatcher, [&written](const Result<storage::CheckoutOutcome> &outcome) { written += outcome.ok() ? 1 : 0; });
    }
    QTRY_COMPARE(written, kBookings);

    desk.sessions.signIn(desk.greet(kAnna).id, {.id = sample.clerk, .name = u"Clara"_s, .role = Role::Clerk}, {});
    QSet<QString> found;
    QJsonObject params {{u"limit"_s, kBookings}};
    int pages = 0;
    do {
        desk.hear(kAnna, {request(u"bookings.list"_s, params)});
        ++pages;
        QTRY_COMPARE(desk.paper.sentTo(kAnna).size(), pages);
        QCOMPARE(desk.paper.kindsSentTo(kAnna).last(), QString());
        const QJsonObject result = QJsonDocument::fromJson(desk.paper.sentTo(kAnna).last()).object()[u"result"_s].toObject();
        for (const QJsonValue &booking : result[u"bookings"_s].toArray())
            found.insert(booking[u"id"_s].toString());
        params[u"cursor"_s] = result[u"next"_s];
    } while (params.contains(u"cursor"_s) && pages < 10);
    QCOMPARE(found.size(), kBookings);
    QVERIFY(pages > 1);
}

QTEST_GUILESS_MAIN(GatewayTest)
#include "tst_gateway.moc"
