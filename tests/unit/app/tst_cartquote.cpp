// SPDX-License-Identifier: GPL-3.0-or-later
#include "cartworld.h"

#include <QTest>

using namespace parterre;
using namespace parterre::testing;
using namespace Qt::StringLiterals;

// What the server says that the cart costs, and what is told of it meanwhile.
class TestCartQuote : public QObject
{
    Q_OBJECT

private:
    struct World : CartWorld {
        World()
        {
            server.when<protocol::CartQuote>([](const protocol::CartQuoteParams &params) -> Result<protocol::CartQuoteResult> {
                if (params.code && *params.code != u"SPRING")
                    return Error {.code = ErrorCode::CodeUnknown};
                protocol::CartQuoteResult result {.codeTakesOff = params.code.has_value()};
                for (const protocol::CheckoutItem &item : params.items) {
                    const Money base = euros(item.ticketType == u"adult" ? 20 : 10);
                    const Money off {.amount = params.code ? base.amount / 10 : 0, .currency = base.currency};
                    const Money price {.amount = base.amount - off.amount, .currency = base.currency};
                    result.lines.append({.event = item.event, .place = item.place, .ticketType = item.ticketType, .parts = {.base = base, .discount = off}, .price = price});
                    result.total.amount += price.amount;
                }
                if (!params.exchange)
                    result.charges = {{.event = params.items.constFirst().event, .amount = euros(3), .tax = euros(0)}};
                for (const Charge &charge : std::as_const(result.charges))
                    result.total.amount += charge.amount.amount;
                return result;
            });
        }
        CartQuote &quote() { return model.quote(); }
        EventId event {QUuid(9, 0, 0x7000, 0x80, 0, 0, 0, 0, 0, 0, 1)};
    };

private Q_SLOTS:
    void quote_isAskedForWhenTheCartChanges()
    {
        World world;
        QVERIFY(world.enterAs(userNamed(u"Anna"_s, 1)));
        QVERIFY(!world.quote().due());
        QVERIFY(world.hold(world.event, {1, 2}));
        QVERIFY(!world.quote().due()); // nothing that was not said is told
        QTRY_VERIFY(world.quote().due());
        QCOMPARE(*world.quote().due(), euros(43));
        QCOMPARE(*world.quote().price(1), euros(20));
        world.model.setTicketType(1, u"child"_s);
        QVERIFY(!world.quote().due() && !world.quote().price(0)); // it was of another cart
        QTRY_COMPARE(world.quote().due(), std::optional(euros(33)));
        QCOMPARE(world.server.count<protocol::CartQuote>(), 2); // not once for each seat
    }

    void code_isKept_orDroppedWithTheReason()
    {
        World world;
        QVERIFY(world.enterAs(userNamed(u"Anna"_s, 1)));
        QVERIFY(world.hold(world.event, {1}));
        world.quote().setCode(u" SPRING "_s);
        QTRY_COMPARE(world.quote().due(), std::optional(euros(21)));
        QVERIFY(world.quote().current()->codeTakesOff);
        world.quote().setCode(u"AUTUMN"_s);
        QTRY_COMPARE(world.quote().due(), std::optional(euros(23)));
        QCOMPARE(world.quote().codeError()->code, ErrorCode::CodeUnknown);
        QVERIFY(world.quote().code().isEmpty());
    }

    // The next customer has none.
    void code_goesWithWhatIsReservedOrPaidOnline_andIsGoneThen()
    {
        World world;
        QVERIFY(world.enterAs(userNamed(u"Anna"_s, 1)));
        world.server.when<protocol::BookingsReserve>([&world](const protocol::BookingsReserveParams &params) {
            world.cart.clear();
            return Result(protocol::BookingResult {.booking = {.id = BookingId(QUuid::createUuid()), .reference = u"7K3M-9QXA"_s, .state = BookingState::Reserved, .customerName = params.customerName, .payUntil = params.payUntil, .total = euros(21)}});
        });
        world.server.when<protocol::PaymentsBegin>([&world](const protocol::PaymentsBeginParams &) {
            world.cart.clear();
            return Result(protocol::PaymentsResult {.payment = {.id = PaymentId(QUuid::createUuid()), .booking = BookingId(QUuid::createUuid()), .reference = u"7K3M-9QXA"_s, .state = OnlineState::Pending, .amount = euros(21)}});
        });
        QSignalSpy reserved(&world.model, &CartModel::checkedOut);
        QSignalSpy begun(&world.model, &CartModel::paymentBegun);
        for (const bool isOnline : {false, true}) {
            QVERIFY(world.hold(world.event, {isOnline ? 2 : 1}));
            world.quote().setCode(u"SPRING"_s);
            QTRY_COMPARE(world.quote().due(), std::optional(euros(21)));
            if (isOnline)
                world.model.payOnline();
            else
                world.model.reserve({.name = u"Mrs Miller"_s}, world.clock.utcNow() + std::chrono::hours(3));
            QTRY_COMPARE((isOnline ? begun : reserved).size(), 1);
            QVERIFY(world.quote().code().isEmpty());
        }
        const protocol::BookingsReserveParams reservation = world.server.received<protocol::BookingsReserve>().constFirst();
        QCOMPARE(reservation.code, std::optional(u"SPRING"_s));
        QCOMPARE(reservation.total, std::optional(euros(21)));
        const protocol::PaymentsBeginParams payment = world.server.received<protocol::PaymentsBegin>().constFirst();
        QCOMPARE(payment.code, std::optional(u"SPRING"_s));
        QCOMPARE(payment.total, std::optional(euros(21)));
    }

