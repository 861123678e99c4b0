// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/core/ids.h"
#include "shared/core/money.h"
#include "shared/domain/venue.h"

#include <chrono>

namespace parterre {

enum class EventCategory { Movie, Concert, Play, Sport, Other };
// Draft: staff only. Published: listed and sold within its sales window. Paused: listed, not sold. Cancelled: listed, and
// what was sold of it is refunded.
enum class EventState { Draft, Published, Paused, Cancelled };

// The order of a listing; soonest first where the rest is equal. Free: most free seats first.
enum class EventSort { Start, Name, Price, Free };

// One row of the listing.
struct EventSummary {
    EventId id = {};
    QString name = {};
    EventCategory category = EventCategory::Other;
    EventState state = EventState::Published;
    Instant start = {};
    VenueRef venue = {};
    QString timeZone = {};            // the venue's, IANA
    qint32 capacity = 0;              // seats of the plan
    qint32 free = 0;                  // to be had at the time of asking: neither held, sold nor blocked, the event not cancelled
    std::optional<Money> lowestPrice = {};
    std::optional<Money> highestPrice = {};
    std::optional<Money> lowestInAll = {};  // these two with fee and added tax, where they have any (pricing.h)
    std::optional<Money> highestInAll = {};
    std::optional<Money> bookingFee = {};   // of a booking with tickets for it alone, with its tax; absent: none
    std::optional<QString> poster = {}; // Poster::hash
    std::optional<SeriesId> series = {}; // it was made with

    // What a customer pays for the cheapest and for the dearest ticket, before discounts.
    [[nodiscard]] const std::optional<Money> &lowestCharged() const { return lowestInAll ? lowestInAll : lowestPrice; }
    [[nodiscard]] const std::optional<Money> &highestCharged() const { return highestInAll ? highestInAll : highestPrice; }

    friend bool operator==(const EventSummary &, const EventSummary &) = default;
};

struct TicketType {
    QString key = {};                 // "adult"
    QString name = {};                // "Adult"

    friend bool operator==(const TicketType &, const TicketType &) = default;
};

struct Price {
    QString category = {};            // Category::key of the plan
    QString ticketType = {};          // TicketType::key
    Money price = {};
    std::optional<Money> inAll = {};  // with fee and added tax, where it has any

    [[nodiscard]] const Money &charged() const { return inAll ? *inAll : price; }

    friend bool operator==(const Price &, const Price &) = default;
};

// What an event does about choices that leave single free seats which nobody will buy (orphanrule.h).
enum class OrphanRule { Off, Warn, Block };

// What a sale obeys. Set per event, enforced by the server only.
struct SaleRules {
    std::chrono::seconds holdTime {600};
    std::chrono::seconds extensionTime {300};
    qint32 maxExtensions = 2;
    qint32 maxSeats = 10;             // that a customer may hold at once, over all of their sessions; a session of the counter up to kMaxSeatsCounter
    std::optional<qint32> maxPerBooking = {}; // tickets in one booking, likewise; as many as maxSeats when empty
    std::optional<Instant> salesFrom = {};  // open at once when empty
    std::optional<Instant> salesUntil = {}; // until the start when empty
    std::optional<Instant> cancelUntil = {}; // customers may cancel until then; until the start when empty
    OrphanRule orphanRule = OrphanRule::Off;
    std::chrono::minutes reservationRelease {30}; // before the start, when what was not paid falls free at the latest

    [[nodiscard]] qint32 mostInBooking() const { return maxPerBooking.value_or(maxSeats); }

    friend bool operator==(const SaleRules &, const SaleRules &) = default;
};

enum class TaxMode { Included, Added };

// What is charged besides the prices, in the currency of these, and what stays with the house of tickets that are given back.
// Rates and shares are in hundredths of a percent. How all of it is put together: pricing.h.
struct PriceRules {
    qint64 ticketFee = 0;             // of each ticket that costs something, minor units
    qint64 bookingFee = 0;            // once of a booking
    qint32 taxRate = 0;               // of the prices
    qint32 feeTaxRate = 0;            // of all fees
    TaxMode taxMode = TaxMode::Included;
    qint64 cancelFee = 0;             // of each ticket given back, and
    qint32 cancelShare = 0;           // of what it cost

    friend bool operator==(const PriceRules &, const PriceRules &) = default;
};

// One performance.
struct Event {
    EventSummary summary = {};
    QString description = {};
    qint32 durationMinutes = 0;
    PlanVersionRef plan = {};
    SaleRules rules = {};
    QList<TicketType> ticketTypes = {}; // in the order to offer them; the first is the default
    QList<Price> prices = {};
    std::optional<PriceRules> priceRules = {}; // absent: the prices are all
    qint32 version = 1;                 // rises with every change
    std::optional<QString> cancelReason = {}; // when it is cancelled

    friend bool operator==(const Event &, const Event &) = default;
};

// A price in the currency of its event.
struct PriceEntry {
    QString category = {};            // Category::key of the plan
    QString ticketType = {};          // TicketType::key
    qint64 amount = 0;                // minor units

    friend bool operator==(const PriceEntry &, const PriceEntry &) = default;
};

// What is decided about an event by those who manage the programme. The plan says where it is.
struct EventDefinition {
    QString name = {};
    QString description = {};
    EventCategory category = EventCategory::Other;
    Instant start = {};
    qint32 durationMinutes = 0;       // 0: unknown
    PlanId plan = {};
    qint32 planVersion = 0;
    SaleRules rules = {};
    QList<TicketType> ticketTypes = {};
    Currency currency = {};
    QList<PriceEntry> prices = {};
    std::optional<PriceRules> priceRules = {}; // absent: the prices are all

    friend bool operator==(const EventDefinition &, const EventDefinition &) = default;
};

// Most places one request may name, and most a session of the counter may hold of one event, or put into one booking.
inline constexpr qint32 kMaxPlacesPerRequest = 100;
inline constexpr qint32 kMaxAreasPerRequest = 20;
inline constexpr qint32 kMaxSeatsCounter = 100;

} // namespace parterre
