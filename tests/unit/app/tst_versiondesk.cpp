// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/state/versiondesk.h"

#include "stateworld.h"

#include <QAbstractItemModelTester>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace parterre;
using namespace parterre::protocol;
using namespace parterre::testing;

namespace {

const User kAnna = userNamed(u"anna"_s, 1, Role::Manager);
const PlanId kPlan(QUuid(0, 0, 0x7000, 0x80, 0, 0, 0, 0, 3, 0, 1));

using State = VersionDesk::State;

} // namespace

// At a server with a plan of several versions: in each, one seat less of the first row.
class TestVersionDesk : public QObject
{
    Q_OBJECT

    std::unique_ptr<StateWorld> m_world;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<net::PlanCache> m_cache;
    std::unique_ptr<VersionDesk> m_desk;
    QList<Plan> m_plans; // oldest first
    qint32 m_pageSize = 200;

    static Plan planOf(qint32 version)
    {
        Plan plan = smallHouse();
        QList<Seat> &row = plan.sections[0].rows[0].seats;
        row.resize(row.size() - version + 1);
        qint32 index = 0;
        for (Row &line : plan.sections[0].rows) {
            for (Seat &seat : line.seats)
                seat.index = index++;
        }
        return plan;
    }
    [[nodiscard]] PlanVersionRef refOf(qint32 version) const
    {
        return {.id = kPlan, .version = version, .hash = planio::planHash(planio::writePlan(m_plans.at(version - 1)))};
    }
    [[nodiscard]] PlanSummary summary() const { return {.ref = refOf(static_cast<qint32>(m_plans.size())), .name = u"Hall"_s, .seats = seatCount(m_plans.constLast())}; }
    [[nodiscard]] Result<PlansVersionsResult> listed(const PlansVersionsParams &params) const
    {
        if (params.plan != kPlan)
            return ErrorCode::NotFound;
        PlansVersionsResult result;
        qint32 version = params.cursor ? params.cursor->toInt() - 1 : static_cast<qint32>(m_plans.size());
        for (; version > 0 && result.versions.size() < std::min(m_pageSize, params.limit.value_or(50)); --version)
            result.versions.append({.ref = refOf(version), .seats = seatCount(m_plans.at(version - 1))});
        if (version > 0)
            result.next = QString::number(version + 1);
        return result;
    }
    void setVersions(qint32 count)
    {
        m_plans.clear();
        for (qint32 version = 1; version <= count; ++version)
            m_plans.append(planOf(version));
    }

private Q_SLOTS:
    void init()
    {
        m_pageSize = 200;
        setVersions(3);
        m_folder = std::make_unique<QTemporaryDir>();
        m_world = std::make_unique<StateWorld>();
        m_world->server.when<PlansVersions>([this](const PlansVersionsParams &params) { return listed(params); });
        m_world->server.when<PlansGet>([this](const PlansGetParams &params) {
            const Plan &plan = m_plans.at(params.version - 1);
            return Result(PlansGetResult {.hash = refOf(params.version).hash, .page = planio::planPages(plan).constFirst()});
        });
        m_cache = std::make_unique<net::PlanCache>(m_world->connection, m_folder->path());
        m_desk = std::make_unique<VersionDesk>(m_world->session, *m_cache);
        QVERIFY(m_world->enterAs(kAnna));
    }
    void cleanup()
    {
        m_desk.reset();
        m_cache.reset();
        m_world.reset();
    }

    void open_comparesTheNewestWithTheOneBefore()
    {
        m_desk->open(summary());
        QCOMPARE(m_desk->state(), State::Loading);
        QTRY_COMPARE(m_desk->state(), State::Ready);
        QCOMPARE(m_desk->before(), 2);
        QCOMPARE(m_desk->after(), 3);
        QCOMPARE(m_desk->planName(), u"Hall"_s);
        QVERIFY(!m_desk->isOfFile());
        QCOMPARE(m_desk->seatMap().plan(), m_plans.at(2));
        QCOMPARE(m_desk->review().groups().size(), 1);
        const DifferenceGroup &group = m_desk->review().groups().constFirst();
        QCOMPARE(group.difference, Difference::Gone);
        QCOMPARE(m_desk->review().before().seat(group.places.constFirst().before).label, u"A 9"_s);
    }

