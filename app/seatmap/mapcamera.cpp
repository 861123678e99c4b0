// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/seatmap/mapcamera.h"

#include "app/seatmap/seatmapscene.h"

#include <QGraphicsView>
#include <QScrollBar>

#include <algorithm>
#include <cmath>

namespace parterre {

namespace {

constexpr double kFitMargin = 20;          // pixels
constexpr double kLargestFittedSeat = 34;  // pixels; a plan of ten seats does not fill the screen
constexpr double kLargestSeat = 88;        // pixels
constexpr double kComfortableSeat = 22;    // pixels; where a zooming click goes
constexpr double kRevealMargin = 48;       // pixels between a focused seat and the edge
constexpr double kPanShare = 0.75;         // of the viewport the plan may be pushed out of sight

} // namespace

MapCamera::MapCamera(QGraphicsView &view, SeatMapScene &scene) : m_view(view), m_scene(scene)
{
    m_zoom.setEasingCurve(QEasingCurve::OutCubic);
    connect(&m_zoom, &QVariantAnimation::valueChanged, this, [this](const QVariant &logarithm) {
        applyScale(std::exp(logarithm.toDouble()), m_zoomScenePoint, m_zoomViewPoint);
    });
    connect(&m_throw, &KineticPan::moved, this, &MapCamera::moveBy);
}

double MapCamera::scale() const
{
    return m_view.transform().m11();
}

double MapCamera::seatSize() const
{
    return 2 * m_scene.seatRadius() * scale();
}

QPointF MapCamera::toScene(QPointF viewPoint) const
{
    return m_view.viewportTransform().inverted().map(viewPoint);
}

QPointF MapCamera::toView(QPointF scenePoint) const
{
    return m_view.viewportTransform().map(scenePoint);
}

QPointF MapCamera::middle() const
{
    return QPointF(m_view.viewport()->width(), m_view.viewport()->height()) / 2;
}

QRectF MapCamera::seenPlan() const
{
    return {toScene({}), toScene(QPointF(m_view.viewport()->width(), m_view.viewport()->height()))};
}

QPoint MapCamera::scrolled() const
{
    return {m_view.horizontalScrollBar()->value(), m_view.verticalScrollBar()->value()};
}

double MapCamera::fitScale() const
{
    const QRectF content = m_scene.content();
    const double width = std::max(m_view.viewport()->width() - 2 * kFitMargin, 40.0);
    const double height = std::max(m_view.viewport()->height() - 2 * kFitMargin, 40.0);
    return std::min({width / content.width(), height / content.height(), kLargestFittedSeat / (2 * m_scene.seatRadius())});
}

double MapCamera::boundedScale(double scale) const
{
    const double least = fitScale() * 0.8;
    return std::clamp(scale, least, std::max(least, kLargestSeat / (2 * m_scene.seatRadius())));
}

double MapCamera::comfortableScale() const
{
    return kComfortableSeat / (2 * m_scene.seatRadius());
}

void MapCamera::stop()
{
    m_zoom.stop();
    m_throw.stop();
}

// As a hand would move what is seen.
void MapCamera::moveBy(QPoint pixels)
{
    m_fitted = false;
    m_view.horizontalScrollBar()->setValue(m_view.horizontalScrollBar()->value() - pixels.x());
    m_view.verticalScrollBar()->setValue(m_view.verticalScrollBar()->value() - pixels.y());
}

void MapCamera::drag(QPointF at, quint64 time, QPoint pixels)
{
    m_throw.drag(at, time);
    moveBy(pixels);
}

bool MapCamera::letGo(quint64 time)
{
    return m_zoomDuration.count() > 0 && m_throw.letGo(time);
}

void MapCamera::centreOn(QPointF planPoint)
{
    stop();
    moveBy((middle() - toView(planPoint)).toPoint());
}

void MapCamera::reveal(QPointF viewPoint)
{
    const auto miss = [](double value, double size) {
        const double margin = std::min(kRevealMargin, size / 4);
        return value < margin ? value - margin : value > size - margin ? value - (size - margin) : 0.0;
    };
    const int dx = static_cast<int>(std::lround(miss(viewPoint.x(), m_view.viewport()->width())));
    const int dy = static_cast<int>(std::lround(miss(viewPoint.y(), m_view.viewport()->height())));
    if (dx == 0 && dy == 0)
        return;
    stop();
    moveBy({-dx, -dy});
}

void MapCamera::fit()
{
    stop();
    applyScale(fitScale(), m_scene.content().center(), middle());
    m_fitted = true;
}

void MapCamera::resize(QSize before)
{
    if (m_fitted)
        return fit();
    const QPointF middleBefore = QPointF(before.width(), before.height()) / 2;
    applyScale(scale(), toScene(before.isValid() ? middleBefore : middle()), middle());
}

void MapCamera::zoomBy(double factor, QPointF anchor)
{
    // A zoom under way is hurried on to where it would have ended.
    const double from = m_zoom.state() == QAbstractAnimation::Running ? std::exp(m_zoom.endValue().toDouble()) : scale();
    // Scrolling is by whole pixels; turning the wheel on at one spot must not add up what rounding loses.
    const bool sameSpot = anchor == m_zoomViewPoint && scrolled() == m_zoomScrolled;
    animateScale(from * factor, sameSpot ? m_zoomScenePoint : toScene(anchor), anchor);
}

void MapCamera::pinch(double factor, QPointF before, QPointF anchor)
{
    stop();
    applyScale(boundedScale(scale() * factor), toScene(before), anchor);
}

void MapCamera::approach(QPointF anchor)
{
    animateScale(comfortableScale(), toScene(anchor), anchor);
}

void MapCamera::showPoint(QPointF planPoint)
{
    animateScale(std::max(scale(), comfortableScale()), planPoint, middle());
}

void MapCamera::showRect(const QRectF &wanted)
{
    if (wanted.isEmpty())
        return;
    const double room = std::min((m_view.viewport()->width() - 2 * kRevealMargin) / wanted.width(),
                                 (m_view.viewport()->height() - 2 * kRevealMargin) / wanted.height());
    animateScale(std::min(room, std::max(scale(), comfortableScale())), wanted.center(), middle());
}

void MapCamera::animateScale(double scale, QPointF scenePoint, QPointF viewPoint)
{
    stop();
    m_zoomScenePoint = scenePoint;
    m_zoomViewPoint = viewPoint;
    const double end = boundedScale(scale);
    if (m_zoomDuration.count() <= 0 || !m_view.isVisible()) {
        applyScale(end, scenePoint, viewPoint);
        return;
    }
    m_zoom.setDuration(static_cast<int>(m_zoomDuration.count()));
    m_zoom.setStartValue(std::log(this->scale()));
    m_zoom.setEndValue(std::log(end));
    m_zoom.start();
}

void MapCamera::applyScale(double scale, QPointF scenePoint, QPointF viewPoint)
{
    m_fitted = false;
    m_view.setTransform(QTransform::fromScale(scale, scale));
    widenSceneRect();
    m_view.horizontalScrollBar()->setValue(static_cast<int>(std::lround(scenePoint.x() * scale - viewPoint.x())));
    m_view.verticalScrollBar()->setValue(static_cast<int>(std::lround(scenePoint.y() * scale - viewPoint.y())));
    m_zoomScenePoint = scenePoint;
    m_zoomViewPoint = viewPoint;
    m_zoomScrolled = scrolled();
    m_scene.setViewScale(scale);
    m_view.viewport()->update();
    Q_EMIT scaled();
}

// The view scrolls within its scene rectangle: so much wider than the plan that any point can be kept under the cursor.
void MapCamera::widenSceneRect()
{
    const double x = m_view.viewport()->width() * kPanShare / scale();
    const double y = m_view.viewport()->height() * kPanShare / scale();
    m_view.setSceneRect(m_scene.content().adjusted(-x, -y, x, y));
}

} // namespace parterre
