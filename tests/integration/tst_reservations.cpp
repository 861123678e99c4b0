// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/storage/database.h"
#include "backend/storage/repositories/auditrepository.h"
#include "backend/storage/repositories/bookingrepository.h"
#include "shared/core/utctime.h"
#include "tests/support/auditactions.h"
#include "tests/support/seatmirror.h"
#include "tests/support/testdatabases.h"
#include "tests/support/testhouse.h"

#include <QTest>

using namespace parterre;
using namespace parterre::testing;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using storage::Engine;

// Seats are reserved at the counter, and paid in time or free again by themselves.
class ReservationsTest : public QObject
{
    Q_OBJECT

private:
    TestDatabases m_databases;
    std::unique_ptr<TestHouse> m_house;
    std::unique_ptr<WireClient> m_clerk;
    std::unique_ptr<WireClient> m_guest;
    EventId m_event;

    [[nodiscard]] QJsonObject reservation(const QList<qint32> &places, std::optional<std::chrono::milliseconds> time = {}, const QString &key = newKey()) const
    {
        QJsonObject params = reservationOf(m_event, places, key);
        if (time)
            params.insert(u"payUntil"_s, toIsoUtc(SystemClock().utcNow() + *time));
        return params;
    }
    QJsonValue reserve(const QList<qint32> &places, std::optional<std::chrono::milliseconds> time = {}) const
    {
        if (!m_clerk->call(u"holds.acquire"_s, placesOf(m_event, places)).ok())
            qFatal("seats could not be held");
        return m_clerk->call(u"bookings.reserve"_s, reservation(places, time)).at(u"booking"_s);
    }
    [[nodiscard]] static Instant timeOf(const QJsonValue &booking) { return *fromIsoUtc(booking[u"payUntil"_s].toString()); }
    [[nodiscard]] QJsonValue get(const QJsonValue &booking) const { return m_clerk->call(u"bookings.get"_s, {{u"booking"_s, booking[u"id"_s]}}).at(u"booking"_s); }
    [[nodiscard]] static QJsonObject payment(const QJsonValue &booking, const QString &key = newKey())
    {
        return {{u"booking"_s, booking[u"id"_s]}, {u"key"_s, key}, {u"payment"_s, QJsonObject {{u"kind"_s, u"cash"_s}}}};
    }
    [[nodiscard]] WireReply pay(const QJsonValue &booking) const { return m_clerk->call(u"bookings.pay"_s, payment(booking)); }
    [[nodiscard]] WireReply reservations(const QJsonObject &params = {}) const { return m_clerk->call(u"bookings.reservations"_s, params); }
    [[nodiscard]] bool isFree(qint32 place) const
    {
        const QJsonObject seat = placesOf(m_event, {place});
        return m_guest->call(u"holds.acquire"_s, seat).ok() && m_guest->call(u"holds.release"_s, seat).ok();
    }
    // What nobody may ever find: money that does not add up, or a broken chain.
    [[nodiscard]] bool isSound() const
    {
        storage::Database database(m_house->database());
        if (!database.open())
            return false;
        const auto imbalances = database.transact(storage::Access::Read, [&] { return storage::BookingRepository(database).imbalances(); });
        const auto verdict = database.transact(storage::Access::Read, [&] { return storage::AuditRepository(database).verify(); });
        return imbalances && *imbalances == 0 && verdict && !verdict->firstBad;
    }
    [[nodiscard]] QStringList auditOf(const QJsonValue &booking) const
    {
        return auditActions(m_house->database(), [&booking](const storage::AuditEvent &event) { return event.objectId == booking[u"id"_s].toString(); });
    }
    void comeIn()
    {
        m_clerk = m_house->visitor(Role::Clerk);
        m_guest = m_house->visitor();
    }

private Q_SLOTS:
    void initTestCase_data() { TestDatabases::addEngines(); }
    void init()
    {
        QFETCH_GLOBAL(Engine, engine);
        m_house = std::make_unique<TestHouse>(m_databases.create(engine));
        comeIn();
        m_event = m_house->events().evening;
    }
    void cleanup()
    {
        QVERIFY(isSound());
        m_guest.reset();
        m_clerk.reset();
        m_house.reset();
    }

