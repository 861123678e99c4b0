// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/bench/plainwriter.h"

#include <chrono>
#include <memory>

namespace parterre::bench {

// What one stretch of bookings took. A sale's time runs from when it is asked for until it is known to be durable.
struct Stretch {
    double perSecond = 0;
    double p50 = 0;            // milliseconds
    double p99 = 0;
    double callerCpu = 0;      // microseconds a sale costs the thread that asks
    double processCpu = 0;     // microseconds a sale costs all threads of this process together
};

// One way of writing sales, with a database of its own that holds a house and nothing else at first.
class Contestant
{
public:
    virtual ~Contestant() = default;

    // Keeps so many sales waiting until the time is over, then waits for the last of them. Ends the program if the
    // database then holds other sales than those that were acknowledged.
    [[nodiscard]] Stretch run(std::size_t outstanding, std::chrono::milliseconds time, std::size_t mostSales);

protected:
    Contestant(storage::DatabaseConfig config, const testing::SampleHouse &house, int ticketsPerSale);

    using Moment = std::chrono::steady_clock::time_point;
    // The times, in milliseconds, of all sales that were acknowledged: the first so many of `sales`.
    [[nodiscard]] virtual std::vector<double> write(const std::vector<storage::CheckoutWrite> &sales, std::size_t outstanding,
                                                    std::chrono::milliseconds time) = 0;
    [[nodiscard]] const storage::DatabaseConfig &config() const { return m_config; }
    // Of the stretch that is measured, without what had to be made ready for it.
    void begin();
    void end();
    [[nodiscard]] bool isOver(std::chrono::milliseconds time) const { return std::chrono::steady_clock::now() >= m_begin + time; }

private:
    void verify(const std::vector<storage::CheckoutWrite> &sales, std::size_t acknowledged);

    const storage::DatabaseConfig m_config;
    SaleMaker m_maker;
    Stock m_expected;
    Moment m_begin;
    Moment m_end;
    double m_callerCpu = 0;
    double m_processCpu = 0;
};

// storage::Storage, the way the server sells.
[[nodiscard]] std::unique_ptr<Contestant> ours(const storage::DatabaseConfig &config, const testing::SampleHouse &house, int ticketsPerSale,
                                               const Clock &clock);
// Plain code, a transaction for each sale, on so many connections with a thread each.
[[nodiscard]] std::unique_ptr<Contestant> oneByOne(const storage::DatabaseConfig &config, const testing::SampleHouse &house, int ticketsPerSale,
                                                   int connections);
// The bare rows of as many sales as wait, written at once and again: what the database can do at most.
[[nodiscard]] std::unique_ptr<Contestant> bare(const storage::DatabaseConfig &config, const testing::SampleHouse &house, int ticketsPerSale);

} // namespace parterre::bench
