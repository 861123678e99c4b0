// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/services/scheduler.h"

namespace parterre::services {

// Alarms of the event loop of the thread they are made on. Has no state.
class QtScheduler final : public Scheduler
{
public:
    [[nodiscard]] std::unique_ptr<Alarm> makeAlarm(std::function<void()> ring) override;
};

} // namespace parterre::services
