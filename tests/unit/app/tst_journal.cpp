// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/designer/desk/journalfolder.h"
#include "app/designer/commands/elementsteps.h"
#include "app/designer/commands/housesteps.h"
#include "tests/unit/app/journaldesk.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <sys/resource.h>

#include <csignal>

using namespace parterre;
using namespace parterre::testing;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

bool setContent(const QString &path, const QByteArray &content)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly | QIODevice::Truncate) && file.write(content) == content.size();
}

} // namespace

// A program ends while somebody draws; the next one has what was drawn.
class TestJournal : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void steps_areThereAfterTheEnd();
    void undoneSteps_stayUndone();
    void everyMoment_isRecovered();
    void bases_replaceSteps();
    void bases_haveNoPreviews();
    void largeSteps_comeWithTheBase();
    void tornStep_isNoLoss();
    void flippedBit_losesNothingBeforeIt();
    void damagedBase_isSaid();
    void olderBase_standsInForADamagedOne();
    void otherPrograms_areNotOfferedIt();
    void end_leavesNothing();
    void left_isFoundAtOnce();
    void recoveredDesigns_areKeptByTheNewJournal();
    void fullDisk_isToldOnceAndNoLoss();
    void missingFolder_isTriedAgain();
    void foreignFolders_areLeftAlone();

private:
    [[nodiscard]] QString path() const { return m_folder->path() + u"/journals"_s; }
    // Of the only journal.
    [[nodiscard]] QString place() const { return QFileInfo(filesIn(path(), u"*.steps"_s).value(0)).path(); }
    [[nodiscard]] Result<RecoveredDesign> recovered() const
    {
        const QList<JournalEntry> entries = Journal::found(path());
        return entries.size() == 1 ? Journal::recover(entries[0]) : Result<RecoveredDesign>(ErrorCode::NotFound);
    }
    // What would be recovered if the program ended now is what is drawn.
    [[nodiscard]] bool isSafe(const JournalDesk &desk) const
    {
        const auto names = [this] { return QDir(place()).entryList({u"*.base"_s, u"*.steps"_s}, QDir::Files); };
        for (;;) {
            const QStringList before = names();
            const Result<journalfolder::Replayed> replayed = journalfolder::replay(place());
            if (before == names()) // else files came or went meanwhile, and it was a picture of no moment
                return replayed.ok() && replayed->complete && replayed->steps == desk.steps && replayed->design == desk.document.base();
        }
    }
    // Draws, ends without a word, and gives the design.
    Design drawn(quint64 seed, int acts)
    {
        JournalDesk desk(path(), seed);
        for (int i = 0; i < acts; ++i)
            desk.designer.act();
        m_steps = desk.steps;
        return desk.document.base();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    qint64 m_steps = 0;
};

void TestJournal::steps_areThereAfterTheEnd()
{
    for (quint64 seed = 0; seed < 10; ++seed) {
        init();
        const Design design = drawn(seed, 80);
        const QList<JournalEntry> entries = Journal::found(path());
        QCOMPARE(entries.size(), 1);
        QCOMPARE(entries[0].name, u"House"_s);
        QCOMPARE(entries[0].context, QByteArray(kContext));
        QVERIFY(entries[0].at <= SystemClock().utcNow() && entries[0].at > SystemClock().utcNow() - 1h);
        const Result<RecoveredDesign> found = recovered();
        QVERIFY(found.ok());
        QVERIFY(found->complete);
        QCOMPARE(found->steps, m_steps);
        QVERIFY2(found->design == design, qPrintable(u"seed %1"_s.arg(seed)));
    }
}

void TestJournal::undoneSteps_stayUndone()
{
    {
        JournalDesk desk(path(), 1);
        for (int i = 0; i < 60; ++i)
            desk.designer.act();
        desk.document.history().setIndex(0);
        desk.document.history().setIndex(desk.document.history().count());
        desk.document.history().setIndex(0);
    }
    const Result<RecoveredDesign> found = recovered();
    QVERIFY(found.ok() && found->complete);
    QVERIFY(found->design == drawnHouse());
}

void TestJournal::everyMoment_isRecovered()
{
    JournalDesk desk(path(), 2, {.steps = 3, .bytes = 1'000'000, .interval = 1ms});
    qsizetype chains = 0;
    for (int i = 0; i < 150; ++i) {
        desk.designer.act();
        if (i % 4 == 0)
            QCoreApplication::processEvents();
        if (desk.steps == 0)
            continue;
        chains += filesIn(path(), u"*.steps"_s).size() > 1 ? 1 : 0;
        QVERIFY2(isSafe(desk), qPrintable(u"after %1 acts"_s.arg(i)));
    }
    QVERIFY(chains > 0);
}

