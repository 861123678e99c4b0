// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/domain/role.h"

#include <array>
#include <utility>

namespace parterre {

namespace {

constexpr std::array kNames {
    std::pair {Role::Anonymous, QLatin1StringView("anonymous")}, std::pair {Role::Guest, QLatin1StringView("guest")},
    std::pair {Role::Customer, QLatin1StringView("customer")},   std::pair {Role::Door, QLatin1StringView("door")},
    std::pair {Role::Clerk, QLatin1StringView("clerk")},         std::pair {Role::Manager, QLatin1StringView("manager")},
    std::pair {Role::Administrator, QLatin1StringView("administrator")},
};

}

QLatin1StringView roleName(Role role)
{
    for (const auto &[value, name] : kNames) {
        if (value == role)
            return name;
    }
    Q_UNREACHABLE();
}

std::optional<Role> roleFromName(QStringView name)
{
    for (const auto &[value, known] : kNames) {
        if (known == name)
            return value;
    }
    return std::nullopt;
}

const QList<Role> &allRoles()
{
    static const QList<Role> roles {Role::Anonymous, Role::Guest, Role::Customer, Role::Door, Role::Clerk, Role::Manager, Role::Administrator};
    return roles;
}

} // namespace parterre
