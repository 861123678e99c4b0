// SPDX-License-Identifier: GPL-3.0-or-later
#include "rawrpcclient.h"
#include "tests/support/testdatabases.h"

#include "backend/storage/database.h"
#include "backend/storage/repositories/bookingrepository.h"

#include <QTest>

using namespace parterre;
using namespace parterre::testing;
using namespace Qt::StringLiterals;
using storage::Engine;

// A booking is cancelled while somebody else cancels, buys or looks at the same: it is paid back once, its seat is sold
// again once, and nobody sees half of it.
class CancelRacesTest : public QObject
{
    Q_OBJECT

private:
    static constexpr int kLanes = 20; // so many race at once, each for a seat of its own, and share the database's commits
    static constexpr int kRounds = 50;

    // Everybody holds and buys the seat of its lane.
    static QStringList bookAll(const RawCrowd &clients, const EventId &event);
    static QJsonObject cancelOf(const QString &booking, const QString &key) { return {{u"booking"_s, booking}, {u"key"_s, key}}; }
    // Paid less paid back; its valid tickets.
    static qint64 keptBy(const QJsonValue &booking);
    static QJsonArray validOf(const QJsonValue &booking);
    // What a whole booking of one ticket looks like before its cancellation or after it; null when it is neither.
    static QString wholeState(const QJsonValue &booking);

    TestDatabases m_databases;

private Q_SLOTS:
    void cancelAgainstCancel_paysBackOnce_data() { TestDatabases::addEngines(); }
    void cancelAgainstCancel_paysBackOnce();
    void cancelAgainstANewSale_hasOneOwnerAtATime_data() { TestDatabases::addEngines(); }
    void cancelAgainstANewSale_hasOneOwnerAtATime();
    void cancelAgainstExchange_paysBackWhatIsValid_data() { TestDatabases::addEngines(); }
    void cancelAgainstExchange_paysBackWhatIsValid();
    void exchangeAgainstExchange_movesATicketOnce_data() { TestDatabases::addEngines(); }
    void exchangeAgainstExchange_movesATicketOnce();
    void cancelAgainstReading_showsAllOrNothing_data() { TestDatabases::addEngines(); }
    void cancelAgainstReading_showsAllOrNothing();
};

QStringList CancelRacesTest::bookAll(const RawCrowd &clients, const EventId &event)
{
    std::vector<qint64> sales;
    for (std::size_t lane = 0; lane < clients.size(); ++lane) {
        const auto seat = static_cast<qint32>(lane);
        clients[lane]->send(u"holds.acquire"_s, placesOf(event, {seat}));
        sales.push_back(clients[lane]->send(u"bookings.checkout"_s, checkoutOf(event, {seat}, newKey())));
    }
    QStringList bookings;
    for (std::size_t lane = 0; lane < clients.size(); ++lane)
        bookings.append(clients[lane]->await(sales[lane]).at(u"booking.id"_s).toString());
    return bookings.contains(QString()) ? QStringList() : bookings;
}

QString CancelRacesTest::wholeState(const QJsonValue &booking)
{
    const QString state = booking[u"state"_s].toString();
    const QJsonArray payments = booking[u"payments"_s].toArray();
    const QString ticket = booking[u"tickets"_s][0][u"state"_s].toString();
    const bool paid = !payments.isEmpty() && payments[0][u"direction"_s] == u"payment"_s && payments[0][u"amount"_s] == booking[u"total"_s];
    if (state == u"confirmed" && ticket == u"valid" && payments.size() == 1 && paid)
        return state;
    const bool refunded = payments.size() == 2 && payments[1][u"direction"_s] == u"refund"_s && payments[1][u"amount"_s] == booking[u"total"_s];
    return state == u"cancelled" && ticket == u"cancelled" && paid && refunded ? state : QString();
}

