// SPDX-License-Identifier: GPL-3.0-or-later
#include "testhouses.h"

#include "app/seatmap/seatdescription.h"
#include "app/seatmap/seatlegend.h"
#include "app/seatmap/seatmapview.h"
#include "app/seatmap/sectionitem.h"

#include <QAbstractScrollArea>
#include <QLabel>
#include <QPainter>
#include <QScreen>
#include <QScrollBar>
#include <QSignalSpy>
#include <QStyleHints>
#include <QTest>
#include <QToolTip>
#include <QWheelEvent>
#include <QWindow>

using namespace parterre;
using namespace std::chrono_literals;

namespace {

constexpr Instant kDeadline {std::chrono::milliseconds(1'795'000'600'000)};

// Counts what really was painted: update() promises nothing about when.
class PaintCounter final : public QObject
{
public:
    explicit PaintCounter(QWidget &widget) { widget.installEventFilter(this); }
    bool eventFilter(QObject *, QEvent *event) override
    {
        m_count += event->type() == QEvent::Paint;
        return false;
    }
    [[nodiscard]] int count() const { return m_count; }

private:
    int m_count = 0;
};

// A map of a house in a window, all seats free.
struct Map {
    explicit Map(const Plan &plan, QSize size = {1000, 700})
    {
        model.setPlan(plan);
        const std::vector<SeatState> states(static_cast<std::size_t>(model.seatCount()), SeatState::Free);
        if (!model.applySnapshot(0, states))
            qFatal("snapshot refused");
        view = std::make_unique<SeatMapView>(model);
        counter = std::make_unique<PaintCounter>(*view->viewport());
        view->setZoomDuration(0ms);
        view->resize(size);
        view->show();
        view->activateWindow();
        if (!QTest::qWaitForWindowActive(view.get()))
            qFatal("window not active");
    }

    void change(qint32 seat, SeatState state)
    {
        const SeatChange one {seat, state};
        const qint64 revision = *model.revision();
        if (!model.applyChanges(revision, revision + 1, std::span(&one, 1)))
            qFatal("change refused");
    }
    [[nodiscard]] QPoint centre(qint32 seat) const { return view->seatRect(seat).center().toPoint(); }
    void clickSeat(qint32 seat) const { QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, centre(seat)); }
    // What is on the screen, after everything asked for has been painted.
    [[nodiscard]] QImage screen() const
    {
        QTest::qWait(0);
        view->repaint(QRect()); // flushes what is dirty without adding to it
        return view->screen()->grabWindow(view->winId()).toImage();
    }
    void paintAll() const
    {
        const int before = counter->count();
        view->viewport()->update();
        QTRY_VERIFY(counter->count() > before);
    }

    SeatMapModel model;
    std::unique_ptr<SeatMapView> view;
    std::unique_ptr<PaintCounter> counter;
};

