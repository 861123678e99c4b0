// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever the bytes are: an error, or a valid plan.
#include "planimport.h"

#include "shared/planio/asciiplan.h"

using namespace parterre;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray file(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    static_cast<void>(planio::looksLikeAsciiPlan(QString::fromUtf8(file)));
    static_cast<void>(fuzz::checkImport(planio::readAsciiPlan(file)));
    return 0;
}
