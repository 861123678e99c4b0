// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/core/result.h"

#include <QString>

namespace parterre::storage {

enum class Engine { Sqlite, Postgresql };

// Which database, and how to reach it. A value; knows nothing about whether it is there.
struct DatabaseConfig {
    Engine engine = Engine::Sqlite;
    QString path = {};     // SQLite: the file
    QString host = {};     // PostgreSQL: name, address, or the directory of a local socket
    int port = 5432;
    QString name = {};
    QString user = {};
    QString password = {};
    QString options = {};  // libpq settings, "sslmode=verify-full;sslrootcert=/etc/ca.pem"

    // "sqlite:/var/lib/parterre/parterre.db" or "postgresql://user:password@host:5432/name?sslmode=require".
    // The error names what is wrong and never repeats the password.
    [[nodiscard]] static Result<DatabaseConfig> fromUrl(const QString &url);
    // For logs and people: everything but the password and the options.
    [[nodiscard]] QString describe() const;
};

} // namespace parterre::storage
