// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/bench/measuredprocess.h"
#include "tests/bench/wsswarm.h"

#include <functional>

namespace parterre::bench {

// The raw limit (bench_raw) as a process, and clients of it.
class RawServer : private WsSwarm::Listener
{
public:
    explicit RawServer(int core);

    [[nodiscard]] const MeasuredProcess &process() const { return m_process; }
    [[nodiscard]] WsSwarm &swarm() { return m_swarm; }
    void setOnText(std::function<void(int client, LoadTime now)> onText) { m_onText = std::move(onText); }
    // Connects watchers, and one more that is none and tells the server what to write; answers its number.
    int connectWatchers(int count);
    // Every watcher gets the text, `times` times, each as a write of its own.
    void broadcast(int teller, int times, std::string_view text);

private:
    void onText(int client, std::string_view text, LoadTime now) override;

    MeasuredProcess m_process;
    WsSwarm m_swarm;
    std::function<void(int, LoadTime)> m_onText;
};

} // namespace parterre::bench
