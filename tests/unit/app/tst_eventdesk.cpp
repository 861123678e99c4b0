// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/state/eventdesk.h"

#include "stateworld.h"

#include <QTemporaryDir>
#include <QTimeZone>

using namespace Qt::StringLiterals;
using namespace parterre;
using namespace parterre::protocol;
using namespace parterre::testing;

// A programme of one event, kept by a server that behaves as events.* do.
class EventDeskTest : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<StateWorld> m_world;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<net::PlanCache> m_plans;
    std::unique_ptr<EventDesk> m_desk;
    const Plan m_house = smallHouse();
    PlanSummary m_plan;
    std::optional<Event> m_event; // the server's
    std::optional<Error> m_refusal;
    bool m_losesAnswers = false;
    QList<EventsCancelParams> m_cancels;

    Result<EventsEditResult> answer()
    {
        if (m_losesAnswers)
            return Error {.code = ErrorCode::OutcomeUnknown};
        return EventsEditResult {.event = *m_event};
    }
    void serve()
    {
        FakeWireServer &server = m_world->server;
        server.when<EventsSearch>([this](const EventsSearchParams &) { return Result(EventsSearchResult {.events = m_event ? QList {m_event->summary} : QList<EventSummary>()}); });
        server.when<PlansGet>([this](const PlansGetParams &) { return Result(PlansGetResult {.hash = m_plan.ref.hash, .page = planio::planPages(m_house)[0]}); });
        server.when<EventsGet>([this](const EventsGetParams &) {
            return m_event ? Result(EventsGetResult {.event = *m_event, .serverTime = m_world->clock.utcNow()}) : Result<EventsGetResult>(Error {.code = ErrorCode::NotFound});
        });
        server.when<EventsCreate>([this](const EventsCreateParams &params) -> Result<EventsEditResult> {
            if (m_refusal)
                return *m_refusal;
            if (m_event && !sameDefinition(definitionOf(*m_event), params.definition))
                return Error {.code = ErrorCode::AlreadyExists};
            m_event = withDefinition({.summary = {.id = params.event, .state = EventState::Draft, .venue = {.id = VenueId(QUuid::createUuid())}, .capacity = 20, .free = 20}, .plan = m_plan.ref}, params.definition);
            return answer();
        });
        server.when<EventsUpdate>([this](const EventsUpdateParams &params) -> Result<EventsEditResult> {
            if (m_refusal)
                return *m_refusal;
            if (params.version != m_event->version)
                return Error {.code = ErrorCode::StaleVersion};
            m_event = withDefinition(*m_event, params.definition);
            ++m_event->version;
            return answer();
        });
        server.when<EventsSetState>([this](const EventsSetStateParams &params) -> Result<EventsEditResult> {
            if (params.version != m_event->version)
                return Error {.code = ErrorCode::StaleVersion};
            m_event->summary.state = params.state;
            ++m_event->version;
            return answer();
        });
        server.when<EventsSales>(EventsSalesResult {.sales = {.bookings = 2, .tickets = 3, .amounts = {euros(60)}}});
        server.when<EventsCancel>([this](const EventsCancelParams &params) -> Result<EventsEditResult> {
            m_cancels.append(params);
            if (m_event->cancelReason == params.reason)
                return answer();
            if (m_refusal)
                return *m_refusal;
            if (params.version != m_event->version)
                return Error {.code = ErrorCode::StaleVersion};
            m_event->summary.state = EventState::Cancelled;
            m_event->cancelReason = params.reason;
            ++m_event->version;
            return answer();
        });
        server.when<EventsDelete>([this](const EventsDeleteParams &) -> Result<Nothing> {
            if (m_refusal)
                return *m_refusal;
            m_event.reset();
            return Nothing {};
        });
    }
    void startNew(const QString &name)
    {
        m_desk->startNew({.name = u"House"_s, .timeZone = u"Europe/Berlin"_s, .plans = {m_plan}}, m_plan, u"Adult"_s);
        QTRY_COMPARE(m_desk->state(), EventDesk::State::Editing);
        rename(name);
    }
    void rename(const QString &name)
    {
        EventDefinition definition = m_desk->definition();
        definition.name = name;
        m_desk->edit(definition);
    }
    void price()
    {
        m_desk->prices().setData(m_desk->prices().index(0, 0), 1'200, PriceGridModel::AmountRole);
    }

private Q_SLOTS:
    void init()
    {
        m_event.reset();
        m_refusal.reset();
        m_losesAnswers = false;
        m_cancels.clear();
        m_desk.reset();
        m_plans.reset();
        m_world = std::make_unique<StateWorld>();
        m_folder = std::make_unique<QTemporaryDir>();
        m_plans = std::make_unique<net::PlanCache>(m_world->connection, m_folder->path());
        m_plan = {.ref = {.id = PlanId(QUuid::createUuid()), .version = 1, .hash = planio::planHash(planio::writePlan(m_house))}, .name = u"Hall"_s, .seats = 20};
        m_desk = std::make_unique<EventDesk>(m_world->session, *m_plans, m_world->ids, m_world->clock);
        serve();
        QVERIFY(m_world->enterAs(userNamed(u"mona"_s, 1, Role::Manager)));
    }
    void cleanup()
    {
        m_desk.reset();
        m_plans.reset();
        m_world.reset();
    }

    void newEvent_isSavedAsADraftThenPublished()
    {
        startNew(u"Lear"_s);
        QCOMPARE(m_desk->prices().rowCount(), 2);
        QCOMPARE(m_desk->definition().ticketTypes, QList<TicketType>({{.key = u"adult"_s, .name = u"Adult"_s}}));
        const QDateTime start = QDateTime::fromMSecsSinceEpoch(m_desk->definition().start.time_since_epoch().count(), QTimeZone("Europe/Berlin"));
        QCOMPARE(start.time(), QTime(19, 30));
        QVERIFY(m_desk->definition().start > m_world->clock.utcNow());
        QVERIFY(m_desk->isChanged());
        QCOMPARE(m_desk->problems(EventDesk::Action::Save), QList<EventProblem>());
        QCOMPARE(m_desk->problems(EventDesk::Action::Publish).constFirst().code, EventProblemCode::NothingForSale);
        QSignalSpy done(m_desk.get(), &EventDesk::done);
        m_desk->save();
        QVERIFY(m_desk->isBusy());
        QTRY_COMPARE(done.size(), 1);
        QVERIFY(!m_desk->isChanged());
        QVERIFY(!m_desk->isBusy());
        QCOMPARE(m_event->summary.name, u"Lear"_s);
        QTRY_COMPARE(m_desk->programme().rowOf(m_desk->event()), 0);

        price();
        QVERIFY(m_desk->isChanged());
        m_desk->publish(); // what is not saved yet first
        QTRY_COMPARE(done.size(), 2);
        QCOMPARE(m_event->prices.size(), 1);
        QCOMPARE(m_event->summary.state, EventState::Published);
        QCOMPARE(m_desk->eventState(), EventState::Published);
        m_desk->pause();
        QTRY_COMPARE(m_event->summary.state, EventState::Paused);
        QTRY_COMPARE(done.size(), 3);
        m_desk->publish();
        QTRY_COMPARE(m_event->summary.state, EventState::Published);
    }

    // To be priced, or called otherwise, at once.
    void newEvent_hasATicketType()
    {
        m_desk->startNew({.name = u"House"_s, .timeZone = u"Europe/Berlin"_s, .plans = {m_plan}}, m_plan, u"Adult"_s);
        QTRY_COMPARE(m_desk->state(), EventDesk::State::Editing);
        QVERIFY(!m_desk->isChanged());
        m_desk->prices().renameTicketType(0, u"Full price"_s);
        QCOMPARE(m_desk->definition().ticketTypes, QList<TicketType>({{.key = u"full-price"_s, .name = u"Full price"_s}})); // nobody knows it by another key
        QVERIFY(m_desk->isChanged());
    }

    void lostAnswer_makesNoSecondEvent()
    {
        startNew(u"Lear"_s);
        QSignalSpy failed(m_desk.get(), &EventDesk::failed);
        QSignalSpy done(m_desk.get(), &EventDesk::done);
        m_losesAnswers = true;
        m_desk->save();
        QTRY_COMPARE(failed.size(), 1);
        QVERIFY(m_desk->isChanged());
        const EventId id = m_event->summary.id;
        m_losesAnswers = false;
        rename(u"King Lear"_s); // the event is there, and another one by now
        m_desk->save();
        QTRY_COMPARE(done.size(), 1);
        QCOMPARE(m_event->summary.id, id);
        QCOMPARE(m_event->summary.name, u"King Lear"_s);
        QCOMPARE(m_world->server.count<EventsUpdate>(), 1);
        QVERIFY(!m_desk->isChanged());
    }

    void refusal_keepsWhatWasEntered()
    {
        startNew(u"Lear"_s);
        m_desk->save();
        QTRY_VERIFY(m_desk->stored());
        rename(u"Macbeth"_s);
        m_event->version = 9; // somebody else was there
        QSignalSpy failed(m_desk.get(), &EventDesk::failed);
        m_desk->save();
        QTRY_COMPARE(failed.size(), 1);
        QCOMPARE(failed[0][1].value<Error>().code, ErrorCode::StaleVersion);
        QVERIFY(m_desk->isChanged());
        QCOMPARE(m_desk->definition().name, u"Macbeth"_s);
        m_desk->open(m_desk->event());
        QTRY_COMPARE(m_desk->state(), EventDesk::State::Editing);
        QCOMPARE(m_desk->definition().name, u"Lear"_s);
        QVERIFY(!m_desk->isChanged());
    }

    void deletion_endsInNothing()
    {
        startNew(u"Lear"_s);
        m_desk->save();
        QTRY_VERIFY(m_desk->stored());
        m_refusal = Error {.code = ErrorCode::EventInUse};
        QSignalSpy failed(m_desk.get(), &EventDesk::failed);
        m_desk->remove();
        QTRY_COMPARE(failed.size(), 1);
        QCOMPARE(m_desk->state(), EventDesk::State::Editing);
        m_refusal = Error {.code = ErrorCode::NotFound}; // somebody was quicker
        QSignalSpy done(m_desk.get(), &EventDesk::done);
        m_desk->remove();
        QTRY_COMPARE(done.size(), 1);
        QCOMPARE(m_desk->state(), EventDesk::State::Empty);
    }

    void copy_isANewEventOfTheSame()
    {
        startNew(u"Lear"_s);
        price();
        m_desk->save();
        QTRY_VERIFY(m_desk->stored());
        const EventId first = m_desk->event();
        QVERIFY(!m_desk->posterOwner());
        m_event->summary.poster = QString(64, u'a');
        m_desk->open(first);
        QTRY_COMPARE(m_desk->state(), EventDesk::State::Editing);
        m_desk->startCopy();
        QTRY_COMPARE(m_desk->state(), EventDesk::State::Editing);
        QVERIFY(m_desk->event() != first);
        QVERIFY(!m_desk->stored());
        QVERIFY(sameDefinition(m_desk->definition(), definitionOf(*m_event)));
        // Its poster comes along, and is there to be seen before.
        QCOMPARE(m_desk->posterOwner()->id, first);
        QCOMPARE(m_desk->posterOwner()->poster, QString(64, u'a'));
        m_event.reset();
        m_desk->save();
        QTRY_VERIFY(m_desk->stored());
        const QList<EventsCreateParams> made = m_world->server.received<EventsCreate>();
        QCOMPARE(made.constFirst().posterOf, std::optional<EventId>());
        QCOMPARE(made.constLast().posterOf, std::optional(first));
        QVERIFY(!m_desk->posterOwner()); // which that server has not given it
        QCOMPARE(made.constLast().series, std::optional<SeriesId>()); // it is of none
    }

    void copyOfADate_isOneMoreOfItsSeries_unlessThatIsNotWanted()
    {
        startNew(u"Lear"_s);
        price();
        m_desk->save();
        QTRY_VERIFY(m_desk->stored());
        const SeriesId series(QUuid::createUuid());
        for (const bool joins : {true, false}) {
            m_event->summary.series = series;
            m_desk->open(m_event->summary.id);
            QTRY_COMPARE(m_desk->state(), EventDesk::State::Editing);
            QVERIFY(!m_desk->mayJoinSeries()); // it is of it
            m_desk->startCopy();
            QTRY_COMPARE(m_desk->state(), EventDesk::State::Editing);
            QVERIFY(m_desk->joinsSeries());
            m_desk->setJoinsSeries(joins);
            const Event first = *std::exchange(m_event, std::nullopt);
            m_desk->save();
            QTRY_VERIFY(m_desk->stored());
            QCOMPARE(m_world->server.received<EventsCreate>().constLast().series, joins ? std::optional(series) : std::nullopt);
            m_event = first;
        }
    }

    void start_ofWhatIsOnSaleMayPass()
    {
        startNew(u"Lear"_s);
        price();
        EventDefinition late = m_desk->definition();
        late.start = m_world->clock.utcNow() - std::chrono::hours(1);
        m_desk->edit(late);
        QCOMPARE(m_desk->problems(EventDesk::Action::Save), QList<EventProblem>());
        QCOMPARE(m_desk->problems(EventDesk::Action::Publish).constFirst().code, EventProblemCode::StartPassed);
        m_desk->save();
        QTRY_VERIFY(m_desk->stored());
        m_event->summary.state = EventState::Published;
        m_desk->open(m_desk->event());
        QTRY_COMPARE(m_desk->state(), EventDesk::State::Editing);
        rename(u"King Lear"_s);
        QCOMPARE(m_desk->problems(EventDesk::Action::Save), QList<EventProblem>());
    }

    void desk_isEmptyForOthers()
    {
        startNew(u"Lear"_s);
        QVERIFY(m_world->signIn(userNamed(u"carl"_s, 2, Role::Clerk)));
        QCOMPARE(m_desk->state(), EventDesk::State::Empty);
        const int asked = m_world->server.count<EventsSearch>();
        m_desk->programme().refresh();
        QCOMPARE(m_desk->programme().rowCount(), 0);
        QCOMPARE(m_world->server.count<EventsSearch>(), asked);
    }

    void cancelled_isReadAnewAndStaysSo()
    {
        startNew(u"Tempest"_s);
        price();
        m_desk->publish();
        QTRY_COMPARE(m_desk->eventState(), EventState::Published);
        QTRY_VERIFY(!m_desk->isBusy());
        QSignalSpy known(m_desk.get(), &EventDesk::salesKnown);
        m_desk->askSales();
        QTRY_COMPARE(known.size(), 1);
        QCOMPARE(known.constFirst().constFirst().value<EventSales>().tickets, 3);
        QCOMPARE(m_desk->eventState(), EventState::Published); // asking changes nothing
        QSignalSpy done(m_desk.get(), &EventDesk::done);
        m_desk->cancel(u"Fire"_s);
        QTRY_COMPARE(done.size(), 1);
        QCOMPARE(done.constFirst().constFirst().value<EventDesk::Action>(), EventDesk::Action::Cancel);
        QTRY_COMPARE(m_desk->state(), EventDesk::State::Editing);
        QCOMPARE(m_desk->eventState(), EventState::Cancelled);
        QCOMPARE(m_desk->stored()->cancelReason, u"Fire"_s);
        QVERIFY(!m_desk->isChanged());
    }

    // The server has done it, and nobody heard: the same is asked again.
    void cancelling_isRepeatedUntilItIsAnswered()
    {
        startNew(u"Tempest"_s);
        price();
        m_desk->publish();
        QTRY_COMPARE(m_desk->eventState(), EventState::Published);
        QTRY_VERIFY(!m_desk->isBusy());
        m_world->server.whenAsked<EventsCancel>([this](const EventsCancelParams &params, const Answer<EventsCancel> &) {
            m_cancels.append(params);
            m_event->summary.state = EventState::Cancelled;
            m_event->cancelReason = params.reason;
            ++m_event->version;
        });
        m_desk->cancel(u"Fire"_s);
        QTRY_COMPARE(m_cancels.size(), 1);
        serve();
        QVERIFY(m_world->breakLink(true));
        QTRY_COMPARE(m_desk->eventState(), EventState::Cancelled);
        QCOMPARE(m_cancels.size(), 2);
        QCOMPARE(m_cancels.at(1).version, m_cancels.at(0).version);
        QTRY_VERIFY(!m_desk->isBusy());
    }

    void cancelling_mayBeRefused()
    {
        startNew(u"Tempest"_s);
        price();
        m_desk->publish();
        QTRY_COMPARE(m_desk->eventState(), EventState::Published);
        QTRY_VERIFY(!m_desk->isBusy());
        ++m_event->version; // somebody changed it
        QSignalSpy failed(m_desk.get(), &EventDesk::failed);
        m_desk->cancel(u"Fire"_s);
        QTRY_COMPARE(failed.size(), 1);
        QCOMPARE(failed.constFirst().at(1).value<Error>().code, ErrorCode::StaleVersion);
        QCOMPARE(m_desk->eventState(), EventState::Published);
        QVERIFY(!m_desk->isBusy());
    }

    void laterDatesOfASeries_areCancelledWithThisOne()
    {
        startNew(u"Chess"_s);
        price();
        m_desk->publish();
        QTRY_COMPARE(m_desk->eventState(), EventState::Published);
        QTRY_VERIFY(!m_desk->isBusy());
        m_desk->cancelWithLater(u"Fire"_s); // of no series there are none
        QVERIFY(!m_desk->isBusy());
        m_event->summary.series = SeriesId(QUuid::createUuid());
        m_desk->open(m_event->summary.id);
        QTRY_COMPARE(m_desk->state(), EventDesk::State::Editing);
        m_world->server.when<EventsCancelSeries>([this](const EventsCancelSeriesParams &params) -> Result<EventsCancelSeriesResult> {
            m_event->summary.state = EventState::Cancelled;
            m_event->cancelReason = params.reason;
            return EventsCancelSeriesResult {.events = {{.event = m_event->summary.id, .start = params.from}, {.event = eventNumber(7), .start = params.from + std::chrono::hours(24)}}};
        });
        QSignalSpy done(m_desk.get(), &EventDesk::done);
        m_desk->cancelWithLater(u"Fire"_s);
        QVERIFY(m_desk->isBusy());
        QTRY_COMPARE(done.size(), 1);
        QCOMPARE(done.constFirst().constFirst().value<EventDesk::Action>(), EventDesk::Action::Cancel);
        QCOMPARE(m_desk->seriesChanges().size(), 2);
        QVERIFY(m_desk->seriesChanges()[1].changed);
        QTRY_COMPARE(m_desk->state(), EventDesk::State::Editing);
        QCOMPARE(m_desk->stored()->cancelReason, u"Fire"_s);
        QVERIFY(!m_desk->isBusy());
    }

    void datesOfASeries_areSavedAndPublishedLikeThisOne()
    {
        startNew(u"Chess"_s);
        price();
        m_desk->save();
        QTRY_VERIFY(!m_desk->isBusy());
        QVERIFY(!m_desk->mayChooseScope());
        const SeriesId series(QUuid::createUuid());
        m_event->summary.series = series;
        m_desk->open(m_event->summary.id);
        QTRY_COMPARE(m_desk->state(), EventDesk::State::Editing);
        QVERIFY(m_desk->mayChooseScope());
        QCOMPARE(m_desk->scope(), EventDesk::Scope::ThisDate);

        QList<EventsUpdateSeriesParams> updates;
        m_world->server.when<EventsUpdateSeries>([&](const EventsUpdateSeriesParams &params) -> Result<EventsUpdateSeriesResult> {
            updates.append(params);
            m_event = withDefinition(*m_event, params.after);
            ++m_event->version;
            const EventId other(QUuid::createUuid());
            return EventsUpdateSeriesResult {.events = {{.event = m_event->summary.id, .start = m_event->summary.start, .changed = true},
                                                        {.event = other, .start = m_event->summary.start, .changed = false, .kept = {EventField::Name}}}};
        });
        QList<EventsSetSeriesStateParams> states;
        m_world->server.when<EventsSetSeriesState>([&](const EventsSetSeriesStateParams &params) -> Result<EventsSetSeriesStateResult> {
            states.append(params);
            m_event->summary.state = params.state;
            ++m_event->version;
            return EventsSetSeriesStateResult {.events = {{.event = m_event->summary.id, .start = m_event->summary.start}}};
        });
        QSignalSpy done(m_desk.get(), &EventDesk::done);
        m_desk->setScope(EventDesk::Scope::LaterDates);
        rename(u"Draughts"_s);
        const Instant start = m_desk->stored()->summary.start;
        m_desk->publish();
        QTRY_COMPARE(done.size(), 1);
        QCOMPARE(updates.size(), 1);
        QCOMPARE(updates[0].series, series);
        QCOMPARE(updates[0].before.name, u"Chess"_s);
        QCOMPARE(updates[0].after.name, u"Draughts"_s);
        QCOMPARE(updates[0].from, std::optional(start));
        QCOMPARE(states.size(), 1);
        QCOMPARE(states[0].from, std::optional(start));
        QCOMPARE(m_desk->stored()->summary.state, EventState::Published);
        QVERIFY(!m_desk->isChanged());
        QCOMPARE(m_desk->seriesChanges().size(), 2);
        QVERIFY(m_desk->seriesChanges()[0].changed);
        QCOMPARE(m_desk->seriesChanges()[1].kept, QList<EventField> {EventField::Name});

        // Of all dates no first one is named; for this one alone it is an event like any other.
        m_desk->setScope(EventDesk::Scope::AllDates);
        m_desk->pause();
        QTRY_COMPARE(done.size(), 2);
        QCOMPARE(states[1].from, std::optional<Instant>());
        m_desk->setScope(EventDesk::Scope::ThisDate);
        rename(u"Go"_s);
        m_desk->save();
        QTRY_COMPARE(done.size(), 3);
        QCOMPARE(updates.size(), 1);
        QVERIFY(m_desk->seriesChanges().isEmpty());
        // Another plan is for one date alone.
        m_desk->setScope(EventDesk::Scope::AllDates);
        m_desk->choosePlan({.id = PlanId(QUuid::createUuid()), .version = 1, .hash = m_plan.ref.hash});
        QTRY_VERIFY(!m_desk->mayChooseScope());
        QCOMPARE(m_desk->scope(), EventDesk::Scope::ThisDate);
    }
};

QTEST_GUILESS_MAIN(EventDeskTest)
#include "tst_eventdesk.moc"
