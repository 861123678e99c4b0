// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/storage/database.h"
#include "backend/storage/repositories/bookingrepository.h"
#include "tests/support/eventparams.h"
#include "tests/support/testdatabases.h"

#include <QJsonArray>
#include <QTest>

using namespace parterre;
using namespace parterre::testing;
using namespace Qt::StringLiterals;
using storage::Engine;

namespace {

QJsonObject money(qint64 amount, const QString &currency = u"EUR"_s)
{
    return {{u"amount"_s, amount}, {u"currency"_s, currency}};
}

QJsonObject cash(qint64 amount)
{
    return {{u"kind"_s, u"cash"_s}, {u"amount"_s, money(amount)}};
}

QJsonObject card(qint64 amount)
{
    return {{u"kind"_s, u"card"_s}, {u"amount"_s, money(amount)}, {u"reference"_s, u"T-17"_s}, {u"brand"_s, u"Girocard"_s}, {u"lastFour"_s, u"0042"_s}};
}

QJsonObject invoice(qint64 amount)
{
    return {{u"kind"_s, u"invoice"_s}, {u"amount"_s, money(amount)}, {u"payer"_s, u"Förderverein\nHauptstraße 1"_s}};
}

QJsonObject complimentary(qint64 amount)
{
    return {{u"kind"_s, u"complimentary"_s}, {u"amount"_s, money(amount)}, {u"reason"_s, u"press"_s}};
}

} // namespace

// Cash, cards, invoices and what is given away, in parts and back again, over the wire.
class PaymentsTest : public QObject
{
    Q_OBJECT

private:
    static constexpr qint64 kPrice = TestHouse::kRearPrice;

    TestDatabases m_databases;
    std::unique_ptr<TestHouse> m_house;
    std::unique_ptr<WireClient> m_clerk;

    [[nodiscard]] EventId event() const { return m_house->events().evening; }
    [[nodiscard]] QJsonObject saleOf(const QList<qint32> &places, const QJsonArray &payments) const
    {
        QJsonObject sale = checkoutOf(event(), places, newKey());
        sale.remove(u"payment"_s);
        return with(sale, u"payments"_s, payments);
    }
    void hold(WireClient &client, const QList<qint32> &places) const
    {
        if (!client.call(u"holds.acquire"_s, placesOf(event(), places)).ok())
            qFatal("the seats could not be held");
    }
    [[nodiscard]] WireReply sell(WireClient &client, const QList<qint32> &places, const QJsonArray &payments) const
    {
        hold(client, places);
        return client.call(u"bookings.checkout"_s, saleOf(places, payments));
    }
    [[nodiscard]] static QJsonArray cardRefund(const QJsonValue &payment) { return {QJsonObject {{u"payment"_s, payment}, {u"reference"_s, u"T-18"_s}}}; }

private Q_SLOTS:
    void init()
    {
        QFETCH(Engine, engine);
        m_house = std::make_unique<TestHouse>(m_databases.create(engine));
        m_clerk = m_house->visitor(Role::Clerk);
    }
    // Whatever was done, the money adds up.
    void cleanup()
    {
        if (!m_house)
            return;
        storage::Database database(m_house->database());
        QVERIFY(database.open());
        QCOMPARE(*storage::BookingRepository(database).imbalances(), 0);
        QCOMPARE(*storage::BookingRepository(database).overRefunds(), 0);
        m_clerk.reset();
        m_house.reset();
    }

