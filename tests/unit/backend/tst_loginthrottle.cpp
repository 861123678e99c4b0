// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/services/loginthrottle.h"
#include "backend/services/throttlerecords.h"
#include "tests/support/manualclock.h"

#include <QTest>

using namespace parterre;
using namespace parterre::services;
using namespace parterre::testing;
using namespace Qt::StringLiterals;
using std::chrono::milliseconds;
using std::chrono::seconds;

class LoginThrottleTest : public QObject
{
    Q_OBJECT

private:
    static constexpr ThrottleLimits kLimits {
        .perAccount = 3, .perAddress = 6, .window = seconds(600), .firstDelay = seconds(1), .longestDelay = seconds(8)};

    // Seconds to wait, 0 when the attempt may go on.
    static int waitFor(LoginThrottle &throttle, const QString &account, const QString &address = u"192.0.2.1"_s)
    {
        const Result<void> begun = throttle.begin(account, address);
        return begun ? 0 : begun.error().retryAfterSeconds.value_or(-1);
    }

private Q_SLOTS:
    void attempts_areFreeUpToTheLimitThenWaitTwiceAsLongEachTime()
    {
        ManualClock clock;
        LoginThrottle throttle(clock, kLimits);
        for (int i = 0; i < 3; ++i)
            QCOMPARE(waitFor(throttle, u"ann"_s), 0);
        for (const int delay : {1, 2, 4, 8, 8, 8}) {
            QCOMPARE(waitFor(throttle, u"ann"_s), delay);
            clock.advance(seconds(delay) - milliseconds(1));
            QCOMPARE(waitFor(throttle, u"ann"_s), 1); // rounded up: never a wait of 0
            clock.advance(milliseconds(1));
            QCOMPARE(waitFor(throttle, u"ann"_s), 0);
        }
    }

    void refusal_isRateLimited()
    {
        ManualClock clock;
        LoginThrottle throttle(clock, kLimits);
        for (int i = 0; i < 3; ++i)
            QVERIFY(throttle.begin(u"ann"_s, u"192.0.2.1"_s));
        const Result<void> refused = throttle.begin(u"ann"_s, u"192.0.2.1"_s);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::RateLimited);
    }

    void refusedAttempts_doNotCount()
    {
        ManualClock clock;
        LoginThrottle throttle(clock, kLimits);
        for (int i = 0; i < 3; ++i)
            QCOMPARE(waitFor(throttle, u"ann"_s), 0);
        for (int i = 0; i < 50; ++i)
            QCOMPARE(waitFor(throttle, u"ann"_s), 1);
        clock.advance(seconds(1));
        QCOMPARE(waitFor(throttle, u"ann"_s), 0);
        QCOMPARE(waitFor(throttle, u"ann"_s), 2);
    }

    void success_forgetsTheFailuresOfTheAccount()
    {
        ManualClock clock;
        LoginThrottle throttle(clock, kLimits);
        for (int round = 0; round < 20; ++round) {
            QCOMPARE(waitFor(throttle, u"ann"_s), 0);
            throttle.succeeded(u"ann"_s, u"192.0.2.1"_s);
        }
    }

    void success_atOneAccountDoesNotForgetTheAddresssGuessesAtOthers()
    {
        ManualClock clock;
        LoginThrottle throttle(clock, kLimits);
        for (int i = 0; i < 5; ++i) {
            QCOMPARE(waitFor(throttle, u"victim%1"_s.arg(i)), 0);
            QCOMPARE(waitFor(throttle, u"own"_s), 0);
            throttle.succeeded(u"own"_s, u"192.0.2.1"_s);
        }
        QCOMPARE(waitFor(throttle, u"victim5"_s), 0);
        QVERIFY(waitFor(throttle, u"victim6"_s) > 0);
    }

    void addresses_areSlowedDownOverAllAccounts()
    {
        ManualClock clock;
        LoginThrottle throttle(clock, kLimits);
        for (int i = 0; i < 6; ++i)
            QCOMPARE(waitFor(throttle, QString::number(i)), 0);
        QCOMPARE(waitFor(throttle, u"another"_s), 1);
        QCOMPARE(waitFor(throttle, u"another"_s, u"192.0.2.2"_s), 0);
    }

    void accounts_areSlowedDownOverAllAddresses()
    {
        ManualClock clock;
        LoginThrottle throttle(clock, kLimits);
        for (int i = 0; i < 3; ++i)
            QCOMPARE(waitFor(throttle, u"ann"_s, u"192.0.2.%1"_s.arg(i)), 0);
        QCOMPARE(waitFor(throttle, u"ann"_s, u"192.0.2.9"_s), 1);
        QCOMPARE(waitFor(throttle, u"bob"_s, u"192.0.2.9"_s), 0);
    }

    void window_endsAndWithItTheFailures()
    {
        ManualClock clock;
        LoginThrottle throttle(clock, kLimits);
        for (int i = 0; i < 3; ++i)
            QCOMPARE(waitFor(throttle, u"ann"_s), 0);
        clock.advance(kLimits.window);
        for (int i = 0; i < 3; ++i)
            QCOMPARE(waitFor(throttle, u"ann"_s), 0);
        QCOMPARE(waitFor(throttle, u"ann"_s), 1);
    }

    void attemptsUnderWay_countFromTheirStart()
    {
        ManualClock clock;
        LoginThrottle throttle(clock, kLimits);
        int admitted = 0;
        for (int i = 0; i < 100; ++i)
            admitted += throttle.begin(u"ann"_s, u"192.0.2.1"_s) ? 1 : 0;
        QCOMPARE(admitted, 3);
    }

    void anAttemptWithoutVerdict_isNotCounted()
    {
        ManualClock clock;
        LoginThrottle throttle(clock, {.perAccount = 2, .perAddress = 4});
        for (int i = 0; i < 20; ++i) {
            QVERIFY(throttle.begin(u"ada"_s, u"here"_s));
            throttle.cameToNothing(u"ada"_s, u"here"_s);
        }
        QVERIFY(throttle.begin(u"ada"_s, u"here"_s));
        QVERIFY(throttle.begin(u"ada"_s, u"here"_s));
        QVERIFY(!throttle.begin(u"ada"_s, u"here"_s));
    }

    void aCrowdOfAddresses_doesNotMakeABlockedAccountForgotten()
    {
        ManualClock clock;
        LoginThrottle throttle(clock, {.perAccount = 2, .perAddress = 2, .firstDelay = std::chrono::minutes(10)});
        QVERIFY(throttle.begin(u"victim"_s, u"guesser"_s));
        QVERIFY(throttle.begin(u"victim"_s, u"guesser"_s));
        for (qsizetype i = 0; i < kMaxThrottleRecords + 10; ++i)
            static_cast<void>(throttle.begin(u"x%1"_s.arg(i), u"y%1"_s.arg(i)));
        QVERIFY(!throttle.begin(u"victim"_s, u"elsewhere"_s));
        QVERIFY(!throttle.begin(u"another"_s, u"guesser"_s));
    }
};

QTEST_GUILESS_MAIN(LoginThrottleTest)
#include "tst_loginthrottle.moc"
