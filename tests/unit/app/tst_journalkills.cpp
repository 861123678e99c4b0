// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/designer/commands/housesteps.h"
#include "app/designer/desk/journalfolder.h"
#include "tests/unit/app/journaldesk.h"

#include <QCoreApplication>
#include <QDir>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <unistd.h>

using namespace parterre;
using namespace parterre::testing;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

// What the program that gets killed does: at full speed, with every step's number told once the step is done.
int draw(const QString &folder, quint64 seed)
{
    JournalDesk desk(folder, seed, {.steps = 10, .bytes = 1'000'000, .interval = 10ms});
    QTimer timer;
    QObject::connect(&timer, &QTimer::timeout, &timer, [&desk] {
        desk.designer.act();
        const QByteArray line = QByteArray::number(desk.steps) + '\n';
        if (::write(STDOUT_FILENO, line.constData(), static_cast<std::size_t>(line.size())) != line.size())
            QCoreApplication::exit(1);
    });
    timer.start(0);
    return QCoreApplication::exec();
}

// What another program does: publishes what it has drawn and goes on, or not.
int settle(const QString &folder, bool goesOn)
{
    JournalDesk desk(folder, 15);
    const auto rename = [&desk](const QString &name) { desk.document.push(steps::rename(desk.document.design(), name)); };
    rename(u"First"_s);
    desk.journal.settle("version 4", false);
    const QString place = QFileInfo(filesIn(folder, u"*.steps"_s).value(0)).path();
    QTimer timer;
    QObject::connect(&timer, &QTimer::timeout, &timer, [&] {
        const Result<journalfolder::Meta> meta = journalfolder::readMeta(place, journalfolder::bases(place).value(0));
        if (!meta || meta->steps == 0 || meta->unsaved)
            return;
        timer.stop();
        if (goesOn)
            rename(u"Second"_s);
        if (::write(STDOUT_FILENO, "settled\n", 8) != 8)
            QCoreApplication::exit(1);
    });
    timer.start(0);
    return QCoreApplication::exec();
}

} // namespace

// Programs that draw are killed, by kill -9; the next one has what was drawn. PARTERRE_KILLS says how often.
class TestJournalKills : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void killedPrograms_loseNoStep();
    void settledDesigns_areNotOffered();

private:
    [[nodiscard]] QString path() const { return m_folder->path() + u"/journals"_s; }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestJournalKills::killedPrograms_loseNoStep()
{
    const int kills = qEnvironmentVariable("PARTERRE_KILLS", u"50"_s).toInt();
    qsizetype chains = 0;
    for (int kill = 0; kill < kills; ++kill) {
        init();
        const auto seed = static_cast<quint64>(100 + kill);
        simulation::SimRandom random(seed);
        const int lines = random.between(1, kill % 5 == 0 ? 5 : 150);
        QProcess program;
        program.start(QCoreApplication::applicationFilePath(), {u"draw"_s, path(), QString::number(seed)});
        QByteArray told;
        while (told.count('\n') < lines) {
            QVERIFY(program.waitForReadyRead());
            told += program.readAllStandardOutput();
        }
        program.kill();
        QVERIFY(program.waitForFinished());
        QCOMPARE(program.exitStatus(), QProcess::CrashExit);
        told += program.readAllStandardOutput();
        told.truncate(told.lastIndexOf('\n'));
        const qint64 last = told.mid(told.lastIndexOf('\n') + 1).toLongLong();
        chains += filesIn(path(), u"*.steps"_s).size() > 1 ? 1 : 0;
        const QList<JournalEntry> entries = Journal::found(path());
        if (last == 0 && entries.isEmpty())
            continue; // nothing was drawn
        QCOMPARE(entries.size(), 1);
        const Result<RecoveredDesign> found = Journal::recover(entries[0]);
        QVERIFY2(found.ok(), qPrintable(u"kill %1, %2 steps"_s.arg(kill).arg(last)));
        QVERIFY(found->complete);
        QVERIFY2(found->steps >= last, qPrintable(u"kill %1: %2 of %3 steps"_s.arg(kill).arg(found->steps).arg(last)));
        QVERIFY2(found->design == designAfter(found->steps, seed), qPrintable(u"kill %1"_s.arg(kill)));
    }
    QVERIFY2(chains > kills / 10, "kills should meet bases that are being written");
}

void TestJournalKills::settledDesigns_areNotOffered()
{
    for (const bool goesOn : {false, true}) {
        QProcess program;
        program.start(QCoreApplication::applicationFilePath(), {u"settle"_s, path(), goesOn ? u"draw"_s : u"rest"_s});
        QVERIFY(program.waitForReadyRead());
        program.kill();
        QVERIFY(program.waitForFinished());
        const QList<JournalEntry> entries = Journal::found(path());
        QCOMPARE(entries.size(), goesOn ? 1 : 0);
        QVERIFY(!goesOn || entries[0].context == "version 4");
        QCOMPARE(QDir(path()).isEmpty(), !goesOn);
    }
}

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    if (argc == 4 && QByteArrayView(argv[1]) == "draw")
        return draw(QString::fromLocal8Bit(argv[2]), QByteArray(argv[3]).toULongLong());
    if (argc == 4 && QByteArrayView(argv[1]) == "settle")
        return settle(QString::fromLocal8Bit(argv[2]), QByteArrayView(argv[3]) == "draw");
    TestJournalKills test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_journalkills.moc"
