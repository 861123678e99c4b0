// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/protocol/limits.h"
#include "tests/support/testdatabases.h"
#include "tests/support/testhouse.h"
#include "tests/unit/backend/rawwebsocketclient.h"

#include <QTest>

#include <numeric>

using namespace parterre;
using namespace parterre::testing;
using namespace Qt::StringLiterals;
using storage::Engine;

// What the server says to those who do not keep to the contract, or come too fast. Nothing of it changes anything.
class StrictnessTest : public QObject
{
    Q_OBJECT

private:
    TestHouse &house(Engine engine = Engine::Sqlite);
    // Everything that can be seen of the house.
    QJsonArray fingerprint(Engine engine = Engine::Sqlite);
    static QString ping(int id) { return uR"({"jsonrpc":"2.0","id":%1,"method":"session.ping"})"_s.arg(id); }
    static QString kindOf(const QJsonValue &message) { return message[u"error"_s][u"data"_s][u"kind"_s].toString(); }

    TestDatabases m_databases;
    std::map<Engine, std::unique_ptr<TestHouse>> m_houses;

private Q_SLOTS:
    void cleanupTestCase() { m_houses.clear(); }
    void faultyMessages_areRefusedByName_data();
    void faultyMessages_areRefusedByName();
    void batches_ofOneToTwenty_areAnsweredAsOne_data();
    void batches_ofOneToTwenty_areAnsweredAsOne();
    void batch_withGarbage_isAnsweredPiecewise();
    void notifications_areObeyedButNotAnswered();
    void tooManyPlaces_areRefused();
    void messageOver64KiB_closes();
    void binaryMessage_closes();
    void tooManyMessages_areRefusedWithATimeToWait();
    void tooManyRequestsAtOnce_areRefused();
    void hostileTexts_changeNothingAndComeBackAsTheyAre_data();
    void hostileTexts_changeNothingAndComeBackAsTheyAre();
    void wildcards_areNoWildcards_data() { TestDatabases::addEngines(); }
    void wildcards_areNoWildcards();
};

TestHouse &StrictnessTest::house(Engine engine)
{
    auto &one = m_houses[engine];
    if (!one)
        one = std::make_unique<TestHouse>(m_databases.create(engine));
    return *one;
}

QJsonArray StrictnessTest::fingerprint(Engine engine)
{
    const auto clerk = house(engine).visitor(Role::Clerk);
    const QString event = house(engine).events().evening.toString();
    return {clerk->call(u"events.search"_s).at(u"events"_s), clerk->call(u"bookings.list"_s).at(u"bookings"_s), clerk->call(u"venues.list"_s).at(u"venues"_s),
            clerk->call(u"seatmap.subscribe"_s, {{u"event"_s, event}}).at(u"revision"_s)};
}

