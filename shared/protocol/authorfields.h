// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Who did something.

#include "shared/domain/user.h"
#include "shared/protocol/codec.h"

namespace parterre::protocol {

template<>
struct Fields<UserRef> {
    static constexpr const char *name = "UserRef";
    static constexpr auto all() { return std::make_tuple(field("id", &UserRef::id, "The account"), field("name", &UserRef::name, "As people write it")); }
};

} // namespace parterre::protocol
