// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/storage/database.h"
#include "backend/storage/repositories/serverrepository.h"
#include "backend/storage/rowset.h"
#include "backend/storage/statementcatalog.h"
#include "tests/support/testdatabases.h"

#include <QDir>
#include <QRegularExpression>
#include <QScopeGuard>
#include <QTest>

#include <sys/stat.h>

using namespace parterre;
using namespace parterre::storage;
using namespace parterre::testing;
using namespace Qt::StringLiterals;

// What only one of the engines can do, or has to do in its own number of steps.
static const QStringList kOfOneEngine {u"schema.back_up"_s, u"sales.insert_all"_s, u"sales.insert_booking"_s, u"sales.insert_ticket"_s,
                                       u"sales.insert_payment"_s, u"sales.insert_key"_s, u"audit.append_all"_s, u"audit.insert_row"_s,
                                       u"audit.set_head"_s};

static constexpr auto kOfOthers = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther | QFile::WriteOther | QFile::ExeOther;

class DatabaseTest : public QObject
{
    Q_OBJECT

private:
    TestDatabases m_databases;

private Q_SLOTS:
    void config_readsUrls();
    void config_refusesWhatItCannotRead_data();
    void config_refusesWhatItCannotRead();
    void config_neverShowsThePassword();
    void statements_areTheSameOnBothEngines();
    void statements_prepareOnEveryEngine_data() { TestDatabases::addEngines(); }
    void statements_prepareOnEveryEngine();
    void open_refusesAFileThatIsNoDatabase();
    void open_makesFilesForTheOwnerOnly();
    void open_leavesThePermissionsOfAFileThatIsThere();
    void open_refusesAServerThatIsNotThere();
    void open_refusesAServerThatMayLoseCommits();
    void run_namesAUniqueViolationAForeignKeyAndACheck_data() { TestDatabases::addEngines(); }
    void run_namesAUniqueViolationAForeignKeyAndACheck();
    void run_refusesTextNoDatabaseCanKeep_data() { TestDatabases::addEngines(); }
    void run_refusesTextNoDatabaseCanKeep();
    void run_keepsEveryOtherText_data();
    void run_keepsEveryOtherText();
    void transact_rollsBackOnAnError_data() { TestDatabases::addEngines(); }
    void transact_rollsBackOnAnError();
    void transact_rollsBackWhenAFailedStatementIsIgnored_data() { TestDatabases::addEngines(); }
    void transact_rollsBackWhenAFailedStatementIsIgnored();
    void transact_refusesToWriteWhileReading();
    void transact_connectsAgainAfterTheServerRestarted();
    void transact_leavesADatabaseAloneThatCouldNotBeReached();
};

void DatabaseTest::config_readsUrls()
{
    const auto sqlite = DatabaseConfig::fromUrl(u"sqlite:/var/lib/my%20house/p.db"_s);
    QVERIFY(sqlite);
    QCOMPARE(sqlite->engine, Engine::Sqlite);
    QCOMPARE(sqlite->path, u"/var/lib/my house/p.db"_s);
    QCOMPARE(DatabaseConfig::fromUrl(u"sqlite:///a/b.db"_s)->path, u"/a/b.db"_s);
    QCOMPARE(DatabaseConfig::fromUrl(u"sqlite:b.db"_s)->path, u"b.db"_s);

    const auto postgresql = DatabaseConfig::fromUrl(u"postgresql://box:s%40fe:%2F@db.example:5433/house?sslmode=require&host=/run/pg"_s);
    QVERIFY(postgresql);
    QCOMPARE(postgresql->engine, Engine::Postgresql);
    QCOMPARE(postgresql->user, u"box"_s);
    QCOMPARE(postgresql->password, u"s@fe:/"_s);
    QCOMPARE(postgresql->port, 5433);
    QCOMPARE(postgresql->name, u"house"_s);
    QCOMPARE(postgresql->host, u"/run/pg"_s);
    QCOMPARE(postgresql->options, u"sslmode=require"_s);
}

