// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/storage/databaseconfig.h"
#include "tests/support/postgrescluster.h"

#include <QTemporaryDir>

namespace parterre::testing {

// New databases for tests that run on every engine. One per test class; PostgreSQL starts when it is first asked for.
//   void subject_does_data() { TestDatabases::addEngines(); }
//   void subject_does() { QFETCH(storage::Engine, engine); const auto config = m_databases.create(engine); ... }
class TestDatabases
{
public:
    // A row for each engine, in the column "engine".
    static void addEngines();

    // Without a schema / with the newest one. Ends the program with a message when PostgreSQL cannot be started.
    [[nodiscard]] storage::DatabaseConfig createEmpty(storage::Engine engine);
    [[nodiscard]] storage::DatabaseConfig create(storage::Engine engine);

    [[nodiscard]] PostgresCluster &cluster();

private:
    QTemporaryDir m_folder;
    int m_files = 0;
    std::unique_ptr<PostgresCluster> m_cluster;
    QString m_migrated; // the PostgreSQL database that others are copied from
};

} // namespace parterre::testing

Q_DECLARE_METATYPE(parterre::storage::Engine)
