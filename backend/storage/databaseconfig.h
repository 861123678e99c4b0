// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/core/result.h"

#include <QString>

#include <chrono>

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
    // How long a lost database is taken to be away after it could not be reached, before it is tried again.
    std::chrono::milliseconds reconnectAfter {1'000};

    // "sqlite:/var/lib/parterre/parterre.db" or "postgresql://user:password@host:5432/name?sslmode=require".
    // The error names what is wrong and never repeats the password.
    [[nodiscard]] static Result<DatabaseConfig> fromUrl(const QString &url);
    // For logs and people: everything but the password and the options.
    [[nodiscard]] QString describe() const;
};

} // namespace parterre::storage
