// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/seatmap/accessibleparts.h"

#include "app/seatmap/accessiblenames.h"
#include "app/seatmap/accessibleseatmap.h"
#include "app/seatmap/sectionitem.h"
#include "app/seatmap/seatmapview.h"

#include <algorithm>

namespace parterre {

namespace {

// The index of a child that is a Part of the same map.
template<class Part>
qint32 indexOf(const AccessibleSeatMap &map, const QAccessibleInterface *child)
{
    const auto *part = dynamic_cast<const Part *>(child);
    return part && &part->map() == &map ? part->index() : -1;
}

} // namespace

QWindow *AccessiblePart::window() const
{
    return m_map.window();
}

QAccessible::State AccessiblePart::state() const
{
    QAccessible::State state;
    const SeatMapView *view = m_map.view();
    if (!view || !view->isVisible())
        state.invisible = true;
    else if (!m_map.onScreen(view->viewport()->rect()).intersects(rect()))
        state.offscreen = true;
    return state;
}

bool AccessibleSection::isValid() const
{
    return m_map.isValid() && m_index < m_map.rows().sectionCount();
}

QAccessibleInterface *AccessibleSection::parent() const
{
    return QAccessible::queryAccessibleInterface(m_map.view());
}

QAccessibleInterface *AccessibleSection::child(int index) const
{
    if (index < 0 || index >= childCount())
        return nullptr;
    return index < rowCount() ? m_map.row(m_map.rows().firstRow(m_index) + index) : m_map.area(areas().first + index - rowCount());
}

QAccessibleInterface *AccessibleSection::childAt(int x, int y) const
{
    const qint32 seat = m_map.seatAtScreen(x, y);
    if (seat != SeatTable::kNone)
        return m_map.model().table().section(seat) == m_index ? m_map.seat(seat) : nullptr;
    const qint32 area = m_map.areaAtScreen(x, y);
    return area >= areas().first && area < areas().second ? m_map.area(area) : nullptr;
}

std::pair<qint32, qint32> AccessibleSection::areas() const
{
    const std::span<const PlaceGroups::AreaPlaces> all = m_map.model().table().groups().areas();
    const auto own = std::ranges::equal_range(all, m_index, {}, &PlaceGroups::AreaPlaces::section);
    const auto first = static_cast<qint32>(own.begin() - all.begin());
    return {first, first + static_cast<qint32>(own.size())};
}

int AccessibleSection::childCount() const
{
    return rowCount() + areas().second - areas().first;
}

int AccessibleSection::rowCount() const
{
    return m_map.rows().firstRow(m_index + 1) - m_map.rows().firstRow(m_index);
}

int AccessibleSection::indexOfChild(const QAccessibleInterface *child) const
{
    const qint32 area = indexOf<AccessibleArea>(m_map, child);
    if (area >= areas().first && area < areas().second)
        return rowCount() + area - areas().first;
    const qint32 row = indexOf<AccessibleRow>(m_map, child);
    return row >= 0 && m_map.rows().sectionOf(row) == m_index ? row - m_map.rows().firstRow(m_index) : -1;
}

QString AccessibleSection::text(QAccessible::Text text) const
{
    return text == QAccessible::Name ? accessibleSectionName(m_map.model(), m_index) : QString();
}

QRect AccessibleSection::rect() const
{
    const SeatMapView *view = m_map.view();
    QRectF bounds = view ? view->map().section(m_index).boundingRect() : QRectF();
    for (qint32 area = areas().first; view && area < areas().second; ++area)
        bounds |= view->map().areaBounds(area);
    return bounds.isEmpty() ? QRect() : m_map.onScreen(view->viewportTransform().mapRect(bounds));
}

bool AccessibleArea::isValid() const
{
    return m_map.isValid() && m_index < m_map.model().areaCount();
}

QAccessibleInterface *AccessibleArea::parent() const
{
    return m_map.section(m_map.model().table().groups().area(m_index).section);
}

QString AccessibleArea::text(QAccessible::Text text) const
{
    return text == QAccessible::Name ? accessibleAreaName(m_map.model(), m_index) : QString();
}

QRect AccessibleArea::rect() const
{
    const SeatMapView *view = m_map.view();
    return view ? m_map.onScreen(view->areaRect(m_index)) : QRect();
}

QAccessible::State AccessibleArea::state() const
{
    QAccessible::State state = AccessiblePart::state();
    state.focusable = true;
    state.focused = m_map.isAreaFocused(m_index);
    state.busy = m_map.model().isAreaPending(m_index);
    return state;
}

void AccessibleArea::doAction(const QString &name)
{
    SeatMapView *view = m_map.view();
    if (!view || !view->isEnabled() || !(name == pressAction() || name == setFocusAction()))
        return;
    view->setFocusedArea(m_index);
    if (name == setFocusAction())
        view->setFocus(Qt::OtherFocusReason);
    else
        Q_EMIT view->areaActivated(m_index); // after which this may be gone
}

void *AccessibleArea::interface_cast(QAccessible::InterfaceType type)
{
    return type == QAccessible::ActionInterface ? static_cast<QAccessibleActionInterface *>(this) : nullptr;
}

bool AccessibleRow::isValid() const
{
    return m_map.isValid() && m_index < m_map.rows().count();
}

QAccessibleInterface *AccessibleRow::parent() const
{
    return m_map.section(m_map.rows().sectionOf(m_index));
}

QAccessibleInterface *AccessibleRow::child(int index) const
{
    return index >= 0 && index < childCount() ? m_map.seat(m_map.rows().firstSeat(m_index) + index) : nullptr;
}

QAccessibleInterface *AccessibleRow::childAt(int x, int y) const
{
    const qint32 seat = m_map.seatAtScreen(x, y);
    return seat != SeatTable::kNone && m_map.rows().rowOf(seat) == m_index ? m_map.seat(seat) : nullptr;
}

int AccessibleRow::childCount() const
{
    return m_map.rows().seatCount(m_index);
}

int AccessibleRow::indexOfChild(const QAccessibleInterface *child) const
{
    const qint32 seat = indexOf<AccessibleSeat>(m_map, child);
    return seat >= 0 && m_map.rows().rowOf(seat) == m_index ? seat - m_map.rows().firstSeat(m_index) : -1;
}

QString AccessibleRow::text(QAccessible::Text text) const
{
    return text == QAccessible::Name ? accessibleRowName(m_map.model(), m_map.rows().firstSeat(m_index), childCount()) : QString();
}

QRect AccessibleRow::rect() const
{
    const SeatMapView *view = m_map.view();
    if (!view)
        return {};
    QRectF bounds;
    for (qint32 seat = m_map.rows().firstSeat(m_index); seat < m_map.rows().firstSeat(m_index + 1); ++seat)
        bounds |= view->seatRect(seat);
    return m_map.onScreen(bounds);
}

bool AccessibleSeat::isValid() const
{
    return m_map.isValid() && m_index < m_map.model().seatCount();
}

QAccessibleInterface *AccessibleSeat::parent() const
{
    return m_map.row(m_map.rows().rowOf(m_index));
}

QString AccessibleSeat::text(QAccessible::Text text) const
{
    if (text == QAccessible::Name)
        return accessibleSeatName(m_map.model(), m_index);
    const Category *category = m_map.model().categoryOf(m_index);
    return text == QAccessible::Help && category ? category->name : QString();
}

QRect AccessibleSeat::rect() const
{
    const SeatMapView *view = m_map.view();
    return view ? m_map.onScreen(view->seatRect(m_index)) : QRect();
}

QAccessible::State AccessibleSeat::state() const
{
    QAccessible::State state = AccessiblePart::state();
    const SeatLook look = m_map.model().look(m_index);
    state.focusable = true;
    state.focused = m_map.isFocused(m_index);
    state.checkable = true;
    state.checked = look == SeatLook::Mine;
    state.busy = look == SeatLook::Pending;
    state.disabled = look == SeatLook::HeldByOther || look == SeatLook::Sold || look == SeatLook::Blocked || look == SeatLook::Arrived; // what is held back staff may have
    return state;
}

QStringList AccessibleSeat::actionNames() const
{
    return {pressAction(), toggleAction(), setFocusAction()};
}

void AccessibleSeat::doAction(const QString &name)
{
    SeatMapView *view = m_map.view();
    const bool press = name == pressAction() || name == toggleAction();
    if (!view || !view->isEnabled() || !(press || name == setFocusAction()))
        return;
    view->setFocusedSeat(m_index);
    if (!press)
        view->setFocus(Qt::OtherFocusReason);
    else
        Q_EMIT view->seatActivated(m_index); // after which this may be gone
}

void *AccessibleSeat::interface_cast(QAccessible::InterfaceType type)
{
    return type == QAccessible::ActionInterface ? static_cast<QAccessibleActionInterface *>(this) : nullptr;
}

} // namespace parterre
