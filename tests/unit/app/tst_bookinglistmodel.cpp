// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/state/bookinglistmodel.h"

#include "stateworld.h"

#include <QAbstractItemModelTester>

using namespace Qt::StringLiterals;
using namespace parterre;
using namespace parterre::protocol;
using namespace parterre::testing;

namespace {

const User kAnna = userNamed(u"anna"_s, 1);
const User kBela = userNamed(u"bela"_s, 2);

BookingId bookingNumber(int n)
{
    return BookingId(QUuid(0, 0, 0x7000, 0x80, 0, 0, 0, 0, 3, 0, static_cast<uchar>(n)));
}

BookingsListResult bookings(int count)
{
    BookingsListResult result;
    for (int n = 1; n <= count; ++n)
        result.bookings.append({.id = bookingNumber(n), .reference = u"REF-%1"_s.arg(n)});
    return result;
}

} // namespace

class TestBookingListModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_tester.reset();
        m_model.reset();
        m_world = std::make_unique<StateWorld>();
        m_world->server.when<BookingsList>(bookings(3));
        m_model = std::make_unique<BookingListModel>(m_world->session, m_world->ids);
        m_tester = std::make_unique<QAbstractItemModelTester>(m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    }
    void cleanup()
    {
        m_tester.reset();
        m_model.reset();
    }

    void list_isEmptyForNobody()
    {
        QVERIFY(m_world->enter());
        QCOMPARE(m_model->loadState(), LoadState::Empty);
        QCOMPARE(m_world->server.count<BookingsList>(), 0);
    }

    void list_loadsForWhoSignedIn()
    {
        enter();
        QCOMPARE(m_model->rowCount(), 3);
        QCOMPARE(m_model->index(1).data().toString(), u"REF-2"_s);
        QCOMPARE(m_model->index(1).data(BookingListModel::SummaryRole).value<BookingSummary>().id, bookingNumber(2));
        QCOMPARE(m_model->rowOf(bookingNumber(3)), 2);
        QCOMPARE(m_model->rowOf(bookingNumber(9)), -1);
    }

    void list_ofSomebodyElseIsNeverShown()
    {
        enter();
        Answer<BookingsList> late;
        m_world->server.whenAsked<BookingsList>([&](const BookingsListParams &, const Answer<BookingsList> &answer) { late = answer; });
        m_model->refresh();
        QTRY_VERIFY(late);
        m_world->server.when<AuthLogout>(Nothing {});
        m_world->session.logOut();
        QTRY_COMPARE(m_model->rowCount(), 0);
        m_world->server.when<BookingsList>(bookings(1));
        QVERIFY(m_world->signIn(kBela));
        late(bookings(3));
        QTRY_COMPARE(m_model->loadState(), LoadState::Ready);
        QCOMPARE(m_model->rowCount(), 1);
    }

    void list_isGoneWithTheVisit()
    {
        enter();
        m_world->session.endVisit();
        QCOMPARE(m_model->rowCount(), 0);
        QCOMPARE(m_model->loadState(), LoadState::Empty);
    }

    void filter_isSent()
    {
        enter();
        m_model->setFilter({.text = u" miller "_s, .event = eventNumber(4)});
        TRY_ASKED(m_world->server, BookingsList, 2);
        QCOMPARE(m_world->server.received<BookingsList>().last().text, u"miller"_s);
        QCOMPARE(m_world->server.received<BookingsList>().last().event, eventNumber(4));
    }

    void fetch_answersTheWholeBooking()
    {
        enter();
        m_world->server.when<BookingsGet>([](const BookingsGetParams &params) { return Result(BookingResult {.booking = {.id = params.booking, .reference = u"REF-2"_s}}); });
        QSignalSpy fetched(m_model.get(), &BookingListModel::fetched);
        QSignalSpy failed(m_model.get(), &BookingListModel::fetchFailed);
        m_model->fetch(bookingNumber(2));
        QTRY_COMPARE(fetched.size(), 1);
        QCOMPARE(fetched[0][0].value<Booking>().id, bookingNumber(2));
        m_world->server.when<BookingsGet>(Error {.code = ErrorCode::NotFound});
        m_model->fetch(bookingNumber(9));
        QTRY_COMPARE(failed.size(), 1);
        QCOMPARE(failed[0][0].value<BookingId>(), bookingNumber(9));
    }

    // It was asked before the cancellation, and is answered after it with what it read before.
    void fetchThatIsOlderThanAChange_isAskedAgain()
    {
        enter();
        cancelWorks();
        QList<Answer<BookingsGet>> open;
        m_world->server.whenAsked<BookingsGet>([&open](const BookingsGetParams &, const Answer<BookingsGet> &answer) { open.append(answer); });
        QSignalSpy fetched(m_model.get(), &BookingListModel::fetched);
        QSignalSpy cancelled(m_model.get(), &BookingListModel::cancelled);
        m_model->fetch(bookingNumber(2));
        m_model->cancel(bookingNumber(2));
        QTRY_COMPARE(cancelled.size(), 1);
        QTRY_COMPARE(open.size(), 1);
        open.at(0)(BookingResult {.booking = {.id = bookingNumber(2), .reference = u"OLD"_s}});
        QTRY_COMPARE(open.size(), 2);
        QCOMPARE(fetched.size(), 0);
        open.at(1)(BookingResult {.booking = {.id = bookingNumber(2), .reference = u"NEW"_s}});
        QTRY_COMPARE(fetched.size(), 1);
        QCOMPARE(fetched[0][0].value<Booking>().reference, u"NEW"_s);
    }

    void cancel_marksTheRow()
    {
        enter();
        cancelWorks();
        QSignalSpy cancelled(m_model.get(), &BookingListModel::cancelled);
        m_model->cancel(bookingNumber(2));
        QVERIFY(m_model->index(1).data(BookingListModel::CancellingRole).toBool());
        m_model->cancel(bookingNumber(2)); // is under way
        QTRY_COMPARE(cancelled.size(), 1);
        QCOMPARE(m_model->row(1).state, BookingState::Cancelled);
        QVERIFY(!m_model->isCancelling(bookingNumber(2)));
        QCOMPARE(m_world->server.count<BookingsCancel>(), 1);
        QVERIFY(m_world->server.received<BookingsCancel>().at(0).key.size() >= 16);
    }

    // Of what was paid before it is known only what was seen.
    void cancel_tellsWhatWentBack()
    {
        enter();
        const Payment paid {.id = PaymentId(m_world->ids.next()), .amount = {.amount = 2'500}};
        const Payment back {.id = PaymentId(m_world->ids.next()), .direction = PaymentDirection::Refund, .amount = {.amount = 2'000}};
        m_world->server.when<BookingsGet>([&](const BookingsGetParams &params) { return Result(BookingResult {.booking = {.id = params.booking, .payments = {paid}}}); });
        m_world->server.when<BookingsCancel>([&](const BookingsCancelParams &params) {
            return Result(BookingResult {.booking = {.id = params.booking, .state = BookingState::Cancelled, .payments = {paid, back}}});
        });
        QSignalSpy fetched(m_model.get(), &BookingListModel::fetched);
        QSignalSpy paidBack(m_model.get(), &BookingListModel::paidBack);
        m_model->fetch(bookingNumber(2));
        QTRY_COMPARE(fetched.size(), 1);
        m_model->cancel(bookingNumber(2));
        QTRY_COMPARE(paidBack.size(), 1);
        QCOMPARE(paidBack[0][0].value<QList<Payment>>(), QList<Payment> {back});
        m_model->cancel(bookingNumber(2)); // answers what is there
        QTRY_COMPARE(paidBack.size(), 2);
        QVERIFY(paidBack[1][0].value<QList<Payment>>().isEmpty());
        m_model->cancel(bookingNumber(3));
        QTRY_COMPARE(paidBack.size(), 3);
        QVERIFY(paidBack[2][0].value<QList<Payment>>().isEmpty());
    }

    void cancel_tellsOfHowManyTickets()
    {
        enter();
        cancelWorks();
        QSignalSpy cancelled(m_model.get(), &BookingListModel::cancelled);
        m_model->cancel(bookingNumber(2), {u"ABCD-EFGH-1"_s});
        QTRY_COMPARE(cancelled.size(), 1);
        QCOMPARE(cancelled[0][1].toInt(), 1);
        m_model->cancel(bookingNumber(2)); // whatever is left of it
        QTRY_COMPARE(cancelled.size(), 2);
        QCOMPARE(cancelled[1][1].toInt(), 3);
    }

    void row_tellsOfTicketsThatAreKept()
    {
        enter();
        Booking booking {.id = bookingNumber(2), .tickets = {{.label = u"A 1"_s, .state = TicketState::Cancelled}, {.label = u"A 2"_s}}};
        m_model->take(booking);
        QCOMPARE(m_model->row(1).labels, QStringList {u"A 2"_s});
        QCOMPARE(m_model->row(1).ticketCount, 1);
        booking.tickets[1].state = TicketState::Cancelled;
        m_model->take(booking); // the last of it: what it was is still said
        QCOMPARE(m_model->row(1).labels, QStringList {u"A 2"_s});
    }

    void cancel_sendsTheReferencesOfCards_andTheVoucherForTheCash()
    {
        enter();
        cancelWorks();
        QSignalSpy cancelled(m_model.get(), &BookingListModel::cancelled);
        const QList<CardRefund> references {{.payment = PaymentId(m_world->ids.next()), .reference = QStringLiteral("T-18")}};
        m_model->cancel(bookingNumber(2), {}, references, QStringLiteral("7K3M9QXA2M4PX0TC"));
        QTRY_COMPARE(cancelled.size(), 1);
        const auto sent = m_world->server.received<BookingsCancel>().at(0);
        QCOMPARE(sent.cardRefunds, std::optional(references));
        QCOMPARE(sent.refundToVoucher, std::optional(QStringLiteral("7K3M9QXA2M4PX0TC")));
        QVERIFY(!sent.tickets);
    }

    void cancel_refusedIsSaidAndTriedWithANewKey()
    {
        enter();
        m_world->server.when<BookingsCancel>(Error {.code = ErrorCode::CancelClosed});
        QSignalSpy failed(m_model.get(), &BookingListModel::cancelFailed);
        m_model->cancel(bookingNumber(2));
        QTRY_COMPARE(failed.size(), 1);
        QCOMPARE(failed[0][1].value<Error>().code, ErrorCode::CancelClosed);
        QCOMPARE(m_model->row(1).state, BookingState::Confirmed);
        m_model->cancel(bookingNumber(2));
        QTRY_COMPARE(failed.size(), 2);
        const auto sent = m_world->server.received<BookingsCancel>();
        QVERIFY(sent[0].key != sent[1].key);
    }

    void cancel_overABrokenLinkIsCheckedWithTheSameKey()
    {
        enter();
        m_world->server.ignore<BookingsCancel>();
        QSignalSpy cancelled(m_model.get(), &BookingListModel::cancelled);
        m_model->cancel(bookingNumber(2));
        TRY_ASKED(m_world->server, BookingsCancel, 1);
        m_world->server.setAccepting(false);
        m_world->server.dropLinks();
        QTRY_VERIFY(m_model->isChecking(bookingNumber(2)));
        QVERIFY(m_model->isCancelling(bookingNumber(2)));
        cancelWorks();
        m_world->server.setAccepting(true);
        QTRY_COMPARE(cancelled.size(), 1);
        QVERIFY(!m_model->isChecking(bookingNumber(2)));
        const auto sent = m_world->server.received<BookingsCancel>();
        QCOMPARE(sent[0].key, sent[1].key);
    }

    void cancel_ofUnknownOutcomeKeepsItsKey()
    {
        enter();
        m_world->server.ignore<BookingsCancel>();
        QSignalSpy failed(m_model.get(), &BookingListModel::cancelFailed);
        m_model->cancel(bookingNumber(2));
        TRY_ASKED(m_world->server, BookingsCancel, 1);
        m_world->session.endVisit();
        QTRY_COMPARE(failed.size(), 1);
        QCOMPARE(failed[0][1].value<Error>().code, ErrorCode::OutcomeUnknown);
        QVERIFY(m_world->enterAs(kAnna));
        cancelWorks();
        QSignalSpy cancelled(m_model.get(), &BookingListModel::cancelled);
        m_model->cancel(bookingNumber(2));
        QTRY_COMPARE(cancelled.size(), 1);
        const auto sent = m_world->server.received<BookingsCancel>();
        QCOMPARE(sent[0].key, sent[1].key);
    }

    void list_isReadAgainAfterABreak()
    {
        enter();
        m_world->server.when<BookingsList>(bookings(1));
        QVERIFY(m_world->breakLink(true));
        QTRY_COMPARE(m_model->rowCount(), 1);
    }

private:
    void enter()
    {
        QVERIFY(m_world->enterAs(kAnna));
        QTRY_COMPARE(m_model->loadState(), LoadState::Ready);
    }
    void cancelWorks()
    {
        m_world->server.when<BookingsCancel>([](const BookingsCancelParams &params) {
            return Result(BookingResult {.booking = {.id = params.booking, .reference = u"REF-2"_s, .state = BookingState::Cancelled, .tickets = QList<Ticket>(3, {.id = TicketId(QUuid::createUuid()), .number = u"ABCD-EFGH-1"_s, .event = EventId(QUuid::createUuid()), .label = u"A 1"_s, .category = u"front"_s, .ticketType = u"adult"_s, .state = TicketState::Cancelled})}});
        });
    }

    std::unique_ptr<StateWorld> m_world;
    std::unique_ptr<BookingListModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

QTEST_GUILESS_MAIN(TestBookingListModel)
#include "tst_bookinglistmodel.moc"
