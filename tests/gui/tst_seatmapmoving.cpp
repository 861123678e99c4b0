// SPDX-License-Identifier: GPL-3.0-or-later
#include "seatmapfixture.h"

#include "app/seatmap/kineticpan.h"
#include "app/seatmap/seatminimap.h"

#include <QScrollBar>
#include <QSignalSpy>

using namespace parterre;
using namespace std::chrono_literals;
using parterre::testing::Map;

namespace {

// A mouse that moves at its own clock.
class Mouse
{
public:
    Mouse(QWidget &widget, quint64 time) : m_widget(widget), m_time(time) {}

    void press(QPointF at) { send(QEvent::MouseButtonPress, at, Qt::LeftButton, Qt::LeftButton); }
    void move(QPointF at, quint64 after)
    {
        m_time += after;
        send(QEvent::MouseMove, at, Qt::NoButton, Qt::LeftButton);
    }
    void release(QPointF at, quint64 after)
    {
        m_time += after;
        send(QEvent::MouseButtonRelease, at, Qt::LeftButton, Qt::NoButton);
    }

private:
    void send(QEvent::Type type, QPointF at, Qt::MouseButton button, Qt::MouseButtons buttons)
    {
        QMouseEvent event(type, at, m_widget.mapToGlobal(at), button, buttons, Qt::NoModifier);
        event.setTimestamp(m_time);
        QCoreApplication::sendEvent(&m_widget, &event);
    }

    QWidget &m_widget;
    quint64 m_time;
};

QPoint whole(const QSignalSpy &moved)
{
    QPoint sum;
    for (const QList<QVariant> &one : moved)
        sum += one.constFirst().toPoint();
    return sum;
}

} // namespace

// How a map moves on its own, and the overview that moves it.
class SeatMapMovingTest : public QObject
{
    Q_OBJECT

    const Plan m_theatre = testing::makeTheatre();

private Q_SLOTS:
    void throw_goesTheWayOfTheHandAndComesToRest()
    {
        KineticPan pan;
        QSignalSpy moved(&pan, &KineticPan::moved);
        pan.hold({100, 100}, 1000);
        for (int i = 1; i <= 5; ++i)
            pan.drag({100.0 + 20 * i, 100.0 - 10 * i}, 1000 + 10 * static_cast<quint64>(i));
        QVERIFY(pan.letGo(1055));
        pan.setCurrentTime(100);
        const QPoint early = whole(moved);
        pan.setCurrentTime(pan.duration() / 2);
        const QPoint half = whole(moved);
        pan.setCurrentTime(pan.duration());
        const QPoint all = whole(moved);
        QVERIFY(early.x() > 100 && half.x() > early.x() && all.x() >= half.x());
        QCOMPARE(std::round(-2.0 * all.y() / all.x()), 1.0);
        QVERIFY(all.x() - half.x() < half.x() / 4);
        QCOMPARE(pan.state(), QAbstractAnimation::Stopped);
    }

    void throw_needsSpeedAtTheEnd()
    {
        KineticPan pan;
        QVERIFY(!pan.letGo(1));
        pan.hold({0, 0}, 1000);
        pan.drag({4, 0}, 1080); // slow
        QVERIFY(!pan.letGo(1085));
        pan.hold({0, 0}, 2000);
        pan.drag({200, 0}, 2050);
        QVERIFY(!pan.letGo(2200)); // the hand had come to rest
        pan.hold({0, 0}, 3000);
        pan.drag({200, 0}, 3050);
        QVERIFY(pan.letGo(3060));
        pan.hold({0, 0}, 4000); // taken hold of
        QCOMPARE(pan.state(), QAbstractAnimation::Stopped);
    }

