// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/state/discountchoices.h"

#include "shared/protocol/events.h"
#include "shared/protocol/plans.h"
#include "stateworld.h"

#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace parterre;
using namespace parterre::protocol;
using namespace parterre::testing;

// What discounts may name, of a programme kept by a server that behaves as events.* do.
class DiscountChoicesTest : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<StateWorld> m_world;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<net::PlanCache> m_plans;
    std::unique_ptr<DiscountChoices> m_choices;
    const Plan m_house = smallHouse();
    PlanVersionRef m_plan;
    QList<Event> m_events; // the server's
    qsizetype m_page = 2;
    QList<EventsSearchParams> m_searches;

    const SeriesId m_series {QUuid::createUuid()};

    void add(int number, const QList<TicketType> &types, const std::optional<SeriesId> &series = {}, EventState state = EventState::Published)
    {
        m_events.append({.summary = {.id = eventNumber(number), .name = QString::number(number), .state = state, .venue = {.id = VenueId(m_plan.id.uuid()), .name = u"House"_s}, .timeZone = u"Europe/Berlin"_s, .series = series}, .plan = m_plan, .ticketTypes = types});
    }
    void serve()
    {
        FakeWireServer &server = m_world->server;
        server.when<EventsSearch>([this](const EventsSearchParams &params) -> Result<EventsSearchResult> {
            m_searches.append(params);
            QList<EventSummary> found;
            for (const Event &event : m_events) {
                if (!params.series || event.summary.series == params.series)
                    found.append(event.summary);
            }
            const qsizetype start = params.cursor ? params.cursor->toLongLong() : 0;
            EventsSearchResult result {.events = found.mid(start, m_page)};
            if (start + m_page < found.size())
                result.next = QString::number(start + m_page);
            return result;
        });
        server.when<EventsGet>([this](const EventsGetParams &params) -> Result<EventsGetResult> {
            for (const Event &event : m_events) {
                if (event.summary.id == params.event)
                    return EventsGetResult {.event = event, .serverTime = m_world->clock.utcNow()};
            }
            return Error {.code = ErrorCode::NotFound};
        });
        server.when<PlansGet>([this](const PlansGetParams &) { return Result(PlansGetResult {.hash = m_plan.hash, .page = planio::planPages(m_house)[0]}); });
    }
    void read(const DiscountScope &scope)
    {
        m_choices->ask(scope);
        QVERIFY(m_choices->isLoading());
        QTRY_VERIFY(!m_choices->isLoading());
    }

