// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/state/reservationdesk.h"

#include "stateworld.h"

#include <QAbstractItemModelTester>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using namespace parterre;
using namespace parterre::protocol;
using namespace parterre::testing;

namespace {

BookingId bookingNumber(int n)
{
    return BookingId(QUuid(0, 0, 0x7000, 0x80, 0, 0, 0, 0, 3, 0, static_cast<uchar>(n)));
}

}

// The list of what is reserved, taking payments and moving dates, at a server that behaves as bookings.* do.
class ReservationDeskTest : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<StateWorld> m_world;
    std::unique_ptr<ReservationDesk> m_desk;
    QList<BookingSummary> m_reserved; // the server's
    QList<BookingsPayParams> m_payments;
    QList<BookingsProlongParams> m_prolongations;
    std::optional<Error> m_refusal;

    [[nodiscard]] ReservationTotals totals() const
    {
        Money sum;
        for (const BookingSummary &booking : m_reserved)
            sum.amount += booking.total.amount;
        return {.bookings = static_cast<qint32>(m_reserved.size()), .tickets = static_cast<qint32>(m_reserved.size()), .amounts = {sum}};
    }
    void serve()
    {
        m_world->server.when<BookingsReservations>([this](const BookingsReservationsParams &) {
            return Result(BookingsReservationsResult {.reservations = m_reserved, .totals = totals()});
        });
        m_world->server.when<BookingsPay>([this](const BookingsPayParams &params) -> Result<BookingResult> {
            m_payments.append(params);
            if (m_refusal)
                return *m_refusal;
            m_reserved.removeIf([&params](const BookingSummary &booking) { return booking.id == params.booking; });
            return BookingResult {.booking = {.id = params.booking, .reference = u"AAAA"_s}};
        });
        m_world->server.when<BookingsProlong>([this](const BookingsProlongParams &params) -> Result<BookingResult> {
            m_prolongations.append(params);
            for (BookingSummary &booking : m_reserved) {
                if (booking.id == params.booking)
                    booking.payUntil = params.payUntil;
            }
            return BookingResult {.booking = {.id = params.booking, .state = BookingState::Reserved, .payUntil = params.payUntil}};
        });
    }

