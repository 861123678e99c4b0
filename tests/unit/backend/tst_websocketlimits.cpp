// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/backend/transportfixture.h"

#include <QCoreApplication>
#include <QSignalSpy>
#include <QtEndian>

using namespace parterre::transport;
using namespace parterre::testing;
using namespace std::chrono_literals;

namespace {

constexpr int kPatience = RawWebSocketClient::kPatience;
constexpr Topic kStalls {1};
constexpr Topic kBalcony {2};
// No network in between takes anything near this much, so a client that does not read certainly has a queue.
constexpr int kMoreThanTheSystemBuffers = 64 * 1024 * 1024;

} // namespace

// Clients that are wrong, hostile, slow or too many, and what becomes of them. On both dispatchers.
class TestWebSocketLimits : public QObject
{
    Q_OBJECT

    static TransportFixture fixture()
    {
        QFETCH_GLOBAL(DispatcherKind, dispatcher);
        return TransportFixture(dispatcher);
    }

    static bool isServed(const TransportFixture &f)
    {
        return RawWebSocketClient(f.port()).shakeHands().startsWith("HTTP/1.1 101 ");
    }

    // Connects one client and returns its id; the clients before it are `already`.
    static ConnectionId join(TransportFixture &f, RawWebSocketClient &client, int already = 0)
    {
        client.shakeHands();
        if (!QTest::qWaitFor([&] { return f.receiver.peers().size() == already + 1; }, kPatience))
            return {};
        return f.receiver.peers().constLast().id;
    }

private Q_SLOTS:
    void initTestCase_data()
    {
        QTest::addColumn<DispatcherKind>("dispatcher");
        QTest::newRow("epoll") << DispatcherKind::Epoll;
        QTest::newRow("stock") << DispatcherKind::Stock;
    }

    void whatIsNoHandshake_getsAProperAnswer_data()
    {
        const QByteArray good = RawWebSocketClient::request();
        const auto without = [&](const QByteArray &line) { return QByteArray(good).replace(line, ""); };
        const auto with = [](const QByteArray &line) { return RawWebSocketClient::request("/rpc", line + "\r\n"); };
        const auto changed = [&](const char *from, const char *to) { return QByteArray(good).replace(from, to); };
        const QByteArray bad = "400 Bad Request";
        const QByteArray notFound = "404 Not Found";
        const QByteArray forbidden = "403 Forbidden";
        const QByteArray upgrade = "426 Upgrade Required";
        QTest::addColumn<QByteArray>("request");
        QTest::addColumn<QByteArray>("statusLine");
        QTest::newRow("another path") << RawWebSocketClient::request("/") << notFound;
        QTest::newRow("a longer path") << RawWebSocketClient::request("/rpc/") << notFound;
        QTest::newRow("POST") << "POST" + good.mid(3) << QByteArray("405 Method Not Allowed");
        QTest::newRow("a browser's origin") << with("Origin: https://evil.example") << forbidden;
        QTest::newRow("null origin") << with("origin: null") << forbidden;
        QTest::newRow("empty origin") << with("Origin:") << forbidden;
        QTest::newRow("two origins") << with("Origin: https://box.example\r\nOrigin: https://box.example") << bad;
        QTest::newRow("plain GET") << QByteArray("GET /rpc HTTP/1.1\r\nHost: x\r\n\r\n") << upgrade;
        QTest::newRow("no upgrade") << without("Upgrade: websocket\r\n") << upgrade;
        QTest::newRow("old version") << changed("Version: 13", "Version: 8") << upgrade;
        QTest::newRow("no key") << without("Sec-WebSocket-Key: AAECAwQFBgcICQoLDA0ODw==\r\n") << bad;
        QTest::newRow("short key") << changed("AAECAwQFBgcICQoLDA0ODw==", "AAEC") << bad;
        QTest::newRow("no host") << without("Host: localhost\r\n") << bad;
        QTest::newRow("HTTP/1.0") << changed("HTTP/1.1", "HTTP/1.0") << bad;
        QTest::newRow("absolute target") << RawWebSocketClient::request("http://x/rpc") << bad;
        QTest::newRow("header without colon") << with("Nonsense") << bad;
        QTest::newRow("space before colon") << with("Origin : x") << bad;
        QTest::newRow("control character") << with("X: a\x01z") << bad;
        QTest::newRow("garbage") << QByteArray("\x01\x02garbage") << bad;
        QTest::newRow("TLS hello") << QByteArray::fromHex("16030100f8010000f40303") << bad;
        QTest::newRow("endless head") << "GET /rpc HTTP/1.1\r\nX: " + QByteArray(9000, 'x')
                                      << QByteArray("431 Request Header Fields Too Large");
    }
    void whatIsNoHandshake_getsAProperAnswer()
    {
        QFETCH(QByteArray, request);
        QFETCH(QByteArray, statusLine);
        TransportFixture f = fixture();
        f.config.allowedOrigins = {"https://box.example"};
        QVERIFY(f.start());
        RawWebSocketClient client(f.port());
        const QByteArray head = client.shakeHands(request);
        QVERIFY2(head.startsWith("HTTP/1.1 " + statusLine + "\r\n"), head.constData());
        QVERIFY(head.contains("\r\nConnection: close\r\n"));
        QCOMPARE(client.readToEnd(), statusLine + '\n');
        QVERIFY(client.sawEnd());
        QVERIFY(f.receiver.peers().isEmpty());
    }