void CancelRacesTest::cancelAgainstCancel_paysBackOnce()
{
    QFETCH(Engine, engine);
    const TestHouse house(m_databases.create(engine));
    const EventId event = house.events().evening;
    const RawCrowd owners = rawGuests(house, kLanes);
    RawCrowd sameAccounts;
    for (const auto &owner : owners)
        sameAccounts.push_back(owner->again(house));
    int secondWon = 0;
    for (int round = 0; round < kRounds; ++round) {
        const QStringList bookings = bookAll(owners, event);
        QCOMPARE(bookings.size(), kLanes);
        struct Tries {
            bool oneKey = false;
            qint64 first = 0;
            qint64 second = 0;
            qint64 third = 0;
        };
        std::vector<Tries> all;
        for (int lane = 0; lane < kLanes; ++lane) {
            const auto at = static_cast<std::size_t>(lane);
            Tries tries {.oneKey = (lane + round) % 2 == 0};
            const QString key = newKey();
            const QString otherKey = tries.oneKey ? key : newKey();
            tries.first = owners[at]->send(u"bookings.cancel"_s, cancelOf(bookings[lane], key));
            tries.second = sameAccounts[at]->send(u"bookings.cancel"_s, cancelOf(bookings[lane], otherKey));
            tries.third = owners[at]->send(u"bookings.cancel"_s, cancelOf(bookings[lane], otherKey));
            all.push_back(tries);
        }
        for (int lane = 0; lane < kLanes; ++lane) {
            const auto at = static_cast<std::size_t>(lane);
            const std::array replies {owners[at]->await(all[at].first), sameAccounts[at]->await(all[at].second), owners[at]->await(all[at].third)};
            for (const WireReply &reply : replies) {
                if (reply.ok())
                    QCOMPARE(wholeState(reply.at(u"booking"_s)), u"cancelled"_s);
                else
                    QCOMPARE(reply.kind(), u"already_cancelled"_s);
            }
            if (all[at].oneKey) {
                QVERIFY(replies[0].ok() && replies[1].ok() && replies[2].ok());
            } else {
                QVERIFY2(replies[0].ok() != replies[1].ok(), "one booking was cancelled with two keys, or with none");
                QCOMPARE(replies[2].ok(), replies[1].ok()); // the same key has the same answer
                secondWon += replies[1].ok() ? 1 : 0;
            }
            QCOMPARE(wholeState(owners[at]->call(u"bookings.get"_s, {{u"booking"_s, bookings[lane]}}).at(u"booking"_s)), u"cancelled"_s);
        }
    }
    qInfo("the second of two keys won %d of %d times", secondWon, kLanes * kRounds / 2);
}

void CancelRacesTest::cancelAgainstANewSale_hasOneOwnerAtATime()
{
    QFETCH(Engine, engine);
    const TestHouse house(m_databases.create(engine));
    const EventId event = house.events().evening;
    RawCrowd owners = rawGuests(house, kLanes);
    std::array<RawCrowd, 2> buyers {rawGuests(house, kLanes), rawGuests(house, kLanes)};
    QStringList bookings = bookAll(owners, event);
    QCOMPARE(bookings.size(), kLanes);
    storage::Database database(house.database());
    QVERIFY(database.open());
    std::array<int, 2> won {}; // by either buyer
    for (int round = 0; round < kRounds; ++round) {
        std::vector<QJsonObject> cancels;
        std::vector<QList<qint64>> cancelled(kLanes);
        for (std::size_t lane = 0; lane < kLanes; ++lane) {
            cancels.push_back(cancelOf(bookings[static_cast<qsizetype>(lane)], newKey()));
            cancelled[lane].append(owners[lane]->send(u"bookings.cancel"_s, cancels[lane]));
        }
        // Both buyers ask for the seat until one has it.
        std::vector<std::optional<std::size_t>> winners(kLanes);
        while (std::count(winners.begin(), winners.end(), std::nullopt) > 0) {
            std::vector<std::array<qint64, 2>> grabs(kLanes);
            for (std::size_t lane = 0; lane < kLanes; ++lane) {
                for (const std::size_t who : {lane % 2, 1 - lane % 2})
                    grabs[lane][who] = buyers[who][lane]->send(u"holds.acquire"_s, placesOf(event, {static_cast<qint32>(lane)}));
            }
            for (std::size_t lane = 0; lane < kLanes; ++lane) {
                for (const std::size_t who : {0, 1}) {
                    const WireReply grab = buyers[who][lane]->await(grabs[lane][who]);
                    QVERIFY2(grab.ok() || grab.kind() == u"seat_taken", qPrintable(grab.kind()));
                    QVERIFY2(!grab.ok() || winners[lane].value_or(who) == who, "a seat was given to two");
                    if (grab.ok())
                        winners[lane] = who;
                }
            }
        }
        for (std::size_t lane = 0; lane < kLanes; ++lane) {
            const auto seat = static_cast<qint32>(lane);
            const std::size_t winner = *winners[lane];
            ++won[winner];
            // The cancellation is repeated around the new sale: it must not free the seat of whoever bought it since.
            cancelled[lane].append(owners[lane]->send(u"bookings.cancel"_s, cancels[lane]));
            const qint64 sale = buyers[winner][lane]->send(u"bookings.checkout"_s, checkoutOf(event, {seat}, newKey()));
            cancelled[lane].append(owners[lane]->send(u"bookings.cancel"_s, cancels[lane]));
            const WireReply sold = buyers[winner][lane]->await(sale);
            QCOMPARE(sold.kind(), QString());
            bookings[seat] = sold.at(u"booking.id"_s).toString();
            for (const qint64 request : cancelled[lane])
                QCOMPARE(wholeState(owners[lane]->await(request).at(u"booking"_s)), u"cancelled"_s);
            QCOMPARE(owners[lane]->call(u"holds.acquire"_s, placesOf(event, {seat})).kind(), u"seat_taken"_s);
            std::swap(owners[lane], buyers[winner][lane]); // who has it now is the next to give it back
        }
        QCOMPARE(storage::BookingRepository(database).liveTickets(event)->size(), kLanes);
    }
    qInfo("won by one buyer %d times, by the other %d", won[0], won[1]);
    QVERIFY2(won[0] > kLanes && won[1] > kLanes, "too tame");
}

