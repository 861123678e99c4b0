// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/widgets/tones.h"
#include "shared/core/clock.h"

#include <QWidget>

#include <optional>

class QTimer;

namespace parterre::ui {

// Time left until a moment of the steady clock, as minutes and seconds, ticking on the full second. Under a minute it
// turns to the warning colour and its clock to a warning sign.
class CountdownLabel : public QWidget
{
    Q_OBJECT
public:
    explicit CountdownLabel(const Clock &clock, QWidget *parent = nullptr);

    void setDeadline(std::optional<Tick> deadline);
    // Whole seconds, rounded up: "0:00" is only shown when the time is really over.
    [[nodiscard]] std::chrono::seconds remaining() const;
    [[nodiscard]] bool urgent() const;
    [[nodiscard]] QString text() const;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

    // Reads the clock and repaints; the timer calls it.
    void refresh();

Q_SIGNALS:
    void expired();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Clock &m_clock;
    std::optional<Tick> m_deadline;
    QTimer *m_timer;
};

} // namespace parterre::ui
