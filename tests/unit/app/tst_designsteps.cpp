// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/designer/commands/elementsteps.h"
#include "app/designer/commands/housesteps.h"
#include "app/designer/commands/layoutsteps.h"
#include "app/designer/commands/numberingsteps.h"
#include "app/designer/commands/pastesteps.h"
#include "app/designer/commands/seatsteps.h"
#include "tests/unit/app/drawnhouse.h"

#include <QTest>

#include <cmath>

using namespace parterre;
using namespace parterre::testing;
using namespace Qt::StringLiterals;

namespace {

using Maker = std::function<DesignStep(const DesignDocument &)>;
using Check = std::function<bool(const Design &before, const DesignDocument &after)>;

steps::ElementIds everything(const Design &design)
{
    steps::ElementIds ids;
    for (const Element &element : design.elements())
        ids.insert(element.id);
    return ids;
}

QList<qint32> orderOf(const Design &design)
{
    QList<qint32> order;
    for (const Element &element : design.elements())
        order.append(static_cast<qint32>(element.id));
    return order;
}

template<class Body>
const Body &bodyOf(const Design &design, ElementId id)
{
    return std::get<Body>(design.find(id)->body);
}

const SeatStyle &styleOf(const Design &design, ElementId id)
{
    return *parterre::styleOf(design.find(id)->body);
}

SeatDetail detail(const Design &design, ElementId id, SeatPlace place)
{
    return steps::detailOf(design, {id, place});
}

bool hasFreshPieces(const DesignDocument &document)
{
    const auto same = [](const DesignPiece &a, const DesignPiece &b) {
        return a.rows == b.rows && a.tables == b.tables && a.areas == b.areas && a.shapes == b.shapes && a.places == b.places && a.bounds == b.bounds;
    };
    const QList<DesignPiece> kept = document.pieces();
    for (qsizetype i = 0; i < kept.size(); ++i) {
        if (!same(kept[i], pieceOf(document.design().elements()[i], document.design().house())))
            return false;
    }
    return kept.size() == document.design().elements().size();
}

} // namespace

Q_DECLARE_METATYPE(Maker)
Q_DECLARE_METATYPE(Check)

// Every step: what it changes, and that it can be undone.
class TestDesignSteps : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void step_isDoneAndUndone_data();
    void step_isDoneAndUndone();
    void emptyStep_isNoStep_data();
    void emptyStep_isNoStep();
    void copies_getIdsAndCompanionsOfTheirOwn();
    void copiesWithoutTheirWheelchairPlace_areNobodysCompanions();
    void keys_areTheirCategorysOwn();
    void seats_areListedInDrawingOrder();
    void elements_areNoMoreThanThereMayBe();

private:
    void addElementSteps();
    void addSeatSteps();
    void addHouseSteps();
    void addLayoutSteps();
};

