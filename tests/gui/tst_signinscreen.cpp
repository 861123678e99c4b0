// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/application/theme.h"
#include "app/screens/signinscreen.h"
#include "app/widgets/formfield.h"
#include "app/widgets/messagebanner.h"
#include "tests/gui/desk.h"
#include "tests/gui/picture.h"
#include "tests/support/testdatabases.h"

#include <QApplication>
#include <QCheckBox>
#include <QLineEdit>
#include <QPushButton>

using namespace parterre;
using namespace parterre::testing;
using namespace parterre::ui;
using namespace Qt::StringLiterals;

class TestSignInScreen : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_theme = std::make_unique<Theme>(*qApp); }
    void signIn_worksFromTheKeyboardAlone();
    void wrongPassword_isSaidAtTheField();
    void emptyFields_areSaidBeforeAnythingIsSent();
    void register_makesAnAccountAndComesIn();
    void takenAddress_isSaidAtTheField();
    void guest_needsOnlyAName();
    void barredGuest_isToldWhatToDo();
    void newHouse_asksForItsAdministrator();
    void wrongAddress_isSaidAndAnotherServerReached();
    void staySignedIn_saysWhenThereIsNoKeyStore();
    void choice_isRemembered();

private:
    static FormField *fieldOf(SignInScreen &screen, const QString &control);
    static void choose(SignInScreen &screen, SignInScreen::Form form);

    std::unique_ptr<Theme> m_theme;
    TestDatabases m_databases;
};

// The shown field whose control has this accessible name.
FormField *TestSignInScreen::fieldOf(SignInScreen &screen, const QString &control)
{
    for (FormField *field : screen.findChildren<FormField *>()) {
        if (!field->isHidden() && field->control()->accessibleName() == control)
            return field;
    }
    return nullptr;
}

void TestSignInScreen::choose(SignInScreen &screen, SignInScreen::Form form)
{
    screen.setForm(form);
    QCOMPARE(screen.form(), form);
}

void TestSignInScreen::signIn_worksFromTheKeyboardAlone()
{
    const TestHouse house(m_databases.create(storage::Engine::Sqlite));
    Desk desk(house);
    QVERIFY(desk.open());
    keepPicture(*desk.window, u"screen-signin"_s);
    type(*desk.window, TestHouse::emailOf(Role::Clerk));
    press(*desk.window, Qt::Key_Tab);
    type(*desk.window, TestHouse::passwordOf(Role::Clerk));
    press(*desk.window, Qt::Key_Return);
    QTRY_VERIFY(desk.models.session.isSignedIn());
    QTRY_COMPARE(desk.window->page(), Page::Events);
    // The password does not stay in the form.
    for (const QLineEdit *line : desk.screen<SignInScreen>(Page::SignIn)->findChildren<QLineEdit *>())
        QVERIFY(line->text() != TestHouse::passwordOf(Role::Clerk));
}

void TestSignInScreen::wrongPassword_isSaidAtTheField()
{
    const TestHouse house(m_databases.create(storage::Engine::Sqlite));
    Desk desk(house);
    QVERIFY(desk.open());
    auto *screen = desk.screen<SignInScreen>(Page::SignIn);
    type(*desk.window, TestHouse::emailOf(Role::Clerk));
    press(*desk.window, Qt::Key_Tab);
    type(*desk.window, u"wrong"_s);
    press(*desk.window, Qt::Key_Return);
    FormField *password = fieldOf(*screen, u"Password"_s);
    QTRY_VERIFY(password->error().contains(u"do not match"_s));
    QTRY_VERIFY(password->control()->hasFocus());
    QCOMPARE(desk.window->page(), Page::SignIn);
    // Typing again takes the reproach away.
    type(*desk.window, u"x"_s);
    QVERIFY(password->error().isEmpty());
}

