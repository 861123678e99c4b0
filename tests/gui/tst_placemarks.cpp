// SPDX-License-Identifier: GPL-3.0-or-later
#include "seatmapfixture.h"

#include "app/seatmap/placemarklegend.h"
#include "app/seatmap/placemarks.h"
#include "shared/domain/demohouse.h"
#include "tests/gui/picture.h"

#include <QLabel>
#include <QPainter>

using namespace parterre;
using namespace Qt::StringLiterals;
using parterre::testing::differingPixels;
using parterre::testing::keepPicture;
using parterre::testing::Map;

namespace {

// How many pixels about a point of the viewport have nearly this colour.
int pixelsOf(const QColor &color, const QImage &image, QPointF centre, int reach)
{
    int count = 0;
    for (int y = static_cast<int>(centre.y()) - reach; y <= static_cast<int>(centre.y()) + reach; ++y) {
        for (int x = static_cast<int>(centre.x()) - reach; x <= static_cast<int>(centre.x()) + reach; ++x) {
            if (!image.valid(x, y))
                continue;
            const QColor there = image.pixelColor(x, y);
            count += std::abs(there.red() - color.red()) + std::abs(there.green() - color.green()) + std::abs(there.blue() - color.blue()) < 24;
        }
    }
    return count;
}

PlaceMark markOf(const Seat &seat, PlaceMarkKind kind)
{
    return {.kind = kind, .position = seat.position, .positionBefore = seat.position, .radius = seat.radius};
}

} // namespace

// Signs at places that differ between two plans.
class TestPlaceMarks : public QObject
{
    Q_OBJECT

    static QPointF onScreen(const Map &map, const PlanPoint &point)
    {
        const QRectF seen = map.view->seenPlan();
        return {(point.x - seen.left()) * map.view->mapScale(), (point.y - seen.top()) * map.view->mapScale()};
    }
    static QColor colorOf(const Map &map, PlaceMarkKind kind) { return placeMarkColor(kind, map.view->map().theme()); }

private Q_SLOTS:
    void signs_areSeenFromFarAndNear()
    {
        for (const double zoom : {1.0, 3.0, 8.0}) {
            Map map(testing::makeTheatre());
            const std::array seats {40, 160, 280, 400};
            QList<PlaceMark> marks;
            for (const PlaceMarkKind kind : kAllPlaceMarks)
                marks.append(markOf(map.model.seat(seats[static_cast<std::size_t>(kind)]), kind));
            for (const PlaceMarkKind kind : kAllPlaceMarks) {
                const PlanPoint at = map.model.seat(seats[static_cast<std::size_t>(kind)]).position;
                const auto reach = [&map] { return static_cast<int>(map.view->seatSize() / 2) + 14; };
                map.view->setMarks({});
                map.view->zoomBy(zoom, map.view->viewport()->rect().center());
                map.view->centreOn({at.x, at.y});
                const int before = pixelsOf(colorOf(map, kind), map.screen(), onScreen(map, at), reach());
                map.view->setMarks(marks);
                map.view->zoomBy(zoom, map.view->viewport()->rect().center());
                map.view->centreOn({at.x, at.y});
                const int after = pixelsOf(colorOf(map, kind), map.screen(), onScreen(map, at), reach());
                QVERIFY2(after > before + 20, qPrintable(u"zoom %1, kind %2: %3 pixels, then %4"_s.arg(zoom).arg(static_cast<int>(kind)).arg(before).arg(after)));
            }
        }
    }

    // What is gone may have stood where the plan has nothing now.
    void marks_beyondThePlanAreInSight()
    {
        Map map(testing::makeTheatre());
        const QRectF house = map.view->map().content();
        const PlanPoint far {house.right() + 600, house.top() - 300};
        map.view->setMarks({{.kind = PlaceMarkKind::Gone, .position = far, .positionBefore = far, .radius = 10}});
        QVERIFY(map.view->seenPlan().contains(QPointF(far.x, far.y)));
        QVERIFY(map.view->seenPlan().contains(house));
        QVERIFY(pixelsOf(colorOf(map, PlaceMarkKind::Gone), map.screen(), onScreen(map, far), 12) > 10);
        // They go with their plan.
        map.model.setPlan(testing::makeTheatre());
        QCOMPARE(map.view->map().content(), house);
    }

    void pointedOut_areFramedAndTheOthersStepBack()
    {
        Map map(testing::makeTheatre());
        const Seat &one = map.model.seat(40);
        const Seat &other = map.model.seat(41);
        const Seat &far = map.model.seat(500);
        map.view->setMarks({markOf(one, PlaceMarkKind::Added), markOf(other, PlaceMarkKind::Added), markOf(far, PlaceMarkKind::Added)});
        map.view->pointOutMarks({0, 1});
        const QPointF middle = onScreen(map, {(one.position.x + other.position.x) / 2, (one.position.y + other.position.y) / 2});
        QVERIFY(QLineF(middle, QRectF(map.view->viewport()->rect()).center()).length() < 3);
        QVERIFY(map.view->seatSize() >= SeatMapView::kPickableFrom);
        const QColor focus = map.view->map().theme().focus;
        QVERIFY(pixelsOf(focus, map.screen(), onScreen(map, one.position), 30) > 40);
        map.view->centreOn({far.position.x, far.position.y});
        QCOMPARE(pixelsOf(focus, map.screen(), onScreen(map, far.position), 30), 0);
        const int steppedBack = pixelsOf(colorOf(map, PlaceMarkKind::Added), map.screen(), onScreen(map, far.position), 30);
        map.view->pointOutMarks({});
        QVERIFY(pixelsOf(colorOf(map, PlaceMarkKind::Added), map.screen(), onScreen(map, far.position), 30) > steppedBack + 20);
    }

