// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/seatmap/seatmapview.h"

#include "app/seatmap/accessibleseatmap.h"
#include "app/seatmap/coveredscroll.h"
#include "app/seatmap/seatdescription.h"
#include "app/seatmap/seatminimap.h"

#include <QApplication>
#include <QGestureEvent>
#include <QMouseEvent>
#include <QNativeGestureEvent>
#include <QPinchGesture>
#include <QStyleHints>
#include <QToolTip>

#include <cmath>
#include <utility>

namespace parterre {

namespace {

constexpr int kMaxUpdateRects = 64;        // beyond, one full repaint is cheaper than the region
constexpr double kWheelStep = 1.25;        // per notch
constexpr double kKeyStep = 1.4;
constexpr double kSlackPixels = 2;         // a click beside a disc still means it
constexpr std::chrono::milliseconds kTipDelay {180};

} // namespace

SeatMapView::SeatMapView(const SeatMapModel &model, QWidget *parent) : QGraphicsView(parent), m_model(model), m_scene(model), m_camera(*this, m_scene)
{
    AccessibleSeatMap::install(); // before anything asks for the interface
    setScene(&m_scene);
    setInteractive(false);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setTransformationAnchor(NoAnchor);
    setResizeAnchor(NoAnchor);
    setOptimizationFlags(DontSavePainterState | DontAdjustForAntialiasing);
    // A house has its left where it has it, in every language.
    setLayoutDirection(Qt::LeftToRight);
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    viewport()->setMouseTracking(true);
    viewport()->setAutoFillBackground(false);
    viewport()->setAttribute(Qt::WA_OpaquePaintEvent);
    viewport()->setAttribute(Qt::WA_AcceptTouchEvents);
    viewport()->grabGesture(Qt::PinchGesture);
    setAccessibleName(tr("Seat map"));

    connect(&m_camera, &MapCamera::scaled, this, &SeatMapView::onMoved);
    m_tipTimer.setSingleShot(true);
    m_tipTimer.setInterval(kTipDelay);
    connect(&m_tipTimer, &QTimer::timeout, this, &SeatMapView::showTip);
    connect(&m_scene, &SeatMapScene::rebuilt, this, &SeatMapView::onRebuilt);
    connect(&model, &SeatMapModel::seatsChanged, this, &SeatMapView::onSeatsChanged);
    connect(&model, &SeatMapModel::areasChanged, this, &SeatMapView::onAreasChanged);
    connect(&model, &SeatMapModel::reset, this, &SeatMapView::onReset);
    followPalette();
    onRebuilt();
}

SeatMapView::~SeatMapView()
{
    // The viewport may still paint while the base class ends; the scene is gone by then.
    setScene(nullptr);
}

void SeatMapView::setTheme(const std::optional<SeatMapTheme> &theme)
{
    m_theme = theme;
    followPalette();
}

void SeatMapView::followPalette()
{
    m_scene.setTheme(m_theme ? *m_theme : SeatMapTheme::fromPalette(palette(), font()));
    if (m_minimap)
        m_minimap->refresh();
}

void SeatMapView::onRebuilt()
{
    const MapStop before = std::exchange(m_focus, {});
    m_hovered = m_lastClicked = {};
    m_press.reset();
    fit();
    if (m_minimap)
        m_minimap->refresh();
    tellFocus(before);
}

void SeatMapView::onReset()
{
    viewport()->update();
    if (m_minimap)
        m_minimap->refresh();
}

void SeatMapView::onSeatsChanged(const QList<qint32> &seats)
{
    if (m_minimap)
        m_minimap->refreshSoon();
    if (seats.contains(m_hovered.seat) && QToolTip::isVisible())
        showTip();
    const QRectF visible = seenPlan();
    for (const qint32 seat : seats) {
        if (!updatePart(m_scene.changeReach(seat, mapScale()), visible))
            return;
    }
}

void SeatMapView::onAreasChanged(const QList<qint32> &areas)
{
    if (m_minimap)
        m_minimap->refreshSoon();
    if (areas.contains(m_hovered.area) && QToolTip::isVisible())
        showTip();
    const QRectF visible = seenPlan();
    for (const qint32 area : areas) {
        if (!updatePart(m_scene.areaBounds(area), visible))
            return;
        // From far away its section shows how much of it is free, too.
        if (!updatePart(m_scene.sectionReach(m_model.table().groups().area(area).section, mapScale()), visible))
            return;
    }
}

bool SeatMapView::updatePart(const QRectF &planRect, const QRectF &visible)
{
    if (m_rectsUntilPaint > kMaxUpdateRects)
        return false;
    if (!planRect.intersects(visible))
        return true;
    if (++m_rectsUntilPaint > kMaxUpdateRects) {
        viewport()->update();
        return false;
    }
    viewport()->update(m_camera.toView(planRect).toAlignedRect().adjusted(-2, -2, 2, 2));
    return true;
}

void SeatMapView::paintEvent(QPaintEvent *event)
{
    m_rectsUntilPaint = 0;
    QGraphicsView::paintEvent(event);
}

// By whole device pixels: a rectangle that ends within one would leave it as it was.
void SeatMapView::drawBackground(QPainter *painter, const QRectF &rect)
{
    const DevicePixels device(*painter);
    painter->fillRect(device.map(rect).toAlignedRect().adjusted(-1, -1, 1, 1), m_scene.theme().background);
}

void SeatMapView::setMinimapVisible(bool visible)
{
    if (visible == isMinimapVisible())
        return;
    if (!visible) {
        delete std::exchange(m_minimap, nullptr);
        return;
    }
    m_minimap = new SeatMinimap(*this);
    m_minimap->follow();
}

QRectF SeatMapView::seatRect(qint32 seat) const
{
    const PlanPoint at = m_model.table().position(seat);
    const double radius = static_cast<double>(m_model.table().radius(seat)) * mapScale();
    const QPointF centre = m_camera.toView(QPointF(at.x, at.y));
    return {centre.x() - radius, centre.y() - radius, 2 * radius, 2 * radius};
}

void SeatMapView::resizeEvent(QResizeEvent *event)
{
    QGraphicsView::resizeEvent(event);
    m_camera.resize(event->oldSize());
}

void SeatMapView::scrollContentsBy(int dx, int dy)
{
    if (const QRegion covered = coveredPart(*viewport()); covered.isEmpty()) {
        QGraphicsView::scrollContentsBy(dx, dy);
    } else {
        // All but the scrolling itself. Not setUpdatesEnabled: that paints all when it is back.
        viewport()->setAttribute(Qt::WA_UpdatesDisabled);
        QGraphicsView::scrollContentsBy(dx, dy);
        viewport()->setAttribute(Qt::WA_UpdatesDisabled, false);
        scrollBeside(*viewport(), covered, dx, dy);
    }
    QToolTip::hideText();
    onMoved();
}

void SeatMapView::onMoved()
{
    if (m_minimap)
        m_minimap->follow();
    Q_EMIT moved();
}

void SeatMapView::showSeats(const QList<qint32> &seats)
{
    QRectF wanted;
    for (const qint32 seat : seats)
        wanted |= m_scene.seatReach(seat);
    m_camera.showRect(wanted);
}

void SeatMapView::setMarks(const QList<PlaceMark> &marks)
{
    m_scene.setMarks(marks);
    fit();
    if (m_minimap)
        m_minimap->refresh();
}

void SeatMapView::pointOutMarks(const QList<qint32> &marks)
{
    m_scene.emphasiseMarks(marks);
    m_camera.showRect(m_scene.marksContent(marks));
}

void SeatMapView::renderTo(QPainter &painter, const QRectF &target)
{
    painter.fillRect(target, m_scene.theme().background);
    m_scene.renderFor(MapUse::Paper, painter, target);
}

qint32 SeatMapView::pickableSeatAt(QPointF viewPoint) const
{
    if (seatSize() < kPickableFrom)
        return SeatTable::kNone;
    const QPointF at = m_camera.toScene(viewPoint);
    return m_model.table().seatAt({at.x(), at.y()}, kSlackPixels / mapScale());
}

MapStop SeatMapView::stopAt(QPointF viewPoint) const
{
    const qint32 seat = pickableSeatAt(viewPoint);
    return seat != SeatTable::kNone ? MapStop {.seat = seat} : MapStop {.area = m_scene.areaAt(m_camera.toScene(viewPoint))};
}

void SeatMapView::wheelEvent(QWheelEvent *event)
{
    const double notches = event->angleDelta().y() / 120.0;
    if (notches != 0)
        zoomBy(std::pow(kWheelStep, notches), event->position());
    event->accept();
}

void SeatMapView::mousePressEvent(QMouseEvent *event)
{
    const bool left = event->button() == Qt::LeftButton;
    if (!left && event->button() != Qt::MiddleButton) {
        event->ignore();
        return;
    }
    m_press = Press {.start = event->pos(), .last = event->pos(), .dragging = false, .mayClick = left};
    m_camera.hold(event->position(), event->timestamp());
    m_tipTimer.stop();
    QToolTip::hideText();
}

void SeatMapView::mouseMoveEvent(QMouseEvent *event)
{
    if (!m_press || event->buttons() == Qt::NoButton) {
        hover(stopAt(event->position()));
        return;
    }
    if (!m_press->dragging && (event->pos() - m_press->start).manhattanLength() < QApplication::startDragDistance())
        return;
    if (!m_press->dragging) {
        m_camera.stop();
        hover({});
        viewport()->setCursor(Qt::ClosedHandCursor);
    }
    const QPoint moved = event->pos() - m_press->last;
    m_press->dragging = true;
    m_press->last = event->pos();
    m_camera.drag(event->position(), event->timestamp(), moved);
}

void SeatMapView::mouseReleaseEvent(QMouseEvent *event)
{
    const std::optional<Press> press = std::exchange(m_press, std::nullopt);
    if (!press)
        return;
    if (press->dragging) {
        viewport()->unsetCursor();
        if (m_camera.letGo(event->timestamp()))
            return;
    } else if (press->mayClick && event->button() == Qt::LeftButton)
        click(event->pos(), event->timestamp());
    hover(stopAt(event->position()));
}

// The second press of a double click; what it does is decided on release, like for any press.
void SeatMapView::mouseDoubleClickEvent(QMouseEvent *event)
{
    mousePressEvent(event);
}

void SeatMapView::click(QPoint at, quint64 timestamp)
{
    const MapStop stop = stopAt(at);
    if (stop.isNone() && seatSize() < kPickableFrom)
        m_camera.approach(at);
    if (stop.isNone())
        return;
    // Two clicks of a double click mean one thing; taking and giving back at once is never meant.
    const auto interval = static_cast<quint64>(QGuiApplication::styleHints()->mouseDoubleClickInterval());
    const bool second = stop == m_lastClicked && timestamp - m_lastClickedAt < interval;
    m_lastClicked = stop;
    m_lastClickedAt = timestamp;
    if (second)
        return;
    // The keyboard goes on from here, but the ring shows only once it does.
    const MapStop before = std::exchange(m_focus, stop);
    showFocus({});
    tellFocus(before);
    activate(stop);
}

void SeatMapView::activate(MapStop stop)
{
    if (stop.area != PlaceGroups::kNone)
        Q_EMIT areaActivated(stop.area);
    else
        Q_EMIT seatActivated(stop.seat);
}

void SeatMapView::hover(MapStop stop)
{
    if (stop == m_hovered)
        return;
    const MapStop before = std::exchange(m_hovered, stop);
    m_scene.setHoverRing(stop.seat);
    m_scene.setHoveredArea(stop.area);
    m_tipTimer.stop();
    QToolTip::hideText();
    if (stop.isNone()) {
        viewport()->unsetCursor();
    } else {
        const bool open = !m_model.tellsArrivals() && (stop.seat == SeatTable::kNone || m_model.look(stop.seat) == SeatLook::Free || m_model.look(stop.seat) == SeatLook::Mine);
        viewport()->setCursor(open ? Qt::PointingHandCursor : Qt::ArrowCursor);
        m_tipTimer.start();
    }
    if (before.seat != stop.seat)
        Q_EMIT seatHovered(stop.seat);
}

void SeatMapView::showTip()
{
    const bool gone = m_hovered.seat >= m_model.seatCount() || m_hovered.area >= m_model.areaCount();
    if (m_hovered.isNone() || gone)
        return;
    const QRect rect = rectOf(m_hovered).toAlignedRect();
    const bool isArea = m_hovered.area != PlaceGroups::kNone;
    const SeatDescription words = isArea ? describeArea(m_model, m_hovered.area) : describeSeat(m_model, m_hovered.seat);
    const QPoint at = isArea ? QCursor::pos() : viewport()->mapToGlobal(rect.bottomRight());
    QToolTip::showText(at, words.toolTip(), viewport(), rect);
}

bool SeatMapView::viewportEvent(QEvent *event)
{
    switch (event->type()) {
    case QEvent::ToolTip: showTip(); return true;
    case QEvent::Leave: hover({}); break;
    case QEvent::Gesture: return pinch(*static_cast<QGestureEvent *>(event));
    case QEvent::NativeGesture:
        if (nativeZoom(*static_cast<QNativeGestureEvent *>(event)))
            return true;
        break;
    default: break;
    }
    return QGraphicsView::viewportEvent(event);
}

bool SeatMapView::pinch(QGestureEvent &event)
{
    const auto *gesture = static_cast<QPinchGesture *>(event.gesture(Qt::PinchGesture));
    if (!gesture)
        return false;
    m_press.reset();
    m_camera.pinch(gesture->scaleFactor(), viewport()->mapFromGlobal(gesture->lastCenterPoint()), viewport()->mapFromGlobal(gesture->centerPoint()));
    event.accept();
    return true;
}

bool SeatMapView::nativeZoom(QNativeGestureEvent &event)
{
    if (event.gestureType() != Qt::ZoomNativeGesture)
        return false;
    m_camera.pinch(1 + event.value(), event.position(), event.position());
    return true;
}

void SeatMapView::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Left: walk(SeatTable::Direction::Left); break;
    case Qt::Key_Right: walk(SeatTable::Direction::Right); break;
    case Qt::Key_Up: walk(SeatTable::Direction::Up); break;
    case Qt::Key_Down: walk(SeatTable::Direction::Down); break;
    case Qt::Key_Plus:
    case Qt::Key_Equal: zoomBy(kKeyStep, m_focus.isNone() ? m_camera.middle() : rectOf(m_focus).center()); break;
    case Qt::Key_Minus: zoomBy(1 / kKeyStep, m_focus.isNone() ? m_camera.middle() : rectOf(m_focus).center()); break;
    case Qt::Key_Home:
    case Qt::Key_0:
    case Qt::Key_F: fit(); break;
    case Qt::Key_M: setMinimapVisible(!isMinimapVisible()); break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        if (m_focus.isNone() || event->isAutoRepeat()) {
            event->ignore();
            return;
        }
        setStop(m_focus);
        activate(m_focus);
        break;
    case Qt::Key_Escape:
        if (m_focus.isNone()) {
            event->ignore();
            return;
        }
        setStop({});
        break;
    default: event->ignore(); return;
    }
    event->accept();
}

