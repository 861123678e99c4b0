// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// How the domain's nouns look on the wire. Included by the .cpp files of shared/protocol only.

#include "shared/domain/booking.h"
#include "shared/domain/discount.h"
#include "shared/domain/eventrules.h"
#include "shared/domain/hold.h"
#include "shared/domain/poster.h"
#include "shared/domain/user.h"
#include "shared/protocol/codec.h"

namespace parterre::protocol {

inline constexpr Rule kNameRule {.min = 1, .max = 120, .noCardNumber = true};
inline constexpr Rule kHallRule {.min = 1, .max = VenueLimits::kNameLength};
inline constexpr Rule kReasonRule {.min = 1, .max = 200, .noCardNumber = true};
inline constexpr Rule kKeyRule {.min = 1, .max = 64};
inline constexpr Rule kPlaceRule {.min = 0, .max = 499'999};
inline constexpr Rule kPlacesRule {.min = 1, .max = kMaxPlacesPerRequest, .itemMin = kPlaceRule.min, .itemMax = kPlaceRule.max};
inline constexpr Rule kCursorRule {.min = 1, .max = 600};
inline constexpr Rule kTicketNumberRule {.min = 1, .max = 64};
inline constexpr Rule kTicketNumbersRule {.min = 1, .max = kMaxPlacesPerRequest, .itemMin = 1, .itemMax = 64};
inline constexpr Rule kCodeRule {.min = 1, .max = DiscountLimits::kCodeLength};
inline constexpr Rule kHashRule {.min = 64, .max = 64};
inline constexpr Rule kIdempotencyKeyRule {.min = 16, .max = 64};

template<>
struct EnumWords<Role> {
    static constexpr std::array all {
        std::pair {Role::Anonymous, "anonymous"}, std::pair {Role::Guest, "guest"}, std::pair {Role::Customer, "customer"},
        std::pair {Role::Door, "door"}, std::pair {Role::Clerk, "clerk"}, std::pair {Role::Manager, "manager"},
        std::pair {Role::Administrator, "administrator"}};
};

template<>
struct EnumWords<EventCategory> {
    static constexpr std::array all {std::pair {EventCategory::Movie, "movie"}, std::pair {EventCategory::Concert, "concert"},
                                     std::pair {EventCategory::Play, "play"}, std::pair {EventCategory::Sport, "sport"},
                                     std::pair {EventCategory::Other, "other"}};
};

template<>
struct EnumWords<EventState> {
    static constexpr std::array all {std::pair {EventState::Draft, "draft"}, std::pair {EventState::Published, "published"},
                                     std::pair {EventState::Paused, "paused"}, std::pair {EventState::Cancelled, "cancelled"}};
};

template<>
struct EnumWords<PosterFormat> {
    static constexpr std::array all {std::pair {PosterFormat::Png, "image/png"}, std::pair {PosterFormat::Jpeg, "image/jpeg"}};
};

template<>
struct EnumWords<ChargeKind> {
    static constexpr std::array all {std::pair {ChargeKind::BookingFee, "booking_fee"}, std::pair {ChargeKind::CancelFee, "cancel_fee"}};
};

template<>
struct EnumWords<BookingState> {
    static constexpr std::array all {std::pair {BookingState::Confirmed, "confirmed"}, std::pair {BookingState::Cancelled, "cancelled"},
                                     std::pair {BookingState::Reserved, "reserved"}};
};

template<>
struct EnumWords<EventSort> {
    static constexpr std::array all {std::pair {EventSort::Start, "start"}, std::pair {EventSort::Name, "name"}, std::pair {EventSort::Price, "price"},
                                     std::pair {EventSort::Free, "free"}};
};

template<>
struct EnumWords<TicketState> {
    static constexpr std::array all {std::pair {TicketState::Valid, "valid"}, std::pair {TicketState::Cancelled, "cancelled"},
                                       std::pair {TicketState::Exchanged, "exchanged"}, std::pair {TicketState::Released, "released"}};
};

template<>
struct EnumWords<PaymentKind> {
    static constexpr std::array all {std::pair {PaymentKind::Cash, "cash"}, std::pair {PaymentKind::Card, "card"},
                                     std::pair {PaymentKind::Invoice, "invoice"}, std::pair {PaymentKind::Complimentary, "complimentary"},
                                     std::pair {PaymentKind::Voucher, "voucher"},
                                     std::pair {PaymentKind::Online, "online"}};
};

template<>
struct EnumWords<PaymentDirection> {
    static constexpr std::array all {std::pair {PaymentDirection::Payment, "payment"}, std::pair {PaymentDirection::Refund, "refund"}};
};

template<>
struct Fields<Money> {
    static constexpr const char *name = "Money";
    static constexpr auto all()
    {
        return std::make_tuple(field("amount", &Money::amount, "Minor units: cents", {.max = kMaxAmount}),
                               field("currency", &Money::currency, "ISO 4217"));
    }
};

template<>
struct Fields<PriceParts> {
    static constexpr const char *name = "PriceParts";
    static constexpr auto all()
    {
        return std::make_tuple(field("base", &PriceParts::base, "By the event's prices"), field("discount", &PriceParts::discount, "Taken off; 0 when nothing was"),
                               field("discountName", &PriceParts::discountName, "Of what was taken off", {.min = 1, .max = DiscountLimits::kNameLength}),
                               field("fee", &PriceParts::fee, "Of the ticket"), field("tax", &PriceParts::tax, "Contained in the price"));
    }
};

template<>
struct Fields<Charge> {
    static constexpr const char *name = "Charge";
    static constexpr auto all()
    {
        return std::make_tuple(field("kind", &Charge::kind, "What for"), field("event", &Charge::event, "Whose rule it is"), field("amount", &Charge::amount, "In all"),
                               field("tax", &Charge::tax, "Contained in the amount"), field("at", &Charge::at, "When"),
                               field("returned", &Charge::returned, "When the house cancelled the event; it is owed, or was paid back, since"));
    }
};

template<>
struct Fields<User> {
    static constexpr const char *name = "User";
    static constexpr auto all()
    {
        return std::make_tuple(field("id", &User::id, "The account"), field("name", &User::name, "As people write it"),
                               field("role", &User::role, "What the account may do"));
    }
};

template<>
struct Fields<PlanVersionRef> {
    static constexpr const char *name = "PlanVersionRef";
    static constexpr auto all()
    {
        return std::make_tuple(field("id", &PlanVersionRef::id, "The plan"), field("version", &PlanVersionRef::version, "Counts from 1"),
                               field("hash", &PlanVersionRef::hash, "SHA-256 of the canonical plan document, hex"));
    }
};

template<>
struct Fields<PlanSummary> {
    static constexpr const char *name = "PlanSummary";
    static constexpr auto all()
    {
        return std::make_tuple(field("ref", &PlanSummary::ref, "Plan and version"), field("name", &PlanSummary::name, "Its name"),
                               field("seats", &PlanSummary::seats, "How many"),
                               field("hall", &PlanSummary::hall, "Which it is a plan of, where that is no hall of its own: two events of one hall are not at the same time", kHallRule));
    }
};

template<>
struct Fields<VenueRef> {
    static constexpr const char *name = "VenueRef";
    static constexpr auto all()
    {
        return std::make_tuple(field("id", &VenueRef::id, "The venue"), field("name", &VenueRef::name, "Its name"));
    }
};

template<>
struct Fields<Hold> {
    static constexpr const char *name = "Hold";
    static constexpr auto all()
    {
        return std::make_tuple(field("event", &Hold::event, "The event"), field("place", &Hold::place, "Index of the seat in the plan"),
                               field("version", &Hold::version, "Rises with every grant of the seat; send it at checkout"),
                               field("expires", &Hold::expires, "When the hold ends by itself"),
                               field("extensionsLeft", &Hold::extensionsLeft, "How often holds.extend still works"));
    }
};

template<>
struct Fields<EventSummary> {
    static constexpr const char *name = "EventSummary";
    static constexpr auto all()
    {
        return std::make_tuple(
            field("id", &EventSummary::id, "The event"), field("name", &EventSummary::name, "Its name"),
            field("category", &EventSummary::category, "Kind of event"), field("state", &EventSummary::state, "Whether it is listed and sold"),
            field("start", &EventSummary::start, "When it begins"), field("venue", &EventSummary::venue, "Where"),
            field("timeZone", &EventSummary::timeZone, "IANA zone of the venue; show times in it"),
            field("capacity", &EventSummary::capacity, "Seats of the plan"), field("free", &EventSummary::free, "Neither held, sold nor blocked now; 0 when it is cancelled"),
            field("lowestPrice", &EventSummary::lowestPrice, "Cheapest ticket"), field("highestPrice", &EventSummary::highestPrice, "Dearest ticket"),
            field("lowestInAll", &EventSummary::lowestInAll, "What the cheapest ticket costs with its fee and the tax that is added; absent when that is lowestPrice"),
            field("highestInAll", &EventSummary::highestInAll, "And the dearest"),
            field("bookingFee", &EventSummary::bookingFee, "What a booking costs besides its tickets, with tax; of several events the highest of theirs, once. Absent when nothing"),
            field("poster", &EventSummary::poster, "SHA-256 of its poster, hex; absent when it has none", kHashRule),
            field("series", &EventSummary::series, "The series it was made with; absent when it was made alone"));
    }
};

} // namespace parterre::protocol
