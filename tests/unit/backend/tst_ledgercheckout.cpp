// SPDX-License-Identifier: GPL-3.0-or-later
#include "seatledgerfixture.h"

using namespace parterre;
using namespace parterre::ledger;

class TestLedgerCheckout : public SeatLedgerFixture
{
    Q_OBJECT

private Q_SLOTS:
    // ---- Checkout
    void commit_sellsTheFrozenSeats()
    {
        acquire(kAnna, {1, 2, 3});
        const auto token = freeze(kAnna, {3, 1, 3});
        QCOMPARE(m_ledger->stateOf(1), SeatState::Held);
        QVERIFY(m_ledger->holdsOf(kAnna)[0].frozen);
        QVERIFY(m_ledger->commit(token, m_now).ok());
        QCOMPARE(m_ledger->stateOf(1), SeatState::Sold);
        QCOMPARE(m_ledger->stateOf(3), SeatState::Sold);
        QCOMPARE(m_ledger->stateOf(2), SeatState::Held);
        QCOMPARE(m_ledger->holderOf(1), std::nullopt);
        QCOMPARE(m_ledger->heldCount(kAnna), 1);
        QVERIFY(m_ledger->takeEnded().empty());
    }
    void commit_andThawKnowEachTokenOnce()
    {
        acquire(kAnna, {1, 2});
        const auto first = freeze(kAnna, {1});
        QVERIFY(m_ledger->commit(first, m_now).ok());
        COMPARE_ERROR(m_ledger->commit(first, m_now), ErrorCode::NotFound, {});
        COMPARE_ERROR(m_ledger->thaw(first, m_now), ErrorCode::NotFound, {});
        const auto second = freeze(kAnna, {2}); // takes the place of the first
        COMPARE_ERROR(m_ledger->thaw(first, m_now), ErrorCode::NotFound, {});
        COMPARE_ERROR(m_ledger->commit(CheckoutToken {}, m_now), ErrorCode::NotFound, {});
        CheckoutToken otherLedgers = second;
        otherLedgers.epoch = 6;
        COMPARE_ERROR(m_ledger->commit(otherLedgers, m_now), ErrorCode::NotFound, {});
        QVERIFY(m_ledger->commit(second, m_now).ok());
    }
    void freeze_refusesOldVersions()
    {
        acquire(kAnna, {1, 2});
        const auto old = fences({1, 2});
        QVERIFY(m_ledger->release(kAnna, Places {1}, m_now).ok());
        COMPARE_ERROR(m_ledger->freeze(kAnna, old, m_now), ErrorCode::NotHeld, {1});
        acquire(kAnna, {1});
        const Picture before = picture();
        COMPARE_ERROR(m_ledger->freeze(kAnna, old, m_now), ErrorCode::StaleVersion, {1});
        COMPARE_ERROR(m_ledger->freeze(kAnna, std::vector<Fence> {{2, old[1].version}, {2, 1}}, m_now), ErrorCode::StaleVersion, {2});
        QCOMPARE(picture(), before);
        QVERIFY(m_ledger->freeze(kAnna, fences({1, 2}), m_now).ok());
    }
    void freeze_refusesVersionsFromBeforeARestart()
    {
        acquire(kAnna, {1});
        const auto old = fences({1});
        build({.seats = 10, .epoch = 8});
        COMPARE_ERROR(m_ledger->freeze(kAnna, old, m_now), ErrorCode::NotHeld, {1});
        acquire(kAnna, {1});
        COMPARE_ERROR(m_ledger->freeze(kAnna, old, m_now), ErrorCode::StaleVersion, {1});
    }
    void freeze_refusesOthersUnknownFrozenAndNoSeats()
    {
        acquire(kAnna, {1, 2});
        acquire(kBela, {3});
        freeze(kAnna, {2});
        const Picture before = picture();
        COMPARE_ERROR(m_ledger->freeze(kAnna, fences({1, 3, 8}), m_now), ErrorCode::NotHeld, {3, 8});
        COMPARE_ERROR(m_ledger->freeze(kAnna, fences({1, 2}), m_now), ErrorCode::CheckoutRunning, {2});
        COMPARE_ERROR(m_ledger->freeze(kAnna, std::vector<Fence> {{10, 1}}, m_now), ErrorCode::UnknownPlace, {10});
        COMPARE_ERROR(m_ledger->freeze(kAnna, {}, m_now), ErrorCode::InvalidParams, {});
        QCOMPARE(picture(), before);
    }
    void freeze_refusesAtTheDeadlineButNotBefore()
    {
        acquire(kAnna, {1, 2});
        m_now += kHoldTime - 1ms;
        const auto seats = fences({1, 2});
        QVERIFY(m_ledger->freeze(kAnna, std::vector<Fence> {seats[0]}, m_now).ok());
        m_now += 1ms;
        COMPARE_ERROR(m_ledger->freeze(kAnna, std::vector<Fence> {seats[1]}, m_now), ErrorCode::HoldExpired, {2});
    }
    void freeze_keepsSeatsFromExpiringAndFromBeingLost()
    {
        acquire(kAnna, {1});
        const auto token = freeze(kAnna, {1});
        QVERIFY(!m_ledger->nextDeadline());
        m_ledger->holderLost(kAnna, m_now, 0ms);
        m_ledger->expire(m_now + 24h);
        QCOMPARE(m_ledger->stateOf(1), SeatState::Held);
        COMPARE_ERROR(m_ledger->acquire(kBela, Places {1}, kLimit, m_now + 24h), ErrorCode::SeatTaken, {1});
        QVERIFY(m_ledger->commit(token, m_now + 24h).ok());
        QCOMPARE(m_ledger->stateOf(1), SeatState::Sold);
    }
    void thaw_givesBackTheTimeThatWasLeft()
    {
        acquire(kAnna, {1});
        const qint64 version = m_ledger->versionOf(1);
        m_now += 400s;
        const auto token = freeze(kAnna, {1});
        m_now += 3600s;
        const qint64 revision = m_ledger->revision();
        QVERIFY(m_ledger->thaw(token, m_now).ok());
        QCOMPARE(m_ledger->holdsOf(kAnna), (std::vector<Grant> {{1, version, m_now + 200s, 2, false}}));
        QCOMPARE(m_ledger->revision(), revision);
        m_ledger->expire(m_now + 200s - 1ms);
        QCOMPARE(m_ledger->stateOf(1), SeatState::Held);
        m_ledger->expire(m_now + 200s);
        QCOMPARE(m_ledger->stateOf(1), SeatState::Free);
    }
    void thaw_freesTheSeatsOfAHolderWhoseGraceIsOver()
    {
        acquire(kAnna, {1});
        const auto token = freeze(kAnna, {1});
        m_ledger->holderLost(kAnna, m_now, 30s);
        QVERIFY(m_ledger->thaw(token, m_now + 30s).ok());
        QCOMPARE(m_ledger->stateOf(1), SeatState::Free);
        QCOMPARE(onlyEnd(), HoldEndReason::SessionLost);
    }
    void close_endsEverybodysHoldsButWhatIsBeingSold()
    {
        acquire(kAnna, {1, 2});
        acquire(kBela, {3});
        QVERIFY(!m_ledger->hasCheckouts());
        const auto token = freeze(kAnna, {1});
        QVERIFY(m_ledger->hasCheckouts());
        m_ledger->close(m_now);
        QCOMPARE(m_ledger->stateOf(1), SeatState::Held);
        QCOMPARE(m_ledger->stateOf(2), SeatState::Free);
        QCOMPARE(m_ledger->stateOf(3), SeatState::Free);
        QCOMPARE(m_ledger->stateOf(8), SeatState::Sold);
        QCOMPARE(m_ledger->stateOf(9), SeatState::Blocked);
        const auto ended = m_ledger->takeEnded();
        QCOMPARE(ended.size(), std::size_t(2));
        QVERIFY(std::all_of(ended.begin(), ended.end(), [](const EndedHold &hold) { return hold.reason == HoldEndReason::EventClosed; }));
        QVERIFY(m_ledger->commit(token, m_now).ok());
        QCOMPARE(m_ledger->stateOf(1), SeatState::Sold);
        QVERIFY(!m_ledger->hasCheckouts());
        m_ledger->close(m_now); // again: nothing is left to end
        QVERIFY(m_ledger->takeEnded().empty());
    }
    void thaw_afterTheEndOfTheSaleFreesTheSeats()
    {
        acquire(kAnna, {1});
        const auto token = freeze(kAnna, {1});
        m_ledger->close(m_now);
        QVERIFY(m_ledger->thaw(token, m_now).ok());
        QCOMPARE(m_ledger->stateOf(1), SeatState::Free);
        QCOMPARE(onlyEnd(), HoldEndReason::EventClosed);
        // The room of that checkout is another's now.
        acquire(kAnna, {1});
        QVERIFY(m_ledger->thaw(freeze(kAnna, {1}), m_now).ok());
        QCOMPARE(m_ledger->stateOf(1), SeatState::Held);
    }
    void thaw_withinTheGraceWaitsForTheHolder()
    {
        acquire(kAnna, {1});
        const auto token = freeze(kAnna, {1});
        m_ledger->holderLost(kAnna, m_now, 30s);
        QVERIFY(m_ledger->thaw(token, m_now + 10s).ok());
        QCOMPARE(m_ledger->nextDeadline(), std::optional(m_now + 30s));
        m_ledger->holderBack(kAnna, m_now + 20s);
        QCOMPARE(m_ledger->nextDeadline(), std::optional(m_now + 10s + kHoldTime));
    }
    void thaw_afterTheHolderIsBackGivesTheSeatsBack()
    {
        acquire(kAnna, {1});
        const auto token = freeze(kAnna, {1});
        m_ledger->holderLost(kAnna, m_now, 30s);
        m_ledger->holderBack(kAnna, m_now + 300s);
        QVERIFY(m_ledger->thaw(token, m_now + 300s).ok());
        QCOMPARE(deadlineOf(kAnna, 1), m_now + 300s + kHoldTime);
    }
    void freeSold_freesTheSeatsUnderANewVersion()
    {
        const qint64 before = m_ledger->versionOf(8);
        QVERIFY(m_ledger->freeSold(Places {8, 8}, m_now).ok());
        QCOMPARE(m_ledger->stateOf(8), SeatState::Free);
        QCOMPARE(m_ledger->versionOf(8), before + 1);
        QCOMPARE(m_ledger->freeCount(), 9);
        QCOMPARE(acquire(kAnna, {8})[0].version, before + 2);
    }
    void freeSold_refusesWhatIsNotSold()
    {
        acquire(kAnna, {1});
        const Picture before = picture();
        COMPARE_ERROR(m_ledger->freeSold(Places {8, 1, 0, 9}, m_now), ErrorCode::NotFound, {0, 1, 9});
        COMPARE_ERROR(m_ledger->freeSold(Places {8, 12}, m_now), ErrorCode::UnknownPlace, {12});
        QCOMPARE(picture(), before);
    }

