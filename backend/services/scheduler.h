// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <functional>
#include <memory>

namespace parterre::services {

// Rings once after each start, on the house thread, never before the time is over and perhaps late. Starting it again
// moves it; once it is stopped or gone it does not ring.
class Alarm
{
public:
    virtual ~Alarm() = default;
    virtual void start(std::chrono::milliseconds after) = 0;
    virtual void stop() = 0;
};

// Where alarms come from. Injected like the clock, so that a simulation owns all time there is.
class Scheduler
{
public:
    virtual ~Scheduler() = default;
    [[nodiscard]] virtual std::unique_ptr<Alarm> makeAlarm(std::function<void()> ring) = 0;
};

} // namespace parterre::services
