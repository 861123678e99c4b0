// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/state/releaselistmodel.h"

#include "stateworld.h"

#include <QAbstractItemModelTester>

using namespace Qt::StringLiterals;
using namespace parterre;
using namespace parterre::protocol;
using namespace parterre::testing;

namespace {

BlockId blockNumber(int n)
{
    return BlockId(QUuid(0, 0, 0x7000, 0x80, 0, 0, 0, 0, 4, 0, static_cast<uchar>(n)));
}

} // namespace

// Blocks that are to be released, and what is decided about them, at a server that behaves as blocks.due does.
class ReleaseListModelTest : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<StateWorld> m_world;
    std::unique_ptr<ReleaseListModel> m_list;
    QList<DueBlock> m_due; // the server's
    std::optional<Error> m_refusal;

private Q_SLOTS:
    void init()
    {
        m_refusal.reset();
        m_due.clear();
        for (const int n : {1, 2, 3}) {
            m_due.append({.block = {.id = blockNumber(n), .event = eventNumber(n), .reason = u"Press"_s, .createdBy = userNamed(u"mona"_s, 3, Role::Manager), .release = BlockRelease {.minutesBefore = 60, .isConfirmed = n > 1}},
                          .seats = n,
                          .eventName = u"Event %1"_s.arg(n),
                          .isWaiting = n == 1});
        }
        m_list.reset();
        m_world = std::make_unique<StateWorld>();
        m_list = std::make_unique<ReleaseListModel>(m_world->session);
        m_world->server.when<BlocksDue>([this](const BlocksDueParams &params) {
            const qsizetype start = params.cursor ? params.cursor->toLongLong() : 0;
            BlocksDueResult result {.blocks = m_due.mid(start, 2)};
            if (start + 2 < m_due.size())
                result.next = QString::number(start + 2);
            return Result(result);
        });
        m_world->server.when<BlocksConfirm>([this](const BlocksConfirmParams &params) -> Result<Nothing> {
            if (m_refusal)
                return *m_refusal;
            m_due.removeIf([&params](const DueBlock &due) { return params.blocks.contains(due.block.id); });
            return Nothing {};
        });
        m_world->server.when<BlocksPostpone>([this](const BlocksPostponeParams &params) -> Result<BlocksBlockResult> {
            if (m_refusal)
                return *m_refusal;
            BlocksBlockResult result;
            for (DueBlock &due : m_due) {
                if (due.block.id == params.block) {
                    due.block.release = params.release;
                    result.block = due.block;
                }
            }
            m_due.removeIf([](const DueBlock &due) { return !due.block.release; });
            return result;
        });
    }
    void cleanup()
    {
        m_list.reset();
        m_world.reset();
    }

    void list_comesInPages()
    {
        const QAbstractItemModelTester tester(m_list.get());
        QVERIFY(m_world->enterAs(userNamed(u"clara"_s, 1, Role::Clerk)));
        m_list->refresh();
        QTRY_COMPARE(m_list->rowCount(), 2);
        QVERIFY(m_list->row(0).isWaiting);
        QVERIFY(!m_list->mayDecide());
        m_list->fetchMore({});
        QTRY_COMPARE(m_list->rows(), m_due);
    }

    void list_isNotForCustomers()
    {
        QVERIFY(m_world->enterAs(userNamed(u"anna"_s, 2)));
        m_list->refresh();
        QCOMPARE(m_list->loadState(), LoadState::Empty);
        QCOMPARE(m_world->server.count<BlocksDue>(), 0);
    }

    void decided_isReadAgain()
    {
        QVERIFY(m_world->enterAs(userNamed(u"mona"_s, 3, Role::Manager)));
        QVERIFY(m_list->mayDecide());
        m_list->refresh();
        QTRY_COMPARE(m_list->rowCount(), 2);
        QSignalSpy decided(m_list.get(), &ReleaseListModel::decided);
        m_list->confirm({blockNumber(1)});
        QVERIFY(m_list->isAsking());
        m_list->confirm({blockNumber(2)}); // not while one is asked
        QTRY_COMPARE(decided.size(), 1);
        QTRY_COMPARE(m_list->rows(), m_due);
        QCOMPARE(m_due.size(), 2);
        m_list->postpone(blockNumber(2), {});
        QTRY_COMPARE(m_list->rowCount(), 1);
    }

    void refusal_isSaidAndTheListReadAgain()
    {
        QVERIFY(m_world->enterAs(userNamed(u"mona"_s, 3, Role::Manager)));
        m_refusal = Error {.code = ErrorCode::ReleasePassed};
        QSignalSpy failed(m_list.get(), &ReleaseListModel::failed);
        m_list->postpone(blockNumber(2), BlockRelease {.minutesBefore = 0});
        QTRY_COMPARE(failed.size(), 1);
        QCOMPARE(failed[0][0].value<Error>().code, ErrorCode::ReleasePassed);
        TRY_ASKED(m_world->server, BlocksDue, 1);
        QVERIFY(!m_list->isAsking());
    }
};

QTEST_GUILESS_MAIN(ReleaseListModelTest)
#include "tst_releaselistmodel.moc"
