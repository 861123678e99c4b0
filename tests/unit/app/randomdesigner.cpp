// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/app/randomdesigner.h"

#include "app/designer/commands/elementsteps.h"
#include "app/designer/commands/housesteps.h"
#include "app/designer/commands/layoutsteps.h"
#include "app/designer/commands/numberingsteps.h"
#include "app/designer/commands/pastesteps.h"
#include "app/designer/commands/seatsteps.h"

namespace parterre::testing {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kManyElements = 60; // then copies are left to others, so that runs stay short

} // namespace

void RandomDesigner::act()
{
    const int way = m_random.below(20);
    if (way == 0)
        return m_document.history().setIndex(m_document.history().index() - m_random.between(0, 4));
    if (way == 1)
        return m_document.history().setIndex(std::min(m_document.history().count(), m_document.history().index() + m_random.between(0, 4)));
    if (way < 6) {
        for (int i = m_random.between(1, 5); i > 0; --i)
            m_document.preview(anyStep());
        if (m_random.chance(60))
            return m_document.commitPreview();
        if (m_random.chance(50))
            return m_document.cancelPreview();
    }
    // Also a key that is pressed while something is dragged.
    m_forShown = true;
    m_document.push(anyStep());
    m_forShown = false;
}

DesignStep RandomDesigner::anyStep()
{
    switch (m_random.below(10)) {
    case 0:
    case 1: return elementStep();
    case 2:
    case 3:
    case 4: return placingStep();
    case 5:
    case 6: return seatStep();
    case 7:
    case 8: return houseStep();
    default: return layoutStep();
    }
}

DesignStep RandomDesigner::elementStep()
{
    const bool many = design().elements().size() > kManyElements;
    const QSet<ElementId> ids = someElements();
    switch (m_random.below(many ? 4 : 9)) {
    case 0: return steps::remove(design(), ids);
    case 1: return steps::setLocked(design(), ids, m_random.chance(30));
    case 2:
        return steps::changeBody<BlockBody>(design(), ids, u"Block"_s, [this](BlockBody &block) {
            block.rows = m_random.between(1, 9);
            block.seats = m_random.between(1, 20);
            block.bend = m_random.between(-40, 90);
            block.taper = m_random.between(-3, 6) / 2.0;
            block.aisles = {{.before = m_random.between(-3, 8)}, {.before = m_random.between(9, 25), .width = 60}};
        }, anyMergeKey());
    case 3: return steps::change(design(), ids, u"Body"_s, [this](Element &element) { element.body = anyBody(); });
    case 4:
    case 5: return steps::add(design(), u"Draw"_s, {steps::newElement(design(), anyBody(), anyPoint(), anySection(), anyLevel())});
    case 6: return steps::duplicate(design(), ids, anyPoint());
    case 7: return steps::duplicateAlong(design(), ids, anyLine(), m_random.between(0, 3), m_random.chance(50));
    default: break;
    }
    QList<Element> copied;
    for (const Element &element : design().elements()) {
        if (ids.contains(element.id))
            copied.append(element);
    }
    const CopiedElements elements {.categories = {{.key = anyWord(), .name = anyWord(), .color = u"#abcdef"_s}}, .sections = {{.id = anySection(), .name = anyWord()}}, .elements = copied};
    return steps::paste(design(), elements, anyPoint(), anyLevel());
}

DesignStep RandomDesigner::placingStep()
{
    const QSet<ElementId> ids = someElements();
    switch (m_random.below(7)) {
    case 0: return steps::move(design(), ids, {static_cast<double>(m_random.between(-9, 9)), m_random.between(-9, 9) / 7.0}, anyMergeKey());
    case 1: return steps::rotate(design(), ids, anyPoint(), m_random.chance(50) ? 90 : m_random.between(-400, 400) / 3.0);
    case 2: return steps::scale(design(), ids, anyPoint(), m_random.between(80, 120) / 100.0, m_random.between(80, 120) / 100.0);
    case 3: return steps::mirror(design(), ids, anyPoint(), m_random.chance(50) ? MirrorAxis::Vertical : MirrorAxis::Horizontal);
    case 4: return steps::setSection(design(), ids, anySection());
    case 5: return steps::setLevel(design(), ids, anyLevel());
    default: return steps::reorder(design(), ids, static_cast<steps::Reorder>(m_random.below(4)));
    }
}

