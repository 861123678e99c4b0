// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/history/databasetruth.h"
#include "tests/history/historychecker.h"
#include "tests/history/historyfile.h"
#include "tests/history/historyrun.h"

#include <QCommandLineParser>
#include <QCoreApplication>

#include <algorithm>
#include <cstdio>

using namespace parterre;
using namespace parterre::history;
using namespace Qt::StringLiterals;

namespace {

// CTest takes it for "not run".
constexpr int kSkipped = 77;
// Below these a run proves too little.
constexpr double kLeastConflicts = 20;
constexpr double kLeastExpiries = 5;
constexpr double kLeastUnknown = 1;

void say(const QString &text)
{
    std::printf("%s\n", qUtf8Printable(text));
    std::fflush(stdout);
}

void sayAll(const Violations &violations)
{
    for (const Violation &violation : violations.kept())
        say(u"  operation %1: %2"_s.arg(violation.operation).arg(QString::fromStdString(violation.text)));
    if (violations.count() > violations.kept().size())
        say(u"  and %1 more"_s.arg(violations.count() - violations.kept().size()));
}

void sayFigures(const Figures &f)
{
    const auto row = [&f](const char *what, std::size_t count) {
        say(u"  %1 %2  %3 %"_s.arg(QString::fromLatin1(what), -22)
                .arg(count, 9)
                .arg(Figures::percent(count, f.operations), 5, 'f', 1));
    };
    row("operations", f.operations);
    row("holds granted", f.holds);
    row("  of several seats", f.multiSeat);
    row("conflicts", f.conflicts);
    row("not held", f.notHeld);
    row("expiries", f.expiries);
    row("unknown", f.unknown);
    row("sales", f.sales);
    row("cancellations", f.cancellations);
    row("reads", f.reads);
    say(u"  %1 seats, %2 kills"_s.arg(f.seats).arg(f.kills));
}

bool isTame(const Figures &f)
{
    bool tame = false;
    const auto need = [&](const char *what, std::size_t count, double least) {
        if (Figures::percent(count, f.operations) >= least)
            return;
        say(u"too tame: %1 % %2, and %3 % are needed"_s.arg(Figures::percent(count, f.operations), 0, 'f', 2)
                .arg(QString::fromLatin1(what))
                .arg(least));
        tame = true;
    };
    need("conflicts", f.conflicts, kLeastConflicts);
    need("expiries", f.expiries, kLeastExpiries);
    need("unknown", f.unknown, kLeastUnknown);
    return tame;
}

int checkFile(const QString &path)
{
    const Result<History> history = readHistory(path);
    if (!history) {
        say(history.error().detail);
        return 2;
    }
    const Verdict verdict = check(*history);
    sayFigures(verdict.figures);
    sayAll(verdict.violations);
    say(verdict.violations.count() == 0 ? u"no promise was broken"_s
                                        : u"%1 promises were broken"_s.arg(verdict.violations.count()));
    return verdict.violations.count() == 0 ? 0 : 1;
}

void sayStartTimes(std::vector<std::chrono::milliseconds> times)
{
    std::sort(times.begin(), times.end());
    if (!times.empty())
        say(u"  from exec to serving, %1 starts: median %2 ms, longest %3 ms"_s.arg(times.size())
                .arg(times[times.size() / 2].count())
                .arg(times.back().count()));
}

// The verdict on a run that is over.
int judge(HistoryRun &run, const QString &keptAs)
{
    const Stage &stage = run.stage();
    const History &history = stage.recorder.history();
    QElapsedTimer timer;
    timer.start();
    Verdict verdict = check(history);
    const auto checked = timer.restart();
    const Result<DatabaseFigures> database =
        compareWithDatabase(run.house().database(), run.house().event(), stage.recorder, verdict.violations);
    if (!database)
        verdict.violations.add(0, "the database cannot be read: " + database.error().detail.toStdString());
    const auto compared = timer.elapsed();
    if (run.house().verify() != 0)
        verdict.violations.add(0, "the audit log is not in order");
    for (const QString &complaint : stage.complaints)
        verdict.violations.add(0, complaint.toStdString());
    if (stage.surprises > 0)
        verdict.violations.add(0, "the server closed " + std::to_string(stage.surprises) + " connections by itself");

    sayFigures(verdict.figures);
    if (database)
        say(u"  %1 bookings in the database, %2 of them cancelled, %3 live tickets"_s.arg(database->bookings)
                .arg(database->cancelled)
                .arg(database->liveTickets));
    sayStartTimes(run.house().startTimes());
    say(u"  asked for %1 s (%2 a second), checked in %3 ms, compared with the database in %4 ms"_s
            .arg(run.seconds(), 0, 'f', 1)
            .arg(static_cast<double>(verdict.figures.operations) / run.seconds(), 0, 'f', 0)
            .arg(checked)
            .arg(compared));
    const bool isBroken = verdict.violations.count() != 0;
    sayAll(verdict.violations);
    if (isBroken || !keptAs.isEmpty()) {
        const QString path = keptAs.isEmpty()
            ? QDir::temp().filePath(u"parterre-history-%1.txt"_s.arg(QCoreApplication::applicationPid()))
            : keptAs;
        const Result<void> written = writeHistory(history, path);
        say(written ? u"the history is in "_s + path : written.error().detail);
    }
    say(isBroken ? u"%1 promises were broken"_s.arg(verdict.violations.count()) : u"no promise was broken"_s);
    return isBroken || isTame(verdict.figures) ? 1 : 0;
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    parser.setApplicationDescription(
        u"Many clients against a real server that is killed now and then; then a verdict on all they were told.\n"
        "With --check: the verdict on a history that was kept."_s);
    parser.addHelpOption();
    parser.addOptions(
        {{u"operations"_s, u"How many requests [20000]."_s, u"N"_s, u"20000"_s},
         {u"kills"_s, u"How often the server is killed [3]."_s, u"N"_s, u"3"_s},
         {u"database"_s, u"sqlite or postgresql [sqlite]."_s, u"KIND"_s, u"sqlite"_s},
         {u"clients"_s, u"How many clients [64]."_s, u"N"_s, u"64"_s},
         {u"seats"_s, u"How many seats [1500]."_s, u"N"_s, u"1500"_s},
         {u"seed"_s, u"Of what the clients want [1]."_s, u"N"_s, u"1"_s},
         {u"late"_s, u"Milliseconds after its end at which a hold has to be free [2000]."_s, u"MS"_s, u"2000"_s},
         {u"defect"_s, u"Let the server make this mistake, in builds that have it."_s, u"NAME"_s},
         {u"keep"_s, u"Write the history there; a bad one is always written."_s, u"FILE"_s},
         {u"check"_s, u"Judge this history instead."_s, u"FILE"_s}});
    parser.process(application);
    if (parser.isSet(u"check"_s))
        return checkFile(parser.value(u"check"_s));
    const bool isPostgres = parser.value(u"database"_s) == u"postgresql";
    if (!isPostgres && parser.value(u"database"_s) != u"sqlite") {
        say(u"--database: expected sqlite or postgresql"_s);
        return 2;
    }
    if (isPostgres && testing::PostgresCluster::isSkipped()) {
        say(u"PARTERRE_SKIP_POSTGRES is set"_s);
        return kSkipped;
    }
    HistoryRun run({.engine = isPostgres ? storage::Engine::Postgresql : storage::Engine::Sqlite,
                    .operations = parser.value(u"operations"_s).toULongLong(),
                    .kills = parser.value(u"kills"_s).toInt(),
                    .clients = std::max(1, parser.value(u"clients"_s).toInt()),
                    .seats = std::max(10, parser.value(u"seats"_s).toInt()),
                    .seed = parser.value(u"seed"_s).toUInt(),
                    .lateness = parser.value(u"late"_s).toLongLong() * kMillisecond});
    run.house().seed(parser.value(u"defect"_s));
    QObject::connect(&run, &HistoryRun::finished, &application, &QCoreApplication::quit);
    QObject::connect(&run, &HistoryRun::failed, &application, [](const QString &why) {
        say(why);
        QCoreApplication::exit(1);
    });
    if (const Result<void> started = run.start(); !started) {
        say(started.error().detail);
        return 1;
    }
    if (const int status = QCoreApplication::exec(); status != 0)
        return status;
    return judge(run, parser.value(u"keep"_s));
}
