// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/services/databasesalestore.h"
#include "backend/services/mailservice.h"
#include "backend/services/sessionservice.h"
#include "backend/services/uploadservice.h"
#include "tests/storage/storageharness.h"
#include "tests/unit/backend/toldscheduler.h"

#include <QTest>

#include <deque>

using namespace parterre;
using namespace parterre::services;
using namespace parterre::storage;
using namespace parterre::testing;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

// Writes down what it gets; a test says what became of it.
class ToldCarrier final : public mail::MailCarrier
{
public:
    void carry(const mail::Letter &letter, std::function<void(const mail::Delivery &)> done) override
    {
        letters.append(letter);
        m_waiting.push_back(std::move(done));
    }
    void answer(const mail::Delivery &delivery)
    {
        const auto done = std::move(m_waiting.front());
        m_waiting.pop_front();
        done(delivery);
    }

    QList<mail::Letter> letters;

private:
    std::deque<std::function<void(const mail::Delivery &)>> m_waiting;
};

// The sending part of one server.
struct Server {
    Server(Storage &storage, const Clock &clock, IdGenerator &ids)
        : sales(storage)
        , events(sales, clock, scheduler, 1)
        , sessions(events, clock, scheduler, ids, random, 30s)
        , uploads(sessions, clock, scheduler)
        , mails(storage, uploads, &carrier, clock, scheduler, ids, 30s)
    {
        mails.start();
    }
    // Time for it to look has come.
    void look() { scheduler.ring(30s); }

    ToldScheduler scheduler;
    SystemRandomness random;
    DatabaseSaleStore sales;
    EventDirectory events;
    SessionService sessions;
    UploadService uploads;
    ToldCarrier carrier;
    MailService mails;
};

} // namespace

// Mails that wait, those who send them, and what becomes of both.
class MailOutboxTest : public QObject
{
    Q_OBJECT

private:
    TestDatabases m_databases;
    ManualClock m_clock;
    CountingIds m_ids;
    std::unique_ptr<StorageHarness> m_harness;
    SampleHouse m_house;
    Booking m_booking;
    int m_mails = 0;

    std::unique_ptr<Server> start() { return std::make_unique<Server>(m_harness->storage(), m_clock, m_ids); }
    MailId queue()
    {
        const MailWrite write {.id = m_ids.make<MailId>(),
                               .booking = m_booking.id,
                               .to = u"ada@example.org"_s,
                               .subject = u"Tickets"_s,
                               .body = u"Here they are."_s,
                               .attachment = QByteArray("%PDF-1.7"),
                               .key = u"mail-with-number-%1"_s.arg(++m_mails),
                               .requestHash = QByteArray(32, 'h'),
                               .audit = {.at = m_clock.utcNow(), .actor = m_house.clerk}};
        Database &database = m_harness->database();
        if (const auto added = database.transact([&] { return MailRepository(database).add(write); }); !added)
            qFatal("%s", qUtf8Printable(added.error().detail));
        return write.id;
    }
    Mail stored(const MailId &id)
    {
        const auto mails = MailRepository(m_harness->database()).ofBooking(m_booking.id, 50);
        for (const Mail &mail : *mails) {
            if (mail.id == id)
                return mail;
        }
        qFatal("there is no such mail");
    }

private Q_SLOTS:
    void initTestCase_data() { TestDatabases::addEngines(); }
    void init()
    {
        QFETCH_GLOBAL(Engine, engine);
        m_harness = std::make_unique<StorageHarness>(m_databases.create(engine), m_clock);
        m_house = SampleHouse::build(m_harness->database(), m_ids, m_clock);
        const CheckoutWrite sale = checkoutOf(m_house, {1, 2}, u"sale"_s, m_ids, m_clock);
        QVERIFY(m_harness->book(sale));
        m_booking = sale.booking;
    }
    void cleanup() { m_harness.reset(); }

