// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/storage/checkoutbatch.h"
#include "backend/storage/repositories/auditrepository.h"
#include "backend/storage/repositories/bookingrepository.h"
#include "tests/storage/storageharness.h"

#include <QJsonArray>
#include <QTest>

using namespace parterre;
using namespace parterre::storage;
using namespace parterre::testing;
using namespace Qt::StringLiterals;

// Sales through Storage, looked at through a second connection.
class BookingsTest : public QObject
{
    Q_OBJECT

private:
    TestDatabases m_databases;
    ManualClock m_clock;
    CountingIds m_ids;
    std::unique_ptr<StorageHarness> m_harness;
    SampleHouse m_house;

    CheckoutWrite checkout(const QList<qint32> &places, const QString &key) { return checkoutOf(m_house, places, key, m_ids, m_clock); }
    ChangeWrite cancellation(const BookingId &booking, const QString &key) { return cancellationOf(m_house, booking, key, m_ids, m_clock); }
    BookingRepository bookings() { return BookingRepository(m_harness->database()); }
    qint64 auditRows() { return AuditRepository(m_harness->database()).verify()->rows; }

private Q_SLOTS:
    void init();
    void cleanup() { m_harness.reset(); }
    void book_keepsTheWholeBooking_data() { TestDatabases::addEngines(); }
    void book_keepsTheWholeBooking();
    void book_keepsEveryTextAndWhatIsLeftOut_data() { TestDatabases::addEngines(); }
    void book_keepsEveryTextAndWhatIsLeftOut();
    void batch_looksForConflictsWhenTheDatabaseRefuses_data() { TestDatabases::addEngines(); }
    void batch_looksForConflictsWhenTheDatabaseRefuses();
    void book_refusesASoldSeatAndNamesIt_data() { TestDatabases::addEngines(); }
    void book_refusesASoldSeatAndNamesIt();
    void book_answersARepeatedKeyWithTheSameBooking_data() { TestDatabases::addEngines(); }
    void book_answersARepeatedKeyWithTheSameBooking();
    void book_refusesAKeyUsedForSomethingElse_data() { TestDatabases::addEngines(); }
    void book_refusesAKeyUsedForSomethingElse();
    void book_numbersAnewInsteadOfFailing_data() { TestDatabases::addEngines(); }
    void book_numbersAnewInsteadOfFailing();
    void book_refusesBadInputAndChangesNothing_data() { TestDatabases::addEngines(); }
    void book_refusesBadInputAndChangesNothing();
    void book_judgesEachOfAGroupByItself_data() { TestDatabases::addEngines(); }
    void book_judgesEachOfAGroupByItself();
    void index_refusesASecondLiveTicketAndAllowsResale_data() { TestDatabases::addEngines(); }
    void index_refusesASecondLiveTicketAndAllowsResale();
    void list_findsAndPages_data() { TestDatabases::addEngines(); }
    void list_findsAndPages();
    void deletion_isRefusedWhereMoneyRefersToIt_data() { TestDatabases::addEngines(); }
    void deletion_isRefusedWhereMoneyRefersToIt();
    void strays_areCounted_data() { TestDatabases::addEngines(); }
    void strays_areCounted();
    void keys_areForgottenAfterTheirTime_data() { TestDatabases::addEngines(); }
    void keys_areForgottenAfterTheirTime();
};

void BookingsTest::init()
{
    QFETCH(Engine, engine);
    // One writer, so that sales asked for together are looked at in that order.
    m_harness = std::make_unique<StorageHarness>(StorageOptions {.database = m_databases.create(engine), .saleWriters = 1}, m_clock);
    m_house = SampleHouse::build(m_harness->database(), m_ids, m_clock);
}

