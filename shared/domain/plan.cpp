// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/domain/plan.h"

namespace parterre {

qint32 seatCount(const Plan &plan)
{
    qsizetype count = 0;
    for (const Section &section : plan.sections) {
        for (const Row &row : section.rows)
            count += row.seats.size();
    }
    return static_cast<qint32>(count);
}

} // namespace parterre
