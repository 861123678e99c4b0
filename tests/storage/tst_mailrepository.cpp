// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/storage/database.h"
#include "backend/storage/repositories/auditrepository.h"
#include "backend/storage/repositories/mailrepository.h"
#include "backend/storage/repositories/noshowrepository.h"
#include "tests/storage/storageharness.h"

#include <QJsonDocument>
#include <QTest>

using namespace parterre;
using namespace parterre::storage;
using namespace parterre::testing;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

// Mails on their way out, as the tables keep them.
class MailRepositoryTest : public QObject
{
    Q_OBJECT

private:
    TestDatabases m_databases;
    ManualClock m_clock;
    CountingIds m_ids;
    std::unique_ptr<StorageHarness> m_harness;
    std::unique_ptr<Database> m_other; // of another server
    SampleHouse m_house;
    Booking m_booking;

    MailWrite mailOf(const QString &key = u"first-mail-of-all"_s)
    {
        return {.id = m_ids.make<MailId>(),
                .booking = m_booking.id,
                .to = u"ada@example.org"_s,
                .subject = u"Karten – „Hamlet“"_s,
                .body = u"Good evening,\nhere they are."_s,
                .attachment = QByteArray("%PDF-1.7\n\0\xff\x80 it", 14),
                .key = key,
                .requestHash = QByteArray(32, 'h'),
                .audit = {.at = m_clock.utcNow(), .actor = m_house.clerk}};
    }
    template<class Work>
    auto write(Work work) { return m_harness->database().transact([&] { return work(MailRepository(m_harness->database())); }); }
    Result<Mail> add(const MailWrite &mail)
    {
        return write([&](MailRepository mails) { return mails.add(mail); });
    }
    std::optional<ClaimedMail> claim(Database &database)
    {
        const auto claimed = database.transact([&] { return MailRepository(database).claim(m_clock.utcNow(), m_clock.utcNow() + 5min); });
        if (!claimed)
            qFatal("%s", qUtf8Printable(claimed.error().detail));
        return *claimed;
    }
    std::optional<ClaimedMail> claim() { return claim(m_harness->database()); }
    Mail only()
    {
        const auto mails = MailRepository(m_harness->database()).ofBooking(m_booking.id, 10);
        if (!mails || mails->size() != 1)
            qFatal("there is not one mail");
        return mails->constFirst();
    }
    void fail(const ClaimedMail &claimed, const std::optional<Instant> &next)
    {
        const MailFailure failure {.id = claimed.id, .attempts = claimed.attempts, .problem = MailProblem::RecipientRefused, .answer = u"550 no"_s, .next = next};
        QVERIFY(write([&](MailRepository mails) { return mails.noteFailure(failure); }));
    }

private Q_SLOTS:
    void initTestCase_data() { TestDatabases::addEngines(); }
    void init()
    {
        QFETCH_GLOBAL(Engine, engine);
        const DatabaseConfig config = m_databases.create(engine);
        m_harness = std::make_unique<StorageHarness>(config, m_clock);
        m_other = std::make_unique<Database>(config);
        QVERIFY(m_other->open());
        m_house = SampleHouse::build(m_harness->database(), m_ids, m_clock);
        const CheckoutWrite sale = checkoutOf(m_house, {1, 2}, u"sale"_s, m_ids, m_clock);
        QVERIFY(m_harness->book(sale));
        m_booking = sale.booking;
    }
    void cleanup()
    {
        m_other.reset();
        m_harness.reset();
    }

    void mail_isKeptUntilItIsSent()
    {
        const MailWrite wanted = mailOf();
        const Result<Mail> added = add(wanted);
        QVERIFY2(added, qPrintable(added ? QString() : added.error().detail));
        QCOMPARE(added->to, wanted.to);
        QCOMPARE(added->subject, wanted.subject);
        QCOMPARE(added->state, MailState::Queued);
        QCOMPARE(added->at, m_clock.utcNow());
        QCOMPARE(added->nextAttempt, std::optional(m_clock.utcNow()));
        QCOMPARE(added->by.id, m_house.clerk);
        QVERIFY(!added->by.name.isEmpty());

        const auto claimed = claim();
        QVERIFY(claimed);
        QCOMPARE(claimed->id, wanted.id);
        QCOMPARE(claimed->attachment, *wanted.attachment);
        QCOMPARE(claimed->body, wanted.body);
        QCOMPARE(claimed->fileName, m_booking.reference + u".pdf"_s);
        QCOMPARE(claimed->created, wanted.audit.at);
        QCOMPARE(claimed->attempts, 1);
        QVERIFY(!claimed->ticketsAreVoid);

        m_clock.advance(2s);
        QVERIFY(write([&](MailRepository mails) { return mails.noteSent(claimed->id, m_clock.utcNow()); }));
        QCOMPARE(only().state, MailState::Sent);
        QCOMPARE(only().sent, std::optional(m_clock.utcNow()));
        QVERIFY(!only().nextAttempt && !only().problem);
        m_clock.advance(24h);
        QVERIFY(!claim());
    }

