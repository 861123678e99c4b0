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
                               field("timeZone", &Venue::timeZone, "IANA zone"), field("plans", &Venue::plans, "The newest version of each plan"),
                               field("version", &Venue::version, "Rises with every change of name, address or time zone; 1 when absent", {.mayBeAbsent = true}),
                               field("logo", &Venue::logo, "SHA-256 of its logo, hex; absent when it has none", kHashRule));
    }
};

template<>
struct Fields<VenueDefinition> {
    static constexpr const char *name = "VenueDefinition";
    static constexpr auto all()
    {
        return std::make_tuple(field("name", &VenueDefinition::name, "No other venue has it", {.min = 1, .max = VenueLimits::kNameLength}),
                               field("address", &VenueDefinition::address, "For people; may be empty", {.max = VenueLimits::kAddressLength}),
                               field("timeZone", &VenueDefinition::timeZone, "IANA zone, \"Europe/Berlin\"", {.min = 1, .max = VenueLimits::kTimeZoneLength}));
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

template<>
struct Fields<VenuesCreateParams> {
    static constexpr const char *name = "VenuesCreateParams";
    static constexpr auto all()
    {
        return std::make_tuple(field("venue", &VenuesCreateParams::venue, "A new id of the caller's choosing"), field("definition", &VenuesCreateParams::definition, "All of it"));
    }
};

template<>
struct Fields<VenuesUpdateParams> {
    static constexpr const char *name = "VenuesUpdateParams";
    static constexpr auto all()
    {
        return std::make_tuple(field("venue", &VenuesUpdateParams::venue, "Which"), field("version", &VenuesUpdateParams::version, "The one that was seen", {.min = 1}),
                               field("definition", &VenuesUpdateParams::definition, "All of it"));
    }
};

template<>
struct Fields<VenuesDeleteParams> {
    static constexpr const char *name = "VenuesDeleteParams";
    static constexpr auto all()
    {
        return std::make_tuple(field("venue", &VenuesDeleteParams::venue, "Which"), field("version", &VenuesDeleteParams::version, "The one that was seen", {.min = 1}));
    }
};

template<>
struct Fields<VenuesEditResult> {
    static constexpr const char *name = "VenuesEditResult";
    static constexpr auto all() { return std::make_tuple(field("venue", &VenuesEditResult::venue, "As it is now")); }
};

PARTERRE_INSTANTIATE_MESSAGE(VenuesListParams);
PARTERRE_INSTANTIATE_MESSAGE(VenuesListResult);
PARTERRE_INSTANTIATE_MESSAGE(VenuesGetParams);
PARTERRE_INSTANTIATE_MESSAGE(VenuesGetResult);
PARTERRE_INSTANTIATE_MESSAGE(VenuesCreateParams);
PARTERRE_INSTANTIATE_MESSAGE(VenuesUpdateParams);
PARTERRE_INSTANTIATE_MESSAGE(VenuesDeleteParams);
PARTERRE_INSTANTIATE_MESSAGE(VenuesEditResult);

} // namespace parterre::protocol
