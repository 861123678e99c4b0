// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/storage/databaseconfig.h"

#include <QRegularExpression>
#include <QUrl>
#include <QUrlQuery>

namespace parterre::storage {

using namespace Qt::StringLiterals;

namespace {

Error invalid(const QString &what)
{
    return {.code = ErrorCode::InvalidParams, .detail = u"Database URL: "_s + what};
}

// libpq settings that may come with the URL. Their values end up in a connection string: only what needs no quoting.
Result<QString> libpqOption(const QString &key, const QString &value)
{
    static const QStringList known {u"sslmode"_s, u"sslrootcert"_s, u"sslcert"_s, u"sslkey"_s, u"sslcrl"_s, u"application_name"_s,
                                    u"connect_timeout"_s, u"target_session_attrs"_s};
    static const QRegularExpression plain(u"\\A[A-Za-z0-9_./@:+-]+\\z"_s);
    if (!known.contains(key))
        return invalid(u"unknown setting \"%1\""_s.arg(key));
    if (!plain.match(value).hasMatch())
        return invalid(u"the value of \"%1\" has characters that are not allowed there"_s.arg(key));
    return u"%1=%2"_s.arg(key, value);
}

Result<DatabaseConfig> sqliteFrom(const QString &rest)
{
    // "sqlite:file", "sqlite:/dir/file" and "sqlite:///dir/file" all name a file.
    const QString path = QUrl::fromPercentEncoding((rest.startsWith("///"_L1) ? rest.mid(2) : rest).toUtf8());
    if (path.isEmpty() || path.startsWith("//"_L1) || path.startsWith(u':') || path.contains(QChar::Null))
        return invalid(u"sqlite: needs the path of a file"_s);
    DatabaseConfig config;
    config.path = path;
    return config;
}

Result<DatabaseConfig> postgresqlFrom(const QUrl &url)
{
    if (!url.isValid())
        return invalid(u"it is not a URL"_s);
    DatabaseConfig config;
    config.engine = Engine::Postgresql;
    config.host = url.host(QUrl::FullyDecoded);
    config.port = url.port(5432);
    config.name = url.path(QUrl::FullyDecoded).mid(1);
    config.user = url.userName(QUrl::FullyDecoded);
    config.password = url.password(QUrl::FullyDecoded);
    QStringList options;
    for (const auto &[key, value] : QUrlQuery(url).queryItems(QUrl::FullyDecoded)) {
        if (key == "host"_L1) {
            config.host = value;
            continue;
        }
        Result<QString> option = libpqOption(key, value);
        if (!option)
            return option.error();
        options.append(*option);
    }
    if (config.name.isEmpty())
        return invalid(u"the name of the database is missing after the host"_s);
    config.options = options.join(u';');
    return config;
}

} // namespace

Result<DatabaseConfig> DatabaseConfig::fromUrl(const QString &url)
{
    if (url.startsWith("sqlite:"_L1))
        return sqliteFrom(url.mid(7));
    if (url.startsWith("postgresql:"_L1) || url.startsWith("postgres:"_L1))
        return postgresqlFrom(QUrl(url, QUrl::StrictMode));
    return invalid(u"it must start with sqlite: or postgresql:"_s);
}

QString DatabaseConfig::describe() const
{
    if (engine == Engine::Sqlite)
        return u"SQLite file %1"_s.arg(path);
    const QString at = host.isEmpty() ? u"local socket"_s : host;
    return u"PostgreSQL database %1 at %2:%3 as %4"_s.arg(name, at, QString::number(port), user.isEmpty() ? u"default user"_s : user);
}

} // namespace parterre::storage
