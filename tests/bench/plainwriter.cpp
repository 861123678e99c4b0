// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/plainwriter.h"

#include <QSqlError>

#include <array>
#include <atomic>

namespace parterre::bench {

using namespace Qt::StringLiterals;
using storage::DatabaseConfig;
using storage::Engine;

namespace {

struct TableShape {
    QString name;
    QList<std::pair<QString, QString>> columns; // name, PostgreSQL's type
};

// In the order in which SaleRows has its values.
const QList<TableShape> &tables()
{
    static const QString uuid = u"uuid"_s;
    static const QString text = u"text"_s;
    static const QString bigint = u"bigint"_s;
    static const QString integer = u"integer"_s;
    static const QString time = u"timestamptz"_s;
    static const QString document = u"jsonb"_s;
    static const QList<TableShape> all {
        {u"bookings"_s,
         {{u"id"_s, uuid}, {u"reference"_s, text}, {u"owner"_s, uuid}, {u"created_by"_s, uuid}, {u"customer_name"_s, text},
          {u"state"_s, text}, {u"total"_s, bigint}, {u"currency"_s, text}, {u"created"_s, time}, {u"search_text"_s, text}}},
        {u"tickets"_s,
         {{u"id"_s, uuid}, {u"number"_s, text}, {u"booking"_s, uuid}, {u"position"_s, integer}, {u"event"_s, uuid}, {u"place"_s, integer},
          {u"label"_s, text}, {u"category"_s, text}, {u"ticket_type"_s, text}, {u"price"_s, bigint}, {u"state"_s, text}}},
        {u"payments"_s,
         {{u"id"_s, uuid}, {u"booking"_s, uuid}, {u"position"_s, integer}, {u"kind"_s, text}, {u"direction"_s, text},
          {u"amount"_s, bigint}, {u"currency"_s, text}, {u"tendered"_s, bigint}, {u"change"_s, bigint}, {u"at"_s, time}}},
        {u"idempotency_keys"_s,
         {{u"actor"_s, uuid}, {u"key"_s, text}, {u"operation"_s, text}, {u"request_hash"_s, text}, {u"booking"_s, uuid}, {u"created"_s, time}}},
        {u"audit"_s,
         {{u"sequence"_s, bigint}, {u"at"_s, time}, {u"actor"_s, uuid}, {u"session_hash"_s, text}, {u"address"_s, text},
          {u"action"_s, text}, {u"object_kind"_s, text}, {u"object_id"_s, text}, {u"before"_s, document}, {u"after"_s, document},
          {u"previous_hash"_s, text}, {u"hash"_s, text}}},
    };
    return all;
}

QString columnList(const TableShape &table)
{
    QStringList names;
    for (const auto &[name, type] : table.columns)
        names.append(name);
    return names.join(u", "_s);
}

QString insertOf(const TableShape &table)
{
    const QString values = QStringList(table.columns.size(), u"?"_s).join(u", "_s);
    return u"INSERT INTO %1 (%2) VALUES (%3)"_s.arg(table.name, columnList(table), values);
}

// All tables in one statement; foreign keys are looked at when all of it is done.
QString insertOfArrays()
{
    QStringList steps;
    for (const TableShape &table : tables()) {
        QStringList arrays;
        for (const auto &[name, type] : table.columns)
            arrays.append(u"?::%1[]"_s.arg(type));
        steps.append(u"%1_step AS (INSERT INTO %1 (%2) SELECT * FROM unnest(%3))"_s.arg(table.name, columnList(table), arrays.join(u", "_s)));
    }
    return u"WITH "_s + steps.join(u", "_s) + u" UPDATE audit_head SET sequence = ?, hash = ? WHERE id = 1"_s;
}

QString arrayOf(const QVariantList &values)
{
    QString array(u'{');
    for (const QVariant &value : values) {
        if (array.size() > 1)
            array += u',';
        QString text = value.toString();
        if (value.metaType() == QMetaType::fromType<QString>()) {
            text.replace(u'\\', u"\\\\"_s);
            text.replace(u'"', u"\\\""_s);
            array += u'"' + text + u'"';
        } else {
            array += text;
        }
    }
    return array + u'}';
}

QString nextName()
{
    static std::atomic<int> last = 0;
    return u"plain-%1"_s.arg(++last);
}

// The rows of each table, all sales together.
std::array<std::vector<QVariantList>, 5> rowsByTable(std::span<const SaleRows> sales, qint64 firstSequence)
{
    std::array<std::vector<QVariantList>, 5> rows;
    for (const SaleRows &sale : sales) {
        rows[0].push_back(sale.booking);
        rows[1].insert(rows[1].end(), sale.tickets.begin(), sale.tickets.end());
        rows[2].push_back(sale.payment);
        rows[3].push_back(sale.key);
        rows[4].push_back(sale.audit);
        rows[4].back()[0] = firstSequence++;
    }
    return rows;
}

} // namespace

PlainWriter::PlainWriter(const DatabaseConfig &config)
    : m_engine(config.engine)
    , m_name(nextName())
    , m_connection(QSqlDatabase::addDatabase(config.engine == Engine::Sqlite ? u"QSQLITE"_s : u"QPSQL"_s, m_name))
{
    m_connection.setDatabaseName(m_engine == Engine::Sqlite ? config.path : config.name);
    m_connection.setHostName(config.host);
    m_connection.setPort(config.port);
    m_connection.setUserName(config.user);
    if (!m_connection.open())
        qFatal("%s", qUtf8Printable(m_connection.lastError().text()));
    // Exactly the settings that storage asks for.
    const QStringList settings = m_engine == Engine::Sqlite
        ? QStringList {u"PRAGMA busy_timeout = 5000"_s, u"PRAGMA journal_mode = WAL"_s, u"PRAGMA synchronous = FULL"_s, u"PRAGMA foreign_keys = ON"_s}
        : QStringList {u"SET TIME ZONE 'UTC'"_s};
    for (const QString &setting : settings)
        runText(setting);
    for (const TableShape &table : tables())
        m_rowInserts.push_back(prepared(insertOf(table)));
    if (m_engine == Engine::Postgresql) {
        m_groupInserts.push_back(prepared(insertOfArrays()));
        return;
    }
    for (const TableShape &table : tables())
        m_groupInserts.push_back(prepared(insertOf(table)));
    m_groupInserts.push_back(prepared(u"UPDATE audit_head SET sequence = ?, hash = ? WHERE id = 1"_s));
}

PlainWriter::~PlainWriter()
{
    m_rowInserts.clear();
    m_groupInserts.clear();
    m_connection.close();
    m_connection = {};
    QSqlDatabase::removeDatabase(m_name);
}

QSqlQuery PlainWriter::prepared(const QString &sql)
{
    QSqlQuery query(m_connection);
    query.setForwardOnly(true);
    if (!query.prepare(sql))
        qFatal("%s", qUtf8Printable(query.lastError().text()));
    return query;
}

void PlainWriter::run(QSqlQuery &query, const QVariantList &values)
{
    for (int i = 0; i < int(values.size()); ++i)
        query.bindValue(i, values.at(i));
    if (!query.exec())
        qFatal("%s", qUtf8Printable(query.lastError().text()));
    query.finish();
}

void PlainWriter::runText(const QString &sql)
{
    QSqlQuery query(m_connection);
    if (!query.exec(sql))
        qFatal("%s", qUtf8Printable(query.lastError().text()));
}

void PlainWriter::writeOne(const SaleRows &sale, qint64 sequence)
{
    runText(m_engine == Engine::Sqlite ? u"BEGIN IMMEDIATE"_s : u"BEGIN"_s);
    run(m_rowInserts[0], sale.booking);
    for (const QVariantList &ticket : sale.tickets)
        run(m_rowInserts[1], ticket);
    run(m_rowInserts[2], sale.payment);
    run(m_rowInserts[3], sale.key);
    QVariantList audit = sale.audit;
    audit[0] = sequence;
    run(m_rowInserts[4], audit);
    if (!m_connection.commit())
        qFatal("%s", qUtf8Printable(m_connection.lastError().text()));
}

PlainWriter::Group PlainWriter::group(std::span<const SaleRows> sales, qint64 firstSequence) const
{
    Group group {.sales = sales.size(), .statements = {}};
    const QVariantList head {firstSequence + qint64(sales.size()) - 1, sales.back().audit.constLast()};
    const auto tablesRows = rowsByTable(sales, firstSequence);
    if (m_engine == Engine::Sqlite) {
        for (std::size_t table = 0; table < tablesRows.size(); ++table) {
            for (const QVariantList &row : tablesRows[table])
                group.statements.emplace_back(table, row);
        }
        group.statements.emplace_back(tablesRows.size(), head);
        return group;
    }
    QVariantList arrays;
    for (const std::vector<QVariantList> &rows : tablesRows) {
        for (qsizetype column = 0; column < rows.front().size(); ++column) {
            QVariantList values;
            for (const QVariantList &row : rows)
                values.append(row.at(column));
            arrays.append(arrayOf(values));
        }
    }
    group.statements.emplace_back(0, arrays + head);
    return group;
}

void PlainWriter::writeGroup(const Group &group)
{
    const bool sqlite = m_engine == Engine::Sqlite; // PostgreSQL's one statement is its own transaction
    if (sqlite)
        runText(u"BEGIN IMMEDIATE"_s);
    for (const auto &[statement, values] : group.statements)
        run(m_groupInserts[statement], values);
    if (sqlite && !m_connection.commit())
        qFatal("%s", qUtf8Printable(m_connection.lastError().text()));
}

Stock PlainWriter::stock()
{
    QSqlQuery query(m_connection);
    if (!query.exec(u"SELECT (SELECT count(*) FROM bookings), (SELECT coalesce(sum(total), 0) FROM bookings WHERE state = 'confirmed'), "
                    "(SELECT count(*) FROM tickets WHERE state = 'valid'), (SELECT coalesce(sum(place), 0) FROM tickets), "
                    "(SELECT coalesce(sum(amount), 0) FROM payments), (SELECT count(*) FROM idempotency_keys)"_s)
        || !query.next())
        qFatal("%s", qUtf8Printable(query.lastError().text()));
    const auto number = [&query](int column) { return query.value(column).toLongLong(); };
    return {number(0), number(1), number(2), number(3), number(4), number(5)};
}

} // namespace parterre::bench
