// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractAnimation>
#include <QPointF>

#include <deque>

namespace parterre {

// A map that is thrown goes on by itself and comes to rest. Watches a drag, and moves on with its last speed when it is
// let go, slowing down as friction does. Whoever takes hold of the map stops it.
class KineticPan final : public QAbstractAnimation
{
    Q_OBJECT

public:
    using QAbstractAnimation::QAbstractAnimation;

    // A drag: where the pointer is and when, in milliseconds of the events' clock.
    void hold(QPointF at, quint64 time);
    void drag(QPointF at, quint64 time);
    // Goes on when the pointer was still fast; answers whether it does.
    bool letGo(quint64 time);

    [[nodiscard]] int duration() const override { return m_duration; }

Q_SIGNALS:
    // So many pixels since the last time.
    void moved(QPoint by);

protected:
    void updateCurrentTime(int time) override;

private:
    struct Sample {
        QPointF at;
        quint64 time = 0;
    };

    std::deque<Sample> m_samples; // of the last moments
    QPointF m_speed;              // pixels a millisecond, when let go
    QPoint m_gone;
    int m_duration = 0;
};

} // namespace parterre
