// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <vector>

namespace parterre::ledger {

// Which of the places 0..n-1 are free, so that the lowest free one from anywhere on is found in O(log n), however few
// there are: a bit for each place, and above each 64 bits one that tells whether any of them is set.
class FreePlaces
{
public:
    static constexpr qint32 kNone = -1;

    // All are free.
    explicit FreePlaces(qint32 places);

    void set(qint32 place, bool free);
    [[nodiscard]] bool contains(qint32 place) const { return (m_levels.front()[word(place)] & bit(place)) != 0; }
    // The lowest free place that is not below `from`.
    [[nodiscard]] qint32 next(qint32 from) const;

private:
    [[nodiscard]] static std::size_t word(qint32 place) { return static_cast<std::size_t>(place) / 64; }
    [[nodiscard]] static quint64 bit(qint32 place) { return quint64(1) << (static_cast<unsigned>(place) % 64); }

    std::vector<std::vector<quint64>> m_levels; // the last is one word
};

} // namespace parterre::ledger
