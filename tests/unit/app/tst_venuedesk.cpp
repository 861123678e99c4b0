// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/state/planlistmodel.h"
#include "app/state/venuedesk.h"

#include "stateworld.h"

#include <QTimeZone>

using namespace Qt::StringLiterals;
using namespace parterre;
using namespace parterre::protocol;
using namespace parterre::testing;

// Houses made, changed and deleted, at a server that behaves as venues.* do.
class VenueDeskTest : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<StateWorld> m_world;
    std::unique_ptr<VenueListModel> m_venues;
    std::unique_ptr<VenueDesk> m_desk;
    QList<Venue> m_stored; // the server's

    static void put(Venue &venue, const VenueDefinition &wanted)
    {
        venue.name = wanted.name;
        venue.address = wanted.address;
        venue.timeZone = wanted.timeZone;
    }
    void serve()
    {
        m_world->server.when<VenuesList>([this](const VenuesListParams &) -> Result<VenuesListResult> { return VenuesListResult {.venues = m_stored}; });
        m_world->server.when<VenuesCreate>([this](const VenuesCreateParams &params) -> Result<VenuesEditResult> {
            Venue venue {.id = params.venue};
            put(venue, params.definition);
            m_stored.append(venue);
            return VenuesEditResult {.venue = venue};
        });
        m_world->server.when<VenuesUpdate>([this](const VenuesUpdateParams &params) -> Result<VenuesEditResult> {
            for (Venue &venue : m_stored) {
                if (venue.id != params.venue)
                    continue;
                if (venue.version != params.version)
                    return Error {.code = ErrorCode::StaleVersion};
                put(venue, params.definition);
                ++venue.version;
                return VenuesEditResult {.venue = venue};
            }
            return Error {.code = ErrorCode::NotFound};
        });
        m_world->server.when<VenuesDelete>([this](const VenuesDeleteParams &params) -> Result<Nothing> {
            const auto gone = m_stored.removeIf([&params](const Venue &venue) { return venue.id == params.venue; });
            return gone > 0 ? Result<Nothing>(Nothing()) : Result<Nothing>(ErrorCode::NotFound);
        });
    }
    Venue named(const QString &name)
    {
        Venue venue = m_desk->newVenue();
        venue.name = name;
        venue.timeZone = u"Europe/Berlin"_s;
        return venue;
    }
    Venue stored(const QString &name, const QList<PlanSummary> &plans = {})
    {
        Venue venue = named(name);
        venue.version = 1;
        venue.plans = plans;
        m_stored.append(venue);
        return venue;
    }

private Q_SLOTS:
    void init()
    {
        m_stored.clear();
        m_desk.reset();
        m_venues.reset();
        m_world = std::make_unique<StateWorld>();
        serve();
        m_venues = std::make_unique<VenueListModel>(m_world->session);
        QVERIFY(m_world->enterAs(userNamed(u"Mona"_s, 1, Role::Manager)));
        m_desk = std::make_unique<VenueDesk>(m_world->session, *m_venues, m_world->ids);
        QTRY_COMPARE(m_venues->loadState(), LoadState::Ready);
    }

    void newOne_isOfTheClockHere()
    {
        const Venue first = m_desk->newVenue();
        QCOMPARE(first.version, 0);
        QCOMPARE(first.timeZone, QString::fromUtf8(QTimeZone::systemTimeZoneId()));
        QVERIFY(first.id != m_desk->newVenue().id);
    }

    void making_isTold_andTheListFollows()
    {
        QVERIFY(m_venues->isKnownEmpty());
        QSignalSpy created(m_desk.get(), &VenueDesk::created);
        QSignalSpy saved(m_desk.get(), &VenueDesk::saved);
        const Venue wanted = named(u"Opera"_s);
        m_desk->save(wanted);
        QVERIFY(m_desk->isBusy());
        QTRY_COMPARE(saved.size(), 1);
        QCOMPARE(created.size(), 1);
        const Venue made = saved.at(0).at(0).value<Venue>();
        QCOMPARE(made.id, wanted.id);
        QCOMPARE(made.version, 1);
        QVERIFY(!m_desk->isBusy());
        QTRY_COMPARE(m_venues->rowOf(made.id), 0);
        QVERIFY(!m_venues->isKnownEmpty());
        QCOMPARE(m_venues->index(0).data(VenueListModel::IdRole).toString(), made.id.toString());
    }

    void change_isOfTheVersionThatWasSeen()
    {
        Venue venue = stored(u"Opera"_s);
        QSignalSpy created(m_desk.get(), &VenueDesk::created);
        QSignalSpy saved(m_desk.get(), &VenueDesk::saved);
        venue.address = u"Square 1"_s;
        m_desk->save(venue);
        QTRY_COMPARE(saved.size(), 1);
        QCOMPARE(m_stored.constFirst().address, u"Square 1"_s);
        QVERIFY(created.isEmpty());

        QSignalSpy failed(m_desk.get(), &VenueDesk::failed);
        venue.name = u"Late"_s; // still of version 1
        m_desk->save(venue);
        QTRY_COMPARE(failed.size(), 1);
        QCOMPARE(failed.at(0).at(0).value<Error>().code, ErrorCode::StaleVersion);
        QTRY_COMPARE(m_venues->rowCount(), 1);
        QTRY_COMPARE(m_venues->row(0).version, 2); // as it is now
    }

    void whatIsGoneAlready_isRemoved()
    {
        const Venue venue = stored(u"Opera"_s);
        QSignalSpy removed(m_desk.get(), &VenueDesk::removed);
        m_desk->remove(venue);
        QTRY_COMPARE(removed.size(), 1);
        QVERIFY(m_stored.isEmpty());
        m_desk->remove(venue);
        QTRY_COMPARE(removed.size(), 2);
        QTRY_VERIFY(m_venues->isKnownEmpty());
    }

    void oneThing_isDoneAtATime()
    {
        QSignalSpy saved(m_desk.get(), &VenueDesk::saved);
        m_desk->save(named(u"Opera"_s));
        m_desk->save(named(u"Twice"_s));
        QTRY_COMPARE(saved.size(), 1);
        QTRY_VERIFY(!m_desk->isBusy());
        QCOMPARE(m_stored.size(), 1);
    }

    void halls_areThoseOfItsPlans()
    {
        const auto plan = [](const QString &name, const std::optional<QString> &hall) { return PlanSummary {.ref = {.id = PlanId(QUuid::createUuid()), .version = 1}, .name = name, .hall = hall}; };
        const Venue opera = stored(u"Opera"_s, {plan(u"Seated"_s, u"Stage"_s), plan(u"Foyer"_s, {}), plan(u"Standing"_s, u"Stage"_s)});
        const Venue cinema = stored(u"Cinema"_s, {plan(u"Screen 1"_s, {})});
        const PlanListModel plans(*m_venues);
        m_venues->refresh();
        QTRY_COMPARE(plans.rowCount(), 4);
        QCOMPARE(plans.hallsOf(opera.id), QStringList({u"Foyer"_s, u"Stage"_s}));
        QCOMPARE(plans.hallsOf(cinema.id), QStringList {u"Screen 1"_s});
        QCOMPARE(plans.entry(3).venue.id, cinema.id);
    }
};

QTEST_GUILESS_MAIN(VenueDeskTest)
#include "tst_venuedesk.moc"
