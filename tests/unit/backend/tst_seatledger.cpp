// SPDX-License-Identifier: GPL-3.0-or-later
#include "seatledgerfixture.h"

using namespace parterre;
using namespace parterre::ledger;

class TestSeatLedger : public SeatLedgerFixture
{
    Q_OBJECT

private Q_SLOTS:
    // ---- Building
    void build_startsWithWhatIsSoldAndBlocked()
    {
        QCOMPARE(m_ledger->stateOf(0), SeatState::Free);
        QCOMPARE(m_ledger->stateOf(8), SeatState::Sold);
        QCOMPARE(m_ledger->stateOf(9), SeatState::Blocked);
        QCOMPARE(m_ledger->freeCount(), 8);
        QCOMPARE(m_ledger->count(SeatState::Sold), 1);
        QCOMPARE(m_ledger->revision(), kEpochBase);
        QVERIFY(!m_ledger->hasChanges());
        QVERIFY(!m_ledger->nextDeadline());
    }
    void build_countsAPlaceInBothListsAsSoldOnce()
    {
        const Places sold {1, 1, 2}, blocked {2, 3};
        build({.seats = 4, .sold = sold, .blocked = blocked});
        QCOMPARE(m_ledger->stateOf(2), SeatState::Sold);
        QCOMPARE(m_ledger->count(SeatState::Sold), 2);
        QCOMPARE(m_ledger->count(SeatState::Blocked), 1);
        QCOMPARE(m_ledger->freeCount(), 1);
    }
    void build_refusesPlacesThePlanDoesNotHave()
    {
        const Places bad {3, 4, -1};
        COMPARE_ERROR(SeatLedger::build({.seats = 4, .sold = bad}), ErrorCode::UnknownPlace, {-1, 4});
        COMPARE_ERROR(SeatLedger::build({.seats = 4, .blocked = bad}), ErrorCode::UnknownPlace, {-1, 4});
    }
    void build_refusesImpossibleStarts()
    {
        COMPARE_ERROR(SeatLedger::build({.seats = -1}), ErrorCode::InvalidParams, {});
        COMPARE_ERROR(SeatLedger::build({.seats = kMaxLedgerSeats + 1}), ErrorCode::InvalidParams, {});
        COMPARE_ERROR(SeatLedger::build({.seats = 1, .epoch = 0}), ErrorCode::InvalidParams, {});
        COMPARE_ERROR(SeatLedger::build({.seats = 1, .epoch = kMaxEpoch + 1}), ErrorCode::InvalidParams, {});
        COMPARE_ERROR(SeatLedger::build({.seats = 1, .rules = {0ms, 1s, 2}}), ErrorCode::InvalidParams, {});
        COMPARE_ERROR(SeatLedger::build({.seats = 1, .rules = {1s, -1ms, 2}}), ErrorCode::InvalidParams, {});
        COMPARE_ERROR(SeatLedger::build({.seats = 1, .rules = {1s, 1s, -1}}), ErrorCode::InvalidParams, {});
        COMPARE_ERROR(SeatLedger::build({.seats = 1, .rules = {1s, 1s, kMaxExtensionsLimit + 1}}), ErrorCode::InvalidParams, {});
    }
    void build_versionsOfALaterEpochAreAboveAllEarlierOnesAndSurviveJson()
    {
        acquire(kAnna, {0});
        const qint64 before = m_ledger->versionOf(0);
        build({.seats = 10, .epoch = 8});
        QVERIFY(m_ledger->versionOf(0) > before);
        build({.seats = 10, .epoch = kMaxEpoch});
        QVERIFY(m_ledger->versionOf(0) < qint64(1) << 53);
        QCOMPARE(qint64(double(m_ledger->versionOf(0) + 1)), m_ledger->versionOf(0) + 1);
    }
    void build_goesOnAboveAnotherLedgerOfItsEpoch()
    {
        acquire(kAnna, {0, 1, 2});
        const qint64 before = m_ledger->highest();
        build({.seats = 3, .epoch = 7, .above = before});
        QVERIFY(m_ledger->revision() >= before);
        QVERIFY(acquire(kAnna, {0}).front().version > before);
        build({.seats = 3, .epoch = 8, .above = before});
        QCOMPARE(m_ledger->revision(), qint64(8) << 32);
    }
    void setRules_isForWhatIsGrantedAndExtendedFromThenOn()
    {
        acquire(kAnna, {0});
        const Tick promised = deadlineOf(kAnna, 0);
        m_ledger->setRules({.holdTime = 5s, .extensionTime = 1s, .maxExtensions = 0});
        QCOMPARE(deadlineOf(kAnna, 0), promised);
        QCOMPARE(acquire(kBela, {1}).front().deadline, m_now + 5s);
        QCOMPARE(m_ledger->holdsOf(kAnna).front().extensionsLeft, 0);
        COMPARE_ERROR(m_ledger->extend(kAnna, Places {0}, m_now), ErrorCode::TooManyExtensions, {0});
        m_ledger->expire(m_now + 5s);
        QCOMPARE(m_ledger->stateOf(0), SeatState::Held);
        QCOMPARE(m_ledger->stateOf(1), SeatState::Free);
    }
    void build_fiveHundredThousandSeats()
    {
        Places sold;
        for (qint32 place = 0; place < kMaxLedgerSeats; place += 5)
            sold.push_back(place);
        build({.seats = kMaxLedgerSeats, .sold = sold});
        QCOMPARE(m_ledger->freeCount(), 400'000);
        for (qint32 group = 0; group < kMaxLedgerSeats / 5; ++group) {
            const Places places {5 * group + 1, 5 * group + 2, 5 * group + 3, 5 * group + 4};
            m_now += 1ms;
            QCOMPARE(acquire(HolderId(group + 1), places).size(), std::size_t(4));
        }
        QCOMPARE(m_ledger->freeCount(), 0);
        QCOMPARE(LedgerInvariants::broken(*m_ledger), QStringList());
        QCOMPARE(m_ledger->takeChanges().seats.size(), std::size_t(400'000));
        m_ledger->expire(m_now + 600s);
        QCOMPARE(m_ledger->freeCount(), 400'000);
        QCOMPARE(m_ledger->takeEnded().size(), std::size_t(400'000));
    }

    // ---- Acquire
    void acquire_grantsAllPlacesInTheOrderAsked()
    {
        const auto grants = acquire(kAnna, {3, 1});
        QCOMPARE(grants.size(), std::size_t(2));
        QCOMPARE(grants[0], (Grant {3, kEpochBase + 1, kStart + kHoldTime, 2, false}));
        QCOMPARE(grants[1], (Grant {1, kEpochBase + 2, kStart + kHoldTime, 2, false}));
        QCOMPARE(m_ledger->holdsOf(kAnna), grants);
        QCOMPARE(m_ledger->holderOf(3), std::optional(kAnna));
        QCOMPARE(m_ledger->stateOf(1), SeatState::Held);
        QCOMPARE(m_ledger->freeCount(), 6);
        QCOMPARE(m_ledger->heldCount(kAnna), 2);
    }
    void acquire_ofNothingGrantsNothing()
    {
        const Picture before = picture();
        const auto got = m_ledger->acquire(kAnna, {}, kLimit, m_now);
        QVERIFY(got.ok());
        QVERIFY(got->empty());
        QCOMPARE(picture(), before);
    }
    void acquire_takesAPlaceNamedTwiceAsOne()
    {
        QCOMPARE(acquire(kAnna, {3, 3, 4, 3}).size(), std::size_t(2));
        QCOMPARE(m_ledger->heldCount(kAnna), 2);
    }
    void acquire_againReturnsTheSameHoldUnextended()
    {
        const auto first = acquire(kAnna, {3});
        m_now += 5s;
        const qint64 revision = m_ledger->revision();
        QCOMPARE(acquire(kAnna, {3}), first);
        QCOMPARE(m_ledger->revision(), revision);
        const auto mixed = acquire(kAnna, {3, 4});
        QCOMPARE(mixed[0], first[0]);
        QCOMPARE(mixed[1].deadline, m_now + kHoldTime);
    }
    void acquire_refusesWhatAnotherHoldsOwnsOrBlocks()
    {
        acquire(kBela, {2, 3});
        const Picture before = picture();
        COMPARE_ERROR(m_ledger->acquire(kAnna, Places {9, 1, 3, 8, 3}, kLimit, m_now), ErrorCode::SeatTaken, {3, 8, 9});
        QCOMPARE(picture(), before);
    }
    void acquire_refusesPlacesThePlanDoesNotHave()
    {
        const Picture before = picture();
        COMPARE_ERROR(m_ledger->acquire(kAnna, Places {1, 10, -1, 10}, kLimit, m_now), ErrorCode::UnknownPlace, {-1, 10});
        QCOMPARE(picture(), before);
    }
    void acquire_refusesMoreThanTheLimitAndTellsIt()
    {
        QCOMPARE(acquire(kAnna, {0, 1, 2, 3, 4}).size(), std::size_t(5));
        const Picture before = picture();
        const auto refused = m_ledger->acquire(kAnna, Places {5, 6}, kLimit, m_now);
        QVERIFY(!refused.ok());
        QCOMPARE(refused.error().code, ErrorCode::TooManySeats);
        QCOMPARE(refused.error().limit, std::optional<qint64>(kLimit));
        QCOMPARE(picture(), before);
        QCOMPARE(acquire(kAnna, {4, 4, 5}).size(), std::size_t(2));
    }
    void acquire_repeatsAtTheLimitAndAboveALoweredOne()
    {
        acquire(kAnna, {0, 1, 2, 3, 4, 5});
        QCOMPARE(acquire(kAnna, {0, 1, 2, 3, 4, 5}).size(), std::size_t(6));
        QVERIFY(m_ledger->acquire(kAnna, Places {0}, 2, m_now).ok());
        QVERIFY(!m_ledger->acquire(kAnna, Places {6}, 2, m_now).ok());
    }
    void acquire_refusesTheHoldersOwnSeatsInCheckout()
    {
        acquire(kAnna, {1, 2});
        freeze(kAnna, {1});
        COMPARE_ERROR(m_ledger->acquire(kAnna, Places {1, 2, 3}, kLimit, m_now), ErrorCode::CheckoutRunning, {1});
        COMPARE_ERROR(m_ledger->acquire(kBela, Places {1, 3}, kLimit, m_now), ErrorCode::SeatTaken, {1});
    }
    void acquire_takesAnExpiredSeatNobodySweptAndTellsTheOldHolder()
    {
        const auto old = acquire(kAnna, {3});
        m_now += kHoldTime;
        const auto fresh = acquire(kBela, {3});
        QCOMPARE(fresh.size(), std::size_t(1));
        QVERIFY(fresh[0].version > old[0].version);
        QCOMPARE(m_ledger->takeEnded(), (std::vector<EndedHold> {{kAnna, 3, old[0].version, HoldEndReason::Expired}}));
        QVERIFY(m_ledger->takeEnded().empty());
    }
    void acquire_leavesASeatItsHolderUntilTheLastMillisecond()
    {
        acquire(kAnna, {3});
        m_now += kHoldTime - 1ms;
        QVERIFY(acquire(kBela, {3}).empty());
        QCOMPARE(m_ledger->holderOf(3), std::optional(kAnna));
        m_now += 1ms;
        QCOMPARE(acquire(kBela, {3}).size(), std::size_t(1));
    }
    void acquire_ofTheHoldersOwnExpiredSeatIsANewGrant()
    {
        const auto old = acquire(kAnna, {3});
        m_now += kHoldTime;
        const auto fresh = acquire(kAnna, {3});
        QVERIFY(fresh[0].version > old[0].version);
        QCOMPARE(fresh[0].deadline, m_now + kHoldTime);
        QCOMPARE(onlyEnd(), HoldEndReason::Expired);
    }

    // ---- Release
    void release_freesTheSeats()
    {
        acquire(kAnna, {1, 2, 3});
        QVERIFY(m_ledger->release(kAnna, Places {3, 1, 3}, m_now).ok());
        QCOMPARE(m_ledger->stateOf(1), SeatState::Free);
        QCOMPARE(m_ledger->holderOf(3), std::nullopt);
        QCOMPARE(m_ledger->heldCount(kAnna), 1);
        const auto ended = m_ledger->takeEnded();
        QCOMPARE(ended.size(), std::size_t(2));
        QCOMPARE(ended[0].reason, HoldEndReason::Released);
        QVERIFY(m_ledger->release(kAnna, {}, m_now).ok());
    }
    void release_refusesSeatsTheHolderDoesNotHold()
    {
        acquire(kAnna, {1, 2});
        acquire(kBela, {3});
        const Picture before = picture();
        COMPARE_ERROR(m_ledger->release(kAnna, Places {1, 8, 3, 4}, m_now), ErrorCode::NotHeld, {3, 4, 8});
        COMPARE_ERROR(m_ledger->release(kAnna, Places {1, 99}, m_now), ErrorCode::UnknownPlace, {99});
        QCOMPARE(picture(), before);
    }
    void release_refusesExpiredSeats()
    {
        acquire(kAnna, {1});
        m_now += kHoldTime;
        COMPARE_ERROR(m_ledger->release(kAnna, Places {1}, m_now), ErrorCode::NotHeld, {1});
        QCOMPARE(onlyEnd(), HoldEndReason::Expired);
    }
    void release_refusesSeatsInCheckout()
    {
        acquire(kAnna, {1, 2});
        freeze(kAnna, {2});
        const Picture before = picture();
        COMPARE_ERROR(m_ledger->release(kAnna, Places {1, 2}, m_now), ErrorCode::CheckoutRunning, {2});
        QCOMPARE(picture(), before);
    }
    void releaseAll_freesEverythingAndMayBeRepeated()
    {
        acquire(kAnna, {1, 2, 3});
        acquire(kBela, {4});
        m_ledger->releaseAll(kAnna, m_now);
        m_ledger->releaseAll(kAnna, m_now);
        QVERIFY(m_ledger->holdsOf(kAnna).empty());
        QCOMPARE(m_ledger->heldCount(kBela), 1);
        const auto ended = m_ledger->takeEnded();
        QCOMPARE(ended.size(), std::size_t(3));
        QCOMPARE(ended[0].reason, HoldEndReason::LoggedOut);
    }
    void releaseAll_letsACheckoutFinish()
    {
        acquire(kAnna, {1, 2, 3});
        const auto sells = freeze(kAnna, {1});
        const auto fails = freeze(kAnna, {2});
        m_ledger->releaseAll(kAnna, m_now);
        QCOMPARE(m_ledger->stateOf(3), SeatState::Free);
        QCOMPARE(m_ledger->stateOf(1), SeatState::Held);
        m_ledger->takeEnded();
        QVERIFY(m_ledger->commit(sells, m_now).ok());
        QVERIFY(m_ledger->thaw(fails, m_now).ok());
        QCOMPARE(m_ledger->stateOf(1), SeatState::Sold);
        QCOMPARE(m_ledger->stateOf(2), SeatState::Free);
        QCOMPARE(onlyEnd(), HoldEndReason::LoggedOut);
    }

    // ---- Extend
    void extend_givesTheLaterOfOldAndNewDeadline()
    {
        acquire(kAnna, {1});
        m_now += 100s;
        const auto got = m_ledger->extend(kAnna, Places {1, 1}, m_now);
        QVERIFY(got.ok());
        QCOMPARE(got->size(), std::size_t(1));
        QCOMPARE(got->front(), (Grant {1, kEpochBase + 1, m_now + kExtensionTime, 1, false}));
        QCOMPARE(m_ledger->nextDeadline(), std::optional(m_now + kExtensionTime));

        build({.seats = 10, .rules = {600s, 60s, 2}});
        acquire(kAnna, {1});
        QCOMPARE(m_ledger->extend(kAnna, Places {1}, m_now)->front().deadline, m_now + 600s);
    }
    void extend_isNotAVisibleChange()
    {
        acquire(kAnna, {1});
        m_ledger->takeChanges();
        QVERIFY(m_ledger->extend(kAnna, Places {1}, m_now).ok());
        QVERIFY(!m_ledger->hasChanges());
    }
    void extend_refusesTheThirdTimeAndTellsTheLimit()
    {
        acquire(kAnna, {1, 2});
        QVERIFY(m_ledger->extend(kAnna, Places {1}, m_now).ok());
        QVERIFY(m_ledger->extend(kAnna, Places {1}, m_now).ok());
        const Picture before = picture();
        COMPARE_ERROR(m_ledger->extend(kAnna, Places {2, 1}, m_now), ErrorCode::TooManyExtensions, {1});
        QCOMPARE(m_ledger->extend(kAnna, Places {1}, m_now).error().limit, std::optional<qint64>(2));
        QCOMPARE(picture(), before);
        QVERIFY(m_ledger->release(kAnna, Places {1}, m_now).ok());
        QCOMPARE(acquire(kAnna, {1})[0].extensionsLeft, 2);
    }
    void extend_refusesAtTheDeadlineButNotBefore()
    {
        acquire(kAnna, {1, 2});
        m_now += kHoldTime - 1ms;
        QVERIFY(m_ledger->extend(kAnna, Places {1}, m_now).ok());
        m_now += 1ms;
        COMPARE_ERROR(m_ledger->extend(kAnna, Places {1, 2}, m_now), ErrorCode::HoldExpired, {2});
        QCOMPARE(deadlineOf(kAnna, 1), m_now - 1ms + kExtensionTime);
    }
    void extend_refusesSeatsOfOthersUnknownAndFrozenOnes()
    {
        acquire(kAnna, {1, 2});
        acquire(kBela, {3});
        freeze(kAnna, {2});
        const Picture before = picture();
        COMPARE_ERROR(m_ledger->extend(kAnna, Places {1, 3, 0}, m_now), ErrorCode::NotHeld, {0, 3});
        COMPARE_ERROR(m_ledger->extend(kAnna, Places {1, -5}, m_now), ErrorCode::UnknownPlace, {-5});
        COMPARE_ERROR(m_ledger->extend(kAnna, Places {1, 2}, m_now), ErrorCode::CheckoutRunning, {2});
        QCOMPARE(picture(), before);
    }
    void extend_stillSaysExpiredAfterAnotherTookTheSeat()
    {
        acquire(kAnna, {1});
        m_now += kHoldTime;
        acquire(kBela, {1});
        COMPARE_ERROR(m_ledger->extend(kAnna, Places {1}, m_now), ErrorCode::HoldExpired, {1});
        QVERIFY(m_ledger->release(kBela, Places {1}, m_now).ok());
        acquire(kAnna, {1});
        QVERIFY(m_ledger->release(kAnna, Places {1}, m_now).ok());
        COMPARE_ERROR(m_ledger->extend(kAnna, Places {1}, m_now), ErrorCode::NotHeld, {1});
    }

    // ---- Expiry
    void expire_endsExactlyWhatIsDue()
    {
        acquire(kAnna, {1});
        m_now += 1ms;
        acquire(kBela, {0});
        QCOMPARE(m_ledger->nextDeadline(), std::optional(kStart + kHoldTime));
        m_ledger->expire(kStart + kHoldTime - 1ms);
        QCOMPARE(m_ledger->freeCount(), 6);
        m_ledger->expire(kStart + kHoldTime);
        QCOMPARE(m_ledger->stateOf(1), SeatState::Free);
        QCOMPARE(m_ledger->stateOf(0), SeatState::Held);
        QCOMPARE(m_ledger->nextDeadline(), std::optional(kStart + kHoldTime + 1ms));
        m_ledger->expire(kStart + kHoldTime + 1h);
        QCOMPARE(m_ledger->freeCount(), 8);
        QVERIFY(!m_ledger->nextDeadline());
    }
    void expire_endsEqualDeadlinesInPlaceOrder()
    {
        acquire(kAnna, {5, 2, 7});
        m_ledger->expire(m_now + kHoldTime);
        const auto ended = m_ledger->takeEnded();
        QCOMPARE(ended.size(), std::size_t(3));
        QCOMPARE(ended[0].place, 2);
        QCOMPARE(ended[1].place, 5);
        QCOMPARE(ended[2].place, 7);
    }
    void expire_neverRunsBackwards()
    {
        m_ledger->expire(kStart + 10s);
        m_now = kStart;
        QCOMPARE(acquire(kAnna, {1})[0].deadline, kStart + 10s + kHoldTime);
    }

    // ---- Loss and return of the holder
    void holderLost_endsHoldsAfterTheGrace()
    {
        acquire(kAnna, {1});
        m_ledger->holderLost(kAnna, m_now, 30s);
        QCOMPARE(m_ledger->nextDeadline(), std::optional(m_now + 30s));
        m_ledger->expire(m_now + 30s - 1ms);
        QCOMPARE(m_ledger->heldCount(kAnna), 1);
        m_ledger->expire(m_now + 30s);
        QCOMPARE(m_ledger->heldCount(kAnna), 0);
        QCOMPARE(onlyEnd(), HoldEndReason::SessionLost);
        COMPARE_ERROR(m_ledger->extend(kAnna, Places {1}, m_now + 30s), ErrorCode::HoldExpired, {1});
    }
    void holderLost_withoutGraceEndsHoldsAtOnce()
    {
        acquire(kAnna, {1, 2});
        acquire(kBela, {3});
        m_ledger->holderLost(kAnna, m_now, 0ms);
        QCOMPARE(m_ledger->freeCount(), 7);
        QCOMPARE(m_ledger->takeEnded().size(), std::size_t(2));
    }
    void holderLost_neverOutlivesTheDeadline()
    {
        acquire(kAnna, {1});
        m_now += kHoldTime - 10s;
        m_ledger->holderLost(kAnna, m_now, 30s);
        m_ledger->expire(m_now + 10s);
        QCOMPARE(onlyEnd(), HoldEndReason::Expired);
    }
    void holderLost_withAGraceThatEndsAtTheDeadlineIsAnExpiry()
    {
        acquire(kAnna, {1});
        m_ledger->holderLost(kAnna, m_now, kHoldTime);
        m_ledger->expire(m_now + kHoldTime);
        QCOMPARE(onlyEnd(), HoldEndReason::Expired);
    }
    void holderLost_doesNotFollowTheSeatToItsNextGrant()
    {
        acquire(kAnna, {1});
        m_ledger->holderLost(kAnna, m_now, 30s);
        QVERIFY(m_ledger->release(kAnna, Places {1}, m_now).ok());
        QCOMPARE(acquire(kBela, {1})[0].deadline, m_now + kHoldTime);
    }
    void holderLost_twiceNeverAddsTime()
    {
        acquire(kAnna, {1});
        m_ledger->holderLost(kAnna, m_now, 30s);
        m_ledger->holderLost(kAnna, m_now + 20s, 30s);
        QCOMPARE(m_ledger->nextDeadline(), std::optional(m_now + 30s));
    }
    void holderLost_capsExtensionsButNotLaterGrants()
    {
        acquire(kAnna, {1});
        m_ledger->holderLost(kAnna, m_now, 30s);
        QCOMPARE(m_ledger->extend(kAnna, Places {1}, m_now)->front().deadline, m_now + 30s);
        QCOMPARE(acquire(kAnna, {2})[0].deadline, m_now + kHoldTime);
        m_ledger->holderBack(kAnna, m_now);
        QCOMPARE(deadlineOf(kAnna, 1), m_now + kExtensionTime);
    }
    void holderBack_restoresTheDeadlines()
    {
        acquire(kAnna, {1});
        m_now += 5s;
        m_ledger->holderLost(kAnna, m_now, 30s);
        m_ledger->holderBack(kAnna, m_now + 30s - 1ms);
        QCOMPARE(deadlineOf(kAnna, 1), kStart + kHoldTime);
        QCOMPARE(m_ledger->nextDeadline(), std::optional(kStart + kHoldTime));
        QVERIFY(m_ledger->takeEnded().empty());
    }
    void holderBack_comesTooLateAtTheEndOfTheGrace()
    {
        acquire(kAnna, {1});
        m_ledger->holderLost(kAnna, m_now, 30s);
        m_ledger->holderBack(kAnna, m_now + 30s);
        QCOMPARE(m_ledger->heldCount(kAnna), 0);
        QCOMPARE(onlyEnd(), HoldEndReason::SessionLost);
    }

    // ---- Telling
    void takeChanges_tellsTheLastStateOfEachPlaceOnce()
    {
        acquire(kAnna, {1, 2});
        QVERIFY(m_ledger->release(kAnna, Places {1}, m_now).ok());
        QVERIFY(m_ledger->commit(freeze(kAnna, {2}), m_now).ok());
        const auto changes = m_ledger->takeChanges();
        QCOMPARE(changes.from, kEpochBase);
        QCOMPARE(changes.to, kEpochBase + 3);
        QCOMPARE(changes.seats, (std::vector<SeatChange> {{1, SeatState::Free}, {2, SeatState::Sold}}));
        QCOMPARE(m_ledger->takeChanges(), (SeatChanges {changes.to, changes.to, {}}));
    }
    void revision_risesOncePerCallThatChangedSomething()
    {
        acquire(kAnna, {1, 2, 3});
        QCOMPARE(m_ledger->revision(), kEpochBase + 1);
        m_ledger->expire(m_now);
        QCOMPARE(m_ledger->revision(), kEpochBase + 1);
        m_now += kHoldTime;
        acquire(kBela, {1, 5}); // three holds end and two begin
        QCOMPARE(m_ledger->revision(), kEpochBase + 2);
        QCOMPARE(m_ledger->takeChanges().seats.size(), std::size_t(4));
    }
    void states_areOnesOwnToPack()
    {
        acquire(kAnna, {1});
        const auto unpacked = unpackSeatStates(packSeatStates(m_ledger->states()), 10);
        QVERIFY(unpacked.has_value());
        QCOMPARE((*unpacked)[1], SeatState::Held);
        QCOMPARE((*unpacked)[8], SeatState::Sold);
    }
    void holders_byTheThousandComeAndGo()
    {
        build({.seats = 5000, .rules = {kHoldTime, kExtensionTime, 2}});
        for (int round = 0; round < 3; ++round) {
            for (qint32 i = 0; i < 5000; ++i)
                QCOMPARE(acquire(HolderId(quint64(i) * 64 + 1), {i}).size(), std::size_t(1));
            QCOMPARE(LedgerInvariants::broken(*m_ledger), QStringList());
            for (qint32 i = 0; i < 5000; i += 1 + i % 2)
                QVERIFY(m_ledger->release(HolderId(quint64(i) * 64 + 1), Places {i}, m_now).ok());
            QCOMPARE(LedgerInvariants::broken(*m_ledger), QStringList());
            for (qint32 i = 0; i < 5000; ++i)
                m_ledger->releaseAll(HolderId(quint64(i) * 64 + 1), m_now);
            QCOMPARE(m_ledger->freeCount(), 5000);
        }
    }
};

QTEST_APPLESS_MAIN(TestSeatLedger)
#include "tst_seatledger.moc"
