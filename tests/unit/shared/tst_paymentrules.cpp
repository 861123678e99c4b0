// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/domain/paymentrules.h"

#include <QTest>

using namespace parterre;
using namespace Qt::StringLiterals;

class TestPaymentRules : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void takers_areTheCounter_whatIsGivenAwayIsTheManagers()
    {
        for (const PaymentKind kind : {PaymentKind::Cash, PaymentKind::Card, PaymentKind::Invoice, PaymentKind::Complimentary}) {
            for (const Role role : {Role::Anonymous, Role::Guest, Role::Customer, Role::Door})
                QVERIFY(!takersOf(kind).testFlag(role));
            QCOMPARE(takersOf(kind).testFlag(Role::Clerk), kind != PaymentKind::Complimentary);
            QVERIFY(takersOf(kind).testFlag(Role::Manager) && takersOf(kind).testFlag(Role::Administrator));
        }
        for (const Role role : {Role::Guest, Role::Customer, Role::Clerk, Role::Manager, Role::Administrator}) // who buys may spend one
            QVERIFY(takersOf(PaymentKind::Voucher).testFlag(role));
        QVERIFY(!takersOf(PaymentKind::Voucher).testFlag(Role::Door) && !takersOf(PaymentKind::Voucher).testFlag(Role::Anonymous));
        QVERIFY(!takersOf(PaymentKind::Online)); // only the provider says that
    }

    void notes_belongToTheirKind_data()
    {
        QTest::addColumn<Payment>("payment");
        QTest::addColumn<bool>("good");
        QTest::newRow("cash") << Payment {.tendered = Money {}, .change = Money {}} << true;
        QTest::newRow("cash with a reference") << Payment {.reference = u"1"_s} << false;
        QTest::newRow("card") << Payment {.kind = PaymentKind::Card, .reference = u"1"_s} << true;
        QTest::newRow("card in full") << Payment {.kind = PaymentKind::Card, .reference = u"1"_s, .brand = u"Visa"_s, .lastFour = u"0123"_s} << true;
        QTest::newRow("card without reference") << Payment {.kind = PaymentKind::Card, .lastFour = u"0123"_s} << false;
        QTest::newRow("three digits") << Payment {.kind = PaymentKind::Card, .reference = u"1"_s, .lastFour = u"123"_s} << false;
        QTest::newRow("other digits") << Payment {.kind = PaymentKind::Card, .reference = u"1"_s, .lastFour = u"١٢٣٤"_s} << false;
        QTest::newRow("card that is tendered") << Payment {.kind = PaymentKind::Card, .tendered = Money {}, .reference = u"1"_s} << false;
        QTest::newRow("card with a payer") << Payment {.kind = PaymentKind::Card, .reference = u"1"_s, .payer = u"Ada"_s} << false;
        QTest::newRow("invoice") << Payment {.kind = PaymentKind::Invoice, .payer = u"Ada"_s} << true;
        QTest::newRow("invoice with reference") << Payment {.kind = PaymentKind::Invoice, .reference = u"R 1"_s, .payer = u"Ada"_s} << true;
        QTest::newRow("invoice to nobody") << Payment {.kind = PaymentKind::Invoice, .reference = u"R 1"_s} << false;
        QTest::newRow("invoice with a card") << Payment {.kind = PaymentKind::Invoice, .brand = u"Visa"_s, .payer = u"Ada"_s} << false;
        QTest::newRow("complimentary") << Payment {.kind = PaymentKind::Complimentary, .reason = u"press"_s} << true;
        QTest::newRow("online") << Payment {.kind = PaymentKind::Online, .reference = u"pi_1"_s} << true;
        QTest::newRow("online, unknown to the provider") << Payment {.kind = PaymentKind::Online} << false;
        QTest::newRow("complimentary for nothing") << Payment {.kind = PaymentKind::Complimentary} << false;
        QTest::newRow("complimentary with a reference") << Payment {.kind = PaymentKind::Complimentary, .reference = u"1"_s, .reason = u"press"_s} << false;
        QTest::newRow("voucher") << Payment {.kind = PaymentKind::Voucher, .lastFour = u"X0TC"_s} << true;
        QTest::newRow("voucher of nobody knows which") << Payment {.kind = PaymentKind::Voucher} << false;
        QTest::newRow("three characters") << Payment {.kind = PaymentKind::Voucher, .lastFour = u"0TC"_s} << false;
        QTest::newRow("voucher with a brand") << Payment {.kind = PaymentKind::Voucher, .brand = u"Visa"_s, .lastFour = u"X0TC"_s} << false;
        QTest::newRow("voucher with a reason") << Payment {.kind = PaymentKind::Voucher, .lastFour = u"X0TC"_s, .reason = u"press"_s} << false;
        QTest::newRow("invoice with last four") << Payment {.kind = PaymentKind::Invoice, .lastFour = u"X0TC"_s, .payer = u"Ada"_s} << false;
    }
    void notes_belongToTheirKind()
    {
        QFETCH(Payment, payment);
        QFETCH(bool, good);
        QCOMPARE(faultIn(payment).isEmpty(), good);
    }
};

QTEST_APPLESS_MAIN(TestPaymentRules)
#include "tst_paymentrules.moc"
