// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/core/clock.h"
#include "shared/core/result.h"

#include <QByteArray>

namespace parterre::storage {

class Database;

// One-time codes that make the first administrator. Only their SHA-256 is stored; a new one voids the others.
class SetupCodeRepository
{
public:
    explicit SetupCodeRepository(Database &database) : m_database(database) {}

    [[nodiscard]] Result<void> insert(const QByteArray &hash, Instant created, Instant expires);
    [[nodiscard]] Result<void> redeem(const QByteArray &hash, Instant now); // SetupCodeInvalid

private:
    Database &m_database;
};

} // namespace parterre::storage
