// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledgerworld.h"

#include <QTest>

using namespace parterre;
using namespace parterre::simulation;

namespace {

constexpr int kSeeds = 2'000;
constexpr int kEnoughToCount = 500;
constexpr std::size_t kTraceShown = 3'000;

int fromEnvironment(const char *name, int otherwise)
{
    bool ok = false;
    const int value = qEnvironmentVariableIntValue(name, &ok);
    return ok ? value : otherwise;
}

} // namespace

// PARTERRE_SIM_SEEDS: how many seeds to run; PARTERRE_SIM_FIRST_SEED: where to start, to see one seed again.
class TestLedgerSimulation : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everySeed_keepsEveryPromise()
    {
        const int first = fromEnvironment("PARTERRE_SIM_FIRST_SEED", 1);
        const int seeds = fromEnvironment("PARTERRE_SIM_SEEDS", kSeeds);
        SimTally tally;
        for (int seed = first; seed < first + seeds; ++seed) {
            const SimOutcome outcome = LedgerWorld(static_cast<quint64>(seed), trueLedger).run();
            if (!outcome.failure.empty()) {
                const std::size_t from = outcome.trace.size() > kTraceShown ? outcome.trace.size() - kTraceShown : 0;
                qCritical("%s", outcome.trace.c_str() + from);
                QFAIL(qPrintable(QStringLiteral("PARTERRE_SIM_FIRST_SEED=%1 PARTERRE_SIM_SEEDS=1: %2").arg(seed).arg(QString::fromStdString(outcome.failure))));
            }
            tally.add(outcome.tally);
        }
        report(tally, seeds);
        if (seeds >= kEnoughToCount)
            requireTrouble(tally, seeds);
    }

    void sameSeed_leavesTheSameTrace()
    {
        for (quint64 seed = 1; seed <= 50; ++seed) {
            const SimOutcome once = LedgerWorld(seed, trueLedger).run();
            const SimOutcome again = LedgerWorld(seed, trueLedger).run();
            QVERIFY(once.trace.size() > 1'000);
            QVERIFY(once.trace == again.trace);
        }
        QVERIFY(LedgerWorld(1, trueLedger).run().trace != LedgerWorld(2, trueLedger).run().trace);
    }

private:
    static void report(const SimTally &t, int seeds)
    {
        qInfo("%d seeds: %d seats granted, %d sales, %d cancelled, %d store failures, %d unknown outcomes, %d restarts, %d links lost, "
              "%d returns, %d log-outs, %d blocks, %d blocked seats held, %d map updates",
              seeds, t.grants, t.sales, t.cancels, t.failedStores, t.unknownStores, t.restarts, t.losses, t.returns, t.logOuts, t.blocks, t.blockedHeld, t.mapMoves);
        for (const auto &[code, count] : t.refusals)
            qInfo("  refused %d times: %s", count, errorKind(code).data());
    }
    // A run in which nothing goes wrong shows nothing.
    static void requireTrouble(const SimTally &t, int seeds)
    {
        const int one = seeds / 20;
        for (const int count : {t.grants, t.sales, t.cancels, t.failedStores, t.unknownStores, t.restarts, t.losses, t.returns, t.logOuts, t.blocks, t.blockedHeld, t.mapMoves})
            QVERIFY(count >= one);
        for (const ErrorCode code : {ErrorCode::SeatTaken, ErrorCode::NotHeld, ErrorCode::HoldExpired, ErrorCode::StaleVersion, ErrorCode::TooManySeats,
                                     ErrorCode::TooManyExtensions, ErrorCode::CheckoutRunning, ErrorCode::UnknownPlace}) {
            const auto found = t.refusals.find(code);
            QVERIFY2(found != t.refusals.end() && found->second >= one, errorKind(code).data());
        }
    }
};

QTEST_APPLESS_MAIN(TestLedgerSimulation)
#include "tst_ledgersimulation.moc"