    // ---- Blocks
    void block_andUnblockSwitchFreeSeatsAndMayBeRepeated()
    {
        QVERIFY(m_ledger->block(Places {1, 2, 9, 1}, m_now).ok());
        QCOMPARE(m_ledger->count(SeatState::Blocked), 3);
        QVERIFY(acquire(kAnna, {1}).empty());
        QVERIFY(m_ledger->unblock(Places {1, 9, 0}, m_now).ok());
        QCOMPARE(m_ledger->count(SeatState::Blocked), 1);
        QCOMPARE(m_ledger->freeCount(), 8);
    }
    void block_refusesHeldAndSoldSeats()
    {
        acquire(kAnna, {1});
        const Picture before = picture();
        COMPARE_ERROR(m_ledger->block(Places {0, 1, 8}, m_now), ErrorCode::SeatTaken, {1, 8});
        COMPARE_ERROR(m_ledger->block(Places {0, 10}, m_now), ErrorCode::UnknownPlace, {10});
        QCOMPARE(picture(), before);
        QVERIFY(m_ledger->block(Places {1}, m_now + kHoldTime).ok());
    }
    void unblock_leavesHeldAndSoldSeatsAsTheyAre()
    {
        acquire(kAnna, {1});
        const Picture before = picture();
        QVERIFY(m_ledger->unblock(Places {1, 8}, m_now).ok());
        QCOMPARE(picture(), before);
        COMPARE_ERROR(m_ledger->unblock(Places {9, 10}, m_now), ErrorCode::UnknownPlace, {10});
        QCOMPARE(picture(), before);
    }
    void acquire_takesBlockedSeatsOnlyWhenTold()
    {
        COMPARE_ERROR(m_ledger->acquire(kAnna, Places {1, 9}, 10, m_now), ErrorCode::SeatTaken, {9});
        QVERIFY(m_ledger->acquire(kAnna, Places {1, 9}, 10, m_now, Blocked::MayBeHeld).ok());
        QCOMPARE(m_ledger->stateOf(9), SeatState::Held);
        COMPARE_ERROR(m_ledger->acquire(kBela, Places {9}, 10, m_now, Blocked::MayBeHeld), ErrorCode::SeatTaken, {9});
        COMPARE_ERROR(m_ledger->acquire(kBela, Places {8}, 10, m_now, Blocked::MayBeHeld), ErrorCode::SeatTaken, {8});
    }
    void blockedSeat_isBlockedAgainHoweverItsHoldEnds()
    {
        const auto hold = [this] { return m_ledger->acquire(kAnna, Places {9}, 10, m_now, Blocked::MayBeHeld).ok(); };
        QVERIFY(hold());
        QVERIFY(m_ledger->release(kAnna, Places {9}, m_now).ok());
        QCOMPARE(m_ledger->stateOf(9), SeatState::Blocked);
        QVERIFY(hold());
        m_ledger->releaseAll(kAnna, m_now);
        QCOMPARE(m_ledger->stateOf(9), SeatState::Blocked);
        QVERIFY(hold());
        m_ledger->expire(m_now += kHoldTime);
        QCOMPARE(m_ledger->stateOf(9), SeatState::Blocked);
        QVERIFY(hold());
        const auto token = freeze(kAnna, {9});
        m_ledger->close(m_now);
        QVERIFY(m_ledger->thaw(token, m_now).ok());
        QCOMPARE(m_ledger->stateOf(9), SeatState::Blocked);
    }
    void blockedSeat_isFreeWhenItsTicketIsCancelled()
    {
        QVERIFY(m_ledger->acquire(kAnna, Places {9}, 10, m_now, Blocked::MayBeHeld).ok());
        QVERIFY(m_ledger->commit(freeze(kAnna, {9}), m_now).ok());
        QCOMPARE(m_ledger->stateOf(9), SeatState::Sold);
        QVERIFY(m_ledger->freeSold(Places {9}, m_now).ok());
        QCOMPARE(m_ledger->stateOf(9), SeatState::Free);
    }
    void unblock_ofAHeldSeatLeavesTheHoldAndFreesTheSeatAfterIt()
    {
        QVERIFY(m_ledger->acquire(kAnna, Places {9}, 10, m_now, Blocked::MayBeHeld).ok());
        QVERIFY(m_ledger->unblock(Places {9}, m_now).ok());
        QCOMPARE(m_ledger->holderOf(9), kAnna);
        QVERIFY(m_ledger->release(kAnna, Places {9}, m_now).ok());
        QCOMPARE(m_ledger->stateOf(9), SeatState::Free);
    }
};

QTEST_APPLESS_MAIN(TestLedgerCheckout)
#include "tst_ledgercheckout.moc"
