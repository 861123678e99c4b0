// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/storage/repositories/auditrepository.h"
#include "backend/storage/repositories/bookingrepository.h"
#include "backend/storage/repositories/discountrepository.h"
#include "backend/storage/repositories/eventrepository.h"
#include "tests/storage/storageharness.h"

#include <QTest>

using namespace parterre;
using namespace parterre::storage;
using namespace parterre::testing;
using namespace Qt::StringLiterals;

// Discounts, uses of codes, what prices are made of, and charges, looked at through a second connection.
class DiscountsTest : public QObject
{
    Q_OBJECT

private:
    TestDatabases m_databases;
    ManualClock m_clock;
    CountingIds m_ids;
    std::unique_ptr<StorageHarness> m_harness;
    SampleHouse m_house;

    BookingRepository bookings() { return BookingRepository(m_harness->database()); }
    [[nodiscard]] AuditContext audit() const { return {.at = m_clock.utcNow(), .actor = m_house.clerk}; }
    Result<CountedDiscount> save(const Discount &discount)
    {
        Database &database = m_harness->database();
        return database.transact([&] { return DiscountRepository(database).save(discount, audit()); });
    }
    Discount code(const QString &word, std::optional<qint32> maxUses = {})
    {
        return {.id = m_ids.make<DiscountId>(), .name = word, .kind = DiscountKind::Code, .share = 1'000, .code = word, .maxUses = maxUses};
    }
    Discount saved(const Discount &discount)
    {
        const auto kept = save(discount);
        if (!kept)
            qFatal("%s", qPrintable(kept.error().detail));
        return kept->discount;
    }
    qint32 usesOf(const Discount &discount) { return DiscountRepository(m_harness->database()).get(discount.id)->uses; }
    // A ticket of 20.00, of which 2.00 were taken off and 1.00 added, with a charge of 2.50.
    CheckoutWrite sale(qint32 place, const QString &key, const QList<DiscountId> &codes)
    {
        CheckoutWrite write = checkoutOf(m_house, {place}, key, m_ids, m_clock);
        Booking &booking = write.booking;
        booking.tickets[0].price.amount = 1'900;
        booking.tickets[0].parts = PriceParts {.base = {2'000, {}}, .discount = {200, {}}, .discountName = u"Spring"_s, .fee = {100, {}}, .tax = {134, {}}};
        booking.charges = {{.kind = ChargeKind::BookingFee, .event = m_house.event.summary.id, .amount = {250, {}}, .tax = {40, {}}, .at = m_clock.utcNow()}};
        booking.total.amount = 2'150;
        booking.payments[0].amount = booking.total;
        write.codes = codes;
        return write;
    }
    // From now on so much stays of a ticket that is given back.
    void setCancelFee(qint64 fee)
    {
        Database &database = m_harness->database();
        Event changed = m_house.event;
        changed.priceRules = PriceRules {.feeTaxRate = 1'900, .cancelFee = fee};
        const auto updated = database.transact([&] { return EventRepository(database).update(m_house.event, changed, audit()); });
        if (!updated)
            qFatal("%s", qPrintable(updated.error().detail));
        m_house.event = *updated;
    }

private Q_SLOTS:
    void initTestCase_data() { TestDatabases::addEngines(); }
    void init()
    {
        QFETCH_GLOBAL(Engine, engine);
        m_harness = std::make_unique<StorageHarness>(StorageOptions {.database = m_databases.create(engine)}, m_clock);
        m_house = SampleHouse::build(m_harness->database(), m_ids, m_clock);
    }
    // Whatever was done.
    void cleanup()
    {
        QCOMPARE(*bookings().imbalances(), 0);
        QCOMPARE(*bookings().overRefunds(), 0);
        QCOMPARE(*bookings().miscounts(), 0);
        QCOMPARE(*bookings().strays(), 0);
        QVERIFY(!AuditRepository(m_harness->database()).verify()->firstBad);
        m_harness.reset();
    }

    void discount_comesBackAsItWentIn()
    {
        const Instant now = m_clock.utcNow();
        Discount bundle {.id = m_ids.make<DiscountId>(),
                         .name = u"Famille"_s,
                         .kind = DiscountKind::Bundle,
                         .amount = Money {300, {}},
                         .event = m_house.event.summary.id,
                         .categories = {u"stalls"_s, u"circle"_s},
                         .from = now,
                         .until = now + std::chrono::hours(1),
                         .parts = {{.ticketType = u"adult"_s, .count = 2}, {.ticketType = u"child"_s, .count = 3}}};
        const auto first = save(bundle);
        QVERIFY2(first, first ? "" : qPrintable(first.error().detail));
        bundle.version = 1;
        QCOMPARE(first->discount, bundle);
        Discount other = code(u"SPRING"_s, 5);
        other.ticketTypes = {u"adult"_s};
        other.maxTickets = 2;
        QVERIFY(save(other));
        other.version = 1;
        QCOMPARE(*DiscountRepository(m_harness->database()).list(), (QList<CountedDiscount> {{.discount = bundle}, {.discount = other}}));

        Discount changed = bundle;
        changed.parts = {{.ticketType = u"adult"_s, .count = 4}};
        changed.categories.clear();
        QCOMPARE(save(changed)->discount.parts, changed.parts);
        QVERIFY(save(changed)->discount.version == 2); // a repetition
        changed.name = u"Family"_s;
        QCOMPARE(save(changed).error().code, ErrorCode::StaleVersion);
    }

    void code_isOneWhateverItsCase()
    {
        QVERIFY(save(code(u"Frühling"_s)));
        QCOMPARE(save(code(u"FRÜHLING"_s)).error().code, ErrorCode::AlreadyExists);
    }

    // Two have it already. As many as that it may be, and then nobody else gets it.
    void limit_isNoLessThanItsUses()
    {
        Discount spring = saved(code(u"SPRING"_s, 5));
        QVERIFY(m_harness->book(sale(4, u"a"_s, {spring.id})));
        QVERIFY(m_harness->book(sale(5, u"b"_s, {spring.id})));
        Discount fewer = spring;
        fewer.maxUses = 1;
        fewer.name = u"Fewer"_s;
        const auto refused = save(fewer);
        QCOMPARE(refused.error().code, ErrorCode::BelowUses);
        QCOMPARE(refused.error().limit, 2);
        QCOMPARE(DiscountRepository(m_harness->database()).get(spring.id)->discount, spring);
        fewer.version = 7;
        QCOMPARE(save(fewer).error().code, ErrorCode::StaleVersion);
        spring.maxUses = 2;
        spring = saved(spring);
        QCOMPARE(m_harness->book(sale(6, u"c"_s, {spring.id})).error().code, ErrorCode::CodeUsedUp);
        QCOMPARE(usesOf(spring), 2);
        spring.maxUses.reset();
        spring = saved(spring);
        QVERIFY(m_harness->book(sale(6, u"d"_s, {spring.id})));
    }

    // Whatever else writes there.
    void database_countsNoUseBeyondTheLimit()
    {
        const Discount once = saved(code(u"ONCE"_s, 1));
        QVERIFY(m_harness->book(sale(4, u"a"_s, {once.id})));
        Database &database = m_harness->database();
        QVERIFY(!database.runMigrationStatement(u"UPDATE discounts SET uses = uses + 1"_s));
        QCOMPARE(usesOf(once), 1);
    }

    // Each with a line in the audit, and nobody else's.
    void deletedEvent_takesItsDiscountsAlong()
    {
        Discount ofEvent = code(u"OPENING"_s);
        ofEvent.event = m_house.otherEvent.summary.id;
        const Discount gone = saved(ofEvent);
        const Discount stays = saved(code(u"SPRING"_s));
        Database &database = m_harness->database();
        const auto removed = database.transact([&]() -> Result<void> {
            const Result<Event> event = EventRepository(database).get(m_house.otherEvent.summary.id);
            return event ? EventRepository(database).remove(*event, audit()) : event.error();
        });
        QVERIFY2(removed, removed ? "" : qPrintable(removed.error().detail));
        QCOMPARE(DiscountRepository(database).get(gone.id).error().code, ErrorCode::NotFound);
        QCOMPARE(DiscountRepository(database).get(stays.id)->discount, stays);
        QStringList actions;
        const QList<AuditRow> rows = *AuditRepository(database).list(0, 1'000);
        for (const AuditRow &row : rows) {
            if (row.event.objectId == gone.id.toString())
                actions.append(row.event.action);
        }
        QCOMPARE(actions, QStringList({u"discount.created"_s, u"discount.removed"_s}));
    }

    void sale_keepsPartsAndCharges()
    {
        const CheckoutWrite write = sale(4, u"a"_s, {});
        const auto sold = m_harness->book(write);
        QVERIFY2(sold, sold ? "" : qPrintable(sold.error().detail));
        QCOMPARE(bookings().get(write.booking.id)->booking, write.booking);
        const CheckoutWrite plain = checkoutOf(m_house, {5}, u"b"_s, m_ids, m_clock);
        QVERIFY(m_harness->book(plain));
        QVERIFY(!bookings().get(plain.booking.id)->booking.tickets.constFirst().parts);
    }

    // In one group, which is judged one sale after another.
    void limit_holdsWithinAGroup_andForRepetitions()
    {
        const Discount few = saved(code(u"FEW"_s, 2));
        QList<CheckoutWrite> writes;
        for (int i = 0; i < 5; ++i)
            writes.append(sale(10 + i, u"k%1"_s.arg(i), {few.id}));
        const auto outcomes = m_harness->bookAll(writes);
        qsizetype sold = 0;
        for (qsizetype i = 0; i < outcomes.size(); ++i) {
            sold += outcomes.at(i) ? 1 : 0;
            if (!outcomes.at(i))
                QCOMPARE(outcomes.at(i).error().code, ErrorCode::CodeUsedUp);
        }
        QCOMPARE(sold, 2);
        QCOMPARE(usesOf(few), 2);
        const auto again = m_harness->book(writes.constFirst());
        QVERIFY2(again, again ? "" : qPrintable(again.error().detail));
        QCOMPARE(again->booking, writes.constFirst().booking);
        QCOMPARE(usesOf(few), 2);
    }

    void codeThatIsGone_isUnknown()
    {
        QCOMPARE(m_harness->book(sale(4, u"a"_s, {m_ids.make<DiscountId>()})).error().code, ErrorCode::CodeUnknown);
    }

    void use_comesBackWithTheWholeBooking()
    {
        const Discount once = saved(code(u"ONCE"_s, 1));
        const CheckoutWrite write = sale(4, u"a"_s, {once.id});
        QVERIFY(m_harness->book(write));
        QCOMPARE(usesOf(once), 1);
        const auto cancelled = m_harness->change(cancellationOf(m_house, write.booking.id, u"b"_s, m_ids, m_clock));
        QVERIFY2(cancelled, cancelled ? "" : qPrintable(cancelled.error().detail));
        QCOMPARE(usesOf(once), 0);
        QCOMPARE(cancelled->booking.payments.at(1).amount.amount, 1'900); // the fee of the booking stays
        QVERIFY(m_harness->book(sale(5, u"c"_s, {once.id})));
    }

    void exchange_usesACodeOncePerBooking()
    {
        const Discount once = saved(code(u"ONCE"_s, 1));
        const CheckoutWrite write = sale(4, u"a"_s, {once.id});
        QVERIFY(m_harness->book(write));
        ChangeWrite exchange = cancellationOf(m_house, write.booking.id, u"b"_s, m_ids, m_clock);
        exchange.givenBack = {write.booking.tickets.constFirst().number};
        exchange.taken = sale(6, u"unused"_s, {}).booking.tickets;
        exchange.codes = {once.id};
        const auto exchanged = m_harness->change(exchange);
        QVERIFY2(exchanged, exchanged ? "" : qPrintable(exchanged.error().detail));
        QCOMPARE(usesOf(once), 1);
        QCOMPARE(exchanged->booking.payments.size(), 1); // it costs the same
        const CheckoutWrite other = sale(7, u"c"_s, {});
        QVERIFY(m_harness->book(other));
        ChangeWrite refused = exchange;
        refused.booking = other.booking.id;
        refused.key = u"d"_s;
        refused.givenBack = {other.booking.tickets.constFirst().number};
        refused.taken = sale(8, u"unused"_s, {}).booking.tickets;
        QCOMPARE(m_harness->change(refused).error().code, ErrorCode::CodeUsedUp);
    }

    void cancelling_leavesTheFeeOfTheEvent()
    {
        setCancelFee(300);
        const CheckoutWrite write = checkoutOf(m_house, {4, 5}, u"a"_s, m_ids, m_clock);
        QVERIFY(m_harness->book(write));
        QCOMPARE(bookings().get(write.booking.id)->booking.tickets.at(0).cancelFee, (CancelFee {.amount = {300, {}}, .tax = {48, {}}}));
        const auto cancelled = m_harness->change(cancellationOf(m_house, write.booking.id, u"b"_s, m_ids, m_clock));
        QVERIFY2(cancelled, cancelled ? "" : qPrintable(cancelled.error().detail));
        QCOMPARE(cancelled->booking.charges, (QList<Charge> {{.kind = ChargeKind::CancelFee, .event = m_house.event.summary.id, .amount = {600, {}}, .tax = {96, {}}, .at = m_clock.utcNow()}}));
        QCOMPARE(cancelled->booking.payments.at(1).amount.amount, 4'000 - 600);
        QVERIFY(!cancelled->booking.tickets.at(0).cancelFee);
    }

    void waivedFee_goesBack()
    {
        setCancelFee(300);
        const CheckoutWrite write = checkoutOf(m_house, {4}, u"a"_s, m_ids, m_clock);
        QVERIFY(m_harness->book(write));
        ChangeWrite waived = cancellationOf(m_house, write.booking.id, u"b"_s, m_ids, m_clock);
        waived.feeWaived = u"ill"_s;
        const auto cancelled = m_harness->change(waived);
        QVERIFY(cancelled);
        QVERIFY(cancelled->booking.charges.isEmpty());
        QCOMPARE(cancelled->booking.payments.at(1).amount.amount, 2'000);
        QCOMPARE(AuditRepository(m_harness->database()).list(0, 100)->constLast().event.after.value(u"feeWaived"_s).toString(), u"ill"_s);
    }

    // Not even 20.00 of a ticket that cost less.
    void fee_isNoMoreThanTheTicketCost()
    {
        setCancelFee(2'500);
        const CheckoutWrite write = checkoutOf(m_house, {4}, u"a"_s, m_ids, m_clock);
        QVERIFY(m_harness->book(write));
        const auto cancelled = m_harness->change(cancellationOf(m_house, write.booking.id, u"b"_s, m_ids, m_clock));
        QVERIFY2(cancelled, cancelled ? "" : qPrintable(cancelled.error().detail));
        QCOMPARE(cancelled->booking.charges.at(0).amount.amount, 2'000);
        QCOMPARE(cancelled->booking.payments.size(), 1);
    }
};

QTEST_GUILESS_MAIN(DiscountsTest)
#include "tst_discounts.moc"