void sendWheel(SeatMapView &view, QPoint at, int delta)
{
    QWheelEvent event(at, view.viewport()->mapToGlobal(at), {}, {0, delta}, Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(view.viewport(), &event);
}

// Pixels that differ by more than `shades` in any channel.
int differingPixels(const QImage &a, const QImage &b, int shades = 0)
{
    const auto differ = [shades](QRgb one, QRgb other) {
        return std::abs(qRed(one) - qRed(other)) > shades || std::abs(qGreen(one) - qGreen(other)) > shades
               || std::abs(qBlue(one) - qBlue(other)) > shades;
    };
    if (a.size() != b.size())
        return a.width() * a.height();
    int count = 0;
    for (int y = 0; y < a.height(); ++y) {
        for (int x = 0; x < a.width(); ++x)
            count += differ(a.pixel(x, y), b.pixel(x, y));
    }
    return count;
}

SeatPainter painterFor(const Plan &plan)
{
    SeatPainter painter;
    painter.setTheme(SeatMapTheme::fromPalette(QPalette()));
    painter.setCategories(plan.categories);
    return painter;
}

} // namespace

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
        for (const int delta : {120, 120, 240, 360, -120, -240, 120}) {
            const double before = map.view->seatSize();
            sendWheel(*map.view, at, delta);
            QVERIFY(delta > 0 ? map.view->seatSize() > before : map.view->seatSize() < before);
            QVERIFY2(QLineF(map.view->seatRect(77).center(), at).length() <= 2.5, qPrintable(QString::number(delta)));
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
        QTRY_COMPARE_WITH_TIMEOUT(std::round(map.view->seatSize() / before * 1000), std::round(1.25 * 1.25 * 1000), 20'000);
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
        QVERIFY(map.view->accessibleDescription().startsWith(map.model.seat(up).label));
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

    void focusRing_isSeen()
    {
        Map map(m_theatre);
        map.view->setFocus();
        const QImage before = map.screen();
        map.view->setFocusedSeat(100);
        QTRY_VERIFY(differingPixels(before, map.screen()) > 40);
    }

    void hover_namesTheSeatOnceAndItsLeaving()
    {
        Map map(m_theatre);
        QSignalSpy hovered(map.view.get(), &SeatMapView::seatHovered);
        QWidget *viewport = map.view->viewport();
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
        const QString free = describeSeat(map.model, 0).plainText();
        QVERIFY(free.startsWith(QStringLiteral("Stalls A 1\nPremium")));
        QVERIFY(free.contains(QStringLiteral("20.00")));
        QVERIFY(free.contains(QStringLiteral("45.50")));
        QVERIFY(free.endsWith(QStringLiteral("free")));
        map.change(0, SeatState::Held);
        QVERIFY(describeSeat(map.model, 0).plainText().endsWith(QStringLiteral("held by someone else")));
        map.model.setMine({{0, kDeadline}});
        QVERIFY(describeSeat(map.model, 0).plainText().contains(QStringLiteral("yours until ")));
        map.change(0, SeatState::Sold);
        QVERIFY(describeSeat(map.model, 0).plainText().endsWith(QStringLiteral("sold")));
    }

    void description_namesTheWheelchairPlaceOfACompanion()
    {
        Map map(m_theatre);
        qint32 companion = 0;
        while (!map.model.table().attributes(companion).testFlag(SeatAttribute::Companion))
            ++companion;
        const qint32 place = *map.model.seat(companion).companionOf;
        QVERIFY(describeSeat(map.model, companion).plainText().contains(map.model.seat(place).label));
        QVERIFY(describeSeat(map.model, place).plainText().contains(QStringLiteral("wheelchair place, step-free")));
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

    void looks_differInFormNotOnlyInColour()
    {
        const SeatPainter painter = painterFor(m_theatre);
        for (const double size : {12.0, 24.0, 40.0}) {
            std::vector<QImage> grey;
            for (int look = 0; look < kSeatLookCount; ++look) {
                QImage image(QSize(64, 64), QImage::Format_ARGB32_Premultiplied);
                image.fill(painter.theme().floor);
                QPainter to(&image);
                painter.drawForm(to, QPointF(32, 32), size, 1, static_cast<SeatLook>(look), 0, SeatMark::None);
                to.end();
                grey.push_back(image.convertToFormat(QImage::Format_Grayscale8));
            }
            const double area = M_PI * size * size / 4;
            for (std::size_t a = 0; a < grey.size(); ++a) {
                for (std::size_t b = a + 1; b < grey.size(); ++b) {
                    int different = 0;
                    for (int y = 0; y < 64; ++y) {
                        for (int x = 0; x < 64; ++x)
                            different += std::abs(qGray(grey[a].pixel(x, y)) - qGray(grey[b].pixel(x, y))) > 40;
                    }
                    QVERIFY2(different > area * 0.12, qPrintable(QStringLiteral("looks %1 and %2 at %3: %4 of %5 pixels").arg(a).arg(b).arg(size).arg(different).arg(area)));
                }
            }
        }
    }

    void wheelchairPlaces_lookDifferent()
    {
        const SeatPainter painter = painterFor(m_theatre);
        const QImage plain = painter.swatch(SeatLook::Free, 0, SeatMark::None, 32, 1).toImage();
        QVERIFY(differingPixels(plain, painter.swatch(SeatLook::Free, 0, SeatMark::Wheelchair, 32, 1).toImage()) > 60);
        QVERIFY(differingPixels(plain, painter.swatch(SeatLook::Free, 0, SeatMark::Companion, 32, 1).toImage()) > 30);
    }

    void theme_keepsSeatsApartFromTheFloorInLightAndDark()
    {
        for (const bool dark : {false, true}) {
            QPalette palette;
            palette.setColor(QPalette::Base, dark ? QColor(0x15, 0x19, 0x1f) : QColor(Qt::white));
            palette.setColor(QPalette::Text, dark ? QColor(0xf0, 0xf3, 0xf7) : QColor(0x1b, 0x24, 0x30));
            const SeatMapTheme theme = SeatMapTheme::fromPalette(palette);
            QCOMPARE(theme.dark, dark);
            for (const char *color : {"#ffffff", "#ffff00", "#000000", "#0000ff", "", "nonsense"}) {
                const QColor fill = theme.categoryFill({.color = QString::fromLatin1(color)}, 0);
                QVERIFY(contrastRatio(fill, theme.floor) >= 1.8);
                QVERIFY(contrastRatio(theme.rim(fill), theme.floor) >= 3.0);
                QVERIFY(contrastRatio(theme.textOn(fill), fill) >= 3.0);
            }
        }
    }

    void incrementalPixels_equalAFullRepaint()
    {
        Map map(m_theatre, {640, 480});
        std::uint32_t random = 20261121;
        const auto next = [&random](int below) {
            random = random * 1664525 + 1013904223;
            return static_cast<int>((random >> 10) % static_cast<std::uint32_t>(below));
        };
        QScrollBar *across = map.view->horizontalScrollBar();
        QScrollBar *down = map.view->verticalScrollBar();
        for (int step = 0; step < 300; ++step) {
            switch (next(5)) {
            case 0: map.view->zoomBy(next(2) ? 1.31 : 0.77, QPointF(next(640), next(480))); break;
            case 1: across->setValue(across->value() + next(81) - 40); down->setValue(down->value() + next(81) - 40); break;
            case 2: map.view->setFocusedSeat(next(map.model.seatCount())); break;
            case 3:
                for (int i = next(90); i >= 0; --i)
                    map.change(next(map.model.seatCount()), static_cast<SeatState>(next(4)));
                break;
            default: map.change(next(map.model.seatCount()), static_cast<SeatState>(next(4))); break;
            }
            const QImage incremental = map.screen();
            map.paintAll();
            // The rasteriser rounds an outline differently where the window's border cuts it: a shade, not to be seen.
            const int different = differingPixels(incremental, map.screen(), 3);
            QVERIFY2(different == 0, qPrintable(QStringLiteral("step %1: %2 pixels").arg(step).arg(different)));
        }
    }

    void oneChange_repaintsItsSectionOnly()
    {
        Map map(testing::makeStadium(10'000));
        map.paintAll();
        const qint32 seat = 777;
        const qint32 section = map.model.table().section(seat);
        std::vector<int> before;
        for (qint32 i = 0; i < map.model.table().sectionCount(); ++i)
            before.push_back(map.view->map().section(i).paintCount());
        map.change(seat, SeatState::Sold);
        QTRY_VERIFY(map.view->map().section(section).paintCount() > before[static_cast<std::size_t>(section)]);
        for (qint32 i = 0; i < map.model.table().sectionCount(); ++i) {
            if (std::abs(i - section) > 1)
                QCOMPARE(map.view->map().section(i).paintCount(), before[static_cast<std::size_t>(i)]);
        }
    }

    void oneChange_outOfSightRepaintsNothing()
    {
        Map map(m_theatre);
        map.view->zoomBy(5, map.centre(0));
        map.paintAll();
        const int before = map.counter->count();
        map.change(map.model.seatCount() - 1, SeatState::Sold);
        QTest::qWait(0);
        map.view->setFocusedSeat(0); // the next thing that is painted proves that nothing came before it
        QTRY_VERIFY(map.counter->count() > before);
        QCOMPARE(map.counter->count(), before + 1);
    }

    void fiftyThousandSeats_arePainted()
    {
        Map map(testing::makeStadium(50'000));
        QVERIFY(map.model.seatCount() >= 50'000);
        map.paintAll();
        for (qint32 i = 0; i < map.model.table().sectionCount(); ++i)
            QVERIFY(map.view->map().section(i).paintCount() > 0);
        const QColor free = SeatMapTheme::fromPalette(map.view->palette()).categoryFill(map.model.plan().categories.first(), 0);
        const QImage image = map.screen();
        int colored = 0;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x)
                colored += std::abs(image.pixelColor(x, y).hue() - free.hue()) < 12;
        }
        QVERIFY(colored > 2000);
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

    void renderTo_drawsTheHouseOnAnyDevice()
    {
        Map map(m_theatre);
        map.change(0, SeatState::Sold);
        QImage image(800, 600, QImage::Format_ARGB32_Premultiplied);
        image.fill(Qt::white);
        QPainter painter(&image);
        map.view->renderTo(painter, QRectF(0, 0, 800, 600));
        painter.end();
        const QColor fill = map.view->map().theme().categoryFill(m_theatre.categories[1], 1);
        int seats = 0;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x)
                seats += image.pixelColor(x, y) == fill;
        }
        QVERIFY(seats > 3000);
    }

    void legend_namesCategoriesPricesAndLooks()
    {
        SeatMapModel model;
        SeatLegend legend(model);
        model.setPlan(m_theatre);
        model.setPrices({{QStringLiteral("premium"), QStringLiteral("adult"), Money {4550, {}}}});
        QStringList texts;
        for (const QLabel *label : legend.findChildren<QLabel *>())
            texts << label->text();
        for (const Category &category : m_theatre.categories)
            QVERIFY(texts.contains(category.name));
        for (const char *look : {"free", "yours", "held by someone else", "sold", "not for sale", "wheelchair place"})
            QVERIFY2(texts.contains(QString::fromLatin1(look)), look);
        QVERIFY(texts.join(QLatin1Char('|')).contains(QStringLiteral("45.50")));
    }

    void accessibleName_isSet()
    {
        Map map(m_theatre);
        QVERIFY(!map.view->accessibleName().isEmpty());
        QVERIFY(map.view->accessibleDescription().contains(QString::number(map.model.seatCount())));
    }
};

QTEST_MAIN(SeatMapViewTest)
#include "tst_seatmapview.moc"
