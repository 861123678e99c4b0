// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/protocol/discounts.h"

#include "shared/protocol/domainfields.h"
#include "shared/protocol/limits.h"

namespace parterre::protocol {

namespace {

constexpr Rule kKeysRule {.max = DiscountLimits::kKeys, .itemMin = kKeyRule.min, .itemMax = kKeyRule.max};
constexpr Rule kTicketsRule {.min = 1, .max = DiscountLimits::kTickets};
constexpr Rule kSeveralRule {.min = 2, .max = DiscountLimits::kTickets};
constexpr Rule kUsesRule {.min = 1, .max = DiscountLimits::kUses};

}

template<>
struct EnumWords<DiscountKind> {
    static constexpr std::array all {std::pair {DiscountKind::Code, "code"}, std::pair {DiscountKind::Group, "group"},
                                     std::pair {DiscountKind::EarlyBird, "early_bird"}, std::pair {DiscountKind::Bundle, "bundle"}};
};

template<>
struct Fields<BundlePart> {
    static constexpr const char *name = "BundlePart";
    static constexpr auto all()
    {
        return std::make_tuple(field("ticketType", &BundlePart::ticketType, "Key of the ticket type", kKeyRule), field("count", &BundlePart::count, "Of it in a set", kTicketsRule));
    }
};

template<>
struct Fields<Discount> {
    static constexpr const char *name = "Discount";
    static constexpr auto all()
    {
        return std::make_tuple(
            field("id", &Discount::id, "The discount"), field("name", &Discount::name, "For people, kept with the tickets", {.min = 1, .max = DiscountLimits::kNameLength}),
            field("kind", &Discount::kind, "What has to be so"), field("share", &Discount::share, "Off each ticket, in hundredths of a percent; 0 with an amount", {.max = kWholeShare}),
            field("amount", &Discount::amount, "So much off each ticket instead, of events in its currency"), field("series", &Discount::series, "Only events of this series"),
            field("event", &Discount::event, "Only this event; the whole house when both are absent"),
            field("ticketTypes", &Discount::ticketTypes, "Keys of those it is for; all when empty", kKeysRule),
            field("categories", &Discount::categories, "Keys of those it is for; all when empty", kKeysRule), field("from", &Discount::from, "Valid from then; at once when absent"),
            field("until", &Discount::until, "Valid until then; for good when absent"),
            field("code", &Discount::code, "Of a code: the word; its case means nothing", kCodeRule),
            field("maxUses", &Discount::maxUses, "Of a code: bookings that may use it; a booking cancelled as a whole gives its use back", kUsesRule),
            field("maxTickets", &Discount::maxTickets, "Of a code: tickets of a booking that it is good for", kTicketsRule),
            field("minTickets", &Discount::minTickets, "Of a group: tickets of one event in one booking, at least", kSeveralRule),
            field("firstTickets", &Discount::firstTickets, "Of an early bird: as long as fewer are sold of an event, which those are not that were given back; this, `until`, or both", kUsesRule),
            field("parts", &Discount::parts, "Of a bundle: for complete sets of these, of one event", {.max = DiscountLimits::kBundleParts}),
            field("minEvents", &Discount::minEvents, "Of a bundle, instead: tickets for so many events in one booking", kSeveralRule),
            field("version", &Discount::version, "Rises with every change; 0 for a new one"));
    }
};

template<>
struct Fields<CountedDiscount> {
    static constexpr const char *name = "CountedDiscount";
    static constexpr auto all()
    {
        return std::make_tuple(field("discount", &CountedDiscount::discount, "What it is"), field("uses", &CountedDiscount::uses, "Of a code: bookings that use it"));
    }
};

template<>
struct Fields<DiscountsListParams> {
    static constexpr const char *name = "DiscountsListParams";
    static constexpr auto all()
    {
        return std::make_tuple(field("limit", &DiscountsListParams::limit, "Discounts a page", {.min = 1, .max = kMaxPageSize}),
                               field("cursor", &DiscountsListParams::cursor, "`next` of the page before", kCursorRule));
    }
};

template<>
struct Fields<DiscountsListResult> {
    static constexpr const char *name = "DiscountsListResult";
    static constexpr auto all()
    {
        return std::make_tuple(field("discounts", &DiscountsListResult::discounts, "Oldest first"),
                               field("currencies", &DiscountsListResult::currencies, "Of the house's prices, that of its latest event first: an amount in another one takes nothing off"),
                               field("next", &DiscountsListResult::next, "Cursor of the next page"));
    }
};

template<>
struct Fields<DiscountsSaveParams> {
    static constexpr const char *name = "DiscountsSaveParams";
    static constexpr auto all() { return std::make_tuple(field("discount", &DiscountsSaveParams::discount, "All of it, in the version that was seen; 0 with a new id for a new one")); }
};

template<>
struct Fields<DiscountsSaveResult> {
    static constexpr const char *name = "DiscountsSaveResult";
    static constexpr auto all() { return std::make_tuple(field("discount", &DiscountsSaveResult::discount, "As it is now")); }
};

template<>
struct Fields<DiscountsRemoveParams> {
    static constexpr const char *name = "DiscountsRemoveParams";
    static constexpr auto all()
    {
        return std::make_tuple(field("discount", &DiscountsRemoveParams::discount, "Which"), field("version", &DiscountsRemoveParams::version, "That was seen", {.min = 1}));
    }
};

PARTERRE_INSTANTIATE_MESSAGE(DiscountsListParams);
PARTERRE_INSTANTIATE_MESSAGE(DiscountsListResult);
PARTERRE_INSTANTIATE_MESSAGE(DiscountsSaveParams);
PARTERRE_INSTANTIATE_MESSAGE(DiscountsSaveResult);
PARTERRE_INSTANTIATE_MESSAGE(DiscountsRemoveParams);

} // namespace parterre::protocol
