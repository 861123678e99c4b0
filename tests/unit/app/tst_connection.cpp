// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/net/connection.h"

#include "shared/protocol/bookings.h"
#include "tests/support/fakewireserver.h"
#include "tests/support/manualclock.h"

#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace parterre;
using namespace parterre::net;
using namespace parterre::protocol;
using parterre::testing::FakeWireServer;
using parterre::testing::ManualClock;

namespace {

const User kAnna {.id = UserId(QUuid::fromString(u"00000000-0000-7000-8000-0000000000aa"_s)), .name = u"Anna"_s, .role = Role::Customer};
const QString kToken = u"token-of-anna-0123456789"_s;

ConnectionTimings quick()
{
    return {.backOff = {.first = 1ms, .longest = 5ms}, .callTimeout = 60s, .openTimeout = 60s, .quietBeforePing = 60s,
            .pingTimeout = 60s, .askAgainAfter = 1ms, .endTimeout = 60s, .stableAfter = 10s};
}

BookingsCheckoutParams sale()
{
    return {.key = u"0123456789abcdef"_s, .items = {{.event = EventId(QUuid::createUuid()), .place = 3, .ticketType = u"adult"_s}}};
}

BookingResult bookingOf(const QString &reference)
{
    return {.booking = {.id = BookingId(QUuid::createUuid()), .reference = reference}};
}

} // namespace