void TestDesignSteps::addElementSteps()
{
    const auto row = [](const char *name, Maker make, Check holds) { QTest::newRow(name) << make << holds; };
    row("add", [](const DesignDocument &d) { return steps::add(d.design(), u"Draw"_s, {steps::newElement(d.design(), TableBody {}, {5, 6}, kBalcony, kUpstairs)}); },
        [](const Design &, const DesignDocument &d) {
            const Element &last = d.design().elements().constLast();
            return last == Element {.id = ElementId(17), .section = kBalcony, .level = kUpstairs, .at = {5, 6}, .body = TableBody {}} && d.piece(last.id).seatCount() == 8;
        });
    row("remove", [](const DesignDocument &d) { return steps::remove(d.design(), {kBlock, kFloor, kLockedRow, ElementId(99)}); },
        [](const Design &before, const DesignDocument &d) { return d.design().elements().size() == before.elements().size() - 2 && !d.design().find(kBlock) && d.piece(kBlock).rows.isEmpty() && !detail(d.design(), kTable, {0, 2}).companionOf && !detail(d.design(), kLockedRow, {0, 0}).companionOf; });
    row("remove all", [](const DesignDocument &d) { return steps::remove(d.design(), everything(d.design())); },
        [](const Design &, const DesignDocument &d) { return orderOf(d.design()) == QList<qint32> {16}; });
    row("change", [](const DesignDocument &d) { return steps::change(d.design(), everything(d.design()), u"Turn"_s, [](Element &e) { e.rotation = 20; }); },
        [](const Design &, const DesignDocument &d) { return std::all_of(d.design().elements().cbegin(), d.design().elements().cend(), [](const Element &e) { return e.locked || e.rotation == 20; }); });
    row("change bodies", [](const DesignDocument &d) { return steps::changeBody<LooseBody>(d.design(), everything(d.design()), u"Label"_s, [](LooseBody &body) { body.label = u"Q"_s; }); },
        [](const Design &, const DesignDocument &d) { return d.piece(kRowZ).rows[0].label == u"Q"_s && d.piece(kLockedRow).rows[0].label == u"Y"_s; });
    row("move", [](const DesignDocument &d) { return steps::move(d.design(), {kRowZ, kStage}, {10, -5}); },
        [](const Design &, const DesignDocument &d) { return d.design().find(kRowZ)->at == PlanPoint {110, 645} && d.piece(kStage).bounds == QRectF(310, 0, 300, 40); });
    row("rotate", [](const DesignDocument &d) { return steps::rotate(d.design(), everything(d.design()), {0, 0}, 90); },
        [](const Design &, const DesignDocument &d) { return d.design().find(kRowZ)->at == PlanPoint {-650, 100} && d.design().find(kTable)->rotation == 120 && d.design().find(kCaption)->rotation == 180; });
    row("scale", [](const DesignDocument &d) { return steps::scale(d.design(), everything(d.design()), {0, 0}, 2, 0.5); },
        [](const Design &, const DesignDocument &d) { return d.design().find(kRowZ)->at == PlanPoint {200, 325} && bodyOf<LooseBody>(d.design(), kRowZ).seats[1] == PlanPoint {60, 2.5} && bodyOf<BlockBody>(d.design(), kBlock).spacing == 25; });
    row("mirror left to right", [](const DesignDocument &d) { return steps::mirror(d.design(), everything(d.design()), {450, 0}, MirrorAxis::Vertical); },
        [](const Design &, const DesignDocument &d) { return d.design().find(kTable)->at == PlanPoint {300, 600} && d.design().find(kTable)->rotation == -30; });
    row("mirror upside down", [](const DesignDocument &d) { return steps::mirror(d.design(), everything(d.design()), {0, 350}, MirrorAxis::Horizontal); },
        [](const Design &, const DesignDocument &d) { return d.design().find(kTable)->at == PlanPoint {600, 100} && d.design().find(kCaption)->rotation == -90 && d.design().find(kIcon)->rotation == 0; });
    row("set the section", [](const DesignDocument &d) { return steps::setSection(d.design(), everything(d.design()), kBalcony); },
        [](const Design &, const DesignDocument &d) { return d.design().find(kRowZ)->section == kBalcony && d.piece(kFloor).shapes[0].text == u"Balcony"_s; });
    row("set the level", [](const DesignDocument &d) { return steps::setLevel(d.design(), {kRowZ}, kUpstairs); },
        [](const Design &, const DesignDocument &d) { return d.design().find(kRowZ)->level == kUpstairs; });
    row("reach locked: lock", [](const DesignDocument &d) { return steps::setLocked(d.design(), {kRowZ, kLockedRow}, true); },
        [](const Design &, const DesignDocument &d) { return d.design().find(kRowZ)->locked && d.design().find(kLockedRow)->locked; });
    row("reach locked: unlock", [](const DesignDocument &d) { return steps::setLocked(d.design(), everything(d.design()), false); },
        [](const Design &, const DesignDocument &d) { return !d.design().find(kLockedRow)->locked; });
    const auto reorder = [&](const char *name, steps::Reorder where, const QList<qint32> &order) {
        row(name, [where](const DesignDocument &d) { return steps::reorder(d.design(), {ElementId(2), ElementId(3), ElementId(15)}, where); },
            [order](const Design &, const DesignDocument &d) { return orderOf(d.design()) == order; });
    };
    reorder("to the front", steps::Reorder::ToFront, {1, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 16, 2, 3, 15});
    reorder("forward", steps::Reorder::Forward, {1, 4, 2, 3, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 16, 15});
    reorder("backward", steps::Reorder::Backward, {2, 3, 1, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 15, 14, 16});
    reorder("to the back", steps::Reorder::ToBack, {2, 3, 15, 1, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 16});
    row("duplicate", [](const DesignDocument &d) { return steps::duplicate(d.design(), {kTable, kLockedRow}, {10, 20}); },
        [](const Design &before, const DesignDocument &d) {
            const Element *copy = d.design().find(ElementId(18));
            return d.design().elements().size() == before.elements().size() + 2 && copy->at == PlanPoint {110, 620} && !copy->locked && d.design().find(ElementId(17))->body.index() == 3;
        });
    row("paste", [](const DesignDocument &d) {
            const CopiedElements copied {.categories = {{.key = u"vip"_s, .name = u"VIP"_s}, {.key = u"back"_s, .name = u"Elsewhere"_s}}, .sections = {{.id = SectionId(1), .name = u"Balcony"_s}, {.id = SectionId(2), .name = u"Loge"_s}},
                                         .elements = {{.id = kTable, .section = SectionId(1), .locked = true, .body = IconBody {}}, {.id = kBlock, .section = SectionId(2), .at = {100, 0}, .body = IconBody {}}}};
            return steps::paste(d.design(), copied, {500, 500}, kUpstairs);
        },
        [](const Design &before, const DesignDocument &d) {
            const Element *first = d.design().find(ElementId(17)), *second = d.design().find(ElementId(18));
            const DesignHouse &house = d.design().house();
            return first->at == PlanPoint {450, 500} && second->at == PlanPoint {550, 500} && first->section == kBalcony && house.sections.constLast() == DesignSection {.id = second->section, .name = u"Loge"_s} && !first->locked
                && second->level == kUpstairs && house.categories.size() == 3 && house.categories[1] == before.house().categories[1];
        });
    row("duplicate along a line", [](const DesignDocument &d) { return steps::duplicateAlong(d.design(), {kRowZ}, {{0, 0}, {300, 0}}, 3, true); },
        [](const Design &, const DesignDocument &d) {
            return d.design().elements().size() == 19 && d.design().find(ElementId(17))->at == PlanPoint {200, 650} && d.design().find(ElementId(19))->at == PlanPoint {400, 650} && d.design().find(ElementId(19))->rotation == 0;
        });
}

