// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/application/theme.h"
#include "app/designer/model/importeddesign.h"
#include "app/designer/view/designerscreen.h"
#include "app/screens/halldialog.h"
#include "app/screens/plansscreen.h"
#include "app/screens/venuesdialog.h"
#include "app/widgets/emptystate.h"
#include "app/widgets/keptchoice.h"
#include "app/widgets/messagebanner.h"
#include "shared/domain/demohouse.h"
#include "shared/planio/planjson.h"
#include "tests/gui/desk.h"
#include "tests/gui/picture.h"
#include "tests/support/eventparams.h"
#include "tests/support/testdatabases.h"

#include <QApplication>
#include <QComboBox>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QSignalSpy>

using namespace parterre;
using namespace parterre::testing;
using namespace parterre::ui;
using namespace Qt::StringLiterals;

// Houses made and changed at the window, beginning with a server that has none, and the halls of their plans.
class TestVenuesDialog : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<Theme> m_theme;
    TestDatabases m_databases;
    std::unique_ptr<TestHouse> m_house;
    QTemporaryDir m_folder;

    static PlansScreen *plans(const Desk &desk) { return desk.screen<PlansScreen>(Page::Plans); }
    static VenuesDialog *openVenues(Desk &desk)
    {
        desk.navigator->goTo(Page::Plans);
        plans(desk)->findChild<QPushButton *>(u"openVenues"_s)->click();
        return desk.window->findChild<VenuesDialog *>();
    }
    static QLineEdit *line(VenuesDialog &dialog, const QString &name) { return dialog.findChild<QLineEdit *>(name); }
    static QPushButton *button(const QWidget &window, const QString &name) { return window.findChild<QPushButton *>(name); }
    static QComboBox *zone(VenuesDialog &dialog) { return dialog.findChild<QComboBox *>(u"venueZone"_s); }
    static MessageBanner *banner(VenuesDialog &dialog) { return dialog.findChild<MessageBanner *>(); }
    // Clicks at the house of this name.
    static void choose(VenuesDialog &dialog, const QString &name)
    {
        auto *list = dialog.findChild<QListView *>(u"venues"_s);
        for (int row = 0; row < list->model()->rowCount(); ++row) {
            const QModelIndex index = list->model()->index(row, 0);
            if (!index.data().toString().startsWith(name))
                continue;
            list->scrollTo(index);
            QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualRect(index).center());
            return;
        }
        QFAIL(qPrintable(name));
    }
    void makeVenue(const QString &name) const
    {
        if (!m_house->visitor(Role::Manager)->call(u"venues.create"_s, {{u"venue"_s, newKey()}, {u"definition"_s, venueNamed(name)}}).ok())
            qFatal("the venue could not be made");
    }
    [[nodiscard]] QString fileOf(const Plan &plan) const
    {
        QFile file(m_folder.filePath(u"plan.json"_s));
        if (!file.open(QIODevice::WriteOnly) || file.write(planio::writePlan(plan)) < 0)
            qFatal("no file");
        return file.fileName();
    }
    void begin(const HouseWishes &wishes = {}) { m_house = std::make_unique<TestHouse>(m_databases.create(storage::Engine::Sqlite), wishes); }

