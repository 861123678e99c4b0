// SPDX-License-Identifier: GPL-3.0-or-later
#include "seatmapfixture.h"

#include "app/seatmap/seatlegend.h"
#include "app/seatmap/seatmappdf.h"
#include "app/seatmap/sectionitem.h"
#include "app/widgets/tones.h"

#include <QLabel>
#include <QSignalSpy>
#include <QPainter>
#include <QTemporaryDir>

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

using Triple = std::array<double, 3>;
using Matrix = std::array<Triple, 3>;

// How people see who lack one kind of cones: Machado, Oliveira and Fernandes (2009), full severity, on linear light.
constexpr std::array<Matrix, 4> kSights {{
    {{{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}},
    {{{0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}}},
    {{{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}}},
    {{{1.255528, -0.076749, -0.178779}, {-0.078411, 0.930809, 0.147602}, {0.004733, 0.691367, 0.303900}}},
}};

Triple times(const Matrix &matrix, const Triple &vector)
{
    Triple result {};
    for (std::size_t row = 0; row < 3; ++row) {
        for (std::size_t column = 0; column < 3; ++column)
            result[row] += matrix[row][column] * vector[column];
    }
    return result;
}

// CIELAB under D65.
Triple lab(const QColor &color, const Matrix &sight)
{
    const auto linear = [](double channel) { return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4); };
    Triple light = times(sight, {linear(color.redF()), linear(color.greenF()), linear(color.blueF())});
    for (double &channel : light)
        channel = std::clamp(channel, 0.0, 1.0);
    constexpr Matrix kXyz {{{0.4124, 0.3576, 0.1805}, {0.2126, 0.7152, 0.0722}, {0.0193, 0.1192, 0.9505}}};
    const Triple xyz = times(kXyz, light);
    const auto root = [](double t) { return t > 0.008856 ? std::cbrt(t) : 7.787 * t + 16.0 / 116; };
    const double x = root(xyz[0] / 0.9505);
    const double y = root(xyz[1]);
    const double z = root(xyz[2] / 1.089);
    return {116 * y - 16, 500 * (x - y), 200 * (y - z)};
}

