// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/domain/refund.h"

#include <QByteArray>

namespace parterre {

// A refund list for a spreadsheet: CSV as in RFC 4180, with a mark that it is UTF-8. Amounts are plain numbers, times UTC as
// in ISO 8601. No cell begins like a formula.
[[nodiscard]] QByteArray refundFile(const QList<RefundEntry> &refunds);

} // namespace parterre
