// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/backend/transportfixture.h"

#include <QCoreApplication>
#include <QSemaphore>
#include <QSignalSpy>
#include <QTcpServer>

using namespace parterre::transport;
using namespace parterre::testing;
using namespace std::chrono_literals;

namespace {
constexpr int kPatience = RawWebSocketClient::kPatience;
constexpr Topic kStalls {1};
constexpr Topic kBalcony {2};
}

// What passes between clients and the layer above: messages, order, batches, broadcasts, closing. On both dispatchers.
class TestWebSocketTransport : public QObject
{
    Q_OBJECT

    static TransportFixture fixture()
    {
        QFETCH_GLOBAL(DispatcherKind, dispatcher);
        return TransportFixture(dispatcher);
    }

private Q_SLOTS:
    void initTestCase_data()
    {
        QTest::addColumn<DispatcherKind>("dispatcher");
        QTest::newRow("epoll") << DispatcherKind::Epoll;
        QTest::newRow("stock") << DispatcherKind::Stock;
    }

    void aQtClient_isAnswered()
    {
        TransportFixture f = fixture();
        f.answerWithTheSame();
        QVERIFY(f.start());
        QWebSocket client;
        QSignalSpy answers(&client, &QWebSocket::textMessageReceived);
        connect(&client, &QWebSocket::connected, &client,
                [&] { client.sendTextMessage(QStringLiteral("Grüße, 劇場")); });
        client.open(f.url());
        QTRY_COMPARE_WITH_TIMEOUT(answers.size(), 1, kPatience);
        QCOMPARE(answers[0][0].toString(), QStringLiteral("Grüße, 劇場"));

        const Peer peer = f.receiver.peers().value(0);
        QCOMPARE(f.receiver.messages().value(0).from, peer.id);
        QCOMPARE(peer.address, QHostAddress(QHostAddress::LocalHost));
        QCOMPARE(peer.network, peer.address);
        QVERIFY(!peer.encrypted);
        client.close();
        QTRY_COMPARE_WITH_TIMEOUT(f.receiver.gone(), QList<ConnectionId>({peer.id}), kPatience);
    }

    void everythingReadableInOnePass_comesInOneBatch()
    {
        constexpr int kClients = 20;
        constexpr int kMessagesEach = 10;
        TransportFixture f = fixture();
        QSemaphore arrived;
        QSemaphore goOn;
        f.receiver.onReceived = [&](int, std::span<const Inbound> all) {
            if (all.front().utf8 != "wait")
                return;
            arrived.release();
            goOn.acquire();
        };
        QVERIFY(f.start());
        std::vector<std::unique_ptr<RawWebSocketClient>> clients;
        for (int i = 0; i < kClients; ++i) {
            clients.push_back(std::make_unique<RawWebSocketClient>(f.port()));
            QVERIFY(clients.back()->shakeHands().startsWith("HTTP/1.1 101"));
        }
        clients[0]->sendText("wait");
        QVERIFY(arrived.tryAcquire(1, kPatience));
        for (const auto &client : clients) {
            QByteArray burst;
            for (int n = 0; n < kMessagesEach; ++n)
                burst += RawWebSocketClient::frame(1, QByteArray::number(n));
            client->send(burst);
        }
        goOn.release();
        QTRY_COMPARE_WITH_TIMEOUT(f.receiver.messages().size(), 1 + kClients * kMessagesEach, kPatience);
        QCOMPARE(f.receiver.batches(), QList<int>({1, kClients * kMessagesEach}));
        QHash<ConnectionId, int> next;
        for (const Inbound &one : f.receiver.messages().mid(1))
            QCOMPARE(one.utf8, QByteArray::number(next[one.from]++));
    }

    void commands_areDoneInTheirOrder()
    {
        TransportFixture f = fixture();
        QVERIFY(f.start());
        RawWebSocketClient client(f.port());
        client.shakeHands();
        QTRY_COMPARE_WITH_TIMEOUT(f.receiver.peers().size(), 1, kPatience);
        const ConnectionId id = f.receiver.peers()[0].id;
        f.server->post(0, commands(Broadcast {kStalls, "too early"}, text(id, "state"), Subscribe {id, kStalls},
                                   Broadcast {kStalls, "change 1"}, Broadcast {kBalcony, "not mine"},
                                   text(id, "answer"), Broadcast {kStalls, "change 2"}));
        f.server->post(0, commands(Unsubscribe {id, kStalls}, Broadcast {kStalls, "too late"}, text(id, "end")));
        for (const char *expected : {"state", "change 1", "answer", "change 2", "end"}) {
            const auto frame = client.readFrame();
            QVERIFY(frame);
            QCOMPARE(frame->opcode, 1);
            QCOMPARE(frame->payload, QByteArray(expected));
        }
    }

