// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/services/sessionservice.h"
#include "backend/services/databasesalestore.h"
#include "backend/services/qtscheduler.h"
#include "backend/services/secret.h"
#include "backend/storage/storage.h"
#include "tests/support/manualclock.h"

#include <QSignalSpy>
#include <QTest>

using namespace parterre;
using namespace parterre::services;
using namespace parterre::testing;
using namespace Qt::StringLiterals;
using std::chrono::milliseconds;

namespace {

User person(int number, Role role = Role::Customer)
{
    return {.id = UserId(QUuid(static_cast<uint>(number), 0, 0x7000, 0x80, 0, 0, 0, 0, 0, 0, 1)), .name = u"Person %1"_s.arg(number), .role = role};
}

// Sessions without seats: the storage is never opened. What becomes of holds is tested with whole servers.
struct Visits {
    explicit Visits(milliseconds grace = milliseconds(20)) : storage({}, clock), sales(storage), events(sales, clock, scheduler, 1), sessions(events, clock, scheduler, ids, random, grace) {}

    Greeting hello(LinkId link, const std::optional<QString> &resume = {}) { return sessions.hello(link, {.address = u"192.0.2.1"_s}, resume); }

    // Somebody signed in, whose visit outlives a lost connection.
    Greeting enter(LinkId link)
    {
        const Greeting greeting = hello(link);
        sessions.signIn(greeting.session->id, person(static_cast<int>(link)), "token " + QByteArray::number(link));
        return greeting;
    }

    ManualClock clock;
    CountingIds ids;
    SystemRandomness random;
    QtScheduler scheduler;
    storage::Storage storage;
    DatabaseSaleStore sales;
    EventDirectory events;
    SessionService sessions;
};

} // namespace

class SessionServiceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(startCryptography()); }

    void hello_beginsAnAnonymousVisitWithASecretOfItsOwn()
    {
        Visits visits;
        const Greeting first = visits.hello(1);
        const Greeting second = visits.hello(2);
        QVERIFY(!first.resumed && !first.replacedLink);
        QCOMPARE(first.session->user.role, Role::Anonymous);
        QVERIFY(first.resumeToken != second.resumeToken);
        QVERIFY(first.session->id != second.session->id);
        QVERIFY(first.session->holder != second.session->holder);
        QCOMPARE(visits.sessions.ofLink(1), first.session);
        QCOMPARE(visits.sessions.ofHolder(second.session->holder), second.session);
        QCOMPARE(visits.sessions.ofLink(3), nullptr);
        QCOMPARE(visits.sessions.count(), 2);
    }

    void unknownResumeToken_beginsAnew()
    {
        Visits visits;
        const Greeting greeting = visits.hello(1, u"no such token, never given out"_s);
        QVERIFY(!greeting.resumed);
        QCOMPARE(visits.sessions.count(), 1);
    }

    void lostLink_isTakenUpWithinTheGrace()
    {
        Visits visits;
        const Greeting first = visits.hello(1);
        const SessionId id = first.session->id;
        visits.sessions.signIn(id, person(1), "token");
        visits.sessions.linkLost(1);
        QCOMPARE(visits.sessions.ofLink(1), nullptr);
        visits.clock.advance(milliseconds(19));
        const Greeting back = visits.hello(2, first.resumeToken);
        QVERIFY(back.resumed && !back.replacedLink);
        QCOMPARE(back.session->id, id);
        QCOMPARE(back.session->user, person(1));
        QCOMPARE(visits.sessions.ofLink(2), back.session);
        // It was taken up: the sweep at the end of its grace takes only the other one.
        static_cast<void>(visits.enter(3));
        visits.sessions.linkLost(3);
        visits.clock.advance(milliseconds(100));
        QTRY_COMPARE(visits.sessions.count(), 1);
        QCOMPARE(visits.sessions.ofLink(2), back.session);
    }

    // Whoever goes by the user has nothing to do then; whoever goes by the link has.
    void takingUp_changesNoUser()
    {
        Visits visits;
        const Greeting first = visits.enter(1);
        QSignalSpy changed(&visits.sessions, &SessionService::userChanged);
        QSignalSpy takenUp(&visits.sessions, &SessionService::takenUp);
        visits.sessions.linkLost(1);
        QVERIFY(visits.hello(2, first.resumeToken).resumed);
        QCOMPARE(changed.size(), 0);
        QCOMPARE(takenUp.size(), 1);
        visits.sessions.signOut(first.session->id, SignOutBy::Self);
        QCOMPARE(changed.size(), 1);
        QCOMPARE(takenUp.size(), 1);
    }

    void graceOver_endsTheVisitEvenBeforeItIsSwept()
    {
        Visits visits(std::chrono::hours(1));
        const Greeting first = visits.enter(1);
        const SessionId id = first.session->id;
        visits.sessions.linkLost(1);
        visits.clock.advance(std::chrono::hours(1));
        const Greeting late = visits.hello(2, first.resumeToken);
        QVERIFY(!late.resumed);
        QVERIFY(late.session->id != id);
        QCOMPARE(visits.sessions.find(id), nullptr);
    }

    void graceOver_isSweptWithoutAnybodyAsking()
    {
        Visits visits;
        static_cast<void>(visits.enter(1));
        static_cast<void>(visits.enter(2));
        visits.sessions.linkLost(1);
        visits.clock.advance(milliseconds(10));
        visits.sessions.linkLost(2);
        visits.clock.advance(milliseconds(10));
        QTRY_COMPARE(visits.sessions.count(), 1);
        visits.clock.advance(milliseconds(10));
        QTRY_COMPARE(visits.sessions.count(), 0);
    }

    void secondLoss_hasAGraceOfItsOwn()
    {
        Visits visits;
        const Greeting first = visits.enter(1);
        visits.sessions.linkLost(1);
        visits.clock.advance(milliseconds(15));
        static_cast<void>(visits.hello(2, first.resumeToken));
        visits.sessions.linkLost(2);
        visits.clock.advance(milliseconds(15));
        QVERIFY(visits.hello(3, first.resumeToken).resumed);
    }

    void graceOfZero_endsTheVisitWithItsLink()
    {
        Visits visits(milliseconds(0));
        const Greeting first = visits.enter(1);
        visits.sessions.linkLost(1);
        QCOMPARE(visits.sessions.count(), 0);
        QVERIFY(!visits.hello(2, first.resumeToken).resumed);
    }

    void whoIsNotSignedIn_leavesNothingBehind()
    {
        Visits visits(std::chrono::hours(1));
        const Greeting first = visits.hello(1);
        const QString token = first.resumeToken;
        visits.sessions.linkLost(1);
        QCOMPARE(visits.sessions.count(), 0);
        QVERIFY(!visits.hello(2, token).resumed);
    }

    void lostVisits_beyondTheLimitEndTheOldestOne()
    {
        Visits visits(std::chrono::hours(1));
        const auto most = static_cast<LinkId>(SessionService::kMaxLost);
        QStringList tokens;
        for (LinkId link = 1; link <= most + 2; ++link) {
            tokens.append(visits.enter(link).resumeToken);
            visits.sessions.linkLost(link);
            visits.clock.advance(milliseconds(1));
            if (link == 1) // comes back and goes again: not the oldest any more
                QVERIFY(visits.hello(most + 10, tokens[0]).resumed);
            if (link == 10)
                visits.sessions.linkLost(most + 10);
        }
        QCOMPARE(visits.sessions.count(), static_cast<qsizetype>(SessionService::kMaxLost));
        QVERIFY(!visits.hello(most + 11, tokens[1]).resumed);
        QVERIFY(!visits.hello(most + 12, tokens[2]).resumed);
        QVERIFY(visits.hello(most + 13, tokens[0]).resumed);
        QVERIFY(visits.hello(most + 14, tokens[3]).resumed);
    }

    void resumingALivingVisit_namesTheLinkToClose()
    {
        Visits visits;
        const Greeting first = visits.hello(1);
        const Greeting second = visits.hello(2, first.resumeToken);
        QVERIFY(second.resumed);
        QCOMPARE(second.replacedLink, std::optional<LinkId>(1));
        // The old link's end, which is told later, is nobody's loss.
        visits.sessions.linkLost(1);
        QCOMPARE(visits.sessions.ofLink(2), second.session);
        QVERIFY(!second.session->lostUntil);
    }

    void end_forgetsTheVisit()
    {
        Visits visits;
        const Greeting first = visits.hello(1);
        const ledger::HolderId holder = first.session->holder;
        const QString token = first.resumeToken;
        visits.sessions.end(first.session->id);
        QCOMPARE(visits.sessions.ofLink(1), nullptr);
        QCOMPARE(visits.sessions.ofHolder(holder), nullptr);
        QVERIFY(!visits.hello(2, token).resumed);
        visits.sessions.linkLost(1);
        QCOMPARE(visits.sessions.count(), 1);
    }

    void signOut_makesTheVisitAnonymous()
    {
        Visits visits;
        const Greeting first = visits.hello(1);
        visits.sessions.signIn(first.session->id, person(1, Role::Clerk), "token");
        QCOMPARE(first.session->caller().user.role, Role::Clerk);
        QCOMPARE(first.session->caller().tokenHash, QByteArray("token"));
        visits.sessions.signOut(first.session->id, SignOutBy::Self);
        QVERIFY(!first.session->caller().isSignedIn());
        QVERIFY(first.session->tokenHash.isEmpty());
        QCOMPARE(visits.sessions.ofLink(1), first.session);
    }

    void signIn_endsWithItsToken()
    {
        Visits visits(std::chrono::hours(100));
        const Greeting first = visits.hello(1);
        visits.sessions.signIn(first.session->id, person(1, Role::Clerk), "token", visits.clock.utcNow() + std::chrono::hours(12));
        visits.clock.advance(std::chrono::hours(12) - milliseconds(1));
        QCOMPARE(visits.sessions.ofLink(1)->user.role, Role::Clerk);
        visits.clock.advance(milliseconds(1));
        QCOMPARE(visits.sessions.ofLink(1)->user.role, Role::Anonymous);
        QVERIFY(visits.sessions.ofLink(1)->tokenHash.isEmpty());
        // Also when it is taken up again.
        visits.sessions.signIn(first.session->id, person(1, Role::Clerk), "token", visits.clock.utcNow() + std::chrono::hours(12));
        visits.sessions.linkLost(1);
        visits.clock.advance(std::chrono::hours(12));
        const Greeting back = visits.hello(2, first.resumeToken);
        QVERIFY(back.resumed);
        QCOMPARE(back.session->user.role, Role::Anonymous);
    }

    void othersOf_areTheAccountsSessionsWithAnotherToken()
    {
        Visits visits;
        QList<SessionId> ids;
        for (LinkId link = 1; link <= 5; ++link)
            ids.append(visits.hello(link).session->id);
        visits.sessions.signIn(ids[0], person(1), "a");
        visits.sessions.signIn(ids[1], person(1), "a");
        visits.sessions.signIn(ids[2], person(1), "b");
        visits.sessions.signIn(ids[3], person(2), "c");
        visits.sessions.linkLost(3); // a lost one counts too
        QCOMPARE(visits.sessions.othersOf(person(1).id, "a"), QList<SessionId> {ids[2]});
        QCOMPARE(visits.sessions.othersOf(person(1).id, {}).size(), 3);
        QCOMPARE(visits.sessions.othersOf(person(3).id, {}).size(), 0);
        QCOMPARE(visits.sessions.othersOf(UserId(), {}).size(), 0); // those who are not signed in are not one account
    }

    void rename_reachesTheAccountsSessionsOnly()
    {
        Visits visits;
        const Greeting mine = visits.hello(1);
        const Greeting theirs = visits.hello(2);
        visits.sessions.signIn(mine.session->id, person(1), "a");
        visits.sessions.signIn(theirs.session->id, person(2), "b");
        User renamed = person(1);
        renamed.name = u"Someone Else"_s;
        visits.sessions.rename(renamed);
        QCOMPARE(mine.session->user.name, u"Someone Else"_s);
        QCOMPARE(theirs.session->user.name, u"Person 2"_s);
    }
};

QTEST_GUILESS_MAIN(SessionServiceTest)
#include "tst_sessionservice.moc"
