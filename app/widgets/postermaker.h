// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <variant>

namespace parterre::ui {

enum class PosterFault { NotOpened, TooLarge, NoPicture, TooSmall, TooNarrow };

using MadePoster = std::variant<QByteArray, PosterFault>;

// A picture of somebody's own as the file of a poster (shared/domain/poster.h): as it is when it fits, else upright, on
// white, smaller and as JPEG. Takes a while, and may be called on any thread.
[[nodiscard]] MadePoster makePoster(const QString &path);

// Of the files that can be read here, for a file dialog: "*.png *.jpg".
[[nodiscard]] QString pictureNamePatterns();

// What is wrong with the picture, and what to do.
[[nodiscard]] QString posterFaultText(PosterFault fault);

} // namespace parterre::ui
