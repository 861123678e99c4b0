// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/storage/repositories/accountrepository.h"

namespace parterre::storage {

// A sign-in that lasts. Only the SHA-256 of the token is ever stored.
struct AuthToken {
    QByteArray hash = {};
    UserId account = {};
    Instant created = {};
    Instant expires = {};
};

struct FoundToken {
    Account account = {};
    Instant expires = {};
    bool noteUse = false;   // the use that was last noted is so long ago that this one should be
};

class TokenRepository
{
public:
    explicit TokenRepository(Database &database) : m_database(database) {}

    [[nodiscard]] Result<void> insert(const AuthToken &token);
    // The account behind a valid token; only reads. TokenInvalid: unknown, expired, or the account is disabled.
    [[nodiscard]] Result<FoundToken> find(const QByteArray &hash, Instant now);
    [[nodiscard]] Result<void> noteUse(const QByteArray &hash, Instant now);
    [[nodiscard]] Result<void> remove(const QByteArray &hash);
    // How many were withdrawn.
    [[nodiscard]] Result<qint64> removeAllOf(const UserId &account, const QByteArray &exceptHash = {});
    [[nodiscard]] Result<qint64> removeExpired(Instant now);

private:
    Database &m_database;
};

} // namespace parterre::storage
