// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/domain/contact.h"
#include "tests/support/eventparams.h"
#include "tests/support/testdatabases.h"
#include "tests/support/testhouse.h"

#include <QTest>

using namespace parterre;
using namespace parterre::testing;
using namespace Qt::StringLiterals;
using storage::Engine;

// Whom bookings are for, over the wire.
class ContactsTest : public QObject
{
    Q_OBJECT

private:
    TestDatabases m_databases;
    std::unique_ptr<TestHouse> m_house;
    std::unique_ptr<WireClient> m_clerk;
    std::unique_ptr<WireClient> m_guest;

    void leave()
    {
        m_clerk.reset();
        m_guest.reset();
    }
    // A clerk at another server of the house, where the database takes two.
    struct Elsewhere {
        std::unique_ptr<server::House> server;
        std::unique_ptr<WireClient> client;
    };
    [[nodiscard]] Elsewhere elsewhere() const
    {
        if (m_house->database().engine == Engine::Sqlite)
            return {.server = nullptr, .client = m_house->visitor(Role::Clerk)};
        Elsewhere other {.server = m_house->rival(), .client = nullptr};
        other.client = std::make_unique<WireClient>(TestHouse::urlOf(*other.server));
        if (!other.client->hello().ok() || !other.client->call(u"auth.login"_s, {{u"email"_s, TestHouse::emailOf(Role::Clerk)}, {u"password"_s, TestHouse::passwordOf(Role::Clerk)}}).ok())
            qFatal("nobody could come in elsewhere");
        return other;
    }
    [[nodiscard]] EventId evening() const { return m_house->events().evening; }
    [[nodiscard]] WireReply sell(WireClient &client, qint32 place, const QJsonObject &reach = {}) const
    {
        if (!client.call(u"holds.acquire"_s, placesOf(evening(), {place})).ok())
            qFatal("the seat could not be held");
        QJsonObject sale = checkoutOf(evening(), {place}, newKey());
        for (auto it = reach.begin(); it != reach.end(); ++it)
            sale.insert(it.key(), it.value());
        return client.call(u"bookings.checkout"_s, sale);
    }
    [[nodiscard]] static QJsonObject update(const WireReply &sold, const QJsonObject &before, const QJsonObject &contact)
    {
        return {{u"booking"_s, sold.at(u"booking.id"_s)}, {u"before"_s, before}, {u"contact"_s, contact}};
    }
    [[nodiscard]] static QJsonObject contactOf(const WireReply &reply)
    {
        QJsonObject contact {{u"name"_s, reply.at(u"booking.customerName"_s)}};
        for (const QString &key : {u"email"_s, u"phone"_s}) {
            if (!reply.at(u"booking."_s + key).isUndefined())
                contact.insert(key, reply.at(u"booking."_s + key));
        }
        return contact;
    }
    [[nodiscard]] int found(WireClient &client, const QString &text) const { return int(client.call(u"bookings.list"_s, {{u"text"_s, text}}).at(u"bookings"_s).toArray().size()); }

private Q_SLOTS:
    void initTestCase_data() { TestDatabases::addEngines(); }
    void init()
    {
        QFETCH_GLOBAL(Engine, engine);
        m_house = std::make_unique<TestHouse>(m_databases.create(engine));
        m_clerk = m_house->visitor(Role::Clerk);
        m_guest = m_house->visitor();
    }
    void cleanup()
    {
        leave();
        m_house.reset();
    }

    void sale_keepsHowToReachThem()
    {
        const QJsonObject reach {{u"customerName"_s, u"Ada"_s}, {u"email"_s, u"ada@example.org"_s}, {u"phone"_s, u"+49 30 1234"_s}};
        const WireReply sold = sell(*m_clerk, 40, reach);
        QCOMPARE(sold.kind(), QString());
        QCOMPARE(contactOf(sold), (QJsonObject {{u"name"_s, u"Ada"_s}, {u"email"_s, u"ada@example.org"_s}, {u"phone"_s, u"+49 30 1234"_s}}));
        QCOMPARE(found(*m_clerk, u"493012"_s), 1);
        QCOMPARE(found(*m_guest, u"493012"_s), 0);
        QVERIFY(m_clerk->call(u"holds.acquire"_s, placesOf(evening(), {41})).ok());
        QJsonObject reservation = reservationOf(evening(), {41}, newKey());
        reservation.insert(u"phone"_s, u"112"_s);
        QCOMPARE(m_clerk->call(u"bookings.reserve"_s, reservation).at(u"booking.phone"_s).toString(), u"112"_s);
    }

    void whatCannotBeReached_isRefused()
    {
        for (const QJsonObject &reach : {QJsonObject {{u"email"_s, u"nowhere"_s}}, {{u"email"_s, u"a@b.c\r\nBcc: x@y.z"_s}}, {{u"phone"_s, u"ring me"_s}}, {{u"phone"_s, u"4222222222222"_s}}}) {
            const WireReply refused = sell(*m_clerk, 40, reach);
            QCOMPARE(refused.kind(), u"invalid_params"_s);
            QVERIFY(m_clerk->call(u"holds.release"_s, placesOf(evening(), {40})).ok());
        }
    }

