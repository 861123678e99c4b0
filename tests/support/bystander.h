// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/integration/rawrpcclient.h"

#include <chrono>
#include <thread>
#include <vector>

namespace parterre::testing {

// A well-behaved client beside an attack: it holds or releases a seat again and again and notes how long each answer took.
// A call that could not leave in time because the one before was late counts from when it was due.
class Bystander
{
public:
    using Clock = std::chrono::steady_clock;

    Bystander(quint16 port, const EventId &event, std::chrono::milliseconds pace = std::chrono::milliseconds(10));

    // Until `over` says so; it is asked once a call. False when a call was not answered as it should be.
    template<class Over>
    [[nodiscard]] bool run(Over over)
    {
        auto due = Clock::now();
        while (!over()) {
            std::this_thread::sleep_until(due);
            if (!call())
                return false;
            m_latencies.push_back(std::chrono::duration<double, std::milli>(Clock::now() - due).count());
            due += m_pace;
        }
        return true;
    }

    // Milliseconds, in the order of the calls.
    [[nodiscard]] const std::vector<double> &latencies() const { return m_latencies; }
    void forgetLatencies() { m_latencies.clear(); }

private:
    bool call();

    RawRpcClient m_client;
    const EventId m_event;
    const std::chrono::milliseconds m_pace;
    int m_calls = 0;
    std::vector<double> m_latencies;
};

} // namespace parterre::testing
