// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/core/clock.h"
#include "simrandom.h"

#include <algorithm>
#include <vector>

namespace parterre::simulation {

struct NetworkFaults {
    int lostPercent = 0;
    int twicePercent = 0;
    int latePercent = 0;
    std::chrono::milliseconds latest {0};
};

struct NetworkCounts {
    int lost = 0;
    int twice = 0;
    int late = 0;
};

// Everything under way, in order of arrival. What is sent is lost, doubled, late and so reordered as the faults say; what
// is put only takes its time.
template<class Message>
class SimNetwork
{
public:
    explicit SimNetwork(SimRandom &random) : m_random(random) {}

    void setFaults(const NetworkFaults &faults) { m_faults = faults; }
    void send(const Message &message, Tick now)
    {
        if (m_random.chance(m_faults.lostPercent)) {
            ++m_counts.lost;
            return;
        }
        put(message, now + travel());
        if (m_random.chance(m_faults.twicePercent)) {
            ++m_counts.twice;
            put(message, now + travel());
        }
    }
    void put(Message message, Tick due)
    {
        m_entries.push_back({due, ++m_serial, std::move(message)});
        std::push_heap(m_entries.begin(), m_entries.end(), isLater);
    }

    [[nodiscard]] const NetworkCounts &counts() const { return m_counts; }
    [[nodiscard]] bool isEmpty() const { return m_entries.empty(); }
    [[nodiscard]] Tick nextDue() const { return m_entries.front().due; }
    [[nodiscard]] Message takeNext()
    {
        std::pop_heap(m_entries.begin(), m_entries.end(), isLater);
        Message message = std::move(m_entries.back().message);
        m_entries.pop_back();
        return message;
    }

private:
    struct Entry {
        Tick due = {};
        quint64 serial = 0;
        Message message = {};
    };

    [[nodiscard]] static bool isLater(const Entry &a, const Entry &b) { return a.due != b.due ? a.due > b.due : a.serial > b.serial; }
    [[nodiscard]] std::chrono::milliseconds travel()
    {
        const auto usual = m_random.within(std::chrono::milliseconds(40));
        if (!m_random.chance(m_faults.latePercent))
            return usual;
        ++m_counts.late;
        return usual + m_random.within(m_faults.latest);
    }

    SimRandom &m_random;
    NetworkFaults m_faults;
    NetworkCounts m_counts;
    std::vector<Entry> m_entries; // a heap, the next one first
    quint64 m_serial = 0;
};

} // namespace parterre::simulation
