// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/screens/doorbell.h"

namespace parterre::ui {

DoorBell::DoorBell(std::function<void()> beep, QObject *parent) : QObject(parent), m_beep(std::move(beep))
{
    m_silence.setSingleShot(true);
    m_silence.setTimerType(Qt::PreciseTimer);
    connect(&m_silence, &QTimer::timeout, this, &DoorBell::sound);
}

std::vector<std::chrono::milliseconds> DoorBell::rhythmOf(Tone sign)
{
    using namespace std::chrono_literals;
    switch (sign) {
    case Tone::Success: return {0ms};
    case Tone::Warning: return {0ms, 450ms};
    default: return {0ms, 150ms, 150ms};
    }
}

void DoorBell::ring(Tone sign)
{
    m_silence.stop();
    m_rhythm = rhythmOf(sign);
    m_next = 0;
    sound();
}

void DoorBell::sound()
{
    m_beep();
    if (++m_next < m_rhythm.size())
        m_silence.start(m_rhythm.at(m_next));
}

} // namespace parterre::ui
