// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/domain/demohouse.h"
#include "shared/planio/planjson.h"
#include "tests/support/auditactions.h"
#include "tests/support/eventparams.h"
#include "tests/support/testdatabases.h"

#include <QTest>

using namespace parterre;
using namespace parterre::testing;
using namespace Qt::StringLiterals;
using storage::Engine;

// Houses made, changed and deleted over the wire, and the halls that their plans are of.
class VenuesTest : public QObject
{
    Q_OBJECT

private:
    TestDatabases m_databases;
    std::unique_ptr<TestHouse> m_house;
    std::unique_ptr<WireClient> m_manager;

    [[nodiscard]] WireReply create(const QString &id, const QJsonObject &wanted) const { return m_manager->call(u"venues.create"_s, {{u"venue"_s, id}, {u"definition"_s, wanted}}); }
    [[nodiscard]] WireReply update(const QString &id, int version, const QJsonObject &wanted) const
    {
        return m_manager->call(u"venues.update"_s, {{u"venue"_s, id}, {u"version"_s, version}, {u"definition"_s, wanted}});
    }
    [[nodiscard]] WireReply remove(const QString &id, int version) const { return m_manager->call(u"venues.delete"_s, {{u"venue"_s, id}, {u"version"_s, version}}); }
    [[nodiscard]] WireReply get(const QString &id) const { return m_manager->call(u"venues.get"_s, {{u"venue"_s, id}}); }
    [[nodiscard]] WireReply setHall(const QJsonValue &plan, const QString &hall) const { return m_manager->call(u"plans.setHall"_s, {{u"plan"_s, plan}, {u"hall"_s, hall}}); }
    [[nodiscard]] QJsonObject publishedIn(const QString &venue) const
    {
        const QString upload = uploadOf(*m_manager, planio::writePlan(studioCinemaPlan()));
        const WireReply published = m_manager->call(u"plans.publish"_s, {{u"venue"_s, venue}, {u"upload"_s, upload}, {u"after"_s, 0}});
        if (!published.ok())
            qFatal("the plan could not be published");
        return published.at(u"plan"_s).toObject();
    }
    [[nodiscard]] QStringList auditOf(const QString &id) const
    {
        return auditActions(m_house->database(), [&id](const storage::AuditEvent &event) { return event.objectId == id; });
    }

private Q_SLOTS:
    void initTestCase_data() { TestDatabases::addEngines(); }
    void init()
    {
        QFETCH_GLOBAL(Engine, engine);
        m_house = std::make_unique<TestHouse>(m_databases.create(engine));
        m_manager = m_house->visitor(Role::Manager);
    }
    void cleanup()
    {
        m_manager.reset();
        m_house.reset();
    }

    void house_isMadeOnceAndGetsAPlanAtOnce()
    {
        const QString id = newKey();
        const QJsonObject wanted = with(venueNamed(u"  Opera "_s), u"address"_s, u" 2 Side Street"_s);
        const WireReply made = create(id, wanted);
        QCOMPARE(made.kind(), QString());
        QCOMPARE(made.at(u"venue.name"_s).toString(), u"Opera"_s);
        QCOMPARE(made.at(u"venue.address"_s).toString(), u"2 Side Street"_s);
        QCOMPARE(made.at(u"venue.version"_s).toInt(), 1);
        QCOMPARE(create(id, wanted).at(u"venue"_s), made.at(u"venue"_s)); // asked for again, as after a lost answer
        QCOMPARE(create(id, venueNamed(u"Another"_s)).kind(), u"already_exists"_s);
        QCOMPARE(create(newKey(), venueNamed(u"Opera"_s)).kind(), u"already_exists"_s);
        QCOMPARE(create(newKey(), venueNamed(u"   "_s)).kind(), u"invalid_params"_s);
        for (const QString &zone : {u"Europe/Atlantis"_s, u"UTC+02:00"_s, u"Ελλάδα"_s})
            QCOMPARE(create(newKey(), with(venueNamed(newKey()), u"timeZone"_s, zone)).kind(), u"time_zone_unknown"_s);
        QCOMPARE(get(id).at(u"venue"_s), made.at(u"venue"_s));
        const QJsonObject plan = publishedIn(id);
        QCOMPARE(get(id).at(u"venue.plans.0"_s).toObject(), plan);
        QCOMPARE(auditOf(id), QStringList {u"venue.created"_s});
    }

    void change_isSeenByWhoeverLooksAtAnEvent()
    {
        const QString id = m_house->venue().toString();
        const QString evening = m_house->events().evening.toString();
        const auto guest = m_house->visitor();
        QVERIFY(guest->call(u"seatmap.subscribe"_s, {{u"event"_s, evening}}).ok());
        const QJsonValue start = guest->call(u"events.get"_s, {{u"event"_s, evening}}).at(u"event.summary.start"_s);
        const WireReply changed = update(id, 1, venueNamed(u"Palace"_s));
        QCOMPARE(changed.kind(), QString());
        QCOMPARE(changed.at(u"venue.version"_s).toInt(), 2);
        QCOMPARE(guest->awaitNotification(u"events.changed"_s).value(u"event"_s).toString(), evening);
        const QJsonObject summary = guest->call(u"events.get"_s, {{u"event"_s, evening}}).at(u"event.summary"_s).toObject();
        QCOMPARE(summary.value(u"venue"_s)[u"name"_s].toString(), u"Palace"_s);
        QCOMPARE(summary.value(u"timeZone"_s).toString(), u"Europe/London"_s);
        QCOMPARE(summary.value(u"start"_s), start); // the moment stays

        QCOMPARE(update(id, 1, venueNamed(u"Palace"_s)).at(u"venue"_s), changed.at(u"venue"_s)); // again
        QCOMPARE(update(id, 1, venueNamed(u"Late"_s)).kind(), u"stale_version"_s);
        QCOMPARE(update(id, 2, with(venueNamed(u"Palace"_s), u"timeZone"_s, u"Mars/Olympus"_s)).kind(), u"time_zone_unknown"_s);
        QCOMPARE(auditOf(id), (QStringList {u"venue.created"_s, u"venue.updated"_s}));
    }

