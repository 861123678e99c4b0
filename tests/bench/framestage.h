// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QObject>

#include <functional>
#include <vector>

class QWidget;

namespace parterre::bench {

// A window on the screen whose frames are made one by one: what is asked for is painted at once, and a frame ends when
// the window system has answered that it has the pixels. Ends the program with a message when nothing was painted.
class FrameStage final : public QObject
{
public:
    // `painted` is `window` or within it: the widget whose paint events are frames. Shows the window.
    FrameStage(QWidget &window, QWidget &painted);
    ~FrameStage() override;

    // From now on frames are the paint events of another widget in the window.
    void watch(QWidget &painted);

    // Milliseconds from the start of `change` until its picture is on the screen.
    double frame(const std::function<void()> &change);
    [[nodiscard]] std::vector<double> frames(int count, const std::function<void(int)> &change);
    // Lets everything under way come to rest without measuring it.
    void settle();
    // The window's pixels as the window system has them.
    [[nodiscard]] QImage screen();
    // Paint events so far.
    [[nodiscard]] int painted() const { return m_painted; }

    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void flush();

    QWidget &m_window;
    QWidget *m_widget;
    int m_painted = 0;
};

// Makes every frame of this program count its time on a core instead of the time that passes: what it costs beside other
// work. What the window system does is not in it.
void countCpuTime();
// How long the program has been on a core, all threads together, in seconds.
[[nodiscard]] double cpuSeconds();

} // namespace parterre::bench
