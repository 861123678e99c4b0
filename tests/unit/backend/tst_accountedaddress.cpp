// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/transport/accountedaddress.h"

#include <QTest>

using parterre::transport::accountedAddress;

// Who shares limits with whom.
class AccountedAddressTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void address_countsAs_data();
    void address_countsAs();
};

void AccountedAddressTest::address_countsAs_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<QString>("accounted");
    QTest::newRow("v4") << QStringLiteral("192.0.2.7") << QStringLiteral("192.0.2.7");
    QTest::newRow("v4 over v6") << QStringLiteral("::ffff:192.0.2.7") << QStringLiteral("192.0.2.7");
    QTest::newRow("v6") << QStringLiteral("2001:db8:1:2:aaaa::1") << QStringLiteral("2001:db8:1:2::");
    QTest::newRow("v6, same network") << QStringLiteral("2001:db8:1:2:ffff:1:2:3") << QStringLiteral("2001:db8:1:2::");
    QTest::newRow("v6, next network") << QStringLiteral("2001:db8:1:3::1") << QStringLiteral("2001:db8:1:3::");
}

void AccountedAddressTest::address_countsAs()
{
    QFETCH(QString, address);
    QFETCH(QString, accounted);
    QCOMPARE(accountedAddress(QHostAddress(address)), QHostAddress(accounted));
}

QTEST_GUILESS_MAIN(AccountedAddressTest)
#include "tst_accountedaddress.moc"
