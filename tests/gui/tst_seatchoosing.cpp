// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/application/theme.h"
#include "app/screens/checkoutdialog.h"
#include "app/screens/finderpanel.h"
#include "app/screens/offerbutton.h"
#include "app/seatmap/seatdescription.h"
#include "app/widgets/messagebanner.h"
#include "backend/storage/database.h"
#include "backend/storage/repositories/eventrepository.h"
#include "tests/gui/desk.h"
#include "tests/gui/picture.h"
#include "tests/support/testdatabases.h"

#include <QApplication>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>

using namespace parterre;
using namespace parterre::testing;
using namespace parterre::ui;
using namespace Qt::StringLiterals;
using FinderState = SeatFinderModel::State;

// Number first, map second: the best seats, what comes instead of those that are gone, and no single seat left behind.
class TestSeatChoosing : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup() { m_house.reset(); }
    void offers_areSteppedThroughAndTakenFromTheKeyboard();
    void offers_arePointedOutOnTheMap();
    void escape_leavesTheOffersAndHoldsNothing();
    void spoiledOffer_isReplaced();
    void lostRace_offersTheNearest();
    void twoWindows_raceForTheSameGroup();
    void nothingLikeIt_isSaid();
    void nothingLikeIt_isForgottenWithTheEvent();
    void visitorWithoutName_isAskedToSignIn();
    void tooManySeats_isSaidAndTheOfferStays();
    void limitOfTheBooking_isKeptByTheFinderAndSaidOnTheMap();
    void singleSeat_customerIsToldBeforePaying();
    void singleSeat_clerkSaysWhy();
    void singleSeat_isOnlyMentionedWhereTheEventWarns();
    void heldSeat_tellsTheClerkWhose();

private:
    static FinderPanel *panel(const Desk &desk) { return desk.screen<QWidget>(Page::Event)->findChild<FinderPanel *>(); }
    [[nodiscard]] static bool look(Desk &desk, int size)
    {
        desk.models.finder.look({.size = size});
        return QTest::qWaitFor([&] { return desk.models.finder.state() == FinderState::Offering; });
    }

    std::unique_ptr<Theme> m_theme;
    TestDatabases m_databases;
    std::unique_ptr<TestHouse> m_house;
};

void TestSeatChoosing::initTestCase()
{
    m_theme = std::make_unique<Theme>(*qApp);
    QLocale::setDefault(QLocale(u"en_GB"_s));
}

void TestSeatChoosing::init()
{
    m_house = std::make_unique<TestHouse>(m_databases.create(storage::Engine::Sqlite));
}

void TestSeatChoosing::offers_areSteppedThroughAndTakenFromTheKeyboard()
{
    Desk desk(*m_house);
    QVERIFY(desk.openAs(Role::Customer));
    QVERIFY(desk.openEvent(m_house->events().evening));
    press(*desk.window, Qt::Key_S, Qt::AltModifier);
    QVERIFY(qobject_cast<QSpinBox *>(qApp->focusWidget()));
    type(*desk.window, u"3"_s);
    press(*desk.window, Qt::Key_Return);
    QTRY_COMPARE(desk.models.finder.state(), FinderState::Offering);
    QCOMPARE(desk.models.finder.wish().size, 3);
    QTRY_VERIFY(qobject_cast<OfferButton *>(qApp->focusWidget()));
    press(*desk.window, Qt::Key_Right);
    QCOMPARE(desk.models.finder.current(), 1);
    press(*desk.window, Qt::Key_Left);
    press(*desk.window, Qt::Key_Left);
    QCOMPARE(desk.models.finder.current(), 2); // round the end
    const QList<qint32> wanted = desk.models.finder.seats();
    QCOMPARE(wanted.size(), 3);
    keepPicture(*desk.window, u"screen-offers"_s);
    press(*desk.window, Qt::Key_Return);
    QTRY_COMPARE(desk.models.cart.rowCount(), 3);
    for (const qint32 seat : wanted)
        QVERIFY(desk.models.cart.rowOf(m_house->events().evening, seat) >= 0);
    QCOMPARE(desk.models.finder.state(), FinderState::Idle);
    QTRY_VERIFY(qobject_cast<SeatMapView *>(qApp->focusWidget()));
}