    void keyIsForOneContact()
    {
        QVERIFY(m_clerk->call(u"holds.acquire"_s, placesOf(evening(), {40})).ok());
        const QJsonObject sale = with(checkoutOf(evening(), {40}, newKey()), u"email"_s, u"ada@example.org"_s);
        const WireReply sold = m_clerk->call(u"bookings.checkout"_s, sale);
        QCOMPARE(m_clerk->call(u"bookings.checkout"_s, sale).at(u"booking.id"_s), sold.at(u"booking.id"_s));
        QCOMPARE(m_clerk->call(u"bookings.checkout"_s, with(sale, u"email"_s, u"bob@example.org"_s)).kind(), u"key_reused"_s);
    }

    void contact_isChangedByWhoMaySeeTheBooking()
    {
        const WireReply sold = sell(*m_guest, 40);
        const QJsonObject before = contactOf(sold);
        const QJsonObject ada {{u"name"_s, u"Ada"_s}, {u"email"_s, u"ada@example.org"_s}};
        const WireReply own = m_guest->call(u"bookings.update"_s, update(sold, before, ada));
        QCOMPARE(contactOf(own), ada);
        QCOMPARE(contactOf(m_guest->call(u"bookings.get"_s, {{u"booking"_s, sold.at(u"booking.id"_s)}})), ada);
        // Two who saw the same: one learns of the other.
        const QJsonObject bob {{u"name"_s, u"Bob"_s}};
        QCOMPARE(m_clerk->call(u"bookings.update"_s, update(sold, before, bob)).kind(), u"stale_version"_s);
        QCOMPARE(contactOf(m_clerk->call(u"bookings.update"_s, update(sold, ada, bob))), bob);
        QCOMPARE(m_house->visitor()->call(u"bookings.update"_s, update(sold, bob, ada)).kind(), u"not_found"_s);
        QCOMPARE(found(*m_guest, u"ada"_s), 0);
        QCOMPARE(found(*m_guest, u"bob"_s), 1);
    }

    void contact_isTheOwnersAsLongAsItMayBeCancelled()
    {
        const QJsonObject ada {{u"name"_s, u"Ada"_s}};
        const QJsonObject bob {{u"name"_s, u"Bob"_s}};
        const EventId final = m_house->events().final;
        QVERIFY(m_guest->call(u"holds.acquire"_s, placesOf(final, {40})).ok());
        const WireReply sold = m_guest->call(u"bookings.checkout"_s, with(checkoutOf(final, {40}, newKey()), u"customerName"_s, u"Ada"_s));
        QCOMPARE(m_guest->call(u"bookings.update"_s, update(sold, ada, bob)).kind(), u"cancel_closed"_s);
        QCOMPARE(contactOf(m_guest->call(u"bookings.get"_s, {{u"booking"_s, sold.at(u"booking.id"_s)}})), ada);
        QCOMPARE(contactOf(m_clerk->call(u"bookings.update"_s, update(sold, ada, bob))), bob);
        QCOMPARE(contactOf(m_guest->call(u"bookings.update"_s, update(sold, ada, bob))), bob); // it is so already
        // Whoever is owed something has to be reached, but that is the counter's business.
        QVERIFY(m_clerk->call(u"bookings.cancel"_s, {{u"booking"_s, sold.at(u"booking.id"_s)}, {u"key"_s, newKey()}}).ok());
        QCOMPARE(m_guest->call(u"bookings.update"_s, update(sold, bob, ada)).kind(), u"already_cancelled"_s);
        QCOMPARE(contactOf(m_clerk->call(u"bookings.update"_s, update(sold, bob, ada))), ada);
    }

    void contact_ofWhichNobodyCouldBeReachedIsRefused()
    {
        const WireReply sold = sell(*m_clerk, 40, {{u"customerName"_s, u"Ada"_s}});
        const QJsonObject ada {{u"name"_s, u"Ada"_s}};
        for (const QJsonObject &bad : {QJsonObject {{u"name"_s, u"  "_s}}, {{u"name"_s, QString(121, u'a')}}, {{u"name"_s, u"Ada 4111 1111 1111 1111"_s}}, with(ada, u"email"_s, u"ada"_s),
                                       with(ada, u"email"_s, u"a@b.c\r\nBcc: x@y.z"_s), with(ada, u"phone"_s, u"at home"_s), with(ada, u"phone"_s, u"4111 1111 1111 1111"_s)})
            QCOMPARE(m_clerk->call(u"bookings.update"_s, update(sold, ada, bad)).kind(), u"invalid_params"_s);
        QCOMPARE(m_clerk->call(u"bookings.get"_s, {{u"booking"_s, sold.at(u"booking.id"_s)}}).at(u"booking"_s), sold.at(u"booking"_s));
        // What stood there before somebody looked at it is no reason to leave it so: here it is only another one.
        QCOMPARE(m_clerk->call(u"bookings.update"_s, update(sold, {{u"name"_s, u"Ada 4111 1111 1111 1111"_s}, {u"email"_s, u"ada"_s}}, {{u"name"_s, u"Bob"_s}})).kind(), u"stale_version"_s);
    }

