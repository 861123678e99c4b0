// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/storage/database.h"

#include "backend/storage/privatefile.h"
#include "backend/storage/rowset.h"
#include "backend/storage/sqlfailure.h"
#include "backend/storage/statementcatalog.h"
#include "shared/core/utctime.h"

#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QSqlRecord>
#include <QThread>

#include <atomic>
#include <unordered_map>

namespace parterre::storage {

using namespace Qt::StringLiterals;

namespace {

constexpr int kMaxAttempts = 4;

// A link that died without a word is noticed within some 15 seconds.
constexpr auto kLinkOptions = "keepalives_idle=5;keepalives_interval=3;keepalives_count=3;tcp_user_timeout=10000"_L1;

QString nextConnectionName()
{
    static std::atomic<quint64> last = 0;
    return u"parterre-%1"_s.arg(++last);
}

QVariant forEngine(Engine engine, const QVariant &value)
{
    if (value.metaType() != QMetaType::fromType<QDateTime>())
        return value;
    const Instant instant = toInstant(value.toDateTime());
    return engine == Engine::Sqlite ? QVariant(qint64(instant.time_since_epoch().count())) : QVariant(toIsoUtc(instant));
}

} // namespace

struct Database::Link {
    const QString name = nextConnectionName();
    QSqlDatabase connection;
    std::unordered_map<std::string_view, QSqlQuery> prepared; // by the catalogue's own names, which outlive this
};

Database::Database(DatabaseConfig config, const ClosingTime *closing)
    : m_config(std::move(config))
    , m_statements(StatementCatalog::of(m_config.engine))
    , m_link(std::make_unique<Link>())
    , m_closing(closing)
{
}

Database::~Database()
{
    close();
}

Result<void> Database::open()
{
    close();
    Result<void> connected = connect();
    if (connected) {
        m_unreachable.invalidate();
        m_refusal.reset();
        return connected;
    }
    close();
    if (!m_unreachable.isValid())
        m_unreachable.start();
    m_refusal = connected.error();
    m_connectAgain = QDeadlineTimer(m_config.reconnectAfter);
    return connected;
}

Result<void> Database::reconnect()
{
    const bool tooSoon = m_refusal && !m_connectAgain.hasExpired();
    return tooSoon ? Result<void>(*m_refusal) : open();
}

std::chrono::milliseconds Database::unreachableFor() const
{
    return std::chrono::milliseconds(m_unreachable.isValid() ? m_unreachable.elapsed() : 0);
}

Result<void> Database::connect()
{
    const bool sqlite = m_config.engine == Engine::Sqlite;
    m_link->connection = QSqlDatabase::addDatabase(sqlite ? u"QSQLITE"_s : u"QPSQL"_s, m_link->name);
    if (sqlite) {
        makePrivateFile(m_config.path);
        m_link->connection.setDatabaseName(m_config.path);
    } else {
        m_link->connection.setDatabaseName(m_config.name);
        m_link->connection.setHostName(m_config.host);
        m_link->connection.setPort(m_config.port);
        m_link->connection.setUserName(m_config.user);
        m_link->connection.setPassword(m_config.password);
        QStringList options {kLinkOptions, m_config.options};
        if (!m_config.options.contains("connect_timeout="_L1))
            options.append(u"connect_timeout=5"_s);
        options.removeAll(QString());
        m_link->connection.setConnectOptions(options.join(u';'));
    }
    if (!m_link->connection.open()) {
        Error error = errorFromSql(m_config.engine, m_link->connection.lastError(), u"Cannot open %1"_s.arg(m_config.describe()));
        error.code = ErrorCode::StorageUnavailable;
        return error;
    }
    return checkSettings();
}

Result<void> Database::checkSettings()
{
    for (const auto &[name, statement] : m_statements.all()) {
        if (!name.starts_with("connection.setup_"))
            continue;
        if (Result<Rows> set = runDirect(QLatin1StringView(name.data(), qsizetype(name.size()))); !set)
            return set.error();
    }
    Result<Rows> settings = run("connection.check"_L1);
    if (!settings)
        return settings.error();
    for (const Row &row : *settings) {
        if (!row.boolean("ok"_L1)) {
            return {ErrorCode::StorageUnavailable,
                    u"%1 has %2 = %3, which may lose sales"_s.arg(m_config.describe(), row.text("setting"_L1), row.text("value"_L1))};
        }
    }
    return {};
}

void Database::close()
{
    m_link->prepared.clear();
    m_inTransaction = false;
    m_failure.reset();
    if (!m_link->connection.isValid())
        return;
    m_link->connection.close();
    m_link->connection = {};
    QSqlDatabase::removeDatabase(m_link->name);
}

bool Database::isOpen() const
{
    return m_link->connection.isOpen();
}

Error Database::failed(const QSqlError &error, const QString &what)
{
    Error mapped = errorFromSql(m_config.engine, error, what);
    if (!m_link->connection.isOpen())
        mapped.code = ErrorCode::StorageUnavailable;
    if (m_inTransaction)
        m_failure = mapped;
    return mapped;
}

Result<QSqlQuery *> Database::prepared(QLatin1StringView name)
{
    const std::string_view key(name.data(), static_cast<std::size_t>(name.size()));
    if (const auto found = m_link->prepared.find(key); found != m_link->prepared.end())
        return &found->second;
    const StatementCatalog::Statement &statement = m_statements.statement(key);
    Q_ASSERT(!statement.direct);
    QSqlQuery query(m_link->connection);
    query.setForwardOnly(m_config.engine == Engine::Sqlite); // rows are copied once, here; QPSQL would fetch one by one
    if (!query.prepare(statement.sql))
        return failed(query.lastError(), name);
    return &m_link->prepared.emplace(statement.name, std::move(query)).first->second;
}

Result<Rows> Database::collect(QSqlQuery &query)
{
    Rows rows;
    if (query.isSelect()) {
        const QSqlRecord record = query.record();
        auto columns = std::make_shared<QStringList>();
        for (int i = 0; i < record.count(); ++i)
            columns->append(record.fieldName(i));
        while (query.next()) {
            std::vector<QVariant> values;
            values.reserve(static_cast<std::size_t>(record.count()));
            for (int i = 0; i < record.count(); ++i)
                values.push_back(query.value(i));
            rows.emplace_back(columns, std::move(values));
        }
    }
    const QSqlError error = query.lastError();
    query.finish(); // gives SQLite's locks back
    if (error.isValid())
        return failed(error, u"reading"_s);
    return rows;
}

Error Database::refuseText(QLatin1StringView statement)
{
    const Error refused {.code = ErrorCode::InvalidParams, .detail = statement + u": a text holds U+0000 or something else that no database keeps"_s};
    if (m_inTransaction)
        m_failure = refused;
    return refused;
}

Result<Rows> Database::run(QLatin1StringView name, const Bindings &bindings)
{
    if (m_failure)
        return *m_failure;
    Result<QSqlQuery *> found = prepared(name);
    if (!found)
        return found.error();
    QSqlQuery &query = **found;
    for (const auto &[placeholder, value] : bindings) {
        const QVariant &variant = value.variant();
        if (variant.metaType() == QMetaType::fromType<QString>() && !canBeKept(variant.toString()))
            return refuseText(name);
        query.bindValue(u':' + QString(placeholder), forEngine(m_config.engine, variant));
    }
    return execute(query, name);
}

Result<Rows> Database::execute(QSqlQuery &query, QLatin1StringView name)
{
    if (!query.exec()) {
        const Error error = failed(query.lastError(), name);
        query.finish();
        return error;
    }
    return collect(query);
}

Result<Rows> Database::runRows(QLatin1StringView name, const RowSet &rows)
{
    if (m_failure)
        return *m_failure;
    if (!rows.canBeKept())
        return refuseText(name);
    Result<QSqlQuery *> found = prepared(name);
    if (!found)
        return found.error();
    QSqlQuery &query = **found;
    Rows all;
    for (const QVariantList &values : rows.toBind()) {
        for (qsizetype i = 0; i < values.size(); ++i)
            query.bindValue(rows.placeholders().at(i), values.at(i));
        Result<Rows> some = execute(query, name);
        if (!some)
            return some;
        all.insert(all.end(), std::make_move_iterator(some->begin()), std::make_move_iterator(some->end()));
    }
    return all;
}

Result<Rows> Database::runArrays(QLatin1StringView name, std::initializer_list<const RowSet *> sets, const Bindings &bindings)
{
    Q_ASSERT(engine() == Engine::Postgresql);
    if (m_failure)
        return *m_failure;
    Result<QSqlQuery *> found = prepared(name);
    if (!found)
        return found.error();
    for (const RowSet *rows : sets) {
        if (!rows->canBeKept())
            return refuseText(name);
        const QVariantList arrays = rows->toBind().front();
        for (qsizetype i = 0; i < arrays.size(); ++i)
            (*found)->bindValue(rows->placeholders().at(i), arrays.at(i));
    }
    return run(name, bindings);
}

Result<void> Database::prepare(QLatin1StringView name)
{
    Result<QSqlQuery *> found = prepared(name);
    return found ? Result<void>() : found.error();
}

Result<Rows> Database::runDirect(QLatin1StringView name)
{
    const StatementCatalog::Statement &statement = m_statements.statement({name.data(), static_cast<std::size_t>(name.size())});
    QSqlQuery query(m_link->connection);
    if (!query.exec(statement.sql))
        return failed(query.lastError(), name);
    return collect(query);
}

Result<void> Database::runMigrationStatement(const QString &sql)
{
    QSqlQuery query(m_link->connection);
    if (!query.exec(sql))
        return failed(query.lastError(), u"migration"_s);
    return {};
}

Result<void> Database::begin(Access access)
{
    Q_ASSERT(!m_inTransaction);
    const QLatin1StringView statement = access == Access::Write ? "transaction.begin_write"_L1 : "transaction.begin_read"_L1;
    bool reopened = false;
    if (!isOpen()) {
        if (Result<void> opened = reconnect(); !opened)
            return opened;
        reopened = true;
    }
    Result<Rows> begun = runDirect(statement);
    // A link that died while nobody used it shows here first, when nothing can be lost by connecting again.
    if (!begun && begun.error().code == ErrorCode::StorageUnavailable && !reopened) {
        if (Result<void> opened = open(); !opened)
            return opened;
        begun = runDirect(statement);
    }
    if (!begun)
        return begun.error();
    m_inTransaction = true;
    m_failure.reset();
    return {};
}

Result<void> Database::commit()
{
    if (m_failure) {
        const Error failure = *m_failure;
        rollBack();
        return failure;
    }
    if (m_link->connection.commit()) {
        m_inTransaction = false;
        return {};
    }
    Error error = failed(m_link->connection.lastError(), u"commit"_s);
    // Nobody knows whether the database got to it before the link, or the disk, went away.
    if (error.code == ErrorCode::StorageUnavailable)
        error.code = ErrorCode::OutcomeUnknown;
    rollBack();
    if (error.code == ErrorCode::OutcomeUnknown)
        close();
    return error;
}

void Database::rollBack()
{
    const bool lost = m_failure && m_failure->code == ErrorCode::StorageUnavailable;
    m_inTransaction = false;
    m_failure.reset();
    if (lost || !m_link->connection.rollback())
        close(); // the database rolls back what a vanished client began
}

bool Database::waitToRetry(const Error &error, int attempt) const
{
    const bool transient = error.code == ErrorCode::StorageUnavailable || error.code == ErrorCode::Overloaded;
    const bool away = m_refusal && !m_connectAgain.hasExpired();
    if (!transient || away || attempt >= kMaxAttempts || (m_closing && m_closing->isOver()))
        return false;
    QThread::msleep(20UL << attempt);
    return true;
}

} // namespace parterre::storage
