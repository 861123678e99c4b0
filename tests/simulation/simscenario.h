// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simmessage.h"

namespace parterre::simulation {

// The house, its rules and its bad luck, all drawn from the seed.
struct SimScenario {
    int seats = 0;
    int clients = 0;
    int maxHeld = 0;
    int steps = 0;
    ledger::LedgerRules rules = {};
    std::chrono::milliseconds grace {0};
    NetworkFaults faults = {};
    int storeFailsPercent = 0;
    int storeUnknownPercent = 0;
    std::chrono::milliseconds storeSlowest {0};
    int restartPerMille = 0;

    [[nodiscard]] static SimScenario draw(SimRandom &random)
    {
        using std::chrono::milliseconds;
        SimScenario s;
        s.seats = random.between(4, 16);
        s.clients = random.between(2, 4);
        s.maxHeld = random.between(2, 6);
        s.steps = random.between(200, 600);
        s.rules = {.holdTime = milliseconds(random.between(300, 6'000)), .extensionTime = milliseconds(random.between(0, 8'000)),
                   .maxExtensions = random.below(3)};
        s.grace = random.chance(30) ? milliseconds(0) : milliseconds(random.between(50, 2'000));
        const bool calm = random.chance(20); // bad luck hides what only long good luck shows
        s.faults = calm ? NetworkFaults {}
                        : NetworkFaults {random.below(15), random.below(20), random.below(30), milliseconds(random.between(50, 1'500))};
        s.storeFailsPercent = calm ? 0 : random.below(30);
        s.storeUnknownPercent = calm ? 0 : random.below(30);
        s.storeSlowest = milliseconds(random.between(20, 3'000));
        s.restartPerMille = random.chance(50) ? random.below(12) : 0;
        return s;
    }
};

} // namespace parterre::simulation
