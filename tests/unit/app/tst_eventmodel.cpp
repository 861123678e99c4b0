// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/state/eventmodel.h"

#include "cartworld.h"

#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace parterre;
using namespace parterre::protocol;
using namespace parterre::testing;

namespace {

const EventId kLear = eventNumber(1);
const EventId kFilm = eventNumber(2);
const User kAnna = userNamed(u"anna"_s, 1);

Event lear()
{
    const auto price = [](const char *category, const char *type, qint64 amount) {
        return Price {.category = QString::fromLatin1(category), .ticketType = QString::fromLatin1(type), .price = euros(amount)};
    };
    return {.summary = {.id = kLear, .name = u"King Lear"_s, .venue = {.id = VenueId(QUuid::createUuid()), .name = u"House"_s}},
            .plan = {.id = PlanId(QUuid::createUuid()), .version = 1},
            .ticketTypes = {{.key = u"adult"_s, .name = u"Adult"_s}, {.key = u"child"_s, .name = u"Child"_s}},
            .prices = {price("stalls", "child", 10), price("stalls", "adult", 20), price("circle", "adult", 15)}};
}

} // namespace

class TestEventModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_model.reset();
        m_plans.reset();
        m_world = std::make_unique<CartWorld>();
        m_folder = std::make_unique<QTemporaryDir>();
        m_plans = std::make_unique<net::PlanCache>(m_world->connection, m_folder->path());
        m_model = std::make_unique<EventModel>(m_world->session, m_world->model, *m_plans);
        setPlan(smallHouse());
        m_revision = 5;
        m_states.assign(20, SeatState::Free);
        m_mine.clear();
        m_world->server.when<EventsGet>(EventsGetResult {.event = lear(), .serverTime = m_world->clock.utcNow()});
        m_world->server.when<SeatmapUnsubscribe>(Nothing {});
        m_world->server.when<PlansGet>([this](const PlansGetParams &) { return Result(PlansGetResult {.hash = m_plan.hash, .page = planio::planPages(m_house)[0]}); });
        m_world->server.when<SeatmapSubscribe>([this](const SeatmapSubscribeParams &) { return Result(snapshot()); });
        QVERIFY(m_world->enterAs(kAnna));
    }
    void cleanup()
    {
        m_model.reset();
        m_plans.reset();
        m_world.reset();
    }

    void open_showsDetailsAndHouse()
    {
        m_states[3] = SeatState::Held;
        m_states[4] = SeatState::Sold;
        QSignalSpy state(m_model.get(), &EventModel::stateChanged);
        m_model->open(kLear);
        QCOMPARE(m_model->state(), EventModel::State::Loading);
        QTRY_COMPARE(m_model->state(), EventModel::State::Ready);
        QVERIFY(m_model->isLive());
        QCOMPARE(m_model->details()->summary.name, u"King Lear"_s);
        QCOMPARE(map().seatCount(), 20);
        QCOMPARE(map().look(3), SeatLook::HeldByOther);
        QCOMPARE(map().look(4), SeatLook::Sold);
        QCOMPARE(map().revision(), 5);
        QCOMPARE(map().price(0)->lowest, euros(10));
        QCOMPARE(state.size(), 2);
    }

    void changes_areApplied()
    {
        openLear();
        change(5, 6, {{.seat = 7, .state = SeatState::Sold}});
        QTRY_COMPARE(map().look(7), SeatLook::Sold);
        QCOMPARE(m_world->server.count<SeatmapSubscribe>(), 1);
    }

    void changes_ofOtherEventsAreNot()
    {
        openLear();
        m_world->server.push<SeatmapChanged>({.event = kFilm, .from = 5, .to = 6, .changes = {{.seat = 7, .state = SeatState::Sold}}});
        change(5, 6, {{.seat = 8, .state = SeatState::Sold}});
        QTRY_COMPARE(map().look(8), SeatLook::Sold);
        QCOMPARE(map().look(7), SeatLook::Free);
    }

    void changedEvent_isReadAgain()
    {
        openLear();
        Event changed = lear();
        changed.summary.name = u"Macbeth"_s;
        m_world->server.when<EventsGet>(EventsGetResult {.event = changed, .serverTime = m_world->clock.utcNow()});
        m_world->server.push<EventsChanged>({.event = kFilm});
        m_world->server.push<EventsChanged>({.event = kLear});
        QTRY_COMPARE(m_model->details()->summary.name, u"Macbeth"_s);
        QTRY_VERIFY(m_model->isLive());
        QCOMPARE(m_world->server.count<EventsGet>(), 2);
        QCOMPARE(m_world->server.count<SeatmapSubscribe>(), 2); // it may have another plan
    }

    void gap_isMendedByASnapshot()
    {
        openLear();
        m_states[1] = SeatState::Sold;
        m_revision = 9;
        change(7, 8, {{.seat = 2, .state = SeatState::Sold}});
        QTRY_COMPARE(map().revision(), 9);
        QCOMPARE(map().look(1), SeatLook::Sold);
        QCOMPARE(map().look(2), SeatLook::Free);
        QCOMPARE(m_world->server.count<SeatmapSubscribe>(), 2);
        QCOMPARE(m_world->server.count<PlansGet>(), 1);
        QVERIFY(m_model->isLive());
    }

    void gap_asksOnceHoweverManyChangesFollow()
    {
        openLear();
        Answer<SeatmapSubscribe> answer;
        m_world->server.whenAsked<SeatmapSubscribe>([&](const SeatmapSubscribeParams &, const Answer<SeatmapSubscribe> &a) { answer = a; });
        change(7, 8, {});
        QTRY_VERIFY(answer);
        QVERIFY(!m_model->isLive());
        for (qint64 revision = 8; revision < 20; ++revision)
            change(revision, revision + 1, {{.seat = qint32(revision), .state = SeatState::Held}});
        m_revision = 12; // in the middle of them
        answer(snapshot());
        QTRY_COMPARE(map().revision(), 20);
        QCOMPARE(map().look(11), SeatLook::Free); // the snapshot knew better than the change before it
        QCOMPARE(map().look(12), SeatLook::HeldByOther);
        QCOMPARE(m_world->server.count<SeatmapSubscribe>(), 2);
    }

    void changes_beforeThePlanIsThereAreNotLost()
    {
        Answer<PlansGet> plan;
        m_world->server.whenAsked<PlansGet>([&](const PlansGetParams &, const Answer<PlansGet> &answer) { plan = answer; });
        m_model->open(kLear);
        QTRY_VERIFY(plan);
        change(4, 5, {{.seat = 1, .state = SeatState::Sold}}); // in the snapshot already
        change(5, 6, {{.seat = 2, .state = SeatState::Sold}});
        plan(PlansGetResult {.hash = m_plan.hash, .page = planio::planPages(m_house)[0]});
        QTRY_COMPARE(m_model->state(), EventModel::State::Ready);
        QCOMPARE(map().revision(), 6);
        QCOMPARE(map().look(1), SeatLook::Free);
        QCOMPARE(map().look(2), SeatLook::Sold);
    }

    void pushedSnapshot_replacesTheStates()
    {
        openLear();
        m_states[2] = SeatState::Blocked;
        m_world->server.push<SeatmapSnapshot>({.event = kLear, .revision = 40, .states = packSeatStates(m_states)});
        QTRY_COMPARE(map().revision(), 40);
        QCOMPARE(map().look(2), SeatLook::Blocked);
        m_world->server.push<SeatmapSnapshot>({.event = kLear, .revision = 39, .states = packSeatStates(std::vector<SeatState>(20))});
        change(40, 41, {{.seat = 3, .state = SeatState::Sold}});
        QTRY_COMPARE(map().look(3), SeatLook::Sold);
        QCOMPARE(map().look(2), SeatLook::Blocked); // the older one was passed over
        QCOMPARE(m_world->server.count<SeatmapSubscribe>(), 1);
    }

    void brokenLink_subscribesAgain()
    {
        openLear();
        m_states[6] = SeatState::Sold;
        m_revision = 8;
        QSignalSpy live(m_model.get(), &EventModel::liveChanged);
        QVERIFY(m_world->breakLink(true));
        QTRY_COMPARE(map().revision(), 8);
        QCOMPARE(map().look(6), SeatLook::Sold);
        QTRY_COMPARE(live.size(), 2);
        QCOMPARE(m_model->state(), EventModel::State::Ready); // what was shown stayed
        QCOMPARE(m_world->server.count<PlansGet>(), 1);
    }

    void newPlanVersion_isFetchedOnSubscribing()
    {
        openLear();
        Plan bigger = smallHouse();
        bigger.sections[0].rows[1].seats.append({.index = 20, .number = u"11"_s, .label = u"B 11"_s, .position = {250, 30}, .category = 1});
        setPlan(bigger);
        m_states.assign(21, SeatState::Free);
        QVERIFY(m_world->breakLink(true));
        QTRY_COMPARE(map().seatCount(), 21);
        QCOMPARE(map().price(1)->lowest, euros(15));
    }

    void requestHold_isPendingThenMine()
    {
        openLear();
        m_model->requestHold({3, 14});
        QCOMPARE(map().look(3), SeatLook::Pending);
        QTRY_COMPARE(map().look(3), SeatLook::Mine);
        QCOMPARE(map().look(14), SeatLook::Mine);
        QCOMPARE(map().mineUntil(3), m_world->clock.utcNow() + 10min);
        const CartModel &cart = m_world->model;
        QCOMPARE(cart.line(0).label, u"A 4"_s);
        QCOMPARE(cart.line(0).eventName, u"King Lear"_s);
        QCOMPARE(cart.line(0).category, u"stalls"_s);
        QCOMPARE(cart.line(0).prices.size(), 2);
        QCOMPARE(cart.ticketType(0), u"adult"_s); // the event's order, not the price list's
        QCOMPARE(cart.line(1).label, u"B 5"_s);
        QCOMPARE(cart.total(), euros(35));
    }

    void lostRace_namesTheSeats()
    {
        openLear();
        m_world->server.when<HoldsAcquire>(Error {.code = ErrorCode::SeatTaken, .places = {14}});
        QSignalSpy failed(m_model.get(), &EventModel::holdFailed);
        m_model->requestHold({3, 14});
        QTRY_COMPARE(failed.size(), 1);
        QCOMPARE(failed[0][0].value<Error>().code, ErrorCode::SeatTaken);
        QCOMPARE(failed[0][1].toStringList(), QStringList {u"B 5"_s});
        QCOMPARE(map().look(3), SeatLook::Free);
    }

    void requestRelease_freesTheSeat()
    {
        openLear();
        m_model->requestHold({3});
        QTRY_COMPARE(map().look(3), SeatLook::Mine);
        m_model->requestRelease({3});
        QCOMPARE(map().look(3), SeatLook::Pending);
        QTRY_COMPARE(map().look(3), SeatLook::Free);
        m_model->requestHold({4});
        QTRY_COMPARE(map().look(4), SeatLook::Mine);
        m_world->server.when<HoldsRelease>(Error {.code = ErrorCode::CheckoutRunning, .places = {4}});
        QSignalSpy failed(m_model.get(), &EventModel::releaseFailed);
        m_model->requestRelease({4});
        QTRY_COMPARE(failed.size(), 1);
        QCOMPARE(failed[0][1].toStringList(), QStringList {u"A 5"_s});
        QCOMPARE(map().look(4), SeatLook::Mine);
    }

    void holdsOfOtherEvents_areNotMineHere()
    {
        openLear();
        QVERIFY(m_world->hold(kFilm, {3}));
        QCOMPARE(map().look(3), SeatLook::Free);
    }

    void expiredHold_isNoLongerMine()
    {
        openLear();
        m_model->requestHold({3});
        QTRY_COMPARE(map().look(3), SeatLook::Mine);
        m_world->server.push<HoldsEnded>({.event = kLear, .places = {3}, .reason = HoldEndReason::Expired});
        QTRY_COMPARE(map().look(3), SeatLook::Free);
    }

    void holdOnlyTheServerKnows_isReadIntoTheCart()
    {
        m_world->cart = {m_world->line(kLear, 3)};
        m_mine = {m_world->cart[0].hold};
        openLear();
        QTRY_COMPARE(map().look(3), SeatLook::Mine);
    }

    void lostVisit_takesMyMarksAway()
    {
        openLear();
        m_model->requestHold({3});
        QTRY_COMPARE(map().look(3), SeatLook::Mine);
        m_world->cart.clear();
        QVERIFY(m_world->breakLink(false));
        QCOMPARE(map().look(3), SeatLook::Free);
    }

    void unknownEvent_failsAndMayBeReloaded()
    {
        m_world->server.when<EventsGet>(Error {.code = ErrorCode::NotFound});
        m_model->open(kLear);
        QTRY_COMPARE(m_model->state(), EventModel::State::Failed);
        QCOMPARE(m_model->error()->code, ErrorCode::NotFound);
        m_world->server.when<EventsGet>(EventsGetResult {.event = lear(), .serverTime = m_world->clock.utcNow()});
        m_model->reload();
        QTRY_COMPARE(m_model->state(), EventModel::State::Ready);
        QVERIFY(!m_model->error());
    }

    void snapshotThatDoesNotFit_fails()
    {
        m_states.resize(8);
        m_model->open(kLear);
        QTRY_COMPARE(m_model->state(), EventModel::State::Failed);
        QCOMPARE(m_model->error()->code, ErrorCode::BadAnswer);
    }

    void limits_areKeptBeforeTheServerIsAsked()
    {
        Event event = lear();
        event.rules.maxSeats = 6;
        event.rules.maxPerBooking = 3;
        m_world->server.when<EventsGet>(EventsGetResult {.event = event, .serverTime = m_world->clock.utcNow()});
        openLear();
        QCOMPARE(m_model->mostSeats(), 3);
        QSignalSpy limit(m_model.get(), &EventModel::limitChanged);
        m_model->requestHold({0, 1});
        QTRY_COMPARE(m_world->model.rowCount(), 2);
        QVERIFY(!limit.isEmpty());
        QCOMPARE(m_model->seatsLeft(), 1);
        QSignalSpy failed(m_model.get(), &EventModel::holdFailed);
        m_model->requestHold({2, 3});
        QCOMPARE(failed.size(), 1);
        QCOMPARE(failed[0][0].value<Error>().code, ErrorCode::BookingTooLarge);
        QCOMPARE(failed[0][0].value<Error>().limit, std::optional<qint64>(3));
        QCOMPARE(m_world->server.count<HoldsAcquire>(), 1);

        // Of a booking with two tickets one is exchanged: the other is still in it.
        const Ticket given {.number = u"A-1"_s, .event = kLear, .price = euros(20)};
        const Ticket stays {.number = u"A-2"_s, .event = kLear, .price = euros(20)};
        m_world->model.startExchange({.booking = BookingId(QUuid::createUuid()), .tickets = {given}, .staying = {stays}});
        QCOMPARE(m_model->mostSeats(), 2);
        QCOMPARE(m_model->seatsLeft(), 0);
        // A booking that has more than it may now, keeps as many.
        m_world->model.startExchange({.booking = BookingId(QUuid::createUuid()), .tickets = {given, given}, .staying = {stays, stays, stays}});
        QCOMPARE(m_model->mostSeats(), 2);
        m_world->model.stopExchange();

        QVERIFY(m_world->signIn(userNamed(u"carl"_s, 3, Role::Clerk)));
        QCOMPARE(m_model->mostSeats(), kMaxSeatsCounter);
    }

    void limit_ofSeatsHeldIsTheServersToSay()
    {
        Event event = lear();
        event.rules.maxSeats = 2;
        m_world->server.when<EventsGet>(EventsGetResult {.event = event, .serverTime = m_world->clock.utcNow()});
        m_world->server.when<HoldsAcquire>(Error {.code = ErrorCode::TooManySeats, .limit = 2});
        openLear();
        QCOMPARE(m_model->limitReached().code, ErrorCode::TooManySeats);
        QSignalSpy failed(m_model.get(), &EventModel::holdFailed);
        m_model->requestHold({0, 1, 2});
        QTRY_COMPARE(failed.size(), 1);
        QCOMPARE(m_world->server.count<HoldsAcquire>(), 1);
    }

    void companionsSeats_areJudgedWithTheirWheelchairPlaces()
    {
        Plan plan = smallHouse();
        QList<Seat> &row = plan.sections[0].rows[0].seats;
        row[1].attributes = SeatAttribute::Wheelchair;
        row[2].attributes = row[3].attributes = SeatAttribute::Companion;
        row[2].companionOf = row[3].companionOf = 1;
        setPlan(plan);
        openLear();
        QVERIFY(!m_model->companionRefusal());
        m_model->requestHold({2, 7});
        QTRY_COMPARE(m_world->model.rowCount(), 2);
        const Error alone {.code = ErrorCode::CompanionAlone, .places = {2}, .event = kLear};
        QCOMPARE(m_model->companionRefusal(), std::optional(alone));
        QCOMPARE(m_model->labelsOf(alone), QStringList({u"A 3"_s, u"A 2"_s}));
        m_model->requestHold({3});
        QTRY_COMPARE(m_world->model.rowCount(), 3);
        QCOMPARE(m_model->companionRefusal()->places, QList<qint32>({2, 3}));
        QCOMPARE(m_model->labelsOf(*m_model->companionRefusal()), QStringList({u"A 3"_s, u"A 4"_s}));

        // In exchange for another ticket of a booking that has the wheelchair place, and for that place itself.
        const auto ticketOf = [](qint32 place) { return Ticket {.event = kLear, .place = place, .price = euros(10)}; };
        const BookingId booking(QUuid::createUuid());
        m_world->model.startExchange({.booking = booking, .tickets = {ticketOf(8)}, .staying = {ticketOf(1)}});
        QVERIFY(!m_model->companionRefusal());
        m_world->model.startExchange({.booking = booking, .tickets = {ticketOf(1)}, .staying = {ticketOf(8)}});
        QCOMPARE(m_model->companionRefusal()->places, QList<qint32>({2, 3}));
        // One of another event is of no help; one that was alone before is no matter.
        Ticket elsewhere = ticketOf(1);
        elsewhere.event = kFilm;
        m_world->model.startExchange({.booking = booking, .tickets = {ticketOf(2)}, .staying = {elsewhere}});
        QCOMPARE(m_model->companionRefusal()->places, QList<qint32>({3}));
        m_world->model.stopExchange();

        m_model->requestHold({1});
        QTRY_COMPARE(m_world->model.rowCount(), 4);
        QVERIFY(!m_model->companionRefusal());
        m_model->requestRelease({1});
        QTRY_COMPARE(m_world->model.rowCount(), 3);
        QVERIFY(m_model->companionRefusal());
        QVERIFY(m_world->signIn(userNamed(u"carl"_s, 3, Role::Clerk)));
        m_model->requestHold({2});
        QTRY_VERIFY(m_world->model.rowOf(kLear, 2) >= 0);
        QVERIFY(m_world->model.rowOf(kLear, 1) < 0);
        QCOMPARE(m_model->state(), EventModel::State::Ready);
        QVERIFY(!m_model->companionRefusal()); // it is the counter's to sell
    }

    void prices_areShownWithFeesAndTax()
    {
        Event event = lear();
        event.prices[1].inAll = euros(26); // stalls, adult
        event.prices[0].inAll = euros(13);
        m_world->server.when<EventsGet>(EventsGetResult {.event = event, .serverTime = m_world->clock.utcNow()});
        openLear();
        QCOMPARE(map().price(0)->lowest, euros(13));
        QCOMPARE(map().price(0)->highest, euros(26));
        QCOMPARE(map().price(1)->lowest, euros(15));
        QCOMPARE(m_model->pricesOf(u"stalls"_s).constFirst().charged(), euros(26));
        QCOMPARE(m_model->pricesOf(u"stalls"_s).constFirst().price, euros(20));
    }

    void close_unsubscribesAndForgets()
    {
        openLear();
        m_model->close();
        QCOMPARE(m_model->state(), EventModel::State::Closed);
        QCOMPARE(map().seatCount(), 0);
        QVERIFY(!m_model->details());
        TRY_ASKED(m_world->server, SeatmapUnsubscribe, 1);
        change(5, 6, {{.seat = 7, .state = SeatState::Sold}});
        QVERIFY(m_world->breakLink(true));
        QCOMPARE(m_world->server.count<SeatmapSubscribe>(), 1);
    }

    void close_whileLoadingDropsTheAnswers()
    {
        QList<Answer<EventsGet>> details;
        QList<Answer<SeatmapSubscribe>> maps;
        m_world->server.whenAsked<EventsGet>([&](const EventsGetParams &, const Answer<EventsGet> &answer) { details.append(answer); });
        m_world->server.whenAsked<SeatmapSubscribe>([&](const SeatmapSubscribeParams &, const Answer<SeatmapSubscribe> &answer) { maps.append(answer); });
        m_model->open(kFilm);
        m_model->open(kLear);
        QTRY_COMPARE(maps.size(), 2);
        Event film = lear();
        film.summary.name = u"Film"_s;
        details[0](EventsGetResult {.event = film});
        details[1](EventsGetResult {.event = lear()});
        maps[1](snapshot());
        maps[0](Error {.code = ErrorCode::NotFound});
        QTRY_COMPARE(m_model->state(), EventModel::State::Ready);
        QCOMPARE(m_model->details()->summary.name, u"King Lear"_s);
    }

    void destruction_unsubscribes()
    {
        openLear();
        m_model.reset();
        TRY_ASKED(m_world->server, SeatmapUnsubscribe, 1);
    }

