// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFlags>
#include <QLatin1StringView>
#include <QList>

#include <optional>

namespace parterre {

// What a caller may be. Anonymous: said hello, not signed in. Guest: gave a name only.
enum class Role : quint8 {
    Anonymous = 1,
    Guest = 2,
    Customer = 4,
    Door = 8,
    Clerk = 16,
    Manager = 32,
    Administrator = 64,
};
Q_DECLARE_FLAGS(Roles, Role)
Q_DECLARE_OPERATORS_FOR_FLAGS(Roles)

inline constexpr Roles kEveryone = Role::Anonymous | Role::Guest | Role::Customer | Role::Door | Role::Clerk | Role::Manager | Role::Administrator;
inline constexpr Roles kSignedIn = Role::Guest | Role::Customer | Role::Door | Role::Clerk | Role::Manager | Role::Administrator;
inline constexpr Roles kAccounts = Role::Customer | Role::Door | Role::Clerk | Role::Manager | Role::Administrator;
// Who may buy or sell seats: everybody with a name but the door.
inline constexpr Roles kSellers = Role::Guest | Role::Customer | Role::Clerk | Role::Manager | Role::Administrator;
// Who acts for the house at the counter: sees and changes everybody's bookings.
inline constexpr Roles kCounter = Role::Clerk | Role::Manager | Role::Administrator;
// Who lets people in.
inline constexpr Roles kDoorStaff = Role::Door | Role::Clerk | Role::Manager | Role::Administrator;
// Who decides what the house sells: its plans, events and prices.
inline constexpr Roles kManagers = Role::Manager | Role::Administrator;

[[nodiscard]] QLatin1StringView roleName(Role role); // "clerk"
[[nodiscard]] std::optional<Role> roleFromName(QStringView name);
[[nodiscard]] const QList<Role> &allRoles();

} // namespace parterre
