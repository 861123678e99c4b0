// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/net/rpcclient.h"

#include "shared/protocol/limits.h"
#include "tests/support/fakewireserver.h"

#include <QFile>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace parterre;
using namespace parterre::net;
using namespace parterre::protocol;
using parterre::testing::Answer;
using parterre::testing::FakeWireServer;

Q_DECLARE_METATYPE(parterre::ErrorCode)

namespace {

HoldsAcquireParams wanting(const QList<qint32> &places)
{
    return {.event = EventId(QUuid::fromString(u"00000000-0000-7000-8000-000000000001"_s)), .places = places};
}

HoldsResult holding(const HoldsAcquireParams &params)
{
    HoldsResult result;
    for (const qint32 place : params.places)
        result.holds.append({.event = params.event, .place = place, .version = 1});
    return result;
}

} // namespace

class TestRpcClient : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_server = std::make_unique<FakeWireServer>();
        m_client = std::make_unique<RpcClient>();
        m_context = std::make_unique<QObject>();
        m_order.clear();
        m_errors.clear();
    }

    void call_isAnsweredWithTheTypedResult()
    {
        connectClient();
        m_server->when<HoldsAcquire>([](const HoldsAcquireParams &params) { return Result(holding(params)); });
        std::optional<HoldsResult> got;
        m_client->call<HoldsAcquire>(wanting({17, 18}), m_context.get(), [&](const Result<HoldsResult> &answer) { got = *answer; });
        QTRY_VERIFY(got);
        QCOMPARE(got->holds.size(), 2);
        QCOMPARE(got->holds[1].place, 18);
    }

    void call_refusalKeepsItsFacts()
    {
        connectClient();
        Error refusal {.code = ErrorCode::SeatTaken, .detail = u"inside"_s, .places = {17}, .limit = 3, .retryAfterSeconds = 2};
        m_server->when<HoldsAcquire>(refusal);
        acquire(17);
        QTRY_COMPARE(m_errors.size(), 1);
        refusal.detail = errorMeaning(ErrorCode::SeatTaken); // what a service thought of it stays on the server
        QCOMPARE(m_errors[0], refusal);
    }

    void answers_inAnotherOrderReachTheirCalls()
    {
        connectClient();
        QList<std::pair<HoldsAcquireParams, Answer<HoldsAcquire>>> asked;
        m_server->whenAsked<HoldsAcquire>([&](const HoldsAcquireParams &params, const Answer<HoldsAcquire> &answer) { asked.append({params, answer}); });
        for (const qint32 place : {1, 2, 3})
            acquire(place);
        QTRY_COMPARE(asked.size(), 3);
        for (const int i : {2, 0, 1})
            asked[i].second(holding(asked[i].first));
        QTRY_COMPARE(m_order, (QList<qint32> {3, 1, 2}));
    }

    void call_withoutAnswerTimesOutOnce()
    {
        connectClient();
        Answer<HoldsAcquire> late;
        m_server->whenAsked<HoldsAcquire>([&](const HoldsAcquireParams &, const Answer<HoldsAcquire> &answer) { late = answer; });
        acquire(1, 20ms);
        QTRY_COMPARE(m_errors.size(), 1);
        QCOMPARE(m_errors[0].code, ErrorCode::TimedOut);
        QTRY_VERIFY(late);
        late(holding(wanting({1})));
        m_server->when<HoldsAcquire>([](const HoldsAcquireParams &params) { return Result(holding(params)); });
        acquire(2);
        QTRY_COMPARE(m_order, QList<qint32> {2});
        QCOMPARE(m_errors.size(), 1);
    }

    void call_withADeadContextIsNotAnswered()
    {
        connectClient();
        Answer<HoldsAcquire> answer;
        m_server->whenAsked<HoldsAcquire>([&](const HoldsAcquireParams &, const Answer<HoldsAcquire> &a) { answer = a; });
        acquire(1);
        QTRY_VERIFY(answer);
        m_context = std::make_unique<QObject>();
        answer(holding(wanting({1})));
        m_server->when<HoldsAcquire>([](const HoldsAcquireParams &params) { return Result(holding(params)); });
        acquire(2);
        QTRY_COMPARE(m_order, QList<qint32> {2});
    }

    void brokenLink_failsEveryCallOnce()
    {
        connectClient();
        m_server->ignore<HoldsAcquire>();
        QSignalSpy closed(m_client.get(), &RpcClient::closed);
        for (const qint32 place : {1, 2, 3})
            acquire(place);
        QTRY_COMPARE(m_server->count<HoldsAcquire>(), 3);
        m_server->dropLinks();
        QTRY_COMPARE(closed.size(), 1);
        QCOMPARE(m_errors.size(), 3);
        for (const Error &error : m_errors)
            QCOMPARE(error.code, ErrorCode::Disconnected);
        QCOMPARE(closed[0][0].value<Error>().code, ErrorCode::Disconnected);
    }

    void call_withoutALinkIsRefusedLater()
    {
        acquire(1);
        QVERIFY(m_errors.isEmpty());
        QTRY_COMPARE(m_errors.size(), 1);
        QCOMPARE(m_errors[0].code, ErrorCode::Disconnected);
    }

    void requests_underWayAreLimited()
    {
        connectClient();
        QList<std::pair<HoldsAcquireParams, Answer<HoldsAcquire>>> asked;
        m_server->whenAsked<HoldsAcquire>([&](const HoldsAcquireParams &params, const Answer<HoldsAcquire> &answer) { asked.append({params, answer}); });
        for (qint32 place = 0; place < kMaxRequestsInFlight + 1; ++place)
            acquire(place);
        // A ping on a second link shows that the server had time to read everything.
        roundTripOnAnotherLink();
        QTRY_COMPARE(asked.size(), kMaxRequestsInFlight);
        asked[0].second(holding(asked[0].first));
        QTRY_COMPARE(asked.size(), kMaxRequestsInFlight + 1);
    }

    void request_givenUpWhileWaitingIsNeverSent()
    {
        connectClient();
        QList<Answer<HoldsAcquire>> asked;
        m_server->whenAsked<HoldsAcquire>([&](const HoldsAcquireParams &, const Answer<HoldsAcquire> &answer) { asked.append(answer); });
        for (qint32 place = 0; place < kMaxRequestsInFlight; ++place)
            acquire(place);
        acquire(1000, 10ms);
        QTRY_COMPARE(m_errors.size(), 1);
        QTRY_COMPARE(asked.size(), kMaxRequestsInFlight);
        for (const auto &answer : std::as_const(asked))
            answer(HoldsResult {});
        QTRY_COMPARE(m_order.size() + m_empty, kMaxRequestsInFlight);
        acquire(1001);
        QTRY_COMPARE(m_server->received<HoldsAcquire>().last().places, QList<qint32> {1001});
        QCOMPARE(m_server->count<HoldsAcquire>(), kMaxRequestsInFlight + 1);
    }

    void request_largerThanTheLimitStaysHere()
    {
        connectClient();
        std::optional<Error> error;
        m_client->call<AuthGuest>({.name = QString(kMaxClientMessageBytes, u'n')}, m_context.get(),
                                  [&](const Result<SignedInResult> &answer) { error = answer.error(); });
        QTRY_VERIFY(error);
        QCOMPARE(error->code, ErrorCode::InvalidParams);
        QCOMPARE(m_server->count<AuthGuest>(), 0);
        QVERIFY(m_client->isOpen());
    }

    void answer_ofTheWrongShapeIsBadAnswer()
    {
        connectClient();
        m_server->ignore<HoldsAcquire>();
        acquire(1);
        QTRY_COMPARE(m_server->count<HoldsAcquire>(), 1);
        m_server->sendRaw(R"({"jsonrpc":"2.0","id":1,"result":{"holds":"many"}})");
        QTRY_COMPARE(m_errors.size(), 1);
        QCOMPARE(m_errors[0].code, ErrorCode::BadAnswer);
        QVERIFY(m_client->isOpen());
    }

    void garbage_endsTheLink_data()
    {
        QTest::addColumn<QByteArray>("message");
        QTest::newRow("no JSON") << QByteArray("hello");
        QTest::newRow("no JSON-RPC") << QByteArray(R"({"id":1,"result":{}})");
        QTest::newRow("an array") << QByteArray("[1,2]");
        QTest::newRow("a notification of the wrong shape") << QByteArray(R"({"jsonrpc":"2.0","method":"holds.ended","params":{"event":7}})");
    }
    void garbage_endsTheLink()
    {
        QFETCH(QByteArray, message);
        connectClient();
        m_client->on<HoldsEnded>(m_context.get(), [](const HoldsEndedParams &) {});
        QSignalSpy closed(m_client.get(), &RpcClient::closed);
        m_server->sendRaw(message);
        QTRY_COMPARE(closed.size(), 1);
        QCOMPARE(closed[0][0].value<Error>().code, ErrorCode::BadAnswer);
        QVERIFY(!m_client->isOpen());
    }

    void binaryMessage_endsTheLink()
    {
        connectClient();
        QSignalSpy closed(m_client.get(), &RpcClient::closed);
        m_server->sendBinary("\x01\x02");
        QTRY_COMPARE(closed.size(), 1);
        QCOMPARE(closed[0][0].value<Error>().code, ErrorCode::BadAnswer);
    }

    void message_overTheLimitEndsTheLink()
    {
        connectClient();
        QSignalSpy closed(m_client.get(), &RpcClient::closed);
        m_server->sendRaw("{\"jsonrpc\":\"2.0\",\"method\":\"x\",\"params\":{\"t\":\"" + QByteArray(kMaxServerMessageBytes, 'x') + "\"}}");
        QTRY_COMPARE(closed.size(), 1);
    }

    void notification_reachesEveryLivingListener()
    {
        connectClient();
        QStringList heard;
        auto dead = std::make_unique<QObject>();
        m_client->on<HoldsEnded>(dead.get(), [&](const HoldsEndedParams &) { heard.append(u"dead"_s); });
        m_client->on<HoldsEnded>(m_context.get(), [&](const HoldsEndedParams &) { heard.append(u"first"_s); });
        m_client->on<HoldsEnded>(m_context.get(), [&](const HoldsEndedParams &params) { heard.append(QString::number(params.places.value(0))); });
        dead.reset();
        m_server->sendRaw(R"({"jsonrpc":"2.0","method":"from.tomorrow","params":{}})");
        m_server->push<HoldsEnded>({.event = wanting({}).event, .places = {4}});
        QTRY_COMPARE(heard, (QStringList {u"first"_s, u"4"_s}));
    }

    void open_saysWhatIsWrong_data()
    {
        QTest::addColumn<QByteArray>("greeting");
        QTest::newRow("a web server") << QByteArray("HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\nContent-Length: 13\r\n\r\n<html></html>");
        QTest::newRow("a web page") << QByteArray("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 13\r\n\r\n<html></html>");
        QTest::newRow("a mail server") << QByteArray("220 mail.example.org ESMTP\r\n");
        QTest::newRow("hangs up") << QByteArray();
    }
    void open_saysWhatIsWrong()
    {
        QFETCH(QByteArray, greeting);
        QTcpServer other;
        QVERIFY(other.listen(QHostAddress::LocalHost));
        connect(&other, &QTcpServer::newConnection, this, [&] {
            QTcpSocket *socket = other.nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, socket, [socket, greeting] {
                socket->write(greeting);
                socket->disconnectFromHost();
            });
        });
        QCOMPARE(failureToOpen(QUrl(u"ws://127.0.0.1:%1/rpc"_s.arg(other.serverPort()))), ErrorCode::NotAServer);
    }

    void open_whereNothingListensIsRefused()
    {
        QTcpServer gone;
        QVERIFY(gone.listen(QHostAddress::LocalHost));
        const quint16 port = gone.serverPort();
        gone.close();
        QCOMPARE(failureToOpen(QUrl(u"ws://127.0.0.1:%1/rpc"_s.arg(port))), ErrorCode::ConnectionRefused);
    }

    void open_ofAnUnknownNameIsHostNotFound()
    {
        m_client->setOpenTimeout(60s);
        QCOMPARE(failureToOpen(QUrl(u"ws://no-such-house.invalid:7717/rpc"_s)), ErrorCode::HostNotFound);
    }

    void open_withoutAnAnswerTimesOut()
    {
        QTcpServer silent;
        QVERIFY(silent.listen(QHostAddress::LocalHost));
        m_client->setOpenTimeout(30ms);
        QCOMPARE(failureToOpen(QUrl(u"ws://127.0.0.1:%1/rpc"_s.arg(silent.serverPort()))), ErrorCode::TimedOut);
    }

    void open_refusesAnUntrustedCertificate()
    {
        const FakeWireServer secret(FakeWireServer::Link::Tls);
        QCOMPARE(failureToOpen(secret.url()), ErrorCode::TlsFailed);
    }

    void open_overTlsWithoutTlsThereIsRefused()
    {
        QTcpServer plain;
        QVERIFY(plain.listen(QHostAddress::LocalHost));
        connect(&plain, &QTcpServer::newConnection, this, [&] {
            plain.nextPendingConnection()->write("HTTP/1.1 400 Bad Request\r\n\r\n");
        });
        QCOMPARE(failureToOpen(QUrl(u"wss://127.0.0.1:%1/rpc"_s.arg(plain.serverPort()))), ErrorCode::TlsFailed);
    }

    void open_trustsTheHousesOwnAuthority()
    {
        FakeWireServer secret(FakeWireServer::Link::Tls);
        QFile authority(FakeWireServer::caFile());
        QVERIFY(authority.open(QIODevice::ReadOnly));
        m_client->setExtraAuthorities(authority.readAll());
        QSignalSpy opened(m_client.get(), &RpcClient::opened);
        m_client->open(secret.url());
        QTRY_COMPARE(opened.size(), 1);
    }

