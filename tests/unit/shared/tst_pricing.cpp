// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/domain/pricing.h"

#include <QRandomGenerator>
#include <QTest>

#include <algorithm>
#include <numeric>

using namespace parterre;
using namespace Qt::StringLiterals;

namespace {

EventId eventNumber(int n)
{
    return EventId(QUuid(1, 0, 0x7000, 0x80, 0, 0, 0, 0, 0, 0, static_cast<uchar>(n)));
}

DiscountId discountNumber(int n)
{
    return DiscountId(QUuid(2, 0, 0x7000, 0x80, 0, 0, 0, 0, 0, 0, static_cast<uchar>(n)));
}

Money euros(qint64 cents)
{
    return {.amount = cents};
}

PriceItem adult(qint64 base = 1'000, const PriceRules &rules = {})
{
    static qint32 place = 0; // the next one each time
    return {.event = eventNumber(1), .place = place++, .category = u"stalls"_s, .ticketType = u"adult"_s, .base = euros(base), .rules = rules};
}

PriceItem child(qint64 base = 500)
{
    static qint32 place = 1'000;
    return {.event = eventNumber(1), .place = place++, .category = u"stalls"_s, .ticketType = u"child"_s, .base = euros(base)};
}

Discount percent(int number, qint32 share, DiscountKind kind = DiscountKind::EarlyBird)
{
    Discount discount {.id = discountNumber(number), .name = u"Off %1"_s.arg(number), .kind = kind, .share = share};
    if (kind == DiscountKind::EarlyBird)
        discount.until = Instant(std::chrono::hours(1'000'000));
    if (kind == DiscountKind::Code)
        discount.code = u"SPRING"_s;
    return discount;
}

QList<qint64> pricesOf(const Pricing &pricing)
{
    QList<qint64> prices;
    for (const PricedTicket &ticket : pricing.tickets)
        prices.append(ticket.price.amount);
    return prices;
}

QList<qint64> discountsOf(const Pricing &pricing)
{
    QList<qint64> discounts;
    for (const PricedTicket &ticket : pricing.tickets)
        discounts.append(ticket.parts.discount.amount);
    return discounts;
}

QHash<EventId, QList<SoldCount>> sold(qint32 tickets)
{
    return {{eventNumber(1), {{.ticketType = u"adult"_s, .tickets = tickets}}}};
}

// Anything that a house may come up with.
class RandomHouse
{
public:
    explicit RandomHouse(quint32 seed) : m_random(seed) {}

    int upTo(int most) { return m_random.bounded(most + 1); }

    PriceRules rules()
    {
        return {.ticketFee = upTo(2) * 75,
                .bookingFee = upTo(2) * 133,
                .taxRate = upTo(2) * 737,
                .feeTaxRate = upTo(2) * 950,
                .taxMode = upTo(1) == 0 ? TaxMode::Included : TaxMode::Added,
                .cancelFee = upTo(3) * 101,
                .cancelShare = upTo(4) * 2'500};
    }
    QList<PriceItem> items()
    {
        QList<PriceRules> ofEvents {rules(), rules(), rules()};
        QList<PriceItem> items;
        for (int i = upTo(11); i >= 0; --i) {
            const int event = upTo(2);
            items.append({.event = eventNumber(event),
                          .place = 100 - i,
                          .category = upTo(1) == 0 ? u"stalls"_s : u"circle"_s,
                          .ticketType = upTo(1) == 0 ? u"adult"_s : u"child"_s,
                          .base = euros(upTo(5) * 333),
                          .rules = ofEvents.at(event)});
        }
        return items;
    }
    QList<Discount> discounts()
    {
        QList<Discount> discounts;
        for (int i = upTo(6); i > 0; --i) {
            Discount discount = percent(i, 1 + upTo(9'999), static_cast<DiscountKind>(upTo(3)));
            if (upTo(2) == 0) {
                discount.share = 0;
                discount.amount = euros(1 + upTo(2'000));
            }
            if (upTo(2) == 0)
                discount.ticketTypes = {u"adult"_s};
            if (upTo(2) == 0)
                discount.event = eventNumber(upTo(2));
            if (discount.kind == DiscountKind::Code)
                discount.maxTickets = upTo(1) == 0 ? std::nullopt : std::optional(1 + upTo(3));
            if (discount.kind == DiscountKind::Group)
                discount.minTickets = 2 + upTo(3);
            if (discount.kind == DiscountKind::EarlyBird)
                discount.firstTickets = 1 + upTo(6);
            if (discount.kind == DiscountKind::Bundle && upTo(1) == 0)
                discount.minEvents = 2;
            else if (discount.kind == DiscountKind::Bundle)
                discount.parts = {{.ticketType = u"adult"_s, .count = 1 + upTo(1)}, {.ticketType = u"child"_s, .count = 1}};
            if (faultIn(discount).isEmpty())
                discounts.append(discount);
        }
        return discounts;
    }
    template<class T>
    void shuffle(QList<T> &list)
    {
        std::shuffle(list.begin(), list.end(), m_random);
    }

private:
    QRandomGenerator m_random;
};

} // namespace

class TestPricing : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void withoutDiscountsAndRules_priceIsBase()
    {
        const Pricing pricing = priceOf({adult(), child()}, {}, {});
        QCOMPARE(pricesOf(pricing), (QList<qint64> {1'000, 500}));
        QVERIFY(isPlain(pricing.tickets.constFirst()));
        QVERIFY(pricing.charges.isEmpty());
    }

    void percent_isRoundedForEachTicket_halfAwayFromZero()
    {
        // 12.5 % of 4 cents is half a cent; three times that together would be 2, not 3.
        QCOMPARE(discountsOf(priceOf({adult(4), adult(4), adult(4)}, {percent(1, 1'250)}, {})), (QList<qint64> {1, 1, 1}));
        QCOMPARE(discountsOf(priceOf({adult(3)}, {percent(1, 1'250)}, {})), QList<qint64> {0});
    }

    void ofSeveralDiscounts_theOneThatTakesMost()
    {
        Discount fixed {.id = discountNumber(2), .name = u"Fixed"_s, .kind = DiscountKind::EarlyBird, .amount = euros(300), .until = Instant(std::chrono::hours(1))};
        const Pricing pricing = priceOf({adult(2'000), adult(1'000)}, {percent(1, 2'000), fixed}, {});
        QCOMPARE(discountsOf(pricing), (QList<qint64> {400, 300}));
        QCOMPARE(*pricing.tickets.at(0).discount, discountNumber(1));
        QCOMPARE(*pricing.tickets.at(1).parts.discountName, u"Fixed"_s);
    }

    void ofEqualDiscounts_theOneWithTheLesserId()
    {
        QCOMPARE(*priceOf({adult()}, {percent(2, 1'000), percent(1, 1'000)}, {}).tickets.constFirst().discount, discountNumber(1));
    }

    void fixedAmount_neverGoesBelowNothing_norIntoAnotherCurrency()
    {
        Discount fixed = percent(1, 0);
        fixed.amount = euros(1'200);
        QCOMPARE(pricesOf(priceOf({adult(1'000)}, {fixed}, {})), QList<qint64> {0});
        fixed.amount = Money {.amount = 100, .currency = *Currency::fromCode(u"CHF")};
        QCOMPARE(pricesOf(priceOf({adult(1'000)}, {fixed}, {})), QList<qint64> {1'000});
    }

    void code_isWhatWasTyped_inAnyCase_andForSoManyTickets()
    {
        Discount code = percent(1, 5'000, DiscountKind::Code);
        code.maxTickets = 1;
        const QList<PriceItem> items {adult(1'000), adult(2'000)};
        QCOMPARE(discountsOf(priceOf(items, {code}, {})), (QList<qint64> {0, 0}));
        QCOMPARE(discountsOf(priceOf(items, {code}, {.code = u"autumn"_s})), (QList<qint64> {0, 0}));
        const Pricing used = priceOf(items, {code}, {.code = u" spring"_s});
        QCOMPARE(discountsOf(used), (QList<qint64> {0, 1'000}));
        QCOMPARE(used.codesUsed, QList<DiscountId> {code.id});
    }

    void code_thatTakesLessThanAnother_isNotUsed()
    {
        QVERIFY(priceOf({adult()}, {percent(1, 1'000, DiscountKind::Code), percent(2, 2'000)}, {.code = u"SPRING"_s}).codesUsed.isEmpty());
    }

    void time_beginsWithFrom_andEndsBeforeUntil()
    {
        Discount discount = percent(1, 1'000);
        discount.from = Instant(std::chrono::seconds(10));
        discount.until = Instant(std::chrono::seconds(20));
        const auto off = [&](int second) { return discountsOf(priceOf({adult()}, {discount}, {.now = Instant(std::chrono::seconds(second))})).constFirst(); };
        QCOMPARE(off(9), 0);
        QCOMPARE(off(10), 100);
        QCOMPARE(off(19), 100);
        QCOMPARE(off(20), 0);
    }

    void filters_andScope()
    {
        Discount discount = percent(1, 1'000);
        discount.ticketTypes = {u"child"_s};
        QCOMPARE(discountsOf(priceOf({adult(), child()}, {discount}, {})), (QList<qint64> {0, 50}));
        discount = percent(1, 1'000);
        discount.categories = {u"circle"_s};
        QCOMPARE(discountsOf(priceOf({adult()}, {discount}, {})), QList<qint64> {0});
        discount = percent(1, 1'000);
        discount.event = eventNumber(2);
        QCOMPARE(discountsOf(priceOf({adult()}, {discount}, {})), QList<qint64> {0});
        discount = percent(1, 1'000);
        discount.series = SeriesId(QUuid(7, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1));
        PriceItem ofSeries = adult();
        ofSeries.series = discount.series;
        QCOMPARE(discountsOf(priceOf({adult(), ofSeries}, {discount}, {})), (QList<qint64> {0, 100}));
    }

    void group_isOfOneEvent()
    {
        Discount group = percent(1, 1'000, DiscountKind::Group);
        group.minTickets = 2;
        PriceItem elsewhere = adult();
        elsewhere.event = eventNumber(2);
        QCOMPARE(discountsOf(priceOf({adult(), elsewhere}, {group}, {})), (QList<qint64> {0, 0}));
        QCOMPARE(discountsOf(priceOf({adult(), elsewhere, adult()}, {group}, {})), (QList<qint64> {100, 0, 100}));
    }

    void earlyBird_isForTheFirstTickets()
    {
        Discount early = percent(1, 1'000);
        early.firstTickets = 5;
        QCOMPARE(discountsOf(priceOf({adult(), adult()}, {early}, {.sold = sold(4)})), (QList<qint64> {100, 0}));
        QCOMPARE(discountsOf(priceOf({adult(), adult()}, {early}, {.sold = sold(9)})), (QList<qint64> {0, 0}));
    }

    void earlyBird_countsThoseThatItIsFor()
    {
        Discount early = percent(1, 1'000);
        early.firstTickets = 5;
        early.categories = {u"stalls"_s};
        PriceItem stalls = adult();
        stalls.category = u"stalls"_s;
        const auto discount = [&](const QList<SoldCount> &counts) { return discountsOf(priceOf({stalls}, {early}, {.sold = {{eventNumber(1), counts}}})).constFirst(); };
        QCOMPARE(discount({{.category = u"circle"_s, .ticketType = u"adult"_s, .tickets = 20}}), 100);
        QCOMPARE(discount({{.category = u"stalls"_s, .ticketType = u"adult"_s, .tickets = 3}, {.category = u"stalls"_s, .ticketType = u"child"_s, .tickets = 2}}), 0);
        early.ticketTypes = {u"adult"_s};
        QCOMPARE(discount({{.category = u"stalls"_s, .ticketType = u"adult"_s, .tickets = 3}, {.category = u"stalls"_s, .ticketType = u"child"_s, .tickets = 2}}), 100);
        QCOMPARE(discount({{.category = u"stalls"_s, .tickets = 5}}), 0); // sold elsewhere: as what is not known
    }

    // Who exchanges one of the first is one of the first.
    void earlyBird_doesNotCountWhatComesBack()
    {
        Discount early = percent(1, 1'000);
        early.firstTickets = 2;
        QCOMPARE(discountsOf(priceOf({adult()}, {early}, {.sold = sold(2), .isExchange = true})), (QList<qint64> {0}));
        QCOMPARE(discountsOf(priceOf({adult(), adult()}, {early}, {.sold = sold(2), .givenBack = {adult()}, .isExchange = true})), (QList<qint64> {100, 0}));
        PriceItem elsewhere = adult();
        elsewhere.event = eventNumber(2);
        QCOMPARE(discountsOf(priceOf({adult()}, {early}, {.sold = sold(2), .givenBack = {elsewhere}, .isExchange = true})), (QList<qint64> {0}));
        early.ticketTypes = {u"adult"_s};
        QCOMPARE(discountsOf(priceOf({adult()}, {early}, {.sold = sold(2), .givenBack = {child()}, .isExchange = true})), (QList<qint64> {0}));
    }

    void equalTickets_haveItByTheirPlaces_notByTheirOrder()
    {
        const PriceItem first = adult(), second = adult(), third = adult();
        PriceItem elsewhere = adult();
        elsewhere.event = eventNumber(2);
        Discount code = percent(1, 1'000, DiscountKind::Code);
        code.maxTickets = 2;
        const PriceFacts facts {.code = u"spring"_s};
        QCOMPARE(discountsOf(priceOf({first, second, third, elsewhere}, {code}, facts)), (QList<qint64> {100, 100, 0, 0}));
        QCOMPARE(discountsOf(priceOf({elsewhere, third, second, first}, {code}, facts)), (QList<qint64> {0, 0, 100, 100}));
    }

    void bundle_isOfCompleteSets()
    {
        Discount family = percent(1, 1'000, DiscountKind::Bundle);
        family.parts = {{.ticketType = u"adult"_s, .count = 2}, {.ticketType = u"child"_s, .count = 1}};
        QCOMPARE(discountsOf(priceOf({adult(), child()}, {family}, {})), (QList<qint64> {0, 0}));
        QCOMPARE(discountsOf(priceOf({adult(), adult(1'500), adult(), child(), child()}, {family}, {})), (QList<qint64> {100, 150, 0, 50, 0}));
    }

    void bundle_ofSeveralEvents()
    {
        Discount pass = percent(1, 1'000, DiscountKind::Bundle);
        pass.minEvents = 2;
        PriceItem elsewhere = adult(700);
        elsewhere.event = eventNumber(2);
        QCOMPARE(discountsOf(priceOf({adult(), adult()}, {pass}, {})), (QList<qint64> {0, 0}));
        QCOMPARE(discountsOf(priceOf({adult(), elsewhere}, {pass}, {})), (QList<qint64> {100, 70}));
    }

    // Of the booking that is exchanged in part: it keeps its price, and the others are no fewer for it.
    void whatStays_countsForGroups()
    {
        Discount group = percent(1, 1'000, DiscountKind::Group);
        group.minTickets = 3;
        group.ticketTypes = {u"adult"_s};
        const auto discounted = [&group](const QList<PriceItem> &staying) { return discountsOf(priceOf({adult()}, {group}, {.isExchange = true, .staying = staying})).constFirst(); };
        PriceItem elsewhere = adult();
        elsewhere.event = eventNumber(2);
        QCOMPARE(discounted({adult(), adult()}), 100);
        QCOMPARE(discounted({adult()}), 0);
        QCOMPARE(discounted({adult(), child()}), 0);
        QCOMPARE(discounted({adult(), elsewhere}), 0);
    }

    // Or whoever exchanges ticket after ticket would have it for all of them.
    void whatStaysWithACode_countsAmongTheTicketsThatItIsGoodFor()
    {
        Discount code = percent(1, 1'000, DiscountKind::Code);
        code.maxTickets = 2;
        PriceItem discounted = adult();
        discounted.discountName = code.name;
        PriceItem otherwise = adult();
        otherwise.discountName = u"Family"_s;
        const auto discounts = [&code](const QList<PriceItem> &staying) {
            return discountsOf(priceOf({adult(), adult(), adult()}, {code}, {.code = u"spring"_s, .isExchange = true, .staying = staying}));
        };
        QCOMPARE(discounts({otherwise, adult()}), (QList<qint64> {100, 100, 0}));
        QCOMPARE(discounts({discounted, adult()}), (QList<qint64> {100, 0, 0}));
        QCOMPARE(discounts({discounted, discounted, discounted}), (QList<qint64> {0, 0, 0}));
    }

    void whatStays_countsForBundles_andTakesItsPartOfThem()
    {
        Discount family = percent(1, 1'000, DiscountKind::Bundle);
        family.parts = {{.ticketType = u"adult"_s, .count = 2}, {.ticketType = u"child"_s, .count = 1}};
        const auto discounts = [&family](const QList<PriceItem> &items, const QList<PriceItem> &staying) { return discountsOf(priceOf(items, {family}, {.isExchange = true, .staying = staying})); };
        QCOMPARE(discounts({adult()}, {adult(), child()}), (QList<qint64> {100}));
        QCOMPARE(discounts({adult(), adult()}, {adult(), child()}), (QList<qint64> {100, 0}));
        QCOMPARE(discounts({adult()}, {adult(), adult(), child()}), (QList<qint64> {0})); // that set is whole without it
        QCOMPARE(discounts({child()}, {adult(), adult(), adult(), adult(), child()}), (QList<qint64> {50}));
        Discount pass = percent(2, 1'000, DiscountKind::Bundle);
        pass.minEvents = 2;
        PriceItem elsewhere = adult();
        elsewhere.event = eventNumber(2);
        QCOMPARE(discountsOf(priceOf({adult()}, {pass}, {.isExchange = true, .staying = {elsewhere}})), (QList<qint64> {100}));
        QCOMPARE(discountsOf(priceOf({adult()}, {pass}, {.isExchange = true, .staying = {adult()}})), (QList<qint64> {0}));
    }

    void fees_areOnTicketsThatCostSomething_andOnceOnTheBooking()
    {
        const PriceRules rules {.ticketFee = 100, .bookingFee = 250};
        PriceItem dear = adult(2'000, {.bookingFee = 300});
        dear.event = eventNumber(2);
        const Pricing pricing = priceOf({adult(1'000, rules), adult(0, rules), dear}, {}, {});
        QCOMPARE(pricesOf(pricing), (QList<qint64> {1'100, 0, 2'000}));
        QCOMPARE(pricing.charges.size(), 1);
        QCOMPARE(pricing.charges.constFirst().amount, euros(300));
        QCOMPARE(pricing.charges.constFirst().event, eventNumber(2));
        QCOMPARE(pricing.total(), 3'400);
        QVERIFY(priceOf({adult(0, rules)}, {}, {}).charges.isEmpty());
        // Of two events with the same one it is the lesser's, whose tax may be another.
        const PriceItem here = adult(1'000, {.bookingFee = 300, .feeTaxRate = 700});
        for (const QList<PriceItem> &cart : {QList<PriceItem> {here, dear}, QList<PriceItem> {dear, here}}) {
            const Charge fee = priceOf(cart, {}, {}).charges.constFirst();
            QCOMPARE(fee.event, eventNumber(1));
            QCOMPARE(fee.tax, euros(20));
        }
        QVERIFY(priceOf({adult(1'000, rules)}, {}, {.isExchange = true}).charges.isEmpty());
    }

    void tax_isContained_orAdded_withARateOfItsOwnForFees()
    {
        PriceRules rules {.ticketFee = 119, .taxRate = 700, .feeTaxRate = 1'900};
        PricedTicket ticket = priceOf({adult(1'070, rules)}, {}, {}).tickets.constFirst();
        QCOMPARE(ticket.price, euros(1'189));
        QCOMPARE(ticket.parts.tax, euros(70 + 19));
        rules.taxMode = TaxMode::Added;
        ticket = priceOf({adult(1'000, rules)}, {}, {}).tickets.constFirst();
        QCOMPARE(ticket.price, euros(1'000 + 70 + 119 + 23)); // 22.61 of the fee
        QCOMPARE(ticket.parts.tax, euros(93));
    }

    // What is shown before anything is in a cart is what the cart charges.
    void whatIsShown_isWhatATicketIsPricedAt()
    {
        const PriceRules added {.ticketFee = 150, .bookingFee = 300, .taxRate = 2'000, .feeTaxRate = 2'000, .taxMode = TaxMode::Added};
        QCOMPARE(inAll(euros(1'250), added), std::optional(euros(1'680)));
        QCOMPARE(inAll(euros(1'250), added), std::optional(priceOf({adult(1'250, added)}, {}, {}).tickets.constFirst().price));
        QCOMPARE(bookingFeeOf(added, {}), std::optional(priceOf({adult(1'250, added)}, {}, {}).charges.constFirst().amount));
        QCOMPARE(bookingFeeOf(added, {}), std::optional(euros(360)));
        QCOMPARE(inAll(euros(0), added), std::nullopt); // free of fees, too
        QCOMPARE(inAll(euros(1'250), {.taxRate = 2'000}), std::nullopt); // it is contained
        QCOMPARE(bookingFeeOf({}, {}), std::nullopt);
    }

    void whateverTheHouseComesUpWith_sumsAreRight_andNoOrderMeansAnything()
    {
        for (quint32 seed = 0; seed < 4'000; ++seed) {
            RandomHouse house(seed);
            const QList<PriceItem> items = house.items();
            QList<Discount> discounts = house.discounts();
            PriceFacts facts {.code = u"Spring"_s};
            facts.sold = sold(house.upTo(4));
            if (house.upTo(2) == 0)
                facts.staying = house.items();
            const Pricing pricing = priceOf(items, discounts, facts);
            qint64 sum = 0;
            qint64 tax = 0;
            for (qsizetype i = 0; i < items.size(); ++i) {
                const PricedTicket &ticket = pricing.tickets.at(i);
                const PriceParts &parts = ticket.parts;
                const qint64 shown = parts.base.amount - parts.discount.amount + parts.fee.amount;
                QVERIFY(parts.base == items.at(i).base && parts.discount.amount >= 0 && parts.discount.amount <= parts.base.amount);
                QCOMPARE(ticket.discount.has_value(), parts.discount.amount > 0);
                QCOMPARE(ticket.price.amount, items.at(i).rules.taxMode == TaxMode::Added ? shown + parts.tax.amount : shown);
                QVERIFY(parts.tax.amount >= 0 && parts.tax.amount <= ticket.price.amount);
                const CancelFee kept = cancelFeeOf(items.at(i).rules, ticket.price);
                QVERIFY(kept.amount.amount >= 0 && kept.amount.amount <= ticket.price.amount && kept.tax.amount <= kept.amount.amount);
                sum += ticket.price.amount;
                tax += parts.tax.amount;
            }
            QList<Ticket> sold;
            for (qsizetype i = 0; i < items.size(); ++i) {
                const PricedTicket &ticket = pricing.tickets.at(i);
                sold.append({.event = items.at(i).event, .price = ticket.price, .cancelFee = cancelFeeOf(items.at(i).rules, ticket.price)});
            }
            const qint64 given = std::accumulate(sold.begin(), sold.end(), qint64(0), [](qint64 all, const Ticket &ticket) { return all + ticket.price.amount; });
            const qint64 taken = house.upTo(static_cast<int>(given) + 100);
            const qint64 stays = sumOf(exchangeChargesOf(sold, taken, {}));
            QVERIFY(stays >= 0 && stays <= std::max<qint64>(0, given - taken));
            QVERIFY(stays <= sumOf(cancelChargesOf(sold, {})));
            QCOMPARE(sumOf(exchangeChargesOf(sold, 0, {})), sumOf(cancelChargesOf(sold, {})));
            for (const Charge &charge : pricing.charges) {
                QVERIFY(charge.tax.amount >= 0 && charge.tax.amount <= charge.amount.amount);
                sum += charge.amount.amount;
                tax += charge.tax.amount;
            }
            QCOMPARE(pricing.total(), sum);
            QCOMPARE(pricing.tax(), tax);
            for (int times = 0; times < 3; ++times) {
                house.shuffle(discounts);
                const Pricing again = priceOf(items, discounts, facts);
                QCOMPARE(pricesOf(again), pricesOf(pricing));
                for (qsizetype i = 0; i < items.size(); ++i)
                    QCOMPARE(again.tickets.at(i).discount, pricing.tickets.at(i).discount);
                QList<qsizetype> order(items.size());
                std::iota(order.begin(), order.end(), 0);
                house.shuffle(order);
                QList<PriceItem> mixed;
                for (const qsizetype item : std::as_const(order))
                    mixed.append(items.at(item));
                const Pricing ofMixed = priceOf(mixed, discounts, facts);
                for (qsizetype i = 0; i < items.size(); ++i) {
                    const PricedTicket &ticket = ofMixed.tickets.at(i);
                    const PricedTicket &before = pricing.tickets.at(order.at(i));
                    QCOMPARE(ticket.discount, before.discount);
                    QCOMPARE(ticket.price, before.price);
                    QCOMPARE(ticket.parts, before.parts);
                }
                QCOMPARE(ofMixed.charges, pricing.charges);
                QCOMPARE(ofMixed.codesUsed, pricing.codesUsed);
            }
        }
    }

    void whatBelongsToAnotherKind_isAFault()
    {
        QVERIFY(faultIn(percent(1, 1'000)).isEmpty());
        Discount discount = percent(1, 1'000);
        discount.code = u"SPRING"_s;
        QVERIFY(!faultIn(discount).isEmpty());
        QVERIFY(!faultIn(percent(1, 0)).isEmpty());
        QVERIFY(!faultIn(percent(1, 10'001)).isEmpty());
        QVERIFY(!faultIn(percent(1, 1'000, DiscountKind::Group)).isEmpty());
        QVERIFY(!faultIn(percent(1, 1'000, DiscountKind::Bundle)).isEmpty());
        discount = percent(1, 1'000);
        discount.until.reset();
        QVERIFY(!faultIn(discount).isEmpty());
        discount.firstTickets = 20;
        QVERIFY(faultIn(discount).isEmpty());
        discount.amount = euros(100);
        QVERIFY(!faultIn(discount).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestPricing)
#include "tst_pricing.moc"