double distance(const Triple &a, const Triple &b)
{
    return std::hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
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

    void theme_tellsItsOwnCategoriesApartForEverySight()
    {
        for (const bool dark : {false, true}) {
            QPalette palette;
            palette.setColor(QPalette::Base, dark ? QColor(0x15, 0x19, 0x1f) : QColor(Qt::white));
            palette.setColor(QPalette::Text, dark ? QColor(0xf0, 0xf3, 0xf7) : QColor(0x1b, 0x24, 0x30));
            const SeatMapTheme theme = SeatMapTheme::fromPalette(palette);
            for (const Matrix &sight : kSights) {
                for (qsizetype a = 0; a < 8; ++a) {
                    for (qsizetype b = 0; b < a; ++b) {
                        const double apart = distance(lab(theme.categoryFill({}, a), sight), lab(theme.categoryFill({}, b), sight));
                        QVERIFY2(apart >= 20, qPrintable(QStringLiteral("%1 and %2: %3").arg(a).arg(b).arg(apart)));
                    }
                }
            }
        }
    }

    void theme_inHighContrastNothingIsFaint()
    {
        for (const bool dark : {false, true}) {
            QPalette palette;
            for (const QPalette::ColorRole role : {QPalette::Base, QPalette::Window})
                palette.setColor(role, dark ? Qt::black : Qt::white);
            palette.setColor(QPalette::Text, dark ? Qt::white : Qt::black);
            const SeatMapTheme theme = SeatMapTheme::fromPalette(palette);
            QVERIFY(theme.highContrast);
            for (const QColor &color : {theme.ink, theme.muted, theme.faint, theme.heldStripe, theme.stage})
                QVERIFY(contrastRatio(color, theme.floor) >= 4.5);
            QVERIFY(contrastRatio(theme.line, theme.floor) >= 3.0);
            QVERIFY(contrastRatio(theme.stageText, theme.stage) >= 7.0);
            for (qsizetype i = 0; i < 8; ++i) {
                const QColor fill = theme.categoryFill({}, i);
                QVERIFY(contrastRatio(fill, theme.floor) >= 4.5);
                QVERIFY(contrastRatio(theme.textOn(fill), fill) >= 4.5);
            }
            palette.setColor(QPalette::Window, QColor(0x80, 0x80, 0x80));
            QVERIFY(!SeatMapTheme::fromPalette(palette).highContrast);
        }
    }

    void theme_ofTheHighContrastSchemeIsOfHighContrast()
    {
        QVERIFY(SeatMapTheme::fromPalette(ui::paletteFor(ui::highContrastTones())).highContrast);
        QVERIFY(!SeatMapTheme::fromPalette(ui::paletteFor(ui::darkTones())).highContrast);
        QVERIFY(!SeatMapTheme::fromPalette(ui::paletteFor(ui::lightTones())).highContrast);
    }

    // From far away a section that has seats of mine shows so, and no other does.
    void farAway_sectionsWithMySeatsAreMarked()
    {
        Map map(testing::makeStadium(100'000));
        const qint32 seat = map.model.table().sectionSeats(20).front();
        const QImage before = map.screen();
        map.model.setMine({{seat, Instant()}});
        const QImage marked = map.screen();
        QRectF section;
        for (const qint32 one : map.model.table().sectionSeats(20))
            section |= map.view->seatRect(one);
        int changed = 0;
        for (int y = 0; y < marked.height(); ++y) {
            for (int x = 0; x < marked.width(); ++x) {
                if (marked.pixel(x, y) == before.pixel(x, y))
                    continue;
                QVERIFY2(section.adjusted(-3, -3, 3, 3).contains(x, y), "the mark reaches beyond its section");
                ++changed;
            }
        }
        QVERIFY2(changed > 40, qPrintable(QString::number(changed)));
        map.model.setMine({});
        QCOMPARE(map.screen(), before);
    }

    void oneChange_repaintsItsSectionOnly()
    {
        Map map(testing::makeStadium(10'000));
        const qint32 seat = 777;
        map.view->zoomBy(8 / map.view->seatSize(), map.centre(seat));
        map.paintAll();
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

    void farAway_sectionsAreShapesWithWhatIsFree()
    {
        Map map(testing::makeStadium(10'000));
        QVERIFY(map.view->seatSize() < SeatPainter::kSeatsFrom);
        map.paintAll();
        const qint32 seat = 777;
        const qint32 section = map.model.table().section(seat);
        QCOMPARE(map.view->map().section(section).paintedSeats(), 0);
        // One seat less: another number, and nothing outside the section changes.
        const QImage before = map.screen();
        map.change(seat, SeatState::Sold);
        const QImage after = map.screen();
        QVERIFY(differingPixels(before, after) > 5);
        QRectF shape;
        for (const qint32 other : map.model.table().sectionSeats(section))
            shape |= map.view->seatRect(other);
        const QRect around = shape.toAlignedRect().adjusted(-8, -8, 8, 8);
        QImage elsewhere = after;
        QPainter(&elsewhere).drawImage(around, before, around);
        QCOMPARE(differingPixels(before, elsewhere), 0);
    }

    void farAway_aSoldOutSectionIsNoMoreThanItsFloor()
    {
        Map map(testing::makeStadium(10'000));
        const qint32 section = 30;
        const auto seats = map.model.table().sectionSeats(section);
        QRectF shape;
        for (const qint32 seat : seats)
            shape |= map.view->seatRect(seat);
        // Shares of the shape that have a colour; the text covers some of it.
        const auto share = [&](const QColor &color) {
            const QImage part = map.screen().copy(shape.toRect());
            double count = 0;
            for (int y = 0; y < part.height(); ++y) {
                for (int x = 0; x < part.width(); ++x)
                    count += part.pixelColor(x, y).rgb() == color.rgb();
            }
            return count / (part.width() * part.height());
        };
        const SeatMapTheme &theme = map.view->map().theme();
        const QColor full = theme.categoryFill(map.model.plan().categories.first(), 0);
        QVERIFY(share(full) > 0.25);
        for (const qint32 seat : seats.first(seats.size() / 2))
            map.change(seat, SeatState::Held);
        QVERIFY(share(full) < 0.1 && share(theme.floor) < 0.1);
        for (const qint32 seat : seats)
            map.change(seat, SeatState::Sold);
        QVERIFY(share(theme.floor) > 0.25);
    }

    void seats_appearWhenTheyCanBeToldApart()
    {
        Map map(testing::makeStadium(10'000));
        map.view->zoomBy(SeatPainter::kSeatsFrom * 1.01 / map.view->seatSize(), map.centre(777));
        const qint32 section = map.model.table().section(777);
        const qint64 before = map.view->map().section(section).paintedSeats();
        map.paintAll();
        QCOMPARE(map.view->map().section(section).paintedSeats() - before, static_cast<qint64>(map.model.table().sectionSeats(section).size()));
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

    void pdf_isOnePageOfLinesAndLetters()
    {
        SeatMapModel model;
        model.setPlan(m_theatre);
        const QTemporaryDir folder;
        const auto write = [&](const QString &name) {
            const QString path = folder.filePath(name);
            const auto written = writeSeatMapPdf(model, {.title = QStringLiteral("Tosca"), .subtitle = QStringLiteral("Friday")}, path);
            QFile file(path);
            return written && file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
        };
        const QByteArray free = write(QStringLiteral("free.pdf"));
        QVERIFY(free.startsWith("%PDF-"));
        QCOMPARE(free.count("/Type /Page\n"), 1);
        QVERIFY(free.contains("/MediaBox [0 0 842.") || free.contains("/MediaBox [0 0 841."));
        QVERIFY(free.contains("/Type /Font\n"));
        QVERIFY(!free.contains("/Subtype /Image"));
        // Every seat is on it: one circle takes some bytes, however well they are packed.
        QVERIFY(free.size() > model.seatCount() * 8);
        std::vector<SeatState> states(static_cast<std::size_t>(model.seatCount()), SeatState::Held);
        QVERIFY(model.applySnapshot(0, states));
        QVERIFY(std::abs(write(QStringLiteral("held.pdf")).size() - free.size()) > 1000);
    }

    void pdf_explainsTheWheelchairSign()
    {
        const QTemporaryDir folder;
        const auto sizeOf = [&](const Plan &plan) {
            SeatMapModel model;
            model.setPlan(plan);
            const QString path = folder.filePath(QStringLiteral("one.pdf"));
            return writeSeatMapPdf(model, {}, path) ? QFileInfo(path).size() : 0;
        };
        // One seat in a house of many becomes a wheelchair place: the page gains its sign and words in the legend.
        Plan without = testing::makeStadium(10'000);
        Plan with = without;
        with.sections[0].rows[0].seats[0].attributes = SeatAttribute::Wheelchair;
        QVERIFY2(sizeOf(with) - sizeOf(without) > 300, qPrintable(QString::number(sizeOf(with) - sizeOf(without))));
    }

    // A stadium takes seconds: nobody waits for it, and whoever changes his mind leaves no half of a file.
    void pdf_isWrittenBesideAndCanBeStopped()
    {
        SeatMapModel model;
        model.setPlan(testing::makeStadium(60'000));
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("bowl.pdf"));
        {
            SeatMapPdf stopped(model, {}, path);
            // On the thread that writes: it is stopped where it is, however quick it is.
            connect(&stopped, &SeatMapPdf::progressed, &stopped, [&stopped] { stopped.cancel(); }, Qt::DirectConnection);
            QSignalSpy progress(&stopped, &SeatMapPdf::progressed);
            QTRY_VERIFY(!progress.isEmpty());
            QVERIFY(progress.last()[0].toInt() < 100);
        }
        QVERIFY(QDir(folder.path()).isEmpty());
        model.setPlan(testing::makeStadium(10'000));
        SeatMapPdf written(model, {.title = QStringLiteral("Cup final")}, path);
        model.setPlan(m_theatre); // the house may change meanwhile
        QSignalSpy finished(&written, &SeatMapPdf::finished);
        QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 60'000);
        QVERIFY2(QFileInfo(path).size() > 10'000, qPrintable(QString::number(QFileInfo(path).size()))); // a byte a seat, packed
        SeatMapPdf nowhere(model, {}, QStringLiteral("/nowhere/at/all.pdf"));
        QSignalSpy failed(&nowhere, &SeatMapPdf::finished);
        QTRY_COMPARE(failed.size(), 1);
        QVERIFY(!failed[0][0].value<Result<void>>());
    }

    void pdf_thatCannotBeWrittenSaysSo()
    {
        SeatMapModel model;
        model.setPlan(m_theatre);
        const auto written = writeSeatMapPdf(model, {}, QStringLiteral("/nowhere/at/all.pdf"));
        QVERIFY(!written);
        QVERIFY(!written.error().detail.isEmpty());
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
