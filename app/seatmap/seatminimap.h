// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPixmap>
#include <QTimer>
#include <QWidget>

namespace parterre {

class SeatMapView;

// The whole house in a corner of the map, with a frame about what the map shows; a click or a drag goes there. Painted
// from a picture that is renewed a moment after seats have changed, so that moving about costs it nothing but the frame.
class SeatMinimap final : public QWidget
{
    Q_OBJECT

public:
    explicit SeatMinimap(SeatMapView &view);

    // The map shows another part of the plan, or has another size.
    void follow();
    // Seats have changed: the picture is renewed soon.
    void refreshSoon();
    // Another plan or theme.
    void refresh();

    // Where a part of the plan lies in the minimap.
    [[nodiscard]] QRectF mapFromPlan(const QRectF &rect) const;
    [[nodiscard]] QPointF mapToPlan(QPointF point) const;
    // How often the picture was made.
    [[nodiscard]] int pictureCount() const { return m_pictures; }

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    [[nodiscard]] QRectF picturePlace() const;
    void makePicture();

    SeatMapView &m_view;
    QPixmap m_picture;
    QTimer m_soon;
    int m_pictures = 0;
};

} // namespace parterre
