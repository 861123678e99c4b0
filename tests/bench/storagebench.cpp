// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/storagebench.h"

#include "tests/bench/contestants.h"

#include "backend/storage/database.h"
#include "backend/storage/migrator.h"
#include "tests/support/postgrescluster.h"

#include <QStorageInfo>
#include <QTemporaryDir>

#include <cstdio>
#include <map>

namespace parterre::bench {

using namespace parterre::storage;
using namespace Qt::StringLiterals;

namespace {

template<class T>
T orDie(Result<T> result)
{
    if (!result)
        qFatal("%s", qUtf8Printable(result.error().detail));
    return *std::move(result);
}

void print(const QString &line)
{
    std::fputs(qUtf8Printable(line + u'\n'), stdout);
    std::fflush(stdout);
}

// Databases on the disk that TMPDIR is on. A disk in memory would make every commit durable for nothing.
class Databases
{
public:
    Databases()
    {
        const QStorageInfo disk(m_folder.path());
        if (disk.fileSystemType() == "tmpfs")
            qFatal("%s is in memory; set TMPDIR to a folder on a disk", qUtf8Printable(m_folder.path()));
        m_disk = u"%1 on %2"_s.arg(QString::fromLatin1(disk.fileSystemType()), QString::fromLocal8Bit(disk.device()));
    }

    [[nodiscard]] QString disk() const { return m_disk; }

