// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/storage/migrator.h"

#include "backend/storage/database.h"
#include "backend/storage/privatefile.h"
#include "backend/storage/statementcatalog.h"
#include "shared/core/utctime.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>

namespace parterre::storage {

using namespace Qt::StringLiterals;

namespace {

QString checksumOf(const Migration &migration)
{
    QByteArray text = migration.text;
    text.replace("\r\n", "\n"); // a check-out may turn line ends; that is no edit
    return QString::fromLatin1(QCryptographicHash::hash(text, QCryptographicHash::Sha256).toHex());
}

QStringList statementsOf(const Migration &migration)
{
    QStringList statements {QString()};
    for (const QString &line : QString::fromUtf8(migration.text).split(u'\n')) {
        if (line.trimmed().isEmpty())
            statements.append(QString());
        else if (!line.startsWith("--"_L1))
            statements.last() += line + u'\n';
    }
    statements.removeAll(QString());
    return statements;
}

} // namespace

Migrator::Migrator(Database &database) : Migrator(database, builtIn(database.engine())) {}

Migrator::Migrator(Database &database, QList<Migration> migrations) : m_database(database), m_migrations(std::move(migrations)) {}

QList<Migration> Migrator::builtIn(Engine engine)
{
    static_cast<void>(StatementCatalog::of(engine)); // registers the resources
    QList<Migration> migrations;
    const QDir folder(u":/parterre/storage/migrations/"_s + engineName(engine));
    for (const QFileInfo &info : folder.entryInfoList({u"*.sql"_s}, QDir::Files, QDir::Name)) {
        QFile file(info.filePath());
        const bool opened = file.open(QIODevice::ReadOnly);
        Q_ASSERT(opened);
        const QString name = info.completeBaseName();
        migrations.append({.number = name.section(u'_', 0, 0).toInt(), .name = name, .text = opened ? file.readAll() : QByteArray()});
    }
    return migrations;
}

Result<int> Migrator::applied()
{
    const Result<Rows> rows = m_database.run("schema.applied"_L1);
    if (!rows)
        return rows.error();
    int count = 0;
    for (const Row &row : *rows) {
        if (count >= m_migrations.size()) {
            return {ErrorCode::SchemaTooNew, u"the database has migration %1, which this version does not know"_s.arg(row.text("name"_L1))};
        }
        const Migration &ours = m_migrations.at(count);
        if (row.int32("number"_L1) != ours.number || row.text("checksum"_L1) != checksumOf(ours)) {
            return {ErrorCode::Internal, u"migration %1 is not the one that was applied to this database"_s.arg(ours.name)};
        }
        ++count;
    }
    return count;
}

Result<int> Migrator::migrate(Instant now)
{
    const Result<int> before = m_database.transact([this]() -> Result<int> {
        if (Result<Rows> locked = m_database.run("schema.lock"_L1); !locked)
            return locked.error();
        if (Result<Rows> created = m_database.runDirect("schema.create_table"_L1); !created)
            return created.error();
        return applied();
    });
    if (!before)
        return before;
    if (*before > 0 && *before < m_migrations.size()) {
        if (Result<void> kept = backUp(now, m_migrations.at(*before).number); !kept)
            return kept.error();
    }
    int count = 0;
    for (const Migration &migration : m_migrations.mid(*before)) {
        const Result<bool> done = m_database.transact([&] { return applyOne(migration, now); });
        if (!done)
            return done.error();
        count += *done ? 1 : 0;
    }
    return count;
}

Result<bool> Migrator::applyOne(const Migration &migration, Instant now)
{
    if (Result<Rows> locked = m_database.run("schema.lock"_L1); !locked)
        return locked.error();
    const Result<int> count = applied();
    if (!count)
        return count.error();
    if (*count > m_migrations.indexOf(migration))
        return false; // another server was faster
    for (const QString &statement : statementsOf(migration)) {
        if (Result<void> done = m_database.runMigrationStatement(statement); !done)
            return Error {.code = done.error().code, .detail = u"%1: %2"_s.arg(migration.name, done.error().detail)};
    }
    const Result<Rows> recorded = m_database.run("schema.record"_L1, {{"number"_L1, migration.number},
                                                                     {"name"_L1, migration.name},
                                                                     {"checksum"_L1, checksumOf(migration)},
                                                                     {"applied"_L1, now}});
    if (!recorded)
        return recorded.error();
    return true;
}

Result<void> Migrator::backUp(Instant now, int next)
{
    if (m_database.engine() != Engine::Sqlite)
        return {}; // a PostgreSQL server has its own backups; the release notes ask for one
    const QString stamp = toDateTime(now).toString(u"yyyyMMdd'T'HHmmss'Z'"_s);
    const QString path = u"%1.%2-before-%3.backup"_s.arg(m_database.config().path, stamp).arg(next, 4, 10, QChar(u'0'));
    QFile::remove(path); // of a start within the same second that failed half-way
    makePrivateFile(path);
    const Result<Rows> copied = m_database.run("schema.back_up"_L1, {{"path"_L1, path}});
    return copied ? Result<void>() : copied.error();
}

} // namespace parterre::storage
