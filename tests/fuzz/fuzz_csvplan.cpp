// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever the bytes are: an error, or a valid plan whose seat list has the same seats again.
#include "planimport.h"

#include "shared/planio/csvplan.h"

using namespace parterre;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const Result<planio::ImportResult> result = planio::readCsvPlan(QByteArray(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size)), QStringLiteral("Plan"));
    if (!fuzz::checkImport(result))
        return 0;
    const Result<planio::ImportResult> again = planio::readCsvPlan(planio::writeCsvPlan(result->plan).file, QStringLiteral("Plan"));
    fuzz::require(again.ok() && placeCount(again->plan) == placeCount(result->plan));
    return 0;
}