    void exchange_isQuotedAsOne_lessWhatIsGivenBack()
    {
        World world;
        QVERIFY(world.enterAs(userNamed(u"Anna"_s, 1)));
        QVERIFY(world.hold(world.event, {1}));
        world.model.startExchange({.booking = BookingId(QUuid::createUuid()), .tickets = {{.number = u"A-1"_s, .price = euros(5)}}});
        QTRY_COMPARE(world.quote().due(), std::optional(euros(15)));
        const protocol::CartQuoteParams asked = world.server.received<protocol::CartQuote>().constLast();
        QCOMPARE(asked.booking, world.model.exchange()->booking);
        QCOMPARE(asked.givenBack, std::optional(QStringList {u"A-1"_s}));
    }

    // It takes what it does not know for a mistake.
    void exchange_isQuotedByAnOlderServerWithoutTheBooking()
    {
        World world;
        QVERIFY(world.enterAs(userNamed(u"Anna"_s, 1)));
        world.server.when<protocol::CartQuote>([](const protocol::CartQuoteParams &params) -> Result<protocol::CartQuoteResult> {
            if (params.booking)
                return Error {.code = ErrorCode::InvalidParams};
            const protocol::CheckoutItem &item = params.items.constFirst();
            return protocol::CartQuoteResult {.lines = {{.event = item.event, .place = item.place, .ticketType = item.ticketType, .parts = {.base = euros(20)}, .price = euros(20)}}, .total = euros(20)};
        });
        QVERIFY(world.hold(world.event, {1}));
        world.model.startExchange({.booking = BookingId(QUuid::createUuid()), .tickets = {{.number = u"A-1"_s, .price = euros(5)}}});
        QTRY_COMPARE(world.quote().due(), std::optional(euros(15)));
        QVERIFY(!world.quote().error());
        QVERIFY(world.server.received<protocol::CartQuote>().constLast().exchange.value_or(false));
    }

    void olderServer_hasPricesAlone()
    {
        CartWorld world;
        QVERIFY(world.enterAs(userNamed(u"Anna"_s, 1)));
        QVERIFY(world.hold(EventId(QUuid::createUuid()), {1}));
        QTRY_COMPARE(world.model.quote().due(), std::optional(euros(20)));
        QVERIFY(!world.model.quote().current());
        QCOMPARE(*world.model.quote().price(0), euros(20));
    }

    void priceThatChanged_isAskedForAgain()
    {
        World world;
        QVERIFY(world.enterAs(userNamed(u"Anna"_s, 1)));
        QVERIFY(world.hold(world.event, {1}));
        QTRY_VERIFY(world.quote().due());
        world.server.when<protocol::BookingsCheckout>(Result<protocol::BookingResult>(ErrorCode::PriceChanged));
        const int before = world.server.count<protocol::CartQuote>();
        QSignalSpy failed(&world.model, &CartModel::checkoutFailed);
        world.model.checkout({.total = world.quote().current()->total});
        QTRY_COMPARE(failed.size(), 1);
        QCOMPARE(world.server.received<protocol::BookingsCheckout>().constFirst().total, std::optional(euros(23)));
        QTRY_COMPARE(world.server.count<protocol::CartQuote>(), before + 1);
    }
};

QTEST_GUILESS_MAIN(TestCartQuote)
#include "tst_cartquote.moc"
