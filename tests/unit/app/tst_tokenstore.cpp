// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/net/keychaintokenstore.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace parterre::net;

// The key store of a desktop is not there in a test; what the app does without one is what is tested here.
class TestTokenStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent/bus");
        qunsetenv("DISPLAY");
    }

    void memory_keepsTokensByServerAndAccount()
    {
        MemoryTokenStore store;
        check(store);
        QVERIFY(!store.persistent());
    }

    void withoutAKeyStore_itSaysSoAndKeepsTokensInMemory()
    {
        KeychainTokenStore store;
        QSignalSpy changed(&store, &TokenStore::persistentChanged);
        QTRY_COMPARE_WITH_TIMEOUT(changed.size(), 1, 60'000);
        QVERIFY(!store.persistent());
        check(store);
        QCOMPARE(changed.size(), 1);
    }

    void read_isNotAnsweredToTheDead()
    {
        MemoryTokenStore store;
        store.write(u"s"_s, u"a"_s, u"t"_s);
        auto context = std::make_unique<QObject>();
        bool answered = false;
        store.read(u"s"_s, u"a"_s, context.get(), [&](const auto &) { answered = true; });
        QVERIFY(!answered);
        context.reset();
        QCOMPARE(read(store, u"s"_s, u"a"_s), u"t"_s);
        QVERIFY(!answered);
    }

private:
    void check(TokenStore &store)
    {
        store.write(u"wss://one"_s, u"anna@example.org"_s, u"1"_s);
        store.write(u"wss://one"_s, u"bela@example.org"_s, u"2"_s);
        store.write(u"wss://two"_s, u"anna@example.org"_s, u"3"_s);
        QCOMPARE(read(store, u"wss://one"_s, u"anna@example.org"_s), u"1"_s);
        QCOMPARE(read(store, u"wss://one"_s, u"bela@example.org"_s), u"2"_s);
        QCOMPARE(read(store, u"wss://two"_s, u"anna@example.org"_s), u"3"_s);
        store.remove(u"wss://one"_s, u"anna@example.org"_s);
        QCOMPARE(read(store, u"wss://one"_s, u"anna@example.org"_s), u"(none)"_s);
        QCOMPARE(read(store, u"wss://two"_s, u"anna@example.org"_s), u"3"_s);
    }
    QString read(TokenStore &store, const QString &server, const QString &account)
    {
        std::optional<QString> got;
        store.read(server, account, this, [&](const std::optional<QString> &token) { got = token.value_or(u"(none)"_s); });
        return QTest::qWaitFor([&] { return got.has_value(); }, 60'000) ? *got : u"(no answer)"_s;
    }
};

QTEST_GUILESS_MAIN(TestTokenStore)
#include "tst_tokenstore.moc"
