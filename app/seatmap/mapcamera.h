// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/seatmap/kineticpan.h"

#include <QObject>
#include <QPoint>
#include <QRectF>
#include <QVariantAnimation>

#include <chrono>

class QGraphicsView;

namespace parterre {

class SeatMapScene;

// Where one looks on the map, and from how far: fits, zooms and pans the view of a scene, and goes on by itself after a step or a throw. Of
// seats it knows the usual size alone, and of whoever moves it nothing.
class MapCamera final : public QObject
{
    Q_OBJECT

public:
    // Both outlive it; the view has the scene.
    MapCamera(QGraphicsView &view, SeatMapScene &scene);

    // Of a zoom step; with 0 nothing moves by itself, neither a zoom nor a map that was thrown.
    void setZoomDuration(std::chrono::milliseconds duration) { m_zoomDuration = duration; }

    // Pixels of a plan unit, and of the plan's usual seat.
    [[nodiscard]] double scale() const;
    [[nodiscard]] double seatSize() const;
    [[nodiscard]] QPointF toScene(QPointF viewPoint) const;
    [[nodiscard]] QPointF toView(QPointF scenePoint) const;
    [[nodiscard]] QRectF toView(const QRectF &scene) const { return {toView(scene.topLeft()), toView(scene.bottomRight())}; }
    [[nodiscard]] QPointF middle() const; // of the viewport
    // What of the plan is in sight, and more where the window is larger than the plan.
    [[nodiscard]] QRectF seenPlan() const;

    // The whole house, at once; stays fitted while the window changes size until somebody zooms or pans.
    void fit();
    // After the viewport has changed its size.
    void resize(QSize before);
    // Grows by the factor, keeping what is seen at `anchor` (viewport pixels) there.
    void zoomBy(double factor, QPointF anchor);
    // The same at once, and what was seen at `before` is at `anchor` then.
    void pinch(double factor, QPointF before, QPointF anchor);
    // With seats large enough to tell apart, keeping what is seen there.
    void approach(QPointF anchor);
    // The same, in the middle.
    void showPoint(QPointF planPoint);
    // Scrolls, and from far away also zooms, until it can be seen and its seats picked.
    void showRect(const QRectF &wanted);
    // Brings a point of the plan into the middle, as far as scrolling goes.
    void centreOn(QPointF planPoint);
    // Scrolls until a point of the viewport is well inside it.
    void reveal(QPointF viewPoint);
    void stop();

    // The map in somebody's hand: where the pointer is and when, in milliseconds of the events' clock, and how far it went.
    void hold(QPointF at, quint64 time) { m_throw.hold(at, time); }
    void drag(QPointF at, quint64 time, QPoint pixels);
    // Whether it goes on by itself.
    bool letGo(quint64 time);

Q_SIGNALS:
    // Scrolling is the view's to tell.
    void scaled();

private:
    void moveBy(QPoint pixels);
    void applyScale(double scale, QPointF scenePoint, QPointF viewPoint);
    void animateScale(double scale, QPointF scenePoint, QPointF viewPoint);
    void widenSceneRect();
    [[nodiscard]] double fitScale() const;
    [[nodiscard]] double boundedScale(double scale) const;
    [[nodiscard]] double comfortableScale() const;
    [[nodiscard]] QPoint scrolled() const;

    QGraphicsView &m_view;
    SeatMapScene &m_scene;
    std::chrono::milliseconds m_zoomDuration {140};
    KineticPan m_throw;
    QVariantAnimation m_zoom; // of the scale's logarithm
    QPointF m_zoomScenePoint; // what the last change of scale kept in place, where, and the scroll it led to
    QPointF m_zoomViewPoint;
    QPoint m_zoomScrolled;
    bool m_fitted = true;
};

} // namespace parterre
