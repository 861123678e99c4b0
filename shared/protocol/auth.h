// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/domain/user.h"
#include "shared/protocol/method.h"

#include <optional>

namespace parterre::protocol {

struct AuthRegisterParams {
    QString email = {};
    QString password = {};
    QString name = {};
    std::optional<QString> phone = {};
};

struct AuthLoginParams {
    QString email = {};
    QString password = {};
};

struct AuthGuestParams {
    QString name = {};
};

struct AuthResumeParams {
    QString token = {};
};

struct AuthLogoutParams {
    std::optional<bool> everywhere = {}; // withdraw every token of the account, not only this one
};

struct AuthChangePasswordParams {
    QString current = {};
    QString replacement = {};
};

struct AuthSetupParams {
    QString code = {};
    QString email = {};
    QString password = {};
    QString name = {};
};

// `token` signs in again later, on any connection, until it expires or is withdrawn.
struct SignedInResult {
    QString token = {};
    User user = {};
};

struct AuthRegister {
    using Params = AuthRegisterParams;
    using Result = SignedInResult;
    static constexpr std::array kErrors {ErrorCode::EmailTaken, ErrorCode::WeakPassword, ErrorCode::AlreadySignedIn};
    static constexpr MethodInfo kInfo {"auth.register", "Makes a customer account and signs in", kEveryone, kErrors};
};

struct AuthLogin {
    using Params = AuthLoginParams;
    using Result = SignedInResult;
    static constexpr std::array kErrors {ErrorCode::WrongCredentials, ErrorCode::AlreadySignedIn};
    static constexpr MethodInfo kInfo {"auth.login", "Signs in with e-mail address and password", kEveryone, kErrors};
};

struct AuthGuest {
    using Params = AuthGuestParams;
    using Result = SignedInResult;
    static constexpr std::array kErrors {ErrorCode::GuestsNotAllowed, ErrorCode::AlreadySignedIn};
    static constexpr MethodInfo kInfo {"auth.guest", "Signs in with a name only, where the house allows it", kEveryone, kErrors};
};

struct AuthResume {
    using Params = AuthResumeParams;
    using Result = SignedInResult;
    static constexpr std::array kErrors {ErrorCode::TokenInvalid, ErrorCode::AlreadySignedIn};
    static constexpr MethodInfo kInfo {"auth.resume", "Signs in again with a token", kEveryone, kErrors};
};

struct AuthLogout {
    using Params = AuthLogoutParams;
    using Result = Nothing;
    static constexpr MethodInfo kInfo {"auth.logout", "Signs out: the token is void and the holds are free at once", kSignedIn, {}};
};

struct AuthChangePassword {
    using Params = AuthChangePasswordParams;
    using Result = Nothing;
    static constexpr std::array kErrors {ErrorCode::WrongCredentials, ErrorCode::WeakPassword};
    static constexpr MethodInfo kInfo {"auth.changePassword", "Replaces the password; every other token of the account is void", kAccounts, kErrors};
};

struct AuthSetup {
    using Params = AuthSetupParams;
    using Result = SignedInResult;
    static constexpr std::array kErrors {ErrorCode::SetupCodeInvalid, ErrorCode::EmailTaken, ErrorCode::WeakPassword, ErrorCode::AlreadySignedIn};
    static constexpr MethodInfo kInfo {"auth.setup", "Makes the first administrator with the one-time code the server printed", kEveryone, kErrors};
};

} // namespace parterre::protocol
