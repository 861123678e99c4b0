// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/application/theme.h"
#include "app/screens/blockseatsdialog.h"
#include "app/screens/blockspanel.h"
#include "app/screens/postponedialog.h"
#include "app/screens/releasesscreen.h"
#include "app/seatmap/seatdescription.h"
#include "app/widgets/choicebar.h"
#include "app/widgets/messagebanner.h"
#include "tests/gui/desk.h"
#include "tests/gui/picture.h"
#include "tests/support/blockparams.h"
#include "tests/support/eventparams.h"
#include "tests/support/testdatabases.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QListView>
#include <QListWidget>
#include <QPushButton>
#include <QSpinBox>

using namespace parterre;
using namespace parterre::testing;
using namespace parterre::ui;
using namespace Qt::StringLiterals;

// Seats are kept from sale and let go again, in the real window at a real server.
class TestBlockScreens : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<Theme> m_theme;
    TestDatabases m_databases;
    std::unique_ptr<TestHouse> m_house;

    [[nodiscard]] EventId evening() const { return m_house->events().evening; }
    template<class Widget>
    [[nodiscard]] static Widget *part(const Desk &desk, const QString &name, Page page = Page::Event)
    {
        return desk.screen<QWidget>(page)->findChild<Widget *>(name);
    }
    static void click(const Desk &desk, const QString &name, Page page = Page::Event) { QTest::mouseClick(part<QPushButton>(desk, name, page), Qt::LeftButton); }
    [[nodiscard]] static SeatLook look(Desk &desk, qint32 seat) { return desk.models.event.seatMap().look(seat); }
    // By a manager elsewhere.
    void block(const QJsonObject &block) const
    {
        QVERIFY(m_house->visitor(Role::Manager)->call(u"blocks.create"_s, block).ok());
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_theme = std::make_unique<Theme>(*qApp);
        QLocale::setDefault(QLocale(u"en_GB"_s));
    }
    void init() { m_house = std::make_unique<TestHouse>(m_databases.create(storage::Engine::Sqlite)); }
    void cleanup() { m_house.reset(); }

    void seats_areChosenOnTheMapAndHeldBack()
    {
        Desk desk(*m_house);
        QVERIFY(desk.openAs(Role::Manager));
        QVERIFY(desk.openEvent(evening()));
        click(desk, u"blocksButton"_s);
        auto *panel = desk.screen<QWidget>(Page::Event)->findChild<BlocksPanel *>();
        QVERIFY(panel->isVisible());
        QVERIFY(shows(*desk.window, u"Nothing is blocked"_s));
        QVERIFY(!part<QPushButton>(desk, u"blockSeats"_s)->isEnabled());
        click(desk, u"chooseSeats"_s);
        for (const qint32 seat : {30, 31, 32})
            desk.pressSeat(seat);
        desk.pressSeat(32); // not that one after all
        QCOMPARE(desk.models.blocks.chosen(), QList<qint32>({30, 31}));
        QCOMPARE(desk.models.cart.rowCount(), 0);
        keepPicture(*desk.window, u"blocks-choosing"_s);

        click(desk, u"blockSeats"_s);
        auto *dialog = panel->findChild<BlockSeatsDialog *>();
        QTRY_VERIFY(dialog->isVisible());
        auto *really = dialog->findChild<QPushButton *>(u"reallyBlock"_s);
        QVERIFY(!really->isEnabled()); // not without a reason
        dialog->findChild<QComboBox *>(u"blockReason"_s)->setEditText(u"Press"_s);
        auto *when = dialog->findChild<QComboBox *>(u"releaseWhen"_s);
        when->setCurrentIndex(1);
        dialog->findChild<QSpinBox *>(u"releaseHours"_s)->setValue(1);
        dialog->findChild<QCheckBox *>(u"releaseConfirm"_s)->setChecked(true);
        keepPicture(*dialog, u"block-dialog"_s);
        QTest::mouseClick(really, Qt::LeftButton);
        QTRY_COMPARE(look(desk, 30), SeatLook::HeldBack);
        QTRY_COMPARE(part<QListWidget>(desk, u"blocks"_s)->count(), 1);
        QVERIFY(part<QListWidget>(desk, u"blocks"_s)->item(0)->text().contains(u"Press"_s));
        QVERIFY(!desk.models.blocks.isChoosing());
        QVERIFY(seatStateText(desk.models.event.seatMap(), 30).startsWith(u"held back"_s));
        QCOMPARE(desk.models.blocks.blocks().constFirst().release, (BlockRelease {.minutesBefore = 60, .isConfirmed = false}));
        keepPicture(*desk.window, u"blocks-held-back"_s);

        // Let go again.
        click(desk, u"releaseBlock"_s);
        QCOMPARE(desk.prompter.asked.last().yes, u"Release"_s);
        QTRY_COMPARE(look(desk, 30), SeatLook::Free);
        QTRY_COMPARE(part<QListWidget>(desk, u"blocks"_s)->count(), 0);
        QTest::keyClick(panel, Qt::Key_Escape);
        QVERIFY(!panel->isVisible());
    }

    void someSeats_areReleased()
    {
        block(blockOf(evening(), {30, 31, 32}));
        Desk desk(*m_house);
        QVERIFY(desk.openAs(Role::Manager));
        QVERIFY(desk.openEvent(evening()));
        QTRY_COMPARE(look(desk, 31), SeatLook::HeldBack);
        click(desk, u"blocksButton"_s);
        click(desk, u"chooseSeats"_s);
        desk.pressSeat(31);
        QVERIFY(shows(*desk.window, u"Chosen to be released: 1 seat"_s));
        QVERIFY(!part<QPushButton>(desk, u"blockSeats"_s)->isEnabled());
        desk.pressSeat(33);
        QVERIFY(shows(*desk.window, u"is not blocked"_s));
        keepPicture(*desk.window, u"blocks-releasing"_s);
        click(desk, u"releaseBlock"_s);
        QVERIFY(desk.prompter.asked.last().text.contains(desk.models.event.seatMap().label(31)));
        QTRY_COMPARE(look(desk, 31), SeatLook::Free);
        QCOMPARE(look(desk, 30), SeatLook::HeldBack);
        QTRY_VERIFY(part<QListWidget>(desk, u"blocks"_s)->item(0)->text().contains(u"2 seats"_s));
    }

    void takenSeat_isNotChosen()
    {
        const auto guest = m_house->visitor();
        QVERIFY(guest->call(u"holds.acquire"_s, placesOf(evening(), {30})).ok());
        Desk desk(*m_house);
        QVERIFY(desk.openAs(Role::Manager));
        QVERIFY(desk.openEvent(evening()));
        click(desk, u"blocksButton"_s);
        click(desk, u"chooseSeats"_s);
        desk.pressSeat(30);
        QVERIFY(desk.models.blocks.chosen().isEmpty());
        QVERIFY(shows(*desk.window, u"is taken"_s));
    }

    void areas_areBlockedByNumber()
    {
        Desk desk(*m_house);
        QVERIFY(desk.openAs(Role::Manager));
        QVERIFY(desk.openEvent(m_house->events().cabaret));
        click(desk, u"blocksButton"_s);
        click(desk, u"chooseSeats"_s);
        click(desk, u"blockSeats"_s);
        auto *dialog = desk.screen<QWidget>(Page::Event)->findChild<BlockSeatsDialog *>();
        QTRY_VERIFY(dialog->isVisible());
        dialog->findChild<ChoiceBar *>(u"blockKind"_s)->setCurrent(static_cast<int>(BlockKind::Killed));
        dialog->findChild<QComboBox *>(u"blockReason"_s)->setEditText(u"Camera"_s);
        QVERIFY(!dialog->findChild<QPushButton *>(u"reallyBlock"_s)->isEnabled());
        dialog->findChild<QSpinBox *>(u"blockArea0"_s)->setValue(5);
        QTest::mouseClick(dialog->findChild<QPushButton *>(u"reallyBlock"_s), Qt::LeftButton);
        QTRY_COMPARE(desk.models.event.seatMap().areaCount(0, SeatLook::Blocked), 5);
    }

    void clerk_sellsAHeldBackSeatWhenAsked()
    {
        block(blockOf(evening(), {30}));
        block(blockOf(evening(), {31}, u"killed"_s));
        Desk desk(*m_house);
        QVERIFY(desk.openAs(Role::Clerk));
        QVERIFY(desk.openEvent(evening()));
        QTRY_COMPARE(look(desk, 30), SeatLook::HeldBack);
        QCOMPARE(look(desk, 31), SeatLook::Blocked);
        click(desk, u"blocksButton"_s);
        QTRY_COMPARE(part<QListWidget>(desk, u"blocks"_s)->count(), 2);
        QVERIFY(!part<QPushButton>(desk, u"chooseSeats"_s)->isVisible()); // that is for managers
        QVERIFY(!part<QPushButton>(desk, u"releaseBlock"_s)->isVisible());
        keepPicture(*desk.window, u"blocks-clerk"_s);
        desk.settings.setAsksBefore(Step::Hold, false);
        desk.prompter.answer.yes = false;
        desk.pressSeat(30);
        QCOMPARE(desk.prompter.asked.size(), 1); // this is always asked
        QVERIFY(desk.prompter.asked.last().text.contains(u"House seats"_s));
        QCOMPARE(look(desk, 30), SeatLook::HeldBack);
        desk.prompter.answer.yes = true;
        desk.pressSeat(30);
        QTRY_COMPARE(look(desk, 30), SeatLook::Mine);
        QCOMPARE(desk.models.cart.rowCount(), 1);
        desk.pressSeat(31);
        QVERIFY(shows(*desk.window, u"not on sale"_s));
        // Given back, it is held back again.
        desk.settings.setAsksBefore(Step::Release, false);
        desk.pressSeat(30);
        QTRY_COMPARE(look(desk, 30), SeatLook::HeldBack);
    }

    void customer_seesNoDifference()
    {
        block(blockOf(evening(), {30}));
        Desk desk(*m_house);
        QVERIFY(desk.openAs(Role::Customer));
        QVERIFY(desk.openEvent(evening()));
        QCOMPARE(look(desk, 30), SeatLook::Blocked);
        QVERIFY(!part<QPushButton>(desk, u"blocksButton"_s)->isVisible());
    }

    void release_isConfirmedAndPostponedInTheList()
    {
        const QJsonObject unconfirmed {{u"minutesBefore"_s, 10}, {u"confirmed"_s, false}};
        block(with(blockOf(evening(), {30, 31}), u"release"_s, unconfirmed));
        block(with(blockOf(m_house->events().matinee, {5}), u"release"_s, QJsonObject {{u"minutesBefore"_s, 20}, {u"confirmed"_s, true}}));
        Desk desk(*m_house);
        QVERIFY(desk.openAs(Role::Manager));
        desk.navigator->goTo(Page::Releases);
        auto *list = part<QListView>(desk, u"releases"_s, Page::Releases);
        QTRY_COMPARE(list->model()->rowCount(), 2);
        const auto rowOf = [list](const QString &words) {
            for (int row = 0; row < list->model()->rowCount(); ++row) {
                if (list->model()->index(row, 0).data().toString().contains(words))
                    return list->model()->index(row, 0);
            }
            return QModelIndex();
        };
        QVERIFY(rowOf(u"To be confirmed on "_s).isValid());
        QVERIFY(rowOf(u"2 seats"_s).isValid());
        keepPicture(*desk.window, u"releases"_s);
        list->setCurrentIndex(rowOf(u"Free on"_s));
        QVERIFY(!part<QPushButton>(desk, u"confirmRelease"_s, Page::Releases)->isEnabled()); // nobody has to
        list->setCurrentIndex(rowOf(u"To be confirmed"_s));
        click(desk, u"confirmRelease"_s, Page::Releases);
        QTRY_VERIFY(!rowOf(u"To be confirmed"_s).isValid());
        QTRY_COMPARE(list->model()->rowCount(), 2);
        QTRY_COMPARE(list->currentIndex(), rowOf(u"2 seats"_s)); // a second click decides about no other

        QTRY_VERIFY(part<QPushButton>(desk, u"postponeRelease"_s, Page::Releases)->isEnabled());
        click(desk, u"postponeRelease"_s, Page::Releases);
        auto *dialog = desk.screen<QWidget>(Page::Releases)->findChild<PostponeDialog *>();
        QTRY_VERIFY(dialog->isVisible());
        QCOMPARE(dialog->findChild<QSpinBox *>(u"releaseMinutes"_s)->value(), 10); // as it was
        QVERIFY(dialog->findChild<QSpinBox *>(u"releaseMinutes"_s)->isVisible());
        keepPicture(*dialog, u"postpone-dialog"_s);
        dialog->findChild<QComboBox *>(u"releaseWhen"_s)->setCurrentIndex(0);
        QTest::mouseClick(dialog->findChild<QPushButton *>(u"reallyPostpone"_s), Qt::LeftButton);
        QTRY_COMPARE(list->model()->rowCount(), 1); // it has no time any more
        list->setCurrentIndex(rowOf(u"Free on"_s));
        click(desk, u"openEvent"_s, Page::Releases);
        QTRY_COMPARE(desk.models.event.event(), m_house->events().matinee);
    }
};

QTEST_MAIN(TestBlockScreens)
#include "tst_blockscreens.moc"