class TestConnection : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_server = std::make_unique<FakeWireServer>();
        make(quick());
    }

    void open_saysHello()
    {
        m_connection->setIntroduction(u"test/1.0"_s, u"de"_s);
        enter();
        const auto hello = m_server->received<SessionHello>().at(0);
        QCOMPARE(hello.protocol, (QList<qint32> {1, 1}));
        QCOMPARE(hello.client, u"test/1.0"_s);
        QCOMPARE(hello.locale, u"de"_s);
        QVERIFY(!hello.resume);
        QVERIFY(m_connection->isConnected());
        QVERIFY(m_connection->visit()->guestsAllowed);
        QVERIFY(!m_connection->visit()->resumed);
    }

    void brokenLink_isMendedAndTheVisitResumed()
    {
        enter();
        m_server->hello.user = kAnna;
        m_server->dropLinks();
        QTRY_COMPARE(m_established->size(), 2);
        QCOMPARE(m_established->at(1)[0].toBool(), true);
        QVERIFY(m_server->received<SessionHello>().at(1).resume);
        QCOMPARE(m_connection->visit()->user, kAnna);
    }

    void brokenLink_isVisible()
    {
        enter();
        m_server->setAccepting(false);
        m_server->dropLinks();
        QTRY_COMPARE(m_connection->status().state, ConnectionState::Reconnecting);
        QTRY_VERIFY(m_connection->status().attempt >= 3);
        QVERIFY(m_connection->status().error);
        m_server->setAccepting(true);
        QTRY_VERIFY(m_connection->isConnected());
        QVERIFY(!m_connection->status().error);
    }

    void visit_beyondTheGraceStartsAnewAndSignsInAgain()
    {
        m_connection->setSignInToken(kToken);
        m_server->when<AuthResume>(SignedInResult {.token = kToken, .user = kAnna});
        enter();
        m_server->forgetVisit();
        m_server->dropLinks();
        QTRY_COMPARE(m_established->size(), 2);
        QCOMPARE(m_established->at(1)[0].toBool(), false);
        QCOMPARE(m_server->count<AuthResume>(), 2);
        QCOMPARE(m_connection->visit()->user, kAnna);
    }

    void refusedToken_isForgottenAndSaid()
    {
        m_connection->setSignInToken(kToken);
        m_server->when<AuthResume>(Error {.code = ErrorCode::TokenInvalid});
        QSignalSpy refused(m_connection.get(), &Connection::signInTokenRefused);
        enter();
        QCOMPARE(refused.size(), 1);
        QVERIFY(!m_connection->visit()->user);
        QVERIFY(m_connection->signInToken().isEmpty());
    }

    void busyServerAtSignIn_isTriedAgain()
    {
        m_connection->setSignInToken(kToken);
        m_server->when<AuthResume>([this](const AuthResumeParams &) -> Result<SignedInResult> {
            if (m_server->count<AuthResume>() < 3)
                return Error {.code = ErrorCode::Overloaded};
            return SignedInResult {.token = kToken, .user = kAnna};
        });
        enter();
        QCOMPARE(m_connection->visit()->user, kAnna);
        QCOMPARE(m_server->count<AuthResume>(), 3);
    }

    void silence_isPinged()
    {
        ConnectionTimings timings = quick();
        timings.quietBeforePing = 5ms;
        make(timings);
        enter();
        QTRY_VERIFY(m_server->count<SessionPing>() >= 3);
        QCOMPARE(m_established->size(), 1);
    }

    void deadLink_isDroppedAfterTwoMissedPings()
    {
        ConnectionTimings timings = quick();
        timings.quietBeforePing = 1ms;
        timings.pingTimeout = 10ms;
        make(timings);
        m_server->ignore<SessionPing>();
        enter();
        QTRY_COMPARE(m_established->size(), 2);
        QVERIFY(m_server->count<SessionPing>() >= 2);
    }

    void serverClock_followsTheServersTime()
    {
        m_server->setServerTime(Instant(5'000'000s));
        enter();
        QCOMPARE(m_connection->serverClock().now(), Instant(5'000'000s));
        QCOMPARE(m_connection->serverClock().tickOf(Instant(5'000'060s)), m_clock.steadyNow() + 60s);
    }

    void flappingLink_backsOffFurtherEachTime()
    {
        enter();
        QSignalSpy status(m_connection.get(), &Connection::statusChanged);
        QList<int> attempts;
        connect(m_connection.get(), &Connection::statusChanged, this, [&] {
            if (m_connection->status().nextTry)
                attempts.append(m_connection->status().attempt);
        });
        for (int i = 0; i < 3; ++i) {
            m_server->dropLinks();
            QTRY_COMPARE(m_established->size(), i + 2);
        }
        m_clock.advance(11s); // stayed up long enough to be trusted again
        m_server->dropLinks();
        QTRY_COMPARE(m_established->size(), 5);
        QCOMPARE(attempts, (QList<int> {1, 2, 3, 1}));
    }

    void wrongAddress_isTriedAgainAndSaid()
    {
        QTcpServer gone;
        QVERIFY(gone.listen(QHostAddress::LocalHost));
        const QUrl url(u"ws://127.0.0.1:%1/rpc"_s.arg(gone.serverPort()));
        gone.close();
        m_connection->open(url);
        QCOMPARE(m_connection->status().state, ConnectionState::Connecting);
        QTRY_VERIFY(m_connection->status().attempt >= 2);
        QCOMPARE(m_connection->status().state, ConnectionState::Reconnecting);
        QCOMPARE(m_connection->status().error->code, ErrorCode::ConnectionRefused);
    }

    void otherServer_isNotTriedAgainByItself()
    {
        QTcpServer web;
        QVERIFY(web.listen(QHostAddress::LocalHost));
        int visitors = 0;
        connect(&web, &QTcpServer::newConnection, this, [&] {
            ++visitors;
            QTcpSocket *socket = web.nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, socket, [socket] {
                socket->write("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n");
                socket->disconnectFromHost();
            });
        });
        m_connection->open(QUrl(u"ws://127.0.0.1:%1/rpc"_s.arg(web.serverPort())));
        QTRY_COMPARE(m_connection->status().state, ConnectionState::Failed);
        QCOMPARE(m_connection->status().error->code, ErrorCode::NotAServer);
        QCOMPARE(visitors, 1);
        m_connection->retryNow();
        QTRY_COMPARE(visitors, 2);
    }

    void strangeHello_isNoParterreServer_data()
    {
        QTest::addColumn<int>("answer");
        QTest::addColumn<int>("expected");
        QTest::newRow("knows no hello") << int(ErrorCode::MethodNotFound) << int(ErrorCode::NotAServer);
        QTest::newRow("speaks another version") << int(ErrorCode::UnsupportedProtocol) << int(ErrorCode::UnsupportedProtocol);
    }
    void strangeHello_isNoParterreServer()
    {
        QFETCH(int, answer);
        QFETCH(int, expected);
        m_server->when<SessionHello>(Error {.code = ErrorCode(answer)});
        m_connection->open(m_server->url());
        QTRY_COMPARE(m_connection->status().state, ConnectionState::Failed);
        QCOMPARE(m_connection->status().error->code, ErrorCode(expected));
    }

    void hello_ofAnotherVersionThanOfferedIsRefused()
    {
        m_server->hello.protocol = 2;
        m_connection->open(m_server->url());
        QTRY_COMPARE(m_connection->status().state, ConnectionState::Failed);
        QCOMPARE(m_connection->status().error->code, ErrorCode::UnsupportedProtocol);
    }

    void untrustedCertificate_isNotTriedAgain()
    {
        FakeWireServer secret(FakeWireServer::Link::Tls);
        m_connection->open(secret.url());
        QTRY_COMPARE(m_connection->status().state, ConnectionState::Failed);
        QCOMPARE(m_connection->status().error->code, ErrorCode::TlsFailed);
        QCOMPARE(secret.count<SessionHello>(), 0);
    }

    void call_withoutConnectionIsRefused()
    {
        std::optional<ErrorCode> code;
        m_connection->call<SessionPing>({}, this, [&](const auto &answer) { code = answer.error().code; });
        QVERIFY(!code);
        QTRY_COMPARE(code, ErrorCode::Disconnected);
    }

    void keptCall_isSentAgainWithTheSameKeyAfterABreak()
    {
        enter();
        m_server->ignore<BookingsCheckout>();
        checkout();
        QTRY_COMPARE(m_server->count<BookingsCheckout>(), 1);
        m_server->when<BookingsCheckout>(bookingOf(u"7K3M-9QXA"_s));
        m_server->forgetVisit();
        m_server->dropLinks();
        QTRY_COMPARE(m_answers.size(), 1);
        QCOMPARE(m_answers[0]->booking.reference, u"7K3M-9QXA"_s);
        const auto sent = m_server->received<BookingsCheckout>();
        QCOMPARE(sent.size(), 2);
        QCOMPARE(sent[1], sent[0]);
        QCOMPARE(m_checking, (QList<bool> {true, false}));
    }

    void keptCall_survivesManyBreaks()
    {
        enter();
        m_server->ignore<BookingsCheckout>();
        checkout();
        for (int i = 1; i <= 5; ++i) {
            QTRY_COMPARE(m_server->count<BookingsCheckout>(), i);
            m_server->dropLinks();
        }
        m_server->when<BookingsCheckout>(bookingOf(u"7K3M-9QXA"_s));
        QTRY_COMPARE(m_answers.size(), 1);
        QVERIFY(m_answers[0].ok());
    }

    void keptCall_withoutAnswerIsAskedAgain()
    {
        ConnectionTimings timings = quick();
        timings.callTimeout = 100ms;
        make(timings);
        enter();
        m_server->whenAsked<BookingsCheckout>([this](const BookingsCheckoutParams &, const parterre::testing::Answer<BookingsCheckout> &answer) {
            switch (m_server->count<BookingsCheckout>()) {
            case 1: return; // lost
            case 2: return answer(Error {.code = ErrorCode::CheckoutRunning});
            case 3: return answer(Error {.code = ErrorCode::OutcomeUnknown});
            case 4: return answer(Error {.code = ErrorCode::StorageUnavailable});
            default: return answer(bookingOf(u"7K3M-9QXA"_s));
            }
        });
        checkout();
        QTRY_COMPARE(m_answers.size(), 1);
        QVERIFY(m_answers[0].ok());
        QCOMPARE(m_server->count<BookingsCheckout>(), 5);
        QCOMPARE(m_checking, (QList<bool> {true, false}));
    }

    void keptCall_refusedAtOnceIsAnswered_data()
    {
        QTest::addColumn<int>("code");
        QTest::newRow("too little money") << int(ErrorCode::InsufficientPayment);
        QTest::newRow("busy, first try") << int(ErrorCode::Overloaded);
        QTest::newRow("not signed in, first try") << int(ErrorCode::NotSignedIn);
    }
    void keptCall_refusedAtOnceIsAnswered()
    {
        QFETCH(int, code);
        enter();
        m_server->when<BookingsCheckout>(Error {.code = ErrorCode(code)});
        checkout();
        QTRY_COMPARE(m_answers.size(), 1);
        QCOMPARE(m_answers[0].error().code, ErrorCode(code));
        QVERIFY(m_checking.isEmpty());
    }

    void keptCall_isUnknownWhenNobodyIsSignedInAnyMore()
    {
        enter();
        m_server->ignore<BookingsCheckout>();
        checkout();
        QTRY_COMPARE(m_server->count<BookingsCheckout>(), 1);
        m_server->when<BookingsCheckout>(Error {.code = ErrorCode::NotSignedIn});
        m_server->dropLinks();
        QTRY_COMPARE(m_answers.size(), 1);
        QCOMPARE(m_answers[0].error().code, ErrorCode::OutcomeUnknown);
    }

    void keptCall_isUnknownWhenTheVisitIsEnded()
    {
        enter();
        m_server->ignore<BookingsCheckout>();
        checkout();
        QTRY_COMPARE(m_server->count<BookingsCheckout>(), 1);
        m_connection->end();
        QTRY_COMPARE(m_answers.size(), 1);
        QCOMPARE(m_answers[0].error().code, ErrorCode::OutcomeUnknown);
    }

    void keptCall_withoutConnectionIsNotBegun()
    {
        checkout();
        QTRY_COMPARE(m_answers.size(), 1);
        QCOMPARE(m_answers[0].error().code, ErrorCode::Disconnected);
        enter();
        QCOMPARE(m_server->count<BookingsCheckout>(), 0);
    }

    void keptCall_ofADeadContextIsNotSentAgain()
    {
        enter();
        m_server->ignore<BookingsCheckout>();
        checkout();
        QTRY_COMPARE(m_server->count<BookingsCheckout>(), 1);
        m_context = std::make_unique<QObject>();
        m_server->dropLinks();
        QTRY_COMPARE(m_established->size(), 2);
        m_connection->call<SessionPing>({}, m_context.get(), [this](const auto &) { m_checking.append(false); });
        QTRY_COMPARE(m_checking.size(), 1);
        QCOMPARE(m_server->count<BookingsCheckout>(), 1);
    }

    void end_givesTheVisitBack()
    {
        enter();
        QSignalSpy ended(m_connection.get(), &Connection::ended);
        m_connection->end();
        QCOMPARE(m_connection->status().state, ConnectionState::Offline);
        QTRY_COMPARE(ended.size(), 1);
        QCOMPARE(m_server->count<SessionEnd>(), 1);
        QTRY_COMPARE(m_server->linkCount(), 0);
        QCOMPARE(m_established->size(), 1);
    }

    void end_doesNotWaitForEver()
    {
        ConnectionTimings timings = quick();
        timings.endTimeout = 10ms;
        make(timings);
        enter();
        m_server->ignore<SessionEnd>();
        QSignalSpy ended(m_connection.get(), &Connection::ended);
        m_connection->end();
        QTRY_COMPARE(ended.size(), 1);
    }

    void end_withoutConnectionIsQuick()
    {
        QSignalSpy ended(m_connection.get(), &Connection::ended);
        m_connection->end();
        QTRY_COMPARE(ended.size(), 1);
    }

    void open_ofAnotherServerBeginsAnew()
    {
        enter();
        FakeWireServer other;
        m_connection->open(other.url());
        QTRY_COMPARE(m_established->size(), 2);
        QVERIFY(!other.received<SessionHello>().at(0).resume);
        QTRY_COMPARE(m_server->linkCount(), 0);
    }

private:

    void make(const ConnectionTimings &timings)
    {
        m_connection = std::make_unique<Connection>(m_clock, timings);
        m_context = std::make_unique<QObject>();
        m_established = std::make_unique<QSignalSpy>(m_connection.get(), &Connection::established);
        m_answers.clear();
        m_checking.clear();
    }
    void enter()
    {
        m_connection->open(m_server->url());
        QTRY_COMPARE(m_established->size(), 1);
    }
    void checkout()
    {
        m_connection->callUntilAnswered<BookingsCheckout>(
            sale(), m_context.get(), [this](const Result<BookingResult> &answer) { m_answers.append(answer); },
            [this](bool checking) { m_checking.append(checking); });
    }

    ManualClock m_clock;
    std::unique_ptr<FakeWireServer> m_server;
    std::unique_ptr<Connection> m_connection;
    std::unique_ptr<QObject> m_context;
    std::unique_ptr<QSignalSpy> m_established;
    QList<Result<BookingResult>> m_answers;
    QList<bool> m_checking;
};

QTEST_GUILESS_MAIN(TestConnection)
#include "tst_connection.moc"
