// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/application/theme.h"
#include "app/seatmap/papermap.h"
#include "app/seatmap/planpictures.h"
#include "app/seatmap/seatmapscene.h"
#include "app/widgets/plancarddelegate.h"
#include "app/widgets/tones.h"
#include "shared/domain/demohouse.h"
#include "tests/gui/picture.h"
#include "tests/gui/testhouses.h"

#include <QListView>
#include <QSignalSpy>
#include <QStandardItemModel>
#include <QTest>
#include <QThread>

using namespace parterre;
using namespace parterre::testing;
using namespace parterre::ui;
using namespace Qt::StringLiterals;

class TestPlanPictures : public QObject
{
    Q_OBJECT

private:
    static PlanVersionRef ref(int n) { return {.id = PlanId(QUuid(0, 0, 0x7000, 0x80, 0, 0, 0, 0, 3, 0, static_cast<uchar>(n))), .version = 1, .hash = QString(64, QChar(u'a' + n))}; }
    static SeatMapTheme light() { return SeatMapTheme::fromPalette(paletteFor(lightTones())); }
    static SeatMapTheme dark() { return SeatMapTheme::fromPalette(paletteFor(darkTones())); }
    // How many pixels differ from the ground.
    static int inked(const QImage &image, const SeatMapTheme &theme)
    {
        int count = 0;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x)
                count += image.pixelColor(x, y).rgb() != theme.background.rgb() ? 1 : 0;
        }
        return count;
    }

    std::unique_ptr<PlanPictures> m_pictures;
    QList<std::pair<PlanVersionRef, PlanPictures::Handler>> m_asked;
    QSet<QString> m_hidden; // hashes

    std::unique_ptr<Theme> m_theme;

