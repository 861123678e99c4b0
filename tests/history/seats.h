// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/history/seattimeline.h"

#include <unordered_map>

namespace parterre::history {

// The lives of all seats of a history.
class Seats {
public:
    Seats(const History &history, const SeatTimeline::World &world, Violations &violations);

    [[nodiscard]] std::size_t count() const { return m_timelines.size(); }
    [[nodiscard]] const SeatTimeline &at(std::size_t seat) const { return m_timelines[seat]; }
    // Nothing when nobody ever did anything with it.
    [[nodiscard]] std::optional<std::size_t> find(quint32 event, qint32 place) const;

private:
    [[nodiscard]] static quint64 key(quint32 event, qint32 place)
    {
        return quint64(event) << 32U | static_cast<quint32>(place);
    }

    std::unordered_map<quint64, std::size_t> m_index;
    std::vector<SeatTimeline> m_timelines;
};

} // namespace parterre::history
