// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/serviceworld.h"

#include <QProcess>
#include <QTest>

#include <numeric>

using namespace parterre;
using namespace parterre::simulation;
using namespace Qt::StringLiterals;

namespace {

// Seeds that are run once for every place where a server waits, and die there.
constexpr quint64 kSeedsToCrash = 12;
constexpr quint64 kEnoughToCount = 1'000; // with fewer seeds the rarest crash may not come up
constexpr int kOperationsToCrash = 200;
constexpr quint64 kSeedsToFindIn = 5'000; // the rarest mistake needs two servers and an answer that gets lost

QString howToSeeAgain(quint64 seed, const std::string &failure)
{
    return u"%2; see it again: ./dev simulate --first %1 --seeds 1"_s.arg(seed).arg(QString::fromStdString(failure));
}

QString howToDieAgain(quint64 seed, const CrashOrder &crash, const std::string &failure)
{
    return u"%1 --operations %2 --die %3 %4"_s.arg(howToSeeAgain(seed, failure)).arg(kOperationsToCrash).arg(crash.call).arg(int(crash.moment));
}

} // namespace

// The real services in a world that is against them. More seeds: ./dev simulate --seeds 1000000.
class TestServiceSimulation : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { prepareSimulation(); }

    void everySeed_keepsEveryPromise_data()
    {
        constexpr quint64 kHalf = PARTERRE_SIM_SEEDS / 2;
        QTest::addColumn<quint64>("first");
        QTest::addColumn<quint64>("last");
        QTest::newRow("firstHalf") << quint64(1) << kHalf;
        QTest::newRow("secondHalf") << kHalf + 1 << 2 * kHalf;
    }
    void everySeed_keepsEveryPromise()
    {
        QFETCH(quint64, first);
        QFETCH(quint64, last);
        WorldTally tally;
        for (quint64 seed = first; seed <= last; ++seed) {
            const WorldOutcome outcome = ServiceWorld(seed).run();
            QVERIFY2(outcome.failure.empty(), qPrintable(howToSeeAgain(seed, outcome.failure)));
            tally.add(outcome.tally);
        }
        qInfo("seeds %llu to %llu\n%s", static_cast<unsigned long long>(first), static_cast<unsigned long long>(last), tally.table().c_str());
        if (last - first >= kEnoughToCount)
            requireTrouble(tally, static_cast<qint64>(last - first + 1));
    }

    void crash_atEveryAwaitPoint()
    {
        WorldTally tally;
        int awaits = 0;
        for (quint64 seed = 1; seed <= kSeedsToCrash; ++seed) {
            const int calls = ServiceWorld(seed, {.operations = kOperationsToCrash}).run().storeCalls;
            awaits += calls;
            for (int call = 0; call < calls; ++call) {
                for (const CrashMoment moment : {CrashMoment::BeforeEffect, CrashMoment::AfterEffect, CrashMoment::AfterAnswer}) {
                    const CrashOrder crash {call, moment};
                    const WorldOutcome outcome = ServiceWorld(seed, {.operations = kOperationsToCrash, .crash = crash}).run();
                    QVERIFY2(outcome.failure.empty(), qPrintable(howToDieAgain(seed, crash, outcome.failure)));
                    QVERIFY(outcome.tally.crashes > 0);
                    tally.add(outcome.tally);
                }
            }
        }
        qInfo("%d places where a server waits, each died at three times\n%s", awaits, tally.table().c_str());
        for (const Await await : {Await::LoadEvents, Await::Book, Await::Change, Await::ReadDue, Await::Release, Await::ReleaseNoShows, Await::ReadNoShows, Await::ReadBooking, Await::ReadKey}) {
            for (const qint64 crashes : tally.crashedAt[std::size_t(await)])
                QVERIFY(crashes > 0);
        }
    }

    // Every one, by a promise of what it breaks, without anybody looking for it.
    void mistake_isFound_data()
    {
        QTest::addColumn<NoShowMistake>("mistake");
        QTest::addColumn<QByteArray>("promise");
        QTest::newRow("freed is not told") << NoShowMistake::FreedNotTold << QByteArray("I7");
        QTest::newRow("freed is told of what is sold again") << NoShowMistake::FreedToldAgain << QByteArray("I7");
        QTest::newRow("an old answer is believed") << NoShowMistake::OldAnswerBelieved << QByteArray("I7");
        QTest::newRow("unknown is undone") << NoShowMistake::UnknownIsUndone << QByteArray("P1");
        QTest::newRow("answered unasked") << NoShowMistake::AnsweredUnasked << QByteArray("P2");
        QTest::newRow("the key is forgotten") << NoShowMistake::KeyForgotten << QByteArray("P2");
        QTest::newRow("a table is cut") << NoShowMistake::TableCut << QByteArray("I11");
        QTest::newRow("the owner is not asked") << NoShowMistake::OwnerNotAsked << QByteArray("P1");
        QTest::newRow("an area has but one number") << NoShowMistake::OwnNumberOnly << QByteArray("somebody who came late was refused");
    }
    void mistake_isFound()
    {
        QFETCH(NoShowMistake, mistake);
        find({.mistake = mistake});
    }

    void saleMistake_isFound_data()
    {
        QTest::addColumn<SaleMistake>("mistake");
        QTest::addColumn<QByteArray>("promise");
        QTest::newRow("the limit is looked up before") << SaleMistake::LimitLookedUpBefore << QByteArray("I10");
        QTest::newRow("a new number is not counted") << SaleMistake::NewNumberUncounted << QByteArray("I10");
        QTest::newRow("a repetition is counted") << SaleMistake::RepetitionCounted << QByteArray("I10");
        QTest::newRow("a refused sale is counted") << SaleMistake::RefusedCounted << QByteArray("I10");
        QTest::newRow("what falls free keeps its use") << SaleMistake::FallenFreeKeeps << QByteArray("I10");
        QTest::newRow("an exchange is counted again") << SaleMistake::ExchangeCountedAgain << QByteArray("I10");
        QTest::newRow("a contact is overwritten") << SaleMistake::ContactOverwritten << QByteArray("I12");
        QTest::newRow("a contact is noted again") << SaleMistake::ContactNotedAgain << QByteArray("I12");
        QTest::newRow("a note is written again") << SaleMistake::NoteWrittenAgain << QByteArray("I12");
        QTest::newRow("a table is sold by the seat") << SaleMistake::TableBySeat << QByteArray("I11");
    }
    void saleMistake_isFound()
    {
        QFETCH(SaleMistake, mistake);
        find({.saleMistake = mistake});
    }

    void sameSeed_leavesTheSameTrace()
    {
        for (quint64 seed = 1; seed <= 50; ++seed) {
            const WorldOutcome once = ServiceWorld(seed, {.keepsTrace = true}).run();
            const WorldOutcome again = ServiceWorld(seed, {.keepsTrace = true}).run();
            QVERIFY(once.trace.size() > 1'000);
            QVERIFY(once.trace == again.trace);
            QCOMPARE(once.digest, ServiceWorld(seed).run().digest);
            QVERIFY(once.digest != ServiceWorld(seed + 1).run().digest);
        }
    }

    void sameSeed_leavesTheSameTraceInAnotherProcess()
    {
        for (quint64 seed = 1; seed <= 10; ++seed) {
            QProcess other;
            other.start(QStringLiteral(PARTERRE_SIMULATE), {u"--first"_s, QString::number(seed), u"--trace"_s});
            QVERIFY(other.waitForFinished(60'000));
            QCOMPARE(other.exitCode(), 0);
            QVERIFY(other.readAllStandardOutput().toStdString() == ServiceWorld(seed, {.keepsTrace = true}).run().trace);
        }
    }

private:
    static void find(const WorldWishes &wishes)
    {
        QFETCH(QByteArray, promise);
        for (quint64 seed = 1; seed <= kSeedsToFindIn; ++seed) {
            const WorldOutcome outcome = ServiceWorld(seed, wishes).run();
            if (outcome.failure.empty())
                continue;
            QVERIFY2(QByteArray::fromStdString(outcome.failure).startsWith(promise), outcome.failure.c_str());
            qInfo("found at seed %llu: %s", static_cast<unsigned long long>(seed), outcome.failure.c_str());
            return;
        }
        QFAIL("nobody found it");
    }

    // A run in which nothing goes wrong shows nothing.
    static void requireTrouble(const WorldTally &t, qint64 seeds)
    {
        const qint64 some = seeds / 20;
        for (const qint64 count : {t.sales, t.manyEvents, t.cancels, t.partCancels, t.exchanges, t.extensions, t.expired, t.graceOver, t.mapMoves, t.resyncs, t.resumed, t.logOuts, t.signInsEnded,
                                   t.messagesLost, t.messagesTwice, t.messagesLate, t.linksLost, t.storeFailed, t.storeOverloaded, t.unknownUndone, t.unknownDone,
                                   t.numbersInUse, t.soldElsewhere, t.crashes, t.startsFailed, t.pauses, t.longPauses, t.clockJumps, t.rivals, t.eventsCancelled, t.ticketsWithEvent, t.refunds,
                                   t.reserved, t.reservationsPaid, t.prolonged, t.released, t.noShows, t.restored, t.tables, t.withCode, t.exchangedWithCode, t.contacts, t.notes})
            QVERIFY(count >= some);
        QVERIFY(t.repeats >= some && t.strayWrites > 0 && t.restoredElsewhere > 0 && t.exchangedReleased > 0);
        for (const ErrorCode code :
             {ErrorCode::SeatTaken, ErrorCode::NotHeld, ErrorCode::HoldExpired, ErrorCode::StaleVersion, ErrorCode::TooManySeats, ErrorCode::TooManyExtensions,
              ErrorCode::CheckoutRunning, ErrorCode::UnknownPlace, ErrorCode::KeyReused, ErrorCode::SaleClosed, ErrorCode::CancelClosed, ErrorCode::AlreadyCancelled,
              ErrorCode::InsufficientPayment, ErrorCode::PaymentNotAllowed, ErrorCode::NotSignedIn, ErrorCode::NoSession, ErrorCode::OutcomeUnknown,
              ErrorCode::StorageUnavailable, ErrorCode::Overloaded, ErrorCode::NotFound, ErrorCode::PayUntilPassed, ErrorCode::ReservationEnded, ErrorCode::NotReserved, ErrorCode::TooEarly,
              ErrorCode::TicketReleased, ErrorCode::NotReleased, ErrorCode::CodeUsedUp, ErrorCode::CodeUnknown, ErrorCode::TableSoldWhole})
            QVERIFY2(t.refused(code) >= some, errorKind(code).data());
        for (std::size_t await = 0; await < t.crashedAt.size(); ++await) {
            if (Await(await) == Await::Look) { // it follows what another server did, and is rare
                QVERIFY(std::accumulate(t.crashedAt[await].begin(), t.crashedAt[await].end(), qint64(0)) > 0);
                continue;
            }
            for (const CrashMoment moment : {CrashMoment::BeforeEffect, CrashMoment::AfterEffect, CrashMoment::AfterAnswer}) {
                if (Await(await) != Await::AskAgain || moment == CrashMoment::AfterAnswer)
                    QVERIFY2(t.crashedAt[await][std::size_t(moment)] > 0, qPrintable(u"no crash at await %1 moment %2"_s.arg(await).arg(int(moment))));
            }
        }
    }
};

QTEST_APPLESS_MAIN(TestServiceSimulation)
#include "tst_servicesimulation.moc"
