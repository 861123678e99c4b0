// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/report.h"
#include "tests/support/attack.h"
#include "tests/support/besiegedserver.h"
#include "tests/support/bystander.h"
#include "tests/support/seatmover.h"

#include <QTest>

using namespace parterre;
using namespace parterre::testing;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

// The real program is attacked while an honest client works with it: that one is answered every time, memory stays
// within bounds, and the attackers are put out or kept in step. Figures are printed; how fast is for the benchmark.
class HostileTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void attack_harmsTheAttackerOnly_data();
    void attack_harmsTheAttackerOnly();
    void withTheDefaults_oneAddressGetsItsShareOnly();
};

namespace {

constexpr qint64 kMiB = 1'024; // KiB

struct Outcome {
    qint64 grown = 0;  // KiB at the peak
    qint64 stays = 0;  // KiB when the attackers have gone
    std::map<Fate, int> fates = {};
};

// The attack for so long, beside an honest client and a lively event.
Outcome besiege(BesiegedServer &server, const Attack &attack, int count, std::chrono::seconds duration)
{
    Bystander bystander(server.port(), server.events().matinee);
    SeatMover mover(server.port(), server.events().evening, 100);
    // What a busy server needs anyway is no harm done by an attack.
    int warmUp = 100;
    if (!bystander.run([&] { return --warmUp < 0; }))
        qFatal("the server does not answer");
    const qint64 before = server.memory().resident();
    server.memory().resetPeak();
    bystander.forgetLatencies();

    Siege siege(attack, {.port = server.port(), .event = server.events().evening}, count);
    siege.begin();
    const auto end = Bystander::Clock::now() + duration;
    if (!bystander.run([&] { return Bystander::Clock::now() >= end; }))
        qFatal("the bystander was not answered amid %s", attack.name.constData());
    siege.rest();
    Outcome outcome {.grown = server.memory().peak() - before};
    outcome.fates = siege.fates(mover.stop());
    siege.disperse();
    int after = 100;
    if (!bystander.run([&] { return --after < 0; }))
        qFatal("the bystander was not answered after %s", attack.name.constData());
    outcome.stays = server.memory().resident() - before;
    qInfo("%s: %d attackers, %s; memory +%lld KiB, then +%lld; others p50 %.1f, p99 %.1f ms", attack.name.constData(), count,
          describe(outcome.fates).constData(), static_cast<long long>(outcome.grown), static_cast<long long>(outcome.stays),
          bench::percentile(bystander.latencies(), 0.5), bench::percentile(bystander.latencies(), 0.99));
    return outcome;
}

} // namespace

void HostileTest::attack_harmsTheAttackerOnly_data()
{
    QTest::addColumn<Attack>("attack");
    QTest::addColumn<int>("count");
    QTest::addColumn<int>("seconds");
    QTest::addColumn<QList<Fate>>("fates"); // that are right for it
    const QList<Fate> ended {Fate::Closed, Fate::Dropped};
    const QList<Fate> endedOrServed {Fate::Closed, Fate::Dropped, Fate::InStep};
    const auto add = [](const Attack &attack, int count, int seconds, const QList<Fate> &fates) {
        QTest::newRow(attack.name.constData()) << attack << count << seconds << fates;
    };
    add(attacks::halfOpenHandshakes(), 300, 7, ended);
    add(attacks::stalledReaders(), 100, 5, endedOrServed);
    add(attacks::slowReaders(), 100, 5, endedOrServed);
    add(attacks::greedyStalledReaders(), 8, 4, ended);
    add(attacks::pingFlood(), 4, 3, ended);
    add(attacks::hugeFrames(), 20, 2, ended);
    add(attacks::endlessFragments(), 20, 2, ended);
    add(attacks::emptyFragments(), 20, 2, ended);
}

void HostileTest::attack_harmsTheAttackerOnly()
{
    QFETCH(Attack, attack);
    QFETCH(int, count);
    QFETCH(int, seconds);
    QFETCH(QList<Fate>, fates);
    BesiegedServer server({u"--connections-per-address"_s, u"10000"_s, u"--rate-limits"_s, u"no"_s});
    const Outcome outcome = besiege(server, attack, count, std::chrono::seconds(seconds));
    QVERIFY(server.isRunning());
    int judged = 0;
    for (const auto &[fate, number] : outcome.fates) {
        QVERIFY2(fates.contains(fate), describe(outcome.fates).constData());
        judged += number;
    }
    QCOMPARE(judged, count);
    QVERIFY2(outcome.grown <= 64 * kMiB, qPrintable(QString::number(outcome.grown)));
    if (attack.watches)
        QVERIFY2(outcome.grown <= 64 * count + 8 * kMiB, "a stalled client costs more than 64 KiB");
    QVERIFY2(outcome.stays <= 24 * kMiB, "memory stays taken");
}

// All attackers come from one address, the honest client from another.
void HostileTest::withTheDefaults_oneAddressGetsItsShareOnly()
{
    BesiegedServer server({});
    Siege siege(attacks::halfOpenHandshakes(), {.port = server.port()}, 300);
    Bystander bystander(server.port(), server.events().matinee);
    int calls = 20; // within what one client may ask for at once
    QVERIFY(bystander.run([&] { return --calls < 0; }));
    const qint64 before = server.memory().resident();
    QCOMPARE(siege.fates({}), (std::map<Fate, int> {{Fate::Dropped, 300}}));
    QVERIFY2(server.memory().resident() - before <= 8 * kMiB, "memory stays taken");
}

QTEST_GUILESS_MAIN(HostileTest)
#include "tst_hostile.moc"
