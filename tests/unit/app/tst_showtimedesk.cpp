// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/state/showtimedesk.h"

#include "stateworld.h"
#include "shared/protocol/methods.h"

#include <QAbstractItemModelTester>

using namespace Qt::StringLiterals;
using namespace parterre;
using namespace parterre::protocol;
using namespace parterre::testing;

// Programmes of others, at a server that has found something at each.
class ShowtimeDeskTest : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<StateWorld> m_world;
    std::unique_ptr<ShowtimeDesk> m_desk;
    QList<ShowtimeSource> m_sources;
    QList<ShowtimeEntry> m_entries;
    QByteArray m_sent;
    std::optional<ShowtimesApplyParams> m_applied;

    [[nodiscard]] static ShowtimeEntry entryOf(ShowtimeState state, int number)
    {
        ShowtimeEntry entry {.state = state, .uid = QString::number(number), .event = eventNumber(number)};
        (state == ShowtimeState::Gone ? entry.before : entry.after) = ShowtimeFacts {.name = u"Event %1"_s.arg(number)};
        return entry;
    }
    [[nodiscard]] static ShowtimeSourceDefinition definition(const QString &name) { return {.name = name, .like = eventNumber(1)}; }
    void serve()
    {
        m_world->server.when<ShowtimesSources>([this](const Nothing &) { return Result(ShowtimesSourcesResult {.sources = m_sources}); });
        m_world->server.when<ShowtimesSaveSource>([this](const ShowtimesSaveSourceParams &params) {
            const ShowtimeSource source {.id = params.source, .definition = params.definition, .version = params.version + 1};
            m_sources = {source};
            return Result(ShowtimesSaveSourceResult {.source = source});
        });
        m_world->server.when<UploadsAppend>([this](const UploadsAppendParams &params) {
            m_sent += QByteArray::fromBase64(params.data);
            return Result(UploadsAppendResult {.size = m_sent.size()});
        });
        m_world->server.when<ShowtimesPreview>([this](const ShowtimesPreviewParams &) {
            return Result(ShowtimesPreviewResult {.preview = m_world->ids.make<ShowtimePreviewId>(), .timeZone = u"Europe/Berlin"_s, .counts = {.fresh = 2}, .whole = false});
        });
        m_world->server.when<ShowtimesEntries>([this](const ShowtimesEntriesParams &params) {
            return Result(ShowtimesEntriesResult {.total = static_cast<qint32>(m_entries.size()), .entries = m_entries.mid(params.offset, 2)});
        });
        m_world->server.when<ShowtimesApply>([this](const ShowtimesApplyParams &params) {
            m_applied = params;
            return Result(ShowtimesApplyResult {.outcomes = {{.event = eventNumber(1), .deed = ShowtimeDeed::Created}}});
        });
    }
    void look(const std::optional<QByteArray> &file = {})
    {
        m_desk->look(m_world->ids.make<ShowtimeSourceId>(), file);
        QCOMPARE(m_desk->state(), ShowtimeDesk::State::Looking);
        QTRY_COMPARE(m_desk->state(), ShowtimeDesk::State::Ready);
    }

