// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/designer/commands/elementsteps.h"
#include "app/designer/commands/housesteps.h"
#include "app/designer/commands/seatsteps.h"
#include "tests/unit/app/drawnhouse.h"

#include <QSignalSpy>
#include <QTest>

using namespace parterre;
using namespace parterre::testing;
using namespace Qt::StringLiterals;

// A design with its history, selection and pieces.
class TestDesignDocument : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void steps_mergeByTheirKey();
    void stepsThatChangeNothingTogether_areDropped();
    void stepsOfHouse_merge();
    void mergedSteps_stayApartWhereElementsComeAndGo();
    void mergedSteps_stayApartAfterSaving();
    void drag_isOneStep();
    void cancelledDrag_leavesNoTrace();
    void dragOfNewElements_isOneStep();
    void dragThatComesBack_isNoStep();
    void undoWhileDragging_dropsTheDrag();
    void pushWhileDragging_endsTheDrag();
    void drag_makesOnlyWhatMoves();
    void change_saysWhatItTouched();
    void sectionsAndCategories_renewAllPieces();
    void selection_losesWhatIsGone();
    void reset_startsAnew();
    void applied_inAnyOrder_isTheSame();

private:
    std::unique_ptr<DesignDocument> m_document;
};

void TestDesignDocument::init()
{
    m_document = std::make_unique<DesignDocument>();
    m_document->reset(drawnHouse());
}

void TestDesignDocument::steps_mergeByTheirKey()
{
    const auto nudge = [this](const QString &key) { m_document->push(steps::move(m_document->design(), {kRowZ, kTable}, {1, 0}, key)); };
    nudge(u"right"_s);
    nudge(u"right"_s);
    m_document->push(steps::move(m_document->design(), {kStage}, {0, 1}, u"right"_s)); // another element of the same merged step
    QCOMPARE(m_document->history().count(), 1);
    nudge(u"else"_s);
    nudge({});
    nudge({});
    QCOMPARE(m_document->history().count(), 4);
    for (int i = 0; i < 3; ++i)
        m_document->history().undo();
    QCOMPARE(m_document->design().find(kRowZ)->at, (PlanPoint {102, 650}));
    const Design merged = m_document->design();
    m_document->history().undo();
    QVERIFY(m_document->design() == drawnHouse());
    m_document->history().redo();
    QVERIFY(m_document->design() == merged);
    // Goes on with the step that was redone.
    nudge(u"right"_s);
    QCOMPARE(m_document->history().count(), 1);
    m_document->history().undo();
    QVERIFY(m_document->design() == drawnHouse());
}

void TestDesignDocument::stepsThatChangeNothingTogether_areDropped()
{
    Design told = drawnHouse();
    connect(m_document.get(), &DesignDocument::stepped, this, [&told](const DesignEdit &edit) { told.apply(edit); });
    m_document->push(steps::setSection(m_document->design(), {kRowZ}, kBalcony));
    m_document->push(steps::move(m_document->design(), {kRowZ}, {5, 5}, u"nudge"_s));
    m_document->push(steps::move(m_document->design(), {kRowZ}, {-5, -5}, u"nudge"_s));
    QCOMPARE(m_document->history().count(), 1);
    QVERIFY(told == m_document->design());
    m_document->history().undo();
    QVERIFY(m_document->design() == drawnHouse());
    QVERIFY(told == drawnHouse());
}

void TestDesignDocument::stepsOfHouse_merge()
{
    for (const QString &name : {u"H"_s, u"Ha"_s, u"Hal"_s})
        m_document->push(steps::rename(m_document->design(), name));
    for (const QString &name : {u"S"_s, u"St"_s})
        m_document->push(steps::renameSection(m_document->design(), kStalls, name));
    m_document->push(steps::renameSection(m_document->design(), kBalcony, u"B"_s));
    QCOMPARE(m_document->history().count(), 3);
    m_document->history().undo();
    QCOMPARE(m_document->design().house().sections[0].name, u"St"_s);
    QCOMPARE(m_document->piece(kFloor).shapes[0].text, u"St"_s);
    m_document->history().undo();
    QCOMPARE(m_document->design().house().sections[0].name, u"Stalls"_s);
    QCOMPARE(m_document->piece(kFloor).shapes[0].text, u"Stalls"_s);
    m_document->history().undo();
    QVERIFY(m_document->design() == drawnHouse());
    m_document->push(steps::rename(m_document->design(), u"X"_s));
    m_document->push(steps::rename(m_document->design(), u"House"_s));
    QCOMPARE(m_document->history().count(), 0);
}

