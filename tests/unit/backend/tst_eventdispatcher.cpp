// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/transport/epolleventdispatcher.h"
#include "backend/transport/timerlist.h"

#include <QCoreApplication>
#include <QEventLoop>
#include <QPointer>
#include <QSignalSpy>
#include <QSocketNotifier>
#include <QTest>
#include <QThread>
#include <QTimer>

#include <functional>

#include <fcntl.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace std::chrono_literals;
using parterre::transport::EpollEventDispatcher;
using parterre::transport::TimerList;

namespace {

// Two connected stream sockets that do not block.
struct SocketPair {
    SocketPair()
    {
        if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0, ends) != 0)
            qFatal("socketpair");
    }
    ~SocketPair()
    {
        closeEnd(0);
        closeEnd(1);
    }
    Q_DISABLE_COPY_MOVE(SocketPair)

    void closeEnd(int end)
    {
        if (ends[end] >= 0)
            ::close(ends[end]);
        ends[end] = -1;
    }
    void poke() const { QCOMPARE(::write(ends[1], "x", 1), 1); }
    void readAll() const
    {
        char buffer[64];
        while (::read(ends[0], buffer, sizeof buffer) > 0) { }
    }

    int ends[2] = {-1, -1};
};

// An object that does something when its timer fires.
class Alarm : public QObject
{
public:
    explicit Alarm(std::function<void(int)> then) : m_then(std::move(then)) {}

protected:
    void timerEvent(QTimerEvent *event) override { m_then(event->timerId()); }

private:
    std::function<void(int)> m_then;
};

void onePass()
{
    QThread::currentThread()->eventDispatcher()->processEvents(QEventLoop::AllEvents);
}

} // namespace

