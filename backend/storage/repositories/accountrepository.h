// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/storage/auditcontext.h"
#include "backend/storage/row.h"
#include "shared/core/result.h"
#include "shared/domain/user.h"

namespace parterre::storage {

class Database;

struct Account {
    User user = {};
    Profile profile = {};
    QString passwordHash = {}; // as libsodium writes it; empty: cannot sign in with a password
    Instant created = {};
    bool disabled = false;
};

// Accounts and guests. E-mail addresses are expected normalised; this class compares them byte by byte.
class AccountRepository
{
public:
    explicit AccountRepository(Database &database) : m_database(database) {}

    [[nodiscard]] Result<void> insert(const Account &account, const AuditContext &audit); // EmailTaken
    [[nodiscard]] Result<void> insertGuest(const User &guest, Instant created, const AuditContext &audit);
    [[nodiscard]] Result<Account> findByEmail(const QString &email);                      // NotFound
    [[nodiscard]] Result<Account> findById(const UserId &id);                             // NotFound
    [[nodiscard]] Result<void> updateProfile(const UserId &id, const Profile &profile, const AuditContext &audit); // EmailTaken, NotFound
    [[nodiscard]] Result<void> updatePassword(const UserId &id, const QString &passwordHash, const AuditContext &audit);
    [[nodiscard]] Result<void> setRole(const UserId &id, Role role, const AuditContext &audit);
    [[nodiscard]] Result<void> setDisabled(const UserId &id, bool disabled, const AuditContext &audit);
    [[nodiscard]] Result<bool> hasAdministrator(); // one that may sign in
    // By creation, without guests unless asked for.
    [[nodiscard]] Result<QList<Account>> list(bool withGuests = false);

private:
    [[nodiscard]] Result<void> insertRow(const Account &account, const AuditContext &audit);

    Database &m_database;
};

// The account in a row of a statement that selects all account columns.
[[nodiscard]] Result<Account> accountFromRow(const Row &row);

} // namespace parterre::storage
