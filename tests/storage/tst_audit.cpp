// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/storage/repositories/auditrepository.h"
#include "tests/storage/storageharness.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>
#include <QThread>

using namespace parterre;
using namespace parterre::storage;
using namespace parterre::testing;
using namespace Qt::StringLiterals;

class AuditTest : public QObject
{
    Q_OBJECT

private:
    TestDatabases m_databases;
    ManualClock m_clock;
    std::unique_ptr<Database> m_database;

    AuditEvent event(int number) const
    {
        return {.context = {.at = m_clock.utcNow() + std::chrono::milliseconds(number),
                            .actor = number % 2 ? UserId(QUuid(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11)) : UserId(),
                            .sessionHash = QByteArray::fromHex("00ff"),
                            .address = u"192.0.2.1"_s},
                .action = u"account.profile_changed"_s,
                .objectKind = u"account"_s,
                .objectId = u"object %1"_s.arg(number),
                .before = {{u"z"_s, u"Žofie 🎭 ' \\ \" \n"_s}, {u"a"_s, QJsonValue::Null}},
                .after = {{u"list"_s, QJsonArray {1, true, u"x"_s}}, {u"big"_s, qint64(1'795'000'000'123)}, {u"number"_s, number}}};
    }
    Result<void> append(const QList<AuditEvent> &events)
    {
        return m_database->transact([&] { return AuditRepository(*m_database).appendAll(events); });
    }
    AuditVerdict verdict() { return *m_database->transact(Access::Read, [&] { return AuditRepository(*m_database).verify(); }); }
    // As somebody would who owns the database file or is its administrator.
    void tamper(Engine engine, const QString &sql)
    {
        const QStringList around = engine == Engine::Sqlite
            ? QStringList {u"DROP TRIGGER audit_not_updated"_s, u"DROP TRIGGER audit_not_deleted"_s, sql}
            : QStringList {u"ALTER TABLE audit DISABLE TRIGGER ALL"_s, sql, u"ALTER TABLE audit ENABLE TRIGGER ALL"_s};
        for (const QString &statement : around)
            QVERIFY(m_database->runMigrationStatement(statement));
    }

private Q_SLOTS:
    void init();
    void rows_comeBackInOrderAndVerify_data() { TestDatabases::addEngines(); }
    void rows_comeBackInOrderAndVerify();
    void hash_isOfTheSortedCompactDocument_data() { TestDatabases::addEngines(); }
    void hash_isOfTheSortedCompactDocument();
    void rows_cannotBeChangedOrRemoved_data() { TestDatabases::addEngines(); }
    void rows_cannotBeChangedOrRemoved();
    void verify_noticesTampering_data();
    void verify_noticesTampering();
    void append_isUndoneWithItsTransaction_data() { TestDatabases::addEngines(); }
    void append_isUndoneWithItsTransaction();
    void append_keepsOneChainForSeveralServers_data() { TestDatabases::addEngines(); }
    void append_keepsOneChainForSeveralServers();
};

void AuditTest::init()
{
    QFETCH(Engine, engine);
    m_database = std::make_unique<Database>(m_databases.create(engine));
    QVERIFY(m_database->open());
}

