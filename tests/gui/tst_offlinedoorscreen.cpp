// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/screens/doorconflictsdialog.h"
#include "app/screens/doorscreen.h"
#include "app/widgets/messagebanner.h"
#include "app/widgets/toast.h"
#include "doortest.h"
#include "shared/core/clock.h"
#include "shared/core/utctime.h"
#include "tests/gui/picture.h"

#include <QApplication>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QRegularExpression>
#include <QTcpServer>
#include <QTcpSocket>
#include <QToolButton>

using namespace parterre;
using namespace parterre::testing;
using namespace parterre::ui;
using namespace Qt::StringLiterals;

namespace {

// A way to a house that can be cut.
class Detour
{
public:
    explicit Detour(const QUrl &to) : m_to(to)
    {
        m_entrance.listen(QHostAddress::LocalHost);
        QObject::connect(&m_entrance, &QTcpServer::newConnection, &m_entrance, [port = static_cast<quint16>(to.port()), this] {
            QTcpSocket *near = m_entrance.nextPendingConnection();
            auto *far = new QTcpSocket(near);
            far->connectToHost(QHostAddress::LocalHost, port);
            QObject::connect(near, &QTcpSocket::readyRead, far, [near, far] { far->write(near->readAll()); });
            QObject::connect(far, &QTcpSocket::readyRead, near, [near, far] { near->write(far->readAll()); });
        });
    }
    [[nodiscard]] QUrl url() const
    {
        QUrl url = m_to;
        url.setPort(m_entrance.serverPort());
        return url;
    }
    void cut() const
    {
        for (QTcpSocket *near : m_entrance.findChildren<QTcpSocket *>(Qt::FindDirectChildrenOnly))
            near->abort();
    }

private:
    QUrl m_to;
    QTcpServer m_entrance;
};

} // namespace

// The door in a window while the connection does not hold, and what comes of it.
class TestOfflineDoorScreen : public DoorTest
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { setUpLooks(); }
    void init() { openHouse(); }
    void cleanup() { closeHouse(); }
    void withoutAConnection_theListDecides();
    void lostConnection_isSaidOnce();
    void connectionThatIsBack_coversNoLine();
    void whatCannotBeKept_isSaid();
    void whatDidNotStand_isListedAtTheDoor();
    void ticketThatIsNotOnTheList_mayBeAnotherEvenings();
};

