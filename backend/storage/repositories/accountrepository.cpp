// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/storage/repositories/accountrepository.h"

#include "backend/storage/database.h"
#include "backend/storage/repositories/auditrepository.h"

namespace parterre::storage {

using namespace Qt::StringLiterals;

namespace {

// Guests have no address; NULL keeps them out of the unique constraint.
std::optional<QString> emailOrNull(const QString &email)
{
    return email.isEmpty() ? std::nullopt : std::optional(email);
}

QJsonObject toJson(const Profile &profile)
{
    return {{u"name"_s, profile.name}, {u"email"_s, profile.email}, {u"phone"_s, profile.phone}, {u"locale"_s, profile.locale}};
}

AuditEvent changeOf(const UserId &id, QLatin1StringView action, const AuditContext &audit)
{
    return {.context = audit, .action = action, .objectKind = u"account"_s, .objectId = id.toString()};
}

Error emailTaken(Error error)
{
    if (error.code == ErrorCode::AlreadyExists)
        error.code = ErrorCode::EmailTaken;
    return error;
}

} // namespace

Result<Account> accountFromRow(const Row &row)
{
    const std::optional<Role> role = roleFromName(row.text("role"_L1));
    if (!role)
        return {ErrorCode::Internal, u"account with an unknown role"_s};
    return Account {
        .user = {row.id<UserId>("id"_L1), row.text("name"_L1), *role},
        .profile = {row.text("name"_L1), row.text("email"_L1), row.text("phone"_L1), row.text("locale"_L1)},
        .passwordHash = row.text("password_hash"_L1),
        .created = row.instant("created"_L1),
        .disabled = row.boolean("disabled"_L1),
    };
}

Result<void> AccountRepository::insertRow(const Account &account, const AuditContext &audit)
{
    const Result<Rows> inserted = m_database.run("accounts.insert"_L1, {{"id"_L1, account.user.id},
                                                                       {"email"_L1, emailOrNull(account.profile.email)},
                                                                       {"name"_L1, account.profile.name},
                                                                       {"phone"_L1, account.profile.phone},
                                                                       {"locale"_L1, account.profile.locale},
                                                                       {"role"_L1, roleName(account.user.role)},
                                                                       {"password_hash"_L1, account.passwordHash},
                                                                       {"created"_L1, account.created},
                                                                       {"disabled"_L1, account.disabled}});
    if (!inserted)
        return emailTaken(inserted.error());
    AuditEvent event = changeOf(account.user.id, "account.created"_L1, audit);
    event.after = toJson(account.profile);
    event.after.insert(u"role"_s, roleName(account.user.role));
    return AuditRepository(m_database).append(event);
}

Result<void> AccountRepository::insert(const Account &account, const AuditContext &audit)
{
    Q_ASSERT(!account.profile.email.isEmpty());
    return insertRow(account, audit);
}

Result<void> AccountRepository::insertGuest(const User &guest, Instant created, const AuditContext &audit)
{
    Account account {.user = guest, .profile = {.name = guest.name}, .created = created};
    account.user.role = Role::Guest;
    return insertRow(account, audit);
}

Result<Account> AccountRepository::findByEmail(const QString &email)
{
    const Result<Rows> rows = m_database.run("accounts.find_by_email"_L1, {{"email"_L1, email}});
    if (!rows)
        return rows.error();
    return rows->empty() ? Result<Account>(ErrorCode::NotFound) : accountFromRow(rows->front());
}

Result<Account> AccountRepository::findById(const UserId &id)
{
    const Result<Rows> rows = m_database.run("accounts.find_by_id"_L1, {{"id"_L1, id}});
    if (!rows)
        return rows.error();
    return rows->empty() ? Result<Account>(ErrorCode::NotFound) : accountFromRow(rows->front());
}

Result<void> AccountRepository::updateProfile(const UserId &id, const Profile &profile, const AuditContext &audit)
{
    const Result<Account> before = findById(id);
    if (!before)
        return before.error();
    const Result<Rows> updated = m_database.run("accounts.update_profile"_L1, {{"id"_L1, id},
                                                                              {"name"_L1, profile.name},
                                                                              {"email"_L1, emailOrNull(profile.email)},
                                                                              {"phone"_L1, profile.phone},
                                                                              {"locale"_L1, profile.locale}});
    if (!updated)
        return emailTaken(updated.error());
    AuditEvent event = changeOf(id, "account.profile_changed"_L1, audit);
    event.before = toJson(before->profile);
    event.after = toJson(profile);
    return AuditRepository(m_database).append(event);
}

Result<void> AccountRepository::updatePassword(const UserId &id, const QString &passwordHash, const AuditContext &audit)
{
    if (Result<Account> before = findById(id); !before)
        return before.error();
    const Result<Rows> updated =
        m_database.run("accounts.update_password"_L1, {{"id"_L1, id}, {"password_hash"_L1, passwordHash}});
    if (!updated)
        return updated.error();
    return AuditRepository(m_database).append(changeOf(id, "account.password_changed"_L1, audit));
}

Result<void> AccountRepository::setRole(const UserId &id, Role role, const AuditContext &audit)
{
    const Result<Account> before = findById(id);
    if (!before)
        return before.error();
    const Result<Rows> updated = m_database.run("accounts.set_role"_L1, {{"id"_L1, id}, {"role"_L1, roleName(role)}});
    if (!updated)
        return updated.error();
    AuditEvent event = changeOf(id, "account.role_changed"_L1, audit);
    event.before = {{u"role"_s, roleName(before->user.role)}};
    event.after = {{u"role"_s, roleName(role)}};
    return AuditRepository(m_database).append(event);
}

Result<void> AccountRepository::setDisabled(const UserId &id, bool disabled, const AuditContext &audit)
{
    const Result<Account> before = findById(id);
    if (!before)
        return before.error();
    const Result<Rows> updated = m_database.run("accounts.set_disabled"_L1, {{"id"_L1, id}, {"disabled"_L1, disabled}});
    if (!updated)
        return updated.error();
    AuditEvent event = changeOf(id, disabled ? "account.disabled"_L1 : "account.enabled"_L1, audit);
    event.before = {{u"disabled"_s, before->disabled}};
    event.after = {{u"disabled"_s, disabled}};
    return AuditRepository(m_database).append(event);
}

Result<bool> AccountRepository::hasAdministrator()
{
    const Result<Rows> rows = m_database.run("accounts.administrators"_L1);
    if (!rows)
        return rows.error();
    return rows->front().integer("administrators"_L1) > 0;
}

Result<QList<Account>> AccountRepository::list(bool withGuests)
{
    const Result<Rows> rows = m_database.run("accounts.list"_L1, {{"with_guests"_L1, withGuests}});
    if (!rows)
        return rows.error();
    QList<Account> accounts;
    for (const Row &row : *rows) {
        Result<Account> account = accountFromRow(row);
        if (!account)
            return account.error();
        accounts.append(*std::move(account));
    }
    return accounts;
}

} // namespace parterre::storage
