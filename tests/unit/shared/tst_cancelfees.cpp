// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/domain/pricing.h"

#include <QTest>

using namespace parterre;

namespace {

EventId eventNumber(int n)
{
    return EventId(QUuid(1, 0, 0x7000, 0x80, 0, 0, 0, 0, 0, 0, static_cast<uchar>(n)));
}

Money euros(qint64 cents)
{
    return {.amount = cents};
}

} // namespace

// What stays with the house of tickets that are given back.
class TestCancelFees : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cancelFee_isNeverMoreThanTheTicketCost()
    {
        QCOMPARE(cancelFeeOf({}, euros(1'000)).amount, euros(0));
        QCOMPARE(cancelFeeOf({.cancelFee = 150, .cancelShare = 1'000}, euros(1'000)).amount, euros(250));
        QCOMPARE(cancelFeeOf({.cancelFee = 1'500}, euros(1'000)).amount, euros(1'000));
        QCOMPARE(cancelFeeOf({.feeTaxRate = 1'900, .cancelFee = 119}, euros(1'000)).tax, euros(19));
    }

    void exchange_leavesAsMuchOfTheFeesAsGoesBackOfThePrices()
    {
        const auto ticket = [](qint64 price) {
            return Ticket {.event = eventNumber(1), .price = euros(price), .cancelFee = cancelFeeOf({.feeTaxRate = 1'900, .cancelFee = 119}, euros(price))};
        };
        QVERIFY(exchangeChargesOf({ticket(1'000)}, 1'000, {}).isEmpty());
        QVERIFY(exchangeChargesOf({ticket(1'000)}, 2'000, {}).isEmpty());
        const QList<Charge> half = exchangeChargesOf({ticket(1'000), ticket(1'000)}, 1'000, {});
        QCOMPARE(half.size(), 1);
        QCOMPARE(half.constFirst().kind, ChargeKind::CancelFee);
        QCOMPARE(half.constFirst().amount, euros(119)); // half of both
        QCOMPARE(half.constFirst().tax, euros(18));
        QCOMPARE(sumOf(exchangeChargesOf({ticket(1'000)}, 0, {})), 119);
    }
};

QTEST_APPLESS_MAIN(TestCancelFees)
#include "tst_cancelfees.moc"
