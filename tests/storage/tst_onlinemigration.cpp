// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/storage/database.h"
#include "backend/storage/migrator.h"
#include "backend/storage/repositories/onlinepaymentrepository.h"
#include "tests/support/testdatabases.h"

#include <QTest>

#include <algorithm>

using namespace parterre;
using namespace parterre::storage;
using namespace parterre::testing;
using namespace Qt::StringLiterals;

// What was paid online before a booking could be tried to be paid more than once.
class OnlineMigrationTest : public QObject
{
    Q_OBJECT

    TestDatabases m_databases;
    const Instant m_now {std::chrono::milliseconds(1'795'000'000'000)};

private Q_SLOTS:
    void onlineAttempts_keepEveryPayment_data() { TestDatabases::addEngines(); }
    void onlineAttempts_keepEveryPayment()
    {
        QFETCH(Engine, engine);
        Database database(m_databases.createEmpty(engine));
        QVERIFY(database.open());
        const QList<Migration> all = Migrator::builtIn(engine);
        const auto attempts = std::find_if(all.begin(), all.end(), [](const Migration &migration) { return migration.name == u"0032_online_attempts"; });
        QVERIFY(attempts != all.end());
        QVERIFY(Migrator(database, all.first(attempts - all.begin())).migrate(m_now));
        const QString time = engine == Engine::Sqlite ? u"1795000000000"_s : u"'2026-11-18T11:06:40Z'"_s;
        const auto id = [](int number) { return u"0195d2a0-0000-7000-8000-%1"_s.arg(number, 12, 10, QChar(u'0')); };
        const QString columns = u"INSERT INTO online_payments (id, booking, actor, provider, intent, page, amount, currency, state, pay_until, next_look, decline, created) VALUES "_s;
        for (const QString &statement : {columns + u"('%1', '%2', '%3', 'stripe', 'pi_1', 'page', 2500, 'EUR', 'pending', %4, %4, 'expired_card', %4)"_s.arg(id(1), id(2), id(3), time),
                                         columns + u"('%1', NULL, NULL, 'stripe', 'pi_2', NULL, 700, 'EUR', 'unmatched', %2, NULL, NULL, %2)"_s.arg(id(4), time),
                                         u"INSERT INTO online_refunds (id, payment, amount, currency, state, round, problem, created) VALUES ('%1', '%2', 700, 'EUR', 'unmatched', 2, 'lost', %3)"_s
                                             .arg(id(5), id(4), time)}) {
            const Result<void> written = database.runMigrationStatement(statement);
            QVERIFY2(written, written ? "" : qPrintable(written.error().detail));
        }
        const auto migrated = Migrator(database).migrate(m_now);
        QVERIFY2(migrated, migrated ? "" : qPrintable(migrated.error().detail));
        OnlinePaymentRepository payments(database);
        const Result<StoredOnlinePayment> kept = payments.ofIntent(u"pi_1"_s);
        QVERIFY2(kept, kept ? "" : qPrintable(kept.error().detail));
        QCOMPARE(kept->payment, (OnlinePayment {.id = *PaymentId::fromString(id(1)), .booking = *BookingId::fromString(id(2)), .state = OnlineState::Pending, .amount = {2'500, kept->payment.amount.currency},
                                                .payUntil = m_now, .decline = u"expired_card"_s}));
        QCOMPARE(kept->page, u"page"_s);
        QVERIFY(kept->endsBooking && !kept->withdrawn);
        QCOMPARE(payments.duePayments(m_now, 5)->size(), 1);
        const auto unmatched = payments.unmatched(5);
        QCOMPARE(unmatched->size(), 1);
        QCOMPARE(unmatched->constFirst().intent, u"pi_2"_s);
        QCOMPARE(payments.refund(*PaymentId::fromString(id(5)))->round, 2);
        // What kept them straight before still does; a booking has one attempt at a time, and as many as it takes.
        QVERIFY(!database.runMigrationStatement(u"DELETE FROM online_payments"_s));
        QVERIFY(!database.runMigrationStatement(u"DELETE FROM online_refunds"_s));
        QVERIFY(!database.runMigrationStatement(u"UPDATE online_refunds SET payment = '%1'"_s.arg(id(9))));
        const QString again = columns + u"('%1', '%2', '%3', 'stripe', NULL, 'other', 2500, 'EUR', 'creating', %4, %4, NULL, %4)"_s.arg(id(6), id(2), id(3), time);
        QVERIFY(!database.runMigrationStatement(again));
        QVERIFY(database.runMigrationStatement(u"UPDATE online_payments SET state = 'cancelled' WHERE intent = 'pi_1'"_s));
        QVERIFY(database.runMigrationStatement(again));
        QCOMPARE(payments.ofBooking(*BookingId::fromString(id(2)))->payment.id, *PaymentId::fromString(id(6)));
    }
};

QTEST_GUILESS_MAIN(OnlineMigrationTest)
#include "tst_onlinemigration.moc"
