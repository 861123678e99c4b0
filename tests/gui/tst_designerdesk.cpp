// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/application/theme.h"
#include "app/designer/model/designedplan.h"
#include "app/designer/model/designjson.h"
#include "app/designer/view/conflictdialog.h"
#include "app/seatmap/seatdescription.h"
#include "app/widgets/card.h"
#include "app/widgets/messagebanner.h"
#include "shared/planio/planjson.h"
#include "tests/gui/designersteps.h"
#include "tests/support/testdatabases.h"

#include <QDir>
#include <QLineEdit>

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

    void wordsOfTheHouse_areSaidToWhoLooksAtTheMap()
    {
        Desk desk(*m_house);
        openDesigner(desk);
        choose(desk, TemplateKind::Cinema);
        tool(desk, ToolKind::Seats);
        const QPointF seat = seatPoint(document(desk), 3, ElementId(2));
        click(desk, seat.x(), seat.y());
        auto *attributes = editorOf<QLineEdit>(desk, u"newCustomAttributes"_s);
        attributes->setFocus();
        QTest::keyClicks(attributes, u"sofa, extra legroom"_s);
        keepPicture(*desk.window, u"designer-seat"_s);
        QTest::keyClick(attributes, Qt::Key_Return);
        keepPicture(*desk.window, u"designer-seat-attributes"_s);
        publish(desk);
        desk.models.planDesk.show(*desk.models.designDesk.basis());
        QTRY_COMPARE(desk.models.planDesk.state(), PlanDesk::State::Ready);
        const SeatMapModel &map = desk.models.planDesk.seatMap();
        QList<qint32> said;
        forEachSeat(map.plan(), [&](const Seat &one) {
            if (!one.customAttributes.isEmpty())
                said.append(one.index);
        });
        QCOMPARE(said.size(), 1);
        QCOMPARE(map.plan(), planOf(document(desk).design()).plan);
        QVERIFY(describeSeat(map, said[0]).lines.constLast().endsWith(u"\u2068extra legroom\u2069, \u2068sofa\u2069"_s));
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
        const auto answer = [&](const QString &choice) {
            clickButton(desk, u"saveDesign"_s);
            QTRY_VERIFY(screen(desk)->findChild<ConflictDialog *>());
            auto *dialog = screen(desk)->findChild<ConflictDialog *>();
            keepPicture(*dialog, u"designer-conflict"_s);
            QCOMPARE(dialog->findChildren<Card *>().size(), 2);
            QTest::mouseClick(dialog->findChild<QPushButton *>(choice), Qt::LeftButton);
            QTRY_VERIFY(!screen(desk)->findChild<ConflictDialog *>());
        };
        answer(u"chooseNeither"_s);
        QCOMPARE(saved.size(), 1);
        QVERIFY(desk.models.designDesk.isChanged());
        other.models.designDesk.openDraft(theirs[0][0].value<Draft>());
        QTRY_VERIFY(!other.models.designDesk.isLoading());
        QCOMPARE(document(other).design(), changed); // still theirs
        const Design mine = document(desk).design();
        answer(u"chooseTheirs"_s);
        QTRY_COMPARE(document(desk).design(), changed);
        // Mine is kept on this computer.
        QCOMPARE(desk.models.designDesk.unfinished().size(), 1);
        desk.models.designDesk.goOnWith(desk.models.designDesk.unfinished().constFirst());
        QCOMPARE(document(desk).design(), mine);
        QCOMPARE(saved.size(), 1);
    }

    void draftOfSomebodyElse_isReplacedWhenAskedFor()
    {
        Desk desk(*m_house);
        openDesigner(desk);
        choose(desk, TemplateKind::Classroom);
        QSignalSpy saved(&desk.models.designDesk, &DesignDesk::saved);
        clickButton(desk, u"saveDesign"_s);
        QTRY_COMPARE(saved.size(), 1);
        DraftDesk::Work theirs {.draft = saved[0][0].value<Draft>().ref(), .venue = saved[0][0].value<Draft>().venue, .name = u"Theirs"_s};
        DraftDesk other(desk.models.session, desk.ids);
        QSignalSpy changed(&other, &DraftDesk::saved);
        other.save(theirs, writeDesign(stockTemplate(TemplateKind::Arena)));
        QTRY_COMPARE(changed.size(), 1);
        key(desk, Qt::Key_A, Qt::ControlModifier);
        key(desk, Qt::Key_Left);
        clickButton(desk, u"saveDesign"_s);
        QTRY_VERIFY(screen(desk)->findChild<ConflictDialog *>());
        QTest::mouseClick(screen(desk)->findChild<QPushButton *>(u"chooseMine"_s), Qt::LeftButton);
        QTRY_COMPARE(saved.size(), 2);
        QVERIFY(!desk.models.designDesk.isChanged());
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

    void damagedDrawing_isGoneOnWithAndSaid()
    {
        Desk desk(*m_house);
        openDesigner(desk);
        choose(desk, TemplateKind::Cabaret);
        for (int i = 0; i < 3; ++i) {
            key(desk, Qt::Key_A, Qt::ControlModifier);
            key(desk, i % 2 == 0 ? Qt::Key_Down : Qt::Key_Delete);
        }
        clickButton(desk, u"leaveDesigner"_s);
        QTRY_COMPARE(desk.window->page(), Page::Plans);
        QTest::mouseClick(desk.screen<PlansScreen>(Page::Plans)->findChild<QPushButton *>(u"drawPlan"_s), Qt::LeftButton);
        QTRY_COMPARE(desk.models.designDesk.unfinished().size(), 1);
        const JournalEntry entry = desk.models.designDesk.unfinished().constFirst();
        const QFileInfoList steps = QDir(entry.folder).entryInfoList({u"*.steps"_s}, QDir::Files);
        QVERIFY(!steps.isEmpty());
        QFile file(steps.constLast().filePath());
        QVERIFY(file.open(QIODevice::ReadWrite));
        QByteArray damaged = file.readAll();
        damaged[damaged.size() / 2] = static_cast<char>(damaged[damaged.size() / 2] ^ 1);
        QVERIFY(file.seek(0));
        QCOMPARE(file.write(damaged), damaged.size());
        file.close();
        desk.models.designDesk.goOnWith(entry);
        QVERIFY(desk.models.designDesk.isOpen());
        QTRY_COMPARE(screen(desk)->findChild<MessageBanner *>()->severity(), Severity::Warning);
    }
};

QTEST_MAIN(TestDesignerDesk)
#include "tst_designerdesk.moc"
