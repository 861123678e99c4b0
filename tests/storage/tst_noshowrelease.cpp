// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/storage/noshowrelease.h"
#include "backend/storage/repositories/auditrepository.h"
#include "backend/storage/repositories/bookingrepository.h"
#include "backend/storage/repositories/checkinrepository.h"
#include "backend/storage/repositories/eventrepository.h"
#include "tests/storage/storageharness.h"

#include <QTest>

using namespace parterre;
using namespace parterre::storage;
using namespace parterre::testing;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

// Seats of people who have not come, given free, on every engine.
class NoShowReleaseTest : public QObject
{
    Q_OBJECT

private:
    TestDatabases m_databases;
    ManualClock m_clock;
    CountingIds m_ids;
    std::unique_ptr<StorageHarness> m_harness;
    SampleHouse m_house;

    Database &database() { return m_harness->database(); }
    [[nodiscard]] EventId event() const { return m_house.event.summary.id; }
    [[nodiscard]] AuditContext audit() const { return {.at = m_clock.utcNow(), .actor = m_house.clerk}; }
    Booking sold(const QList<qint32> &places, const QString &key)
    {
        const CheckoutWrite write = checkoutOf(m_house, places, key, m_ids, m_clock);
        if (!m_harness->book(write))
            qFatal("nothing was sold");
        return write.booking;
    }
    Booking stored(const Booking &booking) { return BookingRepository(database()).get(booking.id)->booking; }
    Result<NoShowsReleased> release(const QStringList &tickets, std::chrono::milliseconds before = 0s)
    {
        const Instant then = m_house.event.summary.start - before;
        m_clock.advance(std::max(then - m_clock.utcNow(), std::chrono::milliseconds(0)));
        const NoShowWrite write {.event = event(), .tickets = tickets, .audit = audit()};
        return database().transact([&] { return NoShowRelease(database(), write).write(); });
    }
    AdmitOutcome admit(const QString &ticket, const QString &key)
    {
        const auto admitted = database().transact([&] {
            return CheckinRepository(database()).admit({.id = m_ids.make<CheckinId>(), .event = event(), .ticket = ticket, .actor = m_house.clerk, .key = key, .audit = audit()});
        });
        return admitted ? admitted->verdict.outcome : AdmitOutcome::NotOfHouse;
    }
    QStringList missing()
    {
        QStringList tickets;
        const NoShowPage page = *CheckinRepository(database()).noShows(event(), -1, 100);
        for (const NoShow &ticket : page.tickets)
            tickets.append(ticket.ticket);
        return tickets;
    }
    static QString numberOf(const Booking &booking, qsizetype ticket) { return booking.tickets.at(ticket).number; }

private Q_SLOTS:
    void initTestCase_data() { TestDatabases::addEngines(); }
    void init()
    {
        QFETCH_GLOBAL(Engine, engine);
        m_harness = std::make_unique<StorageHarness>(StorageOptions {.database = m_databases.create(engine)}, m_clock);
        m_house = SampleHouse::build(database(), m_ids, m_clock);
    }
    // Whatever was done: the money adds up, and the audit is a chain.
    void cleanup()
    {
        QCOMPARE(*BookingRepository(database()).imbalances(), 0);
        QCOMPARE(*BookingRepository(database()).strays(), 0);
        QVERIFY(!AuditRepository(database()).verify()->firstBad);
        m_harness.reset();
    }

    void list_hasWhoHasPaidAndIsNotIn()
    {
        const Booking two = sold({7, 4}, u"a"_s);
        CheckoutWrite reserved = checkoutOf(m_house, {5}, u"b"_s, m_ids, m_clock);
        reserved.booking.state = BookingState::Reserved;
        reserved.booking.payUntil = m_clock.utcNow() + 1h;
        reserved.booking.payments.clear();
        QVERIFY(m_harness->book(reserved));
        QCOMPARE(missing(), QStringList({numberOf(two, 1), numberOf(two, 0)}));
        const NoShowPage first = *CheckinRepository(database()).noShows(event(), -1, 1);
        QCOMPARE(first.tickets.size(), 1);
        QCOMPARE(first.tickets.constFirst().label, two.tickets.at(1).label);
        QCOMPARE(first.next, 4);
        QCOMPARE(CheckinRepository(database()).noShows(event(), *first.next, 1)->tickets.constFirst().ticket, numberOf(two, 0));
        QCOMPARE(admit(numberOf(two, 0), u"c"_s), AdmitOutcome::Admitted);
        QCOMPARE(missing(), QStringList {numberOf(two, 1)});
        QCOMPARE(CheckinRepository(database()).noShows(m_ids.make<EventId>(), -1, 1).error().code, ErrorCode::NotFound);
    }