    void aListedOriginAndAQuery_areAccepted()
    {
        TransportFixture f = fixture();
        f.config.allowedOrigins = {"https://box.example"};
        QVERIFY(f.start());
        RawWebSocketClient client(f.port());
        const QByteArray request = RawWebSocketClient::request("/rpc?x=1", "Origin: https://box.example\r\n");
        QVERIFY(client.shakeHands(request).startsWith("HTTP/1.1 101 "));
    }

    void aRequestInPieces_isUnderstood()
    {
        TransportFixture f = fixture();
        QVERIFY(f.start());
        RawWebSocketClient client(f.port());
        for (const char byte : RawWebSocketClient::request())
            client.send(QByteArray(1, byte));
        QVERIFY(client.readHead().startsWith("HTTP/1.1 101 "));
    }

    void silenceInTheHandshake_isEnded_data()
    {
        QTest::addColumn<QByteArray>("start");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("half a request") << QByteArray("GET /rpc HTTP/1.1\r\nHost:");
    }
    void silenceInTheHandshake_isEnded()
    {
        QFETCH(QByteArray, start);
        TransportFixture f = fixture();
        f.config.limits.handshake = 50ms;
        f.config.maxConnectionsPerAddress = 1;
        QVERIFY(f.start());
        RawWebSocketClient client(f.port());
        client.send(start);
        client.readToEnd();
        QVERIFY(client.sawEnd());
        // Its place is free again.
        QVERIFY(QTest::qWaitFor([&] { return isServed(f); }, kPatience));
    }

    void tooLargeAFrame_isRefusedByItsHeaderAlone()
    {
        TransportFixture f = fixture();
        QVERIFY(f.start());
        RawWebSocketClient client(f.port());
        client.shakeHands();
        client.send(QByteArray::fromHex("81ff0000000000010001" "00000000")); // 65,537 bytes announced
        QCOMPARE(client.readCloseCode(), 1009);
    }

