// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever the bytes are: an error, or a valid plan whose drawing has the same seats again.
#include "planimport.h"

#include "shared/planio/svgplan.h"

using namespace parterre;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const Result<planio::ImportResult> result = planio::readSvgPlan(QByteArray(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size)));
    if (!fuzz::checkImport(result))
        return 0;
    const Result<planio::ImportResult> again = planio::readSvgPlan(planio::writeSvgPlan(result->plan).file);
    fuzz::require(again.ok() && placeCount(again->plan) == placeCount(result->plan));
    return 0;
}
