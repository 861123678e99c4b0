// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/bench/sales.h"

#include <QSqlDatabase>
#include <QSqlQuery>

#include <span>

namespace parterre::bench {

// What the database holds of one run's sales.
struct Stock {
    qint64 bookings = 0;
    qint64 total = 0;      // sum of what they cost
    qint64 tickets = 0;
    qint64 places = 0;     // sum of the tickets' places
    qint64 payments = 0;
    qint64 keys = 0;

    friend bool operator==(const Stock &, const Stock &) = default;
};

// Sales written by plain Qt SQL, as lean as it can be: nothing is looked up, judged, hashed or encoded, and what one
// sale leaves behind is left behind by the other way of writing too. Lives on the thread that makes it. Ends the program
// when the database refuses something.
class PlainWriter
{
public:
    explicit PlainWriter(const storage::DatabaseConfig &config);
    ~PlainWriter();
    PlainWriter(const PlainWriter &) = delete;
    PlainWriter &operator=(const PlainWriter &) = delete;

    // One transaction: prepared statements, one for each row.
    void writeOne(const SaleRows &sale, qint64 sequence);

    // Many sales as what one transaction binds: an array for each column on PostgreSQL, the values of each row on SQLite,
    // whose statements cost no journey.
    struct Group {
        std::size_t sales = 0;
        std::vector<std::pair<std::size_t, QVariantList>> statements; // which of those prepared, and its values
    };
    [[nodiscard]] Group group(std::span<const SaleRows> sales, qint64 firstSequence) const;
    // One transaction: on PostgreSQL a single statement.
    void writeGroup(const Group &group);

    [[nodiscard]] Stock stock();

private:
    void run(QSqlQuery &query, const QVariantList &values);
    void runText(const QString &sql);
    [[nodiscard]] QSqlQuery prepared(const QString &sql);

    const storage::Engine m_engine;
    const QString m_name;
    QSqlDatabase m_connection;
    std::vector<QSqlQuery> m_rowInserts;   // one for each table
    std::vector<QSqlQuery> m_groupInserts; // the same on SQLite, one for all on PostgreSQL
};

} // namespace parterre::bench
