// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/application/picturetour.h"
#include "app/application/program.h"
#include "tests/support/testdatabases.h"
#include "tests/support/testhouse.h"

#include <QApplication>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTest>

using namespace parterre;
using namespace parterre::testing;
using namespace parterre::ui;
using namespace Qt::StringLiterals;

// The program as main() makes it, and its command line.
class TestProgram : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void options_areRead();
    void wrongOptions_nameThemselves_data();
    void wrongOptions_nameThemselves();
    void start_signsInAsTold();
    void start_refusesAnAddressThatIsNone();
    void closing_tellsTheServerFirst();
    void closing_doesNotWaitForADeadServer();
    void language_isChangedInANewWindow();
    void tour_takesAPictureOfEveryScreen();

private:
    [[nodiscard]] Options optionsFor(const QString &server) const;

    QTemporaryDir m_folder;
    TestDatabases m_databases;
    SystemClock m_clock;
    UuidV7Generator m_ids {m_clock};
    net::MemoryTokenStore m_tokens;
    int m_settings = 0;
};

void TestProgram::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
}

Options TestProgram::optionsFor(const QString &server) const
{
    return {.server = server, .language = u"en"_s, .settingsFile = m_folder.filePath(u"settings-%1.ini"_s.arg(m_settings))};
}

void TestProgram::options_areRead()
{
    QFile password(m_folder.filePath(u"password"_s));
    QVERIFY(password.open(QIODevice::WriteOnly));
    password.write("four words in a row\r\nsecond line\n");
    password.close();
    const auto options = readOptions({u"parterre"_s, u"--server"_s, u"wss://house.example"_s, u"--theme=dark"_s, u"--user"_s, u"ada@house.example"_s,
                                      u"--password-file"_s, password.fileName(), u"--screenshot"_s, u"/tmp/x"_s, u"--size"_s, u"1024x700"_s});
    QVERIFY(options);
    QCOMPARE(options->server, u"wss://house.example"_s);
    QCOMPARE(options->scheme, Scheme::Dark);
    QCOMPARE(options->user, u"ada@house.example"_s);
    QCOMPARE(options->password, u"four words in a row"_s);
    QCOMPARE(options->screenshotFolder, u"/tmp/x"_s);
    QCOMPARE(options->size, QSize(1024, 700));
    QVERIFY(readOptions({u"parterre"_s, u"--help"_s})->help);
    QVERIFY(helpText().contains(u"--password-file"_s));
}

void TestProgram::wrongOptions_nameThemselves_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("named");
    QTest::newRow("unknown") << QStringList {u"--colour"_s} << u"colour"_s;
    QTest::newRow("theme") << QStringList {u"--theme"_s, u"plaid"_s} << u"plaid"_s;
    QTest::newRow("language") << QStringList {u"--language"_s, u"tlh"_s} << u"tlh"_s;
    QTest::newRow("password file") << QStringList {u"--password-file"_s, u"/nowhere/at/all"_s} << u"/nowhere/at/all"_s;
    QTest::newRow("size") << QStringList {u"--size"_s, u"broad"_s} << u"broad"_s;
    QTest::newRow("stray word") << QStringList {u"stray"_s} << u"stray"_s;
}

void TestProgram::wrongOptions_nameThemselves()
{
    QFETCH(QStringList, arguments);
    QFETCH(QString, named);
    const auto options = readOptions(QStringList {u"parterre"_s} + arguments);
    QVERIFY(!options);
    QVERIFY2(options.error().detail.contains(named), qPrintable(options.error().detail));
}

void TestProgram::start_signsInAsTold()
{
    const TestHouse house(m_databases.create(storage::Engine::Sqlite));
    Options options = optionsFor(house.url().toString());
    options.user = TestHouse::emailOf(Role::Clerk);
    options.password = TestHouse::passwordOf(Role::Clerk);
    Program program(*qApp, options, m_tokens, m_clock, m_ids);
    QVERIFY(program.start());
    QTRY_COMPARE(program.models().session.role(), Role::Clerk);
    QTRY_COMPARE(program.window().page(), Page::Events);
}

