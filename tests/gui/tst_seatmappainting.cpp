// SPDX-License-Identifier: GPL-3.0-or-later
#include "seatmapfixture.h"

#include "app/seatmap/seatlegend.h"
#include "app/seatmap/sectionitem.h"

#include <QLabel>
#include <QPainter>
#include <QScrollBar>

using namespace parterre;
using parterre::testing::Map;
using parterre::testing::differingPixels;

namespace {

SeatPainter painterFor(const Plan &plan)
{
    SeatPainter painter;
    painter.setTheme(SeatMapTheme::fromPalette(QPalette()));
    painter.setCategories(plan.categories);
    return painter;
}

} // namespace

// What the map shows: forms, colours, and that only what changed is painted, but all of that.
class SeatMapPaintingTest : public QObject
{
    Q_OBJECT

    const Plan m_theatre = testing::makeTheatre();

private Q_SLOTS:
    void focusRing_isSeen()
    {
        Map map(m_theatre);
        map.view->setFocus();
        const QImage before = map.view->grab().toImage();
        map.view->setFocusedSeat(100);
        const QImage focused = map.view->grab().toImage();
        QVERIFY(differingPixels(before, focused) > 40);
        map.view->setFocusedSeat(SeatTable::kNone);
        QCOMPARE(differingPixels(before, map.view->grab().toImage()), 0);
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
};

QTEST_MAIN(SeatMapPaintingTest)
#include "tst_seatmappainting.moc"
