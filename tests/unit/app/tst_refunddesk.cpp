// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/state/refunddesk.h"

#include "stateworld.h"

#include <QAbstractItemModelTester>

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

// The refund list of one event, and paying it out, at a server that behaves as events.refunds and bookings.refund do.
class RefundDeskTest : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<StateWorld> m_world;
    std::unique_ptr<RefundDesk> m_desk;
    QList<RefundEntry> m_entries; // the server's
    QHash<QString, BookingId> m_keys;
    QList<BookingsRefundParams> m_asked;
    qint32 m_remaining = 0;
    qsizetype m_page = 200;
    std::optional<Error> m_refusal;

    [[nodiscard]] RefundTotals totals() const
    {
        Money owed, paid;
        qint32 tickets = 0;
        for (const RefundEntry &entry : m_entries) {
            (entry.paid ? paid : owed).amount += entry.amount.amount;
            tickets += static_cast<qint32>(entry.labels.size());
        }
        return {.bookings = static_cast<qint32>(m_entries.size()), .tickets = tickets, .remaining = m_remaining, .owed = {owed}, .paid = {paid}};
    }
    Result<BookingResult> pay(const BookingsRefundParams &params)
    {
        m_asked.append(params);
        if (m_refusal)
            return *m_refusal;
        for (RefundEntry &entry : m_entries) {
            if (entry.booking != params.booking)
                continue;
            if (!entry.isDue() && m_keys.value(params.key) != params.booking)
                return Error {.code = ErrorCode::NothingOwed};
            m_keys.insert(params.key, params.booking);
            entry.paid = entry.paid.value_or(m_world->clock.utcNow());
            const Refund refund {.event = params.event, .eventName = u"Hamlet"_s, .reason = u"Fire"_s, .amount = entry.amount, .paid = entry.paid};
            return BookingResult {.booking = {.id = entry.booking, .reference = entry.reference, .customerName = entry.customerName, .refunds = {refund}}};
        }
        return Error {.code = ErrorCode::NotFound};
    }
    void serve()
    {
        m_world->server.when<EventsRefunds>([this](const EventsRefundsParams &params) -> Result<EventsRefundsResult> {
            const qsizetype start = params.cursor ? params.cursor->toLongLong() : 0;
            EventsRefundsResult result {.refunds = m_entries.mid(start, m_page), .totals = totals()};
            if (start + m_page < m_entries.size())
                result.next = QString::number(start + m_page);
            return result;
        });
        m_world->server.when<BookingsRefund>([this](const BookingsRefundParams &params) { return pay(params); });
    }

