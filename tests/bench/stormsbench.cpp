// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/houseundertest.h"
#include "tests/bench/seatclients.h"
#include "tests/bench/serverbench.h"

#include <QCoreApplication>
#include <QSslConfiguration>
#include <QWebSocket>

namespace parterre::bench {

namespace {

constexpr int kStorm = 5'000;
constexpr int kSnapshotSeats = 50'000;
constexpr std::chrono::seconds kPatience {60};

void connectStorm(Report &report, Table &table, const BenchOptions &options)
{
    std::vector<double> took;
    std::vector<double> cpu;
    for (int round = 0; round < options.rounds(5); ++round) {
        const HouseUnderTest house({.seats = 1'000, .core = options.serverCore});
        SeatClients clients(house.port(), house.events().front());
        const auto cpuBefore = house.process().cpuTime();
        const LoadTime began = LoadClock::now();
        clients.connectMore(kStorm);
        took.push_back(std::chrono::duration<double, std::milli>(LoadClock::now() - began).count());
        cpu.push_back(std::chrono::duration<double, std::micro>(house.process().cpuTime() - cpuBefore).count() / kStorm);
    }
    report.add(QStringLiteral("storm.connect.all_ms"), median(took), QStringLiteral("ms"));
    report.add(QStringLiteral("storm.connect.cpu_us"), median(cpu), QStringLiteral("us"));
    table.addRow({QStringLiteral("5,000 connect at once and are greeted"), readable(median(took)) + QStringLiteral(" ms"), readable(median(cpu)) + QStringLiteral(" us CPU each")});
}

// Everybody asks for the whole map again and again.
void snapshots(Report &report, Table &table, const BenchOptions &options)
{
    constexpr int kClients = 64;
    const HouseUnderTest house({.seats = kSnapshotSeats, .core = options.serverCore});
    SeatClients clients(house.port(), house.events().front());
    clients.connectMore(kClients);
    std::vector<double> rates;
    std::vector<double> cpu;
    for (int round = 0; round < options.rounds(5); ++round) {
        const LoadTime end = LoadClock::now() + options.time(std::chrono::milliseconds(1'500));
        qint64 got = 0;
        clients.setOnAnswer([&](int client, const CallAnswer &answer, LoadTime now) {
            if (!answer.ok)
                qFatal("no snapshot");
            ++got;
            if (now < end)
                clients.subscribe(client);
        });
        const auto cpuBefore = house.process().cpuTime();
        const LoadTime began = LoadClock::now();
        for (int client = 0; client < kClients; ++client)
            clients.subscribe(client);
        if (!clients.swarm().pollUntil([&] { return clients.outstanding() == 0; }, kPatience))
            qFatal("a snapshot never came");
        rates.push_back(static_cast<double>(got) / std::chrono::duration<double>(LoadClock::now() - began).count());
        cpu.push_back(std::chrono::duration<double, std::micro>(house.process().cpuTime() - cpuBefore).count() / static_cast<double>(got));
    }
    clients.setOnAnswer({});
    report.add(QStringLiteral("storm.snapshot.per_second"), median(rates), QStringLiteral("1/s"));
    report.add(QStringLiteral("storm.snapshot.cpu_us"), median(cpu), QStringLiteral("us"));
    table.addRow({QStringLiteral("snapshots of 50,000 seats"), readable(median(rates)) + QStringLiteral(" /s"), readable(median(cpu)) + QStringLiteral(" us CPU each")});
}

void idleMemory(Report &report, Table &table, const BenchOptions &options)
{
    const int count = options.count(10'000);
    const HouseUnderTest house({.seats = 1'000, .core = options.serverCore});
    SeatClients clients(house.port(), house.events().front());
    clients.connectMore(64); // what a server needs once
    const qint64 before = house.process().residentBytes();
    clients.connectMore(count);
    const double kilobytes = static_cast<double>(house.process().residentBytes() - before) / 1024 / count;
    report.add(QStringLiteral("memory.idle_kb"), kilobytes, QStringLiteral("KB"));
    table.addRow({QStringLiteral("memory of an idle connection"), readable(kilobytes) + QStringLiteral(" KB"), QString::number(count)});
}

void idleTlsMemory(Report &report, Table &table, const BenchOptions &options)
{
    const int count = options.count(2'000);
    const HouseUnderTest house({.seats = 1'000, .tls = true, .core = options.serverCore});
    QSslConfiguration trusting = QSslConfiguration::defaultConfiguration();
    trusting.setPeerVerifyMode(QSslSocket::VerifyNone); // what is measured is the server's memory
    std::vector<std::unique_ptr<QWebSocket>> sockets;
    const auto connectMore = [&](int more) {
        for (int i = 0; i < more; ++i) {
            sockets.push_back(std::make_unique<QWebSocket>());
            sockets.back()->setSslConfiguration(trusting);
            sockets.back()->open(QUrl(QStringLiteral("wss://127.0.0.1:%1/rpc").arg(house.port())));
            const LoadTime end = LoadClock::now() + kPatience;
            while (sockets.back()->state() != QAbstractSocket::ConnectedState && LoadClock::now() < end)
                QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 100);
            if (sockets.back()->state() != QAbstractSocket::ConnectedState)
                qFatal("an encrypted connection could not be made");
        }
    };
    connectMore(16);
    const qint64 before = house.process().residentBytes();
    connectMore(count);
    const double kilobytes = static_cast<double>(house.process().residentBytes() - before) / 1024 / count;
    report.add(QStringLiteral("memory.idle_tls_kb"), kilobytes, QStringLiteral("KB"));
    table.addRow({QStringLiteral("memory of an idle encrypted connection"), readable(kilobytes) + QStringLiteral(" KB"), QString::number(count)});
}

} // namespace

void benchStorms(Report &report, const BenchOptions &options)
{
    Table table({QStringLiteral("what"), QStringLiteral("measured"), QStringLiteral("of")});
    connectStorm(report, table, options);
    snapshots(report, table, options);
    idleMemory(report, table, options);
    idleTlsMemory(report, table, options);
    table.print();
}

} // namespace parterre::bench