    void twoServers_neverHaveTheSameMailAtOnce()
    {
        QVERIFY(add(mailOf()));
        const auto first = claim();
        QVERIFY(first);
        QVERIFY(!claim(*m_other));
        m_clock.advance(4min);
        QVERIFY(!claim(*m_other));
        m_clock.advance(1min); // the first one died
        const auto second = claim(*m_other);
        QVERIFY(second);
        QCOMPARE(second->attempts, 2);
        fail(*first, {}); // no: it was only slow, and has nothing to say any more
        QCOMPARE(only().state, MailState::Queued);
        QVERIFY(write([&](MailRepository mails) { return mails.noteSent(first->id, m_clock.utcNow()); })); // but to have sent it counts
        fail(*second, {});
        QCOMPARE(only().state, MailState::Sent);
    }

    void failure_isTriedAgainOrForGood()
    {
        QVERIFY(add(mailOf()));
        const Instant later = m_clock.utcNow() + 1min;
        fail(*claim(), later);
        QCOMPARE(only().state, MailState::Queued);
        QCOMPARE(only().nextAttempt, std::optional(later));
        QCOMPARE(only().problem, std::optional(MailProblem::RecipientRefused));
        QCOMPARE(only().answer, std::optional(u"550 no"_s));
        m_clock.advance(59s);
        QVERIFY(!claim());
        m_clock.advance(1s);
        const auto again = claim();
        QVERIFY(again);
        QCOMPARE(again->attempts, 2);
        fail(*again, {});
        QCOMPARE(only().state, MailState::Failed);
        QVERIFY(!only().nextAttempt);
        m_clock.advance(48h);
        QVERIFY(!claim());
    }

    void longestWaiting_goesFirst()
    {
        const MailWrite first = mailOf();
        QVERIFY(add(first));
        m_clock.advance(1s);
        const MailWrite second = mailOf(u"second-mail-of-all"_s);
        QVERIFY(add(second));
        QCOMPARE(claim()->id, first.id);
        QCOMPARE(claim(*m_other)->id, second.id);
        const auto newest = MailRepository(m_harness->database()).ofBooking(m_booking.id, 1);
        QCOMPARE(newest->size(), 1);
        QCOMPARE(newest->constFirst().id, second.id);
    }

    void repetition_findsItsMail()
    {
        MailWrite wanted = mailOf();
        const Result<Mail> first = add(wanted);
        wanted.id = m_ids.make<MailId>();
        wanted.attachment.reset(); // the upload is gone by now
        QCOMPARE(*add(wanted), *first);
        wanted.requestHash = QByteArray(32, 'i');
        QCOMPARE(add(wanted).error().code, ErrorCode::KeyReused);
        wanted.key = u"another-key-of-mine"_s;
        QCOMPARE(add(wanted).error().code, ErrorCode::NotFound);
        MailWrite nowhere = mailOf(u"mail-about-nothing"_s);
        nowhere.booking = m_ids.make<BookingId>();
        QCOMPARE(add(nowhere).error().code, ErrorCode::NotFound);
        QCOMPARE(MailRepository(m_harness->database()).ofBooking(nowhere.booking, 10).error().code, ErrorCode::NotFound);
        QCOMPARE(only(), *first);
    }

    void voidTickets_areNotSent()
    {
        QVERIFY(add(mailOf()));
        QVERIFY(m_harness->change(cancellationOf(m_house, m_booking.id, u"cancel"_s, m_ids, m_clock)));
        QVERIFY(claim()->ticketsAreVoid);
        QCOMPARE(add(mailOf(u"second-mail-of-all"_s)).error().code, ErrorCode::AlreadyCancelled);
    }