void TestSignInScreen::emptyFields_areSaidBeforeAnythingIsSent()
{
    const TestHouse house(m_databases.create(storage::Engine::Sqlite));
    Desk desk(house);
    QVERIFY(desk.open());
    auto *screen = desk.screen<SignInScreen>(Page::SignIn);
    type(*desk.window, u"not an address"_s);
    press(*desk.window, Qt::Key_Return);
    QVERIFY(fieldOf(*screen, u"E-mail address"_s)->error().contains(u"such as"_s));
    QVERIFY(!fieldOf(*screen, u"Password"_s)->error().isEmpty());
    QVERIFY(!desk.models.session.isBusy());
}

void TestSignInScreen::register_makesAnAccountAndComesIn()
{
    const TestHouse house(m_databases.create(storage::Engine::Sqlite));
    Desk desk(house);
    QVERIFY(desk.open());
    auto *screen = desk.screen<SignInScreen>(Page::SignIn);
    choose(*screen, SignInScreen::Form::Register);
    type(*desk.window, u"<b>Nora</b> New"_s);
    press(*desk.window, Qt::Key_Tab);
    type(*desk.window, u"nora@house.example"_s);
    press(*desk.window, Qt::Key_Tab);
    press(*desk.window, Qt::Key_Tab);
    type(*desk.window, u"short"_s);
    press(*desk.window, Qt::Key_Return);
    QTRY_VERIFY(!fieldOf(*screen, u"Password"_s)->error().isEmpty());
    type(*desk.window, u"four words in a row"_s); // what stood there is selected
    press(*desk.window, Qt::Key_Return);
    QTRY_VERIFY(desk.models.session.isSignedIn());
    QCOMPARE(desk.models.session.user()->name, u"<b>Nora</b> New"_s);
    QCOMPARE(desk.models.session.role(), Role::Customer);
    QTRY_COMPARE(desk.window->page(), Page::Events);
}

void TestSignInScreen::takenAddress_isSaidAtTheField()
{
    const TestHouse house(m_databases.create(storage::Engine::Sqlite));
    Desk desk(house);
    QVERIFY(desk.open());
    auto *screen = desk.screen<SignInScreen>(Page::SignIn);
    choose(*screen, SignInScreen::Form::Register);
    type(*desk.window, u"Nora"_s);
    press(*desk.window, Qt::Key_Tab);
    type(*desk.window, TestHouse::emailOf(Role::Clerk));
    press(*desk.window, Qt::Key_Tab);
    press(*desk.window, Qt::Key_Tab);
    type(*desk.window, u"four words in a row"_s);
    press(*desk.window, Qt::Key_Return);
    QTRY_VERIFY(fieldOf(*screen, u"E-mail address"_s)->error().contains(u"exists already"_s));
}

void TestSignInScreen::guest_needsOnlyAName()
{
    const TestHouse house(m_databases.create(storage::Engine::Sqlite));
    Desk desk(house);
    QVERIFY(desk.open());
    auto *screen = desk.screen<SignInScreen>(Page::SignIn);
    choose(*screen, SignInScreen::Form::Guest);
    QVERIFY(!fieldOf(*screen, u"Password"_s));
    press(*desk.window, Qt::Key_Return);
    QVERIFY(!fieldOf(*screen, u"Your name"_s)->error().isEmpty());
    type(*desk.window, u"Gus"_s);
    press(*desk.window, Qt::Key_Return);
    QTRY_COMPARE(desk.models.session.role(), Role::Guest);
    QTRY_COMPARE(desk.window->page(), Page::Events);
}

void TestSignInScreen::barredGuest_isToldWhatToDo()
{
    const TestHouse house(m_databases.create(storage::Engine::Sqlite), {.guests = false});
    Desk desk(house);
    QVERIFY(desk.open());
    auto *screen = desk.screen<SignInScreen>(Page::SignIn);
    choose(*screen, SignInScreen::Form::Guest);
    bool told = false;
    for (const QLabel *label : screen->findChildren<QLabel *>())
        told = told || (label->isVisible() && label->text().contains(u"registered customers only"_s));
    QVERIFY(told);
    type(*desk.window, u"Gus"_s);
    press(*desk.window, Qt::Key_Return);
    QVERIFY(!desk.models.session.isBusy());
}

