// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/api/profilehandler.h"

#include "backend/api/answering.h"
#include "backend/services/accountservice.h"

namespace parterre::api {

namespace {

services::Done<services::OwnProfile> toMessage(services::Done<protocol::ProfileResult> done)
{
    return answering(std::move(done), [](const services::OwnProfile &result) { return protocol::ProfileResult {.user = result.user, .profile = result.profile}; });
}

}

void addProfileMethods(Router &router, services::AccountService &accounts)
{
    using namespace protocol;

    router.on<ProfileGet>([&](const CallContext &context, const Nothing &, services::Done<ProfileResult> done) {
        accounts.profile(context.caller, toMessage(std::move(done)));
    });
    router.on<ProfileUpdate>([&](const CallContext &context, const ProfileUpdateParams &params, services::Done<ProfileResult> done) {
        accounts.updateProfile(context.caller, {.name = params.name, .phone = params.phone, .locale = params.locale}, toMessage(std::move(done)));
    });
}

} // namespace parterre::api
