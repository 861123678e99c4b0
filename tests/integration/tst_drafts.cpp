// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/storage/database.h"
#include "backend/storage/repositories/auditrepository.h"
#include "shared/domain/demohouse.h"
#include "shared/domain/draft.h"
#include "shared/planio/planjson.h"
#include "tests/support/testdatabases.h"
#include "tests/support/testhouse.h"

#include <QTest>

using namespace parterre;
using namespace parterre::testing;
using namespace Qt::StringLiterals;
using storage::Engine;

// Drafts that several people work on, over the wire.
class DraftsTest : public QObject
{
    Q_OBJECT

private:
    TestDatabases m_databases;
    storage::DatabaseConfig m_database;
    std::unique_ptr<TestHouse> m_house;
    std::unique_ptr<WireClient> m_anna;
    std::unique_ptr<WireClient> m_bert;

    // What is to be saved, its document being on the server.
    [[nodiscard]] QJsonObject wish(WireClient &who, const QString &draft, qint32 expected, const QByteArray &document, const QString &name = u"Hall"_s) const
    {
        return {{u"draft"_s, draft},
                {u"venue"_s, m_house->venue().toString()},
                {u"name"_s, name},
                {u"upload"_s, uploadOf(who, document)},
                {u"expected"_s, expected}};
    }
    WireReply save(WireClient &who, const QString &draft, qint32 expected, const QByteArray &document, const QString &name = u"Hall"_s) const
    {
        return who.call(u"drafts.save"_s, wish(who, draft, expected, document, name));
    }
    // All of a document, part by part.
    static QByteArray loaded(WireClient &who, const QString &method, QJsonObject of)
    {
        QByteArray document;
        for (;;) {
            of.insert(u"offset"_s, document.size());
            const QByteArray part = QByteArray::fromBase64(who.call(method, of).at(u"data"_s).toString().toLatin1());
            if (part.isEmpty())
                return document;
            document += part;
        }
    }
    static QByteArray loaded(WireClient &who, const QString &draft) { return loaded(who, u"drafts.get"_s, {{u"draft"_s, draft}}); }
    [[nodiscard]] QJsonArray listed() const { return m_bert->call(u"drafts.list"_s).at(u"drafts"_s).toArray(); }
    WireReply publish(const Plan &plan, qint32 after, const QString &draft, qint32 revision) const
    {
        return m_anna->call(u"plans.publish"_s, {{u"venue"_s, m_house->venue().toString()},
                                                 {u"upload"_s, uploadOf(*m_anna, planio::writePlan(plan))},
                                                 {u"after"_s, after},
                                                 {u"draft"_s, QJsonObject {{u"id"_s, draft}, {u"revision"_s, revision}}}});
    }
    [[nodiscard]] QByteArray designOf(const QJsonValue &ref) const
    {
        return loaded(*m_bert, u"plans.design"_s, {{u"plan"_s, ref[u"id"_s]}, {u"version"_s, ref[u"version"_s]}});
    }

private Q_SLOTS:
    void initTestCase_data() { TestDatabases::addEngines(); }
    void init()
    {
        QFETCH_GLOBAL(Engine, engine);
        m_database = m_databases.create(engine);
        m_house = std::make_unique<TestHouse>(m_database);
        m_anna = m_house->visitor(Role::Manager);
        m_bert = m_house->visitor(Role::Administrator);
    }
    void cleanup()
    {
        m_anna.reset();
        m_bert.reset();
        m_house.reset();
    }

