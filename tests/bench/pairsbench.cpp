// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/houseundertest.h"
#include "tests/bench/postgresdatabases.h"
#include "tests/bench/seatshop.h"
#include "tests/bench/serverbench.h"

namespace parterre::bench {

namespace {

constexpr int kSeats = 200'000;

QString nameOf(PairKind kind)
{
    return kind == PairKind::HoldAndRelease ? QStringLiteral("release") : QStringLiteral("checkout");
}

// Rounds on one server: places are used up by checkouts, so each round takes up where the one before stopped.
void benchOn(const QString &engine, const std::function<QString()> &newDatabase, Report &report, Table &table, const BenchOptions &options)
{
    for (const bool watching : {false, true}) {
        for (const int clients : options.quick ? std::vector {64} : std::vector {1, 64, 512}) {
            const HouseUnderTest house({.seats = kSeats, .database = newDatabase()});
            ParterreShop shop(house.port(), house.events().front());
            shop.connectMore(clients, watching, true);
            qint32 used = 0;
            for (const PairKind kind : {PairKind::HoldAndRelease, PairKind::HoldAndConfirm}) {
                std::vector<double> rates;
                std::vector<double> p50;
                std::vector<double> p99;
                double load = 0;
                double pairs = 0;
                const auto cpuBefore = house.process().cpuTime();
                const auto decidingBefore = house.process().cpuTimeOfThread(QStringLiteral("house"));
                for (int round = 0; round < options.rounds(4); ++round) {
                    const PairFigures f = measurePairs(shop, clients, kind, used, kSeats, options.time(std::chrono::milliseconds(1'500)));
                    used += kind == PairKind::HoldAndConfirm ? static_cast<qint32>(f.pairs) : 0;
                    pairs += static_cast<double>(f.pairs);
                    rates.push_back(f.perSecond);
                    p50.push_back(f.p50);
                    p99.push_back(f.p99);
                    load = std::max(load, f.loadShare);
                }
                // What the one thread that decides takes of it: its share, and so what it could decide with nothing else in its way.
                const std::chrono::duration<double, std::micro> deciding = house.process().cpuTimeOfThread(QStringLiteral("house")) - decidingBefore;
                const double share = deciding / (house.process().cpuTime() - cpuBefore);
                const QString key = QStringLiteral("pairs.%1.%2.%3.%4.").arg(engine, nameOf(kind), watching ? QStringLiteral("watching") : QStringLiteral("quiet")).arg(clients);
                report.add(key + QStringLiteral("per_second"), median(rates), QStringLiteral("1/s"));
                report.add(key + QStringLiteral("p50_ms"), median(p50), QStringLiteral("ms"));
                report.add(key + QStringLiteral("p99_ms"), median(p99), QStringLiteral("ms"));
                report.add(key + QStringLiteral("house_us"), deciding.count() / pairs, QStringLiteral("us"));
                report.add(key + QStringLiteral("house_share"), share, QString());
                table.addRow({engine, nameOf(kind), watching ? QStringLiteral("yes") : QStringLiteral("no"), QString::number(clients), readable(median(rates)), readable(median(p50)),
                              readable(median(p99)), readable(load), readable(deciding.count() / pairs), readable(share)});
            }
            shop.verify(used);
            if (house.ticketsInDatabase(house.events().front()) != used)
                qFatal("%d seats were sold, but not all of them are in the database", used);
        }
    }
}

} // namespace

void benchPairs(Report &report, const BenchOptions &options)
{
    unpin(); // the database's own processes run where they like, so the server and the load do, too
    Table table({QStringLiteral("database"), QStringLiteral("hold and"), QStringLiteral("all watch"), QStringLiteral("clients"), QStringLiteral("pairs/s"), QStringLiteral("p50 ms"),
                 QStringLiteral("p99 ms"), QStringLiteral("load"), QStringLiteral("house us"), QStringLiteral("of CPU")});
    benchOn(QStringLiteral("sqlite"), [] { return QString(); }, report, table, options);
    PostgresDatabases databases;
    benchOn(QStringLiteral("postgresql"), [&databases] { return databases.create(); }, report, table, options);
    pinTo(options.loadCore);
    table.print();
}

} // namespace parterre::bench