qint64 CancelRacesTest::keptBy(const QJsonValue &booking)
{
    qint64 kept = 0;
    for (const QJsonValue &payment : booking[u"payments"_s].toArray())
        kept += payment[u"amount"_s][u"amount"_s].toInteger() * (payment[u"direction"_s] == u"payment"_s ? 1 : -1);
    return kept;
}

QJsonArray CancelRacesTest::validOf(const QJsonValue &booking)
{
    QJsonArray valid;
    for (const QJsonValue &ticket : booking[u"tickets"_s].toArray()) {
        if (ticket[u"state"_s] == u"valid"_s)
            valid.append(ticket);
    }
    return valid;
}

// One window exchanges a ticket for a dearer seat while another cancels the booking. Whichever comes first: the seats that
// are sold, the tickets that are valid and the money that is kept agree, and the exchange is done as a whole or not at all.
void CancelRacesTest::cancelAgainstExchange_paysBackWhatIsValid()
{
    QFETCH(Engine, engine);
    const TestHouse house(m_databases.create(engine));
    const EventId event = house.events().evening;
    const RawCrowd owners = rawGuests(house, kLanes);
    RawCrowd sameAccounts;
    for (const auto &owner : owners)
        sameAccounts.push_back(owner->again(house));
    storage::Database database(house.database());
    QVERIFY(database.open());
    int exchangedFirst = 0;
    int cancelledFirst = 0;
    for (int round = 0; round < kRounds; ++round) {
        const QStringList bookings = bookAll(owners, event);
        QCOMPARE(bookings.size(), kLanes);
        std::vector<std::array<qint64, 3>> all;
        for (std::size_t lane = 0; lane < kLanes; ++lane) {
            const QString &id = bookings[static_cast<qsizetype>(lane)];
            const auto target = static_cast<qint32>(100 + lane);
            const QJsonValue before = owners[lane]->call(u"bookings.get"_s, {{u"booking"_s, id}}).at(u"booking"_s);
            QVERIFY(owners[lane]->call(u"holds.acquire"_s, placesOf(event, {target})).ok());
            const QJsonObject exchange = exchangeOf(before, event, {target}, newKey());
            const QJsonObject cancel = cancelOf(id, newKey());
            std::array<qint64, 3> tries {};
            if ((lane + static_cast<std::size_t>(round)) % 2 == 0) {
                tries[0] = owners[lane]->send(u"bookings.exchange"_s, exchange);
                tries[1] = sameAccounts[lane]->send(u"bookings.cancel"_s, cancel);
            } else {
                tries[1] = sameAccounts[lane]->send(u"bookings.cancel"_s, cancel);
                tries[0] = owners[lane]->send(u"bookings.exchange"_s, exchange);
            }
            tries[2] = owners[lane]->send(u"bookings.exchange"_s, exchange); // and once more
            all.push_back(tries);
        }
        for (std::size_t lane = 0; lane < kLanes; ++lane) {
            const WireReply exchanged = owners[lane]->await(all[lane][0]);
            const WireReply cancelled = sameAccounts[lane]->await(all[lane][1]);
            const WireReply repeated = owners[lane]->await(all[lane][2]);
            QVERIFY2(exchanged.ok() || exchanged.kind() == u"already_cancelled", qPrintable(exchanged.kind()));
            QVERIFY2(cancelled.ok(), qPrintable(cancelled.kind()));
            QCOMPARE(repeated.ok(), exchanged.ok());
            ++(exchanged.ok() ? exchangedFirst : cancelledFirst);
            const QJsonValue after = owners[lane]->call(u"bookings.get"_s, {{u"booking"_s, bookings[static_cast<qsizetype>(lane)]}}).at(u"booking"_s);
            QCOMPARE(after[u"state"_s].toString(), u"cancelled"_s);
            QCOMPARE(after[u"tickets"_s].toArray().size(), exchanged.ok() ? 2 : 1);
            QVERIFY(validOf(after).isEmpty());
            QCOMPARE(keptBy(after), 0);
            static_cast<void>(owners[lane]->call(u"holds.release"_s, placesOf(event, {static_cast<qint32>(100 + lane)}))); // if the exchange failed it is held still
        }
        QVERIFY2(storage::BookingRepository(database).liveTickets(event)->isEmpty(), "a seat of a cancelled booking stayed sold");
        const WireReply summary = owners[0]->call(u"events.get"_s, {{u"event"_s, event.toString()}});
        QCOMPARE(summary.at(u"event.summary.free"_s).toInt(), TestHouse::kSeats);
    }
    qInfo("exchanged first %d times, cancelled first %d times", exchangedFirst, cancelledFirst);
    QVERIFY2(exchangedFirst > kRounds && cancelledFirst > kRounds, "too tame");
}

