// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/application/theme.h"
#include "app/designer/commands/seatsteps.h"
#include "app/designer/model/designedplan.h"
#include "app/designer/view/blockdialog.h"
#include "app/designer/view/selectionmenu.h"
#include "app/screens/checkoutdialog.h"
#include "app/screens/programmescreen.h"
#include "app/widgets/messagebanner.h"
#include "shared/domain/planvalidation.h"
#include "shared/planio/planjson.h"
#include "tests/gui/designersteps.h"
#include "tests/support/testdatabases.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLineEdit>
#include <QTableView>

using namespace parterre;
using namespace parterre::testing;
using namespace parterre::ui;
using namespace Qt::StringLiterals;

// A house drawn as people do: with the mouse, the keyboard and what the screen offers.
class TestDesignerScreen : public QObject
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

    // With mouse and keyboard alone.
    void theatre_isDrawnAndPublished()
    {
        Desk desk(*m_house);
        openDesigner(desk);
        choose(desk, TemplateKind::Empty);
        DesignDocument &design = document(desk);
        auto *name = screen(desk)->findChild<QLineEdit *>(u"designName"_s);
        name->setFocus();
        QTest::keyClicks(name, u"Little theatre"_s);
        QCOMPARE(design.design().house().name, u"Little theatre"_s);
        view(desk)->setFocus();

        tool(desk, ToolKind::Stage);
        drag(desk, {300, 30}, {700, 120});
        tool(desk, ToolKind::FocalPoint);
        click(desk, 500, 120);
        tool(desk, ToolKind::Block);
        drag(desk, {250, 200}, {758, 445});
        QCOMPARE(design.selection().size(), 1);
        QCOMPARE(planOf(design.design()).seats.size(), 8 * 21);
        editorOf<QDoubleSpinBox>(desk, u"Bend, degrees"_s)->setValue(30);
        auto *aisles = editorOf<QLineEdit>(desk, u"Aisles before seats"_s);
        aisles->setFocus();
        QTest::keyClicks(aisles, u"8,15"_s);
        view(desk)->setFocus();
        tool(desk, ToolKind::ArcRow);
        drag(desk, {150, 560}, {850, 560});
        hover(desk, 500, 660);
        keepPicture(*desk.window, u"designer-arc"_s);
        click(desk, 500, 660);
        tool(desk, ToolKind::RoundTable);
        click(desk, 90, 250);
        click(desk, 90, 380);
        tool(desk, ToolKind::Area);
        for (const QPoint &corner : {QPoint(860, 200), {970, 200}, {970, 420}, {860, 420}})
            click(desk, corner.x(), corner.y());
        key(desk, Qt::Key_Return);
        tool(desk, ToolKind::Icon);
        click(desk, 60, 740);

        // A second category for the first three rows.
        showTab(desk, 1);
        clickButton(desk, u"addCategory"_s);
        QTest::keyClicks(screen(desk)->findChild<QLineEdit *>(u"categoryName"_s), u"Premium"_s);
        tool(desk, ToolKind::Paint);
        for (qint32 row = 0; row < 3; ++row) {
            const QPointF seat = seatPoint(design, row);
            click(desk, seat.x(), seat.y(), Qt::ControlModifier);
        }
        QCOMPARE(planOf(design.design()).plan.categories.size(), 2);
        keepPicture(*desk.window, u"designer-theatre"_s);

        // Every step can be taken back and done again.
        const Design drawn = design.design();
        const int steps = design.history().index();
        for (int i = 0; i < steps; ++i)
            key(desk, Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(design.design().elements().isEmpty());
        for (int i = 0; i < steps; ++i)
            key(desk, Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(design.design(), drawn);

        QCOMPARE(problems(desk), QStringList());
        publish(desk);
        QVERIFY(!desk.models.designDesk.isChanged());
        QTRY_COMPARE(desk.models.planDesk.list().rowCount(), 3);
        const PlanListModel::Entry entry = *desk.models.designDesk.basis();
        QCOMPARE(entry.plan.ref.version, 1);
        desk.models.planDesk.show(entry);
        QTRY_COMPARE(desk.models.planDesk.state(), PlanDesk::State::Ready);
        QCOMPARE(desk.models.planDesk.seatMap().plan(), planOf(drawn).plan);

        // Drawn on, it is what was drawn, not seats alone.
        desk.models.designDesk.close();
        desk.models.designDesk.edit(entry);
        QTRY_VERIFY(desk.models.designDesk.isOpen());
        QCOMPARE(design.design(), drawn);

        // An event is put on in it, and a seat sold.
        desk.navigator->goTo(Page::Programme);
        const auto press = [&](const QString &which) { QTest::mouseClick(desk.screen<ProgrammeScreen>(Page::Programme)->findChild<QPushButton *>(which), Qt::LeftButton); };
        QTRY_COMPARE(desk.models.eventDesk.programme().loadState(), LoadState::Ready);
        press(u"newEvent"_s);
        QTRY_COMPARE(desk.models.eventDesk.state(), EventDesk::State::Editing);
        QTest::keyClicks(desk.screen<ProgrammeScreen>(Page::Programme)->findChild<QLineEdit *>(u"eventName"_s), u"First night"_s);
        auto *plans = desk.screen<ProgrammeScreen>(Page::Programme)->findChild<QComboBox *>(u"eventPlan"_s);
        const int row = plans->findText(u"Little theatre"_s, Qt::MatchContains);
        QVERIFY(row >= 0);
        plans->setCurrentIndex(row);
        Q_EMIT plans->activated(row);
        QTRY_COMPARE(desk.models.eventDesk.definition().plan, entry.plan.ref.id);
        auto *prices = desk.screen<ProgrammeScreen>(Page::Programme)->findChild<QTableView *>(u"priceTable"_s);
        QTRY_VERIFY(prices->model()->rowCount() == 2);
        prices->setCurrentIndex(prices->model()->index(0, 0));
        QVERIFY(prices->model()->setData(prices->model()->index(0, 0), u"20"_s));
        press(u"copyRow"_s);
        press(u"publishEvent"_s);
        QTRY_COMPARE(desk.models.eventDesk.eventState(), EventState::Published);
        QVERIFY(desk.openEvent(desk.models.eventDesk.event()));
        desk.pressSeat(30);
        QTRY_COMPARE(desk.models.cart.rowCount(), 1);
        QTRY_VERIFY(desk.models.cart.quote().due());
        QTest::keyClick(desk.window.get(), Qt::Key_B, Qt::AltModifier);
        QTRY_VERIFY(desk.window->findChild<CheckoutDialog *>());
        auto *till = desk.window->findChild<CheckoutDialog *>();
        QVERIFY(QTest::qWaitForWindowActive(till));
        type(*till, u"20"_s);
        QTest::keyClick(till->focusWidget(), Qt::Key_Return);
        QTRY_COMPARE(desk.models.cart.rowCount(), 0);
        QTRY_COMPARE(desk.models.event.seatMap().look(30), SeatLook::Sold);
        keepPicture(*desk.window, u"designer-sold"_s);
    }

    void objects_areMovedSizedTurnedCopiedAndGivenUp()
    {
        Desk desk(*m_house);
        openDesigner(desk);
        choose(desk, TemplateKind::Empty);
        DesignDocument &design = document(desk);
        tool(desk, ToolKind::Block);
        drag(desk, {301, 301}, {501, 401});
        key(desk, Qt::Key_Escape);
        QCOMPARE(view(desk)->tool(), ToolKind::Select);
        const ElementId block = *design.selection().cbegin();
        const auto bounds = [&] { return design.piece(block).bounds; };

        const QRectF before = bounds();
        drag(desk, before.center(), before.center() + QPointF(100, 50), Qt::AltModifier);
        QVERIFY(qAbs(bounds().left() - before.left() - 100) < 4 && qAbs(bounds().top() - before.top() - 50) < 4);
        QCOMPARE(design.history().count(), 2);
        key(desk, Qt::Key_Right);
        key(desk, Qt::Key_Right, Qt::ShiftModifier);
        QVERIFY(qAbs(bounds().left() - before.left() - 111) < 4);
        QCOMPARE(design.history().count(), 3); // nudges are one step

        const QRectF moved = bounds();
        const qint32 seats = std::get<BlockBody>(design.design().find(block)->body).seats;
        const SelectionFrame frame(moved, 1 / view(desk)->mapScale());
        const QPointF right = frame.centreOf(SelectionFrame::Handle::Right);
        drag(desk, right, right + QPointF(76, 0));
        QCOMPARE(std::get<BlockBody>(design.design().find(block)->body).seats, seats + 3);
        QVERIFY(qAbs(bounds().left() - moved.left()) < 1e-6);

        const SelectionFrame again(bounds(), 1 / view(desk)->mapScale());
        const QPointF knob = again.centreOf(SelectionFrame::Handle::Rotate);
        drag(desk, knob, bounds().center() + QPointF(200, 0), Qt::ShiftModifier);
        QCOMPARE(design.design().find(block)->rotation, 90.0);

        // What is under way leaves no trace when it is given up.
        const Design kept = design.design();
        QWidget *canvas = view(desk)->viewport();
        QTest::mousePress(canvas, Qt::LeftButton, {}, at(desk, bounds().center().x(), bounds().center().y()));
        QMouseEvent move(QEvent::MouseMove, at(desk, 100, 100), canvas->mapToGlobal(at(desk, 100, 100)), Qt::NoButton, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(canvas, &move);
        QVERIFY(design.design() != kept);
        key(desk, Qt::Key_Escape);
        QCOMPARE(design.design(), kept);
        QTest::mouseRelease(canvas, Qt::LeftButton, {}, at(desk, 100, 100));
        QCOMPARE(design.design(), kept);

        key(desk, Qt::Key_C, Qt::ControlModifier);
        key(desk, Qt::Key_V, Qt::ControlModifier);
        QCOMPARE(design.design().elements().size(), 2);
        QVERIFY(!design.selection().contains(block));
        key(desk, Qt::Key_Delete);
        QCOMPARE(design.design().elements().size(), 1);
        key(desk, Qt::Key_A, Qt::ControlModifier);
        key(desk, Qt::Key_D, Qt::ControlModifier);
        key(desk, Qt::Key_H, Qt::ControlModifier);
        QCOMPARE(design.design().elements().size(), 2);
    }

    void seats_areChosenAndDescribed()
    {
        Desk desk(*m_house);
        openDesigner(desk);
        choose(desk, TemplateKind::Cinema);
        DesignDocument &design = document(desk);
        tool(desk, ToolKind::Seats);
        const QPointF seat = seatPoint(design, 3, ElementId(2));
        click(desk, seat.x(), seat.y());
        QCOMPARE(design.selectedSeats().size(), 1);
        auto *panel = screen(desk)->findChild<PropertyPanel *>();
        QCheckBox *restricted = nullptr;
        for (QCheckBox *box : panel->findChildren<QCheckBox *>())
            restricted = box->text() == u"Restricted view" ? box : restricted;
        QVERIFY(restricted);
        QTest::mouseClick(restricted, Qt::LeftButton, {}, {8, restricted->height() / 2});
        const SeatRef described = *design.selectedSeats().cbegin();
        QVERIFY(steps::detailOf(design.design(), described).attributes.testFlag(SeatAttribute::RestrictedView));
        // The fields are those of the seat that is selected, whatever else happens.
        auto *number = panel->findChild<QLineEdit *>(u"seatNumber"_s);
        number->setFocus();
        QTest::keyClicks(number, u"77"_s);
        const QPointF another = seatPoint(design, 5, ElementId(2));
        click(desk, another.x(), another.y());
        QCOMPARE(steps::detailOf(design.design(), described).number, u"77"_s);
        QCOMPARE(number->text(), QString());
        QVERIFY(!restricted->isChecked());
        click(desk, seat.x(), seat.y());
        QCOMPARE(number->text(), u"77"_s);
        QVERIFY(restricted->isChecked());
        key(desk, Qt::Key_Z, Qt::ControlModifier);
        key(desk, Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(!restricted->isChecked() && number->text().isEmpty());
        QTest::mouseDClick(view(desk)->viewport(), Qt::LeftButton, {}, at(desk, seat.x(), seat.y()));
        QCOMPARE(design.selectedSeats().size(), 22);
        const qint32 before = static_cast<qint32>(planOf(design.design()).seats.size());
        key(desk, Qt::Key_Delete);
        QCOMPARE(planOf(design.design()).seats.size(), before - 22);
        key(desk, Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(planOf(design.design()).seats.size(), before);
    }

    void seats_areSelectedByWhatTheyHave()
    {
        Desk desk(*m_house);
        openDesigner(desk);
        choose(desk, TemplateKind::Cinema);
        DesignDocument &design = document(desk);
        const auto offer = [&](const QString &name) -> QAction * {
            auto *menu = screen(desk)->findChild<SelectionMenu *>();
            menu->popup(screen(desk)->mapToGlobal(QPoint(200, 80)));
            keepPicture(*menu, u"designer-select"_s);
            menu->hide();
            for (QAction *action : menu->actions()) {
                if (action->data().toString() == name)
                    return action;
            }
            return nullptr;
        };
        QVERIFY(!offer(u"House seat"_s));
        const QPointF seat = seatPoint(design, 3, ElementId(2));
        tool(desk, ToolKind::Seats);
        click(desk, seat.x(), seat.y());
        key(desk, Qt::Key_A, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(design.selectedSeats().size(), 22);
        const QSet<SeatRef> row = design.selectedSeats();
        design.push(steps::setAttribute(design.design(), {.seats = row}, SeatAttribute::HouseSeat, true));
        design.select({});
        QAction *house = offer(u"House seat"_s);
        QVERIFY(house);
        QCOMPARE(house->text(), u"House seat (22)"_s);
        house->trigger();
        QCOMPARE(design.selectedSeats(), row);
        QCOMPARE(view(desk)->tool(), ToolKind::Seats);
        design.push(steps::setCustomAttributes(design.design(), {.seats = row}, {u"sofa & table"_s}, true));
        design.select({});
        QAction *sofa = offer(u"sofa & table"_s);
        QVERIFY(sofa);
        QCOMPARE(sofa->text(), u"sofa && table (22)"_s);
        sofa->trigger();
        QCOMPARE(design.selectedSeats(), row);
        QVERIFY(!offer(u"Without a category"_s));
        design.push(steps::setCategory(design.design(), {.seats = row}, QString()));
        design.select({});
        QAction *without = offer(u"Without a category"_s);
        QVERIFY(without);
        without->trigger();
        QCOMPARE(design.selectedSeats(), row);

        // The category of the whole is that of each of its seats.
        const Category category = design.design().house().categories.constFirst();
        design.select({row.cbegin()->element});
        auto *choices = editorOf<QComboBox>(desk, u"Category"_s);
        choices->setCurrentIndex(1);
        Q_EMIT choices->activated(1);
        QCOMPARE(steps::categoryOf(design.design(), *row.cbegin()), category.key);
        QVERIFY(!offer(u"Without a category"_s));
    }

    void block_isMadeByNumbers()
    {
        Desk desk(*m_house);
        openDesigner(desk);
        choose(desk, TemplateKind::Empty);
        DesignDocument &design = document(desk);
        const Design before = design.design();
        const auto open = [&] {
            key(desk, Qt::Key_B, Qt::ControlModifier);
            return screen(desk)->findChildren<BlockDialog *>().constLast();
        };
        BlockDialog *dialog = open();
        QTRY_VERIFY(dialog->isVisible());
        QCOMPARE(planOf(design.design()).seats.size(), 200); // seen before it is there
        dialog->reject();
        QCOMPARE(design.design(), before);
        QCOMPARE(design.history().count(), 0);
        dialog = open();
        dialog->findChild<QDoubleSpinBox *>(u"Rows"_s)->setValue(12);
        dialog->findChild<QDoubleSpinBox *>(u"Seats a row"_s)->setValue(18);
        dialog->findChild<QDoubleSpinBox *>(u"More seats each row"_s)->setValue(1);
        dialog->findChild<QDoubleSpinBox *>(u"Bend, degrees"_s)->setValue(40);
        auto *aisles = dialog->findChild<QLineEdit *>(u"Aisles before seats"_s);
        aisles->setFocus();
        QTest::keyClicks(aisles, u"7,13"_s);
        keepPicture(*dialog, u"designer-block"_s);
        keepPicture(*desk.window, u"designer-block-window"_s);
        QTest::keyClick(dialog, Qt::Key_Return);
        QCOMPARE(planOf(design.design()).seats.size(), 12 * 18 + 66);
        QCOMPARE(design.history().count(), 1);
        QCOMPARE(design.selection().size(), 1);
        const auto body = std::get<BlockBody>(design.design().find(*design.selection().cbegin())->body);
        QCOMPARE(body.bend, 40.0);
        QCOMPARE(body.aisles.size(), 2);
        key(desk, Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(design.design(), before);
    }

    void problems_leadToTheirPlaceAndKeepFromPublishing()
    {
        Desk desk(*m_house);
        openDesigner(desk);
        choose(desk, TemplateKind::Cinema);
        QCOMPARE(problems(desk), QStringList());
        key(desk, Qt::Key_A, Qt::ControlModifier);
        key(desk, Qt::Key_D, Qt::ControlModifier);
        QVERIFY(problems(desk).contains(u"2 seats are called Hall A 1"_s));
        clickButton(desk, u"publishDesign"_s);
        QCOMPARE(desk.banner()->severity(), Severity::Warning);
        auto *list = screen(desk)->findChild<QListWidget *>(u"checks"_s);
        QVERIFY(list->isVisible());
        keepPicture(*desk.window, u"designer-problems"_s);
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualItemRect(list->item(0)).center());
        QCOMPARE(document(desk).selectedSeats().size(), 2);
        QVERIFY(view(desk)->mapScale() > 1);
    }

    void house_isNumberedAtOnce()
    {
        Desk desk(*m_house);
        openDesigner(desk);
        choose(desk, TemplateKind::Proscenium);
        DesignDocument &design = document(desk);
        const Design before = design.design();
        clickButton(desk, u"openNumbering"_s);
        auto *dialog = screen(desk)->findChild<QDialog *>();
        QTRY_VERIFY(dialog->isVisible());
        dialog->findChild<QComboBox *>(u"seatOrder"_s)->setCurrentIndex(2);
        const auto labels = [&] {
            QStringList all;
            forEachSeat(planOf(design.design()).plan, [&](const Seat &seat) { all.append(seat.label); });
            return all;
        };
        QVERIFY(labels().contains(u"Stalls A 27"_s)); // shown before it is done
        keepPicture(*dialog, u"designer-numbering"_s);
        dialog->reject();
        QCOMPARE(design.design(), before);
        clickButton(desk, u"openNumbering"_s);
        dialog = screen(desk)->findChildren<QDialog *>().last();
        dialog->findChild<QComboBox *>(u"seatOrder"_s)->setCurrentIndex(2);
        QTest::mouseClick(dialog->findChild<QPushButton *>(u"applyNumbering"_s), Qt::LeftButton);
        QVERIFY(labels().contains(u"Stalls A 27"_s));
        const QStringList all = labels();
        QCOMPARE(all.size(), QSet<QString>(all.cbegin(), all.cend()).size());
        QCOMPARE(design.history().count(), 1);
    }

    void templates_areRightAsTheyAre_data()
    {
        QTest::addColumn<TemplateKind>("kind");
        for (const TemplateKind kind : allTemplates()) {
            if (kind != TemplateKind::Empty)
                QTest::addRow("%d", static_cast<int>(kind)) << kind;
        }
    }

    void templates_areRightAsTheyAre()
    {
        QFETCH(TemplateKind, kind);
        const Design design = stockTemplate(kind);
        QCOMPARE(validatePlan(planOf(design).plan), QList<PlanProblem>());
        DesignDocument document;
        document.reset(design);
        CheckList checks(document);
        QTRY_VERIFY(checks.isCurrent());
        QStringList titles;
        for (const CheckEntry &entry : checks.entries())
            titles.append(checkTitle(entry));
        QCOMPARE(titles, QStringList());
    }
};

QTEST_MAIN(TestDesignerScreen)
#include "tst_designerscreen.moc"
