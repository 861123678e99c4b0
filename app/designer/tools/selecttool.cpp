// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/designer/tools/selecttool.h"

#include "app/designer/commands/elementsteps.h"
#include "app/designer/commands/layoutsteps.h"
#include "app/designer/model/picking.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace parterre {

namespace {

using Handle = SelectionFrame::Handle;

constexpr double kDragFrom = 4;         // pixels
constexpr double kLeastFactor = 0.05;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(SelectTool)
};

PlanPoint planPoint(QPointF point)
{
    return {point.x(), point.y()};
}

bool isLeft(Handle handle)
{
    return handle == Handle::TopLeft || handle == Handle::Left || handle == Handle::BottomLeft;
}

bool isRight(Handle handle)
{
    return handle == Handle::TopRight || handle == Handle::Right || handle == Handle::BottomRight;
}

bool isTop(Handle handle)
{
    return handle == Handle::TopLeft || handle == Handle::Top || handle == Handle::TopRight;
}

bool isBottom(Handle handle)
{
    return handle == Handle::BottomLeft || handle == Handle::Bottom || handle == Handle::BottomRight;
}

} // namespace

std::optional<SelectionFrame> SelectTool::frame() const
{
    if (m_mode == Mode::Seats || document().selection().isEmpty())
        return std::nullopt;
    return SelectionFrame(steps::boundsOf(document(), document().selection()), surface().unitsPerPixel());
}

void SelectTool::press(const ToolPoint &point)
{
    m_from = point;
    m_overlay = {};
    const bool add = point.modifiers & (Qt::ShiftModifier | Qt::ControlModifier);
    if (const auto held = frame()) {
        m_handle = held->handleAt(point.at);
        if (m_handle != Handle::None) {
            m_bounds = steps::boundsOf(document(), document().selection());
            m_drag = m_handle == Handle::Rotate ? Drag::Rotate : Drag::Resize;
            return;
        }
    }
    m_copies = point.modifiers.testFlag(Qt::ControlModifier);
    if (m_mode == Mode::Seats) {
        const std::optional<SeatRef> hit = seatAt(document(), options().level, point.at, slack());
        if (hit)
            return clickSeat(hit, add);
    } else if (const ElementId hit = elementAt(document(), options().level, point.at, slack()); hit != ElementId::None) {
        // What is selected already is about to be moved, or copied.
        if (!document().selection().contains(hit) || point.modifiers.testFlag(Qt::ShiftModifier))
            clickElement(hit, point.modifiers.testFlag(Qt::ShiftModifier));
        m_drag = document().selection().contains(hit) ? Drag::Pending : Drag::None;
        return;
    }
    m_drag = point.modifiers.testFlag(Qt::AltModifier) ? Drag::Lasso : Drag::Band;
    m_band = {point.at};
    if (!add)
        document().select({});
}

void SelectTool::clickElement(ElementId hit, bool add)
{
    QSet<ElementId> selection = add ? document().selection() : QSet<ElementId> {};
    if (add && selection.contains(hit))
        selection.remove(hit);
    else
        selection.insert(hit);
    document().select(selection);
}

void SelectTool::clickSeat(const std::optional<SeatRef> &hit, bool add)
{
    QSet<SeatRef> seats = add ? document().selectedSeats() : QSet<SeatRef> {};
    if (add && seats.contains(*hit))
        seats.remove(*hit);
    else
        seats.insert(*hit);
    document().select({}, seats);
}

void SelectTool::move(const ToolPoint &point, bool pressed)
{
    if (!pressed)
        return;
    if (m_drag == Drag::Pending && QLineF(m_from.at, point.at).length() >= kDragFrom * surface().unitsPerPixel()) {
        m_drag = Drag::Move;
        m_bounds = steps::boundsOf(document(), document().selection());
        m_snapper.emplace(document(), options().level, m_copies ? QSet<ElementId> {} : document().selection(), snapRules(point.modifiers));
    }
    switch (m_drag) {
    case Drag::None:
    case Drag::Pending: return;
    case Drag::Move: dragMove(point); break;
    case Drag::Band:
    case Drag::Lasso: dragBand(point); break;
    case Drag::Resize: dragResize(point); break;
    case Drag::Rotate: dragRotate(point); break;
    }
    surface().overlayChanged();
}

