// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever the bytes are: an error, or a plan whose document and pages make it again.
#include "shared/planio/planjson.h"
#include "shared/planio/planpages.h"

#include <cstdlib>

using namespace parterre;
using namespace parterre::planio;

namespace {

constexpr qsizetype kSmallPage = 300;

void require(bool truth)
{
    if (!truth)
        std::abort();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const Result<Plan> plan = readPlan(QByteArray(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size)));
    if (!plan) {
        require(!plan.error().detail.isEmpty());
        return 0;
    }
    const QByteArray document = writePlan(*plan);
    const Result<Plan> again = readPlan(document);
    require(again.ok() && *again == *plan && writePlan(*again) == document);

    PlanAssembler assembler;
    for (const QJsonObject &page : planPages(*plan, kSmallPage))
        require(assembler.add(page).ok());
    const Result<Plan> whole = assembler.finish(planHash(document));
    require(whole.ok() && *whole == *plan);
    return 0;
}
