// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/application/theme.h"
#include "app/screens/areapopover.h"
#include "app/screens/cartdock.h"
#include "app/widgets/messagebanner.h"
#include "tests/gui/desk.h"
#include "tests/gui/picture.h"
#include "tests/support/testdatabases.h"

#include <QApplication>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QToolButton>

using namespace parterre;
using namespace parterre::testing;
using namespace parterre::ui;
using namespace Qt::StringLiterals;

// Standing room by number and tables with one click, in the real window at a real server.
class TestAreaChoosing : public QObject
{
    Q_OBJECT

    using Cabaret = TestHouse::Cabaret;

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup() { m_house.reset(); }
    void area_isHeldByMouse();
    void area_isHeldAndGivenBackByKeyboard();
    void area_isKeptOpenWhileOthersTakePlaces();
    void area_fillsUpWhileOneThinks();
    void fullArea_isSaid();
    void limit_boundsTheNumber();
    void popover_goesWithEscapeAndWithTheFocus();
    void wholeTable_isHeldAndGivenBackWithOneClick();
    void wholeTable_takenInPartSaysSo();
    void wholeTable_isGivenBackFromTheCart_alsoWithoutItsPlan();
    void areaAndTable_areBookedWithTicketTypes();
    void visitorWithoutName_isAskedToSignIn();

private:
    [[nodiscard]] EventId event() const { return m_house->events().cabaret; }
    static SeatMapView *view(const Desk &desk) { return desk.screen<QWidget>(Page::Event)->findChild<SeatMapView *>(); }
    static AreaPopover *popover(const Desk &desk) { return desk.screen<QWidget>(Page::Event)->findChild<AreaPopover *>(); }
    static QSpinBox *number(const Desk &desk) { return popover(desk)->findChild<QSpinBox *>(); }
    static QPushButton *take(const Desk &desk) { return popover(desk)->findChild<QPushButton *>(); }
    [[nodiscard]] bool open(Desk &desk, Role role = Role::Customer) const
    {
        if (!desk.openAs(role) || !desk.openEvent(event()))
            return false;
        view(desk)->setZoomDuration(std::chrono::milliseconds(0));
        view(desk)->fit();
        return true;
    }
    static void clickArea(const Desk &desk, qint32 area) { QTest::mouseClick(view(desk)->viewport(), Qt::LeftButton, {}, view(desk)->areaRect(area).center().toPoint()); }
    static void clickSeat(const Desk &desk, qint32 seat) { QTest::mouseClick(view(desk)->viewport(), Qt::LeftButton, {}, view(desk)->seatRect(seat).center().toPoint()); }
    static qint32 mine(Desk &desk, qint32 area) { return static_cast<qint32>(desk.models.event.seatMap().minePlaces(area).size()); }
    void take(WireClient &client, qint32 area, qint32 seats) const
    {
        QJsonObject params = placesOf(event(), {});
        params.insert(u"areas"_s, QJsonArray {QJsonObject {{u"area"_s, area}, {u"seats"_s, seats}}});
        QVERIFY(client.call(u"holds.acquire"_s, params).ok());
    }

    std::unique_ptr<Theme> m_theme;
    TestDatabases m_databases;
    std::unique_ptr<TestHouse> m_house;
};

void TestAreaChoosing::initTestCase()
{
    m_theme = std::make_unique<Theme>(*qApp);
    QLocale::setDefault(QLocale(u"en_GB"_s));
}

void TestAreaChoosing::init()
{
    m_house = std::make_unique<TestHouse>(m_databases.create(storage::Engine::Sqlite));
}

void TestAreaChoosing::area_isHeldByMouse()
{
    Desk desk(*m_house);
    QVERIFY(open(desk));
    clickArea(desk, 0);
    QVERIFY(popover(desk)->isVisible());
    QVERIFY(popover(desk)->parentWidget()->rect().contains(popover(desk)->geometry()));
    QCOMPARE(number(desk)->value(), 2);
    number(desk)->setValue(3);
    QVERIFY(take(desk)->text().contains(u"3"_s));
    keepPicture(*desk.window, u"area-popover"_s);
    QTest::mouseClick(take(desk), Qt::LeftButton);
    QVERIFY(!popover(desk)->isVisible());
    QTRY_COMPARE(desk.models.cart.rowCount(), 3);
    QCOMPARE(desk.models.cart.line(2).label, u"Standing 3"_s);
    QCOMPARE(desk.models.cart.total()->amount, 3 * TestHouse::kRearPrice);
    QTRY_COMPARE(desk.models.event.seatMap().areaCount(0, SeatLook::Mine), 3);
    QCOMPARE(desk.models.event.seatMap().areaCount(0, SeatLook::Free), Cabaret::kStanding - 3);
    keepPicture(*desk.window, u"area-held"_s);
}

