// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/api/authhandler.h"

#include "backend/services/accountservice.h"

namespace parterre::api {

namespace {

services::Done<services::SignedIn> toMessage(const services::Done<protocol::SignedInResult> &done)
{
    return [done](const Result<services::SignedIn> &result) {
        if (result)
            done(protocol::SignedInResult {.token = result->token, .user = result->user});
        else
            done(result.error());
    };
}

services::Done<bool> toNothing(const services::Done<protocol::Nothing> &done)
{
    return [done](const Result<bool> &result) {
        if (result)
            done(protocol::Nothing {});
        else
            done(result.error());
    };
}

} // namespace

void addAuthMethods(Router &router, services::AccountService &accounts)
{
    using namespace protocol;

    router.on<AuthRegister>([&](const CallContext &context, const AuthRegisterParams &params, const services::Done<SignedInResult> &done) {
        accounts.registerCustomer(context.caller,
                                  {.email = params.email, .password = params.password, .name = params.name, .phone = params.phone.value_or(QString())},
                                  toMessage(done));
    });
    router.on<AuthSetup>([&](const CallContext &context, const AuthSetupParams &params, const services::Done<SignedInResult> &done) {
        accounts.setUp(context.caller, params.code, {.email = params.email, .password = params.password, .name = params.name}, toMessage(done));
    });
    router.on<AuthLogin>([&](const CallContext &context, const AuthLoginParams &params, const services::Done<SignedInResult> &done) {
        accounts.logIn(context.caller, params.email, params.password, toMessage(done));
    });
    router.on<AuthGuest>([&](const CallContext &context, const AuthGuestParams &params, const services::Done<SignedInResult> &done) {
        accounts.signInGuest(context.caller, params.name, toMessage(done));
    });
    router.on<AuthResume>([&](const CallContext &context, const AuthResumeParams &params, const services::Done<SignedInResult> &done) {
        accounts.resume(context.caller, params.token, toMessage(done));
    });
    router.on<AuthLogout>([&](const CallContext &context, const AuthLogoutParams &params, const services::Done<Nothing> &done) {
        accounts.logOut(context.caller, params.everywhere.value_or(false), toNothing(done));
    });
    router.on<AuthChangePassword>([&](const CallContext &context, const AuthChangePasswordParams &params, const services::Done<Nothing> &done) {
        accounts.changePassword(context.caller, params.current, params.replacement, toNothing(done));
    });
}

} // namespace parterre::api