    void contact_ofTwoAtOnceIsThatOfOne()
    {
        const auto other = elsewhere();
        const WireReply sold = sell(*m_clerk, 40, {{u"customerName"_s, u"Ada 0"_s}});
        QJsonObject now {{u"name"_s, u"Ada 0"_s}};
        for (int round = 1; round <= 10; ++round) {
            const QJsonObject one {{u"name"_s, u"Ada %1"_s.arg(round)}};
            const QJsonObject two {{u"name"_s, u"Bob %1"_s.arg(round)}};
            const qint64 first = m_clerk->send(u"bookings.update"_s, update(sold, now, one));
            const qint64 second = other.client->send(u"bookings.update"_s, update(sold, now, two));
            const WireReply left = m_clerk->await(first);
            const WireReply right = other.client->await(second);
            QVERIFY(left.ok() != right.ok());
            QCOMPARE((left.ok() ? right : left).kind(), u"stale_version"_s);
            now = left.ok() ? one : two;
            QCOMPARE(contactOf(m_clerk->call(u"bookings.get"_s, {{u"booking"_s, sold.at(u"booking.id"_s)}})), now);
        }
    }

    void notes_ofManyAtOnceAreAllThere()
    {
        const auto other = elsewhere();
        const WireReply sold = sell(*m_clerk, 40);
        const QJsonObject named {{u"booking"_s, sold.at(u"booking.id"_s)}};
        constexpr int kEach = 8;
        QList<std::pair<WireClient *, qint64>> asked;
        for (int i = 0; i < kEach; ++i) {
            const QJsonObject twice = with(with(named, u"note"_s, newKey()), u"text"_s, u"Both say this"_s); // as somebody who asks again elsewhere
            for (WireClient *client : {m_clerk.get(), other.client.get()}) {
                asked.append({client, client->send(u"bookings.addNote"_s, twice)});
                asked.append({client, client->send(u"bookings.addNote"_s, with(with(named, u"note"_s, newKey()), u"text"_s, u"Only one says this"_s))});
            }
        }
        for (const auto &[client, request] : asked)
            QCOMPARE(client->await(request).kind(), QString());
        QCOMPARE(m_clerk->call(u"bookings.notes"_s, named).at(u"notes"_s).toArray().size(), 3 * kEach);
    }

    void notes_ofTheLongestKindFitIntoOneMessage()
    {
        const WireReply sold = sell(*m_clerk, 40);
        const QJsonObject named {{u"booking"_s, sold.at(u"booking.id"_s)}};
        for (int i = 0; i < NoteLimits::kNotes; ++i)
            QVERIFY(m_clerk->call(u"bookings.addNote"_s, with(with(named, u"note"_s, newKey()), u"text"_s, QString(NoteLimits::kTextLength, u'座'))).ok());
        QCOMPARE(m_clerk->call(u"bookings.notes"_s, named).at(u"notes"_s).toArray().size(), NoteLimits::kNotes);
    }

    void notes_areOfStaffAndStay()
    {
        const WireReply sold = sell(*m_guest, 40);
        const QJsonObject named {{u"booking"_s, sold.at(u"booking.id"_s)}};
        const QJsonObject note = with(with(named, u"note"_s, newKey()), u"text"_s, u"Comes late\nand leaves early"_s);
        const WireReply written = m_clerk->call(u"bookings.addNote"_s, note);
        QCOMPARE(written.kind(), QString());
        QCOMPARE(written.at(u"note.text"_s), note.value(u"text"_s));
        QVERIFY(!written.at(u"note.author"_s).toString().isEmpty());
        QCOMPARE(m_clerk->call(u"bookings.addNote"_s, note).at(u"note"_s), written.at(u"note"_s));
        QCOMPARE(m_guest->call(u"bookings.notes"_s, named).kind(), u"not_permitted"_s);
        QCOMPARE(m_clerk->call(u"bookings.addNote"_s, with(note, u"text"_s, u"4111 1111 1111 1111"_s)).kind(), u"invalid_params"_s);
        leave();
        m_house->restart();
        m_clerk = m_house->visitor(Role::Clerk);
        QCOMPARE(m_clerk->call(u"bookings.notes"_s, named).at(u"notes"_s).toArray(), QJsonArray {written.at(u"note"_s)});
    }
};

QTEST_GUILESS_MAIN(ContactsTest)
#include "tst_contacts.moc"
