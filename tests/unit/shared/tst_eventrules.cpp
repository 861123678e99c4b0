// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/domain/eventrules.h"

#include <QTest>

using namespace parterre;
using namespace Qt::StringLiterals;

class EventRulesTest : public QObject
{
    Q_OBJECT

private:
    static constexpr Instant kNow {std::chrono::milliseconds(1'795'000'000'000)};

    static EventDefinition good()
    {
        return {.name = u"The Tempest"_s,
                .description = u"One\ntwo"_s,
                .start = kNow + std::chrono::hours(24),
                .durationMinutes = 120,
                .planVersion = 1,
                .ticketTypes = {{u"adult"_s, u"Adult"_s}, {u"child"_s, u"Child"_s}},
                .prices = {{u"front"_s, u"adult"_s, 3'000}, {u"rear"_s, u"adult"_s, 2'000}, {u"rear"_s, u"child"_s, 0}}};
    }
    static QStringList problemsOf(const EventDefinition &event)
    {
        QStringList problems;
        for (const EventProblem &problem : validateEvent(event, {u"front"_s, u"rear"_s}))
            problems.append(describe(problem));
        return problems;
    }

private Q_SLOTS:
    void definition_asItShouldBeHasNoProblem()
    {
        QCOMPARE(problemsOf(good()), QStringList());
        EventDefinition bare = good();
        bare.description.clear();
        bare.ticketTypes.clear();
        bare.prices.clear();
        QCOMPARE(problemsOf(bare), QStringList());
    }

    void definition_isRefusedWithThePlaceOfEachProblem_data()
    {
        QTest::addColumn<std::function<void(EventDefinition &)>>("spoil");
        QTest::addColumn<QStringList>("problems");
        const auto row = [](const char *name, std::function<void(EventDefinition &)> spoil, const QStringList &problems) { QTest::newRow(name) << std::move(spoil) << problems; };
        row("no name", [](EventDefinition &e) { e.name = u" \t"_s; }, {u"name: text_missing"_s});
        row("a long name", [](EventDefinition &e) { e.name = QString(201, u'x'); }, {u"name: text_too_long"_s});
        row("a line break in the name", [](EventDefinition &e) { e.name = u"a\nb"_s; }, {u"name: text_invalid"_s});
        row("a bell", [](EventDefinition &e) { e.description = u"a\ab"_s; }, {u"description: text_invalid"_s});
        row("before 1970", [](EventDefinition &e) { e.start = Instant(std::chrono::hours(-1)); }, {u"start: number_out_of_range"_s});
        row("in 3000", [](EventDefinition &e) { e.start = kNow + std::chrono::hours(24 * 365 * 974); }, {u"start: number_out_of_range"_s});
        row("no time", [](EventDefinition &e) { e.durationMinutes = -1; }, {u"durationMinutes: number_out_of_range"_s});
        row("rules out of range", [](EventDefinition &e) { e.rules = {.holdTime = std::chrono::seconds(29), .extensionTime = std::chrono::seconds(-1), .maxExtensions = 101, .maxSeats = 0, .maxPerBooking = 101}; },
            {u"rules.holdTime: number_out_of_range"_s, u"rules.extensionTime: number_out_of_range"_s, u"rules.maxExtensions: number_out_of_range"_s,
             u"rules.maxSeats: number_out_of_range"_s, u"rules.maxPerBooking: number_out_of_range"_s});
        row("reservations that end after it began", [](EventDefinition &e) { e.rules.reservationRelease = std::chrono::minutes(-1); }, {u"rules.reservationRelease: number_out_of_range"_s});
        row("sales that end before they begin", [](EventDefinition &e) { e.rules.salesFrom = kNow; e.rules.salesUntil = kNow; }, {u"rules.salesFrom: sales_never_open"_s});
        row("sales that begin at the start", [](EventDefinition &e) { e.rules.salesFrom = e.start; }, {u"rules.salesFrom: sales_never_open"_s});
        row("a window beyond all times", [](EventDefinition &e) { e.rules.cancelUntil = Instant::max(); }, {u"rules.cancelUntil: number_out_of_range"_s});
        row("the same key", [](EventDefinition &e) { e.ticketTypes[1].key = u"adult"_s; e.prices.removeLast(); }, {u"ticketTypes[1].key: repeated"_s});
        row("the same name", [](EventDefinition &e) { e.ticketTypes[1].name = u" ADULT"_s; }, {u"ticketTypes[1].name: repeated"_s});
        row("two without names", [](EventDefinition &e) { e.ticketTypes[0].name.clear(); e.ticketTypes[1].name.clear(); },
            {u"ticketTypes[0].name: text_missing"_s, u"ticketTypes[1].name: text_missing"_s});
        row("strange prices", [](EventDefinition &e) { e.prices = {{u"box"_s, u"adult"_s, 1}, {u"rear"_s, u"senior"_s, -1}}; },
            {u"prices[0].category: unknown_category"_s, u"prices[1].ticketType: unknown_ticket_type"_s, u"prices[1].amount: number_out_of_range"_s});
        row("a price twice", [](EventDefinition &e) { e.prices.append(e.prices.constFirst()); }, {u"prices[3]: repeated"_s});
        row("too many types", [](EventDefinition &e) { for (int i = 0; i < 19; ++i) e.ticketTypes.append({u"t%1"_s.arg(i), u"T %1"_s.arg(i)}); }, {u"ticketTypes: too_many"_s});
    }
    void definition_isRefusedWithThePlaceOfEachProblem()
    {
        QFETCH(std::function<void(EventDefinition &)>, spoil);
        QFETCH(QStringList, problems);
        EventDefinition event = good();
        spoil(event);
        QCOMPARE(problemsOf(event), problems);
    }