void TestDesignSteps::addSeatSteps()
{
    const auto row = [](const char *name, Maker make, Check holds) { QTest::newRow(name) << make << holds; };
    row("category of elements", [](const DesignDocument &d) { return steps::setCategory(d.design(), {.elements = everything(d.design())}, u"front"_s); },
        [](const Design &, const DesignDocument &d) { return styleOf(d.design(), kTable).category == u"front"_s && !detail(d.design(), kBlock, {5, 5}).category && bodyOf<AreaBody>(d.design(), kBar).category == u"front"_s && d.piece(kBar).areas[0].category == 0; });
    row("category of seats", [](const DesignDocument &d) { return steps::setCategory(d.design(), {.seats = {{kBlock, {1, 1}}, {kBlock, {5, 5}}, {kBlock, {5, 99}}, {kLockedRow, {0, 0}}}}, u"front"_s); },
        [](const Design &, const DesignDocument &d) { return !styleOf(d.design(), kBlock).details.contains({1, 1}) && !styleOf(d.design(), kBlock).details.contains({5, 99}) && !detail(d.design(), kBlock, {5, 5}).category && detail(d.design(), kBlock, {5, 5}).radius == 12; });
    row("attribute of elements", [](const DesignDocument &d) { return steps::setAttribute(d.design(), {.elements = {kTable, kBar}}, SeatAttribute::StepFree, true); },
        [](const Design &, const DesignDocument &d) { return styleOf(d.design(), kTable).details.size() == 8 && detail(d.design(), kTable, {0, 2}).attributes == (SeatAttribute::StepFree | SeatAttribute::Companion); });
    row("attribute of seats", [](const DesignDocument &d) { return steps::setAttribute(d.design(), {.seats = {{kBlock, {3, 5}}, {kBlock, {3, 6}}}}, SeatAttribute::Companion, false); },
        [](const Design &, const DesignDocument &d) { return !styleOf(d.design(), kBlock).details.contains({3, 5}) && !styleOf(d.design(), kBlock).details.contains({3, 6}); });
    row("custom attributes of elements", [](const DesignDocument &d) { return steps::setCustomAttributes(d.design(), {.elements = {kTable, kBar, kLockedRow}}, {u"heated"_s, u"sofa"_s}, true); },
        [](const Design &, const DesignDocument &d) { return styleOf(d.design(), kTable).details.size() == 8 && d.piece(kTable).tables[0].seats[2].customAttributes == QStringList {u"heated"_s, u"sofa"_s} && steps::customAttributesOf(d.design()) == QStringList {u"heated"_s, u"pillar"_s, u"royal"_s, u"sofa"_s}; });
    row("custom attributes of seats", [](const DesignDocument &d) { return steps::setCustomAttributes(d.design(), {.seats = {{kBlock, {5, 5}}, {kBlock, {5, 6}}, {kBlock, {5, 99}}}}, {u"pillar"_s, u"heated"_s}, true); },
        [](const Design &, const DesignDocument &d) { return detail(d.design(), kBlock, {5, 5}).customAttributes == QStringList {u"heated"_s, u"pillar"_s, u"royal"_s} && detail(d.design(), kBlock, {5, 6}).customAttributes == QStringList {u"heated"_s, u"pillar"_s} && !styleOf(d.design(), kBlock).details.contains({5, 99}); });
    row("custom attribute taken away", [](const DesignDocument &d) { return steps::setCustomAttributes(d.design(), {.seats = {{kBlock, {5, 4}}, {kBlock, {5, 5}}, {kBlock, {5, 6}}}}, {u"pillar"_s}, false); },
        [](const Design &, const DesignDocument &d) { return !styleOf(d.design(), kBlock).details.contains({5, 4}) && detail(d.design(), kBlock, {5, 5}).customAttributes == QStringList {u"royal"_s} && !styleOf(d.design(), kBlock).details.contains({5, 6}); });
    row("radius of elements", [](const DesignDocument &d) { return steps::setRadius(d.design(), {.elements = {kBlock}}, 7); },
        [](const Design &, const DesignDocument &d) { return styleOf(d.design(), kBlock).radius == 7 && !detail(d.design(), kBlock, {5, 5}).radius && d.piece(kBlock).rows[5].seats[5].radius == 7; });
    row("radius of seats", [](const DesignDocument &d) { return steps::setRadius(d.design(), {.seats = {{kBlock, {5, 5}}, {kBlock, {6, 6}}}}, 10); },
        [](const Design &, const DesignDocument &d) { return !detail(d.design(), kBlock, {5, 5}).radius && !styleOf(d.design(), kBlock).details.contains({6, 6}); });
    row("take seats out", [](const DesignDocument &d) { return steps::setMissing(d.design(), {{kBlock, {0, 0}}, {kBlock, {0, 1}}, {kTable, {0, 0}}}, true); },
        [](const Design &, const DesignDocument &d) { return d.piece(kBlock).rows[0].seats.size() == 18 && d.piece(kTable).seatCount() == 7; });
    row("put seats back", [](const DesignDocument &d) { return steps::setMissing(d.design(), {{kBlock, {0, 0}}}, false); },
        [](const Design &, const DesignDocument &d) { return d.piece(kBlock).rows[0].seats.size() == 20 && !styleOf(d.design(), kBlock).details.contains({0, 0}); });
    row("number", [](const DesignDocument &d) { return steps::setNumber(d.design(), {kBlock, {5, 5}}, u"6a"_s); },
        [](const Design &, const DesignDocument &d) { return d.piece(kBlock).rows[5].seats[5].number == u"6a"_s && d.piece(kBlock).rows[5].seats[5].label.isEmpty(); });
    row("companion", [](const DesignDocument &d) { return steps::setCompanion(d.design(), {kBench, {0, 1}}, {kRowZ, {0, 2}}); },
        [](const Design &, const DesignDocument &d) { return detail(d.design(), kBench, {0, 1}).attributes == SeatAttribute::Wheelchair && detail(d.design(), kRowZ, {0, 2}).companionOf == SeatRef {kBench, {0, 1}} && detail(d.design(), kRowZ, {0, 2}).attributes == SeatAttribute::Companion; });
    row("companion that was a wheelchair place", [](const DesignDocument &d) { return steps::setCompanion(d.design(), {kBlock, {3, 5}}, {kBlock, {3, 4}}); },
        [](const Design &, const DesignDocument &d) { return !detail(d.design(), kBlock, {3, 5}).companionOf && detail(d.design(), kBlock, {3, 4}).companionOf == SeatRef {kBlock, {3, 5}}; });
    row("number everything", [](const DesignDocument &d) {
            return steps::number(d.design(), steps::numberable(d.design()), {.rows = LabelScheme {.style = LabelStyle::Numbers, .prefix = u"R"_s}, .seats = SeatNumbering {.first = 101}, .tables = LabelScheme {.style = LabelStyle::Numbers}});
        },
        [](const Design &, const DesignDocument &d) {
            const bool tables = bodyOf<TableBody>(d.design(), kTable).label == u"1"_s && bodyOf<TableBody>(d.design(), kBench).label == u"2"_s;
            const bool names = !detail(d.design(), kBlock, {5, 5}).label && detail(d.design(), kBlock, {5, 5}).radius == 12;
            return tables && names && d.piece(kBlock).rows[0].label == u"R1"_s && d.piece(kBlock).rows[0].seats[0].number == u"102"_s && d.piece(kRowZ).rows[0].seats[0].number.startsWith(u"10"_s) && d.piece(kNobodys).rows[0].label == u"R1"_s;
        });
}

