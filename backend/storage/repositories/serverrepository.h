// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/core/result.h"

#include <QString>

namespace parterre::storage {

class Database;

// What the server remembers about itself.
class ServerRepository
{
public:
    explicit ServerRepository(Database &database) : m_database(database) {}

    // Rises by one with every call: taken once at each start, so that seat versions of earlier runs are void.
    [[nodiscard]] Result<qint64> nextLedgerEpoch();
    // What tells this house from others: `fresh` when it was never asked for before, and from then on what it was then.
    [[nodiscard]] Result<QString> houseId(const QString &fresh);
    [[nodiscard]] Result<QString> setting(const QString &key); // NotFound
    [[nodiscard]] Result<void> setSetting(const QString &key, const QString &value);

private:
    Database &m_database;
};

} // namespace parterre::storage