void TestDesignDocument::mergedSteps_stayApartWhereElementsComeAndGo()
{
    for (int i = 0; i < 2; ++i) {
        DesignStep step = steps::duplicate(m_document->design(), {kTable}, {10, 10});
        step.mergeKey = u"paste"_s;
        m_document->push(step);
    }
    QCOMPARE(m_document->history().count(), 2);
    DesignStep up = steps::reorder(m_document->design(), {kFloor}, steps::Reorder::Forward);
    up.mergeKey = u"paste"_s;
    m_document->push(up);
    QCOMPARE(m_document->history().count(), 3);
    m_document->history().setIndex(0);
    QVERIFY(m_document->design() == drawnHouse());
}

void TestDesignDocument::mergedSteps_stayApartAfterSaving()
{
    m_document->push(steps::move(m_document->design(), {kRowZ}, {1, 0}, u"nudge"_s));
    m_document->history().setClean();
    const Design saved = m_document->design();
    m_document->push(steps::move(m_document->design(), {kRowZ}, {1, 0}, u"nudge"_s));
    QVERIFY(!m_document->history().isClean());
    m_document->history().undo();
    QVERIFY(m_document->history().isClean() && m_document->design() == saved);
}

void TestDesignDocument::drag_isOneStep()
{
    int told = 0;
    connect(m_document.get(), &DesignDocument::stepped, this, [&told] { ++told; });
    for (int i = 1; i <= 10; ++i) {
        m_document->preview(steps::move(m_document->base(), {kBlock, kTable}, {1.0 * i, 2.0 * i}));
        QVERIFY(m_document->isPreviewing());
        QCOMPARE(m_document->design().find(kTable)->at, (PlanPoint {600.0 + i, 600.0 + 2 * i}));
        QCOMPARE(m_document->piece(kTable).tables[0].position, (PlanPoint {600.0 + i, 600.0 + 2 * i}));
        QVERIFY(m_document->base() == drawnHouse());
        QCOMPARE(m_document->history().count(), 0);
    }
    QCOMPARE(told, 0);
    QList<ElementId> changed; // who does not look while something is dragged has to look now
    connect(m_document.get(), &DesignDocument::changed, this, [&](const DesignChange &change) {
        QVERIFY(!m_document->isPreviewing());
        changed = change.elements;
    });
    m_document->commitPreview();
    QCOMPARE(changed, (QList {kTable, kBlock}));
    QVERIFY(!m_document->isPreviewing());
    QCOMPARE(told, 1);
    QCOMPARE(m_document->history().count(), 1);
    QVERIFY(m_document->base() == m_document->design());
    const Design after = m_document->design();
    m_document->history().undo();
    QVERIFY(m_document->design() == drawnHouse());
    m_document->history().redo();
    QVERIFY(m_document->design() == after);
}

void TestDesignDocument::cancelledDrag_leavesNoTrace()
{
    const QList<DesignPiece> before = m_document->pieces();
    m_document->preview(steps::move(m_document->base(), {kBlock}, {1, 2}));
    m_document->preview(steps::mirror(m_document->base(), {kBlock, kTable}, {}, MirrorAxis::Vertical));
    m_document->preview(steps::removeCategory(m_document->base(), u"front"_s));
    m_document->preview(steps::duplicate(m_document->base(), {kBlock}, {500, 500}));
    m_document->preview(steps::remove(m_document->base(), {kTable, kFloor}));
    m_document->cancelPreview();
    QVERIFY(m_document->design() == drawnHouse() && !m_document->isPreviewing());
    QCOMPARE(m_document->history().count(), 0);
    const QList<DesignPiece> after = m_document->pieces();
    for (qsizetype i = 0; i < before.size(); ++i)
        QVERIFY(before[i].rows == after[i].rows && before[i].tables == after[i].tables && before[i].shapes == after[i].shapes && before[i].bounds == after[i].bounds);
    m_document->cancelPreview(); // none is under way
    m_document->commitPreview();
    QVERIFY(m_document->design() == drawnHouse());
}

