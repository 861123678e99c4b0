// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/core/defects.h"

#include <QByteArray>
#include <QtGlobal>

#include <algorithm>
#include <atomic>

namespace parterre {

namespace {

std::atomic seeded = Defect::None;

}

bool isSeeded(Defect defect) { return seeded.load(std::memory_order_relaxed) == defect; }

void seed(Defect defect) { seeded = defect; }

bool seedFromEnvironment()
{
    const QByteArray name = qgetenv("PARTERRE_SEEDED_DEFECT");
    const auto named =
        std::find_if(kDefects.begin(), kDefects.end(), [&name](const auto &defect) { return defect.second == name; });
    if (named != kDefects.end())
        seed(named->first);
    return name.isEmpty() || named != kDefects.end();
}

} // namespace parterre
