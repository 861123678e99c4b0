// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/application/theme.h"
#include "app/screens/plansscreen.h"
#include "app/screens/versionspane.h"
#include "app/widgets/messagebanner.h"
#include "shared/domain/demohouse.h"
#include "shared/planio/planjson.h"
#include "tests/gui/desk.h"
#include "tests/gui/picture.h"
#include "tests/support/testdatabases.h"

#include <QApplication>
#include <QComboBox>
#include <QListView>
#include <QListWidget>
#include <QPushButton>
#include <QToolButton>

using namespace parterre;
using namespace parterre::testing;
using namespace parterre::ui;
using namespace Qt::StringLiterals;

// Versions of a plan beside each other, on the Plans page.
class TestPlanVersions : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<Theme> m_theme;
    TestDatabases m_databases;
    std::unique_ptr<TestHouse> m_house;
    QTemporaryDir m_folder;

    template<class Widget>
    static Widget *part(const Desk &desk, const QString &name) { return desk.screen<PlansScreen>(Page::Plans)->findChild<Widget *>(name); }
    static QListWidget *differences(const Desk &desk) { return part<QListWidget>(desk, u"differences"_s); }
    static VersionsPane *pane(const Desk &desk) { return desk.screen<PlansScreen>(Page::Plans)->findChild<VersionsPane *>(); }
    static SeatMapView *map(const Desk &desk) { return pane(desk)->findChild<SeatMapView *>(); }
    static VersionDesk &versions(Desk &desk) { return desk.models.planDesk.versions(); }

    void publish(const Plan &plan, qint32 after) const
    {
        const auto manager = m_house->visitor(Role::Manager);
        const QString upload = uploadOf(*manager, planio::writePlan(plan));
        QVERIFY(manager->call(u"plans.publish"_s, {{u"venue"_s, m_house->venue().toString()}, {u"upload"_s, upload}, {u"after"_s, after}}).ok());
    }
    // Of the stalls: five seats gone, two new ones far out, eight moved, one called otherwise, a row in another category.
    static Plan changed(Plan plan)
    {
        QList<Row> &rows = plan.sections[0].rows;
        Seat &renamed = rows[0].seats[0];
        renamed.label += u'a';
        for (int n = 2; n < 10; ++n)
            rows[1].seats[n].position.y -= 9;
        rows[2].seats.remove(3, 5);
        for (Seat &seat : rows[4].seats)
            seat.category = (seat.category + 1) % static_cast<qint32>(plan.categories.size());
        Seat far = rows.last().seats.constLast();
        for (const int n : {1, 2}) {
            far.number = u"X%1"_s.arg(n);
            far.label = u"%1 X %2"_s.arg(plan.sections[0].name).arg(n);
            far.position = {far.position.x + 40, far.position.y + 30};
            far.companionOf.reset();
            far.attributes = {};
            rows.last().seats.append(far);
        }
        renumber(plan);
        return plan;
    }
    static void renumber(Plan &plan)
    {
        QHash<qint32, qint32> now;
        qint32 index = 0;
        const auto visit = [&](QList<Seat> &seats, const auto &act) {
            for (Seat &seat : seats)
                act(seat);
        };
        const auto all = [&](const auto &act) {
            for (Section &section : plan.sections) {
                for (Row &row : section.rows)
                    visit(row.seats, act);
                for (Table &table : section.tables)
                    visit(table.seats, act);
            }
        };
        all([&](Seat &seat) {
            now.insert(seat.index, index);
            seat.index = index++;
        });
        all([&](Seat &seat) {
            if (seat.companionOf)
                seat.companionOf = now.value(*seat.companionOf);
        });
        for (Section &section : plan.sections) {
            for (Area &area : section.areas) {
                area.firstPlace = index;
                index += area.capacity;
            }
        }
    }
    // The Plans page, with the plan of this name on its map.
    static void openPlan(Desk &desk, const QString &name)
    {
        QVERIFY(desk.openAs(Role::Manager));
        map(desk)->setZoomDuration(std::chrono::milliseconds(0));
        press(*desk.window, Qt::Key_7, Qt::ControlModifier);
        QTRY_COMPARE(desk.window->page(), Page::Plans);
        auto *list = desk.screen<PlansScreen>(Page::Plans)->findChild<QListView *>(QString(), Qt::FindDirectChildrenOnly);
        const auto row = [&] {
            for (int i = 0; i < list->model()->rowCount(); ++i) {
                if (list->model()->index(i, 0).data(PlanListModel::EntryRole).value<PlanListModel::Entry>().plan.name == name)
                    return i;
            }
            return -1;
        };
        QTRY_VERIFY(row() >= 0);
        list->setCurrentIndex(list->model()->index(row(), 0));
        QTRY_COMPARE(desk.models.planDesk.state(), PlanDesk::State::Ready);
    }
    static void compare(Desk &desk)
    {
        auto *button = part<QPushButton>(desk, u"compareVersions"_s);
        QVERIFY(button->isVisible() && button->isEnabled());
        QTest::mouseClick(button, Qt::LeftButton);
        QTRY_COMPARE(versions(desk).state(), VersionDesk::State::Ready);
        QVERIFY(pane(desk)->isVisible());
    }
    static int rowSaying(const Desk &desk, const QString &words)
    {
        for (int row = 0; row < differences(desk)->count(); ++row) {
            if (differences(desk)->item(row)->text().contains(words))
                return row;
        }
        return -1;
    }
    static void click(const Desk &desk, int row)
    {
        QListWidgetItem *item = differences(desk)->item(row);
        QVERIFY(item);
        differences(desk)->scrollToItem(item);
        QTest::mouseClick(differences(desk)->viewport(), Qt::LeftButton, {}, differences(desk)->visualItemRect(item).center());
    }
    static bool isInSight(const Desk &desk, const PlanPoint &point) { return map(desk)->seenPlan().contains(QPointF(point.x, point.y)); }

