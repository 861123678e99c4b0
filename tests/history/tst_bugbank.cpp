// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/history/scene.h"

#include "backend/storage/database.h"
#include "shared/core/defects.h"
#include "tests/support/testdatabases.h"

#include <QFile>
#include <QRegularExpression>
#include <QTest>

using namespace parterre;
using namespace parterre::history;
using namespace parterre::testing;
using namespace Qt::StringLiterals;

// Every mistake of the bank is made once in the real code, and found by what judges the runs against the real program.
// Without it the same story is clean.
class BugBankTest : public QObject {
    Q_OBJECT

private:
    using Story = void (*)(Scene &);
    struct Row {
        Defect defect;
        Scene::Evening evening;
        Story story;
        QByteArray finding; // what has to be said of it
    };

    static const std::vector<Row> &rows();
    QByteArray findings(const Row &row);

    TestDatabases m_databases;

private Q_SLOTS:
    void cleanup() { seed(Defect::None); }
    void defect_isFound_data();
    void defect_isFound();
    void everyDefect_isInTheBank();
    void whatShips_isBuiltWithout();
};

namespace {

void releasesOfOthers(Scene &scene)
{
    auto ana = scene.visitor();
    auto bob = scene.visitor();
    bob.release(ana.hold({5}));
}

void sellsByAnOlderVersion(Scene &scene)
{
    auto ana = scene.visitor();
    auto seats = ana.hold({5});
    --seats[0].version;
    ana.confirm(seats, scene.newKey());
}

void twoWantOneSeat(Scene &scene)
{
    auto ana = scene.visitor();
    auto bob = scene.visitor();
    ana.hold({5});
    bob.hold({5});
}

void twoWantOneSeatALittleLater(Scene &scene)
{
    auto ana = scene.visitor();
    auto bob = scene.visitor();
    ana.hold({5});
    scene.await(Recorder::now() + 700 * kMillisecond);
    bob.hold({5});
}

void oneAfterTheOther(Scene &scene)
{
    auto ana = scene.visitor();
    auto bob = scene.visitor();
    ana.release(ana.hold({5}));
    bob.hold({5});
}

void looksBeforeAndAfter(Scene &scene)
{
    auto ana = scene.visitor();
    auto bob = scene.visitor();
    bob.read();
    ana.hold({5});
    bob.read();
}

void groupWithATakenSeat(Scene &scene)
{
    auto ana = scene.visitor();
    auto bob = scene.visitor();
    ana.hold({6});
    bob.hold({5, 6});
    ana.hold({5});
}

void extendsAndIsWaitedFor(Scene &scene)
{
    auto ana = scene.visitor();
    auto bob = scene.visitor();
    const auto seats = ana.hold({5});
    scene.await(seats[0].deadline - 300 * kMillisecond);
    ana.extend(seats);
    scene.await(seats[0].deadline + 50 * kMillisecond);
    bob.hold({5});
}

void wantsWhatIsSold(Scene &scene)
{
    auto ana = scene.visitor();
    auto bob = scene.visitor();
    ana.confirm(ana.hold({5}), scene.newKey());
    bob.hold({5});
}

// The key's sale was cancelled since: its answer comes again, and what is held now stays held.
void asksAgainForACancelledSale(Scene &scene)
{
    auto ana = scene.visitor();
    auto bob = scene.visitor();
    const qint64 key = scene.newKey();
    const auto seats = ana.hold({5});
    ana.cancel(ana.confirm(seats, key), seats);
    ana.confirm(ana.hold({5}), key);
    bob.hold({5});
}

void looksAfterTheEnd(Scene &scene)
{
    auto ana = scene.visitor();
    auto bob = scene.visitor();
    const auto seats = ana.hold({5});
    SeatMirror mirror(bob.client(), scene.event());
    if (!mirror.subscribe())
        return;
    // As late as is allowed, or as soon as it is told.
    scene.await(seats[0].deadline + 2'100 * kMillisecond, [&] { return mirror.at(5) == SeatState::Free; });
    bob.read();
}

void wantsWhatWasHeldBeforeTheRestart(Scene &scene)
{
    scene.visitor().hold({5});
    scene.restart();
    scene.visitor().hold({5});
}

void wantsWhatWasSoldBeforeTheRestart(Scene &scene)
{
    auto ana = scene.visitor();
    ana.confirm(ana.hold({5}), scene.newKey());
    scene.restart();
    scene.visitor().hold({5});
}

void wantsWhatALeavingVisitorHeld(Scene &scene)
{
    auto ana = scene.visitor();
    auto bob = scene.visitor();
    ana.hold({5});
    ana.leave();
    bob.hold({5});
}

void wantsWhatALostVisitorHolds(Scene &scene)
{
    auto ana = scene.visitor();
    auto bob = scene.visitor();
    ana.hold({5});
    ana.vanish();
    scene.await(Recorder::now() + 1'000 * kMillisecond, [&bob] {
        bob.hold({5});
        return bob.wasGranted();
    });
}

// While somebody else writes, nothing can be committed: then nothing may be answered either.
void asksWhileTheDatabaseIsBusy(Scene &scene)
{
    auto ana = scene.visitor();
    const auto seats = ana.hold({5});
    storage::Database other(scene.house().database());
    if (!other.open())
        return;
    qint64 request = 0;
    const auto done = other.transact([&]() -> Result<void> {
        request = ana.beginConfirm(seats, scene.newKey());
        if (!ana.ping()) // the house has looked at the sale before this is answered
            return ErrorCode::Internal;
        if (ana.client().hasReply(request)) {
            ana.endConfirm(request);
            request = 0;
            scene.compare();
        }
        return {};
    });
    if (done && request != 0)
        ana.endConfirm(request);
}

void repeatsASale(Scene &scene)
{
    auto ana = scene.visitor();
    const qint64 key = scene.newKey();
    const auto seats = ana.hold({5});
    ana.confirm(seats, key);
    ana.confirm(seats, key);
}

void usesAKeyForSomethingElse(Scene &scene)
{
    auto ana = scene.visitor();
    const qint64 key = scene.newKey();
    ana.confirm(ana.hold({5}), key);
    ana.confirm({{.version = 1, .place = 6}}, key);
}

void wantsWhatWasCancelled(Scene &scene)
{
    auto ana = scene.visitor();
    auto bob = scene.visitor();
    const auto seats = ana.hold({5});
    ana.cancel(ana.confirm(seats, scene.newKey()), seats);
    bob.hold({5});
}

void watchesAGroup(Scene &scene)
{
    auto ana = scene.visitor();
    auto bob = scene.visitor();
    SeatMirror mirror(bob.client(), scene.event());
    if (!mirror.subscribe())
        return;
    const qint64 before = mirror.revision();
    ana.hold({5, 6});
    if (bob.client().waitUntil([&] { return mirror.revision() > before; }))
        bob.watch(mirror, {5, 6});
}

} // namespace

