// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/houseundertest.h"
#include "tests/bench/seatshop.h"
#include "tests/bench/serverbench.h"

namespace parterre::bench {

WatchFigures measureWatchers(SeatShop &shop, const MeasuredProcess &process, int watchers, int perSecond, std::chrono::milliseconds time)
{
    const auto actorOf = [watchers](qint32 place) { return watchers + place % kActors; };
    const int changes = static_cast<int>(perSecond * time.count() / 1000);
    std::vector<LoadTime> told(static_cast<std::size_t>(changes));
    std::vector<int> heardBy(static_cast<std::size_t>(changes));
    std::vector<float> latencies;
    latencies.reserve(static_cast<std::size_t>(changes) * static_cast<std::size_t>(watchers));
    std::vector<double> untilLast;
    qint64 answers = 0;
    qint64 heard = 0;
    // A seat is held, and given back four seconds later: place and state name the change, unless it takes longer than
    // that to tell; then one message tells both.
    const int mostKept = std::min(perSecond * 4, kActors * 90);
    constexpr int kPlaces = 2'000;
    std::vector<int> holdOf(kPlaces, -1);
    std::vector<int> releaseOf(kPlaces, -1);
    shop.setEvents({.answered = [&](int, bool ok, LoadTime) {
                        if (!ok)
                            qFatal("a change was refused");
                        ++answers;
                    },
                    .changed = [&](int client, qint32 place, bool isFree, LoadTime now) {
                        const int change = client >= watchers ? -1 : (isFree ? releaseOf : holdOf).at(static_cast<std::size_t>(place));
                        if (change < 0)
                            return;
                        ++heard;
                        const double latency = std::chrono::duration<double, std::milli>(now - told[static_cast<std::size_t>(change)]).count();
                        latencies.push_back(static_cast<float>(latency));
                        if (++heardBy[static_cast<std::size_t>(change)] == watchers)
                            untilLast.push_back(latency);
                    }});
    // Rivals tell their actors too, ours do not watch.
    const qint64 messagesBefore = shop.messagesReceived();
    const auto cpuBefore = process.cpuTime();
    const auto loadBefore = threadCpuTime();
    const LoadTime began = LoadClock::now();
    std::vector<qint32> kept;
    qint32 nextPlace = 0;
    for (int change = 0; change < changes; ++change) {
        const LoadTime due = began + std::chrono::microseconds(1'000'000LL * change / perSecond);
        while (LoadClock::now() < due)
            shop.poll(due - LoadClock::now());
        told[static_cast<std::size_t>(change)] = LoadClock::now();
        if (static_cast<int>(kept.size()) < mostKept) {
            holdOf[static_cast<std::size_t>(nextPlace)] = change;
            shop.hold(actorOf(nextPlace), nextPlace);
            kept.push_back(nextPlace);
            nextPlace = (nextPlace + 1) % kPlaces;
        } else {
            releaseOf[static_cast<std::size_t>(kept.front())] = change;
            shop.release(actorOf(kept.front()), kept.front());
            kept.erase(kept.begin());
        }
    }
    const qint64 expected = static_cast<qint64>(changes) * watchers;
    // Whoever cannot keep up is waited for, but not for ever.
    shop.pollUntil([&] { return heard >= expected && answers == changes; }, std::chrono::seconds(20));
    const double seconds = std::chrono::duration<double>(LoadClock::now() - began).count();
    const auto cpu = process.cpuTime() - cpuBefore;
    WatchFigures figures {.p50 = percentile({latencies.begin(), latencies.end()}, 0.5),
                          .p99 = percentile({latencies.begin(), latencies.end()}, 0.99),
                          .lastP50 = percentile(untilLast, 0.5),
                          .lastP99 = percentile(untilLast, 0.99),
                          .cpuPerMessage = std::chrono::duration<double, std::micro>(cpu).count() / std::max<double>(1, static_cast<double>(shop.messagesReceived() - messagesBefore)),
                          .loadShare = std::chrono::duration<double>(threadCpuTime() - loadBefore).count() / seconds,
                          .missing = expected - heard,
                          .lost = watchers + kActors - shop.openCount()};
    // Whoever is far behind may have let the holds run out meanwhile.
    shop.setEvents({.answered = [&](int, bool, LoadTime) { ++answers; }});
    qint64 asked = changes;
    for (const qint32 place : kept) {
        shop.release(actorOf(place), place);
        // A client may have no more than a few calls under way.
        if (++asked % kActors == 0)
            shop.pollUntil([&] { return answers == asked; }, std::chrono::seconds(20));
    }
    shop.pollUntil([&] { return answers == asked; }, std::chrono::seconds(20));
    shop.setEvents({});
    return figures;
}

void benchWatchers(Report &report, const BenchOptions &options)
{
    Table table({QStringLiteral("watchers"), QStringLiteral("changes/s"), QStringLiteral("p50 ms"), QStringLiteral("p99 ms"), QStringLiteral("last p50"), QStringLiteral("last p99"),
                 QStringLiteral("CPU us/message"), QStringLiteral("KB/connection"), QStringLiteral("missing"), QStringLiteral("load")});
    for (const int watchers : {1'000, 5'000, 10'000}) {
        const HouseUnderTest house({.seats = 50'000, .core = options.serverCore});
        ParterreShop shop(house.port(), house.events().front());
        const qint64 before = house.process().residentBytes();
        shop.connectMore(watchers, true, false);
        const double kilobytes = static_cast<double>(house.process().residentBytes() - before) / 1024 / watchers;
        shop.connectMore(kActors, false, true);
        for (const int perSecond : {20, 200}) {
            const WatchFigures f = measureWatchers(shop, house.process(), watchers, perSecond, options.time(std::chrono::milliseconds(6'000)));
            const QString key = QStringLiteral("watchers.%1.%2.").arg(watchers).arg(perSecond);
            report.add(key + QStringLiteral("p50_ms"), f.p50, QStringLiteral("ms"));
            report.add(key + QStringLiteral("p99_ms"), f.p99, QStringLiteral("ms"));
            report.add(key + QStringLiteral("last_p50_ms"), f.lastP50, QStringLiteral("ms"));
            report.add(key + QStringLiteral("last_p99_ms"), f.lastP99, QStringLiteral("ms"));
            report.add(key + QStringLiteral("cpu_us_per_message"), f.cpuPerMessage, QStringLiteral("us"));
            report.add(key + QStringLiteral("missing"), static_cast<double>(f.missing));
            report.add(key + QStringLiteral("load_share"), f.loadShare);
            table.addRow({QString::number(watchers), QString::number(perSecond), readable(f.p50), readable(f.p99), readable(f.lastP50), readable(f.lastP99), readable(f.cpuPerMessage),
                          readable(kilobytes), QString::number(f.missing), readable(f.loadShare)});
        }
        report.add(QStringLiteral("watchers.%1.kb_per_connection").arg(watchers), kilobytes, QStringLiteral("KB"));
        shop.verify(0);
    }
    table.print();
}

} // namespace parterre::bench