    void seatsThatWereGivenFree_haveNoTicketsToSend()
    {
        const auto release = [this](int ticket, const QString &key) {
            const QString number = m_booking.tickets.at(ticket).number;
            return m_harness->database().transact([&] {
                return NoShowRepository(m_harness->database()).release({.event = m_house.event.summary.id, .tickets = {number}, .actor = m_house.clerk, .key = key,
                                                                        .requestHash = number.toUtf8(), .audit = {.at = m_clock.utcNow(), .actor = m_house.clerk}});
            });
        };
        QVERIFY(release(0, u"first-no-show"_s));
        QVERIFY(add(mailOf())); // the other one is still to be let in
        QVERIFY(!claim()->ticketsAreVoid);
        m_clock.advance(5min);
        QVERIFY(release(1, u"second-no-show"_s));
        QVERIFY(claim()->ticketsAreVoid);
        QCOMPARE(add(mailOf(u"second-mail-of-all"_s)).error().code, ErrorCode::TicketReleased);
    }

    void unpaidTickets_areNotSent()
    {
        CheckoutWrite reservation = checkoutOf(m_house, {3}, u"later"_s, m_ids, m_clock);
        reservation.booking.state = BookingState::Reserved;
        reservation.booking.payUntil = m_clock.utcNow() + 1h;
        reservation.booking.payments.clear();
        QVERIFY(m_harness->book(reservation));
        MailWrite mail = mailOf();
        mail.booking = reservation.booking.id;
        QCOMPARE(add(mail).error().code, ErrorCode::NotPaid);
    }

    void waitingMails_areBounded_ofABookingAndOfTheHouse()
    {
        const CheckoutWrite sale = checkoutOf(m_house, {5}, u"another-sale"_s, m_ids, m_clock);
        QVERIFY(m_harness->book(sale));
        const auto numbered = [this](int number, const BookingId &booking) {
            MailWrite mail = mailOf(u"one-of-many-mails-%1"_s.arg(number));
            mail.booking = booking;
            mail.room = {.ofBooking = 2, .ofHouse = 3};
            return mail;
        };
        const MailWrite first = numbered(1, m_booking.id);
        QVERIFY(add(first));
        QVERIFY(add(numbered(2, m_booking.id)));
        const Error full = add(numbered(3, m_booking.id)).error();
        QCOMPARE(full.code, ErrorCode::MailsFull);
        QCOMPARE(full.limit, std::optional<qint64>(2));
        QCOMPARE(add(first)->id, first.id); // a repetition is no new mail
        QVERIFY(add(numbered(4, sale.booking.id)));
        QCOMPARE(add(numbered(5, sale.booking.id)).error().limit, std::optional<qint64>(3)); // the house's

        // What is sent, and what was given up, waits no more.
        const auto sent = claim();
        QCOMPARE(sent->id, first.id);
        QVERIFY(write([&](MailRepository mails) { return mails.noteSent(sent->id, m_clock.utcNow()); }));
        fail(*claim(), {});
        QVERIFY(add(numbered(6, m_booking.id)));
        QVERIFY(add(numbered(7, m_booking.id)));
        // What is tried again, does.
        fail(*claim(), m_clock.utcNow() + 1h);
        QCOMPARE(add(numbered(8, sale.booking.id)).error().limit, std::optional<qint64>(3));
    }

    void audit_saysWhoAndNotToWhom()
    {
        const MailWrite wanted = mailOf();
        QVERIFY(add(wanted));
        QVERIFY(add(wanted));
        const auto rows = AuditRepository(m_harness->database()).list(0, 1'000);
        int found = 0;
        for (const AuditRow &row : *rows) {
            if (row.event.action != u"booking.mailed")
                continue;
            ++found;
            QCOMPARE(row.event.context.actor, m_house.clerk);
            QCOMPARE(row.event.objectId, m_booking.id.toString());
            QVERIFY(!QJsonDocument(row.event.after).toJson().contains("example.org"));
        }
        QCOMPARE(found, 1);
    }
};

QTEST_GUILESS_MAIN(MailRepositoryTest)
#include "tst_mailrepository.moc"
