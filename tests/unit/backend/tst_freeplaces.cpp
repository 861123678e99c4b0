// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/ledger/freeplaces.h"

#include <QRandomGenerator>
#include <QTest>

#include <set>

using namespace parterre::ledger;

class TestFreePlaces : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everything_isFreeAtFirst_data() { sizes(); }
    void everything_isFreeAtFirst()
    {
        QFETCH(const qint32, places);
        const FreePlaces free(places);
        for (qint32 place = 0; place < places; ++place) {
            QVERIFY(free.contains(place));
            QCOMPARE(free.next(place), place);
        }
        QCOMPARE(free.next(places), FreePlaces::kNone);
        QCOMPARE(free.next(places + 10'000'000), FreePlaces::kNone);
    }
    void next_saysWhatASetWouldSay_data() { sizes(); }
    void next_saysWhatASetWouldSay()
    {
        QFETCH(const qint32, places);
        QRandomGenerator random(static_cast<quint32>(places));
        FreePlaces free(places);
        std::set<qint32> set;
        for (qint32 place = 0; place < places; ++place)
            set.insert(place);
        // Emptied until little is left, filled a bit, and so on.
        for (int step = 0; step < 20'000 && places > 0; ++step) {
            const qint32 place = random.bounded(places);
            const bool isFree = random.bounded(8) == 0;
            free.set(place, isFree);
            isFree ? static_cast<void>(set.insert(place)) : static_cast<void>(set.erase(place));
            const qint32 from = random.bounded(places + 2);
            const auto next = set.lower_bound(from);
            QCOMPARE(free.next(from), next == set.end() ? FreePlaces::kNone : *next);
            QCOMPARE(free.contains(place), isFree);
        }
    }
    void theLastOneOfManyIsFound()
    {
        FreePlaces free(500'000);
        for (qint32 place = 0; place < 500'000; ++place)
            free.set(place, false);
        QCOMPARE(free.next(0), FreePlaces::kNone);
        free.set(499'999, true);
        QCOMPARE(free.next(0), 499'999);
        QCOMPARE(free.next(499'999), 499'999);
    }

private:
    static void sizes()
    {
        QTest::addColumn<qint32>("places");
        for (const qint32 places : {0, 1, 2, 63, 64, 65, 127, 128, 4'095, 4'096, 4'097, 20'000})
            QTest::addRow("%d", places) << places;
    }
};

QTEST_APPLESS_MAIN(TestFreePlaces)
#include "tst_freeplaces.moc"
