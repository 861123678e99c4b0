// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/protocol/logos.h"

#include "shared/protocol/domainfields.h"

namespace parterre::protocol {

template<>
struct Fields<VenuesLogoParams> {
    static constexpr const char *name = "VenuesLogoParams";
    static constexpr auto all() { return std::make_tuple(field("venue", &VenuesLogoParams::venue, "Which")); }
};

template<>
struct Fields<VenuesSetLogoParams> {
    static constexpr const char *name = "VenuesSetLogoParams";
    static constexpr auto all()
    {
        return std::make_tuple(field("venue", &VenuesSetLogoParams::venue, "Which"),
                               field("upload", &VenuesSetLogoParams::upload, "A PNG or JPEG file, as sent with uploads.append; when absent, the house has no logo any more"));
    }
};

template<>
struct Fields<VenuesSetLogoResult> {
    static constexpr const char *name = "VenuesSetLogoResult";
    static constexpr auto all() { return std::make_tuple(field("logo", &VenuesSetLogoResult::logo, "SHA-256 of the one it has now, hex; absent when it has none", kHashRule)); }
};

PARTERRE_INSTANTIATE_MESSAGE(VenuesLogoParams);
PARTERRE_INSTANTIATE_MESSAGE(VenuesSetLogoParams);
PARTERRE_INSTANTIATE_MESSAGE(VenuesSetLogoResult);

} // namespace parterre::protocol
