// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/domain/user.h"
#include "shared/protocol/method.h"

#include <optional>

namespace parterre::protocol {

struct ProfileResult {
    User user = {};
    Profile profile = {};
};

// What is absent stays as it is.
struct ProfileUpdateParams {
    std::optional<QString> name = {};
    std::optional<QString> phone = {};
    std::optional<QString> locale = {};
};

struct ProfileGet {
    using Params = Nothing;
    using Result = ProfileResult;
    static constexpr MethodInfo kInfo {"profile.get", "The caller's own data", kSignedIn, {}};
};

struct ProfileUpdate {
    using Params = ProfileUpdateParams;
    using Result = ProfileResult;
    static constexpr MethodInfo kInfo {"profile.update", "Changes the caller's own data", kSignedIn, {}};
};

} // namespace parterre::protocol