    void aBroadcast_reachesEverySubscriberWithTheSameBytes_data()
    {
        QTest::addColumn<int>("size");
        for (int size : {0, 125, 126, 65'535, 65'536, 262'144})
            QTest::addRow("%d bytes", size) << size;
    }
    void aBroadcast_reachesEverySubscriberWithTheSameBytes()
    {
        QFETCH(int, size);
        constexpr int kClients = 20;
        TransportFixture f = fixture();
        f.config.workers = 3;
        QVERIFY(f.start());
        std::vector<std::unique_ptr<RawWebSocketClient>> clients;
        for (int i = 0; i < kClients; ++i) {
            clients.push_back(std::make_unique<RawWebSocketClient>(f.port()));
            clients.back()->shakeHands();
        }
        QTRY_COMPARE_WITH_TIMEOUT(f.receiver.peers().size(), kClients, kPatience);
        QSet<int> workers;
        for (const Peer &peer : f.receiver.peers()) {
            workers.insert(workerOf(peer.id));
            f.server->post(workerOf(peer.id), commands(Subscribe {peer.id, kStalls}));
        }
        QCOMPARE(workers.size(), 3);
        for (int worker = 0; worker < f.server->workerCount(); ++worker)
            f.server->post(worker, commands(Broadcast {kStalls, QByteArray(size, 's')}));
        const QByteArray header = QByteArray::fromHex(size == 0 ? "8100"
                                                      : size == 125 ? "817d"
                                                      : size == 126 ? "817e007e"
                                                      : size == 65'535 ? "817effff"
                                                      : size == 65'536 ? "817f0000000000010000"
                                                                       : "817f0000000000040000");
        for (const auto &client : clients)
            QVERIFY(client->readBytes(header.size() + size) == header + QByteArray(size, 's'));
    }

    void aBroadcastToMany_letsAnswersPassAndIsReportedOnceAllHaveIt()
    {
        constexpr int kWatchers = 600; // more than are served before sockets are looked at again
        TransportFixture f = fixture();
        QVERIFY(f.start());
        std::vector<std::unique_ptr<RawWebSocketClient>> clients;
        for (int i = 0; i <= kWatchers; ++i) {
            clients.push_back(std::make_unique<RawWebSocketClient>(f.port()));
            QVERIFY(clients.back()->shakeHands().startsWith("HTTP/1.1 101"));
        }
        QTRY_COMPARE_WITH_TIMEOUT(f.receiver.peers().size(), kWatchers + 1, kPatience);
        std::vector<Command> all;
        for (const Peer &peer : f.receiver.peers())
            all.emplace_back(Subscribe {peer.id, kStalls});
        const ConnectionId last = f.receiver.peers().back().id;
        const ConnectionId leaver = f.receiver.peers()[kWatchers - 1].id;
        all.emplace_back(Broadcast {kStalls, "change 1"});
        all.emplace_back(Broadcast {kStalls, "change 2"});
        all.emplace_back(text(last, "answer"));
        all.emplace_back(Unsubscribe {leaver, kStalls});
        all.emplace_back(text(leaver, "end"));
        f.server->post(0, std::move(all));
        QTRY_COMPARE_WITH_TIMEOUT(f.receiver.broadcastsDone(), QList<Topic>({kStalls, kStalls}), kPatience);

        const auto next = [&](int client) {
            const auto frame = clients[static_cast<std::size_t>(client)]->readFrame();
            return frame ? frame->payload : QByteArray("closed");
        };
        for (int i = 0; i < kWatchers - 1; ++i) {
            QCOMPARE(next(i), QByteArray("change 1"));
            QCOMPARE(next(i), QByteArray("change 2"));
        }
        QCOMPARE(next(kWatchers - 1), QByteArray("end")); // it left before its turn came
        QCOMPARE(next(kWatchers), QByteArray("answer"));
        QCOMPARE(next(kWatchers), QByteArray("change 1"));
        QCOMPARE(next(kWatchers), QByteArray("change 2"));
    }

    void aLongMessageBeyondAscii_arrivesWholeAtAQtClient()
    {
        TransportFixture f = fixture();
        QVERIFY(f.start());
        QString message = QStringLiteral("a"); // puts the three-byte characters out of step with every power of two
        while (message.toUtf8().size() < 200 * 1024)
            message += QString(1000, u'席');
        QWebSocket client;
        QSignalSpy answers(&client, &QWebSocket::textMessageReceived);
        client.open(f.url());
        QTRY_COMPARE_WITH_TIMEOUT(f.receiver.peers().size(), 1, kPatience);
        f.server->post(0, commands(text(f.receiver.peers()[0].id, message.toUtf8())));
        QTRY_COMPARE_WITH_TIMEOUT(answers.size(), 1, kPatience);
        QVERIFY(answers[0][0].toString() == message);
    }

    void close_comesAfterWhatWasSentBefore()
    {
        TransportFixture f = fixture();
        QVERIFY(f.start());
        QWebSocket client;
        QSignalSpy answers(&client, &QWebSocket::textMessageReceived);
        QSignalSpy closed(&client, &QWebSocket::disconnected);
        client.open(f.url());
        QTRY_COMPARE_WITH_TIMEOUT(f.receiver.peers().size(), 1, kPatience);
        const ConnectionId id = f.receiver.peers()[0].id;
        f.server->post(0, commands(text(id, QByteArray(200'000, 'x')),
                                   Close {id, CloseCode::SessionEnded, QStringLiteral("signed in elsewhere")},
                                   text(id, "never")));
        QTRY_COMPARE_WITH_TIMEOUT(closed.size(), 1, kPatience);
        QCOMPARE(answers.size(), 1);
        QCOMPARE(answers[0][0].toString().size(), 200'000);
        QCOMPARE(static_cast<int>(client.closeCode()), 4001);
        QCOMPARE(client.closeReason(), QStringLiteral("signed in elsewhere"));
        QTRY_COMPARE_WITH_TIMEOUT(f.receiver.gone().size(), 1, kPatience);
    }

    void aConnectionThatIsGone_isSentNothing()
    {
        TransportFixture f = fixture();
        QVERIFY(f.start());
        RawWebSocketClient other(f.port());
        other.shakeHands();
        QTRY_COMPARE_WITH_TIMEOUT(f.receiver.peers().size(), 1, kPatience);
        const ConnectionId otherId = f.receiver.peers()[0].id;
        {
            RawWebSocketClient client(f.port());
            client.shakeHands();
            QTRY_COMPARE_WITH_TIMEOUT(f.receiver.peers().size(), 2, kPatience);
            f.server->post(0, commands(Subscribe {f.receiver.peers()[1].id, kBalcony}));
        }
        QTRY_COMPARE_WITH_TIMEOUT(f.receiver.gone().size(), 1, kPatience);
        const ConnectionId goneId = f.receiver.gone()[0];
        bool encoded = false;
        f.server->post(0, commands(Send {goneId, std::make_unique<TextMessage>("late", &encoded)},
                                   Subscribe {goneId, kStalls}, Broadcast {kStalls, "x"},
                                   Broadcast {kBalcony, "x"}, Close {.connection = goneId}));
        QVERIFY(f.settle(otherId, other));
        QVERIFY(!encoded);
        QCOMPARE(f.receiver.gone().size(), 1);
    }

    void aMessageBeyondTheLimit_isLoggedAndNotSent()
    {
        TransportFixture f = fixture();
        QVERIFY(f.start());
        RawWebSocketClient client(f.port());
        client.shakeHands();
        QTRY_COMPARE_WITH_TIMEOUT(f.receiver.peers().size(), 1, kPatience);
        const ConnectionId id = f.receiver.peers()[0].id;
        for (int i = 0; i < 2; ++i)
            QTest::ignoreMessage(QtCriticalMsg, "A message of 262145 bytes was not sent; the most is 262144");
        const QByteArray tooLong(kMaxOutgoingBytes + 1, 'x');
        f.server->post(0, commands(text(id, tooLong), Subscribe {id, kStalls}, Broadcast {kStalls, tooLong}));
        QVERIFY(f.settle(id, client));
    }

    void binaryMessages_areRefused()
    {
        TransportFixture f = fixture();
        QVERIFY(f.start());
        RawWebSocketClient client(f.port());
        client.shakeHands();
        client.send(RawWebSocketClient::frame(2, "\x01\x02"));
        QCOMPARE(client.readCloseCode(), 1003);
        QVERIFY(f.receiver.messages().isEmpty());
    }

    void invalidUtf8_isRefused()
    {
        TransportFixture f = fixture();
        QVERIFY(f.start());
        RawWebSocketClient client(f.port());
        client.shakeHands();
        client.sendText("\xff\xfe");
        QCOMPARE(client.readCloseCode(), 1007);
        QVERIFY(f.receiver.messages().isEmpty());
    }

    void fiveHundredClientsAtOnce_areAllServed()
    {
        constexpr int kClients = 500;
        TransportFixture f = fixture();
        f.config.workers = 2;
        f.answerWithTheSame();
        QVERIFY(f.start());
        std::vector<std::unique_ptr<RawWebSocketClient>> clients;
        for (int i = 0; i < kClients; ++i) {
            clients.push_back(std::make_unique<RawWebSocketClient>(f.port()));
            QVERIFY(clients.back()->isConnected());
        }
        for (const auto &client : clients)
            client->send(RawWebSocketClient::request());
        for (const auto &client : clients)
            QVERIFY(client->readHead().startsWith("HTTP/1.1 101"));
        for (int i = 0; i < kClients; ++i)
            clients[static_cast<std::size_t>(i)]->sendText(QByteArray::number(i));
        for (int i = 0; i < kClients; ++i) {
            const auto frame = clients[static_cast<std::size_t>(i)]->readFrame();
            QVERIFY(frame);
            QCOMPARE(frame->payload, QByteArray::number(i));
        }
        clients.clear();
        QTRY_COMPARE_WITH_TIMEOUT(f.receiver.gone().size(), kClients, kPatience);
    }

    void shutdown_saysGoodByeAndReportsEveryConnection()
    {
        TransportFixture f = fixture();
        f.config.workers = 2;
        QVERIFY(f.start());
        const quint16 port = f.port();
        std::vector<std::unique_ptr<RawWebSocketClient>> clients;
        for (int i = 0; i < 10; ++i) {
            clients.push_back(std::make_unique<RawWebSocketClient>(port));
            clients.back()->shakeHands();
        }
        RawWebSocketClient silent(port); // still in its handshake
        QTRY_COMPARE_WITH_TIMEOUT(f.receiver.peers().size(), 10, kPatience);
        f.server->post(0, commands(text(makeConnectionId(0, 1), QByteArray(200'000, 'x'))));
        f.server->shutdown(std::chrono::milliseconds(kPatience));
        QCOMPARE(f.receiver.gone().size(), 10);
        for (const auto &client : clients)
            QCOMPARE(client->readCloseCode(), 1012);
        QCOMPARE(silent.readToEnd(), QByteArray());
        QVERIFY(silent.sawEnd());
        QVERIFY(!RawWebSocketClient(port).isConnected());

        f.server->post(0, commands(Broadcast {kStalls, "nobody hears this"}));
        f.server->shutdown(0ms);
        QCOMPARE(f.receiver.gone().size(), 10);
    }

    void shutdown_doesNotWaitForAClientThatDoesNotRead()
    {
        TransportFixture f = fixture();
        f.config.limits.maxQueuedBytes = 64 * 1024 * 1024;
        QVERIFY(f.start());
        RawWebSocketClient client(f.port());
        client.shakeHands();
        QTRY_COMPARE_WITH_TIMEOUT(f.receiver.peers().size(), 1, kPatience);
        for (int i = 0; i < 64; ++i)
            f.server->post(0, commands(text(f.receiver.peers()[0].id, QByteArray(kMaxOutgoingBytes, 'x'))));
        f.server->shutdown(100ms);
        QCOMPARE(f.receiver.gone().size(), 1);
    }

    void aServerThatWasNeverStarted_takesCommandsAndEnds()
    {
        TransportFixture f = fixture();
        f.server = std::make_unique<WebSocketTransport>(f.config, f.receiver);
        f.server->post(0, commands(text(makeConnectionId(0, 1), "to nobody")));
        f.server->shutdown(0ms);
        f.server.reset();
        QVERIFY(f.receiver.peers().isEmpty());
    }

    void aPortInUse_isReported()
    {
        QTcpServer other;
        QVERIFY(other.listen(QHostAddress::LocalHost));
        TransportFixture f = fixture();
        f.config.port = other.serverPort();
        f.server = std::make_unique<WebSocketTransport>(f.config, f.receiver);
        const parterre::Result<void> started = f.server->start();
        QVERIFY(!started.ok());
        const QString detail = started.error().detail;
        QVERIFY2(detail.contains(QString::number(other.serverPort())), qPrintable(detail));
    }
};

QTEST_GUILESS_MAIN(TestWebSocketTransport)
#include "tst_websockettransport.moc"