void TestSeatChoosing::offers_arePointedOutOnTheMap()
{
    Desk desk(*m_house);
    QVERIFY(desk.openAs(Role::Customer));
    QVERIFY(desk.openEvent(m_house->events().evening));
    auto *view = desk.screen<QWidget>(Page::Event)->findChild<SeatMapView *>();
    view->setZoomDuration(std::chrono::milliseconds(0));
    QVERIFY(look(desk, 2));
    const QList<qint32> first = desk.models.finder.seats();
    const auto lineAt = [view](qint32 seat) { // just above the disc
        const QRectF disc = view->seatRect(seat);
        const QImage picture = view->viewport()->grab().toImage();
        const QColor focus = view->map().theme().focus;
        for (int y = qRound(disc.top()) - 6; y < qRound(disc.top()); ++y) {
            if (picture.rect().contains(qRound(disc.center().x()), y) && picture.pixelColor(qRound(disc.center().x()), y) == focus)
                return true;
        }
        return false;
    };
    QVERIFY(view->viewport()->rect().contains(view->seatRect(first.constFirst()).toRect()));
    QVERIFY(lineAt(first.constFirst()) && lineAt(first.constLast()));
    desk.models.finder.step(1);
    QVERIFY(lineAt(desk.models.finder.seats().constFirst()));
    desk.models.finder.clear();
    QVERIFY(!lineAt(first.constFirst()));
}

void TestSeatChoosing::escape_leavesTheOffersAndHoldsNothing()
{
    Desk desk(*m_house);
    QVERIFY(desk.openAs(Role::Customer));
    QVERIFY(desk.openEvent(m_house->events().evening));
    press(*desk.window, Qt::Key_F, Qt::AltModifier);
    QTRY_COMPARE(desk.models.finder.state(), FinderState::Offering);
    panel(desk)->enter();
    press(*desk.window, Qt::Key_Escape);
    QCOMPARE(desk.models.finder.state(), FinderState::Idle);
    QVERIFY(qobject_cast<SeatMapView *>(qApp->focusWidget()));
    QCOMPARE(desk.models.cart.rowCount(), 0);
}

void TestSeatChoosing::spoiledOffer_isReplaced()
{
    Desk desk(*m_house);
    QVERIFY(desk.openAs(Role::Customer));
    QVERIFY(desk.openEvent(m_house->events().evening));
    QVERIFY(look(desk, 2));
    const QList<qint32> gone = desk.models.finder.seats();
    QVERIFY(m_house->visitor()->call(u"holds.acquire"_s, placesOf(m_house->events().evening, {gone.constFirst()})).ok());
    QTRY_VERIFY(desk.models.finder.state() == FinderState::Offering && !desk.models.finder.seats().contains(gone.constFirst()));
    QVERIFY(!desk.models.finder.isInstead());
}

void TestSeatChoosing::lostRace_offersTheNearest()
{
    Desk desk(*m_house);
    QVERIFY(desk.openAs(Role::Customer));
    QVERIFY(desk.openEvent(m_house->events().evening));
    const auto rival = m_house->visitor(Role::Guest);
    QVERIFY(rival->call(u"holds.acquire"_s, placesOf(m_house->events().evening, {88, 89})).ok());
    desk.models.event.requestHold({88, 89, 90});
    QTRY_COMPARE(desk.models.finder.state(), FinderState::Offering);
    QVERIFY(desk.models.finder.isInstead());
    QVERIFY(desk.banner()->text().contains(u"just taken by someone else"_s));
    QCOMPARE(desk.models.finder.seats().size(), 3);
    QCOMPARE(desk.models.finder.offers().constFirst().price->amount, 3 * TestHouse::kRearPrice);
    keepPicture(*desk.window, u"screen-instead"_s);
    const QList<qint32> instead = desk.models.finder.seats();
    panel(desk)->enter();
    press(*desk.window, Qt::Key_Return);
    QTRY_COMPARE(desk.models.cart.rowCount(), 3);
    for (const qint32 seat : instead)
        QVERIFY(desk.models.cart.rowOf(m_house->events().evening, seat) >= 0);
}

void TestSeatChoosing::twoWindows_raceForTheSameGroup()
{
    Desk first(*m_house);
    Desk second(*m_house);
    for (Desk *desk : {&first, &second}) {
        QVERIFY(desk->openAs(desk == &first ? Role::Customer : Role::Clerk));
        QVERIFY(desk->openEvent(m_house->events().evening));
        QVERIFY(look(*desk, 4));
    }
    QCOMPARE(first.models.finder.seats(), second.models.finder.seats());
    first.models.finder.take(); // both before either hears of the other
    second.models.finder.take();
    const auto cartsHave = [&](int one, int other) { return first.models.cart.rowCount() == one && second.models.cart.rowCount() == other; };
    QTRY_VERIFY(cartsHave(4, 0) || cartsHave(0, 4));
    Desk &loser = first.models.cart.rowCount() == 0 ? first : second;
    QTRY_VERIFY(loser.models.finder.state() == FinderState::Offering && loser.models.finder.isInstead());
    loser.models.finder.take();
    QTRY_VERIFY(cartsHave(4, 4));
    const EventId event = m_house->events().evening;
    for (const qint32 place : first.models.cart.places(event))
        QVERIFY(!second.models.cart.places(event).contains(place));
}

