// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/api/ratelimit.h"
#include "tests/support/manualclock.h"

#include <QTest>

using namespace parterre;
using namespace parterre::api;
using namespace parterre::testing;
using std::chrono::milliseconds;

class RateLimitTest : public QObject
{
    Q_OBJECT

private:
    static constexpr Rate kRate {.perSecond = 10, .burst = 5};

    static int passing(RateBucket &bucket, const Rate &rate, Tick now, int tries)
    {
        int passed = 0;
        for (int i = 0; i < tries; ++i)
            passed += bucket.take(rate, now) ? 0 : 1;
        return passed;
    }

private Q_SLOTS:
    void bucket_letsABurstPassAndThenTheRate()
    {
        ManualClock clock;
        RateBucket bucket;
        QCOMPARE(passing(bucket, kRate, clock.steadyNow(), 20), 5);
        for (int i = 0; i < 30; ++i) {
            clock.advance(milliseconds(100));
            QCOMPARE(passing(bucket, kRate, clock.steadyNow(), 20), 1);
        }
        clock.advance(milliseconds(300));
        QCOMPARE(passing(bucket, kRate, clock.steadyNow(), 20), 3);
    }

    void bucket_tellsHowLongToWait()
    {
        ManualClock clock;
        RateBucket bucket;
        passing(bucket, kRate, clock.steadyNow(), 5);
        const auto wait = bucket.take(kRate, clock.steadyNow());
        QVERIFY(wait);
        QCOMPARE(wait->count(), 100);
        clock.advance(*wait - milliseconds(1));
        QVERIFY(bucket.take(kRate, clock.steadyNow()));
        clock.advance(milliseconds(1));
        QVERIFY(!bucket.take(kRate, clock.steadyNow()));
    }

    void pause_fillsTheBucketNoHigherThanTheBurst()
    {
        ManualClock clock;
        RateBucket bucket;
        passing(bucket, kRate, clock.steadyNow(), 5);
        clock.advance(std::chrono::hours(10));
        QCOMPARE(passing(bucket, kRate, clock.steadyNow(), 20), 5);
    }

    void refusals_costNothing()
    {
        ManualClock clock;
        RateBucket bucket;
        passing(bucket, kRate, clock.steadyNow(), 500);
        clock.advance(milliseconds(100));
        QVERIFY(!bucket.take(kRate, clock.steadyNow()));
    }

    void smallSteps_addUp()
    {
        ManualClock clock;
        RateBucket bucket;
        int passed = passing(bucket, kRate, clock.steadyNow(), 5);
        for (int i = 0; i < 1'000; ++i) {
            clock.advance(milliseconds(1));
            passed += bucket.take(kRate, clock.steadyNow()) ? 0 : 1;
        }
        QVERIFY2(passed == 15 || passed == 14, qPrintable(QString::number(passed))); // rounding may keep the last one back
    }

    void rateOfZero_isNoLimit()
    {
        ManualClock clock;
        RateBucket bucket;
        QCOMPARE(passing(bucket, Rate {}, clock.steadyNow(), 10'000), 10'000);
    }
};

QTEST_GUILESS_MAIN(RateLimitTest)
#include "tst_ratelimit.moc"
