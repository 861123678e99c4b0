// SPDX-License-Identifier: GPL-3.0-or-later
#include "seatmapfixture.h"

#include "app/seatmap/seatdescription.h"
#include "app/seatmap/sectionitem.h"

#include <QSignalSpy>
#include <QToolTip>
#include <QWheelEvent>

using namespace parterre;
using namespace std::chrono_literals;
using parterre::testing::Map;

namespace {

constexpr Instant kDeadline {std::chrono::milliseconds(1'795'000'600'000)};

void sendWheel(SeatMapView &view, QPoint at, int delta)
{
    QWheelEvent event(at, view.viewport()->mapToGlobal(at), {}, {0, delta}, Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(view.viewport(), &event);
}

QString described(const SeatMapModel &model, qint32 seat)
{
    const SeatDescription description = describeSeat(model, seat);
    return (QStringList {description.title} + description.lines).join(QLatin1Char('\n'));
}

} // namespace

// What people do with the map: mouse, wheel, keyboard, tool tips.
class SeatMapViewTest : public QObject
{
    Q_OBJECT

    const Plan m_theatre = testing::makeTheatre();

private Q_SLOTS:
    void click_activatesTheSeatUnderTheCursorAtEveryZoom()
    {
        Map map(m_theatre);
        QSignalSpy activated(map.view.get(), &SeatMapView::seatActivated);
        for (const double factor : {1.0, 1.3, 1.5, 1.7}) {
            const qint32 middle = 130;
            map.view->zoomBy(factor, map.centre(middle));
            QVERIFY(map.view->seatSize() >= SeatMapView::kPickableFrom);
            for (const qint32 seat : {middle, middle + 1, middle + 2}) {
                activated.clear();
                map.clickSeat(seat);
                QCOMPARE(activated.size(), 1);
                QCOMPARE(activated.at(0).at(0).toInt(), seat);
            }
        }
    }

    void click_besideAllSeatsActivatesNothing()
    {
        Map map(m_theatre);
        QSignalSpy activated(map.view.get(), &SeatMapView::seatActivated);
        QTest::mouseClick(map.view->viewport(), Qt::LeftButton, {}, QPoint(3, 3));
        QCOMPARE(activated.size(), 0);
    }

