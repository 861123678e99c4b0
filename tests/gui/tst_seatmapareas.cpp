// SPDX-License-Identifier: GPL-3.0-or-later
#include "seatmapfixture.h"

#include "app/seatmap/seatdescription.h"
#include "app/seatmap/seatminimap.h"
#include "shared/domain/demohouse.h"

#include <QAccessible>
#include <QPaintEvent>
#include <QSignalSpy>
#include <QToolTip>

using namespace parterre;
using namespace Qt::StringLiterals;
using parterre::testing::Map;

namespace {

// Of the demo's cabaret: seats 0 to 73, of which 0 to 19 are at tables for four that are sold whole, and 150 places to stand.
constexpr qint32 kFirstStanding = 74;
constexpr qint32 kStanding = 150;
constexpr qint32 kArea = 0;

// Where the viewport was told to paint.
class PaintedRegion final : public QObject
{
public:
    explicit PaintedRegion(QWidget &widget) { widget.installEventFilter(this); }
    bool eventFilter(QObject *, QEvent *event) override
    {
        if (event->type() == QEvent::Paint) {
            region += static_cast<QPaintEvent *>(event)->region();
            ++paints;
        }
        return false;
    }

    QRegion region;
    int paints = 0;
};

std::vector<SeatChange> standing(qint32 count, SeatState state)
{
    std::vector<SeatChange> changes;
    for (qint32 place = kFirstStanding; place < kFirstStanding + count; ++place)
        changes.push_back({place, state});
    return changes;
}

void applyAll(Map &map, const std::vector<SeatChange> &changes)
{
    QVERIFY(map.model.applyChanges(*map.model.revision(), *map.model.revision() + 1, changes));
}

QPoint middleOf(const Map &map, qint32 area)
{
    return map.view->areaRect(area).center().toPoint();
}

QString described(const SeatDescription &description)
{
    return (QStringList {description.title} + description.lines).join(u'\n');
}

} // namespace

// Areas and tables on the map.
class SeatMapAreasTest : public QObject
{
    Q_OBJECT