    void house_isDeletedAsLongAsItHasNothing()
    {
        QCOMPARE(remove(m_house->venue().toString(), 1).kind(), u"venue_in_use"_s);
        const QString id = newKey();
        QVERIFY(create(id, venueNamed(u"Opera"_s)).ok());
        const QString upload = uploadOf(*m_manager, designNamed(u"Hall"_s));
        const QString draft = newKey();
        QVERIFY(m_manager->call(u"drafts.save"_s, {{u"draft"_s, draft}, {u"venue"_s, id}, {u"name"_s, u"Hall"_s}, {u"upload"_s, upload}, {u"expected"_s, 0}}).ok());
        QCOMPARE(remove(id, 1).kind(), u"venue_in_use"_s);
        QVERIFY(m_manager->call(u"drafts.remove"_s, {{u"draft"_s, draft}, {u"expected"_s, 1}}).ok());
        QCOMPARE(remove(id, 2).kind(), u"stale_version"_s);
        QVERIFY(remove(id, 1).ok());
        QCOMPARE(remove(id, 1).kind(), u"not_found"_s);
        QCOMPARE(get(id).kind(), u"not_found"_s);
        QCOMPARE(auditOf(id), (QStringList {u"venue.created"_s, u"venue.deleted"_s}));
    }

    void list_comesInPagesThatFitAMessage()
    {
        // Three bytes a letter: more than one message takes.
        const QString wide(VenueLimits::kAddressLength, QChar(0x4e2d));
        QStringList made;
        for (int i = 0; i < 240; ++i) {
            made.append(u"%1 %2"_s.arg(i, 3, 10, QChar(u'0')).arg(wide.left(VenueLimits::kNameLength - 4)));
            QVERIFY(create(newKey(), with(venueNamed(made.constLast()), u"address"_s, wide)).ok());
        }
        QStringList listed;
        QJsonValue cursor;
        do {
            QJsonObject params {{u"limit"_s, 200}};
            if (cursor.isString())
                params.insert(u"cursor"_s, cursor);
            const WireReply page = m_manager->call(u"venues.list"_s, params);
            QVERIFY2(page.ok(), qPrintable(page.kind()));
            for (const QJsonValue &venue : page.at(u"venues"_s).toArray())
                listed.append(venue[u"name"_s].toString());
            cursor = page.at(u"next"_s);
        } while (cursor.isString());
        QVERIFY(listed.removeOne(u"Test house"_s));
        QCOMPARE(listed, made);
    }

    // Whichever of its plans they have.
    void hall_isTakenByEventsOfAllItsPlans()
    {
        const QJsonObject cinema = publishedIn(m_house->venue().toString());
        const QJsonValue plan = cinema[u"ref"_s][u"id"_s];
        QVERIFY(m_manager->call(u"events.createSeries"_s, seriesIn(*m_house, newKey(), u"FREQ=WEEKLY;COUNT=1"_s)).ok());
        QJsonObject other = seriesIn(*m_house, newKey(), u"FREQ=WEEKLY;COUNT=1"_s);
        QJsonObject definition = other.value(u"definition"_s).toObject();
        definition = with(with(definition, u"plan"_s, plan), u"planVersion"_s, 1);
        definition.insert(u"prices"_s, QJsonArray {});
        other = with(other, u"definition"_s, definition);
        const auto conflict = [&] { return m_manager->call(u"events.expand"_s, expansionOf(other)).at(u"dates.0.conflict.name"_s).toString(); };
        QCOMPARE(conflict(), QString());
        const WireReply set = setHall(plan, u" Small hall "_s); // what the other plan is called
        QCOMPARE(set.kind(), QString());
        QCOMPARE(set.at(u"plan.hall"_s).toString(), u"Small hall"_s);
        QCOMPARE(conflict(), u"The Tempest"_s);
        QCOMPARE(setHall(plan, u"Small hall"_s).at(u"plan"_s), set.at(u"plan"_s)); // again
        QCOMPARE(setHall(plan, u" "_s).kind(), u"invalid_params"_s);
        QCOMPARE(auditOf(plan.toString()), (QStringList {u"plan.imported"_s, u"plan.hall_set"_s}));
        const WireReply own = m_manager->call(u"plans.setHall"_s, {{u"plan"_s, plan}});
        QVERIFY(own.at(u"plan.hall"_s).isUndefined());
        QCOMPARE(conflict(), QString());
    }
};

QTEST_GUILESS_MAIN(VenuesTest)
#include "tst_venues.moc"
