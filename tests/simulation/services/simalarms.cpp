// SPDX-License-Identifier: GPL-3.0-or-later
#include "simalarms.h"

namespace parterre::simulation {

using namespace std::chrono_literals;

class SimAlarms::SimAlarm final : public services::Alarm
{
public:
    SimAlarm(SimAlarms &alarms, quint32 number, std::function<void()> ring) : m_alarms(alarms), m_number(number), m_ring(std::move(ring)) {}
    ~SimAlarm() override { m_alarms.m_alarms[m_number] = nullptr; }
    Q_DISABLE_COPY_MOVE(SimAlarm)

    void start(std::chrono::milliseconds after) override
    {
        m_setting = ++m_alarms.m_lastSetting;
        Stage &stage = m_alarms.m_stage;
        // A busy machine rings late.
        const auto late = stage.failing && stage.random.chance(10) ? stage.random.within(300ms) : 0ms;
        stage.agenda.put({.kind = LetterKind::Alarm, .office = static_cast<qint8>(m_alarms.m_office), .start = m_alarms.m_start, .number = m_number, .link = m_setting},
                         stage.now + after + late);
    }
    void stop() override { m_setting = 0; }

    quint64 m_setting = 0; // 0: not set
    SimAlarms &m_alarms;
    const quint32 m_number;
    std::function<void()> m_ring;
};

std::unique_ptr<services::Alarm> SimAlarms::makeAlarm(std::function<void()> ring)
{
    auto alarm = std::make_unique<SimAlarm>(*this, static_cast<quint32>(m_alarms.size()), std::move(ring));
    m_alarms.push_back(alarm.get());
    return alarm;
}

bool SimAlarms::isSet(const Letter &letter) const
{
    const SimAlarm *alarm = m_alarms[letter.number];
    return alarm && alarm->m_setting == letter.link;
}

void SimAlarms::ring(const Letter &letter)
{
    SimAlarm *alarm = m_alarms[letter.number];
    alarm->m_setting = 0;
    alarm->m_ring();
}

} // namespace parterre::simulation
