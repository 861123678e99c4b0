// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/state/canceldesk.h"

#include "shared/protocol/events.h"
#include "shared/protocol/series.h"
#include "stateworld.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace parterre;
using namespace parterre::protocol;
using namespace parterre::testing;

// An event, and perhaps the later dates of its series, at a server that answers as events.* do.
class CancelDeskTest : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<StateWorld> m_world;
    std::unique_ptr<CancelDesk> m_desk;
    const SeriesId m_series {QUuid(0, 0, 0x7000, 0x80, 0, 0, 0, 0, 3, 0, 1)};
    const EventSales m_alone {.bookings = 1, .tickets = 2, .amounts = {euros(40)}};
    const EventSales m_all {.bookings = 3, .tickets = 9, .amounts = {euros(180)}};

    // The second of three dates.
    [[nodiscard]] Event date(bool isOfSeries = true) const
    {
        return {.summary = {.id = eventNumber(2), .name = u"Lear"_s, .state = EventState::Published, .start = Instant(200s), .venue = {.id = VenueId(eventNumber(9).uuid())},
                            .series = isOfSeries ? std::optional(m_series) : std::nullopt},
                .plan = {.id = PlanId(eventNumber(8).uuid()), .version = 1}, .version = 4};
    }
    [[nodiscard]] static QList<SeriesEvent> laterDates() { return {{.event = eventNumber(2), .start = Instant(200s)}, {.event = eventNumber(3), .start = Instant(300s)}}; }
    [[nodiscard]] static Event cancelled(Event event, const QString &reason)
    {
        event.summary.state = EventState::Cancelled;
        event.cancelReason = reason;
        return event;
    }

