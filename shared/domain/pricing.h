// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/core/result.h"
#include "shared/domain/booking.h"
#include "shared/domain/discount.h"
#include "shared/domain/event.h"

#include <QHash>

namespace parterre {

// What tickets cost in all. Everything is in minor units; what does not come out even is rounded to the nearest of them, a half
// away from zero, for each ticket alone, so that the sum of the tickets is the total.
//
// Of the discounts a ticket gets the single one that takes most off its price, of equals that with the lesser id: they never add
// up, and neither their order nor that of the tickets means anything. One that is good for so many tickets and no more comes
// after the others, in the order of ids, and goes to those which gain most by it, of equals to those with the lesser event and
// place. What it leaves is never below 0. Then comes the fee of the ticket, unless the ticket costs nothing, and then the tax,
// that of the fee by a rate of its own; both are contained in what they are of, or both are added to it. A booking bears one fee
// besides: the highest of its events, of those with tickets that cost something; of equals that of the lesser event.

// A ticket before it is priced.
struct PriceItem {
    EventId event = {};
    qint32 place = 0;                          // an item is one of its event's
    std::optional<SeriesId> series = {};       // of the event
    QString category = {};
    QString ticketType = {};
    Money base = {};                           // by the event's prices; all items in one currency
    PriceRules rules = {};                     // of the event
    std::optional<QString> discountName = {};  // of one that stays: what it has already
};

// How many tickets of an event are sold as this.
struct SoldCount {
    QString category = {};
    QString ticketType = {};                   // empty: nobody knows, so it counts wherever it could
    qint32 tickets = 0;
};

// What decides about discounts besides the items.
struct PriceFacts {
    Instant now = {};
    std::optional<QString> code = {};          // that was typed
    QHash<EventId, QList<SoldCount>> sold = {}; // tickets of an event that are sold; none when absent
    QList<PriceItem> givenBack = {};           // of these: tickets of the booking that the items are taken for
    bool isExchange = false;                   // then there is no fee of the booking: it was paid with the first tickets
    QList<PriceItem> staying = {};             // tickets of the booking: they keep their prices, and count where many are needed or few may be
};

struct PricedTicket {
    Money price = {};                          // in all
    PriceParts parts = {};
    std::optional<DiscountId> discount = {};   // PriceParts::discountName's
};

struct Pricing {
    QList<PricedTicket> tickets = {};          // as the items
    QList<Charge> charges = {};                // the fee of the booking, if any; `at` is PriceFacts::now
    QList<DiscountId> codesUsed = {};          // of kind Code, that a ticket got; in the order of ids

    [[nodiscard]] qint64 total() const;
    [[nodiscard]] qint64 tax() const;
};

// Whether the code that was typed is good for any of the items. CodeUnknown, CodeNotValid.
[[nodiscard]] Result<void> judgeCode(const QList<PriceItem> &items, const QList<Discount> &discounts, const PriceFacts &facts);
[[nodiscard]] Pricing priceOf(const QList<PriceItem> &items, const QList<Discount> &discounts, const PriceFacts &facts);
// What a ticket costs in all before anything is taken off, if that is another amount than its price.
[[nodiscard]] std::optional<Money> inAll(const Money &price, const PriceRules &rules);
// What a booking bears besides, with its tax; nothing when that is nothing.
[[nodiscard]] std::optional<Money> bookingFeeOf(const PriceRules &rules, const Currency &currency);
// Whether nothing was taken off or added, so that the price is all there is to say.
[[nodiscard]] bool isPlain(const PricedTicket &ticket);

// What stays with the house of a ticket that is given back: never more than it cost.
[[nodiscard]] CancelFee cancelFeeOf(const PriceRules &rules, const Money &price);
// What stays of all of these, by their own cancellation fees: one charge for each event where anything does.
[[nodiscard]] QList<Charge> cancelChargesOf(const QList<Ticket> &tickets, Instant now);
// What stays of an exchange for tickets that cost `taken` in all: where they cost less than what is given back, so much of the
// cancellation fees as of the prices goes back, rounded down in all.
[[nodiscard]] QList<Charge> exchangeChargesOf(const QList<Ticket> &givenBack, qint64 taken, Instant now);
[[nodiscard]] qint64 sumOf(const QList<Charge> &charges);

} // namespace parterre
