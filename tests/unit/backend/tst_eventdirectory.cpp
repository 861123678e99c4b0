// SPDX-License-Identifier: GPL-3.0-or-later
#include "serviceworld.h"

#include "backend/services/eventediting.h"
#include "tests/support/posterfile.h"

using namespace parterre;
using namespace parterre::services;
using namespace parterre::testing;
using namespace Qt::StringLiterals;

// Poster and venue are no part of an event's version, and are heard of all the same.
class EventDirectoryTest : public QObject
{
    Q_OBJECT

private:
    class Listener final : public EventListener
    {
    public:
        void seatsChanged(OpenEvent &) override {}
        void holdsEnded(OpenEvent &, const std::vector<ledger::EndedHold> &) override {}
        void eventChanged(OpenEvent &event) override { posters.append(event.event().summary.poster.value_or(u"none"_s)); }
        void topicEnded(EventId, quint64) override {}

        QStringList posters;
    };

    TestDatabases m_databases;
    std::unique_ptr<ServiceWorld> m_world;
    std::unique_ptr<Listener> m_listener;
    OpenEvent *m_open = nullptr;

private Q_SLOTS:
    void init()
    {
        m_world = std::make_unique<ServiceWorld>(m_databases.create(storage::Engine::Sqlite));
        m_listener = std::make_unique<Listener>();
        m_world->events.setListener(m_listener.get());
        ServiceWorld::Answer<OpenEvent *> opened;
        m_world->events.open(m_world->house.events().matinee, opened.take());
        QVERIFY(opened.await());
        m_open = opened.value();
    }
    void cleanup()
    {
        m_world.reset();
        m_listener.reset();
    }

    void takeVenue_tellsOfItsEvents_whenItIsAnother()
    {
        const EventSummary &summary = m_open->event().summary;
        Venue venue {.id = summary.venue.id, .name = u"Opera"_s, .timeZone = u"Europe/London"_s};
        const qint32 version = m_open->event().version;
        m_world->events.takeVenue(venue);
        QCOMPARE(m_listener->posters.size(), 1); // told
        QCOMPARE(summary.venue, (VenueRef {.id = venue.id, .name = u"Opera"_s}));
        QCOMPARE(summary.timeZone, u"Europe/London"_s);
        QCOMPARE(m_open->event().version, version);
        m_world->events.takeVenue(venue); // as it is known
        m_world->events.takeVenue({.id = VenueId(QUuid::createUuid()), .name = u"Elsewhere"_s, .timeZone = u"UTC"_s});
        QCOMPARE(m_listener->posters.size(), 1);
        QCOMPARE(summary.venue.name, u"Opera"_s);
    }

    void takePoster_tellsAlsoWhenItIsTheKnownOne()
    {
        m_world->events.takePoster(m_open->id(), u"a"_s);
        m_world->events.takePoster(m_open->id(), u"a"_s);
        m_world->events.takePoster(m_open->id(), std::nullopt);
        QCOMPARE(m_listener->posters, QStringList({u"a"_s, u"a"_s, u"none"_s}));
        m_world->events.takePoster(m_world->house.events().later, u"a"_s); // which is not open
        QCOMPARE(m_listener->posters.size(), 3);
    }

    void take_ofTheSameVersion_takesThePosterAlone()
    {
        Event event = m_open->event();
        m_world->events.take(event, nullptr);
        QCOMPARE(m_listener->posters, QStringList());
        event.summary.poster = u"a"_s;
        event.description = u"Not without a version"_s;
        m_world->events.take(event, nullptr);
        m_world->events.take(event, nullptr);
        QCOMPARE(m_listener->posters, QStringList {u"a"_s});
        QVERIFY(m_open->event().description != event.description);
        --event.version;
        event.summary.poster = u"old"_s;
        m_world->events.take(event, nullptr);
        QCOMPARE(m_listener->posters, QStringList {u"a"_s});
    }

    // As when the answer of the store was lost, and nobody knows whether it wrote.
    void takeFromStore_findsANewPoster()
    {
        const Poster poster = *readPoster(pngFile(120, 180));
        ServiceWorld::Answer<Event> written;
        m_world->storage.write(&m_world->sessions,
                               [id = m_open->id(), poster, at = m_world->clock.utcNow()](storage::Database &database) {
                                   return setEventPoster(database, id, poster, {.at = at});
                               },
                               written.take());
        QVERIFY(written.await());
        QCOMPARE(m_listener->posters, QStringList());
        bool asked = false;
        m_world->events.takeFromStore(m_open->id(), [&asked] { asked = true; });
        QTRY_VERIFY(asked);
        QCOMPARE(m_listener->posters, QStringList {poster.hash});
    }
};

QTEST_GUILESS_MAIN(EventDirectoryTest)
#include "tst_eventdirectory.moc"
