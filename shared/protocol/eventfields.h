// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// How an event, and what is decided about it, looks on the wire. Included by the .cpp files of shared/protocol only.

#include "shared/domain/refund.h"
#include "shared/domain/seriesedit.h"
#include "shared/protocol/domainfields.h"

namespace parterre::protocol {

template<>
struct EnumWords<EventField> {
    static constexpr std::array all {std::pair {EventField::Name, "name"},         std::pair {EventField::Description, "description"}, std::pair {EventField::Category, "category"},
                                     std::pair {EventField::Start, "start"},       std::pair {EventField::Duration, "duration"},       std::pair {EventField::TicketTypes, "ticketTypes"},
                                     std::pair {EventField::Prices, "prices"},     std::pair {EventField::SaleRules, "rules"},
                                     std::pair {EventField::PriceRules, "priceRules"}, std::pair {EventField::Poster, "poster"}};
};

template<>
struct EnumWords<OrphanRule> {
    static constexpr std::array all {std::pair {OrphanRule::Off, "off"}, std::pair {OrphanRule::Warn, "warn"}, std::pair {OrphanRule::Block, "block"}};
};

template<>
struct EnumWords<TaxMode> {
    static constexpr std::array all {std::pair {TaxMode::Included, "included"}, std::pair {TaxMode::Added, "added"}};
};

template<>
struct Fields<SaleRules> {
    static constexpr const char *name = "SaleRules";
    static constexpr auto all()
    {
        return std::make_tuple(
            field("holdTime", &SaleRules::holdTime, "Seconds a hold lasts"), field("extensionTime", &SaleRules::extensionTime, "Seconds an extension lasts from when it is asked"),
            field("maxExtensions", &SaleRules::maxExtensions, "Extensions of one hold"), field("maxSeats", &SaleRules::maxSeats, "Seats of this event that a customer may hold at once, over all sessions"),
            field("maxPerBooking", &SaleRules::maxPerBooking, "Tickets for this event in one booking of a customer; as many as maxSeats when absent, or what an event that is changed has", {.min = 1, .max = kMaxSeatsCounter}),
            field("salesFrom", &SaleRules::salesFrom, "Sale opens; open when absent"), field("salesUntil", &SaleRules::salesUntil, "Sale ends; at the start when absent"),
            field("cancelUntil", &SaleRules::cancelUntil, "Customers may cancel until then; until the start when absent"),
            field("orphanRule", &SaleRules::orphanRule, "Whether choices that strand single free seats are warned of, or refused with seat_stranded"),
            field("reservationRelease", &SaleRules::reservationRelease, "Minutes before the start when reservations fall free at the latest; 30 when absent",
                  {.max = EventLimits::kLongestRelease.count(), .mayBeAbsent = true}));
    }
};

constexpr Rule kFeeRule {.max = EventLimits::kPrice};
constexpr Rule kRateRule {.max = EventLimits::kRate};

template<>
struct Fields<PriceRules> {
    static constexpr const char *name = "PriceRules";
    static constexpr auto all()
    {
        return std::make_tuple(
            field("ticketFee", &PriceRules::ticketFee, "Of each ticket that costs something, minor units of the event's currency", kFeeRule),
            field("bookingFee", &PriceRules::bookingFee, "Once of a booking, the highest of its events; minor units", kFeeRule),
            field("taxRate", &PriceRules::taxRate, "Of prices, in hundredths of a percent", kRateRule),
            field("feeTaxRate", &PriceRules::feeTaxRate, "Of fees, in hundredths of a percent", kRateRule),
            field("taxMode", &PriceRules::taxMode, "Whether prices and fees contain the tax, or it is added to them"),
            field("cancelFee", &PriceRules::cancelFee, "Stays with the house of each ticket given back, minor units", kFeeRule),
            field("cancelShare", &PriceRules::cancelShare, "And so much of what the ticket cost, in hundredths of a percent; never more than all of it", kRateRule));
    }
};

template<>
struct Fields<TicketType> {
    static constexpr const char *name = "TicketType";
    static constexpr auto all()
    {
        return std::make_tuple(field("key", &TicketType::key, "Names it in requests"), field("name", &TicketType::name, "For people"));
    }
};

template<>
struct Fields<Price> {
    static constexpr const char *name = "Price";
    static constexpr auto all()
    {
        return std::make_tuple(field("category", &Price::category, "Key of the plan's category"), field("ticketType", &Price::ticketType, "Key of the ticket type"),
                               field("price", &Price::price, "Of one ticket"),
                               field("inAll", &Price::inAll, "What it costs with its fee and the tax that is added; absent when that is the price"));
    }
};

template<>
struct Fields<Event> {
    static constexpr const char *name = "Event";
    static constexpr auto all()
    {
        return std::make_tuple(
            field("summary", &Event::summary, "As in the listing"), field("description", &Event::description, "Plain text, with line breaks", {.lines = true}),
            field("durationMinutes", &Event::durationMinutes, "0: unknown"), field("plan", &Event::plan, "What is sold from"),
            field("rules", &Event::rules, "What the sale obeys"), field("ticketTypes", &Event::ticketTypes, "In the order to offer; the first is the default"),
            field("prices", &Event::prices, "Category x ticket type"),
            field("priceRules", &Event::priceRules, "What is charged besides the prices; nothing when absent"), field("version", &Event::version, "Rises with every change, but not with one of its poster"),
            field("cancelReason", &Event::cancelReason, "Why it was cancelled, for everybody to read; absent when it was not", kReasonRule));
    }
};

template<>
struct Fields<PriceEntry> {
    static constexpr const char *name = "PriceEntry";
    static constexpr auto all()
    {
        return std::make_tuple(field("category", &PriceEntry::category, "Key of the plan's category", kKeyRule),
                               field("ticketType", &PriceEntry::ticketType, "Key of the ticket type", kKeyRule),
                               field("amount", &PriceEntry::amount, "Minor units of the event's currency", {.max = EventLimits::kPrice}));
    }
};

template<>
struct Fields<EventDefinition> {
    static constexpr const char *name = "EventDefinition";
    static constexpr auto all()
    {
        return std::make_tuple(
            field("name", &EventDefinition::name, "Its name", {.min = 1, .max = EventLimits::kNameLength}),
            field("description", &EventDefinition::description, "Plain text, with line breaks", {.max = EventLimits::kDescriptionLength, .lines = true}),
            field("category", &EventDefinition::category, "Kind of event"), field("start", &EventDefinition::start, "When it begins"),
            field("durationMinutes", &EventDefinition::durationMinutes, "0: unknown", {.max = EventLimits::kDurationMinutes}),
            field("plan", &EventDefinition::plan, "What is sold from; its venue is where the event is"),
            field("planVersion", &EventDefinition::planVersion, "Counts from 1", {.min = 1}), field("rules", &EventDefinition::rules, "What the sale obeys"),
            field("ticketTypes", &EventDefinition::ticketTypes, "In the order to offer; the first is the default", {.max = EventLimits::kTicketTypes}),
            field("currency", &EventDefinition::currency, "Of all its prices"),
            field("prices", &EventDefinition::prices, "Category x ticket type; what has no price is not sold", {.max = EventLimits::kPrices}),
            field("priceRules", &EventDefinition::priceRules, "What is charged besides the prices; when absent nothing, or what an event that is changed has"));
    }
};

template<>
struct Fields<EventSales> {
    static constexpr const char *name = "EventSales";
    static constexpr auto all()
    {
        return std::make_tuple(field("bookings", &EventSales::bookings, "That have tickets of it that nobody gave back"), field("tickets", &EventSales::tickets, "That nobody gave back; their seats may have been given free"),
                               field("amounts", &EventSales::amounts, "What those were sold for, in each currency that there is"),
                               field("reservations", &EventSales::reservations, "Of the bookings, those that are only reserved; absent when there are none"),
                               field("reservedTickets", &EventSales::reservedTickets, "Of the tickets, those of reservations; absent when there are none"));
    }
};

template<>
struct Fields<SeriesChange> {
    static constexpr const char *name = "SeriesChange";
    static constexpr auto all()
    {
        return std::make_tuple(field("event", &SeriesChange::event, "One of them"), field("start", &SeriesChange::start, "When it begins now"),
                               field("changed", &SeriesChange::changed, "Whether anything of it was"),
                               field("kept", &SeriesChange::kept, "What was to be changed, and is its own"));
    }
};

} // namespace parterre::protocol