const std::vector<BugBankTest::Row> &BugBankTest::rows()
{
    constexpr auto kLong = Scene::Evening::Long;
    constexpr auto kHasty = Scene::Evening::Hasty;
    static const std::vector<Row> all{
        {Defect::ReleasedByAnyone, kLong, releasesOfOthers, "released a seat that the session did not hold"},
        {Defect::StaleVersionSells, kLong, sellsByAnOlderVersion, "sold by a version that was never granted"},
        {Defect::TakenFromOthers, kLong, twoWantOneSeat, "given away before its promised end"},
        {Defect::GivenAwayEarly, kLong, twoWantOneSeatALittleLater, "given away before its promised end"},
        {Defect::VersionStands, kLong, oneAfterTheOther, "one version was granted to two sessions"},
        {Defect::RevisionStands, kLong, looksBeforeAndAfter, "two reads of one revision differ"},
        {Defect::RefusedGroupKept, kLong, groupWithATakenSeat, "a conflict although the seat was free"},
        {Defect::ExtensionForgotten, kHasty, extendsAndIsWaitedFor, "given away before its promised end"},
        {Defect::SoldStaysFree, kLong, wantsWhatIsSold, "held although it is sold"},
        {Defect::ThawGivesAway, kLong, asksAgainForACancelledSale, "given away before its promised end"},
        {Defect::ExpiryNeverSwept, kHasty, looksAfterTheEnd, "in a state that it cannot have had then"},
        {Defect::EpochStands, kLong, wantsWhatWasHeldBeforeTheRestart, "one version was granted to two sessions"},
        {Defect::SoldForgottenAtStart, kLong, wantsWhatWasSoldBeforeTheRestart, "held although it is sold"},
        {Defect::LogOutKeepsHolds, kLong, wantsWhatALeavingVisitorHeld, "a conflict although the seat was free"},
        {Defect::GraceForgotten, kLong, wantsWhatALostVisitorHolds, "given away before its promised end"},
        {Defect::AnsweredBeforeCommit, kLong, asksWhileTheDatabaseIsBusy,
         "an acknowledged booking is not in the database"},
        {Defect::RepetitionRefused, kLong, repeatsASale, "a repeated request was refused although its key had sold"},
        {Defect::CancelledStaysSold, kLong, wantsWhatWasCancelled, "a conflict although the seat was free"},
        {Defect::KeyNotStored, kLong, asksAgainForACancelledSale, "one key, two bookings"},
        {Defect::KeyForAnything, kLong, usesAKeyForSomethingElse, "one key for two requests"},
        {Defect::TicketsStayLive, kLong, wantsWhatWasCancelled, "a booking and its tickets are in different states"},
        {Defect::RefundedTwice, kLong, wantsWhatWasCancelled, "does not add up"},
        {Defect::DeltaSkipped, kLong, watchesAGroup, "in a state that it cannot have had then"},
    };
    return all;
}

