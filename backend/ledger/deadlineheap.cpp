// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/ledger/deadlineheap.h"

#include <algorithm>

namespace parterre::ledger {

Tick DeadlineHeap::dueOf(qint32 place) const
{
    return m_entries[static_cast<std::size_t>(positionOf(place))].due;
}

void DeadlineHeap::set(qint32 place, Tick due)
{
    const qint32 known = positionOf(place);
    if (known == kAbsent) {
        m_entries.push_back({due, place});
        siftUp(m_entries.size() - 1);
        return;
    }
    const auto position = static_cast<std::size_t>(known);
    const Tick before = m_entries[position].due;
    m_entries[position].due = due;
    if (due < before)
        siftUp(position);
    else
        siftDown(position);
}

void DeadlineHeap::remove(qint32 place)
{
    const qint32 known = positionOf(place);
    if (known == kAbsent)
        return;
    m_position[static_cast<std::size_t>(place)] = kAbsent;
    const auto position = static_cast<std::size_t>(known);
    const Entry last = m_entries.back();
    m_entries.pop_back();
    if (position == m_entries.size())
        return;
    put(position, last);
    siftUp(position);
    siftDown(static_cast<std::size_t>(positionOf(last.place)));
}

void DeadlineHeap::put(std::size_t position, const Entry &entry)
{
    m_entries[position] = entry;
    m_position[static_cast<std::size_t>(entry.place)] = static_cast<qint32>(position);
}

void DeadlineHeap::siftUp(std::size_t position)
{
    const Entry entry = m_entries[position];
    while (position > 0) {
        const std::size_t parent = (position - 1) / 2;
        if (m_entries[parent] <= entry)
            break;
        put(position, m_entries[parent]);
        position = parent;
    }
    put(position, entry);
}

void DeadlineHeap::siftDown(std::size_t position)
{
    const Entry entry = m_entries[position];
    for (std::size_t child = 2 * position + 1; child < m_entries.size(); child = 2 * position + 1) {
        if (child + 1 < m_entries.size() && m_entries[child + 1] < m_entries[child])
            ++child;
        if (entry <= m_entries[child])
            break;
        put(position, m_entries[child]);
        position = child;
    }
    put(position, entry);
}

bool DeadlineHeap::isConsistent() const
{
    for (std::size_t i = 0; i < m_entries.size(); ++i) {
        if (positionOf(m_entries[i].place) != static_cast<qint32>(i))
            return false;
        if (i > 0 && m_entries[i] < m_entries[(i - 1) / 2])
            return false;
    }
    const auto present = std::count_if(m_position.begin(), m_position.end(), [](qint32 p) { return p != kAbsent; });
    return present == size();
}

} // namespace parterre::ledger
