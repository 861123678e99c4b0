// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/services/scheduler.h"

#include <algorithm>
#include <optional>
#include <vector>

namespace parterre::testing {

// Alarms that ring when a test says so.
class ToldScheduler final : public services::Scheduler
{
public:
    std::unique_ptr<services::Alarm> makeAlarm(std::function<void()> ring) override { return std::make_unique<ToldAlarm>(*this, std::move(ring)); }
    // All that are set for no later than that.
    void ring(std::chrono::milliseconds latest)
    {
        std::vector<ToldAlarm *> due;
        std::copy_if(m_alarms.begin(), m_alarms.end(), std::back_inserter(due), [latest](const ToldAlarm *alarm) { return alarm->after && *alarm->after <= latest; });
        for (ToldAlarm *alarm : due) {
            alarm->after.reset();
            alarm->rings();
        }
    }

private:
    class ToldAlarm final : public services::Alarm
    {
    public:
        ToldAlarm(ToldScheduler &scheduler, std::function<void()> ring) : rings(std::move(ring)), m_scheduler(scheduler) { m_scheduler.m_alarms.push_back(this); }
        ~ToldAlarm() override { std::erase(m_scheduler.m_alarms, this); }
        void start(std::chrono::milliseconds when) override { after = when; }
        void stop() override { after.reset(); }

        std::function<void()> rings;
        std::optional<std::chrono::milliseconds> after;

    private:
        ToldScheduler &m_scheduler;
    };
    std::vector<ToldAlarm *> m_alarms;
};

} // namespace parterre::testing
