// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/domain/refundsplit.h"

#include <QHash>
#include <QRandomGenerator>
#include <QTest>

using namespace parterre;

namespace {

PaymentId paymentNumber(int n)
{
    return PaymentId(QUuid(0, 0, 0x7000, 0x80, 0, 0, 0, 0, 0, 0, static_cast<uchar>(n)));
}

Payment paid(int n, PaymentKind kind, qint64 amount)
{
    return {.id = paymentNumber(n), .kind = kind, .amount = {amount, {}}};
}

Payment refunded(const RefundPart &part)
{
    return {.kind = part.kind, .direction = PaymentDirection::Refund, .amount = part.amount, .refunds = part.payment};
}

qint64 sumOf(const QList<RefundPart> &parts)
{
    qint64 sum = 0;
    for (const RefundPart &part : parts)
        sum += part.amount.amount;
    return sum;
}

} // namespace

class TestRefundSplit : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void lastPaid_goesBackFirst()
    {
        const QList<Payment> payments {paid(1, PaymentKind::Cash, 4'000), paid(2, PaymentKind::Card, 3'000), paid(3, PaymentKind::Invoice, 1'000)};
        QCOMPARE(splitRefund(payments, {500, {}}), (QList<RefundPart> {{PaymentKind::Invoice, paymentNumber(3), {500, {}}}}));
        QCOMPARE(splitRefund(payments, {5'000, {}}), (QList<RefundPart> {{PaymentKind::Invoice, paymentNumber(3), {1'000, {}}},
                                                                          {PaymentKind::Card, paymentNumber(2), {3'000, {}}},
                                                                          {PaymentKind::Cash, {}, {1'000, {}}}}));
    }

    void cash_isOneWay_cardsAreNot()
    {
        const QList<Payment> payments {paid(1, PaymentKind::Cash, 1'000), paid(2, PaymentKind::Card, 1'000), paid(3, PaymentKind::Cash, 1'000),
                                       paid(4, PaymentKind::Card, 1'000)};
        QCOMPARE(splitRefund(payments, {4'000, {}}), (QList<RefundPart> {{PaymentKind::Card, paymentNumber(4), {1'000, {}}},
                                                                          {PaymentKind::Cash, {}, {2'000, {}}},
                                                                          {PaymentKind::Card, paymentNumber(2), {1'000, {}}}}));
    }

    void vouchers_areWaysOfTheirOwn()
    {
        const QList<Payment> payments {paid(1, PaymentKind::Voucher, 1'000), paid(2, PaymentKind::Cash, 500), paid(3, PaymentKind::Voucher, 1'000)};
        QCOMPARE(splitRefund(payments, {2'000, {}}), (QList<RefundPart> {{PaymentKind::Voucher, paymentNumber(3), {1'000, {}}},
                                                                          {PaymentKind::Cash, {}, {500, {}}},
                                                                          {PaymentKind::Voucher, paymentNumber(1), {500, {}}}}));
    }

    void cashThatGoesToAVoucher_namesThePayment_cardsStayCards()
    {
        QList<Payment> payments {paid(1, PaymentKind::Cash, 1'000), paid(2, PaymentKind::Card, 1'000), paid(3, PaymentKind::Cash, 1'000)};
        const QList<RefundPart> parts = splitRefundToVoucher(payments, {2'500, {}});
        QCOMPARE(parts, (QList<RefundPart> {{PaymentKind::Voucher, paymentNumber(3), {1'000, {}}},
                                            {PaymentKind::Card, paymentNumber(2), {1'000, {}}},
                                            {PaymentKind::Voucher, paymentNumber(1), {500, {}}}}));
        for (const RefundPart &part : parts)
            payments.append(refunded(part));
        QCOMPARE(splitRefund(payments, {500, {}}), (QList<RefundPart> {{PaymentKind::Cash, {}, {500, {}}}}));
    }

    void whatWentBack_isNotThereAnyMore()
    {
        QList<Payment> payments {paid(1, PaymentKind::Complimentary, 1'000), paid(2, PaymentKind::Card, 1'000)};
        payments.append(refunded({PaymentKind::Card, paymentNumber(2), {600, {}}}));
        QCOMPARE(splitRefund(payments, {1'000, {}}), (QList<RefundPart> {{PaymentKind::Card, paymentNumber(2), {400, {}}}, {PaymentKind::Complimentary, {}, {600, {}}}}));
    }

    // Written when cash was the only way.
    void refundsOfOldBookings_areCash()
    {
        QList<Payment> payments {paid(1, PaymentKind::Cash, 4'000)};
        payments.append(refunded({PaymentKind::Cash, {}, {1'000, {}}}));
        QCOMPARE(splitRefund(payments, {3'000, {}}), (QList<RefundPart> {{PaymentKind::Cash, {}, {3'000, {}}}}));
    }

    void nothing_isSplitInNoParts()
    {
        QVERIFY(splitRefund({}, {0, {}}).isEmpty());
        QVERIFY(splitRefund({paid(1, PaymentKind::Cash, 1'000)}, {0, {}}).isEmpty());
        QVERIFY(splitRefund({}, {100, {}}).isEmpty());
    }

    // Bookings that are paid and paid back at random, until all has gone back.
    void noWay_getsBackMoreThanItGave()
    {
        QRandomGenerator random(28);
        for (int round = 0; round < 3'000; ++round) {
            QList<Payment> payments;
            qint64 kept = 0;
            for (int step = random.bounded(1, 12); step > 0; --step) {
                if (kept == 0 || random.bounded(3) > 0) {
                    payments.append(paid(static_cast<int>(payments.size()) + 1, static_cast<PaymentKind>(random.bounded(6)), random.bounded(0, 5'000)));
                    kept += payments.constLast().amount.amount;
                } else {
                    kept -= refund(payments, random.bounded(qint64(1), kept + 1), random.bounded(2) == 0);
                }
            }
            QCOMPARE(refund(payments, kept, round % 2 == 0), kept);
            QCOMPARE(sumOf(splitRefund(payments, {1, {}})), 0);
        }
    }

private:
    // Pays back, and looks at every way; how much went back.
    static qint64 refund(QList<Payment> &payments, qint64 amount, bool toVoucher)
    {
        const QList<RefundPart> parts = toVoucher ? splitRefundToVoucher(payments, {amount, {}}) : splitRefund(payments, {amount, {}});
        for (const RefundPart &part : parts) {
            const bool isOfItsOwn = part.kind == PaymentKind::Card || part.kind == PaymentKind::Invoice || part.kind == PaymentKind::Voucher || part.kind == PaymentKind::Online;
            if (part.amount.amount <= 0 || part.payment.has_value() != isOfItsOwn || (toVoucher && part.kind == PaymentKind::Cash))
                return -1;
            payments.append(refunded(part));
        }
        QHash<int, qint64> ofKind;
        QHash<PaymentId, qint64> ofPayment;
        for (const Payment &payment : std::as_const(payments)) {
            const qint64 signedAmount = payment.direction == PaymentDirection::Payment ? payment.amount.amount : -payment.amount.amount;
            const auto from = std::find_if(payments.cbegin(), payments.cend(), [&payment](const Payment &each) { return each.id == payment.refunds; });
            ofKind[static_cast<int>(from == payments.cend() ? payment.kind : from->kind)] += signedAmount;
            if (payment.direction == PaymentDirection::Payment || payment.refunds)
                ofPayment[payment.refunds.value_or(payment.id)] += signedAmount;
        }
        const auto isGood = [](qint64 left) { return left >= 0; };
        const bool good = std::all_of(ofKind.cbegin(), ofKind.cend(), isGood) && std::all_of(ofPayment.cbegin(), ofPayment.cend(), isGood);
        return good ? sumOf(parts) : -1;
    }
};

QTEST_APPLESS_MAIN(TestRefundSplit)
#include "tst_refundsplit.moc"
