// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/state/draftdesk.h"
#include "app/state/plansender.h"

#include "shared/protocol/uploads.h"
#include "stateworld.h"

#include <QAbstractItemModelTester>

using namespace Qt::StringLiterals;
using namespace parterre;
using namespace parterre::protocol;
using namespace parterre::testing;

namespace {

const User kAnna = userNamed(u"anna"_s, 1, Role::Manager);
const User kBert = userNamed(u"bert"_s, 2, Role::Manager);
const User kCarl = userNamed(u"carl"_s, 3, Role::Clerk);

constexpr qsizetype kPart = 1'000; // of what comes; the real server's parts are longer

} // namespace

// At a server that keeps drafts as the real one does.
class TestDraftDesk : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_desk.reset();
        m_kept.clear();
        m_file.clear();
        m_fileId = {};
        m_world = std::make_unique<StateWorld>();
        FakeWireServer &server = m_world->server;
        server.when<UploadsAppend>([this](const UploadsAppendParams &params) { return append(params); });
        server.when<DraftsSave>([this](const DraftsSaveParams &params) { return save(params); });
        server.when<DraftsGet>([this](const DraftsGetParams &params) { return get(params); });
        server.when<DraftsList>([this](const DraftsListParams &params) { return listed(params); });
        server.when<DraftsRemove>([this](const DraftsRemoveParams &params) { return remove(params); });
        m_desk = std::make_unique<DraftDesk>(m_world->session, m_world->ids);
        QVERIFY(m_world->enterAs(kAnna));
    }
    void cleanup() { m_desk.reset(); }

    void draft_isSavedAndComesBackWhole()
    {
        const QByteArray document = documentOf(100'000);
        QSignalSpy saved(m_desk.get(), &DraftDesk::saved);
        QSignalSpy progressed(m_desk.get(), &DraftDesk::saveProgressed);
        DraftDesk::Work work = workNamed(u"Hall"_s);
        work.base = PlanVersionRef {.id = PlanId(QUuid::createUuid()), .version = 3, .hash = QString(64, u'b')};
        m_desk->save(work, document);
        QVERIFY(m_desk->isSaving());
        QTRY_COMPARE(saved.size(), 1);
        QVERIFY(!m_desk->isSaving());
        QCOMPARE(progressed.size(), 3);
        QCOMPARE(progressed.last().first().toInt(), 100);
        const Draft draft = saved.first().first().value<Draft>();
        QCOMPARE(draft.ref(), (DraftRef {.id = work.draft.id, .revision = 1}));
        QCOMPARE(draft.base, work.base);

        QSignalSpy loaded(m_desk.get(), &DraftDesk::loaded);
        QSignalSpy loading(m_desk.get(), &DraftDesk::loadProgressed);
        m_desk->load(draft.id);
        QVERIFY(m_desk->isLoading());
        QTRY_COMPARE(loaded.size(), 1);
        QVERIFY(!m_desk->isLoading());
        QCOMPARE(loaded.first().at(0).value<Draft>(), draft);
        QCOMPARE(loaded.first().at(1).toByteArray(), document);
        QCOMPARE(loading.size(), 100);
        QCOMPARE(loading.last().first().toInt(), 100);
    }

    void list_followsWhatHappens()
    {
        const QAbstractItemModelTester tester(&m_desk->list(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        QSignalSpy saved(m_desk.get(), &DraftDesk::saved);
        m_desk->save(workNamed(u"Hall"_s), documentOf(100));
        QTRY_COMPARE(m_desk->list().rowCount(), 1);
        QCOMPARE(m_desk->list().index(0).data().toString(), u"Hall"_s);
        const Draft draft = m_desk->list().index(0).data(DraftListModel::DraftRole).value<Draft>();
        QCOMPARE(m_desk->list().rowOf(draft.id), 0);
        QSignalSpy removed(m_desk.get(), &DraftDesk::removed);
        m_desk->remove(draft.ref());
        QTRY_COMPARE(removed.size(), 1);
        QTRY_COMPARE(m_desk->list().rowCount(), 0);
        QCOMPARE(m_desk->list().rowOf(draft.id), -1);
    }

    void list_isForManagers()
    {
        keepAs(kBert, documentOf(10));
        m_desk->list().refresh();
        QTRY_COMPARE(m_desk->list().rowCount(), 1);
        m_world->session.logOut();
        m_world->server.when<AuthLogout>(Nothing());
        m_world->session.setUser(kCarl);
        QTRY_COMPARE(m_desk->list().rowCount(), 0);
        QCOMPARE(m_desk->list().loadState(), LoadState::Empty);
    }

    void list_loadsEveryPage()
    {
        for (int i = 0; i < 5; ++i)
            keepAs(kBert, documentOf(10 + i));
        m_pageSize = 2;
        m_desk->list().refresh();
        QTRY_COMPARE(m_desk->list().rowCount(), 5);
        m_pageSize = 100;
    }

    void somebodyElse_isNeverOverwritten()
    {
        const Draft read = keepAs(kBert, documentOf(10));
        const QByteArray theirs = documentOf(20);
        keepAs(kBert, theirs, read.id);
        QSignalSpy saved(m_desk.get(), &DraftDesk::saved);
        QSignalSpy conflicted(m_desk.get(), &DraftDesk::conflicted);
        QSignalSpy failed(m_desk.get(), &DraftDesk::saveFailed);
        DraftDesk::Work work {.draft = read.ref(), .venue = read.venue, .name = u"Mine"_s};
        m_desk->save(work, documentOf(30));
        QTRY_COMPARE(conflicted.size(), 1);
        QVERIFY(!m_desk->isSaving());
        const Draft newer = conflicted.first().first().value<Draft>();
        QCOMPARE(newer.revision, 2);
        QCOMPARE(newer.changedBy.name, kBert.name);
        QCOMPARE(m_kept.value(read.id).document, theirs);

        // Whoever has seen it may choose to replace it.
        work.draft = newer.ref();
        m_desk->save(work, documentOf(30));
        QTRY_COMPARE(saved.size(), 1);
        QCOMPARE(m_kept.value(read.id).document, documentOf(30));
        QCOMPARE(failed.size(), 0);
    }

    void removed_meanwhileIsTold()
    {
        const Draft read = keepAs(kBert, documentOf(10));
        m_kept.remove(read.id);
        QSignalSpy failed(m_desk.get(), &DraftDesk::saveFailed);
        m_desk->save({.draft = read.ref(), .venue = read.venue, .name = u"Mine"_s}, documentOf(30));
        QTRY_COMPARE(failed.size(), 1);
        QCOMPARE(failed.first().first().value<Error>().code, ErrorCode::NotFound);
        QSignalSpy notRemoved(m_desk.get(), &DraftDesk::removeFailed);
        m_desk->remove(read.ref());
        QTRY_COMPARE(notRemoved.size(), 1);
    }

    void remove_leavesWhatAnotherChanged()
    {
        const Draft read = keepAs(kBert, documentOf(10));
        keepAs(kBert, documentOf(20), read.id);
        QSignalSpy conflicted(m_desk.get(), &DraftDesk::conflicted);
        m_desk->remove(read.ref());
        QTRY_COMPARE(conflicted.size(), 1);
        QVERIFY(m_kept.contains(read.id));
    }

    // The upload was lost at the server: no conflict.
    void lostUpload_isAFailure()
    {
        const Draft read = keepAs(kAnna, documentOf(10));
        m_world->server.when<UploadsAppend>(Error {.code = ErrorCode::StaleVersion});
        QSignalSpy failed(m_desk.get(), &DraftDesk::saveFailed);
        QSignalSpy conflicted(m_desk.get(), &DraftDesk::conflicted);
        m_desk->save({.draft = read.ref(), .venue = read.venue, .name = u"Mine"_s}, documentOf(30));
        QTRY_COMPARE(failed.size(), 1);
        QCOMPARE(failed.first().first().value<Error>().code, ErrorCode::StaleVersion);
        QCOMPARE(conflicted.size(), 0);
    }

    void stopped_saysNothingMore()
    {
        QSignalSpy saved(m_desk.get(), &DraftDesk::saved);
        QSignalSpy failed(m_desk.get(), &DraftDesk::saveFailed);
        connect(m_desk.get(), &DraftDesk::saveProgressed, m_desk.get(), &DraftDesk::stopSaving);
        m_desk->save(workNamed(u"Hall"_s), documentOf(200'000));
        QTRY_COMPARE(m_world->server.count<UploadsAppend>(), 1);
        QTRY_VERIFY(!m_desk->isSaving());
        const Draft other = keepAs(kBert, documentOf(50'000));
        QSignalSpy loaded(m_desk.get(), &DraftDesk::loaded);
        connect(m_desk.get(), &DraftDesk::loadProgressed, m_desk.get(), &DraftDesk::stopLoading);
        m_desk->load(other.id);
        QTRY_COMPARE(m_world->server.count<DraftsGet>(), 1);
        QTRY_VERIFY(!m_desk->isLoading());
        QTest::qWait(100); // nothing is to happen
        QCOMPARE(m_world->server.count<UploadsAppend>(), 1);
        QCOMPARE(m_world->server.count<DraftsGet>(), 1);
        QCOMPARE(saved.size() + failed.size() + loaded.size(), 0);
    }

    void changedWhileLoading_isBegunAnew()
    {
        const Draft draft = keepAs(kBert, documentOf(5'000));
        const QByteArray newer = documentOf(7'000);
        connect(m_desk.get(), &DraftDesk::loadProgressed, this, [&](int percent) {
            if (percent == 40)
                keepAs(kBert, newer, draft.id);
        });
        QSignalSpy loaded(m_desk.get(), &DraftDesk::loaded);
        m_desk->load(draft.id);
        QTRY_COMPARE(loaded.size(), 1);
        QCOMPARE(loaded.first().at(0).value<Draft>().revision, 2);
        QCOMPARE(loaded.first().at(1).toByteArray(), newer);
    }

    void damaged_isRefused_data()
    {
        QTest::addColumn<int>("bytes");
        QTest::addColumn<QByteArray>("document");
        QTest::newRow("other bytes") << 3 << QByteArray("abd");
        QTest::newRow("too many") << 2 << QByteArray("abc");
        QTest::newRow("too few") << 4 << QByteArray("abc");
        QTest::newRow("endless") << static_cast<int>(kMaxDraftBytes) + 1 << QByteArray("abc");
    }
    void damaged_isRefused()
    {
        QFETCH(int, bytes);
        QFETCH(QByteArray, document);
        const Draft draft {.id = DraftId(QUuid::createUuid()), .venue = m_venue, .name = u"Hall"_s, .revision = 1, .bytes = bytes, .hash = planio::planHash("abc")};
        m_world->server.when<DraftsGet>([=](const DraftsGetParams &params) { return Result(DraftsGetResult {.draft = draft, .data = document.mid(params.offset).toBase64()}); });
        QSignalSpy failed(m_desk.get(), &DraftDesk::loadFailed);
        m_desk->load(draft.id);
        QTRY_COMPARE(failed.size(), 1);
        QCOMPARE(failed.first().first().value<Error>().code, ErrorCode::BadAnswer);
        QVERIFY(!m_desk->isLoading());
    }

    void tooFast_waitsAndGoesOn()
    {
        const Draft draft = keepAs(kBert, documentOf(3'000));
        int refused = 0;
        m_world->server.when<DraftsGet>([&](const DraftsGetParams &params) -> Result<DraftsGetResult> {
            if (params.offset > 0 && refused++ == 0)
                return Error {.code = ErrorCode::RateLimited, .retryAfterSeconds = 1};
            return get(params);
        });
        QSignalSpy loaded(m_desk.get(), &DraftDesk::loaded);
        m_desk->load(draft.id);
        QTRY_COMPARE(loaded.size(), 1);
        QCOMPARE(loaded.first().at(1).toByteArray(), documentOf(3'000));
    }

    void design_ofAPlanVersionComes()
    {
        const PlanVersionRef plan {.id = PlanId(QUuid::createUuid()), .version = 2, .hash = QString(64, u'a')};
        const QByteArray document = documentOf(2'500);
        m_world->server.when<PlansDesign>([&](const PlansDesignParams &params) -> Result<PlansDesignResult> {
            if (params.plan != plan.id || params.version != plan.version)
                return Error {.code = ErrorCode::NotFound};
            return PlansDesignResult {.hash = planio::planHash(document), .bytes = document.size(), .data = document.mid(params.offset, kPart).toBase64()};
        });
        QSignalSpy loaded(m_desk.get(), &DraftDesk::designLoaded);
        QSignalSpy failed(m_desk.get(), &DraftDesk::loadFailed);
        m_desk->loadDesign(plan);
        QTRY_COMPARE(loaded.size(), 1);
        QCOMPARE(loaded.first().at(0).value<PlanVersionRef>(), plan);
        QCOMPARE(loaded.first().at(1).toByteArray(), document);
        m_desk->loadDesign({.id = plan.id, .version = 1});
        QTRY_COMPARE(failed.size(), 1);
    }

    // A session has one upload at the server.
    void publishingAndSaving_takeTurns()
    {
        PlanSender publisher(m_world->session, m_world->ids);
        QByteArray published;
        m_world->server.when<PlansPublish>([&](const PlansPublishParams &params) -> Result<PlansPublishResult> {
            if (params.upload != m_fileId)
                return Error {.code = ErrorCode::NotFound};
            published = m_file;
            return PlansPublishResult {.plan = {.ref = {.id = PlanId(QUuid::createUuid()), .version = 1}, .name = u"Hall"_s}};
        });
        QSignalSpy saved(m_desk.get(), &DraftDesk::saved);
        const DraftDesk::Work work = workNamed(u"Hall"_s);
        const DraftRef draft {.id = work.draft.id, .revision = 1};
        publisher.publish(m_venue, documentOf(150'000), 0, draft);
        m_desk->save(work, documentOf(120'000));
        QTRY_COMPARE(saved.size(), 1);
        QCOMPARE(published, documentOf(150'000));
        QCOMPARE(m_kept.value(work.draft.id).document, documentOf(120'000));
        QCOMPARE(m_world->server.received<PlansPublish>().constFirst().draft, draft);
        // One that is stopped in line is passed over.
        QSignalSpy publishedAgain(&publisher, &PlanSender::published);
        m_desk->save(workNamed(u"Other"_s), documentOf(120'000));
        publisher.publish(m_venue, documentOf(100), 0);
        m_desk->stopSaving();
        QTRY_COMPARE(publishedAgain.size(), 1);
        QCOMPARE(published, documentOf(100));
    }

private:
    struct Kept {
        Draft draft = {};
        QByteArray document = {};
    };

    static QByteArray documentOf(int bytes)
    {
        QByteArray document = "{'x':'";
        while (document.size() < bytes)
            document += QByteArray::number(document.size()) + ' ';
        document.truncate(bytes);
        return document;
    }
    [[nodiscard]] DraftDesk::Work workNamed(const QString &name) const { return {.draft = m_desk->newDraft(), .venue = m_venue, .name = name}; }

    Draft keepAs(const User &user, const QByteArray &document, std::optional<DraftId> id = {})
    {
        const DraftId which = id.value_or(DraftId(QUuid::createUuid()));
        Draft draft = m_kept.value(which).draft;
        draft = {.id = which, .venue = m_venue, .name = draft.name.isEmpty() ? u"Hall"_s : draft.name, .revision = draft.revision + 1, .changedAt = m_world->clock.utcNow(),
                 .changedBy = {.id = user.id, .name = user.name}, .bytes = document.size(), .hash = planio::planHash(document), .base = draft.base};
        m_kept.insert(which, {draft, document});
        return draft;
    }
    Result<UploadsAppendResult> append(const UploadsAppendParams &params)
    {
        if (params.offset == 0)
            m_file.clear();
        if (m_file.size() != params.offset || (params.offset > 0 && params.upload != m_fileId))
            return Error {.code = ErrorCode::StaleVersion};
        m_fileId = params.upload;
        m_file += QByteArray::fromBase64(params.data);
        return UploadsAppendResult {.size = m_file.size()};
    }
    Result<DraftsSaveResult> save(const DraftsSaveParams &params)
    {
        if (params.upload != m_fileId || (params.expected > 0 && !m_kept.contains(params.draft)))
            return Error {.code = ErrorCode::NotFound};
        if (m_kept.value(params.draft).draft.revision != params.expected)
            return Error {.code = ErrorCode::StaleVersion};
        keepAs(kAnna, m_file, params.draft);
        Draft &draft = m_kept[params.draft].draft;
        draft.name = params.name;
        draft.base = params.base;
        return DraftsSaveResult {.draft = draft};
    }
    Result<DraftsGetResult> get(const DraftsGetParams &params) const
    {
        if (!m_kept.contains(params.draft))
            return Error {.code = ErrorCode::NotFound};
        const Kept kept = m_kept.value(params.draft);
        return DraftsGetResult {.draft = kept.draft, .data = kept.document.mid(params.offset, kPart).toBase64()};
    }
    Result<DraftsListResult> listed(const DraftsListParams &params) const
    {
        const qsizetype first = params.cursor.value_or(u"0"_s).toInt();
        DraftsListResult result;
        const QList<Kept> all = m_kept.values();
        for (const Kept &kept : all.mid(first, m_pageSize))
            result.drafts.append(kept.draft);
        if (first + m_pageSize < all.size())
            result.next = QString::number(first + m_pageSize);
        return result;
    }
    Result<Nothing> remove(const DraftsRemoveParams &params)
    {
        if (!m_kept.contains(params.draft))
            return Error {.code = ErrorCode::NotFound};
        if (m_kept.value(params.draft).draft.revision != params.expected)
            return Error {.code = ErrorCode::StaleVersion};
        m_kept.remove(params.draft);
        return Nothing();
    }

    const VenueId m_venue {QUuid::createUuid()};
    std::unique_ptr<StateWorld> m_world;
    std::unique_ptr<DraftDesk> m_desk;
    QMap<DraftId, Kept> m_kept;
    QByteArray m_file;
    UploadId m_fileId;
    qsizetype m_pageSize = 100;
};

QTEST_GUILESS_MAIN(TestDraftDesk)
#include "tst_draftdesk.moc"
