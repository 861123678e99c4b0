// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/protocol/holds.h"

#include "shared/domain/plan.h"
#include "shared/protocol/domainfields.h"

namespace parterre::protocol {

template<>
struct EnumWords<HoldEndReason> {
    static constexpr std::array all {std::pair {HoldEndReason::Expired, "expired"}, std::pair {HoldEndReason::Released, "released"},
                                     std::pair {HoldEndReason::LoggedOut, "logged_out"}, std::pair {HoldEndReason::SessionLost, "session_lost"},
                                     std::pair {HoldEndReason::EventClosed, "event_closed"}};
};

template<>
struct Fields<AreaSeats> {
    static constexpr const char *name = "AreaSeats";
    static constexpr auto all()
    {
        return std::make_tuple(field("area", &AreaSeats::area, "Position among the plan's areas, in the order of the document", {.min = 0, .max = kMaxAreas - 1}),
                               field("seats", &AreaSeats::seats, "How many of them the session is to have, counting what it holds there already; which ones, the server decides",
                                     {.min = 1, .max = kMaxPlacesPerRequest}));
    }
};

template<>
struct Fields<HoldsAcquireParams> {
    static constexpr const char *name = "HoldsAcquireParams";
    static constexpr auto all()
    {
        return std::make_tuple(field("event", &HoldsAcquireParams::event, "Which"),
                               field("places", &HoldsAcquireParams::places, "Seat indexes of the plan; all or none, and none only when there are areas",
                                     {.min = 0, .max = kPlacesRule.max, .itemMin = kPlacesRule.itemMin, .itemMax = kPlacesRule.itemMax}),
                               field("areas", &HoldsAcquireParams::areas, "Of areas; each at most once", {.min = 1, .max = kMaxAreasPerRequest}),
                               field("heldBack", &HoldsAcquireParams::heldBack, "At the counter: have what the house holds back, too; it is held back again when the hold ends without a sale"),
                               field("instead", &HoldsAcquireParams::instead, "When they are taken, look for as many of the same price nearby"));
    }
};

template<>
struct Fields<HoldsParams> {
    static constexpr const char *name = "HoldsParams";
    static constexpr auto all()
    {
        return std::make_tuple(field("event", &HoldsParams::event, "Which"), field("places", &HoldsParams::places, "Seat indexes of the plan; all or none", kPlacesRule));
    }
};

template<>
struct Fields<HoldsResult> {
    static constexpr const char *name = "HoldsResult";
    static constexpr auto all() { return std::make_tuple(field("holds", &HoldsResult::holds, "One for each place asked for; then those of the areas asked for, all that the session has there")); }
};

template<>
struct Fields<HoldsHolderParams> {
    static constexpr const char *name = "HoldsHolderParams";
    static constexpr auto all()
    {
        return std::make_tuple(field("event", &HoldsHolderParams::event, "Which"), field("place", &HoldsHolderParams::place, "Seat index of the plan", kPlaceRule));
    }
};

template<>
struct Fields<HoldsHolderResult> {
    static constexpr const char *name = "HoldsHolderResult";
    static constexpr auto all()
    {
        return std::make_tuple(field("name", &HoldsHolderResult::name, "Of whoever holds it; empty when nobody is known"),
                               field("role", &HoldsHolderResult::role, "What they are here"), field("expires", &HoldsHolderResult::expires, "When the hold ends by itself"));
    }
};

template<>
struct Fields<HoldsEndedParams> {
    static constexpr const char *name = "HoldsEndedParams";
    static constexpr auto all()
    {
        return std::make_tuple(field("event", &HoldsEndedParams::event, "Which"), field("places", &HoldsEndedParams::places, "No longer held"),
                               field("reason", &HoldsEndedParams::reason, "Why"));
    }
};

PARTERRE_INSTANTIATE_MESSAGE(HoldsAcquireParams);
PARTERRE_INSTANTIATE_MESSAGE(HoldsParams);
PARTERRE_INSTANTIATE_MESSAGE(HoldsResult);
PARTERRE_INSTANTIATE_MESSAGE(HoldsHolderParams);
PARTERRE_INSTANTIATE_MESSAGE(HoldsHolderResult);
PARTERRE_INSTANTIATE_MESSAGE(HoldsEndedParams);

} // namespace parterre::protocol
