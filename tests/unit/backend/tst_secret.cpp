// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/services/secret.h"

#include <QSet>
#include <QTest>

#include <sodium.h>

using namespace parterre::services;
using namespace Qt::StringLiterals;

// Tokens and codes: random, and typed codes are read as written.
class SecretTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cryptography_isReadyOnceStartedAndMayBeStartedAgain();
    void secrets_areLongAndNeverTheSame();
    void readableCodes_areReadHoweverTheyAreTyped();
};

void SecretTest::cryptography_isReadyOnceStartedAndMayBeStartedAgain()
{
    QVERIFY(startCryptography());
    QCOMPARE(sodium_init(), 1); // was done before
    QVERIFY(startCryptography());
}

void SecretTest::secrets_areLongAndNeverTheSame()
{
    QSet<QString> seen;
    for (int i = 0; i < 1'000; ++i) {
        const QString secret = makeSecret();
        QCOMPARE(QByteArray::fromBase64(secret.toLatin1(), QByteArray::Base64UrlEncoding).size(), 32);
        seen.insert(secret);
    }
    QCOMPARE(seen.size(), 1'000);
}

void SecretTest::readableCodes_areReadHoweverTheyAreTyped()
{
    const QString code = makeReadableCode(3);
    QCOMPARE(code.size(), 14);
    QCOMPARE(normalizedReadableCode(code), code);
    QCOMPARE(normalizedReadableCode(u" "_s + code.toLower().remove(u'-') + u" "_s), code);
    QCOMPARE(normalizedReadableCode(QString(code).replace(u'-', u' ')), code);
}

QTEST_GUILESS_MAIN(SecretTest)
#include "tst_secret.moc"