// Two windows exchange the same ticket for two seats: one of them gets its seat, the other keeps its hold.
void CancelRacesTest::exchangeAgainstExchange_movesATicketOnce()
{
    QFETCH(Engine, engine);
    const TestHouse house(m_databases.create(engine));
    const EventId event = house.events().evening;
    const RawCrowd owners = rawGuests(house, kLanes);
    RawCrowd sameAccounts;
    for (const auto &owner : owners)
        sameAccounts.push_back(owner->again(house));
    const QStringList bookings = bookAll(owners, event);
    QCOMPARE(bookings.size(), kLanes);
    int secondWon = 0;
    for (int round = 0; round < kRounds; ++round) {
        std::vector<std::array<qint64, 2>> all;
        const std::array<qint32, 2> targets {100 + 100 * (round % 2), 200 - 100 * (round % 2)};
        std::vector<QJsonValue> before;
        for (std::size_t lane = 0; lane < kLanes; ++lane) {
            const std::array windows {owners[lane].get(), sameAccounts[lane].get()};
            before.push_back(owners[lane]->call(u"bookings.get"_s, {{u"booking"_s, bookings[static_cast<qsizetype>(lane)]}}).at(u"booking"_s));
            const QJsonValue booking = QJsonObject {{u"id"_s, before.back()[u"id"_s]}, {u"tickets"_s, validOf(before.back())}};
            std::array<qint64, 2> tries {};
            for (const std::size_t who : {lane % 2, 1 - lane % 2}) {
                const auto seat = static_cast<qint32>(targets[who] + 40 * (round % 2) + static_cast<qint32>(lane));
                windows[who]->send(u"holds.acquire"_s, placesOf(event, {seat}));
                tries[who] = windows[who]->send(u"bookings.exchange"_s, exchangeOf(booking, event, {seat}, newKey()));
            }
            all.push_back(tries);
        }
        for (std::size_t lane = 0; lane < kLanes; ++lane) {
            const std::array replies {owners[lane]->await(all[lane][0]), sameAccounts[lane]->await(all[lane][1])};
            QVERIFY2(replies[0].ok() != replies[1].ok(), qPrintable(replies[0].kind() + u' ' + replies[1].kind()));
            QCOMPARE(replies[replies[0].ok() ? 1 : 0].kind(), u"already_cancelled"_s);
            secondWon += replies[1].ok() ? 1 : 0;
            const QJsonValue after = replies[replies[0].ok() ? 0 : 1].at(u"booking"_s);
            QCOMPARE(validOf(after).size(), 1);
            QCOMPARE(after[u"tickets"_s].toArray().size(), before[lane][u"tickets"_s].toArray().size() + 1);
            QCOMPARE(keptBy(after), after[u"total"_s][u"amount"_s].toInteger());
            for (const auto &window : {owners[lane].get(), sameAccounts[lane].get()}) {
                const QJsonArray lines = window->call(u"cart.get"_s).at(u"lines"_s).toArray();
                QCOMPARE(lines.size(), window == (replies[0].ok() ? owners[lane].get() : sameAccounts[lane].get()) ? 0 : 1);
                for (const QJsonValue &line : lines)
                    QVERIFY(window->call(u"holds.release"_s, placesOf(event, {line[u"hold"_s][u"place"_s].toInt()})).ok());
            }
        }
    }
    qInfo("the second window won %d of %d times", secondWon, kLanes * kRounds);
    QVERIFY2(secondWon > kRounds && secondWon < kLanes * kRounds - kRounds, "too tame");
}

