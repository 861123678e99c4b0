// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/storage/database.h"
#include "backend/storage/repositories/bookingrepository.h"
#include "tests/support/eventparams.h"
#include "tests/support/testdatabases.h"

#include <QTest>

namespace parterre::testing {

using namespace Qt::StringLiterals;

inline constexpr qint64 kRear = 2'000; // as definitionIn() has it

// 1.00 a ticket and 2.50 a booking, 7 % and 19 % contained; of a ticket given back 1.00 and a tenth stays.
inline QJsonObject priceRules()
{
    return {{u"ticketFee"_s, 100}, {u"bookingFee"_s, 250}, {u"taxRate"_s, 700}, {u"feeTaxRate"_s, 1'900}, {u"taxMode"_s, u"included"_s}, {u"cancelFee"_s, 100}, {u"cancelShare"_s, 1'000}};
}

inline qint64 amountOf(const QJsonValue &money)
{
    return money[u"amount"_s].toInteger();
}

// A house with a play on sale, and the rules and discounts that a test gives it.
class PricedHouseTest : public QObject
{
protected:
    TestDatabases m_databases;
    std::unique_ptr<TestHouse> m_house;
    std::unique_ptr<WireClient> m_manager;
    std::unique_ptr<WireClient> m_guest;
    EventId m_event;

    // A play that is on sale, with these rules.
    void play(const std::optional<QJsonObject> &rules)
    {
        m_event = *EventId::fromString(newKey());
        QJsonObject definition = definitionIn(*m_house);
        if (rules)
            definition.insert(u"priceRules"_s, *rules);
        const bool isMade = m_manager->call(u"events.create"_s, {{u"event"_s, m_event.toString()}, {u"definition"_s, definition}}).ok()
            && m_manager->call(u"events.setState"_s, {{u"event"_s, m_event.toString()}, {u"version"_s, 1}, {u"state"_s, u"published"_s}}).ok();
        if (!isMade)
            qFatal("the play could not be made");
    }
    void save(const QJsonObject &discount) const
    {
        if (!m_manager->call(u"discounts.save"_s, {{u"discount"_s, discount}}).ok())
            qFatal("the discount could not be saved");
    }
    [[nodiscard]] QJsonObject saleOf(const QList<qint32> &places, const QString &code = {}) const
    {
        const QJsonObject sale = checkoutOf(m_event, places, newKey());
        return code.isEmpty() ? sale : with(sale, u"code"_s, code);
    }
    [[nodiscard]] WireReply quote(const QList<qint32> &places, const QString &code = {}) const
    {
        const QJsonObject asked {{u"items"_s, saleOf(places).value(u"items"_s)}};
        return m_guest->call(u"cart.quote"_s, code.isEmpty() ? asked : with(asked, u"code"_s, code));
    }
    [[nodiscard]] WireReply sell(WireClient &client, const QList<qint32> &places, const QString &code = {}) const
    {
        if (!client.call(u"holds.acquire"_s, placesOf(m_event, places)).ok())
            qFatal("the seats could not be held");
        return client.call(u"bookings.checkout"_s, saleOf(places, code));
    }
    [[nodiscard]] static QJsonObject cancellationOf(const WireReply &sold) { return {{u"booking"_s, sold.at(u"booking.id"_s)}, {u"key"_s, newKey()}}; }
    // Uses of the only discount there is.
    [[nodiscard]] int uses() const { return m_manager->call(u"discounts.list"_s).at(u"discounts.0.uses"_s).toInt(); }

    void open()
    {
        QFETCH_GLOBAL(storage::Engine, engine);
        m_house = std::make_unique<TestHouse>(m_databases.create(engine));
        m_manager = m_house->visitor(Role::Manager);
        m_guest = m_house->visitor();
    }
    // Whatever was done, the money and the uses add up.
    void close()
    {
        storage::Database database(m_house->database());
        QVERIFY(database.open());
        storage::BookingRepository bookings(database);
        QCOMPARE(*bookings.imbalances(), 0);
        QCOMPARE(*bookings.overRefunds(), 0);
        QCOMPARE(*bookings.miscounts(), 0);
        QCOMPARE(*bookings.strays(), 0);
        m_guest.reset();
        m_manager.reset();
        m_house.reset();
    }
};

} // namespace parterre::testing