void TestDesignSteps::addHouseSteps()
{
    const auto row = [](const char *name, Maker make, Check holds) { QTest::newRow(name) << make << holds; };
    const auto house = [&](const char *name, Maker make, std::function<bool(const DesignHouse &)> holds) { row(name, make, [holds](const Design &, const DesignDocument &d) { return holds(d.design().house()); }); };
    house("rename", [](const DesignDocument &d) { return steps::rename(d.design(), u"Other"_s); }, [](const DesignHouse &h) { return h.name == u"Other"_s; });
    house("move the focal point", [](const DesignDocument &d) { return steps::setFocus(d.design(), PlanPoint {1, 2}); }, [](const DesignHouse &h) { return h.focus == PlanPoint {1, 2}; });
    house("remove the focal point", [](const DesignDocument &d) { return steps::setFocus(d.design(), {}); }, [](const DesignHouse &h) { return !h.focus; });
    // The curve upstairs reaches furthest to the right, the block downwards.
    row("fit the size", [](const DesignDocument &d) { return steps::fitSize(d); },
        [](const Design &, const DesignDocument &d) { return d.design().house().size == PlanPoint {1260, std::ceil(d.piece(kBlock).bounds.bottom() + 40)}; });
    house("add a category", [](const DesignDocument &d) { return steps::addCategory(d.design(), u"Front Ränge 1!"_s, u"#123456"_s); },
          [](const DesignHouse &h) { return h.categories.constLast() == Category {.key = u"front-range-1"_s, .name = u"Front Ränge 1!"_s, .color = u"#123456"_s}; });
    house("change a category", [](const DesignDocument &d) { return steps::changeCategory(d.design(), u"back"_s, u"Rear"_s, u"#123456"_s); },
          [](const DesignHouse &h) { return h.categories[1] == Category {.key = u"back"_s, .name = u"Rear"_s, .color = u"#123456"_s}; });
    row("remove a category", [](const DesignDocument &d) { return steps::removeCategory(d.design(), u"front"_s); },
        [](const Design &, const DesignDocument &d) { return d.piece(kBlock).rows[1].seats[1].category == -1 && d.piece(kRowZ).rows[0].seats[0].category == 0 && d.piece(kPit).areas[0].category == -1; });
    house("add a section", [](const DesignDocument &d) { return steps::addSection(d.design(), u"Loge"_s); }, [](const DesignHouse &h) { return h.sections.constLast() == DesignSection {.id = SectionId(10), .name = u"Loge"_s}; });
    row("rename a section", [](const DesignDocument &d) { return steps::renameSection(d.design(), kStalls, u"Parterre"_s); },
        [](const Design &, const DesignDocument &d) { return d.design().house().sections[0].name == u"Parterre"_s && d.piece(kFloor).shapes[0].text == u"Parterre"_s; });
    row("reach locked: remove a section", [](const DesignDocument &d) { return steps::removeSection(d.design(), kStalls); },
        [](const Design &, const DesignDocument &d) { return d.design().house().sections.size() == 2 && d.design().find(kLockedRow)->section == SectionId::None && d.design().find(kCurve)->section == kBalcony && d.piece(kFloor).shapes[0].text.isEmpty(); });
    house("add a level", [](const DesignDocument &d) { return steps::addLevel(d.design(), u"Roof"_s, {1, 2}); }, [](const DesignHouse &h) { return h.levels.constLast() == DesignLevel {.id = LevelId(4), .name = u"Roof"_s, .offset = {1, 2}}; });
    house("change a level", [](const DesignDocument &d) { return steps::changeLevel(d.design(), {.id = kUpstairs, .name = u"Up"_s, .offset = {7, 8}}); }, [](const DesignHouse &h) { return h.levels[1] == DesignLevel {.id = kUpstairs, .name = u"Up"_s, .offset = {7, 8}}; });
    row("remove a level", [](const DesignDocument &d) { return steps::removeLevel(d.design(), kUpstairs); },
        [](const Design &, const DesignDocument &d) { return d.design().house().levels.size() == 1 && d.design().find(kCurve)->level == LevelId::Ground; });
    house("set a background", [](const DesignDocument &d) { return steps::setBackground(d.design(), Background {.data = "picture", .scale = 2}); }, [](const DesignHouse &h) { return h.background && h.background->scale == 2; });
}

