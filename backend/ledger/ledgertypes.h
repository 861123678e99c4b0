// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/core/clock.h"
#include "shared/core/error.h"
#include "shared/domain/hold.h"
#include "shared/domain/seatstate.h"

#include <QtGlobal>

#include <optional>
#include <span>
#include <vector>

namespace parterre::ledger {

// Who may hold seats: one session, as an integer its owner hands out and never uses for two sessions.
enum class HolderId : quint64 {};
inline constexpr HolderId kNobody {0};

inline constexpr int kMaxExtensionsLimit = 1'000;

struct LedgerRules {
    std::chrono::milliseconds holdTime {600'000};      // at least 1
    std::chrono::milliseconds extensionTime {300'000}; // at least 0
    int maxExtensions = 2;                             // per hold, 0..kMaxExtensionsLimit

    [[nodiscard]] bool isWithinLimits() const
    {
        return holdTime.count() >= 1 && extensionTime.count() >= 0 && maxExtensions >= 0 && maxExtensions <= kMaxExtensionsLimit;
    }
};

inline constexpr qint32 kMaxLedgerSeats = 500'000;

// Versions and revisions of one ledger start at epoch << 32, so an epoch above every earlier one keeps both rising
// over a restart. Below 2^21 everything stays under 2^53 and survives JSON.
inline constexpr int kEpochShift = 32;
inline constexpr quint32 kMaxEpoch = (1U << 21) - 1;

// What a ledger is built from.
struct LedgerStart {
    qint32 seats = 0;
    LedgerRules rules = {};
    quint32 epoch = 1;                        // 1..kMaxEpoch, never used before for this event
    std::span<const qint32> sold = {};        // a place that is in both lists is sold
    std::span<const qint32> blocked = {};
    qint64 above = 0;                         // versions and revisions start higher than this, too

    // InvalidParams for what is out of range.
    [[nodiscard]] std::optional<Error> fault() const
    {
        if (seats < 0 || seats > kMaxLedgerSeats)
            return Error {.code = ErrorCode::InvalidParams, .detail = QStringLiteral("seats"), .limit = kMaxLedgerSeats};
        if (epoch < 1 || epoch > kMaxEpoch)
            return Error {.code = ErrorCode::InvalidParams, .detail = QStringLiteral("epoch"), .limit = kMaxEpoch};
        if (!rules.isWithinLimits())
            return Error {.code = ErrorCode::InvalidParams, .detail = QStringLiteral("rules")};
        return std::nullopt;
    }
};

// Whether an extension is one of the few that an event allows.
enum class Extension : quint8 { Counts, IsFree };

// What blocked seats are to somebody who wants them: not to be had, or as good as free.
enum class Blocked : quint8 { IsTaken, MayBeHeld };

// A seat as given to its holder.
struct Grant {
    qint32 place = 0;
    qint64 version = 0;
    Tick deadline = {};                       // the holder's while now < deadline; as it stood at the freeze when frozen
    int extensionsLeft = 0;
    bool frozen = false;

    friend bool operator==(const Grant &, const Grant &) = default;
};

// A place with the version its buyer believes to hold: what a checkout has to show.
struct Fence {
    qint32 place = 0;
    qint64 version = 0;

    friend bool operator==(const Fence &, const Fence &) = default;
};

// A checkout under way. Void after commit or thaw, and in every other ledger.
struct CheckoutToken {
    quint32 epoch = 0;
    quint32 serial = 0;
    qint32 index = -1;

    friend bool operator==(const CheckoutToken &, const CheckoutToken &) = default;
};

// The last state of every place that changed after revision `from`, up to and with revision `to`. Because states are
// absolute, it brings any map of revision from..to to revision `to`; to an older map there is a gap.
struct SeatChanges {
    qint64 from = 0;
    qint64 to = 0;
    std::vector<SeatChange> seats = {};

    friend bool operator==(const SeatChanges &, const SeatChanges &) = default;
};

// A hold that ended without a sale. Released answers the holder's own request, LoggedOut perhaps, the others do not.
struct EndedHold {
    HolderId holder = kNobody;
    qint32 place = 0;
    qint64 version = 0;
    HoldEndReason reason = HoldEndReason::Expired;

    friend bool operator==(const EndedHold &, const EndedHold &) = default;
};

} // namespace parterre::ledger
