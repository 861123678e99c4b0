// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <chrono>

namespace parterre::simulation {

// All chance of one run, from its seed: SplitMix64 (Steele, Lea, Flood 2014), the same on every platform.
class SimRandom
{
public:
    explicit SimRandom(quint64 seed) : m_state(seed) {}

    quint64 next()
    {
        quint64 z = (m_state += 0x9E3779B97F4A7C15U);
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9U;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBU;
        return z ^ (z >> 31);
    }
    // 0..bound-1
    int below(int bound) { return static_cast<int>(next() % static_cast<quint64>(bound)); }
    int between(int first, int last) { return first + below(last - first + 1); }
    bool chance(int percent) { return below(100) < percent; }
    std::chrono::milliseconds within(std::chrono::milliseconds longest)
    {
        return std::chrono::milliseconds(below(static_cast<int>(longest.count()) + 1));
    }

private:
    quint64 m_state;
};

} // namespace parterre::simulation