void TestDesignSteps::addLayoutSteps()
{
    const steps::ElementIds three {kRowZ, kDisc, kWedge, kLockedRow};
    const auto row = [](const char *name, Maker make, Check holds) { QTest::newRow(name) << make << holds; };
    const auto all = [](const DesignDocument &d, auto value) { return std::abs(value(d.piece(kRowZ).bounds) - value(d.piece(kDisc).bounds)) < 1e-6 && std::abs(value(d.piece(kWedge).bounds) - value(d.piece(kDisc).bounds)) < 1e-6; };
    const auto align = [&](const char *name, steps::Edge edge, double (*value)(const QRectF &)) {
        row(name, [=](const DesignDocument &d) { return steps::align(d, three, edge); },
            [=](const Design &, const DesignDocument &d) { return all(d, value) && steps::align(d, three, edge).edit.isEmpty(); });
    };
    align("align left", steps::Edge::Left, [](const QRectF &r) { return r.left(); });
    align("align centres", steps::Edge::Centre, [](const QRectF &r) { return r.center().x(); });
    align("align right", steps::Edge::Right, [](const QRectF &r) { return r.right(); });
    align("align tops", steps::Edge::Top, [](const QRectF &r) { return r.top(); });
    align("align middles", steps::Edge::Middle, [](const QRectF &r) { return r.center().y(); });
    align("align bottoms", steps::Edge::Bottom, [](const QRectF &r) { return r.bottom(); });
    // The disc is in between, going down; the wedge is, going across.
    row("distribute down", [=](const DesignDocument &d) { return steps::distribute(d, three, steps::Axis::Down); },
        [=](const Design &before, const DesignDocument &d) {
            const double wanted = (d.piece(kRowZ).bounds.center().y() + d.piece(kDisc).bounds.center().y()) / 2;
            return std::abs(d.piece(kWedge).bounds.center().y() - wanted) < 1e-6 && *d.design().find(kRowZ) == *before.find(kRowZ) && steps::distribute(d, three, steps::Axis::Down).edit.isEmpty();
        });
    row("space evenly down", [=](const DesignDocument &d) { return steps::spaceEvenly(d, three, steps::Axis::Down); },
        [=](const Design &, const DesignDocument &d) {
            const double above = d.piece(kWedge).bounds.top() - d.piece(kDisc).bounds.bottom(), below = d.piece(kRowZ).bounds.top() - d.piece(kWedge).bounds.bottom();
            return std::abs(above - below) < 1e-6 && steps::spaceEvenly(d, three, steps::Axis::Down).edit.isEmpty();
        });
    row("space evenly across", [](const DesignDocument &d) { return steps::spaceEvenly(d, {kRowZ, kTable, kWedge, kStage}, steps::Axis::Across); },
        [](const Design &, const DesignDocument &d) {
            const double first = d.piece(kStage).bounds.left() - d.piece(kRowZ).bounds.right(), second = d.piece(kTable).bounds.left() - d.piece(kStage).bounds.right();
            return std::abs(first - second) < 1e-6;
        });
}