void TestSeatChoosing::nothingLikeIt_isSaid()
{
    Desk desk(*m_house);
    QVERIFY(desk.openAs(Role::Customer));
    QVERIFY(desk.openEvent(m_house->events().evening));
    desk.models.finder.look({.size = 2, .wheelchairs = 1}); // the hall has no such place
    QTRY_COMPARE(desk.models.finder.state(), FinderState::NothingFound);
    bool said = false;
    for (const QLabel *label : panel(desk)->findChildren<QLabel *>())
        said = said || (label->isVisible() && label->text().contains(u"no 2 free seats like that"_s));
    QVERIFY(said);
}

void TestSeatChoosing::nothingLikeIt_isForgottenWithTheEvent()
{
    Desk desk(*m_house);
    QVERIFY(desk.openAs(Role::Customer));
    QVERIFY(desk.openEvent(m_house->events().evening));
    QVERIFY(look(desk, 2));
    QVERIFY(desk.openEvent(m_house->events().matinee));
    QCOMPARE(desk.models.finder.state(), FinderState::Idle);
    QVERIFY(desk.models.finder.seats().isEmpty());
}

void TestSeatChoosing::visitorWithoutName_isAskedToSignIn()
{
    Desk desk(*m_house);
    QVERIFY(desk.open());
    QVERIFY(desk.openEvent(m_house->events().evening));
    press(*desk.window, Qt::Key_F, Qt::AltModifier);
    QTRY_COMPARE(desk.window->page(), Page::SignIn);
    QCOMPARE(desk.models.finder.state(), FinderState::Idle);
}

void TestSeatChoosing::tooManySeats_isSaidAndTheOfferStays()
{
    Desk desk(*m_house);
    QVERIFY(desk.openAs(Role::Customer));
    QVERIFY(desk.openEvent(m_house->events().evening));
    QVERIFY(look(desk, 7));
    desk.models.finder.take();
    QTRY_VERIFY(desk.banner()->text().contains(u"at most 6 seats"_s));
    QVERIFY(!desk.models.finder.isTaking());
    QCOMPARE(desk.models.finder.state(), FinderState::Offering);
    QCOMPARE(desk.models.cart.rowCount(), 0);
}

void TestSeatChoosing::limitOfTheBooking_isKeptByTheFinderAndSaidOnTheMap()
{
    Desk desk(*m_house);
    QVERIFY(desk.openAs(Role::Customer));
    QVERIFY(desk.openEvent(m_house->events().abroad));
    const auto *size = panel(desk)->findChild<QSpinBox *>();
    QCOMPARE(size->maximum(), TestHouse::kMaxPerBooking);
    desk.pressSeat(21);
    QTRY_COMPARE(desk.models.cart.rowCount(), 1);
    QTRY_COMPARE(size->maximum(), 1);
    desk.pressSeat(22);
    QTRY_COMPARE(desk.models.cart.rowCount(), 2);
    desk.pressSeat(23);
    QTRY_VERIFY2(desk.banner()->text().contains(u"at most 2 tickets"_s), qPrintable(desk.banner()->text()));
    QCOMPARE(desk.models.cart.rowCount(), 2);
}

void TestSeatChoosing::singleSeat_customerIsToldBeforePaying()
{
    Desk desk(*m_house);
    QVERIFY(desk.openAs(Role::Customer));
    QVERIFY(desk.openEvent(m_house->events().tidy));
    desk.pressSeat(21);
    QTRY_COMPARE(desk.models.cart.rowCount(), 1);
    QTRY_VERIFY(desk.models.cart.quote().due());
    CheckoutDialog *dialog = desk.navigator->startCheckout();
    QVERIFY(QTest::qWaitForWindowActive(dialog));
    const auto *banner = dialog->findChild<MessageBanner *>(u"checkoutMessage"_s);
    QVERIFY2(banner->isVisible() && banner->text().contains(u"Stalls B 1"_s), qPrintable(banner->text()));
    keepPicture(*dialog, u"screen-single-seat"_s);
    type(*dialog, u"60"_s);
    press(*dialog, Qt::Key_Return);
    QTRY_COMPARE(desk.models.cart.checkoutState(), CartModel::Checkout::None);
    QTRY_VERIFY(banner->text().contains(u"Stalls B 1"_s));
    QCOMPARE(desk.models.cart.rowCount(), 1);
    QCOMPARE(desk.models.event.seatMap().look(21), SeatLook::Mine);
}