void DatabaseTest::config_refusesWhatItCannotRead_data()
{
    QTest::addColumn<QString>("url");
    QTest::newRow("nothing") << QString();
    QTest::newRow("another database") << u"mysql://box@localhost/house"_s;
    QTest::newRow("no file") << u"sqlite:"_s;
    QTest::newRow("memory") << u"sqlite::memory:"_s;
    QTest::newRow("no database name") << u"postgresql://box@localhost"_s;
    QTest::newRow("bad port") << u"postgresql://box@localhost:99999/house"_s;
    QTest::newRow("unknown setting") << u"postgresql://box@localhost/house?options=-cfsync"_s;
    QTest::newRow("setting that would inject another") << u"postgresql://box@localhost/house?sslmode=require%20user=postgres"_s;
}

void DatabaseTest::config_refusesWhatItCannotRead()
{
    QFETCH(QString, url);
    const auto config = DatabaseConfig::fromUrl(url);
    QVERIFY(!config);
    QCOMPARE(config.error().code, ErrorCode::InvalidParams);
}

void DatabaseTest::config_neverShowsThePassword()
{
    QVERIFY(!DatabaseConfig::fromUrl(u"postgresql://box:tellnobody@localhost/house"_s)->describe().contains(u"tellnobody"_s));
    QVERIFY(!DatabaseConfig::fromUrl(u"postgresql://box:tellnobody@localhost"_s).error().detail.contains(u"tellnobody"_s));
    QVERIFY(!DatabaseConfig::fromUrl(u"postgresql://box:tellnobody@localhost:x/house"_s).error().detail.contains(u"tellnobody"_s));
}

void DatabaseTest::statements_areTheSameOnBothEngines()
{
    const auto names = [](Engine engine) {
        QStringList list;
        for (const auto &[name, statement] : StatementCatalog::of(engine).all()) {
            const QString text = QString::fromStdString(name);
            if (!kOfOneEngine.contains(text) && !text.startsWith("connection.setup_"_L1))
                list.append(text);
        }
        return list;
    };
    QVERIFY(names(Engine::Sqlite).size() > 50);
    QCOMPARE(names(Engine::Sqlite), names(Engine::Postgresql));
    // What binds what must not differ either.
    static const QRegularExpression placeholder(u"(?<!:):([a-z_]+)"_s);
    for (const auto &[name, statement] : StatementCatalog::of(Engine::Sqlite).all()) {
        const auto &other = StatementCatalog::of(Engine::Postgresql).all();
        const auto found = other.find(name);
        if (found == other.end() || name.starts_with("connection."))
            continue;
        const auto bound = [](const QString &sql) {
            QSet<QString> set;
            for (auto matches = placeholder.globalMatch(sql); matches.hasNext();)
                set.insert(matches.next().captured(1));
            return set;
        };
        QVERIFY2(bound(statement.sql) == bound(found->second.sql), name.c_str());
    }
}

void DatabaseTest::statements_prepareOnEveryEngine()
{
    QFETCH(Engine, engine);
    Database database(m_databases.create(engine));
    QVERIFY(database.open());
    int prepared = 0;
    for (const auto &[name, statement] : StatementCatalog::of(engine).all()) {
        if (statement.direct)
            continue;
        const auto done = database.prepare(QLatin1StringView(name.data(), qsizetype(name.size())));
        QVERIFY2(done, done ? "" : qPrintable(done.error().detail));
        ++prepared;
    }
    QVERIFY(prepared > 50);
}

