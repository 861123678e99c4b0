// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/storage/repositories/tokenrepository.h"
#include "serviceworld.h"

using namespace parterre;
using namespace parterre::testing;
using namespace Qt::StringLiterals;
using services::Caller;
using services::SignedIn;
using storage::AccountRepository;

namespace {

const QString kNewPassword = u"seven-blue-teapots-18"_s;

}

// What happens to a sign-in while something else is changed under way.
class AccountServiceTest : public QObject
{
    Q_OBJECT

private:
    template<class T>
    using Answer = ServiceWorld::Answer<T>;

    TestDatabases m_databases;

private Q_SLOTS:
    void logIn_refusesAPasswordThatChangedMeanwhile();
    void logIn_refusesAnAccountThatWasDisabledMeanwhile();
    void logIn_hasTheRoleOfTheMomentItEnds();
    void changePassword_refusesOneThatChangedMeanwhile();
    void logOutEverywhere_endsSignInsThatWereUnderWay();
    void resume_refusesATokenThatWasWithdrawnMeanwhile();
};

void AccountServiceTest::logIn_refusesAPasswordThatChangedMeanwhile()
{
    ServiceWorld world(m_databases.create(storage::Engine::Sqlite));
    const Caller owner = world.signedIn(Role::Clerk);
    const QString hash = services::hashPasswordNow(kNewPassword, services::HashStrength::Cheap)->hash;
    ServiceWorld::HeldUpWriter writer(world, [=](storage::Database &database) { return AccountRepository(database).updatePassword(owner.user.id, hash, {}); });
    const Caller thief = world.visitor();
    Answer<SignedIn> answer;
    world.accounts.logIn(thief, TestHouse::emailOf(Role::Clerk), TestHouse::passwordOf(Role::Clerk), answer.take());
    world.awaitReads();
    QVERIFY(writer.release());
    QVERIFY(!answer.await());
    QCOMPARE(answer.error(), ErrorCode::WrongCredentials);
    QVERIFY(!world.now(thief).isSignedIn());
}

void AccountServiceTest::logIn_refusesAnAccountThatWasDisabledMeanwhile()
{
    ServiceWorld world(m_databases.create(storage::Engine::Sqlite));
    const Caller owner = world.signedIn(Role::Clerk);
    ServiceWorld::HeldUpWriter writer(world, [=](storage::Database &database) { return AccountRepository(database).setDisabled(owner.user.id, true, {}); });
    Answer<SignedIn> answer;
    world.accounts.logIn(world.visitor(), TestHouse::emailOf(Role::Clerk), TestHouse::passwordOf(Role::Clerk), answer.take());
    world.awaitReads();
    QVERIFY(writer.release());
    QVERIFY(!answer.await());
    QCOMPARE(answer.error(), ErrorCode::WrongCredentials);
}

void AccountServiceTest::logIn_hasTheRoleOfTheMomentItEnds()
{
    ServiceWorld world(m_databases.create(storage::Engine::Sqlite));
    const Caller owner = world.signedIn(Role::Manager);
    ServiceWorld::HeldUpWriter writer(world, [=](storage::Database &database) { return AccountRepository(database).setRole(owner.user.id, Role::Customer, {}); });
    const Caller again = world.visitor();
    Answer<SignedIn> answer;
    world.accounts.logIn(again, TestHouse::emailOf(Role::Manager), TestHouse::passwordOf(Role::Manager), answer.take());
    world.awaitReads();
    QVERIFY(writer.release());
    QVERIFY(answer.await());
    QCOMPARE(answer.value().user.role, Role::Customer);
    QCOMPARE(world.now(again).user.role, Role::Customer);
}

void AccountServiceTest::changePassword_refusesOneThatChangedMeanwhile()
{
    ServiceWorld world(m_databases.create(storage::Engine::Sqlite));
    const Caller thief = world.signedIn(Role::Clerk);
    const QString hash = services::hashPasswordNow(kNewPassword, services::HashStrength::Cheap)->hash;
    ServiceWorld::HeldUpWriter writer(world, [=](storage::Database &database) { return AccountRepository(database).updatePassword(thief.user.id, hash, {}); });
    Answer<bool> answer;
    world.accounts.changePassword(thief, TestHouse::passwordOf(Role::Clerk), u"nine-green-kettles-52"_s, answer.take());
    world.awaitReads();
    QVERIFY(writer.release());
    QVERIFY(!answer.await());
    QCOMPARE(answer.error(), ErrorCode::WrongCredentials);
    Answer<SignedIn> owner;
    world.accounts.logIn(world.visitor(), TestHouse::emailOf(Role::Clerk), kNewPassword, owner.take());
    QVERIFY(owner.await());
}

void AccountServiceTest::logOutEverywhere_endsSignInsThatWereUnderWay()
{
    ServiceWorld world(m_databases.create(storage::Engine::Sqlite));
    const Caller here = world.visitor();
    Answer<SignedIn> first;
    world.accounts.logIn(here, TestHouse::emailOf(Role::Customer), TestHouse::passwordOf(Role::Customer), first.take());
    QVERIFY(first.await());
    const Caller there = world.visitor();
    Answer<SignedIn> second;
    world.accounts.resume(there, first.value().token, second.take());
    Answer<bool> out;
    world.accounts.logOut(world.now(here), true, out.take());
    QVERIFY(out.await());
    static_cast<void>(second.await()); // whichever came first
    QVERIFY(!world.now(there).isSignedIn());
}

void AccountServiceTest::resume_refusesATokenThatWasWithdrawnMeanwhile()
{
    ServiceWorld world(m_databases.create(storage::Engine::Sqlite));
    const Caller here = world.visitor();
    Answer<SignedIn> first;
    world.accounts.logIn(here, TestHouse::emailOf(Role::Customer), TestHouse::passwordOf(Role::Customer), first.take());
    QVERIFY(first.await());
    const Caller there = world.visitor();
    Answer<SignedIn> second;
    world.accounts.resume(there, first.value().token, second.take());
    std::binary_semaphore gate(0); // behind it: the reader looks for the token a second time
    Answer<bool> waited;
    world.storage.read(&world.sessions, [&gate](storage::Database &) {
        gate.acquire();
        return Result<bool>(true);
    }, waited.take());
    const bool signedIn = QTest::qWaitFor([&] { return world.now(there).isSignedIn(); }, 60'000);
    Answer<qint64> withdrawn;
    world.storage.write(&world.sessions, [user = first.value().user.id](storage::Database &database) {
        return storage::TokenRepository(database).removeAllOf(user);
    }, withdrawn.take());
    const bool gone = withdrawn.await();
    gate.release();
    QVERIFY(signedIn && gone);
    QVERIFY(!second.await());
    QCOMPARE(second.error(), ErrorCode::TokenInvalid);
    QVERIFY(!world.now(there).isSignedIn());
}

QTEST_GUILESS_MAIN(AccountServiceTest)
#include "tst_accountservice.moc"