void TestJournal::bases_replaceSteps()
{
    JournalDesk desk(path(), 3, {.steps = 1'000'000, .bytes = 1'000'000'000, .interval = 1ms});
    for (int i = 0; i < 20; ++i)
        desk.designer.act();
    QTRY_COMPARE(filesIn(path(), u"*.steps"_s).size(), 1);
    QTRY_VERIFY(contentOf(filesIn(path(), u"*.steps"_s).value(0)).isEmpty() && !filesIn(path(), u"*.base"_s).value(0).endsWith(u"/1.base"_s));
    QCOMPARE(filesIn(path(), u"*.base"_s).size(), 1);
    QVERIFY(isSafe(desk));
}

void TestJournal::bases_haveNoPreviews()
{
    JournalDesk desk(path(), 4, {.steps = 1'000'000, .bytes = 1'000'000'000, .interval = 1ms});
    DesignDocument &document = desk.document;
    document.push(steps::move(document.design(), {kRowZ}, {5, 5}));
    document.preview(steps::move(document.base(), {kTable}, {9, 9}));
    QTRY_VERIFY(filesIn(path(), u"*.base"_s).size() == 1 && !filesIn(path(), u"*.base"_s)[0].endsWith(u"/1.base"_s));
    document.commitPreview();
    QVERIFY(isSafe(desk));
}

void TestJournal::largeSteps_comeWithTheBase()
{
    JournalDesk desk(path(), 5, {.steps = 1'000'000, .bytes = 1'000'000'000, .interval = 1h, .largestStep = 40});
    for (int i = 0; i < 80; ++i)
        desk.designer.act();
    QTRY_VERIFY(isSafe(desk));
    QVERIFY(journalfolder::bases(place()).value(0) > 1);
}

void TestJournal::tornStep_isNoLoss()
{
    drawn(6, 30);
    const QString file = filesIn(path(), u"*.steps"_s).value(0);
    const QByteArray whole = contentOf(file);
    const qsizetype last = whole.lastIndexOf('\n', whole.size() - 2) + 1;
    const Design before = designAfter(m_steps - 1, 6);
    for (qsizetype size = last; size < whole.size(); size += size < last + 80 ? 1 : 97) {
        QVERIFY(setContent(file, whole.first(size)));
        const Result<journalfolder::Replayed> found = journalfolder::replay(place());
        QVERIFY(found.ok() && found->complete);
        QCOMPARE(found->steps, m_steps - 1);
        QVERIFY(found->design == before);
    }
}

void TestJournal::flippedBit_losesNothingBeforeIt()
{
    drawn(7, 12);
    const QString file = filesIn(path(), u"*.steps"_s).value(0);
    const QByteArray whole = contentOf(file);
    QList<Design> states {drawnHouse()};
    for (qint64 i = 1; i <= m_steps; ++i)
        states.append(designAfter(i, 7));
    for (qsizetype at = 0; at < whole.size(); at += 23) {
        QByteArray flipped = whole;
        flipped[at] = static_cast<char>(flipped[at] ^ (1 << (at % 8)));
        QVERIFY(setContent(file, flipped));
        const Result<journalfolder::Replayed> found = journalfolder::replay(place());
        QVERIFY(found.ok());
        QCOMPARE(found->steps, whole.first(at).count('\n'));
        QVERIFY(found->design == states[found->steps]);
        QVERIFY(!found->complete || at == whole.size() - 1);
    }
}

void TestJournal::damagedBase_isSaid()
{
    drawn(8, 5);
    const QString file = filesIn(path(), u"*.base"_s).value(0);
    const QByteArray whole = contentOf(file);
    for (qsizetype at = 0; at < whole.size(); at += 41) {
        QByteArray flipped = whole;
        flipped[at] = static_cast<char>(flipped[at] ^ (1 << (at % 8)));
        QVERIFY(setContent(file, flipped));
        const Result<journalfolder::Replayed> found = journalfolder::replay(place());
        QVERIFY(!found.ok());
        QCOMPARE(found.error().code, ErrorCode::FileInvalid);
    }
    const QList<JournalEntry> entries = Journal::found(path());
    QCOMPARE(entries.size(), 1);
    Journal::discard(entries[0]);
    QVERIFY(QDir(path()).isEmpty());
}

void TestJournal::olderBase_standsInForADamagedOne()
{
    const Design design = drawn(9, 30);
    // As if the program had ended between writing the second base and removing the first, and the second was damaged.
    const QString second = journalfolder::basePath(place(), 2);
    QVERIFY(setContent(second, "2 2 0123456789abcdef {}\n"));
    const Result<RecoveredDesign> found = recovered();
    QVERIFY(found.ok() && found->complete);
    QVERIFY(found->design == design);
}

void TestJournal::otherPrograms_areNotOfferedIt()
{
    JournalDesk desk(path(), 10);
    desk.document.push(steps::move(desk.document.design(), {kRowZ}, {5, 5}));
    QVERIFY(Journal::found(path()).isEmpty());
    QVERIFY(!Journal::recover({.folder = place()}).ok());
    Journal::discard({.folder = place()});
    QVERIFY(!filesIn(path(), u"*.steps"_s).isEmpty());
    drawn(11, 5);
    const QList<JournalEntry> entries = Journal::found(path());
    QCOMPARE(entries.size(), 1);
    // Nor what one of them is looking at.
    const Result<RecoveredDesign> looking = Journal::recover(entries[0]);
    QVERIFY(looking.ok());
    QVERIFY(Journal::found(path()).isEmpty());
}

void TestJournal::end_leavesNothing()
{
    {
        JournalDesk desk(path(), 12, {.steps = 2, .bytes = 1'000'000, .interval = 1ms});
        for (int i = 0; i < 20; ++i)
            desk.designer.act();
        desk.journal.end();
        desk.designer.act(); // is nobody's business any more
    }
    QVERIFY(QDir(path()).isEmpty());
    {
        JournalDesk desk(path(), 13);
        desk.designer.act();
        desk.document.reset(Design());
    }
    QVERIFY(QDir(path()).isEmpty());
    {
        JournalDesk desk(path(), 14); // nothing is drawn
    }
    QVERIFY(QDir(path()).isEmpty());
}

void TestJournal::left_isFoundAtOnce()
{
    // Also what was in no file yet, being large.
    JournalDesk desk(path(), 19, {.steps = 1'000'000, .bytes = 1'000'000'000, .interval = 1h, .largestStep = 0});
    for (int i = 0; i < 10; ++i)
        desk.designer.act();
    const Design design = desk.document.design();
    desk.journal.leave();
    desk.designer.act();
    const Result<RecoveredDesign> found = recovered();
    QVERIFY(found.ok() && found->complete);
    QVERIFY(found->design == design);
}

void TestJournal::recoveredDesigns_areKeptByTheNewJournal()
{
    const Design design = drawn(16, 30);
    {
        const Result<RecoveredDesign> first = recovered();
        QVERIFY(first.ok());
        DesignDocument document;
        const SystemClock clock;
        Journal journal(document, path(), clock);
        document.reset(first->design);
        journal.begin(first->context, *first);
        QTRY_VERIFY(!QFileInfo::exists(first->entry.folder));
    }
    // Nothing was drawn since, and still it is nowhere else.
    const Result<RecoveredDesign> again = recovered();
    QVERIFY(again.ok() && again->complete);
    QVERIFY(again->design == design);
    QCOMPARE(again->context, QByteArray(kContext));
}

void TestJournal::fullDisk_isToldOnceAndNoLoss()
{
    const auto previous = std::signal(SIGXFSZ, SIG_IGN);
    rlimit limit {};
    QCOMPARE(::getrlimit(RLIMIT_FSIZE, &limit), 0);
    const rlim_t usual = limit.rlim_cur;
    JournalDesk desk(path(), 17, {.steps = 1'000'000, .bytes = 1'000'000'000, .interval = 1ms});
    QTRY_COMPARE(filesIn(path(), u"*.base"_s).size(), 1);
    QSignalSpy failures(&desk.journal, &Journal::failed);
    // Not even a base fits, and steps only in part.
    limit.rlim_cur = 700;
    QCOMPARE(::setrlimit(RLIMIT_FSIZE, &limit), 0);
    for (int i = 0; i < 40; ++i) {
        desk.designer.act();
        QCoreApplication::processEvents();
    }
    limit.rlim_cur = usual;
    QCOMPARE(::setrlimit(RLIMIT_FSIZE, &limit), 0);
    std::signal(SIGXFSZ, previous);
    QCOMPARE(failures.size(), 1);
    QVERIFY(!failures[0][0].value<Error>().detail.isEmpty());
    QTRY_VERIFY(isSafe(desk));
    desk.designer.act();
    QTRY_VERIFY(isSafe(desk));
}

void TestJournal::missingFolder_isTriedAgain()
{
    QVERIFY(setContent(path(), "a file where folders should be"));
    JournalDesk desk(path(), 18, {.steps = 1'000'000, .bytes = 1'000'000'000, .interval = 1ms});
    QSignalSpy failures(&desk.journal, &Journal::failed);
    for (int i = 0; i < 10; ++i)
        desk.designer.act();
    QVERIFY(QFile::remove(path()));
    QTRY_VERIFY(!filesIn(path(), u"*.base"_s).isEmpty());
    QVERIFY(isSafe(desk));
}

void TestJournal::foreignFolders_areLeftAlone()
{
    QVERIFY(QDir().mkpath(path() + u"/Pictures"_s));
    QVERIFY(setContent(path() + u"/Pictures/1.base"_s, "a photo"));
    QVERIFY(setContent(path() + u"/readme.steps"_s, "mine"));
    QVERIFY(Journal::found(path()).isEmpty());
    QCOMPARE(filesIn(path(), u"*"_s).size(), 2);
    QVERIFY(Journal::found(path() + u"/nowhere"_s).isEmpty());
}

QTEST_GUILESS_MAIN(TestJournal)
#include "tst_journal.moc"
