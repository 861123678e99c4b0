// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/state/arrivalsmodel.h"

#include "cartworld.h"

#include <QAbstractItemModelTester>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace parterre;
using namespace parterre::protocol;
using namespace parterre::testing;

namespace {

const EventId kLear = eventNumber(1);
const EventId kFilm = eventNumber(2);
const User kDora = userNamed(u"dora"_s, 1, Role::Door);

}

// Who is in, at a scripted server.
class TestArrivalsModel : public QObject
{
    Q_OBJECT

private:
    // A section of 20 seats, and one of 10 places to stand.
    static Plan house()
    {
        Plan plan = smallHouse();
        Section pit {.name = u"Pit"_s};
        pit.areas = {{.name = u"Pit"_s, .outline = {{0, 60}, {300, 60}, {300, 90}, {0, 90}}, .category = 0, .firstPlace = 20, .capacity = 10}};
        plan.sections.append(pit);
        return plan;
    }
    SeatMapModel &map() { return m_model->seatMap(); }
    void watch(const EventId &event = kLear)
    {
        m_model->setEvent(event);
        m_model->setWatching(true);
        QTRY_VERIFY(m_model->isLive());
    }
    void tell(const QList<qint32> &in, const QList<qint32> &out = {}, const EventId &event = kLear)
    {
        m_world->server.push<CheckinsChanged>({.event = event, .in = in, .out = out});
    }
    [[nodiscard]] int asked(std::optional<bool> watching) const
    {
        const auto all = m_world->server.received<CheckinsArrivals>();
        return static_cast<int>(std::count_if(all.begin(), all.end(), [&](const CheckinsArrivalsParams &params) { return params.watch == watching; }));
    }

private Q_SLOTS:
    void init()
    {
        m_model.reset();
        m_plans.reset();
        m_world = std::make_unique<CartWorld>();
        m_folder = std::make_unique<QTemporaryDir>();
        m_plans = std::make_unique<net::PlanCache>(m_world->connection, m_folder->path());
        m_model = std::make_unique<ArrivalsModel>(m_world->session, m_world->model, *m_plans);
        m_states.assign(30, SeatState::Free);
        for (const std::size_t sold : {0, 1, 2, 9, 20, 21})
            m_states[sold] = SeatState::Sold;
        m_in = QByteArray("\x01\x02\x10", 3); // 0, 9, 20
        FakeWireServer &server = m_world->server;
        server.when<EventsGet>([this](const EventsGetParams &params) {
            return Result(EventsGetResult {.event = {.summary = {.id = params.event, .name = u"King Lear"_s, .venue = {.id = VenueId(QUuid::createUuid()), .name = u"House"_s}},
                                                     .plan = {.id = m_plan.id, .version = 1}, .ticketTypes = {{.key = u"adult"_s, .name = u"Adult"_s}}},
                                           .serverTime = m_world->clock.utcNow()});
        });
        server.when<SeatmapUnsubscribe>(Nothing {});
        m_plan = {.id = PlanId(QUuid::createUuid()), .version = 1, .hash = planio::planHash(planio::writePlan(house()))};
        server.when<PlansGet>([this](const PlansGetParams &) { return Result(PlansGetResult {.hash = m_plan.hash, .page = planio::planPages(house())[0]}); });
        server.when<SeatmapSubscribe>([this](const SeatmapSubscribeParams &) {
            return Result(SeatmapSubscribeResult {.plan = m_plan, .revision = 5, .seats = 30, .states = packSeatStates(m_states)});
        });
        server.when<CheckinsArrivals>([this](const CheckinsArrivalsParams &) { return Result(CheckinsArrivalsResult {.places = m_in.toBase64()}); });
        QVERIFY(m_world->enterAs(kDora));
    }
    void cleanup()
    {
        m_model.reset();
        m_plans.reset();
        m_world.reset();
    }

    void map_showsWhoIsIn()
    {
        const QAbstractItemModelTester tester(m_model.get());
        watch();
        QCOMPARE(map().look(0), SeatLook::Arrived);
        QCOMPARE(map().look(1), SeatLook::Sold);
        QCOMPARE(map().look(3), SeatLook::Free);
        QCOMPARE(map().areaCount(0, SeatLook::Arrived), 1);
        QCOMPARE(m_model->rowCount(), 2);
        QCOMPARE(m_model->section(0), (ArrivalsModel::Section {.name = u"House"_s, .in = 2, .expected = 4, .free = 16}));
        QCOMPARE(m_model->section(1), (ArrivalsModel::Section {.name = u"Pit"_s, .in = 1, .expected = 2, .free = 8}));
    }

    void changes_areShownAndCounted()
    {
        watch();
        QSignalSpy seats(&map(), &SeatMapModel::seatsChanged);
        QSignalSpy reset(&map(), &SeatMapModel::reset);
        tell({1, 21}, {0});
        QTRY_COMPARE(map().look(1), SeatLook::Arrived);
        QCOMPARE(map().look(0), SeatLook::Sold);
        QCOMPARE(m_model->section(0).in, 2);
        QCOMPARE(m_model->section(1).in, 2);
        QCOMPARE(seats.size(), 1); // and nothing but those seats
        QCOMPARE(seats.at(0).at(0).value<QList<qint32>>(), (QList<qint32> {1, 0}));
        QVERIFY(reset.isEmpty());
        tell({2}, {}, kFilm); // another event's
        tell({30}); // beyond the house
        tell({9});
        tell({2});
        QTRY_COMPARE(map().look(2), SeatLook::Arrived);
        QCOMPARE(asked(true), 1); // nothing was read again
    }

