// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/api/profilehandler.h"

#include "backend/services/accountservice.h"

namespace parterre::api {

namespace {

services::Done<services::OwnProfile> toMessage(const services::Done<protocol::ProfileResult> &done)
{
    return [done](const Result<services::OwnProfile> &result) {
        if (result)
            done(protocol::ProfileResult {.user = result->user, .profile = result->profile});
        else
            done(result.error());
    };
}

}

void addProfileMethods(Router &router, services::AccountService &accounts)
{
    using namespace protocol;

    router.on<ProfileGet>([&](const CallContext &context, const Nothing &, const services::Done<ProfileResult> &done) {
        accounts.profile(context.caller, toMessage(done));
    });
    router.on<ProfileUpdate>([&](const CallContext &context, const ProfileUpdateParams &params, const services::Done<ProfileResult> &done) {
        accounts.updateProfile(context.caller, {.name = params.name, .phone = params.phone, .locale = params.locale}, toMessage(done));
    });
}

} // namespace parterre::api
