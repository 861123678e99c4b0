// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/storage/database.h"
#include "backend/storage/repositories/auditrepository.h"
#include "tests/support/testdatabases.h"
#include "tests/support/testhouse.h"

#include <QDir>
#include <QLoggingCategory>
#include <QMutex>
#include <QTest>

using namespace parterre;
using namespace parterre::testing;
using namespace Qt::StringLiterals;
using storage::Engine;

namespace {

QMutex logGuard;
QString logText;

// Everything the server says while these tests run, at every level.
void keepLog(QtMsgType, const QMessageLogContext &context, const QString &message)
{
    const QMutexLocker lock(&logGuard);
    logText += QLatin1StringView(context.category) + u": "_s + message + u'\n';
}

QJsonObject registration(const QString &email, const QString &password, const QString &name = u"Nora Newcomer"_s)
{
    return {{u"email"_s, email}, {u"password"_s, password}, {u"name"_s, name}};
}

QJsonObject credentials(const QString &email, const QString &password)
{
    return {{u"email"_s, email}, {u"password"_s, password}};
}

const QString kPassword = u"seven-blue-teapots-18"_s;
const QString kOtherPassword = u"nine-green-kettles-52"_s;

} // namespace

// People come, sign in, on several machines, change their password and leave; what they know stays theirs.
class AccountsTest : public QObject
{
    Q_OBJECT

private:
    // Remembers what must never be seen anywhere.
    QString secret(const QString &text)
    {
        m_secrets.append(text);
        return text;
    }
    QString tokenOf(const WireReply &reply) { return secret(reply.at(u"token"_s).toString()); }
    std::unique_ptr<WireClient> stranger(const TestHouse &house)
    {
        auto client = house.visitor(Role::Anonymous);
        secret(client->resumeToken());
        return client;
    }
    void verifyAudit(const TestHouse &house);
    QStringList secretsIn(const QByteArray &text) const;

    TestDatabases m_databases;
    std::unique_ptr<TestHouse> m_strictHouse;
    QStringList m_secrets {kPassword, kOtherPassword};

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase() { m_strictHouse.reset(); }
    void registering_signsInAndTheTokenDoesItAgain_data() { TestDatabases::addEngines(); }
    void registering_signsInAndTheTokenDoesItAgain();
    void emailAddress_belongsToOneAccountInAnyCase_data() { TestDatabases::addEngines(); }
    void emailAddress_belongsToOneAccountInAnyCase();
    void weakPasswords_areRefused_data();
    void weakPasswords_areRefused();
    void logOut_voidsTheToken();
    void logOutEverywhere_voidsEveryTokenAndSession_data() { TestDatabases::addEngines(); }
    void logOutEverywhere_voidsEveryTokenAndSession();
    void changedPassword_signsOutEverybodyElse_data() { TestDatabases::addEngines(); }
    void changedPassword_signsOutEverybodyElse();
    void renaming_reachesEverySessionOfTheAccount();
    void guessing_isSlowedDown();
    void newcomersOfOneAddress_areLimitedAndDoNotHinderThoseWithAnAccount();
    void unknownAddress_isAnsweredLikeAWrongPassword();
    void twoSignInsAtOnceOnOneSession_leaveOne();
    void setupCode_worksOnce_data() { TestDatabases::addEngines(); }
    void setupCode_worksOnce();
    void logs_holdNoSecrets();
};

void AccountsTest::initTestCase()
{
    QLoggingCategory::setFilterRules(u"parterre.*=true"_s);
    qInstallMessageHandler(keepLog);
}

QStringList AccountsTest::secretsIn(const QByteArray &text) const
{
    QStringList found;
    for (const QString &secret : m_secrets) {
        if (secret.size() >= 8 && text.contains(secret.toUtf8()))
            found.append(secret);
    }
    return found;
}