    void waitingMails_goOneAfterTheOther()
    {
        const MailId first = queue();
        const MailId second = queue();
        const auto server = start();
        QTRY_COMPARE(server->carrier.letters.size(), 1);
        QCOMPARE(server->carrier.letters.at(0).id, first);
        QCOMPARE(server->carrier.letters.at(0).pdf, QByteArray("%PDF-1.7"));
        server->look();
        server->carrier.answer({});
        QTRY_COMPARE(server->carrier.letters.size(), 2);
        QCOMPARE(server->carrier.letters.at(1).id, second);
        QCOMPARE(stored(first).state, MailState::Sent);
        server->carrier.answer({});
        QTRY_COMPARE(stored(second).state, MailState::Sent);
    }

    void failures_areTriedAgainLaterAndLater()
    {
        const MailId id = queue();
        const auto server = start();
        const mail::Delivery silence {.problem = MailProblem::Unreachable};
        qsizetype attempts = 0;
        for (const std::chrono::minutes pause : {1min, 5min, 30min, 120min, 360min}) {
            ++attempts;
            QTRY_COMPARE(server->carrier.letters.size(), attempts);
            server->carrier.answer(silence);
            QTRY_COMPARE(stored(id).nextAttempt, std::optional(m_clock.utcNow() + pause));
            QCOMPARE(stored(id).state, MailState::Queued);
            QCOMPARE(stored(id).attempts, attempts);
            m_clock.advance(pause);
            QTRY_VERIFY((server->look(), server->carrier.letters.size() > attempts));
        }
        server->carrier.answer(silence);
        QTRY_COMPARE(stored(id).state, MailState::Failed);
        QCOMPARE(stored(id).problem, std::optional(MailProblem::Unreachable));
        QCOMPARE(pauseAfterAttempt(6), std::nullopt);
    }

    void refusalForGood_endsIt()
    {
        const MailId id = queue();
        const auto server = start();
        QTRY_COMPARE(server->carrier.letters.size(), 1);
        server->carrier.answer({.problem = MailProblem::RecipientRefused, .isFinal = true, .answer = u"550 no such user"_s});
        QTRY_COMPARE(stored(id).state, MailState::Failed);
        QCOMPARE(stored(id).attempts, 1);
        QCOMPARE(stored(id).answer, std::optional(u"550 no such user"_s));
    }

    void killedServer_losesNothing()
    {
        const MailId id = queue();
        auto server = start();
        QTRY_COMPARE(server->carrier.letters.size(), 1);
        server.reset(); // while it was sending
        server = start();
        const MailId other = queue();
        QTRY_VERIFY((server->look(), !server->carrier.letters.isEmpty()));
        QCOMPARE(server->carrier.letters.at(0).id, other); // the first one may still be under way somewhere
        server->carrier.answer({});
        QTRY_COMPARE(stored(other).state, MailState::Sent);
        m_clock.advance(5min);
        QTRY_VERIFY((server->look(), server->carrier.letters.size() == 2));
        QCOMPARE(server->carrier.letters.at(1).id, id);
        server->carrier.answer({});
        QTRY_COMPARE(stored(id).state, MailState::Sent);
    }

    void twoServers_shareTheWork()
    {
        const MailId first = queue();
        const auto one = start();
        QTRY_COMPARE(one->carrier.letters.size(), 1);
        const auto other = start();
        const MailId second = queue();
        QTRY_VERIFY((other->look(), !other->carrier.letters.isEmpty()));
        QCOMPARE(one->carrier.letters.at(0).id, first);
        QCOMPARE(other->carrier.letters.at(0).id, second);
        one->carrier.answer({});
        other->carrier.answer({});
        QTRY_COMPARE(stored(first).state, MailState::Sent);
        QTRY_COMPARE(stored(second).state, MailState::Sent);
        QCOMPARE(one->carrier.letters.size() + other->carrier.letters.size(), 2);
    }

    void voidTickets_areNotSent()
    {
        const MailId id = queue();
        QVERIFY(m_harness->change(cancellationOf(m_house, m_booking.id, u"cancel"_s, m_ids, m_clock)));
        const auto server = start();
        QTRY_COMPARE(stored(id).state, MailState::Failed);
        QCOMPARE(stored(id).problem, std::optional(MailProblem::BookingCancelled));
        QVERIFY(server->carrier.letters.isEmpty());
    }
};

QTEST_GUILESS_MAIN(MailOutboxTest)
#include "tst_mailoutbox.moc"
