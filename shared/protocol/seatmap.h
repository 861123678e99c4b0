// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/domain/hold.h"
#include "shared/domain/seatstate.h"
#include "shared/domain/venue.h"
#include "shared/protocol/method.h"

namespace parterre::protocol {

struct SeatmapSubscribeParams {
    EventId event = {};
};

// `states`: two bits a seat, see shared/domain/seatstate.h.
struct SeatmapSubscribeResult {
    PlanVersionRef plan = {};
    qint64 revision = 0;
    qint32 seats = 0;
    QByteArray states = {};
    QList<Hold> mine = {};
};

struct SeatmapUnsubscribeParams {
    EventId event = {};
};

struct SeatmapChangedParams {
    EventId event = {};
    qint64 from = 0;
    qint64 to = 0;
    QList<SeatChange> changes = {}; // on the wire: [place, state]
};

struct SeatmapSnapshotParams {
    EventId event = {};
    qint64 revision = 0;
    QByteArray states = {};
};

struct SeatmapSubscribe {
    using Params = SeatmapSubscribeParams;
    using Result = SeatmapSubscribeResult;
    static constexpr std::array kErrors {ErrorCode::NotFound};
    static constexpr MethodInfo kInfo {"seatmap.subscribe", "The state of every seat now, and seatmap.changed from here on; also after a gap. Not in a batch", kEveryone, kErrors, false, true};
};

struct SeatmapUnsubscribe {
    using Params = SeatmapUnsubscribeParams;
    using Result = Nothing;
    static constexpr std::array kErrors {ErrorCode::NotFound};
    static constexpr MethodInfo kInfo {"seatmap.unsubscribe", "Ends seatmap.changed for an event", kEveryone, kErrors};
};

struct SeatmapChanged {
    using Params = SeatmapChangedParams;
    static constexpr NotificationInfo kInfo {"seatmap.changed", "Seats that changed between two revisions, with their state at `to`; if `from` is above your revision, subscribe again"};
};

struct SeatmapSnapshot {
    using Params = SeatmapSnapshotParams;
    static constexpr NotificationInfo kInfo {"seatmap.snapshot", "The state of every seat, sent to a client that read too slowly for the changes"};
};

} // namespace parterre::protocol
