// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/designer/view/designpicture.h"

#include "app/designer/view/designscene.h"

#include <QPainter>

namespace parterre {

namespace {

constexpr int kMargin = 8;

} // namespace

QPixmap designPicture(const Design &design, const SeatMapTheme &theme, const QSize &size, qreal devicePixelRatio)
{
    DesignDocument document;
    document.reset(design);
    DesignScene scene(document);
    scene.setTheme(theme);
    QPixmap pixmap(size * devicePixelRatio);
    pixmap.setDevicePixelRatio(devicePixelRatio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(theme.line);
    painter.setBrush(theme.floor);
    painter.drawRoundedRect(QRectF(QPointF(), size).adjusted(0.5, 0.5, -0.5, -0.5), kMargin, kMargin);
    const QRectF room = QRectF(QPointF(), size).adjusted(kMargin, kMargin, -kMargin, -kMargin);
    QRectF target(QPointF(), scene.content().size().scaled(room.size(), Qt::KeepAspectRatio));
    target.moveCenter(room.center());
    scene.render(&painter, target, scene.content(), Qt::IgnoreAspectRatio);
    return pixmap;
}

} // namespace parterre