private:
    SeatMapModel &map() { return m_model->seatMap(); }
    void openLear()
    {
        m_model->open(kLear);
        QTRY_COMPARE(m_model->state(), EventModel::State::Ready);
    }
    void setPlan(const Plan &plan)
    {
        m_house = plan;
        m_plan = {.id = PlanId(QUuid::createUuid()), .version = 1, .hash = planio::planHash(planio::writePlan(plan))};
    }
    [[nodiscard]] SeatmapSubscribeResult snapshot() const
    {
        return {.plan = m_plan, .revision = m_revision, .seats = qint32(m_states.size()), .states = packSeatStates(m_states), .mine = m_mine};
    }
    void change(qint64 from, qint64 to, const QList<SeatChange> &changes)
    {
        m_world->server.push<SeatmapChanged>({.event = kLear, .from = from, .to = to, .changes = changes});
    }

    std::unique_ptr<CartWorld> m_world;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<net::PlanCache> m_plans;
    std::unique_ptr<EventModel> m_model;
    Plan m_house;
    PlanVersionRef m_plan;
    qint64 m_revision = 5;
    std::vector<SeatState> m_states;
    QList<Hold> m_mine;
};

QTEST_GUILESS_MAIN(TestEventModel)
#include "tst_eventmodel.moc"