    void seat_isFreeAndItsPriceStays()
    {
        const Booking booking = sold({4, 5}, u"a"_s);
        const auto released = release({numberOf(booking, 0)});
        QVERIFY2(released, released ? "" : qPrintable(released.error().detail));
        QCOMPARE(released->tickets, QStringList {numberOf(booking, 0)});
        QCOMPARE(released->freed, (QList<FreedPlace> {{event(), 4}}));
        const Booking after = stored(booking);
        QCOMPARE(after.state, BookingState::Confirmed);
        QCOMPARE(after.total, booking.total);
        QCOMPARE(after.payments, booking.payments);
        QCOMPARE(after.tickets.at(0).state, TicketState::Cancelled);
        QCOMPARE(after.charges.size(), 1);
        QCOMPARE(after.charges.constFirst().amount, booking.tickets.at(0).price);
        QCOMPARE(*BookingRepository(database()).liveTickets(event()), QList<qint32> {5});
        // Somebody else has it now, and the door tells the two apart.
        const Booking second = sold({4}, u"b"_s);
        QCOMPARE(admit(numberOf(booking, 0), u"c"_s), AdmitOutcome::Released);
        QCOMPARE(admit(numberOf(second, 0), u"d"_s), AdmitOutcome::Admitted);
        QCOMPARE(admit(numberOf(booking, 1), u"e"_s), AdmitOutcome::Admitted);
    }

    void whoHasAllSeatsReleased_hasAnEndedBooking()
    {
        const Booking booking = sold({4, 5}, u"a"_s);
        QCOMPARE(release({numberOf(booking, 0), numberOf(booking, 1)})->freed.size(), 2);
        QCOMPARE(stored(booking).state, BookingState::Cancelled);
        QCOMPARE(stored(booking).total, booking.total);
        const ChangeWrite cancel = cancellationOf(m_house, booking.id, u"b"_s, m_ids, m_clock);
        QVERIFY(m_harness->change(cancel)->alreadyCancelled);
        QCOMPARE(stored(booking).payments, booking.payments);
    }

    // As after a lost answer.
    void doneAgain_itSaysTheSame()
    {
        const Booking booking = sold({4}, u"a"_s);
        const auto first = release({numberOf(booking, 0)});
        const Booking after = stored(booking);
        const auto again = release({numberOf(booking, 0)});
        QCOMPARE(again->tickets, first->tickets);
        QCOMPARE(again->freed, first->freed);
        QCOMPARE(stored(booking), after);
        QVERIFY(m_harness->book(checkoutOf(m_house, {4}, u"b"_s, m_ids, m_clock)));
        QVERIFY(release({numberOf(booking, 0)})->freed.isEmpty()); // it is somebody's now
    }

    void whoCameMeanwhile_isLeftAlone()
    {
        const Booking booking = sold({4, 5, 6}, u"a"_s);
        QCOMPARE(admit(numberOf(booking, 0), u"b"_s), AdmitOutcome::Admitted);
        ChangeWrite cancel = cancellationOf(m_house, booking.id, u"c"_s, m_ids, m_clock);
        cancel.givenBack = {numberOf(booking, 1)};
        QVERIFY(m_harness->change(cancel));
        QCOMPARE(release({numberOf(booking, 0), numberOf(booking, 1), numberOf(booking, 2), u"ZZZZ-ZZZZ-1"_s})->tickets, QStringList {numberOf(booking, 2)});
        QCOMPARE(stored(booking).tickets.at(0).state, TicketState::Valid);
        QCOMPARE(stored(booking).charges.size(), 1);
    }

    void nobodyIsLateBeforeTheDoorsOpen()
    {
        const Booking booking = sold({4}, u"a"_s);
        QCOMPARE(release({numberOf(booking, 0)}, kNoShowsFrom + 1s).error().code, ErrorCode::TooEarly);
        QCOMPARE(stored(booking), booking);
        QCOMPARE(release({numberOf(booking, 0)}, kNoShowsFrom)->tickets.size(), 1);
    }
};

QTEST_GUILESS_MAIN(NoShowReleaseTest)
#include "tst_noshowrelease.moc"