    void seats_areReservedPaidAndTicketsGiven()
    {
        QVERIFY(m_clerk->call(u"holds.acquire"_s, placesOf(m_event, {0, 20})).ok());
        const QJsonObject params = reservation({0, 20});
        const WireReply reserved = m_clerk->call(u"bookings.reserve"_s, params);
        QCOMPARE(reserved.kind(), QString());
        const QJsonValue booking = reserved.at(u"booking"_s);
        QCOMPARE(booking[u"state"_s].toString(), u"reserved"_s);
        QCOMPARE(booking[u"customerName"_s].toString(), u"Ada"_s);
        QCOMPARE(booking[u"total"_s][u"amount"_s].toInt(), TestHouse::kFrontPrice + TestHouse::kRearPrice);
        QVERIFY(booking[u"payments"_s].toArray().isEmpty());
        const QJsonValue event = m_clerk->call(u"events.get"_s, {{u"event"_s, m_event.toString()}}).at(u"event"_s);
        QCOMPARE(event[u"rules"_s][u"reservationRelease"_s].toInt(), 30);
        QCOMPARE(timeOf(booking), *fromIsoUtc(event[u"summary"_s][u"start"_s].toString()) - 30min);
        QCOMPARE(m_clerk->call(u"bookings.reserve"_s, params).at(u"booking"_s), booking); // a repetition
        QVERIFY(!isFree(0));
        QCOMPARE(m_clerk->call(u"tickets.codes"_s, {{u"booking"_s, booking[u"id"_s]}}).kind(), u"not_paid"_s);
        const QJsonObject shown {{u"event"_s, m_event.toString()}, {u"code"_s, booking[u"tickets"_s][0][u"number"_s]}, {u"key"_s, newKey()}};
        QCOMPARE(m_clerk->call(u"checkins.admit"_s, shown).at(u"verdict.outcome"_s).toString(), u"unpaid"_s);

        const QJsonObject paying = payment(booking);
        const WireReply paid = m_clerk->call(u"bookings.pay"_s, paying);
        QCOMPARE(paid.kind(), QString());
        QCOMPARE(paid.at(u"booking.state"_s).toString(), u"confirmed"_s);
        QVERIFY(paid.at(u"booking.payUntil"_s).isUndefined());
        QCOMPARE(paid.at(u"booking.payments.0.amount.amount"_s).toInt(), TestHouse::kFrontPrice + TestHouse::kRearPrice);
        QCOMPARE(m_clerk->call(u"bookings.pay"_s, paying).at(u"booking"_s), paid.at(u"booking"_s));
        QCOMPARE(m_clerk->call(u"tickets.codes"_s, {{u"booking"_s, booking[u"id"_s]}}).at(u"prints"_s).toArray().size(), 2);
        QCOMPARE(m_clerk->call(u"checkins.admit"_s, shown).at(u"verdict.outcome"_s).toString(), u"admitted"_s);
        QCOMPARE(auditOf(booking), (QStringList {u"booking.reserved"_s, u"booking.paid"_s}));
    }

