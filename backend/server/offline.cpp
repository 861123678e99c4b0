// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/server/offline.h"

#include "backend/storage/migrator.h"

#include <QDir>
#include <QFileInfo>

#include <cstdio>

namespace parterre::server {

void say(const QString &line)
{
    std::fprintf(stdout, "%s\n", line.toUtf8().constData());
    std::fflush(stdout);
}

void complain(const QString &line)
{
    std::fprintf(stderr, "parterre-server: %s\n", line.toUtf8().constData());
}

void addSettings(QCommandLineParser &parser, const QStringList &only)
{
    parser.addOption({QStringLiteral("config"), QStringLiteral("INI file with these settings [parterre-server.ini in the data folder]."), QStringLiteral("FILE")});
    for (const Setting &setting : settings()) {
        const QString name = QLatin1StringView(setting.name);
        if (!only.isEmpty() && !only.contains(name))
            continue;
        parser.addOption({name, QStringLiteral("%1 [%2]").arg(QLatin1StringView(setting.help), QLatin1StringView(setting.defaultText)), QLatin1StringView(setting.valueName)});
    }
}

Result<ServerConfig> readConfig(const QCommandLineParser &parser)
{
    QHash<QString, QString> values = settingsOfEnvironment();
    const QStringList given = parser.optionNames();
    for (const Setting &setting : settings()) {
        const QString name = QLatin1StringView(setting.name);
        if (given.contains(name))
            values.insert(name, parser.value(name));
    }
    const QString data = values.value(QStringLiteral("data"), defaultDataFolder());
    const QString besideData = data + QStringLiteral("/parterre-server.ini");
    const bool named = given.contains(QStringLiteral("config"));
    if (named || QFileInfo::exists(besideData)) {
        Result<QHash<QString, QString>> file = settingsOfFile(named ? parser.value(QStringLiteral("config")) : besideData);
        if (!file)
            return file.error();
        file->insert(values);
        values = *file;
    }
    return makeConfig(values);
}

std::optional<int> parse(QCommandLineParser &parser, const QString &command, const QStringList &arguments)
{
    parser.addHelpOption();
    if (!parser.parse(QStringList {QStringLiteral("parterre-server ") + command} + arguments)) {
        complain(parser.errorText());
        return 2;
    }
    if (parser.isSet(QStringLiteral("help"))) {
        say(parser.helpText());
        return 0;
    }
    return std::nullopt;
}

Result<std::unique_ptr<storage::Database>> openDatabase(const ServerConfig &config, const Clock &clock)
{
    if (!QDir().mkpath(config.data))
        return Error {.code = ErrorCode::StorageUnavailable, .detail = QStringLiteral("the folder %1 cannot be made").arg(config.data)};
    auto database = std::make_unique<storage::Database>(config.database);
    if (const Result<void> opened = database->open(); !opened)
        return opened.error();
    if (const Result<int> migrated = storage::Migrator(*database).migrate(clock.utcNow()); !migrated)
        return migrated.error();
    return database;
}

storage::AuditContext consoleAudit(const Clock &clock)
{
    return {.at = clock.utcNow()};
}

int fail(const Error &error)
{
    complain(error.detail.isEmpty() ? QString(errorMeaning(error.code)) : error.detail);
    return error.code == ErrorCode::InvalidParams ? 2 : 1;
}

} // namespace parterre::server
