// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/storage/statementcatalog.h"
#include "tests/support/testdatabases.h"

#include <QRegularExpression>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QTest>

using namespace parterre;
using namespace parterre::storage;
using namespace parterre::testing;
using namespace Qt::StringLiterals;

// How the engines go about the statements that grow with the house: asked of their planners, with the parameters not
// known, as it is for a statement that was prepared once.
class QueryPlansTest : public QObject
{
    Q_OBJECT

private:
    TestDatabases m_databases;

    static QString planOfSqlite(const DatabaseConfig &config, const QString &sql);
    QString planOfPostgresql(const DatabaseConfig &config, const QString &sql);

private Q_SLOTS:
    void lists_areReadFromAnIndex_data();
    void lists_areReadFromAnIndex();
};

static const QRegularExpression kPlaceholder(u"(?<!:):([a-z_]+)"_s);

QString QueryPlansTest::planOfSqlite(const DatabaseConfig &config, const QString &sql)
{
    QStringList steps;
    {
        QSqlDatabase connection = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"plans"_s);
        connection.setDatabaseName(config.path);
        QSqlQuery query(connection);
        if (!connection.open() || !query.prepare(u"EXPLAIN QUERY PLAN "_s + sql))
            qFatal("%s", qPrintable(query.lastError().text()));
        for (auto matches = kPlaceholder.globalMatch(sql); matches.hasNext();)
            query.bindValue(matches.next().captured(), u"1"_s);
        if (!query.exec())
            qFatal("%s", qPrintable(query.lastError().text()));
        while (query.next())
            steps.append(query.value(u"detail"_s).toString());
    }
    QSqlDatabase::removeDatabase(u"plans"_s);
    return steps.join(u'\n');
}

QString QueryPlansTest::planOfPostgresql(const DatabaseConfig &config, const QString &sql)
{
    QStringList names;
    QString numbered = sql;
    for (auto match = kPlaceholder.match(numbered); match.hasMatch(); match = kPlaceholder.match(numbered)) {
        if (!names.contains(match.captured(1)))
            names.append(match.captured(1));
        numbered.replace(match.capturedStart(), match.capturedLength(), u'$' + QString::number(names.indexOf(match.captured(1)) + 1));
    }
    const QStringList nothing(names.size(), u"NULL"_s);
    const auto plan = m_databases.cluster().execute(
        config.name, u"SET plan_cache_mode = force_generic_plan; SET enable_seqscan = off; PREPARE p AS %1; EXPLAIN EXECUTE p (%2)"_s
                         .arg(numbered, nothing.join(u", "_s)));
    return plan ? *plan : plan.error().detail;
}

