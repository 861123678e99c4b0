// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/storage/database.h"
#include "backend/storage/repositories/auditrepository.h"
#include "backend/storage/repositories/bookingrepository.h"
#include "tests/support/auditactions.h"
#include "tests/support/noshowparams.h"
#include "tests/support/testdatabases.h"

#include <QTest>

using namespace parterre;
using namespace parterre::testing;
using namespace Qt::StringLiterals;
using storage::Engine;

namespace {

constexpr qint64 kRear = 2'000; // as definitionIn() has it

// 1.00 a ticket and 2.50 a booking, 7 % and 19 % contained; of a ticket given back 1.00 and a tenth stays.
QJsonObject priceRules()
{
    return {{u"ticketFee"_s, 100}, {u"bookingFee"_s, 250}, {u"taxRate"_s, 700}, {u"feeTaxRate"_s, 1'900}, {u"taxMode"_s, u"included"_s}, {u"cancelFee"_s, 100}, {u"cancelShare"_s, 1'000}};
}

qint64 amountOf(const QJsonValue &money)
{
    return money[u"amount"_s].toInteger();
}

} // namespace

// Discounts, fees, tax and what stays of tickets that are given back, over the wire.
class PricingTest : public QObject
{
    Q_OBJECT

private:
    TestDatabases m_databases;
    std::unique_ptr<TestHouse> m_house;
    std::unique_ptr<WireClient> m_manager;
    std::unique_ptr<WireClient> m_guest;
    EventId m_event;

    // A play that is on sale, with these rules.
    void play(const std::optional<QJsonObject> &rules)
    {
        m_event = *EventId::fromString(newKey());
        QJsonObject definition = definitionIn(*m_house);
        if (rules)
            definition.insert(u"priceRules"_s, *rules);
        const bool isMade = m_manager->call(u"events.create"_s, {{u"event"_s, m_event.toString()}, {u"definition"_s, definition}}).ok()
            && m_manager->call(u"events.setState"_s, {{u"event"_s, m_event.toString()}, {u"version"_s, 1}, {u"state"_s, u"published"_s}}).ok();
        if (!isMade)
            qFatal("the play could not be made");
    }
    void save(const QJsonObject &discount) const
    {
        if (!m_manager->call(u"discounts.save"_s, {{u"discount"_s, discount}}).ok())
            qFatal("the discount could not be saved");
    }
    [[nodiscard]] QJsonObject saleOf(const QList<qint32> &places, const QString &code = {}) const
    {
        const QJsonObject sale = checkoutOf(m_event, places, newKey());
        return code.isEmpty() ? sale : with(sale, u"code"_s, code);
    }
    [[nodiscard]] WireReply quote(const QList<qint32> &places, const QString &code = {}) const
    {
        const QJsonObject asked {{u"items"_s, saleOf(places).value(u"items"_s)}};
        return m_guest->call(u"cart.quote"_s, code.isEmpty() ? asked : with(asked, u"code"_s, code));
    }
    [[nodiscard]] WireReply sell(WireClient &client, const QList<qint32> &places, const QString &code = {}) const
    {
        if (!client.call(u"holds.acquire"_s, placesOf(m_event, places)).ok())
            qFatal("the seats could not be held");
        return client.call(u"bookings.checkout"_s, saleOf(places, code));
    }
    [[nodiscard]] static QJsonObject cancellationOf(const WireReply &sold) { return {{u"booking"_s, sold.at(u"booking.id"_s)}, {u"key"_s, newKey()}}; }
    // Uses of the only discount there is.
    [[nodiscard]] int uses() const { return m_manager->call(u"discounts.list"_s).at(u"discounts.0.uses"_s).toInt(); }

private Q_SLOTS:
    void initTestCase_data() { TestDatabases::addEngines(); }
    void init()
    {
        QFETCH_GLOBAL(Engine, engine);
        m_house = std::make_unique<TestHouse>(m_databases.create(engine));
        m_manager = m_house->visitor(Role::Manager);
        m_guest = m_house->visitor();
    }
    // Whatever was done, the money and the uses add up.
    void cleanup()
    {
        storage::Database database(m_house->database());
        QVERIFY(database.open());
        storage::BookingRepository bookings(database);
        QCOMPARE(*bookings.imbalances(), 0);
        QCOMPARE(*bookings.overRefunds(), 0);
        QCOMPARE(*bookings.miscounts(), 0);
        QCOMPARE(*bookings.strays(), 0);
        m_guest.reset();
        m_manager.reset();
        m_house.reset();
    }

