// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/payments/webhooksignature.h"

#include <QTest>

using namespace parterre;
using namespace parterre::payments;
using namespace std::chrono_literals;

namespace {

constexpr Instant kNow {1'700'000'000s};
const QByteArray kSecret = "whsec_test";
const QByteArray kBody = R"({"id":"evt_1","object":"event"})";
// By openssl: printf '1700000000.{"id":"evt_1","object":"event"}' | openssl dgst -sha256 -hmac whsec_test
const QByteArray kGood = "4c15fb2a43f93ef61eaa3e0893866d57cad9cad4223242cfb96f362480cb4021";
const QByteArray kOther = QByteArray(64, '0');

} // namespace

// Who may tell the house that it was paid: whoever knows the secret, about this very message, now.
class WebhookSignatureTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aSignature_fitsItsMessageItsSecretAndItsTime_data()
    {
        QTest::addColumn<QByteArray>("header");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("secret");
        QTest::addColumn<bool>("fits");
        const QByteArray time = "t=1700000000";
        QTest::newRow("good") << time + ",v1=" + kGood << kBody << kSecret << true;
        QTest::newRow("with spaces") << time + ", v1=" + kGood << kBody << kSecret << true;
        QTest::newRow("while the secret is exchanged") << time + ",v1=" + kOther + ",v1=" + kGood << kBody << kSecret << true;
        QTest::newRow("with what we do not know") << time + ",v1=" + kGood + ",v0=" + kOther << kBody << kSecret << true;
        QTest::newRow("another body") << time + ",v1=" + kGood << kBody + ' ' << kSecret << false;
        QTest::newRow("another secret") << time + ",v1=" + kGood << kBody << QByteArray("whsec_other") << false;
        QTest::newRow("another time") << "t=1700000001,v1=" + kGood << kBody << kSecret << false;
        QTest::newRow("of version 0") << time + ",v0=" + kGood << kBody << kSecret << false;
        QTest::newRow("cut") << time + ",v1=" + kGood.chopped(2) << kBody << kSecret << false;
        QTest::newRow("none") << time << kBody << kSecret << false;
        QTest::newRow("no time") << "v1=" + kGood << kBody << kSecret << false;
        QTest::newRow("a time that is no number") << "t=now,v1=" + kGood << kBody << kSecret << false;
        QTest::newRow("nothing") << QByteArray() << kBody << kSecret << false;
        QTest::newRow("no secret to check with") << time + ",v1=" + kGood << kBody << QByteArray() << false;
    }
    void aSignature_fitsItsMessageItsSecretAndItsTime()
    {
        QFETCH(QByteArray, header);
        QFETCH(QByteArray, body);
        QFETCH(QByteArray, secret);
        QFETCH(bool, fits);
        const Result<void> checked = checkSignature(header, body, secret, kNow);
        QCOMPARE(checked.ok(), fits);
        QVERIFY(checked || !checked.error().detail.contains(QString::fromLatin1(kSecret)));
    }

    void anOldMessage_cannotBeSentAgain()
    {
        const QByteArray header = "t=1700000000,v1=" + kGood;
        QVERIFY(checkSignature(header, kBody, kSecret, kNow + kSignatureTolerance));
        QVERIFY(!checkSignature(header, kBody, kSecret, kNow + kSignatureTolerance + 1ms));
        QVERIFY(checkSignature(header, kBody, kSecret, kNow - kSignatureTolerance));
        QVERIFY(!checkSignature(header, kBody, kSecret, kNow - kSignatureTolerance - 1ms));
    }
};

QTEST_GUILESS_MAIN(WebhookSignatureTest)
#include "tst_webhooksignature.moc"
