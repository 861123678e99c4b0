// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/state/reservedpayment.h"

#include "stateworld.h"

using namespace Qt::StringLiterals;
using namespace parterre;
using namespace parterre::protocol;
using namespace parterre::testing;
using namespace std::chrono_literals;

namespace {

const BookingId kBooking(QUuid(0, 0, 0x7000, 0x80, 0, 0, 0, 0, 3, 0, 1));
const PaymentId kPayment(QUuid(0, 0, 0x7000, 0x80, 0, 0, 0, 0, 4, 0, 1));
const QUrl kPage(u"https://tickets.example/pay/x"_s);

} // namespace

// A reservation that is paid online, at a server that behaves as payments.* do.
class ReservedPaymentTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<StateWorld> m_world;
    CountingIds m_ids;
    Booking m_booking;
    std::optional<OnlinePayment> m_payment; // the server's

    [[nodiscard]] Result<PaymentsResult> result() const
    {
        if (!m_payment)
            return Error {.code = ErrorCode::NotFound};
        PaymentsResult all {.payment = *m_payment};
        if (m_payment->state == OnlineState::Pending)
            all.page = kPage.toString();
        return all;
    }
    void begin(OnlineState state = OnlineState::Pending)
    {
        m_payment = {.id = kPayment, .booking = kBooking, .reference = u"7K3M-9QXA"_s, .state = state, .amount = euros(25), .payUntil = m_world->clock.utcNow() + 15min};
    }

