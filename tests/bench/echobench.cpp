// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/houseundertest.h"
#include "tests/bench/rawserver.h"
#include "tests/bench/seatclients.h"
#include "tests/bench/serverbench.h"

namespace parterre::bench {

namespace {

constexpr int kActive = 64;
constexpr int kMostRaw = 5'000; // both sides together have to fit into the open files of one process

struct EchoFigures {
    double microsecondsOfCpu = 0; // of the server, for one message and its answer
    double perSecond = 0;
};

// A server whose clients send, and send again when answered.
struct EchoSide {
    std::string name;
    const MeasuredProcess *process = nullptr;
    WsSwarm *swarm = nullptr;
    std::function<void(int client)> send;
    std::function<void(std::function<void(int client)> onAnswer)> listen;
    std::vector<EchoFigures> rounds = {};
};

EchoFigures measure(EchoSide &side, std::chrono::milliseconds time)
{
    const LoadTime began = LoadClock::now();
    const LoadTime end = began + time;
    qint64 answers = 0;
    int running = kActive;
    side.listen([&](int client) {
        ++answers;
        if (LoadClock::now() < end)
            side.send(client);
        else
            --running;
    });
    const auto cpuBefore = side.process->cpuTime();
    for (int client = 0; client < kActive; ++client)
        side.send(client);
    if (!side.swarm->pollUntil([&] { return running == 0; }, time + std::chrono::seconds(60)))
        qFatal("%s does not answer", side.name.c_str());
    const auto cpu = side.process->cpuTime() - cpuBefore;
    const double seconds = std::chrono::duration<double>(LoadClock::now() - began).count();
    side.listen({});
    return {.microsecondsOfCpu = std::chrono::duration<double, std::micro>(cpu).count() / static_cast<double>(answers),
            .perSecond = static_cast<double>(answers) / seconds};
}

// Runs the sides in turn, so that what disturbs the machine disturbs all of them.
void measureInTurn(std::vector<EchoSide> &sides, int rounds, std::chrono::milliseconds time)
{
    for (EchoSide &side : sides)
        measure(side, time / 2); // warm
    for (int round = 0; round < rounds; ++round) {
        for (EchoSide &side : sides)
            side.rounds.push_back(measure(side, time));
    }
}

EchoSide sideOf(const std::string &name, const HouseUnderTest &house, SeatClients &clients, bool holds)
{
    return {.name = name,
            .process = &house.process(),
            .swarm = &clients.swarm(),
            .send = [&clients, holds, held = std::make_shared<std::vector<bool>>(kActive)](int client) {
                if (!holds) {
                    clients.ping(client);
                    return;
                }
                const bool isHeld = held->at(static_cast<std::size_t>(client));
                held->at(static_cast<std::size_t>(client)) = !isHeld;
                if (isHeld)
                    clients.release(client, client);
                else
                    clients.hold(client, client);
            },
            .listen = [&clients](const std::function<void(int)> &onAnswer) {
                clients.setOnAnswer(!onAnswer ? SeatClients::OnAnswer() : [onAnswer](int client, const CallAnswer &answer, LoadTime) {
                    if (!answer.ok)
                        qFatal("refused: %.*s", static_cast<int>(answer.body.size()), answer.body.data());
                    onAnswer(client);
                });
            }};
}

EchoSide sideOf(RawServer &raw, std::size_t bytes)
{
    return {.name = "raw",
            .process = &raw.process(),
            .swarm = &raw.swarm(),
            .send = [&raw, text = std::string(bytes, 'x')](int client) { raw.swarm().sendText(client, text); },
            .listen = [&raw](const std::function<void(int)> &onAnswer) {
                raw.setOnText(!onAnswer ? std::function<void(int, LoadTime)>() : [onAnswer](int client, LoadTime) { onAnswer(client); });
            }};
}

double medianCpu(const EchoSide &side)
{
    std::vector<double> all;
    for (const EchoFigures &one : side.rounds)
        all.push_back(one.microsecondsOfCpu);
    return median(all);
}

double medianRate(const EchoSide &side)
{
    std::vector<double> all;
    for (const EchoFigures &one : side.rounds)
        all.push_back(one.perSecond);
    return median(all);
}

// Of the rounds, each against the other side's of the same time.
double medianRatio(const EchoSide &side, const EchoSide &to)
{
    std::vector<double> ratios;
    for (std::size_t i = 0; i < side.rounds.size(); ++i)
        ratios.push_back(side.rounds[i].microsecondsOfCpu / to.rounds[i].microsecondsOfCpu);
    return median(ratios);
}

} // namespace

void benchEcho(Report &report, const BenchOptions &options)
{
    Table table({QStringLiteral("64 active of"), QStringLiteral("server"), QStringLiteral("calls/s"), QStringLiteral("CPU us/call"), QStringLiteral("x raw")});
    for (const int connected : {1'000, 5'000, 10'000}) {
        RawServer raw(options.serverCore);
        const HouseUnderTest house({.seats = 1'000, .core = options.serverCore});
        SeatClients clients(house.port(), house.events().front());
        clients.connectMore(connected);
        clients.signInAll(0, kActive);
        raw.swarm().connectMore(std::min(connected, kMostRaw));
        clients.ping(0);
        const std::size_t bytes = clients.requestBytes();
        if (!clients.swarm().pollUntil([&] { return clients.outstanding() == 0; }, std::chrono::seconds(10)))
            qFatal("no answer to a ping");

        std::vector<EchoSide> sides;
        sides.push_back(sideOf(raw, bytes));
        sides.push_back(sideOf("ping", house, clients, false));
        sides.push_back(sideOf("hold", house, clients, true));
        std::unique_ptr<HouseUnderTest> stock;
        std::unique_ptr<SeatClients> stockClients;
        if (connected == 5'000) {
            stock = std::make_unique<HouseUnderTest>(HouseWishes {.seats = 1'000, .eventLoop = QStringLiteral("stock"), .core = options.serverCore});
            stockClients = std::make_unique<SeatClients>(stock->port(), stock->events().front());
            stockClients->connectMore(connected);
            sides.push_back(sideOf("stock", *stock, *stockClients, false));
        }
        measureInTurn(sides, options.rounds(8), options.time(std::chrono::milliseconds(600)));
        for (const EchoSide &side : sides) {
            const QString key = QStringLiteral("echo.%1.%2.").arg(connected).arg(QString::fromStdString(side.name));
            report.add(key + QStringLiteral("cpu_us"), medianCpu(side), QStringLiteral("us"));
            report.add(key + QStringLiteral("per_second"), medianRate(side), QStringLiteral("1/s"));
            report.add(key + QStringLiteral("ratio_raw"), medianRatio(side, sides.front()));
            table.addRow({QString::number(connected), QString::fromStdString(side.name), readable(medianRate(side)), readable(medianCpu(side)), readable(medianRatio(side, sides.front()))});
        }
        if (stock)
            report.add(QStringLiteral("echo.5000.stock.ratio_ping"), medianRatio(sides.back(), sides[1]));
    }
    report.add(QStringLiteral("echo.growth_10000_to_1000"), report.value(QStringLiteral("echo.10000.ping.cpu_us")) / report.value(QStringLiteral("echo.1000.ping.cpu_us")));
    table.print();
}

} // namespace parterre::bench