private Q_SLOTS:
    void init()
    {
        m_desk.reset();
        m_world = std::make_unique<StateWorld>();
        m_world->server.when<EventsSales>(EventsSalesResult {.sales = m_alone});
        m_world->server.when<EventsSeriesSales>(EventsSeriesSalesResult {.dates = laterDates(), .sales = m_all});
        m_desk = std::make_unique<CancelDesk>(m_world->session);
        QVERIFY(m_world->enterAs(userNamed(u"mona"_s, 1, Role::Manager)));
    }
    void cleanup()
    {
        m_desk.reset();
        m_world.reset();
    }

    void sales_areThoseOfTheEventAndOfTheLaterDates()
    {
        QSignalSpy known(m_desk.get(), &CancelDesk::salesKnown);
        m_desk->askSales(date().summary);
        QTRY_COMPARE(known.size(), 1);
        QCOMPARE(known[0][0].value<EventSales>(), m_alone);
        QCOMPARE(known[0][1].value<std::optional<SeriesSales>>(), std::optional(SeriesSales {.dates = laterDates(), .sales = m_all}));
        const EventsSeriesSalesParams asked = m_world->server.received<EventsSeriesSales>().last();
        QCOMPARE(asked.series, m_series);
        QCOMPARE(asked.from, Instant(200s)); // earlier dates are not meant
    }

    void sales_areOfOneAloneWhereNoneIsLater()
    {
        QSignalSpy known(m_desk.get(), &CancelDesk::salesKnown);
        m_desk->askSales(date(false).summary);
        QTRY_COMPARE(known.size(), 1);
        QVERIFY(!known[0][1].value<std::optional<SeriesSales>>());
        QCOMPARE(m_world->server.count<EventsSeriesSales>(), 0);
        m_world->server.when<EventsSeriesSales>(EventsSeriesSalesResult {.dates = laterDates().first(1), .sales = m_alone});
        m_desk->askSales(date().summary);
        QTRY_COMPARE(known.size(), 2);
        QVERIFY(!known[1][1].value<std::optional<SeriesSales>>());
        // A server of before does not know of the question.
        m_world->server.when<EventsSeriesSales>(Result<EventsSeriesSalesResult>(Error {.code = ErrorCode::MethodNotFound}));
        m_desk->askSales(date().summary);
        QTRY_COMPARE(known.size(), 3);
        QVERIFY(!known[2][1].value<std::optional<SeriesSales>>());
    }

    void sales_mayNotBeKnown()
    {
        QSignalSpy known(m_desk.get(), &CancelDesk::salesKnown);
        QSignalSpy failed(m_desk.get(), &CancelDesk::failed);
        m_world->server.when<EventsSeriesSales>(Result<EventsSeriesSalesResult>(Error {.code = ErrorCode::StorageUnavailable}));
        m_desk->askSales(date().summary);
        QTRY_COMPARE(failed.size(), 1);
        QCOMPARE(failed[0][0].value<Error>().code, ErrorCode::StorageUnavailable);
        m_world->server.when<EventsSales>(Result<EventsSalesResult>(Error {.code = ErrorCode::NotFound}));
        m_desk->askSales(date().summary);
        QTRY_COMPARE(failed.size(), 2);
        QCOMPARE(known.size(), 0);
    }

    void laterDates_areCancelledWithTheEvent()
    {
        m_world->server.when<EventsCancelSeries>(EventsCancelSeriesResult {.events = laterDates()});
        m_world->server.when<EventsGet>(EventsGetResult {.event = cancelled(date(), u"Fire"_s), .serverTime = m_world->clock.utcNow()});
        QSignalSpy done(m_desk.get(), &CancelDesk::cancelled);
        m_desk->cancelWithLater(date(), u"Fire"_s);
        QTRY_COMPARE(done.size(), 1);
        QCOMPARE(done[0][0].value<Event>().cancelReason, u"Fire"_s);
        QCOMPARE(done[0][1].value<QList<SeriesEvent>>(), laterDates());
        const EventsCancelSeriesParams asked = m_world->server.received<EventsCancelSeries>().last();
        QCOMPARE(asked.series, m_series);
        QCOMPARE(asked.from, Instant(200s));
        QCOMPARE(asked.reason, u"Fire"_s);
    }

    void eventAlone_namesNoOtherDates()
    {
        m_world->server.when<EventsCancel>(EventsEditResult {.event = cancelled(date(), u"Fire"_s)});
        QSignalSpy done(m_desk.get(), &CancelDesk::cancelled);
        m_desk->cancel(date(), u"Fire"_s);
        QTRY_COMPARE(done.size(), 1);
        QVERIFY(done[0][1].value<QList<SeriesEvent>>().isEmpty());
        QCOMPARE(m_world->server.received<EventsCancel>().last().version, 4);
        QCOMPARE(m_world->server.count<EventsCancelSeries>(), 0);
    }

    // The server has done it, and nobody heard: the same is asked again.
    void laterDates_areAskedForUntilThatIsAnswered()
    {
        m_world->server.whenAsked<EventsCancelSeries>([](const EventsCancelSeriesParams &, const Answer<EventsCancelSeries> &) {});
        m_world->server.when<EventsGet>(EventsGetResult {.event = cancelled(date(), u"Fire"_s), .serverTime = m_world->clock.utcNow()});
        QSignalSpy done(m_desk.get(), &CancelDesk::cancelled);
        m_desk->cancelWithLater(date(), u"Fire"_s);
        TRY_ASKED(m_world->server, EventsCancelSeries, 1);
        m_world->server.when<EventsCancelSeries>(EventsCancelSeriesResult {.events = laterDates()});
        QVERIFY(m_world->breakLink(true));
        QTRY_COMPARE(done.size(), 1);
        QCOMPARE(m_world->server.count<EventsCancelSeries>(), 2);
    }

    void datesThatAreCancelledForAnotherReason_areSaidToHaveChanged()
    {
        m_world->server.when<EventsCancelSeries>(EventsCancelSeriesResult {});
        QSignalSpy failed(m_desk.get(), &CancelDesk::failed);
        m_desk->cancelWithLater(date(), u"Fire"_s);
        QTRY_COMPARE(failed.size(), 1);
        QCOMPARE(failed[0][0].value<Error>().code, ErrorCode::StaleVersion);
    }

    void lateAnswers_areNotHeardAfterAStop()
    {
        QList<Answer<EventsSales>> asked;
        m_world->server.whenAsked<EventsSales>([&asked](const EventsSalesParams &, const Answer<EventsSales> &answer) { asked.append(answer); });
        QSignalSpy known(m_desk.get(), &CancelDesk::salesKnown);
        m_desk->askSales(date().summary);
        QTRY_COMPARE(asked.size(), 1);
        m_desk->stop();
        asked[0](EventsSalesResult {.sales = m_alone});
        m_desk->askSales(date(false).summary);
        QTRY_COMPARE(asked.size(), 2);
        asked[1](EventsSalesResult {.sales = m_all});
        QTRY_COMPARE(known.size(), 1);
        QCOMPARE(known[0][0].value<EventSales>(), m_all);
    }
};

QTEST_GUILESS_MAIN(CancelDeskTest)
#include "tst_canceldesk.moc"
