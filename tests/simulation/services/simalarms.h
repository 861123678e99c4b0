// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "stage.h"

namespace parterre::simulation {

// The alarms of one server process; they ring when the world delivers their letters, which may be late.
class SimAlarms final : public services::Scheduler
{
public:
    SimAlarms(Stage &stage, int office, quint32 start) : m_stage(stage), m_office(office), m_start(start) {}

    [[nodiscard]] std::unique_ptr<services::Alarm> makeAlarm(std::function<void()> ring) override;
    // Whether it is one that has still to ring.
    [[nodiscard]] bool isSet(const Letter &letter) const;
    void ring(const Letter &letter);

private:
    class SimAlarm;

    Stage &m_stage;
    const int m_office;
    const quint32 m_start;
    quint64 m_lastSetting = 0;
    std::vector<SimAlarm *> m_alarms; // null once gone
};

} // namespace parterre::simulation