private Q_SLOTS:
    void init()
    {
        m_events.clear();
        m_searches.clear();
        m_page = 2;
        m_choices.reset();
        m_plans.reset();
        m_world = std::make_unique<StateWorld>();
        m_folder = std::make_unique<QTemporaryDir>();
        m_plans = std::make_unique<net::PlanCache>(m_world->connection, m_folder->path());
        m_plan = {.id = PlanId(QUuid::createUuid()), .version = 1, .hash = planio::planHash(planio::writePlan(m_house))};
        serve();
        QVERIFY(m_world->enterAs(userNamed(u"Mona"_s, 1, Role::Manager)));
        m_choices = std::make_unique<DiscountChoices>(m_world->session, *m_plans);
    }

    void ofAnEvent_areItsTypesAndTheCategoriesOfItsPlan()
    {
        add(1, {{u"adult"_s, u"Adult"_s}, {u"child"_s, u"Child"_s}});
        add(2, {{u"vip"_s, u"VIP"_s}});
        read({.event = eventNumber(1)});
        QCOMPARE(m_choices->ticketTypes(), (QList<NamedKey> {{u"adult"_s, u"Adult"_s}, {u"child"_s, u"Child"_s}}));
        QCOMPARE(m_choices->categories(), (QList<NamedKey> {{u"stalls"_s, u"Stalls"_s}, {u"circle"_s, u"Circle"_s}}));
        QVERIFY(m_searches.isEmpty());
    }

    void ofASeries_areThoseOfAllItsDatesToCome()
    {
        add(1, {{u"adult"_s, u"Adult"_s}}, m_series);
        add(2, {{u"vip"_s, u"VIP"_s}});
        add(3, {{u"adult"_s, u"Adult"_s}, {u"child"_s, u"Child"_s}}, m_series);
        add(4, {{u"late"_s, u"Late"_s}}, m_series);
        read({.series = m_series});
        QCOMPARE(m_choices->ticketTypes(), (QList<NamedKey> {{u"adult"_s, u"Adult"_s}, {u"child"_s, u"Child"_s}, {u"late"_s, u"Late"_s}}));
        QCOMPARE(m_searches.size(), 2); // pages
        QCOMPARE(m_searches.constFirst().from, std::optional(m_world->session.serverClock().now()));
        QCOMPARE(m_world->server.count<PlansGet>(), 1);
    }

    void ofTheHouse_areThoseOfWhatIsStillToPlay_aDateForASeries()
    {
        add(1, {{u"adult"_s, u"Adult"_s}}, m_series);
        add(2, {{u"off"_s, u"Off"_s}}, {}, EventState::Cancelled);
        add(3, {{u"same"_s, u"Same"_s}}, m_series);
        add(4, {{u"vip"_s, u"VIP"_s}}, {}, EventState::Draft);
        read({});
        QCOMPARE(m_choices->ticketTypes(), (QList<NamedKey> {{u"adult"_s, u"Adult"_s}, {u"vip"_s, u"VIP"_s}}));
        QCOMPARE(m_searches.constFirst().from, std::optional(m_world->session.serverClock().now()));
    }

    void whatIsCalledDifferently_isReadApart()
    {
        add(1, {{u"adult"_s, u"Adult"_s}, {u"red"_s, u"Reduced"_s}});
        add(2, {{u"adult"_s, u"Full price"_s}, {u"student"_s, u"reduced"_s}});
        read({});
        QCOMPARE(m_choices->ticketTypes(), (QList<NamedKey> {{u"adult"_s, u"Adult / Full price"_s}, {u"red"_s, u"Reduced (red)"_s}, {u"student"_s, u"reduced (student)"_s}}));
    }

    void manyEvents_areReadUpToALimit()
    {
        m_page = 50;
        for (int number = 1; number <= DiscountChoices::kMostEvents + 60; ++number)
            add(number, {{u"t%1"_s.arg(number), u"T%1"_s.arg(number)}});
        read({});
        QCOMPARE(m_choices->ticketTypes().size(), DiscountChoices::kMostEvents);
        QCOMPARE(m_searches.size(), 2);
        m_choices->forget();
        m_searches.clear();
        for (Event &event : m_events)
            event.summary.series = m_series;
        m_page = 2;
        read({});
        QCOMPARE(m_choices->ticketTypes().size(), 1);
        QCOMPARE(m_searches.size(), DiscountChoices::kMostPages);
    }

    void whatIsKnown_isNotAskedAgain_untilItIsForgotten()
    {
        add(1, {{u"adult"_s, u"Adult"_s}});
        read({.event = eventNumber(1)});
        m_choices->ask({.event = eventNumber(1)});
        QVERIFY(!m_choices->isLoading());
        QCOMPARE(m_choices->ticketTypes().size(), 1);
        m_choices->forget();
        QVERIFY(m_choices->ticketTypes().isEmpty());
        read({.event = eventNumber(1)});
        QCOMPARE(m_world->server.count<EventsGet>(), 2);
    }

    void answersOfAnotherScope_areDropped()
    {
        add(1, {{u"adult"_s, u"Adult"_s}});
        add(2, {{u"vip"_s, u"VIP"_s}});
        m_choices->ask({.event = eventNumber(1)});
        read({.event = eventNumber(2)});
        QCOMPARE(m_choices->ticketTypes(), (QList<NamedKey> {{u"vip"_s, u"VIP"_s}}));
    }

    void goneEvent_hasNothing_andIsNoFailure()
    {
        QSignalSpy failed(m_choices.get(), &DiscountChoices::failed);
        read({.event = eventNumber(9)});
        QVERIFY(m_choices->ticketTypes().isEmpty());
        QCOMPARE(failed.size(), 0);
    }

    void failure_isTold_andTriedAgain()
    {
        m_world->server.when<EventsSearch>([](const EventsSearchParams &) { return Result<EventsSearchResult>(Error {.code = ErrorCode::Overloaded}); });
        QSignalSpy failed(m_choices.get(), &DiscountChoices::failed);
        read({});
        QCOMPARE(failed.size(), 1);
        add(1, {{u"adult"_s, u"Adult"_s}});
        serve();
        read({});
        QCOMPARE(m_choices->ticketTypes().size(), 1);
    }

    void anotherPerson_findsNothing()
    {
        add(1, {{u"adult"_s, u"Adult"_s}});
        read({.event = eventNumber(1)});
        QSignalSpy changed(m_choices.get(), &DiscountChoices::changed);
        QVERIFY(m_world->signIn(userNamed(u"Cleo"_s, 2)));
        QVERIFY(!changed.isEmpty());
        QVERIFY(m_choices->ticketTypes().isEmpty());
    }
};

QTEST_GUILESS_MAIN(DiscountChoicesTest)
#include "tst_discountchoices.moc"