    void checkout_isPaidInParts_data() { TestDatabases::addEngines(); }
    void checkout_isPaidInParts()
    {
        const auto manager = m_house->visitor(Role::Manager);
        hold(*manager, {30, 31, 32, 33});
        const QJsonObject sale = saleOf({30, 31, 32, 33}, {with(cash(1'000), u"tendered"_s, money(2'000)), card(4'000), invoice(2'000), complimentary(3'000)});
        const WireReply sold = manager->call(u"bookings.checkout"_s, sale);
        QCOMPARE(sold.kind(), QString());
        QCOMPARE(sold.at(u"booking.total.amount"_s).toInteger(), 4 * kPrice);
        const QJsonArray payments = sold.at(u"booking.payments"_s).toArray();
        QCOMPARE(payments.size(), 4);
        QCOMPARE(payments.at(0)[u"change"_s], QJsonValue(money(1'000)));
        QCOMPARE(payments.at(1)[u"lastFour"_s].toString(), u"0042"_s);
        QCOMPARE(payments.at(1)[u"reference"_s].toString(), u"T-17"_s);
        QVERIFY(payments.at(1)[u"tendered"_s].isUndefined());
        QCOMPARE(payments.at(2)[u"payer"_s].toString(), u"Förderverein\nHauptstraße 1"_s);
        QCOMPARE(payments.at(3)[u"reason"_s].toString(), u"press"_s);
        // A repetition answers the same payments, and other ones are another request.
        QCOMPARE(manager->call(u"bookings.checkout"_s, sale).at(u"booking"_s), sold.at(u"booking"_s));
        const QJsonArray others {cash(1'000), card(4'000), invoice(2'000), complimentary(3'000)};
        QCOMPARE(manager->call(u"bookings.checkout"_s, with(sale, u"payments"_s, others)).kind(), u"key_reused"_s);
        m_house->restart();
        const auto again = m_house->visitor(Role::Clerk);
        QCOMPARE(again->call(u"bookings.get"_s, {{u"booking"_s, sold.at(u"booking.id"_s)}}).at(u"booking"_s), sold.at(u"booking"_s));
    }

    void ways_areForTheirRoles_data() { TestDatabases::addEngines(); }
    void ways_areForTheirRoles()
    {
        qint32 seat = 40;
        for (const Role role : {Role::Guest, Role::Customer, Role::Clerk, Role::Manager, Role::Administrator}) {
            const auto caller = m_house->visitor(role);
            const bool isCounter = kCounter.testFlag(role);
            const QList<std::pair<QJsonObject, bool>> ways {{cash(kPrice), true}, {card(kPrice), isCounter}, {invoice(kPrice), isCounter}, {complimentary(kPrice), kManagers.testFlag(role)}};
            for (const auto &[way, isAllowed] : ways) {
                const WireReply sold = sell(*caller, {seat}, {way});
                QVERIFY2(sold.kind() == (isAllowed ? QString() : u"payment_not_allowed"_s), qPrintable(sold.kind() + QLatin1StringView(roleName(role))));
                if (!isAllowed) // nothing was changed
                    QVERIFY(caller->call(u"holds.release"_s, placesOf(event(), {seat})).ok());
                ++seat;
            }
        }
    }

    void whatCannotBe_isRefused_data() { TestDatabases::addEngines(); }
    void whatCannotBe_isRefused()
    {
        hold(*m_clerk, {30});
        const auto kindOf = [this](const QJsonArray &payments) { return m_clerk->call(u"bookings.checkout"_s, saleOf({30}, payments)).kind(); };
        const QString invalid = u"invalid_params"_s;
        QCOMPARE(kindOf({cash(kPrice - 1)}), u"payment_mismatch"_s);
        QCOMPARE(kindOf({cash(kPrice), card(1)}), u"payment_mismatch"_s);
        QCOMPARE(kindOf({cash(kPrice - 1), card(2)}), u"payment_mismatch"_s);
        QCOMPARE(kindOf({with(cash(kPrice), u"tendered"_s, money(kPrice - 1))}), u"insufficient_payment"_s);
        QCOMPARE(kindOf({with(card(kPrice), u"amount"_s, money(kPrice, u"USD"_s))}), u"currency_mismatch"_s);
        QCOMPARE(kindOf({with(cash(kPrice), u"tendered"_s, money(kPrice, u"USD"_s))}), u"currency_mismatch"_s);
        QCOMPARE(kindOf({}), invalid);
        QCOMPARE(kindOf({cash(kPrice), cash(0)}), invalid);
        QCOMPARE(kindOf({with(cash(kPrice), u"amount"_s, money(-kPrice))}), invalid);
        QCOMPARE(kindOf({with(card(kPrice), u"tendered"_s, money(kPrice))}), invalid);
        QCOMPARE(kindOf({with(cash(kPrice), u"reference"_s, u"T-17"_s)}), invalid);
        QCOMPARE(kindOf({with(card(kPrice), u"pan"_s, u"1"_s)}), invalid);
        QCOMPARE(kindOf({with(card(kPrice), u"kind"_s, u"cheque"_s)}), invalid);
        QCOMPARE(kindOf({with(card(kPrice), u"lastFour"_s, u"123"_s)}), invalid);
        QCOMPARE(kindOf({with(card(kPrice), u"reference"_s, u"4111 1111 1111 1111"_s)}), invalid);
        QCOMPARE(kindOf({with(invoice(kPrice), u"payer"_s, u"Ada, 4111-1111-1111-1111"_s)}), invalid);
        QJsonArray nine;
        for (int n = 0; n < 8; ++n)
            nine.append(cash(1));
        nine.append(cash(kPrice - 8));
        QCOMPARE(kindOf(nine), invalid);
        // Neither shape, both, and other ways in the older one.
        QJsonObject sale = saleOf({30}, {cash(kPrice)});
        QCOMPARE(m_clerk->call(u"bookings.checkout"_s, with(sale, u"payment"_s, QJsonObject {{u"kind"_s, u"cash"_s}})).kind(), invalid);
        sale.remove(u"payments"_s);
        QCOMPARE(m_clerk->call(u"bookings.checkout"_s, sale).kind(), invalid);
        QCOMPARE(m_clerk->call(u"bookings.checkout"_s, with(sale, u"payment"_s, QJsonObject {{u"kind"_s, u"card"_s}})).kind(), invalid);
        // Nothing of all that was done, and the seat is held still.
        QCOMPARE(m_clerk->call(u"bookings.list"_s).at(u"bookings"_s).toArray().size(), 0);
        QCOMPARE(kindOf({cash(500), card(kPrice - 500)}), QString());
    }

    void cancelling_paysBackTheSameWays_data() { TestDatabases::addEngines(); }
    void cancelling_paysBackTheSameWays()
    {
        const WireReply sold = sell(*m_clerk, {30, 31}, {cash(1'000), card(2 * kPrice - 1'000)});
        const QJsonValue cardPayment = sold.at(u"booking.payments.1.id"_s);
        QJsonObject cancellation {{u"booking"_s, sold.at(u"booking.id"_s)}, {u"key"_s, newKey()}};
        QCOMPARE(m_clerk->call(u"bookings.cancel"_s, cancellation).kind(), u"refund_reference_missing"_s);
        cancellation.insert(u"cardRefunds"_s, cardRefund(sold.at(u"booking.payments.0.id"_s)));
        QCOMPARE(m_clerk->call(u"bookings.cancel"_s, cancellation).kind(), u"invalid_params"_s);
        cancellation.insert(u"cardRefunds"_s, cardRefund(cardPayment));
        const WireReply cancelled = m_clerk->call(u"bookings.cancel"_s, cancellation);
        QCOMPARE(cancelled.kind(), QString());
        QCOMPARE(cancelled.at(u"booking.payments.2.kind"_s).toString(), u"card"_s);
        QCOMPARE(cancelled.at(u"booking.payments.2.direction"_s).toString(), u"refund"_s);
        QCOMPARE(cancelled.at(u"booking.payments.2.reference"_s).toString(), u"T-18"_s);
        QCOMPARE(cancelled.at(u"booking.payments.2.refunds"_s), cardPayment);
        QCOMPARE(cancelled.at(u"booking.payments.2.amount.amount"_s).toInteger(), 2 * kPrice - 1'000);
        QCOMPARE(cancelled.at(u"booking.payments.3.kind"_s).toString(), u"cash"_s);
        QCOMPARE(cancelled.at(u"booking.payments.3.amount.amount"_s).toInteger(), 1'000);
        QCOMPARE(m_clerk->call(u"bookings.cancel"_s, cancellation).at(u"booking"_s), cancelled.at(u"booking"_s));
    }

    void whatCostsNothing_isForEverybody_data() { TestDatabases::addEngines(); }
    void whatCostsNothing_isForEverybody()
    {
        QFETCH(Engine, engine);
        m_clerk.reset();
        m_house = std::make_unique<TestHouse>(m_databases.create(engine), HouseWishes {.selfServiceCash = false});
        QVERIFY(m_house->visitor(Role::Manager)->call(u"discounts.save"_s, {{u"discount"_s, codeDiscount(u"GIFT"_s, 10'000)}}).ok());
        const auto guest = m_house->visitor(Role::Guest);
        QVERIFY(guest->call(u"holds.acquire"_s, placesOf(event(), {30, 31})).ok());
        const auto saleOf = [this](qint32 seat) { return checkoutOf(event(), {seat}, newKey()); };
        QCOMPARE(guest->call(u"bookings.checkout"_s, saleOf(30)).kind(), u"payment_not_allowed"_s);
        const QJsonObject handedOver {{u"kind"_s, u"cash"_s}, {u"tendered"_s, money(5'000)}};
        QCOMPARE(guest->call(u"bookings.checkout"_s, with(with(saleOf(30), u"code"_s, u"gift"_s), u"payment"_s, handedOver)).kind(), u"payment_not_allowed"_s);
        const WireReply free = guest->call(u"bookings.checkout"_s, with(saleOf(30), u"code"_s, u"gift"_s));
        QCOMPARE(free.kind(), QString());
        QCOMPARE(free.at(u"booking.total.amount"_s).toInteger(), 0);
        // And for another seat that costs nothing either.
        QCOMPARE(guest->call(u"bookings.exchange"_s, exchangeOf(free.at(u"booking"_s), event(), {31}, newKey())).kind(), u"payment_not_allowed"_s);
        QCOMPARE(guest->call(u"bookings.exchange"_s, with(exchangeOf(free.at(u"booking"_s), event(), {31}, newKey()), u"code"_s, u"gift"_s)).kind(), QString());
    }

    void customers_leaveCardsToTheCounter_data() { TestDatabases::addEngines(); }
    void customers_leaveCardsToTheCounter()
    {
        const auto customer = m_house->visitor(Role::Customer);
        const QJsonValue booking = sell(*customer, {30}, {cash(kPrice)}).at(u"booking"_s);
        QVERIFY(m_clerk->call(u"holds.acquire"_s, placesOf(event(), {4})).ok());
        QJsonObject dearer = exchangeOf(booking, event(), {4}, newKey());
        dearer.remove(u"payment"_s);
        dearer.insert(u"payments"_s, QJsonArray {card(TestHouse::kFrontPrice - kPrice)});
        const WireReply moved = m_clerk->call(u"bookings.exchange"_s, dearer);
        QCOMPARE(moved.kind(), QString());
        QJsonObject cancellation {{u"booking"_s, booking[u"id"_s]}, {u"key"_s, newKey()}};
        QCOMPARE(customer->call(u"bookings.cancel"_s, cancellation).kind(), u"payment_not_allowed"_s);
        cancellation.insert(u"cardRefunds"_s, cardRefund(moved.at(u"booking.payments.1.id"_s)));
        QCOMPARE(customer->call(u"bookings.cancel"_s, cancellation).kind(), u"payment_not_allowed"_s);
        QCOMPARE(customer->call(u"bookings.get"_s, {{u"booking"_s, booking[u"id"_s]}}).at(u"booking"_s), moved.at(u"booking"_s));
        QCOMPARE(m_clerk->call(u"bookings.cancel"_s, cancellation).at(u"booking.state"_s).toString(), u"cancelled"_s);
    }

    void whatIsOwed_isPaidOutByTheSameWays_data() { TestDatabases::addEngines(); }
    void whatIsOwed_isPaidOutByTheSameWays()
    {
        const WireReply sold = sell(*m_clerk, {30, 31}, {invoice(1'000), card(2 * kPrice - 1'000)});
        const auto manager = m_house->visitor(Role::Manager);
        const QJsonObject named {{u"event"_s, event().toString()}};
        QVERIFY(manager->call(u"events.cancel"_s, with(with(named, u"version"_s, 1), u"reason"_s, u"Fire"_s)).ok());
        WireReply list = m_clerk->call(u"events.refunds"_s, named);
        while (list.ok() && list.at(u"totals.remaining"_s).toInt() > 0)
            list = m_clerk->call(u"events.refunds"_s, named);
        QCOMPARE(list.at(u"refunds.0.kinds"_s).toArray(), (QJsonArray {u"invoice"_s, u"card"_s}));
        QJsonObject refund = with(with(named, u"booking"_s, sold.at(u"booking.id"_s)), u"key"_s, newKey());
        QCOMPARE(m_clerk->call(u"bookings.refund"_s, refund).kind(), u"refund_reference_missing"_s);
        refund.insert(u"cardRefunds"_s, cardRefund(sold.at(u"booking.payments.1.id"_s)));
        const WireReply paid = m_clerk->call(u"bookings.refund"_s, refund);
        QCOMPARE(paid.kind(), QString());
        QCOMPARE(paid.at(u"booking.payments.2.kind"_s).toString(), u"card"_s);
        QCOMPARE(paid.at(u"booking.payments.3.kind"_s).toString(), u"invoice"_s);
        QCOMPARE(paid.at(u"booking.payments.3.amount.amount"_s).toInteger(), 1'000);
        QVERIFY(paid.at(u"booking.refunds.0.paid"_s).isString());
        QCOMPARE(m_clerk->call(u"bookings.refund"_s, refund).at(u"booking"_s), paid.at(u"booking"_s));
    }
};

QTEST_GUILESS_MAIN(PaymentsTest)
#include "tst_payments.moc"
