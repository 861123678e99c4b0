// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/postermaker.h"

#include "shared/domain/poster.h"

#include <QBuffer>
#include <QColorSpace>
#include <QCoreApplication>
#include <QFile>
#include <QImageReader>
#include <QImageWriter>
#include <QPainter>

#include <algorithm>
#include <array>

namespace parterre::ui {
namespace {

struct PosterMaker {
    Q_DECLARE_TR_FUNCTIONS(parterre::ui::PosterMaker)
};

constexpr qint64 kMostBytes = 64 * 1024 * 1024;
constexpr qint64 kMostPixels = 50'000'000; // JPEG is made smaller while it is read; others end at QImageReader's own limit
constexpr int kLongestSide = 1'200;        // more than any screen shows
constexpr std::array kQualities {90, 80, 70, 60, 50};

int shorterSide(const QSize &size)
{
    return std::min(size.width(), size.height());
}

QSize fitted(const QSize &size)
{
    const bool fits = std::max(size.width(), size.height()) <= kLongestSide;
    return fits ? size : size.scaled(kLongestSide, kLongestSide, Qt::KeepAspectRatio);
}

bool isOpaque(const QImage &image)
{
    if (!image.hasAlphaChannel())
        return true;
    const QImage pixels = image.convertToFormat(QImage::Format_ARGB32);
    for (int y = 0; y < pixels.height(); ++y) {
        const QRgb *line = reinterpret_cast<const QRgb *>(pixels.constScanLine(y));
        if (std::any_of(line, line + pixels.width(), [](QRgb pixel) { return qAlpha(pixel) != 255; }))
            return false;
    }
    return true;
}

// In the colours of screens, since whoever shows posters knows no others.
QImage onWhite(const QImage &image)
{
    QImage canvas(image.size(), QImage::Format_RGB32);
    canvas.fill(Qt::white);
    QPainter(&canvas).drawImage(0, 0, image);
    if (image.colorSpace().isValid()) {
        canvas.setColorSpace(image.colorSpace());
        canvas.convertToColorSpace(QColorSpace::SRgb);
        canvas.setColorSpace({});
    }
    return canvas;
}

QByteArray jpegOf(const QImage &image, int quality)
{
    QByteArray file;
    QBuffer buffer(&file);
    QImageWriter writer(&buffer, "jpeg");
    writer.setQuality(quality);
    writer.setOptimizedWrite(true);
    return writer.write(image) ? file : QByteArray();
}

// Rather less sharp than smaller, within reason.
MadePoster written(const QImage &image)
{
    for (QSize size = fitted(image.size()); shorterSide(size) >= kMinPosterSide; size = size * 3 / 4) {
        const QImage scaled = size == image.size() ? image : image.scaled(size, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
        for (const int quality : kQualities) {
            const QByteArray file = jpegOf(scaled, quality);
            if (readPoster(file))
                return file;
        }
    }
    return PosterFault::TooNarrow;
}

} // namespace

MadePoster makePoster(const QString &path)
{
    QFile source(path);
    if (!source.open(QIODevice::ReadOnly))
        return PosterFault::NotOpened;
    QByteArray bytes = source.read(kMostBytes + 1);
    if (bytes.size() > kMostBytes)
        return PosterFault::TooLarge;

    QBuffer buffer(&bytes);
    QImageReader reader(&buffer);
    reader.setAutoTransform(true);
    const QSize sides = reader.size(); // from its head, before anything is unpacked
    if (sides.isEmpty())
        return PosterFault::NoPicture;
    if (qint64(sides.width()) * sides.height() > kMostPixels)
        return PosterFault::TooLarge;
    if (shorterSide(sides) < kMinPosterSide)
        return PosterFault::TooSmall;
    const bool isPoster = readPoster(bytes) && reader.transformation() == QImageIOHandler::TransformationNone;
    if (!isPoster && shorterSide(fitted(sides)) < kMinPosterSide)
        return PosterFault::TooNarrow;
    if (!isPoster)
        reader.setScaledSize(fitted(sides));
    const QImage image = reader.read();
    if (image.isNull())
        return PosterFault::NoPicture;
    if (isPoster && isOpaque(image))
        return bytes;
    return written(onWhite(image));
}

QString pictureNamePatterns()
{
    QStringList patterns;
    for (const QByteArray &format : QImageReader::supportedImageFormats())
        patterns.append(QStringLiteral("*.") + QString::fromLatin1(format));
    return patterns.join(u' ');
}

QString posterFaultText(PosterFault fault)
{
    switch (fault) {
    case PosterFault::NotOpened: return PosterMaker::tr("The picture cannot be opened. Choose one that you may read.");
    case PosterFault::TooLarge: return PosterMaker::tr("The picture is too large. Save it with fewer pixels and choose it again.");
    case PosterFault::NoPicture: return PosterMaker::tr("This is no picture that can be read. Choose another, or save it anew as PNG or JPEG.");
    case PosterFault::TooSmall: return PosterMaker::tr("The picture is too small for a poster. Choose one with %1 pixels or more on each side.").arg(kMinPosterSide);
    case PosterFault::TooNarrow: return PosterMaker::tr("The picture is too long and narrow for a poster. Cut it to the shape of a poster and choose it again.");
    }
    return {};
}

} // namespace parterre::ui