DesignStep RandomDesigner::seatStep()
{
    const steps::SeatChoice choice {.elements = someElements(), .seats = someSeats()};
    switch (m_random.below(9)) {
    case 0: return steps::setCategory(design(), choice, anyCategory(), anyMergeKey());
    case 1: return steps::setAttribute(design(), choice, static_cast<SeatAttribute>(1 << m_random.below(6)), m_random.chance(60));
    case 2: return steps::setRadius(design(), choice, m_random.between(10, 30) / 2.0, anyMergeKey());
    case 3: return steps::setMissing(design(), choice.seats, m_random.chance(50));
    case 4: return steps::setNumber(design(), anySeat(), m_random.chance(30) ? QString() : anyWord());
    case 5: return steps::setCompanion(design(), anySeat(), anySeat());
    case 6: return steps::setCustomAttributes(design(), choice, {anyWord()}, m_random.chance(70), anyMergeKey());
    default: break;
    }
    steps::NumberingRules rules {.acrossBlocks = m_random.chance(50)};
    if (m_random.chance(60))
        rules.rows = LabelScheme {.style = static_cast<LabelStyle>(m_random.below(3)), .first = m_random.between(1, 30), .step = m_random.between(-2, 2), .backwards = m_random.chance(30)};
    if (m_random.chance(60))
        rules.seats = SeatNumbering {.order = static_cast<SeatOrder>(m_random.below(4)), .first = m_random.between(1, 200), .step = m_random.between(-2, 2), .startsAnewAtAisles = m_random.chance(30)};
    if (m_random.chance(60))
        rules.tables = LabelScheme {.first = m_random.between(1, 30)};
    return steps::number(design(), m_random.chance(50) ? steps::numberable(design(), anySection()) : choice.elements, rules);
}

DesignStep RandomDesigner::houseStep()
{
    switch (m_random.below(12)) {
    case 0: return steps::rename(design(), anyWord());
    case 1: return steps::setFocus(design(), m_random.chance(30) ? std::nullopt : std::optional(anyPoint()));
    case 2: return steps::addCategory(design(), anyWord(), u"#123456"_s);
    case 3: return steps::changeCategory(design(), anyCategory(), anyWord(), u"#654321"_s);
    case 4: return steps::removeCategory(design(), anyCategory());
    case 5: return steps::addSection(design(), anyWord());
    case 6: return steps::renameSection(design(), anySection(), anyWord());
    case 7: return steps::removeSection(design(), anySection());
    case 8: return steps::addLevel(design(), anyWord(), anyPoint());
    case 9: return steps::changeLevel(design(), {.id = anyLevel(), .name = anyWord(), .offset = anyPoint()});
    case 10: return steps::removeLevel(design(), anyLevel());
    default: return steps::setBackground(design(), m_random.chance(30) ? std::nullopt : std::optional(Background {.data = anyWord().toUtf8(), .at = anyPoint()}), anyMergeKey());
    }
}

// What stands by bounds is made for what is shown, so a drag is given up before.
DesignStep RandomDesigner::layoutStep()
{
    m_document.cancelPreview();
    const QSet<ElementId> ids = someElements();
    switch (m_random.below(4)) {
    case 0: return steps::fitSize(m_document);
    case 1: return steps::align(m_document, ids, static_cast<steps::Edge>(m_random.below(6)));
    case 2: return steps::distribute(m_document, ids, static_cast<steps::Axis>(m_random.below(2)));
    default: return steps::spaceEvenly(m_document, ids, static_cast<steps::Axis>(m_random.below(2)));
    }
}

