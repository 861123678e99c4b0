// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/domain/event.h"
#include "shared/domain/seatpicker.h"
#include "shared/protocol/method.h"

#include <optional>

namespace parterre::protocol {

struct SeatsSuggestParams {
    EventId event = {};
    qint32 size = 1;                               // people
    std::optional<qint32> wheelchairs = {};        // of them, who need a wheelchair place
    std::optional<QList<QString>> categories = {}; // keys of the plan; any when absent
    std::optional<qint32> section = {};            // which of the plan's sections, from 0; any when absent
    std::optional<QList<qint32>> lost = {};        // a group that somebody else got: the nearest like it
    std::optional<bool> heldBack = {};             // for the counter: what the house holds back, too
};

struct SuggestedSeats {
    QList<qint32> places = {};
    GroupShape shape = GroupShape::Together;
    OfferReason reason = OfferReason::BestView;
    std::optional<Money> price = {};               // of all, as the event's first ticket type
    std::optional<Money> inAll = {};               // with fees and added tax, where they have any
    qint32 rowsBefore = 0;

    friend bool operator==(const SuggestedSeats &, const SuggestedSeats &) = default;
};

struct SeatsSuggestResult {
    QList<SuggestedSeats> offers = {};
};

struct SeatsSuggest {
    using Params = SeatsSuggestParams;
    using Result = SeatsSuggestResult;
    static constexpr std::array kErrors {ErrorCode::NotFound, ErrorCode::UnknownPlace, ErrorCode::TooManySeats};
    static constexpr MethodInfo kInfo {"seats.suggest", "Up to three choices of the best seats that are free, best first; nothing is held", kSellers, kErrors};
};

} // namespace parterre::protocol
