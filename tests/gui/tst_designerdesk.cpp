// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/application/theme.h"
#include "app/designer/model/designedplan.h"
#include "app/widgets/messagebanner.h"
#include "shared/planio/planjson.h"
#include "tests/gui/designersteps.h"
#include "tests/support/testdatabases.h"

using namespace parterre;
using namespace parterre::testing;
using namespace parterre::ui;
using namespace Qt::StringLiterals;

// Where drawings come from and go to: published plans, drafts of several people, what was left unfinished.
class TestDesignerDesk : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<Theme> m_theme;
    TestDatabases m_databases;
    std::unique_ptr<TestHouse> m_house;

private Q_SLOTS:
    void initTestCase()
    {
        m_theme = std::make_unique<Theme>(*qApp);
        QLocale::setDefault(QLocale(u"en_GB"_s));
    }
    void init() { m_house = std::make_unique<TestHouse>(m_databases.create(storage::Engine::Sqlite)); }
    void cleanup() { m_house.reset(); }

    void publishedPlan_isDrawnOn()
    {
        Desk desk(*m_house);
        openPlans(desk);
        desk.models.planDesk.show(desk.models.planDesk.list().index(0, 0).data(PlanListModel::EntryRole).value<PlanListModel::Entry>());
        QTRY_COMPARE(desk.models.planDesk.state(), PlanDesk::State::Ready);
        const Plan plan = desk.models.planDesk.seatMap().plan();
        QTest::mouseClick(desk.screen<PlansScreen>(Page::Plans)->findChild<QAbstractButton *>(u"editPlan"_s), Qt::LeftButton);
        QTRY_VERIFY(desk.models.designDesk.isOpen());
        QCOMPARE(desk.window->page(), Page::Designer);
        QCOMPARE(planOf(document(desk).design()).plan, plan);
        key(desk, Qt::Key_A, Qt::ControlModifier);
        key(desk, Qt::Key_Right);
        publish(desk);
        QCOMPARE(desk.models.designDesk.basis()->plan.ref.version, 2);

        // Somebody else publishes; mine comes after theirs only when I say so.
        PlanSender other(desk.models.session, desk.ids);
        QSignalSpy theirs(&other, &PlanSender::published);
        other.publish(desk.models.designDesk.basis()->venue.id, planio::writePlan(plan), 2);
        QTRY_COMPARE(theirs.size(), 1);
        key(desk, Qt::Key_Right);
        desk.prompter.answer = {.yes = false};
        desk.prompter.asked.clear();
        QTRY_VERIFY(desk.models.designDesk.checks().isCurrent());
        desk.prompter.answer = {.yes = true}; // hints are confirmed, too
        QSignalSpy published(&desk.models.designDesk, &DesignDesk::published);
        clickButton(desk, u"publishDesign"_s);
        QTRY_COMPARE(published.size(), 1);
        QVERIFY(std::any_of(desk.prompter.asked.cbegin(), desk.prompter.asked.cend(), [](const Question &question) { return question.title.contains(u"Somebody else"); }));
        QCOMPARE(desk.models.designDesk.basis()->plan.ref.version, 4);
    }

    void draft_isSavedOpenedAndNeverOverwrittenUnasked()
    {
        Desk desk(*m_house);
        openDesigner(desk);
        choose(desk, TemplateKind::Classroom);
        QSignalSpy saved(&desk.models.designDesk, &DesignDesk::saved);
        clickButton(desk, u"saveDesign"_s);
        QTRY_COMPARE(saved.size(), 1);
        QVERIFY(!desk.models.designDesk.isChanged());
        const Draft draft = saved[0][0].value<Draft>();
        QCOMPARE(draft.revision, 1);

        // Somebody else draws on it.
        Desk other(*m_house);
        openDesigner(other);
        QTRY_VERIFY(screen(other)->findChild<QAbstractButton *>(u"openDraft"_s));
        QTRY_VERIFY(screen(other)->findChild<QAbstractButton *>(u"openDraft"_s)->isVisible());
        keepPicture(*other.window, u"designer-drafts"_s);
        clickButton(other, u"openDraft"_s);
        QTRY_VERIFY(other.models.designDesk.isOpen());
        QCOMPARE(document(other).design(), document(desk).design());
        key(other, Qt::Key_A, Qt::ControlModifier);
        key(other, Qt::Key_Right);
        QVERIFY(other.models.designDesk.isChanged());
        QSignalSpy theirs(&other.models.designDesk, &DesignDesk::saved);
        clickButton(other, u"saveDesign"_s);
        QTRY_COMPARE(theirs.size(), 1);
        const Design changed = document(other).design();

        desk.window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(desk.window.get()));
        view(desk)->setFocus();
        key(desk, Qt::Key_A, Qt::ControlModifier);
        key(desk, Qt::Key_Left);
        QVERIFY(desk.models.designDesk.isChanged());
        desk.prompter.answer = {.yes = false};
        clickButton(desk, u"saveDesign"_s);
        QTRY_COMPARE(desk.prompter.asked.size(), 1);
        QCOMPARE(saved.size(), 1);
        QVERIFY(desk.models.designDesk.isChanged());
        other.models.designDesk.openDraft(theirs[0][0].value<Draft>());
        QTRY_VERIFY(!other.models.designDesk.isLoading());
        QCOMPARE(document(other).design(), changed); // still theirs
        desk.prompter.answer = {.yes = true};
        clickButton(desk, u"saveDesign"_s);
        QTRY_COMPARE(saved.size(), 2);
        QCOMPARE(saved[1][0].value<Draft>().revision, 3);
    }

    void unfinishedDrawing_isGoneOnWith()
    {
        Desk desk(*m_house);
        openDesigner(desk);
        choose(desk, TemplateKind::Cabaret);
        key(desk, Qt::Key_A, Qt::ControlModifier);
        key(desk, Qt::Key_Down);
        const Design drawn = document(desk).design();
        clickButton(desk, u"leaveDesigner"_s);
        QTRY_COMPARE(desk.window->page(), Page::Plans);
        QTest::mouseClick(desk.screen<PlansScreen>(Page::Plans)->findChild<QPushButton *>(u"drawPlan"_s), Qt::LeftButton);
        QTRY_COMPARE(desk.window->page(), Page::Designer);
        QVERIFY(!desk.models.designDesk.isOpen());
        QCOMPARE(desk.models.designDesk.unfinished().size(), 1);
        keepPicture(*desk.window, u"designer-start"_s);
        QTRY_VERIFY(screen(desk)->findChild<QAbstractButton *>(u"goOnDrawing"_s)->isVisible());
        clickButton(desk, u"goOnDrawing"_s);
        QTRY_VERIFY(desk.models.designDesk.isOpen());
        QCOMPARE(document(desk).design(), drawn);
        QVERIFY(desk.models.designDesk.isChanged());
        QVERIFY(desk.models.designDesk.unfinished().isEmpty());
    }
};

QTEST_MAIN(TestDesignerDesk)
#include "tst_designerdesk.moc"