    void draft_comesBackToTheByteElsewhere()
    {
        // More than one part each way, with a zero and texts of every length of UTF-8.
        QByteArray document = designNamed(u"Zoë's \U0001F3AD \u05d0"_s);
        document.insert(document.size() - 1, ",\"picture\":\"" + QByteArray(400'001, 'x') + "\\u0001\"");
        const QString id = newKey();
        const WireReply saved = save(*m_anna, id, 0, document);
        QCOMPARE(saved.kind(), QString());
        QCOMPARE(saved.at(u"draft.id"_s).toString(), id);
        QCOMPARE(saved.at(u"draft.revision"_s).toInt(), 1);
        QCOMPARE(saved.at(u"draft.bytes"_s).toInteger(), document.size());
        QCOMPARE(saved.at(u"draft.hash"_s).toString(), planio::planHash(document));
        QCOMPARE(saved.at(u"draft.changedBy.name"_s).toString(), u"Test manager"_s);
        QCOMPARE(loaded(*m_bert, id), document);
        QCOMPARE(listed(), QJsonArray {saved.at(u"draft"_s)});

        m_anna.reset();
        m_bert.reset();
        m_house->restart();
        m_bert = m_house->visitor(Role::Administrator);
        QCOMPARE(loaded(*m_bert, id), document);
        QCOMPARE(listed(), QJsonArray {saved.at(u"draft"_s)});
    }

    void save_neverOverwritesWhatAnotherChanged()
    {
        const QString id = newKey();
        QVERIFY(save(*m_anna, id, 0, designNamed(u"One"_s)).ok());
        const WireReply second = save(*m_bert, id, 1, designNamed(u"Two"_s), u"Great hall"_s);
        QCOMPARE(second.at(u"draft.revision"_s).toInt(), 2);
        QCOMPARE(second.at(u"draft.changedBy.name"_s).toString(), u"Test administrator"_s);
        for (const qint32 stale : {0, 1, 3, 100})
            QCOMPARE(save(*m_anna, id, stale, designNamed(u"Three"_s)).kind(), u"stale_version"_s);
        QCOMPARE(listed(), QJsonArray {second.at(u"draft"_s)});
        QCOMPARE(loaded(*m_anna, id), designNamed(u"Two"_s));
        // Who has seen the newer revision may replace it.
        QCOMPARE(save(*m_anna, id, 2, designNamed(u"Three"_s)).at(u"draft.revision"_s).toInt(), 3);
    }

    void save_askedAgainAnswersWhatIsThere()
    {
        const QString id = newKey();
        const WireReply first = save(*m_anna, id, 0, designNamed(u"One"_s));
        QCOMPARE(save(*m_anna, id, 0, designNamed(u"One"_s)).at(u"draft"_s), first.at(u"draft"_s));
        QCOMPARE(save(*m_bert, id, 0, designNamed(u"One"_s)).kind(), u"stale_version"_s); // it is another's
        const WireReply second = save(*m_anna, id, 1, designNamed(u"Two"_s));
        QCOMPARE(save(*m_anna, id, 1, designNamed(u"Two"_s)).at(u"draft"_s), second.at(u"draft"_s));
        QCOMPARE(save(*m_anna, id, 0, designNamed(u"One"_s)).kind(), u"stale_version"_s);
    }

    // Two managers at two servers of one database, always at the same moment.
    void race_hasOneWinnerAndNothingIsLost()
    {
        const auto rival = m_house->rival();
        WireClient other(TestHouse::urlOf(*rival));
        QVERIFY(other.hello().ok());
        QVERIFY(other.call(u"auth.login"_s, {{u"email"_s, TestHouse::emailOf(Role::Administrator)}, {u"password"_s, TestHouse::passwordOf(Role::Administrator)}}).ok());
        const QString id = newKey();
        QVERIFY(save(*m_anna, id, 0, designNamed(u"start"_s)).ok());
        constexpr qint32 kRounds = 25;
        for (qint32 revision = 1; revision <= kRounds; ++revision) {
            const QJsonObject annas = wish(*m_anna, id, revision, designNamed(u"Anna %1"_s.arg(revision)));
            const QJsonObject others = wish(other, id, revision, designNamed(u"Other %1"_s.arg(revision)));
            const qint64 first = m_anna->send(u"drafts.save"_s, annas);
            const qint64 second = other.send(u"drafts.save"_s, others);
            const WireReply anna = m_anna->await(first);
            const WireReply theirs = other.await(second);
            QVERIFY2(anna.ok() != theirs.ok(), qPrintable(u"round %1: %2, %3"_s.arg(revision).arg(anna.kind(), theirs.kind())));
            const WireReply &winner = anna.ok() ? anna : theirs;
            QCOMPARE((anna.ok() ? theirs : anna).kind(), u"stale_version"_s);
            QCOMPARE(winner.at(u"draft.revision"_s).toInt(), revision + 1);
            QCOMPARE(loaded(*m_bert, id), designNamed(anna.ok() ? u"Anna %1"_s.arg(revision) : u"Other %1"_s.arg(revision)));
        }
    }

    void remove_takesOnlyWhatWasSeen()
    {
        const QString id = newKey();
        QVERIFY(save(*m_anna, id, 0, designNamed(u"One"_s)).ok());
        QVERIFY(save(*m_bert, id, 1, designNamed(u"Two"_s)).ok());
        QCOMPARE(m_anna->call(u"drafts.remove"_s, {{u"draft"_s, id}, {u"expected"_s, 1}}).kind(), u"stale_version"_s);
        QCOMPARE(loaded(*m_anna, id), designNamed(u"Two"_s));
        QVERIFY(m_anna->call(u"drafts.remove"_s, {{u"draft"_s, id}, {u"expected"_s, 2}}).ok());
        QCOMPARE(listed(), QJsonArray());
        QCOMPARE(m_bert->call(u"drafts.get"_s, {{u"draft"_s, id}, {u"offset"_s, 0}}).kind(), u"not_found"_s);
        QCOMPARE(save(*m_bert, id, 2, designNamed(u"Three"_s)).kind(), u"not_found"_s); // it does not come back to life
    }

    void save_refusesWhatIsNoDesignAndChangesNothing()
    {
        const QByteArray design = designNamed(u"One"_s);
        const QString id = newKey();
        QVERIFY(save(*m_anna, id, 0, design).ok());
        const QJsonArray before = listed();
        const QByteArray deep = R"({"format":"parterre-design","x":)" + QByteArray(100, '[') + QByteArray(100, ']') + '}';
        for (const QByteArray &document : {QByteArray("{"), QByteArray("[]"), QByteArray("{}"), design.chopped(1), design + '!', planio::writePlan(studioCinemaPlan()),
                                           QByteArray(R"({"format":"parterre-design","format":"parterre-design"})"), QByteArray(R"({"format":["parterre-design"]})"),
                                           QByteArray("{\"format\":\"parterre-design\",\"x\":\"\xff\"}"), QByteArray("\xef\xbb\xbf") + design, deep})
            QCOMPARE(save(*m_anna, id, 1, document).kind(), u"file_invalid"_s);
        QCOMPARE(listed(), before);
        QCOMPARE(loaded(*m_anna, id), design);
    }

    void save_isReadStrictly()
    {
        const QString id = newKey();
        const QJsonObject good = wish(*m_anna, id, 0, designNamed(u"One"_s));
        const auto with = [&](const QString &key, const QJsonValue &value) {
            QJsonObject params = good;
            params.insert(key, value);
            return m_anna->call(u"drafts.save"_s, params).kind();
        };
        QCOMPARE(with(u"expected"_s, -1), u"invalid_params"_s);
        QCOMPARE(with(u"name"_s, u"  "_s), u"invalid_params"_s);
        QCOMPARE(with(u"name"_s, QString(201, u'x')), u"invalid_params"_s);
        QCOMPARE(with(u"name"_s, u"two\nlines"_s), u"invalid_params"_s);
        QCOMPARE(with(u"force"_s, true), u"invalid_params"_s);
        QCOMPARE(with(u"draft"_s, u"1"_s), u"invalid_params"_s);
        QCOMPARE(with(u"upload"_s, newKey()), u"not_found"_s);
        QCOMPARE(with(u"venue"_s, newKey()), u"not_found"_s);
        const QJsonObject base {{u"id"_s, m_house->plan().id.toString()}, {u"version"_s, 1}, {u"hash"_s, m_house->plan().hash}};
        QJsonObject other = base;
        other.insert(u"version"_s, 2);
        QCOMPARE(with(u"base"_s, other), u"not_found"_s);
        other = base;
        other.insert(u"hash"_s, QString(64, u'0'));
        QCOMPARE(with(u"base"_s, other), u"not_found"_s);
        QCOMPARE(listed(), QJsonArray());
        QCOMPARE(m_anna->call(u"drafts.get"_s, {{u"draft"_s, id}, {u"offset"_s, kMaxDraftBytes + 1}}).kind(), u"invalid_params"_s);
        QCOMPARE(with(u"base"_s, base), QString());
        QCOMPARE(listed().at(0)[u"base"_s], QJsonValue(base));
    }

    void texts_comeBackAsTheyAre()
    {
        for (const QString &text : {u"'; drop table drafts; --"_s, u"%_\\"_s, u"<b>x</b>"_s, u"\U0001F3AD Zoë \u202e\u05d0"_s, QString(200, u'ä')}) {
            const QString id = newKey();
            QCOMPARE(save(*m_anna, id, 0, designNamed(text), text).at(u"draft.name"_s).toString(), text);
            QCOMPARE(loaded(*m_bert, id), designNamed(text));
        }
        QCOMPARE(listed().size(), 5);
    }

    void list_comesInPagesAndByHouse()
    {
        for (int i = 0; i < 5; ++i)
            QVERIFY(save(*m_anna, newKey(), 0, designNamed(QString::number(i))).ok());
        const QJsonArray all = listed();
        QJsonArray paged;
        QJsonObject params {{u"limit"_s, 2}, {u"venue"_s, m_house->venue().toString()}};
        for (;;) {
            const WireReply page = m_bert->call(u"drafts.list"_s, params);
            for (const QJsonValue &draft : page.at(u"drafts"_s).toArray())
                paged.append(draft);
            if (page.at(u"next"_s).isUndefined())
                break;
            params.insert(u"cursor"_s, page.at(u"next"_s));
        }
        QCOMPARE(paged, all);
        QCOMPARE(m_bert->call(u"drafts.list"_s, {{u"venue"_s, newKey()}}).at(u"drafts"_s).toArray(), QJsonArray());
        QCOMPARE(m_bert->call(u"drafts.list"_s, {{u"cursor"_s, u"next"_s}}).kind(), u"invalid_params"_s);
    }

    void published_planGivesItsDesignBack()
    {
        const QString id = newKey();
        const QByteArray design = designNamed(u"Parameters"_s);
        QVERIFY(save(*m_anna, id, 0, design).ok());
        Plan plan = studioCinemaPlan();
        QCOMPARE(publish(plan, 0, id, 2).kind(), u"stale_version"_s); // of the draft
        QCOMPARE(publish(plan, 0, newKey(), 1).kind(), u"not_found"_s);
        const WireReply first = publish(plan, 0, id, 1);
        QCOMPARE(first.kind(), QString());
        QCOMPARE(designOf(first.at(u"plan.ref"_s)), design);
        QCOMPARE(publish(plan, 0, id, 1).at(u"plan"_s), first.at(u"plan"_s)); // as after a lost answer

        // The version keeps its design, whatever becomes of the draft.
        QVERIFY(save(*m_bert, id, 1, designNamed(u"Others"_s)).ok());
        plan.sections[0].rows[0].seats[0].position.x += 1;
        QCOMPARE(publish(plan, 1, id, 1).kind(), u"stale_version"_s);
        const WireReply second = publish(plan, 1, id, 2);
        QCOMPARE(second.at(u"plan.ref.version"_s).toInt(), 2);
        QVERIFY(m_anna->call(u"drafts.remove"_s, {{u"draft"_s, id}, {u"expected"_s, 2}}).ok());
        QCOMPARE(designOf(second.at(u"plan.ref"_s)), designNamed(u"Others"_s));
        QCOMPARE(designOf(first.at(u"plan.ref"_s)), design);
        QCOMPARE(m_house->visitor(Role::Clerk)->call(u"plans.design"_s, {{u"plan"_s, first.at(u"plan.ref.id"_s)}, {u"version"_s, 1}, {u"offset"_s, 0}}).kind(), u"not_permitted"_s);
    }

    void published_withoutADesignGetsOneOnce()
    {
        const Plan plan = studioCinemaPlan();
        const WireReply imported = m_anna->call(
            u"plans.publish"_s, {{u"venue"_s, m_house->venue().toString()}, {u"upload"_s, uploadOf(*m_anna, planio::writePlan(plan))}, {u"after"_s, 0}});
        QCOMPARE(designOf(imported.at(u"plan.ref"_s)), QByteArray());
        const QString id = newKey();
        QVERIFY(save(*m_anna, id, 0, designNamed(u"One"_s)).ok());
        QCOMPARE(publish(plan, 0, id, 1).at(u"plan"_s), imported.at(u"plan"_s));
        QCOMPARE(designOf(imported.at(u"plan.ref"_s)), designNamed(u"One"_s));
        QVERIFY(save(*m_anna, id, 1, designNamed(u"Two"_s)).ok());
        QCOMPARE(publish(plan, 0, id, 2).at(u"plan"_s), imported.at(u"plan"_s));
        QCOMPARE(designOf(imported.at(u"plan.ref"_s)), designNamed(u"One"_s));
    }

    void changes_leaveAuditRows()
    {
        const QString id = newKey();
        QVERIFY(save(*m_anna, id, 0, designNamed(u"One"_s)).ok());
        QVERIFY(save(*m_anna, id, 1, designNamed(u"Two"_s)).ok());
        QVERIFY(!save(*m_bert, id, 1, designNamed(u"Three"_s)).ok());
        QVERIFY(m_bert->call(u"drafts.remove"_s, {{u"draft"_s, id}, {u"expected"_s, 2}}).ok());
        storage::Database database(m_database);
        QVERIFY(database.open());
        storage::AuditRepository audit(database);
        const Result<QList<storage::AuditRow>> rows = audit.list(0, 10'000);
        QVERIFY(rows);
        QStringList noted;
        for (const storage::AuditRow &row : *rows) {
            if (row.event.objectId == id)
                noted.append(row.event.action + u' ' + row.event.after.value(u"revision"_s).toVariant().toString());
        }
        QCOMPARE(noted, QStringList({u"draft.saved 1"_s, u"draft.saved 2"_s, u"draft.removed "_s}));
        QVERIFY(!audit.verify()->firstBad);
    }
};

QTEST_GUILESS_MAIN(DraftsTest)
#include "tst_drafts.moc"
