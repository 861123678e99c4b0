// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/core/result.h"

#include <QProcess>
#include <QStringList>

#include <memory>

namespace parterre::testing {

// A PostgreSQL server of a test's own, in a new folder, reached through a socket in that folder: no port, no clash with
// others. It ends with this object, and also when the test crashes or is killed: a small watchdog process then stops it.
// Durability settings are PostgreSQL's defaults, because storage refuses anything weaker.
class PostgresCluster
{
public:
    // The error says what is missing. Started as root it runs as the user "postgres", since PostgreSQL refuses root.
    // Settings, "shared_buffers=256MB", replace those of a small server for many tests at once.
    [[nodiscard]] static Result<std::unique_ptr<PostgresCluster>> start(const QStringList &settings = {});
    ~PostgresCluster();
    PostgresCluster(const PostgresCluster &) = delete;
    PostgresCluster &operator=(const PostgresCluster &) = delete;

    // A new database, empty or a copy; the URL is what the server's --database takes.
    [[nodiscard]] Result<QString> createDatabase(const QString &copyOf = {});
    [[nodiscard]] static QString databaseName(const QString &url);
    // Runs SQL from outside, as an administrator would.
    [[nodiscard]] Result<QString> execute(const QString &database, const QString &sql) const;
    [[nodiscard]] Result<void> stopAtOnce(); // like a power cut
    [[nodiscard]] Result<void> startAgain();

    // Why tests may go without: a developer set PARTERRE_SKIP_POSTGRES=1.
    [[nodiscard]] static bool isSkipped();

private:
    explicit PostgresCluster(const QStringList &settings) : m_settings(settings) {}
    [[nodiscard]] Result<void> initialise();
    [[nodiscard]] Result<QString> runTool(const QString &tool, const QStringList &arguments, bool asServer) const;
    void startWatchdog();

    const QStringList m_settings;
    QString m_tools;
    QString m_folder;
    QStringList m_asServer; // what goes before a command to run it as the server's user
    QProcess m_watchdog;
    int m_databases = 0;
};

} // namespace parterre::testing
