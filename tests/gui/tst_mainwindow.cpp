// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/application/mainwindow.h"
#include "app/widgets/messagebanner.h"
#include "app/widgets/navigationrail.h"
#include "app/widgets/textlabel.h"
#include "app/widgets/toast.h"

#include "picture.h"

#include <QApplication>
#include <QMenu>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace parterre::ui;

class TestMainWindow : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup() { m_window.reset(); }
    void navigationAsksAndWaits();
    void innerPageMarksItsParent();
    void shortcutsReachEveryPage();
    void connectionIsAlwaysVisible();
    void userNameIsPlainAndShort();
    void menuOffersThemesAndLanguages();
    void fitsTheSmallestScreenAndGrows();
    void picturesAreKept_data();
    void picturesAreKept();

private:
    std::unique_ptr<Theme> m_theme = nullptr;
    std::unique_ptr<MainWindow> m_window;
};

void TestMainWindow::init()
{
    if (!m_theme)
        m_theme = std::make_unique<Theme>(*qApp);
    m_theme->apply(Scheme::Light);
    m_window = std::make_unique<MainWindow>();
    const auto screen = [](const char *text) { return new TextLabel(QString::fromLatin1(text), TextScale::Title); };
    m_window->addPage(Page::Events, Glyph::Calendar, QStringLiteral("Events"), QKeySequence(QStringLiteral("Ctrl+1")), screen("events"));
    m_window->addPage(Page::Bookings, Glyph::Ticket, QStringLiteral("Bookings"), QKeySequence(QStringLiteral("Ctrl+2")), screen("bookings"));
    m_window->addPage(Page::Profile, Glyph::User, QStringLiteral("Profile"), QKeySequence(QStringLiteral("Ctrl+3")), screen("profile"));
    m_window->addInnerPage(Page::Event, Page::Events, QStringLiteral("Event"), screen("event"));
    m_window->addInnerPage(Page::SignIn, std::nullopt, QStringLiteral("Sign in"), screen("sign in"));
    m_window->showPage(Page::Events);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

void TestMainWindow::navigationAsksAndWaits()
{
    QSignalSpy requested(m_window.get(), &MainWindow::pageRequested);
    auto *rail = m_window->findChild<NavigationRail *>();
    QTest::keyClick(m_window.get(), Qt::Key_2, Qt::ControlModifier);
    QTRY_COMPARE(requested.count(), 1); // the button stays down for a moment first
    QCOMPARE(requested.first().first().value<Page>(), Page::Bookings);
    // Whoever listens decides; until then nothing moves.
    QCOMPARE(m_window->page(), Page::Events);
    QCOMPARE(rail->current(), static_cast<int>(Page::Events));
    m_window->showPage(Page::Bookings);
    QCOMPARE(rail->current(), static_cast<int>(Page::Bookings));
    QVERIFY(m_window->screen(Page::Bookings)->isVisible());
    QVERIFY(!m_window->screen(Page::Events)->isVisible());
    QVERIFY(m_window->windowTitle().contains(QStringLiteral("Bookings")));
}

void TestMainWindow::innerPageMarksItsParent()
{
    auto *rail = m_window->findChild<NavigationRail *>();
    m_window->showPage(Page::Event);
    QCOMPARE(rail->current(), static_cast<int>(Page::Events));
    m_window->showPage(Page::SignIn);
    QCOMPARE(rail->current(), -1);
}

void TestMainWindow::shortcutsReachEveryPage()
{
    QSignalSpy requested(m_window.get(), &MainWindow::pageRequested);
    for (const Qt::Key key : {Qt::Key_1, Qt::Key_2, Qt::Key_3})
        QTest::keyClick(m_window.get(), key, Qt::ControlModifier);
    QTRY_COMPARE(requested.count(), 3);
    QSignalSpy back(m_window.get(), &MainWindow::backRequested);
    QTest::keyClick(m_window.get(), Qt::Key_Left, Qt::AltModifier);
    QCOMPARE(back.count(), 1);
}

void TestMainWindow::connectionIsAlwaysVisible()
{
    auto *indicator = m_window->findChild<ConnectionIndicator *>();
    for (const LinkState state : {LinkState::Connected, LinkState::Connecting, LinkState::Offline, LinkState::Checking}) {
        m_window->setLink(state, QStringLiteral("ws://127.0.0.1:1"));
        QVERIFY(indicator->isVisible());
        QCOMPARE(indicator->state(), state);
        QTRY_VERIFY(indicator->width() >= indicator->sizeHint().width());
    }
}

void TestMainWindow::userNameIsPlainAndShort()
{
    auto *button = m_window->findChild<QToolButton *>(QStringLiteral("userMenu"));
    m_window->setUser(QStringLiteral("<b>Ada</b> & the Extraordinarily Long Surname"));
    QVERIFY(button->width() <= 112);
    QVERIFY(!button->text().contains(QStringLiteral("& ")) || button->text().contains(QStringLiteral("&&")));
    QVERIFY(button->toolTip().contains(QStringLiteral("&lt;b&gt;")));
}

void TestMainWindow::menuOffersThemesAndLanguages()
{
    m_window->setChoices(Scheme::Dark, QStringLiteral("de"), {{QStringLiteral("en"), QStringLiteral("English")}, {QStringLiteral("de"), QStringLiteral("Deutsch")}});
    QSignalSpy scheme(m_window.get(), &MainWindow::schemeChosen);
    QSignalSpy language(m_window.get(), &MainWindow::languageChosen);
    int checked = 0;
    QList<QAction *> actions;
    for (const QMenu *menu : m_window->findChildren<QMenu *>())
        actions.append(menu->actions());
    for (const QAction *action : actions)
        checked += action->isChecked() ? 1 : 0;
    for (QAction *action : actions) {
        if (action->text() == QStringLiteral("Light") || action->text() == QStringLiteral("English"))
            action->trigger();
    }
    QCOMPARE(checked, 2);
    QCOMPARE(scheme.count(), 1);
    QCOMPARE(scheme.first().first().value<Scheme>(), Scheme::Light);
    QCOMPARE(language.count(), 1);
    QCOMPARE(language.first().first().toString(), QStringLiteral("en"));
}

void TestMainWindow::fitsTheSmallestScreenAndGrows()
{
    QVERIFY(m_window->minimumSizeHint().width() <= 1024);
    QVERIFY(m_window->minimumSizeHint().height() <= 700);
    m_window->resize(1024, 700);
    QCOMPARE(m_window->size(), QSize(1024, 700));
    m_window->resize(3840, 2160);
    QCOMPARE(m_window->size(), QSize(3840, 2160));
}

void TestMainWindow::picturesAreKept_data()
{
    QTest::addColumn<Scheme>("scheme");
    QTest::addColumn<Qt::LayoutDirection>("direction");
    QTest::newRow("light") << Scheme::Light << Qt::LeftToRight;
    QTest::newRow("dark-rtl") << Scheme::Dark << Qt::RightToLeft;
}

void TestMainWindow::picturesAreKept()
{
    QFETCH(Scheme, scheme);
    QFETCH(Qt::LayoutDirection, direction);
    m_theme->apply(scheme);
    m_window->setLayoutDirection(direction);
    m_window->setUser(QStringLiteral("Ada Lovelace"));
    m_window->setLink(LinkState::Connected, {});
    m_window->findChild<NavigationRail *>()->setBadge(static_cast<int>(Page::Events), 3);
    m_window->banner()->showMessage(Severity::Warning, QStringLiteral("The connection to the server is lost. Parterre keeps trying."));
    m_window->toast()->showMessage(Severity::Success, QStringLiteral("Booking 7K3M-9QXA is confirmed."));
    m_window->resize(1024, 700);
    parterre::testing::keepPicture(*m_window, QStringLiteral("mainwindow-") + QString::fromLatin1(QTest::currentDataTag()));
    // Mirrored, the navigation is on the other side.
    const auto *rail = m_window->findChild<NavigationRail *>();
    QCOMPARE(rail->x() == 0, direction == Qt::LeftToRight);
}

QTEST_MAIN(TestMainWindow)
#include "tst_mainwindow.moc"