void CancelRacesTest::cancelAgainstReading_showsAllOrNothing()
{
    QFETCH(Engine, engine);
    const TestHouse house(m_databases.create(engine));
    const EventId event = house.events().evening;
    const RawCrowd owners = rawGuests(house, kLanes);
    RawCrowd readers;
    for (const auto &owner : owners)
        readers.push_back(owner->again(house));
    int before = 0;
    int after = 0;
    for (int round = 0; round < kRounds; ++round) {
        const QStringList bookings = bookAll(owners, event);
        QCOMPARE(bookings.size(), kLanes);
        constexpr int kReads = 4;
        std::vector<qint64> cancels;
        std::vector<QList<qint64>> gets(kLanes);
        std::vector<QList<qint64>> lists(kLanes);
        for (int read = 0; read < kReads; ++read) {
            for (std::size_t lane = 0; lane < kLanes; ++lane) {
                const QString &booking = bookings[static_cast<qsizetype>(lane)];
                if (read == 0)
                    cancels.push_back(owners[lane]->send(u"bookings.cancel"_s, cancelOf(booking, newKey())));
                gets[lane].append(readers[lane]->send(u"bookings.get"_s, {{u"booking"_s, booking}}));
                lists[lane].append(readers[lane]->send(u"bookings.list"_s, {{u"limit"_s, 1}}));
            }
        }
        for (std::size_t lane = 0; lane < kLanes; ++lane) {
            QCOMPARE(wholeState(owners[lane]->await(cancels[lane]).at(u"booking"_s)), u"cancelled"_s);
            for (int read = 0; read < kReads; ++read) {
                const QString seen = wholeState(readers[lane]->await(gets[lane][read]).at(u"booking"_s));
                QVERIFY2(!seen.isNull(), "half of a cancellation was seen");
                before += seen == u"confirmed" ? 1 : 0;
                after += seen == u"cancelled" ? 1 : 0;
                const WireReply list = readers[lane]->await(lists[lane][read]);
                QCOMPARE(list.at(u"bookings.0.id"_s).toString(), bookings[static_cast<qsizetype>(lane)]);
                const QString listed = list.at(u"bookings.0.state"_s).toString();
                QVERIFY(listed == u"confirmed" || listed == u"cancelled");
            }
            // Who was answered sees it so from then on.
            const WireReply now = readers[lane]->call(u"bookings.list"_s, {{u"limit"_s, 1}});
            QCOMPARE(now.at(u"bookings.0.state"_s), QJsonValue(u"cancelled"_s));
        }
    }
    qInfo("read %d times before and %d times after the cancellation", before, after);
    QVERIFY2(before > kRounds && after > kRounds, "too tame");
}

QTEST_GUILESS_MAIN(CancelRacesTest)
#include "tst_cancelraces.moc"