    void map_thatIsThrownGoesOnUntilSomebodyPresses()
    {
        Map map(m_theatre);
        map.view->zoomBy(6, map.centre(100));
        map.view->setZoomDuration(100ms);
        const QScrollBar *across = map.view->horizontalScrollBar();
        Mouse mouse(*map.view->viewport(), 50'000);
        mouse.press({500, 300});
        mouse.move({460, 300}, 10);
        mouse.move({420, 300}, 10);
        mouse.release({420, 300}, 5);
        const int letGo = across->value();
        QTRY_VERIFY(across->value() > letGo + 30);
        mouse.press({400, 300});
        const int held = across->value();
        mouse.release({400, 300}, 500);
        QTest::qWait(60); // nothing is to happen
        QCOMPARE(across->value(), held);
    }

    void whatLiesOverTheMap_doesNotLetTheRestBePaintedAnew()
    {
        Map map(m_theatre);
        map.view->zoomBy(3, map.centre(100));
        const auto painted = [&map](int across, int down) {
            map.paintAll();
            const int before = map.counter->pixels();
            map.view->horizontalScrollBar()->setValue(map.view->horizontalScrollBar()->value() + across);
            map.view->verticalScrollBar()->setValue(map.view->verticalScrollBar()->value() + down);
            (void)map.screen();
            return map.counter->pixels() - before;
        };
        QCOMPARE(painted(8, 0), 8 * 700);
        QWidget card(map.view.get());
        card.setGeometry(20, 580, 200, 100);
        card.show();
        // The card, and a strip along each part beside it.
        QCOMPARE(painted(8, 0), 200 * 100 + 8 * (580 + 2 * 100 + 20));
        QCOMPARE(painted(0, 8), 200 * 100 + 8 * (1000 + 20 + 780 + 1000));
    }

    void map_withoutAnimationsEndsWhereTheHandEnds()
    {
        Map map(m_theatre);
        map.view->zoomBy(6, map.centre(100));
        Mouse mouse(*map.view->viewport(), 50'000);
        const QPoint before = map.centre(100);
        mouse.press({500, 300});
        mouse.move({460, 300}, 10);
        mouse.move({420, 300}, 10);
        mouse.release({420, 300}, 5);
        QTest::qWait(60);
        QCOMPARE(map.centre(100), before - QPoint(80, 0));
    }

    void minimap_isThereWhileSomethingIsOutOfSight()
    {
        Map map(m_theatre);
        QVERIFY(!map.view->isMinimapVisible());
        QTest::keyClick(map.view.get(), Qt::Key_M);
        QVERIFY(map.view->isMinimapVisible());
        QVERIFY(!map.view->minimap()->isVisible());
        map.view->zoomBy(3, map.centre(100));
        QVERIFY(map.view->minimap()->isVisible());
        map.view->resize(320, 240); // no room
        QTRY_VERIFY(!map.view->minimap()->isVisible());
        map.view->resize(1000, 700);
        QTRY_VERIFY(map.view->minimap()->isVisible());
        map.view->fit();
        QVERIFY(!map.view->minimap()->isVisible());
        QTest::keyClick(map.view.get(), Qt::Key_M);
        QVERIFY(!map.view->isMinimapVisible());
    }

    void minimap_clickAndDragMoveTheMap()
    {
        Map map(m_theatre);
        map.view->setMinimapVisible(true);
        map.view->zoomBy(6, map.centre(0));
        auto *minimap = map.view->findChild<SeatMinimap *>();
        const auto placeOf = [&](qint32 seat) {
            const PlanPoint at = map.model.table().position(seat);
            return minimap->mapFromPlan(QRectF(at.x, at.y, 1, 1)).center().toPoint();
        };
        const auto isCentred = [&](qint32 seat) {
            const QPointF off = map.view->seatRect(seat).center() - QRectF(map.view->viewport()->rect()).center();
            // A pixel of the minimap is many of the map.
            return std::hypot(off.x(), off.y()) < 2 * map.view->mapScale() * map.view->map().content().width() / minimap->width();
        };
        QTest::mousePress(minimap, Qt::LeftButton, {}, placeOf(200));
        QVERIFY(isCentred(200));
        QMouseEvent move(QEvent::MouseMove, placeOf(300), minimap->mapToGlobal(placeOf(300)), Qt::NoButton, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(minimap, &move);
        QVERIFY(isCentred(300));
        QTest::mouseRelease(minimap, Qt::LeftButton, {}, placeOf(300));
        QVERIFY(isCentred(300));
    }

    void minimap_isDrawnAnewForSeatsButNotForMoving()
    {
        Map map(testing::makeStadium(10'000));
        map.view->setMinimapVisible(true);
        map.view->zoomBy(6, map.centre(100));
        map.paintAll();
        const SeatMinimap *minimap = map.view->minimap();
        QTRY_COMPARE(minimap->pictureCount(), 1);
        for (int i = 0; i < 20; ++i) {
            map.view->horizontalScrollBar()->setValue(map.view->horizontalScrollBar()->value() + 5);
            map.paintAll();
        }
        map.view->zoomBy(1.2, map.centre(100));
        map.paintAll();
        QCOMPARE(minimap->pictureCount(), 1);
        const QImage before = map.view->findChild<SeatMinimap *>()->grab().toImage();
        const auto seats = map.model.table().sectionSeats(map.model.table().section(5000));
        for (const qint32 seat : seats)
            map.change(seat, SeatState::Sold);
        QTRY_COMPARE(minimap->pictureCount(), 2);
        QVERIFY(testing::differingPixels(before, map.view->findChild<SeatMinimap *>()->grab().toImage()) > 4);
    }
};

QTEST_MAIN(SeatMapMovingTest)
#include "tst_seatmapmoving.moc"
