// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/transport/http.h"
#include "tests/unit/backend/transportfixture.h"

using namespace parterre::transport;
using namespace parterre::testing;
using namespace std::chrono_literals;

namespace {

constexpr int kPatience = RawWebSocketClient::kPatience;
constexpr qsizetype kLargestBody = 64 * 1024; // more than is read at once

// Has a page to read and one to write to, and keeps what it is asked. Called on an I/O thread, read by the test's.
class TwoPages final : public HttpHandler
{
public:
    [[nodiscard]] QList<Offer> offersAt(const QByteArray &path) const override
    {
        if (path == "/note")
            return {{.method = "POST", .largestBody = kLargestBody}, {.method = "GET", .largestBody = 0}};
        return path == "/page" ? QList<Offer> {{.method = "GET"}} : QList<Offer>();
    }
    void handle(const HttpRequest &request, const HttpReply &reply) override
    {
        const QMutexLocker locked(&m_mutex);
        m_requests.append(request);
        m_replies.append(reply);
        if (answersAtOnce)
            reply({.status = 200, .body = "read", .headers = "X-Further: yes\r\n"});
    }
    [[nodiscard]] QList<HttpRequest> requests() const
    {
        const QMutexLocker locked(&m_mutex);
        return m_requests;
    }
    [[nodiscard]] QList<HttpReply> replies() const
    {
        const QMutexLocker locked(&m_mutex);
        return m_replies;
    }

    bool answersAtOnce = true; // set before the start

private:
    mutable QMutex m_mutex;
    QList<HttpRequest> m_requests;
    QList<HttpReply> m_replies;
};

QByteArray post(const QByteArray &body, const QByteArray &headers = {})
{
    return "POST /note?x=1 HTTP/1.1\r\nHost: localhost\r\nX-Mark: one\r\n" + headers + "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

} // namespace

// Requests that are no WebSocket handshakes: answered once by whoever serves the path, and bounded like everything else.
class HttpRequestsTest : public QObject
{
    Q_OBJECT

    struct Fixture : TransportFixture {
        Fixture() : TransportFixture(dispatcher()) { config.http = &pages; }
        ~Fixture() { server.reset(); } // before the pages
        static DispatcherKind dispatcher()
        {
            QFETCH_GLOBAL(DispatcherKind, dispatcher);
            return dispatcher;
        }
        TwoPages pages;
    };

private Q_SLOTS:
    void initTestCase_data()
    {
        QTest::addColumn<DispatcherKind>("dispatcher");
        QTest::newRow("epoll") << DispatcherKind::Epoll;
        QTest::newRow("stock") << DispatcherKind::Stock;
    }

    void aRequest_isAnsweredAndTheConnectionClosed()
    {
        Fixture f;
        QVERIFY(f.start());
        RawWebSocketClient client(f.port());
        const QByteArray head = client.shakeHands(post("hello"));
        QVERIFY2(head.startsWith("HTTP/1.1 200 OK\r\n"), head.constData());
        QVERIFY(head.contains("\r\nConnection: close\r\n"));
        QVERIFY(head.contains("\r\nContent-Length: 4\r\n"));
        QVERIFY(head.contains("\r\nX-Further: yes\r\n"));
        QCOMPARE(client.readToEnd(), QByteArray("read"));
        QVERIFY(client.sawEnd());
        const HttpRequest asked = f.pages.requests().constFirst();
        QCOMPARE(asked.method, QByteArray("POST"));
        QCOMPARE(asked.path, QByteArray("/note"));
        QCOMPARE(asked.header("x-mark"), QByteArray("one"));
        QCOMPARE(asked.body, QByteArray("hello"));
        QVERIFY(asked.network.isLoopback());
        QVERIFY(f.receiver.peers().isEmpty());
    }

    void aRequestWithoutABody_needsNoLength()
    {
        Fixture f;
        QVERIFY(f.start());
        RawWebSocketClient client(f.port());
        QVERIFY(client.shakeHands("GET /page HTTP/1.1\r\nHost: localhost\r\n\r\n").startsWith("HTTP/1.1 200 OK\r\n"));
        QCOMPARE(f.pages.requests().constFirst().body, QByteArray());
    }

    void aLargeBodyInPieces_arrivesWhole()
    {
        Fixture f;
        QVERIFY(f.start());
        RawWebSocketClient client(f.port());
        const QByteArray body(kLargestBody, 'x');
        const QByteArray request = post(body);
        for (qsizetype at = 0; at < request.size(); at += 5000)
            QVERIFY(client.send(request.mid(at, 5000)));
        QVERIFY(client.readHead().startsWith("HTTP/1.1 200 OK\r\n"));
        QCOMPARE(f.pages.requests().constFirst().body, body);
    }

    void whoeverWaitsToBeAskedForTheBody_isAsked()
    {
        Fixture f;
        QVERIFY(f.start());
        RawWebSocketClient client(f.port());
        QCOMPARE(client.shakeHands(post("hello", "Expect: 100-continue\r\n").chopped(5)), QByteArray("HTTP/1.1 100 Continue\r\n\r\n"));
        QVERIFY(client.send("hello"));
        QVERIFY(client.readHead().startsWith("HTTP/1.1 200 OK\r\n"));
        QCOMPARE(f.pages.requests().constFirst().body, QByteArray("hello"));
    }

