// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/storage/databaseconfig.h"
#include "tests/bench/report.h"

#include <QList>

#include <chrono>

namespace parterre::bench {

struct StorageBenchOptions {
    int rounds = 5;
    std::chrono::milliseconds stretch {800};
    std::size_t mostSales = 40'000; // made for one stretch
    int ticketsPerSale = 1;
    QList<storage::Engine> engines {storage::Engine::Postgresql, storage::Engine::Sqlite};
    QList<int> outstanding {1, 64, 512};
    bool oursOnly = false;
};

// Durable bookings a second: ours against plain code, and against what the database can do at most. All contestants of a
// round run one after another, and a ratio is the median of the rounds' ratios, so that a machine that is busy now and
// idle then says little about them. Ends the program when what was acknowledged is not exactly what is in the database.
void benchStorage(Report &report, const StorageBenchOptions &options);

// For few and short rounds.
[[nodiscard]] inline StorageBenchOptions quickStorage()
{
    return {.rounds = 2, .stretch = std::chrono::milliseconds(300), .mostSales = 15'000, .outstanding = {64}};
}

} // namespace parterre::bench