    void reservation_isPaidInParts()
    {
        const QJsonValue booking = reserve({20});
        QJsonObject parts = payment(booking);
        parts.remove(u"payment"_s);
        const auto money = [](qint64 amount) { return QJsonObject {{u"amount"_s, amount}, {u"currency"_s, u"EUR"_s}}; };
        parts.insert(u"payments"_s, QJsonArray {QJsonObject {{u"kind"_s, u"card"_s}, {u"amount"_s, money(1'000)}, {u"reference"_s, u"T-9"_s}},
                                                QJsonObject {{u"kind"_s, u"cash"_s}, {u"amount"_s, money(TestHouse::kRearPrice - 1'000)}, {u"tendered"_s, money(2'000)}}});
        const WireReply paid = m_clerk->call(u"bookings.pay"_s, parts);
        QCOMPARE(paid.kind(), QString());
        QCOMPARE(paid.at(u"booking.payments.0.kind"_s).toString(), u"card"_s);
        QCOMPARE(paid.at(u"booking.payments.1.change.amount"_s).toInt(), 500);
        QCOMPARE(m_clerk->call(u"bookings.pay"_s, {{u"booking"_s, booking[u"id"_s]}, {u"key"_s, newKey()}}).kind(), u"invalid_params"_s);
    }

    void reservation_isPaidByVoucher()
    {
        const WireReply issued = m_clerk->call(u"vouchers.issue"_s, voucherOf(10'000));
        const QJsonValue booking = reserve({20});
        QJsonObject parts = payment(booking);
        parts.remove(u"payment"_s);
        parts.insert(u"payments"_s, QJsonArray {QJsonObject {{u"kind"_s, u"voucher"_s},
                                                             {u"amount"_s, QJsonObject {{u"amount"_s, TestHouse::kRearPrice}, {u"currency"_s, u"EUR"_s}}},
                                                             {u"code"_s, issued.at(u"code"_s)}}});
        QCOMPARE(m_clerk->call(u"bookings.pay"_s, parts).at(u"booking.state"_s).toString(), u"confirmed"_s);
        QCOMPARE(m_clerk->call(u"vouchers.check"_s, {{u"code"_s, issued.at(u"code"_s)}}).at(u"voucher.balance.amount"_s).toInt(), 10'000 - TestHouse::kRearPrice);
    }

    // Nobody does anything, and everybody who looks sees it.
    void unpaid_fallsFreeByItself()
    {
        SeatMirror map(*m_guest, m_event);
        QVERIFY(map.subscribe());
        const QJsonValue booking = reserve({20, 21}, 1500ms);
        QTRY_COMPARE(map.at(20), SeatState::Sold);
        QTRY_COMPARE_WITH_TIMEOUT(map.at(20), SeatState::Free, 20'000);
        QTRY_COMPARE(map.at(21), SeatState::Free);
        QVERIFY(isFree(20));
        QCOMPARE(get(booking)[u"state"_s].toString(), u"cancelled"_s);
        QVERIFY(get(booking)[u"payments"_s].toArray().isEmpty());
        QCOMPARE(pay(booking).kind(), u"reservation_ended"_s);
        QCOMPARE(get(booking)[u"state"_s].toString(), u"cancelled"_s);
        QCOMPARE(auditOf(booking), (QStringList {u"booking.reserved"_s, u"booking.released"_s}));
    }

    void unpaid_fallsFreeAlsoWhileTheServerIsAway()
    {
        const QJsonValue booking = reserve({20}, 1500ms);
        m_guest.reset();
        m_clerk.reset();
        m_house->stop();
        QTRY_VERIFY(SystemClock().utcNow() > timeOf(booking));
        m_house->restart();
        comeIn();
        QTRY_COMPARE_WITH_TIMEOUT(get(booking)[u"state"_s].toString(), u"cancelled"_s, 20'000);
        QTRY_VERIFY(isFree(20));
    }

    void prolonged_staysUntilItsNewDate()
    {
        const QJsonValue booking = reserve({20}, 1500ms);
        const auto prolong = [&](std::chrono::milliseconds time) {
            return m_clerk->call(u"bookings.prolong"_s, {{u"booking"_s, booking[u"id"_s]}, {u"key"_s, newKey()}, {u"payUntil"_s, toIsoUtc(SystemClock().utcNow() + time)}});
        };
        QCOMPARE(prolong(10min).kind(), QString());
        QTRY_VERIFY(SystemClock().utcNow() > timeOf(booking) + 500ms);
        QCOMPARE(get(booking)[u"state"_s].toString(), u"reserved"_s);
        QCOMPARE(prolong(500ms).kind(), QString()); // earlier, too
        QTRY_COMPARE_WITH_TIMEOUT(get(booking)[u"state"_s].toString(), u"cancelled"_s, 20'000);
        QCOMPARE(auditOf(booking), (QStringList {u"booking.reserved"_s, u"booking.prolonged"_s, u"booking.prolonged"_s, u"booking.released"_s}));
    }

    void counter_releasesAndExchangesWithoutMoney()
    {
        const QJsonValue booking = reserve({20, 21});
        QJsonObject one {{u"booking"_s, booking[u"id"_s]}, {u"key"_s, newKey()}, {u"tickets"_s, QJsonArray {booking[u"tickets"_s][1][u"number"_s]}}};
        const WireReply rest = m_clerk->call(u"bookings.cancel"_s, one);
        QCOMPARE(rest.kind(), QString());
        QCOMPARE(rest.at(u"booking.state"_s).toString(), u"reserved"_s);
        QVERIFY(rest.at(u"booking.payments"_s).toArray().isEmpty());
        QVERIFY(isFree(21));
        // To the front, where it is dearer.
        QVERIFY(m_clerk->call(u"holds.acquire"_s, placesOf(m_event, {3})).ok());
        const QJsonObject exchange = exchangeOf(booking, m_event, {3}, newKey());
        QJsonObject paying = exchange;
        paying.insert(u"key"_s, newKey());
        paying.insert(u"payment"_s, QJsonObject {{u"kind"_s, u"cash"_s}, {u"tendered"_s, QJsonObject {{u"amount"_s, 5'000}, {u"currency"_s, u"EUR"_s}}}});
        QCOMPARE(m_clerk->call(u"bookings.exchange"_s, paying).kind(), u"payment_mismatch"_s);
        const WireReply exchanged = m_clerk->call(u"bookings.exchange"_s, exchange);
        QCOMPARE(exchanged.kind(), QString());
        QCOMPARE(exchanged.at(u"booking.total.amount"_s).toInt(), TestHouse::kFrontPrice);
        QVERIFY(exchanged.at(u"booking.payments"_s).toArray().isEmpty());
        QVERIFY(isFree(20));
        const WireReply released = m_clerk->call(u"bookings.cancel"_s, {{u"booking"_s, booking[u"id"_s]}, {u"key"_s, newKey()}});
        QCOMPARE(released.at(u"booking.state"_s).toString(), u"cancelled"_s);
        QVERIFY(isFree(3));
        QCOMPARE(pay(booking).kind(), u"reservation_ended"_s);
    }

    void list_hasThoseThatFallFreeNextWithTheirSum()
    {
        QCOMPARE(reservations().at(u"totals.bookings"_s).toInt(), 0);
        const QJsonValue later = reserve({20}, 20min);
        const QJsonValue soon = reserve({21, 22}, 10min);
        const WireReply all = reservations({{u"limit"_s, 1}});
        QCOMPARE(all.at(u"reservations"_s).toArray().size(), 1);
        QCOMPARE(all.at(u"reservations.0.id"_s), soon[u"id"_s]);
        QCOMPARE(all.at(u"reservations.0.payUntil"_s), soon[u"payUntil"_s]);
        QCOMPARE(all.at(u"totals.bookings"_s).toInt(), 2);
        QCOMPARE(all.at(u"totals.tickets"_s).toInt(), 3);
        QCOMPARE(all.at(u"totals.amounts.0.amount"_s).toInt(), 3 * TestHouse::kRearPrice);
        QCOMPARE(reservations({{u"limit"_s, 1}, {u"cursor"_s, all.at(u"next"_s)}}).at(u"reservations.0.id"_s), later[u"id"_s]);
        QCOMPARE(reservations({{u"until"_s, soon[u"payUntil"_s]}}).at(u"totals.bookings"_s).toInt(), 1);
        QCOMPARE(reservations({{u"event"_s, m_house->events().matinee.toString()}}).at(u"reservations"_s).toArray().size(), 0);
        QCOMPARE(reservations({{u"event"_s, m_event.toString()}}).at(u"reservations"_s).toArray().size(), 2);
        QVERIFY(pay(soon).ok());
        QCOMPARE(reservations().at(u"totals.bookings"_s).toInt(), 1);
        // Found like any other booking.
        QCOMPARE(m_clerk->call(u"bookings.list"_s, {{u"text"_s, later[u"reference"_s]}}).at(u"bookings.0.state"_s).toString(), u"reserved"_s);
    }

    void cancelledEvent_endsItAndOwesNothing()
    {
        const QJsonValue booking = reserve({20});
        const auto manager = m_house->visitor(Role::Manager);
        QVERIFY(manager->call(u"events.cancel"_s, {{u"event"_s, m_event.toString()}, {u"version"_s, 1}, {u"reason"_s, u"Fire"_s}}).ok());
        QTRY_COMPARE(get(booking)[u"state"_s].toString(), u"cancelled"_s);
        QVERIFY(get(booking)[u"refunds"_s].toArray().isEmpty());
        QCOMPARE(m_clerk->call(u"events.refunds"_s, {{u"event"_s, m_event.toString()}}).at(u"totals.bookings"_s).toInt(), 0);
        QCOMPARE(pay(booking).kind(), u"reservation_ended"_s);
    }

    // Both at the moment itself, over and over: one of them has it, and both say so.
    void paymentAndRelease_haveOneWinner()
    {
        constexpr int kRounds = 12;
        int paid = 0;
        for (qint32 round = 0; round < kRounds; ++round) {
            const qint32 place = 40 + round;
            const QJsonValue booking = reserve({place}, 250ms);
            // Some milliseconds before or after it.
            while (SystemClock().utcNow() < timeOf(booking) + std::chrono::milliseconds(round * 2 - 14)) {}
            const WireReply answer = pay(booking);
            QVERIFY2(answer.ok() || answer.kind() == u"reservation_ended"_s, qPrintable(answer.kind()));
            paid += answer.ok() ? 1 : 0;
            if (answer.ok()) {
                QTRY_VERIFY(SystemClock().utcNow() > timeOf(booking) + 100ms);
                QCOMPARE(get(booking)[u"state"_s].toString(), u"confirmed"_s);
                QVERIFY(!isFree(place));
                QVERIFY(!auditOf(booking).contains(u"booking.released"_s));
            } else {
                QCOMPARE(get(booking)[u"state"_s].toString(), u"cancelled"_s);
                QVERIFY(get(booking)[u"payments"_s].toArray().isEmpty());
                QTRY_VERIFY(isFree(place));
                QVERIFY(!auditOf(booking).contains(u"booking.paid"_s));
            }
        }
        qInfo("%d of %d were paid in time", paid, kRounds);
    }
};

QTEST_GUILESS_MAIN(ReservationsTest)
#include "tst_reservations.moc"