void SeatMapView::walk(SeatTable::Direction direction)
{
    // It starts at what is nearest to where one looks.
    const QPointF centre = m_camera.toScene(m_camera.middle());
    const MapStop next = m_focus.isNone() ? stopNear(m_model, {centre.x(), centre.y()}) : nextStop(m_model, m_focus, direction);
    if (!next.isNone())
        setStop(next);
}

void SeatMapView::setStop(MapStop stop)
{
    const MapStop before = std::exchange(m_focus, stop);
    showFocus(stop);
    if (!stop.isNone())
        m_camera.reveal(rectOf(stop).center());
    tellFocus(before);
}

void SeatMapView::showFocus(MapStop stop)
{
    m_scene.setFocusRing(stop.seat);
    m_scene.setFocusedArea(stop.area);
}

void SeatMapView::tellFocus(MapStop before)
{
    if (before.seat != m_focus.seat)
        Q_EMIT focusedSeatChanged(m_focus.seat);
    if (before.area != m_focus.area)
        Q_EMIT focusedAreaChanged(m_focus.area);
}

void SeatMapView::focusInEvent(QFocusEvent *event)
{
    QGraphicsView::focusInEvent(event);
    if (event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason)
        showFocus(m_focus);
}

void SeatMapView::focusOutEvent(QFocusEvent *event)
{
    QGraphicsView::focusOutEvent(event);
    showFocus({});
}

void SeatMapView::changeEvent(QEvent *event)
{
    QGraphicsView::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        followPalette();
    if (event->type() == QEvent::LanguageChange)
        setAccessibleName(tr("Seat map"));
}

} // namespace parterre
