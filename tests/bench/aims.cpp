// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/aims.h"

#include <cstdio>

namespace parterre::bench {

using namespace Qt::StringLiterals;

void printTargets(const Report &report, std::span<const Target> targets)
{
    Table table({u"aimed at"_s, u"bound"_s, u"measured"_s, QString()});
    for (const Target &target : targets) {
        const QString key = QString::fromLatin1(target.key);
        if (!report.contains(key))
            continue;
        const double value = report.value(key);
        const bool met = target.aim == Aim::AtMost ? value <= target.bound : value >= target.bound;
        table.addRow({QString::fromLatin1(target.about), (target.aim == Aim::AtMost ? u"<= "_s : u">= "_s) + readable(target.bound), readable(value), met ? u"met"_s : u"missed"_s});
    }
    std::printf("\n");
    table.print();
}

} // namespace parterre::bench