void StrictnessTest::faultyMessages_areRefusedByName_data()
{
    QTest::addColumn<QString>("message");
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QJsonValue>("id");
    const QJsonValue none = QJsonValue::Null;
    const auto row = [](const char *name, const QString &message, const QString &kind, const QJsonValue &id) { QTest::newRow(name) << message << kind << id; };
    row("nothing", QString(), u"parse_error"_s, none);
    row("no JSON", u"hello?"_s, u"parse_error"_s, none);
    row("cut off", uR"({"jsonrpc":"2.0","id":1,"method":)"_s, u"parse_error"_s, none);
    row("a number", u"7"_s, u"parse_error"_s, none);
    row("too deep", u"["_s.repeated(40) + u"]"_s.repeated(40), u"parse_error"_s, none);
    row("a key twice", uR"({"jsonrpc":"2.0","id":1,"id":2,"method":"session.ping"})"_s, u"parse_error"_s, none);
    row("U+0000", uR"({"jsonrpc":"2.0","id":1,"method":"auth.guest","params":{"name":"a\u0000b"}})"_s, u"parse_error"_s, none);
    row("half a character", uR"({"jsonrpc":"2.0","id":1,"method":"auth.guest","params":{"name":"\ud800"}})"_s, u"parse_error"_s, none);
    row("an empty object", u"{}"_s, u"invalid_request"_s, none);
    row("another version", uR"({"jsonrpc":"1.0","id":900,"method":"session.ping"})"_s, u"invalid_request"_s, 900);
    row("an unknown key", uR"({"jsonrpc":"2.0","id":900,"method":"session.ping","extra":1})"_s, u"invalid_request"_s, 900);
    row("no method", uR"({"jsonrpc":"2.0","id":"a"})"_s, u"invalid_request"_s, u"a"_s);
    row("an object as id", uR"({"jsonrpc":"2.0","id":{},"method":"session.ping"})"_s, u"invalid_request"_s, none);
    row("a fraction as id", uR"({"jsonrpc":"2.0","id":1.5,"method":"session.ping"})"_s, u"invalid_request"_s, none);
    row("a long id", uR"({"jsonrpc":"2.0","id":"%1","method":"session.ping"})"_s.arg(QString(65, u'x')), u"invalid_request"_s, none);
    row("an unknown method", uR"({"jsonrpc":"2.0","id":900,"method":"seats.steal"})"_s, u"method_not_found"_s, 900);
    row("a method in capitals", uR"({"jsonrpc":"2.0","id":900,"method":"Session.Ping"})"_s, u"method_not_found"_s, 900);
    row("params by position", uR"({"jsonrpc":"2.0","id":900,"method":"auth.guest","params":["Gus"]})"_s, u"invalid_params"_s, 900);
    row("an unknown parameter", uR"({"jsonrpc":"2.0","id":900,"method":"session.ping","params":{"loud":true}})"_s, u"invalid_params"_s, 900);
    row("a missing parameter", uR"({"jsonrpc":"2.0","id":900,"method":"events.get","params":{}})"_s, u"invalid_params"_s, 900);
    row("a wrong type", uR"({"jsonrpc":"2.0","id":900,"method":"events.get","params":{"event":7}})"_s, u"invalid_params"_s, 900);
    row("an id in another spelling", uR"({"jsonrpc":"2.0","id":900,"method":"events.get","params":{"event":"{00000000-0000-7000-8000-000000000001}"}})"_s, u"invalid_params"_s, 900);
    row("a number out of range", uR"({"jsonrpc":"2.0","id":900,"method":"events.search","params":{"limit":201}})"_s, u"invalid_params"_s, 900);
    row("a fraction of a number", uR"({"jsonrpc":"2.0","id":900,"method":"events.search","params":{"limit":1.5}})"_s, u"invalid_params"_s, 900);
    row("a long text", uR"({"jsonrpc":"2.0","id":900,"method":"auth.guest","params":{"name":"%1"}})"_s.arg(QString(121, u'x')), u"invalid_params"_s, 900);
    row("an empty batch", u"[]"_s, u"invalid_request"_s, none);
}

void StrictnessTest::faultyMessages_areRefusedByName()
{
    QFETCH(QString, message);
    QFETCH(QString, kind);
    QFETCH(QJsonValue, id);
    const auto client = house().visitor(Role::Anonymous);
    client->sendText(message);
    const QJsonObject answer = client->awaitOther().object();
    QCOMPARE(kindOf(answer), kind);
    QCOMPARE(answer.value(u"id"_s), id);
    QCOMPARE(answer.value(u"jsonrpc"_s).toString(), u"2.0"_s);
    // The connection is none the worse for it.
    QVERIFY(client->call(u"session.ping"_s).ok());
    QCOMPARE(client->otherCount(), 0);
}

void StrictnessTest::batches_ofOneToTwenty_areAnsweredAsOne_data()
{
    QTest::addColumn<int>("size");
    for (const int size : {1, 2, 19, 20, 21, 500})
        QTest::addRow("%d", size) << size;
}

