// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/designer/commands/elementsteps.h"
#include "app/designer/commands/housesteps.h"
#include "app/designer/commands/seatsteps.h"
#include "app/designer/model/checklist.h"
#include "app/designer/model/templates.h"
#include "tests/unit/app/drawnhouse.h"
#include "tests/unit/app/randomdesigner.h"

#include <QTest>

using namespace parterre;
using namespace parterre::testing;
using namespace Qt::StringLiterals;

namespace {

constexpr ElementId kHall {2}; // of the cinema

CheckBatch everythingOf(const DesignDocument &document)
{
    CheckBatch batch {.fresh = true, .house = document.design().house()};
    for (const Element &element : document.design().elements())
        batch.changed.append({element, document.piece(element.id)});
    return batch;
}

// Entries without the order in which they were found.
QStringList sorted(const QList<CheckEntry> &entries)
{
    QStringList all;
    for (const CheckEntry &entry : entries) {
        QStringList seats, elements;
        for (const SeatRef &seat : entry.seats)
            seats.append(u"%1/%2/%3"_s.arg(static_cast<int>(seat.element)).arg(seat.place.row).arg(seat.place.seat));
        for (const ElementId id : entry.elements)
            elements.append(QString::number(static_cast<int>(id)));
        seats.sort();
        elements.sort();
        all.append(u"%1 %2 [%3] (%4) %5 %6"_s.arg(static_cast<int>(entry.kind)).arg(entry.name, elements.join(u' '), seats.join(u' ')).arg(entry.bounds.x()).arg(entry.bounds.y()));
    }
    all.sort();
    return all;
}

using Step = std::function<DesignStep(const DesignDocument &)>;

Element areaOf(const Design &design, const AreaBody &body)
{
    return steps::newElement(design, body, {100, 100});
}

DesignStep addArea(const DesignDocument &document, AreaBody body)
{
    body.outline = {{0, 0}, {50, 0}, {50, 50}};
    return steps::add(document.design(), u"Draw an area"_s, {areaOf(document.design(), body)});
}

} // namespace

// What is wrong is found, and only what is wrong; what is found while one draws is what a fresh look finds.
class TestCheckList : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void mistake_isFoundAndGoesWhenItIsMended_data();
    void mistake_isFoundAndGoesWhenItIsMended();
    void whileDrawing_theListIsThatOfAFreshLook_data();
    void whileDrawing_theListIsThatOfAFreshLook();
    void list_comesByItselfAndIsBounded();
};

void TestCheckList::mistake_isFoundAndGoesWhenItIsMended_data()
{
    QTest::addColumn<CheckKind>("kind");
    QTest::addColumn<Step>("step");
    const auto row = [](const char *name, CheckKind kind, Step step) { QTest::newRow(name) << kind << step; };
    const auto body = [](std::function<void(BlockBody &)> change) -> Step {
        return [change](const DesignDocument &document) { return steps::changeBody<BlockBody>(document.design(), {kHall}, u"Change"_s, change); };
    };
    row("nothing to sell", CheckKind::NoPlaces, [](const DesignDocument &document) { return steps::remove(document.design(), {kHall, ElementId(3)}); });
    row("a label twice", CheckKind::LabelRepeated, body([](BlockBody &block) { block.rowNames.insert(1, u"A"_s); }));
    row("an area twice", CheckKind::LabelRepeated, [](const DesignDocument &document) {
        Element first = areaOf(document.design(), {.name = u"Pit"_s, .outline = {{0, 0}, {50, 0}, {50, 50}}, .category = u"standard"_s});
        Element second = first;
        second.id = static_cast<ElementId>(static_cast<int>(first.id) + 1);
        return steps::add(document.design(), u"Draw"_s, {first, second});
    });
    row("no number", CheckKind::LabelMissing, body([](BlockBody &block) { block.style.details[{2, 2}].number = QString(); }));
    row("no category", CheckKind::NoCategory, [](const DesignDocument &document) { return steps::setCategory(document.design(), {.seats = {{kHall, {3, 3}}}}, u"none"_s); });
    row("a category that goes", CheckKind::NoCategory, [](const DesignDocument &document) { return steps::removeCategory(document.design(), u"premium"_s); });
    row("an area for nobody", CheckKind::NoCapacity, [](const DesignDocument &document) { return addArea(document, {.name = u"Pit"_s, .category = u"standard"_s, .capacity = 0}); });
    row("an area without a name", CheckKind::LabelMissing, [](const DesignDocument &document) { return addArea(document, {.category = u"standard"_s}); });
    row("an area of no category", CheckKind::NoCategory, [](const DesignDocument &document) { return addArea(document, {.name = u"Pit"_s}); });
    row("a row without a label", CheckKind::RowLabelMissing, body([](BlockBody &block) { block.rowNames.insert(1, QString()); }));
    row("seats on each other", CheckKind::SeatsOverlap, body([](BlockBody &block) { block.spacing = 12; }));
    row("elements on each other", CheckKind::SeatsOverlap, [](const DesignDocument &document) { return steps::move(document.design(), {kHall}, {0, 60}); });
    row("beside the floor", CheckKind::OffTheFloor, [](const DesignDocument &document) {
        Element floor = steps::newElement(document.design(), FloorBody {.outline = {{0, 0}, {840, 0}, {840, 300}, {0, 300}}}, {0, 0}, document.design().find(kHall)->section);
        return steps::add(document.design(), u"Draw a floor"_s, {floor});
    });
    row("a companion alone", CheckKind::CompanionAlone, [](const DesignDocument &document) { return steps::setAttribute(document.design(), {.seats = {{kHall, {4, 4}}}}, SeatAttribute::Companion, true); });
    row("a wheelchair place alone", CheckKind::WheelchairAlone, [](const DesignDocument &document) { return steps::setAttribute(document.design(), {.seats = {{kHall, {4, 4}}}}, SeatAttribute::Wheelchair, true); });
    row("a companion far away", CheckKind::CompanionFar, [](const DesignDocument &document) { return steps::setCompanion(document.design(), {kHall, {4, 4}}, {kHall, {4, 14}}); });
    row("a gap", CheckKind::RowGap, body([](BlockBody &block) { block.aisles.append({.before = 19, .width = 12}); }));
    row("nothing to look at", CheckKind::NoFocus, [](const DesignDocument &document) { return steps::setFocus(document.design(), std::nullopt); });
}

