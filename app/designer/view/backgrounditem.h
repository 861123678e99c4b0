// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/designer/model/design.h"

#include <QGraphicsItem>
#include <QImage>

namespace parterre {

// The picture that is traced over. Drawings (SVG, PDF) become pixels once, as fine as they are any use.
class BackgroundItem final : public QGraphicsItem
{
public:
    BackgroundItem();

    void setBackground(const std::optional<Background> &background);

    [[nodiscard]] QRectF boundingRect() const override { return QRectF(QPointF(), m_size); }
    void paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *widget) override;

private:
    QByteArray m_data;
    qint32 m_page = -1;
    QImage m_image;
    QSizeF m_size; // in pixels or points of the file
};

// The picture of a file, and its size in its own units; a null image for what is none of PNG, JPEG, SVG and PDF.
struct ReadPicture {
    QImage image;
    QSizeF size;
    qint32 pages = 1;
};
[[nodiscard]] ReadPicture readPicture(const QByteArray &data, qint32 page);

} // namespace parterre
