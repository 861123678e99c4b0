// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/services/qtscheduler.h"

#include <QTimer>

namespace parterre::services {

namespace {

class QtAlarm final : public Alarm
{
public:
    explicit QtAlarm(std::function<void()> ring)
    {
        m_timer.setSingleShot(true);
        m_timer.setTimerType(Qt::PreciseTimer);
        m_timer.callOnTimeout(&m_timer, std::move(ring));
    }
    void start(std::chrono::milliseconds after) override { m_timer.start(after); }
    void stop() override { m_timer.stop(); }

private:
    QTimer m_timer;
};

} // namespace

std::unique_ptr<Alarm> QtScheduler::makeAlarm(std::function<void()> ring)
{
    return std::make_unique<QtAlarm>(std::move(ring));
}

} // namespace parterre::services
