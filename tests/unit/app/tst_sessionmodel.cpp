// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/state/profilemodel.h"
#include "stateworld.h"

using namespace Qt::StringLiterals;
using namespace parterre;
using namespace parterre::protocol;
using namespace parterre::testing;

namespace {

const User kAnna = userNamed(u"anna"_s, 1);
const User kBela = userNamed(u"bela"_s, 2, Role::Clerk);

} // namespace

// The profile is tested along with the session whose user it shows.
class TestSessionModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_world = std::make_unique<StateWorld>(); }

    void nobody_isSignedInAtFirst()
    {
        QVERIFY(m_world->enter());
        QVERIFY(!session().isSignedIn());
        QCOMPARE(session().role(), Role::Anonymous);
        QVERIFY(session().guestsAllowed());
        QVERIFY(!session().setupNeeded());
    }

    void signIn_changesTheUser()
    {
        QSignalSpy succeeded(&session(), &SessionModel::succeeded);
        QVERIFY(m_world->enterAs(kAnna));
        QCOMPARE(succeeded.size(), 1);
        QCOMPARE(succeeded[0][0].value<SessionModel::Action>(), SessionModel::Action::SignIn);
        QCOMPARE(session().role(), Role::Customer);
        QVERIFY(m_world->tokens.isEmpty());
    }

    void signIn_refusedIsSaid()
    {
        QVERIFY(m_world->enter());
        m_world->server.when<AuthLogin>(Error {.code = ErrorCode::WrongCredentials});
        QSignalSpy failed(&session(), &SessionModel::failed);
        session().signIn(u"anna@example.org"_s, u"wrong"_s, true);
        QCOMPARE(session().busyWith(), SessionModel::Action::SignIn);
        QTRY_COMPARE(failed.size(), 1);
        QCOMPARE(failed[0][1].value<Error>().code, ErrorCode::WrongCredentials);
        QVERIFY(!session().isBusy());
        QVERIFY(!session().isSignedIn());
        QVERIFY(m_world->tokens.isEmpty());
    }

    void signIn_withoutConnectionFails()
    {
        QSignalSpy failed(&session(), &SessionModel::failed);
        session().signIn(u"anna@example.org"_s, u"secret"_s, true);
        QTRY_COMPARE(failed.size(), 1);
        QCOMPARE(failed[0][1].value<Error>().code, ErrorCode::Disconnected);
    }

    void secondAction_waitsForTheFirst()
    {
        QVERIFY(m_world->enter());
        m_world->server.ignore<AuthLogin>();
        session().signIn(u"anna@example.org"_s, u"secret"_s, false);
        session().continueAsGuest(u"Anna"_s);
        TRY_ASKED(m_world->server, AuthLogin, 1);
        QCOMPARE(m_world->server.count<AuthGuest>(), 0);
    }

    void stayingSignedIn_signsInNextTime()
    {
        QVERIFY(m_world->enter());
        m_world->server.when<AuthLogin>(SignedInResult {.token = StateWorld::token(kAnna), .user = kAnna});
        m_world->server.when<AuthResume>(SignedInResult {.token = StateWorld::token(kAnna), .user = kAnna});
        session().signIn(u" Anna@Example.org"_s, u"secret"_s, true);
        QTRY_VERIFY(session().isSignedIn());
        m_world->server.forgetVisit();

        net::Connection later(m_world->clock, StateWorld::quick());
        SessionModel next(later, m_world->tokens);
        next.openServer(m_world->server.url(), u"anna@example.org"_s);
        QTRY_COMPARE(next.user(), kAnna);
        QCOMPARE(m_world->server.received<AuthResume>().at(0).token, StateWorld::token(kAnna));
    }

    void keptToken_noLongerGoodIsForgotten()
    {
        m_world->tokens.write(m_world->server.url().toString(), u"anna@example.org"_s, StateWorld::token(kAnna));
        m_world->server.when<AuthResume>(Error {.code = ErrorCode::TokenInvalid});
        QSignalSpy ended(&session(), &SessionModel::signInEnded);
        QSignalSpy entered(&session(), &SessionModel::entered);
        session().openServer(m_world->server.url(), u"anna@example.org"_s);
        QTRY_COMPARE(entered.size(), 1);
        QCOMPARE(ended.size(), 1);
        QVERIFY(!session().isSignedIn());
        QVERIFY(m_world->tokens.isEmpty());
    }

    void missingKeyStore_isSaid()
    {
        QVERIFY(!session().keepsSignIn());
        QSignalSpy changed(&session(), &SessionModel::keepsSignInChanged);
        Q_EMIT m_world->tokens.persistentChanged();
        QCOMPARE(changed.size(), 1);
    }

    void otherWaysIn_sendWhatWasEntered()
    {
        QVERIFY(m_world->enter());
        const SignedInResult result {.token = StateWorld::token(kAnna), .user = kAnna};
        m_world->server.when<AuthRegister>(result);
        m_world->server.when<AuthGuest>(result);
        m_world->server.when<AuthSetup>(result);
        m_world->server.when<AuthLogout>(Nothing {});
        const SessionModel::NewAccount account {.email = u"anna@example.org"_s, .password = u" long secret "_s, .name = u"Anna "_s};

        session().registerAccount(account, false);
        QTRY_VERIFY(session().isSignedIn());
        const auto registered = m_world->server.received<AuthRegister>().at(0);
        QCOMPARE(registered.name, u"Anna"_s);
        QCOMPARE(registered.password, u" long secret "_s);
        QVERIFY(!registered.phone);
        logOut();
        session().continueAsGuest(u"Anna"_s);
        QTRY_VERIFY(session().isSignedIn());
        logOut();
        session().setUp(u"ABCD-EFGH"_s, account, false);
        QTRY_VERIFY(session().isSignedIn());
        QCOMPARE(m_world->server.received<AuthSetup>().at(0).code, u"ABCD-EFGH"_s);
    }

    void setUp_isNoLongerNeededOnceDone()
    {
        m_world->server.hello.setupNeeded = true;
        m_world->server.when<AuthSetup>(SignedInResult {.token = StateWorld::token(kAnna), .user = kAnna});
        QVERIFY(m_world->enter());
        QVERIFY(session().setupNeeded());
        QSignalSpy changed(&session(), &SessionModel::setupNeededChanged);
        session().setUp(u"ABCD-EFGH"_s, {.email = u"a@b"_s, .password = u"long secret"_s, .name = u"Anna"_s}, false);
        QTRY_COMPARE(changed.size(), 1);
        QVERIFY(!session().setupNeeded());
    }

    void logOut_forgetsUserAndToken()
    {
        QVERIFY(m_world->enter());
        m_world->server.when<AuthLogin>(SignedInResult {.token = StateWorld::token(kAnna), .user = kAnna});
        session().signIn(u"anna@example.org"_s, u"secret"_s, true);
        QTRY_VERIFY(session().isSignedIn());
        QVERIFY(!m_world->tokens.isEmpty());
        m_world->server.when<AuthLogout>(Nothing {});
        logOut();
        QVERIFY(m_world->tokens.isEmpty());
        m_world->server.hello.user.reset();
        QVERIFY(m_world->breakLink(false));
        QVERIFY(!session().isSignedIn());
        QCOMPARE(m_world->server.count<AuthResume>(), 0);
    }

    void changePassword_endsInSuccessOrFailure()
    {
        QVERIFY(m_world->enterAs(kAnna));
        QSignalSpy succeeded(&session(), &SessionModel::succeeded);
        QSignalSpy failed(&session(), &SessionModel::failed);
        m_world->server.when<AuthChangePassword>(Nothing {});
        session().changePassword(u"old secret"_s, u"new secret"_s);
        QTRY_COMPARE(succeeded.size(), 1);
        m_world->server.when<AuthChangePassword>(Error {.code = ErrorCode::WeakPassword});
        session().changePassword(u"old secret"_s, u"x"_s);
        QTRY_COMPARE(failed.size(), 1);
        QVERIFY(session().isSignedIn());
    }

    void user_survivesABreakWithinAndBeyondTheGrace()
    {
        QVERIFY(m_world->enterAs(kAnna));
        QSignalSpy changed(&session(), &SessionModel::userChanged);
        QVERIFY(m_world->breakLink(true));
        QCOMPARE(session().user(), kAnna);
        QVERIFY(m_world->breakLink(false));
        QCOMPARE(session().user(), kAnna);
        QCOMPARE(changed.size(), 0);
        QCOMPARE(m_world->server.count<AuthResume>(), 1);
    }

    void otherServer_knowsNobody()
    {
        QVERIFY(m_world->enterAs(kAnna));
        FakeWireServer other;
        QSignalSpy entered(&session(), &SessionModel::entered);
        QSignalSpy left(&session(), &SessionModel::left);
        session().openServer(other.url());
        QVERIFY(!session().isSignedIn());
        QCOMPARE(left.size(), 1);
        QTRY_COMPARE(entered.size(), 1);
        QVERIFY(!session().isSignedIn());
        QCOMPARE(other.count<AuthResume>(), 0);
    }

    void endVisit_isToldToTheServer()
    {
        QVERIFY(m_world->enterAs(kAnna));
        QSignalSpy ended(&session(), &SessionModel::visitEnded);
        session().endVisit();
        QVERIFY(!session().isSignedIn());
        QTRY_COMPARE(ended.size(), 1);
        QCOMPARE(m_world->server.count<SessionEnd>(), 1);
    }

    void profile_isReadAndChanged()
    {
        QVERIFY(m_world->enterAs(kAnna));
        ProfileModel model(session());
        m_world->server.when<ProfileGet>(ProfileResult {.user = kAnna, .profile = {.name = u"anna"_s, .email = u"anna@example.org"_s}});
        model.load();
        QVERIFY(model.isBusy());
        QTRY_VERIFY(model.profile());
        QCOMPARE(model.profile()->email, u"anna@example.org"_s);

        User renamed = kAnna;
        renamed.name = u"Anna B."_s;
        m_world->server.when<ProfileUpdate>(ProfileResult {.user = renamed, .profile = {.name = renamed.name}});
        QSignalSpy saved(&model, &ProfileModel::saved);
        model.save({.name = renamed.name});
        QTRY_COMPARE(saved.size(), 1);
        QCOMPARE(model.profile()->name, renamed.name);
        QCOMPARE(session().user(), renamed);
        QVERIFY(!model.isBusy());

        m_world->server.when<AuthLogout>(Nothing {});
        logOut();
        QVERIFY(!model.profile());
    }

    void profile_failuresAreSaid()
    {
        QVERIFY(m_world->enterAs(kAnna));
        ProfileModel model(session());
        QSignalSpy loadFailed(&model, &ProfileModel::loadFailed);
        QSignalSpy saveFailed(&model, &ProfileModel::saveFailed);
        m_world->server.when<ProfileGet>(Error {.code = ErrorCode::Overloaded});
        m_world->server.when<ProfileUpdate>(Error {.code = ErrorCode::InvalidParams});
        model.load();
        QTRY_COMPARE(loadFailed.size(), 1);
        model.save({});
        QTRY_COMPARE(saveFailed.size(), 1);
        QVERIFY(!model.profile());
    }

    void profile_ofTheUserBeforeIsDropped()
    {
        QVERIFY(m_world->enterAs(kAnna));
        ProfileModel model(session());
        Answer<ProfileGet> late;
        m_world->server.whenAsked<ProfileGet>([&](const Nothing &, const Answer<ProfileGet> &answer) { late = answer; });
        model.load();
        QTRY_VERIFY(late);
        m_world->server.when<AuthLogout>(Nothing {});
        logOut();
        QVERIFY(m_world->signIn(kBela));
        late(ProfileResult {.user = kAnna, .profile = {.name = u"anna"_s}});
        QTRY_VERIFY(!model.isBusy());
        QVERIFY(!model.profile());
        QCOMPARE(session().user(), kBela);
    }

    void cash_isNotForCustomersWhereTheServerSaysSo()
    {
        m_world->server.hello.features = {u"payments.cashless"_s};
        QVERIFY(m_world->enterAs(kAnna));
        QVERIFY(!session().mayTakeCash());
        m_world->server.when<AuthLogout>(Nothing {});
        logOut();
        QVERIFY(m_world->signIn(kBela));
        QVERIFY(session().mayTakeCash());
    }

    // A server of before does not say, and refuses what it does not want.
    void cash_isForEverybodyWhereNothingIsSaid()
    {
        m_world->server.hello.features.clear();
        QVERIFY(m_world->enterAs(kAnna));
        QVERIFY(session().mayTakeCash());
    }

private:
    SessionModel &session() { return m_world->session; }
    void logOut()
    {
        session().logOut();
        QTRY_VERIFY(!session().isSignedIn() && !session().isBusy());
    }

    std::unique_ptr<StateWorld> m_world;
};

QTEST_GUILESS_MAIN(TestSessionModel)
#include "tst_sessionmodel.moc"
