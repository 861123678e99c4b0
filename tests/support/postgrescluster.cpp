// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/postgrescluster.h"

#include <QCollator>
#include <QDir>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QUrl>

#include <cstdlib>
#include <pwd.h>
#include <unistd.h>

namespace parterre::testing {

using namespace Qt::StringLiterals;

namespace {

constexpr int kToolTimeoutMs = 90'000;

Error broken(const QString &what)
{
    return {.code = ErrorCode::StorageUnavailable, .detail = what};
}

// Debian keeps the server's programs off the path, one folder for each major version.
QString toolFolder()
{
    QStringList versions = QDir(u"/usr/lib/postgresql"_s).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    QCollator byNumber;
    byNumber.setNumericMode(true);
    std::sort(versions.begin(), versions.end(), byNumber);
    if (!versions.isEmpty())
        return u"/usr/lib/postgresql/%1/bin"_s.arg(versions.constLast());
    return QFileInfo(QStandardPaths::findExecutable(u"initdb"_s)).absolutePath();
}

} // namespace

bool PostgresCluster::isSkipped()
{
    return qEnvironmentVariable("PARTERRE_SKIP_POSTGRES") == "1"_L1;
}

Result<std::unique_ptr<PostgresCluster>> PostgresCluster::start(const QStringList &settings)
{
    std::unique_ptr<PostgresCluster> cluster(new PostgresCluster(settings));
    if (Result<void> ready = cluster->initialise(); !ready)
        return ready.error();
    return cluster;
}

Result<void> PostgresCluster::initialise()
{
    m_tools = toolFolder();
    if (!QFileInfo(m_tools + u"/initdb"_s).isExecutable())
        return broken(u"PostgreSQL is not installed: no initdb in /usr/lib/postgresql or on the path"_s);
    QByteArray pattern = (QDir::tempPath() + u"/parterre-pg-XXXXXX"_s).toLocal8Bit();
    if (!::mkdtemp(pattern.data()))
        return broken(u"cannot make a folder in "_s + QDir::tempPath());
    m_folder = QString::fromLocal8Bit(pattern);
    if (::geteuid() == 0) {
        const passwd *user = ::getpwnam("postgres");
        if (!user || ::chown(pattern.constData(), user->pw_uid, user->pw_gid) != 0)
            return broken(u"there is no user \"postgres\" to run PostgreSQL as"_s);
        m_asServer = {u"runuser"_s, u"-u"_s, u"postgres"_s, u"--"_s};
    }
    startWatchdog();
    // Not synced: only what the running server writes has to be durable here.
    const Result<QString> made = runTool(u"initdb"_s, {u"--pgdata"_s, m_folder + u"/data"_s, u"--username=parterre"_s, u"--auth=trust"_s,
                                                       u"--encoding=UTF8"_s, u"--locale=C"_s, u"--no-sync"_s}, true);
    if (!made)
        return made.error();
    return startAgain();
}

PostgresCluster::~PostgresCluster()
{
    m_watchdog.closeWriteChannel();
    m_watchdog.waitForFinished(kToolTimeoutMs);
}

// Waits for the end of its input, which comes when this process closes it or ends in whatever way.
void PostgresCluster::startWatchdog()
{
    const QString script = u"read -r _; cd /; \"$@\" stop -m immediate -w; rm -rf \"$0\""_s;
    const QStringList stop = m_asServer + QStringList {m_tools + u"/pg_ctl"_s, u"--pgdata"_s, m_folder + u"/data"_s};
    m_watchdog.setChildProcessModifier([] { ::setsid(); }); // Ctrl+C is for the test, not for its watchdog
    m_watchdog.setStandardOutputFile(QProcess::nullDevice());
    m_watchdog.setStandardErrorFile(QProcess::nullDevice());
    m_watchdog.start(u"/bin/sh"_s, QStringList {u"-c"_s, script, m_folder} + stop);
    m_watchdog.waitForStarted();
}

Result<QString> PostgresCluster::runTool(const QString &tool, const QStringList &arguments, bool asServer) const
{
    QStringList command = (asServer ? m_asServer : QStringList()) + QStringList {m_tools + u'/' + tool} + arguments;
    QProcess process;
    process.setWorkingDirectory(u"/"_s); // one the server's user may be in
    process.setStandardErrorFile(m_folder + u"/tools.log"_s, QIODevice::Append);
    process.start(command.takeFirst(), command);
    if (!process.waitForFinished(kToolTimeoutMs) || process.exitStatus() != QProcess::NormalExit || process.exitCode() != 0) {
        QFile log(m_folder + u"/tools.log"_s);
        const QString said = log.open(QIODevice::ReadOnly) ? QString::fromUtf8(log.readAll()) : process.errorString();
        return broken(u"%1 failed: %2"_s.arg(tool, said.right(1'000)));
    }
    return QString::fromUtf8(process.readAllStandardOutput());
}

Result<void> PostgresCluster::startAgain()
{
    QString options = u"-k %1 -c listen_addresses='' -c shared_buffers=16MB -c max_connections=60 -c recovery_init_sync_method=syncfs"_s.arg(m_folder);
    for (const QString &setting : m_settings)
        options += u" -c "_s + setting;
    const Result<QString> started = runTool(u"pg_ctl"_s, {u"--pgdata"_s, m_folder + u"/data"_s, u"-w"_s, u"-l"_s, m_folder + u"/data/server.log"_s,
                                                          u"-o"_s, options, u"start"_s}, true);
    return started ? Result<void>() : started.error();
}

Result<void> PostgresCluster::stopAtOnce()
{
    const Result<QString> stopped =
        runTool(u"pg_ctl"_s, {u"--pgdata"_s, m_folder + u"/data"_s, u"-w"_s, u"-m"_s, u"immediate"_s, u"stop"_s}, true);
    return stopped ? Result<void>() : stopped.error();
}

Result<QString> PostgresCluster::execute(const QString &database, const QString &sql) const
{
    return runTool(u"psql"_s, {u"-X"_s, u"-q"_s, u"-A"_s, u"-t"_s, u"-h"_s, m_folder, u"-U"_s, u"parterre"_s, u"-d"_s, database, u"-v"_s,
                               u"ON_ERROR_STOP=1"_s, u"-c"_s, sql}, false);
}

Result<QString> PostgresCluster::createDatabase(const QString &copyOf)
{
    const QString name = u"test_%1"_s.arg(++m_databases);
    const QString origin = copyOf.isEmpty() ? u"template0"_s : copyOf;
    if (Result<QString> created = execute(u"postgres"_s, u"CREATE DATABASE %1 TEMPLATE %2"_s.arg(name, origin)); !created)
        return created.error();
    return u"postgresql://parterre@localhost/%1?host=%2"_s.arg(name, m_folder);
}

QString PostgresCluster::databaseName(const QString &url)
{
    return QUrl(url).path().mid(1);
}

} // namespace parterre::testing
