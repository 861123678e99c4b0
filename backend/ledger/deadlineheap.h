// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/core/clock.h"

#include <QtGlobal>

#include <vector>

namespace parterre::ledger {

// Which place comes due next. A binary heap that knows where each place sits, so that a moved or removed deadline
// leaves nothing behind. Equal deadlines come out in place order: the same history always ends holds the same way.
class DeadlineHeap
{
public:
    explicit DeadlineHeap(qint32 places) : m_position(static_cast<std::size_t>(places), kAbsent) {}

    struct Entry {
        Tick due = {};
        qint32 place = 0;

        friend auto operator<=>(const Entry &, const Entry &) = default;
    };

    [[nodiscard]] bool isEmpty() const { return m_entries.empty(); }
    [[nodiscard]] qint32 size() const { return static_cast<qint32>(m_entries.size()); }
    [[nodiscard]] const Entry &top() const { return m_entries.front(); }
    [[nodiscard]] bool contains(qint32 place) const { return positionOf(place) != kAbsent; }
    [[nodiscard]] Tick dueOf(qint32 place) const;

    void set(qint32 place, Tick due); // adds or moves
    void remove(qint32 place);        // nothing when absent

    // Heap order, and positions that point back. O(places); for checks.
    [[nodiscard]] bool isConsistent() const;

private:
    static constexpr qint32 kAbsent = -1;

    [[nodiscard]] qint32 positionOf(qint32 place) const { return m_position[static_cast<std::size_t>(place)]; }
    void put(std::size_t position, const Entry &entry);
    void siftUp(std::size_t position);
    void siftDown(std::size_t position);

    std::vector<Entry> m_entries;
    std::vector<qint32> m_position;
};

} // namespace parterre::ledger
