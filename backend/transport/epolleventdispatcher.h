// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/transport/timerlist.h"

#include <QAbstractEventDispatcher>

#include <array>
#include <atomic>
#include <span>
#include <unordered_map>
#include <vector>

struct epoll_event;

namespace parterre::transport {

// An event dispatcher over Linux epoll: a pass costs what is ready, not what is connected. Give it to
// QThread::setEventDispatcher() before the thread starts; the thread owns it then. Everything but wakeUp() and
// interrupt() belongs to that thread.
class EpollEventDispatcher final : public QAbstractEventDispatcher
{
    Q_OBJECT
public:
    explicit EpollEventDispatcher(QObject *parent = nullptr);
    ~EpollEventDispatcher() override;

    bool processEvents(QEventLoop::ProcessEventsFlags flags) override;

    void registerSocketNotifier(QSocketNotifier *notifier) override;
    void unregisterSocketNotifier(QSocketNotifier *notifier) override;

    using QAbstractEventDispatcher::registerTimer;
    void registerTimer(int timerId, qint64 interval, Qt::TimerType timerType, QObject *object) override;
    bool unregisterTimer(int timerId) override;
    bool unregisterTimers(QObject *object) override;
    [[nodiscard]] QList<TimerInfo> registeredTimers(QObject *object) const override;
    int remainingTime(int timerId) override;

    void wakeUp() override;
    void interrupt() override;

private:
    // What is watched of one descriptor. `applied` is what the kernel knows; the difference is told to it once per
    // pass, so a write notifier that is switched on and off again within one costs no system call.
    struct Watch {
        std::array<QSocketNotifier *, 3> notifiers = {}; // by QSocketNotifier::Type
        quint32 generation = 0; // tells a descriptor from the one that bore its number before
        quint32 applied = 0;
        bool changed = false;
    };

    static quint32 wantedEvents(const Watch &watch);
    void markChanged(int descriptor, Watch &watch);
    void applyChanges();
    void giveUp(int descriptor, int error);
    int wait(int timeout, bool sockets, std::span<epoll_event> events);
    int activate(const epoll_event &event);
    [[nodiscard]] int timeoutUntilNextTimer() const;
    void drainWakeUps();

    int m_epoll = -1;
    int m_wakeUpDescriptor = -1;
    std::atomic<bool> m_wakeUpPending = false;
    std::atomic<bool> m_interrupted = false;
    quint32 m_lastGeneration = 0;
    std::unordered_map<int, Watch> m_watches;
    std::vector<int> m_changed;
    TimerList m_timers;
};

} // namespace parterre::transport
