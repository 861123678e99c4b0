// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever the bytes are: an error, or a valid plan that every format has the seats of.
#include "planimport.h"

#include "shared/planio/planfile.h"

using namespace parterre;
using planio::PlanFileFormat;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const Result<planio::PlanFile> file = planio::readPlanFile(QByteArray(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size)));
    if (!file) {
        fuzz::require(!file.error().detail.isEmpty());
        return 0;
    }
    fuzz::require(validatePlan(file->plan).isEmpty());
    for (const PlanFileFormat format : {PlanFileFormat::Parterre, PlanFileFormat::Pretix, PlanFileFormat::Svg, PlanFileFormat::Csv}) {
        const Result<planio::ExportResult> written = planio::writePlanFile(file->plan, format);
        fuzz::require(written.ok());
        const Result<planio::PlanFile> again = planio::readPlanFile(written->file);
        fuzz::require(again ? again->format == format && seatCount(again->plan) == seatCount(file->plan) : seatCount(file->plan) == 0);
    }
    return 0;
}