void TestAreaChoosing::area_isHeldAndGivenBackByKeyboard()
{
    Desk desk(*m_house);
    QVERIFY(open(desk));
    view(desk)->setFocusedSeat(10);
    QTRY_VERIFY(view(desk)->hasFocus());
    press(*desk.window, Qt::Key_Down);
    QCOMPARE(view(desk)->focusedArea(), 0);
    press(*desk.window, Qt::Key_Return);
    QTRY_VERIFY(number(desk)->hasFocus());
    type(*desk.window, u"4"_s);
    press(*desk.window, Qt::Key_Return);
    QTRY_COMPARE(desk.models.cart.rowCount(), 4);
    QTRY_VERIFY(view(desk)->hasFocus());
    // Again: there is what one has, and fewer gives the last ones back.
    QTRY_COMPARE(mine(desk, 0), 4);
    press(*desk.window, Qt::Key_Return);
    QTRY_VERIFY(number(desk)->hasFocus());
    QCOMPARE(number(desk)->value(), 4);
    QVERIFY(!take(desk)->isEnabled());
    press(*desk.window, Qt::Key_Down); // the spin box's own
    QCOMPARE(number(desk)->value(), 3);
    press(*desk.window, Qt::Key_Return);
    QTRY_COMPARE(desk.models.cart.rowCount(), 3);
    QVERIFY(desk.models.cart.rowOf(event(), Cabaret::kFirstStanding + 3) < 0);
    QTRY_VERIFY(!desk.models.event.seatMap().isAreaPending(0));
    press(*desk.window, Qt::Key_Return);
    QTRY_VERIFY(number(desk)->hasFocus());
    type(*desk.window, u"0"_s);
    press(*desk.window, Qt::Key_Return);
    QTRY_COMPARE(desk.models.cart.rowCount(), 0);
    QVERIFY(desk.banner()->isHidden());
}

void TestAreaChoosing::area_isKeptOpenWhileOthersTakePlaces()
{
    const auto rival = m_house->visitor(Role::Clerk);
    Desk desk(*m_house);
    QVERIFY(open(desk));
    clickArea(desk, 0);
    QCOMPARE(number(desk)->maximum(), TestHouse::kMaxSeats);
    take(*rival, 0, Cabaret::kStanding - 1);
    QTRY_COMPARE(number(desk)->maximum(), 1);
    QCOMPARE(number(desk)->value(), 1);
    QVERIFY(popover(desk)->isVisible());
    QTest::mouseClick(take(desk), Qt::LeftButton);
    QTRY_COMPARE(desk.models.cart.rowCount(), 1);
}

void TestAreaChoosing::area_fillsUpWhileOneThinks()
{
    const auto rival = m_house->visitor(Role::Clerk);
    Desk desk(*m_house);
    QVERIFY(open(desk));
    take(*rival, 0, Cabaret::kStanding - 1);
    // As if the map had not heard of it yet.
    desk.models.event.requestAreaSeats(0, 4);
    QTRY_VERIFY(desk.banner()->isVisible());
    QVERIFY2(desk.banner()->text().contains(u"only one place"_s) && desk.banner()->text().contains(u"Standing"_s), qPrintable(desk.banner()->text()));
    QCOMPARE(desk.models.cart.rowCount(), 0);
    QTRY_VERIFY(!desk.models.event.seatMap().isAreaPending(0));
}

void TestAreaChoosing::fullArea_isSaid()
{
    const auto rival = m_house->visitor(Role::Clerk);
    take(*rival, 1, Cabaret::kGallery);
    Desk desk(*m_house);
    QVERIFY(open(desk));
    clickArea(desk, 1);
    QVERIFY(!popover(desk)->isVisible());
    QVERIFY(desk.banner()->isVisible());
    QVERIFY(desk.banner()->text().contains(u"Gallery"_s));
}

void TestAreaChoosing::limit_boundsTheNumber()
{
    Desk desk(*m_house);
    QVERIFY(open(desk));
    clickSeat(desk, 0);
    QTRY_COMPARE(desk.models.cart.rowCount(), Cabaret::kTable);
    clickArea(desk, 0);
    QCOMPARE(number(desk)->maximum(), TestHouse::kMaxSeats - Cabaret::kTable);
    QTest::mouseClick(take(desk), Qt::LeftButton);
    QTRY_COMPARE(desk.models.cart.rowCount(), TestHouse::kMaxSeats);
    clickArea(desk, 1);
    QVERIFY(!popover(desk)->isVisible());
    QVERIFY(desk.banner()->isVisible());
}

void TestAreaChoosing::popover_goesWithEscapeAndWithTheFocus()
{
    Desk desk(*m_house);
    QVERIFY(open(desk));
    clickArea(desk, 0);
    QTRY_VERIFY(number(desk)->hasFocus());
    press(*desk.window, Qt::Key_Escape);
    QVERIFY(!popover(desk)->isVisible());
    QTRY_VERIFY(view(desk)->hasFocus());
    QTest::qWait(QGuiApplication::styleHints()->mouseDoubleClickInterval());
    clickArea(desk, 0);
    QTRY_VERIFY(number(desk)->hasFocus());
    // It goes with what it points at.
    const QPoint before = popover(desk)->pos();
    view(desk)->zoomBy(2, {10, 10});
    QVERIFY(popover(desk)->pos() != before || view(desk)->areaRect(0).center().x() > view(desk)->width());
    view(desk)->setFocus();
    QTRY_VERIFY(!popover(desk)->isVisible());
    QCOMPARE(desk.models.cart.rowCount(), 0);
}

