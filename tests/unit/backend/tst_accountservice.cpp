// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/storage/repositories/tokenrepository.h"
#include "serviceworld.h"

#include "backend/server/commands.h"

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
    void signedIn_isOnlyAsLongAsTheTokenLasts();
    void changedRole_countsFromTheNextSignIn();
    void overload_isNobodysFailedAttempt();
    void creations_areLimitedByAddressWhetherTheySucceedOrNot();
    void creations_thatFailByOverloadAreNotCounted();
    void strangersTries_doNotKeepTheAdministratorFromSettingUp();
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
    const Caller here = world.signedIn(Role::Customer);
    ServiceWorld::HeldUpWriter writer(world, [](storage::Database &) { return Result<void>(); });
    const Caller there = world.visitor();
    Answer<SignedIn> entered;
    world.accounts.logIn(there, TestHouse::emailOf(Role::Customer), TestHouse::passwordOf(Role::Customer), entered.take());
    world.awaitReads();
    world.awaitHasher();
    Answer<bool> out;
    world.accounts.logOut(here, true, out.take());
    QVERIFY(writer.release());
    QVERIFY(out.await());
    QVERIFY(entered.isThere());
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

void AccountServiceTest::signedIn_isOnlyAsLongAsTheTokenLasts()
{
    ServiceWorld world(m_databases.create(storage::Engine::Sqlite));
    const Caller clerk = world.visitor();
    Answer<SignedIn> entered;
    world.accounts.logIn(clerk, TestHouse::emailOf(Role::Clerk), TestHouse::passwordOf(Role::Clerk), entered.take());
    QVERIFY(entered.await());
    world.clock.advance(std::chrono::hours(11));
    const Caller again = world.visitor(); // with the same token, so not a moment longer
    Answer<SignedIn> resumed;
    world.accounts.resume(again, entered.value().token, resumed.take());
    QVERIFY(resumed.await());
    QVERIFY(world.sessions.ofLink(*world.sessions.find(clerk.session)->link)->caller().isSignedIn());
    world.clock.advance(std::chrono::hours(1));
    for (const Caller &caller : {clerk, again})
        QVERIFY(!world.sessions.ofLink(*world.sessions.find(caller.session)->link)->caller().isSignedIn());
    const Caller customer = world.signedIn(Role::Customer);
    world.clock.advance(std::chrono::hours(24 * 29));
    QVERIFY(world.sessions.ofLink(*world.sessions.find(customer.session)->link)->caller().isSignedIn());
}

void AccountServiceTest::changedRole_countsFromTheNextSignIn()
{
    const storage::DatabaseConfig database = m_databases.create(storage::Engine::Sqlite);
    ServiceWorld world(database);
    Answer<SignedIn> entered;
    world.accounts.logIn(world.visitor(), TestHouse::emailOf(Role::Manager), TestHouse::passwordOf(Role::Manager), entered.take());
    QVERIFY(entered.await());
    QCOMPARE(server::userCommand({u"role"_s, TestHouse::emailOf(Role::Manager), u"customer"_s, u"--database"_s, u"sqlite:"_s + database.path}), 0);
    Answer<SignedIn> resumed;
    world.accounts.resume(world.visitor(), entered.value().token, resumed.take());
    QVERIFY(!resumed.await());
    QCOMPARE(resumed.error(), ErrorCode::TokenInvalid);
    Answer<SignedIn> again;
    world.accounts.logIn(world.visitor(), TestHouse::emailOf(Role::Manager), TestHouse::passwordOf(Role::Manager), again.take());
    QVERIFY(again.await());
    QCOMPARE(again.value().user.role, Role::Customer);
}

void AccountServiceTest::overload_isNobodysFailedAttempt()
{
    ServiceWorld world(m_databases.create(storage::Engine::Sqlite));
    for (int i = 0; i < 8; ++i) {
        for (int busy = 0; busy < services::PasswordHasher::kMaxWaiting; ++busy)
            world.hasher.verify(kNewPassword, {}, [](const Result<services::PasswordVerdict> &) {});
        // Keeps the answers of the hasher waiting on this thread until the sign-in was refused.
        Answer<SignedIn> answer;
        world.accounts.logIn(world.visitor(), TestHouse::emailOf(Role::Clerk), TestHouse::passwordOf(Role::Clerk), answer.take());
        while (!answer.isThere()) {
            while (world.hasher.waiting() < services::PasswordHasher::kMaxWaiting)
                world.hasher.verify(kNewPassword, {}, [](const Result<services::PasswordVerdict> &) {});
            QCoreApplication::sendPostedEvents(&world.accounts);
        }
        QCOMPARE(answer.error(), ErrorCode::Overloaded);
        world.awaitHasher();
    }
    QVERIFY(world.signedIn(Role::Clerk).isSignedIn());
}