    void whatIsNotOffered_isRefusedBeforeItsBodyIsRead_data()
    {
        QTest::addColumn<QByteArray>("request");
        QTest::addColumn<QByteArray>("statusLine");
        const QByteArray good = post("");
        const auto with = [](const QByteArray &headers) { return "POST /note HTTP/1.1\r\nHost: localhost\r\n" + headers + "\r\n"; };
        QTest::newRow("another path") << QByteArray(good).replace("/note", "/notes") << QByteArray("404 Not Found");
        QTest::newRow("another method") << QByteArray(good).replace("POST", "PUT") << QByteArray("405 Method Not Allowed");
        QTest::newRow("a body where none belongs") << QByteArray("GET /page HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\n\r\n") << QByteArray("413 Content Too Large");
        QTest::newRow("too large") << with("Content-Length: " + QByteArray::number(kLargestBody + 1) + "\r\n") << QByteArray("413 Content Too Large");
        QTest::newRow("no length") << with("") << QByteArray("411 Length Required");
        QTest::newRow("in chunks") << with("Transfer-Encoding: chunked\r\n") << QByteArray("400 Bad Request");
        QTest::newRow("in chunks and with a length") << with("Content-Length: 1\r\nTransfer-Encoding: chunked\r\n") << QByteArray("400 Bad Request");
        QTest::newRow("two lengths") << with("Content-Length: 1\r\nContent-Length: 2\r\n") << QByteArray("400 Bad Request");
        QTest::newRow("a length below nothing") << with("Content-Length: -1\r\n") << QByteArray("400 Bad Request");
        QTest::newRow("a length with a sign") << with("Content-Length: +1\r\n") << QByteArray("400 Bad Request");
        QTest::newRow("a length beyond numbers") << with("Content-Length: 99999999999999999999\r\n") << QByteArray("400 Bad Request");
        QTest::newRow("no host") << QByteArray("POST /note HTTP/1.1\r\nContent-Length: 0\r\n\r\n") << QByteArray("400 Bad Request");
    }
    void whatIsNotOffered_isRefusedBeforeItsBodyIsRead()
    {
        QFETCH(QByteArray, request);
        QFETCH(QByteArray, statusLine);
        Fixture f;
        QVERIFY(f.start());
        RawWebSocketClient client(f.port());
        const QByteArray head = client.shakeHands(request);
        QVERIFY2(head.startsWith("HTTP/1.1 " + statusLine + "\r\n"), head.constData());
        client.readToEnd();
        QVERIFY(client.sawEnd());
        QVERIFY(f.pages.requests().isEmpty());
    }

    void aMethodThatIsNotThere_isToldWhichAre()
    {
        Fixture f;
        QVERIFY(f.start());
        RawWebSocketClient client(f.port());
        QVERIFY(client.shakeHands("PUT /note HTTP/1.1\r\nHost: x\r\n\r\n").contains("\r\nAllow: POST, GET\r\n"));
    }

    void theWebSocketBesideIt_isServedAsBefore()
    {
        Fixture f;
        QVERIFY(f.start());
        QVERIFY(RawWebSocketClient(f.port()).shakeHands().startsWith("HTTP/1.1 101 "));
    }

    void anAnswerFromAnotherThreadLater_arrives()
    {
        Fixture f;
        f.pages.answersAtOnce = false;
        QVERIFY(f.start());
        RawWebSocketClient client(f.port());
        QVERIFY(client.send(post("x")));
        QTRY_COMPARE_WITH_TIMEOUT(f.pages.replies().size(), 1, kPatience);
        f.pages.replies().constFirst()({.status = 503, .body = "later"});
        f.pages.replies().constFirst()({.status = 200, .body = "twice"});
        QVERIFY(client.readHead().startsWith("HTTP/1.1 503 Service Unavailable\r\n"));
        QCOMPARE(client.readToEnd(), QByteArray("later"));
    }

    void whoeverIsGoneBeforeTheAnswer_harmsNobody()
    {
        Fixture f;
        f.pages.answersAtOnce = false;
        f.config.maxConnectionsPerAddress = 1;
        QVERIFY(f.start());
        const auto isServed = [&] { return RawWebSocketClient(f.port()).shakeHands().startsWith("HTTP/1.1 101 "); };
        {
            RawWebSocketClient client(f.port());
            QVERIFY(client.send(post("x")));
            QTRY_COMPARE_WITH_TIMEOUT(f.pages.replies().size(), 1, kPatience);
        }
        // Its place is free again once the server has seen the end.
        QVERIFY(QTest::qWaitFor(isServed, kPatience));
        f.pages.replies().constFirst()({.status = 200});
        QVERIFY(QTest::qWaitFor(isServed, kPatience));
    }

    void aBodyThatNeverComes_isWaitedForNoLongerThanAHead()
    {
        Fixture f;
        f.config.limits.handshake = 50ms;
        f.config.limits.tick = 10ms;
        QVERIFY(f.start());
        RawWebSocketClient client(f.port());
        QVERIFY(client.send(post("hello").chopped(1)));
        QCOMPARE(client.readToEnd(), QByteArray());
        QVERIFY(client.sawEnd());
        QVERIFY(f.pages.requests().isEmpty());
    }

    void anAnswerThatNeverComes_endsTheConnection()
    {
        Fixture f;
        f.pages.answersAtOnce = false;
        f.config.limits.handshake = 50ms;
        f.config.limits.answer = 50ms;
        f.config.limits.tick = 10ms;
        QVERIFY(f.start());
        RawWebSocketClient client(f.port());
        QVERIFY(client.send(post("hello")));
        QCOMPARE(client.readToEnd(), QByteArray());
        QVERIFY(client.sawEnd());
        QCOMPARE(f.pages.requests().size(), 1);
    }
};

QTEST_GUILESS_MAIN(HttpRequestsTest)
#include "tst_httprequests.moc"