void DatabaseTest::open_refusesAFileThatIsNoDatabase()
{
    QTemporaryDir folder;
    QFile file(folder.filePath(u"plan.db"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QByteArray(8'192, 'x'));
    file.close();
    Database database(*DatabaseConfig::fromUrl(u"sqlite:"_s + file.fileName()));
    const auto opened = database.open();
    QVERIFY(!opened);
    QCOMPARE(opened.error().code, ErrorCode::StorageUnavailable);
    Database nowhere(*DatabaseConfig::fromUrl(u"sqlite:"_s + folder.filePath(u"none/p.db"_s)));
    QCOMPARE(nowhere.open().error().code, ErrorCode::StorageUnavailable);
}

void DatabaseTest::open_makesFilesForTheOwnerOnly()
{
    const mode_t before = ::umask(0); // the most permissive
    const auto restore = qScopeGuard([before] { ::umask(before); });
    const DatabaseConfig config = m_databases.create(Engine::Sqlite);
    Database database(config);
    QVERIFY(database.open());
    QVERIFY(ServerRepository(database).setSetting(u"key"_s, u"value"_s));
    for (const QString &suffix : {u""_s, u"-wal"_s, u"-shm"_s}) {
        QVERIFY2(QFile::exists(config.path + suffix), qPrintable(suffix));
        QCOMPARE(QFile::permissions(config.path + suffix) & kOfOthers, QFile::Permissions());
    }
}

void DatabaseTest::open_leavesThePermissionsOfAFileThatIsThere()
{
    const DatabaseConfig config = m_databases.create(Engine::Sqlite);
    QVERIFY(QFile::setPermissions(config.path, QFile::ReadOwner | QFile::WriteOwner | QFile::ReadGroup));
    Database database(config);
    QVERIFY(database.open());
    QCOMPARE(QFile::permissions(config.path) & kOfOthers, QFile::ReadGroup);
}

void DatabaseTest::open_refusesAServerThatIsNotThere()
{
    QTemporaryDir folder;
    Database database(*DatabaseConfig::fromUrl(u"postgresql://box:tellnobody@localhost/house?host="_s + folder.path()));
    const auto opened = database.open();
    QVERIFY(!opened);
    QCOMPARE(opened.error().code, ErrorCode::StorageUnavailable);
    QVERIFY(!opened.error().detail.contains(u"tellnobody"_s));
}

void DatabaseTest::open_refusesAServerThatMayLoseCommits()
{
    if (PostgresCluster::isSkipped())
        QSKIP("PARTERRE_SKIP_POSTGRES is set");
    const DatabaseConfig config = m_databases.createEmpty(Engine::Postgresql);
    QVERIFY(m_databases.cluster().execute(u"postgres"_s, u"ALTER DATABASE %1 SET synchronous_commit = off"_s.arg(config.name)));
    Database database(config);
    const auto opened = database.open();
    QVERIFY(!opened);
    QCOMPARE(opened.error().code, ErrorCode::StorageUnavailable);
    QVERIFY(opened.error().detail.contains(u"synchronous_commit = off"_s));
}

void DatabaseTest::run_namesAUniqueViolationAForeignKeyAndACheck()
{
    QFETCH(Engine, engine);
    Database database(m_databases.create(engine));
    QVERIFY(database.open());
    const auto venue = UuidV7Generator(SystemClock()).make<VenueId>();
    const auto insertVenue = [&](const QString &name) {
        return database.run("venues.insert"_L1, {{"id"_L1, venue}, {"name"_L1, name}, {"address"_L1, QString()},
                                                 {"time_zone"_L1, "UTC"_L1}, {"search_text"_L1, name}});
    };
    QVERIFY(insertVenue(u"Opera"_s));
    QCOMPARE(insertVenue(u"Opera"_s).error().code, ErrorCode::AlreadyExists);
    QVERIFY(!insertVenue(u"Opera"_s).error().detail.contains(venue.toString()));
    QCOMPARE(database.run("events.insert_ticket_type"_L1, {{"event"_L1, EventId(QUuid::createUuid())}, {"key"_L1, "adult"_L1},
                                                           {"position"_L1, 0}, {"name"_L1, "Adult"_L1}}).error().code, ErrorCode::NotFound);
    QCOMPARE(insertVenue(QString()).error().code == ErrorCode::AlreadyExists || insertVenue(QString()).error().code == ErrorCode::InvalidParams, true);
    QCOMPARE(database.run("venues.insert"_L1, {{"id"_L1, VenueId(QUuid::createUuid())}, {"name"_L1, QString()}, {"address"_L1, QString()},
                                               {"time_zone"_L1, "UTC"_L1}, {"search_text"_L1, QString()}}).error().code, ErrorCode::InvalidParams);
}

void DatabaseTest::run_refusesTextNoDatabaseCanKeep()
{
    QFETCH(Engine, engine);
    Database database(m_databases.create(engine));
    QVERIFY(database.open());
    const QString withNul = u"a"_s + QChar::Null + u"b"_s;
    const QString halfPair = u"a"_s + QChar(0xd800);
    const QString noCharacter = u"a"_s + QChar(0xffff);
    const QString byteOrderMark = QChar(QChar::ByteOrderMark) + u"a"_s;
    for (const QString &text : {withNul, halfPair, noCharacter, byteOrderMark}) {
        QCOMPARE(ServerRepository(database).setSetting(u"key"_s, text).error().code, ErrorCode::InvalidParams);
        QCOMPARE(ServerRepository(database).setSetting(text, u"value"_s).error().code, ErrorCode::InvalidParams);
        RowSet rows(engine, {"actor"_L1, "key"_L1});
        rows << std::nullopt << text;
        QCOMPARE(database.runRows("keys.find_all"_L1, rows).error().code, ErrorCode::InvalidParams);
    }
    QCOMPARE(ServerRepository(database).setting(u"key"_s).error().code, ErrorCode::NotFound);
}

void DatabaseTest::run_keepsEveryOtherText_data()
{
    QTest::addColumn<Engine>("engine");
    QTest::addColumn<QString>("text");
    const QList<std::pair<const char *, QString>> texts {
        {"empty", QString()},
        {"accents", u"Žofie Łęcka-Müller"_s},
        {"four bytes", u"🎭 𝔓arterre 👩‍🦽"_s},
        {"right to left", u"المسرح الكبير"_s},
        {"quotes", u"O'Neill \"''; \\' \\\\ $$ $1 `"_s},
        {"injection", u"'); DROP TABLE accounts; --"_s},
        {"comment", u"/* -- */ ; COMMIT; BEGIN"_s},
        {"placeholders", u":name ? $1 :key::text {0} %s %1"_s},
        {"byte order mark inside", u"a\ufeffb\ufffd"_s},
        {"control", u"a\tb\nc\r\n\x01\x1f\x7f"_s},
        {"blanks", u"  two  "_s},
        {"long", QString(200'000, u'é')},
    };
    for (const auto &[name, text] : texts) {
        QTest::addRow("sqlite, %s", name) << Engine::Sqlite << text;
        if (!PostgresCluster::isSkipped())
            QTest::addRow("postgresql, %s", name) << Engine::Postgresql << text;
    }
}

void DatabaseTest::run_keepsEveryOtherText()
{
    QFETCH(Engine, engine);
    QFETCH(QString, text);
    Database database(m_databases.create(engine));
    QVERIFY(database.open());
    ServerRepository server(database);
    QVERIFY(server.setSetting(u"plain"_s, u"value"_s));
    QVERIFY(server.setSetting(u"key"_s, text));
    QCOMPARE(*server.setting(u"key"_s), text);
    if (!text.isEmpty() && text.size() < 1'000) {
        QVERIFY(server.setSetting(text, u"by name"_s));
        QCOMPARE(*server.setting(text), u"by name"_s);
    }
    QCOMPARE(*server.setting(u"plain"_s), u"value"_s);
}

void DatabaseTest::transact_rollsBackOnAnError()
{
    QFETCH(Engine, engine);
    Database database(m_databases.create(engine));
    const auto refused = database.transact([&]() -> Result<void> {
        if (auto set = ServerRepository(database).setSetting(u"key"_s, u"value"_s); !set)
            return set;
        return ErrorCode::SaleClosed;
    });
    QCOMPARE(refused.error().code, ErrorCode::SaleClosed);
    QCOMPARE(ServerRepository(database).setting(u"key"_s).error().code, ErrorCode::NotFound);
    QVERIFY(database.transact([&] { return ServerRepository(database).setSetting(u"key"_s, u"value"_s); }));
    QCOMPARE(*ServerRepository(database).setting(u"key"_s), u"value"_s);
}

void DatabaseTest::transact_rollsBackWhenAFailedStatementIsIgnored()
{
    QFETCH(Engine, engine);
    Database database(m_databases.create(engine));
    const auto result = database.transact([&]() -> Result<int> {
        ServerRepository server(database);
        static_cast<void>(server.setSetting(u"key"_s, u"value"_s));
        static_cast<void>(database.run("events.insert_ticket_type"_L1, {{"event"_L1, EventId(QUuid::createUuid())}, {"key"_L1, "a"_L1},
                                                                        {"position"_L1, 0}, {"name"_L1, "A"_L1}}));
        static_cast<void>(server.setSetting(u"other"_s, u"value"_s));
        return 1;
    });
    QVERIFY(!result);
    QCOMPARE(result.error().code, ErrorCode::NotFound);
    QCOMPARE(ServerRepository(database).setting(u"key"_s).error().code, ErrorCode::NotFound);
    QCOMPARE(ServerRepository(database).setting(u"other"_s).error().code, ErrorCode::NotFound);
}

void DatabaseTest::transact_refusesToWriteWhileReading()
{
    if (PostgresCluster::isSkipped())
        QSKIP("PARTERRE_SKIP_POSTGRES is set");
    Database database(m_databases.create(Engine::Postgresql));
    QVERIFY(!database.transact(Access::Read, [&] { return ServerRepository(database).setSetting(u"key"_s, u"value"_s); }));
}

void DatabaseTest::transact_connectsAgainAfterTheServerRestarted()
{
    if (PostgresCluster::isSkipped())
        QSKIP("PARTERRE_SKIP_POSTGRES is set");
    DatabaseConfig config = m_databases.create(Engine::Postgresql);
    config.reconnectAfter = {};
    Database database(config);
    const auto write = [&](const QString &value) {
        return database.transactRetrying(Access::Write, [&] { return ServerRepository(database).setSetting(u"key"_s, value); });
    };
    QVERIFY(write(u"before"_s));
    QVERIFY(m_databases.cluster().stopAtOnce());
    const auto whileAway = write(u"away"_s);
    QVERIFY(!whileAway);
    QCOMPARE(whileAway.error().code, ErrorCode::StorageUnavailable);
    QVERIFY(m_databases.cluster().startAgain());
    QCOMPARE(*database.transactRetrying(Access::Read, [&] { return ServerRepository(database).setting(u"key"_s); }), u"before"_s);
    QVERIFY(write(u"after"_s));
    QCOMPARE(*ServerRepository(database).setting(u"key"_s), u"after"_s);
}

void DatabaseTest::transact_leavesADatabaseAloneThatCouldNotBeReached()
{
    QTemporaryDir folder;
    DatabaseConfig config = *DatabaseConfig::fromUrl(u"sqlite:"_s + folder.filePath(u"late/p.db"_s));
    config.reconnectAfter = std::chrono::hours(1);
    Database patient(config);
    config.reconnectAfter = {};
    Database eager(config);
    const auto look = [](Database &database) {
        return database.transactRetrying(Access::Read, [&] { return database.run("connection.check"_L1); });
    };
    for (Database *database : {&patient, &eager})
        QCOMPARE(look(*database).error().code, ErrorCode::StorageUnavailable);
    QVERIFY(QDir(folder.path()).mkdir(u"late"_s)); // now it could be
    const auto refused = look(patient);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::StorageUnavailable);
    QVERIFY(look(eager));
    QCOMPARE(eager.unreachableFor(), std::chrono::milliseconds(0));
    QVERIFY(patient.open()); // who asks for it by name gets an attempt
    QVERIFY(look(patient));
}

QTEST_GUILESS_MAIN(DatabaseTest)
#include "tst_database.moc"
