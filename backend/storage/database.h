// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/storage/closingtime.h"
#include "backend/storage/databaseconfig.h"
#include "backend/storage/row.h"

#include <QElapsedTimer>

#include <memory>
#include <type_traits>

class QSqlError;
class QSqlQuery;

namespace parterre::storage {

class RowSet;
class StatementCatalog;

enum class Access { Read, Write };

// One connection to one database, for the one thread that opens it. Runs named statements, maps every failure to an
// Error, and knows whether a transaction is open. After a lost link the next transaction connects again by itself; when
// that fails, those that follow shortly are answered at once, since an attempt to connect may take seconds.
class Database
{
public:
    // Nothing is tried again after the closing time.
    explicit Database(DatabaseConfig config, const ClosingTime *closing = nullptr);
    ~Database();
    Database(const Database &) = delete;
    Database &operator=(const Database &) = delete;

    // Connects, applies the durability settings and reads them back: refuses a database that would lose commits.
    [[nodiscard]] Result<void> open();
    void close();
    [[nodiscard]] bool isOpen() const;
    // Since the first of the attempts to connect that failed, when none succeeded after it.
    [[nodiscard]] std::chrono::milliseconds unreachableFor() const;
    [[nodiscard]] Engine engine() const { return m_config.engine; }
    [[nodiscard]] const DatabaseConfig &config() const { return m_config; }

    // Runs a named statement, prepared once per connection.
    // Failures: AlreadyExists (unique), NotFound (foreign key), InvalidParams (a check, or text no database can keep),
    // Overloaded (deadlock or lock wait, nothing changed), StorageUnavailable (link lost), Internal.
    [[nodiscard]] Result<Rows> run(QLatin1StringView name, const Bindings &bindings = {});
    // The same for a statement that takes many rows. What it returns for each follows in their order on SQLite only.
    [[nodiscard]] Result<Rows> runRows(QLatin1StringView name, const RowSet &rows);
    // On PostgreSQL: one that takes several sets of rows at once.
    [[nodiscard]] Result<Rows> runArrays(QLatin1StringView name, std::initializer_list<const RowSet *> sets, const Bindings &bindings = {});
    // What a statement is answered that would take a text no database can keep; a transaction is spoilt by it.
    [[nodiscard]] Error refuseText(QLatin1StringView statement);
    // Prepares without running.
    [[nodiscard]] Result<void> prepare(QLatin1StringView name);
    // Runs a statement that cannot be prepared, or one of a migration.
    [[nodiscard]] Result<Rows> runDirect(QLatin1StringView name);
    [[nodiscard]] Result<void> runMigrationStatement(const QString &sql);

    // Runs `work`, a callable returning Result<T>, in a transaction. Without a durable commit nothing is changed: an
    // Error from `work`, or any failed statement inside it, rolls back. OutcomeUnknown: the link broke during the commit.
    // `work` sees a snapshot with Access::Read; it may be run again by callers and must have no other effects.
    template<class Work>
    [[nodiscard]] auto transact(Access access, Work &&work) -> std::invoke_result_t<Work>
    {
        if (Result<void> begun = begin(access); !begun)
            return begun.error();
        std::invoke_result_t<Work> result = work();
        if (!result) {
            rollBack();
            return result;
        }
        if (Result<void> committed = commit(); !committed)
            return committed.error();
        return result;
    }
    template<class Work>
    [[nodiscard]] auto transact(Work &&work)
    {
        return transact(Access::Write, std::forward<Work>(work));
    }
    // The same, again a few times when the link was lost before the commit or another writer was in the way.
    template<class Work>
    [[nodiscard]] auto transactRetrying(Access access, Work &&work)
    {
        for (int attempt = 1;; ++attempt) {
            auto result = transact(access, work);
            if (result || !waitToRetry(result.error(), attempt))
                return result;
        }
    }

private:
    [[nodiscard]] Result<void> connect();
    [[nodiscard]] Result<void> reconnect();
    [[nodiscard]] Result<void> begin(Access access);
    [[nodiscard]] Result<void> commit();
    void rollBack();
    [[nodiscard]] bool waitToRetry(const Error &error, int attempt) const;
    [[nodiscard]] Result<void> checkSettings();
    [[nodiscard]] Result<QSqlQuery *> prepared(QLatin1StringView name);
    [[nodiscard]] Result<Rows> execute(QSqlQuery &query, QLatin1StringView name);
    [[nodiscard]] Result<Rows> collect(QSqlQuery &query);
    [[nodiscard]] Error failed(const QSqlError &error, const QString &what);

    DatabaseConfig m_config;
    const StatementCatalog &m_statements;
    struct Link; // keeps Qt SQL out of everybody else's sight
    const std::unique_ptr<Link> m_link;
    const ClosingTime *const m_closing;
    QElapsedTimer m_unreachable;        // valid after an attempt to connect failed
    std::optional<Error> m_refusal;     // why the last one did
    QDeadlineTimer m_connectAgain;
    std::optional<Error> m_failure; // of the open transaction: it can only be rolled back
    bool m_inTransaction = false;
};

} // namespace parterre::storage
