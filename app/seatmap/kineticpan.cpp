// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/seatmap/kineticpan.h"

#include <cmath>

namespace parterre {

namespace {

constexpr quint64 kMoment = 90;     // ms over which the speed is taken
constexpr quint64 kRest = 50;       // ms without a movement: the pointer stood still
constexpr double kLeastSpeed = 0.2; // pixels a ms; slower drags end where they end
constexpr double kMostSpeed = 6;
constexpr double kFriction = 320;   // ms in which the speed falls to 1/e

} // namespace

void KineticPan::hold(QPointF at, quint64 time)
{
    stop();
    m_samples = {{at, time}};
}

void KineticPan::drag(QPointF at, quint64 time)
{
    m_samples.push_back({at, time});
    while (m_samples.size() > 1 && m_samples.front().time + kMoment < time)
        m_samples.pop_front();
}

bool KineticPan::letGo(quint64 time)
{
    const std::deque<Sample> samples = std::exchange(m_samples, {});
    if (samples.size() < 2 || samples.back().time + kRest < time || samples.back().time <= samples.front().time)
        return false;
    m_speed = (samples.back().at - samples.front().at) / static_cast<double>(samples.back().time - samples.front().time);
    const double speed = std::hypot(m_speed.x(), m_speed.y());
    if (speed < kLeastSpeed)
        return false;
    m_speed *= std::min(speed, kMostSpeed) / speed;
    m_gone = {};
    // Until half a pixel of the way is left.
    m_duration = static_cast<int>(kFriction * std::log(2 * kFriction * std::min(speed, kMostSpeed)));
    start();
    return true;
}

void KineticPan::updateCurrentTime(int time)
{
    const QPoint gone = (m_speed * kFriction * (1 - std::exp(-time / kFriction))).toPoint();
    const QPoint by = gone - std::exchange(m_gone, gone);
    if (!by.isNull())
        Q_EMIT moved(by);
}

} // namespace parterre
