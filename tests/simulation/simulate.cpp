// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/serviceworld.h"

#include <atomic>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <limits>
#include <mutex>
#include <string_view>
#include <thread>

using namespace parterre::simulation;

namespace {

constexpr std::size_t kTraceShown = 6'000;

struct Orders {
    quint64 first = 1;
    quint64 seeds = 1;
    unsigned jobs = std::max(1U, std::thread::hardware_concurrency());
    WorldWishes wishes = {};
};

[[noreturn]] void explain()
{
    std::fputs("usage: parterre-simulate [--first SEED] [--seeds N] [--jobs N] [--operations N] [--trace] [--die CALL MOMENT]\n", stderr);
    std::exit(2);
}

std::optional<quint64> readNumber(const char *text)
{
    char *end = nullptr;
    const quint64 value = text ? std::strtoull(text, &end, 10) : 0;
    return end && end != text && *end == '\0' ? std::optional(value) : std::nullopt;
}

Orders readOrders(int argc, char **argv)
{
    Orders orders;
    int next = 1;
    const auto number = [&](quint64 least, quint64 most) {
        const std::optional<quint64> value = readNumber(next < argc ? argv[next++] : nullptr);
        if (!value || *value < least || *value > most)
            explain();
        return *value;
    };
    constexpr quint64 kMost = 1'000'000'000'000;
    constexpr quint64 kMostInt = std::numeric_limits<int>::max();
    while (next < argc) {
        const std::string_view name = argv[next++];
        if (name == "--trace") {
            orders.wishes.keepsTrace = true;
        } else if (name == "--first") {
            orders.first = number(1, kMost);
        } else if (name == "--seeds") {
            orders.seeds = number(1, kMost);
        } else if (name == "--jobs") {
            orders.jobs = static_cast<unsigned>(number(1, 1'024));
        } else if (name == "--operations") {
            orders.wishes.operations = static_cast<int>(number(1, kMostInt));
        } else if (name == "--die") {
            orders.wishes.crash.call = static_cast<int>(number(0, kMostInt));
            orders.wishes.crash.moment = static_cast<CrashMoment>(number(0, kCrashMoments - 1));
        } else {
            explain();
        }
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
            const WorldOutcome outcome = ServiceWorld(seed, m_orders.wishes).run();
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

int show(quint64 seed, WorldWishes wishes)
{
    wishes.keepsTrace = true;
    const WorldOutcome outcome = ServiceWorld(seed, wishes).run();
    const std::size_t from = outcome.trace.size() > kTraceShown ? outcome.trace.size() - kTraceShown : 0;
    std::printf("...\n%s\nseed %llu: %s\nsee it again: ./dev simulate --first %llu --seeds 1 (--trace: all of what happened)\n", outcome.trace.c_str() + from,
                static_cast<unsigned long long>(seed), outcome.failure.c_str(), static_cast<unsigned long long>(seed));
    return 1;
}

} // namespace

// Runs seeds on all cores and shows what happened in them as one table; fails with the first seed that breaks a promise.
// --trace prints what happened with the first seed, and nothing else; --die lets a server die at its CALL-th call to the
// store, before it takes effect (MOMENT 0), after that (1) or after its answer (2).
int main(int argc, char **argv)
{
    const Orders orders = readOrders(argc, argv);
    prepareSimulation();
    if (orders.wishes.keepsTrace) {
        const WorldOutcome outcome = ServiceWorld(orders.first, orders.wishes).run();
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
        return show(campaign.failedSeed(), orders.wishes);
    std::fputs(campaign.tally().table().c_str(), stdout);
    std::printf("%llu seeds from %llu kept every promise; %.0f s on %u cores, %.0f seeds/s, %.0f operations/s\n", static_cast<unsigned long long>(campaign.done()),
                static_cast<unsigned long long>(orders.first), seconds, orders.jobs, static_cast<double>(campaign.done()) / seconds,
                static_cast<double>(campaign.tally().operations) / seconds);
    return 0;
}
