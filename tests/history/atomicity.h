// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/history/seats.h"

namespace parterre::history {

// What one operation does to several seats happens in one moment: no read shows a part of it, and no two operations
// come in another order on another seat. Also judges what reads show of each seat.
class Atomicity {
public:
    Atomicity(const History &history, const Visits &visits, const Seats &seats, Violations &violations);

    void checkReads();
    void checkOrder();

private:
    struct Place {
        std::size_t seat = 0;
        int step = 0;
    };
    struct Glimpse {
        std::size_t seat = 0;
        SeatTimeline::Progress progress;
    };

    void checkRead(const Operation &read);
    void checkParts(const Operation &read, const std::vector<Glimpse> &glimpses);

    const History &m_history;
    const Visits &m_visits;
    const Seats &m_seats;
    Violations &m_violations;
    std::unordered_map<const Operation *, std::vector<Place>> m_moves; // by the operation that made them
};

} // namespace parterre::history
