// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/seatmap/accessibleseatmap.h"

#include "app/seatmap/accessiblenames.h"
#include "app/seatmap/accessibleparts.h"
#include "app/seatmap/seatmapview.h"
#include "shared/domain/planvalidation.h"

#include <QApplication>

namespace parterre {

namespace {

QAccessibleInterface *makeForView(const QString &className, QObject *object)
{
    auto *view = className == QLatin1StringView(SeatMapView::staticMetaObject.className()) ? qobject_cast<SeatMapView *>(object) : nullptr;
    return view ? new AccessibleSeatMap(*view) : nullptr;
}

} // namespace

void AccessibleSeatMap::install()
{
    QAccessible::installFactory(makeForView);
}

// Qt asks for the interface while the view is still being made; nothing but its model is read here.
AccessibleSeatMap::AccessibleSeatMap(SeatMapView &view)
    : QAccessibleWidget(&view, QAccessible::Grouping), m_model(view.map().model()), m_houseRows(m_model.plan()), m_sections(PlanLimits::kSections)
{
    QObject::connect(&view.map(), &SeatMapScene::rebuilt, &m_context, [this] { forgetParts(); });
    QObject::connect(&view, &SeatMapView::focusedSeatChanged, &m_context, [this] { tellFocus(); });
    QObject::connect(&view, &SeatMapView::focusedAreaChanged, &m_context, [this] { tellFocus(); });
    QObject::connect(&m_model, &SeatMapModel::areasChanged, &m_context, [this](const QList<qint32> &areas) {
        if (QAccessible::isActive() && areas.contains(focused().area))
            tellChanges();
    });
    QObject::connect(&m_model, &SeatMapModel::seatsChanged, &m_context, [this](const QList<qint32> &seats) {
        if (QAccessible::isActive() && seats.contains(focusedSeat()))
            tellChanges();
    });
    QObject::connect(&m_model, &SeatMapModel::reset, &m_context, [this] { tellChanges(); });
    // Queued, for Qt tells of the widget's focus after this signal: the seat has to have the last word.
    QObject::connect(qApp, &QApplication::focusChanged, &m_context, [this](QWidget *, QWidget *now) {
        if (now && now == object())
            tellFocus();
    }, Qt::QueuedConnection);
}

AccessibleSeatMap::~AccessibleSeatMap() = default;

SeatMapView *AccessibleSeatMap::view() const
{
    return qobject_cast<SeatMapView *>(object());
}

void AccessibleSeatMap::forgetParts()
{
    m_seats.clear();
    m_areas.clear();
    m_rows.clear();
    m_sections.clear();
    m_told = {};
    m_houseRows = AccessibleRows(m_model.plan());
}

MapStop AccessibleSeatMap::focused() const
{
    const SeatMapView *view = this->view();
    if (!view || view->focusedSeat() >= m_model.seatCount() || view->focusedArea() >= m_model.areaCount())
        return {};
    return {.seat = view->focusedSeat(), .area = view->focusedArea()};
}

bool AccessibleSeatMap::isFocused(qint32 seat) const
{
    return seat == focusedSeat() && view()->hasFocus();
}

bool AccessibleSeatMap::isAreaFocused(qint32 area) const
{
    return area == focused().area && view()->hasFocus();
}

QAccessibleInterface *AccessibleSeatMap::section(qint32 section) const
{
    if (section < 0 || section >= childCount())
        return nullptr;
    return m_sections.get(section, [&] { return new AccessibleSection(*this, section); });
}

QAccessibleInterface *AccessibleSeatMap::row(qint32 row) const
{
    if (row < 0 || row >= m_houseRows.count())
        return nullptr;
    if (const qint32 focused = focusedSeat(); focused != SeatTable::kNone)
        m_rows.touch(m_houseRows.rowOf(focused));
    return m_rows.get(row, [&] { return new AccessibleRow(*this, row); });
}

QAccessibleInterface *AccessibleSeatMap::seat(qint32 seat) const
{
    if (seat < 0 || seat >= m_model.seatCount())
        return nullptr;
    // What the keyboard stands on and what the seat is in are still needed, however long ago somebody asked for them.
    if (const qint32 focused = focusedSeat(); focused != SeatTable::kNone)
        m_seats.touch(focused);
    m_rows.touch(m_houseRows.rowOf(seat));
    return m_seats.get(seat, [&] { return new AccessibleSeat(*this, seat); });
}

QAccessibleInterface *AccessibleSeatMap::area(qint32 area) const
{
    if (area < 0 || area >= m_model.areaCount())
        return nullptr;
    return m_areas.get(area, [&] { return new AccessibleArea(*this, area); });
}

QAccessibleInterface *AccessibleSeatMap::stop(MapStop stop) const
{
    return stop.area != PlaceGroups::kNone ? area(stop.area) : seat(stop.seat);
}

QRect AccessibleSeatMap::onScreen(const QRectF &viewRect) const
{
    const SeatMapView *view = this->view();
    if (!view)
        return {};
    // Never empty: Qt takes an object without area for one that is nowhere.
    const QRect rect = viewRect.toAlignedRect() | QRect(viewRect.center().toPoint(), QSize(1, 1));
    return rect.translated(view->viewport()->mapToGlobal(QPoint(0, 0)));
}

qint32 AccessibleSeatMap::seatAtScreen(int x, int y) const
{
    const SeatMapView *view = this->view();
    if (!view || !view->isVisible())
        return SeatTable::kNone;
    const QPoint at = view->viewport()->mapFromGlobal(QPoint(x, y));
    return view->viewport()->rect().contains(at) ? view->pickableSeatAt(at) : SeatTable::kNone;
}

qint32 AccessibleSeatMap::areaAtScreen(int x, int y) const
{
    const SeatMapView *view = this->view();
    if (!view || !view->isVisible())
        return PlaceGroups::kNone;
    const QPoint at = view->viewport()->mapFromGlobal(QPoint(x, y));
    return view->viewport()->rect().contains(at) ? view->areaAt(at) : PlaceGroups::kNone;
}

QAccessibleInterface *AccessibleSeatMap::child(int index) const
{
    return section(index);
}

QAccessibleInterface *AccessibleSeatMap::childAt(int x, int y) const
{
    return stop({.seat = seatAtScreen(x, y), .area = areaAtScreen(x, y)});
}

int AccessibleSeatMap::childCount() const
{
    return m_houseRows.sectionCount();
}

int AccessibleSeatMap::indexOfChild(const QAccessibleInterface *child) const
{
    const auto *section = dynamic_cast<const AccessibleSection *>(child);
    return section && &section->map() == this ? section->index() : -1;
}

QAccessibleInterface *AccessibleSeatMap::focusChild() const
{
    const MapStop now = focused();
    return !now.isNone() && view()->hasFocus() ? stop(now) : QAccessibleWidget::focusChild();
}

QString AccessibleSeatMap::text(QAccessible::Text text) const
{
    return text == QAccessible::Description ? accessibleMapHelp(m_model) : QAccessibleWidget::text(text);
}

// Only one thing has the focus: the seat, where there is one.
QAccessible::State AccessibleSeatMap::state() const
{
    QAccessible::State state = QAccessibleWidget::state();
    if (!focused().isNone())
        state.focused = false;
    return state;
}

AccessibleSeatMap::Told AccessibleSeatMap::present(MapStop at) const
{
    if (const QAccessibleInterface *interface = stop(at))
        return {.stop = at, .state = interface->state(), .name = interface->text(QAccessible::Name)};
    return {};
}

void AccessibleSeatMap::tellFocus()
{
    const SeatMapView *view = this->view();
    if (!QAccessible::isActive() || !view || !view->hasFocus())
        return;
    m_told = present(focused());
    QAccessibleEvent event(focusChild(), QAccessible::Focus);
    QAccessible::updateAccessibility(&event);
}

void AccessibleSeatMap::tellChanges()
{
    QAccessibleInterface *interface = QAccessible::isActive() ? stop(focused()) : nullptr;
    if (!interface)
        return;
    const Told now = present(focused());
    const Told before = std::exchange(m_told, now);
    // One event for each state: of several in one, Qt 6.4 passes on the first to AT-SPI.
    const auto tellState = [interface](QAccessible::State changed) {
        QAccessibleStateChangeEvent event(interface, changed);
        QAccessible::updateAccessibility(&event);
    };
    const bool known = before.stop == now.stop;
    if (known && before.state.checked != now.state.checked) {
        QAccessible::State changed;
        changed.checked = true;
        tellState(changed);
    }
    if (known && before.state.disabled != now.state.disabled) {
        QAccessible::State changed;
        changed.disabled = true;
        tellState(changed);
    }
    if (!known || before.name != now.name) {
        QAccessibleEvent event(interface, QAccessible::NameChanged);
        QAccessible::updateAccessibility(&event);
    }
}

} // namespace parterre
