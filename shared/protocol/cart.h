// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/domain/event.h"
#include "shared/domain/hold.h"
#include "shared/protocol/bookings.h"

#include <optional>

namespace parterre::protocol {

struct TicketPrice {
    QString ticketType = {}; // TicketType::key
    QString name = {};
    Money price = {};
    std::optional<Money> inAll = {}; // with fee and added tax, where it has any

    [[nodiscard]] const Money &charged() const { return inAll ? *inAll : price; }

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

struct CartQuoteParams {
    QList<CheckoutItem> items = {};
    std::optional<QString> code = {};
    std::optional<bool> exchange = {};  // they are taken for tickets of a booking, of which nothing more is said
    std::optional<BookingId> booking = {}; // they are taken for tickets of this one: those of
    std::optional<QStringList> givenBack = {}; // these numbers; what stays of it counts for groups and bundles

    friend bool operator==(const CartQuoteParams &, const CartQuoteParams &) = default;
};

// What one item costs.
struct QuoteLine {
    EventId event = {};
    qint32 place = 0;
    QString ticketType = {};
    PriceParts parts = {};
    Money price = {};                   // in all

    friend bool operator==(const QuoteLine &, const QuoteLine &) = default;
};

struct CartQuoteResult {
    QList<QuoteLine> lines = {};
    QList<Charge> charges = {};
    Money total = {};
    Money tax = {};
    bool codeTakesOff = false;

    friend bool operator==(const CartQuoteResult &, const CartQuoteResult &) = default;
};

// Whoever holds the seats, and holds nothing itself.
struct CartQuote {
    using Params = CartQuoteParams;
    using Result = CartQuoteResult;
    static constexpr std::array kErrors {ErrorCode::NotFound,     ErrorCode::UnknownPlace, ErrorCode::NoPrice,    ErrorCode::SaleClosed, ErrorCode::CurrencyMismatch,
                                         ErrorCode::CodeUnknown, ErrorCode::CodeNotValid, ErrorCode::CodeUsedUp};
    static constexpr MethodInfo kInfo {"cart.quote", "What a checkout of these would cost now, with discounts, fees and tax", kSellers, kErrors};
};

} // namespace parterre::protocol