void StrictnessTest::batches_ofOneToTwenty_areAnsweredAsOne()
{
    QFETCH(int, size);
    const auto client = house().visitor(Role::Anonymous);
    QStringList requests;
    for (int i = 0; i < size; ++i)
        requests.append(ping(1000 + i));
    client->sendText(u'[' + requests.join(u',') + u']');
    const QJsonDocument answer = client->awaitOther();
    if (size > protocol::kMaxBatch) {
        QCOMPARE(kindOf(answer.object()), u"invalid_request"_s);
        QCOMPARE(answer[u"error"_s][u"data"_s][u"limit"_s].toInt(), protocol::kMaxBatch);
        return;
    }
    QCOMPARE(answer.array().size(), size);
    QSet<int> ids;
    for (const QJsonValue &reply : answer.array()) {
        QVERIFY(reply[u"result"_s].isObject());
        ids.insert(reply[u"id"_s].toInt());
    }
    QCOMPARE(ids.size(), size);
}

void StrictnessTest::batch_withGarbage_isAnsweredPiecewise()
{
    const auto client = house().visitor(Role::Anonymous);
    client->sendText(u'[' + ping(1000) + uR"(,1,{"foo":"boo"},{"jsonrpc":"2.0","method":"session.ping"},[],{"jsonrpc":"2.0","id":"x","method":"cart.get"}])"_s);
    QStringList kinds;
    for (const QJsonValue &reply : client->awaitOther().array())
        kinds.append(kindOf(reply));
    kinds.sort();
    // One error for all that are no requests.
    QCOMPARE(kinds, QStringList({QString(), u"invalid_request"_s, u"not_signed_in"_s}));
}

void StrictnessTest::notifications_areObeyedButNotAnswered()
{
    const auto client = house().visitor();
    const auto rival = house().visitor();
    const QString event = house().events().evening.toString();
    const QString hold = uR"({"jsonrpc":"2.0","method":"holds.acquire","params":{"event":"%1","places":[200]}})"_s.arg(event);
    client->sendText(hold);
    client->sendText(u'[' + hold + u',' + hold + u']');
    client->sendText(uR"({"jsonrpc":"2.0","method":"no.such"})"_s);
    QCOMPARE(client->call(u"cart.get"_s).at(u"lines.0.hold.place"_s).toInt(), 200);
    QCOMPARE(client->otherCount(), 0);
    QCOMPARE(rival->call(u"holds.acquire"_s, placesOf(house().events().evening, {200})).kind(), u"seat_taken"_s);
}

