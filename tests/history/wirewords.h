// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/history/history.h"

#include <QByteArray>
#include <QString>

namespace parterre::history {

// How operations look on the wire, and how its answers look in a history.

[[nodiscard]] const char *methodOf(Kind kind);
struct Wanted {
    Kind kind = Kind::Hold;
    std::span<const SeatNote> seats = {};
    qint64 key = 0;
    QString booking = {}; // of a Cancel
};
[[nodiscard]] QByteArray paramsOf(const Wanted &wanted, const QByteArray &event);

[[nodiscard]] Outcome outcomeOf(const QString &errorKind);
// Whether buyers that behave as they do here may be answered so.
[[nodiscard]] bool isExpected(const QString &errorKind);

// From the server's time to the clock of the history: both are clocks of this machine.
[[nodiscard]] Moment sinceUtc();
[[nodiscard]] Moment momentOf(const QString &utc, Moment offset);

} // namespace parterre::history
