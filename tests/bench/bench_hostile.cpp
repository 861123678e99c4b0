// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/report.h"
#include "tests/support/attack.h"
#include "tests/support/besiegedserver.h"
#include "tests/support/bystander.h"
#include "tests/support/seatmover.h"

#include <QCommandLineParser>
#include <QCoreApplication>

#include <cstdio>

#include <sys/resource.h>

using namespace parterre;
using namespace parterre::testing;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr double kMostOthersP99 = 250;           // ms
constexpr qint64 kMostMemory = 512 * 1024;       // KiB, of the whole server
constexpr double kMostPerStalledClient = 64;     // KiB
constexpr int kSeatsAtOnce = 5;                  // 40 times a second: 200 changes a second
constexpr int kDescriptorsForTheRest = 200;

struct Case {
    QString key;
    Attack attack;
    int count = 0;
    std::chrono::seconds duration {0};
};

struct Measured {
    std::vector<double> quiet = {}; // latencies of the others before the attack
    std::vector<double> amid = {};
    qint64 before = 0; // KiB resident
    qint64 peak = 0;
    qint64 after = 0;
    int refused = 0;
    std::map<Fate, int> fates = {};

    [[nodiscard]] double perClient(int count) const { return count > refused ? static_cast<double>(peak - before) / (count - refused) : 0; }
};