void TestSignInScreen::newHouse_asksForItsAdministrator()
{
    const TestHouse house(m_databases.create(storage::Engine::Sqlite), {.administrator = false});
    Desk desk(house);
    QVERIFY(desk.open());
    auto *screen = desk.screen<SignInScreen>(Page::SignIn);
    QTRY_COMPARE(screen->form(), SignInScreen::Form::SetUp);
    keepPicture(*desk.window, u"screen-setup"_s);
    const auto fill = [&](const QString &field, const QString &text) { static_cast<QLineEdit *>(fieldOf(*screen, field)->control())->setText(text); };
    fill(u"Set-up code"_s, u"AAAA-BBBB-CCCC"_s);
    fill(u"Your name"_s, u"Ada"_s);
    fill(u"E-mail address"_s, u"ada@house.example"_s);
    fill(u"Password"_s, u"four words in a row"_s);
    fieldOf(*screen, u"Password"_s)->setFocus();
    press(*desk.window, Qt::Key_Return);
    QTRY_VERIFY(fieldOf(*screen, u"Set-up code"_s)->error().contains(u"wrong, used or out of date"_s));
    fill(u"Set-up code"_s, house.house().setupCode());
    press(*desk.window, Qt::Key_Return);
    QTRY_COMPARE(desk.models.session.role(), Role::Administrator);
    QTRY_COMPARE(desk.window->page(), Page::Events);
}

void TestSignInScreen::wrongAddress_isSaidAndAnotherServerReached()
{
    const TestHouse house(m_databases.create(storage::Engine::Sqlite));
    Desk desk(house);
    desk.window->show();
    auto *screen = desk.screen<SignInScreen>(Page::SignIn);
    FormField *server = fieldOf(*screen, u"Server"_s);
    auto *line = static_cast<QLineEdit *>(server->control());
    line->setText(u"http://:::"_s);
    QTest::keyClick(line, Qt::Key_Return);
    QVERIFY2(server->error().contains(u"not a server address"_s), qPrintable(server->error()));
    line->setText(house.url().toString());
    QTest::keyClick(line, Qt::Key_Return);
    QVERIFY(server->error().isEmpty());
    QTRY_VERIFY(desk.models.session.isConnected());
    QCOMPARE(desk.settings.server(), house.url().toString());
}

void TestSignInScreen::staySignedIn_saysWhenThereIsNoKeyStore()
{
    const TestHouse house(m_databases.create(storage::Engine::Sqlite));
    Desk desk(house);
    QVERIFY(desk.open());
    bool said = false;
    for (const QLabel *label : desk.screen<SignInScreen>(Page::SignIn)->findChildren<QLabel *>())
        said = said || (label->isVisible() && label->text().contains(u"no key store"_s));
    QVERIFY(said);
}

void TestSignInScreen::choice_isRemembered()
{
    const TestHouse house(m_databases.create(storage::Engine::Sqlite));
    Desk desk(house);
    QVERIFY(desk.open());
    desk.screen<SignInScreen>(Page::SignIn)->findChild<QCheckBox *>()->setChecked(true);
    type(*desk.window, TestHouse::emailOf(Role::Customer));
    press(*desk.window, Qt::Key_Tab);
    type(*desk.window, TestHouse::passwordOf(Role::Customer));
    press(*desk.window, Qt::Key_Return);
    QTRY_VERIFY(desk.models.session.isSignedIn());
    QCOMPARE(desk.settings.email(), TestHouse::emailOf(Role::Customer));
    QVERIFY(desk.settings.staySignedIn());
    QVERIFY(!desk.tokens.isEmpty());
}

QTEST_MAIN(TestSignInScreen)
#include "tst_signinscreen.moc"
