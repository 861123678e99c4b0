// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/domain/event.h"
#include "shared/domain/seatruns.h"
#include "shared/domain/seatstate.h"

namespace parterre {

// An *orphan* is a free seat that no free seat stands beside: nobody but a single guest will buy it. Wheelchair places
// and companion seats are none, and to the seats beside them they are as good as a wall, since they are sold to those
// who ask for them alone. So it is with tables that are sold whole, and places of areas are beside nobody.

enum class OrphanVerdict {
    Fine,
    Warned,      // may be sold, but say so
    NeedsReason, // the counter may sell it, giving a reason
    Refused,
};

struct OrphanFinding {
    OrphanVerdict verdict = OrphanVerdict::Fine;
    std::vector<qint32> stranded = {}; // seats that would become orphans, in no order; also when the rule is off

    friend bool operator==(const OrphanFinding &, const OrphanFinding &) = default;
};

// Seats that become orphans when `wanted` is sold and were none before. `wanted` is the whole cart: what the session
// holds of it already counts as free before. Looks at the seats beside the wanted ones alone.
[[nodiscard]] std::vector<qint32> strandedBy(const SeatRuns &runs, std::span<const SeatState> states, std::span<const qint32> wanted);

// Whether `size` ordinary seats side by side, of `categories` (empty: of any), can still be had without a new orphan.
// One pass that ends at the first such place.
[[nodiscard]] bool orphanFreeChoiceLeft(const SeatRuns &runs, std::span<const SeatState> states, qint32 size, std::span<const qint32> categories = {});

// The rule applied to a cart. It switches itself off when no orphan-free choice of as many ordinary seats is left in
// the categories of the cart. `atCounter`: somebody who acts for the house asks (kCounter).
[[nodiscard]] OrphanFinding judgeOrphans(OrphanRule rule, bool atCounter, const SeatRuns &runs, std::span<const SeatState> states,
                                         std::span<const qint32> wanted);

} // namespace parterre
