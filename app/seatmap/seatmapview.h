// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/seatmap/mapcamera.h"
#include "app/seatmap/seatmapscene.h"
#include "app/seatmap/seatmapwalk.h"

#include <QGraphicsView>
#include <QTimer>

#include <chrono>
#include <optional>

class QGestureEvent;
class QNativeGestureEvent;

namespace parterre {

class SeatMinimap;

// The seat map as people use it: zoom about the cursor, drag to pan, click or walk with the arrow keys to a seat. Where one looks
// then is its camera's business. It says which seat was meant; what happens then is its owner's business. Repaints only what the model says has changed.
class SeatMapView final : public QGraphicsView
{
    Q_OBJECT

public:
    // Smaller seats cannot be meant by a click: it zooms in there instead.
    static constexpr double kPickableFrom = 6; // pixels of a seat

    // The model outlives the view.
    explicit SeatMapView(const SeatMapModel &model, QWidget *parent = nullptr);
    ~SeatMapView() override;

    // Until then, and after std::nullopt, the theme follows the palette.
    void setTheme(const std::optional<SeatMapTheme> &theme);
    // Of a zoom step; with 0 nothing moves by itself, neither a zoom nor a map that was thrown.
    void setZoomDuration(std::chrono::milliseconds duration) { m_camera.setZoomDuration(duration); }
    // The whole house in a corner while only a part of it is in sight. The key M does it, too.
    void setMinimapVisible(bool visible);
    [[nodiscard]] bool isMinimapVisible() const { return m_minimap != nullptr; }
    [[nodiscard]] const SeatMinimap *minimap() const { return m_minimap; }

    // Pixels of the plan's usual seat.
    [[nodiscard]] double seatSize() const { return m_camera.seatSize(); }
    // Pixels of a plan unit.
    [[nodiscard]] double mapScale() const { return m_camera.scale(); }
    [[nodiscard]] const SeatMapScene &map() const { return m_scene; }

    // The whole house, at once; stays fitted while the window changes size until somebody zooms or pans.
    void fit() { m_camera.fit(); }
    // Grows by the factor, keeping what is seen at `anchor` (viewport pixels) there.
    void zoomBy(double factor, QPointF anchor) { m_camera.zoomBy(factor, anchor); }
    // Scrolls, and from far away also zooms, until the seats can be seen and picked.
    void showSeats(const QList<qint32> &seats);
    // Points seats out with a line round them, until others are; none: nothing.
    void setOffer(const QList<qint32> &seats) { m_scene.setOffer(seats); }

    // Marks what differs from another plan, until the plan is another; the whole house with them is in sight then.
    void setMarks(const QList<PlaceMark> &marks);
    // These stand out and the others step back, and they are shown as seats are; none: all alike, from where one looks.
    void pointOutMarks(const QList<qint32> &marks);

    // What of the plan is in sight, and more where the window is larger than the plan.
    [[nodiscard]] QRectF seenPlan() const { return m_camera.seenPlan(); }
    // Brings a point of the plan into the middle, as far as scrolling goes.
    void centreOn(QPointF planPoint) { m_camera.centreOn(planPoint); }
    // In the middle, with seats large enough to tell apart.
    void showPoint(QPointF planPoint) { m_camera.showPoint(planPoint); }

    // The seat the keyboard acts on; SeatTable::kNone when there is none.
    [[nodiscard]] qint32 focusedSeat() const { return m_focus.seat; }
    void setFocusedSeat(qint32 seat) { setStop({.seat = seat}); }
    // Or the area; PlaceGroups::kNone when there is none.
    [[nodiscard]] qint32 focusedArea() const { return m_focus.area; }
    void setFocusedArea(qint32 area) { setStop({.area = area}); }

    // The seat at a point of the viewport; SeatTable::kNone beside all seats and while seats are too small to pick.
    [[nodiscard]] qint32 pickableSeatAt(QPointF viewPoint) const;
    // The area at a point of the viewport, beside all seats that can be picked there; PlaceGroups::kNone where there is none.
    [[nodiscard]] qint32 areaAt(QPointF viewPoint) const { return stopAt(viewPoint).area; }
    // A seat's circle, and what surrounds an area, in viewport pixels.
    [[nodiscard]] QRectF seatRect(qint32 seat) const;
    [[nodiscard]] QRectF areaRect(qint32 area) const { return m_camera.toView(m_scene.areaBounds(area)); }

    // The whole house into a rectangle of any paint device, without rings; as drawing commands where the device is
    // not made of pixels.
    void renderTo(QPainter &painter, const QRectF &target);
    // The same for a picture of a few hundred pixels: without any text, on no ground.
    void renderOverview(QPainter &painter, const QRectF &target) { m_scene.renderFor(MapUse::Overview, painter, target); }

Q_SIGNALS:
    void seatActivated(qint32 seat);
    void areaActivated(qint32 area);
    // SeatTable::kNone when the mouse left the seats.
    void seatHovered(qint32 seat);
    // SeatTable::kNone when the keyboard acts on no seat any more.
    void focusedSeatChanged(qint32 seat);
    void focusedAreaChanged(qint32 area);
    // What is seen moved: whatever points at a place of the map has to follow.
    void moved();

protected:
    bool viewportEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void drawBackground(QPainter *painter, const QRectF &rect) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;

private:
    // A pressed button that may become a click or a drag.
    struct Press {
        QPoint start;
        QPoint last;
        bool dragging = false;
        bool mayClick = false;
    };

    void followPalette();
    void onRebuilt();
    void onSeatsChanged(const QList<qint32> &seats);
    void onAreasChanged(const QList<qint32> &areas);
    // False when a whole repaint is under way already.
    bool updatePart(const QRectF &planRect, const QRectF &visible);
    void onReset();
    void onMoved();
    void click(QPoint at, quint64 timestamp);
    [[nodiscard]] MapStop stopAt(QPointF viewPoint) const;
    [[nodiscard]] QRectF rectOf(MapStop stop) const { return stop.area != PlaceGroups::kNone ? areaRect(stop.area) : seatRect(stop.seat); }
    void walk(SeatTable::Direction direction);
    void setStop(MapStop stop);
    void showFocus(MapStop stop);
    void tellFocus(MapStop before);
    void activate(MapStop stop);
    void hover(MapStop stop);
    void showTip();
    bool pinch(QGestureEvent &event);
    bool nativeZoom(QNativeGestureEvent &event);

    const SeatMapModel &m_model;
    SeatMapScene m_scene;
    std::optional<SeatMapTheme> m_theme;
    MapCamera m_camera;
    SeatMinimap *m_minimap = nullptr; // a child while it is wanted
    std::optional<Press> m_press;
    MapStop m_focus;
    MapStop m_hovered;
    MapStop m_lastClicked;
    quint64 m_lastClickedAt = 0; // event time, ms
    int m_rectsUntilPaint = 0;
    QTimer m_tipTimer;
};

} // namespace parterre
