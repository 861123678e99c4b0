// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/bench/report.h"

#include <span>

namespace parterre::bench {

enum class Aim { AtMost, AtLeast };

// What a figure of a report should be.
struct Target {
    const char *key;
    Aim aim;
    double bound;
    const char *about;
};

// What was aimed at beside what was measured, for every target whose figure the report has; to standard output.
void printTargets(const Report &report, std::span<const Target> targets);

} // namespace parterre::bench
