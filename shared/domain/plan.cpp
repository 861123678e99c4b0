// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/domain/plan.h"

#include <algorithm>
#include <limits>

namespace parterre {

QString areaPlaceLabel(const Area &area, qint32 place)
{
    return area.name + u' ' + QString::number(place - area.firstPlace + 1);
}

qint32 seatCount(const Plan &plan)
{
    qsizetype count = 0;
    for (const Section &section : plan.sections) {
        for (const Row &row : section.rows)
            count += row.seats.size();
        for (const Table &table : section.tables)
            count += table.seats.size();
    }
    return static_cast<qint32>(count);
}

qint32 placeCount(const Plan &plan)
{
    qint64 count = seatCount(plan);
    forEachArea(plan, [&count](const Area &area) { count += std::max(0, area.capacity); });
    return static_cast<qint32>(std::min<qint64>(count, std::numeric_limits<qint32>::max()));
}

} // namespace parterre
