// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/designer/view/toolpalette.h"

#include "app/widgets/buttons.h"
#include "app/widgets/tones.h"

#include <QGridLayout>
#include <QToolButton>
#include <QVBoxLayout>

namespace parterre::ui {
namespace {

struct ToolLook {
    Glyph glyph;
    QString name;
    QString key;
};

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ToolPalette)
};

ToolLook lookOf(ToolKind kind)
{
    switch (kind) {
    case ToolKind::Select: return {Glyph::Pointer, Words::tr("Select"), QStringLiteral("V")};
    case ToolKind::Seats: return {Glyph::SeatPointer, Words::tr("Select seats"), QStringLiteral("S")};
    case ToolKind::Row: return {Glyph::Row, Words::tr("Row"), QStringLiteral("R")};
    case ToolKind::ArcRow: return {Glyph::RowArc, Words::tr("Row on an arc"), QStringLiteral("U")};
    case ToolKind::CurveRow: return {Glyph::RowCurve, Words::tr("Curved row"), QStringLiteral("C")};
    case ToolKind::Block: return {Glyph::Block, Words::tr("Block of rows"), QStringLiteral("B")};
    case ToolKind::Seat: return {Glyph::Seat, Words::tr("Single seat"), QStringLiteral("1")};
    case ToolKind::RoundTable: return {Glyph::TableRound, Words::tr("Round table"), QStringLiteral("T")};
    case ToolKind::RectangleTable: return {Glyph::TableRectangle, Words::tr("Rectangular table"), QStringLiteral("Shift+T")};
    case ToolKind::Area: return {Glyph::Area, Words::tr("Area without seats"), QStringLiteral("A")};
    case ToolKind::Floor: return {Glyph::Floor, Words::tr("Floor of a section"), QStringLiteral("F")};
    case ToolKind::Stage: return {Glyph::Stage, Words::tr("Stage"), QStringLiteral("G")};
    case ToolKind::Rectangle: return {Glyph::Rectangle, Words::tr("Rectangle"), QStringLiteral("M")};
    case ToolKind::Ellipse: return {Glyph::Ellipse, Words::tr("Ellipse"), QStringLiteral("O")};
    case ToolKind::Polygon: return {Glyph::Polygon, Words::tr("Polygon"), QStringLiteral("P")};
    case ToolKind::Aisle: return {Glyph::Aisle, Words::tr("Aisle"), QStringLiteral("L")};
    case ToolKind::Text: return {Glyph::Text, Words::tr("Text"), QStringLiteral("X")};
    case ToolKind::Icon: return {Glyph::Sign, Words::tr("Icon"), QStringLiteral("I")};
    case ToolKind::FocalPoint: return {Glyph::Target, Words::tr("What people look at"), QStringLiteral("H")};
    case ToolKind::Paint: return {Glyph::Brush, Words::tr("Paint categories"), QStringLiteral("K")};
    case ToolKind::Measure: return {Glyph::Ruler, Words::tr("Measure"), QStringLiteral("Q")};
    }
    return {};
}

} // namespace

ToolPalette::ToolPalette(QWidget *parent) : Card(parent), m_grid(new QGridLayout)
{
    body()->setContentsMargins(kHalfStep, kHalfStep, kHalfStep, kHalfStep);
    body()->setSpacing(0);
    m_grid->setSpacing(0);
    body()->addLayout(m_grid);
    body()->addStretch();
    addGroup({ToolKind::Select, ToolKind::Seats});
    addGroup({ToolKind::Row, ToolKind::ArcRow, ToolKind::CurveRow, ToolKind::Block, ToolKind::Seat});
    addGroup({ToolKind::RoundTable, ToolKind::RectangleTable, ToolKind::Area, ToolKind::Floor});
    addGroup({ToolKind::Stage, ToolKind::Aisle, ToolKind::Rectangle, ToolKind::Ellipse, ToolKind::Polygon, ToolKind::Text, ToolKind::Icon, ToolKind::FocalPoint});
    addGroup({ToolKind::Paint, ToolKind::Measure});
    connect(&m_group, &QButtonGroup::idClicked, this, [this](int id) { Q_EMIT chosen(static_cast<ToolKind>(id)); });
}

void ToolPalette::addGroup(std::initializer_list<ToolKind> kinds)
{
    if (m_row > 0)
        m_grid->setRowMinimumHeight(m_row++, kStep);
    int column = 0;
    for (const ToolKind kind : kinds) {
        const ToolLook look = lookOf(kind);
        QToolButton *button = makeIconButton(look.glyph, look.name);
        button->setCheckable(true);
        button->setToolTip(QStringLiteral("%1 (%2)").arg(look.name, look.key));
        button->setShortcut(QKeySequence(look.key));
        button->setObjectName(QStringLiteral("tool%1").arg(static_cast<int>(kind)));
        m_group.addButton(button, static_cast<int>(kind));
        m_grid->addWidget(button, m_row, column);
        m_row += column;
        column = 1 - column;
    }
    m_row += column;
}

void ToolPalette::setCurrent(ToolKind kind)
{
    m_group.button(static_cast<int>(kind))->setChecked(true);
}

QString ToolPalette::hint(ToolKind kind)
{
    switch (kind) {
    case ToolKind::Select: return Words::tr("Click to select, drag to move. Shift adds, Ctrl drags a copy, Alt on empty ground draws freely round things.");
    case ToolKind::Seats: return Words::tr("Click seats or drag round them. A double click takes the whole row.");
    case ToolKind::Row: return Words::tr("Drag from the first seat to the last. Shift turns in steps.");
    case ToolKind::ArcRow: return Words::tr("Drag from the first seat to the last, then bend with the pointer and click.");
    case ToolKind::CurveRow: return Words::tr("Click points of the row; a double click or Enter ends it.");
    case ToolKind::Block: return Words::tr("Drag a rectangle: it fills with rows of seats. Ctrl+B makes a block by numbers.");
    case ToolKind::Seat:
    case ToolKind::RoundTable:
    case ToolKind::RectangleTable:
    case ToolKind::Text:
    case ToolKind::Icon: return Words::tr("Click where it stands.");
    case ToolKind::Area:
    case ToolKind::Floor:
    case ToolKind::Polygon: return Words::tr("Click the corners; the first one, a double click or Enter closes the outline.");
    case ToolKind::Aisle: return Words::tr("Click points of the aisle; a double click or Enter ends it.");
    case ToolKind::Stage:
    case ToolKind::Rectangle:
    case ToolKind::Ellipse: return Words::tr("Drag from corner to corner. Shift makes it even.");
    case ToolKind::FocalPoint: return Words::tr("Click what the audience looks at: the best seats are found from there.");
    case ToolKind::Paint: return Words::tr("Drag over seats to give them the chosen category. Ctrl paints whole rows, Shift whole objects.");
    case ToolKind::Measure: return Words::tr("Drag from point to point.");
    }
    return {};
}

} // namespace parterre::ui
