// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/core/result.h"

#include <QByteArray>
#include <QString>

namespace parterre {

enum class PosterFormat { Png, Jpeg };

// The picture that announces an event, as its file.
struct Poster {
    QString hash = {};                // SHA-256 of the bytes, hex
    PosterFormat format = PosterFormat::Png;
    qint32 width = 0;                 // pixels
    qint32 height = 0;
    QByteArray bytes = {};

    friend bool operator==(const Poster &, const Poster &) = default;
};

// Fits into one message as base64, and no picture takes more than 16 MB when it is decoded.
inline constexpr qsizetype kMaxPosterBytes = 160 * 1024;
inline constexpr qint32 kMinPosterSide = 64;
inline constexpr qint32 kMaxPosterSide = 2'000;

// Looks at the structure of a PNG or JPEG file, without decoding it. FileTooLarge; FileInvalid: another
// format, damaged, sides that are too small or too large.
[[nodiscard]] Result<Poster> readPoster(const QByteArray &file);

} // namespace parterre
