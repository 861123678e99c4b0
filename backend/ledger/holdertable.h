// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/ledger/ledgertypes.h"

#include <vector>

namespace parterre::ledger {

// Every holder that has seats: where its chain of places begins and ends. Open addressing, so that a hold allocates
// nothing once the table has grown; removal closes the gap instead of leaving a tombstone.
class HolderTable
{
public:
    static constexpr qint32 kNone = -1;

    struct Entry {
        HolderId holder = kNobody;
        qint32 first = kNone;
        qint32 last = kNone;
        qint32 count = 0;
    };

    HolderTable();

    [[nodiscard]] qint32 size() const { return m_size; }
    // Null when the holder has no entry. Void after the next obtain() or erase().
    [[nodiscard]] const Entry *find(HolderId holder) const;
    [[nodiscard]] Entry *find(HolderId holder);
    Entry &obtain(HolderId holder); // finds or adds
    void erase(HolderId holder);

    // In no order; unused cells have kNobody.
    [[nodiscard]] const std::vector<Entry> &cells() const { return m_cells; }

private:
    [[nodiscard]] std::size_t home(HolderId holder) const;
    [[nodiscard]] std::size_t after(std::size_t cell) const { return (cell + 1) & (m_cells.size() - 1); }
    // The holder's cell, or the free one where it belongs.
    [[nodiscard]] std::size_t cellOf(HolderId holder) const;
    void grow();

    std::vector<Entry> m_cells; // a power of two, at most half full
    qint32 m_size = 0;
};

} // namespace parterre::ledger
