// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/server/offline.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace parterre;
using namespace parterre::server;
using namespace Qt::StringLiterals;

// What an operator may decide, where, and what is said about a decision that cannot be read.
class ServerConfigTest : public QObject
{
    Q_OBJECT

private:
    using Values = QHash<QString, QString>;

    // As the command line with these flags is read, in this environment.
    static Result<ServerConfig> readFlags(const QStringList &flags)
    {
        QCommandLineParser parser;
        addSettings(parser);
        if (!parser.parse(QStringList {u"serve"_s} + flags))
            return Error {.detail = parser.errorText()};
        return readConfig(parser);
    }
    static QString write(const QTemporaryDir &folder, const QString &name, const QByteArray &text)
    {
        QFile file(folder.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
            qFatal("%s cannot be written", qPrintable(file.fileName()));
        return file.fileName();
    }

private Q_SLOTS:
    void init()
    {
        for (const Setting &setting : settings())
            qunsetenv(QByteArray("PARTERRE_" + QByteArray(setting.name).toUpper().replace('-', '_')).constData());
    }
    void cleanup() { init(); }

    void nothingSaid_isSafe()
    {
        const auto config = makeConfig({});
        QVERIFY(config);
        QVERIFY(config->address.isLoopback());
        QVERIFY(config->rateLimits);
        QVERIFY(!config->guests && !config->selfServiceCash && !config->demo && !config->plainOffLoopback && !config->fetchPrivate);
        QVERIFY(config->origins.isEmpty());
        QVERIFY(config->passwordHashing == services::HashStrength::Owasp);
        QCOMPARE(config->database.engine, storage::Engine::Sqlite);
        QVERIFY(config->database.path.endsWith(u"/parterre.db"));
        QCOMPARE(config->grace, std::chrono::seconds(30));
    }

    void values_areRead_data()
    {
        QTest::addColumn<QString>("listen");
        QTest::addColumn<QString>("address");
        QTest::addColumn<int>("port");
        QTest::newRow("IPv4") << u"127.0.0.1:7000"_s << u"127.0.0.1"_s << 7000;
        QTest::newRow("any port") << u"127.0.0.1:0"_s << u"127.0.0.1"_s << 0;
        QTest::newRow("IPv6") << u"[::1]:7000"_s << u"::1"_s << 7000;
        QTest::newRow("name") << u"localhost:7000"_s << u"127.0.0.1"_s << 7000;
    }

    void values_areRead()
    {
        QFETCH(QString, listen);
        QFETCH(QString, address);
        QFETCH(int, port);
        const auto config = makeConfig({{u"listen"_s, listen}, {u"grace"_s, u"0"_s}, {u"guests"_s, u"yes"_s}, {u"rate-limits"_s, u"no"_s},
                                        {u"origins"_s, u" https://a.example  https://b.example "_s}, {u"event-loop"_s, u"stock"_s},
                                        {u"database"_s, u"postgresql://box@db.example/house"_s}});
        QVERIFY(config);
        QCOMPARE(config->address, QHostAddress(address));
        QCOMPARE(config->port, port);
        QCOMPARE(config->grace.count(), 0);
        QVERIFY(config->guests && !config->rateLimits);
        QCOMPARE(config->origins, QList<QByteArray>({"https://a.example", "https://b.example"}));
        QVERIFY(config->dispatcher == transport::DispatcherKind::Stock);
        QCOMPARE(config->database.engine, storage::Engine::Postgresql);
    }

    void wrongValues_areNamed_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("value");
        const auto row = [](const QString &name, const QString &value) { QTest::newRow(qPrintable(name + u'=' + value)) << name << value; };
        for (const QString &value : {u""_s, u"7000"_s, u"127.0.0.1"_s, u"127.0.0.1:x"_s, u"127.0.0.1:65536"_s, u"somewhere:7000"_s, u":7000"_s, u"256.0.0.1:7000"_s})
            row(u"listen"_s, value);
        for (const QString &name : {u"plain-off-loopback"_s, u"rate-limits"_s, u"guests"_s, u"self-service-cash"_s, u"fetch-private"_s, u"demo"_s}) {
            for (const QString &value : {u""_s, u"maybe"_s, u"YES"_s, u"1"_s})
                row(name, value);
        }
        row(u"io-threads"_s, u"-1"_s);
        row(u"io-threads"_s, u"65"_s);
        row(u"io-threads"_s, u"two"_s);
        row(u"connections-per-address"_s, u"0"_s);
        row(u"new-accounts-per-address"_s, u"-1"_s);
        row(u"connections-per-address"_s, u"100001"_s);
        row(u"grace"_s, u"-1"_s);
        row(u"grace"_s, u"3601"_s);
        row(u"grace"_s, u"1.5"_s);
        row(u"event-loop"_s, u"poll"_s);
        row(u"tls-certificate"_s, u"/no/such/file"_s);
        row(u"tls-key"_s, u"/no/such/file"_s);
        row(u"pay-within"_s, u"1"_s);
        for (const QString &url : {u""_s, u"tickets.example"_s, u"http://tickets.example"_s, u"https://tickets.example/shop"_s, u"https://me:pw@tickets.example"_s}) {
            row(u"public-url"_s, url);
            row(u"stripe-api"_s, url);
        }
        row(u"stripe-secret-key-file"_s, u"/no/such/file"_s);
        for (const QString &host : {u""_s, u"mail.example/box"_s, u"me@mail.example"_s, u"mail.example:25"_s})
            row(u"mail-host"_s, host);
        row(u"mail-port"_s, u"0"_s);
        row(u"mail-port"_s, u"65536"_s);
        row(u"mail-security"_s, u"ssl"_s);
        row(u"mail-password-file"_s, u"/no/such/file"_s);
        for (const QString &address : {u""_s, u"Box office"_s, u"Box office <box>"_s, u"Box office <box@house.example"_s}) {
            row(u"mail-from"_s, address);
            row(u"mail-reply-to"_s, address);
        }
    }

