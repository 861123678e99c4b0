// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/application/theme.h"
#include "app/screens/plansscreen.h"
#include "app/widgets/messagebanner.h"
#include "app/widgets/navigationrail.h"
#include "shared/domain/demohouse.h"
#include "shared/planio/planjson.h"
#include "tests/gui/desk.h"
#include "tests/gui/picture.h"
#include "tests/support/testdatabases.h"

#include <QAbstractButton>
#include <QApplication>
#include <QComboBox>
#include <QFileDialog>
#include <QLineEdit>
#include <QListView>
#include <QListWidget>
#include <QPushButton>

using namespace parterre;
using namespace parterre::testing;
using namespace parterre::ui;
using namespace Qt::StringLiterals;

// Plans of the houses: looked at, imported, mended, published, saved.
class TestPlansScreen : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<Theme> m_theme;
    TestDatabases m_databases;
    std::unique_ptr<TestHouse> m_house;
    QTemporaryDir m_folder;

    static QPushButton *button(const Desk &desk, const QString &name) { return desk.screen<PlansScreen>(Page::Plans)->findChild<QPushButton *>(name); }
    static QListView *list(const Desk &desk) { return desk.screen<PlansScreen>(Page::Plans)->findChild<QListView *>(QString(), Qt::FindDirectChildrenOnly); }
    static QListWidget *repairs(const Desk &desk) { return desk.screen<PlansScreen>(Page::Plans)->findChild<QListWidget *>(u"repairs"_s); }
    static QAbstractButton *entry(const Desk &desk, const QString &words)
    {
        for (QAbstractButton *button : desk.window->findChild<NavigationRail *>()->findChildren<QAbstractButton *>()) {
            if (button->text() == words)
                return button;
        }
        return nullptr;
    }
    [[nodiscard]] QString fileOf(const Plan &plan, const QString &name = u"plan.json"_s) const
    {
        QFile file(m_folder.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(planio::writePlan(plan)) < 0)
            qFatal("no file");
        return file.fileName();
    }
    static void openPlans(Desk &desk)
    {
        QVERIFY(desk.openAs(Role::Manager));
        press(*desk.window, Qt::Key_7, Qt::ControlModifier);
        QTRY_COMPARE(desk.window->page(), Page::Plans);
        QTRY_COMPARE(desk.models.planDesk.list().rowCount(), 2);
    }
    static void import(Desk &desk, const QString &path)
    {
        desk.screen<PlansScreen>(Page::Plans)->importFile(path);
        QTRY_COMPARE(desk.models.planDesk.state(), PlanDesk::State::Ready);
        QVERIFY(desk.models.planDesk.import());
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_theme = std::make_unique<Theme>(*qApp);
        QLocale::setDefault(QLocale(u"en_GB"_s));
    }
    void init() { m_house = std::make_unique<TestHouse>(m_databases.create(storage::Engine::Sqlite)); }
    void cleanup() { m_house.reset(); }

    void page_isForManagersOnly()
    {
        Desk desk(*m_house);
        QVERIFY(desk.openAs(Role::Clerk));
        QVERIFY(!entry(desk, u"Plans"_s)->isVisible());
        press(*desk.window, Qt::Key_7, Qt::ControlModifier);
        QTest::qWait(200); // a pressed button is let go a moment later
        QCOMPARE(desk.window->page(), Page::Events);
        desk.models.session.logOut();
        QTRY_VERIFY(!desk.models.session.isSignedIn());
        QVERIFY(desk.openAs(Role::Manager));
        QVERIFY(entry(desk, u"Plans"_s)->isVisible());
    }

    void plan_isLookedAt()
    {
        Desk desk(*m_house);
        openPlans(desk);
        list(desk)->setFocus();
        press(*desk.window, Qt::Key_Down);
        QTRY_COMPARE(desk.models.planDesk.state(), PlanDesk::State::Ready);
        const PlanSummary shown = desk.models.planDesk.shown()->plan;
        QCOMPARE(desk.models.planDesk.seatMap().plan().name, shown.name);
        QCOMPARE(desk.models.planDesk.seatMap().placeCount(), shown.seats);
        QVERIFY(!button(desk, u"publishPlan"_s)->isVisible());
        desk.models.venues.refresh();
        QTRY_COMPARE(desk.models.venues.loadState(), LoadState::Ready);
        QCOMPARE(list(desk)->currentIndex().row(), desk.models.planDesk.list().rowOf(shown.ref.id));
    }

    // Each card shows its house, once its plan is here; nothing of it is fetched before the page is shown.
    void cards_showTheHouses()
    {
        Desk desk(*m_house);
        m_theme->apply(Scheme::Light);
        QVERIFY(desk.openAs(Role::Manager));
        const QDir plans(desk.folder.filePath(u"plans"_s));
        QVERIFY(plans.entryList(QDir::Files).isEmpty());
        press(*desk.window, Qt::Key_7, Qt::ControlModifier);
        QTRY_COMPARE(desk.models.planDesk.list().rowCount(), 2);
        const auto picture = [&](int row) {
            QListView *cards = list(desk);
            QRect place = cards->visualRect(cards->model()->index(row, 0));
            place.setWidth(place.height());
            return cards->viewport()->grab(place).toImage();
        };
        // A placeholder is one colour on the card's ground; the houses have two categories each.
        const auto colours = [](const QImage &image) {
            QSet<QRgb> seen;
            for (int y = 0; y < image.height(); ++y) {
                for (int x = 0; x < image.width(); ++x) {
                    if (const QColor colour = image.pixelColor(x, y); colour.hsvSaturation() > 90)
                        seen.insert(colour.rgb() & 0xffe0e0e0);
                }
            }
            return seen.size();
        };
        for (const int row : {0, 1})
            QTRY_VERIFY2(colours(picture(row)) >= 2, qPrintable(QString::number(row)));
        QCOMPARE(plans.entryList(QDir::Files).size(), 2);
        keepPicture(*desk.window, u"plans-with-pictures"_s);
        m_theme->apply(Scheme::Dark);
        QTRY_VERIFY(picture(0).pixelColor(4, 40).lightness() < 100);
        for (const int row : {0, 1})
            QTRY_VERIFY2(colours(picture(row)) >= 2, qPrintable(QString::number(row)));
        keepPicture(*desk.window, u"plans-with-pictures-dark"_s);
        m_theme->apply(Scheme::Light);
    }

    void file_becomesTheNextVersion()
    {
        Desk desk(*m_house);
        openPlans(desk);
        Plan plan = mainHousePlan();
        import(desk, fileOf(plan));
        QCOMPARE(desk.screen<PlansScreen>(Page::Plans)->findChild<QLineEdit *>(u"planName"_s)->text(), plan.name);
        QCOMPARE(repairs(desk)->count(), 0);
        QTRY_VERIFY(button(desk, u"publishPlan"_s)->isEnabled());
        QTest::mouseClick(button(desk, u"publishPlan"_s), Qt::LeftButton);
        QVERIFY(!button(desk, u"publishPlan"_s)->isEnabled());
        QTRY_VERIFY(desk.models.planDesk.shown());
        QCOMPARE(desk.models.planDesk.shown()->plan.ref.version, 1);
        QCOMPARE(desk.banner()->severity(), Severity::Success);
        QTRY_COMPARE(desk.models.planDesk.list().rowCount(), 3);
        QTRY_COMPARE(desk.models.planDesk.state(), PlanDesk::State::Ready);
        QCOMPARE(desk.models.planDesk.seatMap().plan(), plan);
        QCOMPARE(list(desk)->currentIndex().row(), desk.models.planDesk.list().rowOf(desk.models.planDesk.shown()->plan.ref.id));

        plan.sections[0].rows[0].seats[0].position.x += 3;
        import(desk, fileOf(plan));
        QTest::mouseClick(button(desk, u"publishPlan"_s), Qt::LeftButton);
        QTRY_VERIFY(desk.models.planDesk.shown());
        QCOMPARE(desk.models.planDesk.shown()->plan.ref.version, 2);
    }

    void repairs_areShownAndLeadToTheirPlace()
    {
        Desk desk(*m_house);
        openPlans(desk);
        import(desk, QStringLiteral(PARTERRE_TEST_DATA "/plans/repeated.json"));
        const auto &report = desk.models.planDesk.import()->report;
        QCOMPARE(repairs(desk)->count(), static_cast<int>(report.size()));
        auto *view = desk.screen<PlansScreen>(Page::Plans)->findChild<QWidget *>(u"planMap"_s)->findChild<SeatMapView *>();
        const auto placed = std::find_if(report.begin(), report.end(), [](const planio::RepairEntry &entry) { return entry.place.has_value(); });
        QVERIFY(placed != report.end());
        const SeatMapModel &map = desk.models.planDesk.seatMap();
        qint32 seat = 0;
        while (map.seat(seat).position != *placed->place)
            ++seat;
        const auto away = [&] { return QLineF(view->seatRect(seat).center(), QRectF(view->viewport()->rect()).center()).length(); };
        view->zoomBy(8, {0, 0});
        view->zoomBy(8, view->viewport()->rect().bottomRight());
        QTRY_VERIFY(away() > 200);
        QListWidgetItem *item = repairs(desk)->item(static_cast<int>(placed - report.begin()));
        repairs(desk)->scrollToItem(item);
        QTest::mouseClick(repairs(desk)->viewport(), Qt::LeftButton, {}, repairs(desk)->visualItemRect(item).center());
        QTRY_VERIFY(away() < 40);
        QVERIFY(repairs(desk)->item(0)->text().contains(u'\n'));
    }

    void plan_thatIsNewerOnTheServerIsNotOverwritten()
    {
        Desk desk(*m_house);
        openPlans(desk);
        Plan plan = studioCinemaPlan();
        import(desk, fileOf(plan));
        QTRY_VERIFY(button(desk, u"publishPlan"_s)->isEnabled());
        // Somebody else publishes a plan of this name meanwhile.
        Plan theirs = plan;
        theirs.sections[0].rows[0].seats[0].position.x += 5;
        const auto other = m_house->visitor(Role::Manager);
        const QString upload = uploadOf(*other, planio::writePlan(theirs));
        QVERIFY(other->call(u"plans.publish"_s, {{u"venue"_s, m_house->venue().toString()}, {u"upload"_s, upload}, {u"after"_s, 0}}).ok());
        QTest::mouseClick(button(desk, u"publishPlan"_s), Qt::LeftButton);
        QTRY_COMPARE(desk.banner()->severity(), Severity::Error);
        QVERIFY(desk.models.planDesk.import()); // still here
        // The list shows theirs now, and the next try says that it becomes version 2.
        QTRY_COMPARE(desk.models.planDesk.list().rowCount(), 3);
        QTRY_VERIFY(button(desk, u"publishPlan"_s)->isEnabled());
        QTest::mouseClick(button(desk, u"publishPlan"_s), Qt::LeftButton);
        QTRY_VERIFY(desk.models.planDesk.shown());
        QCOMPARE(desk.models.planDesk.shown()->plan.ref.version, 2);
    }

    void plan_isSavedAndReadBack()
    {
        Desk desk(*m_house);
        openPlans(desk);
        const Plan plan = cabaretPlan();
        import(desk, fileOf(plan));
        const QString path = m_folder.filePath(u"saved.json"_s);
        desk.models.planDesk.exportTo(path, planio::PlanFileFormat::Parterre);
        QTRY_VERIFY(QFile::exists(path));
        QTRY_COMPARE(desk.banner()->severity(), Severity::Success);
        import(desk, path);
        QCOMPARE(desk.models.planDesk.import()->plan, plan);
        for (const auto &[format, name] : {std::pair {planio::PlanFileFormat::Pretix, u"pretix.json"_s}, {planio::PlanFileFormat::Svg, u"drawing.svg"_s}, {planio::PlanFileFormat::Csv, u"list.csv"_s}}) {
            import(desk, path);
            const QString file = m_folder.filePath(name);
            desk.models.planDesk.exportTo(file, format);
            QTRY_VERIFY(desk.banner()->text().contains(name));
            // pretix knows no areas; a drawing keeps all, a list the places alone.
            QCOMPARE(desk.banner()->severity(), format == planio::PlanFileFormat::Svg ? Severity::Success : Severity::Warning);
            import(desk, file);
            QCOMPARE(placeCount(desk.models.planDesk.import()->plan), format == planio::PlanFileFormat::Pretix ? seatCount(plan) : placeCount(plan));
        }
        desk.models.planDesk.exportTo(m_folder.filePath(u"no/such/folder.json"_s), planio::PlanFileFormat::Parterre);
        QTRY_COMPARE(desk.banner()->severity(), Severity::Error);
    }

    void plan_isDrawnOnAPage()
    {
        Desk desk(*m_house);
        openPlans(desk);
        import(desk, fileOf(cabaretPlan()));
        QTest::mouseClick(button(desk, u"savePlan"_s), Qt::LeftButton);
        auto *dialog = desk.window->findChild<QFileDialog *>();
        QVERIFY(dialog);
        dialog->selectNameFilter(u"PDF documents (*.pdf)"_s);
        const QString path = m_folder.filePath(u"page.pdf"_s);
        Q_EMIT dialog->fileSelected(path);
        dialog->close();
        QTRY_VERIFY(desk.banner()->text().contains(u"page.pdf"_s));
        QCOMPARE(desk.banner()->severity(), Severity::Success);
        QFile page(path);
        QVERIFY(page.open(QIODevice::ReadOnly));
        QVERIFY(page.read(5) == "%PDF-");
        // In the words of the screen, not of the server.
        const QByteArray bare = planio::writePlanFile(cabaretPlan(), planio::PlanFileFormat::Pdf)->file;
        QVERIFY(page.size() > 5'000 && page.size() != bare.size());
    }

    void file_thatIsNoPlanSaysSo()
    {
        Desk desk(*m_house);
        openPlans(desk);
        QFile file(m_folder.filePath(u"junk.json"_s));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("{\"zones\": 7}") > 0);
        file.close();
        for (const QString &path : {file.fileName(), m_folder.filePath(u"missing.json"_s)}) {
            desk.screen<PlansScreen>(Page::Plans)->importFile(path);
            QTRY_COMPARE(desk.models.planDesk.state(), PlanDesk::State::Empty);
            QTRY_COMPARE(desk.banner()->severity(), Severity::Error);
            QVERIFY(!desk.banner()->text().isEmpty());
        }
    }

    void discarded_isGone()
    {
        Desk desk(*m_house);
        openPlans(desk);
        import(desk, fileOf(cabaretPlan()));
        QTest::mouseClick(button(desk, u"discardPlan"_s), Qt::LeftButton);
        QVERIFY(!desk.models.planDesk.import());
        QCOMPARE(desk.models.planDesk.state(), PlanDesk::State::Empty);
        QCOMPARE(desk.models.planDesk.list().rowCount(), 2);
    }
};

QTEST_MAIN(TestPlansScreen)
#include "tst_plansscreen.moc"
