// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/widgets/tones.h"

#include <QTimer>

#include <chrono>
#include <functional>
#include <vector>

namespace parterre::ui {

// What is heard at a door, for whoever looks at the guest and not at the sign: once for green, twice and slowly for amber, three
// times and quickly for red.
class DoorBell : public QObject
{
    Q_OBJECT
public:
    // `beep` makes one sound.
    explicit DoorBell(std::function<void()> beep, QObject *parent = nullptr);

    // Ends what sounds still: the next guest is another.
    void ring(Tone sign);
    [[nodiscard]] bool isSounding() const { return m_silence.isActive(); } // there is more to come
    // The silence before each.
    [[nodiscard]] static std::vector<std::chrono::milliseconds> rhythmOf(Tone sign);

private:
    void sound();

    const std::function<void()> m_beep;
    std::vector<std::chrono::milliseconds> m_rhythm;
    std::size_t m_next = 0;
    QTimer m_silence;
};

} // namespace parterre::ui
