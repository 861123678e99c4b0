// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/protocol/profile.h"

#include "shared/domain/contact.h"
#include "shared/protocol/domainfields.h"

namespace parterre::protocol {

template<>
struct Fields<Profile> {
    static constexpr const char *name = "Profile";
    static constexpr auto all()
    {
        return std::make_tuple(field("name", &Profile::name, "As it stands on tickets"), field("email", &Profile::email, "Empty for guests"),
                               field("phone", &Profile::phone, "May be empty"), field("locale", &Profile::locale, "BCP 47; empty: as the client"));
    }
};

template<>
struct Fields<ProfileResult> {
    static constexpr const char *name = "ProfileResult";
    static constexpr auto all()
    {
        return std::make_tuple(field("user", &ProfileResult::user, "The account"), field("profile", &ProfileResult::profile, "Its data"));
    }
};

template<>
struct Fields<ProfileUpdateParams> {
    static constexpr const char *name = "ProfileUpdateParams";
    static constexpr auto all()
    {
        return std::make_tuple(field("name", &ProfileUpdateParams::name, "As it shall stand on tickets", kNameRule),
                               field("phone", &ProfileUpdateParams::phone, "Empty: none", {.max = ContactLimits::kPhoneLength, .form = TextForm::Phone}),
                               field("locale", &ProfileUpdateParams::locale, "BCP 47; empty: as the client", {.max = 35}));
    }
};

PARTERRE_INSTANTIATE_MESSAGE(ProfileResult);
PARTERRE_INSTANTIATE_MESSAGE(ProfileUpdateParams);

} // namespace parterre::protocol
