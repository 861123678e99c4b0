// SPDX-License-Identifier: GPL-3.0-or-later
#include "pricedhouse.h"
#include "tests/support/noshowparams.h"

using namespace parterre;
using namespace parterre::testing;
using namespace Qt::StringLiterals;
using storage::Engine;

// What stays of tickets that are given back, and what those cost that are taken for them.
class ChangePricesTest : public PricedHouseTest
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { TestDatabases::addEngines(); }
    void init() { open(); }
    void cleanup() { close(); }

    void cancelling_leavesTheFee_unlessAManagerWaivesIt()
    {
        play(priceRules());
        const WireReply sold = sell(*m_guest, {40, 41, 42});
        const qint64 price = kRear + 100;
        const qint64 fee = 100 + price / 10;
        QJsonObject one = cancellationOf(sold);
        one.insert(u"tickets"_s, QJsonArray {sold.at(u"booking.tickets.0.number"_s)});
        const WireReply first = m_guest->call(u"bookings.cancel"_s, one);
        QCOMPARE(first.kind(), QString());
        QCOMPARE(amountOf(first.at(u"booking.payments.1.amount"_s)), price - fee);
        QCOMPARE(first.at(u"booking.charges.1.kind"_s).toString(), u"cancel_fee"_s);
        QCOMPARE(amountOf(first.at(u"booking.charges.1.amount"_s)), fee);
        QCOMPARE(amountOf(first.at(u"booking.total"_s)), 2 * price + 250 + fee);

        QJsonObject waived = with(cancellationOf(sold), u"tickets"_s, QJsonArray {sold.at(u"booking.tickets.1.number"_s)});
        waived.insert(u"waiveFee"_s, u"ill"_s);
        QCOMPARE(m_house->visitor(Role::Clerk)->call(u"bookings.cancel"_s, waived).kind(), u"not_permitted"_s);
        const WireReply second = m_manager->call(u"bookings.cancel"_s, waived);
        QCOMPARE(second.kind(), QString());
        QCOMPARE(amountOf(second.at(u"booking.payments.2.amount"_s)), price);
        QCOMPARE(second.at(u"booking.charges"_s).toArray().size(), 2);

        const WireReply last = m_guest->call(u"bookings.cancel"_s, cancellationOf(sold));
        QCOMPARE(last.at(u"booking.state"_s).toString(), u"cancelled"_s);
        QCOMPARE(amountOf(last.at(u"booking.payments.3.amount"_s)), price - fee);
    }

    void exchanging_leavesTheFeeOfWhatGoesBack_andPricesAnew()
    {
        play(priceRules());
        save(codeDiscount(u"HALF"_s, 5'000));
        const WireReply sold = sell(*m_guest, {40});
        QVERIFY(m_guest->call(u"holds.acquire"_s, placesOf(m_event, {50})).ok());
        const WireReply exchanged = m_guest->call(u"bookings.exchange"_s, with(exchangeOf(sold.at(u"booking"_s), m_event, {50}, newKey()), u"code"_s, u"half"_s));
        QCOMPARE(exchanged.kind(), QString());
        const qint64 price = kRear + 100;
        const qint64 fee = (100 + price / 10) * (kRear / 2) / price;
        QCOMPARE(amountOf(exchanged.at(u"booking.payments.1.amount"_s)), kRear / 2 - fee);
        QCOMPARE(amountOf(exchanged.at(u"booking.total"_s)), kRear / 2 + 100 + 250 + fee);
        QCOMPARE(exchanged.at(u"booking.charges.1.kind"_s).toString(), u"cancel_fee"_s);
        QCOMPARE(amountOf(exchanged.at(u"booking.charges.1.amount"_s)), fee);
        QCOMPARE(uses(), 1);
    }

    // Else nobody would cancel: they would exchange all tickets for one.
    void exchangingSomeForFewer_costsWhatCancellingTheOthersDoes()
    {
        play(priceRules());
        const WireReply sold = sell(*m_guest, {40, 41, 42});
        QVERIFY(m_guest->call(u"holds.acquire"_s, placesOf(m_event, {50})).ok());
        QJsonObject exchange = exchangeOf(sold.at(u"booking"_s), m_event, {50}, newKey());
        exchange.insert(u"tickets"_s, QJsonArray {sold.at(u"booking.tickets.0.number"_s), sold.at(u"booking.tickets.1.number"_s), sold.at(u"booking.tickets.2.number"_s)});
        const WireReply exchanged = m_guest->call(u"bookings.exchange"_s, exchange);
        QCOMPARE(exchanged.kind(), QString());
        const qint64 price = kRear + 100;
        QCOMPARE(amountOf(exchanged.at(u"booking.payments.1.amount"_s)), 2 * (price - (100 + price / 10)));
    }

    void exchangingForTheSamePrice_costsNothing()
    {
        play(priceRules());
        const WireReply sold = sell(*m_guest, {40});
        QVERIFY(m_guest->call(u"holds.acquire"_s, placesOf(m_event, {50})).ok());
        const WireReply exchanged = m_guest->call(u"bookings.exchange"_s, exchangeOf(sold.at(u"booking"_s), m_event, {50}, newKey()));
        QCOMPARE(exchanged.kind(), QString());
        QCOMPARE(exchanged.at(u"booking.charges"_s).toArray().size(), 1);
        QCOMPARE(exchanged.at(u"booking.payments"_s).toArray().size(), 1);
    }

    // There is nothing that could stay.
    void cancellingWhatWasGivenAway_leavesNoFee()
    {
        play(priceRules());
        QVERIFY(m_manager->call(u"holds.acquire"_s, placesOf(m_event, {40})).ok());
        const QJsonObject all {{u"amount"_s, kRear + 100 + 250}, {u"currency"_s, u"EUR"_s}};
        QJsonObject sale = saleOf({40});
        sale.remove(u"payment"_s);
        sale.insert(u"payments"_s, QJsonArray {QJsonObject {{u"kind"_s, u"complimentary"_s}, {u"amount"_s, all}, {u"reason"_s, u"press"_s}}});
        const WireReply sold = m_manager->call(u"bookings.checkout"_s, sale);
        QCOMPARE(sold.kind(), QString());
        QVERIFY(!sold.at(u"booking.tickets.0"_s).toObject().contains(u"cancelFee"_s));
        const WireReply cancelled = m_manager->call(u"bookings.cancel"_s, cancellationOf(sold));
        QCOMPARE(cancelled.kind(), QString());
        QCOMPARE(cancelled.at(u"booking.charges"_s).toArray().size(), sold.at(u"booking.charges"_s).toArray().size());
    }

    // The group is as large as before, as long as they stay.
    void exchanging_countsWhatStaysOfTheBooking()
    {
        play({});
        save(with(groupDiscount(), u"minTickets"_s, 3));
        const WireReply sold = sell(*m_guest, {40, 41, 42});
        QCOMPARE(amountOf(sold.at(u"booking.total"_s)), 3 * kRear * 9 / 10);
        QVERIFY(m_guest->call(u"holds.acquire"_s, placesOf(m_event, {50, 51})).ok());
        const QJsonObject exchange = exchangeOf(sold.at(u"booking"_s), m_event, {50}, newKey());
        const QJsonObject asked {{u"items"_s, exchange.value(u"items"_s)}, {u"booking"_s, exchange.value(u"booking"_s)}, {u"givenBack"_s, exchange.value(u"tickets"_s)}};
        const WireReply quoted = m_guest->call(u"cart.quote"_s, asked);
        QCOMPARE(amountOf(quoted.at(u"total"_s)), kRear * 9 / 10);
        QCOMPARE(m_house->visitor()->call(u"cart.quote"_s, asked).kind(), u"not_found"_s); // somebody else's
        QCOMPARE(amountOf(m_house->visitor(Role::Clerk)->call(u"cart.quote"_s, asked).at(u"total"_s)), kRear * 9 / 10);
        const WireReply exchanged = m_guest->call(u"bookings.exchange"_s, with(exchange, u"total"_s, quoted.at(u"total"_s)));
        QCOMPARE(exchanged.kind(), QString());
        QCOMPARE(amountOf(exchanged.at(u"booking.total"_s)), 3 * kRear * 9 / 10);
        QCOMPARE(exchanged.at(u"booking.payments"_s).toArray().size(), 1);

        QJsonObject one = cancellationOf(sold);
        one.insert(u"tickets"_s, QJsonArray {sold.at(u"booking.tickets.1.number"_s)});
        QVERIFY(m_guest->call(u"bookings.cancel"_s, one).ok());
        QJsonObject again = exchangeOf(sold.at(u"booking"_s), m_event, {51}, newKey());
        again.insert(u"tickets"_s, QJsonArray {sold.at(u"booking.tickets.2.number"_s)});
        const WireReply dearer = m_guest->call(u"bookings.exchange"_s, again);
        QCOMPARE(amountOf(dearer.at(u"booking.total"_s)), kRear * 9 / 10 + kRear);
    }

    // Whose seat the house gave free paid for a place in the group.
    void exchanging_countsWhoDidNotCome()
    {
        m_event = *EventId::fromString(openTonight(*m_house));
        save(with(groupDiscount(), u"minTickets"_s, 3));
        const auto clerk = m_house->visitor(Role::Clerk);
        const WireReply sold = sell(*clerk, {40, 41, 42});
        QVERIFY(clerk->call(u"checkins.releaseNoShows"_s, noShowsOf(m_event.toString(), {sold.at(u"booking.tickets.2.number"_s).toString()})).ok());
        QVERIFY(clerk->call(u"holds.acquire"_s, placesOf(m_event, {50})).ok());
        const QJsonObject exchange = exchangeOf(sold.at(u"booking"_s), m_event, {50}, newKey());
        const QJsonObject asked {{u"items"_s, exchange.value(u"items"_s)}, {u"booking"_s, exchange.value(u"booking"_s)}, {u"givenBack"_s, exchange.value(u"tickets"_s)}};
        QCOMPARE(amountOf(clerk->call(u"cart.quote"_s, asked).at(u"total"_s)), kRear * 9 / 10);
        const WireReply exchanged = clerk->call(u"bookings.exchange"_s, exchange);
        QCOMPARE(exchanged.kind(), QString());
        QCOMPARE(amountOf(exchanged.at(u"booking.total"_s)), 3 * kRear * 9 / 10);
    }

    // It is the booking's own use.
    void exchanging_isQuotedWithTheCodeThatTheBookingUses()
    {
        play({});
        save(with(codeDiscount(u"ONCE"_s, 5'000), u"maxUses"_s, 1));
        const WireReply sold = sell(*m_guest, {40}, u"once"_s);
        QVERIFY(m_guest->call(u"holds.acquire"_s, placesOf(m_event, {50})).ok());
        const QJsonObject exchange = with(exchangeOf(sold.at(u"booking"_s), m_event, {50}, newKey()), u"code"_s, u"once"_s);
        const QJsonObject asked {{u"items"_s, exchange.value(u"items"_s)}, {u"code"_s, u"once"_s}};
        QCOMPARE(m_guest->call(u"cart.quote"_s, asked).kind(), u"code_used_up"_s);
        const WireReply quoted = m_guest->call(u"cart.quote"_s, with(with(asked, u"booking"_s, exchange.value(u"booking"_s)), u"givenBack"_s, exchange.value(u"tickets"_s)));
        QCOMPARE(amountOf(quoted.at(u"total"_s)), kRear / 2);
        QCOMPARE(m_guest->call(u"bookings.exchange"_s, exchange).kind(), QString());
        QCOMPARE(uses(), 1);
    }

    // Each for itself would be the only one.
    void twoExchangesAtOnce_doNotBothGetWhatIsGoodForOneTicket()
    {
        play({});
        save(with(codeDiscount(u"ONCE"_s, 5'000), u"maxTickets"_s, 1));
        const WireReply sold = sell(*m_guest, {40, 41});
        QVERIFY(m_guest->call(u"holds.acquire"_s, placesOf(m_event, {50, 51})).ok());
        const auto exchangeOfTicket = [&](int ticket, int place) {
            const QJsonObject exchange = exchangeOf(sold.at(u"booking"_s), m_event, {place}, newKey());
            return WireClient::Call {u"bookings.exchange"_s,
                                     with(with(exchange, u"tickets"_s, QJsonArray {sold.at(u"booking.tickets.%1.number"_s.arg(ticket))}), u"code"_s, u"once"_s)};
        };
        const QList<WireReply> answers = m_guest->callTogether({exchangeOfTicket(0, 50), exchangeOfTicket(1, 51)});
        QVERIFY(answers.at(0).ok() || answers.at(1).ok());
        for (const WireReply &answer : answers)
            QVERIFY2(answer.ok() || answer.kind() == u"stale_version"_s, qPrintable(answer.kind()));
        const WireReply now = m_guest->call(u"bookings.get"_s, {{u"booking"_s, sold.at(u"booking.id"_s)}});
        QCOMPARE(amountOf(now.at(u"booking.total"_s)), kRear + kRear / 2);
    }

    void cancelledEvent_owesEverything()
    {
        play(priceRules());
        const WireReply sold = sell(*m_guest, {40, 41});
        const QJsonObject named {{u"event"_s, m_event.toString()}};
        const qint64 total = 2 * (kRear + 100) + 250;
        QCOMPARE(amountOf(m_manager->call(u"events.sales"_s, named).at(u"sales.amounts.0"_s)), total);
        QVERIFY(m_manager->call(u"events.cancel"_s, with(with(named, u"version"_s, 2), u"reason"_s, u"Fire"_s)).ok());
        while (m_manager->call(u"events.refunds"_s, named).at(u"totals.remaining"_s).toInt() > 0) {}
        const QJsonObject id {{u"booking"_s, sold.at(u"booking.id"_s)}};
        const WireReply owed = m_guest->call(u"bookings.get"_s, id);
        QCOMPARE(amountOf(owed.at(u"booking.refunds.0.amount"_s)), total);
        QVERIFY(!owed.at(u"booking.charges.0.returned"_s).isUndefined());
        const WireReply paid = m_manager->call(u"bookings.refund"_s, with(with(id, u"event"_s, m_event.toString()), u"key"_s, newKey()));
        QCOMPARE(amountOf(paid.at(u"booking.payments.1.amount"_s)), total);
    }
};

QTEST_GUILESS_MAIN(ChangePricesTest)
#include "tst_changeprices.moc"
