// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/seatmap/seatminimap.h"

#include "app/seatmap/seatmapview.h"

#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>

#include <chrono>

namespace parterre {

namespace {

constexpr QSizeF kLargest {200, 150};
constexpr double kBorder = 8;  // pixels about the picture
constexpr double kRounding = 8;
constexpr int kDistance = 12;  // from the corner of the map
constexpr std::chrono::milliseconds kSoon {400};

} // namespace

SeatMinimap::SeatMinimap(SeatMapView &view) : QWidget(&view), m_view(view)
{
    setAccessibleName(tr("Overview"));
    setCursor(Qt::ArrowCursor);
    m_soon.setSingleShot(true);
    m_soon.setInterval(kSoon);
    connect(&m_soon, &QTimer::timeout, this, &SeatMinimap::refresh);
}

void SeatMinimap::follow()
{
    const QSizeF content = m_view.map().content().size();
    const QSizeF picture = content.scaled(kLargest, Qt::KeepAspectRatio);
    const QSize size = (picture + QSizeF(2 * kBorder, 2 * kBorder)).toSize();
    setGeometry(QRect(QPoint(m_view.width() - size.width() - kDistance, kDistance), size));
    // What shows everything needs no overview, and a small window none that covers half of it.
    const QRectF seen = m_view.seenPlan();
    setVisible(!seen.contains(m_view.map().content()) && 3 * size.width() <= m_view.width() && 2 * size.height() <= m_view.height());
    update();
}

void SeatMinimap::refreshSoon()
{
    if (!m_soon.isActive())
        m_soon.start();
}

void SeatMinimap::refresh()
{
    m_soon.stop();
    m_picture = {};
    follow();
}

QRectF SeatMinimap::picturePlace() const
{
    return QRectF(rect()).adjusted(kBorder, kBorder, -kBorder, -kBorder);
}

QRectF SeatMinimap::mapFromPlan(const QRectF &part) const
{
    const QRectF content = m_view.map().content();
    const QRectF place = picturePlace();
    const double scale = place.width() / content.width();
    return {place.topLeft() + (part.topLeft() - content.topLeft()) * scale, part.size() * scale};
}

QPointF SeatMinimap::mapToPlan(QPointF point) const
{
    const QRectF content = m_view.map().content();
    const QRectF place = picturePlace();
    return content.topLeft() + (point - place.topLeft()) * (content.width() / place.width());
}

void SeatMinimap::makePicture()
{
    const double ratio = devicePixelRatio();
    m_picture = QPixmap((picturePlace().size() * ratio).toSize());
    m_picture.setDevicePixelRatio(ratio);
    m_picture.fill(Qt::transparent);
    QPainter painter(&m_picture);
    m_view.renderOverview(painter, QRectF({}, m_picture.deviceIndependentSize()));
    ++m_pictures;
}

void SeatMinimap::paintEvent(QPaintEvent *)
{
    if (m_picture.isNull() || m_picture.devicePixelRatio() != devicePixelRatio())
        makePicture();
    const SeatMapTheme &theme = m_view.map().theme();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme.line, 1));
    painter.setBrush(theme.background);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), kRounding, kRounding);
    const QRectF place = picturePlace();
    painter.drawPixmap(place.topLeft(), m_picture);
    const QRectF seen = mapFromPlan(m_view.seenPlan()).intersected(place.adjusted(-4, -4, 4, 4));
    // What is not in sight steps back.
    QPainterPath unseen;
    unseen.setFillRule(Qt::OddEvenFill);
    unseen.addRect(place.adjusted(-4, -4, 4, 4));
    unseen.addRect(seen);
    QColor veil = theme.background;
    veil.setAlphaF(0.3F);
    painter.fillPath(unseen, veil);
    painter.setPen(QPen(theme.focus, 2));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(seen.adjusted(1, 1, -1, -1), 2, 2);
}

void SeatMinimap::mousePressEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton)
        m_view.centreOn(mapToPlan(event->position()));
}

void SeatMinimap::mouseMoveEvent(QMouseEvent *event)
{
    if (event->buttons().testFlag(Qt::LeftButton))
        m_view.centreOn(mapToPlan(event->position()));
}

// Turning the wheel here zooms what is in the middle of the map.
void SeatMinimap::wheelEvent(QWheelEvent *event)
{
    m_view.zoomBy(event->angleDelta().y() > 0 ? 1.25 : 0.8, m_view.viewport()->rect().center());
    event->accept();
}

void SeatMinimap::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        setAccessibleName(tr("Overview"));
}

} // namespace parterre