    void publishing_needsAPriceAndAStartToCome()
    {
        QVERIFY(problemsOfPublishing(good()).isEmpty());
        EventDefinition event = good();
        event.prices.clear();
        QCOMPARE(problemsOfPublishing(event).constFirst().code, EventProblemCode::NothingForSale);
        QVERIFY(problemsOfStart(good(), kNow).isEmpty());
        QCOMPARE(problemsOfStart(good(), good().start).constFirst().code, EventProblemCode::StartPassed);
    }

    void state_goesOneWay()
    {
        const QList<EventState> all {EventState::Draft, EventState::Published, EventState::Paused, EventState::Cancelled};
        QStringList ways;
        for (const EventState from : all) {
            for (const EventState to : all) {
                if (mayBecome(from, to))
                    ways.append(u"%1 %2"_s.arg(int(from)).arg(int(to)));
            }
        }
        QCOMPARE(ways, QStringList({u"0 1"_s, u"1 2"_s, u"2 1"_s}));
        QList<EventState> cancellable;
        std::copy_if(all.begin(), all.end(), std::back_inserter(cancellable), mayBeCancelled);
        QCOMPARE(cancellable, QList<EventState>({EventState::Published, EventState::Paused}));
    }

    void definition_ofAnEventComesBackFromIt()
    {
        EventDefinition event = good();
        event.currency = *Currency::fromCode(u"CHF");
        const Event made = withDefinition({.summary = {.state = EventState::Paused}, .version = 3}, event);
        QCOMPARE(definitionOf(made), event);
        QCOMPARE(made.summary.state, EventState::Paused);
        QCOMPARE(made.prices.constFirst().price.currency.code(), u"CHF"_s);
    }

    void sameness_asksNotForTheOrderOfPrices()
    {
        EventDefinition other = good();
        std::reverse(other.prices.begin(), other.prices.end());
        QVERIFY(sameDefinition(good(), other));
        other.prices[0].amount += 1;
        QVERIFY(!sameDefinition(good(), other));
        EventDefinition bare = good();
        bare.prices.clear();
        EventDefinition inDollars = bare;
        inDollars.currency = *Currency::fromCode(u"USD");
        QVERIFY(sameDefinition(bare, inDollars));
        EventDefinition reordered = good();
        reordered.ticketTypes.swapItemsAt(0, 1);
        QVERIFY(!sameDefinition(good(), reordered)); // the first is what is offered first
    }

    void key_comesFromTheName()
    {
        QCOMPARE(ticketTypeKey(u"Under 18!"_s), u"under-18"_s);
        QCOMPARE(ticketTypeKey(u"Ermäßigt"_s), u"ermäßigt"_s);
        QCOMPARE(ticketTypeKey(u"  "_s), u"ticket"_s);
        QCOMPARE(ticketTypeKey(u"Adult"_s, {{u"adult"_s, u"A"_s}, {u"adult-2"_s, u"B"_s}}), u"adult-3"_s);
        QVERIFY(ticketTypeKey(QString(300, u'x'), {{QString(60, u'x'), u"A"_s}}).size() <= EventLimits::kKeyLength);
    }
};

QTEST_GUILESS_MAIN(EventRulesTest)
#include "tst_eventrules.moc"
