// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/services/secret.h"

#include <QRegularExpression>
#include <QSet>
#include <QTest>

#include <sodium.h>

using namespace parterre::services;
using namespace Qt::StringLiterals;

// Tokens and codes: random, and typed codes are read as written.
class SecretTest : public QObject
{
    Q_OBJECT

    SystemRandomness random;

private Q_SLOTS:
    void cryptography_isReadyOnceStartedAndMayBeStartedAgain()
    {
        QVERIFY(startCryptography());
        QCOMPARE(sodium_init(), 1); // was done before
        QVERIFY(startCryptography());
    }

    void secrets_have256BitsAndNeverRepeat()
    {
        static const QRegularExpression shape(u"\\A[A-Za-z0-9_-]{43}\\z"_s);
        QSet<QString> seen;
        for (int i = 0; i < 1'000; ++i) {
            const QString secret = makeSecret(random);
            QVERIFY2(shape.match(secret).hasMatch(), qPrintable(secret));
            QCOMPARE(QByteArray::fromBase64(secret.toLatin1(), QByteArray::Base64UrlEncoding).size(), 32);
            seen.insert(secret);
        }
        QCOMPARE(seen.size(), 1'000);
    }

    void hash_isSha256OfTheText()
    {
        QCOMPARE(hashSecret(u"abc"_s).toHex(), QByteArray("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
        QVERIFY(hashSecret(u"abc"_s) != hashSecret(u"abd"_s));
    }

    void readableCodes_useLettersNobodyMistakes()
    {
        static const QRegularExpression shape(u"\\A[2-9A-HJKMNP-TV-Z]{4}-[2-9A-HJKMNP-TV-Z]{4}-[2-9A-HJKMNP-TV-Z]{4}\\z"_s);
        QSet<QChar> letters;
        for (int i = 0; i < 1'000; ++i) {
            const QString code = makeReadableCode(random, 3);
            QVERIFY2(shape.match(code).hasMatch(), qPrintable(code));
            for (const QChar c : code)
                letters.insert(c);
        }
        QCOMPARE(letters.size(), 30 + 1); // every letter of the alphabet, and the dash
    }

    void typedCodes_areReadAsMeant_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("meant");
        QTest::newRow("as printed") << u"7K3M-9QXA"_s << u"7K3M-9QXA"_s;
        QTest::newRow("small letters") << u"7k3m-9qxa"_s << u"7K3M-9QXA"_s;
        QTest::newRow("without the dash") << u"7k3m9qxa"_s << u"7K3M-9QXA"_s;
        QTest::newRow("with spaces") << u" 7k3m 9qxa\t"_s << u"7K3M-9QXA"_s;
        QTest::newRow("dashes elsewhere") << u"7-k3-m9-qxa"_s << u"7K3M-9QXA"_s;
        QTest::newRow("another dash") << u"7K3M\u20139QXA"_s << u"7K3M-9QXA"_s;
        QTest::newRow("an odd rest") << u"7k3m9"_s << u"7K3M-9"_s;
        QTest::newRow("nothing") << QString() << QString();
    }

    void typedCodes_areReadAsMeant()
    {
        QFETCH(QString, typed);
        QFETCH(QString, meant);
        QCOMPARE(normalizedReadableCode(typed), meant);
    }
};

QTEST_GUILESS_MAIN(SecretTest)
#include "tst_secret.moc"
