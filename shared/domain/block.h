// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/domain/user.h"

#include <QList>

#include <optional>

namespace parterre {

// What the house keeps from being sold: held back, so that only staff sells it, or killed, so that nobody does.
enum class BlockKind { HeldBack, Killed };

// When blocked seats become free: at a moment, or some time before the event begins, and then at whatever it was moved to.
struct BlockRelease {
    std::optional<Instant> at = {};               // one of these two
    std::optional<qint32> minutesBefore = {};
    bool isConfirmed = true;                      // else somebody has to say so when it is time

    [[nodiscard]] Instant timeFor(Instant start) const { return at ? *at : start - std::chrono::minutes(minutesBefore.value_or(0)); }

    friend bool operator==(const BlockRelease &, const BlockRelease &) = default;
};

// Seats of one event that are kept from sale together, for one reason.
struct Block {
    BlockId id = {};
    EventId event = {};
    BlockKind kind = BlockKind::HeldBack;
    QString reason = {};
    Instant created = {};
    User createdBy = {};
    std::optional<BlockRelease> release = {};     // nothing: until somebody releases it
    QList<qint32> places = {};                    // ascending; none of what was sold since

    friend bool operator==(const Block &, const Block &) = default;
};

// So many free places of an area; which of them is all the same.
struct AreaBlock {
    qint32 area = 0;                              // position among the plan's areas
    qint32 seats = 0;

    friend bool operator==(const AreaBlock &, const AreaBlock &) = default;
};

// Places of one block.
struct BlockedPlaces {
    BlockId block = {};
    QList<qint32> places = {};

    friend bool operator==(const BlockedPlaces &, const BlockedPlaces &) = default;
};

// Another release of a block.
struct BlockRule {
    BlockId block = {};
    std::optional<BlockRelease> release = {};

    friend bool operator==(const BlockRule &, const BlockRule &) = default;
};

// A block that becomes free by itself, as those see it who decide about many events.
struct DueBlock {
    Block block = {};                             // without its places
    qint32 seats = 0;
    QStringList labels = {};                      // of the first seats
    QString eventName = {};
    Instant start = {};                           // of the event
    QString timeZone = {};                        // of its venue
    Instant due = {};
    bool isWaiting = false;                       // it is time, and somebody has to confirm it

    friend bool operator==(const DueBlock &, const DueBlock &) = default;
};

struct BlockLimits {
    static constexpr qint32 kPlaces = 5'000;      // of one block: it has to fit into one message
    static constexpr qint32 kAreas = 20;
    static constexpr qsizetype kReasonLength = 200;
    static constexpr qint32 kMinutesBefore = 60 * 24 * 366;
    static constexpr qsizetype kLabels = 10;      // of DueBlock
};

} // namespace parterre
