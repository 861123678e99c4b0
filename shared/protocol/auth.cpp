// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/protocol/auth.h"

#include "shared/domain/contact.h"
#include "shared/protocol/domainfields.h"

namespace parterre::protocol {

namespace {

constexpr Rule kEmailRule {.min = 3, .max = 254};
// Whether a password is good enough is the service's to say; this only bounds the work of hashing it.
constexpr Rule kPasswordRule {.min = 1, .max = 128};
constexpr Rule kTokenRule {.min = 20, .max = 100};

}

template<>
struct Fields<AuthRegisterParams> {
    static constexpr const char *name = "AuthRegisterParams";
    static constexpr auto all()
    {
        return std::make_tuple(field("email", &AuthRegisterParams::email, "Signs in with it; case does not matter", kEmailRule),
                               field("password", &AuthRegisterParams::password, "At least 8 characters, not a common one", kPasswordRule),
                               field("name", &AuthRegisterParams::name, "As it shall stand on tickets", kNameRule),
                               field("phone", &AuthRegisterParams::phone, "To reach the person before the event", {.max = ContactLimits::kPhoneLength, .form = TextForm::Phone}));
    }
};

template<>
struct Fields<AuthLoginParams> {
    static constexpr const char *name = "AuthLoginParams";
    static constexpr auto all()
    {
        return std::make_tuple(field("email", &AuthLoginParams::email, "As registered", kEmailRule),
                               field("password", &AuthLoginParams::password, "As set", kPasswordRule));
    }
};

template<>
struct Fields<AuthGuestParams> {
    static constexpr const char *name = "AuthGuestParams";
    static constexpr auto all() { return std::make_tuple(field("name", &AuthGuestParams::name, "As it shall stand on tickets", kNameRule)); }
};

template<>
struct Fields<AuthResumeParams> {
    static constexpr const char *name = "AuthResumeParams";
    static constexpr auto all() { return std::make_tuple(field("token", &AuthResumeParams::token, "From an earlier sign-in", kTokenRule)); }
};

template<>
struct Fields<AuthLogoutParams> {
    static constexpr const char *name = "AuthLogoutParams";
    static constexpr auto all()
    {
        return std::make_tuple(field("everywhere", &AuthLogoutParams::everywhere, "Withdraw every token of the account"));
    }
};

template<>
struct Fields<AuthChangePasswordParams> {
    static constexpr const char *name = "AuthChangePasswordParams";
    static constexpr auto all()
    {
        return std::make_tuple(field("current", &AuthChangePasswordParams::current, "The password so far", kPasswordRule),
                               field("replacement", &AuthChangePasswordParams::replacement, "At least 8 characters, not a common one", kPasswordRule));
    }
};

template<>
struct Fields<AuthSetupParams> {
    static constexpr const char *name = "AuthSetupParams";
    static constexpr auto all()
    {
        return std::make_tuple(field("code", &AuthSetupParams::code, "As the server printed it", {.min = 8, .max = 40}),
                               field("email", &AuthSetupParams::email, "The administrator's", kEmailRule),
                               field("password", &AuthSetupParams::password, "At least 8 characters, not a common one", kPasswordRule),
                               field("name", &AuthSetupParams::name, "The administrator's", kNameRule));
    }
};

template<>
struct Fields<SignedInResult> {
    static constexpr const char *name = "SignedInResult";
    static constexpr auto all()
    {
        return std::make_tuple(field("token", &SignedInResult::token, "Secret; auth.resume signs in with it"),
                               field("user", &SignedInResult::user, "Who is signed in"));
    }
};

PARTERRE_INSTANTIATE_MESSAGE(AuthRegisterParams);
PARTERRE_INSTANTIATE_MESSAGE(AuthLoginParams);
PARTERRE_INSTANTIATE_MESSAGE(AuthGuestParams);
PARTERRE_INSTANTIATE_MESSAGE(AuthResumeParams);
PARTERRE_INSTANTIATE_MESSAGE(AuthLogoutParams);
PARTERRE_INSTANTIATE_MESSAGE(AuthChangePasswordParams);
PARTERRE_INSTANTIATE_MESSAGE(AuthSetupParams);
PARTERRE_INSTANTIATE_MESSAGE(SignedInResult);

} // namespace parterre::protocol