void TestOfflineDoorScreen::withoutAConnection_theListDecides()
{
    Desk desk(*m_house);
    openDoor(desk);
    const QString first = code(0);
    QVERIFY(QTest::qWaitFor([&] { return desk.models.door.hasList(); }, 20'000));
    m_guest.reset();
    m_house->stop();
    QTRY_VERIFY(desk.models.door.isOffline());
    scan(desk, first);
    QTRY_COMPARE(sign(desk).word, u"Come in"_s);
    QCOMPARE(desk.models.door.untold(), 1);
    auto *banner = desk.screen<DoorScreen>(Page::Door)->findChild<MessageBanner *>();
    QVERIFY2(banner->text().contains(u"1 admission"_s), qPrintable(banner->text()));
    keepPicture(*desk.window, u"door-offline"_s);
}

void TestOfflineDoorScreen::lostConnection_isSaidOnce()
{
    Desk desk(*m_house);
    openDoor(desk);
    QVERIFY(QTest::qWaitFor([&] { return desk.models.door.hasList(); }, 20'000));
    m_guest.reset();
    m_house->stop();
    QTRY_COMPARE(desk.models.session.status().state, net::ConnectionState::Reconnecting);
    auto *banner = desk.screen<DoorScreen>(Page::Door)->findChild<MessageBanner *>();
    QVERIFY2(banner->isVisible() && banner->text().contains(u"keeps trying"_s), qPrintable(banner->text()));
    QVERIFY(!banner->text().contains(u"admission"_s)); // nobody came meanwhile
    QVERIFY(!desk.window->banner()->isVisible());
    auto *tryNow = banner->findChild<QPushButton *>();
    QVERIFY(tryNow->isVisible());
    tryNow->click();
    QVERIFY(banner->isVisible()); // it did not help
    QVERIFY(tryNow->isVisible());
    // Elsewhere nobody else would say it.
    desk.navigator->goTo(Page::Events);
    QVERIFY(desk.window->banner()->isVisible());
    desk.navigator->goTo(Page::Door);
    QVERIFY(!desk.window->banner()->isVisible());
    // Of another evening there is no list.
    desk.models.door.setEvent(m_house->events().matinee);
    QVERIFY(!banner->isVisible());
    QVERIFY(desk.window->banner()->isVisible());
}

void TestOfflineDoorScreen::connectionThatIsBack_coversNoLine()
{
    const Detour detour(m_house->url());
    Desk desk(*m_house);
    desk.window->show();
    desk.models.session.openServer(detour.url());
    QVERIFY(QTest::qWaitForWindowActive(desk.window.get()));
    QTRY_VERIFY(desk.models.session.isConnected());
    desk.models.session.signIn(TestHouse::emailOf(Role::Door), TestHouse::passwordOf(Role::Door), false);
    QTRY_COMPARE(desk.window->page(), Page::Events);
    desk.navigator->goTo(Page::Door);
    QTRY_VERIFY(desk.models.door.event());
    desk.models.door.setEvent(m_house->events().evening);
    QVERIFY(QTest::qWaitFor([&] { return desk.models.door.hasList(); }, 20'000));
    detour.cut();
    auto *banner = desk.screen<DoorScreen>(Page::Door)->findChild<MessageBanner *>();
    QTRY_COMPARE_WITH_TIMEOUT(banner->text(), u"The connection is back."_s, 20'000);
    QVERIFY(!desk.models.door.isOffline());
    QVERIFY(!desk.window->toast()->isVisible());
    scan(desk, code(0));
    QTRY_COMPARE(sign(desk).word, u"Come in"_s);
    QVERIFY(!banner->isVisible());
}

void TestOfflineDoorScreen::whatCannotBeKept_isSaid()
{
    Desk desk(*m_house);
    openDoor(desk);
    const QString first = code(0);
    QVERIFY(QTest::qWaitFor([&] { return desk.models.door.hasList(); }, 20'000));
    auto *notKept = desk.screen<DoorScreen>(Page::Door)->findChild<QLabel *>(u"notKept"_s);
    QVERIFY(!notKept->isVisible());
    QVERIFY(QDir(desk.folder.path()).mkdir(u"door-queue.jsonl"_s)); // so that no file can be there
    m_guest.reset();
    m_house->stop();
    QTRY_VERIFY(desk.models.door.isOffline());
    scan(desk, first);
    QTRY_COMPARE(sign(desk).word, u"Come in"_s); // he is not kept waiting for that
    QVERIFY(notKept->isVisible());
    keepPicture(*desk.window, u"door-not-kept"_s);
}

void TestOfflineDoorScreen::whatDidNotStand_isListedAtTheDoor()
{
    const auto other = m_house->visitor(Role::Door);
    const QString event = m_house->events().evening.toString();
    const auto tell = [&](const QString &shown, bool isLate) {
        QJsonObject arrival {{u"event"_s, event}, {u"code"_s, shown}, {u"key"_s, newKey()}, {u"door"_s, isLate ? u"Garden"_s : u"Main entrance"_s}};
        if (isLate)
            arrival.insert(u"at"_s, toIsoUtc(SystemClock().utcNow() - std::chrono::minutes(20)));
        return other->call(u"checkins.admit"_s, arrival).ok();
    };
    Desk desk(*m_house);
    openDoor(desk);
    auto *screen = desk.screen<DoorScreen>(Page::Door);
    auto *button = screen->findChild<QPushButton *>(u"showConflicts"_s);
    QVERIFY(!button->isVisible());
    const QString number = m_booking[u"tickets"_s][0][u"number"_s].toString();
    QVERIFY(tell(number, false));
    QVERIFY(tell(number, true));
    QVERIFY(tell(u"a napkin"_s, true));
    desk.models.door.refresh();
    QTRY_VERIFY(button->isVisible());
    QCOMPARE(QString(button->text()).remove(u'&'), u"2 conflicts…"_s);
    keepPicture(*desk.window, u"door-conflicts-there"_s);
    button->click();
    auto *dialog = screen->findChild<DoorConflictsDialog *>();
    QVERIFY(dialog);
    auto *list = dialog->findChild<QListView *>(u"conflicts"_s);
    QTRY_COMPARE(list->model()->rowCount(), 2);
    const QString napkin = list->model()->index(0, 0).data().toString();
    QVERIFY2(napkin.contains(u"a napkin"_s) && napkin.contains(u"Not our ticket"_s), qPrintable(napkin));
    const QString twice = list->model()->index(1, 0).data().toString();
    for (const QString &word : {u"Stalls B 11"_s, u"Already in"_s, u"Garden"_s, u"Main entrance"_s, number})
        QVERIFY2(twice.contains(word), qPrintable(twice));
    keepPicture(*dialog, u"door-conflicts"_s);
    QTRY_VERIFY(list->hasFocus());
    QTest::keyClick(dialog, Qt::Key_Escape);
    QTRY_VERIFY(!screen->findChild<DoorConflictsDialog *>());
    scan(desk, code(1)); // the focus came back
    QTRY_COMPARE(sign(desk).word, u"Come in"_s);
}

void TestOfflineDoorScreen::ticketThatIsNotOnTheList_mayBeAnotherEvenings()
{
    Desk desk(*m_house);
    openDoor(desk);
    QVERIFY(QTest::qWaitFor([&] { return desk.models.door.hasList(); }, 20'000));
    m_guest.reset();
    m_house->stop();
    QTRY_VERIFY(desk.models.door.isOffline());
    scan(desk, u"ABCD-EFGH-1"_s);
    QTRY_COMPARE(sign(desk).word, u"Not on the list"_s);
    QCOMPARE(sign(desk).tone, Tone::Warning);
    QVERIFY2(sign(desk).details.contains(u"another evening"_s), qPrintable(sign(desk).details));
}

QTEST_MAIN(TestOfflineDoorScreen)
#include "tst_offlinedoorscreen.moc"