private Q_SLOTS:
    void init()
    {
        m_entries = {{.booking = bookingNumber(1), .reference = u"AAAA"_s, .customerName = u"Ada"_s, .labels = {u"A 1"_s, u"A 2"_s}, .amount = euros(40)},
                     {.booking = bookingNumber(2), .reference = u"BBBB"_s, .customerName = u"Bela"_s, .labels = {u"A 3"_s}, .amount = euros(20)},
                     {.booking = bookingNumber(3), .reference = u"CCCC"_s, .customerName = u"Cleo"_s, .labels = {u"A 4"_s}}}; // it was free
        m_keys.clear();
        m_asked.clear();
        m_remaining = 0;
        m_page = 200;
        m_refusal.reset();
        m_desk.reset();
        m_world = std::make_unique<StateWorld>();
        m_desk = std::make_unique<RefundDesk>(m_world->session, m_world->ids);
        serve();
        QVERIFY(m_world->enterAs(userNamed(u"clara"_s, 1, Role::Clerk)));
    }
    void cleanup()
    {
        m_desk.reset();
        m_world.reset();
    }

    void list_isOfOneEvent()
    {
        const QAbstractItemModelTester tester(&m_desk->list());
        m_desk->list().open(eventNumber(1));
        QTRY_COMPARE(m_desk->list().rows(), m_entries);
        QCOMPARE(m_desk->list().totals(), totals());
        QVERIFY(m_desk->list().row(0).isDue());
        QVERIFY(!m_desk->list().row(2).isDue()); // nothing was paid for it
        m_desk->list().open({});
        QCOMPARE(m_desk->list().rowCount(), 0);
        QCOMPARE(m_desk->list().totals(), RefundTotals());
    }

    void list_isNotForCustomers()
    {
        QVERIFY(m_world->signIn(userNamed(u"anna"_s, 2)));
        m_desk->list().open(eventNumber(1));
        QCOMPARE(m_desk->list().loadState(), LoadState::Empty);
        QVERIFY(!m_desk->mayPayOut());
        QCOMPARE(m_world->server.count<EventsRefunds>(), 0);
    }

    void list_isReadAgainWhileTicketsAreBeingCancelled()
    {
        const QList<RefundEntry> all = std::exchange(m_entries, m_entries.first(1));
        m_remaining = 2;
        m_desk->list().open(eventNumber(1));
        QTRY_COMPARE(m_desk->list().totals().remaining, 2);
        m_entries = all;
        m_remaining = 0;
        QTRY_COMPARE(m_desk->list().rows(), all);
        QCOMPARE(m_desk->list().totals().remaining, 0);
    }

    void file_hasAllPages()
    {
        m_page = 2;
        m_desk->list().open(eventNumber(1));
        QTRY_COMPARE(m_desk->list().rowCount(), 2);
        std::optional<Result<QList<RefundEntry>>> collected;
        m_desk->list().collect([&collected](const Result<QList<RefundEntry>> &refunds) { collected.emplace(refunds); });
        QTRY_VERIFY(collected);
        QVERIFY(*collected);
        QCOMPARE(**collected, m_entries);
        m_world->server.when<EventsRefunds>(Result<EventsRefundsResult>(Error {.code = ErrorCode::StorageUnavailable}));
        collected.reset();
        m_desk->list().collect([&collected](const Result<QList<RefundEntry>> &refunds) { collected.emplace(refunds); });
        QTRY_VERIFY(collected);
        QCOMPARE(collected->error().code, ErrorCode::StorageUnavailable);
    }

    void refund_isPaidOut()
    {
        m_desk->list().open(eventNumber(1));
        QTRY_COMPARE(m_desk->list().rowCount(), 3);
        QSignalSpy paid(m_desk.get(), &RefundDesk::paidOut);
        m_desk->payOut(bookingNumber(2), eventNumber(1));
        QVERIFY(m_desk->isPaying(bookingNumber(2)));
        m_desk->payOut(bookingNumber(2), eventNumber(1)); // twice at once is once
        QTRY_COMPARE(paid.size(), 1);
        QVERIFY(!m_desk->isPaying(bookingNumber(2)));
        QCOMPARE(m_asked.size(), 1);
        QCOMPARE(m_desk->list().rows(), m_entries);
        QCOMPARE(m_desk->list().totals(), totals());
    }

    void waysOfPaying_areReadBefore()
    {
        const Booking booking {.id = bookingNumber(2), .reference = u"BBBB"_s, .payments = {{.id = PaymentId(m_world->ids.next()), .kind = PaymentKind::Card, .amount = euros(20), .reference = u"T-17"_s}}};
        m_world->server.when<BookingsGet>([booking](const BookingsGetParams &params) {
            return params.booking == booking.id ? Result<BookingResult>(BookingResult {.booking = booking}) : Result<BookingResult>(Error {.code = ErrorCode::NotFound});
        });
        QSignalSpy found(m_desk.get(), &RefundDesk::found);
        QSignalSpy failed(m_desk.get(), &RefundDesk::failed);
        m_desk->find(bookingNumber(2), eventNumber(1));
        QTRY_COMPARE(found.size(), 1);
        QCOMPARE(found.at(0).at(0).value<Booking>(), booking);
        QCOMPARE(found.at(0).at(1).value<EventId>(), eventNumber(1));
        m_desk->find(bookingNumber(3), eventNumber(1));
        QTRY_COMPARE(failed.size(), 1);
    }

    void referencesOfCards_areSent()
    {
        const QList<CardRefund> references {{.payment = PaymentId(m_world->ids.next()), .reference = u"T-18"_s}};
        QSignalSpy paid(m_desk.get(), &RefundDesk::paidOut);
        m_desk->payOut(bookingNumber(2), eventNumber(1), references);
        QTRY_COMPARE(paid.size(), 1);
        QCOMPARE(m_asked.size(), 1);
        QCOMPARE(m_asked.constFirst().cardRefunds, std::optional(references));
    }

    void voucherInsteadOfCash_isSent()
    {
        QSignalSpy paid(m_desk.get(), &RefundDesk::paidOut);
        m_desk->payOut(bookingNumber(2), eventNumber(1), {}, u"7K3M9QXA2M4PX0TC"_s);
        QTRY_COMPARE(paid.size(), 1);
        QCOMPARE(m_asked.constFirst().refundToVoucher, std::optional(u"7K3M9QXA2M4PX0TC"_s));
        QVERIFY(!m_asked.constFirst().cardRefunds);
    }

    // The server has done it, and nobody heard: it is asked again with the same key.
    void lostAnswer_isAskedForAgain()
    {
        m_desk->list().open(eventNumber(1));
        QTRY_COMPARE(m_desk->list().rowCount(), 3);
        m_world->server.whenAsked<BookingsRefund>([this](const BookingsRefundParams &params, const Answer<BookingsRefund> &) { static_cast<void>(pay(params)); });
        QSignalSpy paid(m_desk.get(), &RefundDesk::paidOut);
        m_desk->payOut(bookingNumber(1), eventNumber(1));
        QTRY_COMPARE(m_asked.size(), 1);
        serve();
        QVERIFY(m_world->breakLink(true));
        QTRY_COMPARE(paid.size(), 1);
        QCOMPARE(m_asked.size(), 2);
        QCOMPARE(m_asked.at(0).key, m_asked.at(1).key);
        QVERIFY(m_desk->list().row(0).paid);
    }

    void refusal_isTold()
    {
        m_desk->list().open(eventNumber(1));
        QTRY_COMPARE(m_desk->list().rowCount(), 3);
        m_refusal = Error {.code = ErrorCode::NothingOwed};
        QSignalSpy failed(m_desk.get(), &RefundDesk::failed);
        m_desk->payOut(bookingNumber(1), eventNumber(1));
        QTRY_COMPARE(failed.size(), 1);
        QCOMPARE(failed.constFirst().at(1).value<Error>().code, ErrorCode::NothingOwed);
        QVERIFY(m_desk->list().row(0).isDue());
        // Another try is another wish.
        m_desk->payOut(bookingNumber(1), eventNumber(1));
        QTRY_COMPARE(failed.size(), 2);
        QVERIFY(m_asked.at(0).key != m_asked.at(1).key);
    }
};

QTEST_GUILESS_MAIN(RefundDeskTest)
#include "tst_refunddesk.moc"