void QueryPlansTest::lists_areReadFromAnIndex_data()
{
    QTest::addColumn<Engine>("engine");
    QTest::addColumn<QByteArray>("statement");
    QTest::addColumn<QString>("step");
    struct Expected {
        const char *statement;
        QString sqlite;
        QString postgresql;
    };
    const QList<Expected> all {
        {"bookings.list", u"INDEX bookings_by_creation ((created,id)<"_s, u"bookings_by_creation.*Index Cond: \\(ROW\\(created, id\\) <"_s},
        {"bookings.list_of_owner", u"INDEX bookings_by_owner (owner=? AND (created,id)<"_s,
         u"bookings_by_owner.*Index Cond: \\(\\(owner = .*ROW\\(created, id\\) <"_s},
        {"bookings.list_of_event", u"INDEX tickets_one_live_per_place (event=?)"_s, u"tickets_one_live_per_place.*Index Cond: \\(event = "_s},
        {"bookings.list_of_event", u"INDEX tickets_given_back_by_event (event=?)"_s, u"tickets_given_back_by_event.*Index Cond: \\(event = "_s},
        {"events.was_sold", u"INDEX tickets_one_live_per_place (event=?)"_s, u"tickets_one_live_per_place.*Index Cond: \\(event = "_s},
        {"events.was_sold", u"INDEX tickets_given_back_by_event (event=?)"_s, u"tickets_given_back_by_event.*Index Cond: \\(event = "_s},
        {"events.of_series", u"INDEX events_by_series (series=?)"_s, u"events_by_series.*Index Cond: \\(series = "_s},
        {"events.cancellable_of_series", u"INDEX events_by_series (series=? AND starts>?)"_s, u"events_by_series.*Index Cond: \\(\\(series = "_s},
        {"refunds.sales_of_series", u"INDEX tickets_one_live_per_place (event=?)"_s, u"events_by_series.*Index Cond: \\(\\(series = .*tickets_one_live_per_place"_s},
        {"refunds.sales_of_series", u"INDEX tickets_released_by_event (event=?)"_s, u"events_by_series.*Index Cond: \\(\\(series = .*tickets_released_by_event"_s},
        {"events.in_hall", u"INDEX events_by_plan (plan=? AND starts>? AND starts<?)"_s, u"events_by_plan.*Index Cond: \\(\\(plan = "_s},
        {"bookings.list_of_owner_and_event", u"INDEX bookings_by_owner (owner=? AND (created,id)<"_s,
         u"bookings_by_owner.*Index Cond: \\(\\(?owner = "_s},
        {"bookings.reservations", u"INDEX bookings_by_pay_until ((pay_until,id)>"_s, u"bookings_by_pay_until.*Index Cond: .*ROW\\(pay_until, id\\) >"_s},
        {"bookings.reservations_of_event", u"INDEX bookings_by_pay_until ((pay_until,id)>"_s, u"bookings_by_pay_until.*Index Cond: .*ROW\\(pay_until, id\\) >"_s},
        {"bookings.reservation_totals", u"INDEX bookings_by_pay_until (pay_until<?)"_s, u"bookings_by_pay_until.*Index Cond: \\(pay_until <="_s},
        {"online_payments.due", u"INDEX online_payments_by_look (next_look<?)"_s, u"online_payments_by_look.*Index Cond: \\(next_look <="_s},
        {"online_payments.of_booking", u"INDEX online_payments_by_booking (booking=?)"_s, u"online_payments_by_booking.*Index Cond: \\(booking = "_s},
        {"online_refunds.due", u"INDEX online_refunds_by_look (next_look<?)"_s, u"online_refunds_by_look.*Index Cond: \\(next_look <="_s},
        {"online_refunds.unmatched", u"INDEX online_refunds_unmatched"_s, u"online_refunds_unmatched"_s},
        {"mails.of_booking", u"INDEX mails_by_booking (booking=?)"_s, u"mails_by_booking.*Index Cond: \\(booking = "_s},
        {"mails.waiting_of_booking", u"INDEX mails_by_booking (booking=?)"_s, u"mails_by_booking.*Index Cond: \\(booking = "_s},
        {"mails.waiting", u"INDEX mails_due"_s, u"mails_due"_s},
        {"mails.claim", u"INDEX mails_due (due<?)"_s, u"mails_due.*Index Cond: \\(due <="_s},
        {"plans.versions", u"INDEX sqlite_autoindex_plan_versions_1 (plan=? AND version<?)"_s, u"plan_versions_pkey.*Index Cond: \\(\\(plan = .*version <"_s},
        {"checkins.list_of_event", u"INDEX checkins_by_event (event=? AND (at,id)<"_s, u"checkins_by_event.*Index Cond: \\(\\(event = .*ROW\\(at, id\\) <"_s},
        {"tickets.bookings_of_event", u"INDEX tickets_one_live_per_place (event=?)"_s, u"tickets_one_live_per_place.*Index Cond: \\(event = "_s},
        {"refunds.list_of_event", u"PRIMARY KEY (event=? AND booking>?)"_s, u"refunds_pkey.*Index Cond: \\(\\(event = .*booking > "_s},
        {"refunds.labels_of_event", u"INDEX tickets_given_back_by_event (event=? AND booking>? AND booking<?)"_s,
         u"tickets_given_back_by_event.*Index Cond: \\(\\(event = .*booking > "_s},
        {"refunds.ways_of_event", u"PRIMARY KEY (event=? AND booking>? AND booking<?)"_s, u"refunds_pkey.*Index Cond: \\(\\(event = .*booking > "_s},
        {"refunds.sales_of_event", u"INDEX tickets_one_live_per_place (event=?)"_s, u"tickets_one_live_per_place.*Index Cond: \\(event = "_s},
        {"booking_notes.of_booking", u"INDEX booking_notes_by_booking (booking=?)"_s, u"booking_notes_by_booking.*Index Cond: \\(booking = "_s},
        {"booking_notes.count", u"INDEX booking_notes_by_booking (booking=?)"_s, u"booking_notes_by_booking.*Index Cond: \\(booking = "_s},
        {"charges.of_booking", u"PRIMARY KEY (booking=?)"_s, u"charges_pkey.*Index Cond: \\(booking = "_s},
        {"discounts.used_by", u"PRIMARY KEY (booking=?)"_s, u"discount_uses_pkey.*Index Cond: \\(booking = "_s},
        {"refunds.of_booking", u"INDEX refunds_by_booking (booking=?)"_s, u"refunds_by_booking.*Index Cond: \\(booking = "_s},
        {"posters.forget_unused", u"INDEX event_posters_by_hash (hash=?)"_s, u"event_posters_by_hash.*Index Cond: \\(hash = "_s},
        {"posters.forget_unused", u"INDEX venue_logos_by_hash (hash=?)"_s, u"venue_logos_by_hash.*Index Cond: \\(hash = "_s},
        {"showtimes.of_source", u"PRIMARY KEY (source=?)"_s, u"showtimes_pkey.*Index Cond: \\(source = "_s},
        {"vouchers.list", u"INDEX vouchers_by_issue ((issued,id)<"_s, u"vouchers_by_issue.*Index Cond: \\(ROW\\(issued, id\\) <"_s},
        {"vouchers.movements", u"PRIMARY KEY (voucher=? AND position<?)"_s, u"voucher_movements_pkey.*Index Cond: \\(\\(voucher = .*position\"? <"_s},
        {"vouchers.state_reason", u"PRIMARY KEY (voucher=?)"_s, u"voucher_movements_pkey.*Index Cond: \\(voucher = "_s},
        {"vouchers.of_payment", u"INDEX voucher_movements_one_per_payment (payment=?)"_s, u"voucher_movements_one_per_payment.*Index Cond: \\(payment = "_s},
        {"vouchers.find", u"INDEX sqlite_autoindex_vouchers_2 (code_hash=?)"_s, u"vouchers_code_hash_key.*Index Cond: \\(code_hash = "_s},
        {"blocks.of_event", u"INDEX blocks_by_event (event=?)"_s, u"blocks_by_event.*Index Cond: \\(event = "_s},
        {"tickets.not_for_sale_among", u"INDEX tickets_one_live_per_place (event=? AND place=?)"_s, u"tickets_one_live_per_place.*Index Cond: \\(\\(event = .*place = "_s},
        {"tickets.not_for_sale_among", u"PRIMARY KEY (event=? AND place=?)"_s, u"block_places_pkey.*Index Cond: \\(\\(event = .*place = "_s},
        {"blocks.places_of_event", u"PRIMARY KEY (event=?)"_s, u"block_places_pkey.*Index Cond: \\(event = "_s},
        {"tickets.bookings_of_event", u"INDEX tickets_released_by_event (event=?)"_s, u"tickets_released_by_event.*Index Cond: \\(event = "_s},
        {"refunds.sales_of_event", u"INDEX tickets_released_by_event (event=?)"_s, u"tickets_released_by_event.*Index Cond: \\(event = "_s},
        {"no_shows.list_of_event", u"INDEX tickets_one_live_per_place (event=? AND place>?)"_s, u"tickets_one_live_per_place.*Index Cond: \\(\\(event = .*place > "_s},
        {"no_shows.of_release", u"PRIMARY KEY (released_by=? AND release_key=?)"_s, u"no_shows_pkey.*Index Cond: \\(\\(released_by = .*release_key = "_s},
        {"no_shows.of_restore", u"INDEX no_shows_by_restore (restored_by=? AND restore_key=?)"_s, u"no_shows_by_restore.*Index Cond: \\(\\(restored_by = .*restore_key = "_s},
        {"no_shows.owned_between", u"INDEX tickets_one_live_per_place (event=? AND place>? AND place<?)"_s, u"tickets_one_live_per_place.*Index Cond: \\(\\(event = .*place >= "_s},
        {"no_shows.owned_between", u"PRIMARY KEY (event=? AND place>? AND place<?)"_s, u"block_places_pkey.*Index Cond: \\(\\(event = .*place >= "_s},
        {"checkins.door_list", u"INDEX tickets_released_by_event (event=? AND place>?)"_s, u"tickets_released_by_event.*Index Cond: \\(\\(event = .*place > "_s},
        {"checkins.of_key", u"INDEX checkins_by_key (key=?)"_s, u"checkins_by_key.*Index Cond: \\(key = "_s},
        {"checkins.conflict_of_key", u"INDEX sqlite_autoindex_checkin_conflicts_2 (key=?)"_s, u"checkin_conflicts_key_key.*Index Cond: \\(key = "_s},
        {"checkins.conflicts_of_event", u"INDEX checkin_conflicts_by_event (event=? AND (recorded,id)<"_s,
         u"checkin_conflicts_by_event.*Index Cond: \\(\\(event = .*ROW\\(recorded, id\\) <"_s},
        {"checkins.count_conflicts", u"INDEX checkin_conflicts_by_event (event=?)"_s, u"checkin_conflicts_by_event.*Index Cond: \\(event = "_s},
        {"checkins.standing", u"INDEX checkins_one_per_ticket (ticket=?)"_s, u"checkins_one_per_ticket.*Index Cond: \\(ticket = "_s},
    };
    for (const Expected &expected : all) {
        QTest::addRow("sqlite, %s", expected.statement)
            << Engine::Sqlite << QByteArray(expected.statement) << QRegularExpression::escape(expected.sqlite);
        if (!PostgresCluster::isSkipped())
            QTest::addRow("postgresql, %s", expected.statement) << Engine::Postgresql << QByteArray(expected.statement) << expected.postgresql;
    }
}

void QueryPlansTest::lists_areReadFromAnIndex()
{
    QFETCH(Engine, engine);
    QFETCH(QByteArray, statement);
    QFETCH(QString, step);
    const DatabaseConfig config = m_databases.create(engine);
    const QString sql = StatementCatalog::of(engine).statement({statement.constData(), static_cast<std::size_t>(statement.size())}).sql;
    const QString plan = engine == Engine::Sqlite ? planOfSqlite(config, sql) : planOfPostgresql(config, sql);
    QVERIFY2(plan.contains(QRegularExpression(step, QRegularExpression::DotMatchesEverythingOption)), qPrintable(plan));
    QVERIFY2(!plan.contains(QRegularExpression(u"SCAN [bct]\\b|Seq Scan on (bookings|tickets|checkins)"_s)), qPrintable(plan));
}

QTEST_GUILESS_MAIN(QueryPlansTest)
#include "tst_queryplans.moc"
