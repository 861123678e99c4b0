// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/storage/eventcancellation.h"
#include "backend/storage/repositories/auditrepository.h"
#include "backend/storage/repositories/bookingrepository.h"
#include "backend/storage/repositories/checkinrepository.h"
#include "backend/storage/repositories/eventrepository.h"
#include "backend/storage/repositories/noshowrepository.h"
#include "backend/storage/repositories/ticketrepository.h"
#include "tests/storage/storageharness.h"

#include <QSet>
#include <QTest>

using namespace parterre;
using namespace parterre::storage;
using namespace parterre::testing;
using namespace Qt::StringLiterals;

// Places of people who did not come are given free and taken back, each at most once, on every engine.
class NoShowRepositoryTest : public QObject
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
    Booking sold(const QList<qint32> &places, const QString &key)
    {
        const auto outcome = m_harness->book(checkoutOf(m_house, places, key, m_ids, m_clock));
        return outcome ? outcome->booking : Booking();
    }
    Booking stored(const Booking &booking) { return BookingRepository(database()).get(booking.id)->booking; }
    NoShowWrite writeOf(const QStringList &tickets, const QString &key)
    {
        return {.event = event(), .tickets = tickets, .actor = m_house.clerk, .key = key, .requestHash = tickets.join(u' ').toUtf8(), .audit = {.at = m_clock.utcNow(), .actor = m_house.clerk}};
    }
    // As of an area of the places 4 to 7.
    static NoShowWrite standing(NoShowWrite write, const QHash<QString, QList<qint32>> &places)
    {
        for (auto ways = places.cbegin(); ways != places.cend(); ++ways)
            write.ways.insert(ways.key(), {.places = ways.value(), .first = 4, .end = 8});
        write.labelOf = [](qint32 place) { return u"Standing %1"_s.arg(place); };
        return write;
    }
    Result<ReleaseWritten> release(const NoShowWrite &write)
    {
        return database().transact([&] { return NoShowRepository(database()).release(write); });
    }
    Result<RestoreWritten> restore(const NoShowWrite &write)
    {
        return database().transact([&] { return NoShowRepository(database()).restore(write); });
    }
    AdmitOutcome admit(const QString &ticket, const QString &key)
    {
        return database()
            .transact([&] {
                return CheckinRepository(database()).admit({.id = m_ids.make<CheckinId>(), .event = event(), .ticket = ticket, .actor = m_house.clerk, .key = key,
                                                            .audit = {.at = m_clock.utcNow(), .actor = m_house.clerk}});
            })
            ->verdict.outcome;
    }
    static QString number(const Booking &booking, int ticket = 0) { return booking.tickets.at(ticket).number; }
    QStringList actions()
    {
        QStringList all;
        const auto rows = AuditRepository(database()).list(0, 1'000);
        for (const AuditRow &row : *rows)
            all.append(row.event.action);
        return all;
    }

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

    void releasedPlace_isSoldAgain_andItsPriceStays()
    {
        const Booking booking = sold({4, 5}, u"a"_s);
        const auto released = release(writeOf({number(booking)}, u"r"_s));
        QVERIFY2(released, released ? "" : qPrintable(released.error().detail));
        QCOMPARE(released->released, (QList<TicketPlace> {{number(booking), 4}}));
        QCOMPARE(released->freed, (QList<FreedPlace> {{event(), 4}}));
        QCOMPARE(*BookingRepository(database()).liveTickets(event()), QList<qint32> {5});
        const Booking after = stored(booking);
        QCOMPARE(after.state, BookingState::Confirmed);
        QCOMPARE(after.total, booking.total);
        QCOMPARE(after.tickets.at(0).state, TicketState::Released);
        QCOMPARE(BookingRepository(database()).list({})->bookings.constFirst().ticketCount, 2);
        QCOMPARE(BookingRepository(database()).list({})->bookings.constFirst().labels.size(), 2);
        QCOMPARE(TicketRepository(database()).find(number(booking))->released, m_clock.utcNow());
        const Booking again = sold({4}, u"b"_s);
        QCOMPARE(again.tickets.size(), 1);
        // The seat has one owner, and whoever did not come is not that.
        QCOMPARE(admit(number(booking), u"c"_s), AdmitOutcome::Released);
        QCOMPARE(admit(number(again), u"d"_s), AdmitOutcome::Admitted);
        QCOMPARE(actions().count(u"ticket.released"_s), 1);
    }

    void list_hasThoseWhoPaidAndAreNotIn()
    {
        const Booking booking = sold({4, 5, 6}, u"a"_s);
        CheckoutWrite reserved = checkoutOf(m_house, {7}, u"b"_s, m_ids, m_clock);
        reserved.booking.state = BookingState::Reserved;
        reserved.booking.payUntil = m_clock.utcNow() + std::chrono::hours(1);
        reserved.booking.payments.clear();
        QVERIFY(m_harness->book(reserved));
        QCOMPARE(admit(number(booking, 1), u"c"_s), AdmitOutcome::Admitted);
        NoShowRepository repository(database());
        const NoShowPage first = *repository.list(event(), -1, 1);
        QCOMPARE(first.tickets.size(), 1);
        QCOMPARE(first.tickets.constFirst(), (NoShow {.ticket = number(booking), .booking = booking.id, .reference = booking.reference, .customerName = booking.customerName,
                                                      .place = 4, .label = booking.tickets.at(0).label, .ticketType = first.tickets.constFirst().ticketType}));
        QCOMPARE(first.next, 4);
        const NoShowPage rest = *repository.list(event(), 4, 10);
        QCOMPARE(rest.tickets.size(), 1);
        QCOMPARE(rest.tickets.constFirst().ticket, number(booking, 2));
        QVERIFY(!rest.next);
        QCOMPARE(repository.list(m_ids.make<EventId>(), -1, 10).error().code, ErrorCode::NotFound);
        // Nor is what is not paid given free this way.
        QVERIFY(release(writeOf({number(reserved.booking)}, u"r"_s))->released.isEmpty());
    }

    void whoIsIn_keepsThePlace()
    {
        const Booking booking = sold({4, 5}, u"a"_s);
        QCOMPARE(admit(number(booking), u"b"_s), AdmitOutcome::Admitted);
        const auto released = release(writeOf({number(booking), number(booking, 1)}, u"r"_s));
        QCOMPARE(released->released, (QList<TicketPlace> {{number(booking, 1), 5}}));
        QCOMPARE(stored(booking).tickets.at(0).state, TicketState::Valid);
    }

    void cutTables_stayWhole()
    {
        const Booking booking = sold({4, 5, 6}, u"a"_s);
        NoShowWrite write = writeOf({number(booking), number(booking, 1), number(booking, 2)}, u"r"_s);
        QCOMPARE(admit(number(booking), u"b"_s), AdmitOutcome::Admitted);
        write.cutTables = [](const QList<qint32> &places) { return places.contains(4) ? QList<qint32>() : QList<qint32> {4, 5}; };
        QCOMPARE(release(write)->released, (QList<TicketPlace> {{number(booking, 2), 6}}));
    }

    void key_isAnsweredTheSameAndNotReused()
    {
        const Booking booking = sold({4, 5}, u"a"_s);
        const NoShowWrite write = writeOf({number(booking)}, u"r"_s);
        QVERIFY(release(write));
        QVERIFY(restore(writeOf({number(booking)}, u"s"_s)));
        const auto again = release(write);
        QCOMPARE(again->released, (QList<TicketPlace> {{number(booking), 4}}));
        QVERIFY(again->freed.isEmpty()); // it was taken back since
        QCOMPARE(stored(booking).tickets.at(0).state, TicketState::Valid);
        QCOMPARE(restore(writeOf({number(booking)}, u"s"_s))->restored, (QList<TicketPlace> {{number(booking), 4}}));
        QCOMPARE(release(writeOf({number(booking, 1)}, u"r"_s)).error().code, ErrorCode::KeyReused);
        QCOMPARE(restore(writeOf({number(booking)}, u"r"_s)).error().code, ErrorCode::KeyReused);
        QCOMPARE(actions().count(u"ticket.released"_s), 1);
        QCOMPARE(actions().count(u"ticket.restored"_s), 1);
    }

    void restored_isValidAgain_andMayBeReleasedAgain()
    {
        const Booking booking = sold({4}, u"a"_s);
        QVERIFY(release(writeOf({number(booking)}, u"r"_s)));
        QCOMPARE(restore(writeOf({number(booking)}, u"s"_s))->restored, (QList<TicketPlace> {{number(booking), 4}}));
        QCOMPARE(stored(booking), booking);
        QCOMPARE(m_harness->book(checkoutOf(m_house, {4}, u"b"_s, m_ids, m_clock)).error().code, ErrorCode::SeatTaken);
        QCOMPARE(release(writeOf({number(booking)}, u"t"_s))->released.size(), 1);
        // Of what the first restoring had, that changes nothing.
        const auto again = restore(writeOf({number(booking)}, u"s"_s));
        QCOMPARE(again->restored, (QList<TicketPlace> {{number(booking), 4}}));
        QVERIFY(again->taken.isEmpty());
        QVERIFY(again->owned.isEmpty()); // and nobody has the place now
        QCOMPARE(stored(booking).tickets.at(0).state, TicketState::Released);
        QCOMPARE(sold({4}, u"c"_s).tickets.size(), 1);
        QCOMPARE(restore(writeOf({number(booking)}, u"s"_s))->owned, QList<qint32> {4});
    }

    void takenPlace_isNotTakenBack()
    {
        const Booking booking = sold({4, 5}, u"a"_s);
        QVERIFY(release(writeOf({number(booking), number(booking, 1)}, u"r"_s)));
        QCOMPARE(sold({4}, u"b"_s).tickets.size(), 1);
        const auto some = restore(writeOf({number(booking), number(booking, 1)}, u"s"_s));
        QCOMPARE(some->restored, (QList<TicketPlace> {{number(booking, 1), 5}}));
        QCOMPARE(some->taken, (QList<TicketPlace> {{number(booking), 4}}));
        QCOMPARE(some->owned, (QList<qint32> {4, 5}));
        // Sold twice over: of two who come late the first gets the place.
        const Booking third = sold({6}, u"c"_s);
        QVERIFY(release(writeOf({number(third)}, u"t"_s)));
        const Booking fourth = sold({6}, u"d"_s);
        QVERIFY(release(writeOf({number(fourth)}, u"u"_s)));
        const auto one = restore(writeOf({number(third), number(fourth)}, u"v"_s));
        QCOMPARE(one->restored.size(), 1);
        QCOMPARE(one->taken.size(), 1);
    }

    // Somebody stands there by now, and there is room beside him.
    void areaTicket_getsAnotherPlace()
    {
        const Booking booking = sold({4}, u"a"_s);
        QVERIFY(release(writeOf({number(booking)}, u"r"_s)));
        QCOMPARE(sold({4}, u"b"_s).tickets.size(), 1);
        const NoShowWrite back = standing(writeOf({number(booking)}, u"s"_s), {{number(booking), {4, 6}}});
        const auto restored = restore(back);
        QVERIFY2(restored, restored ? "" : qPrintable(restored.error().detail));
        QCOMPARE(restored->restored, (QList<TicketPlace> {{number(booking), 6}}));
        QCOMPARE(restored->owned, (QList<qint32> {4, 6}));
        QCOMPARE(*BookingRepository(database()).liveTickets(event()), (QList<qint32> {4, 6}));
        Booking moved = booking;
        moved.tickets[0].place = 6;
        moved.tickets[0].label = u"Standing 6"_s;
        QCOMPARE(stored(booking), moved);
        QCOMPARE(BookingRepository(database()).list({.text = u"standing 6"_s})->bookings.size(), 1);
        QCOMPARE(m_harness->book(checkoutOf(m_house, {6}, u"c"_s, m_ids, m_clock)).error().code, ErrorCode::SeatTaken);
        const AuditEvent noted = AuditRepository(database()).list(0, 1'000)->constLast().event;
        QCOMPARE(noted.action, u"ticket.restored"_s);
        QCOMPARE(noted.before[u"place"_s].toInt(), 4);
        QCOMPARE(noted.after[u"place"_s].toInt(), 6);
        QCOMPARE(admit(number(booking), u"d"_s), AdmitOutcome::Admitted);
    }

    void areaTicket_getsItsOwnPlaceFirst()
    {
        const Booking booking = sold({4}, u"a"_s);
        QVERIFY(release(writeOf({number(booking)}, u"r"_s)));
        QCOMPARE(restore(standing(writeOf({number(booking)}, u"s"_s), {{number(booking), {4, 6}}}))->restored, (QList<TicketPlace> {{number(booking), 4}}));
        QCOMPARE(stored(booking), booking);
    }

    // Two that were sold one number, one after the other.
    void areaTickets_getAPlaceEach()
    {
        const Booking first = sold({4}, u"a"_s);
        QVERIFY(release(writeOf({number(first)}, u"r"_s)));
        const Booking second = sold({4}, u"b"_s);
        QVERIFY(release(writeOf({number(second)}, u"q"_s)));
        const auto restored = restore(standing(writeOf({number(first), number(second)}, u"s"_s), {{number(first), {4, 5}}, {number(second), {4, 5}}}));
        QCOMPARE(restored->restored.size(), 2);
        QCOMPARE(*BookingRepository(database()).liveTickets(event()), (QList<qint32> {4, 5}));
    }

    // What was kept for it is gone: whoever asked looks for another place, with the same key.
    void areaTicket_isToldWhatNobodyCanHave()
    {
        const Booking booking = sold({4, 9}, u"a"_s);
        QVERIFY(release(writeOf({number(booking), number(booking, 1)}, u"r"_s)));
        QCOMPARE(sold({4, 6}, u"b"_s).tickets.size(), 2);
        NoShowWrite back = standing(writeOf({number(booking), number(booking, 1)}, u"s"_s), {{number(booking), {4, 6}}});
        const auto refused = restore(back);
        QCOMPARE(refused.error(), (Error {.code = ErrorCode::SeatTaken, .places = {4, 6}, .event = event()}));
        QCOMPARE(stored(booking).tickets.at(1).state, TicketState::Released); // nor was the other one taken back
        back.ways[number(booking)].places = {5};
        QCOMPARE(restore(back)->restored, (QList<TicketPlace> {{number(booking), 5}, {number(booking, 1), 9}}));
    }

    // What a key did it says for ever, wherever the ticket went since.
    void keys_rememberThePlaces()
    {
        const Booking booking = sold({4}, u"a"_s);
        const NoShowWrite first = writeOf({number(booking)}, u"r"_s);
        QVERIFY(release(first));
        QCOMPARE(sold({4}, u"b"_s).tickets.size(), 1);
        const NoShowWrite back = standing(writeOf({number(booking)}, u"s"_s), {{number(booking), {6}}});
        QVERIFY(restore(back));
        QVERIFY(release(writeOf({number(booking)}, u"t"_s)));
        QCOMPARE(sold({6}, u"c"_s).tickets.size(), 1);
        QVERIFY(restore(standing(writeOf({number(booking)}, u"u"_s), {{number(booking), {7}}})));
        QVERIFY(release(writeOf({number(booking)}, u"v"_s)));
        QCOMPARE(release(first)->released, (QList<TicketPlace> {{number(booking), 4}}));
        QVERIFY(release(first)->freed.isEmpty());
        const auto again = restore(back);
        QCOMPARE(again->restored, (QList<TicketPlace> {{number(booking), 6}}));
        QVERIFY(again->taken.isEmpty());
        QCOMPARE(stored(booking).tickets.at(0).state, TicketState::Released);
    }

    // Who came late to a table that is sold whole leaves again; who sits there with others does not go alone.
    void whoIsLeftOfATable_isGivenFree()
    {
        const Booking booking = sold({4, 5, 6}, u"a"_s);
        const QStringList all {number(booking), number(booking, 1), number(booking, 2)};
        const auto atTable = [this](const QStringList &tickets, const QString &key) {
            NoShowWrite write = writeOf(tickets, key);
            write.cutTables = [](const QList<qint32> &places) {
                const QSet<qint32> seats {4, 5, 6};
                const auto named = QSet<qint32>(places.begin(), places.end()) & seats;
                return named.isEmpty() || named == seats ? QList<qint32>() : QList<qint32> {4, 5, 6};
            };
            return write;
        };
        QVERIFY(release(atTable(all.first(2), u"r"_s))->released.isEmpty());
        QCOMPARE(release(atTable(all, u"s"_s))->released.size(), 3);
        QVERIFY(restore(writeOf(all.first(2), u"t"_s)));
        QVERIFY(release(atTable(all.first(1), u"u"_s))->released.isEmpty());
        QCOMPARE(release(atTable(all.first(2), u"v"_s))->released.size(), 2);
        QVERIFY(restore(writeOf(all.first(1), u"w"_s)));
        QCOMPARE(release(atTable(all.first(1), u"x"_s))->released, (QList<TicketPlace> {{all.constFirst(), 4}}));
        QCOMPARE(sold({4, 5, 6}, u"b"_s).tickets.size(), 3);
    }

    // Its price counts once, and whoever has the seat by now keeps it.
    void releasedTicket_isExchanged()
    {
        const Booking booking = sold({4, 5}, u"a"_s);
        QVERIFY(release(writeOf({number(booking)}, u"r"_s)));
        const Booking again = sold({4}, u"b"_s);
        ChangeWrite write = cancellationOf(m_house, booking.id, u"c"_s, m_ids, m_clock);
        write.givenBack = {number(booking)};
        write.taken = {checkoutOf(m_house, {9}, u"x"_s, m_ids, m_clock).booking.tickets.constFirst()};
        // Whoever believes him to sit there still might seat him there.
        QCOMPARE(m_harness->change(write).error().code, ErrorCode::TicketReleased);
        write.givenFree = write.givenBack;
        const auto exchanged = m_harness->change(write);
        QVERIFY2(exchanged, exchanged ? "" : qPrintable(exchanged.error().detail));
        QCOMPARE(exchanged->booking.tickets.at(0).state, TicketState::Exchanged);
        QCOMPARE(exchanged->booking.tickets.at(2).place, 9);
        QCOMPARE(exchanged->booking.total, booking.total);
        QCOMPARE(exchanged->booking.payments, booking.payments);
        QVERIFY(exchanged->freed.isEmpty());
        QCOMPARE(stored(again), again);
        QCOMPARE(*BookingRepository(database()).liveTickets(event()), (QList<qint32> {4, 5, 9}));
        QVERIFY(restore(writeOf({number(booking)}, u"s"_s))->restored.isEmpty());
        QCOMPARE(admit(number(booking), u"d"_s), AdmitOutcome::Exchanged);
        QCOMPARE(m_harness->change(write)->replayed, true);
    }

    // What would go back is the house's to give.
    void releasedTickets_areExchangedForLessByTheCounterAlone()
    {
        const Booking booking = sold({4, 5}, u"a"_s);
        QVERIFY(release(writeOf({number(booking), number(booking, 1)}, u"r"_s)));
        ChangeWrite write = cancellationOf(m_house, booking.id, u"c"_s, m_ids, m_clock);
        write.givenBack = write.givenFree = {number(booking), number(booking, 1)};
        write.taken = {checkoutOf(m_house, {9}, u"x"_s, m_ids, m_clock).booking.tickets.constFirst()};
        QCOMPARE(m_harness->change(write).error().code, ErrorCode::TicketReleased);
        QCOMPARE(stored(booking).tickets.size(), 2);
        write.atCounter = true;
        QCOMPARE(m_harness->change(write)->booking.total.amount, 2'000);
    }

    void releasedTicket_isGivenBackByTheCounterAlone()
    {
        const Booking booking = sold({4, 5}, u"a"_s);
        QVERIFY(release(writeOf({number(booking)}, u"r"_s)));
        QCOMPARE(sold({4}, u"b"_s).tickets.size(), 1);
        ChangeWrite write = cancellationOf(m_house, booking.id, u"c"_s, m_ids, m_clock);
        QCOMPARE(m_harness->change(write).error().code, ErrorCode::TicketReleased);
        write.atCounter = true;
        const auto cancelled = m_harness->change(write);
        QVERIFY2(cancelled, cancelled ? "" : qPrintable(cancelled.error().detail));
        QCOMPARE(cancelled->booking.state, BookingState::Cancelled);
        QCOMPARE(cancelled->booking.payments.constLast().amount.amount, 4'000);
        QCOMPARE(cancelled->freed, (QList<FreedPlace> {{event(), 5}})); // the other is somebody else's
        QCOMPARE(restore(writeOf({number(booking)}, u"s"_s))->restored.size(), 0);
    }

    void cancelledEvent_owesWhatWasPaidForReleasedTickets()
    {
        const Booking alone = sold({4}, u"a"_s);
        QVERIFY(release(writeOf({number(alone)}, u"r"_s)));
        const Booking again = sold({4}, u"b"_s);
        const Result<Event> cancelled = database().transact([&]() -> Result<Event> {
            Result<Event> before = EventRepository(database()).get(event());
            return before ? EventRepository(database()).cancel(*before, u"Fire"_s, {.at = m_clock.utcNow(), .actor = m_house.clerk}) : before;
        });
        QVERIFY(cancelled);
        QCOMPARE(EventRepository(database()).cancelledWithTickets()->size(), 1);
        QCOMPARE(*database().transact([&] { return EventCancellation(database(), event(), m_clock.utcNow()).cancelNext(10); }), 2);
        QCOMPARE(*database().transact([&] { return EventCancellation(database(), event(), m_clock.utcNow()).cancelNext(10); }), 0);
        for (const Booking &booking : {alone, again}) {
            QCOMPARE(stored(booking).state, BookingState::Cancelled);
            QCOMPARE(stored(booking).refunds.constFirst().amount.amount, 2'000);
        }
        QCOMPARE(release(writeOf({number(again)}, u"t"_s)).error().code, ErrorCode::SaleClosed);
        QCOMPARE(restore(writeOf({number(alone)}, u"s"_s)).error().code, ErrorCode::SaleClosed);
    }

    void doorList_namesReleasedTicketsBesideTheValidOnes()
    {
        const Booking booking = sold({4, 5}, u"a"_s);
        QVERIFY(release(writeOf({number(booking)}, u"r"_s)));
        const Booking again = sold({4}, u"b"_s);
        const DoorListPage all = *CheckinRepository(database()).doorList(event(), -1, 10);
        QCOMPARE(all.tickets.size(), 2);
        QCOMPARE(all.tickets.constFirst().ticket, number(again));
        QCOMPARE(all.released, QStringList {number(booking)});
        // A page ends between places.
        const DoorListPage first = *CheckinRepository(database()).doorList(event(), -1, 2);
        QCOMPARE(first.tickets.size() + first.released.size(), 2);
        QCOMPARE(first.next, 4);
        QCOMPARE(CheckinRepository(database()).doorList(event(), 4, 2)->tickets.size(), 1);
        QCOMPARE(CheckinRepository(database()).arrivals(event())->attendance.expected, 2);
    }

    void otherTickets_areNotOfTheEvent()
    {
        const Booking booking = sold({4}, u"a"_s);
        QCOMPARE(release(writeOf({number(booking), u"ZZZZ-ZZZZ-9"_s}, u"r"_s)).error().code, ErrorCode::NotFound);
        NoShowWrite elsewhere = writeOf({number(booking)}, u"s"_s);
        elsewhere.event = m_house.otherEvent.summary.id;
        QCOMPARE(release(elsewhere).error().code, ErrorCode::NotFound);
        QCOMPARE(stored(booking), booking);
    }
};

QTEST_GUILESS_MAIN(NoShowRepositoryTest)
#include "tst_noshowrepository.moc"
