// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/ledger/holdertable.h"

#include <bit>

namespace parterre::ledger {

namespace {

constexpr std::size_t kFirstCells = 64;
// Fibonacci hashing: consecutive ids land far apart (Knuth, TAOCP 3, 6.4).
constexpr quint64 kGolden = 0x9E3779B97F4A7C15U;

} // namespace

HolderTable::HolderTable() : m_cells(kFirstCells) {}

std::size_t HolderTable::home(HolderId holder) const
{
    const int bits = std::countr_zero(m_cells.size());
    return static_cast<std::size_t>((static_cast<quint64>(holder) * kGolden) >> (64 - bits));
}

std::size_t HolderTable::cellOf(HolderId holder) const
{
    std::size_t cell = home(holder);
    while (m_cells[cell].holder != holder && m_cells[cell].holder != kNobody)
        cell = after(cell);
    return cell;
}

const HolderTable::Entry *HolderTable::find(HolderId holder) const
{
    const Entry &entry = m_cells[cellOf(holder)];
    return holder != kNobody && entry.holder == holder ? &entry : nullptr;
}

HolderTable::Entry *HolderTable::find(HolderId holder)
{
    Entry &entry = m_cells[cellOf(holder)];
    return holder != kNobody && entry.holder == holder ? &entry : nullptr;
}

HolderTable::Entry &HolderTable::obtain(HolderId holder)
{
    Q_ASSERT(holder != kNobody);
    if (Entry *known = find(holder))
        return *known;
    if (2 * static_cast<std::size_t>(m_size + 1) > m_cells.size())
        grow();
    Entry &entry = m_cells[cellOf(holder)];
    entry.holder = holder;
    ++m_size;
    return entry;
}

void HolderTable::erase(HolderId holder)
{
    std::size_t hole = cellOf(holder);
    if (holder == kNobody || m_cells[hole].holder != holder)
        return;
    --m_size;
    // Whoever was pushed past the hole by a collision moves back into it.
    for (std::size_t cell = after(hole); m_cells[cell].holder != kNobody; cell = after(cell)) {
        const std::size_t mask = m_cells.size() - 1;
        const std::size_t fromHome = (cell - home(m_cells[cell].holder)) & mask;
        const std::size_t fromHole = (cell - hole) & mask;
        if (fromHome >= fromHole) {
            m_cells[hole] = m_cells[cell];
            hole = cell;
        }
    }
    m_cells[hole] = {};
}

void HolderTable::grow()
{
    std::vector<Entry> before(m_cells.size() * 2);
    before.swap(m_cells);
    for (const Entry &entry : before) {
        if (entry.holder != kNobody)
            m_cells[cellOf(entry.holder)] = entry;
    }
}

} // namespace parterre::ledger