private Q_SLOTS:
    void initTestCase()
    {
        m_theme = std::make_unique<Theme>(*qApp);
        QLocale::setDefault(QLocale(u"en_GB"_s));
    }
    void cleanup() { m_house.reset(); }

    // From nothing to a plan that events can be made in, without the console.
    void emptyInstallation_leadsToTheFirstHouseAndItsPlan()
    {
        begin({.bare = true});
        Desk desk(*m_house);
        QVERIFY(desk.open());
        desk.models.session.signIn(TestHouse::emailOf(Role::Manager), TestHouse::passwordOf(Role::Manager), false);
        QTRY_COMPARE(desk.window->page(), Page::Plans);
        QTRY_VERIFY(shows(*desk.window, u"Begin with the house"_s));
        keepPicture(*desk.window, u"plans-empty"_s);
        // The other pages are not shut.
        desk.navigator->goTo(Page::Events);
        QSignalSpy read(&desk.models.venues, &QAbstractItemModel::modelReset);
        desk.models.venues.refresh();
        QTRY_COMPARE(read.size(), 1);
        QTRY_COMPARE(desk.models.venues.loadState(), LoadState::Ready);
        QCOMPARE(desk.window->page(), Page::Events);
        desk.navigator->goTo(Page::Plans);
        QTRY_COMPARE(desk.models.venues.loadState(), LoadState::Ready);
        QTRY_VERIFY(shows(*desk.window, u"Begin with the house"_s));

        Q_EMIT plans(desk)->findChild<EmptyState *>()->actionTriggered();
        auto *dialog = desk.window->findChild<VenuesDialog *>();
        QVERIFY(dialog);
        QVERIFY(QTest::qWaitForWindowActive(dialog));
        QTRY_VERIFY(line(*dialog, u"venueName"_s)->hasFocus());
        QVERIFY(!button(*dialog, u"saveVenue"_s)->isEnabled());
        type(*dialog, u"Town Theatre"_s);
        line(*dialog, u"venueAddress"_s)->setText(u"1 Main Street"_s);
        zone(*dialog)->setEditText(u"america/new york"_s);
        QVERIFY(button(*dialog, u"saveVenue"_s)->isEnabled());
        keepPicture(*dialog, u"dialog-venues"_s);
        QTest::mouseClick(button(*dialog, u"saveVenue"_s), Qt::LeftButton);
        QTRY_COMPARE(desk.models.venues.rowCount(), 1);
        QCOMPARE(desk.models.venues.row(0).timeZone, u"America/New_York"_s);
        QCOMPARE(desk.models.venues.row(0).address, u"1 Main Street"_s);
        QVERIFY(desk.prompter.asked.isEmpty());
        dialog->reject();
        QTRY_VERIFY(shows(*desk.window, u"No plan yet"_s));

        plans(desk)->importFile(fileOf(studioCinemaPlan()));
        QTRY_VERIFY(desk.models.planDesk.import());
        QTRY_VERIFY(button(*plans(desk), u"publishPlan"_s)->isEnabled());
        QTest::mouseClick(button(*plans(desk), u"publishPlan"_s), Qt::LeftButton);
        QTRY_VERIFY(desk.models.planDesk.shown());
        QTRY_COMPARE(desk.models.venues.row(0).plans.size(), 1);
    }

    void import_withoutAHouseSaysWhatIsMissing()
    {
        begin({.bare = true});
        Desk desk(*m_house);
        QVERIFY(desk.open());
        desk.models.session.signIn(TestHouse::emailOf(Role::Manager), TestHouse::passwordOf(Role::Manager), false);
        QTRY_COMPARE(desk.window->page(), Page::Plans);
        plans(desk)->importFile(fileOf(studioCinemaPlan()));
        QTRY_VERIFY(desk.models.planDesk.import());
        QTRY_VERIFY(shows(*desk.window, u"There is no house yet"_s));
        QVERIFY(!button(*plans(desk), u"publishPlan"_s)->isEnabled());
        makeVenue(u"Opera"_s);
        desk.models.venues.refresh();
        QTRY_VERIFY(button(*plans(desk), u"publishPlan"_s)->isEnabled());
        QVERIFY(!shows(*desk.window, u"There is no house yet"_s));
    }

    // A drawing that has no house to go to.
    void designer_leadsToTheHouses()
    {
        begin({.bare = true});
        Desk desk(*m_house);
        QVERIFY(desk.open());
        desk.models.session.signIn(TestHouse::emailOf(Role::Manager), TestHouse::passwordOf(Role::Manager), false);
        QTRY_COMPARE(desk.window->page(), Page::Plans);
        Q_EMIT plans(desk)->newDesignRequested();
        QTRY_COMPARE(desk.window->page(), Page::Designer);
        desk.models.designDesk.start(designFromPlan(studioCinemaPlan()));
        QTRY_VERIFY(desk.models.venues.isKnownEmpty());
        auto *designer = desk.screen<DesignerScreen>(Page::Designer);
        button(*designer, u"saveDesign"_s)->click();
        QVERIFY(desk.banner()->text().contains(u"no house yet"_s));
        Q_EMIT desk.banner()->actionTriggered();
        auto *dialog = desk.window->findChild<VenuesDialog *>();
        QVERIFY(dialog);
        line(*dialog, u"venueName"_s)->setText(u"Opera"_s);
        zone(*dialog)->setEditText(u"Europe/Rome"_s);
        QTest::mouseClick(button(*dialog, u"saveVenue"_s), Qt::LeftButton);
        QTRY_COMPARE(desk.models.venues.rowCount(), 1);
        dialog->reject();
        QCOMPARE(designer->findChild<KeptChoice *>(u"designVenue"_s)->currentText(), u"Opera"_s);
        button(*designer, u"saveDesign"_s)->click();
        QTRY_COMPARE(desk.banner()->severity(), Severity::Success);
    }

    void zone_isFoundHoweverItIsWritten()
    {
        begin();
        Desk desk(*m_house);
        QVERIFY(desk.openAs(Role::Manager));
        auto *dialog = openVenues(desk);
        QVERIFY(QTest::qWaitForWindowActive(dialog));
        line(*dialog, u"venueName"_s)->setText(u"Opera"_s);
        auto *save = button(*dialog, u"saveVenue"_s);
        zone(*dialog)->setEditText(u"Atlantis"_s);
        QVERIFY(!save->isEnabled());
        QVERIFY(shows(*dialog, u"No time zone is called that"_s));
        zone(*dialog)->setEditText(u" europe/berlin "_s);
        QVERIFY(save->isEnabled());
        QVERIFY(shows(*dialog, u"there now"_s));
        zone(*dialog)->setEditText(u"America/New_York"_s);
        QVERIFY(save->isEnabled());
        zone(*dialog)->setEditText({});
        QVERIFY(!save->isEnabled());
    }

    // Who changes the clock of events is told what becomes of them, and may leave it.
    void zoneOfEvents_isChangedOnPurposeOnly()
    {
        begin();
        Desk desk(*m_house);
        QVERIFY(desk.openAs(Role::Manager));
        auto *dialog = openVenues(desk);
        QVERIFY(QTest::qWaitForWindowActive(dialog));
        QTRY_COMPARE(desk.models.venues.loadState(), LoadState::Ready);
        choose(*dialog, u"Test house"_s);
        QCOMPARE(line(*dialog, u"venueName"_s)->text(), u"Test house"_s);
        auto *save = button(*dialog, u"saveVenue"_s);
        QVERIFY(!save->isEnabled());
        QVERIFY(!button(*dialog, u"removeVenue"_s)->isEnabled()); // it has plans

        line(*dialog, u"venueName"_s)->setText(u"Palace"_s);
        zone(*dialog)->setEditText(u"Europe/London"_s);
        desk.prompter.answer = {.yes = false};
        QTest::mouseClick(save, Qt::LeftButton);
        QCOMPARE(desk.prompter.asked.size(), 1);
        QVERIFY(desk.prompter.asked.constFirst().text.contains(u"19:30"_s));
        QVERIFY(desk.prompter.asked.constFirst().text.contains(u"18:30"_s));
        QVERIFY(!desk.models.venueDesk.isBusy());
        desk.prompter.answer = {.yes = true};
        QTest::mouseClick(save, Qt::LeftButton);
        QTRY_COMPARE(banner(*dialog)->severity(), Severity::Success);
        QTRY_COMPARE(desk.models.venues.row(0).name, u"Palace"_s);
        QCOMPARE(desk.models.venues.row(0).timeZone, u"Europe/London"_s);
        QCOMPARE(desk.prompter.asked.size(), 2);
        QVERIFY(!save->isEnabled());
        // The address alone is no question.
        line(*dialog, u"venueAddress"_s)->setText(u"3 Back Lane"_s);
        QTest::mouseClick(save, Qt::LeftButton);
        QTRY_COMPARE(desk.models.venues.row(0).address, u"3 Back Lane"_s);
        QCOMPARE(desk.prompter.asked.size(), 2);
    }

    void houseWithoutPlans_isDeleted()
    {
        begin();
        makeVenue(u"Opera"_s);
        Desk desk(*m_house);
        QVERIFY(desk.openAs(Role::Manager));
        auto *dialog = openVenues(desk);
        QVERIFY(QTest::qWaitForWindowActive(dialog));
        QTRY_COMPARE(desk.models.venues.rowCount(), 2);
        QVERIFY(!button(*dialog, u"removeVenue"_s)->isVisible()); // of a new one
        choose(*dialog, u"Opera"_s);
        QTRY_VERIFY(button(*dialog, u"removeVenue"_s)->isEnabled());
        QTest::mouseClick(button(*dialog, u"removeVenue"_s), Qt::LeftButton);
        QTRY_COMPARE(desk.models.venues.rowCount(), 1);
        QVERIFY(desk.prompter.asked.constFirst().dangerous);
        QTRY_COMPARE(line(*dialog, u"venueName"_s)->text(), QString());
        QCOMPARE(banner(*dialog)->severity(), Severity::Success);
    }

    void nameOfAnother_isSaidInWords()
    {
        begin();
        Desk desk(*m_house);
        QVERIFY(desk.openAs(Role::Manager));
        auto *dialog = openVenues(desk);
        QVERIFY(QTest::qWaitForWindowActive(dialog));
        line(*dialog, u"venueName"_s)->setText(u"Test house"_s);
        zone(*dialog)->setEditText(u"Europe/Rome"_s);
        QTest::mouseClick(button(*dialog, u"saveVenue"_s), Qt::LeftButton);
        QTRY_COMPARE(banner(*dialog)->severity(), Severity::Error);
        QVERIFY(banner(*dialog)->text().contains(u"name"_s));
        QCOMPARE(line(*dialog, u"venueName"_s)->text(), u"Test house"_s); // nothing is lost
    }

    // What is being imported stays with its house, and goes to a new one when somebody makes it for that.
    void import_keepsItsHouse()
    {
        begin();
        makeVenue(u"Zenith"_s);
        Desk desk(*m_house);
        QVERIFY(desk.openAs(Role::Manager));
        desk.navigator->goTo(Page::Plans);
        QTRY_COMPARE(desk.models.venues.rowCount(), 2);
        plans(desk)->importFile(fileOf(studioCinemaPlan()));
        QTRY_VERIFY(desk.models.planDesk.import());
        auto *house = plans(desk)->findChild<KeptChoice *>(u"importVenue"_s);
        house->setCurrentIndex(1);
        QCOMPARE(house->currentText(), u"Zenith"_s);
        makeVenue(u"Arena"_s);
        desk.models.venues.refresh();
        QTRY_COMPARE(desk.models.venues.rowCount(), 3);
        QCOMPARE(house->currentText(), u"Zenith"_s);
        auto *dialog = openVenues(desk);
        QVERIFY(QTest::qWaitForWindowActive(dialog));
        line(*dialog, u"venueName"_s)->setText(u"Cinema"_s);
        zone(*dialog)->setEditText(u"Europe/Rome"_s);
        QTest::mouseClick(button(*dialog, u"saveVenue"_s), Qt::LeftButton);
        QTRY_COMPARE(desk.models.venues.rowCount(), 4);
        QTRY_COMPARE(house->currentText(), u"Cinema"_s);
    }

    void hall_isChosenForAPlan()
    {
        begin();
        Desk desk(*m_house);
        QVERIFY(desk.openAs(Role::Manager));
        desk.navigator->goTo(Page::Plans);
        QTRY_COMPARE(desk.models.planDesk.list().rowCount(), 2);
        const int row = desk.models.planDesk.list().rowOf(m_house->plan().id);
        desk.models.planDesk.show(desk.models.planDesk.list().entry(1 - row)); // the cabaret
        QTRY_COMPARE(desk.models.planDesk.state(), PlanDesk::State::Ready);
        const auto ask = [&](const QString &hall) {
            QTest::mouseClick(button(*plans(desk), u"chooseHall"_s), Qt::LeftButton);
            auto *dialog = plans(desk)->findChild<HallDialog *>();
            QVERIFY(dialog);
            QVERIFY(QTest::qWaitForWindowActive(dialog));
            auto *choice = dialog->findChild<QComboBox *>(u"hall"_s);
            QVERIFY(choice->findText(u"Small hall"_s) >= 0); // what is there to choose
            choice->setEditText(u" "_s);
            QVERIFY(!button(*dialog, u"saveHall"_s)->isEnabled());
            choice->setEditText(hall);
            keepPicture(*dialog, u"dialog-hall"_s);
            QTest::mouseClick(button(*dialog, u"saveHall"_s), Qt::LeftButton);
            QTRY_VERIFY(!plans(desk)->findChild<HallDialog *>());
            QTRY_VERIFY(!desk.models.planDesk.isSettingHall());
        };
        ask(u"Small hall"_s);
        QCOMPARE(desk.models.planDesk.shown()->plan.hall, u"Small hall"_s);
        QTRY_VERIFY(shows(*desk.window, u"Hall: "_s));
        QTRY_COMPARE(desk.models.planDesk.list().entry(1 - row).plan.hall, u"Small hall"_s);
        // Its own name is the hall of its own.
        ask(desk.models.planDesk.shown()->plan.name);
        QCOMPARE(desk.models.planDesk.shown()->plan.hall, std::nullopt);
        QTRY_VERIFY(!shows(*desk.window, u"Hall: "_s));
    }
};

QTEST_MAIN(TestVenuesDialog)
#include "tst_venuesdialog.moc"
