// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace parterre::ledger {

class SeatLedger;

// What must be true of a ledger between any two calls, told from its inside: for tests, simulations and diagnostics.
// O(seats + holders); reads only.
class LedgerInvariants
{
public:
    // One English line per broken rule; empty when all hold.
    [[nodiscard]] static QStringList broken(const SeatLedger &ledger);
};

} // namespace parterre::ledger