void TestDesignSteps::step_isDoneAndUndone_data()
{
    QTest::addColumn<Maker>("make");
    QTest::addColumn<Check>("holds");
    addElementSteps();
    addSeatSteps();
    addHouseSteps();
    addLayoutSteps();
}

void TestDesignSteps::step_isDoneAndUndone()
{
    QFETCH(const Maker, make);
    QFETCH(const Check, holds);
    DesignDocument document;
    document.reset(drawnHouse());
    const Design before = document.design();
    Design told = before; // by what the document says of its steps
    connect(&document, &DesignDocument::stepped, this, [&told](const DesignEdit &edit) { told.apply(edit); });

    const DesignStep step = make(document);
    QVERIFY(!step.edit.isEmpty() && !step.text.isEmpty());
    QVERIFY(document.design() == before); // making a step changes nothing
    document.push(step);
    const Design after = document.design();
    QVERIFY(after != before);
    QVERIFY(holds(before, document));
    QVERIFY(hasFreshPieces(document) && told == after);
    QCOMPARE(document.history().undoText(), step.text);
    if (!QByteArray(QTest::currentDataTag()).startsWith("reach locked")) {
        // Companions follow their wheelchair places, even locked ones.
        Element locked = *after.find(kLockedRow);
        styleOf(locked.body)->details = styleOf(before, kLockedRow).details;
        QVERIFY(locked == *before.find(kLockedRow));
    }

    document.history().undo();
    QVERIFY(document.design() == before && told == before);
    QVERIFY(hasFreshPieces(document));
    document.history().redo();
    QVERIFY(document.design() == after && told == after);
    QVERIFY(hasFreshPieces(document));
}

