// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/history/history.h"
#include "tests/history/violation.h"

namespace parterre::history {

// What a history is made of, to tell a tame one from one that proves something.
struct Figures {
    std::size_t operations = 0; // what clients asked, without connections and kills
    std::size_t holds = 0; // that were granted
    std::size_t conflicts = 0;
    std::size_t notHeld = 0;
    std::size_t expiries = 0; // granted holds of which a seat ran out of time
    std::size_t unknown = 0;
    std::size_t sales = 0; // by key
    std::size_t cancellations = 0;
    std::size_t reads = 0;
    std::size_t multiSeat = 0; // granted holds of several seats
    std::size_t kills = 0;
    std::size_t seats = 0; // that something was done with

    [[nodiscard]] static double percent(std::size_t part, std::size_t whole)
    {
        return whole == 0 ? 0 : 100.0 * static_cast<double>(part) / static_cast<double>(whole);
    }
};

struct Verdict {
    Violations violations;
    Figures figures;
};

// Whether one server that keeps its promises could have given all these answers. Each seat is judged alone, then
// operations on several seats and the order of maps; in a time about linear in the length of the history.
[[nodiscard]] Verdict check(const History &history);

} // namespace parterre::history
