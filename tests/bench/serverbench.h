// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/bench/report.h"

#include <chrono>

namespace parterre::bench {

struct BenchOptions {
    bool quick = false;
    int serverCore = 0;
    int loadCore = 1;
    QString rivals = {}; // folder with the rivals' servers; empty: none

    // Rounds and seconds of a full run, cut down when it has to be quick.
    [[nodiscard]] int rounds(int full) const { return quick ? std::max(1, full / 4) : full; }
    [[nodiscard]] std::chrono::milliseconds time(std::chrono::milliseconds full) const { return quick ? full / 3 : full; }
    [[nodiscard]] int count(int full) const { return quick ? full / 5 : full; }
};

// The sections of `./dev bench server`. Each starts its own servers, prints a table, adds its figures to the report, and
// ends the program when an answer or a map is wrong.
void benchEcho(Report &report, const BenchOptions &options);       // calls among idle connections
void benchFanOut(Report &report, const BenchOptions &options);     // one change to many, against the raw writer
void benchWatchers(Report &report, const BenchOptions &options);   // changes at a rate to many watchers
void benchPairs(Report &report, const BenchOptions &options);      // hold and release, hold and checkout
void benchStorms(Report &report, const BenchOptions &options);     // connects, snapshots, memory
void benchGrowth(Report &report, const BenchOptions &options);     // what size costs
void benchParts(Report &report, const BenchOptions &options);      // ledger and snapshot by themselves, in this process
void benchBestAvailable(Report &report, const BenchOptions &options); // of the parts: seat picking in a large house
void benchRivals(Report &report, const BenchOptions &options);     // the stacks others would pick

// What was aimed at beside what was measured, for every figure that the report has.
void compareWithTargets(Report &report);

} // namespace parterre::bench