    void areas_areOutlined()
    {
        Map map(cabaretPlan());
        const Area &area = map.model.area(0);
        QList<PlanPoint> before = area.outline;
        for (PlanPoint &corner : before)
            corner = {corner.x - 60, corner.y + 45};
        map.view->setMarks({{.kind = PlaceMarkKind::Moved, .outline = area.outline, .outlineBefore = before}});
        const auto along = [&](const QList<PlanPoint> &outline) {
            const PlanPoint middle {(outline[0].x + outline[1].x) / 2, (outline[0].y + outline[1].y) / 2};
            return pixelsOf(colorOf(map, PlaceMarkKind::Moved), map.screen(), onScreen(map, middle), 16);
        };
        QVERIFY(along(area.outline) > 20);
        QVERIFY(along(before) > 5); // dashes
        QVERIFY(along(area.outline) > along(before));
        map.view->pointOutMarks({0});
        QVERIFY(map.view->seenPlan().contains(QPointF(before[0].x, before[0].y)));
        QVERIFY(map.view->seenPlan().contains(QPointF(area.outline[2].x, area.outline[2].y)));
    }

    void paper_hasNoMarks()
    {
        Map map(testing::makeTheatre());
        const auto printed = [&map] {
            QImage paper(400, 300, QImage::Format_RGB32);
            QPainter painter(&paper);
            map.view->renderTo(painter, QRectF(0, 0, 400, 300));
            return paper;
        };
        const QImage before = printed();
        map.view->setMarks({markOf(map.model.seat(40), PlaceMarkKind::Gone)});
        QCOMPARE(differingPixels(before, printed()), 0);
    }

    // Signs differ by form, also for people who see no colours.
    void signs_areToldApartWithoutColour()
    {
        SeatMapTheme theme = SeatMapTheme::fromPalette(QPalette(QColor(Qt::white)));
        for (const double size : {12.0, 24.0}) {
            QList<QImage> grey;
            for (const PlaceMarkKind kind : kAllPlaceMarks) {
                theme.highContrast = true; // one colour for all
                grey.append(placeSign(kind, size, 2, theme).toImage().convertToFormat(QImage::Format_ARGB32));
            }
            for (qsizetype i = 0; i < grey.size(); ++i) {
                for (qsizetype j = i + 1; j < grey.size(); ++j)
                    QVERIFY2(differingPixels(grey[i], grey[j], 60) > size * size / 8, qPrintable(u"%1 and %2 of %3 pixels"_s.arg(i).arg(j).arg(size)));
            }
        }
    }

    void colours_standOutInEveryTheme()
    {
        for (const QColor &base : {QColor(Qt::white), QColor(0x20, 0x24, 0x28), QColor(Qt::black)}) {
            QPalette palette(base);
            palette.setColor(QPalette::Base, base);
            palette.setColor(QPalette::Text, base.lightness() > 128 ? QColor(0x20, 0x20, 0x20) : QColor(0xf0, 0xf0, 0xf0));
            const SeatMapTheme theme = SeatMapTheme::fromPalette(palette);
            for (const PlaceMarkKind kind : kAllPlaceMarks)
                QVERIFY2(contrastRatio(placeMarkColor(kind, theme), theme.floor) >= 3, qPrintable(base.name()));
        }
    }

    void legend_namesEachSign()
    {
        PlaceMarkLegend legend;
        QStringList words;
        for (const QLabel *label : legend.findChildren<QLabel *>()) {
            if (!label->text().isEmpty())
                words.append(label->text());
        }
        for (const PlaceMarkKind kind : kAllPlaceMarks)
            QVERIFY(words.contains(PlaceMarkLegend::nameOf(kind)));
        keepPicture(legend, u"placemark-legend"_s);
    }

    // A large house of which everything differs is shown and pointed out as a whole.
    void everything_canDiffer()
    {
        Map map(testing::makeStadium(20'000));
        QList<PlaceMark> marks;
        QList<qint32> all;
        for (qint32 seat = 0; seat < map.model.seatCount(); ++seat) {
            PlaceMark mark = markOf(map.model.seat(seat), PlaceMarkKind::Moved);
            mark.positionBefore.x += 30;
            marks.append(mark);
            all.append(seat);
        }
        map.view->setMarks(marks);
        map.view->pointOutMarks(all);
        map.paintAll();
        keepPicture(map.screen(), u"placemarks-stadium"_s);
        QVERIFY(map.view->seenPlan().contains(map.view->map().content()));
    }
};

QTEST_MAIN(TestPlaceMarks)
#include "tst_placemarks.moc"
