// SPDX-License-Identifier: GPL-3.0-or-later
#include "defects.h"
#include "ledgerworld.h"

#include <QTest>

using namespace parterre::simulation;

namespace {

constexpr quint64 kSeedsToCatch = 500;

}

// A simulation that never fails shows nothing: here it has to, for every ledger that is wrong.
class TestSimulationControl : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void defect_isCaught_data()
    {
        QTest::addColumn<int>("number");
        int number = 0;
        for (const Defect &defect : defects())
            QTest::newRow(defect.name) << number++;
    }
    void defect_isCaught()
    {
        QFETCH(int, number);
        const Defect defect = defects()[static_cast<std::size_t>(number)];
        QVERIFY2(isAccused(defect, Judge::PromisesAndModel, ""), "not told from the true ledger");
        if (*defect.promise != '\0')
            QVERIFY2(isAccused(defect, Judge::Promises, defect.promise), "the promise does not convict it");
    }
    void trueLedger_isNotAccused()
    {
        for (quint64 seed = 1; seed <= kSeedsToCatch; ++seed)
            QCOMPARE(LedgerWorld(seed, trueLedger).run().failure, std::string());
    }

private:
    // Whether some seed ends with a complaint that begins so.
    static bool isAccused(const Defect &defect, Judge judge, const char *complaint)
    {
        for (quint64 seed = 1; seed <= kSeedsToCatch; ++seed) {
            const SimOutcome outcome = LedgerWorld(seed, defect.factory, judge).run();
            if (!outcome.failure.empty() && outcome.failure.starts_with(complaint)) {
                qInfo("seed %llu: %s", static_cast<unsigned long long>(seed), outcome.failure.c_str());
                return true;
            }
        }
        return false;
    }
};

QTEST_APPLESS_MAIN(TestSimulationControl)
#include "tst_simulationcontrol.moc"
