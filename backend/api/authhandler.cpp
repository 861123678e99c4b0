// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/api/authhandler.h"

#include "backend/api/answering.h"
#include "backend/services/accountservice.h"

namespace parterre::api {

namespace {

services::Done<services::SignedIn> toMessage(services::Done<protocol::SignedInResult> done)
{
    return answering(std::move(done), [](const services::SignedIn &result) { return protocol::SignedInResult {.token = result.token, .user = result.user}; });
}

} // namespace

void addAuthMethods(Router &router, services::AccountService &accounts)
{
    using namespace protocol;

    router.on<AuthRegister>([&](const CallContext &context, const AuthRegisterParams &params, services::Done<SignedInResult> done) {
        accounts.registerCustomer(context.caller,
                                  {.email = params.email, .password = params.password, .name = params.name, .phone = params.phone.value_or(QString())},
                                  toMessage(std::move(done)));
    });
    router.on<AuthSetup>([&](const CallContext &context, const AuthSetupParams &params, services::Done<SignedInResult> done) {
        accounts.setUp(context.caller, params.code, {.email = params.email, .password = params.password, .name = params.name}, toMessage(std::move(done)));
    });
    router.on<AuthLogin>([&](const CallContext &context, const AuthLoginParams &params, services::Done<SignedInResult> done) {
        accounts.logIn(context.caller, params.email, params.password, toMessage(std::move(done)));
    });
    router.on<AuthGuest>([&](const CallContext &context, const AuthGuestParams &params, services::Done<SignedInResult> done) {
        accounts.signInGuest(context.caller, params.name, toMessage(std::move(done)));
    });
    router.on<AuthResume>([&](const CallContext &context, const AuthResumeParams &params, services::Done<SignedInResult> done) {
        accounts.resume(context.caller, params.token, toMessage(std::move(done)));
    });
    router.on<AuthLogout>([&](const CallContext &context, const AuthLogoutParams &params, services::Done<Nothing> done) {
        accounts.logOut(context.caller, params.everywhere.value_or(false), toNothing(std::move(done)));
    });
    router.on<AuthChangePassword>([&](const CallContext &context, const AuthChangePasswordParams &params, services::Done<Nothing> done) {
        accounts.changePassword(context.caller, params.current, params.replacement, toNothing(std::move(done)));
    });
}

} // namespace parterre::api