private:
    void connectClient()
    {
        QSignalSpy opened(m_client.get(), &RpcClient::opened);
        m_client->open(m_server->url());
        QTRY_COMPARE(opened.size(), 1);
    }
    void acquire(qint32 place, std::chrono::milliseconds timeout = 60s)
    {
        m_client->call<HoldsAcquire>(wanting({place}), m_context.get(), [this](const Result<HoldsResult> &answer) {
            if (!answer)
                m_errors.append(answer.error());
            else if (answer->holds.isEmpty())
                ++m_empty;
            else
                m_order.append(answer->holds[0].place);
        }, timeout);
    }
    void roundTripOnAnotherLink()
    {
        RpcClient other;
        connect(&other, &RpcClient::opened, m_context.get(), [&] {
            other.call<SessionPing>({}, m_context.get(), [this](const Result<SessionPingResult> &) { m_pinged = true; });
        });
        m_pinged = false;
        other.open(m_server->url());
        QTRY_VERIFY(m_pinged);
    }
    ErrorCode failureToOpen(const QUrl &url)
    {
        QSignalSpy closed(m_client.get(), &RpcClient::closed);
        m_client->open(url);
        if (closed.isEmpty() && !closed.wait(60'000))
            return ErrorCode::Internal;
        return closed.size() == 1 ? closed[0][0].value<Error>().code : ErrorCode::Internal;
    }

    std::unique_ptr<FakeWireServer> m_server;
    std::unique_ptr<RpcClient> m_client;
    std::unique_ptr<QObject> m_context;
    QList<qint32> m_order;
    QList<Error> m_errors;
    int m_empty = 0;
    bool m_pinged = false;
};

QTEST_GUILESS_MAIN(TestRpcClient)
#include "tst_rpcclient.moc"
