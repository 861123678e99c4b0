// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/posterpictures.h"

#include "app/widgets/posterart.h"
#include "shared/core/inpool.h"
#include "shared/domain/poster.h"

#include <QBuffer>
#include <QGuiApplication>
#include <QImageReader>
#include <QPainter>

namespace parterre::ui {
namespace {

constexpr int kKibInMemory = 32 * 1024;
constexpr std::chrono::seconds kAskAgainAfter {30};

} // namespace

QImage decodePoster(const QByteArray &file)
{
    const Result<Poster> poster = readPoster(file);
    if (!poster)
        return {};
    QBuffer buffer;
    buffer.setData(file);
    if (!buffer.open(QIODevice::ReadOnly))
        return {};
    QImageReader reader(&buffer, poster->format == PosterFormat::Png ? "png" : "jpeg");
    reader.setAutoDetectImageFormat(false);
    const QSize sides(poster->width, poster->height);
    if (reader.size() != sides)
        return {};
    return reader.read();
}

QImage decodePoster(const QByteArray &file, const QSize &pixels)
{
    const QImage whole = decodePoster(file);
    if (whole.isNull())
        return {};
    const QImage scaled = whole.scaled(pixels, Qt::KeepAspectRatioByExpanding, Qt::SmoothTransformation);
    return scaled.copy((scaled.width() - pixels.width()) / 2, (scaled.height() - pixels.height()) / 2, pixels.width(), pixels.height());
}

PosterPictures::PosterPictures(Source source, QObject *parent) : QObject(parent), m_source(std::move(source)), m_pictures(kKibInMemory) {}

QPixmap PosterPictures::picture(const EventSummary &event, const QSize &size, qreal devicePixelRatio)
{
    const QSize pixels = (QSizeF(size) * devicePixelRatio).toSize().expandedTo({1, 1});
    const QString sizeKey = QStringLiteral("/%1x%2").arg(pixels.width()).arg(pixels.height());
    if (event.poster) {
        const QString key = *event.poster + sizeKey;
        if (const QPixmap *known = m_pictures.object(key)) {
            QPixmap picture = *known;
            picture.setDevicePixelRatio(devicePixelRatio);
            return picture;
        }
        fetch(event, pixels, key);
    }
    const QString key = QStringLiteral("%1 %2").arg(static_cast<int>(event.category)).arg(event.name) + sizeKey + QString::number(devicePixelRatio);
    if (const QPixmap *known = m_pictures.object(key))
        return *known;
    QPixmap painted(pixels);
    painted.setDevicePixelRatio(devicePixelRatio);
    QPainter painter(&painted);
    paintPosterArt(painter, QRectF({}, QSizeF(size)), event.category, event.name, QGuiApplication::font());
    painter.end();
    keep(key, painted);
    return painted;
}

void PosterPictures::fetch(const EventSummary &event, const QSize &pixels, const QString &key)
{
    const auto failed = m_askAgain.constFind(key);
    if (m_underWay.contains(key) || (failed != m_askAgain.constEnd() && !failed->hasExpired()))
        return;
    m_askAgain.remove(key);
    m_underWay.insert(key);
    m_source(event.id, *event.poster, this, [this, hash = *event.poster, key, pixels](const Result<QByteArray> &file) {
        if (!file)
            return finish(hash, key, {});
        inPool(this, [content = *file, pixels] { return decodePoster(content, pixels); }, [this, hash, key](const QImage &image) { finish(hash, key, image); });
    });
}

void PosterPictures::finish(const QString &hash, const QString &key, const QImage &image)
{
    m_underWay.remove(key);
    if (image.isNull()) {
        m_askAgain.insert(key, QDeadlineTimer(kAskAgainAfter));
        return;
    }
    keep(key, QPixmap::fromImage(image));
    Q_EMIT arrived(hash);
}

void PosterPictures::keep(const QString &key, const QPixmap &picture)
{
    m_pictures.insert(key, new QPixmap(picture), std::max(1, picture.width() * picture.height() / 256));
}

} // namespace parterre::ui
