// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/domain/demohouse.h"
#include "shared/planio/planfile.h"
#include "shared/planio/planjson.h"
#include "shared/planio/planpages.h"
#include "shared/protocol/plans.h"
#include "shared/protocol/uploads.h"
#include "tests/support/testdatabases.h"
#include "tests/support/testhouse.h"

#include <QFile>
#include <QTest>

using namespace parterre;
using namespace parterre::testing;
using namespace Qt::StringLiterals;
using storage::Engine;

// Plans reach a house over the wire, version by version, and what is sold keeps the one it was sold on.
class PlanPublishingTest : public QObject
{
    Q_OBJECT

private:
    TestDatabases m_databases;
    std::unique_ptr<TestHouse> m_house;
    std::unique_ptr<WireClient> m_manager;

    [[nodiscard]] WireReply publish(const QString &upload, qint32 after, const QString &name = {}) const
    {
        QJsonObject params {{u"venue"_s, m_house->venue().toString()}, {u"upload"_s, upload}, {u"after"_s, after}};
        if (!name.isEmpty())
            params.insert(u"name"_s, name);
        return m_manager->call(u"plans.publish"_s, params);
    }
    [[nodiscard]] WireReply publish(const Plan &plan, qint32 after) const { return publish(uploadOf(*m_manager, planio::writePlan(plan)), after); }
    [[nodiscard]] QJsonValue listed(const QString &name) const
    {
        for (const QJsonValue &plan : m_manager->call(u"venues.get"_s, {{u"venue"_s, m_house->venue().toString()}}).at(u"venue.plans"_s).toArray()) {
            if (plan[u"name"_s].toString() == name)
                return plan;
        }
        return {};
    }
    // As everybody gets it, page by page.
    static Result<Plan> fetched(WireClient &client, const QJsonValue &ref)
    {
        planio::PlanAssembler assembler;
        QJsonObject params {{u"plan"_s, ref[u"id"_s]}, {u"version"_s, ref[u"version"_s]}};
        for (;;) {
            const WireReply page = client.call(u"plans.get"_s, params);
            if (const auto added = assembler.add(page.at(u"page"_s).toObject()); !added)
                return added.error();
            if (page.at(u"next"_s).isUndefined())
                return assembler.finish(page.at(u"hash"_s).toString());
            params.insert(u"cursor"_s, page.at(u"next"_s));
        }
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

    void versions_followOneAnother()
    {
        Plan plan = mainHousePlan(); // more than one part
        QVERIFY(planio::writePlan(plan).size() > 2 * protocol::kMaxUploadPartBytes);
        const WireReply first = publish(plan, 0);
        QCOMPARE(first.kind(), QString());
        QCOMPARE(first.at(u"plan.ref.version"_s).toInt(), 1);
        QCOMPARE(first.at(u"plan.name"_s).toString(), plan.name);
        QCOMPARE(first.at(u"plan.seats"_s).toInt(), placeCount(plan));
        QCOMPARE(first.at(u"repairCount"_s).toInt(), 0);
        QCOMPARE(listed(plan.name), first.at(u"plan"_s));
        const auto customer = m_house->visitor(Role::Customer);
        QCOMPARE(*fetched(*customer, first.at(u"plan.ref"_s)), plan);

        QCOMPARE(publish(plan, 0).at(u"plan"_s), first.at(u"plan"_s)); // asked for again, as after a lost answer
        const Plan before = plan;
        plan.sections[0].rows[0].seats[0].position.x += 1;
        QCOMPARE(publish(plan, 0).kind(), u"stale_version"_s);
        QCOMPARE(publish(plan, 2).kind(), u"stale_version"_s);
        QCOMPARE(listed(plan.name), first.at(u"plan"_s));
        const WireReply second = publish(plan, 1);
        QCOMPARE(second.at(u"plan.ref.version"_s).toInt(), 2);
        QCOMPARE(second.at(u"plan.ref.id"_s), first.at(u"plan.ref.id"_s));
        QCOMPARE(*fetched(*customer, second.at(u"plan.ref"_s)), plan);
        QCOMPARE(*fetched(*customer, first.at(u"plan.ref"_s)), before);
    }

    void versions_areListedNewestFirst()
    {
        Plan plan = studioCinemaPlan();
        QJsonArray refs;
        for (qint32 after = 0; after < 5; ++after) {
            plan.sections[0].rows[0].seats[0].position.x += 1;
            refs.prepend(publish(plan, after).at(u"plan.ref"_s));
        }
        const QString id = refs.at(0)[u"id"_s].toString();
        const WireReply all = m_manager->call(u"plans.versions"_s, {{u"plan"_s, id}});
        QCOMPARE(all.kind(), QString());
        QVERIFY(all.at(u"next"_s).isUndefined());
        const QJsonArray versions = all.at(u"versions"_s).toArray();
        QCOMPARE(versions.size(), 5);
        QString later;
        for (qsizetype i = 0; i < versions.size(); ++i) {
            QCOMPARE(versions.at(i)[u"ref"_s], refs.at(i));
            QCOMPARE(versions.at(i)[u"seats"_s].toInt(), placeCount(plan));
            QCOMPARE(versions.at(i)[u"hasDesign"_s].toBool(true), false);
            const QString at = versions.at(i)[u"publishedAt"_s].toString();
            QVERIFY(!at.isEmpty() && (later.isEmpty() || at <= later));
            later = at;
        }
        QJsonArray paged;
        QJsonObject params {{u"plan"_s, id}, {u"limit"_s, 2}};
        for (;;) {
            const WireReply page = m_manager->call(u"plans.versions"_s, params);
            QVERIFY(page.at(u"versions"_s).toArray().size() <= 2);
            for (const QJsonValue &version : page.at(u"versions"_s).toArray())
                paged.append(version);
            if (page.at(u"next"_s).isUndefined())
                break;
            params.insert(u"cursor"_s, page.at(u"next"_s));
        }
        QCOMPARE(paged, versions);
        for (const QString &cursor : {u"forged"_s, u"0"_s, u"-3"_s, u"1e3"_s, u"99999999999"_s})
            QCOMPARE(m_manager->call(u"plans.versions"_s, {{u"plan"_s, id}, {u"cursor"_s, cursor}}).kind(), u"invalid_params"_s);
        for (const int limit : {0, 201})
            QCOMPARE(m_manager->call(u"plans.versions"_s, {{u"plan"_s, id}, {u"limit"_s, limit}}).kind(), u"invalid_params"_s);
        QCOMPARE(m_manager->call(u"plans.versions"_s, {{u"plan"_s, newKey()}}).kind(), u"not_found"_s);
    }

    void file_ofAnotherProgramIsRepaired()
    {
        QFile file(QStringLiteral(PARTERRE_TEST_DATA "/plans/repeated.json"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const WireReply reply = publish(uploadOf(*m_manager, file.readAll()), 0, u"Mended"_s);
        QCOMPARE(reply.kind(), QString());
        QCOMPARE(reply.at(u"plan.name"_s).toString(), u"Mended"_s);
        const QJsonArray repairs = reply.at(u"repairs"_s).toArray();
        QCOMPARE(repairs.size(), reply.at(u"repairCount"_s).toInt());
        QVERIFY(std::any_of(repairs.begin(), repairs.end(), [](const QJsonValue &repair) { return repair[u"kind"_s].toString() == u"repeated-label"; }));
        QVERIFY(!listed(u"Mended"_s).isUndefined());
    }

    // What comes in parts is what our own writer makes of the version, byte for byte.
    void version_isWrittenAsAFile_data()
    {
        QTest::addColumn<QString>("format");
        QTest::addColumn<int>("written");
        QTest::newRow("json") << u"json"_s << static_cast<int>(planio::PlanFileFormat::Parterre);
        QTest::newRow("pretix") << u"pretix"_s << static_cast<int>(planio::PlanFileFormat::Pretix);
        QTest::newRow("svg") << u"svg"_s << static_cast<int>(planio::PlanFileFormat::Svg);
        QTest::newRow("csv") << u"csv"_s << static_cast<int>(planio::PlanFileFormat::Csv);
        QTest::newRow("pdf") << u"pdf"_s << static_cast<int>(planio::PlanFileFormat::Pdf);
    }

    void version_isWrittenAsAFile()
    {
        QFETCH(QString, format);
        QFETCH(int, written);
        const Plan plan = mainHousePlan();
        const QJsonValue ref = publish(plan, 0).at(u"plan.ref"_s);
        const Result<planio::ExportResult> expected = planio::writePlanFile(plan, static_cast<planio::PlanFileFormat>(written));
        QVERIFY(expected.ok());
        QByteArray file;
        for (bool first = true;; first = false) {
            const WireReply part = m_manager->call(u"plans.export"_s, {{u"plan"_s, ref[u"id"_s]}, {u"version"_s, 1}, {u"format"_s, format}, {u"offset"_s, file.size()}});
            QCOMPARE(part.kind(), QString());
            QCOMPARE(part.at(u"bytes"_s).toInt(), expected->file.size());
            QCOMPARE(part.at(u"hash"_s).toString(), planio::planHash(expected->file));
            QCOMPARE(part.at(u"lossCount"_s).toInt(), expected->report.size());
            QCOMPARE(part.at(u"losses"_s).toArray().size(), first ? std::min<qsizetype>(expected->report.size(), protocol::kMaxPlanRepairs) : 0);
            const QByteArray data = QByteArray::fromBase64(part.at(u"data"_s).toString().toLatin1());
            if (data.isEmpty())
                break;
            file += data;
        }
        QCOMPARE(file, expected->file);
        const QJsonObject asked {{u"plan"_s, ref[u"id"_s]}, {u"version"_s, 1}, {u"format"_s, format}, {u"offset"_s, 0}};
        for (const QString &key : {u"version"_s, u"format"_s, u"offset"_s}) {
            QJsonObject wrong = asked;
            wrong.insert(key, key == u"format" ? QJsonValue(u"docx"_s) : QJsonValue(-1));
            QCOMPARE(m_manager->call(u"plans.export"_s, wrong).kind(), u"invalid_params"_s);
        }
        QCOMPARE(m_house->visitor(Role::Clerk)->call(u"plans.export"_s, asked).kind(), u"not_permitted"_s);
    }

    void file_thatIsNoPlanChangesNothing()
    {
        const QJsonValue before = m_manager->call(u"venues.list"_s).at(u"venues"_s);
        Plan broken = studioCinemaPlan();
        broken.sections[0].rows[0].seats[0].label.clear();
        for (const QByteArray &file : {QByteArray("{"), QByteArray(300'000, '['), planio::writePlan(broken), planio::writePlan(studioCinemaPlan()).chopped(1)})
            QCOMPARE(publish(uploadOf(*m_manager, file), 0).kind(), u"file_invalid"_s);
        QCOMPARE(m_manager->call(u"venues.list"_s).at(u"venues"_s), before);
    }

    void upload_isOfItsSession()
    {
        const QString upload = uploadOf(*m_manager, planio::writePlan(studioCinemaPlan()));
        const auto other = m_house->visitor(Role::Manager);
        const QJsonObject params {{u"venue"_s, m_house->venue().toString()}, {u"upload"_s, upload}, {u"after"_s, 0}};
        QCOMPARE(other->call(u"plans.publish"_s, params).kind(), u"not_found"_s);
        const QString begunAnew = uploadOf(*m_manager, "{}");
        QCOMPARE(publish(upload, 0).kind(), u"not_found"_s); // one at a time
        QVERIFY(m_manager->call(u"auth.logout"_s).ok());
        QVERIFY(m_manager->call(u"auth.login"_s, {{u"email"_s, TestHouse::emailOf(Role::Manager)}, {u"password"_s, TestHouse::passwordOf(Role::Manager)}}).ok());
        QCOMPARE(publish(begunAnew, 0).kind(), u"not_found"_s);
    }

    void part_hasToFollow()
    {
        const QString upload = newKey();
        const auto append = [&](qint64 offset, const QString &data) {
            return m_manager->call(u"uploads.append"_s, {{u"upload"_s, upload}, {u"offset"_s, offset}, {u"data"_s, data}});
        };
        QCOMPARE(append(0, u"YWJjZA=="_s).at(u"size"_s).toInt(), 4);
        QCOMPARE(append(5, u"YWJjZA=="_s).kind(), u"stale_version"_s);
        QCOMPARE(append(3, u"YWJjZA=="_s).kind(), u"stale_version"_s);
        QCOMPARE(append(4, u"not base64!"_s).kind(), u"invalid_params"_s);
        QCOMPARE(append(4, u"YWJjZA=="_s).at(u"size"_s).toInt(), 8);
        QCOMPARE(append(0, u"YWJjZA=="_s).at(u"size"_s).toInt(), 4);
    }
};

QTEST_GUILESS_MAIN(PlanPublishingTest)
#include "tst_planpublishing.moc"
