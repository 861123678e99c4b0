// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/serviceworld.h"

#include <atomic>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <mutex>
#include <thread>

using namespace parterre::simulation;

namespace {

constexpr std::size_t kTraceShown = 6'000;

struct Orders {
    quint64 first = 1;
    quint64 seeds = 1;
    unsigned jobs = std::max(1U, std::thread::hardware_concurrency());
    bool trace = false;
};

[[noreturn]] void explain()
{
    std::fputs("usage: parterre-simulate [--first SEED] [--seeds N] [--jobs N] [--trace]\n", stderr);
    std::exit(2);
}

Orders readOrders(int argc, char **argv)
{
    Orders orders;
    for (int i = 1; i < argc; ++i) {
        if (std::strcmp(argv[i], "--trace") == 0) {
            orders.trace = true;
            continue;
        }
        char *end = nullptr;
        const quint64 value = i + 1 < argc ? std::strtoull(argv[i + 1], &end, 10) : 0;
        if (!end || end == argv[i + 1] || *end != '\0' || value == 0)
            explain();
        if (std::strcmp(argv[i], "--first") == 0)
            orders.first = value;
        else if (std::strcmp(argv[i], "--seeds") == 0)
            orders.seeds = value;
        else if (std::strcmp(argv[i], "--jobs") == 0)
            orders.jobs = static_cast<unsigned>(value);
        else
            explain();
        ++i;
    }
    return orders;
}

// The seeds, handed out to all cores; the first that breaks a promise ends it.
class Campaign
{
public:
    explicit Campaign(const Orders &orders) : m_orders(orders), m_next(orders.first), m_end(orders.first + orders.seeds) {}

    void run()
    {
        std::vector<std::jthread> workers;
        for (unsigned job = 0; job < m_orders.jobs; ++job)
            workers.emplace_back([this] { work(); });
    }
    [[nodiscard]] quint64 done() const { return m_done; }
    [[nodiscard]] const WorldTally &tally() const { return m_tally; }
    [[nodiscard]] quint64 failedSeed() const { return m_failedSeed; }

private:
    void work()
    {
        WorldTally tally;
        for (quint64 seed = m_next++; seed < m_end && m_failedSeed == 0; seed = m_next++) {
            const WorldOutcome outcome = ServiceWorld(seed).run();
            tally.add(outcome.tally);
            if (!outcome.failure.empty())
                m_failedSeed = seed;
            tell(++m_done);
        }
        const std::scoped_lock lock(m_mutex);
        m_tally.add(tally);
    }
    // Ten lines for a long run, none for a short one.
    void tell(quint64 done) const
    {
        const quint64 tenth = m_orders.seeds / 10;
        if (tenth >= 10'000 && done % tenth == 0)
            std::fprintf(stderr, "%llu seeds done\n", static_cast<unsigned long long>(done));
    }

    const Orders m_orders;
    std::atomic<quint64> m_next;
    const quint64 m_end;
    std::atomic<quint64> m_done = 0;
    std::atomic<quint64> m_failedSeed = 0;
    std::mutex m_mutex;
    WorldTally m_tally;
};

int show(quint64 seed)
{
    const WorldOutcome outcome = ServiceWorld(seed, {.keepsTrace = true}).run();
    const std::size_t from = outcome.trace.size() > kTraceShown ? outcome.trace.size() - kTraceShown : 0;
    std::printf("...\n%s\nseed %llu: %s\nsee it again: ./dev simulate --first %llu --seeds 1 (--trace: all of what happened)\n", outcome.trace.c_str() + from,
                static_cast<unsigned long long>(seed), outcome.failure.c_str(), static_cast<unsigned long long>(seed));
    return 1;
}

} // namespace

// Runs seeds on all cores and shows what happened in them as one table; fails with the first seed that breaks a promise.
// --trace prints what happened with the first seed, and nothing else.
int main(int argc, char **argv)
{
    const Orders orders = readOrders(argc, argv);
    prepareSimulation();
    if (orders.trace) {
        const WorldOutcome outcome = ServiceWorld(orders.first, {.keepsTrace = true}).run();
        std::fwrite(outcome.trace.data(), 1, outcome.trace.size(), stdout);
        if (!outcome.failure.empty())
            std::fprintf(stderr, "%s\n", outcome.failure.c_str());
        return outcome.failure.empty() ? 0 : 1;
    }
    const auto began = std::chrono::steady_clock::now();
    Campaign campaign(orders);
    campaign.run();
    const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - began).count();
    if (campaign.failedSeed() != 0)
        return show(campaign.failedSeed());
    std::fputs(campaign.tally().table().c_str(), stdout);
    std::printf("%llu seeds from %llu kept every promise; %.0f s on %u cores, %.0f seeds/s, %.0f operations/s\n", static_cast<unsigned long long>(campaign.done()),
                static_cast<unsigned long long>(orders.first), seconds, orders.jobs, static_cast<double>(campaign.done()) / seconds,
                static_cast<double>(campaign.tally().operations) / seconds);
    return 0;
}
