// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/domain/eventrules.h"
#include "shared/domain/seriesedit.h"

#include <QRandomGenerator>
#include <QTest>
#include <QTimeZone>

using namespace parterre;
using namespace Qt::StringLiterals;

namespace {

const QStringList kCategories {u"front"_s, u"rear"_s};

QTimeZone berlin()
{
    return QTimeZone("Europe/Berlin");
}

Instant at(const QString &local)
{
    return instantIn(berlin(), *fromIsoLocal(local));
}

EventDefinition evening()
{
    return {.name = u"The Tempest"_s,
            .description = u"An island"_s,
            .category = EventCategory::Play,
            .start = at(u"2030-10-19T19:30:00"_s),
            .durationMinutes = 140,
            .planVersion = 1,
            .rules = {.salesUntil = at(u"2030-10-19T18:30:00"_s)},
            .ticketTypes = {{u"adult"_s, u"Adult"_s}, {u"child"_s, u"Child"_s}},
            .currency = *Currency::fromCode(u"EUR"_s),
            .prices = {{u"front"_s, u"adult"_s, 3'000}, {u"rear"_s, u"adult"_s, 2'000}, {u"rear"_s, u"child"_s, 1'000}}};
}

// The same a week later, when the clocks have gone back.
EventDefinition nextWeek()
{
    EventDefinition event = evening();
    event.start = at(u"2030-10-26T19:30:00"_s);
    event.rules.salesUntil = at(u"2030-10-26T18:30:00"_s);
    return event;
}

SeriesEdit edited(const EventDefinition &other, const EventDefinition &after, const QStringList &categories = kCategories)
{
    return editLike(other, evening(), after, categories, berlin());
}

qint64 priceOf(const EventDefinition &event, const QString &category, const QString &type)
{
    for (const PriceEntry &price : event.prices) {
        if (price.category == category && price.ticketType == type)
            return price.amount;
    }
    return -1;
}

} // namespace

// What a change of one date makes of the others.
class SeriesEditTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothing_changesNothing()
    {
        const SeriesEdit edit = edited(nextWeek(), evening());
        QVERIFY(sameDefinition(edit.definition, nextWeek()));
        QVERIFY(edit.kept.isEmpty());
    }

    void dateWithNothingOfItsOwn_becomesTheSame()
    {
        EventDefinition after = evening();
        after.name = u"The Storm"_s;
        after.description = u"A wedding"_s;
        after.category = EventCategory::Other;
        after.durationMinutes = 150;
        after.rules.maxSeats = 4;
        after.rules.salesFrom = at(u"2030-09-01T10:00:00"_s);
        after.ticketTypes.append({u"student"_s, u"Student"_s});
        after.prices = {{u"front"_s, u"adult"_s, 3'500}, {u"rear"_s, u"child"_s, 1'000}, {u"rear"_s, u"student"_s, 1'200}};
        EventDefinition expected = after;
        expected.start = nextWeek().start;
        expected.rules.salesUntil = nextWeek().rules.salesUntil;
        const SeriesEdit edit = edited(nextWeek(), after);
        QVERIFY(sameDefinition(edit.definition, expected));
        QVERIFY(edit.kept.isEmpty());
    }

    void limitOfBookings_isCarried()
    {
        EventDefinition after = evening();
        after.rules.maxPerBooking = 3;
        QCOMPARE(edited(nextWeek(), after).definition.rules.maxPerBooking, std::optional(3));
        QVERIFY(edited(nextWeek(), after).kept.isEmpty());
        // One of its own stays; one that is none follows the seats that may be held.
        EventDefinition other = nextWeek();
        other.rules.maxPerBooking = 7;
        QCOMPARE(edited(other, after).definition.rules.maxPerBooking, std::optional(7));
        QCOMPARE(edited(other, after).kept, QList<EventField> {EventField::SaleRules});
        after = evening();
        after.rules.maxSeats = 4;
        QCOMPARE(edited(nextWeek(), after).definition.rules.maxPerBooking, std::nullopt);
        QCOMPARE(edited(nextWeek(), after).definition.rules.mostInBooking(), 4);
        QVERIFY(edited(nextWeek(), after).kept.isEmpty());
        // As it is now, whoever says it.
        other.rules.maxPerBooking = evening().rules.maxSeats;
        QCOMPARE(edited(other, after).definition.rules.mostInBooking(), 4);
    }

    void ownName_stays()
    {
        EventDefinition other = nextWeek();
        other.name = u"The Tempest for schools"_s;
        EventDefinition after = evening();
        after.name = u"The Storm"_s;
        after.durationMinutes = 100;
        const SeriesEdit edit = edited(other, after);
        QCOMPARE(edit.definition.name, u"The Tempest for schools"_s);
        QCOMPARE(edit.definition.durationMinutes, 100);
        QCOMPARE(edit.kept, QList<EventField> {EventField::Name});
        // What is like that already is no exception.
        other.name = u"The Storm"_s;
        QVERIFY(edited(other, after).kept.isEmpty());
    }

    void start_movesByTheClockOnTheWall()
    {
        EventDefinition after = evening();
        after.start = at(u"2030-10-20T20:00:00"_s); // Sunday instead, and later
        after.rules.salesUntil = at(u"2030-10-20T19:00:00"_s);
        EventDefinition other = nextWeek();
        SeriesEdit edit = edited(other, after);
        QCOMPARE(edit.definition.start, at(u"2030-10-27T20:00:00"_s));
        QCOMPARE(*edit.definition.rules.salesUntil, at(u"2030-10-27T19:00:00"_s));
        QVERIFY(edit.kept.isEmpty());
        // A matinee stays one, and its sale ends an hour before it still.
        other.start = at(u"2030-10-26T15:00:00"_s);
        other.rules.salesUntil = at(u"2030-10-26T14:00:00"_s);
        edit = edited(other, after);
        QCOMPARE(edit.definition.start, other.start);
        QCOMPARE(edit.definition.rules.salesUntil, other.rules.salesUntil);
        QCOMPARE(edit.kept, QList<EventField> {EventField::Start});
    }

    void endOfSales_isAsLongBeforeEachStart()
    {
        EventDefinition after = evening();
        after.rules.salesUntil = at(u"2030-10-19T12:00:00"_s);
        after.rules.cancelUntil = at(u"2030-10-18T19:30:00"_s);
        const SeriesEdit edit = edited(nextWeek(), after);
        QCOMPARE(*edit.definition.rules.salesUntil, at(u"2030-10-26T12:00:00"_s));
        QCOMPARE(*edit.definition.rules.cancelUntil, at(u"2030-10-25T19:30:00"_s));
        after.rules.salesUntil.reset();
        QVERIFY(!edited(nextWeek(), after).definition.rules.salesUntil);
        EventDefinition other = nextWeek();
        other.rules.salesUntil = at(u"2030-10-26T10:00:00"_s);
        QCOMPARE(edited(other, after).definition.rules.salesUntil, other.rules.salesUntil);
        QCOMPARE(edited(other, after).kept, QList<EventField> {EventField::SaleRules});
    }

    void prices_countOneByOne()
    {
        EventDefinition other = nextWeek();
        other.prices[0].amount = 9'000;
        EventDefinition after = evening();
        after.prices = {{u"front"_s, u"adult"_s, 3'300}, {u"rear"_s, u"adult"_s, 2'200}};
        const SeriesEdit edit = edited(other, after);
        QCOMPARE(priceOf(edit.definition, u"front"_s, u"adult"_s), 9'000);
        QCOMPARE(priceOf(edit.definition, u"rear"_s, u"adult"_s), 2'200);
        QCOMPARE(priceOf(edit.definition, u"rear"_s, u"child"_s), -1);
        QCOMPARE(edit.kept, QList<EventField> {EventField::Prices});
    }

    void price_needsItsCategoryAndItsTicketType()
    {
        EventDefinition after = evening();
        after.ticketTypes = {{u"adult"_s, u"Adult"_s}};
        after.prices = {{u"front"_s, u"adult"_s, 3'000}, {u"rear"_s, u"adult"_s, 2'000}, {u"box"_s, u"adult"_s, 8'000}};
        SeriesEdit edit = edited(nextWeek(), after);
        QCOMPARE(edit.definition.prices.size(), 2);
        QCOMPARE(edit.kept, QList<EventField> {EventField::Prices});
        // A date with ticket types of its own keeps their prices, and gets none of others.
        EventDefinition other = nextWeek();
        other.ticketTypes = {{u"child"_s, u"Pupil"_s}};
        other.prices = {{u"rear"_s, u"child"_s, 500}};
        after = evening();
        after.ticketTypes.append({u"student"_s, u"Student"_s});
        after.prices.append({u"rear"_s, u"student"_s, 700});
        edit = edited(other, after);
        QVERIFY(sameDefinition(edit.definition, other));
        QCOMPARE(edit.kept, QList<EventField>({EventField::TicketTypes, EventField::Prices}));
        QVERIFY(validateEvent(edit.definition, kCategories).isEmpty());
    }

    void feesAndTax_areCarriedTogether()
    {
        EventDefinition after = evening();
        after.priceRules = PriceRules {.ticketFee = 150, .taxRate = 700};
        QCOMPARE(edited(nextWeek(), after).definition.priceRules, after.priceRules);
        EventDefinition other = nextWeek();
        other.priceRules = PriceRules {.ticketFee = 100};
        const SeriesEdit edit = edited(other, after);
        QCOMPARE(edit.definition.priceRules, other.priceRules);
        QCOMPARE(edit.kept, QList<EventField> {EventField::PriceRules});
        // Of nothing, and none, are the same.
        other.priceRules = PriceRules();
        QCOMPARE(edited(other, after).definition.priceRules, after.priceRules);
        QVERIFY(sameDefinition(edited(other, evening()).definition, other));
        // That there are none any more is carried, too, and said: no word of them would leave them.
        EventDefinition charged = evening();
        charged.priceRules = PriceRules {.ticketFee = 150};
        other.priceRules = charged.priceRules;
        QCOMPARE(editLike(other, charged, evening(), kCategories, berlin()).definition.priceRules, std::optional(PriceRules()));
    }

    void whenReservationsEnd_isCarried()
    {
        EventDefinition after = evening();
        after.rules.reservationRelease = std::chrono::minutes(120);
        const SeriesEdit edit = edited(nextWeek(), after);
        QCOMPARE(edit.definition.rules.reservationRelease, std::chrono::minutes(120));
        QVERIFY(edit.kept.isEmpty());
    }

    void currency_isCarriedWithAllPricesOrNot()
    {
        EventDefinition after = evening();
        after.currency = *Currency::fromCode(u"CHF"_s);
        after.prices[0].amount = 4'000;
        SeriesEdit edit = edited(nextWeek(), after);
        QCOMPARE(edit.definition.currency, after.currency);
        QCOMPARE(priceOf(edit.definition, u"front"_s, u"adult"_s), 4'000);
        QCOMPARE(priceOf(edit.definition, u"rear"_s, u"child"_s), 1'000);
        EventDefinition other = nextWeek();
        other.prices[2].amount = 1;
        edit = edited(other, after);
        QVERIFY(sameDefinition(edit.definition, other));
        QCOMPARE(edit.kept, QList<EventField> {EventField::Prices});
        // A date that had none gets them.
        EventDefinition none = evening();
        none.prices.clear();
        EventDefinition free = nextWeek();
        free.prices.clear();
        free.currency = {};
        edit = editLike(free, none, evening(), kCategories, berlin());
        QVERIFY(sameDefinition(edit.definition, nextWeek()));
    }

    // Whatever the change is, and whatever the others have of their own.
    void dateItself_becomesWhatItIsToBe()
    {
        QRandomGenerator random(1);
        const auto chance = [&random](int of) { return random.bounded(of) == 0; };
        const auto mutated = [&](EventDefinition event) {
            if (chance(3))
                event.name = u"Name %1"_s.arg(random.bounded(3));
            if (chance(3))
                event.start += std::chrono::minutes(30 * random.bounded(1, 100));
            if (chance(3))
                event.durationMinutes = random.bounded(200);
            if (chance(3))
                event.rules.salesUntil = event.start - std::chrono::hours(random.bounded(1, 5));
            if (chance(3))
                event.rules.maxSeats = random.bounded(1, 5);
            if (chance(4))
                event.prices.removeAt(random.bounded(int(event.prices.size())));
            for (PriceEntry &price : event.prices)
                price.amount += chance(3) ? random.bounded(3) : 0;
            return event;
        };
        for (int i = 0; i < 2'000; ++i) {
            const EventDefinition before = mutated(evening());
            const EventDefinition after = mutated(before);
            const EventDefinition other = mutated(nextWeek());
            const SeriesEdit once = editLike(other, before, after, kCategories, berlin());
            QVERIFY(validateEvent(once.definition, kCategories).isEmpty() || !validateEvent(other, kCategories).isEmpty() || once.definition.rules.salesFrom);
            if (sameDefinition(after, before))
                QVERIFY(sameDefinition(once.definition, other));
            // The date that it was read from becomes what it is to be.
            QVERIFY(sameDefinition(editLike(before, before, after, kCategories, berlin()).definition, after));
        }
    }
};

QTEST_APPLESS_MAIN(SeriesEditTest)
#include "tst_seriesedit.moc"
