// SPDX-License-Identifier: GPL-3.0-or-later
#include "serviceworld.h"

using namespace parterre;
using namespace parterre::testing;

// Holds belong to who asked for them, also when the event had to be opened first.
class HoldServiceTest : public QObject
{
    Q_OBJECT

private:
    // Time goes on between any two looks at it, as on a busy machine.
    class BusyClock final : public Clock
    {
    public:
        explicit BusyClock(ManualClock &clock) : m_clock(clock) {}
        [[nodiscard]] Instant utcNow() const override { return pass(), m_clock.utcNow(); }
        [[nodiscard]] Tick steadyNow() const override { return pass(), m_clock.steadyNow(); }

    private:
        void pass() const { m_clock.advance(std::chrono::milliseconds(7)); }

        ManualClock &m_clock;
    };

    TestDatabases m_databases;

private Q_SLOTS:
    void acquire_countsWhatTheAccountHoldsInOtherSessions();
    void acquire_onABusyMachine_promisesNoMoreThanItKeeps();
    void acquire_holdsNothingForAVisitThatEndedMeanwhile();
    void acquire_holdsNothingForSomebodyWhoSignedOutMeanwhile();
    void acquire_holdsNothingForWhoeverSignedInMeanwhile();
};

void HoldServiceTest::acquire_countsWhatTheAccountHoldsInOtherSessions()
{
    ServiceWorld world(m_databases.create(storage::Engine::Sqlite));
    const EventId event = world.house.events().evening;
    const services::Caller first = world.signedIn(Role::Customer);
    const services::Caller second = world.signedIn(Role::Customer);
    const auto hold = [&](const services::Caller &caller, const QList<qint32> &places) {
        ServiceWorld::Answer<QList<Hold>> held;
        world.holds.acquire(caller, event, places, held.take());
        return held.await() ? QString() : QString(errorKind(held.error()));
    };
    QCOMPARE(hold(first, {1, 2, 3, 4}), QString());
    QCOMPARE(hold(second, {5, 6, 7}), QStringLiteral("too_many_seats"));
    QCOMPARE(hold(second, {5, 6}), QString());
    QCOMPARE(hold(second, {5, 6}), QString()); // nothing new
    QCOMPARE(hold(first, {7}), QStringLiteral("too_many_seats"));
    // A clerk holds a hundred in each session.
    const services::Caller clerk = world.signedIn(Role::Clerk);
    QCOMPARE(hold(clerk, {10, 11, 12, 13, 14, 15, 16}), QString());
    QCOMPARE(hold(world.signedIn(Role::Clerk), {20, 21, 22, 23, 24, 25, 26}), QString());
    // What ran out counts no more, though nobody has swept it; nor does what a session held that is over.
    world.clock.advance(std::chrono::minutes(11));
    QCOMPARE(hold(first, {1, 2, 3, 4, 5, 6}), QString());
    world.sessions.signOut(first.session, services::SignOutBy::Self);
    QCOMPARE(hold(second, {1, 2, 3, 4, 5, 6}), QString());
}

void HoldServiceTest::acquire_onABusyMachine_promisesNoMoreThanItKeeps()
{
    ServiceWorld world(m_databases.create(storage::Engine::Sqlite));
    const EventId event = world.house.events().evening;
    const services::Caller caller = world.signedIn(Role::Customer);
    const BusyClock busy(world.clock);
    services::HoldService holds(world.events, world.sessions, busy);
    ServiceWorld::Answer<QList<Hold>> held;
    holds.acquire(caller, event, {3, 4, 5}, held.take());
    QVERIFY(held.await());
    for (const ledger::Grant &grant : world.events.find(event)->ledger().holdsOf(caller.holder)) {
        const Instant end = world.clock.utcNow() + (grant.deadline - world.clock.steadyNow());
        const Hold &promised = held.value().at(grant.place - 3);
        QVERIFY(promised.expires <= end);
        QCOMPARE(promised.expires, held.value().constFirst().expires);
    }
}

void HoldServiceTest::acquire_holdsNothingForAVisitThatEndedMeanwhile()
{
    ServiceWorld world(m_databases.create(storage::Engine::Sqlite));
    const services::Caller caller = world.signedIn(Role::Customer);
    ServiceWorld::Answer<QList<Hold>> held;
    world.holds.acquire(caller, world.house.events().evening, {3}, held.take());
    world.sessions.end(caller.session);
    QVERIFY(!held.await());
    QCOMPARE(held.error(), ErrorCode::NoSession);
}

void HoldServiceTest::acquire_holdsNothingForSomebodyWhoSignedOutMeanwhile()
{
    ServiceWorld world(m_databases.create(storage::Engine::Sqlite));
    const EventId event = world.house.events().evening;
    const services::Caller caller = world.signedIn(Role::Customer);
    ServiceWorld::Answer<QList<Hold>> held;
    world.holds.acquire(caller, event, {3}, held.take());
    world.accounts.logOut(caller, false, [](const Result<bool> &) {});
    QVERIFY(!held.await());
    QCOMPARE(held.error(), ErrorCode::NotSignedIn);
    QVERIFY(world.events.find(event)->ledger().holdsOf(caller.holder).empty());
}

void HoldServiceTest::acquire_holdsNothingForWhoeverSignedInMeanwhile()
{
    ServiceWorld world(m_databases.create(storage::Engine::Sqlite));
    const EventId event = world.house.events().evening;
    const services::Caller caller = world.signedIn(Role::Clerk);
    ServiceWorld::Answer<QList<Hold>> held;
    world.holds.acquire(caller, event, {3}, held.take());
    world.sessions.signOut(caller.session, services::SignOutBy::Self);
    world.sessions.signIn(caller.session, {.id = world.ids.make<UserId>(), .name = QStringLiteral("Zoe"), .role = Role::Customer}, "other");
    QVERIFY(!held.await());
    QCOMPARE(held.error(), ErrorCode::NotSignedIn);
    QVERIFY(world.events.find(event)->ledger().holdsOf(caller.holder).empty());
}

QTEST_GUILESS_MAIN(HoldServiceTest)
#include "tst_holdservice.moc"