private Q_SLOTS:
    void init()
    {
        m_world = std::make_unique<StateWorld>();
        m_world->server.hello.features = {u"payments.online"_s};
        m_payment.reset();
        m_booking = {.id = kBooking, .reference = u"7K3M-9QXA"_s, .state = BookingState::Reserved, .payUntil = m_world->clock.utcNow() + 16min, .total = euros(25)};
        m_world->server.when<PaymentsGet>([this](const PaymentsOfBookingParams &) { return result(); });
        m_world->server.when<PaymentsBegin>([this](const PaymentsBeginParams &params) -> Result<PaymentsResult> {
            if (params.booking != kBooking || params.total != euros(25) || !params.items.isEmpty())
                return Error {.code = ErrorCode::InvalidParams};
            begin();
            return result();
        });
    }
    void cleanup() { m_world.reset(); }

    void whatIsReserved_canBePaid()
    {
        ReservedPayment payment(m_world->session, m_ids);
        QSignalSpy begun(&payment, &ReservedPayment::begun);
        QVERIFY(m_world->enterAs(userNamed(u"anna"_s, 1)));
        QVERIFY(!payment.isOffered());
        payment.lookAt(m_booking);
        QVERIFY(payment.isOffered());
        TRY_ASKED(m_world->server, PaymentsGet, 1);
        QVERIFY(!payment.underWay());
        payment.begin();
        QVERIFY(payment.isWorking(kBooking));
        QTRY_COMPARE(begun.size(), 1);
        QCOMPARE(begun.constFirst().at(1).toUrl(), kPage);
        QVERIFY(!payment.isWorking(kBooking));
        QCOMPARE(payment.underWay()->id, kPayment);
        m_booking.state = BookingState::Confirmed;
        payment.lookAt(m_booking);
        QVERIFY(!payment.isOffered() && !payment.underWay());
    }

    void whatIsUnderWay_isGoneOnWith()
    {
        begin();
        ReservedPayment payment(m_world->session, m_ids);
        QSignalSpy begun(&payment, &ReservedPayment::begun);
        QVERIFY(m_world->enterAs(userNamed(u"anna"_s, 1)));
        payment.lookAt(m_booking);
        QTRY_VERIFY(payment.underWay());
        payment.goOn();
        QCOMPARE(begun.size(), 1);
        QCOMPARE(begun.constFirst().at(1).toUrl(), kPage);
        QCOMPARE(m_world->server.count<PaymentsBegin>(), 0);
        payment.lookAt({});
        QVERIFY(!payment.underWay());
    }

    void whatEnds_isSaid()
    {
        begin();
        ReservedPayment payment(m_world->session, m_ids);
        QSignalSpy ended(&payment, &ReservedPayment::ended);
        QVERIFY(m_world->enterAs(userNamed(u"anna"_s, 1)));
        payment.lookAt(m_booking);
        QTRY_VERIFY(payment.underWay());
        m_payment->state = OnlineState::Succeeded;
        m_world->server.push<PaymentsChanged>({.payment = *m_payment});
        QTRY_COMPARE(ended.size(), 1);
        QVERIFY(!payment.underWay());
    }

    void whatIsPaidLate_isSaidOfABookingThatIsOver()
    {
        begin(OnlineState::Succeeded);
        ReservedPayment payment(m_world->session, m_ids);
        QSignalSpy ended(&payment, &ReservedPayment::ended);
        QVERIFY(m_world->enterAs(userNamed(u"anna"_s, 1)));
        m_booking.state = BookingState::Cancelled;
        payment.lookAt(m_booking);
        m_world->server.push<PaymentsChanged>({.payment = *m_payment});
        QTRY_COMPARE(ended.size(), 1);
        QCOMPARE(ended[0][0].value<BookingId>(), kBooking);
    }

    void moneyThatCameTooLate_isKnownOfABookingThatIsOver()
    {
        begin(OnlineState::Refunding);
        m_world->server.hello.features.clear(); // the house takes no more such payments
        ReservedPayment payment(m_world->session, m_ids);
        QVERIFY(m_world->enterAs(userNamed(u"anna"_s, 1)));
        m_booking.state = BookingState::Cancelled;
        payment.lookAt(m_booking);
        QTRY_VERIFY(payment.strayed());
        QCOMPARE(payment.strayed()->state, OnlineState::Refunding);
        QVERIFY(!payment.underWay() && !payment.isOffered());
        m_payment->state = OnlineState::Refunded;
        payment.lookAt(m_booking);
        QVERIFY(payment.strayed()); // until more is known
        QTRY_COMPARE(payment.strayed()->state, OnlineState::Refunded);
        m_booking.state = BookingState::Confirmed;
        payment.lookAt(m_booking);
        QVERIFY(!payment.strayed());
    }

    void moneyThatCameTooLate_isKnownOfAReservationThatIsAnotherByNow()
    {
        begin(OnlineState::Unmatched);
        ReservedPayment payment(m_world->session, m_ids);
        QVERIFY(m_world->enterAs(userNamed(u"anna"_s, 1)));
        payment.lookAt(m_booking);
        QTRY_VERIFY(payment.strayed());
        QVERIFY(!payment.underWay() && payment.isOffered());
        payment.begin();
        QTRY_VERIFY(payment.underWay());
        QVERIFY(!payment.strayed());
    }

    void whereNoMoneyCanHaveCome_nobodyAsks()
    {
        begin(OnlineState::Refunded);
        ReservedPayment payment(m_world->session, m_ids);
        QVERIFY(m_world->enterAs(userNamed(u"anna"_s, 1)));
        Booking another {.id = BookingId(QUuid(0, 0, 0x7000, 0x80, 0, 0, 0, 0, 3, 0, 2)), .state = BookingState::Cancelled, .total = euros(0)};
        payment.lookAt(another); // free
        another.total = euros(25);
        another.payments = {{.amount = euros(25)}};
        payment.lookAt(another);
        another.state = BookingState::Confirmed;
        payment.lookAt(another);
        m_booking.state = BookingState::Cancelled;
        payment.lookAt(m_booking);
        QTRY_VERIFY(payment.strayed());
        QCOMPARE(m_world->server.count<PaymentsGet>(), 1);
    }

    void givingUp_endsInTheServersWord()
    {
        begin();
        ReservedPayment payment(m_world->session, m_ids);
        QSignalSpy failed(&payment, &ReservedPayment::failed);
        QSignalSpy givenUp(&payment, &ReservedPayment::givenUp);
        QVERIFY(m_world->enterAs(userNamed(u"anna"_s, 1)));
        payment.lookAt(m_booking);
        QTRY_VERIFY(payment.underWay());
        m_world->server.when<PaymentsCancel>(Error {.code = ErrorCode::ProviderUnavailable});
        payment.giveUp();
        QTRY_COMPARE(failed.size(), 1);
        QVERIFY(payment.underWay());
        m_payment->state = OnlineState::Cancelled;
        m_world->server.when<PaymentsCancel>(*result());
        payment.giveUp();
        QTRY_COMPARE(givenUp.size(), 1);
        QVERIFY(!payment.underWay() && !payment.isWorking(kBooking));
    }

    void theSameOnceMore_whenItsOutcomeIsUnknown_hasTheSameKey()
    {
        ReservedPayment payment(m_world->session, m_ids);
        QSignalSpy failed(&payment, &ReservedPayment::failed);
        QVERIFY(m_world->enterAs(userNamed(u"anna"_s, 1)));
        payment.lookAt(m_booking);
        m_world->server.ignore<PaymentsBegin>();
        payment.begin();
        TRY_ASKED(m_world->server, PaymentsBegin, 1);
        m_world->session.endVisit();
        QTRY_COMPARE(failed.size(), 1);
        QCOMPARE(failed[0][1].value<Error>().code, ErrorCode::OutcomeUnknown);
        QVERIFY(m_world->enterAs(userNamed(u"anna"_s, 1)));
        payment.lookAt(m_booking);
        m_world->server.when<PaymentsBegin>(Error {.code = ErrorCode::TooLateOnline});
        payment.begin();
        QTRY_COMPARE(failed.size(), 2);
        payment.begin();
        QTRY_COMPARE(failed.size(), 3);
        const QList<PaymentsBeginParams> asked = m_world->server.received<PaymentsBegin>();
        QCOMPARE(asked.at(asked.size() - 2).key, asked.constFirst().key);
        QVERIFY(asked.constLast().key != asked.constFirst().key);
    }

    void aHouseWithoutAProvider_isNotAsked()
    {
        m_world->server.hello.features.clear();
        ReservedPayment payment(m_world->session, m_ids);
        QVERIFY(m_world->enterAs(userNamed(u"anna"_s, 1)));
        payment.lookAt(m_booking);
        QVERIFY(!payment.isOffered());
        payment.begin();
        QCOMPARE(m_world->server.count<PaymentsGet>() + m_world->server.count<PaymentsBegin>(), 0);
    }
};

QTEST_GUILESS_MAIN(ReservedPaymentTest)
#include "tst_reservedpayment.moc"
