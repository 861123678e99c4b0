// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/domain/event.h"
#include "shared/domain/hold.h"
#include "shared/domain/user.h"
#include "shared/protocol/method.h"

#include <optional>

namespace parterre::protocol {

struct HoldsAcquireParams {
    EventId event = {};
    QList<qint32> places = {};                // none only where there are areas
    std::optional<QList<AreaSeats>> areas = {};
    std::optional<bool> heldBack = {};        // for the counter: what the house holds back, too
    std::optional<bool> instead = {}; // when somebody else was quicker, name the nearest group like it in the error
};

// Of holds.release and extend. All of the places or none.
struct HoldsParams {
    EventId event = {};
    QList<qint32> places = {};
};

struct HoldsResult {
    QList<Hold> holds = {}; // of the places named, in their order; then of the areas, all the session has there
};

struct HoldsEndedParams {
    EventId event = {};
    QList<qint32> places = {};
    HoldEndReason reason = HoldEndReason::Expired;
};

struct HoldsAcquire {
    using Params = HoldsAcquireParams;
    using Result = HoldsResult;
    static constexpr std::array kErrors {ErrorCode::NotFound, ErrorCode::UnknownPlace, ErrorCode::SeatTaken, ErrorCode::TooManySeats, ErrorCode::SaleClosed, ErrorCode::CheckoutRunning,
                                       ErrorCode::AreaFull, ErrorCode::TableSoldWhole, ErrorCode::SeatHeldBack};
    static constexpr MethodInfo kInfo {"holds.acquire", "Holds seats and places of areas for this session, all or none; what it holds already stays as it is. A table that is sold whole is held with all of its seats. What the house holds back the counter gets with `heldBack`, and otherwise hears seat_held_back. With `instead`, a seat_taken names data.instead to hold, where there is any", kSellers, kErrors};
};

struct HoldsRelease {
    using Params = HoldsParams;
    using Result = Nothing;
    static constexpr std::array kErrors {ErrorCode::NotFound, ErrorCode::UnknownPlace, ErrorCode::NotHeld, ErrorCode::CheckoutRunning, ErrorCode::TableSoldWhole};
    static constexpr MethodInfo kInfo {"holds.release", "Gives held seats back", kSellers, kErrors};
};

struct HoldsExtend {
    using Params = HoldsParams;
    using Result = HoldsResult;
    static constexpr std::array kErrors {ErrorCode::NotFound, ErrorCode::UnknownPlace, ErrorCode::NotHeld, ErrorCode::HoldExpired, ErrorCode::TooManyExtensions, ErrorCode::CheckoutRunning, ErrorCode::TableSoldWhole};
    static constexpr MethodInfo kInfo {"holds.extend", "Gives held seats more time, as often as the event allows", kSellers, kErrors};
};

struct HoldsHolderParams {
    EventId event = {};
    qint32 place = 0;
};

struct HoldsHolderResult {
    QString name = {};    // empty when nobody is known
    Role role = Role::Anonymous;
    Instant expires = {};
};

struct HoldsHolder {
    using Params = HoldsHolderParams;
    using Result = HoldsHolderResult;
    static constexpr std::array kErrors {ErrorCode::NotFound, ErrorCode::UnknownPlace, ErrorCode::NotHeld};
    static constexpr MethodInfo kInfo {"holds.holder", "Who holds a seat and until when, for the counter", kCounter, kErrors};
};

struct HoldsEnded {
    using Params = HoldsEndedParams;
    static constexpr NotificationInfo kInfo {"holds.ended", "Holds of this session that ended without its asking"};
};

} // namespace parterre::protocol
