// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/storage/databaseconfig.h"
#include "shared/core/ids.h"
#include "shared/core/result.h"
#include "tests/history/recorder.h"
#include "tests/history/violation.h"

namespace parterre::history {

struct DatabaseFigures {
    std::size_t bookings = 0;
    std::size_t cancelled = 0;
    std::size_t liveTickets = 0;
};

// What clients were told against what the database has: every acknowledged sale and cancellation is there, nothing else
// is, the money of each booking adds up, and the last map that was read shows the live tickets as sold and nothing
// else.
[[nodiscard]] Result<DatabaseFigures> compareWithDatabase(const storage::DatabaseConfig &config, const EventId &event,
                                                          const Recorder &recorder, Violations &violations);

} // namespace parterre::history