void SelectTool::dragMove(const ToolPoint &point)
{
    QPointF by = point.at - m_from.at;
    if (point.modifiers.testFlag(Qt::ShiftModifier))
        (std::abs(by.x()) > std::abs(by.y()) ? by.ry() : by.rx()) = 0;
    m_overlay.guides.clear();
    if (!point.modifiers.testFlag(Qt::AltModifier)) {
        const Snapped snap = m_snapper->snap(m_bounds.translated(by));
        m_overlay.guides = snap.guides;
        by += snap.by;
    }
    if (m_copies)
        document().preview(steps::duplicate(document().base(), document().selection(), planPoint(by)));
    else
        document().preview(steps::move(document().base(), document().selection(), planPoint(by)));
}

void SelectTool::dragBand(const ToolPoint &point)
{
    if (m_drag == Drag::Lasso)
        m_band.append(point.at);
    else
        m_band = QPolygonF(QRectF(m_from.at, point.at).normalized());
    m_overlay.outlines = {m_band};
}

// A block that is drawn straight gets as many seats and rows as there is room for; everything else is scaled.
const Element *SelectTool::resizableBlock() const
{
    if (document().selection().size() != 1)
        return nullptr;
    const Element *element = document().base().find(*document().selection().cbegin());
    const auto *block = element ? std::get_if<BlockBody>(&element->body) : nullptr;
    return block && block->bend == 0 && block->taper == 0 && block->aisles.isEmpty() && element->rotation == 0 && !element->locked ? element : nullptr;
}

void SelectTool::resizeBlock(const Element &element, const ToolPoint &point)
{
    const BlockBody before = std::get<BlockBody>(element.body);
    const QPointF by = point.at - m_from.at;
    const auto more = [](double length, double spacing) { return static_cast<qint32>(std::lround(length / spacing)); };
    const qint32 wider = isRight(m_handle) ? more(by.x(), before.spacing) : isLeft(m_handle) ? more(-by.x(), before.spacing) : 0;
    const qint32 deeper = isBottom(m_handle) ? more(by.y(), before.rowSpacing) : isTop(m_handle) ? more(-by.y(), before.rowSpacing) : 0;
    const qint32 seats = std::clamp(before.seats + wider, 1, kMaxRowSeats);
    const qint32 rows = std::clamp(before.rows + deeper, 1, kMaxBlockRows);
    document().preview(steps::change(document().base(), {element.id}, Words::tr("Change the number of seats"), [&](Element &changed) {
        auto &body = std::get<BlockBody>(changed.body);
        const double grown = (seats - before.seats) * before.spacing / 2;
        changed.at.x += isLeft(m_handle) ? -grown : grown;
        if (isTop(m_handle))
            changed.at.y -= (rows - before.rows) * before.rowSpacing;
        body.seats = seats;
        body.rows = rows;
    }));
    m_overlay.notes = {{point.at, Words::tr("%1 rows × %2 seats").arg(rows).arg(seats)}};
}

void SelectTool::dragResize(const ToolPoint &point)
{
    if (const Element *block = resizableBlock())
        return resizeBlock(*block, point);
    const QPointF by = point.at - m_from.at;
    const auto factor = [](double before, double more) { return before <= 0 ? 1 : std::max((before + more) / before, kLeastFactor); };
    double across = isRight(m_handle) ? factor(m_bounds.width(), by.x()) : isLeft(m_handle) ? factor(m_bounds.width(), -by.x()) : 1;
    double down = isBottom(m_handle) ? factor(m_bounds.height(), by.y()) : isTop(m_handle) ? factor(m_bounds.height(), -by.y()) : 1;
    const bool corner = across != 1 && down != 1;
    if (corner && point.modifiers.testFlag(Qt::ShiftModifier))
        across = down = std::max(across, down);
    const PlanPoint fixed {isLeft(m_handle) ? m_bounds.right() : m_bounds.left(), isTop(m_handle) ? m_bounds.bottom() : m_bounds.top()};
    document().preview(steps::scale(document().base(), document().selection(), fixed, across, down));
    m_overlay.notes = {{point.at, QStringLiteral("%1 % × %2 %").arg(std::lround(across * 100)).arg(std::lround(down * 100))}};
}

