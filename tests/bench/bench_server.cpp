// SPDX-License-Identifier: GPL-3.0-or-later

// How fast the server is, against what the machine can do and what others would build. `./dev bench server`.

#include "tests/bench/measuredprocess.h"
#include "tests/bench/serverbench.h"
#include "tests/bench/storagebench.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QElapsedTimer>
#include <QThread>

#include <array>
#include <cstdio>

using namespace parterre::bench;
using namespace Qt::StringLiterals;

namespace {

struct Section {
    const char *name;
    const char *about;
    void (*run)(Report &, const BenchOptions &);
};

// On all cores: nothing else runs then.
void storageSection(Report &report, const BenchOptions &options)
{
    unpin();
    benchStorage(report, options.quick ? quickStorage() : StorageBenchOptions {});
    pinTo(options.loadCore);
}

constexpr std::array kSections {
    Section {"echo", "Calls of 64 clients among idle ones: the server's time for each", benchEcho},
    Section {"fanout", "A change told to many, against a raw writer of the same bytes", benchFanOut},
    Section {"watchers", "Changes at a rate: until a watcher has one, and until the last has it", benchWatchers},
    Section {"pairs", "A hold and what follows, closed loop, durable where it is sold", benchPairs},
    Section {"storage", "Durable bookings, against plain code and against the bare rows", storageSection},
    Section {"storms", "Many at once, and what each costs", benchStorms},
    Section {"growth", "The same work in a larger house", benchGrowth},
    Section {"parts", "Parts by themselves", benchParts},
    Section {"rivals", "What others would build, on the same machine", benchRivals},
};

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    QStringList names;
    for (const Section &section : kSections)
        names << QLatin1StringView(section.name);
    parser.addOptions({{u"quick"_s, u"Shorter and smaller, within three minutes."_s},
                       {u"json"_s, u"Write every figure under its key."_s, u"file"_s},
                       {u"rivals"_s, u"Folder of the servers to compare with."_s, u"folder"_s},
                       {u"only"_s, u"One section: %1. May be given several times."_s.arg(names.join(u", "_s)), u"section"_s}});
    parser.addHelpOption();
    parser.process(application);

    if (raiseOpenFileLimit() < 12'000)
        qFatal("this needs 12,000 open files (ulimit -n)");
    const BenchOptions options {.quick = parser.isSet(u"quick"_s), .serverCore = 0, .loadCore = QThread::idealThreadCount() > 1 ? 1 : 0, .rivals = parser.value(u"rivals"_s)};
    pinTo(options.loadCore);
    Report report;
    const QStringList only = parser.values(u"only"_s);
    for (const Section &section : kSections) {
        if (!only.isEmpty() && !only.contains(QLatin1StringView(section.name)))
            continue;
        QElapsedTimer elapsed;
        elapsed.start();
        std::printf("\n%s\n", section.about);
        section.run(report, options);
        std::printf("(%lld s)\n", static_cast<long long>(elapsed.elapsed() / 1000));
        std::fflush(stdout);
    }
    compareWithTargets(report);
    if (parser.isSet(u"json"_s)) {
        if (const auto written = report.writeJson(parser.value(u"json"_s)); !written)
            qFatal("%s", qUtf8Printable(written.error().detail));
    }
    return 0;
}
