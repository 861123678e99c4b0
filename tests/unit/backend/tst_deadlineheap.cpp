// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/ledger/deadlineheap.h"

#include <QRandomGenerator>
#include <QTest>

#include <map>
#include <set>

using namespace parterre;
using namespace parterre::ledger;

namespace {

constexpr qint32 kPlaces = 200;

Tick at(int ms)
{
    return Tick(std::chrono::milliseconds(ms));
}

} // namespace

class TestDeadlineHeap : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void top_isTheEarliestAndAmongEqualsTheLowestPlace()
    {
        DeadlineHeap heap(10);
        heap.set(7, at(20));
        heap.set(5, at(10));
        heap.set(2, at(10));
        QCOMPARE(heap.top().place, 2);
        heap.remove(2);
        QCOMPARE(heap.top().place, 5);
        heap.set(5, at(30));
        QCOMPARE(heap.top().place, 7);
        heap.set(5, at(1));
        QCOMPARE(heap.top().place, 5);
        QCOMPARE(heap.dueOf(7), at(20));
    }
    void remove_ofAnAbsentPlaceDoesNothing()
    {
        DeadlineHeap heap(10);
        heap.set(3, at(5));
        heap.remove(4);
        QCOMPARE(heap.size(), 1);
        heap.remove(3);
        heap.remove(3);
        QVERIFY(heap.isEmpty());
        QVERIFY(!heap.contains(3));
    }
    void anyOrderOfCalls_keepsTheHeapEqualToASortedSet()
    {
        QRandomGenerator random(20261121);
        DeadlineHeap heap(kPlaces);
        std::map<qint32, Tick> due;
        std::set<std::pair<Tick, qint32>> sorted;
        for (int step = 0; step < 20'000; ++step) {
            const auto place = static_cast<qint32>(random.bounded(kPlaces));
            if (due.contains(place)) {
                sorted.erase({due.at(place), place});
                due.erase(place);
            }
            if (random.bounded(3) == 0) {
                heap.remove(place);
            } else {
                due[place] = at(static_cast<int>(random.bounded(1'000)));
                sorted.insert({due[place], place});
                heap.set(place, due[place]);
            }
            QCOMPARE(heap.size(), static_cast<qint32>(sorted.size()));
            if (!sorted.empty()) {
                QCOMPARE(heap.top().due, sorted.begin()->first);
                QCOMPARE(heap.top().place, sorted.begin()->second);
            }
            if (step % 100 == 0)
                QVERIFY(heap.isConsistent());
        }
    }
};

QTEST_APPLESS_MAIN(TestDeadlineHeap)
#include "tst_deadlineheap.moc"