void TestCheckList::mistake_isFoundAndGoesWhenItIsMended()
{
    QFETCH(const CheckKind, kind);
    QFETCH(const Step, step);
    DesignDocument document;
    document.reset(stockTemplate(TemplateKind::Cinema));
    CheckList checks(document);
    QTRY_VERIFY(checks.isCurrent());
    QCOMPARE(sorted(checks.entries()), QStringList());
    QVERIFY(checks.mayPublish());
    document.push(step(document));
    QTRY_VERIFY(checks.isCurrent());
    QVERIFY(std::any_of(checks.entries().cbegin(), checks.entries().cend(), [kind](const CheckEntry &entry) { return entry.kind == kind; }));
    QCOMPARE(checks.mayPublish(), !std::any_of(checks.entries().cbegin(), checks.entries().cend(), [](const CheckEntry &entry) { return keepsFromPublishing(entry.kind); }));
    DesignChecker fresh;
    QCOMPARE(sorted(checks.entries()), sorted(fresh.update(everythingOf(document))));
    document.history().undo();
    QTRY_VERIFY(checks.isCurrent());
    QCOMPARE(sorted(checks.entries()), QStringList());
}

void TestCheckList::whileDrawing_theListIsThatOfAFreshLook_data()
{
    QTest::addColumn<quint64>("seed");
    for (quint64 seed = 1; seed <= 12; ++seed)
        QTest::addRow("seed %llu", static_cast<unsigned long long>(seed)) << seed;
}

void TestCheckList::whileDrawing_theListIsThatOfAFreshLook()
{
    QFETCH(const quint64, seed);
    DesignDocument document;
    document.reset(drawnHouse());
    CheckList checks(document);
    RandomDesigner designer(document, seed);
    for (int round = 0; round < 20; ++round) {
        for (int i = 0; i < 4; ++i)
            designer.act();
        QTRY_VERIFY(checks.isCurrent());
        DesignChecker fresh;
        const QList<CheckEntry> expected = fresh.update(everythingOf(document));
        // Which of very many are shown is nobody's promise.
        if (checks.entries().size() < DesignChecker::kMostOfAKind)
            QCOMPARE(sorted(checks.entries()), sorted(expected));
        QCOMPARE(checks.entries().size(), expected.size());
    }
}

void TestCheckList::list_comesByItselfAndIsBounded()
{
    DesignDocument document;
    document.reset(stockTemplate(TemplateKind::Arena));
    CheckList checks(document);
    QTRY_VERIFY(checks.isCurrent());
    QSet<ElementId> all;
    for (const Element &element : document.design().elements())
        all.insert(element.id);
    document.push(steps::duplicate(document.design(), all, {3, 0})); // every seat twice
    QVERIFY(!checks.isCurrent());
    QTRY_VERIFY(checks.isCurrent());
    const auto count = [&](CheckKind kind) { return std::count_if(checks.entries().cbegin(), checks.entries().cend(), [kind](const CheckEntry &entry) { return entry.kind == kind; }); };
    QCOMPARE(count(CheckKind::LabelRepeated), DesignChecker::kMostOfAKind);
    QCOMPARE(count(CheckKind::SeatsOverlap), DesignChecker::kMostOfAKind);
    QVERIFY(!checks.mayPublish());
}

QTEST_GUILESS_MAIN(TestCheckList)
#include "tst_checklist.moc"
