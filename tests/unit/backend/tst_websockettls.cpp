// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/backend/transportfixture.h"

#include <QCoreApplication>
#include <QFile>
#include <QProcess>
#include <QSignalSpy>
#include <QSslConfiguration>
#include <QSslKey>
#include <QStandardPaths>
#include <QTemporaryDir>

using namespace parterre::transport;
using namespace parterre::testing;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {
constexpr int kPatience = RawWebSocketClient::kPatience;
constexpr Topic kStalls {1};
}

// The same over TLS, with a certificate made for the occasion. On both dispatchers.
class TestWebSocketTls : public QObject
{
    Q_OBJECT

    TransportFixture fixture() const
    {
        QFETCH_GLOBAL(DispatcherKind, dispatcher);
        return TransportFixture(dispatcher, m_server);
    }

    void open(QWebSocket &client, const TransportFixture &f) const
    {
        client.setSslConfiguration(m_client);
        client.open(f.url());
    }

    QSslConfiguration m_server;
    QSslConfiguration m_client;

private Q_SLOTS:
    void initTestCase_data()
    {
        QTest::addColumn<DispatcherKind>("dispatcher");
        QTest::newRow("epoll") << DispatcherKind::Epoll;
        QTest::newRow("stock") << DispatcherKind::Stock;
    }

    void initTestCase()
    {
        if (!QSslSocket::supportsSsl())
            QSKIP("Qt has no TLS here");
        const QString openssl = QStandardPaths::findExecutable(u"openssl"_s);
        if (openssl.isEmpty())
            QSKIP("openssl is not installed, so there is no certificate to test with");
        QTemporaryDir dir;
        const QString keyPath = dir.filePath(u"key.pem"_s);
        const QString certificatePath = dir.filePath(u"certificate.pem"_s);
        QProcess process;
        process.start(openssl,
                      {u"req"_s, u"-x509"_s, u"-newkey"_s, u"ec"_s, u"-pkeyopt"_s, u"ec_paramgen_curve:P-256"_s,
                       u"-nodes"_s, u"-keyout"_s, keyPath, u"-out"_s, certificatePath, u"-days"_s, u"2"_s, u"-subj"_s,
                       u"/CN=parterre"_s, u"-addext"_s, u"subjectAltName=IP:127.0.0.1"_s});
        QVERIFY(process.waitForFinished(kPatience));
        QVERIFY2(process.exitCode() == 0, process.readAllStandardError().constData());
        QFile keyFile(keyPath);
        QVERIFY(keyFile.open(QIODevice::ReadOnly));
        const QList<QSslCertificate> certificates = QSslCertificate::fromPath(certificatePath);
        QCOMPARE(certificates.size(), 1);
        m_server.setLocalCertificate(certificates[0]);
        m_server.setPrivateKey(QSslKey(&keyFile, QSsl::Ec));
        m_client = QSslConfiguration::defaultConfiguration();
        m_client.setCaCertificates(certificates);
    }