// The whole test, Qt Test's own loops included, runs on the dispatcher under test.
class TestEventDispatcher : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void runsOnTheDispatcherUnderTest()
    {
        QVERIFY(qobject_cast<EpollEventDispatcher *>(QCoreApplication::eventDispatcher()));
    }

    void timerList_firesInOrderOfTime()
    {
        QList<int> fired;
        Alarm alarm([&](int id) { fired.append(id); });
        TimerList timers;
        const TimerList::Time start {};
        timers.add(1, 30ms, Qt::PreciseTimer, &alarm, start);
        timers.add(2, 10ms, Qt::PreciseTimer, &alarm, start);
        timers.add(3, 20ms, Qt::PreciseTimer, &alarm, start);
        QCOMPARE(timers.next(), start + 10ms);
        QCOMPARE(timers.fire(start + 9ms), 0);
        QCOMPARE(timers.fire(start + 30ms), 3);
        QCOMPARE(fired, QList<int>({2, 3, 1}));
    }

    void timerList_coarseTimersAreNeverEarlyAndMeet()
    {
        Alarm alarm([](int) {});
        TimerList timers;
        const TimerList::Time start = TimerList::Time {} + 12'345ms;
        timers.add(1, 1000ms, Qt::CoarseTimer, &alarm, start);
        timers.add(2, 1000ms, Qt::CoarseTimer, &alarm, start + 3ms);
        timers.add(3, 1000ms, Qt::VeryCoarseTimer, &alarm, start);
        QCOMPARE(timers.next(), TimerList::Time {} + 13'350ms); // within 5 %, not before 13'345
        QCOMPARE(timers.fire(start + 1000ms), 0);
        QCOMPARE(timers.fire(start + 1005ms), 2);
        QCOMPARE(timers.remaining(3, start), 14'000 - 12'345);
    }

    void timerList_repeatsWithoutDriftAndSkipsWhatItMissed()
    {
        int fired = 0;
        Alarm alarm([&](int) { ++fired; });
        TimerList timers;
        const TimerList::Time start {};
        timers.add(1, 10ms, Qt::PreciseTimer, &alarm, start);
        timers.fire(start + 13ms);
        QCOMPARE(timers.next(), start + 20ms);
        timers.fire(start + 95ms);
        QCOMPARE(fired, 2);
        QCOMPARE(timers.next(), start + 105ms);
    }

    void timerList_knowsTheTimersOfAnObject()
    {
        Alarm one([](int) {});
        Alarm other([](int) {});
        TimerList timers;
        timers.add(1, 10ms, Qt::PreciseTimer, &one, {});
        timers.add(2, 20ms, Qt::CoarseTimer, &other, {});
        QCOMPARE(timers.timersOf(&one).size(), 1);
        QCOMPARE(timers.timersOf(&one).constFirst().interval, 10);
        QVERIFY(timers.removeAllOf(&one));
        QVERIFY(!timers.removeAllOf(&one));
        QCOMPARE(timers.remaining(1, {}), -1);
        QVERIFY(timers.remove(2));
        QVERIFY(!timers.next());
    }

    void zeroTimers_fireOncePerPassAndLetSocketsThrough()
    {
        SocketPair pair;
        QSocketNotifier notifier(pair.ends[0], QSocketNotifier::Read);
        int read = 0;
        connect(&notifier, &QSocketNotifier::activated, this, [&] { pair.readAll(); ++read; });
        int fired = 0;
        QTimer timer;
        connect(&timer, &QTimer::timeout, this, [&] { ++fired; });
        timer.start(0);
        pair.poke();
        onePass();
        QCOMPARE(fired, 1);
        QCOMPARE(read, 1);
        onePass();
        QCOMPARE(fired, 2);
        QCOMPARE(read, 1);
    }

    void aTimer_mayBeStoppedAndItsIdUsedAgainByAHandler()
    {
        int secondFired = 0;
        int replacement = 0;
        Alarm second([&](int) { ++secondFired; });
        int secondId = 0;
        Alarm first([&](int id) {
            first.killTimer(id);
            second.killTimer(secondId);
            replacement = second.startTimer(1h);
        });
        first.startTimer(0);
        secondId = second.startTimer(0);
        onePass();
        QVERIFY(replacement != 0);
        QCOMPARE(secondFired, 0);
    }

    void aTimer_isNotFiredAgainInsideItsOwnNestedLoop()
    {
        int depth = 0;
        int deepest = 0;
        int others = 0;
        QTimer other;
        connect(&other, &QTimer::timeout, this, [&] { ++others; });
        other.start(0);
        QTimer timer;
        connect(&timer, &QTimer::timeout, this, [&] {
            deepest = std::max(deepest, ++depth);
            for (int i = 0; i < 5; ++i)
                onePass();
            --depth;
        });
        timer.start(0);
        onePass();
        QCOMPARE(deepest, 1);
        QVERIFY(others >= 5);
        onePass();
        QCOMPARE(depth, 0);
    }

    void nestedLoop_servesSocketsAndReturns()
    {
        SocketPair outer;
        SocketPair inner;
        QSocketNotifier outerNotifier(outer.ends[0], QSocketNotifier::Read);
        QSocketNotifier innerNotifier(inner.ends[0], QSocketNotifier::Read);
        QStringList order;
        QEventLoop nested;
        connect(&innerNotifier, &QSocketNotifier::activated, this, [&] {
            inner.readAll();
            order.append(QStringLiteral("inner"));
            nested.quit();
        });
        connect(&outerNotifier, &QSocketNotifier::activated, this, [&] {
            outer.readAll();
            inner.poke();
            nested.exec();
            order.append(QStringLiteral("outer"));
        });
        outer.poke();
        QTRY_COMPARE(order, QStringList({QStringLiteral("inner"), QStringLiteral("outer")}));
    }

    void deleteLater_waitsForTheLoopThatAskedForIt()
    {
        QPointer<QObject> doomed = new QObject;
        bool aliveInNestedLoop = false;
        QEventLoop loop;
        QTimer::singleShot(0, this, [&] {
            doomed->deleteLater();
            QEventLoop nested;
            QTimer::singleShot(0, &nested, [&] {
                aliveInNestedLoop = !doomed.isNull();
                nested.quit();
            });
            nested.exec();
        });
        QTimer::singleShot(0, this, [&] { QMetaObject::invokeMethod(&loop, &QEventLoop::quit, Qt::QueuedConnection); });
        loop.exec();
        QVERIFY(aliveInNestedLoop);
        QTRY_VERIFY(doomed.isNull());
    }

    void aNotifier_mayDeleteItselfAndItsDescriptor()
    {
        SocketPair pair;
        auto *notifier = new QSocketNotifier(pair.ends[0], QSocketNotifier::Read);
        QPointer<QSocketNotifier> watch = notifier;
        connect(notifier, &QSocketNotifier::activated, this, [&] {
            delete notifier;
            pair.closeEnd(0);
        });
        pair.poke();
        onePass();
        QVERIFY(watch.isNull());
    }

    void aDescriptorUsedAgainWithinOneBatch_isWatchedAfresh()
    {
        // Both are ready in one batch. Whichever comes first closes the other and puts a new socket in its place.
        SocketPair pairs[2];
        SocketPair fresh;
        std::unique_ptr<QSocketNotifier> notifiers[2];
        std::unique_ptr<QSocketNotifier> freshNotifier;
        int freshActivations = 0;
        int activations = 0;
        for (int i : {0, 1}) {
            notifiers[i] = std::make_unique<QSocketNotifier>(pairs[i].ends[0], QSocketNotifier::Read);
            connect(notifiers[i].get(), &QSocketNotifier::activated, this, [&, i] {
                ++activations;
                pairs[i].readAll();
                const int other = 1 - i;
                const int number = pairs[other].ends[0];
                notifiers[other].reset();
                pairs[other].closeEnd(0);
                QCOMPARE(::fcntl(fresh.ends[0], F_DUPFD_CLOEXEC, number), number);
                pairs[other].ends[0] = number;
                freshNotifier = std::make_unique<QSocketNotifier>(number, QSocketNotifier::Read);
                connect(freshNotifier.get(), &QSocketNotifier::activated, this, [&] {
                    fresh.readAll();
                    ++freshActivations;
                });
            });
        }
        pairs[0].poke();
        pairs[1].poke();
        onePass();
        QCOMPARE(activations, 1);
        QCOMPARE(freshActivations, 0); // the event was of the socket that had this number before
        fresh.poke();
        onePass();
        QCOMPARE(freshActivations, 1);
    }

    void aDescriptorUsedAgainBetweenPasses_isWatchedAfresh()
    {
        SocketPair pair;
        const int number = pair.ends[0];
        auto notifier = std::make_unique<QSocketNotifier>(number, QSocketNotifier::Read);
        onePass();
        notifier.reset();
        pair.closeEnd(0);
        SocketPair fresh;
        const int again = fresh.ends[0] == number ? number : ::fcntl(fresh.ends[0], F_DUPFD_CLOEXEC, number);
        QCOMPARE(again, number);
        QSocketNotifier reused(number, QSocketNotifier::Read);
        QSignalSpy activated(&reused, &QSocketNotifier::activated);
        fresh.poke();
        onePass();
        QCOMPARE(activated.size(), 1);
        if (number != fresh.ends[0])
            ::close(number);
    }

    void writeNotifiers_areToldOfRoomAndCanBeSwitchedOff()
    {
        SocketPair pair;
        QSocketNotifier reader(pair.ends[0], QSocketNotifier::Read);
        QSocketNotifier writer(pair.ends[0], QSocketNotifier::Write);
        QSignalSpy readable(&reader, &QSocketNotifier::activated);
        QSignalSpy writable(&writer, &QSocketNotifier::activated);
        onePass();
        QCOMPARE(writable.size(), 1);
        writer.setEnabled(false);
        onePass();
        QCOMPARE(writable.size(), 1);
        pair.poke();
        onePass();
        QCOMPARE(readable.size(), 1);
        reader.setEnabled(false);
        onePass();
        QCOMPARE(readable.size(), 1);
        writer.setEnabled(true);
        reader.setEnabled(true);
        onePass();
        QCOMPARE(readable.size(), 2);
        QCOMPARE(writable.size(), 2);
    }

    void aHangUp_isToldToReadersAndWriters()
    {
        SocketPair pair;
        QSocketNotifier reader(pair.ends[0], QSocketNotifier::Read);
        QSignalSpy readable(&reader, &QSocketNotifier::activated);
        pair.closeEnd(1);
        onePass();
        QCOMPARE(readable.size(), 1);
    }

    void socketsCanBeLeftOut()
    {
        SocketPair pair;
        QSocketNotifier reader(pair.ends[0], QSocketNotifier::Read);
        QSignalSpy readable(&reader, &QSocketNotifier::activated);
        pair.poke();
        QCoreApplication::eventDispatcher()->processEvents(QEventLoop::ExcludeSocketNotifiers);
        QCOMPARE(readable.size(), 0);
        onePass();
        QCOMPARE(readable.size(), 1);
    }

    void aDescriptorThatCannotBeWatched_isSwitchedOff()
    {
        SocketPair pair;
        QSocketNotifier reader(pair.ends[0], QSocketNotifier::Read);
        pair.closeEnd(0);
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("cannot be watched")));
        onePass();
        QVERIFY(!reader.isEnabled());
    }

    void otherThreads_wakeTheLoop()
    {
        constexpr int kThreads = 4;
        constexpr int kEvents = 5000;
        int arrived = 0;
        QEventLoop loop;
        std::vector<std::unique_ptr<QThread>> threads;
        for (int i = 0; i < kThreads; ++i) {
            threads.emplace_back(QThread::create([&] {
                for (int n = 0; n < kEvents; ++n) {
                    QMetaObject::invokeMethod(&loop, [&] {
                        if (++arrived == kThreads * kEvents)
                            loop.quit();
                    });
                }
            }));
            threads.back()->start();
        }
        loop.exec(); // no timer anywhere: a lost wake-up would hang here
        QCOMPARE(arrived, kThreads * kEvents);
        for (const auto &thread : threads)
            thread->wait();
    }

    void aThreadOnIt_canBeQuitFromOutside()
    {
        for (int i = 0; i < 200; ++i) {
            QThread thread;
            thread.setEventDispatcher(new EpollEventDispatcher);
            thread.start();
            thread.quit();
            QVERIFY(thread.wait(60'000));
        }
    }

    void timersMoveWithTheirObject()
    {
        QThread thread;
        thread.setEventDispatcher(new EpollEventDispatcher);
        QTimer timer;
        std::atomic<bool> there = false;
        connect(&timer, &QTimer::timeout, &timer, [&] { there = QThread::currentThread() == &thread; });
        timer.start(1);
        timer.moveToThread(&thread);
        thread.start();
        QTRY_VERIFY(there);
        QMetaObject::invokeMethod(&timer, [&] { timer.stop(); }, Qt::BlockingQueuedConnection);
        thread.quit();
        QVERIFY(thread.wait(60'000));
    }

    void anIdleLoop_sleeps()
    {
        // With nothing to do but one timer, a pass must end with the timer, not before it in a spin.
        QSignalSpy passes(QCoreApplication::eventDispatcher(), &QAbstractEventDispatcher::aboutToBlock);
        QEventLoop loop;
        QTimer::singleShot(200ms, Qt::PreciseTimer, &loop, &QEventLoop::quit);
        loop.exec();
        QVERIFY2(passes.size() < 20, qPrintable(QString::number(passes.size())));
    }
};

int main(int argc, char *argv[])
{
    QCoreApplication::setEventDispatcher(new EpollEventDispatcher);
    QCoreApplication app(argc, argv);
    TestEventDispatcher test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_eventdispatcher.moc"
