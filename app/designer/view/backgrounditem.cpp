// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/designer/view/backgrounditem.h"

#include "app/designer/view/drawinglayers.h"

#include <QBuffer>
#include <QImageReader>
#include <QPainter>
#include <QSvgRenderer>

#ifdef PARTERRE_PDF
#include <QPdfDocument>
#endif

#include <algorithm>

namespace parterre {

namespace {

constexpr double kFinest = 3000;         // pixels of a drawing's longer side
constexpr qint64 kMostPixels = 60'000'000;

ReadPicture readPdf(const QByteArray &data, qint32 page)
{
    ReadPicture picture;
#ifdef PARTERRE_PDF
    QBuffer buffer;
    buffer.setData(data);
    buffer.open(QIODevice::ReadOnly);
    QPdfDocument document;
    document.load(&buffer);
    picture.pages = document.pageCount();
    if (document.status() != QPdfDocument::Status::Ready || page < 0 || page >= picture.pages)
        return picture;
    picture.size = document.pagePointSize(page);
    const double scale = kFinest / std::max({picture.size.width(), picture.size.height(), 1.0});
    picture.image = document.render(page, (picture.size * scale).toSize());
#else
    Q_UNUSED(data)
    Q_UNUSED(page)
#endif
    return picture;
}

ReadPicture readSvg(const QByteArray &data)
{
    ReadPicture picture;
    QSvgRenderer renderer;
    if (!renderer.load(data))
        return picture;
    picture.size = renderer.viewBoxF().isEmpty() ? QSizeF(renderer.defaultSize()) : renderer.viewBoxF().size();
    if (picture.size.isEmpty())
        return picture;
    const double scale = kFinest / std::max(picture.size.width(), picture.size.height());
    picture.image = QImage((picture.size * scale).toSize().expandedTo({1, 1}), QImage::Format_ARGB32_Premultiplied);
    picture.image.fill(Qt::transparent);
    QPainter painter(&picture.image);
    renderer.render(&painter);
    return picture;
}

} // namespace

ReadPicture readPicture(const QByteArray &data, qint32 page)
{
    if (data.startsWith("%PDF"))
        return readPdf(data, page);
    QBuffer buffer;
    buffer.setData(data);
    buffer.open(QIODevice::ReadOnly);
    QImageReader reader(&buffer);
    reader.setAutoTransform(true);
    const QByteArray format = reader.format();
    if (format == "svg" || format == "svgz")
        return readSvg(data);
    if (format != "png" && format != "jpeg")
        return {};
    // What a small file unpacks to is bounded, too.
    const QSize size = reader.size();
    if (!size.isValid() || static_cast<qint64>(size.width()) * size.height() > kMostPixels)
        return {};
    ReadPicture picture {.image = reader.read(), .size = {}, .pages = 1};
    picture.size = picture.image.size();
    return picture;
}

BackgroundItem::BackgroundItem()
{
    setZValue(static_cast<double>(DrawingLayer::Background));
}

void BackgroundItem::setBackground(const std::optional<Background> &background)
{
    setVisible(background.has_value());
    if (!background)
        return;
    if (background->data != m_data || background->page != m_page) {
        prepareGeometryChange();
        m_data = background->data;
        m_page = background->page;
        const ReadPicture picture = readPicture(m_data, m_page);
        m_image = picture.image;
        m_size = picture.size;
    }
    setPos(background->at.x, background->at.y);
    setRotation(background->rotation);
    setScale(background->scale);
    setOpacity(background->opacity);
}

void BackgroundItem::paint(QPainter *painter, const QStyleOptionGraphicsItem *, QWidget *)
{
    painter->setRenderHint(QPainter::SmoothPixmapTransform);
    painter->drawImage(boundingRect(), m_image);
}

} // namespace parterre
