// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/storage/storage.h"
#include "tests/support/samplehouse.h"
#include "tests/support/testdatabases.h"

namespace parterre::testing {

// An open Storage that a test can ask and wait for, and a connection of the test's own to look behind it.
class StorageHarness : public QObject
{
    Q_OBJECT

public:
    StorageHarness(const storage::DatabaseConfig &config, const Clock &clock);
    StorageHarness(storage::StorageOptions options, const Clock &clock);

    [[nodiscard]] storage::Storage &storage() { return m_storage; }
    [[nodiscard]] storage::Database &database() { return m_database; }

    // Asks for all of them at once, then waits for every answer; in the order asked.
    [[nodiscard]] QList<Result<storage::CheckoutOutcome>> bookAll(const QList<storage::CheckoutWrite> &writes);
    [[nodiscard]] Result<storage::CheckoutOutcome> book(const storage::CheckoutWrite &write) { return bookAll({write}).takeFirst(); }
    [[nodiscard]] Result<storage::ChangeOutcome> change(const storage::ChangeWrite &write);

private:
    storage::Storage m_storage;
    storage::Database m_database;
};

} // namespace parterre::testing