private Q_SLOTS:
    void initTestCase()
    {
        m_theme = std::make_unique<Theme>(*qApp);
        QLocale::setDefault(QLocale(u"en_GB"_s));
    }
    void init() { m_house = std::make_unique<TestHouse>(m_databases.create(storage::Engine::Sqlite)); }
    void cleanup() { m_house.reset(); }

    void differences_leadToTheirPlaces()
    {
        const Plan before = mainHousePlan();
        const Plan after = changed(before);
        publish(before, 0);
        publish(after, 1);
        Desk desk(*m_house);
        m_theme->apply(Scheme::Light);
        desk.window->resize(1024, 700);
        openPlan(desk, before.name);
        keepPicture(*desk.window, u"plan-with-versions"_s);
        compare(desk);
        QCOMPARE(versions(desk).before(), 1);
        QCOMPARE(versions(desk).after(), 2);
        QCOMPARE(versions(desk).seatMap().plan(), after);
        QTRY_VERIFY(differences(desk)->hasFocus());
        for (const QString &title : {u"5 seats gone\n"_s, u"2 new seats\n"_s, u"8 seats moved\n"_s, u"1 seat called otherwise\n"_s, u"seats in another price category\n"_s})
            QVERIFY2(rowSaying(desk, title) >= 0, qPrintable(title));
        const SeatMapScene &scene = map(desk)->map();
        QTRY_VERIFY(map(desk)->seenPlan().contains(scene.content()));
        keepPicture(*desk.window, u"versions"_s);

        // The seats that are gone were where the map is framed now, and those far away are out of sight.
        const QList<Seat> &row = before.sections[0].rows[2].seats;
        click(desk, rowSaying(desk, u"seats gone"_s));
        for (int n = 3; n < 8; ++n)
            QVERIFY(isInSight(desk, row[n].position));
        const PlanPoint far = after.sections[0].rows.constLast().seats.constLast().position;
        QVERIFY(!isInSight(desk, far));
        const QPointF middle(row[5].position.x, row[5].position.y);
        QVERIFY(QLineF(middle, map(desk)->seenPlan().center()).length() < 30);
        QVERIFY(map(desk)->seatSize() >= SeatMapView::kPickableFrom);
        keepPicture(*desk.window, u"versions-gone"_s);

        // With the keyboard: the next entry is framed as it becomes the current one.
        while (differences(desk)->currentRow() != rowSaying(desk, u"new seats"_s))
            press(*desk.window, differences(desk)->currentRow() < rowSaying(desk, u"new seats"_s) ? Qt::Key_Down : Qt::Key_Up);
        QVERIFY(isInSight(desk, far));
        QVERIFY(QLineF({far.x - 20, far.y - 15}, map(desk)->seenPlan().center()).length() < 30);
        keepPicture(*desk.window, u"versions-new"_s);
        click(desk, rowSaying(desk, u"seats moved"_s));
        keepPicture(*desk.window, u"versions-moved"_s);
        m_theme->apply(Scheme::Dark);
        QTRY_VERIFY(desk.window->grab().toImage().pixelColor(200, 20).lightness() < 100);
        keepPicture(*desk.window, u"versions-moved-dark"_s);
        click(desk, rowSaying(desk, u"another price category"_s));
        keepPicture(*desk.window, u"versions-category-dark"_s);
        m_theme->apply(Scheme::Light);

        // Esc lets go of the entry, then of the comparison.
        press(*desk.window, Qt::Key_Escape);
        QCOMPARE(differences(desk)->currentRow(), -1);
        QVERIFY(map(desk)->seenPlan().contains(scene.content()));
        QVERIFY(versions(desk).isOpen());
        press(*desk.window, Qt::Key_Escape);
        QVERIFY(!versions(desk).isOpen());
        QVERIFY(!pane(desk)->isVisible());
        QVERIFY(part<QPushButton>(desk, u"compareVersions"_s)->hasFocus());
    }

    void otherVersions_canBeChosen()
    {
        Plan plan = studioCinemaPlan();
        publish(plan, 0);
        plan.sections[0].rows[0].seats[0].attributes.setFlag(SeatAttribute::RestrictedView);
        publish(plan, 1);
        plan.shapes.append(Shape {.size = {40, 40}, .fill = u"#888888"_s});
        publish(plan, 2);
        Desk desk(*m_house);
        openPlan(desk, plan.name);
        compare(desk);
        auto *before = part<QComboBox>(desk, u"versionBefore"_s);
        auto *after = part<QComboBox>(desk, u"versionAfter"_s);
        QCOMPARE(before->count(), 3);
        QVERIFY(before->currentText().startsWith(u"Version 2"_s));
        QVERIFY(after->currentText().startsWith(u"Version 3"_s));
        // Another drawing, and nothing else.
        QVERIFY(versions(desk).review().groups().isEmpty());
        QVERIFY(!differences(desk)->isVisible());
        keepPicture(*desk.window, u"versions-alike"_s);
        before->setFocus();
        press(*desk.window, Qt::Key_Down); // Version 1
        QTRY_COMPARE(versions(desk).before(), 1);
        QTRY_COMPARE(versions(desk).state(), VersionDesk::State::Ready);
        QVERIFY(differences(desk)->isVisible());
        QVERIFY(rowSaying(desk, u"1 seat with other attributes"_s) >= 0 && rowSaying(desk, u"now: restricted view"_s) >= 0);
        QTRY_VERIFY(before->hasFocus()); // where one is going on from
        press(*desk.window, Qt::Key_Escape);
        QVERIFY(!versions(desk).isOpen());
    }

    void onlyVersion_hasNothingToCompare()
    {
        publish(studioCinemaPlan(), 0);
        Desk desk(*m_house);
        openPlan(desk, studioCinemaPlan().name);
        auto *button = part<QPushButton>(desk, u"compareVersions"_s);
        QVERIFY(button->isVisible() && !button->isEnabled());
        QVERIFY(!button->toolTip().isEmpty());
    }

    void file_saysWhatItWouldChange()
    {
        Plan plan = cabaretPlan();
        plan.name = u"Supper club"_s;
        publish(plan, 0);
        Desk desk(*m_house);
        openPlan(desk, plan.name);
        Section &standing = *std::find_if(plan.sections.begin(), plan.sections.end(), [](const Section &section) { return !section.areas.isEmpty(); });
        standing.areas[0].capacity += 25;
        standing.areas[0].outline[0].x -= 60;
        QFile file(m_folder.filePath(u"next.json"_s));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(planio::writePlan(plan)) > 0 && file.flush());
        desk.screen<PlansScreen>(Page::Plans)->importFile(file.fileName());
        QTRY_COMPARE(desk.models.planDesk.state(), PlanDesk::State::Ready);
        auto *button = part<QPushButton>(desk, u"compareImport"_s);
        QTRY_VERIFY(button->isVisible());
        keepPicture(*desk.window, u"plan-imported-anew"_s);
        QTest::mouseClick(button, Qt::LeftButton);
        QTRY_COMPARE(versions(desk).state(), VersionDesk::State::Ready);
        QVERIFY(versions(desk).isOfFile());
        QCOMPARE(part<QComboBox>(desk, u"versionAfter"_s)->currentText(), u"next.json"_s);
        QVERIFY(!part<QComboBox>(desk, u"versionAfter"_s)->isEnabled());
        click(desk, rowSaying(desk, u"holds more or fewer"_s));
        QVERIFY(differences(desk)->currentItem()->text().contains(QString::number(standing.areas[0].capacity)));
        QVERIFY(isInSight(desk, standing.areas[0].outline[0]));
        keepPicture(*desk.window, u"versions-of-file"_s);
        QTest::mouseClick(part<QToolButton>(desk, u"closeVersions"_s), Qt::LeftButton);
        // The file is still there to be published, under the name somebody may have typed.
        QVERIFY(desk.models.planDesk.import());
        QVERIFY(part<QPushButton>(desk, u"publishPlan"_s)->isVisible());
        QTest::mouseClick(part<QPushButton>(desk, u"publishPlan"_s), Qt::LeftButton);
        QTRY_VERIFY(desk.models.planDesk.shown());
        QTRY_VERIFY(part<QPushButton>(desk, u"compareVersions"_s)->isEnabled());
    }

    void newPlan_hasNothingToChange()
    {
        Desk desk(*m_house);
        QVERIFY(desk.openAs(Role::Manager));
        press(*desk.window, Qt::Key_7, Qt::ControlModifier);
        QFile file(m_folder.filePath(u"new.json"_s));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(planio::writePlan(studioCinemaPlan())) > 0 && file.flush());
        desk.screen<PlansScreen>(Page::Plans)->importFile(file.fileName());
        QTRY_COMPARE(desk.models.planDesk.state(), PlanDesk::State::Ready);
        QVERIFY(!part<QPushButton>(desk, u"compareImport"_s)->isVisible());
    }

    void failure_saysSoAndShowsThePlanAgain()
    {
        const Plan plan = studioCinemaPlan();
        publish(plan, 0);
        publish(changed(plan), 1);
        Desk desk(*m_house);
        openPlan(desk, plan.name);
        versions(desk).open({.ref = {.id = PlanId(QUuid::createUuid()), .version = 2}, .name = u"Nowhere"_s});
        QVERIFY(versions(desk).isOpen());
        QTRY_VERIFY(!versions(desk).isOpen());
        QVERIFY(desk.banner()->isVisible());
        QCOMPARE(desk.banner()->severity(), Severity::Error);
        QVERIFY(part<QPushButton>(desk, u"compareVersions"_s)->isVisible());
    }
};

QTEST_MAIN(TestPlanVersions)
#include "tst_planversions.moc"