void StrictnessTest::tooManyPlaces_areRefused()
{
    const QJsonArray before = fingerprint();
    const auto clerk = house().visitor(Role::Clerk);
    QList<qint32> places(10'000);
    std::iota(places.begin(), places.end(), 0);
    QCOMPARE(clerk->call(u"holds.acquire"_s, placesOf(house().events().evening, places)).kind(), u"invalid_params"_s);
    QCOMPARE(clerk->call(u"holds.acquire"_s, placesOf(house().events().evening, QList<qint32>(101, 5))).kind(), u"invalid_params"_s);
    QCOMPARE(clerk->call(u"holds.acquire"_s, placesOf(house().events().evening, {})).kind(), u"invalid_params"_s);
    QCOMPARE(fingerprint(), before);
}

void StrictnessTest::messageOver64KiB_closes()
{
    const auto client = house().visitor();
    client->sendText(QString(static_cast<int>(protocol::kMaxClientMessageBytes) + 1, u' '));
    QVERIFY(client->awaitClosed());
    QCOMPARE(client->closeCode(), 1009);
}

void StrictnessTest::binaryMessage_closes()
{
    const auto client = house().visitor();
    client->sendBinary(ping(1).toUtf8());
    QVERIFY(client->awaitClosed());
    QCOMPARE(client->closeCode(), 1003);
}

void StrictnessTest::tooManyMessages_areRefusedWithATimeToWait()
{
    const TestHouse slow(m_databases.create(Engine::Sqlite), {.rateLimits = true});
    const auto client = slow.visitor(Role::Anonymous);
    const auto patient = slow.visitor(Role::Anonymous);
    QList<qint64> requests;
    for (int i = 0; i < 400; ++i)
        requests.append(client->send(u"session.ping"_s));
    int refused = 0;
    for (const qint64 request : requests) {
        const WireReply reply = client->await(request);
        if (reply.ok())
            continue;
        ++refused;
        QVERIFY2(reply.kind() == u"rate_limited"_s || reply.kind() == u"overloaded"_s, qPrintable(reply.kind()));
        QVERIFY(reply.data().value(u"retryAfter"_s).toInt() >= 1);
    }
    QVERIFY2(refused > 0, "400 messages at once were all welcome");
    // Nobody else suffers for it, and after a while the fast one is welcome again.
    QVERIFY(patient->call(u"session.ping"_s).ok());
    bool welcome = false;
    QTRY_VERIFY((welcome = welcome || client->call(u"session.ping"_s).ok()));
}

void StrictnessTest::tooManyRequestsAtOnce_areRefused()
{
    // In one write, so that the server reads all of them before the first is answered.
    RawWebSocketClient client(house().house().port());
    QVERIFY(client.shakeHands().startsWith("HTTP/1.1 101"));
    client.sendText(R"({"jsonrpc":"2.0","id":1,"method":"session.hello","params":{"protocol":[1,1],"client":"raw/1"}})");
    QVERIFY(client.readFrame());
    constexpr int kRequests = protocol::kMaxRequestsInFlight + 1;
    QByteArray burst;
    for (int i = 0; i < kRequests; ++i)
        burst += RawWebSocketClient::frame(1, R"({"jsonrpc":"2.0","id":)" + QByteArray::number(100 + i) + R"(,"method":"venues.list"})");
    QVERIFY(client.send(burst));
    QStringList refused;
    for (int i = 0; i < kRequests; ++i) {
        const auto frame = client.readFrame();
        QVERIFY(frame);
        const QJsonObject reply = QJsonDocument::fromJson(frame->payload).object();
        if (!kindOf(reply).isEmpty())
            refused.append(kindOf(reply) + u' ' + QString::number(reply.value(u"id"_s).toInt()));
    }
    QCOMPARE(refused, QStringList {u"overloaded %1"_s.arg(100 + kRequests - 1)});
    client.sendText(R"({"jsonrpc":"2.0","id":999,"method":"venues.list"})");
    const auto frame = client.readFrame();
    QVERIFY(frame && kindOf(QJsonDocument::fromJson(frame->payload).object()).isEmpty());
}

void StrictnessTest::hostileTexts_changeNothingAndComeBackAsTheyAre_data()
{
    QTest::addColumn<Engine>("engine");
    QTest::addColumn<QString>("text");
    const QStringList texts {u"'; drop table bookings; --"_s,
                             u"' or '1'='1"_s,
                             u"\"); delete from accounts; --"_s,
                             u"x' union select password_hash from accounts --"_s,
                             u"\\'; vacuum; --"_s,
                             u":name ?1 $1 @p %s {0}"_s,
                             u"%_[]^*?"_s,
                             u"/* */ -- # ;"_s,
                             u"<script>alert(1)</script> &amp;"_s,
                             u"../../etc/passwd|cat;`id`$(id)"_s,
                             u"\U0001F3AD Zoë \u202e\u05d0\u0628"_s,
                             u"NULL"_s};
    for (const Engine engine : {Engine::Sqlite, Engine::Postgresql}) {
        if (engine == Engine::Postgresql && PostgresCluster::isSkipped())
            continue;
        for (const QString &text : texts)
            QTest::addRow("%s %s", engine == Engine::Sqlite ? "sqlite" : "postgresql", qPrintable(text)) << engine << text;
    }
}

void StrictnessTest::hostileTexts_changeNothingAndComeBackAsTheyAre()
{
    QFETCH(Engine, engine);
    QFETCH(QString, text);
    const TestHouse &subject = house(engine);
    const EventId event = subject.events().matinee;
    const QJsonArray before = fingerprint(engine);

    // Where a text is kept it comes back letter by letter.
    const auto guest = subject.visitor(Role::Anonymous);
    QCOMPARE(guest->call(u"auth.guest"_s, {{u"name"_s, text}}).at(u"user.name"_s).toString(), text);
    const WireReply profile = guest->call(u"profile.update"_s, {{u"name"_s, text}, {u"locale"_s, text.left(35)}});
    QCOMPARE(profile.at(u"profile.name"_s).toString(), text);
    QCOMPARE(guest->call(u"profile.get"_s).at(u"profile.locale"_s).toString(), text.left(35));
    QVERIFY(guest->call(u"holds.acquire"_s, placesOf(event, {25})).ok());
    QJsonObject sale = checkoutOf(event, {25}, newKey());
    sale.insert(u"customerName"_s, text);
    const WireReply sold = guest->call(u"bookings.checkout"_s, sale);
    QCOMPARE(sold.at(u"booking.customerName"_s).toString(), text);
    QCOMPARE(guest->call(u"bookings.list"_s, {{u"text"_s, text.left(100)}}).kind(), QString());
    QVERIFY(guest->call(u"bookings.cancel"_s, {{u"booking"_s, sold.at(u"booking.id"_s)}, {u"key"_s, text.leftJustified(16, u'_').left(64)}}).ok());

    // Where it is only looked up it is not found.
    const auto refused = [&](const QString &method, const QJsonObject &params, const QStringList &kinds) {
        const auto client = subject.visitor(method.startsWith(u"auth.") ? Role::Anonymous : Role::Guest);
        const WireReply reply = client->call(method, params);
        return kinds.contains(reply.kind()) ? QString() : method + u": "_s + reply.kind();
    };
    const QString email = text.simplified().remove(u' ').remove(u'@') + u"@x.example"_s;
    const QString password = u"three-odd-socks-41"_s;
    QCOMPARE(refused(u"auth.login"_s, {{u"email"_s, text}, {u"password"_s, text}}, {u"wrong_credentials"_s, u"invalid_params"_s, u"rate_limited"_s}), QString());
    QCOMPARE(refused(u"auth.setup"_s, {{u"code"_s, text.left(40).leftJustified(8, u'A')}, {u"email"_s, email}, {u"password"_s, password}, {u"name"_s, text}}, {u"setup_code_invalid"_s}), QString());
    QCOMPARE(refused(u"auth.resume"_s, {{u"token"_s, text.leftJustified(20, u'_').left(100)}}, {u"token_invalid"_s}), QString());
    QCOMPARE(refused(u"profile.update"_s, {{u"phone"_s, text.left(40)}}, {u"invalid_params"_s}), QString());
    QCOMPARE(refused(u"events.search"_s, {{u"cursor"_s, text}}, {u"invalid_params"_s}), QString());
    QCOMPARE(refused(u"bookings.list"_s, {{u"cursor"_s, text}}, {u"invalid_params"_s}), QString());
    QCOMPARE(refused(u"holds.acquire"_s, {{u"event"_s, text}, {u"places"_s, QJsonArray {1}}}, {u"invalid_params"_s}), QString());
    QCOMPARE(refused(u"bookings.checkout"_s, checkoutOf(event, {25}, newKey(), text), {u"no_price"_s}), QString());
    QCOMPARE(guest->call(u"events.search"_s, {{u"text"_s, text}}).at(u"events"_s).toArray().size(), 0);
    WireClient stranger(subject.url());
    QVERIFY(stranger.awaitConnected());
    QVERIFY(stranger.call(u"session.hello"_s, {{u"protocol"_s, QJsonArray {1, 1}}, {u"client"_s, text}, {u"locale"_s, text.left(35)}, {u"resume"_s, text.leftJustified(20, u'_')}}).ok());

    QJsonArray after = fingerprint(engine);
    QCOMPARE(after[0], before[0]);
    QCOMPARE(after[1].toArray().size(), before[1].toArray().size() + 1); // the cancelled booking
    QCOMPARE(after[2], before[2]);
}

void StrictnessTest::wildcards_areNoWildcards()
{
    QFETCH(Engine, engine);
    const auto client = house(engine).visitor();
    QVERIFY(!client->call(u"events.search"_s, {{u"text"_s, u"HAML"_s}}).at(u"events"_s).toArray().isEmpty());
    for (const QString &text : {u"%"_s, u"_"_s, u"h%t"_s, u"ham_et"_s, u"\\"_s, u"*"_s})
        QCOMPARE(client->call(u"events.search"_s, {{u"text"_s, text}}).at(u"events"_s).toArray().size(), 0);
}

QTEST_GUILESS_MAIN(StrictnessTest)
#include "tst_strictness.moc"