void TestDesignDocument::dragOfNewElements_isOneStep()
{
    for (int i = 1; i <= 5; ++i)
        m_document->preview(steps::add(m_document->base(), u"Draw"_s, {steps::newElement(m_document->base(), BlockBody {.seats = i}, {0, 0})}));
    QCOMPARE(m_document->design().elements().size(), 17);
    const ElementId made = m_document->design().elements().constLast().id;
    QCOMPARE(m_document->piece(made).seatCount(), 5);
    m_document->commitPreview();
    QCOMPARE(m_document->history().count(), 1);
    m_document->history().undo();
    QVERIFY(m_document->design() == drawnHouse());
    QVERIFY(m_document->piece(made).rows.isEmpty());
}

void TestDesignDocument::dragThatComesBack_isNoStep()
{
    m_document->preview(steps::move(m_document->base(), {kBlock}, {50, 0}));
    m_document->preview(steps::move(m_document->base(), {kBlock}, {0, 0}));
    QVERIFY(m_document->design() == drawnHouse());
    m_document->commitPreview();
    QCOMPARE(m_document->history().count(), 0);
}

void TestDesignDocument::undoWhileDragging_dropsTheDrag()
{
    m_document->push(steps::move(m_document->design(), {kBlock}, {1, 0}));
    const Design moved = m_document->design();
    m_document->preview(steps::move(m_document->base(), {kBlock}, {50, 0}));
    m_document->history().undo();
    QVERIFY(!m_document->isPreviewing() && m_document->design() == drawnHouse());
    m_document->preview(steps::remove(m_document->base(), {kBlock}));
    m_document->history().redo();
    QVERIFY(!m_document->isPreviewing() && m_document->design() == moved);
}

// A key pressed while the mouse drags: the step was made for what is shown.
void TestDesignDocument::pushWhileDragging_endsTheDrag()
{
    m_document->preview(steps::move(m_document->base(), {kBlock}, {50, 0}));
    const Design dragged = m_document->design();
    m_document->push(steps::remove(m_document->design(), {kBlock}));
    QVERIFY(!m_document->isPreviewing() && !m_document->design().find(kBlock));
    QCOMPARE(m_document->history().count(), 2);
    m_document->history().undo();
    QVERIFY(m_document->design() == dragged);
    m_document->history().undo();
    QVERIFY(m_document->design() == drawnHouse());
}

void TestDesignDocument::drag_makesOnlyWhatMoves()
{
    QList<DesignChange> changes;
    connect(m_document.get(), &DesignDocument::changed, this, [&changes](const DesignChange &change) { changes.append(change); });
    m_document->preview(steps::move(m_document->base(), {kBlock, kTable}, {50, 0}));
    m_document->preview(steps::move(m_document->base(), {kBlock, kTable}, {51, 0}));
    m_document->preview(steps::move(m_document->base(), {kTable}, {51, 0}));
    QCOMPARE(changes.size(), 3);
    QCOMPARE(changes[1].elements.size(), 2);
    QCOMPARE(changes[2].elements, QList {kBlock}); // comes back, while the table stays where it was shown
}

void TestDesignDocument::change_saysWhatItTouched()
{
    QList<DesignChange> changes;
    connect(m_document.get(), &DesignDocument::changed, this, [&changes](const DesignChange &change) { changes.append(change); });
    m_document->push(steps::move(m_document->design(), {kRowZ}, {1, 1}));
    m_document->push(steps::remove(m_document->design(), {kIcon}));
    m_document->push(steps::rename(m_document->design(), u"X"_s));
    m_document->push(steps::addCategory(m_document->design(), u"X"_s, {}));
    const auto is = [&](qsizetype i, const QList<ElementId> &elements, bool order, bool house, bool all) {
        return changes[i].elements == elements && changes[i].order == order && changes[i].house == house && changes[i].all == all;
    };
    QCOMPARE(changes.size(), 4);
    QVERIFY(is(0, {kRowZ}, false, false, false));
    QVERIFY(is(1, {kIcon}, true, false, false));
    QVERIFY(is(2, {}, false, true, false));
    QVERIFY(is(3, {}, false, true, true));
}

