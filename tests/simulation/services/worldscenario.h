// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/domain/discount.h"
#include "shared/domain/event.h"
#include "shared/domain/user.h"
#include "tests/simulation/simnetwork.h"

#include <array>

namespace parterre::simulation {

inline constexpr int kMostShows = 3;
inline constexpr int kMostSeats = 12;
inline constexpr qint32 kFirstStanding = 6; // from here on the places of a show are one area's, of one price
inline constexpr int kMostUsers = 4;
inline constexpr int kVouchers = 2;
inline constexpr int kCodes = 2;
inline constexpr qint64 kVoucherWorth = 6'000; // a few seats
inline constexpr Tick kBeginning {std::chrono::milliseconds(1'000'000)};
// What time it was for people at the beginning, by a clock that is right.
inline constexpr Instant kBeginningUtc {std::chrono::milliseconds(1'795'000'000'000)};

template<class Cell>
using ByPlace = std::array<std::array<Cell, kMostSeats>, kMostShows>;

// One event of the run.
struct Show {
    Event event = {};
    int seats = 0;
    Tick madeAt = kBeginning; // the store does not know it earlier
};

// The house, its rules and its bad luck, all drawn from the seed.
struct WorldScenario {
    int offices = 1;                 // servers on the one store
    int clients = 0;
    std::vector<Show> shows = {};
    std::vector<User> users = {};
    QList<Discount> codes = {};      // kCodes; the second is good for one ticket of a booking
    std::chrono::milliseconds grace {0};
    bool selfServiceCash = true;
    NetworkFaults faults = {};
    std::chrono::milliseconds usualPause {0}; // between two things that happen of themselves
    int storeFailsPercent = 0;
    int storeOverloadedPercent = 0;
    int storeUnknownPercent = 0;     // of writes
    std::chrono::milliseconds storeSlowest {0};
    int crashAtAwaitPerMille = 0;    // of calls to the store
    int crashPerMille = 0;           // of operations, as the next four
    int pausePerMille = 0;
    int clockJumpPerMille = 0;
    int linkLostPerMille = 0;
    int cancelPerMille = 0;          // of operations: a show is cancelled, or once more; only where there is one server
    int deadlinePercent = 0;         // how often time stops just before, at or after the next thing due

    [[nodiscard]] static WorldScenario draw(SimRandom &random);
};

// The number of a show or user in its scenario, and its id.
[[nodiscard]] EventId showId(int number);
[[nodiscard]] inline int showOf(const EventId &id) { return static_cast<int>(id.uuid().data1) - 1; }
[[nodiscard]] UserId userId(int number);
[[nodiscard]] QString voucherCode(int number);
[[nodiscard]] DiscountId codeId(int number);
[[nodiscard]] inline int codeOf(const DiscountId &id) { return static_cast<int>(id.uuid().data1) - 1; }

// The others are at the rear, which is cheaper.
[[nodiscard]] inline bool isFront(qint32 place) { return place >= kFirstStanding || place % 2 == 0; }
// What a seat costs, told apart from what the services make of the event's price list.
[[nodiscard]] qint64 priceOf(int show, qint32 place, bool reduced);

} // namespace parterre::simulation
