// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever a scanner types: no code, or one that is written exactly so.
#include "shared/domain/ticketcode.h"

#include <cstdlib>

using namespace parterre;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QString text = QString::fromUtf8(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const std::optional<SignedTicketCode> code = readTicketCode(text);
    if (code && writeTicketCode(*code) != text.trimmed().toUpper())
        std::abort();
    const QString number = normalizedTicketNumber(text);
    if (normalizedTicketNumber(number) != number)
        std::abort();
    return 0;
}