private Q_SLOTS:
    void initTestCase()
    {
        m_theme = std::make_unique<Theme>(*qApp);
        m_theme->apply(Scheme::Light);
    }
    void init()
    {
        m_asked.clear();
        m_hidden.clear();
        m_pictures = std::make_unique<PlanPictures>(PlanPictures::Source {
            .fetch = [this](const PlanVersionRef &plan, QObject *, const PlanPictures::Handler &handler) { m_asked.append({plan, handler}); },
            .isSeen = [this](const PlanVersionRef &plan) { return !m_hidden.contains(plan.hash); }});
    }

    void picture_showsTheHouseInEveryTheme_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<Plan>("plan");
        QTest::newRow("main house") << u"main"_s << mainHousePlan();
        QTest::newRow("studio") << u"studio"_s << studioCinemaPlan();
        QTest::newRow("cabaret") << u"cabaret"_s << cabaretPlan();
    }
    void picture_showsTheHouseInEveryTheme()
    {
        QFETCH(QString, name);
        QFETCH(Plan, plan);
        QImage before;
        for (const auto &[theme, word] : {std::pair(light(), u"light"_s), std::pair(dark(), u"dark"_s)}) {
            const QImage image = drawPlanPicture(plan, theme, {192, 192});
            QCOMPARE(image.size(), QSize(192, 192));
            const int share = 100 * inked(image, theme) / (192 * 192);
            QVERIFY2(share > 15 && share < 95, qPrintable(QString::number(share)));
            QCOMPARE(image.pixelColor(0, 0).rgb(), theme.background.rgb()); // a margin
            QVERIFY(image != before);
            before = image;
            if (const QString folder = qEnvironmentVariable("PARTERRE_PICTURES"); !folder.isEmpty())
                image.save(folder + u"/plan-"_s + name + u'-' + word + u".png"_s);
        }
    }

    void picture_ofNothingIsGround()
    {
        QCOMPARE(inked(drawPlanPicture(Plan(), light(), {50, 50}), light()), 0);
    }

    // A stadium of 50,000 is a picture as well.
    void picture_ofAStadium()
    {
        const Plan plan = makeStadium(50'000);
        const QImage image = drawPlanPicture(plan, light(), {192, 192});
        const int share = 100 * inked(image, light()) / (192 * 192);
        QVERIFY2(share > 15 && share < 95, qPrintable(QString::number(share)));
        if (const QString folder = qEnvironmentVariable("PARTERRE_PICTURES"); !folder.isEmpty())
            image.save(folder + u"/plan-stadium.png"_s);
    }

    // Also where nothing but a table or an area stands there.
    void picture_holdsAllOfTheHouse()
    {
        Plan bare = cabaretPlan();
        bare.shapes.clear();
        Plan wide = bare;
        for (Section &section : wide.sections) {
            for (Table &table : section.tables)
                table.size = {600, 600};
        }
        for (const Plan &plan : {bare, wide, cabaretPlan(), mainHousePlan()}) {
            SeatMapModel model;
            model.setPlan(plan);
            const SeatMapScene scene(model);
            QVERIFY(PaperMap(model, light(), MapUse::Overview).content().adjusted(-1, -1, 1, 1).contains(scene.content()));
        }
    }

    void picture_isTheSameOnAnyThread()
    {
        const Plan plan = cabaretPlan();
        QImage other;
        const std::unique_ptr<QThread> thread(QThread::create([&] { other = drawPlanPicture(plan, light(), {96, 96}); }));
        thread->start();
        QVERIFY(thread->wait());
        QCOMPARE(other, drawPlanPicture(plan, light(), {96, 96}));
    }

    void picture_comesLaterAndStays()
    {
        QSignalSpy arrived(m_pictures.get(), &PlanPictures::arrived);
        QVERIFY(m_pictures->picture(ref(0), {40, 40}, 2, light()).isNull());
        QVERIFY(m_pictures->picture(ref(0), {40, 40}, 2, light()).isNull());
        QVERIFY(m_asked.isEmpty()); // not while somebody paints
        QTRY_COMPARE(m_asked.size(), 1);
        m_asked.first().second(studioCinemaPlan());
        QTRY_COMPARE(arrived.size(), 1);
        const QPixmap picture = m_pictures->picture(ref(0), {40, 40}, 2, light());
        QCOMPARE(picture.size(), QSize(80, 80));
        QCOMPARE(picture.devicePixelRatio(), 2.0);
        QCOMPARE(picture.toImage().convertToFormat(QImage::Format_ARGB32_Premultiplied).pixelColor(40, 40),
                 drawPlanPicture(studioCinemaPlan(), light(), {80, 80}).pixelColor(40, 40));
        // In other colours it is another picture.
        QVERIFY(m_pictures->picture(ref(0), {40, 40}, 2, dark()).isNull());
        QTRY_COMPARE(m_asked.size(), 2);
        m_asked.last().second(studioCinemaPlan());
        QTRY_COMPARE(arrived.size(), 2);
        QVERIFY(!m_pictures->picture(ref(0), {40, 40}, 2, light()).isNull());
        QVERIFY(!m_pictures->picture(ref(0), {40, 40}, 2, dark()).isNull());
        QTest::qWait(50); // nothing is to happen
        QCOMPARE(m_asked.size(), 2);
    }

    void plans_areFetchedOneByOneAndOnlyWhenSeen()
    {
        QSignalSpy arrived(m_pictures.get(), &PlanPictures::arrived);
        for (int n = 0; n < 5; ++n)
            QVERIFY(m_pictures->picture(ref(n), {40, 40}, 1, light()).isNull());
        QTRY_COMPARE(m_asked.size(), 1);
        QCOMPARE(m_asked.last().first, ref(4)); // what was asked for last
        m_hidden = {ref(3).hash, ref(1).hash}; // scrolled away meanwhile
        m_asked.last().second(studioCinemaPlan());
        QTRY_COMPARE(m_asked.size(), 2);
        QCOMPARE(m_asked.last().first, ref(2));
        m_asked.last().second(studioCinemaPlan());
        QTRY_COMPARE(m_asked.size(), 3);
        QCOMPARE(m_asked.last().first, ref(0));
        m_asked.last().second(studioCinemaPlan());
        QTRY_COMPARE(arrived.size(), 3);
        QTest::qWait(50); // nothing is to happen
        QCOMPARE(m_asked.size(), 3);
        m_hidden.clear();
        QVERIFY(m_pictures->picture(ref(3), {40, 40}, 1, light()).isNull()); // it is back in sight
        QTRY_COMPARE(m_asked.size(), 4);
    }

    void failure_isNotAskedAgainAtOnce()
    {
        QVERIFY(m_pictures->picture(ref(0), {40, 40}, 1, light()).isNull());
        QVERIFY(m_pictures->picture(ref(1), {40, 40}, 1, light()).isNull());
        QTRY_COMPARE(m_asked.size(), 1);
        m_asked.last().second(ErrorCode::Disconnected);
        QTRY_COMPARE(m_asked.size(), 2); // the next one has its turn
        QVERIFY(m_pictures->picture(ref(1), {40, 40}, 1, light()).isNull());
        QTest::qWait(50); // nothing is to happen
        QCOMPARE(m_asked.size(), 2);
    }

    // Only what the list shows is fetched, as it is scrolled.
    void list_fetchesWhatItShows()
    {
        QStandardItemModel model(200, 1);
        QListView list;
        list.setModel(&model);
        list.setUniformItemSizes(true);
        PlanPictures pictures({.fetch = [this](const PlanVersionRef &plan, QObject *, const PlanPictures::Handler &handler) {
                                   m_asked.append({plan, handler});
                                   handler(studioCinemaPlan());
                               },
                               .isSeen = [&](const PlanVersionRef &plan) {
                                   return list.viewport()->rect().intersects(list.visualRect(model.index(plan.version, 0)));
                               }});
        connect(&pictures, &PlanPictures::arrived, list.viewport(), qOverload<>(&QWidget::update));
        const auto planOf = [](const QModelIndex &index) {
            return std::pair(PlanSummary {.ref = {.version = index.row(), .hash = QString::number(index.row())}, .name = u"Hall %1"_s.arg(index.row()), .seats = 120}, u"Opera"_s);
        };
        list.setItemDelegate(new PlanCardDelegate(planOf, [&](const PlanSummary &plan, const QSize &size, qreal ratio, const QPalette &palette) {
            return pictures.picture(plan.ref, size, ratio, SeatMapTheme::fromPalette(palette));
        }, &list));
        list.resize(340, 400);
        list.show();
        QVERIFY(QTest::qWaitForWindowExposed(&list));
        keepPicture(list, u"plan-cards-before"_s);
        const int shown = list.indexAt({20, 399}).row() + 1;
        QVERIFY(shown > 2 && shown < 10);
        QTRY_COMPARE(m_asked.size(), shown);
        QTest::qWait(100); // nothing is to happen
        QCOMPARE(m_asked.size(), shown);
        keepPicture(list, u"plan-cards"_s);
        list.scrollToBottom();
        QTRY_VERIFY(m_asked.last().first.version >= 200 - shown - 1);
        QTest::qWait(100); // nothing is to happen
        QVERIFY2(m_asked.size() <= 2 * shown + 2, qPrintable(QString::number(m_asked.size())));
    }
};

QTEST_MAIN(TestPlanPictures)
#include "tst_planpictures.moc"