    void versions_comePageByPage()
    {
        const QAbstractItemModelTester tester(&m_desk->versions(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        setVersions(5);
        m_pageSize = 2;
        m_desk->open(summary());
        QTRY_COMPARE(m_desk->state(), State::Ready);
        QCOMPARE(m_world->server.count<PlansVersions>(), 3);
        QCOMPARE(m_desk->versions().rowCount(), 5);
        QCOMPARE(m_desk->versions().index(0).data().toInt(), 5);
        QCOMPARE(m_desk->after(), 5);
        QVERIFY(!m_desk->versions().find(6));
    }

    void others_canBeChosen()
    {
        m_desk->open(summary());
        QTRY_COMPARE(m_desk->state(), State::Ready);
        m_desk->choose(3, 1); // back
        QCOMPARE(m_desk->state(), State::Loading);
        QTRY_COMPARE(m_desk->state(), State::Ready);
        QCOMPARE(m_desk->seatMap().plan(), m_plans.at(0));
        QCOMPARE(m_desk->review().differentSeats(), 2);
        QCOMPARE(m_desk->review().groups().constFirst().difference, Difference::Added);
        m_desk->choose(2, 2);
        QTRY_COMPARE(m_desk->state(), State::Ready);
        QVERIFY(m_desk->review().groups().isEmpty());
        QCOMPARE(m_world->server.count<PlansGet>(), 3); // each was read once
    }

    // Whoever chooses again before the answer is there sees the last choice.
    void lateAnswer_isDropped()
    {
        m_desk->open(summary());
        QTRY_COMPARE(m_desk->state(), State::Ready);
        m_desk->choose(1, 3); // the first is not here yet
        m_desk->choose(3, 2);
        QTRY_COMPARE(m_desk->state(), State::Ready);
        QCOMPARE(m_desk->seatMap().plan(), m_plans.at(1));
        bool read = false;
        m_cache->fetch(refOf(1), this, [&](const Result<Plan> &) { read = true; });
        QTRY_VERIFY(read);
        VersionDesk other(m_world->session, *m_cache); // by when it is ready, the other answer would have come, too
        other.open(summary());
        QTRY_COMPARE(other.state(), State::Ready);
        QCOMPARE(m_desk->review().before().plan(), m_plans.at(2));
        QCOMPARE(m_desk->review().after().plan(), m_plans.at(1));
    }

    void onlyVersion_isAlone()
    {
        setVersions(1);
        m_desk->open(summary());
        QTRY_COMPARE(m_desk->state(), State::Alone);
        QCOMPARE(m_world->server.count<PlansGet>(), 0);
    }

    void file_isComparedWithTheNewest()
    {
        Plan file = m_plans.at(2);
        file.sections[0].rows[1].seats[4].category = 0;
        m_desk->openFile(summary(), u"hall.json"_s, file);
        QTRY_COMPARE(m_desk->state(), State::Ready);
        QVERIFY(m_desk->isOfFile());
        QCOMPARE(m_desk->fileName(), u"hall.json"_s);
        QCOMPARE(m_desk->before(), 3);
        QCOMPARE(m_desk->seatMap().plan(), file);
        QCOMPARE(m_desk->review().groups().size(), 1);
        QCOMPARE(m_desk->review().groups().constFirst().difference, Difference::Recategorised);
        m_desk->choose(1, 0);
        QTRY_COMPARE(m_desk->state(), State::Ready);
        QCOMPARE(m_desk->review().differentSeats(), 3);
        // One version is enough for that.
        setVersions(1);
        m_desk->openFile(summary(), u"hall.json"_s, file);
        QTRY_COMPARE(m_desk->state(), State::Ready);
        QCOMPARE(m_desk->before(), 1);
    }

    void failure_closes()
    {
        QSignalSpy failed(m_desk.get(), &VersionDesk::failed);
        m_world->server.when<PlansVersions>(Result<PlansVersionsResult>(ErrorCode::NotFound));
        m_desk->open(summary());
        QTRY_COMPARE(failed.size(), 1);
        QCOMPARE(failed.constFirst().constFirst().value<Error>().code, ErrorCode::NotFound);
        QCOMPARE(m_desk->state(), State::Closed);
        m_world->server.when<PlansVersions>([this](const PlansVersionsParams &params) { return listed(params); });
        m_world->server.when<PlansGet>(Result<PlansGetResult>(ErrorCode::StorageUnavailable));
        m_desk->open(summary());
        QTRY_COMPARE(failed.size(), 2);
        QCOMPARE(m_desk->state(), State::Closed);
    }

    void close_forgets()
    {
        m_desk->open(summary());
        QTRY_COMPARE(m_desk->state(), State::Ready);
        m_desk->close();
        QCOMPARE(m_desk->state(), State::Closed);
        QCOMPARE(m_desk->versions().rowCount(), 0);
        QCOMPARE(m_desk->seatMap().seatCount(), 0);
        m_desk->open(summary());
        m_desk->close(); // while it is asked for
        m_desk->open(summary());
        QTRY_COMPARE(m_desk->state(), State::Ready);
        m_world->server.when<AuthLogout>(Nothing());
        m_world->session.logOut();
        QTRY_COMPARE(m_desk->state(), State::Closed);
    }
};

QTEST_GUILESS_MAIN(TestVersionDesk)
#include "tst_versiondesk.moc"
