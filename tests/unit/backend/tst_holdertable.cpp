// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/ledger/holdertable.h"

#include <QRandomGenerator>
#include <QTest>

#include <map>

using namespace parterre::ledger;

class TestHolderTable : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void find_knowsOnlyWhatWasObtained()
    {
        HolderTable table;
        QVERIFY(!table.find(HolderId(1)));
        QVERIFY(!table.find(kNobody));
        table.obtain(HolderId(1)).count = 5;
        QCOMPARE(table.obtain(HolderId(1)).count, 5);
        QCOMPARE(table.size(), 1);
        table.erase(HolderId(2));
        table.erase(kNobody);
        QCOMPARE(table.size(), 1);
        table.erase(HolderId(1));
        QVERIFY(!table.find(HolderId(1)));
        QCOMPARE(table.obtain(HolderId(1)).count, 0);
    }
    void anyOrderOfCalls_keepsTheTableEqualToAMap()
    {
        QRandomGenerator random(20261121);
        HolderTable table;
        std::map<quint64, qint32> expected;
        for (int step = 0; step < 50'000; ++step) {
            // At first a few, so that chains of collisions come and go in a small table; then enough to grow it.
            const quint64 id = 1 + random.bounded(step < 25'000 ? 40U : 3'000U);
            if (random.bounded(5) < 2) {
                table.erase(HolderId(id));
                expected.erase(id);
            } else {
                table.obtain(HolderId(id)).count = step;
                expected[id] = step;
            }
            QCOMPARE(table.size(), static_cast<qint32>(expected.size()));
            if (step % 50 != 0)
                continue;
            for (const auto &[known, count] : expected) {
                const auto *entry = std::as_const(table).find(HolderId(known));
                QVERIFY(entry);
                QCOMPARE(entry->count, count);
            }
        }
    }
};

QTEST_APPLESS_MAIN(TestHolderTable)
#include "tst_holdertable.moc"