private Q_SLOTS:
    void init()
    {
        m_payments.clear();
        m_prolongations.clear();
        m_refusal.reset();
        m_desk.reset();
        m_world = std::make_unique<StateWorld>();
        const Instant now = m_world->clock.utcNow();
        m_reserved = {{.id = bookingNumber(1), .reference = u"AAAA"_s, .state = BookingState::Reserved, .customerName = u"Ada"_s, .payUntil = now + 1h, .total = euros(40), .ticketCount = 1},
                      {.id = bookingNumber(2), .reference = u"BBBB"_s, .state = BookingState::Reserved, .customerName = u"Bela"_s, .payUntil = now + 5h, .total = euros(20), .ticketCount = 1}};
        m_desk = std::make_unique<ReservationDesk>(m_world->session, m_world->ids);
        serve();
        QVERIFY(m_world->enterAs(userNamed(u"clara"_s, 1, Role::Clerk)));
    }
    void cleanup()
    {
        m_desk.reset();
        m_world.reset();
    }

    void list_isTheCounters()
    {
        const QAbstractItemModelTester tester(&m_desk->list());
        QTRY_COMPARE(m_desk->list().rows(), m_reserved);
        QCOMPARE(m_desk->list().totals(), totals());
        QVERIFY(m_desk->isForCaller());
        QCOMPARE(m_desk->list().rowOf(bookingNumber(2)), 1);
        QCOMPARE(m_desk->list().rowOf(bookingNumber(3)), -1);
        QVERIFY(m_world->signIn(userNamed(u"anna"_s, 2)));
        QTRY_COMPARE(m_desk->list().rowCount(), 0);
        QCOMPARE(m_desk->list().totals(), ReservationTotals());
        QVERIFY(!m_desk->isForCaller());
    }

    // Nobody presses anything: the first one's time is over, and the list is another.
    void list_isReadAgainWhenOneFallsFree()
    {
        QTRY_COMPARE(m_desk->list().rowCount(), 2);
        m_reserved[0].payUntil = m_world->clock.utcNow();
        m_desk->list().refresh();
        QTRY_COMPARE(m_desk->list().rowCount(), 2);
        QTRY_COMPARE(m_desk->list().row(0).payUntil, m_reserved.at(0).payUntil);
        m_reserved.removeFirst();
        QTRY_COMPARE(m_desk->list().rows(), m_reserved);
    }

    void payment_isTakenOnce()
    {
        QSignalSpy paid(m_desk.get(), &ReservationDesk::paid);
        QTRY_COMPARE(m_desk->list().rowCount(), 2);
        m_desk->pay(bookingNumber(1), {.tendered = euros(50)});
        QVERIFY(m_desk->isWorking(bookingNumber(1)));
        m_desk->pay(bookingNumber(1), {.tendered = euros(50)}); // a double click
        QTRY_COMPARE(paid.size(), 1);
        QVERIFY(!m_desk->isWorking(bookingNumber(1)));
        QCOMPARE(m_payments.size(), 1);
        QCOMPARE(m_payments.at(0).payment, (CheckoutPayment {.tendered = euros(50)}));
        QVERIFY(!m_payments.at(0).payments);
        QTRY_COMPARE(m_desk->list().rows(), m_reserved);
    }

    void payment_isTakenInParts()
    {
        QSignalSpy paid(m_desk.get(), &ReservationDesk::paid);
        const QList<CheckoutPart> parts {{.kind = PaymentKind::Card, .amount = euros(40), .reference = u"T-1"_s}};
        m_desk->pay(bookingNumber(1), {.parts = parts});
        QTRY_COMPARE(paid.size(), 1);
        QVERIFY(!m_payments.at(0).payment);
        QCOMPARE(m_payments.at(0).payments, parts);
    }

    // The server has done it, and nobody heard: it is asked again with the same key.
    void lostAnswer_isAskedForAgain()
    {
        m_world->server.whenAsked<BookingsPay>([this](const BookingsPayParams &params, const Answer<BookingsPay> &) { m_payments.append(params); });
        QSignalSpy paid(m_desk.get(), &ReservationDesk::paid);
        m_desk->pay(bookingNumber(1), {.tendered = euros(50)});
        QTRY_COMPARE(m_payments.size(), 1);
        serve();
        QVERIFY(m_world->breakLink(true));
        QTRY_COMPARE(paid.size(), 1);
        QCOMPARE(m_payments.size(), 2);
        QCOMPARE(m_payments.at(0), m_payments.at(1));
    }

    void refusal_isToldAndTheNextTryHasItsOwnKey()
    {
        QSignalSpy failed(m_desk.get(), &ReservationDesk::failed);
        m_refusal = Error {.code = ErrorCode::ReservationEnded};
        for (qsizetype tries = 1; tries <= 2; ++tries) {
            m_desk->pay(bookingNumber(1), {.tendered = euros(50)});
            QTRY_COMPARE(failed.size(), tries);
        }
        QCOMPARE(failed.at(1).at(1).value<Error>().code, ErrorCode::ReservationEnded);
        QVERIFY(m_payments.at(0).key != m_payments.at(1).key);
        QVERIFY(!m_desk->isWorking(bookingNumber(1)));
    }

    void date_isMoved()
    {
        QSignalSpy prolonged(m_desk.get(), &ReservationDesk::prolonged);
        const Instant later = m_world->clock.utcNow() + 3h;
        m_desk->prolong(bookingNumber(1), later);
        QTRY_COMPARE(prolonged.size(), 1);
        QCOMPARE(m_prolongations.at(0).payUntil, later);
        QVERIFY(!m_prolongations.at(0).key.isEmpty());
        QTRY_COMPARE(m_desk->list().row(0).payUntil, later);
    }
};

QTEST_GUILESS_MAIN(ReservationDeskTest)
#include "tst_reservationdesk.moc"