ElementBody RandomDesigner::anyBody()
{
    const SeatStyle style {.category = anyCategory()};
    switch (m_random.below(9)) {
    case 0: return BlockBody {.rows = m_random.between(1, 6), .seats = m_random.between(1, 15), .bend = m_random.between(-1, 1) * 30.0, .taper = m_random.between(0, 2) / 2.0, .aisles = {{.before = 4}},
                              .numbering = {.order = static_cast<SeatOrder>(m_random.below(4))}, .style = style};
    case 1: return CurveBody {.points = anyLine(), .seats = m_random.between(1, 15), .label = anyWord(), .style = style};
    case 2: return LooseBody {.label = anyWord(), .seats = {{0, 0}, {30, 1}}, .numbers = {anyWord(), u"2"_s}, .style = style};
    case 3: return TableBody {.label = anyWord(), .shape = m_random.chance(50) ? TableShape::Round : TableShape::Rectangle, .chairs = m_random.between(0, 9), .sides = {1, 2, 0, 3}, .style = style};
    case 4: return AreaBody {.name = anyWord(), .outline = anyLine(), .category = anyCategory()};
    case 5: return FloorBody {.outline = anyLine(), .named = m_random.chance(50)};
    case 6: return ShapeBody {.shape = {.kind = static_cast<ShapeKind>(m_random.below(5)), .size = {80, 30}, .points = anyLine(), .text = anyWord(), .textPosition = {3, 4}}};
    case 7: return IconBody {.kind = static_cast<IconKind>(m_random.below(9))};
    default: return AisleBody {.points = anyLine()};
    }
}

QSet<ElementId> RandomDesigner::someElements()
{
    QSet<ElementId> ids;
    const int share = m_random.chance(10) ? 100 : m_random.between(1, 30);
    for (const Element &element : design().elements()) {
        if (m_random.chance(share))
            ids.insert(element.id);
    }
    if (m_random.chance(10))
        ids.insert(static_cast<ElementId>(m_random.between(1, 99)));
    return ids;
}

QSet<SeatRef> RandomDesigner::someSeats()
{
    QSet<SeatRef> seats;
    for (int i = m_random.below(12); i > 0; --i)
        seats.insert(anySeat());
    return seats;
}

// Mostly one that there is.
SeatRef RandomDesigner::anySeat()
{
    SeatRef seat {static_cast<ElementId>(m_random.between(1, 30)), {m_random.below(7), m_random.below(20)}};
    for (int tries = 0; tries < 4 && !design().elements().isEmpty(); ++tries) {
        const Element &element = design().elements()[m_random.below(static_cast<int>(design().elements().size()))];
        if (const QList<SeatPlace> places = placesOf(element.body); !places.isEmpty())
            return {element.id, places[m_random.below(static_cast<int>(places.size()))]};
    }
    return seat;
}

QList<PlanPoint> RandomDesigner::anyLine()
{
    QList<PlanPoint> line;
    for (int i = m_random.between(2, 5); i > 0; --i)
        line.append({static_cast<double>(m_random.between(0, 200)), static_cast<double>(m_random.between(0, 200))});
    return line;
}

QString RandomDesigner::anyWord()
{
    static const QStringList words {u"A"_s, u"Stalls"_s, u"front"_s, u"13"_s, u"Große Loge"_s, u"مقعد"_s, u"\"1\""_s, u"x"_s};
    return words[m_random.below(static_cast<int>(words.size()))];
}

QString RandomDesigner::anyCategory()
{
    const QList<Category> &categories = design().house().categories;
    return categories.isEmpty() || m_random.chance(10) ? u"nobody's"_s : categories[m_random.below(static_cast<int>(categories.size()))].key;
}

SectionId RandomDesigner::anySection()
{
    const QList<DesignSection> &sections = design().house().sections;
    return sections.isEmpty() || m_random.chance(10) ? SectionId::None : sections[m_random.below(static_cast<int>(sections.size()))].id;
}

LevelId RandomDesigner::anyLevel()
{
    const QList<DesignLevel> &levels = design().house().levels;
    return levels[m_random.below(static_cast<int>(levels.size()))].id;
}

} // namespace parterre::testing