    void tooLargeAMessageInFragments_isRefused()
    {
        TransportFixture f = fixture();
        QVERIFY(f.start());
        RawWebSocketClient client(f.port());
        client.shakeHands();
        client.send(RawWebSocketClient::frame(1, QByteArray(40'000, 'x'), false)
                    + RawWebSocketClient::frame(0, QByteArray(40'000, 'x')));
        QCOMPARE(client.readCloseCode(), 1009);
        QVERIFY(f.receiver.messages().isEmpty());
    }

    // What comes with the request reaches QWebSocket before our limits do. Such a client is not served, but it must not
    // stay and must not fill our memory either.
    void tooLargeAFrameAlongWithTheRequest_endsTheConnection()
    {
        TransportFixture f = fixture();
        f.config.limits.heartbeat = 50ms;
        QVERIFY(f.start());
        RawWebSocketClient client(f.port());
        client.send(RawWebSocketClient::request() + QByteArray::fromHex("81ff0000000070000000" "00000000"));
        const QByteArray part(1024 * 1024, 'x');
        for (int sent = 0; sent < 2 * kMoreThanTheSystemBuffers; sent += static_cast<int>(part.size())) {
            if (!client.send(part))
                break;
        }
        QTRY_COMPARE_WITH_TIMEOUT(f.receiver.gone().size(), 1, kPatience);
        QVERIFY(f.receiver.messages().isEmpty());
    }

    void theLargestMessage_isAccepted()
    {
        TransportFixture f = fixture();
        QVERIFY(f.start());
        RawWebSocketClient client(f.port());
        client.shakeHands();
        client.sendText(QByteArray(64 * 1024, 'x'));
        QTRY_COMPARE_WITH_TIMEOUT(f.receiver.messages().size(), 1, kPatience);
        QCOMPARE(f.receiver.messages()[0].utf8.size(), 64 * 1024);
    }

    void aSlowReader_missesBroadcastsAndIsToldOnceItHasCaughtUp()
    {
        constexpr int kSize = 16 * 1024;
        TransportFixture f = fixture();
        QVERIFY(f.start());
        RawWebSocketClient watcher(f.port());
        const ConnectionId watcherId = join(f, watcher);
        RawWebSocketClient slow(f.port());
        const ConnectionId slowId = join(f, slow, 1);
        f.server->post(0, commands(Subscribe {slowId, kStalls}, Subscribe {slowId, kBalcony}));
        const QByteArray change(kSize, 'c');
        for (int i = 0; i < kMoreThanTheSystemBuffers / kSize; ++i)
            f.server->post(0, commands(Broadcast {kStalls, change}));
        QVERIFY(f.settle(watcherId, watcher));
        QVERIFY(f.receiver.outOfSyncs().isEmpty());

        // Now it reads. What it gets ends long before what was broadcast, and the rest was not kept for it.
        qsizetype received = 0;
        while (f.receiver.outOfSyncs().isEmpty()) {
            const auto frame = slow.readFrame();
            QVERIFY(frame);
            received += frame->payload.size();
        }
        QVERIFY2(received < kMoreThanTheSystemBuffers / 2, qPrintable(QString::number(received)));
        f.server->post(0, commands(Broadcast {kStalls, "missed"}, text(slowId, "state"), Subscribe {slowId, kStalls},
                                   Broadcast {kStalls, "change"}, Broadcast {kBalcony, "elsewhere"}));
        QList<QByteArray> others;
        while (others.size() < 3) {
            const auto frame = slow.readFrame();
            QVERIFY(frame);
            if (frame->payload != change)
                others.append(frame->payload);
        }
        QCOMPARE(others, QList<QByteArray>({"state", "change", "elsewhere"}));
        using Miss = std::pair<ConnectionId, Topic>;
        QCOMPARE(f.receiver.outOfSyncs(), QList<Miss>({Miss(slowId, kStalls)}));
        QVERIFY(f.receiver.gone().isEmpty());
    }

    void manyBroadcastsInOneBatch_areNoSignOfASlowReader()
    {
        TransportFixture f = fixture();
        QVERIFY(f.start());
        RawWebSocketClient client(f.port());
        const ConnectionId id = join(f, client);
        std::vector<Command> batch = commands(Subscribe {id, kStalls});
        for (int i = 0; i < 10; ++i)
            batch.emplace_back(Broadcast {kStalls, QByteArray(16 * 1024, static_cast<char>('0' + i))});
        f.server->post(0, std::move(batch));
        for (int i = 0; i < 10; ++i) {
            const auto frame = client.readFrame();
            QVERIFY(frame);
            QCOMPARE(frame->payload.front(), static_cast<char>('0' + i));
        }
        QVERIFY(f.receiver.outOfSyncs().isEmpty());
    }

    void aLargeAnswer_isNoSignOfASlowReader()
    {
        TransportFixture f = fixture();
        f.config.limits.maxQueuedBytes = 1024 * 1024 * 1024;
        QVERIFY(f.start());
        RawWebSocketClient client(f.port());
        const ConnectionId id = join(f, client);
        f.server->post(0, commands(Subscribe {id, kStalls}));
        for (int i = 0; i < kMoreThanTheSystemBuffers / kMaxOutgoingBytes; ++i)
            f.server->post(0, commands(text(id, QByteArray(kMaxOutgoingBytes, 's'))));
        f.server->post(0, commands(Broadcast {kStalls, "change"}, text(id, "end")));
        QList<QByteArray> small;
        while (!small.contains("end")) {
            const auto frame = client.readFrame();
            QVERIFY(frame);
            if (frame->payload.size() < kMaxOutgoingBytes)
                small.append(frame->payload);
        }
        QCOMPARE(small, QList<QByteArray>({"change", "end"}));
        QVERIFY(f.receiver.outOfSyncs().isEmpty());
    }

    void tooMuchQueued_endsTheConnection()
    {
        TransportFixture f = fixture();
        f.config.limits.stalled = 1h;
        QVERIFY(f.start());
        RawWebSocketClient client(f.port());
        const ConnectionId id = join(f, client);
        for (int i = 0; i < kMoreThanTheSystemBuffers / kMaxOutgoingBytes; ++i)
            f.server->post(0, commands(text(id, QByteArray(kMaxOutgoingBytes, 'x'))));
        QTRY_COMPARE_WITH_TIMEOUT(f.receiver.gone(), QList<ConnectionId>({id}), kPatience);
    }

    void aReaderThatStopped_isEnded()
    {
        TransportFixture f = fixture();
        f.config.limits.stalled = 100ms;
        f.config.limits.maxQueuedBytes = 1024 * 1024 * 1024;
        QVERIFY(f.start());
        RawWebSocketClient client(f.port());
        const ConnectionId id = join(f, client);
        for (int i = 0; i < kMoreThanTheSystemBuffers / kMaxOutgoingBytes; ++i)
            f.server->post(0, commands(text(id, QByteArray(kMaxOutgoingBytes, 'x'))));
        QTRY_COMPARE_WITH_TIMEOUT(f.receiver.gone(), QList<ConnectionId>({id}), kPatience);
    }

    void aReaderThatStopped_isEndedAfterACloseToo()
    {
        TransportFixture f = fixture();
        f.config.limits.closing = 100ms;
        f.config.limits.maxQueuedBytes = 1024 * 1024 * 1024;
        QVERIFY(f.start());
        RawWebSocketClient client(f.port());
        const ConnectionId id = join(f, client);
        for (int i = 0; i < kMoreThanTheSystemBuffers / kMaxOutgoingBytes; ++i)
            f.server->post(0, commands(text(id, QByteArray(kMaxOutgoingBytes, 'x'))));
        f.server->post(0, commands(Close {.connection = id}));
        QTRY_COMPARE_WITH_TIMEOUT(f.receiver.gone(), QList<ConnectionId>({id}), kPatience);
    }

    void whoGoesOnAfterACloseFrame_isNotReadAnyMore()
    {
        TransportFixture f = fixture();
        f.config.limits.closing = 1h;
        QVERIFY(f.start());
        RawWebSocketClient client(f.port());
        const ConnectionId id = join(f, client);
        const QByteArray tooLarge = RawWebSocketClient::frame(1, QByteArray(1024 * 1024, 'x'));
        qint64 sent = 0;
        // Until the system has taken nothing for a while: it buffers what nobody reads, and then makes the sender wait.
        for (QDeadlineTimer quiet(2s); !quiet.hasExpired() && sent < 4 * kMoreThanTheSystemBuffers;) {
            const qsizetype some = client.sendSome(tooLarge);
            QVERIFY(some >= 0);
            sent += some;
            if (some > 0)
                quiet.setRemainingTime(2s);
            else
                QTest::qWait(1);
        }
        QVERIFY2(sent < 4 * kMoreThanTheSystemBuffers, "the server reads on");
        QCOMPARE(client.readFrame()->opcode, 8); // and why has reached it
        QVERIFY(f.receiver.gone().isEmpty());
        QCOMPARE(f.receiver.peers().constFirst().id, id);
    }

    void pingsWithoutReadingTheAnswers_endTheConnection()
    {
        TransportFixture f = fixture();
        f.config.limits.stalled = 1h;
        QVERIFY(f.start());
        RawWebSocketClient client(f.port());
        const ConnectionId id = join(f, client);
        const QByteArray pings = RawWebSocketClient::frame(9, QByteArray(125, 'p')).repeated(8192);
        for (int sent = 0; sent < 2 * kMoreThanTheSystemBuffers; sent += static_cast<int>(pings.size())) {
            if (!client.send(pings))
                break;
        }
        QTRY_COMPARE_WITH_TIMEOUT(f.receiver.gone(), QList<ConnectionId>({id}), kPatience);
    }

    void silence_isEndedButNotAClientThatAnswersPings()
    {
        TransportFixture f = fixture();
        f.config.limits.heartbeat = 400ms;
        QVERIFY(f.start());
        RawWebSocketClient dead(f.port());
        const ConnectionId deadId = join(f, dead);
        RawWebSocketClient alive(f.port());
        const ConnectionId aliveId = join(f, alive, 1);
        int pings = 0;
        while (f.receiver.gone().isEmpty() || pings < 4) {
            const auto frame = alive.readFrame();
            QVERIFY(frame);
            QCOMPARE(frame->opcode, 9);
            ++pings;
            alive.send(RawWebSocketClient::frame(10, frame->payload));
        }
        QCOMPARE(f.receiver.gone(), QList<ConnectionId>({deadId}));
        QVERIFY(f.receiver.peers().constLast().id == aliveId);
    }

    void aMessageWithoutEnd_isEndedHoweverAliveItsSenderIs()
    {
        TransportFixture f = fixture();
        f.config.limits.heartbeat = 100ms;
        f.config.limits.message = 500ms;
        QVERIFY(f.start());
        RawWebSocketClient client(f.port());
        const ConnectionId id = join(f, client);
        client.sendText("whole");
        client.send(RawWebSocketClient::frame(1, "never ", false));
        int closing = 0;
        while (closing == 0) {
            const auto frame = client.readFrame();
            QVERIFY(frame);
            if (frame->opcode == 9)
                client.send(RawWebSocketClient::frame(10, frame->payload));
            else if (frame->opcode == 8)
                closing = qFromBigEndian<quint16>(frame->payload.constData());
        }
        QCOMPARE(closing, static_cast<int>(CloseCode::PolicyViolated));
        client.send(RawWebSocketClient::frame(8, {}));
        QTRY_COMPARE_WITH_TIMEOUT(f.receiver.gone(), QList<ConnectionId>({id}), kPatience);
    }

    void tooManyOfOneAddress_areTurnedAway()
    {
        TransportFixture f = fixture();
        f.config.maxConnectionsPerAddress = 3;
        QVERIFY(f.start());
        std::vector<std::unique_ptr<RawWebSocketClient>> clients;
        for (int i = 0; i < 3; ++i) {
            clients.push_back(std::make_unique<RawWebSocketClient>(f.port()));
            QVERIFY(clients.back()->shakeHands().startsWith("HTTP/1.1 101 "));
        }
        RawWebSocketClient fourth(f.port());
        QCOMPARE(fourth.shakeHands(), QByteArray());
        QVERIFY(fourth.sawEnd());
        clients.pop_back();
        QVERIFY(QTest::qWaitFor([&] { return isServed(f); }, kPatience));
    }

    void tooManyInAll_waitUntilThereIsRoom()
    {
        TransportFixture f = fixture();
        f.config.maxConnections = 2;
        f.answerWithTheSame();
        QVERIFY(f.start());
        RawWebSocketClient staying(f.port());
        QVERIFY(staying.shakeHands().startsWith("HTTP/1.1 101 "));
        std::vector<std::unique_ptr<RawWebSocketClient>> others;
        for (int i = 0; i < 10; ++i) {
            others.push_back(std::make_unique<RawWebSocketClient>(f.port()));
            QVERIFY(others.back()->isConnected()); // to the system's backlog, that is
            others.back()->send(RawWebSocketClient::request());
        }
        for (std::unique_ptr<RawWebSocketClient> &next : others) {
            QVERIFY(next->readHead().startsWith("HTTP/1.1 101 "));
            for (int i = 0; i < 20; ++i) { // long enough for the one behind to come in, if it could
                staying.sendText("still here");
                QVERIFY(staying.readFrame());
            }
            next.reset();
        }
        QTRY_COMPARE_WITH_TIMEOUT(f.receiver.gone().size(), 10, kPatience);
        QCOMPARE(f.receiver.mostAtOnce(), 2);
    }
};

QTEST_GUILESS_MAIN(TestWebSocketLimits)
#include "tst_websocketlimits.moc"