    void click_farAwayZoomsInThereInsteadOfPicking()
    {
        Map map(testing::makeStadium(20'000));
        QVERIFY(map.view->seatSize() < SeatMapView::kPickableFrom);
        QSignalSpy activated(map.view.get(), &SeatMapView::seatActivated);
        const qint32 seat = 4321;
        const QPoint at = map.centre(seat);
        map.clickSeat(seat);
        QCOMPARE(activated.size(), 0);
        QVERIFY(map.view->seatSize() >= SeatMapView::kPickableFrom);
        QVERIFY(QLineF(map.view->seatRect(seat).center(), at).length() < map.view->seatSize());
        QTest::mouseClick(map.view->viewport(), Qt::LeftButton, {}, map.centre(seat), 1000);
        QCOMPARE(activated.size(), 1);
        QCOMPARE(activated.at(0).at(0).toInt(), seat);
    }

    void doubleClick_activatesOnce()
    {
        Map map(m_theatre);
        QSignalSpy activated(map.view.get(), &SeatMapView::seatActivated);
        QWidget *viewport = map.view->viewport();
        const QPointF at = map.centre(100);
        // As a window system sends it: press, release, double click, release.
        quint64 time = 100'000;
        for (const QEvent::Type type : {QEvent::MouseButtonPress, QEvent::MouseButtonRelease, QEvent::MouseButtonDblClick, QEvent::MouseButtonRelease}) {
            const bool release = type == QEvent::MouseButtonRelease;
            QMouseEvent event(type, at, viewport->mapToGlobal(at), Qt::LeftButton, release ? Qt::NoButton : Qt::LeftButton, Qt::NoModifier);
            event.setTimestamp(time += 60);
            QCoreApplication::sendEvent(viewport, &event);
        }
        QCOMPARE(activated.size(), 1);
    }

    void twoClicks_apartActivateTwice()
    {
        Map map(m_theatre);
        QSignalSpy activated(map.view.get(), &SeatMapView::seatActivated);
        map.clickSeat(100);
        map.clickSeat(100); // QTest advances its clock by a double click's interval
        QCOMPARE(activated.size(), 2);
    }

    void drag_pansAndActivatesNothing()
    {
        Map map(m_theatre);
        map.view->zoomBy(1.5, map.centre(100));
        QSignalSpy activated(map.view.get(), &SeatMapView::seatActivated);
        QWidget *viewport = map.view->viewport();
        const QPoint from = map.centre(100);
        const QPoint by(60, -35);
        QTest::mousePress(viewport, Qt::LeftButton, {}, from);
        QTest::mouseMove(viewport, from + by / 2);
        QMouseEvent move(QEvent::MouseMove, from + by, viewport->mapToGlobal(from + by), Qt::NoButton, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(viewport, &move);
        QTest::mouseRelease(viewport, Qt::LeftButton, {}, from + by);
        QCOMPARE(activated.size(), 0);
        QCOMPARE(map.centre(100), from + by);
    }

    void wheel_keepsWhatIsUnderTheCursorThere()
    {
        Map map(m_theatre);
        const QPoint at = map.centre(77);
        // The cursor is not on the very centre of the seat: that offset grows with the zoom, too.
        const QPointF offset = (at - map.view->seatRect(77).center()) / map.view->mapScale();
        for (const int delta : {120, 120, 240, 360, -120, -240, 120}) {
            const double before = map.view->seatSize();
            sendWheel(*map.view, at, delta);
            QVERIFY(delta > 0 ? map.view->seatSize() > before : map.view->seatSize() < before);
            const QPointF now = map.view->seatRect(77).center() + offset * map.view->mapScale();
            QVERIFY2(QLineF(now, at).length() <= 1.0, qPrintable(QString::number(delta)));
        }
    }

    void wheel_zoomsSmoothlyAndArrivesWhereItShould()
    {
        Map map(m_theatre);
        map.view->setZoomDuration(80ms);
        const double before = map.view->seatSize();
        const QPoint at = map.centre(77);
        sendWheel(*map.view, at, 120);
        sendWheel(*map.view, at, 120);
        QTRY_VERIFY_WITH_TIMEOUT(std::abs(map.view->seatSize() / before - 1.25 * 1.25) < 0.0005, 20'000);
        QVERIFY(QLineF(map.view->seatRect(77).center(), at).length() <= 1.5);
    }

    void zoom_staysWithinBounds()
    {
        Map map(m_theatre);
        map.view->zoomBy(1e6, QPointF(300, 300));
        QVERIFY(map.view->seatSize() <= 100);
        map.view->zoomBy(1e-6, QPointF(300, 300));
        QVERIFY(map.view->seatSize() > 3);
    }

    void fit_showsEverySeat()
    {
        Map map(m_theatre);
        map.view->zoomBy(4, QPointF(10, 10));
        for (const Qt::Key key : {Qt::Key_Home, Qt::Key_0, Qt::Key_F}) {
            map.view->zoomBy(2, QPointF(10, 10));
            QTest::keyClick(map.view.get(), key);
            const QRectF viewport(map.view->viewport()->rect());
            for (qint32 seat = 0; seat < map.model.seatCount(); ++seat)
                QVERIFY(viewport.contains(map.view->seatRect(seat)));
        }
    }

    void resize_keepsTheFit()
    {
        Map map(m_theatre);
        map.view->resize(500, 900);
        QTRY_VERIFY(QRectF(map.view->viewport()->rect()).contains(map.view->seatRect(map.model.seatCount() - 1)));
        QVERIFY(QRectF(map.view->viewport()->rect()).contains(map.view->seatRect(0)));
    }

    void keyboard_walksToNeighboursAndActivates()
    {
        Map map(m_theatre);
        map.view->setFocus();
        QSignalSpy activated(map.view.get(), &SeatMapView::seatActivated);
        QTest::keyClick(map.view.get(), Qt::Key_Return);
        QCOMPARE(activated.size(), 0);
        QTest::keyClick(map.view.get(), Qt::Key_Right);
        const qint32 start = map.view->focusedSeat();
        QVERIFY(start != SeatTable::kNone);
        QTest::keyClick(map.view.get(), Qt::Key_Left);
        const qint32 left = map.view->focusedSeat();
        QCOMPARE(left, map.model.table().toward(start, SeatTable::Direction::Left));
        QVERIFY(map.view->seatRect(left).center().x() < map.view->seatRect(start).center().x());
        QTest::keyClick(map.view.get(), Qt::Key_Up);
        const qint32 up = map.view->focusedSeat();
        QVERIFY(map.view->seatRect(up).center().y() < map.view->seatRect(left).center().y());
        QTest::keyClick(map.view.get(), Qt::Key_Return);
        QTest::keyClick(map.view.get(), Qt::Key_Space);
        QCOMPARE(activated.size(), 2);
        QCOMPARE(activated.at(0).at(0).toInt(), up);
        QTest::keyClick(map.view.get(), Qt::Key_Escape);
        QCOMPARE(map.view->focusedSeat(), SeatTable::kNone);
    }

    void keyboard_keepsTheFocusedSeatInSight()
    {
        Map map(m_theatre);
        map.view->zoomBy(4, map.centre(0));
        map.view->setFocusedSeat(0);
        for (int step = 0; step < 40; ++step) {
            QTest::keyClick(map.view.get(), step % 2 ? Qt::Key_Down : Qt::Key_Right);
            QVERIFY(map.view->viewport()->rect().contains(map.view->seatRect(map.view->focusedSeat()).toAlignedRect()));
        }
    }

    void keyboard_aHeldEnterActivatesOnce()
    {
        Map map(m_theatre);
        map.view->setFocusedSeat(5);
        QSignalSpy activated(map.view.get(), &SeatMapView::seatActivated);
        QKeyEvent press(QEvent::KeyPress, Qt::Key_Return, Qt::NoModifier);
        QKeyEvent repeat(QEvent::KeyPress, Qt::Key_Return, Qt::NoModifier, QString(), true);
        QCoreApplication::sendEvent(map.view.get(), &press);
        QCoreApplication::sendEvent(map.view.get(), &repeat);
        QCOMPARE(activated.size(), 1);
    }

    void hover_namesTheSeatOnceAndItsLeaving()
    {
        Map map(m_theatre, {380, 360});
        QSignalSpy hovered(map.view.get(), &SeatMapView::seatHovered);
        QWidget *viewport = map.view->viewport();
        map.view->zoomBy(1.5, map.centre(50));
        QTest::mouseMove(viewport, map.centre(50));
        QTest::mouseMove(viewport, map.centre(50) + QPoint(1, 1));
        QTest::mouseMove(viewport, QPoint(2, 2));
        QCOMPARE(hovered.size(), 2);
        QCOMPARE(hovered.at(0).at(0).toInt(), 50);
        QCOMPARE(hovered.at(1).at(0).toInt(), SeatTable::kNone);
    }

    void description_saysLabelCategoryPriceAndState()
    {
        Map map(m_theatre);
        map.model.setPrices({{QStringLiteral("premium"), QStringLiteral("adult"), Money {4550, {}}},
                             {QStringLiteral("premium"), QStringLiteral("child"), Money {2000, {}}}});
        const QString free = described(map.model, 0);
        QVERIFY(free.startsWith(QStringLiteral("Stalls A 1\nPremium")));
        QVERIFY(free.contains(QStringLiteral("20.00")));
        QVERIFY(free.contains(QStringLiteral("45.50")));
        QVERIFY(free.endsWith(QStringLiteral("free")));
        map.change(0, SeatState::Held);
        QVERIFY(described(map.model, 0).endsWith(QStringLiteral("held by someone else")));
        map.model.setMine({{0, kDeadline}});
        QVERIFY(described(map.model, 0).contains(QStringLiteral("yours until ")));
        map.change(0, SeatState::Sold);
        QVERIFY(described(map.model, 0).endsWith(QStringLiteral("sold")));
    }

    void description_namesTheWheelchairPlaceOfACompanion()
    {
        Map map(m_theatre);
        qint32 companion = 0;
        while (!map.model.table().attributes(companion).testFlag(SeatAttribute::Companion))
            ++companion;
        const qint32 place = *map.model.seat(companion).companionOf;
        QVERIFY(described(map.model, companion).contains(map.model.seat(place).label));
        QVERIFY(described(map.model, place).contains(QStringLiteral("wheelchair place, step-free")));
    }

    void description_saysWhatTheHouseSaysOfASeat()
    {
        Plan plan = m_theatre;
        plan.sections[0].rows[0].seats[0].attributes = SeatAttribute::Aisle;
        plan.sections[0].rows[0].seats[0].customAttributes = {QStringLiteral("extra legroom"), QStringLiteral("heated")};
        Map map(plan);
        QVERIFY(described(map.model, 0).endsWith(QStringLiteral("\non the aisle, \u2068extra legroom\u2069, \u2068heated\u2069")));
    }

    void toolTip_showsMarkupAsText()
    {
        Plan plan = m_theatre;
        plan.sections[0].rows[0].seats[0].label = QStringLiteral("<b>A</b> & 1");
        Map map(plan);
        const QString tip = describeSeat(map.model, 0).toolTip();
        QVERIFY(tip.contains(QStringLiteral("&lt;b&gt;A&lt;/b&gt; &amp; 1")));
        QTest::mouseMove(map.view->viewport(), map.centre(0));
        QTRY_COMPARE(QToolTip::text(), tip);
        QToolTip::hideText();
    }

    void emptyPlan_isHarmless()
    {
        Map map(Plan {});
        map.paintAll();
        QTest::keyClick(map.view.get(), Qt::Key_Right);
        QTest::keyClick(map.view.get(), Qt::Key_Return);
        QTest::mouseClick(map.view->viewport(), Qt::LeftButton, {}, QPoint(100, 100));
        map.view->zoomBy(2, QPointF(5, 5));
        map.view->showSeats({});
        QCOMPARE(map.view->focusedSeat(), SeatTable::kNone);
    }

    void anotherPlan_replacesTheMap()
    {
        Map map(m_theatre);
        map.view->setFocusedSeat(map.model.seatCount() - 1);
        QTest::mouseMove(map.view->viewport(), map.centre(10));
        map.model.setPlan(testing::makeStadium(200));
        QCOMPARE(map.view->focusedSeat(), SeatTable::kNone);
        map.paintAll();
        QVERIFY(map.view->map().section(199).paintCount() > 0);
    }

    void showSeats_bringsThemIntoSightLargeEnoughToPick()
    {
        Map map(testing::makeStadium(20'000));
        map.view->showSeats({5000, 5001, 5002});
        QVERIFY(map.view->seatSize() >= SeatMapView::kPickableFrom);
        for (const qint32 seat : {5000, 5001, 5002})
            QVERIFY(map.view->viewport()->rect().contains(map.centre(seat)));
    }
};

QTEST_MAIN(SeatMapViewTest)
#include "tst_seatmapview.moc"
