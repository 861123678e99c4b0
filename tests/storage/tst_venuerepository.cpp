// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/storage/repositories/auditrepository.h"
#include "backend/storage/repositories/draftrepository.h"
#include "backend/storage/repositories/eventrepository.h"
#include "backend/storage/repositories/planrepository.h"
#include "backend/storage/repositories/venuerepository.h"
#include "tests/storage/storageharness.h"

#include <QTest>

using namespace parterre;
using namespace parterre::storage;
using namespace parterre::testing;
using namespace Qt::StringLiterals;

// Venues that people change, and the halls that plans are of.
class VenueRepositoryTest : public QObject
{
    Q_OBJECT

private:
    TestDatabases m_databases;
    ManualClock m_clock;
    CountingIds m_ids;
    std::unique_ptr<StorageHarness> m_harness;
    SampleHouse m_house;

    [[nodiscard]] Database &database() { return m_harness->database(); }
    [[nodiscard]] AuditContext audit() const { return {.at = m_clock.utcNow(), .actor = m_house.clerk}; }
    Result<Venue> update(const Venue &before, const VenueDefinition &after)
    {
        return database().transact([&] { return VenueRepository(database()).update(before, after, audit()); });
    }
    Result<void> remove(const Venue &venue)
    {
        return database().transact([&] { return VenueRepository(database()).remove(venue, audit()); });
    }
    Venue added(const QString &name)
    {
        const Venue venue {.id = m_ids.make<VenueId>(), .name = name, .address = u"Rue Haute 1"_s, .timeZone = u"Europe/Brussels"_s};
        const auto inserted = database().transact([&] { return VenueRepository(database()).insert(venue, audit()); });
        if (!inserted)
            qFatal("%s", qPrintable(inserted.error().detail));
        return venue;
    }
    PlanId published(const VenueId &venue, const QString &name)
    {
        const auto ref = database().transact(
            [&] { return PlanRepository(database()).insertVersion({m_ids.make<PlanId>(), venue, name, QString(64, u'b'), 9, "{}"}, audit()); });
        if (!ref)
            qFatal("%s", qPrintable(ref.error().detail));
        return ref->id;
    }
    Result<PlanSummary> setHall(const PlanId &plan, const std::optional<QString> &hall)
    {
        return database().transact([&] { return PlanRepository(database()).setHall(plan, hall, audit()); });
    }
    // In the plan, an hour after the sample's event.
    EventId addEvent(const PlanId &plan, const VenueId &venue)
    {
        Event event = m_house.event;
        event.summary.id = m_ids.make<EventId>();
        event.summary.start += std::chrono::hours(1);
        event.summary.venue.id = venue;
        event.plan = {.id = plan, .version = 1, .hash = QString(64, u'b')};
        const auto inserted = database().transact([&] { return EventRepository(database()).insert(event, audit()); });
        if (!inserted)
            qFatal("%s", qPrintable(inserted.error().detail));
        return event.summary.id;
    }
    QList<EventId> inHall(const PlanId &plan)
    {
        QList<EventId> ids;
        const Instant start = m_house.event.summary.start;
        const auto found = EventRepository(database()).inHall(plan, start - std::chrono::hours(1), start + std::chrono::hours(2));
        if (!found)
            qFatal("%s", qPrintable(found.error().detail));
        for (const HallEvent &event : *found)
            ids.append(event.id);
        return ids;
    }
    AuditEvent lastNoted() { return AuditRepository(database()).list(0, 1'000)->constLast().event; }

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

    void change_isOfTheVersionThatWasSeen()
    {
        const Venue before = *VenueRepository(database()).get(m_house.venue);
        QCOMPARE(before.version, 1);
        const VenueDefinition wanted {.name = u"Théâtre Royal"_s, .address = u"Place 1"_s, .timeZone = u"Europe/London"_s};
        const Result<Venue> after = update(before, wanted);
        QVERIFY2(after, after ? "" : qPrintable(after.error().detail));
        QCOMPARE(definitionOf(*after), wanted);
        QCOMPARE(after->version, 2);
        QCOMPARE(after->plans, before.plans);
        QCOMPARE(update(before, {.name = u"Late"_s, .address = {}, .timeZone = u"UTC"_s}).error().code, ErrorCode::StaleVersion);
        QCOMPARE(*VenueRepository(database()).get(before.id), *after);
        const AuditEvent noted = lastNoted();
        QCOMPARE(noted.action, u"venue.updated"_s);
        QCOMPARE(noted.objectId, before.id.toString());
        QCOMPARE(noted.before.value(u"timeZone"_s).toString(), u"Europe/Brussels"_s);
        QCOMPARE(noted.after.value(u"timeZone"_s).toString(), u"Europe/London"_s);
    }

    // And are found by it.
    void events_keepTheirMomentAndHaveTheNewName()
    {
        const VenueDefinition wanted {.name = u"Palais"_s, .address = {}, .timeZone = u"Europe/London"_s};
        QVERIFY(update(*VenueRepository(database()).get(m_house.venue), wanted));
        EventRepository events(database());
        const Event event = *events.get(m_house.event.summary.id);
        QCOMPARE(event.summary.start, m_house.event.summary.start);
        QCOMPARE(event.summary.timeZone, u"Europe/London"_s);
        QCOMPARE(event.summary.venue.name, u"Palais"_s);
        QCOMPARE(event.version, m_house.event.version);
        QCOMPARE(events.search({.text = u"palais"_s, .from = m_clock.utcNow(), .includeDrafts = true})->events.size(), 2);
        QVERIFY(events.search({.text = u"parc"_s, .from = m_clock.utcNow(), .includeDrafts = true})->events.isEmpty());
    }

    void name_isNobodyElses()
    {
        const Venue other = added(u"Opera"_s);
        const Venue mine = *VenueRepository(database()).get(m_house.venue);
        QCOMPARE(update(mine, {.name = other.name, .address = {}, .timeZone = u"UTC"_s}).error().code, ErrorCode::AlreadyExists);
        QCOMPARE(*VenueRepository(database()).get(mine.id), mine);
    }

    void unused_isDeleted()
    {
        const Venue venue = added(u"Opera"_s);
        VenueRepository venues(database());
        QVERIFY(!*venues.isUsed(venue.id));
        Venue stale = venue;
        stale.version = 2;
        QCOMPARE(remove(stale).error().code, ErrorCode::StaleVersion);
        QVERIFY(remove(venue));
        QCOMPARE(venues.get(venue.id).error().code, ErrorCode::NotFound);
        QCOMPARE(lastNoted().action, u"venue.deleted"_s);
        QCOMPARE(lastNoted().before.value(u"name"_s).toString(), u"Opera"_s);
        added(u"Opera"_s); // the name is free
    }

    void plansAndDrafts_keepIt()
    {
        VenueRepository venues(database());
        QVERIFY(*venues.isUsed(m_house.venue));
        // Also when they came after somebody had looked.
        QCOMPARE(remove(*venues.get(m_house.venue)).error().code, ErrorCode::VenueInUse);
        QVERIFY(venues.get(m_house.venue));
        const Venue drawn = added(u"Opera"_s);
        const NewDraft draft {.id = m_ids.make<DraftId>(), .venue = drawn.id, .name = u"Hall"_s, .hash = QString(64, u'd'), .document = "{}"};
        const auto saved = database().transact([&] { return DraftRepository(database()).save(draft, 0, audit()); });
        QVERIFY2(saved, saved ? "" : qPrintable(saved.error().detail));
        QVERIFY(*venues.isUsed(drawn.id));
        QCOMPARE(remove(drawn).error().code, ErrorCode::VenueInUse);
    }

    void hall_isOfAllVersionsOfAPlan()
    {
        const PlanId plan = m_house.plan.id;
        const Result<PlanSummary> set = setHall(plan, u"Grande salle"_s);
        QVERIFY2(set, set ? "" : qPrintable(set.error().detail));
        QCOMPARE(set->hall, u"Grande salle"_s);
        QCOMPARE(set->ref, m_house.plan);
        QCOMPARE(lastNoted().action, u"plan.hall_set"_s);
        QCOMPARE(lastNoted().after.value(u"hall"_s).toString(), u"Grande salle"_s);
        QVERIFY(database().transact([&] { return PlanRepository(database()).insertVersion({plan, m_house.venue, u"Main hall"_s, QString(64, u'c'), 9, "{}"}, audit()); }));
        PlanRepository plans(database());
        QCOMPARE(*plans.newest(plan), (PlanSummary {{plan, 2, QString(64, u'c')}, u"Main hall"_s, 9, u"Grande salle"_s}));
        QCOMPARE(plans.summary(plan, 1)->hall, u"Grande salle"_s);
        QCOMPARE(plans.findByName(m_house.venue, u"Main hall"_s)->hallName(), u"Grande salle"_s);
        QCOMPARE(VenueRepository(database()).get(m_house.venue)->plans.constFirst().hall, u"Grande salle"_s);

        QCOMPARE(setHall(plan, u"Salle"_s)->hall, u"Salle"_s); // another
        QCOMPARE(setHall(plan, std::nullopt)->hall, std::nullopt);
        QCOMPARE(plans.newest(plan)->hallName(), u"Main hall"_s);
        QVERIFY(!lastNoted().after.contains(u"hall"_s));
        QCOMPARE(setHall(m_ids.make<PlanId>(), u"Salle"_s).error().code, ErrorCode::NotFound);
    }

    void plansOfOneHall_areInEachOthersWay()
    {
        const PlanId standing = published(m_house.venue, u"Standing"_s);
        const Venue elsewhere = added(u"Opera"_s);
        const PlanId namesake = published(elsewhere.id, u"Main hall"_s);
        const EventId seated = m_house.event.summary.id;
        const EventId concert = addEvent(standing, m_house.venue);
        const EventId abroad = addEvent(namesake, elsewhere.id);
        QCOMPARE(inHall(m_house.plan.id), QList<EventId> {seated}); // each is a hall of its own
        QCOMPARE(inHall(standing), QList<EventId> {concert});

        QVERIFY(setHall(standing, u"Main hall"_s)); // the name of the other plan is that of its hall
        QCOMPARE(inHall(m_house.plan.id), (QList<EventId> {seated, concert}));
        QCOMPARE(inHall(standing), (QList<EventId> {seated, concert}));
        QCOMPARE(inHall(namesake), QList<EventId> {abroad}); // in another house

        QVERIFY(setHall(m_house.plan.id, u"Grande salle"_s));
        QCOMPARE(inHall(standing), QList<EventId> {concert});
        QVERIFY(setHall(standing, u"Grande salle"_s));
        QCOMPARE(inHall(standing), (QList<EventId> {seated, concert}));
    }
};

QTEST_GUILESS_MAIN(VenueRepositoryTest)

#include "tst_venuerepository.moc"
