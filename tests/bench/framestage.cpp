// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/framestage.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QEvent>
#include <QScreen>
#include <QWidget>

#include <cstdlib>
#include <ctime>

#include <sys/resource.h>
#include <xcb/xcb.h>

namespace parterre::bench {

namespace {

constexpr qint64 kPatience = 20'000; // ms
clockid_t frameClock = CLOCK_MONOTONIC;

double milliseconds()
{
    timespec time {};
    ::clock_gettime(frameClock, &time);
    return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) / 1e6;
}

// Requests are carried out in order: with the answer to this one, everything before is done.
void roundTrip()
{
    if (QGuiApplication::platformName() != QLatin1String("xcb"))
        return;
    xcb_connection_t *connection = qApp->nativeInterface<QNativeInterface::QX11Application>()->connection();
    std::free(xcb_get_input_focus_reply(connection, xcb_get_input_focus(connection), nullptr));
}

} // namespace

FrameStage::FrameStage(QWidget &window, QWidget &painted) : m_window(window), m_widget(&painted)
{
    painted.installEventFilter(this);
    window.show();
    painted.update();
    QElapsedTimer waiting;
    waiting.start();
    while (m_painted == 0) {
        QCoreApplication::processEvents(QEventLoop::AllEvents, 10);
        if (waiting.elapsed() > kPatience)
            qFatal("the window was not painted");
    }
    settle();
}

FrameStage::~FrameStage() = default;

void FrameStage::watch(QWidget &painted)
{
    m_widget = &painted;
    painted.installEventFilter(this);
}

bool FrameStage::eventFilter(QObject *watched, QEvent *event)
{
    m_painted += watched == m_widget && event->type() == QEvent::Paint;
    return false;
}

void FrameStage::flush()
{
    QCoreApplication::sendPostedEvents();
    QEvent update(QEvent::UpdateRequest);
    QCoreApplication::sendEvent(&m_window, &update);
    roundTrip();
}

double FrameStage::frame(const std::function<void()> &change)
{
    const int before = m_painted;
    const double start = milliseconds();
    change();
    flush();
    const double time = milliseconds() - start;
    if (m_painted == before)
        qFatal("a frame was measured in which nothing was painted");
    QCoreApplication::processEvents();
    return time;
}

std::vector<double> FrameStage::frames(int count, const std::function<void(int)> &change)
{
    std::vector<double> times;
    for (int i = 0; i < count; ++i)
        times.push_back(frame([&] { change(i); }));
    return times;
}

void FrameStage::settle()
{
    QElapsedTimer timer;
    for (timer.start(); timer.elapsed() < 50;)
        QCoreApplication::processEvents(QEventLoop::AllEvents, 10);
    flush();
}

QImage FrameStage::screen()
{
    settle();
    return m_window.screen()->grabWindow(m_window.winId()).toImage();
}

void countCpuTime()
{
    frameClock = CLOCK_PROCESS_CPUTIME_ID;
}

double cpuSeconds()
{
    rusage usage {};
    ::getrusage(RUSAGE_SELF, &usage);
    const auto seconds = [](const timeval &time) { return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6; };
    return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

} // namespace parterre::bench
