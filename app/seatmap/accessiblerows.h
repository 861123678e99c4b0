// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/domain/plan.h"

#include <vector>

namespace parterre {

// The rows of a plan as people count them: one that aisles cut into several Row objects with one label is one, and
// without seats there is none. A table is one, too. Rows are numbered over the whole plan; the seats of each follow each other.
class AccessibleRows
{
public:
    AccessibleRows() = default;
    explicit AccessibleRows(const Plan &plan);

    [[nodiscard]] qint32 count() const { return static_cast<qint32>(m_firstSeat.size()) - 1; }
    [[nodiscard]] qint32 sectionCount() const { return static_cast<qint32>(m_firstRow.size()) - 1; }
    // Also for the section or row after the last.
    [[nodiscard]] qint32 firstRow(qint32 section) const { return m_firstRow[static_cast<std::size_t>(section)]; }
    [[nodiscard]] qint32 firstSeat(qint32 row) const { return m_firstSeat[static_cast<std::size_t>(row)]; }
    [[nodiscard]] qint32 seatCount(qint32 row) const { return firstSeat(row + 1) - firstSeat(row); }
    [[nodiscard]] qint32 sectionOf(qint32 row) const;
    [[nodiscard]] qint32 rowOf(qint32 seat) const;

private:
    std::vector<qint32> m_firstRow = {0};
    std::vector<qint32> m_firstSeat = {0};
};

} // namespace parterre
