// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/storage/repositories/auditrepository.h"
#include "backend/storage/repositories/bookingrepository.h"
#include "backend/storage/repositories/contactrepository.h"
#include "tests/storage/storageharness.h"

#include <QTest>

using namespace parterre;
using namespace parterre::storage;
using namespace parterre::testing;
using namespace Qt::StringLiterals;

// Whom bookings are for, and notes of them, on every engine.
class ContactRepositoryTest : public QObject
{
    Q_OBJECT

private:
    TestDatabases m_databases;
    ManualClock m_clock;
    CountingIds m_ids;
    std::unique_ptr<StorageHarness> m_harness;
    SampleHouse m_house;
    const Contact m_ada {.name = u"Ada Löwe"_s, .email = u"Ada@Example.org"_s, .phone = u"+49 (30) 12-34"_s};

    Database &database() { return m_harness->database(); }
    Booking sold(const Contact &contact, qint32 place = 4)
    {
        CheckoutWrite write = checkoutOf(m_house, {place}, u"key %1"_s.arg(place), m_ids, m_clock);
        write.booking.customerName = contact.name;
        write.booking.email = contact.email;
        write.booking.phone = contact.phone;
        if (!m_harness->book(write))
            qFatal("nothing was sold");
        return write.booking;
    }
    Booking stored(const Booking &booking) { return BookingRepository(database()).get(booking.id)->booking; }
    Result<Booking> update(const Booking &booking, const Contact &contact, const std::optional<UserId> &owner = {})
    {
        const ContactWrite write {.booking = booking.id, .owner = owner, .before = booking.contact(), .contact = contact, .audit = {.at = m_clock.utcNow(), .actor = m_house.clerk}};
        return database().transact([&] { return ContactRepository(database()).update(write); });
    }
    Result<BookingNote> note(const Booking &booking, const QString &text, const NoteId &id)
    {
        return database().transact([&] {
            return ContactRepository(database()).addNote({.id = id, .booking = booking.id, .text = text, .audit = {.at = m_clock.utcNow(), .actor = m_house.clerk}});
        });
    }
    qsizetype found(const QString &text) { return BookingRepository(database()).list({.text = text})->bookings.size(); }
    QList<AuditRow> audit() { return *AuditRepository(database()).list(0, 1'000); }

private Q_SLOTS:
    void initTestCase_data() { TestDatabases::addEngines(); }
    void init()
    {
        QFETCH_GLOBAL(Engine, engine);
        m_harness = std::make_unique<StorageHarness>(StorageOptions {.database = m_databases.create(engine)}, m_clock);
        m_house = SampleHouse::build(database(), m_ids, m_clock);
    }
    void cleanup()
    {
        QVERIFY(!AuditRepository(database()).verify()->firstBad);
        m_harness.reset();
    }

    void sale_keepsHowToReachThem()
    {
        const Booking booking = sold(m_ada);
        QCOMPARE(stored(booking), booking);
        QCOMPARE(stored(booking).contact(), m_ada);
        for (const QString &text : {u"ada@example"_s, u"+49 30 1234"_s, u"(30) 1234"_s, u"301234"_s, u"lowe"_s, u"030 / 1234"_s, u"0049 301234"_s})
            QCOMPARE(found(text), 1);
        for (const QString &text : {u"30 999"_s, u"030 1235"_s})
            QCOMPARE(found(text), 0);
        QCOMPARE(stored(sold({.name = u"Bob"_s}, 5)).contact(), Contact {.name = u"Bob"_s});
    }

    void update_isFoundByWhatItSaysNow()
    {
        const Booking booking = sold(m_ada);
        const Contact grace {.name = u"Grace Hopper"_s, .phone = u"0171 5555"_s};
        const auto changed = update(booking, grace);
        QVERIFY2(changed, changed ? "" : qPrintable(changed.error().detail));
        QCOMPARE(changed->contact(), grace);
        QCOMPARE(stored(booking), *changed);
        for (const QString &text : {u"ada"_s, u"example.org"_s, u"301234"_s})
            QCOMPARE(found(text), 0);
        for (const QString &text : {u"hopper"_s, u"01715555"_s, booking.reference, booking.tickets.constFirst().number, booking.tickets.constFirst().label})
            QCOMPARE(found(text), 1);
        const AuditEvent event = audit().constLast().event;
        QCOMPARE(event.action, u"booking.contact_changed"_s);
        QCOMPARE(event.before, (QJsonObject {{u"name"_s, u"Ada Löwe"_s}}));
        QCOMPARE(event.after, (QJsonObject {{u"name"_s, u"Grace Hopper"_s}, {u"email"_s, true}, {u"phone"_s, true}}));
    }

    void update_keepsWhatElseTheBookingIsFoundBy()
    {
        const Booking booking = sold(m_ada);
        ChangeWrite exchange = cancellationOf(m_house, booking.id, u"exchange"_s, m_ids, m_clock);
        exchange.givenBack = {booking.tickets.constFirst().number};
        exchange.taken = checkoutOf(m_house, {500}, u"taken"_s, m_ids, m_clock).booking.tickets;
        exchange.taken[0].label = u"Royal box 1"_s;
        const auto exchanged = m_harness->change(exchange);
        QVERIFY2(exchanged, exchanged ? "" : qPrintable(exchanged.error().detail));
        QVERIFY(update(booking, {.name = u"Grace"_s}));
        for (const QString &text : {u"royal box"_s, booking.tickets.constFirst().number})
            QCOMPARE(found(text), 1);
    }

    void update_ofAnotherContactThanSeenIsRefused()
    {
        const Booking booking = sold(m_ada);
        const Contact grace {.name = u"Grace"_s};
        QVERIFY(update(booking, grace));
        QCOMPARE(update(booking, {.name = u"Bob"_s}).error().code, ErrorCode::StaleVersion);
        QCOMPARE(stored(booking).contact(), grace);
        // The same wish once more, as after a lost answer, changes nothing.
        const qsizetype notes = audit().size();
        QCOMPARE(update(booking, grace)->contact(), grace);
        QCOMPARE(audit().size(), notes);
    }

    void update_isForTheOwner()
    {
        const Booking booking = sold(m_ada);
        QCOMPARE(update(booking, {.name = u"Bob"_s}, m_house.clerk).error().code, ErrorCode::NotFound);
        QCOMPARE(stored(booking).contact(), m_ada);
        QCOMPARE(update(Booking {.id = m_ids.make<BookingId>()}, {.name = u"Bob"_s}).error().code, ErrorCode::NotFound);
    }

    void notes_areKeptInTheirOrder()
    {
        const Booking booking = sold(m_ada);
        const auto first = note(booking, u"One\nand a half"_s, m_ids.make<NoteId>());
        QVERIFY2(first, first ? "" : qPrintable(first.error().detail));
        QCOMPARE(first->at, m_clock.utcNow());
        QVERIFY(!first->author.isEmpty());
        m_clock.advance(std::chrono::seconds(1));
        const auto second = note(booking, u"Two"_s, m_ids.make<NoteId>());
        QCOMPARE(*ContactRepository(database()).notes(booking.id), (QList<BookingNote> {*first, *second}));
        QCOMPARE(audit().constLast().event.action, u"booking.note_added"_s);
        // Once more, as after a lost answer.
        QCOMPARE(*note(booking, u"Two"_s, second->id), *second);
        QCOMPARE(ContactRepository(database()).notes(booking.id)->size(), 2);
        QCOMPARE(note(booking, u"Three"_s, second->id).error().code, ErrorCode::AlreadyExists);
        QCOMPARE(note(sold(m_ada, 5), u"Two"_s, second->id).error().code, ErrorCode::AlreadyExists);
    }

    void notes_areSoManyAtMost()
    {
        const Booking booking = sold(m_ada);
        const NoteId last = m_ids.make<NoteId>();
        QVERIFY(note(booking, u"Last"_s, last));
        for (int i = 1; i < NoteLimits::kNotes; ++i)
            QVERIFY(note(booking, u"One more"_s, m_ids.make<NoteId>()));
        const auto tooMany = note(booking, u"Too many"_s, m_ids.make<NoteId>());
        QCOMPARE(tooMany.error().code, ErrorCode::NotesFull);
        QCOMPARE(tooMany.error().limit, NoteLimits::kNotes);
        QVERIFY(note(booking, u"Last"_s, last));
    }

    void cancelling_erasesNothing()
    {
        const Booking booking = sold(m_ada);
        QVERIFY(note(booking, u"One"_s, m_ids.make<NoteId>()));
        const auto cancelled = m_harness->change(cancellationOf(m_house, booking.id, u"cancel"_s, m_ids, m_clock));
        QVERIFY2(cancelled, cancelled ? "" : qPrintable(cancelled.error().detail));
        QCOMPARE(cancelled->booking.contact(), m_ada);
        QCOMPARE(found(u"ada@example"_s), 1);
        QCOMPARE(ContactRepository(database()).notes(booking.id)->size(), 1);
        QVERIFY(update(booking, {.name = u"Grace"_s}));
        QCOMPARE(stored(booking).state, BookingState::Cancelled);
    }

    void notes_thatBelongToNothingAreNoticed()
    {
        const Booking booking = sold(m_ada);
        QVERIFY(note(booking, u"One"_s, m_ids.make<NoteId>()));
        QCOMPARE(*BookingRepository(database()).strays(), 0);
        QFETCH_GLOBAL(Engine, engine);
        const QString time = engine == Engine::Sqlite ? u"1"_s : u"'2026-11-18T11:06:40Z'"_s;
        QVERIFY(database().runMigrationStatement(u"INSERT INTO booking_notes (id, booking, text, at, author) VALUES ('%1', '%2', 'Two', %3, '%4')"_s
                                                     .arg(m_ids.make<NoteId>().toString(), m_ids.make<BookingId>().toString(), time, m_house.clerk.toString())));
        QCOMPARE(*BookingRepository(database()).strays(), 1);
    }

    void notes_areOfABooking()
    {
        const Booking nobody {.id = m_ids.make<BookingId>()};
        QCOMPARE(note(nobody, u"One"_s, m_ids.make<NoteId>()).error().code, ErrorCode::NotFound);
        QCOMPARE(ContactRepository(database()).notes(nobody.id).error().code, ErrorCode::NotFound);
    }
};

QTEST_GUILESS_MAIN(ContactRepositoryTest)
#include "tst_contactrepository.moc"
