// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/server/serverconfig.h"
#include "backend/storage/auditcontext.h"
#include "backend/storage/database.h"

#include <QCommandLineParser>

#include <memory>

namespace parterre::server {

// What the commands share that work on the database without a running server, or beside one.

// Lines for people: standard output and standard error, UTF-8.
void say(const QString &line);
void complain(const QString &line);

// Adds every setting as a flag, and --config and --help.
void addSettings(QCommandLineParser &parser, const QStringList &only = {});
// Flags before environment before file: --config, or parterre-server.ini in the data folder when there is one.
[[nodiscard]] Result<ServerConfig> readConfig(const QCommandLineParser &parser);

// Parses; prints help or the fault. Nothing when the command may go on, else its exit status.
[[nodiscard]] std::optional<int> parse(QCommandLineParser &parser, const QString &command, const QStringList &arguments);

// The database of the config, migrated.
[[nodiscard]] Result<std::unique_ptr<storage::Database>> openDatabase(const ServerConfig &config, const Clock &clock);
// Of what is done at the console.
[[nodiscard]] storage::AuditContext consoleAudit(const Clock &clock);

// Prints the error and gives the exit status: 2 when the call was wrong, else 1.
[[nodiscard]] int fail(const Error &error);

} // namespace parterre::server