// The chain is whole, and neither it nor anything else in the database tells a secret.
void AccountsTest::verifyAudit(const TestHouse &house)
{
    storage::Database database(house.database());
    QVERIFY(database.open());
    const auto verdict = database.transact(storage::Access::Read, [&] { return storage::AuditRepository(database).verify(); });
    QVERIFY(verdict);
    QVERIFY2(!verdict->firstBad, qPrintable(QString::number(verdict->firstBad.value_or(0))));
    QVERIFY(verdict->rows > 10);
    const auto rows = database.transact(storage::Access::Read, [&] { return storage::AuditRepository(database).list(0, 1'000); });
    QVERIFY(rows);
    QByteArray text;
    for (const storage::AuditRow &row : *rows)
        text += QJsonDocument(row.event.before).toJson() + QJsonDocument(row.event.after).toJson();
    QVERIFY(!text.contains("argon2"));
    QCOMPARE(secretsIn(text), QStringList());
    if (house.database().engine != Engine::Sqlite)
        return;
    for (const QString &suffix : {u""_s, u"-wal"_s}) {
        QFile file(house.database().path + suffix);
        if (file.open(QIODevice::ReadOnly))
            QCOMPARE(secretsIn(file.readAll()), QStringList());
    }
}

void AccountsTest::registering_signsInAndTheTokenDoesItAgain()
{
    QFETCH(Engine, engine);
    const TestHouse house(m_databases.create(engine));
    const auto first = stranger(house);
    const WireReply registered = first->call(u"auth.register"_s, registration(u"Nora@New.example"_s, kPassword));
    QCOMPARE(registered.kind(), QString());
    QCOMPARE(registered.at(u"user.role"_s).toString(), u"customer"_s);
    QCOMPARE(first->call(u"profile.get"_s).at(u"profile.email"_s).toString(), u"nora@new.example"_s);

    const auto second = stranger(house);
    const WireReply resumed = second->call(u"auth.resume"_s, {{u"token"_s, tokenOf(registered)}});
    QCOMPARE(resumed.at(u"user"_s), registered.at(u"user"_s));
    const auto third = stranger(house);
    const WireReply loggedIn = third->call(u"auth.login"_s, credentials(u"NORA@new.EXAMPLE"_s, kPassword));
    QCOMPARE(loggedIn.at(u"user"_s), registered.at(u"user"_s));
    QVERIFY(tokenOf(loggedIn) != tokenOf(registered));
    const auto guest = stranger(house);
    const WireReply named = guest->call(u"auth.guest"_s, {{u"name"_s, u"Gus"_s}});
    const auto sameGuest = stranger(house);
    QCOMPARE(sameGuest->call(u"auth.resume"_s, {{u"token"_s, tokenOf(named)}}).at(u"user"_s), named.at(u"user"_s));
    verifyAudit(house);
}

void AccountsTest::emailAddress_belongsToOneAccountInAnyCase()
{
    QFETCH(Engine, engine);
    const TestHouse house(m_databases.create(engine));
    QVERIFY(stranger(house)->call(u"auth.register"_s, registration(u"jörg@müller.example"_s, kPassword)).ok());
    for (const QString &same : {u"JÖRG@MÜLLER.EXAMPLE"_s, u"  Jörg@Müller.example "_s, u"Jo\u0308rg@Mu\u0308ller.example"_s})
        QCOMPARE(stranger(house)->call(u"auth.register"_s, registration(same, kOtherPassword)).kind(), u"email_taken"_s);
    for (const QString &none : {u"jörg"_s, u"@müller.example"_s, u"jörg@"_s, u"j rg@müller.example"_s, u"a@b@c"_s})
        QCOMPARE(stranger(house)->call(u"auth.register"_s, registration(none, kOtherPassword)).kind(), u"invalid_params"_s);
    // A refused one is nobody.
    QCOMPARE(stranger(house)->call(u"auth.login"_s, credentials(u"jörg@müller.example"_s, kOtherPassword)).kind(), u"wrong_credentials"_s);
}

void AccountsTest::weakPasswords_areRefused_data()
{
    QTest::addColumn<QString>("password");
    for (const QString &password : {u"short7!"_s, u"password1"_s, u"12345678"_s, u"qwertyuiop"_s, u"newcomer1"_s, u"NoraNewcomer"_s, u"nora.n@new.example"_s})
        QTest::newRow(qPrintable(password)) << password;
}

void AccountsTest::weakPasswords_areRefused()
{
    QFETCH(QString, password);
    if (!m_strictHouse)
        m_strictHouse = std::make_unique<TestHouse>(m_databases.create(Engine::Sqlite));
    const WireReply reply = stranger(*m_strictHouse)->call(u"auth.register"_s, registration(u"nora.n@new.example"_s, password));
    QCOMPARE(reply.kind(), u"weak_password"_s);
    QCOMPARE(reply.data().value(u"limit"_s).toInt(), 8);
}

void AccountsTest::logOut_voidsTheToken()
{
    const TestHouse house(m_databases.create(Engine::Sqlite));
    const auto here = stranger(house);
    const auto there = stranger(house);
    const QString email = TestHouse::emailOf(Role::Customer);
    const QString token = tokenOf(here->call(u"auth.login"_s, credentials(email, TestHouse::passwordOf(Role::Customer))));
    const QString otherToken = tokenOf(there->call(u"auth.login"_s, credentials(email, TestHouse::passwordOf(Role::Customer))));
    QVERIFY(here->call(u"auth.logout"_s).ok());
    QCOMPARE(here->call(u"auth.resume"_s, {{u"token"_s, token}}).kind(), u"token_invalid"_s);
    // The other machine is none of its business.
    QVERIFY(there->call(u"profile.get"_s).ok());
    QVERIFY(here->call(u"auth.resume"_s, {{u"token"_s, otherToken}}).ok());
}

void AccountsTest::logOutEverywhere_voidsEveryTokenAndSession()
{
    QFETCH(Engine, engine);
    const TestHouse house(m_databases.create(engine));
    const EventId event = house.events().evening;
    const QJsonObject login = credentials(TestHouse::emailOf(Role::Customer), TestHouse::passwordOf(Role::Customer));
    const auto here = stranger(house);
    const auto there = stranger(house);
    const auto lost = stranger(house);
    const QStringList tokens {tokenOf(here->call(u"auth.login"_s, login)), tokenOf(there->call(u"auth.login"_s, login)), tokenOf(lost->call(u"auth.login"_s, login))};
    QVERIFY(there->call(u"holds.acquire"_s, placesOf(event, {30})).ok());
    QVERIFY(here->call(u"holds.acquire"_s, placesOf(event, {31})).ok());
    lost->vanish();
    QVERIFY(here->call(u"auth.logout"_s, {{u"everywhere"_s, true}}).ok());
    // The other one is told what it lost, and then that it is nobody's; who asked knows.
    QCOMPARE(there->call(u"cart.get"_s).kind(), u"not_signed_in"_s);
    const QList<QJsonObject> told = there->notifications(u"holds.ended"_s);
    QCOMPARE(told.size(), 1);
    QCOMPARE(told[0].value(u"reason"_s).toString(), u"logged_out"_s);
    QCOMPARE(told[0].value(u"places"_s).toArray(), QJsonArray {30});
    QCOMPARE(here->notifications(u"holds.ended"_s).size(), 0);
    for (const QString &token : tokens)
        QCOMPARE(stranger(house)->call(u"auth.resume"_s, {{u"token"_s, token}}).kind(), u"token_invalid"_s);
    // What it held is free; and a visit whose line was cut comes back as nobody's.
    QVERIFY(house.visitor()->call(u"holds.acquire"_s, placesOf(event, {30})).ok());
    WireClient back(house.url());
    QVERIFY(back.hello(lost->resumeToken()).at(u"user"_s).isUndefined());
    QCOMPARE(back.call(u"profile.get"_s).kind(), u"not_signed_in"_s);
}

void AccountsTest::changedPassword_signsOutEverybodyElse()
{
    QFETCH(Engine, engine);
    const TestHouse house(m_databases.create(engine));
    const auto here = stranger(house);
    const auto there = stranger(house);
    const QString mine = tokenOf(here->call(u"auth.register"_s, registration(u"nora@new.example"_s, kPassword)));
    const QString theirs = tokenOf(there->call(u"auth.login"_s, credentials(u"nora@new.example"_s, kPassword)));
    const auto change = [&](const QString &current, const QString &replacement) {
        return here->call(u"auth.changePassword"_s, {{u"current"_s, current}, {u"replacement"_s, replacement}}).kind();
    };
    QCOMPARE(change(kOtherPassword, kPassword), u"wrong_credentials"_s);
    QCOMPARE(change(kPassword, u"nora1234"_s), u"weak_password"_s);
    QVERIFY(there->call(u"profile.get"_s).ok());
    QCOMPARE(change(kPassword, kOtherPassword), QString());

    QVERIFY(here->call(u"profile.get"_s).ok());
    QCOMPARE(there->call(u"profile.get"_s).kind(), u"not_signed_in"_s);
    QCOMPARE(there->call(u"auth.resume"_s, {{u"token"_s, theirs}}).kind(), u"token_invalid"_s);
    QVERIFY(stranger(house)->call(u"auth.resume"_s, {{u"token"_s, mine}}).ok());
    QCOMPARE(stranger(house)->call(u"auth.login"_s, credentials(u"nora@new.example"_s, kPassword)).kind(), u"wrong_credentials"_s);
    QVERIFY(stranger(house)->call(u"auth.login"_s, credentials(u"nora@new.example"_s, kOtherPassword)).ok());
    verifyAudit(house);
}

void AccountsTest::renaming_reachesEverySessionOfTheAccount()
{
    const TestHouse house(m_databases.create(Engine::Sqlite));
    const auto here = house.visitor(Role::Customer);
    const auto there = house.visitor(Role::Customer);
    QVERIFY(here->call(u"profile.update"_s, {{u"name"_s, u"Renée Nouveau"_s}}).ok());
    for (const QString &phone : {u"at home"_s, u"4111 1111 1111 1111"_s})
        QCOMPARE(here->call(u"profile.update"_s, {{u"phone"_s, phone}}).kind(), u"invalid_params"_s);
    QVERIFY(there->call(u"holds.acquire"_s, placesOf(house.events().evening, {30})).ok());
    QCOMPARE(there->call(u"bookings.checkout"_s, checkoutOf(house.events().evening, {30}, newKey())).at(u"booking.customerName"_s).toString(), u"Renée Nouveau"_s);
}

void AccountsTest::guessing_isSlowedDown()
{
    const TestHouse house(m_databases.create(Engine::Sqlite));
    const QString email = TestHouse::emailOf(Role::Manager);
    const auto guesser = stranger(house);
    for (int i = 0; i < 5; ++i)
        QCOMPARE(guesser->call(u"auth.login"_s, credentials(i % 2 ? email.toUpper() : email, secret(u"wrong-guess-%1"_s.arg(i)))).kind(), u"wrong_credentials"_s);
    // Now even the right one has to wait, from wherever it comes.
    const QJsonObject right = credentials(email, TestHouse::passwordOf(Role::Manager));
    const auto owner = stranger(house);
    const WireReply refused = owner->call(u"auth.login"_s, right);
    if (!refused.ok()) { // on a very slow machine the first second is over
        QCOMPARE(refused.kind(), u"rate_limited"_s);
        QVERIFY(refused.data().value(u"retryAfter"_s).toInt() >= 1);
    }
    // Other accounts are not concerned, and nobody is locked out for good.
    QVERIFY(stranger(house)->call(u"auth.login"_s, credentials(TestHouse::emailOf(Role::Clerk), TestHouse::passwordOf(Role::Clerk))).ok());
    bool welcome = refused.ok();
    QTRY_VERIFY((welcome = welcome || owner->call(u"auth.login"_s, right).ok()));
}

void AccountsTest::newcomersOfOneAddress_areLimitedAndDoNotHinderThoseWithAnAccount()
{
    const TestHouse house(m_databases.create(Engine::Sqlite), {.rateLimits = true});
    for (int i = 0; i < 20; ++i)
        tokenOf(stranger(house)->call(u"auth.guest"_s, {{u"name"_s, u"Gus %1"_s.arg(i)}}));
    const WireReply refused = stranger(house)->call(u"auth.register"_s, registration(u"nora@new.example"_s, kPassword));
    QCOMPARE(refused.kind(), u"rate_limited"_s);
    QVERIFY(refused.data().value(u"retryAfter"_s).toInt() > 0);
    QCOMPARE(stranger(house)->call(u"auth.guest"_s, {{u"name"_s, u"Gus"_s}}).kind(), u"rate_limited"_s);
    tokenOf(stranger(house)->call(u"auth.login"_s, credentials(TestHouse::emailOf(Role::Clerk), TestHouse::passwordOf(Role::Clerk))));
}

void AccountsTest::unknownAddress_isAnsweredLikeAWrongPassword()
{
    const TestHouse house(m_databases.create(Engine::Sqlite));
    const WireReply unknown = stranger(house)->call(u"auth.login"_s, credentials(u"nobody@new.example"_s, kPassword));
    const WireReply wrong = stranger(house)->call(u"auth.login"_s, credentials(TestHouse::emailOf(Role::Clerk), kPassword));
    QCOMPARE(unknown.kind(), u"wrong_credentials"_s);
    QCOMPARE(unknown.error, wrong.error);
}

void AccountsTest::twoSignInsAtOnceOnOneSession_leaveOne()
{
    const TestHouse house(m_databases.create(Engine::Sqlite));
    const auto client = stranger(house);
    const QList<WireReply> replies = client->callTogether({{u"auth.guest"_s, {{u"name"_s, u"First"_s}}}, {u"auth.guest"_s, {{u"name"_s, u"Second"_s}}}});
    QCOMPARE(replies[0].kind(), QString());
    QCOMPARE(replies[1].kind(), u"already_signed_in"_s);
    QCOMPARE(client->call(u"profile.get"_s).at(u"user.name"_s).toString(), u"First"_s);
    // One that ends its visit before the answer is not signed in by it either.
    const auto leaver = stranger(house);
    const QList<WireReply> late = leaver->callTogether({{u"auth.guest"_s, {{u"name"_s, u"Late"_s}}}, {u"session.end"_s}});
    QCOMPARE(late[0].kind(), u"no_session"_s);
}

void AccountsTest::setupCode_worksOnce()
{
    QFETCH(Engine, engine);
    TestHouse house(m_databases.create(engine), {.administrator = false});
    const QString code = secret(house.house().setupCode());
    QVERIFY(!code.isEmpty());
    WireClient founder(house.url());
    QCOMPARE(founder.hello().at(u"setupNeeded"_s), QJsonValue(true));
    const auto setUp = [](WireClient &client, const QString &with, const QString &email) {
        QJsonObject params = registration(email, kPassword, u"Ada"_s);
        params.insert(u"code"_s, with);
        return client.call(u"auth.setup"_s, params);
    };
    QCOMPARE(setUp(founder, u"AAAA-AAAA-AAAA-AAAA"_s, u"ada@new.example"_s).kind(), u"setup_code_invalid"_s);
    // A failed attempt does not use it up.
    QCOMPARE(setUp(founder, code, TestHouse::emailOf(Role::Clerk)).kind(), u"email_taken"_s);
    const WireReply founded = setUp(founder, code, u"ada@new.example"_s);
    QCOMPARE(founded.at(u"user.role"_s).toString(), u"administrator"_s);
    tokenOf(founded);
    QCOMPARE(setUp(*stranger(house), code, u"eve@new.example"_s).kind(), u"setup_code_invalid"_s);
    house.restart();
    QCOMPARE(house.house().setupCode(), QString());
    WireClient visitor(house.url());
    QCOMPARE(visitor.hello().at(u"setupNeeded"_s), QJsonValue(false));
    QCOMPARE(setUp(visitor, code, u"eve@new.example"_s).kind(), u"setup_code_invalid"_s);
    verifyAudit(house);
}

void AccountsTest::logs_holdNoSecrets()
{
    QVERIFY(m_secrets.size() > 20);
    qWarning("the log is kept");
    const QMutexLocker lock(&logGuard);
    QVERIFY(logText.contains(u"the log is kept"_s));
    QCOMPARE(secretsIn(logText.toUtf8()), QStringList());
}

QTEST_GUILESS_MAIN(AccountsTest)
#include "tst_accounts.moc"