    void mail_needsAllThatBelongsToItAndTellsNoSecret()
    {
        QTemporaryDir folder;
        QFile file(folder.filePath(u"password"_s));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("hush hush\n") > 0);
        file.close();
        const QHash<QString, QString> all {{u"mail-host"_s, u"mail.example"_s},
                                           {u"mail-user"_s, u"house"_s},
                                           {u"mail-password-file"_s, file.fileName()},
                                           {u"mail-from"_s, u"\"Театр\" <box@house.example>"_s},
                                           {u"mail-reply-to"_s, u"office@house.example"_s}};
        const auto accountWith = [&all](const QHash<QString, QString> &others) {
            QHash<QString, QString> values = all;
            values.insert(others);
            return mailAccountOf(makeConfig(values)->mail);
        };
        const auto account = accountWith({});
        QVERIFY(account && *account);
        QCOMPARE((*account)->port, quint16(587));
        QVERIFY((*account)->security == mail::MailSecurity::StartTls);
        QCOMPARE((*account)->password, QByteArray("hush hush"));
        QCOMPARE((*account)->from.name, u"Театр"_s);
        QCOMPARE((*account)->from.address, u"box@house.example"_s);
        QCOMPARE((*accountWith({{u"mail-security"_s, u"tls"_s}}))->port, quint16(465));
        QCOMPARE((*accountWith({{u"mail-port"_s, u"2525"_s}}))->port, quint16(2525));
        const auto none = mailAccountOf(makeConfig({})->mail);
        QVERIFY(none && !*none);
        for (const QString &missing : {u"mail-host"_s, u"mail-user"_s, u"mail-password-file"_s, u"mail-from"_s}) {
            QHash<QString, QString> some = all;
            some.remove(missing);
            const auto refused = mailAccountOf(makeConfig(some)->mail);
            QVERIFY2(!refused, qPrintable(missing));
            QVERIFY(!refused.error().detail.contains(u"hush"));
        }
        // In the clear to this computer only.
        QVERIFY(!accountWith({{u"mail-security"_s, u"none"_s}}));
        for (const QString &here : {u"127.0.0.1"_s, u"::1"_s, u"localhost"_s})
            QVERIFY2(accountWith({{u"mail-security"_s, u"none"_s}, {u"mail-host"_s, here}}), qPrintable(here));
    }

    void paymentsOnline_needAllThatBelongsToThemAndTellNoSecret()
    {
        QTemporaryDir folder;
        const auto fileWith = [&folder](const QString &name, const QByteArray &text) {
            QFile file(folder.filePath(name));
            return file.open(QIODevice::WriteOnly) && file.write(text) == text.size() ? file.fileName() : QString();
        };
        const QString keyFile = fileWith(u"key"_s, "sk_live_hush\n");
        const QHash<QString, QString> all {{u"public-url"_s, u"https://tickets.example"_s},
                                           {u"stripe-secret-key-file"_s, keyFile},
                                           {u"stripe-webhook-secret-file"_s, fileWith(u"secret"_s, "whsec_hush")},
                                           {u"stripe-publishable-key"_s, u"pk_live_x"_s}};
        const auto account = stripeAccountOf(*makeConfig(all));
        QVERIFY(account && *account);
        QCOMPARE((*account)->secretKey, QByteArray("sk_live_hush"));
        QCOMPARE((*account)->webhookSecret, QByteArray("whsec_hush"));
        const auto none = stripeAccountOf(*makeConfig({}));
        QVERIFY(none && !*none);
        for (const QString &missing : all.keys()) {
            QHash<QString, QString> some = all;
            some.remove(missing);
            QVERIFY2(!stripeAccountOf(*makeConfig(some)), qPrintable(missing));
        }
        for (const auto &[name, value] : {std::pair {u"stripe-publishable-key"_s, u"sk_live_hush"_s}, std::pair {u"stripe-secret-key-file"_s, fileWith(u"empty"_s, "\n")},
                                          std::pair {u"stripe-secret-key-file"_s, fileWith(u"two"_s, "sk_live_hush\nsk_live_hush")}}) {
            QHash<QString, QString> wrong = all;
            wrong.insert(name, value);
            const auto refused = stripeAccountOf(*makeConfig(wrong));
            QVERIFY(!refused);
            QVERIFY(!refused.error().detail.contains(u"hush"));
        }
    }

    void wrongValues_areNamed()
    {
        QFETCH(QString, name);
        QFETCH(QString, value);
        const auto config = makeConfig({{name, value}});
        QVERIFY(!config);
        QCOMPARE(config.error().code, ErrorCode::InvalidParams);
        QVERIFY2(config.error().detail.startsWith(u"%1 \"%2\": "_s.arg(name, value)), qPrintable(config.error().detail));
    }

    void wrongDatabase_isNamedWithoutItsPassword()
    {
        for (const QString &url : {u"mysql://box:hush-hush@h/n"_s, u"postgresql://box:hush-hush@h:99999/n"_s, u"sqlite:"_s}) {
            const auto config = makeConfig({{u"database"_s, url}});
            QVERIFY(!config);
            QVERIFY2(config.error().detail.startsWith(u"database: "_s), qPrintable(config.error().detail));
            QVERIFY(!config.error().detail.contains(u"hush"));
        }
    }

    void addressesOffThisComputer_needACertificate()
    {
        for (const QString &listen : {u"0.0.0.0:7000"_s, u"[::]:7000"_s, u"192.0.2.1:7000"_s}) {
            const auto config = makeConfig({{u"listen"_s, listen}});
            QVERIFY(config);
            const auto tls = tlsForServing(*config);
            QVERIFY(!tls);
            QVERIFY2(tls.error().detail.startsWith(u"listen: "_s), qPrintable(tls.error().detail));
            const auto behindProxy = makeConfig({{u"listen"_s, listen}, {u"plain-off-loopback"_s, u"yes"_s}});
            QVERIFY(behindProxy && tlsForServing(*behindProxy));
        }
    }

    void certificateAndKey_belongTogether()
    {
        const QTemporaryDir folder;
        const QString tls = QStringLiteral(PARTERRE_TEST_DATA "/tls/");
        const QString nonsense = write(folder, u"nonsense.pem"_s, "Dear Sir or Madam");
        const auto refusal = [&](const QString &certificate, const QString &key) {
            Values values;
            if (!certificate.isEmpty())
                values.insert(u"tls-certificate"_s, certificate);
            if (!key.isEmpty())
                values.insert(u"tls-key"_s, key);
            const auto config = makeConfig(values);
            const auto result = config ? tlsForServing(*config) : Result<std::optional<QSslConfiguration>>(config.error());
            return result ? QString() : result.error().detail;
        };
        QCOMPARE(refusal(tls + u"certificate.pem"_s, tls + u"key.pem"_s), QString());
        QVERIFY(refusal(tls + u"certificate.pem"_s, {}).contains(u"tls-key"_s));
        QVERIFY(refusal({}, tls + u"key.pem"_s).contains(u"tls-certificate"_s));
        QVERIFY(refusal(nonsense, tls + u"key.pem"_s).startsWith(u"tls-certificate \"%1\""_s.arg(nonsense)));
        QVERIFY(refusal(tls + u"certificate.pem"_s, nonsense).startsWith(u"tls-key \"%1\""_s.arg(nonsense)));
    }

    void flags_winOverTheEnvironmentAndThatOverTheFile()
    {
        const QTemporaryDir folder;
        const QString file = write(folder, u"own.ini"_s, "[server]\ngrace=10\nguests=yes\nio-threads=3\n");
        qputenv("PARTERRE_DATA", folder.path().toUtf8());
        qputenv("PARTERRE_GRACE", "20");
        qputenv("PARTERRE_IO_THREADS", "4");
        const auto config = readFlags({u"--config"_s, file, u"--grace"_s, u"30"_s, u"--connections-per-address"_s, u"5"_s});
        QVERIFY(config);
        QCOMPARE(config->grace, std::chrono::seconds(30));
        QCOMPARE(config->ioThreads, 4);
        QVERIFY(config->guests);
        QCOMPARE(config->connectionsPerAddress, 5);
        QCOMPARE(config->data, folder.path());
        QCOMPARE(config->database.path, folder.filePath(u"parterre.db"_s));
    }

    void fileInTheDataFolder_isReadUnlessAnotherIsNamed()
    {
        const QTemporaryDir folder;
        write(folder, u"parterre-server.ini"_s, "; a comment\n[server]\ngrace=11\n");
        const QString other = write(folder, u"other.ini"_s, "[server]\nguests=yes\n");
        const auto beside = readFlags({u"--data"_s, folder.path()});
        QVERIFY(beside);
        QCOMPARE(beside->grace, std::chrono::seconds(11));
        const auto named = readFlags({u"--data"_s, folder.path(), u"--config"_s, other});
        QVERIFY(named);
        QCOMPARE(named->grace, std::chrono::seconds(30));
        QVERIFY(named->guests);
    }

    void wrongValues_areNamedWhereverTheyCameFrom()
    {
        const QTemporaryDir folder;
        qputenv("PARTERRE_GRACE", "soon");
        const auto environment = readFlags({u"--data"_s, folder.path()});
        QVERIFY(!environment);
        QVERIFY(environment.error().detail.contains(u"grace \"soon\""_s));
        init();
        const auto file = readFlags({u"--data"_s, folder.path(), u"--config"_s, write(folder, u"a.ini"_s, "[server]\ngrace=later\n")});
        QVERIFY(!file);
        QVERIFY(file.error().detail.contains(u"grace \"later\""_s));
    }

    void unknownSettingsInAFile_areNamed()
    {
        const QTemporaryDir folder;
        for (const QByteArray &text : {QByteArray("[server]\ncolour=red\n"), QByteArray("colour=red\n"), QByteArray("[client]\ncolour=red\n")}) {
            const auto values = settingsOfFile(write(folder, u"a.ini"_s, text));
            QVERIFY(!values);
            QCOMPARE(values.error().code, ErrorCode::InvalidParams);
            QVERIFY2(values.error().detail.contains(u"colour"_s), qPrintable(values.error().detail));
        }
        const auto missing = settingsOfFile(folder.filePath(u"none.ini"_s));
        QVERIFY(!missing);
        QVERIFY(missing.error().detail.contains(u"none.ini"_s));
    }

    void commasInAFile_areLetters()
    {
        const QTemporaryDir folder;
        const auto values = settingsOfFile(write(folder, u"a.ini"_s, "[server]\ndatabase=postgresql://box:a,b@db.example/house\ngrace=5\n"));
        QVERIFY(values);
        const auto config = makeConfig(*values);
        QVERIFY(config);
        QCOMPARE(config->database.password, u"a,b"_s);
        QCOMPARE(config->grace, std::chrono::seconds(5));
    }

    void originsInAFile_areSeparatedBySpaces()
    {
        const QTemporaryDir folder;
        const auto values = settingsOfFile(write(folder, u"a.ini"_s, "[server]\norigins=https://a.example https://b.example\n"));
        QVERIFY(values);
        const auto config = makeConfig(*values);
        QVERIFY(config);
        QCOMPARE(config->origins.size(), 2);
    }
};

QTEST_GUILESS_MAIN(ServerConfigTest)
#include "tst_serverconfig.moc"
