// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/houseundertest.h"
#include "tests/bench/rawserver.h"
#include "tests/bench/seatclients.h"
#include "tests/bench/serverbench.h"

#include <map>
#include <numeric>

namespace parterre::bench {

namespace {

constexpr std::chrono::seconds kPatience {60};
constexpr int kTogether = 10;
constexpr std::chrono::milliseconds kQuiet {60}; // longer than a tick, so that every change is a first one

// One broadcast, or several, to every watcher.
struct Delivery {
    double cpuPerWatcher = 0;  // microseconds of the server
    double untilLast = 0;      // milliseconds
};

Delivery measure(const MeasuredProcess &process, WsSwarm &swarm, int watchers, const std::function<void()> &tell, const std::function<bool()> &allHaveIt)
{
    // What the rounds before left behind is not this one's.
    const LoadTime quiet = LoadClock::now() + kQuiet;
    while (LoadClock::now() < quiet)
        swarm.poll(quiet - LoadClock::now());
    const auto cpuBefore = process.cpuTime();
    const LoadTime began = LoadClock::now();
    tell();
    if (!swarm.pollUntil(allHaveIt, kPatience))
        qFatal("a broadcast did not reach everybody");
    const auto took = LoadClock::now() - began;
    // The server may still be busy with what follows the last send.
    const LoadTime settled = LoadClock::now() + std::chrono::milliseconds(5);
    while (LoadClock::now() < settled)
        swarm.poll(settled - LoadClock::now());
    return {.cpuPerWatcher = std::chrono::duration<double, std::micro>(process.cpuTime() - cpuBefore).count() / watchers,
            .untilLast = std::chrono::duration<double, std::milli>(took).count()};
}

// The watchers of one server, raw or ours, and how they are told something.
class RawAudience
{
public:
    RawAudience(RawServer &raw, int watchers) : m_raw(raw), m_watchers(watchers), m_teller(raw.connectWatchers(watchers)) { }

    Delivery broadcast(int times, std::string_view text)
    {
        qint64 heard = 0;
        m_raw.setOnText([&heard](int, LoadTime) { ++heard; });
        const Delivery delivery = measure(m_raw.process(), m_raw.swarm(), m_watchers, [&] { m_raw.broadcast(m_teller, times, text); },
                                          [&] { return heard == static_cast<qint64>(times) * m_watchers; });
        m_raw.setOnText({});
        return delivery;
    }

private:
    RawServer &m_raw;
    int m_watchers;
    int m_teller;
};

class SeatAudience
{
public:
    SeatAudience(const HouseUnderTest &house, int watchers) : m_house(house), m_clients(house.port(), house.events().front()), m_watchers(watchers)
    {
        m_clients.connectMore(watchers + 1);
        m_clients.signInAll(watchers, 1);
        m_clients.watchAll(0, watchers);
        m_clients.setOnAnswer([](int, const CallAnswer &answer, LoadTime) {
            if (!answer.ok)
                qFatal("refused: %.*s", static_cast<int>(answer.body.size()), answer.body.data());
        });
    }

    // Changes of so many seats, each by a call of its own, all of which arrive together: held, and the next time released.
    Delivery change(int count)
    {
        std::vector<qint32> places(static_cast<std::size_t>(count));
        std::iota(places.begin(), places.end(), count * 10);
        bool &held = m_held[count];
        const char *method = std::exchange(held, !held) ? "holds.release" : "holds.acquire";
        const qint64 target = m_clients.map().revision() + count; // each call that changes something is a revision
        int have = 0;
        m_clients.setOnChange([&](int, const SharedSeatMap::Change &change, LoadTime) {
            if (change.from < target && change.to >= target)
                ++have;
        });
        const Delivery delivery = measure(m_house.process(), m_clients.swarm(), m_watchers, [&] { m_clients.callTogether(m_watchers, places, method); },
                                          [&] { return have == m_watchers && m_clients.outstanding() == 0; });
        m_clients.setOnChange({});
        return delivery;
    }
    [[nodiscard]] std::string lastChange() const { return std::string(m_clients.lastChangeText()); }
    void verify() { m_clients.verifyMaps(); }

private:
    const HouseUnderTest &m_house;
    SeatClients m_clients;
    int m_watchers;
    std::map<int, bool> m_held; // by how many
};

double medianOf(const std::vector<Delivery> &all, double Delivery::*figure)
{
    std::vector<double> values;
    for (const Delivery &one : all)
        values.push_back(one.*figure);
    return median(values);
}

double medianRatio(const std::vector<Delivery> &ours, const std::vector<Delivery> &raw, double Delivery::*figure)
{
    std::vector<double> ratios;
    for (std::size_t i = 0; i < ours.size(); ++i)
        ratios.push_back(ours[i].*figure / (raw[i].*figure));
    return median(ratios);
}

} // namespace

void benchFanOut(Report &report, const BenchOptions &options)
{
    Table table({QStringLiteral("watchers"), QStringLiteral("changes"), QStringLiteral("raw: last ms"), QStringLiteral("ours: last ms"), QStringLiteral("x raw"),
                 QStringLiteral("raw: CPU us/watcher"), QStringLiteral("ours: CPU us/watcher"), QStringLiteral("x raw")});
    for (const int watchers : {1'000, 5'000}) {
        RawServer rawServer(options.serverCore);
        const HouseUnderTest house({.seats = 5'000, .core = options.serverCore});
        RawAudience raw(rawServer, watchers);
        SeatAudience ours(house, watchers);
        ours.change(1); // warm, and to learn the bytes
        const std::string text = ours.lastChange();
        raw.broadcast(1, text);
        for (const int count : {1, kTogether}) {
            std::vector<Delivery> rawRounds;
            std::vector<Delivery> ourRounds;
            for (int round = 0; round < options.rounds(16); ++round) {
                rawRounds.push_back(raw.broadcast(count, text));
                ourRounds.push_back(ours.change(count));
            }
            const double lastRatio = medianRatio(ourRounds, rawRounds, &Delivery::untilLast);
            const double cpuRatio = medianRatio(ourRounds, rawRounds, &Delivery::cpuPerWatcher);
            const QString key = QStringLiteral("fanout.%1.%2.").arg(watchers).arg(count == 1 ? QStringLiteral("one") : QStringLiteral("ten"));
            report.add(key + QStringLiteral("raw.last_ms"), medianOf(rawRounds, &Delivery::untilLast), QStringLiteral("ms"));
            report.add(key + QStringLiteral("ours.last_ms"), medianOf(ourRounds, &Delivery::untilLast), QStringLiteral("ms"));
            report.add(key + QStringLiteral("ratio_last"), lastRatio);
            report.add(key + QStringLiteral("raw.cpu_us"), medianOf(rawRounds, &Delivery::cpuPerWatcher), QStringLiteral("us"));
            report.add(key + QStringLiteral("ours.cpu_us"), medianOf(ourRounds, &Delivery::cpuPerWatcher), QStringLiteral("us"));
            report.add(key + QStringLiteral("ratio_cpu"), cpuRatio);
            table.addRow({QString::number(watchers), QString::number(count), readable(medianOf(rawRounds, &Delivery::untilLast)),
                          readable(medianOf(ourRounds, &Delivery::untilLast)), readable(lastRatio), readable(medianOf(rawRounds, &Delivery::cpuPerWatcher)),
                          readable(medianOf(ourRounds, &Delivery::cpuPerWatcher)), readable(cpuRatio)});
        }
        ours.verify();
    }
    table.print();
}

} // namespace parterre::bench
