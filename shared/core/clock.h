// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>

namespace parterre {

// A moment in UTC, to the millisecond. What people and databases see.
using Instant = std::chrono::time_point<std::chrono::system_clock, std::chrono::milliseconds>;
// A moment on a clock that never jumps. What deadlines are kept in; meaningless outside this process.
using Tick = std::chrono::time_point<std::chrono::steady_clock, std::chrono::milliseconds>;

// Where time comes from. Code that decides by time takes one of these, so that tests and simulations own it.
class Clock
{
public:
    virtual ~Clock() = default;
    [[nodiscard]] virtual Instant utcNow() const = 0;
    [[nodiscard]] virtual Tick steadyNow() const = 0;
};

// The machine's clocks. Thread-safe: it has no state.
class SystemClock final : public Clock
{
public:
    [[nodiscard]] Instant utcNow() const override;
    [[nodiscard]] Tick steadyNow() const override;
};

} // namespace parterre