void TestSeatChoosing::singleSeat_clerkSaysWhy()
{
    Desk desk(*m_house);
    QVERIFY(desk.openAs(Role::Clerk));
    QVERIFY(desk.openEvent(m_house->events().tidy));
    desk.pressSeat(21);
    QTRY_COMPARE(desk.models.cart.rowCount(), 1);
    QTRY_VERIFY(desk.models.cart.quote().due());
    CheckoutDialog *dialog = desk.navigator->startCheckout();
    QVERIFY(QTest::qWaitForWindowActive(dialog));
    type(*dialog, u"60"_s);
    press(*dialog, Qt::Key_Return);
    QCOMPARE(desk.models.cart.checkoutState(), CartModel::Checkout::None); // first the reason
    keepPicture(*dialog, u"screen-single-seat-reason"_s);
    QVERIFY2(qobject_cast<QLineEdit *>(dialog->focusWidget()), dialog->focusWidget() ? dialog->focusWidget()->metaObject()->className() : "none");
    type(*dialog, u"For the fireman"_s);
    press(*dialog, Qt::Key_Return);
    QTRY_COMPARE(desk.models.cart.rowCount(), 0);
    QTRY_COMPARE(desk.models.event.seatMap().look(21), SeatLook::Sold);
}

void TestSeatChoosing::singleSeat_isOnlyMentionedWhereTheEventWarns()
{
    storage::Database database(m_house->database());
    QVERIFY(database.open());
    Result<Event> warns = storage::EventRepository(database).get(m_house->events().tidy);
    QVERIFY(warns);
    warns->summary.id = EventId(QUuid(7, 0, 0x7000, 0x80, 0, 0, 0, 0, 0, 0, 1));
    warns->rules.orphanRule = OrphanRule::Warn;
    QVERIFY(database.transact([&] { return storage::EventRepository(database).insert(*warns, {}); }));
    Desk desk(*m_house);
    QVERIFY(desk.openAs(Role::Customer));
    QVERIFY(desk.openEvent(warns->summary.id));
    desk.pressSeat(21);
    QTRY_COMPARE(desk.models.cart.rowCount(), 1);
    QTRY_VERIFY(desk.models.cart.quote().due());
    CheckoutDialog *dialog = desk.navigator->startCheckout();
    QVERIFY(QTest::qWaitForWindowActive(dialog));
    QVERIFY(dialog->findChild<MessageBanner *>(u"checkoutMessage"_s)->text().contains(u"Stalls B 1"_s));
    type(*dialog, u"60"_s);
    press(*dialog, Qt::Key_Return);
    QTRY_COMPARE(desk.models.cart.rowCount(), 0); // nobody has to say why
    QTRY_COMPARE(desk.models.event.seatMap().look(21), SeatLook::Sold);
}

void TestSeatChoosing::heldSeat_tellsTheClerkWhose()
{
    Desk clerk(*m_house);
    Desk customer(*m_house);
    for (Desk *desk : {&clerk, &customer}) {
        QVERIFY(desk->openAs(desk == &clerk ? Role::Clerk : Role::Customer));
        QVERIFY(desk->openEvent(m_house->events().evening));
    }
    const auto guest = m_house->visitor();
    QVERIFY(guest->call(u"profile.update"_s, {{u"name"_s, u"Zoë & Co"_s}}).ok());
    QVERIFY(guest->call(u"holds.acquire"_s, placesOf(m_house->events().evening, {30})).ok());
    const auto said = [](Desk &desk) { return seatStateText(desk.models.event.seatMap(), 30); };
    for (Desk *desk : {&clerk, &customer}) {
        QTRY_COMPARE(desk->models.event.seatMap().look(30), SeatLook::HeldByOther);
        Q_EMIT desk->screen<QWidget>(Page::Event)->findChild<SeatMapView *>()->seatHovered(30);
    }
    QTRY_VERIFY2(said(clerk).contains(u"Zoë & Co"_s) && said(clerk).contains(u"until"_s), qPrintable(said(clerk)));
    QVERIFY(said(customer).contains(u"held by someone else"_s));
    // Another may have it next: what is known is forgotten as soon as the seat changes.
    QVERIFY(guest->call(u"holds.release"_s, placesOf(m_house->events().evening, {30})).ok());
    QTRY_COMPARE(clerk.models.event.seatMap().look(30), SeatLook::Free);
    const auto next = m_house->visitor();
    QVERIFY(next->call(u"holds.acquire"_s, placesOf(m_house->events().evening, {30})).ok());
    QTRY_COMPARE(clerk.models.event.seatMap().look(30), SeatLook::HeldByOther);
    QVERIFY(!said(clerk).contains(u"Zoë"_s));
}

QTEST_MAIN(TestSeatChoosing)
#include "tst_seatchoosing.moc"
