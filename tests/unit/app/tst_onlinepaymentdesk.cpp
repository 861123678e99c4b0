// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/state/onlinepaymentdesk.h"
#include "app/state/unmatcheddesk.h"

#include "stateworld.h"

using namespace Qt::StringLiterals;
using namespace parterre;
using namespace parterre::protocol;
using namespace parterre::testing;
using namespace std::chrono_literals;

namespace {

const BookingId kBooking(QUuid(0, 0, 0x7000, 0x80, 0, 0, 0, 0, 3, 0, 1));
const PaymentId kMoney(QUuid(0, 0, 0x7000, 0x80, 0, 0, 0, 0, 4, 0, 1));

} // namespace

// A payment online from the page to its end, and what managers have to see to, at a server that behaves as payments.* do.
class OnlinePaymentDeskTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<StateWorld> m_world;
    OnlinePayment m_payment; // the server's
    QList<UnmatchedMoney> m_money;

    [[nodiscard]] PaymentsResult result() const
    {
        PaymentsResult all {.payment = m_payment};
        if (m_payment.state == OnlineState::Pending)
            all.page = u"https://tickets.example/pay/x"_s;
        return all;
    }
    void become(OnlineState state)
    {
        m_payment.state = state;
        m_world->server.push<PaymentsChanged>({.payment = m_payment});
    }

private Q_SLOTS:
    void init()
    {
        m_world = std::make_unique<StateWorld>();
        m_world->server.hello.features = {u"payments.online"_s};
        m_payment = {.id = kMoney, .booking = kBooking, .reference = u"7K3M-9QXA"_s, .state = OnlineState::Pending, .amount = euros(25), .payUntil = m_world->clock.utcNow() + 15min};
        m_money = {{.id = kMoney, .intent = u"pi_1"_s, .amount = euros(25), .since = m_world->clock.utcNow(), .problem = u"lost"_s}};
        m_world->server.when<PaymentsGet>([this](const PaymentsOfBookingParams &) -> Result<PaymentsResult> { return result(); });
        m_world->server.when<BookingsGet>(BookingResult {.booking = {.id = kBooking, .reference = u"7K3M-9QXA"_s}});
        m_world->server.when<PaymentsUnmatched>([this](const Nothing &) -> Result<PaymentsUnmatchedResult> { return PaymentsUnmatchedResult {.money = m_money}; });
    }
    void cleanup() { m_world.reset(); }

    void anOffer_isTheServers()
    {
        OnlinePaymentDesk desk(m_world->session);
        QVERIFY(!desk.isOffered());
        QVERIFY(m_world->enterAs(userNamed(u"anna"_s, 1)));
        QVERIFY(desk.isOffered());
    }

    void aPayment_isFollowedToItsBooking()
    {
        OnlinePaymentDesk desk(m_world->session);
        QSignalSpy confirmed(&desk, &OnlinePaymentDesk::confirmed);
        QVERIFY(m_world->enterAs(userNamed(u"anna"_s, 1)));
        OnlinePayment creating = m_payment;
        creating.state = OnlineState::Creating;
        desk.follow(creating, {});
        QVERIFY(desk.page().isEmpty());
        become(OnlineState::Pending);
        QTRY_COMPARE(desk.page(), QUrl(u"https://tickets.example/pay/x"_s));
        QCOMPARE(desk.deadline() - m_world->clock.steadyNow(), Tick::duration(15min));
        become(OnlineState::Succeeded);
        QTRY_COMPARE(confirmed.size(), 1);
        QVERIFY(desk.page().isEmpty());
        become(OnlineState::Succeeded);
        QVERIFY(m_world->breakLink(true));
        QCOMPARE(confirmed.size(), 1);
    }

    void aLostNotification_isMadeUpForAfterTheBreak()
    {
        OnlinePaymentDesk desk(m_world->session);
        QSignalSpy confirmed(&desk, &OnlinePaymentDesk::confirmed);
        QVERIFY(m_world->enterAs(userNamed(u"anna"_s, 1)));
        desk.follow(m_payment, QUrl(u"https://tickets.example/pay/x"_s));
        m_payment.state = OnlineState::Succeeded; // and nobody says so
        QVERIFY(m_world->breakLink(true));
        QTRY_COMPARE(confirmed.size(), 1);
    }

    void aPageThatIsNoWebPage_isNotOpened()
    {
        OnlinePaymentDesk desk(m_world->session);
        desk.follow(m_payment, QUrl(u"file:///etc/passwd"_s));
        QVERIFY(desk.page().isEmpty());
    }

    void givingUp_endsInTheServersWord()
    {
        OnlinePaymentDesk desk(m_world->session);
        QSignalSpy failed(&desk, &OnlinePaymentDesk::failed);
        QVERIFY(m_world->enterAs(userNamed(u"anna"_s, 1)));
        desk.follow(m_payment, QUrl(u"https://tickets.example/pay/x"_s));
        m_world->server.when<PaymentsCancel>(Error {.code = ErrorCode::ProviderUnavailable});
        desk.cancel();
        QVERIFY(desk.isCancelling());
        QTRY_COMPARE(failed.size(), 1);
        QVERIFY(!desk.isCancelling());
        QCOMPARE(desk.payment()->state, OnlineState::Pending);
        m_payment.state = OnlineState::Cancelled;
        m_world->server.when<PaymentsCancel>(result());
        desk.cancel();
        QTRY_COMPARE(desk.payment()->state, OnlineState::Cancelled);
        QVERIFY(desk.page().isEmpty());
    }

    void unmatchedMoney_isForManagers()
    {
        UnmatchedDesk desk(m_world->session);
        QVERIFY(m_world->enterAs(userNamed(u"clara"_s, 1, Role::Clerk)));
        QCOMPARE(m_world->server.count<PaymentsUnmatched>(), 0);
        QVERIFY(m_world->signIn(userNamed(u"mona"_s, 2, Role::Manager)));
        QTRY_COMPARE(desk.money(), m_money);
    }

    void unmatchedMoney_isTriedAgainOrSettled()
    {
        UnmatchedDesk desk(m_world->session);
        QSignalSpy failed(&desk, &UnmatchedDesk::failed);
        QVERIFY(m_world->enterAs(userNamed(u"mona"_s, 2, Role::Manager)));
        QTRY_COMPARE(desk.money(), m_money);
        m_world->server.when<PaymentsRefundAgain>(Error {.code = ErrorCode::PaymentSettled});
        desk.refundAgain(kMoney);
        QVERIFY(desk.isWorking(kMoney));
        QTRY_COMPARE(failed.size(), 1);
        m_world->server.when<PaymentsSettle>([this](const PaymentsSettleParams &params) -> Result<Nothing> {
            if (params.reason != u"In cash")
                return Error {.code = ErrorCode::InvalidParams};
            m_money.clear();
            return Nothing {};
        });
        desk.settle(kMoney, u"In cash"_s);
        QTRY_VERIFY(desk.money().isEmpty());
        QCOMPARE(failed.size(), 1);
    }
};

QTEST_GUILESS_MAIN(OnlinePaymentDeskTest)
#include "tst_onlinepaymentdesk.moc"