void AccountServiceTest::creations_areLimitedByAddressWhetherTheySucceedOrNot()
{
    ServiceWorld world(m_databases.create(storage::Engine::Sqlite), {.guestsAllowed = true, .creations = {.perAddress = 4}});
    const auto guest = [&](const QString &network) {
        Answer<SignedIn> answer;
        world.accounts.signInGuest(world.visitor(network), u"Gus"_s, answer.take());
        return answer.await() ? std::optional<Error>() : answer.wholeError();
    };
    const auto customer = [&](const QString &email, const QString &password) {
        Answer<SignedIn> answer;
        world.accounts.registerCustomer(world.visitor(), {.email = email, .password = password, .name = u"Nora"_s}, answer.take());
        return answer.await() ? std::optional<Error>() : answer.wholeError();
    };
    QVERIFY(!guest(u"192.0.2.7"_s));
    QVERIFY(!customer(u"nora@new.example"_s, kNewPassword));
    QCOMPARE(customer(u"nora@new.example"_s, kNewPassword)->code, ErrorCode::EmailTaken);
    QCOMPARE(customer(u"norb@new.example"_s, u"password1"_s)->code, ErrorCode::WeakPassword);
    const auto refused = customer(u"norc@new.example"_s, kNewPassword);
    QCOMPARE(refused->code, ErrorCode::RateLimited);
    QCOMPARE(refused->retryAfterSeconds, 15 * 60);
    QCOMPARE(guest(u"192.0.2.7"_s)->code, ErrorCode::RateLimited);
    // Neither others nor people with an account are concerned, and it passes.
    QVERIFY(!guest(u"192.0.2.8"_s));
    QVERIFY(world.signedIn(Role::Customer).isSignedIn());
    world.clock.advance(std::chrono::minutes(15));
    QVERIFY(!customer(u"norc@new.example"_s, kNewPassword));
}

void AccountServiceTest::creations_thatFailByOverloadAreNotCounted()
{
    ServiceWorld world(m_databases.create(storage::Engine::Sqlite), {.creations = {.perAddress = 4}});
    for (int busy = 0; busy < services::PasswordHasher::kMaxWaiting; ++busy)
        world.hasher.hash(services::HashFor::Stranger, kNewPassword, {}, [](const Result<services::HashedPassword> &) {});
    for (int i = 0; i < 8; ++i) {
        Answer<SignedIn> answer;
        world.accounts.registerCustomer(world.visitor(), {.email = u"nora@new.example"_s, .password = kNewPassword, .name = u"Nora"_s}, answer.take());
        QVERIFY(answer.isThere());
        QCOMPARE(answer.error(), ErrorCode::Overloaded);
    }
}

void AccountServiceTest::strangersTries_doNotKeepTheAdministratorFromSettingUp()
{
    ServiceWorld world(m_databases.create(storage::Engine::Sqlite), {}, {.administrator = false});
    Answer<QString> code;
    world.accounts.prepareSetup(code.take());
    QVERIFY(code.await());
    const auto setUp = [&](const QString &network, const QString &with) {
        Answer<SignedIn> answer;
        world.accounts.setUp(world.visitor(network), with, {.email = u"ada@new.example"_s, .password = kNewPassword, .name = u"Ada"_s}, answer.take());
        return answer.await() ? std::optional<ErrorCode>() : answer.error();
    };
    for (int i = 0; i < 10; ++i)
        QCOMPARE(setUp(u"198.51.100.%1"_s.arg(i), u"AAAA-AAAA-AAAA-AAAA"_s), ErrorCode::SetupCodeInvalid);
    QCOMPARE(setUp(u"192.0.2.7"_s, code.value()), std::nullopt);
}

QTEST_GUILESS_MAIN(AccountServiceTest)
#include "tst_accountservice.moc"
