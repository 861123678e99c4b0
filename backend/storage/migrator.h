// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/storage/databaseconfig.h"
#include "shared/core/clock.h"

#include <QList>

namespace parterre::storage {

class Database;

// One step of the schema. The text is statements separated by empty lines; its checksum is kept with the database.
struct Migration {
    int number = 0;
    QString name = {};
    QByteArray text = {};

    friend bool operator==(const Migration &, const Migration &) = default;
};

// Brings a schema up to date, forward only, each step in a transaction of its own. Refuses a database written by a newer
// version (SchemaTooNew) and one whose applied steps differ from ours (Internal). Several servers may start at once.
class Migrator
{
public:
    explicit Migrator(Database &database);
    Migrator(Database &database, QList<Migration> migrations);

    // An SQLite file that has something to lose is copied beside itself first. Returns how many steps were applied.
    [[nodiscard]] Result<int> migrate(Instant now);

    [[nodiscard]] static QList<Migration> builtIn(Engine engine);

private:
    [[nodiscard]] Result<int> applied();
    [[nodiscard]] Result<void> backUp(Instant now, int next);
    [[nodiscard]] Result<bool> applyOne(const Migration &migration, Instant now);

    Database &m_database;
    QList<Migration> m_migrations;
};

} // namespace parterre::storage
