// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/storage/databaseconfig.h"
#include "tests/bench/houseundertest.h"
#include "tests/bench/postgresdatabases.h"
#include "tests/bench/rivalshops.h"
#include "tests/bench/serverbench.h"

#include <cstdio>

namespace parterre::bench {

using namespace Qt::StringLiterals;

namespace {

constexpr int kRivalSeats = 600'000;
constexpr int kHttpSeats = 50'000;
constexpr int kOurSeats = 200'000;
constexpr std::chrono::milliseconds kPairsTime {2'000};

// A rival's server, started anew for each measurement.
class RivalServer
{
public:
    RivalServer(const BenchOptions &options, const QString &name, const QHash<QString, QString> &settings)
        : m_process({.program = u"node"_s, .arguments = {u"server.js"_s}, .environment = environmentOf(settings), .folder = options.rivals + u'/' + name, .core = options.serverCore})
    {
        m_process.awaitLine(u"ready "_s);
    }
    [[nodiscard]] const MeasuredProcess &process() const { return m_process; }

private:
    static QProcessEnvironment environmentOf(const QHash<QString, QString> &settings)
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        for (auto setting = settings.begin(); setting != settings.end(); ++setting)
            environment.insert(setting.key(), setting.value());
        return environment;
    }

    MeasuredProcess m_process;
};

constexpr quint16 kPort = 4'187;

QHash<QString, QString> memorySettings(bool broadcast)
{
    return {{u"PORT"_s, QString::number(kPort)}, {u"N"_s, QString::number(kRivalSeats)}, {u"BROADCAST"_s, broadcast ? u"delta"_s : u"none"_s}};
}

template<class Shop>
PairFigures pairsOf(const BenchOptions &options, const QString &name, const QHash<QString, QString> &settings, int clients, qint32 seats)
{
    const RivalServer server(options, name, settings);
    Shop shop(kPort);
    shop.connectMore(clients, true, true);
    return measurePairs(shop, clients, PairKind::HoldAndConfirm, 0, seats, options.time(kPairsTime));
}

PairFigures ourPairs(const BenchOptions &options, int clients, const QString &database = {})
{
    const HouseUnderTest house({.seats = kOurSeats, .database = database, .core = options.serverCore});
    ParterreShop shop(house.port(), house.events().front());
    shop.connectMore(clients, true, true);
    const PairFigures figures = measurePairs(shop, clients, PairKind::HoldAndConfirm, 0, kOurSeats, options.time(kPairsTime));
    shop.verify(figures.pairs);
    if (house.ticketsInDatabase(house.events().front()) != figures.pairs)
        qFatal("not every pair is in the database");
    return figures;
}

struct Side {
    QString key;
    QString name;
    std::function<PairFigures()> run;
    std::vector<PairFigures> rounds = {};
};

// In turn, so that what disturbs the machine disturbs all.
void comparePairs(const QString &key, const QString &about, std::vector<Side> sides, Report &report, const BenchOptions &options, Table &table)
{
    for (int round = 0; round < options.rounds(3); ++round) {
        for (Side &side : sides)
            side.rounds.push_back(side.run());
    }
    for (const Side &side : sides) {
        std::vector<double> rates;
        std::vector<double> p99;
        std::vector<double> ratios;
        for (std::size_t i = 0; i < side.rounds.size(); ++i) {
            rates.push_back(side.rounds[i].perSecond);
            p99.push_back(side.rounds[i].p99);
            ratios.push_back(sides.front().rounds[i].perSecond / side.rounds[i].perSecond);
        }
        report.add(key + side.key + u".per_second"_s, median(rates), u"1/s"_s);
        report.add(key + side.key + u".p99_ms"_s, median(p99), u"ms"_s);
        report.add(key + side.key + u".ours_to_it"_s, median(ratios));
        table.addRow({about, side.name, readable(median(rates)), readable(median(p99)), readable(median(ratios))});
    }
}

void compareWatchers(Report &report, const BenchOptions &options)
{
    constexpr int kWatchers = 5'000;
    constexpr int kPerSecond = 200;
    const auto time = options.time(std::chrono::milliseconds(3'000));
    Table table({u"5,000 watchers, 200 changes/s"_s, u"p50 ms"_s, u"p99 ms"_s, u"last p99"_s, u"missing"_s, u"lost connections"_s, u"MB"_s});
    const auto add = [&](const QString &key, const QString &name, const WatchFigures &f, const MeasuredProcess &process) {
        report.add(u"rivals.watchers."_s + key + u".p99_ms"_s, f.p99, u"ms"_s);
        report.add(u"rivals.watchers."_s + key + u".missing"_s, static_cast<double>(f.missing));
        report.add(u"rivals.watchers."_s + key + u".lost"_s, f.lost);
        table.addRow({name, readable(f.p50), readable(f.p99), readable(f.lastP99), QString::number(f.missing), QString::number(f.lost), readable(static_cast<double>(process.residentBytes()) / 1e6)});
    };
    {
        const HouseUnderTest house({.seats = 50'000, .core = options.serverCore});
        ParterreShop shop(house.port(), house.events().front());
        shop.connectMore(kWatchers, true, false);
        shop.connectMore(kActors, false, true);
        add(u"ours"_s, u"ours"_s, measureWatchers(shop, house.process(), kWatchers, kPerSecond, time), house.process());
        shop.verify(0);
    }
    if (!options.quick) { // they fall so far behind that waiting for them takes its time
        const RivalServer server(options, u"ws-seats"_s, memorySettings(true));
        PlainJsonRival shop(kPort);
        shop.connectMore(kWatchers + kActors, true, true);
        add(u"ws-seats"_s, u"ws-seats"_s, measureWatchers(shop, server.process(), kWatchers, kPerSecond, time), server.process());
    }
    if (!options.quick) {
        const RivalServer server(options, u"socketio-seats"_s, memorySettings(true));
        SocketIoRival shop(kPort);
        shop.connectMore(kWatchers + kActors, true, true);
        add(u"socketio-seats"_s, u"socketio-seats"_s, measureWatchers(shop, server.process(), kWatchers, kPerSecond, time), server.process());
    }
    table.print();
}

} // namespace

void benchRivals(Report &report, const BenchOptions &options)
{
    if (options.rivals.isEmpty()) {
        std::printf("Left out: no Node.js, or no rivals to compare with (--rivals).\n");
        return;
    }
    PostgresDatabases databases;
    const auto postgresSettings = [](const QString &url) {
        const auto config = storage::DatabaseConfig::fromUrl(url);
        if (!config)
            qFatal("not a database: %s", qUtf8Printable(url));
        return QHash<QString, QString> {{u"PORT"_s, QString::number(kPort)}, {u"N"_s, QString::number(kHttpSeats)}, {u"USERS"_s, u"512"_s}, {u"PGHOST"_s, config->host},
                                        {u"PGPORT"_s, QString::number(config->port)}, {u"PGUSER"_s, config->user}, {u"PGDATABASE"_s, config->name}};
    };

    Table table({u"a hold and its sale"_s, u"server"_s, u"pairs/s"_s, u"p99 ms"_s, u"ours to it"_s});
    comparePairs(u"rivals.live."_s, u"512 clients, all watching"_s,
                 {{u"ours"_s, u"ours, durable"_s, [&] { return ourPairs(options, 512); }},
                  {u"ws-seats"_s, u"ws-seats"_s, [&] { return pairsOf<PlainJsonRival>(options, u"ws-seats"_s, memorySettings(true), 512, kRivalSeats); }},
                  {u"socketio-seats"_s, u"socketio-seats"_s, [&] { return pairsOf<SocketIoRival>(options, u"socketio-seats"_s, memorySettings(true), 512, kRivalSeats); }}},
                 report, options, table);
    comparePairs(u"rivals.blind."_s, u"512 clients, theirs not watching"_s,
                 {{u"ours"_s, u"ours, durable, all watching"_s, [&] { return ourPairs(options, 512); }},
                  {u"ws-seats"_s, u"ws-seats"_s, [&] { return pairsOf<PlainJsonRival>(options, u"ws-seats"_s, memorySettings(false), 512, kRivalSeats); }}},
                 report, options, table);
    comparePairs(u"rivals.durable."_s, u"64 clients, PostgreSQL"_s,
                 {{u"ours"_s, u"ours, all watching"_s, [&] { return ourPairs(options, 64, databases.create()); }},
                  {u"express-pg"_s, u"express-pg"_s, [&] { return pairsOf<HttpRival>(options, u"express-pg"_s, postgresSettings(databases.create()), 64, kHttpSeats); }}},
                 report, options, table);
    table.print();
    compareWatchers(report, options);
}

} // namespace parterre::bench
