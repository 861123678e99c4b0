// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/storage/database.h"
#include "backend/storage/repositories/auditrepository.h"
#include "backend/storage/repositories/posterrepository.h"
#include "backend/storage/repositories/venuerepository.h"
#include "tests/support/posterfile.h"
#include "tests/support/samplehouse.h"
#include "tests/support/testdatabases.h"

#include <QTest>

#include <algorithm>

using namespace parterre;
using namespace parterre::storage;
using namespace parterre::testing;
using namespace Qt::StringLiterals;

// Logos of venues; the posters of events: tst_eventrepository.
class PosterRepositoryTest : public QObject
{
    Q_OBJECT

private:
    TestDatabases m_databases;
    ManualClock m_clock;
    CountingIds m_ids;
    std::unique_ptr<Database> m_database;
    SampleHouse m_house;

private Q_SLOTS:
    void init()
    {
        QFETCH(Engine, engine);
        m_database = std::make_unique<Database>(m_databases.create(engine));
        QVERIFY(m_database->open());
        m_house = SampleHouse::build(*m_database, m_ids, m_clock);
    }

    // As if it were one more poster: the picture stays until neither an event nor a venue has it.
    void logo_sharesItsPictureWithPosters_data() { TestDatabases::addEngines(); }
    void logo_sharesItsPictureWithPosters()
    {
        PosterRepository posters(*m_database);
        const EventId event = m_house.event.summary.id;
        const VenueId venue = m_house.event.summary.venue.id;
        const AuditContext audit {.at = m_clock.utcNow()};
        const auto change = [this](const auto &work) { return m_database->transact(work); };
        const auto listed = [this, venue] {
            const Result<QList<Venue>> venues = VenueRepository(*m_database).list();
            return std::ranges::find(*venues, venue, &Venue::id)->logo;
        };
        QCOMPARE(posters.logo(venue).error().code, ErrorCode::NotFound);
        QCOMPARE(listed(), std::nullopt);
        QCOMPARE(change([&] { return posters.removeLogo(venue, audit); }).error().code, ErrorCode::NotFound);

        const Poster mask = *readPoster(pngFile(64, 96));
        const Poster star = *readPoster(pngFile(80, 64));
        QVERIFY(change([&] { return posters.put(event, mask, audit); }));
        QVERIFY(change([&] { return posters.putLogo(venue, mask, audit); }));
        QCOMPARE(*posters.logo(venue), mask);
        QCOMPARE(listed(), mask.hash);
        QCOMPARE(VenueRepository(*m_database).get(venue)->logo, mask.hash);
        QVERIFY(change([&] { return posters.remove(event, audit); }));
        QCOMPARE(*posters.logo(venue), mask);
        QVERIFY(change([&] { return posters.put(event, mask, audit); }));
        QVERIFY(change([&] { return posters.putLogo(venue, star, audit); }));
        QCOMPARE(*posters.logo(venue), star);
        QCOMPARE(posters.get(event)->poster, mask);
        QVERIFY(change([&] { return posters.remove(event, audit); }));
        const auto given = change([&] { return posters.give(event, {.hash = mask.hash, .bytes = mask.bytes.size()}, audit); });
        QCOMPARE(given.error().code, ErrorCode::NotFound); // nobody had it any more

        QVERIFY(change([&] { return posters.removeLogo(venue, audit); }));
        QCOMPARE(listed(), std::nullopt);
        QCOMPARE(posters.logo(venue).error().code, ErrorCode::NotFound);
        QCOMPARE(change([&] { return posters.give(event, {.hash = star.hash, .bytes = star.bytes.size()}, audit); }).error().code, ErrorCode::NotFound);
        QCOMPARE(change([&] { return posters.putLogo(m_ids.make<VenueId>(), star, audit); }).error().code, ErrorCode::NotFound);
        QStringList actions;
        const auto rows = AuditRepository(*m_database).list(0, 100);
        for (const AuditRow &row : *rows) {
            if (row.event.objectId == venue.toString() && row.event.action.startsWith(u"venue.logo"))
                actions.append(row.event.action);
        }
        QCOMPARE(actions, QStringList({u"venue.logo_set"_s, u"venue.logo_set"_s, u"venue.logo_removed"_s}));
    }
};

QTEST_GUILESS_MAIN(PosterRepositoryTest)
#include "tst_posterrepository.moc"