void TestProgram::start_refusesAnAddressThatIsNone()
{
    ++m_settings;
    Program program(*qApp, optionsFor(u"http://:::"_s), m_tokens, m_clock, m_ids);
    const auto started = program.start();
    QVERIFY(!started);
    QCOMPARE(started.error().code, ErrorCode::AddressInvalid);
}

void TestProgram::closing_tellsTheServerFirst()
{
    ++m_settings;
    const TestHouse house(m_databases.create(storage::Engine::Sqlite));
    Program program(*qApp, optionsFor(house.url().toString()), m_tokens, m_clock, m_ids);
    QVERIFY(program.start());
    QTRY_VERIFY(program.models().session.isConnected());
    program.models().session.continueAsGuest(u"Gus"_s);
    QTRY_VERIFY(program.models().session.isSignedIn());
    program.navigator().openEvent(house.events().evening);
    QTRY_COMPARE(program.models().event.state(), EventModel::State::Ready);
    program.models().event.requestHold({30});
    QTRY_COMPARE(program.models().cart.rowCount(), 1);
    QSignalSpy finished(&program, &Program::finished);
    program.window().close();
    QTRY_COMPARE(finished.count(), 1);
    // The grace is for broken links; who leaves gives the seats back.
    const auto other = house.visitor(Role::Guest);
    QVERIFY(other->call(u"holds.acquire"_s, placesOf(house.events().evening, {30})).ok());
}

void TestProgram::closing_doesNotWaitForADeadServer()
{
    ++m_settings;
    QTcpServer mute; // takes connections and says nothing
    QVERIFY(mute.listen(QHostAddress::LocalHost));
    Program program(*qApp, optionsFor(u"ws://127.0.0.1:%1"_s.arg(mute.serverPort())), m_tokens, m_clock, m_ids);
    QVERIFY(program.start());
    QSignalSpy finished(&program, &Program::finished);
    program.window().close();
    QTRY_COMPARE(finished.count(), 1);
}

void TestProgram::language_isChangedInANewWindow()
{
    ++m_settings;
    const TestHouse house(m_databases.create(storage::Engine::Sqlite));
    Program program(*qApp, optionsFor(house.url().toString()), m_tokens, m_clock, m_ids);
    QVERIFY(program.start());
    QTRY_VERIFY(program.models().session.isConnected());
    program.navigator().goTo(Page::Events);
    const QStringList languages = Languages::available();
    QVERIFY(languages.contains(u"ar"_s));
    program.setLanguage(u"ar"_s);
    QCOMPARE(program.window().page(), Page::Events);
    QVERIFY(program.window().isVisible());
    QCOMPARE(QApplication::layoutDirection(), Qt::RightToLeft);
    program.setLanguage(u"en"_s);
    QCOMPARE(QApplication::layoutDirection(), Qt::LeftToRight);
    QVERIFY(program.models().session.isConnected());
}

void TestProgram::tour_takesAPictureOfEveryScreen()
{
    ++m_settings;
    const TestHouse house(m_databases.create(storage::Engine::Sqlite));
    Options options = optionsFor(house.url().toString());
    options.user = TestHouse::emailOf(Role::Clerk);
    options.password = TestHouse::passwordOf(Role::Clerk);
    options.language = u"de"_s;
    Program program(*qApp, options, m_tokens, m_clock, m_ids);
    QVERIFY(program.start());
    PictureTour tour(program, m_folder.filePath(u"pictures"_s));
    QSignalSpy finished(&tour, &PictureTour::finished);
    tour.start();
    QVERIFY(finished.wait(60'000));
    QVERIFY2(finished.constFirst().constFirst().toBool(), qPrintable(finished.constFirst().at(1).toString()));
    QCOMPARE(program.language(), u"de"_s);
    const QStringList taken = QDir(m_folder.filePath(u"pictures"_s)).entryList(QDir::Files);
    for (const QString &name : {u"sign-in"_s, u"events"_s, u"events-dark"_s, u"events-empty"_s, u"event"_s, u"event-details"_s, u"event-dark"_s, u"event-arabic"_s, u"event-high-contrast"_s, u"offline"_s, u"checkout"_s, u"booked"_s, u"bookings"_s, u"profile"_s})
        QVERIFY2(taken.contains(name + u".png"_s), qPrintable(name));
}

QTEST_MAIN(TestProgram)
#include "tst_program.moc"
