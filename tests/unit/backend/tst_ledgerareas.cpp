// SPDX-License-Identifier: GPL-3.0-or-later
#include "seatledgerfixture.h"

using namespace parterre;
using namespace parterre::ledger;

// Which places of an area are to be had.
class TestLedgerAreas : public SeatLedgerFixture
{
    Q_OBJECT

private Q_SLOTS:
    void lowestFree_namesThoseOfTheRangeFirst()
    {
        acquire(kAnna, {1, 3});
        const auto free = [this](qint32 first, qint32 end, qint32 most) {
            const auto places = m_ledger->lowestFree(first, end, most, m_now);
            return Places(places.begin(), places.end());
        };
        QCOMPARE(free(0, 10, 3), (Places {0, 2, 4}));
        QCOMPARE(free(2, 5, 3), (Places {2, 4}));
        QCOMPARE(free(8, 10, 1), Places());
        QCOMPARE(free(0, 10, 0), Places());
        QVERIFY(m_ledger->release(kAnna, Places {1}, m_now).ok());
        QCOMPARE(free(0, 10, 2), (Places {0, 1}));
    }
    void lowestFree_countsWhatTimeHasTakenBack()
    {
        acquire(kAnna, {0, 1});
        m_now += kHoldTime;
        const auto places = m_ledger->lowestFree(0, 10, 1, m_now);
        QCOMPARE(Places(places.begin(), places.end()), Places {0});
        QVERIFY(m_ledger->hasChanges());
    }
    void lowestFree_followsEveryMove()
    {
        const auto first = [this] {
            const auto places = m_ledger->lowestFree(0, 10, 1, m_now);
            return places.empty() ? -1 : places.front();
        };
        acquire(kAnna, {0});
        QCOMPARE(first(), 1);
        const CheckoutToken token = freeze(kAnna, {0});
        QVERIFY(m_ledger->commit(token, m_now).ok());
        QCOMPARE(first(), 1);
        QVERIFY(m_ledger->freeSold(Places {0}, m_now).ok());
        QCOMPARE(first(), 0);
        QVERIFY(m_ledger->block(Places {0, 1}, m_now).ok());
        QCOMPARE(first(), 2);
        QVERIFY(m_ledger->unblock(Places {1}, m_now).ok());
        QCOMPARE(first(), 1);
    }
};

QTEST_APPLESS_MAIN(TestLedgerAreas)
#include "tst_ledgerareas.moc"
