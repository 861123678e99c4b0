// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/protocol/seats.h"

#include "shared/protocol/domainfields.h"

namespace parterre::protocol {

template<>
struct EnumWords<GroupShape> {
    static constexpr std::array all {std::pair {GroupShape::Together, "together"}, std::pair {GroupShape::Stacked, "stacked"},
                                     std::pair {GroupShape::Scattered, "scattered"}};
};

template<>
struct EnumWords<OfferReason> {
    static constexpr std::array all {std::pair {OfferReason::BestView, "best_view"}, std::pair {OfferReason::NextBest, "next_best"},
                                     std::pair {OfferReason::Cheaper, "cheaper"}, std::pair {OfferReason::NearestLost, "nearest_lost"}};
};

template<>
struct Fields<SeatsSuggestParams> {
    static constexpr const char *name = "SeatsSuggestParams";
    static constexpr auto all()
    {
        return std::make_tuple(
            field("event", &SeatsSuggestParams::event, "Which"), field("size", &SeatsSuggestParams::size, "How many people", {.min = 1, .max = kMaxPlacesPerRequest}),
            field("wheelchairs", &SeatsSuggestParams::wheelchairs, "Of them, how many need a wheelchair place", {.min = 0, .max = kMaxPlacesPerRequest}),
            field("categories", &SeatsSuggestParams::categories, "Keys of the plan's categories; any when absent", {.min = 1, .max = 50, .itemMin = kKeyRule.min, .itemMax = kKeyRule.max}),
            field("section", &SeatsSuggestParams::section, "Which of the plan's sections, counted from 0", {.min = 0, .max = 9'999}),
            field("lost", &SeatsSuggestParams::lost, "Seats that somebody else got first: the nearest like them, as many and of the same price", kPlacesRule),
            field("heldBack", &SeatsSuggestParams::heldBack, "At the counter: also of what the house holds back"));
    }
};

template<>
struct Fields<SuggestedSeats> {
    static constexpr const char *name = "SuggestedSeats";
    static constexpr auto all()
    {
        return std::make_tuple(field("places", &SuggestedSeats::places, "For holds.acquire"),
                               field("shape", &SuggestedSeats::shape, "Whether all sit side by side, in rows right behind each other, or in pieces"),
                               field("reason", &SuggestedSeats::reason, "Why this choice"),
                               field("price", &SuggestedSeats::price, "Of all seats as the event's first ticket type"),
                               field("inAll", &SuggestedSeats::inAll, "What they cost so with fees and the tax that is added; absent when that is the price"),
                               field("rowsBefore", &SuggestedSeats::rowsBefore, "Rows between the best of them and the front of its block"));
    }
};

template<>
struct Fields<SeatsSuggestResult> {
    static constexpr const char *name = "SeatsSuggestResult";
    static constexpr auto all() { return std::make_tuple(field("offers", &SeatsSuggestResult::offers, "Best first, no seat in two of them; empty when there is no such group")); }
};

PARTERRE_INSTANTIATE_MESSAGE(SeatsSuggestParams);
PARTERRE_INSTANTIATE_MESSAGE(SeatsSuggestResult);

} // namespace parterre::protocol
