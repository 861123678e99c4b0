// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/domain/poster.h"

#include <QCryptographicHash>
#include <QtEndian>

namespace parterre {

namespace {

const QByteArray kPngSignature = QByteArrayLiteral("\x89PNG\r\n\x1a\n");

Error invalid(const QString &why)
{
    return {.code = ErrorCode::FileInvalid, .detail = why};
}

struct Sides {
    qint64 width = 0;
    qint64 height = 0;
};

// Chunks of PNG (ISO/IEC 15948, 5.3): length, type, data, checksum; IHDR first, IEND last with nothing after it.
std::optional<Sides> sidesOfPng(const QByteArray &file)
{
    constexpr qsizetype kFrame = 12;
    constexpr qsizetype kHeaderBytes = 13;
    std::optional<Sides> sides;
    for (qsizetype at = kPngSignature.size(); at + kFrame <= file.size();) {
        const qint64 length = qFromBigEndian<quint32>(file.constData() + at);
        const QByteArray type = file.mid(at + 4, 4);
        if (at + kFrame + length > file.size() || (type == "IHDR") != !sides || (type == "IHDR" && length != kHeaderBytes))
            return std::nullopt;
        if (!sides)
            sides = Sides {qFromBigEndian<quint32>(file.constData() + at + 8), qFromBigEndian<quint32>(file.constData() + at + 12)};
        at += kFrame + length;
        if (type == "IEND")
            return at == file.size() ? sides : std::nullopt;
    }
    return std::nullopt;
}

bool isFrameHeader(uchar marker)
{
    return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
}

// Segments of JPEG (ITU-T T.81, B.1): marker and length up to the first frame header; the end marker closes the file.
std::optional<Sides> sidesOfJpeg(const QByteArray &file)
{
    constexpr qsizetype kFrameHeaderBytes = 7; // length, precision, height, width
    if (!file.endsWith("\xFF\xD9"))
        return std::nullopt;
    for (qsizetype at = 2; at + 4 <= file.size() && uchar(file.at(at)) == 0xFF;) {
        const uchar marker = uchar(file.at(at + 1));
        if (marker == 0xFF) { // may be filled up
            ++at;
            continue;
        }
        if (marker < 0xC0 || marker == 0xD8 || marker == 0xD9 || marker == 0xDA)
            return std::nullopt;
        const qsizetype length = qFromBigEndian<quint16>(file.constData() + at + 2);
        if (isFrameHeader(marker)) {
            if (length < kFrameHeaderBytes || at + 2 + kFrameHeaderBytes > file.size())
                return std::nullopt;
            return Sides {qFromBigEndian<quint16>(file.constData() + at + 7), qFromBigEndian<quint16>(file.constData() + at + 5)};
        }
        at += 2 + length;
    }
    return std::nullopt;
}

} // namespace

Result<Poster> readPoster(const QByteArray &file)
{
    if (file.size() > kMaxPosterBytes)
        return Error {.code = ErrorCode::FileTooLarge, .detail = QStringLiteral("the poster is larger than %1 KiB").arg(kMaxPosterBytes / 1024), .limit = kMaxPosterBytes};
    const bool isPng = file.startsWith(kPngSignature);
    if (!isPng && !file.startsWith("\xFF\xD8\xFF"))
        return invalid(QStringLiteral("the poster is neither PNG nor JPEG"));
    const std::optional<Sides> sides = isPng ? sidesOfPng(file) : sidesOfJpeg(file);
    if (!sides)
        return invalid(QStringLiteral("the poster's file is damaged"));
    const auto fits = [](qint64 side) { return side >= kMinPosterSide && side <= kMaxPosterSide; };
    if (!fits(sides->width) || !fits(sides->height))
        return invalid(QStringLiteral("the poster has %1 x %2 pixels; each side may have %3 to %4").arg(sides->width).arg(sides->height).arg(kMinPosterSide).arg(kMaxPosterSide));
    return Poster {.hash = QString::fromLatin1(QCryptographicHash::hash(file, QCryptographicHash::Sha256).toHex()),
                   .format = isPng ? PosterFormat::Png : PosterFormat::Jpeg,
                   .width = static_cast<qint32>(sides->width),
                   .height = static_cast<qint32>(sides->height),
                   .bytes = file};
}

} // namespace parterre