    void checkout_chargesWhatTheQuoteSays()
    {
        play(priceRules());
        save(codeDiscount(u"SPRING"_s, 2'500));
        const WireReply quoted = quote({40, 41}, u" spring "_s);
        QCOMPARE(quoted.kind(), QString());
        QCOMPARE(amountOf(quoted.at(u"lines.0.price"_s)), kRear * 3 / 4 + 100);
        QCOMPARE(amountOf(quoted.at(u"lines.0.parts.discount"_s)), kRear / 4);
        QCOMPARE(quoted.at(u"lines.0.parts.discountName"_s).toString(), u"SPRING"_s);
        QCOMPARE(amountOf(quoted.at(u"lines.0.parts.tax"_s)), 98 + 16);
        QCOMPARE(amountOf(quoted.at(u"charges.0.amount"_s)), 250);
        QCOMPARE(amountOf(quoted.at(u"total"_s)), 2 * (kRear * 3 / 4 + 100) + 250);
        QCOMPARE(amountOf(quoted.at(u"tax"_s)), 2 * (98 + 16) + 40);
        QVERIFY(quoted.at(u"codeTakesOff"_s).toBool());
        QCOMPARE(uses(), 0);

        QVERIFY(m_guest->call(u"holds.acquire"_s, placesOf(m_event, {40, 41})).ok());
        const QJsonObject sale = with(saleOf({40, 41}, u"Spring"_s), u"total"_s, quoted.at(u"total"_s));
        const WireReply sold = m_guest->call(u"bookings.checkout"_s, sale);
        QCOMPARE(sold.kind(), QString());
        QCOMPARE(sold.at(u"booking.total"_s), quoted.at(u"total"_s));
        QCOMPARE(sold.at(u"booking.payments.0.amount"_s), quoted.at(u"total"_s));
        QCOMPARE(sold.at(u"booking.tickets.1.parts"_s), quoted.at(u"lines.1.parts"_s));
        QCOMPARE(sold.at(u"booking.tickets.1.price"_s), quoted.at(u"lines.1.price"_s));
        QCOMPARE(sold.at(u"booking.charges.0.kind"_s).toString(), u"booking_fee"_s);
        QCOMPARE(uses(), 1);
        QCOMPARE(m_guest->call(u"bookings.checkout"_s, sale).at(u"booking.id"_s), sold.at(u"booking.id"_s));
        QCOMPARE(uses(), 1);
        const QJsonValue booking = m_guest->call(u"bookings.get"_s, {{u"booking"_s, sold.at(u"booking.id"_s)}}).at(u"booking"_s);
        QCOMPARE(amountOf(booking[u"tickets"_s][0][u"cancelFee"_s][u"amount"_s]), 100 + 160);
    }

    void withoutRulesAndDiscounts_nothingIsSaidOfParts()
    {
        play({});
        const WireReply sold = sell(*m_guest, {40});
        QCOMPARE(amountOf(sold.at(u"booking.total"_s)), kRear);
        QVERIFY(sold.at(u"booking.tickets.0.parts"_s).isUndefined());
        QVERIFY(sold.at(u"booking.charges"_s).isUndefined());
        QVERIFY(m_guest->call(u"events.get"_s, {{u"event"_s, m_event.toString()}}).at(u"event.priceRules"_s).isUndefined());
        const WireReply cancelled = m_guest->call(u"bookings.cancel"_s, cancellationOf(sold));
        QCOMPARE(amountOf(cancelled.at(u"booking.payments.1.amount"_s)), kRear);
    }

    void reservation_usesItsCodeUntilItEndsUnpaid()
    {
        play({});
        save(codeDiscount(u"SPRING"_s, 2'500));
        const auto clerk = m_house->visitor(Role::Clerk);
        QVERIFY(clerk->call(u"holds.acquire"_s, placesOf(m_event, {40, 41})).ok());
        const WireReply reserved = clerk->call(u"bookings.reserve"_s, with(reservationOf(m_event, {40}, newKey()), u"code"_s, u"spring"_s));
        QCOMPARE(amountOf(reserved.at(u"booking.total"_s)), kRear * 3 / 4);
        QCOMPARE(uses(), 1);
        const WireReply second = clerk->call(u"bookings.reserve"_s, with(reservationOf(m_event, {41}, newKey()), u"code"_s, u"spring"_s));
        QCOMPARE(uses(), 2);
        QVERIFY(clerk->call(u"bookings.cancel"_s, cancellationOf(second)).ok());
        QCOMPARE(uses(), 1);
        const QJsonObject payment {{u"booking"_s, reserved.at(u"booking.id"_s)}, {u"key"_s, newKey()}, {u"payment"_s, QJsonObject {{u"kind"_s, u"cash"_s}}}};
        QCOMPARE(amountOf(clerk->call(u"bookings.pay"_s, payment).at(u"booking.payments.0.amount"_s)), kRear * 3 / 4);
        QCOMPARE(uses(), 1);
    }

    // As clients do that know nothing of them.
    void changeWithoutRules_leavesThemAsTheyAre()
    {
        play(priceRules());
        const auto rules = [this] { return m_guest->call(u"events.get"_s, {{u"event"_s, m_event.toString()}}).at(u"event.priceRules"_s); };
        const auto change = [this](int version, const QJsonObject &definition) {
            return m_manager->call(u"events.update"_s, {{u"event"_s, m_event.toString()}, {u"version"_s, version}, {u"definition"_s, definition}}).kind();
        };
        const QJsonObject renamed = with(definitionIn(*m_house), u"name"_s, u"Another name"_s);
        QCOMPARE(change(2, renamed), QString());
        QCOMPARE(rules(), QJsonValue(priceRules()));
        QJsonObject nothing = priceRules();
        for (const QString &key : nothing.keys()) {
            if (key != u"taxMode"_s)
                nothing.insert(key, 0);
        }
        QCOMPARE(change(3, with(renamed, u"priceRules"_s, with(nothing, u"taxMode"_s, u"included"_s))), QString());
        QVERIFY(rules().isUndefined());
    }

    void discount_holdsFromTheNextTicketOn_untilItIsRemoved()
    {
        play({});
        QJsonObject group = with(groupDiscount(), u"minTickets"_s, 2);
        save(group);
        QCOMPARE(amountOf(quote({40, 41}).at(u"total"_s)), 2 * kRear * 9 / 10);
        QCOMPARE(amountOf(quote({40}).at(u"total"_s)), kRear);
        save(with(with(group, u"share"_s, 5'000), u"version"_s, 1));
        QCOMPARE(amountOf(quote({40, 41}).at(u"total"_s)), kRear);
        m_guest.reset();
        m_manager.reset();
        m_house->restart();
        m_guest = m_house->visitor();
        m_manager = m_house->visitor(Role::Manager);
        QCOMPARE(amountOf(quote({40, 41}).at(u"total"_s)), kRear);
        QVERIFY(m_manager->call(u"discounts.remove"_s, {{u"discount"_s, group.value(u"id"_s)}, {u"version"_s, 2}}).ok());
        QCOMPARE(amountOf(quote({40, 41}).at(u"total"_s)), 2 * kRear);
        const QStringList noted = auditActions(m_house->database(), [&group](const storage::AuditEvent &event) { return event.objectId == group.value(u"id"_s).toString(); });
        QCOMPARE(noted, (QStringList {u"discount.created"_s, u"discount.updated"_s, u"discount.removed"_s}));
    }

    // Everybody can read beforehand what the cart will charge.
    void prices_areShownAsTheyAreCharged()
    {
        play(with(with(with(priceRules(), u"taxMode"_s, u"added"_s), u"taxRate"_s, 2'000), u"bookingFee"_s, 300));
        const WireReply shown = m_guest->call(u"events.get"_s, {{u"event"_s, m_event.toString()}});
        const WireReply quoted = quote({40});
        QCOMPARE(quoted.kind(), QString());
        QVERIFY(amountOf(quoted.at(u"lines.0.price"_s)) > kRear);
        QJsonValue price;
        for (const QJsonValue &each : shown.at(u"event.prices"_s).toArray()) {
            if (each[u"category"_s] == u"rear"_s && each[u"ticketType"_s] == u"adult"_s)
                price = each;
        }
        QCOMPARE(amountOf(price[u"price"_s]), kRear);
        QCOMPARE(price[u"inAll"_s], quoted.at(u"lines.0.price"_s));
        QCOMPARE(shown.at(u"event.summary.bookingFee"_s), quoted.at(u"charges.0.amount"_s));
        QCOMPARE(shown.at(u"event.summary.highestInAll"_s), quote({0}).at(u"lines.0.price"_s));
        const QJsonArray listed = m_guest->call(u"events.search"_s, {{u"limit"_s, 50}}).at(u"events"_s).toArray();
        const auto found = std::find_if(listed.begin(), listed.end(), [this](const QJsonValue &event) { return event[u"id"_s].toString() == m_event.toString(); });
        QVERIFY(found != listed.end());
        for (const QString &key : {u"lowestPrice"_s, u"lowestInAll"_s, u"highestInAll"_s, u"bookingFee"_s})
            QCOMPARE((*found)[key], shown.at(u"event.summary"_s)[key]);
        QVERIFY(m_guest->call(u"holds.acquire"_s, placesOf(m_event, {40})).ok());
        QCOMPARE(m_guest->call(u"cart.get"_s).at(u"lines.0.prices.0.inAll"_s), quoted.at(u"lines.0.price"_s));
        const QJsonObject wish {{u"event"_s, m_event.toString()}, {u"size"_s, 2}, {u"categories"_s, QJsonArray {u"rear"_s}}};
        QCOMPARE(amountOf(m_guest->call(u"seats.suggest"_s, wish).at(u"offers.0.inAll"_s)), 2 * amountOf(quoted.at(u"lines.0.price"_s)));
        // Without rules the price is all there is to say.
        play({});
        const WireReply plain = m_guest->call(u"events.get"_s, {{u"event"_s, m_event.toString()}});
        for (const QString &key : {u"lowestInAll"_s, u"highestInAll"_s, u"bookingFee"_s})
            QVERIFY(plain.at(u"event.summary"_s)[key].isUndefined());
        QVERIFY(plain.at(u"event.prices.0.inAll"_s).isUndefined());
    }

    void discounts_areListedWithTheCurrenciesOfTheHouse()
    {
        const WireReply listed = m_manager->call(u"discounts.list"_s);
        QCOMPARE(listed.at(u"currencies"_s).toArray(), (QJsonArray {u"EUR"_s, u"USD"_s})); // the latest event is in euros
        m_event = *EventId::fromString(newKey());
        QJsonObject later = definitionIn(*m_house, u"Later"_s, 1'000);
        later.insert(u"currency"_s, u"CHF"_s);
        QVERIFY(m_manager->call(u"events.create"_s, {{u"event"_s, m_event.toString()}, {u"definition"_s, later}}).ok());
        QJsonObject bare = later;
        bare.insert(u"currency"_s, u"JPY"_s);
        bare.insert(u"prices"_s, QJsonArray());
        QVERIFY(m_manager->call(u"events.create"_s, {{u"event"_s, newKey()}, {u"definition"_s, bare}}).ok());
        QCOMPARE(m_manager->call(u"discounts.list"_s).at(u"currencies"_s).toArray(), (QJsonArray {u"CHF"_s, u"EUR"_s, u"USD"_s}));
    }

    void earlyBird_isForTheFirstThatAreSold()
    {
        play({});
        QJsonObject early = with(with(groupDiscount(), u"kind"_s, u"early_bird"_s), u"firstTickets"_s, 2);
        early.remove(u"minTickets"_s);
        save(early);
        QCOMPARE(amountOf(sell(*m_guest, {40}).at(u"booking.total"_s)), kRear * 9 / 10);
        QCOMPARE(amountOf(sell(*m_guest, {41, 42}).at(u"booking.total"_s)), kRear * 9 / 10 + kRear);
        QCOMPARE(amountOf(sell(*m_guest, {43}).at(u"booking.total"_s)), kRear);
    }

    void earlyBird_countsWhatItIsFor_alsoAfterAStart()
    {
        play({});
        QJsonObject early = with(with(groupDiscount(), u"kind"_s, u"early_bird"_s), u"firstTickets"_s, 2);
        early.remove(u"minTickets"_s);
        save(with(with(early, u"categories"_s, QJsonArray {u"rear"_s}), u"ticketTypes"_s, QJsonArray {u"adult"_s}));
        QCOMPARE(sell(*m_guest, {0, 1, 2}).kind(), QString()); // the front
        QCOMPARE(amountOf(quote({40}).at(u"total"_s)), kRear * 9 / 10);
        QJsonObject child = saleOf({50});
        QJsonArray items = child.value(u"items"_s).toArray();
        items[0] = with(items.at(0).toObject(), u"ticketType"_s, u"child"_s);
        QVERIFY(m_guest->call(u"holds.acquire"_s, placesOf(m_event, {50})).ok());
        const WireReply sold = m_guest->call(u"bookings.checkout"_s, with(child, u"items"_s, items));
        QCOMPARE(sold.kind(), QString());
        QCOMPARE(amountOf(sell(*m_guest, {40}).at(u"booking.total"_s)), kRear * 9 / 10);
        m_guest.reset();
        m_manager.reset();
        m_house->restart();
        m_guest = m_house->visitor();
        m_manager = m_house->visitor(Role::Manager);
        QCOMPARE(amountOf(sell(*m_guest, {41}).at(u"booking.total"_s)), kRear * 9 / 10);
        QCOMPARE(amountOf(quote({42}).at(u"total"_s)), kRear);
    }

    // The ticket that comes back is still sold while the other one is priced.
    void earlyBird_staysWithWhoExchanges()
    {
        play({});
        QJsonObject early = with(with(groupDiscount(), u"kind"_s, u"early_bird"_s), u"firstTickets"_s, 2);
        early.remove(u"minTickets"_s);
        save(early);
        const WireReply sold = sell(*m_guest, {40, 41});
        QCOMPARE(amountOf(sold.at(u"booking.total"_s)), 2 * kRear * 9 / 10);
        QVERIFY(m_guest->call(u"holds.acquire"_s, placesOf(m_event, {42})).ok());
        QJsonObject question {{u"items"_s, saleOf({42}).value(u"items"_s)}, {u"booking"_s, sold.at(u"booking.id"_s)}, {u"givenBack"_s, QJsonArray {sold.at(u"booking.tickets.0.number"_s)}}};
        QCOMPARE(amountOf(m_guest->call(u"cart.quote"_s, question).at(u"total"_s)), kRear * 9 / 10);
        const WireReply moved = m_guest->call(u"bookings.exchange"_s, exchangeOf(sold.at(u"booking"_s), m_event, {42}, newKey()));
        QCOMPARE(amountOf(moved.at(u"booking.total"_s)), 2 * kRear * 9 / 10);
        // Nobody else has it: two are sold.
        QCOMPARE(amountOf(quote({43}).at(u"total"_s)), kRear);
    }

    // In the memory of the house, too.
    void deletedEvent_takesItsCodesAlongAtOnce()
    {
        play({});
        const EventId gone = m_event;
        save(with(codeDiscount(u"OPENING"_s, 1'000), u"event"_s, gone.toString()));
        play({});
        QCOMPARE(quote({40}, u"opening"_s).kind(), u"code_not_valid"_s);
        QVERIFY(m_manager->call(u"events.delete"_s, {{u"event"_s, gone.toString()}, {u"version"_s, 2}}).ok());
        QCOMPARE(quote({40}, u"opening"_s).kind(), u"code_unknown"_s);
        QVERIFY(m_manager->call(u"discounts.list"_s).at(u"discounts"_s).toArray().isEmpty());
    }

    // Whoever asks at the same moment, whichever server it is.
    void code_isUsedNoMoreOftenThanItMay()
    {
        constexpr int kBuyers = 8;
        constexpr int kUses = 3;
        play({});
        save(with(codeDiscount(u"FEW"_s, 1'000), u"maxUses"_s, kUses));
        std::vector<std::unique_ptr<WireClient>> buyers;
        QList<qint64> requests;
        for (int i = 0; i < kBuyers; ++i) {
            buyers.push_back(m_house->visitor());
            QVERIFY(buyers.back()->call(u"holds.acquire"_s, placesOf(m_event, {40 + i})).ok());
        }
        for (int i = 0; i < kBuyers; ++i)
            requests.append(buyers[std::size_t(i)]->send(u"bookings.checkout"_s, saleOf({40 + i}, u"few"_s)));
        QList<WireReply> sold;
        for (int i = 0; i < kBuyers; ++i) {
            const WireReply reply = buyers[std::size_t(i)]->await(requests.at(i));
            if (reply.ok())
                sold.append(reply);
            else
                QCOMPARE(reply.kind(), u"code_used_up"_s);
        }
        QCOMPARE(sold.size(), kUses);
        QCOMPARE(uses(), kUses);
        QCOMPARE(quote({60}, u"FEW"_s).kind(), u"code_used_up"_s);
        // It is refused after a start, too, and comes back with the whole booking.
        QVERIFY(m_manager->call(u"bookings.cancel"_s, cancellationOf(sold.constFirst())).ok());
        QCOMPARE(uses(), kUses - 1);
        QCOMPARE(sell(*m_guest, {60}, u"FEW"_s).kind(), QString());
        QCOMPARE(sell(*m_guest, {61}, u"FEW"_s).kind(), u"code_used_up"_s);
    }

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

QTEST_GUILESS_MAIN(PricingTest)
#include "tst_quotes.moc"
