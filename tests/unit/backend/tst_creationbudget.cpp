// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/services/creationbudget.h"
#include "backend/services/throttlerecords.h"
#include "tests/support/manualclock.h"

#include <QTest>

using namespace parterre;
using namespace parterre::services;
using namespace parterre::testing;
using namespace Qt::StringLiterals;

class CreationBudgetTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void budget_isFullAgainAfterTheWindow()
    {
        ManualClock clock;
        CreationBudget budget(clock, {.perAddress = 2, .window = std::chrono::minutes(15)});
        QVERIFY(budget.take(u"here"_s));
        clock.advance(std::chrono::minutes(5));
        QVERIFY(budget.take(u"here"_s));
        QCOMPARE(budget.take(u"here"_s).error().retryAfterSeconds, 600);
        budget.giveBack(u"here"_s);
        QVERIFY(budget.take(u"here"_s));
        QVERIFY(!budget.take(u"here"_s));
        clock.advance(std::chrono::minutes(10));
        QVERIFY(budget.take(u"here"_s));

        CreationBudget none(clock, {.perAddress = 0});
        for (int i = 0; i < 100; ++i)
            QVERIFY(none.take(u"here"_s));
    }

    void aCrowdOfNewAddresses_doesNotRefillASpentBudget()
    {
        ManualClock clock;
        CreationBudget budget(clock, {.perAddress = 2});
        const auto crowd = [&](const QString &name) {
            for (qsizetype i = 0; i < kMaxThrottleRecords - 10; ++i)
                QVERIFY(budget.take(name + QString::number(i)));
        };
        crowd(u"early "_s);
        clock.advance(std::chrono::minutes(1));
        QVERIFY(budget.take(u"here"_s));
        QVERIFY(budget.take(u"here"_s));
        for (int i = 0; i < 100; ++i) // more than there is room for: the early ones go
            QVERIFY(budget.take(u"late %1"_s.arg(i)));
        QVERIFY(!budget.take(u"here"_s));
    }
};

QTEST_GUILESS_MAIN(CreationBudgetTest)
#include "tst_creationbudget.moc"