void BugBankTest::defect_isFound_data()
{
    QTest::addColumn<int>("row");
    for (std::size_t i = 0; i < rows().size(); ++i) {
        const auto named = std::find_if(kDefects.begin(), kDefects.end(),
                                        [&](const auto &defect) { return defect.first == rows()[i].defect; });
        QTest::newRow(named->second.data()) << static_cast<int>(i);
    }
}

QByteArray BugBankTest::findings(const Row &row)
{
    Scene scene(m_databases.create(storage::Engine::Sqlite), row.evening);
    row.story(scene);
    QByteArray text;
    const Violations found = scene.judge();
    for (const Violation &violation : found.kept())
        text += violation.text.c_str() + QByteArray("\n");
    return text;
}

void BugBankTest::defect_isFound()
{
    QFETCH(int, row);
    const Row &entry = rows()[static_cast<std::size_t>(row)];
    QCOMPARE(findings(entry), QByteArray());
    seed(entry.defect);
    // A story that has to meet a moment may miss it on a busy machine.
    constexpr int kTries = 5;
    QByteArray found;
    for (int i = 0; i < kTries && !found.contains(entry.finding); ++i)
        found = findings(entry);
    QVERIFY2(found.contains(entry.finding), ("not found; said was: " + found).constData());
}

void BugBankTest::everyDefect_isInTheBank()
{
    for (const auto &[defect, name] : kDefects) {
        const bool isThere =
            std::any_of(rows().begin(), rows().end(), [&d = defect](const Row &row) { return row.defect == d; });
        QVERIFY2(isThere, name.data());
    }
}

// tst_withoutdefects shows what a build without them is; this one, that everything but the tests is such a build.
void BugBankTest::whatShips_isBuiltWithout()
{
    QFile file(QStringLiteral(PARTERRE_SOURCE_DIR "/CMakePresets.json"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QStringList seeded;
    for (const QJsonValue &preset :
         QJsonDocument::fromJson(file.readAll()).object().value(u"configurePresets"_s).toArray()) {
        if (preset.toObject().value(u"cacheVariables"_s).toObject().value(u"PARTERRE_SEEDED_DEFECTS"_s) == u"ON"_s)
            seeded.append(preset.toObject().value(u"name"_s).toString());
    }
    QCOMPARE(seeded, QStringList({u"dev"_s, u"asan"_s}));
    QFile lists(QStringLiteral(PARTERRE_SOURCE_DIR "/CMakeLists.txt"));
    QVERIFY(lists.open(QIODevice::ReadOnly));
    QVERIFY(QString::fromUtf8(lists.readAll())
                .contains(QRegularExpression(u"option\\(PARTERRE_SEEDED_DEFECTS \"[^\"]*\" OFF\\)"_s)));
}

QTEST_GUILESS_MAIN(BugBankTest)
#include "tst_bugbank.moc"
