// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/domain/block.h"

#include <QLocale>

namespace parterre::ui {

[[nodiscard]] QString blockKindName(BlockKind kind);
// "1 seat", "12 seats".
[[nodiscard]] QString seatsText(qint32 seats);
// "until Fri 20 Nov, 19:30, then somebody confirms it"; of a block without a rule "until somebody releases it".
[[nodiscard]] QString releaseText(const std::optional<Instant> &until, bool isConfirmed, const QString &timeZone, const QLocale &locale);

} // namespace parterre::ui