void TestDesignDocument::sectionsAndCategories_renewAllPieces()
{
    DesignStep step = steps::removeCategory(m_document->design(), u"front"_s);
    step.edit.elements = steps::remove(m_document->design(), {kTable}).edit.elements + steps::duplicate(m_document->design(), {kRowZ}, {1, 1}).edit.elements;
    step.edit.elements.last().to = 15; // one gone
    m_document->push(step);
    QVERIFY(m_document->piece(kTable).tables.isEmpty());
    QCOMPARE(m_document->piece(ElementId(17)).rows[0].seats[0].category, 0);
    QCOMPARE(m_document->piece(kBlock).rows[1].seats[0].category, -1);
    m_document->history().undo();
    QVERIFY(m_document->design() == drawnHouse());
    QCOMPARE(m_document->piece(kTable).tables[0].seats[0].category, 1);
    QCOMPARE(m_document->piece(kBlock).rows[1].seats[0].category, 0);
}

void TestDesignDocument::selection_losesWhatIsGone()
{
    QSignalSpy changed(m_document.get(), &DesignDocument::selectionChanged);
    m_document->select({kTable, kBlock}, {{kTable, {0, 1}}, {kBlock, {1, 1}}});
    m_document->select({kTable, kBlock}, {{kTable, {0, 1}}, {kBlock, {1, 1}}});
    QCOMPARE(changed.count(), 1);
    m_document->push(steps::move(m_document->design(), {kTable}, {1, 1}));
    QCOMPARE(changed.count(), 1);
    m_document->push(steps::remove(m_document->design(), {kTable}));
    QCOMPARE(changed.count(), 2);
    QCOMPARE(m_document->selection(), QSet {kBlock});
    QCOMPARE(m_document->selectedSeats(), (QSet<SeatRef> {{kBlock, {1, 1}}}));
}

void TestDesignDocument::reset_startsAnew()
{
    m_document->push(steps::remove(m_document->design(), {kTable}));
    m_document->select({kBlock});
    m_document->preview(steps::move(m_document->base(), {kBlock}, {1, 1}));
    QSignalSpy reset(m_document.get(), &DesignDocument::wasReset);
    m_document->reset(Design());
    QCOMPARE(reset.count(), 1);
    QVERIFY(!m_document->isPreviewing() && m_document->selection().isEmpty() && m_document->pieces().isEmpty());
    QCOMPARE(m_document->history().count(), 0);
    QVERIFY(m_document->piece(kBlock).rows.isEmpty());
    m_document->commitPreview();
    QVERIFY(m_document->design() == Design());
}

// What comes, goes and changes places in one edit, against the same done one after the other.
void TestDesignDocument::applied_inAnyOrder_isTheSame()
{
    const Design before = drawnHouse();
    const QList<Element> &was = before.elements();
    const Element made {.id = ElementId(20)};
    Element moved = was[3];
    moved.at = {1, 1};
    // Gone: 1 and 5; 15 changes places to the bottom; 20 comes second; 4 is changed where it is.
    DesignEdit edit {.elements = {{.after = made, .to = 1}, {.before = was[14], .after = was[14], .from = 14, .to = 0}, {.before = was[0], .from = 0}, {.before = was[3], .after = moved}, {.before = was[4], .from = 4}}};
    QList<Element> wanted {was[14], made, was[1], was[2], moved, was[5], was[6], was[7], was[8], was[9], was[10], was[11], was[12], was[13], was[15]};
    for (int turn = 0; turn < 5; ++turn) {
        Design design = before;
        design.apply(edit);
        QVERIFY(design.elements() == wanted);
        for (const Element &element : wanted)
            QCOMPARE(*design.find(element.id), element);
        QVERIFY(!design.find(ElementId(1)));
        design.apply(edit.reversed());
        QVERIFY(design == before);
        edit.elements.append(edit.elements.takeFirst());
    }
}

QTEST_GUILESS_MAIN(TestDesignDocument)
#include "tst_designdocument.moc"