void TestDesignSteps::emptyStep_isNoStep_data()
{
    QTest::addColumn<Maker>("make");
    const auto row = [](const QByteArray &name, Maker make) { QTest::newRow(name.constData()) << make; };
    const steps::ElementIds locked {kLockedRow}, unknown {ElementId(77)};
    for (const steps::ElementIds &ids : {locked, unknown}) {
        const QByteArray who = ids == locked ? "locked: " : "unknown: ";
        row(who + "remove", [=](const DesignDocument &d) { return steps::remove(d.design(), ids); });
        row(who + "move", [=](const DesignDocument &d) { return steps::move(d.design(), ids, {1, 1}); });
        row(who + "rotate", [=](const DesignDocument &d) { return steps::rotate(d.design(), ids, {}, 10); });
        row(who + "scale", [=](const DesignDocument &d) { return steps::scale(d.design(), ids, {}, 2, 2); });
        row(who + "mirror", [=](const DesignDocument &d) { return steps::mirror(d.design(), ids, {}, MirrorAxis::Vertical); });
        row(who + "reorder", [=](const DesignDocument &d) { return steps::reorder(d.design(), ids, steps::Reorder::ToBack); });
        row(who + "category", [=](const DesignDocument &d) { return steps::setCategory(d.design(), {.elements = ids}, u"front"_s); });
        row(who + "missing", [=](const DesignDocument &d) { return steps::setMissing(d.design(), {{*ids.begin(), {0, 0}}}, true); });
        row(who + "companion", [=](const DesignDocument &d) { return steps::setCompanion(d.design(), {kBench, {0, 0}}, {*ids.begin(), {0, 0}}); });
        row(who + "wheelchair place", [=](const DesignDocument &d) { return steps::setCompanion(d.design(), {*ids.begin(), {0, 0}}, {kBench, {0, 0}}); });
        row(who + "align", [=](const DesignDocument &d) { return steps::align(d, ids + steps::ElementIds {kTable}, steps::Edge::Left); });
    }
    row("move nowhere", [](const DesignDocument &d) { return steps::move(d.design(), everything(d.design()), {}); });
    row("turn round", [](const DesignDocument &d) { return steps::rotate(d.design(), everything(d.design()), {33, 44}, -720); });
    row("scale to the same", [](const DesignDocument &d) { return steps::scale(d.design(), everything(d.design()), {}, 1, 1); });
    row("the section it has", [](const DesignDocument &d) { return steps::setSection(d.design(), {kRowZ}, kStalls); });
    row("back from the bottom", [](const DesignDocument &d) { return steps::reorder(d.design(), {kFloor, kCurve}, steps::Reorder::Backward); });
    row("duplicate nothing", [](const DesignDocument &d) { return steps::duplicate(d.design(), {}, {1, 1}); });
    row("duplicate along a point", [](const DesignDocument &d) { return steps::duplicateAlong(d.design(), {kRowZ}, {{0, 0}}, 4, false); });
    row("no copies", [](const DesignDocument &d) { return steps::duplicateAlong(d.design(), {kRowZ}, {{0, 0}, {9, 9}}, 0, false); });
    row("an attribute it has", [](const DesignDocument &d) { return steps::setAttribute(d.design(), {.seats = {{kBlock, {3, 4}}}}, SeatAttribute::Wheelchair, true); });
    row("a custom attribute it has", [](const DesignDocument &d) { return steps::setCustomAttributes(d.design(), {.seats = {{kBlock, {5, 5}}}}, {u"royal"_s}, true); });
    row("a custom attribute it has not", [](const DesignDocument &d) { return steps::setCustomAttributes(d.design(), {.seats = {{kBlock, {5, 5}}}}, {u"heated"_s}, false); });
    row("a custom attribute that is none", [](const DesignDocument &d) { return steps::setCustomAttributes(d.design(), {.seats = {{kBlock, {5, 5}}}}, {u"a, b"_s}, true); });
    row("too many custom attributes", [](const DesignDocument &d) { return steps::setCustomAttributes(d.design(), {.seats = {{kBlock, {5, 5}}}}, {u"1"_s, u"2"_s, u"3"_s, u"4"_s, u"5"_s, u"6"_s, u"7"_s}, true); });
    row("a seat that is there", [](const DesignDocument &d) { return steps::setMissing(d.design(), {{kBlock, {1, 1}}}, false); });
    row("a seat beyond its row", [](const DesignDocument &d) { return steps::setMissing(d.design(), {{kBlock, {0, 20}}, {kRowZ, {1, 0}}}, true); });
    row("its own companion", [](const DesignDocument &d) { return steps::setCompanion(d.design(), {kRowZ, {0, 0}}, {kRowZ, {0, 0}}); });
    row("the name it has", [](const DesignDocument &d) { return steps::rename(d.design(), u"House"_s); });
    row("a category that is not there", [](const DesignDocument &d) { return steps::removeCategory(d.design(), u"nobody's"_s); });
    row("a section that is not there", [](const DesignDocument &d) { return steps::renameSection(d.design(), SectionId(77), u"X"_s); });
    row("the ground", [](const DesignDocument &d) { return steps::removeLevel(d.design(), LevelId::Ground); });
    row("align one", [](const DesignDocument &d) { return steps::align(d, {kTable}, steps::Edge::Left); });
    row("distribute two", [](const DesignDocument &d) { return steps::distribute(d, {kTable, kRowZ}, steps::Axis::Down); });
    row("space two", [](const DesignDocument &d) { return steps::spaceEvenly(d, {kTable, kRowZ}, steps::Axis::Down); });
}

