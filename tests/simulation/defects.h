// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ledgerport.h"

namespace parterre::simulation {

struct Defect {
    const char *name = "";
    LedgerFactory factory;
};

// The bug bank: ledgers that are wrong in one way each, as real box offices have been. The simulation must tell every
// one of them from the true ledger. The defects are put around it; the product has no switch for them.
[[nodiscard]] std::vector<Defect> defects();

} // namespace parterre::simulation
