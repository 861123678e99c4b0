// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/core/clock.h"

#include <QDateTime>
#include <QHashFunctions>

#include <compare>
#include <optional>

class QTimeZone;

namespace parterre {

// What the clock on a wall shows, to the second. Which moment that is only a time zone tells.
struct LocalTime {
    QDate date = {};
    QTime time = {};

    friend bool operator==(const LocalTime &, const LocalTime &) = default;
    friend std::strong_ordering operator<=>(const LocalTime &a, const LocalTime &b);
    friend std::size_t qHash(const LocalTime &local, std::size_t seed = 0) { return qHashMulti(seed, local.date, local.time); }
};

// ISO 8601 without an offset, "2026-12-04T19:30:00": the only form on the wire and in the database.
[[nodiscard]] QString toIsoLocal(const LocalTime &local);
[[nodiscard]] std::optional<LocalTime> fromIsoLocal(QStringView text); // nothing for any other form

// An IANA name that is known here, "Europe/Berlin" or "UTC"; distances from UTC are no names.
[[nodiscard]] bool isTimeZoneName(const QString &name);
[[nodiscard]] LocalTime localIn(const QTimeZone &zone, Instant instant);
// As RFC 5545, 3.3.5 has it: of a time that comes twice, when the clocks go back, the first; one that never comes, when
// they go forward, by the offset before: 02:30 is an hour after 01:30, when the clock shows 03:30.
[[nodiscard]] Instant instantIn(const QTimeZone &zone, const LocalTime &local);
// How far apart two walls' clocks are, whatever the zone does in between; and the clock that is so far from another.
[[nodiscard]] std::chrono::seconds wallDistance(const LocalTime &from, const LocalTime &to);
[[nodiscard]] LocalTime shifted(const LocalTime &local, std::chrono::seconds by);

} // namespace parterre
