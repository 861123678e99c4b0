// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/storage/databaseconfig.h"

#include <QByteArray>
#include <QList>

#include <map>
#include <string>

namespace parterre::storage {

// The named SQL of one engine: `accounts.sql`'s block `-- name: insert` is "accounts.insert"; a block of the same name in
// the engine's own folder replaces it. Immutable, shared by all threads.
class StatementCatalog
{
public:
    [[nodiscard]] static const StatementCatalog &of(Engine engine);

    struct Statement {
        std::string name;
        QString sql;
        bool direct = false; // cannot be prepared
    };
    // The statement's address is good for the life of the program. A name that is not there is a bug and asserts.
    [[nodiscard]] const Statement &statement(std::string_view name) const;
    [[nodiscard]] const std::map<std::string, Statement, std::less<>> &all() const { return m_statements; }

private:
    explicit StatementCatalog(Engine engine);
    void readFolder(const QString &folder);
    void readFile(const QString &path, const QString &noun);

    std::map<std::string, Statement, std::less<>> m_statements;
};

// The folder and driver name of an engine: "sqlite", "postgresql".
[[nodiscard]] QString engineName(Engine engine);

} // namespace parterre::storage
