// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/net/backoff.h"
#include "app/net/serveraddress.h"
#include "app/net/serverclock.h"
#include "tests/support/manualclock.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace parterre;
using namespace parterre::net;

// The small parts of finding and timing a server.
class TestServerAddress : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void address_isCompleted_data()
    {
        QTest::addColumn<QString>("written");
        QTest::addColumn<QString>("url");
        QTest::newRow("name") << u"house.example.org"_s << u"wss://house.example.org:7717/rpc"_s;
        QTest::newRow("name and port") << u" house.example.org:8443 "_s << u"wss://house.example.org:8443/rpc"_s;
        QTest::newRow("this computer") << u"localhost"_s << u"ws://localhost:7717/rpc"_s;
        QTest::newRow("this computer by number") << u"127.0.0.1:9000"_s << u"ws://127.0.0.1:9000/rpc"_s;
        QTest::newRow("IPv6") << u"[::1]:9000"_s << u"ws://[::1]:9000/rpc"_s;
        QTest::newRow("scheme") << u"ws://192.168.0.10"_s << u"ws://192.168.0.10:7717/rpc"_s;
        QTest::newRow("web address") << u"https://house.example.org/"_s << u"wss://house.example.org:443/rpc"_s;
        QTest::newRow("path kept") << u"wss://house.example.org/tickets/rpc"_s << u"wss://house.example.org:7717/tickets/rpc"_s;
    }
    void address_isCompleted()
    {
        QFETCH(QString, written);
        QFETCH(QString, url);
        const auto read = serverUrl(written);
        QVERIFY(read);
        QCOMPARE(read->toString(), url);
    }

    void address_thatNamesNoServerIsRefused_data()
    {
        QTest::addColumn<QString>("written");
        for (const char *written : {"", "   ", "ftp://house.example.org", "http://", "a b", "house:notaport", "house:0", "house:70000", "me:secret@house", "house/rpc?x=1", "house/rpc#x"})
            QTest::newRow(written) << QString::fromLatin1(written);
    }
    void address_thatNamesNoServerIsRefused()
    {
        QFETCH(QString, written);
        const auto read = serverUrl(written);
        QVERIFY(!read.ok());
        QCOMPARE(read.error().code, ErrorCode::AddressInvalid);
    }

    void backOff_doublesUpToItsLongestAndStaysBelow()
    {
        BackOff backOff({.first = 500ms, .longest = 30s});
        for (const auto bound : {500ms, 1000ms, 2000ms, 4000ms, 8000ms, 16'000ms, 30'000ms, 30'000ms}) {
            QCOMPARE(backOff.bound(), bound);
            const auto delay = backOff.nextDelay();
            QVERIFY(delay >= 0ms && delay <= bound);
        }
        for (int i = 0; i < 100; ++i)
            QVERIFY(backOff.nextDelay() <= 30s);
        backOff.reset();
        QCOMPARE(backOff.attempts(), 0);
        QCOMPARE(backOff.bound(), 500ms);
    }

    void backOff_isSpreadOverTheWholeTime()
    {
        int early = 0;
        for (int i = 0; i < 1000; ++i)
            early += BackOff({.first = 1000ms, .longest = 30s}).nextDelay() < 500ms ? 1 : 0;
        QVERIFY2(early > 300 && early < 700, qPrintable(QString::number(early)));
    }

    void serverClock_withoutAReadingIsTheLocalOne()
    {
        const parterre::testing::ManualClock clock;
        const ServerClock server(clock);
        QCOMPARE(server.now(), clock.utcNow());
    }

    void serverClock_takesTheQuickestRoundTrip()
    {
        parterre::testing::ManualClock clock;
        ServerClock server(clock);
        const Instant truth = clock.utcNow() + 1h; // of the server, when this test begins
        const Tick start = clock.steadyNow();
        const auto ask = [&](std::chrono::milliseconds there, std::chrono::milliseconds back) {
            const Tick sent = clock.steadyNow();
            clock.advance(there);
            const Instant told = truth + (clock.steadyNow() - start);
            clock.advance(back);
            server.read(told, sent);
        };
        ask(10ms, 10ms);
        ask(0ms, 4000ms); // would put the clock two seconds wrong
        QCOMPARE(server.now(), truth + (clock.steadyNow() - start));
        QCOMPARE(server.tickOf(truth + 60s), start + 60s);
    }

    void serverClock_forgetsOldReadings()
    {
        parterre::testing::ManualClock clock;
        ServerClock server(clock);
        server.read(clock.utcNow() + 1h, clock.steadyNow());
        for (int i = 0; i < 8; ++i) { // the server's clock was set
            const Tick sent = clock.steadyNow();
            clock.advance(2ms);
            server.read(clock.utcNow() - 1ms, sent);
        }
        QCOMPARE(server.now(), clock.utcNow());
    }
};

QTEST_GUILESS_MAIN(TestServerAddress)
#include "tst_serveraddress.moc"