void BookingsTest::book_keepsTheWholeBooking()
{
    CheckoutWrite write = checkout({7, 3, 11}, u"key"_s);
    write.booking.customerName = u"Zoë 'O\\'); -- 🎭"_s;
    write.booking.tickets[1].label = u"Loge \"A\" ' 3"_s;
    const auto outcome = m_harness->book(write);
    QVERIFY2(outcome, outcome ? "" : qPrintable(outcome.error().detail));
    QCOMPARE(outcome->booking, write.booking);
    QVERIFY(!outcome->replayed);
    const auto stored = bookings().get(write.booking.id);
    QCOMPARE(stored->booking, write.booking);
    QCOMPARE(stored->owner, m_house.customer);
    QCOMPARE(stored->createdBy, m_house.clerk);
    QCOMPARE(bookings().findByReference(write.booking.reference)->booking, write.booking);
    QCOMPARE(*bookings().liveTickets(m_house.event.summary.id), QList<qint32>({3, 7, 11}));
    QCOMPARE(bookings().get(m_ids.make<BookingId>()).error().code, ErrorCode::NotFound);
    QCOMPARE(bookings().findByReference(u"NO-SUCH"_s).error().code, ErrorCode::NotFound);
    QCOMPARE(*bookings().ofKey(m_house.clerk, u"key"_s, write.requestHash), write.booking);
    QCOMPARE(bookings().ofKey(m_house.clerk, u"key"_s, "other").error().code, ErrorCode::KeyReused);
    QCOMPARE(bookings().ofKey(m_house.customer, u"key"_s, write.requestHash).error().code, ErrorCode::NotFound);
}

