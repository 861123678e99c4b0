// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testdatabases.h"

#include "backend/storage/database.h"
#include "backend/storage/migrator.h"

#include <QTest>

namespace parterre::testing {

using namespace Qt::StringLiterals;
using storage::DatabaseConfig;
using storage::Engine;

namespace {

template<class T>
T orDie(Result<T> result)
{
    if (!result)
        qFatal("%s", qUtf8Printable(result.error().detail));
    return *std::move(result);
}

void migrate(const DatabaseConfig &config)
{
    storage::Database database(config);
    if (Result<void> opened = database.open(); !opened)
        qFatal("%s", qUtf8Printable(opened.error().detail));
    static_cast<void>(orDie(storage::Migrator(database).migrate(SystemClock().utcNow())));
}

} // namespace

void TestDatabases::addEngines()
{
    QTest::addColumn<Engine>("engine");
    QTest::newRow("sqlite") << Engine::Sqlite;
    if (!PostgresCluster::isSkipped())
        QTest::newRow("postgresql") << Engine::Postgresql;
}

PostgresCluster &TestDatabases::cluster()
{
    if (!m_cluster)
        m_cluster = orDie(PostgresCluster::start());
    return *m_cluster;
}

DatabaseConfig TestDatabases::createEmpty(Engine engine)
{
    if (engine == Engine::Sqlite)
        return orDie(DatabaseConfig::fromUrl(u"sqlite:%1/%2.db"_s.arg(m_folder.path()).arg(++m_files)));
    return orDie(DatabaseConfig::fromUrl(orDie(cluster().createDatabase())));
}

DatabaseConfig TestDatabases::create(Engine engine)
{
    if (engine == Engine::Postgresql) {
        if (m_migrated.isEmpty()) {
            const DatabaseConfig origin = createEmpty(engine);
            migrate(origin);
            m_migrated = origin.name;
        }
        return orDie(DatabaseConfig::fromUrl(orDie(cluster().createDatabase(m_migrated))));
    }
    const DatabaseConfig config = createEmpty(engine);
    migrate(config);
    return config;
}

} // namespace parterre::testing
