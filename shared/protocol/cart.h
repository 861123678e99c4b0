// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/domain/event.h"
#include "shared/domain/hold.h"
#include "shared/protocol/method.h"

namespace parterre::protocol {

struct TicketPrice {
    QString ticketType = {}; // TicketType::key
    QString name = {};
    Money price = {};

    friend bool operator==(const TicketPrice &, const TicketPrice &) = default;
};

// One held seat and what it may be sold as; the first price is the default.
struct CartLine {
    Hold hold = {};
    QString eventName = {};
    QString label = {};
    QString category = {};
    QList<TicketPrice> prices = {};

    friend bool operator==(const CartLine &, const CartLine &) = default;
};

struct CartGetResult {
    QList<CartLine> lines = {};
    Instant serverTime = {};
};

struct CartGet {
    using Params = Nothing;
    using Result = CartGetResult;
    static constexpr MethodInfo kInfo {"cart.get", "What the session holds, with prices and ends", kSellers, {}};
};

} // namespace parterre::protocol