    const Plan m_cabaret = cabaretPlan();

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(u"en_GB"_s)); }

    void click_onAnAreaActivatesIt_onASeatTheSeat()
    {
        Map map(m_cabaret);
        QSignalSpy areas(map.view.get(), &SeatMapView::areaActivated);
        QSignalSpy seats(map.view.get(), &SeatMapView::seatActivated);
        QTest::mouseClick(map.view->viewport(), Qt::LeftButton, {}, middleOf(map, kArea));
        QCOMPARE(areas.size(), 1);
        QCOMPARE(areas[0][0].toInt(), kArea);
        QCOMPARE(map.view->focusedArea(), kArea);
        QCOMPARE(map.view->focusedSeat(), SeatTable::kNone);
        map.clickSeat(30);
        QCOMPARE(seats.size(), 1);
        QCOMPARE(map.view->focusedArea(), PlaceGroups::kNone);
    }

    void click_onACornerOutsideOfTheOutlineIsBesideIt()
    {
        Map map(m_cabaret);
        QSignalSpy areas(map.view.get(), &SeatMapView::areaActivated);
        const QRectF rect = map.view->areaRect(kArea);
        QTest::mouseClick(map.view->viewport(), Qt::LeftButton, {}, (rect.bottomLeft() + QPointF(6, -4)).toPoint()); // it is cut off
        QCOMPARE(areas.size(), 0);
    }

    void click_fromFarAwayStillMeansTheArea()
    {
        Map map(m_cabaret, {260, 220});
        QVERIFY(map.view->seatSize() < SeatMapView::kPickableFrom);
        QSignalSpy areas(map.view.get(), &SeatMapView::areaActivated);
        QTest::mouseClick(map.view->viewport(), Qt::LeftButton, {}, middleOf(map, kArea));
        QCOMPARE(areas.size(), 1);
    }

    void keys_walkFromSeatsToTheAreaAndBack()
    {
        Map map(m_cabaret);
        QSignalSpy areas(map.view.get(), &SeatMapView::areaActivated);
        QSignalSpy focused(map.view.get(), &SeatMapView::focusedAreaChanged);
        map.view->setFocusedSeat(70); // behind the last table
        QTest::keyClick(map.view.get(), Qt::Key_Down);
        QCOMPARE(map.view->focusedArea(), kArea);
        QCOMPARE(map.view->focusedSeat(), SeatTable::kNone);
        QCOMPARE(focused.size(), 1);
        QTest::keyClick(map.view.get(), Qt::Key_Down);
        QCOMPARE(map.view->focusedArea(), kArea); // nothing further on
        QTest::keyClick(map.view.get(), Qt::Key_Return);
        QCOMPARE(areas.size(), 1);
        QTest::keyClick(map.view.get(), Qt::Key_Up);
        QCOMPARE(map.view->focusedArea(), PlaceGroups::kNone);
        QVERIFY(map.view->focusedSeat() >= 50 && map.view->focusedSeat() < kFirstStanding);
        QTest::keyClick(map.view.get(), Qt::Key_Down);
        QTest::keyClick(map.view.get(), Qt::Key_Escape);
        QCOMPARE(map.view->focusedArea(), PlaceGroups::kNone);
    }

    void keys_findTheOnlyAreaOfAField()
    {
        Plan field {.name = u"Field"_s, .categories = {{.key = u"a"_s, .name = u"A"_s}}};
        field.sections = {{.name = u"Field"_s, .areas = {{.name = u"Meadow"_s, .outline = {{0, 0}, {300, 0}, {150, 200}}, .capacity = 100}}}};
        Map map(field);
        QTest::keyClick(map.view.get(), Qt::Key_Left);
        QCOMPARE(map.view->focusedArea(), 0);
        QTest::keyClick(map.view.get(), Qt::Key_Left);
        QCOMPARE(map.view->focusedArea(), 0);
    }

    void change_countsAndRepaintsTheAreaAlone()
    {
        Map map(m_cabaret);
        static_cast<void>(map.screen());
        QSignalSpy areas(&map.model, &SeatMapModel::areasChanged);
        QSignalSpy seats(&map.model, &SeatMapModel::seatsChanged);
        PaintedRegion painted(*map.view->viewport());
        map.change(kFirstStanding + 3, SeatState::Sold);
        QCOMPARE(areas.size(), 1);
        QCOMPARE(areas[0][0].value<QList<qint32>>(), QList<qint32> {kArea});
        QCOMPARE(seats.size(), 0);
        QCOMPARE(map.model.areaCount(kArea, SeatLook::Free), kStanding - 1);
        QCOMPARE(map.model.sectionCounts(2)[static_cast<std::size_t>(SeatLook::Sold)], 1);
        QTRY_VERIFY(painted.paints > 0);
        QVERIFY(!painted.region.isEmpty());
        QVERIFY(map.view->areaRect(kArea).toAlignedRect().adjusted(-4, -4, 4, 4).contains(painted.region.boundingRect()));
    }

    void burst_isOneCountAndOneRepaint()
    {
        Map map(m_cabaret);
        static_cast<void>(map.screen());
        QSignalSpy areas(&map.model, &SeatMapModel::areasChanged);
        PaintedRegion painted(*map.view->viewport());
        for (int round = 0; round < 40; ++round)
            applyAll(map, standing(kStanding, round % 2 ? SeatState::Free : SeatState::Held));
        applyAll(map, standing(30, SeatState::Sold));
        QCOMPARE(areas.size(), 41);
        QTRY_VERIFY(painted.paints > 0);
        QCOMPARE(painted.paints, 1);
        QCOMPARE(map.model.areaCount(kArea, SeatLook::Free), kStanding - 30);
        QCOMPARE(map.model.count(SeatLook::Free), 74 + kStanding - 30);
    }

    void picture_saysMoreThanColour()
    {
        Map map(m_cabaret);
        const QRect rect = map.view->areaRect(kArea).toAlignedRect();
        const auto area = [&] { return map.screen().copy(rect); };
        const QImage free = area();
        applyAll(map, standing(kStanding, SeatState::Sold));
        const QImage full = area();
        QVERIFY(parterre::testing::differingPixels(free, full, 8) > rect.width() * rect.height() / 4);
        // Stripes: along a line through it, ground and stripe take turns.
        int turns = 0;
        const int y = rect.height() / 6;
        for (int x = rect.width() / 4 + 1; x < rect.width() * 3 / 4; ++x)
            turns += full.pixel(x, y) != full.pixel(x - 1, y);
        QVERIFY2(turns >= 6, qPrintable(QString::number(turns)));
        applyAll(map, standing(kStanding, SeatState::Free));
        map.model.setMine({{kFirstStanding, Instant {}}, {kFirstStanding + 1, Instant {}}});
        QVERIFY(parterre::testing::differingPixels(free, area(), 40) > 30); // the tick
    }

    void hover_tellsOfTheAreaAndOfTheWholeTable()
    {
        Map map(m_cabaret);
        map.model.setPrices({{u"standing"_s, u"adult"_s, {.amount = 2'100}}, {u"stage-tables"_s, u"adult"_s, {.amount = 3'900}}, {u"stage-tables"_s, u"child"_s, {.amount = 2'000}}});
        applyAll(map, standing(20, SeatState::Sold));
        map.model.setMine({{kFirstStanding + 20, Instant {}}, {kFirstStanding + 21, Instant {}}});
        QCOMPARE(described(describeArea(map.model, kArea)), u"Standing\nStanding · €21.00\n128 of 150 free\n2 of them yours"_s);
        map.model.setPending({}, {kArea});
        QVERIFY(described(describeArea(map.model, kArea)).endsWith(u"asking the box office …"_s));
        QCOMPARE(described(describeSeat(map.model, 5)), u"Table 2\n4 seats, sold together · €80.00 – €156.00\nfree"_s);
        QCOMPARE(describeSeat(map.model, 22).title, u"Table 6 Seat 3"_s);
        QSignalSpy hovered(map.view.get(), &SeatMapView::seatHovered);
        QTest::mouseMove(map.view->viewport(), middleOf(map, kArea));
        QTRY_VERIFY(QToolTip::isVisible());
        QVERIFY(QToolTip::text().contains(u"128 of 150 free"_s));
        QCOMPARE(hovered.size(), 0);
        QToolTip::hideText();
    }

    void wholeTable_isRingedAndDrawnAsOne()
    {
        Map map(m_cabaret);
        // Between two of its seats there is a plate, where a table sold by the seat has the bare room.
        const auto between = [&](qint32 first, qint32 second) {
            const QPointF middle = (map.view->seatRect(first).center() + map.view->seatRect(second).center()) / 2;
            return map.screen().pixelColor(middle.toPoint());
        };
        const QColor room = map.view->map().theme().shapeColor(m_cabaret.shapes[0].fill);
        QVERIFY(between(0, 1) != room);
        QCOMPARE(between(22, 23), room);
        const QImage before = map.screen();
        QTest::mouseMove(map.view->viewport(), map.centre(1));
        const QImage ringed = map.screen();
        QRect changed;
        for (int y = 0; y < before.height(); ++y) {
            for (int x = 0; x < before.width(); ++x) {
                if (before.pixel(x, y) != ringed.pixel(x, y))
                    changed |= QRect(x, y, 1, 1);
            }
        }
        for (const qint32 seat : {0, 1, 2, 3})
            QVERIFY(changed.contains(map.view->seatRect(seat).toRect()));
        QVERIFY(!changed.intersects(map.view->seatRect(4).toRect()));
    }

    void readers_hearAreasAndTables()
    {
        Map map(m_cabaret);
        map.model.setPrices({{u"standing"_s, u"adult"_s, {.amount = 2'500}}, {u"stage-tables"_s, u"adult"_s, {.amount = 3'900}}});
        applyAll(map, standing(20, SeatState::Sold));
        const QAccessibleInterface *house = QAccessible::queryAccessibleInterface(map.view.get());
        QVERIFY(house->text(QAccessible::Description).startsWith(u"204"_s));
        const QAccessibleInterface *bar = house->child(2);
        QCOMPARE(bar->text(QAccessible::Name), u"Bar, 130 of 150 free"_s);
        QCOMPARE(bar->childCount(), 1);
        QAccessibleInterface *area = bar->child(0);
        QCOMPARE(area->text(QAccessible::Name), u"Standing, 130 of 150 free, 25 euro"_s);
        QCOMPARE(area->role(), QAccessible::Button);
        QCOMPARE(bar->indexOfChild(area), 0);
        QCOMPARE(area->parent(), bar);
        QVERIFY(area->rect().contains(map.view->viewport()->mapToGlobal(middleOf(map, kArea))));
        const QPoint at = area->rect().center();
        QCOMPARE(house->childAt(at.x(), at.y()), area);
        QCOMPARE(bar->childAt(at.x(), at.y()), area);
        QVERIFY(!area->state().focused);
        map.model.setMine({{kFirstStanding + 20, Instant {}}});
        QCOMPARE(area->text(QAccessible::Name), u"Standing, 129 of 150 free, 1 yours, 25 euro"_s);

        QSignalSpy activated(map.view.get(), &SeatMapView::areaActivated);
        area->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
        QCOMPARE(activated.size(), 1);
        QVERIFY(area->state().focused);
        QCOMPARE(house->focusChild(), area);

        const QAccessibleInterface *tables = house->child(0);
        QCOMPARE(tables->childCount(), 5);
        QCOMPARE(tables->child(1)->text(QAccessible::Name), u"Table 2, 4 of 4 free, sold whole"_s);
        QCOMPARE(tables->child(1)->child(2)->text(QAccessible::Name), u"Tables at the stage table 2 seat 3, 39 euro, sold whole, free"_s);
        QCOMPARE(house->child(1)->child(0)->text(QAccessible::Name), u"Table 6, 6 of 6 free"_s);
    }

    void overview_showsTheArea()
    {
        Map map(m_cabaret);
        const auto overview = [&] {
            QImage picture(200, 170, QImage::Format_ARGB32_Premultiplied);
            picture.fill(Qt::transparent);
            QPainter painter(&picture);
            map.view->renderOverview(painter, QRectF(picture.rect()));
            return picture;
        };
        const QImage free = overview();
        applyAll(map, standing(kStanding, SeatState::Sold));
        QVERIFY(parterre::testing::differingPixels(free, overview(), 8) > 1'500);
    }
};

QTEST_MAIN(SeatMapAreasTest)
#include "tst_seatmapareas.moc"