void SelectTool::dragRotate(const ToolPoint &point)
{
    const QPointF centre = m_bounds.center();
    const auto heading = [&](QPointF to) { return std::atan2(to.y() - centre.y(), to.x() - centre.x()) * 180 / std::numbers::pi; };
    double angle = heading(point.at) - heading(m_from.at);
    const double step = point.modifiers.testFlag(Qt::ShiftModifier) ? 15 : 1;
    angle = std::round(angle / step) * step;
    document().preview(steps::rotate(document().base(), document().selection(), planPoint(centre), angle));
    m_overlay.notes = {{point.at, QLocale().toString(std::remainder(angle, 360), 'f', 0) + QChar(0x00b0)}};
}

void SelectTool::release(const ToolPoint &point)
{
    const Drag drag = m_drag;
    m_drag = Drag::None;
    if (drag == Drag::Band || drag == Drag::Lasso)
        selectWithin(m_band, point.modifiers.testFlag(Qt::ShiftModifier));
    const qint32 before = document().base().lastId();
    document().commitPreview();
    if (drag == Drag::Move && m_copies) {
        QSet<ElementId> copies;
        for (qint32 id = before + 1; id <= document().design().lastId(); ++id)
            copies.insert(static_cast<ElementId>(id));
        document().select(copies);
    }
    cancel();
}

void SelectTool::selectWithin(const QPolygonF &polygon, bool add)
{
    if (polygon.size() < 3)
        return;
    if (m_mode == Mode::Seats) {
        QSet<SeatRef> seats = seatsWithin(document(), options().level, polygon);
        document().select({}, add ? seats.unite(document().selectedSeats()) : seats);
    } else {
        QSet<ElementId> elements = elementsWithin(document(), options().level, polygon);
        document().select(add ? elements.unite(document().selection()) : elements);
    }
}

void SelectTool::doubleClick(const ToolPoint &point)
{
    const std::optional<SeatRef> hit = seatAt(document(), options().level, point.at, slack());
    if (!hit)
        return;
    QSet<SeatRef> row = rowsOf(document(), {*hit});
    if (point.modifiers & (Qt::ShiftModifier | Qt::ControlModifier))
        row.unite(document().selectedSeats());
    document().select({}, row);
}

// One unit of the plan, with Shift ten.
bool SelectTool::key(int key, Qt::KeyboardModifiers modifiers)
{
    const double step = modifiers.testFlag(Qt::ShiftModifier) ? 10 : 1;
    PlanPoint by;
    switch (key) {
    case Qt::Key_Left: by.x = -step; break;
    case Qt::Key_Right: by.x = step; break;
    case Qt::Key_Up: by.y = -step; break;
    case Qt::Key_Down: by.y = step; break;
    default: return false;
    }
    if (document().selection().isEmpty() || m_drag != Drag::None)
        return false;
    document().push(steps::move(document().design(), document().selection(), by, QStringLiteral("nudge")));
    return true;
}

void SelectTool::cancel()
{
    document().cancelPreview();
    m_drag = Drag::None;
    m_handle = Handle::None;
    m_snapper.reset();
    m_band.clear();
    m_overlay = {};
    surface().overlayChanged();
}

ToolCursor SelectTool::cursor(const ToolPoint &point) const
{
    const auto held = frame();
    switch (held ? held->handleAt(point.at) : Handle::None) {
    case Handle::Rotate: return ToolCursor::Rotate;
    case Handle::Left:
    case Handle::Right: return ToolCursor::ResizeAcross;
    case Handle::Top:
    case Handle::Bottom: return ToolCursor::ResizeDown;
    case Handle::TopLeft:
    case Handle::BottomRight: return ToolCursor::ResizeFalling;
    case Handle::TopRight:
    case Handle::BottomLeft: return ToolCursor::ResizeRising;
    case Handle::None: break;
    }
    if (m_mode == Mode::Elements && elementAt(document(), options().level, point.at, slack()) != ElementId::None)
        return ToolCursor::Move;
    return ToolCursor::Arrow;
}

} // namespace parterre
