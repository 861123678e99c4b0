// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/seatmap/accessiblerows.h"

#include <algorithm>

namespace parterre {

namespace {

// The last position whose value is not greater.
qint32 lastUpTo(const std::vector<qint32> &starts, qint32 value)
{
    return static_cast<qint32>(std::ranges::upper_bound(starts, value) - starts.begin()) - 1;
}

} // namespace

AccessibleRows::AccessibleRows(const Plan &plan)
{
    for (const Section &section : plan.sections) {
        const Row *before = nullptr;
        for (const Row &row : section.rows) {
            if (row.seats.isEmpty())
                continue;
            const qint32 end = m_firstSeat.back() + static_cast<qint32>(row.seats.size());
            if (before && before->label == row.label && !row.label.isEmpty())
                m_firstSeat.back() = end;
            else
                m_firstSeat.push_back(end);
            before = &row;
        }
        for (const Table &table : section.tables) {
            if (!table.seats.isEmpty())
                m_firstSeat.push_back(m_firstSeat.back() + static_cast<qint32>(table.seats.size()));
        }
        m_firstRow.push_back(count());
    }
}

qint32 AccessibleRows::sectionOf(qint32 row) const
{
    return lastUpTo(m_firstRow, row);
}

qint32 AccessibleRows::rowOf(qint32 seat) const
{
    return lastUpTo(m_firstSeat, seat);
}

} // namespace parterre
