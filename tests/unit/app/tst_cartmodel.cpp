// SPDX-License-Identifier: GPL-3.0-or-later
#include "cartworld.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace parterre;
using namespace parterre::protocol;
using namespace parterre::testing;

namespace {

const EventId kLear = eventNumber(1);
const EventId kFilm = eventNumber(2);
const User kAnna = userNamed(u"anna"_s, 1);

} // namespace

// What is held: lines, prices, deadlines, and how they end. Selling them is in tst_cartcheckout.
class TestCartModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_world = std::make_unique<CartWorld>();
        QVERIFY(m_world->enterAs(kAnna));
        TRY_ASKED(m_world->server, CartGet, 1);
    }

    void requestHold_putsTheSeatsInTheCart()
    {
        QVERIFY(m_world->hold(kLear, {3, 4}));
        QCOMPARE(m_world->labels(), (QStringList {u"A 4"_s, u"A 5"_s}));
        QCOMPARE(model().ticketType(0), u"adult"_s);
        QCOMPARE(model().total(), euros(40));
        QCOMPARE(model().deadlines(kLear).size(), 2);
        QVERIFY(model().deadlines(kFilm).isEmpty());
        QCOMPARE(model().index(0).data(CartModel::PriceRole).value<Money>(), euros(20));
        QCOMPARE(model().index(1).data(CartModel::LineRole).value<CartLine>(), model().line(1));
        QCOMPARE(m_world->server.count<CartGet>(), 1); // nothing was missing
    }

    void requestHold_isPendingUntilAnswered()
    {
        Answer<HoldsAcquire> answer;
        m_world->server.whenAsked<HoldsAcquire>([&](const HoldsAcquireParams &, const Answer<HoldsAcquire> &a) { answer = a; });
        QSignalSpy changed(&model(), &CartModel::pendingChanged);
        model().requestHold(kLear, m_world->lines(kLear, {3}));
        QCOMPARE(model().pendingPlaces(kLear), QList<qint32> {3});
        QVERIFY(model().pendingPlaces(kFilm).isEmpty());
        QTRY_VERIFY(answer);
        answer(HoldsResult {.holds = {m_world->line(kLear, 3).hold}});
        QTRY_COMPARE(model().rowCount(), 1);
        QVERIFY(model().pendingPlaces(kLear).isEmpty());
        QCOMPARE(changed.size(), 2);
    }

    void requestHold_unknownDetailsAreReadFromTheServer()
    {
        QSignalSpy held(&model(), &CartModel::seatsHeld);
        model().requestHold(kLear, {{.hold = {.event = kLear, .place = 3}}});
        QTRY_COMPARE(held.size(), 1);
        QTRY_COMPARE(m_world->labels(), QStringList {u"A 4"_s});
        QCOMPARE(model().ticketType(0), u"adult"_s);
    }

    void requestHold_lostRaceChangesNothing()
    {
        QVERIFY(m_world->hold(kLear, {1}));
        const Error taken {.code = ErrorCode::SeatTaken, .places = {3}};
        m_world->server.when<HoldsAcquire>(taken);
        QSignalSpy failed(&model(), &CartModel::holdFailed);
        model().requestHold(kLear, m_world->lines(kLear, {3, 4}));
        QTRY_COMPARE(failed.size(), 1);
        QCOMPARE(failed[0][1].value<QList<qint32>>(), (QList<qint32> {3, 4}));
        QCOMPARE(failed[0][2].value<Error>().places, QList<qint32> {3});
        QCOMPARE(m_world->labels(), QStringList {u"A 2"_s});
        QVERIFY(model().pendingPlaces(kLear).isEmpty());
    }

    void requestHold_ofTooManySeatsIsNotSent()
    {
        QList<qint32> places;
        for (qint32 place = 0; place < 10'000; ++place)
            places.append(place);
        QSignalSpy failed(&model(), &CartModel::holdFailed);
        model().requestHold(kLear, m_world->lines(kLear, places));
        QTRY_COMPARE(failed.size(), 1);
        QCOMPARE(failed[0][2].value<Error>().code, ErrorCode::TooManySeats);
        QCOMPARE(m_world->server.count<HoldsAcquire>(), 0);
    }

    void requestHold_withoutAnswerIsLookedUp()
    {
        net::ConnectionTimings timings = StateWorld::quick();
        timings.callTimeout = 200ms;
        m_world = std::make_unique<CartWorld>(timings);
        QVERIFY(m_world->enterAs(kAnna));
        m_world->server.whenAsked<HoldsAcquire>([this](const HoldsAcquireParams &params, const Answer<HoldsAcquire> &) {
            m_world->cart = m_world->lines(params.event, params.places); // granted, but the answer is lost
        });
        QSignalSpy failed(&model(), &CartModel::holdFailed);
        model().requestHold(kLear, m_world->lines(kLear, {3}));
        QTRY_COMPARE(failed.size(), 1);
        QCOMPARE(failed[0][2].value<Error>().code, ErrorCode::TimedOut);
        QTRY_COMPARE(m_world->labels(), QStringList {u"A 4"_s});
    }

    void requestRelease_takesTheSeatsOutSilently()
    {
        QVERIFY(m_world->hold(kLear, {3, 4}));
        QSignalSpy ended(&model(), &CartModel::holdsEnded);
        QSignalSpy changed(&model(), &CartModel::holdsChanged);
        model().requestRelease(kLear, {3, 99});
        QVERIFY(model().index(0).data(CartModel::ReleasingRole).toBool());
        model().requestRelease(kLear, {3}); // is under way
        QTRY_COMPARE(m_world->labels(), QStringList {u"A 5"_s});
        QCOMPARE(changed.size(), 1);
        QCOMPARE(ended.size(), 0);
        QCOMPARE(m_world->server.count<HoldsRelease>(), 1);
        QCOMPARE(m_world->server.received<HoldsRelease>().at(0).places, QList<qint32> {3});
    }

    void requestRelease_refusedKeepsTheSeats()
    {
        QVERIFY(m_world->hold(kLear, {3}));
        m_world->server.when<HoldsRelease>(Error {.code = ErrorCode::CheckoutRunning});
        QSignalSpy failed(&model(), &CartModel::releaseFailed);
        model().requestRelease(kLear, {3});
        QTRY_COMPARE(failed.size(), 1);
        QCOMPARE(model().rowCount(), 1);
        QVERIFY(!model().index(0).data(CartModel::ReleasingRole).toBool());
    }

    void requestRelease_ofWhatIsGoneIsNoFailure()
    {
        QVERIFY(m_world->hold(kLear, {3}));
        m_world->cart.clear();
        m_world->server.when<HoldsRelease>(Error {.code = ErrorCode::NotHeld, .places = {3}});
        QSignalSpy failed(&model(), &CartModel::releaseFailed);
        QSignalSpy ended(&model(), &CartModel::holdsEnded);
        model().requestRelease(kLear, {3});
        QTRY_COMPARE(model().rowCount(), 0);
        QCOMPARE(failed.size(), 0);
        QCOMPARE(ended.size(), 0);
    }

    void releaseAll_goesOverAllEvents()
    {
        QVERIFY(m_world->hold(kLear, {3, 4}));
        QVERIFY(m_world->hold(kFilm, {5}));
        model().releaseAll();
        QTRY_COMPARE(model().rowCount(), 0);
        QCOMPARE(m_world->server.count<HoldsRelease>(), 2);
    }

    void ticketType_changesPriceAndTotal()
    {
        QVERIFY(m_world->hold(kLear, {3, 4}));
        QSignalSpy totals(&model(), &CartModel::totalsChanged);
        model().setTicketType(1, u"child"_s);
        QCOMPARE(totals.size(), 1);
        QCOMPARE(model().total(), euros(30));
        model().setTicketType(1, u"dragon"_s);
        QCOMPARE(model().ticketType(1), u"child"_s);
        model().refresh();
        TRY_ASKED(m_world->server, CartGet, 2);
        roundTrip();
        QCOMPARE(model().ticketType(1), u"child"_s); // the choice outlives reading
    }

    void total_isUnknownForMixedCurrenciesOrMissingPrices()
    {
        QCOMPARE(model().total(), Money {});
        m_world->cart = m_world->lines(kLear, {1, 2});
        m_world->cart[1].prices = {{.ticketType = u"adult"_s, .name = u"Adult"_s, .price = {.amount = 100, .currency = *Currency::fromCode(u"CHF"_s)}}};
        model().refresh();
        QTRY_COMPARE(model().rowCount(), 2);
        QVERIFY(!model().total());
        m_world->cart = m_world->lines(kLear, {1, 2});
        m_world->cart[1].prices.clear();
        model().refresh();
        m_world->cart[0].label = u"changed"_s;
        QTRY_COMPARE(model().line(0).label, u"changed"_s);
    }

    void deadline_isTheFirstOnTheLocalClock()
    {
        QVERIFY(!model().earliestDeadline());
        m_world->clock.advance(0ms);
        QVERIFY(m_world->hold(kLear, {3}));
        m_world->clock.advance(60s);
        QVERIFY(m_world->hold(kLear, {4}));
        QCOMPARE(model().earliestDeadline(), model().deadline(0));
        QCOMPARE(model().deadline(0), m_world->clock.steadyNow() + 9min);
        QCOMPARE(model().deadline(1), m_world->clock.steadyNow() + 10min);
    }

    void deadline_followsTheServersClockNotTheLocalOne()
    {
        m_world = std::make_unique<CartWorld>();
        m_world->server.setServerTime(m_world->clock.utcNow() + 24h); // this computer is a day behind
        QVERIFY(m_world->enter());
        m_world->server.when<CartGet>(Error {.code = ErrorCode::Overloaded});
        QVERIFY(m_world->signIn(kAnna));
        CartLine line = m_world->line(kLear, 3);
        line.hold.expires += 24h;
        m_world->server.when<HoldsAcquire>(HoldsResult {.holds = {line.hold}});
        QVERIFY(m_world->hold(kLear, {3}));
        QCOMPARE(model().earliestDeadline(), m_world->clock.steadyNow() + 10min);
    }

    void extend_movesTheDeadlines()
    {
        QVERIFY(m_world->hold(kLear, {3}));
        QVERIFY(m_world->hold(kFilm, {4}));
        QVERIFY(model().canExtend());
        QSignalSpy extended(&model(), &CartModel::extended);
        model().extend();
        QVERIFY(!model().canExtend());
        QTRY_COMPARE(extended.size(), 1);
        QCOMPARE(model().earliestDeadline(), m_world->clock.steadyNow() + 15min);
        QCOMPARE(m_world->server.count<HoldsExtend>(), 2);
        QVERIFY(!model().canExtend()); // used up
    }

    void extend_refusedIsSaidOnce()
    {
        QVERIFY(m_world->hold(kLear, {3}));
        QVERIFY(m_world->hold(kFilm, {4}));
        m_world->server.when<HoldsExtend>(Error {.code = ErrorCode::TooManyExtensions});
        QSignalSpy failed(&model(), &CartModel::extendFailed);
        model().extend();
        QTRY_COMPARE(failed.size(), 1);
        QVERIFY(!model().isExtending());
    }

    void expiredHolds_leaveWithTheirReason()
    {
        QVERIFY(m_world->hold(kLear, {3, 4}));
        QSignalSpy ended(&model(), &CartModel::holdsEnded);
        m_world->server.push<HoldsEnded>({.event = kFilm, .places = {3}, .reason = HoldEndReason::Expired});
        m_world->server.push<HoldsEnded>({.event = kLear, .places = {3, 50}, .reason = HoldEndReason::EventClosed});
        QTRY_COMPARE(ended.size(), 1);
        QCOMPARE(ended[0][0].value<EventId>(), kLear);
        QCOMPARE(ended[0][1].toStringList(), QStringList {u"A 4"_s});
        QCOMPARE(ended[0][2].value<HoldEndReason>(), HoldEndReason::EventClosed);
        QCOMPARE(m_world->labels(), QStringList {u"A 5"_s});
    }

    void resumedVisit_keepsTheCartAsTheServerHasIt()
    {
        QVERIFY(m_world->hold(kLear, {3, 4}));
        QSignalSpy ended(&model(), &CartModel::holdsEnded);
        m_world->clock.advance(1min);
        m_world->server.setServerTime(m_world->clock.utcNow());
        m_world->cart.removeFirst();
        m_world->cart.append(m_world->line(kFilm, 9));
        QVERIFY(m_world->breakLink(true));
        QTRY_COMPARE(m_world->labels(), (QStringList {u"A 5"_s, u"A 10"_s}));
        QCOMPARE(ended.size(), 1);
        QCOMPARE(ended[0][1].toStringList(), QStringList {u"A 4"_s});
    }

    void resumedVisit_tellsWhatExpiredMeanwhile()
    {
        QVERIFY(m_world->hold(kLear, {3}));
        QSignalSpy ended(&model(), &CartModel::holdsEnded);
        m_world->clock.advance(11min);
        m_world->server.setServerTime(m_world->clock.utcNow());
        m_world->cart.clear();
        QVERIFY(m_world->breakLink(true));
        QTRY_COMPARE(ended.size(), 1);
        QCOMPARE(ended[0][2].value<HoldEndReason>(), HoldEndReason::Expired);
    }

    void lostVisit_emptiesTheCartWithTheReason()
    {
        QVERIFY(m_world->hold(kLear, {3}));
        QVERIFY(m_world->hold(kFilm, {4}));
        QSignalSpy ended(&model(), &CartModel::holdsEnded);
        m_world->cart.clear();
        QVERIFY(m_world->breakLink(false));
        QCOMPARE(model().rowCount(), 0);
        QCOMPARE(ended.size(), 2);
        QCOMPARE(ended[0][2].value<HoldEndReason>(), HoldEndReason::SessionLost);
    }

    void logOut_emptiesTheCart()
    {
        QVERIFY(m_world->hold(kLear, {3}));
        QSignalSpy ended(&model(), &CartModel::holdsEnded);
        m_world->server.when<AuthLogout>(Nothing {});
        m_world->session.logOut();
        QTRY_COMPARE(model().rowCount(), 0);
        QCOMPARE(ended[0][2].value<HoldEndReason>(), HoldEndReason::LoggedOut);
    }

    void otherServer_emptiesTheCartSilently()
    {
        QVERIFY(m_world->hold(kLear, {3}));
        QSignalSpy ended(&model(), &CartModel::holdsEnded);
        m_world->session.endVisit();
        QCOMPARE(model().rowCount(), 0);
        QCOMPARE(ended.size(), 0);
    }

    void cartOlderThanAChange_isReadAgain()
    {
        Answer<CartGet> late;
        m_world->server.whenAsked<CartGet>([&](const Nothing &, const Answer<CartGet> &answer) { late = answer; });
        model().refresh();
        QTRY_VERIFY(late);
        QVERIFY(m_world->hold(kLear, {3}));
        m_world->server.when<CartGet>([this](const Nothing &) { return Result(CartGetResult {.lines = m_world->cart, .serverTime = m_world->clock.utcNow()}); });
        late(CartGetResult {.lines = {}, .serverTime = m_world->clock.utcNow()}); // from before the hold
        TRY_ASKED(m_world->server, CartGet, 3);
        roundTrip();
        QCOMPARE(model().rowCount(), 1);
    }

    void refreshWhileReading_readsAgain()
    {
        QList<Answer<CartGet>> asked;
        m_world->server.whenAsked<CartGet>([&](const Nothing &, const Answer<CartGet> &answer) { asked.append(answer); });
        model().refresh();
        model().refresh();
        QTRY_COMPARE(asked.size(), 1);
        asked[0](CartGetResult {.lines = m_world->lines(kLear, {1}), .serverTime = m_world->clock.utcNow()});
        QTRY_COMPARE(asked.size(), 2);
        asked[1](CartGetResult {.lines = m_world->lines(kLear, {2}), .serverTime = m_world->clock.utcNow()});
        QTRY_COMPARE(m_world->labels(), QStringList {u"A 3"_s});
    }

    void cartOnItsWay_isDroppedWhenTheServerIsLeft()
    {
        Answer<CartGet> late;
        m_world->server.whenAsked<CartGet>([&](const Nothing &, const Answer<CartGet> &answer) { late = answer; });
        model().refresh();
        QTRY_VERIFY(late);
        Q_EMIT m_world->session.left();
        late(CartGetResult {.lines = m_world->lines(kLear, {1}), .serverTime = m_world->clock.utcNow()});
        m_world->server.when<CartGet>(CartGetResult {.lines = {}, .serverTime = m_world->clock.utcNow()});
        roundTrip();
        QCOMPARE(model().rowCount(), 0);
    }

    void failedRefresh_isSaid()
    {
        m_world->server.when<CartGet>(Error {.code = ErrorCode::Overloaded});
        QSignalSpy failed(&model(), &CartModel::refreshFailed);
        model().refresh();
        QTRY_COMPARE(failed.size(), 1);
    }

private:
    CartModel &model() { return m_world->model; }
    void roundTrip()
    {
        bool answered = false;
        m_world->connection.call<SessionPing>({}, this, [&](const auto &) { answered = true; });
        QTRY_VERIFY(answered);
    }

    std::unique_ptr<CartWorld> m_world;
};

QTEST_GUILESS_MAIN(TestCartModel)
#include "tst_cartmodel.moc"
