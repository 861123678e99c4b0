// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/houseundertest.h"
#include "tests/bench/seatshop.h"
#include "tests/bench/serverbench.h"

namespace parterre::bench {

namespace {

constexpr int kActive = 64;

// A house of some size, kept running while the others are measured in turn.
struct Size {
    QString name;
    std::unique_ptr<HouseUnderTest> house;
    std::unique_ptr<ParterreShop> shop;
    std::vector<double> cpu = {}; // microseconds of the server for a hold and its release
    std::vector<double> rate = {};
};

Size sized(const QString &name, const HouseWishes &wishes, int idle)
{
    Size size {.name = name, .house = std::make_unique<HouseUnderTest>(wishes)};
    size.shop = std::make_unique<ParterreShop>(size.house->port(), size.house->events().back());
    size.shop->connectMore(kActive, false, true);
    size.shop->connectMore(idle, false, false);
    return size;
}

void measureInTurn(std::vector<Size> &sizes, int rounds, std::chrono::milliseconds time)
{
    for (int round = -1; round < rounds; ++round) {
        for (Size &size : sizes) {
            const auto cpuBefore = size.house->process().cpuTime();
            const PairFigures figures = measurePairs(*size.shop, kActive, PairKind::HoldAndRelease, 0, kActive, time);
            if (round < 0)
                continue; // warm
            size.cpu.push_back(std::chrono::duration<double, std::micro>(size.house->process().cpuTime() - cpuBefore).count() / static_cast<double>(figures.pairs));
            size.rate.push_back(figures.perSecond);
        }
    }
    for (Size &size : sizes)
        size.shop->verify(0);
}

// The first is what the others are compared with.
void reportGrowth(const QString &what, const std::vector<Size> &sizes, Report &report, Table &table)
{
    for (const Size &size : sizes) {
        std::vector<double> ratios;
        for (std::size_t i = 0; i < size.cpu.size(); ++i)
            ratios.push_back(size.cpu[i] / sizes.front().cpu[i]);
        const QString key = QStringLiteral("growth.%1.%2.").arg(what, size.name);
        report.add(key + QStringLiteral("cpu_us"), median(size.cpu), QStringLiteral("us"));
        report.add(key + QStringLiteral("per_second"), median(size.rate), QStringLiteral("1/s"));
        report.add(key + QStringLiteral("ratio"), median(ratios));
        table.addRow({what, size.name, readable(median(size.rate)), readable(median(size.cpu)), readable(median(ratios))});
    }
}

} // namespace

void benchGrowth(Report &report, const BenchOptions &options)
{
    Table table({QStringLiteral("what grows"), QStringLiteral("to"), QStringLiteral("pairs/s"), QStringLiteral("CPU us/pair"), QStringLiteral("x the first")});
    const int rounds = options.rounds(8);
    const auto time = options.time(std::chrono::milliseconds(600));
    {
        std::vector<Size> sizes;
        for (const int idle : {100, 1'000, 10'000})
            sizes.push_back(sized(QString::number(idle), {.seats = 1'000, .core = options.serverCore}, idle));
        measureInTurn(sizes, rounds, time);
        reportGrowth(QStringLiteral("connections"), sizes, report, table);
    }
    {
        std::vector<Size> sizes;
        for (const int events : {1, 1'000})
            sizes.push_back(sized(QString::number(events), {.seats = 1'000, .events = events, .core = options.serverCore}, 0));
        measureInTurn(sizes, rounds, time);
        reportGrowth(QStringLiteral("events"), sizes, report, table);
    }
    {
        std::vector<Size> sizes;
        for (const int seats : {1'000, 100'000})
            sizes.push_back(sized(QString::number(seats), {.seats = seats, .core = options.serverCore}, 0));
        measureInTurn(sizes, rounds, time);
        reportGrowth(QStringLiteral("seats"), sizes, report, table);
    }
    table.print();
}

} // namespace parterre::bench