    void aClient_isAnsweredAndHearsBroadcasts()
    {
        TransportFixture f = fixture();
        f.answerWithTheSame();
        QVERIFY(f.start());
        QWebSocket client;
        QSignalSpy answers(&client, &QWebSocket::textMessageReceived);
        open(client, f);
        QTRY_COMPARE_WITH_TIMEOUT(f.receiver.peers().size(), 1, kPatience);
        QVERIFY(f.receiver.peers()[0].encrypted);
        QTRY_COMPARE_WITH_TIMEOUT(client.state(), QAbstractSocket::ConnectedState, kPatience);
        const QString large(64 * 1024, u'x');
        client.sendTextMessage(large);
        QTRY_COMPARE_WITH_TIMEOUT(answers.size(), 1, kPatience);
        QVERIFY(answers[0][0].toString() == large);

        const QString state = u"a"_s + QString(66'000, u'席');
        f.server->post(0, commands(Subscribe {f.receiver.peers()[0].id, kStalls}, Broadcast {kStalls, state.toUtf8()}));
        QTRY_COMPARE_WITH_TIMEOUT(answers.size(), 2, kPatience);
        QVERIFY(answers[1][0].toString() == state);
    }

    void oldProtocols_areRefused()
    {
        TransportFixture f = fixture();
        QVERIFY(f.start());
        QSslSocket client;
        QSslConfiguration old = m_client;
        QT_WARNING_PUSH
        QT_WARNING_DISABLE_DEPRECATED
        old.setProtocol(QSsl::TlsV1_1);
        QT_WARNING_POP
        client.setSslConfiguration(old);
        QSignalSpy failed(&client, &QSslSocket::errorOccurred);
        client.connectToHostEncrypted(u"127.0.0.1"_s, f.port());
        QTRY_VERIFY_WITH_TIMEOUT(!failed.isEmpty(), kPatience);
        QVERIFY(!client.isEncrypted());
        QVERIFY(f.receiver.peers().isEmpty());
    }

    void refusals_areEncryptedToo()
    {
        TransportFixture f = fixture();
        QVERIFY(f.start());
        QSslSocket client;
        client.setSslConfiguration(m_client);
        QSignalSpy closed(&client, &QSslSocket::disconnected);
        connect(&client, &QSslSocket::encrypted, &client,
                [&] { client.write(RawWebSocketClient::request("/elsewhere")); });
        client.connectToHostEncrypted(u"127.0.0.1"_s, f.port());
        QTRY_COMPARE_WITH_TIMEOUT(closed.size(), 1, kPatience);
        QVERIFY(client.readAll().startsWith("HTTP/1.1 404 "));
    }

    void plainHttp_isEnded()
    {
        TransportFixture f = fixture();
        f.config.limits.handshake = 100ms;
        QVERIFY(f.start());
        RawWebSocketClient client(f.port());
        client.send(RawWebSocketClient::request());
        client.readToEnd();
        QVERIFY(client.sawEnd());
        QVERIFY(f.receiver.peers().isEmpty());
    }

    void silenceBeforeTheTlsHandshake_isEnded()
    {
        TransportFixture f = fixture();
        f.config.limits.handshake = 100ms;
        QVERIFY(f.start());
        RawWebSocketClient client(f.port());
        client.readToEnd();
        QVERIFY(client.sawEnd());
    }

    // QSslSocket calls bytes written when they are only encrypted; that must not hide what a client has not read.
    void aReaderThatStopped_isSeenThroughTheEncryption()
    {
        TransportFixture f = fixture();
        f.config.limits.stalled = 1h;
        QVERIFY(f.start());
        QSslSocket client;
        client.setSslConfiguration(m_client);
        client.setReadBufferSize(4096);
        connect(&client, &QSslSocket::encrypted, &client, [&] { client.write(RawWebSocketClient::request()); });
        client.connectToHostEncrypted(u"127.0.0.1"_s, f.port());
        QTRY_COMPARE_WITH_TIMEOUT(f.receiver.peers().size(), 1, kPatience);
        const ConnectionId id = f.receiver.peers()[0].id;
        for (int i = 0; i < 256; ++i)
            f.server->post(0, commands(text(id, QByteArray(kMaxOutgoingBytes, 'x'))));
        QTRY_COMPARE_WITH_TIMEOUT(f.receiver.gone(), QList<ConnectionId>({id}), kPatience);
    }

    void closing_comesAfterWhatWasSentBefore()
    {
        TransportFixture f = fixture();
        QVERIFY(f.start());
        QWebSocket client;
        QSignalSpy answers(&client, &QWebSocket::textMessageReceived);
        QSignalSpy closed(&client, &QWebSocket::disconnected);
        open(client, f);
        QTRY_COMPARE_WITH_TIMEOUT(f.receiver.peers().size(), 1, kPatience);
        const ConnectionId id = f.receiver.peers()[0].id;
        f.server->post(0, commands(text(id, QByteArray(200'000, 'x')),
                                   Close {.connection = id, .code = CloseCode::SessionEnded}));
        QTRY_COMPARE_WITH_TIMEOUT(closed.size(), 1, kPatience);
        QCOMPARE(answers.size(), 1);
        QCOMPARE(static_cast<int>(client.closeCode()), 4001);
    }

    void shutdown_endsEveryConnection()
    {
        TransportFixture f = fixture();
        QVERIFY(f.start());
        QWebSocket client;
        QSignalSpy closed(&client, &QWebSocket::disconnected);
        open(client, f);
        QTRY_COMPARE_WITH_TIMEOUT(f.receiver.peers().size(), 1, kPatience);
        QTRY_COMPARE_WITH_TIMEOUT(client.state(), QAbstractSocket::ConnectedState, kPatience);
        f.server->shutdown(std::chrono::milliseconds(kPatience));
        QTRY_COMPARE_WITH_TIMEOUT(closed.size(), 1, kPatience);
        QCOMPARE(f.receiver.gone().size(), 1);
    }
};

QTEST_GUILESS_MAIN(TestWebSocketTls)
#include "tst_websockettls.moc"
