// SPDX-License-Identifier: GPL-3.0-or-later
#include "pricedhouse.h"
#include "backend/storage/repositories/auditrepository.h"
#include "tests/support/auditactions.h"

using namespace parterre;
using namespace parterre::testing;
using namespace Qt::StringLiterals;
using storage::Engine;

// Discounts, fees and tax, over the wire.
class PricingTest : public PricedHouseTest
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { TestDatabases::addEngines(); }
    void init() { open(); }
    void cleanup() { close(); }

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
};

QTEST_GUILESS_MAIN(PricingTest)
#include "tst_quotes.moc"
