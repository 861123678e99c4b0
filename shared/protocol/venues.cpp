// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/protocol/venues.h"

#include "shared/protocol/domainfields.h"
#include "shared/protocol/limits.h"

namespace parterre::protocol {

template<>
struct Fields<Venue> {
    static constexpr const char *name = "Venue";
    static constexpr auto all()
    {
        return std::make_tuple(field("id", &Venue::id, "The venue"), field("name", &Venue::name, "Its name"), field("address", &Venue::address, "For people"),
                               field("timeZone", &Venue::timeZone, "IANA zone"), field("plans", &Venue::plans, "The newest version of each plan"));
    }
};

template<>
struct Fields<VenuesListParams> {
    static constexpr const char *name = "VenuesListParams";
    static constexpr auto all()
    {
        return std::make_tuple(field("limit", &VenuesListParams::limit, "Venues a page", {.min = 1, .max = kMaxPageSize}),
                               field("cursor", &VenuesListParams::cursor, "`next` of the page before", kCursorRule));
    }
};

template<>
struct Fields<VenuesListResult> {
    static constexpr const char *name = "VenuesListResult";
    static constexpr auto all()
    {
        return std::make_tuple(field("venues", &VenuesListResult::venues, "By name"), field("next", &VenuesListResult::next, "Cursor of the next page"));
    }
};

template<>
struct Fields<VenuesGetParams> {
    static constexpr const char *name = "VenuesGetParams";
    static constexpr auto all() { return std::make_tuple(field("venue", &VenuesGetParams::venue, "Which")); }
};

template<>
struct Fields<VenuesGetResult> {
    static constexpr const char *name = "VenuesGetResult";
    static constexpr auto all() { return std::make_tuple(field("venue", &VenuesGetResult::venue, "All of it")); }
};

PARTERRE_INSTANTIATE_MESSAGE(VenuesListParams);
PARTERRE_INSTANTIATE_MESSAGE(VenuesListResult);
PARTERRE_INSTANTIATE_MESSAGE(VenuesGetParams);
PARTERRE_INSTANTIATE_MESSAGE(VenuesGetResult);

} // namespace parterre::protocol
