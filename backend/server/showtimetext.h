// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/services/showtimeediting.h"

#include <QStringList>

namespace parterre::server {

// What was found at a source, for people at a console: a line for each entry and each problem, and one with the counts.
[[nodiscard]] QStringList findingLines(const services::ShowtimeComparison &found, const QTimeZone &zone);
// What was done, in one line.
[[nodiscard]] QString outcomeLine(const QList<ShowtimeOutcome> &outcomes, bool published);

} // namespace parterre::server
