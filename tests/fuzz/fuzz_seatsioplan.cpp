// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever the bytes are: an error, or a valid plan.
#include "planimport.h"

#include "shared/planio/seatsioplan.h"

using namespace parterre;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static_cast<void>(fuzz::checkImport(planio::readSeatsIoPlan(QByteArray(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size)))));
    return 0;
}
