// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/core/clock.h"

#include <QDateTime>

#include <optional>

namespace parterre {

// RFC 3339 in UTC with milliseconds, "2026-11-21T19:30:00.000Z": the only form times take on the wire and in files.
[[nodiscard]] QString toIsoUtc(Instant instant);
inline constexpr int kIsoUtcSize = 24;
void writeIsoUtc(Instant instant, char *out); // the same, kIsoUtcSize characters of ASCII
// Reads RFC 3339 with any offset; nothing for anything else, or for a time without an offset.
[[nodiscard]] std::optional<Instant> fromIsoUtc(QStringView text);

[[nodiscard]] QDateTime toDateTime(Instant instant); // in UTC
[[nodiscard]] Instant toInstant(const QDateTime &time);

} // namespace parterre
