// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ledgerport.h"

namespace parterre::simulation {

struct Defect {
    const char *name = "";
    LedgerFactory factory;
    // How a broken promise convicts it without the model, as the complaint begins; empty when only the model sees it.
    const char *promise = "";
};

// The bug bank: ledgers that are wrong in one way each, as real box offices have been. The simulation must tell every
// one of them from the true ledger. The defects are put around it; the product has no switch for them.
[[nodiscard]] std::vector<Defect> defects();

} // namespace parterre::simulation
