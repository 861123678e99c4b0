// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/core/ids.h"
#include "shared/domain/role.h"

#include <QString>

namespace parterre {

// A person the house knows. A guest has a name and no e-mail address.
struct User {
    UserId id = {};
    QString name = {};
    Role role = Role::Anonymous;

    friend bool operator==(const User &, const User &) = default;
};

// Who did something.
struct UserRef {
    UserId id = {};
    QString name = {};

    friend bool operator==(const UserRef &, const UserRef &) = default;
};

// What people may read and change about themselves.
struct Profile {
    QString name = {};
    QString email = {};  // empty for guests
    QString phone = {};
    QString locale = {}; // BCP 47, "de"; empty: the client's

    friend bool operator==(const Profile &, const Profile &) = default;
};

} // namespace parterre