void TestAreaChoosing::wholeTable_isHeldAndGivenBackWithOneClick()
{
    Desk desk(*m_house);
    QVERIFY(open(desk));
    clickSeat(desk, 5);
    QTRY_COMPARE(desk.models.cart.rowCount(), Cabaret::kTable);
    for (const qint32 seat : {4, 5, 6, 7})
        QVERIFY(desk.models.cart.rowOf(event(), seat) >= 0);
    keepPicture(*desk.window, u"table-held"_s);
    QTRY_COMPARE(desk.models.event.seatMap().look(7), SeatLook::Mine);
    clickSeat(desk, 7);
    QTRY_COMPARE(desk.models.cart.rowCount(), 0);
    QVERIFY(desk.prompter.asked.constLast().text.contains(u"Table"_s));
    // By the seat, a click is a seat.
    clickSeat(desk, 9);
    QTRY_COMPARE(desk.models.cart.rowCount(), 1);
    QVERIFY(desk.banner()->isHidden());
}

void TestAreaChoosing::wholeTable_takenInPartSaysSo()
{
    const auto rival = m_house->visitor();
    QVERIFY(rival->call(u"holds.acquire"_s, placesOf(event(), {0, 1, 2, 3})).ok());
    Desk desk(*m_house);
    QVERIFY(open(desk));
    clickSeat(desk, 2);
    QVERIFY(desk.banner()->isVisible());
    QVERIFY(desk.banner()->text().contains(u"Table"_s));
    QCOMPARE(desk.models.cart.rowCount(), 0);
}

void TestAreaChoosing::wholeTable_isGivenBackFromTheCart_alsoWithoutItsPlan()
{
    Desk desk(*m_house);
    QVERIFY(open(desk));
    clickSeat(desk, 0);
    QTRY_COMPARE(desk.models.cart.rowCount(), Cabaret::kTable);
    auto *dock = desk.screen<QWidget>(Page::Event)->findChild<CartDock *>();
    Q_EMIT dock->releaseRequested(event(), 2, u"Table 1 Seat 3"_s);
    QTRY_COMPARE(desk.models.cart.rowCount(), 0);
    QTRY_COMPARE(desk.models.event.seatMap().look(0), SeatLook::Free);
    QTest::qWait(QGuiApplication::styleHints()->mouseDoubleClickInterval());
    clickSeat(desk, 0);
    QTRY_COMPARE(desk.models.cart.rowCount(), Cabaret::kTable);
    // With another event open, the server says what belongs together.
    QVERIFY(desk.openEvent(m_house->events().evening));
    Q_EMIT dock->releaseRequested(event(), 2, u"Table 1 Seat 3"_s);
    QTRY_COMPARE(desk.models.cart.rowCount(), 0);
}

void TestAreaChoosing::areaAndTable_areBookedWithTicketTypes()
{
    Desk desk(*m_house);
    QVERIFY(open(desk));
    clickArea(desk, 0);
    QTest::mouseClick(take(desk), Qt::LeftButton);
    QTRY_COMPARE(desk.models.cart.rowCount(), 2);
    clickSeat(desk, 0);
    QTRY_COMPARE(desk.models.cart.rowCount(), 2 + Cabaret::kTable);
    desk.models.cart.setTicketType(1, u"child"_s);
    QCOMPARE(desk.models.cart.total()->amount, TestHouse::kRearPrice + TestHouse::kRearPrice / 2 + Cabaret::kTable * TestHouse::kFrontPrice);
    QSignalSpy booked(&desk.models.cart, &CartModel::checkedOut);
    desk.models.cart.checkout({});
    QTRY_COMPARE(booked.size(), 1);
    const auto booking = booked[0][0].value<Booking>();
    QCOMPARE(booking.tickets.size(), 2 + Cabaret::kTable);
    QTRY_COMPARE(desk.models.event.seatMap().areaCount(0, SeatLook::Sold), 2);
}

void TestAreaChoosing::visitorWithoutName_isAskedToSignIn()
{
    Desk desk(*m_house);
    QVERIFY(desk.open());
    QVERIFY(desk.openEvent(event()));
    view(desk)->setZoomDuration(std::chrono::milliseconds(0));
    clickArea(desk, 0);
    QVERIFY(!popover(desk)->isVisible());
    QTRY_COMPARE(desk.window->page(), Page::SignIn);
}

QTEST_MAIN(TestAreaChoosing)
#include "tst_areachoosing.moc"
