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
    m_rows.clear();
    m_sections.clear();
    m_told = {};
    m_houseRows = AccessibleRows(m_model.plan());
}

qint32 AccessibleSeatMap::focusedSeat() const
{
    const SeatMapView *view = this->view();
    return view && view->focusedSeat() < m_model.seatCount() ? view->focusedSeat() : SeatTable::kNone;
}

bool AccessibleSeatMap::isFocused(qint32 seat) const
{
    return seat == focusedSeat() && view()->hasFocus();
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

QAccessibleInterface *AccessibleSeatMap::child(int index) const
{
    return section(index);
}

QAccessibleInterface *AccessibleSeatMap::childAt(int x, int y) const
{
    return seat(seatAtScreen(x, y));
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
    const qint32 focused = focusedSeat();
    return focused != SeatTable::kNone && view()->hasFocus() ? seat(focused) : QAccessibleWidget::focusChild();
}

QString AccessibleSeatMap::text(QAccessible::Text text) const
{
    return text == QAccessible::Description ? accessibleMapHelp(m_model) : QAccessibleWidget::text(text);
}

// Only one thing has the focus: the seat, where there is one.
QAccessible::State AccessibleSeatMap::state() const
{
    QAccessible::State state = QAccessibleWidget::state();
    if (focusedSeat() != SeatTable::kNone)
        state.focused = false;
    return state;
}

AccessibleSeatMap::Told AccessibleSeatMap::present(qint32 seat) const
{
    if (const QAccessibleInterface *interface = this->seat(seat))
        return {.seat = seat, .state = interface->state(), .name = interface->text(QAccessible::Name)};
    return {};
}

void AccessibleSeatMap::tellFocus()
{
    const SeatMapView *view = this->view();
    if (!QAccessible::isActive() || !view || !view->hasFocus())
        return;
    m_told = present(focusedSeat());
    QAccessibleEvent event(focusChild(), QAccessible::Focus);
    QAccessible::updateAccessibility(&event);
}

void AccessibleSeatMap::tellChanges()
{
    QAccessibleInterface *interface = QAccessible::isActive() ? seat(focusedSeat()) : nullptr;
    if (!interface)
        return;
    const Told now = present(focusedSeat());
    const Told before = std::exchange(m_told, now);
    // One event for each state: of several in one, Qt 6.4 passes on the first to AT-SPI.
    const auto tellState = [interface](QAccessible::State changed) {
        QAccessibleStateChangeEvent event(interface, changed);
        QAccessible::updateAccessibility(&event);
    };
    const bool known = before.seat == now.seat;
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