    // What is told before the answer is newer than what it says, or the same.
    void changes_beforeTheAnswer_countAfterIt()
    {
        QList<Answer<CheckinsArrivals>> waiting;
        m_world->server.whenAsked<CheckinsArrivals>([&](const CheckinsArrivalsParams &, const Answer<CheckinsArrivals> &answer) { waiting.append(answer); });
        m_model->setEvent(kLear);
        m_model->setWatching(true);
        QTRY_COMPARE(waiting.size(), 1);
        tell({1}, {0});
        m_world->server.push<SeatmapChanged>({.event = kLear, .from = 5, .to = 6, .changes = {{3, SeatState::Sold}}}); // which comes after
        QTRY_COMPARE(map().look(3), SeatLook::Sold);
        QVERIFY(!m_model->isLive());
        waiting.at(0)(CheckinsArrivalsResult {.places = m_in.toBase64()});
        QTRY_VERIFY(m_model->isLive());
        QCOMPARE(map().look(0), SeatLook::Sold);
        QCOMPARE(map().look(1), SeatLook::Arrived);
        QCOMPARE(map().look(9), SeatLook::Arrived);
    }

    // A seat that is sold at the last minute is expected; given back, it is free whoever was in.
    void sales_goOn()
    {
        watch();
        m_world->server.push<SeatmapChanged>({.event = kLear, .from = 5, .to = 6, .changes = {{3, SeatState::Sold}, {9, SeatState::Free}}});
        QTRY_COMPARE(map().look(3), SeatLook::Sold);
        QCOMPARE(map().look(9), SeatLook::Free);
        QCOMPARE(m_model->section(0), (ArrivalsModel::Section {.name = u"House"_s, .in = 1, .expected = 4, .free = 16}));
    }

    void brokenLink_isMadeGood()
    {
        watch();
        m_in = QByteArray("\x03\x02\x10", 3);
        m_world->server.dropLinks();
        QTRY_COMPARE(asked(true), 2);
        QTRY_VERIFY(m_model->isLive());
        QTRY_COMPARE(map().look(1), SeatLook::Arrived);
    }

    void busyServer_isAskedAgain()
    {
        m_world->server.when<CheckinsArrivals>(ErrorCode::Overloaded);
        QSignalSpy failed(m_model.get(), &ArrivalsModel::failed);
        m_model->setEvent(kLear);
        m_model->setWatching(true);
        QTRY_COMPARE(failed.size(), 1);
        QVERIFY(!m_model->isLive());
        m_world->server.when<CheckinsArrivals>(CheckinsArrivalsResult {.places = m_in.toBase64()});
        QTRY_VERIFY_WITH_TIMEOUT(m_model->isLive(), 15'000);
    }

    void nobodyLooks_nothingIsAsked()
    {
        m_model->setEvent(kLear);
        QCOMPARE(m_world->server.count<SeatmapSubscribe>(), 0);
        watch();
        m_model->setWatching(false);
        QTRY_COMPARE(asked(false), 1);
        TRY_ASKED(m_world->server, SeatmapUnsubscribe, 1);
        QCOMPARE(m_model->rowCount(), 0);
        watch(); // and again
        QCOMPARE(asked(true), 2);
    }

    void otherEvent_isFollowed()
    {
        watch();
        m_model->setEvent(kFilm);
        QTRY_VERIFY(m_model->isLive());
        QCOMPARE(m_world->server.received<CheckinsArrivals>().constLast().event, kFilm);
        tell({1}); // of the one before
        tell({2}, {}, kFilm);
        QTRY_COMPARE(map().look(2), SeatLook::Arrived);
        QCOMPARE(map().look(1), SeatLook::Sold);
    }

    void others_seeNothing()
    {
        m_world->session.setUser(userNamed(u"dora"_s, 1)); // whose role is another now
        m_model->setEvent(kLear);
        m_model->setWatching(true);
        QVERIFY(m_model->event().event().isNull());
    }

    // The clerk who sells the same event goes on seeing what happens to its seats.
    void map_ofTheSaleGoesOn()
    {
        EventModel sale(m_world->session, m_world->model, *m_plans);
        sale.open(kLear);
        QTRY_VERIFY(sale.isLive());
        watch();
        m_model->setWatching(false);
        QTRY_COMPARE(asked(false), 1);
        QCOMPARE(m_world->server.count<SeatmapUnsubscribe>(), 0);
        QCOMPARE(sale.seatMap().look(0), SeatLook::Sold); // there nobody is told who is in
        sale.close();
        TRY_ASKED(m_world->server, SeatmapUnsubscribe, 1);
    }

private:
    std::unique_ptr<CartWorld> m_world;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<net::PlanCache> m_plans;
    std::unique_ptr<ArrivalsModel> m_model;
    PlanVersionRef m_plan;
    std::vector<SeatState> m_states;
    QByteArray m_in;
};

QTEST_GUILESS_MAIN(TestArrivalsModel)
#include "tst_arrivalsmodel.moc"