void TestDesignSteps::emptyStep_isNoStep()
{
    QFETCH(const Maker, make);
    DesignDocument document;
    document.reset(drawnHouse());
    const DesignStep step = make(document);
    QVERIFY(step.edit.isEmpty());
    document.push(step);
    document.preview(step);
    document.commitPreview();
    QCOMPARE(document.history().count(), 0);
    QVERIFY(document.design() == drawnHouse());
}

void TestDesignSteps::copies_getIdsAndCompanionsOfTheirOwn()
{
    DesignDocument document;
    document.reset(drawnHouse());
    document.push(steps::duplicate(document.design(), {kBlock, kTable}, {500, 0}));
    const Design &design = document.design();
    QCOMPARE(orderOf(design).mid(16), (QList<qint32> {17, 18})); // the table lies below the block
    const SeatRef copy {ElementId(18), {3, 4}};
    QCOMPARE(detail(design, ElementId(18), {3, 5}).companionOf, copy);
    QCOMPARE(detail(design, ElementId(17), {0, 2}).companionOf, copy);
    QCOMPARE(detail(design, kTable, {0, 2}).companionOf, (SeatRef {kBlock, {3, 4}}));
    // An id is never given twice, not even after an undo.
    document.history().undo();
    document.push(steps::duplicate(document.design(), {kTable}, {1, 1}));
    QCOMPARE(orderOf(document.design()).constLast(), 19);
    document.push(steps::duplicateAlong(document.design(), {kBlock, kTable}, {{0, 0}, {100, 0}}, 2, false));
    QCOMPARE(orderOf(document.design()).mid(17), (QList<qint32> {20, 21, 22, 23}));
    QCOMPARE(detail(document.design(), ElementId(22), {0, 2}).companionOf, (SeatRef {ElementId(23), {3, 4}}));
}

void TestDesignSteps::copiesWithoutTheirWheelchairPlace_areNobodysCompanions()
{
    DesignDocument document;
    document.reset(drawnHouse());
    document.push(steps::duplicate(document.design(), {kTable}, {1, 1}));
    QVERIFY(!detail(document.design(), ElementId(17), {0, 2}).companionOf);
    QVERIFY(detail(document.design(), ElementId(17), {0, 2}).attributes.testFlag(SeatAttribute::Companion));
}

void TestDesignSteps::keys_areTheirCategorysOwn()
{
    DesignDocument document;
    document.reset(drawnHouse());
    for (const QString &name : {u"Front"_s, u"front!"_s, u"مقعد"_s, u"—"_s, QString(300, u'x')})
        document.push(steps::addCategory(document.design(), name, {}));
    QStringList keys;
    for (const Category &category : document.design().house().categories)
        keys.append(category.key);
    QCOMPARE(keys, (QStringList {u"front"_s, u"back"_s, u"front-2"_s, u"front-3"_s, u"category"_s, u"category-2"_s, QString(40, u'x')}));
}

void TestDesignSteps::seats_areListedInDrawingOrder()
{
    const Design design = drawnHouse();
    const QList<SeatRef> seats = steps::seatsOf(design, {.elements = {kRowZ, kCurve}, .seats = {{kRowZ, {0, 2}}, {kRowZ, {0, 1}}}});
    QCOMPARE(seats.size(), 11);
    QCOMPARE(seats[8], (SeatRef {kCurve, {0, 8}}));
    QCOMPARE(seats[9], (SeatRef {kRowZ, {0, 1}}));
    QCOMPARE(steps::categoryOf(design, {kBlock, {5, 5}}), u"back"_s);
    QCOMPARE(steps::categoryOf(design, {kBlock, {5, 6}}), u"front"_s);
}

void TestDesignSteps::elements_areNoMoreThanThereMayBe()
{
    DesignDocument document;
    document.reset(drawnHouse());
    const QList<Element> many(kMaxElements - 16, Element {.body = IconBody {}});
    document.push(steps::add(document.design(), u"Draw"_s, many));
    QCOMPARE(document.design().elements().size(), kMaxElements);
    QVERIFY(steps::duplicate(document.design(), {kTable}, {1, 1}).edit.isEmpty());
    QVERIFY(steps::duplicateAlong(document.design(), {kTable}, {{0, 0}, {9, 9}}, 1, true).edit.isEmpty());
    document.history().undo();
    QVERIFY(document.design() == drawnHouse());
}

QTEST_GUILESS_MAIN(TestDesignSteps)
#include "tst_designsteps.moc"