void AuditTest::rows_comeBackInOrderAndVerify()
{
    QCOMPARE(verdict().rows, 0);
    QVERIFY(!verdict().firstBad);
    QVERIFY(append({event(1), event(2)}));
    QList<AuditEvent> many;
    for (int i = 3; i <= 2'100; ++i) // more than verification reads at a time
        many.append(event(i));
    QVERIFY(append(many));
    QCOMPARE(verdict().rows, 2'100);
    QVERIFY(!verdict().firstBad);
    const auto rows = *AuditRepository(*m_database).list(1, 2);
    QCOMPARE(rows.size(), 2);
    QCOMPARE(rows.at(0).sequence, 2);
    QCOMPARE(rows.at(1).previousHash, rows.at(0).hash);
    const AuditEvent read = rows.at(1).event;
    QCOMPARE(read.before, event(3).before);
    QCOMPARE(read.after, event(3).after);
    QCOMPARE(read.context.at, event(3).context.at);
    QCOMPARE(read.context.actor, event(3).context.actor);
    QCOMPARE(read.context.sessionHash, event(3).context.sessionHash);
    QVERIFY(rows.at(0).event.context.actor.isNull());
}

// What a chain was made of stays so for ever: made here a second time, the long way.
void AuditTest::hash_isOfTheSortedCompactDocument()
{
    QString everyAscii;
    for (char16_t c = 1; c < 0x80; ++c)
        everyAscii += QChar(c);
    QList<AuditEvent> events {event(1), event(2)};
    for (const QString &text : {everyAscii, u"é \u2028 🎭 \ufffd"_s}) {
        AuditEvent other = event(3);
        other.context.address = text;
        other.objectId = text;
        other.after.insert(u"text"_s, text);
        events.append(other);
    }
    QVERIFY(append(events));
    const QList<AuditRow> rows = *AuditRepository(*m_database).list(0, 100);
    QCOMPARE(rows.size(), events.size());
    QString previous = u""_s;
    for (qsizetype i = 0; i < rows.size(); ++i) {
        const AuditEvent &event = events.at(i);
        const QJsonObject document {{u"sequence"_s, i + 1},
                                    {u"at"_s, qint64(event.context.at.time_since_epoch().count())},
                                    {u"actor"_s, event.context.actor.isNull() ? QJsonValue() : QJsonValue(event.context.actor.toString())},
                                    {u"session_hash"_s, u"00ff"_s},
                                    {u"address"_s, event.context.address},
                                    {u"action"_s, event.action},
                                    {u"object_kind"_s, event.objectKind},
                                    {u"object_id"_s, event.objectId},
                                    {u"before"_s, event.before},
                                    {u"after"_s, event.after},
                                    {u"previous_hash"_s, previous}};
        const QByteArray compact = QJsonDocument(document).toJson(QJsonDocument::Compact);
        previous = QString::fromLatin1(QCryptographicHash::hash(compact, QCryptographicHash::Sha256).toHex());
        QCOMPARE(rows.at(i).hash, previous);
    }
    QVERIFY(!verdict().firstBad);
}

void AuditTest::rows_cannotBeChangedOrRemoved()
{
    QVERIFY(append({event(1), event(2)}));
    QVERIFY(!m_database->runMigrationStatement(u"UPDATE audit SET action = 'x' WHERE sequence = 1"_s));
    QVERIFY(!m_database->runMigrationStatement(u"DELETE FROM audit WHERE sequence = 2"_s));
    if (m_database->engine() == Engine::Postgresql)
        QVERIFY(!m_database->runMigrationStatement(u"TRUNCATE audit"_s));
    QCOMPARE(verdict().rows, 2);
}

void AuditTest::verify_noticesTampering_data()
{
    QTest::addColumn<Engine>("engine");
    QTest::addColumn<QString>("sql");
    QTest::addColumn<qint64>("firstBad");
    const QList<std::tuple<const char *, QString, qint64>> deeds {
        {"one letter of an action", u"UPDATE audit SET action = 'account.profile_changeD' WHERE sequence = 3"_s, 3},
        {"a value before", u"UPDATE audit SET before = '{\"a\":null,\"z\":\"x\"}' WHERE sequence = 2"_s, 2},
        {"the actor", u"UPDATE audit SET actor = NULL WHERE sequence = 3"_s, 3},
        {"the hash", u"UPDATE audit SET hash = previous_hash WHERE sequence = 4"_s, 4},
        {"a row taken out", u"DELETE FROM audit WHERE sequence = 3"_s, 3},
        {"the first row taken out", u"DELETE FROM audit WHERE sequence = 1"_s, 1},
        {"the last row taken out", u"DELETE FROM audit WHERE sequence = 5"_s, 5},
        {"everything taken out", u"DELETE FROM audit"_s, 1},
        {"a row added", u"INSERT INTO audit SELECT 6, at, actor, session_hash, address, action, object_kind, object_id, before, after, hash, hash "
                        "FROM audit WHERE sequence = 5"_s, 6},
    };
    for (const auto &[name, sql, firstBad] : deeds) {
        QTest::addRow("sqlite, %s", name) << Engine::Sqlite << sql << firstBad;
        if (!PostgresCluster::isSkipped())
            QTest::addRow("postgresql, %s", name) << Engine::Postgresql << sql << firstBad;
    }
}

void AuditTest::verify_noticesTampering()
{
    QFETCH(Engine, engine);
    QFETCH(QString, sql);
    QFETCH(qint64, firstBad);
    QVERIFY(append({event(1), event(2), event(3), event(4), event(5)}));
    QVERIFY(!verdict().firstBad);
    tamper(engine, sql);
    QVERIFY(verdict().firstBad);
    QCOMPARE(*verdict().firstBad, firstBad);
}

void AuditTest::append_isUndoneWithItsTransaction()
{
    QVERIFY(append({event(1)}));
    const auto refused = m_database->transact([&]() -> Result<void> {
        if (auto appended = AuditRepository(*m_database).append(event(2)); !appended)
            return appended;
        return ErrorCode::SaleClosed;
    });
    QVERIFY(!refused);
    QCOMPARE(verdict().rows, 1);
    AuditEvent withNul = event(3);
    withNul.after.insert(u"name"_s, QString(QChar::Null));
    QCOMPARE(append({withNul}).error().code, ErrorCode::InvalidParams);
    QVERIFY(append({event(4)}));
    QCOMPARE(verdict().rows, 2);
    QVERIFY(!verdict().firstBad);
}

void AuditTest::append_keepsOneChainForSeveralServers()
{
    constexpr int kServers = 4;
    constexpr int kRows = 15;
    std::array<int, kServers> written {};
    std::vector<std::unique_ptr<QThread>> threads;
    for (std::size_t server = 0; server < kServers; ++server) {
        threads.emplace_back(QThread::create([this, &written, server] {
            Database database(m_database->config());
            for (int i = 0; i < kRows; ++i) {
                const auto appended =
                    database.transactRetrying(Access::Write, [&] { return AuditRepository(database).append(event(i)); });
                written[server] += appended ? 1 : 0;
            }
        }));
        threads.back()->start();
    }
    for (const auto &thread : threads)
        QVERIFY(thread->wait());
    for (const int count : written)
        QCOMPARE(count, kRows);
    QCOMPARE(verdict().rows, kServers * kRows);
    QVERIFY(!verdict().firstBad);
}

QTEST_GUILESS_MAIN(AuditTest)
#include "tst_audit.moc"