private Q_SLOTS:
    void init()
    {
        m_sources.clear();
        m_sent.clear();
        m_applied.reset();
        m_entries = {entryOf(ShowtimeState::New, 1), entryOf(ShowtimeState::Kept, 2), entryOf(ShowtimeState::Changed, 3), entryOf(ShowtimeState::Gone, 4), entryOf(ShowtimeState::Deleted, 5)};
        m_world = std::make_unique<StateWorld>();
        serve();
        m_desk = std::make_unique<ShowtimeDesk>(m_world->session, m_world->ids);
        QVERIFY(m_world->enterAs(userNamed(u"mary"_s, 1, Role::Manager)));
    }
    void cleanup()
    {
        m_desk.reset();
        m_world.reset();
    }

    void source_isSavedAndListed()
    {
        m_desk->save(definition(u"Touring company"_s));
        QVERIFY(m_desk->isSaving());
        QTRY_COMPARE(m_desk->sources().size(), 1);
        QVERIFY(!m_desk->isSaving());
        QCOMPARE(m_desk->sources().constFirst().id, m_desk->savedSource());
        const ShowtimeSource before = m_desk->sources().constFirst();
        m_desk->save(definition(u"Other"_s), before);
        QTRY_COMPARE(m_desk->sources().constFirst().definition.name, u"Other"_s);
        QCOMPARE(m_desk->sources().constFirst().version, 2);
        QCOMPARE(m_desk->sources().constFirst().id, before.id);
    }

    void entries_areReadToTheEnd()
    {
        const QAbstractItemModelTester tester(&m_desk->entries(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        look();
        QCOMPARE(m_desk->entries().rowCount(), 5);
        QCOMPARE(m_world->server.count<ShowtimesEntries>(), 3);
        QCOMPARE(m_desk->entries().chosen(), (QList<qint32> {0, 2})); // nothing is taken away, or made anew, unasked
        QCOMPARE(m_desk->found().counts.fresh, 2);
        QCOMPARE(m_desk->found().whole, std::optional(false));
    }

    void file_isSentFirst()
    {
        look("name,start\n");
        QCOMPARE(m_sent, "name,start\n");
    }

    void choice_isBySomebody()
    {
        look();
        ShowtimeEntriesModel &entries = m_desk->entries();
        QVERIFY(!entries.setData(entries.index(1, 0), Qt::Checked, Qt::CheckStateRole)); // the house has its own
        QVERIFY(entries.setData(entries.index(3, 0), Qt::Checked, Qt::CheckStateRole));
        QVERIFY(entries.setData(entries.index(0, 0), Qt::Unchecked, Qt::CheckStateRole));
        QCOMPARE(entries.chosen(), (QList<qint32> {2, 3}));
        QCOMPARE(entries.chosenCount(ShowtimeState::Gone), 1);
        QSignalSpy applied(m_desk.get(), &ShowtimeDesk::applied);
        m_desk->apply(true);
        QCOMPARE(m_desk->state(), ShowtimeDesk::State::Applying);
        QTRY_COMPARE(applied.size(), 1);
        QCOMPARE(m_applied->chosen, (QList<qint32> {2, 3}));
        QVERIFY(m_applied->publish);
        QCOMPARE(m_desk->state(), ShowtimeDesk::State::Idle); // what was found is out of date
        QCOMPARE(entries.rowCount(), 0);
    }

    void nothingChosen_isNotApplied()
    {
        m_entries = {entryOf(ShowtimeState::Gone, 1)};
        look();
        QVERIFY(!m_desk->mayApply());
        m_desk->apply(false);
        QCOMPARE(m_desk->state(), ShowtimeDesk::State::Ready);
    }

    void cancel_forgetsTheLateAnswer()
    {
        m_desk->look(m_world->ids.make<ShowtimeSourceId>());
        m_desk->cancel();
        QCOMPARE(m_desk->state(), ShowtimeDesk::State::Idle);
        TRY_ASKED(m_world->server, ShowtimesPreview, 1);
        look(); // answered after the other
        QCOMPARE(m_desk->entries().rowCount(), 5);
    }

    void refusal_isTold()
    {
        m_world->server.when<ShowtimesPreview>([](const ShowtimesPreviewParams &) { return Result<ShowtimesPreviewResult>(ErrorCode::FetchFailed); });
        QSignalSpy failed(m_desk.get(), &ShowtimeDesk::failed);
        m_desk->look(m_world->ids.make<ShowtimeSourceId>());
        QTRY_COMPARE(failed.size(), 1);
        QCOMPARE(failed.constFirst().constFirst().value<Error>().code, ErrorCode::FetchFailed);
        QCOMPARE(m_desk->state(), ShowtimeDesk::State::Idle);
        TRY_ASKED(m_world->server, ShowtimesSources, 1); // where it is noted
    }
};

QTEST_GUILESS_MAIN(ShowtimeDeskTest)
#include "tst_showtimedesk.moc"
