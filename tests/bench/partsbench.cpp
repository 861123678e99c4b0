// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/ledger/seatledger.h"
#include "tests/bench/measuredprocess.h"
#include "tests/bench/serverbench.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <array>

namespace parterre::bench {

namespace {

constexpr qint32 kSeats = 50'000;

// Of a core: what others do on the machine meanwhile does not count.
double nanosecondsEach(std::chrono::nanoseconds before, qint64 count)
{
    return std::chrono::duration<double, std::nano>(threadCpuTime() - before).count() / static_cast<double>(count);
}

// A hold or a release each, spread over seats and holders, with every change taken as the feed would.
double ledgerStep(ledger::SeatLedger &ledger, qint64 steps)
{
    Tick now {std::chrono::milliseconds(1)};
    const auto before = threadCpuTime();
    for (qint64 i = 0; i < steps / 2; ++i) {
        const std::array place {static_cast<qint32>(i * 7'919 % kSeats)};
        const ledger::HolderId holder {static_cast<quint64>(i % 1'000 + 1)};
        if (!ledger.acquire(holder, place, 10, now) || !ledger.release(holder, place, now))
            qFatal("the ledger refused a step");
        if (i % 500 == 0)
            (void)ledger.takeChanges();
    }
    (void)ledger.takeEnded();
    return nanosecondsEach(before, steps);
}

double packing(const ledger::SeatLedger &ledger, int times, qsizetype &bytes)
{
    const auto before = threadCpuTime();
    for (int i = 0; i < times; ++i)
        bytes = packSeatStates(ledger.states()).size();
    return nanosecondsEach(before, times) / 1'000;
}

double jsonArray(const ledger::SeatLedger &ledger, int times, qsizetype &bytes)
{
    const auto before = threadCpuTime();
    for (int i = 0; i < times; ++i) {
        QJsonArray states;
        for (const SeatState state : ledger.states())
            states.append(static_cast<int>(state));
        bytes = QJsonDocument(states).toJson(QJsonDocument::Compact).size();
    }
    return nanosecondsEach(before, times) / 1'000;
}

} // namespace

void benchParts(Report &report, const BenchOptions &options)
{
    auto ledger = ledger::SeatLedger::build({.seats = kSeats});
    if (!ledger)
        qFatal("no ledger");
    std::vector<double> steps;
    std::vector<double> packed;
    std::vector<double> array;
    std::vector<double> ratios;
    qsizetype packedBytes = 0;
    qsizetype arrayBytes = 0;
    for (int round = 0; round < options.rounds(9); ++round) {
        steps.push_back(ledgerStep(*ledger, 2'000'000));
        packed.push_back(packing(*ledger, 200, packedBytes));
        array.push_back(jsonArray(*ledger, 10, arrayBytes));
        ratios.push_back(array.back() / packed.back());
    }
    report.add(QStringLiteral("parts.ledger.steps_per_second"), 1e9 / median(steps), QStringLiteral("1/s"));
    report.add(QStringLiteral("parts.snapshot.us"), median(packed), QStringLiteral("us"));
    report.add(QStringLiteral("parts.snapshot.json_array_us"), median(array), QStringLiteral("us"));
    report.add(QStringLiteral("parts.snapshot.ratio"), median(ratios));
    Table table({QStringLiteral("part"), QStringLiteral("measured"), QStringLiteral("")});
    table.addRow({QStringLiteral("ledger, one core"), readable(1e9 / median(steps)) + QStringLiteral(" holds and releases/s"), readable(median(steps)) + QStringLiteral(" ns each")});
    table.addRow({QStringLiteral("states of 50,000 seats, packed"), readable(median(packed)) + QStringLiteral(" us"), QString::number(packedBytes) + QStringLiteral(" bytes")});
    table.addRow({QStringLiteral("the same as a JSON array"), readable(median(array)) + QStringLiteral(" us"), QString::number(arrayBytes) + QStringLiteral(" bytes")});
    table.addRow({QStringLiteral("JSON array to packed"), readable(median(ratios)), {}});
    table.print();
    benchBestAvailable(report, options);
}

} // namespace parterre::bench
