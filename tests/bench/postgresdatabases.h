// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/postgrescluster.h"

namespace parterre::bench {

// New and empty databases on a PostgreSQL server of their own. Ends the program when there is none to be had.
class PostgresDatabases
{
public:
    PostgresDatabases() : m_cluster(testing::PostgresCluster::start())
    {
        if (!m_cluster)
            qFatal("no PostgreSQL: %s", qUtf8Printable(m_cluster.error().detail));
    }

    // Its URL.
    [[nodiscard]] QString create()
    {
        const Result<QString> database = (*m_cluster)->createDatabase();
        if (!database)
            qFatal("no database: %s", qUtf8Printable(database.error().detail));
        return *database;
    }

private:
    Result<std::unique_ptr<testing::PostgresCluster>> m_cluster;
};

} // namespace parterre::bench