    [[nodiscard]] DatabaseConfig create(Engine engine)
    {
        if (engine == Engine::Sqlite)
            return orDie(DatabaseConfig::fromUrl(u"sqlite:%1/%2.db"_s.arg(m_folder.path()).arg(++m_files)));
        if (!m_cluster)
            m_cluster = orDie(testing::PostgresCluster::start({u"shared_buffers=256MB"_s, u"max_wal_size=4GB"_s}));
        return orDie(DatabaseConfig::fromUrl(orDie(m_cluster->createDatabase())));
    }

private:
    QTemporaryDir m_folder;
    QString m_disk;
    int m_files = 0;
    std::unique_ptr<testing::PostgresCluster> m_cluster;
};

// A new database with a house in it.
std::pair<DatabaseConfig, testing::SampleHouse> newHouse(Databases &databases, Engine engine, const Clock &clock)
{
    const DatabaseConfig config = databases.create(engine);
    Database database(config);
    if (Result<void> opened = database.open(); !opened)
        qFatal("%s", qUtf8Printable(opened.error().detail));
    static_cast<void>(orDie(Migrator(database).migrate(clock.utcNow())));
    UuidV7Generator ids(clock);
    return {config, testing::SampleHouse::build(database, ids, clock)};
}

using Stretches = std::map<QString, std::vector<Stretch>>; // contestant -> one for each round

double medianOf(const std::vector<Stretch> &stretches, double Stretch::*figure)
{
    std::vector<double> values;
    for (const Stretch &stretch : stretches)
        values.push_back(stretch.*figure);
    return median(values);
}

double medianRatio(const std::vector<Stretch> &mine, const std::vector<Stretch> &theirs, double Stretch::*figure)
{
    std::vector<double> ratios;
    for (std::size_t round = 0; round < mine.size(); ++round)
        ratios.push_back(mine[round].*figure / theirs[round].*figure);
    return median(ratios);
}

Stretches measure(Databases &databases, Engine engine, int outstanding, const StorageBenchOptions &options, const Clock &clock)
{
    std::vector<std::pair<QString, std::unique_ptr<Contestant>>> contestants;
    const auto enter = [&](const QString &name, const auto &make) {
        const auto [config, house] = newHouse(databases, engine, clock);
        contestants.emplace_back(name, make(config, house));
    };
    const int tickets = options.ticketsPerSale;
    enter(u"ours"_s, [&](const auto &config, const auto &house) { return ours(config, house, tickets, clock); });
    if (!options.oursOnly) {
        enter(u"one"_s, [&](const auto &config, const auto &house) { return oneByOne(config, house, tickets, 1); });
        if (engine == Engine::Postgresql)
            enter(u"pool8"_s, [&](const auto &config, const auto &house) { return oneByOne(config, house, tickets, 8); });
        enter(u"bare"_s, [&](const auto &config, const auto &house) { return bare(config, house, tickets); });
    }
    const auto waiting = static_cast<std::size_t>(outstanding);
    for (const auto &[name, contestant] : contestants)
        static_cast<void>(contestant->run(waiting, options.stretch / 8, 2'000)); // so that nobody begins cold
    Stretches stretches;
    for (int round = 0; round < options.rounds; ++round) {
        for (std::size_t i = 0; i < contestants.size(); ++i) {
            const auto &[name, contestant] = contestants[(i + static_cast<std::size_t>(round)) % contestants.size()];
            stretches[name].push_back(contestant->run(waiting, options.stretch, options.mostSales));
        }
    }
    return stretches;
}

void reportOn(const Stretches &stretches, const QString &engine, int outstanding, Report &report)
{
    const QString prefix = u"storage.%1.%2."_s.arg(engine).arg(outstanding);
    const std::vector<Stretch> &mine = stretches.at(u"ours"_s);
    Table table({u"%1, %2 waiting"_s.arg(engine).arg(outstanding), u"bookings/s"_s, u"p50 ms"_s, u"p99 ms"_s, u"ours / this"_s, u"p99"_s});
    for (const QString &name : {u"ours"_s, u"one"_s, u"pool8"_s, u"bare"_s}) {
        const auto found = stretches.find(name);
        if (found == stretches.end())
            continue;
        const std::vector<Stretch> &theirs = found->second;
        report.add(prefix + name + u".per_second"_s, medianOf(theirs, &Stretch::perSecond), u"bookings/s"_s);
        report.add(prefix + name + u".p50"_s, medianOf(theirs, &Stretch::p50), u"ms"_s);
        report.add(prefix + name + u".p99"_s, medianOf(theirs, &Stretch::p99), u"ms"_s);
        const double ratio = medianRatio(mine, theirs, &Stretch::perSecond);
        if (name != "ours"_L1)
            report.add(prefix + u"ratio_"_s + name, ratio, {}, u"bookings per second, ours / %1"_s.arg(name));
        table.addRow({name, readable(medianOf(theirs, &Stretch::perSecond)), readable(medianOf(theirs, &Stretch::p50)),
                      readable(medianOf(theirs, &Stretch::p99)), name == "ours"_L1 ? QString() : readable(ratio),
                      name == "ours"_L1 ? QString() : readable(medianRatio(mine, theirs, &Stretch::p99))});
    }
    if (const auto one = stretches.find(u"one"_s); one != stretches.end())
        report.add(prefix + u"ratio_p99_one"_s, medianRatio(mine, one->second, &Stretch::p99), {}, u"p99, ours / one"_s);
    report.add(prefix + u"ours.caller_cpu"_s, medianOf(mine, &Stretch::callerCpu), u"us/booking"_s, u"on the thread that asks"_s);
    const double writer = medianOf(mine, &Stretch::processCpu) - medianOf(mine, &Stretch::callerCpu);
    report.add(prefix + u"ours.writer_cpu"_s, writer, u"us/booking"_s, u"on the writer's thread"_s);
    table.print();
    print(u"CPU of a booking: %1 us where it is asked for, %2 us on the writer's thread"_s.arg(readable(report.value(prefix + u"ours.caller_cpu"_s)),
                                                                                             readable(writer)) + u'\n');
}

} // namespace

void benchStorage(Report &report, const StorageBenchOptions &options)
{
    const SystemClock clock;
    Databases databases;
    report.addText(u"storage.disk"_s, databases.disk());
    report.add(u"storage.rounds"_s, options.rounds);
    report.add(u"storage.tickets_per_booking"_s, options.ticketsPerSale);
    print(u"Durable bookings, %1 ticket(s) each, medians of %2 rounds; databases on %3\n"_s.arg(options.ticketsPerSale)
              .arg(options.rounds)
              .arg(databases.disk()));
    for (const Engine engine : options.engines) {
        const QString name = engine == Engine::Sqlite ? u"sqlite"_s : u"postgresql"_s;
        for (const int outstanding : options.outstanding)
            reportOn(measure(databases, engine, outstanding, options, clock), name, outstanding, report);
    }
}

} // namespace parterre::bench