std::vector<Case> cases(bool quick)
{
    const auto some = [quick](int full) { return quick ? std::max(4, full / 20) : full; };
    const auto span = [quick](int full) { return std::chrono::seconds(quick ? std::min(full, 7) : full); };
    return {{u"half_open"_s, attacks::halfOpenHandshakes(), some(5'000), span(8)},
            {u"stalled"_s, attacks::stalledReaders(), some(1'000), span(20)},
            {u"slow_reader"_s, attacks::slowReaders(), some(1'000), span(20)},
            {u"greedy"_s, attacks::greedyStalledReaders(), some(100), span(5)},
            {u"document"_s, attacks::documentCollectors(), 8, span(5)},
            {u"ping_flood"_s, attacks::pingFlood(), 8, span(5)},
            {u"huge_frame"_s, attacks::hugeFrames(), some(100), span(5)},
            {u"endless_fragments"_s, attacks::endlessFragments(), some(100), span(5)},
            {u"empty_fragments"_s, attacks::emptyFragments(), 8, span(5)}};
}

// The most connections that this process may open.
int raiseDescriptors()
{
    rlimit limit {};
    ::getrlimit(RLIMIT_NOFILE, &limit);
    limit.rlim_cur = limit.rlim_max;
    ::setrlimit(RLIMIT_NOFILE, &limit);
    return static_cast<int>(std::min<rlim_t>(limit.rlim_cur, 1'000'000)) - kDescriptorsForTheRest;
}

void work(Bystander &bystander, std::chrono::milliseconds duration)
{
    const auto end = Bystander::Clock::now() + duration;
    if (!bystander.run([end] { return Bystander::Clock::now() >= end; }))
        qFatal("the honest client was refused");
}

Measured measure(const Case &which, bool defaults)
{
    BesiegedServer server(defaults ? QStringList() : QStringList {u"--connections-per-address"_s, u"100000"_s, u"--rate-limits"_s, u"no"_s});
    Bystander bystander(server.port(), server.events().matinee, defaults ? 60ms : 10ms);
    SeatMover mover(server.port(), server.events().evening, kSeatsAtOnce);
    work(bystander, 2s);
    Measured measured {.quiet = bystander.latencies(), .before = server.memory().resident()};
    server.memory().resetPeak();
    bystander.forgetLatencies();

    std::atomic<bool> over = false;
    std::thread attackers([&] {
        Siege siege(which.attack, {.port = server.port(), .event = server.events().evening}, which.count);
        siege.begin();
        std::this_thread::sleep_for(which.duration);
        siege.rest();
        measured.refused = siege.refused();
        measured.peak = server.memory().peak();
        over = true;
        measured.fates = siege.fates(mover.stop());
    });
    if (!bystander.run([&] { return over.load(); }))
        qFatal("the honest client was refused amid %s", which.attack.name.constData());
    measured.amid = bystander.latencies();
    attackers.join();
    work(bystander, 2s);
    measured.after = server.memory().resident();
    return measured;
}

void addTo(bench::Report &report, const QString &prefix, const Case &which, const Measured &measured)
{
    const QString key = prefix + which.key + u'.';
    const QString name = QString::fromLatin1(which.attack.name);
    report.add(key + u"attackers"_s, which.count, {}, name);
    report.add(key + u"turned_away"_s, measured.refused);
    report.add(key + u"others_quiet_p99_ms"_s, bench::percentile(measured.quiet, 0.99), u"ms"_s, u"others before the attack"_s);
    report.add(key + u"others_p50_ms"_s, bench::percentile(measured.amid, 0.5), u"ms"_s, u"others amid it"_s);
    report.add(key + u"others_p99_ms"_s, bench::percentile(measured.amid, 0.99), u"ms"_s, u"others amid it"_s);
    report.add(key + u"others_max_ms"_s, bench::percentile(measured.amid, 1), u"ms"_s, u"others amid it"_s);
    report.add(key + u"rss_growth_kb"_s, static_cast<double>(measured.peak - measured.before), u"KiB"_s, u"of the server, at most"_s);
    report.add(key + u"rss_after_kb"_s, static_cast<double>(measured.after - measured.before), u"KiB"_s, u"still, when they have gone"_s);
    report.add(key + u"kb_per_client"_s, measured.perClient(which.count), u"KiB"_s);
    report.addText(key + u"fates"_s, QString::fromLatin1(describe(measured.fates)));
}

// What was promised and is not so.
QStringList broken(const Case &which, const Measured &measured)
{
    QStringList promises;
    if (bench::percentile(measured.amid, 0.99) > kMostOthersP99)
        promises.append(u"others' p99 is over 250 ms"_s);
    if (measured.peak > kMostMemory)
        promises.append(u"over 512 MiB"_s);
    if (which.attack.watches && measured.perClient(which.count) > kMostPerStalledClient)
        promises.append(u"over 64 KiB for each"_s);
    if (measured.fates.contains(Fate::OutOfStep))
        promises.append(u"a wrong seat map"_s);
    return promises;
}

bool run(bench::Report &report, bool defaults, bool quick, const QString &only, int mostConnections)
{
    bench::Table table({defaults ? u"with the default limits"_s : u"one address may do as it likes"_s, u"clients"_s, u"away"_s, u"p50"_s, u"p99"_s, u"max ms"_s, u"before"_s, u"peak"_s, u"after KiB"_s, u"KiB each"_s, u"became"_s});
    QStringList promises;
    for (Case which : cases(quick)) {
        if (!only.isEmpty() && which.key != only)
            continue;
        if (which.count > mostConnections) {
            std::fprintf(stderr, "%s: %d clients instead of %d, for want of file descriptors\n", which.attack.name.constData(), mostConnections, which.count);
            which.count = mostConnections;
        }
        const Measured measured = measure(which, defaults);
        addTo(report, defaults ? u"hostile.defaults."_s : u"hostile."_s, which, measured);
        const auto number = [](qint64 value) { return QString::number(value); };
        const auto ms = [&](double part) { return bench::readable(bench::percentile(measured.amid, part)); };
        table.addRow({QString::fromLatin1(which.attack.name), number(which.count), number(measured.refused), ms(0.5), ms(0.99), ms(1), number(measured.before), number(measured.peak),
                      number(measured.after), bench::readable(measured.perClient(which.count)), QString::fromLatin1(describe(measured.fates))});
        for (const QString &promise : broken(which, measured))
            promises.append(u"%1: %2"_s.arg(QString::fromLatin1(which.attack.name), promise));
    }
    table.print();
    std::printf("%s\n\n", promises.isEmpty() ? "every bound is kept" : qUtf8Printable(u"NOT KEPT: "_s + promises.join(u"; "_s)));
    std::fflush(stdout);
    return promises.isEmpty();
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    parser.setApplicationDescription(u"What hostile clients cost the others, and the server's memory"_s);
    parser.addHelpOption();
    parser.addOption({u"quick"_s, u"Fewer attackers for a shorter time."_s});
    parser.addOption({u"only"_s, u"One attack, by its key: half_open, stalled, slow_reader, greedy, document, ping_flood, huge_frame, endless_fragments, empty_fragments."_s, u"KEY"_s});
    parser.addOption({u"json"_s, u"Write the figures there too."_s, u"FILE"_s});
    parser.process(application);

    const int mostConnections = raiseDescriptors();
    bench::Report report;
    const bool kept = run(report, false, parser.isSet(u"quick"_s), parser.value(u"only"_s), mostConnections);
    const bool keptByDefault = run(report, true, parser.isSet(u"quick"_s), parser.value(u"only"_s), mostConnections);
    if (parser.isSet(u"json"_s)) {
        if (const Result<void> written = report.writeJson(parser.value(u"json"_s)); !written) {
            std::fprintf(stderr, "%s\n", qUtf8Printable(written.error().detail));
            return 2;
        }
    }
    return kept && keptByDefault ? 0 : 1;
}
