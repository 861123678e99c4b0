// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/services/passwordhasher.h"
#include "backend/services/secret.h"

#include <QTest>

using namespace parterre;
using namespace parterre::services;
using namespace Qt::StringLiterals;

class PasswordHasherTest : public QObject
{
    Q_OBJECT

private:
    static const QStringList &hints()
    {
        static const QStringList hints {u"nora.newcomer@house.example"_s, u"nora.newcomer"_s, u"Nora Newcomer"_s};
        return hints;
    }

    static Result<HashedPassword> hashed(PasswordHasher &hasher, const QString &password)
    {
        std::optional<Result<HashedPassword>> answer;
        hasher.hash(HashFor::Stranger, password, hints(), [&answer](const Result<HashedPassword> &result) { answer = result; });
        return QTest::qWaitFor([&] { return answer.has_value(); }, 60'000) ? *answer : Result<HashedPassword>(ErrorCode::TimedOut);
    }

    static Result<PasswordVerdict> verdict(PasswordHasher &hasher, const QString &password, const QString &hash)
    {
        std::optional<Result<PasswordVerdict>> answer;
        hasher.verify(password, hash, [&answer](const Result<PasswordVerdict> &result) { answer = result; });
        return QTest::qWaitFor([&] { return answer.has_value(); }, 60'000) ? *answer : Result<PasswordVerdict>(ErrorCode::TimedOut);
    }

private Q_SLOTS:
    void initTestCase() { QVERIFY(startCryptography()); }

    void weakPasswords_areRefused_data()
    {
        QTest::addColumn<QString>("password");
        const QStringList passwords {u"a"_s, u"short7!"_s, u"password"_s, u"password1"_s, u"P@ssw0rd"_s, u"12345678"_s, u"qwertyui"_s, u"aaaaaaaaaaaa"_s,
                                     u"Newcomer"_s, u"newcomer1"_s, u"NoraNewcomer"_s, u"nora newcomer"_s, u"nora.newcomer@house.example"_s};
        for (const QString &password : passwords)
            QTest::newRow(qPrintable(password)) << password;
    }

    void weakPasswords_areRefused()
    {
        QFETCH(QString, password);
        PasswordHasher hasher(HashStrength::Cheap);
        const auto result = hashed(hasher, password);
        QVERIFY(!result);
        QCOMPARE(result.error().code, ErrorCode::WeakPassword);
        QCOMPARE(result.error().limit, std::optional<qint64>(8));
    }

    void strongPasswords_areHashedSaltedAndRecognised_data()
    {
        QTest::addColumn<QString>("password");
        for (const QString &password : {u"correct horse battery staple"_s, u"7K3M-9QXA-PP2T"_s, u"Grün&Öl_Äpfel?"_s, u"\U0001F3AD\U0001F3BB\U0001F3BA zirkus"_s})
            QTest::newRow(qPrintable(password)) << password;
    }

    void strongPasswords_areHashedSaltedAndRecognised()
    {
        QFETCH(QString, password);
        PasswordHasher hasher(HashStrength::Cheap);
        const auto first = hashed(hasher, password);
        const auto second = hashed(hasher, password);
        QVERIFY(first && second);
        QVERIFY(first->hash.startsWith(u"$argon2id$"));
        QVERIFY(first->hash != second->hash);
        const auto right = verdict(hasher, password, first->hash);
        QVERIFY(right && right->matches && !right->outdated);
        const auto wrong = verdict(hasher, password + u'x', first->hash);
        QVERIFY(wrong && !wrong->matches);
    }

    void emptyHash_matchesNothing()
    {
        PasswordHasher hasher(HashStrength::Cheap);
        for (const QString &hash : {QString(), u"$argon2id$broken"_s}) {
            const auto result = verdict(hasher, u"correct horse battery staple"_s, hash);
            QVERIFY(result && !result->matches);
        }
    }

    void hashOfOtherStrength_isOutdated()
    {
        const auto cheap = hashPasswordNow(u"correct horse battery staple"_s, HashStrength::Cheap);
        QVERIFY(cheap);
        PasswordHasher hasher(HashStrength::Owasp);
        const auto result = verdict(hasher, u"correct horse battery staple"_s, cheap->hash);
        QVERIFY(result && result->matches && result->outdated);
        const auto today = hashPasswordNow(u"correct horse battery staple"_s, HashStrength::Owasp);
        QVERIFY(today);
        QVERIFY2(today->hash.contains(u"m=19456,t=2,p=1"), qPrintable(today->hash.section(u'$', 0, 3)));
    }

    void tooManyAtOnce_areRefusedAndTheOthersAnswered()
    {
        PasswordHasher hasher(HashStrength::Cheap);
        int done = 0;
        int refused = 0;
        for (int i = 0; i < PasswordHasher::kMaxWaiting + 3; ++i) {
            hasher.verify(u"anything"_s, QString(), [&](const Result<PasswordVerdict> &result) {
                if (result)
                    ++done;
                else if (result.error().code == ErrorCode::Overloaded && result.error().retryAfterSeconds)
                    ++refused;
            });
        }
        QCOMPARE(refused, 3);
        QTRY_COMPARE_WITH_TIMEOUT(done, PasswordHasher::kMaxWaiting, 60'000);
        // And there is room again.
        QVERIFY(verdict(hasher, u"anything"_s, QString()));
    }

    void strangers_doNotTakeThePlacesOfKnownUsers()
    {
        PasswordHasher hasher(HashStrength::Cheap);
        int overloaded = 0;
        for (int i = 0; i < PasswordHasher::kMaxWaiting + 5; ++i) {
            hasher.hash(HashFor::Stranger, u"correct horse battery staple"_s, {}, [&](const Result<HashedPassword> &result) {
                if (!result && result.error().code == ErrorCode::Overloaded)
                    ++overloaded;
            });
        }
        QCOMPARE(overloaded, 5);
        QVERIFY(verdict(hasher, u"anything"_s, QString()));
        QTRY_COMPARE_WITH_TIMEOUT(hasher.waiting(), 0, 60'000);
    }

    void knownUsers_doNotWaitBehindStrangers()
    {
        PasswordHasher hasher(HashStrength::Owasp); // slow enough for a queue
        int strangers = 0;
        int before = -1;
        for (int i = 0; i < PasswordHasher::kMaxWaiting; ++i)
            hasher.hash(HashFor::Stranger, u"correct horse battery staple"_s, {}, [&](const Result<HashedPassword> &) { ++strangers; });
        hasher.verify(u"anything"_s, {}, [&](const Result<PasswordVerdict> &result) { before = result ? strangers : PasswordHasher::kMaxWaiting; });
        QTRY_VERIFY_WITH_TIMEOUT(before >= 0, 60'000);
        QVERIFY2(before < PasswordHasher::kMaxWaiting - 2, qPrintable(QString::number(before)));
        QTRY_COMPARE_WITH_TIMEOUT(hasher.waiting(), 0, 60'000);
    }
};

QTEST_GUILESS_MAIN(PasswordHasherTest)
#include "tst_passwordhasher.moc"