void BookingsTest::book_keepsEveryTextAndWhatIsLeftOut()
{
    const QStringList texts {QString(), u"NULL"_s, u"{a,b}"_s, u"\"\\\""_s, u"\\"_s, u"'; --"_s, u" , "_s, u"$1 :ticket_id ?"_s, u"a\tb\nc\x01\x7f"_s,
                             u"Žofie 🎭 𝔓 \u2028"_s};
    QList<CheckoutWrite> writes;
    for (qint32 i = 0; i < texts.size(); ++i) {
        CheckoutWrite write = checkout({3 * i + 1, 3 * i}, u"key \"%1\\"_s.arg(i)); // all in one group
        write.owner = i % 2 == 0 ? UserId() : m_house.customer;
        write.booking.customerName = texts.at(i);
        write.booking.tickets[0].label = texts.at(i);
        write.booking.payments[0].tendered.reset();
        write.booking.payments[0].change.reset();
        if (i == 3)
            write.booking.payments.clear();
        writes.append(write);
    }
    const auto outcomes = m_harness->bookAll(writes);
    const QList<AuditRow> rows = *AuditRepository(m_harness->database()).list(0, 100);
    for (qsizetype i = 0; i < writes.size(); ++i) {
        QVERIFY2(outcomes.at(i), outcomes.at(i) ? "" : qPrintable(outcomes.at(i).error().detail));
        const Booking &booking = writes.at(i).booking;
        const auto stored = bookings().get(booking.id);
        QCOMPARE(stored->booking, booking);
        QCOMPARE(stored->owner, writes.at(i).owner);
        const auto row = std::find_if(rows.begin(), rows.end(), [&](const AuditRow &r) { return r.event.objectId == booking.id.toString(); });
        QVERIFY(row != rows.end());
        QCOMPARE(row->event.after.value(u"customerName"_s).toString(), booking.customerName);
        QCOMPARE(row->event.after.value(u"owner"_s).isNull(), writes.at(i).owner.isNull());
        QCOMPARE(row->event.after.value(u"tickets"_s).toArray().at(0), (QJsonObject {{u"number"_s, booking.tickets.at(0).number},
                                                                                       {u"event"_s, m_house.event.summary.id.toString()},
                                                                                       {u"place"_s, booking.tickets.at(0).place},
                                                                                       {u"price"_s, 2'000}}));
    }
    QVERIFY(!AuditRepository(m_harness->database()).verify()->firstBad);
}

void BookingsTest::batch_looksForConflictsWhenTheDatabaseRefuses()
{
    const CheckoutWrite earlier = checkout({1}, u"a"_s);
    QVERIFY(m_harness->book(earlier));
    const qint64 before = auditRows();
    Database &database = m_harness->database();
    const auto write = [&database](QList<Checkout> sales, Compare compare) {
        std::vector<Checkout *> all;
        for (Checkout &sale : sales)
            all.push_back(&sale);
        return database.transact([&] { return CheckoutBatch(database).write(all, compare); });
    };
    const QList<Checkout> group {{.write = checkout({2}, u"b"_s)}, {.write = checkout({1}, u"c"_s)}, {.write = checkout({1}, u"a"_s)}};
    for (const Checkout &sale : {group.at(1), group.at(2)}) {
        const auto refused = write({group.at(0), sale}, Compare::WhenRefused);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::AlreadyExists);
    }
    QCOMPARE(auditRows(), before);
    QCOMPARE(*bookings().liveTickets(m_house.event.summary.id), QList<qint32>({1}));
    const auto verdicts = write(group, Compare::First);
    QVERIFY2(verdicts, verdicts ? "" : qPrintable(verdicts.error().detail));
    QCOMPARE(verdicts->size(), 3U);
    const auto outcomeOf = [&verdicts](std::size_t i) { return std::get<Result<CheckoutOutcome>>(verdicts->at(i)); };
    QCOMPARE(outcomeOf(0)->booking, group.at(0).write.booking);
    QCOMPARE(outcomeOf(1).error().code, ErrorCode::SeatTaken);
    QCOMPARE(outcomeOf(2)->booking, earlier.booking);
    QVERIFY(outcomeOf(2)->replayed && !outcomeOf(0)->replayed);
    QCOMPARE(*bookings().liveTickets(m_house.event.summary.id), QList<qint32>({1, 2}));
}

void BookingsTest::book_refusesASoldSeatAndNamesIt()
{
    QVERIFY(m_harness->book(checkout({1, 2, 3}, u"a"_s)));
    const qint64 before = auditRows();
    const auto refused = m_harness->book(checkout({2, 9, 3}, u"b"_s));
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::SeatTaken);
    QCOMPARE(refused.error().places, QList<qint32>({2, 3}));
    QCOMPARE(*bookings().liveTickets(m_house.event.summary.id), QList<qint32>({1, 2, 3}));
    QCOMPARE(auditRows(), before);
    QVERIFY(m_harness->book(checkout({9}, u"b"_s))); // a refused key may be used again
}

void BookingsTest::book_answersARepeatedKeyWithTheSameBooking()
{
    const CheckoutWrite first = checkout({1, 2}, u"key"_s);
    QVERIFY(m_harness->book(first));
    const auto again = m_harness->book(checkout({1, 2}, u"key"_s));
    QVERIFY(again);
    QVERIFY(again->replayed);
    QCOMPARE(again->booking, first.booking);
    CheckoutWrite others = checkout({3}, u"key"_s); // the key is the actor's own
    others.actor = m_house.customer;
    QVERIFY(!m_harness->book(others)->replayed);
    // Both at once: the second waits for the first and gets its answer.
    const auto both = m_harness->bookAll({checkout({20}, u"twin"_s), checkout({20}, u"twin"_s)});
    QVERIFY(both.at(0) && both.at(1));
    QCOMPARE(both.at(0)->booking, both.at(1)->booking);
    QVERIFY(!both.at(0)->replayed && both.at(1)->replayed);
}

void BookingsTest::book_refusesAKeyUsedForSomethingElse()
{
    const CheckoutWrite first = checkout({1}, u"key"_s);
    QVERIFY(m_harness->book(first));
    QCOMPARE(m_harness->book(checkout({2}, u"key"_s)).error().code, ErrorCode::KeyReused);
    QCOMPARE(m_harness->change(cancellation(first.booking.id, u"key"_s)).error().code, ErrorCode::KeyReused);
    QVERIFY(m_harness->change(cancellation(first.booking.id, u"other"_s)));
    QCOMPARE(m_harness->book(checkout({1}, u"other"_s)).error().code, ErrorCode::KeyReused);
    const auto both = m_harness->bookAll({checkout({5}, u"pair"_s), checkout({6}, u"pair"_s)});
    QVERIFY(both.at(0));
    QCOMPARE(both.at(1).error().code, ErrorCode::KeyReused);
}

void BookingsTest::book_numbersAnewInsteadOfFailing()
{
    const CheckoutWrite first = checkout({1}, u"a"_s);
    QVERIFY(m_harness->book(first));
    CheckoutWrite twin = checkout({2}, u"b"_s);
    twin.booking.reference = first.booking.reference;
    QCOMPARE(m_harness->book(twin).error().code, ErrorCode::AlreadyExists);
    twin.renumber = [this](Booking &booking) { numberAnew(booking, m_ids); };
    const auto outcome = m_harness->book(twin);
    QVERIFY(outcome);
    QVERIFY(outcome->booking.reference != first.booking.reference);
    QCOMPARE(bookings().get(twin.booking.id)->booking, outcome->booking);
    CheckoutWrite sameTicket = checkout({3}, u"c"_s);
    sameTicket.booking.tickets[0].number = first.booking.tickets.at(0).number;
    sameTicket.renumber = twin.renumber;
    QVERIFY(m_harness->book(sameTicket));
    // Two of one group with the same reference.
    CheckoutWrite left = checkout({4}, u"d"_s);
    CheckoutWrite right = checkout({5}, u"e"_s);
    right.booking.reference = left.booking.reference;
    right.renumber = twin.renumber;
    const auto both = m_harness->bookAll({left, right});
    QVERIFY(both.at(0) && both.at(1));
    QVERIFY(both.at(0)->booking.reference != both.at(1)->booking.reference);
}

void BookingsTest::book_refusesBadInputAndChangesNothing()
{
    const qint64 before = auditRows();
    const auto changed = [this](auto change) {
        CheckoutWrite write = checkout({1, 2}, u"key"_s);
        change(write);
        const auto outcome = m_harness->book(write);
        return outcome ? ErrorCode::TimedOut : outcome.error().code;
    };
    QCOMPARE(changed([](CheckoutWrite &w) { w.booking.tickets.clear(); }), ErrorCode::InvalidParams);
    QCOMPARE(changed([](CheckoutWrite &w) { w.booking.tickets[1].place = 1; }), ErrorCode::InvalidParams);
    QCOMPARE(changed([](CheckoutWrite &w) { w.booking.tickets[1].number = w.booking.tickets[0].number; }), ErrorCode::InvalidParams);
    QCOMPARE(changed([](CheckoutWrite &w) { w.key.clear(); }), ErrorCode::InvalidParams);
    QCOMPARE(changed([](CheckoutWrite &w) { w.booking.customerName += QChar::Null; }), ErrorCode::InvalidParams);
    QCOMPARE(changed([](CheckoutWrite &w) { w.booking.tickets[0].label += QChar::Null; }), ErrorCode::InvalidParams);
    QCOMPARE(changed([](CheckoutWrite &w) { w.booking.tickets[0].place = -1; }), ErrorCode::InvalidParams);
    QCOMPARE(changed([](CheckoutWrite &w) { w.booking.tickets[0].price.amount = -1; }), ErrorCode::InvalidParams);
    QCOMPARE(changed([](CheckoutWrite &w) { w.booking.tickets[0].price.currency = *Currency::fromCode(u"USD"); }), ErrorCode::CurrencyMismatch);
    QCOMPARE(auditRows(), before);
    QVERIFY(bookings().list({})->bookings.isEmpty());
    QVERIFY(bookings().liveTickets(m_house.event.summary.id)->isEmpty());
}

void BookingsTest::book_judgesEachOfAGroupByItself()
{
    // 300 sales at once: every fifth wants a seat another one has, some have keys of others, some cannot be written at all.
    QVERIFY(m_harness->book(checkout({900}, u"earlier"_s)));
    QList<CheckoutWrite> writes;
    for (int i = 0; i < 300; ++i) {
        const QString key = u"key %1"_s.arg(i);
        switch (i % 10) {
        case 3: // the seat of the one before
            writes.append(checkout({i, 500 + i, i - 1}, key));
            break;
        case 5: // sold long ago
            writes.append(checkout({i, 900}, key));
            break;
        case 6: // the key and request of the one two before
            writes.append(checkout({i - 2}, u"key %1"_s.arg(i - 2)));
            break;
        case 7: // the key of the one three before, another request
            writes.append(checkout({i}, u"key %1"_s.arg(i - 3)));
            break;
        case 8: // a place below zero: only the database notices
            writes.append(checkout({i}, key));
            writes.last().booking.tickets[0].place = -i;
            break;
        case 9: // a text no database can keep
            writes.append(checkout({i}, key));
            writes.last().booking.customerName = QString(QChar::Null);
            break;
        default:
            writes.append(checkout({i}, key));
        }
    }
    const auto outcomes = m_harness->bookAll(writes);
    QCOMPARE(outcomes.size(), 300);
    QList<qint32> sold {900};
    for (int i = 0; i < 300; ++i) {
        const auto &outcome = outcomes.at(i);
        const auto code = outcome ? ErrorCode::TimedOut : outcome.error().code;
        switch (i % 10) {
        case 3:
            QCOMPARE(code, ErrorCode::SeatTaken);
            QCOMPARE(outcome.error().places, QList<qint32>({i - 1}));
            break;
        case 5:
            QCOMPARE(code, ErrorCode::SeatTaken);
            QCOMPARE(outcome.error().places, QList<qint32>({900}));
            break;
        case 6:
            QVERIFY(outcome && outcome->replayed);
            QCOMPARE(outcome->booking.id, writes.at(i - 2).booking.id);
            break;
        case 7:
            QCOMPARE(code, ErrorCode::KeyReused);
            break;
        case 8:
        case 9:
            QCOMPARE(code, ErrorCode::InvalidParams);
            break;
        default:
            QVERIFY2(outcome, outcome ? "" : qPrintable(outcome.error().detail));
            QCOMPARE(bookings().get(writes.at(i).booking.id)->booking, writes.at(i).booking);
            sold.append(i);
        }
    }
    std::sort(sold.begin(), sold.end());
    QCOMPARE(*bookings().liveTickets(m_house.event.summary.id), sold);
    QVERIFY(!AuditRepository(m_harness->database()).verify()->firstBad);
}

void BookingsTest::index_refusesASecondLiveTicketAndAllowsResale()
{
    const CheckoutWrite first = checkout({5}, u"a"_s);
    QVERIFY(m_harness->book(first));
    const QString raw = u"INSERT INTO tickets (id, number, booking, position, event, place, label, category, ticket_type, price, state) "
                        "VALUES ('%1', '%2', '%3', 1, '%4', 5, '', '', '', 0, 'valid')"_s
                            .arg(m_ids.make<TicketId>().toString(), u"RAW"_s, first.booking.id.toString(), m_house.event.summary.id.toString());
    QCOMPARE(m_harness->database().runMigrationStatement(raw).error().code, ErrorCode::AlreadyExists);
    QVERIFY(m_harness->change(cancellation(first.booking.id, u"b"_s)));
    const CheckoutWrite second = checkout({5}, u"c"_s);
    QVERIFY(m_harness->book(second));
    QCOMPARE(m_harness->database().runMigrationStatement(raw).error().code, ErrorCode::AlreadyExists);
    // The first booking's cancellation, asked for again, must not free what was sold since.
    QVERIFY(m_harness->change(cancellation(first.booking.id, u"b"_s))->freed.isEmpty());
    QCOMPARE(*bookings().liveTickets(m_house.event.summary.id), QList<qint32>({5}));
}

void BookingsTest::list_findsAndPages()
{
    QList<BookingId> made;
    for (int i = 0; i < 25; ++i) {
        CheckoutWrite write = checkout({i * 20, i * 20 + 1}, u"key %1"_s.arg(i));
        if (i == 7) {
            write.booking.customerName = u"Łukasz Müller-Lüdenscheid"_s;
            write.booking.reference = u"7K3M-9QXA"_s;
            write.booking.tickets[0].number = u"7K3M-9QXA-1"_s;
            write.booking.tickets[0].label = u"Dress circle B 100%"_s;
            write.owner = m_house.clerk;
        }
        if (i % 3 == 0)
            m_clock.advance(std::chrono::seconds(1)); // ties are told apart by id
        write.booking.created = m_clock.utcNow();
        QVERIFY(m_harness->book(write));
        made.prepend(write.booking.id);
    }
    const auto allOf = [this](BookingQuery query) {
        QList<BookingId> seen;
        query.limit = 4;
        do {
            const auto page = bookings().list(query);
            if (!page)
                return QList<BookingId>();
            for (const BookingSummary &booking : page->bookings)
                seen.append(booking.id);
            query.cursor = page->next;
        } while (!query.cursor.isEmpty());
        return seen;
    };
    QCOMPARE(allOf({}), made);
    for (const QString &text : {u"müller-l"_s, u"MULLER"_s, u"7k3m9qxa"_s, u"7K3M-9QXA"_s, u"7k3m 9qxa 1"_s, u"circle b 100%"_s}) {
        const auto found = bookings().list({.text = text});
        QVERIFY2(found->bookings.size() == 1, qPrintable(text));
        QCOMPARE(found->bookings.first().reference, u"7K3M-9QXA"_s);
    }
    for (const QString &text : {u"%"_s, u"_"_s, u"' OR ''='"_s, u"nobody"_s, u"-"_s})
        QVERIFY2(bookings().list({.text = text})->bookings.size() <= 1, qPrintable(text));
    const auto own = bookings().list({.owner = m_house.clerk});
    QCOMPARE(own->bookings.size(), 1);
    const BookingSummary summary = own->bookings.first();
    QCOMPARE(summary.labels, QStringList({u"Dress circle B 100%"_s, u"Stalls A 141"_s}));
    QCOMPARE(summary.eventName, m_house.event.summary.name);
    QCOMPARE(summary.eventStart, m_house.event.summary.start);
    QCOMPARE(summary.timeZone, m_house.event.summary.timeZone);
    QCOMPARE(summary.ticketCount, 2);
    QCOMPARE(summary.total, (Money {4'000, {}}));
    QVERIFY(bookings().list({.event = m_house.otherEvent.summary.id})->bookings.isEmpty());
    QCOMPARE(bookings().list({.event = m_house.event.summary.id})->bookings.size(), 25);
    const EventId event = m_house.event.summary.id;
    QCOMPARE(bookings().list({.owner = m_house.clerk, .event = event})->bookings, own->bookings);
    QVERIFY(bookings().list({.owner = m_house.clerk, .event = m_house.otherEvent.summary.id})->bookings.isEmpty());
    QCOMPARE(bookings().list({.text = u"müller"_s, .event = event})->bookings, own->bookings);
    QVERIFY(bookings().list({.owner = m_house.customer, .text = u"müller"_s, .event = event})->bookings.isEmpty());
    for (const BookingQuery &narrowed : {BookingQuery {.owner = m_house.customer}, BookingQuery {.event = event},
                                         BookingQuery {.owner = m_house.customer, .event = event}}) {
        QList<BookingId> expected = made;
        if (narrowed.owner)
            expected.removeOne(own->bookings.first().id);
        QCOMPARE(allOf(narrowed), expected);
    }
    QCOMPARE(bookings().list({.cursor = u"x"_s}).error().code, ErrorCode::InvalidParams);
}

void BookingsTest::deletion_isRefusedWhereMoneyRefersToIt()
{
    QVERIFY(m_harness->book(checkout({1}, u"key"_s)));
    for (const QString &table : {u"accounts"_s, u"events"_s, u"bookings"_s, u"tickets"_s, u"payments"_s}) {
        const Result<void> deleted = m_harness->database().runMigrationStatement(u"DELETE FROM "_s + table);
        QVERIFY2(!deleted, qPrintable(table));
        QVERIFY2(deleted.error().detail.contains(table + u" are kept"_s) || deleted.error().detail.contains(table + u" rows are kept"_s),
                 qPrintable(deleted.error().detail));
    }
    QCOMPARE(bookings().list({})->bookings.size(), 1);
}

void BookingsTest::strays_areCounted()
{
    const CheckoutWrite sale = checkout({1}, u"key"_s);
    QVERIFY(m_harness->book(sale));
    QCOMPARE(*bookings().strays(), 0);
    const auto unknown = m_ids.make<BookingId>().toString();
    const auto change = [&](const QString &statement) { return bool(m_harness->database().runMigrationStatement(statement.arg(unknown))); };
    QVERIFY(change(u"UPDATE payments SET booking = '%1'"_s));
    QCOMPARE(*bookings().strays(), 1);
    QVERIFY(change(u"UPDATE tickets SET event = '%1'"_s));
    QCOMPARE(*bookings().strays(), 2);
    QVERIFY(change(u"UPDATE idempotency_keys SET booking = '%1'"_s));
    QCOMPARE(*bookings().strays(), 3);
    QVERIFY(change(u"UPDATE bookings SET created_by = '%1'"_s));
    QCOMPARE(*bookings().strays(), 4);
}

void BookingsTest::keys_areForgottenAfterTheirTime()
{
    QVERIFY(m_harness->book(checkout({1}, u"old"_s)));
    m_clock.advance(std::chrono::hours(24));
    QVERIFY(m_harness->book(checkout({2}, u"new"_s)));
    QCOMPARE(*bookings().removeKeysBefore(m_clock.utcNow()), 1);
    QVERIFY(m_harness->book(checkout({3}, u"old"_s)));
    QCOMPARE(m_harness->book(checkout({4}, u"new"_s)).error().code, ErrorCode::KeyReused);
}

QTEST_GUILESS_MAIN(BookingsTest)
#include "tst_bookings.moc"
