// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/net/plancache.h"

#include "shared/planio/planjson.h"
#include "shared/protocol/plans.h"
#include "tests/support/fakewireserver.h"
#include "tests/support/manualclock.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace parterre;
using namespace parterre::net;
using namespace parterre::protocol;
using parterre::testing::FakeWireServer;

namespace {

Plan hall()
{
    Plan plan {.name = u"Hall"_s, .size = {1000, 1000}, .categories = {{.key = u"a"_s, .name = u"A"_s, .color = u"#ff0000"_s}}};
    Section stalls {.name = u"Stalls"_s};
    for (int row = 0; row < 30; ++row) {
        Row seats {.label = QString::number(row)};
        for (int number = 0; number < 20; ++number) {
            const qint32 index = row * 20 + number;
            seats.seats.append({.index = index, .number = QString::number(number), .label = u"Stalls %1 %2"_s.arg(row).arg(number),
                                .position = {number * 25.0, row * 30.0}});
        }
        stalls.rows.append(seats);
    }
    plan.sections = {stalls};
    return plan;
}

} // namespace

class TestPlanCache : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_server = std::make_unique<FakeWireServer>();
        m_connection = std::make_unique<Connection>(m_clock);
        m_plan = hall();
        m_pages = planio::planPages(m_plan, 15'000);
        QVERIFY(m_pages.size() >= 3);
        m_ref = {.id = PlanId(QUuid::createUuid()), .version = 4, .hash = planio::planHash(planio::writePlan(m_plan))};
        m_server->when<PlansGet>([this](const PlansGetParams &params) {
            const int page = params.cursor ? params.cursor->toInt() : 0;
            PlansGetResult result {.hash = m_ref.hash, .page = m_pages[page]};
            if (page + 1 < m_pages.size())
                result.next = QString::number(page + 1);
            return Result(result);
        });
        QSignalSpy established(m_connection.get(), &Connection::established);
        m_connection->open(m_server->url());
        QTRY_COMPARE(established.size(), 1);
        renew();
    }

    void plan_isFetchedPageByPage()
    {
        QCOMPARE(fetched(m_ref), m_plan);
        QCOMPARE(m_server->count<PlansGet>(), m_pages.size());
        QCOMPARE(m_server->received<PlansGet>().at(0).plan, m_ref.id);
        QCOMPARE(m_server->received<PlansGet>().at(0).version, 4);
    }

    void plan_isFetchedOnceForSeveral()
    {
        int answers = 0;
        for (int i = 0; i < 3; ++i)
            m_cache->fetch(m_ref, this, [&](const Result<Plan> &plan) { answers += plan.ok() ? 1 : 0; });
        QTRY_COMPARE(answers, 3);
        QCOMPARE(m_server->count<PlansGet>(), m_pages.size());
        QCOMPARE(fetched(m_ref), m_plan);
        QCOMPARE(m_server->count<PlansGet>(), m_pages.size());
    }

    void plan_isKeptOnDisk()
    {
        QCOMPARE(fetched(m_ref), m_plan);
        renew();
        QCOMPARE(fetched(m_ref), m_plan);
        QCOMPARE(m_server->count<PlansGet>(), m_pages.size());
    }

    void damagedFile_isFetchedAnew_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("cut") << planio::writePlan(hall()).chopped(10);
        QTest::newRow("another plan") << planio::writePlan(Plan {.name = u"Other"_s, .size = {1, 1}});
    }
    void damagedFile_isFetchedAnew()
    {
        QFETCH(QByteArray, content);
        QFile file(m_folder->filePath(m_ref.hash + u".json"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content);
        file.close();
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"damaged plan file"_s));
        QCOMPARE(fetched(m_ref), m_plan);
        QCOMPARE(m_server->count<PlansGet>(), m_pages.size());
        renew();
        QCOMPARE(fetched(m_ref), m_plan);
        QCOMPARE(m_server->count<PlansGet>(), m_pages.size());
    }

    void wrongPages_areNoPlan_data()
    {
        QTest::addColumn<QString>("fault");
        for (const char *fault : {"another hash", "a page missing", "a page twice", "no plan", "a changed seat"})
            QTest::newRow(fault) << QString::fromLatin1(fault);
    }
    void wrongPages_areNoPlan()
    {
        QFETCH(QString, fault);
        if (fault == "a page missing"_L1)
            m_pages.removeAt(1);
        else if (fault == "a page twice"_L1)
            m_pages.insert(1, m_pages[1]);
        else if (fault == "no plan"_L1)
            m_pages = {QJsonObject {{u"hello"_s, 1}}};
        else if (fault == "a changed seat"_L1)
            m_pages = planio::planPages(Plan {.name = u"Other"_s, .size = {1, 1}});
        if (fault == "another hash"_L1)
            m_server->when<PlansGet>(PlansGetResult {.hash = QString(64, u'0'), .page = m_pages[0]});
        QCOMPARE(failed(m_ref), ErrorCode::BadAnswer);
        QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files).size(), 0);
    }

    void refusal_isHandedOnAndAskedAgainNextTime()
    {
        m_server->when<PlansGet>(Error {.code = ErrorCode::NotFound});
        QCOMPARE(failed(m_ref), ErrorCode::NotFound);
        QCOMPARE(failed(m_ref), ErrorCode::NotFound);
        QCOMPARE(m_server->count<PlansGet>(), 2);
    }

    void hash_thatIsAPathIsRefused()
    {
        QCOMPARE(failed({.id = m_ref.id, .version = 1, .hash = u"../../secret"_s}), ErrorCode::BadAnswer);
        QCOMPARE(m_server->count<PlansGet>(), 0);
    }

    void unwritableFolder_worksInMemory()
    {
        QFile blocker(m_folder->filePath(u"file"_s));
        QVERIFY(blocker.open(QIODevice::WriteOnly));
        m_cache = std::make_unique<PlanCache>(*m_connection, blocker.fileName() + u"/below"_s);
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"cannot keep a plan"_s));
        QCOMPARE(fetched(m_ref), m_plan);
        QCOMPARE(fetched(m_ref), m_plan);
        QCOMPARE(m_server->count<PlansGet>(), m_pages.size());
    }

    void tooFast_waitsAndGoesOn()
    {
        bool refused = false;
        m_server->when<PlansGet>([&](const PlansGetParams &params) -> Result<PlansGetResult> {
            const int page = params.cursor ? params.cursor->toInt() : 0;
            if (page == 1 && !std::exchange(refused, true))
                return Error {.code = ErrorCode::RateLimited, .retryAfterSeconds = 1};
            PlansGetResult result {.hash = m_ref.hash, .page = m_pages[page]};
            if (page + 1 < m_pages.size())
                result.next = QString::number(page + 1);
            return result;
        });
        QCOMPARE(fetched(m_ref), m_plan);
        QVERIFY(refused);
    }

    void deadContext_isNotAnswered()
    {
        auto context = std::make_unique<QObject>();
        bool answered = false;
        m_cache->fetch(m_ref, context.get(), [&](const Result<Plan> &) { answered = true; });
        context.reset();
        QCOMPARE(fetched(m_ref), m_plan);
        QVERIFY(!answered);
    }

private:
    void renew() { m_cache = std::make_unique<PlanCache>(*m_connection, m_folder->path()); }
    Plan fetched(const PlanVersionRef &ref)
    {
        std::optional<Result<Plan>> got;
        m_cache->fetch(ref, this, [&](const Result<Plan> &plan) { got = plan; });
        return QTest::qWaitFor([&] { return got.has_value(); }) && got->ok() ? got->value() : Plan();
    }
    ErrorCode failed(const PlanVersionRef &ref)
    {
        std::optional<Result<Plan>> got;
        m_cache->fetch(ref, this, [&](const Result<Plan> &plan) { got = plan; });
        return QTest::qWaitFor([&] { return got.has_value(); }) && !got->ok() ? got->error().code : ErrorCode::Internal;
    }

    SystemClock m_clock;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<FakeWireServer> m_server;
    std::unique_ptr<Connection> m_connection;
    std::unique_ptr<PlanCache> m_cache;
    Plan m_plan;
    QList<QJsonObject> m_pages;
    PlanVersionRef m_ref;
};

QTEST_GUILESS_MAIN(TestPlanCache)
#include "tst_plancache.moc"
