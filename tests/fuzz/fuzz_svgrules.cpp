// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever the bytes are: an error, or rules that are written and read the same, and by which a drawing can be read.
#include "planimport.h"

#include "shared/planio/svgplan.h"

using namespace parterre;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const Result<planio::SvgRules> rules = planio::readSvgRules(QByteArray(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size)));
    if (!rules) {
        fuzz::require(!rules.error().detail.isEmpty());
        return 0;
    }
    const Result<planio::SvgRules> again = planio::readSvgRules(planio::writeSvgRules(*rules));
    fuzz::require(again.ok() && *again == *rules);
    static const QByteArray drawing(R"(<svg xmlns="http://www.w3.org/2000/svg"><g class="section" id="left"><g class="row" id="row-A"><circle class="seat" id="seat-A-1" data-number="1" r="4"/>)"
                                    R"(<rect class="area" data-capacity="3" width="9" height="9"/></g></g><text>x</text></svg>)");
    static_cast<void>(fuzz::checkImport(planio::readSvgPlan(drawing, {}, *rules)));
    return 0;
}
