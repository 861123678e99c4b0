// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractEventDispatcher>

#include <chrono>
#include <optional>
#include <set>
#include <unordered_map>

namespace parterre::transport {

// The timers of one event dispatcher: which are due, and when the next one is. Time is handed in. Lives on the
// dispatcher's thread.
class TimerList
{
public:
    using Time = std::chrono::steady_clock::time_point;

    void add(int id, std::chrono::milliseconds interval, Qt::TimerType type, QObject *object, Time now);
    bool remove(int id);
    bool removeAllOf(QObject *object);
    [[nodiscard]] QList<QAbstractEventDispatcher::TimerInfo> timersOf(QObject *object) const;
    // Milliseconds, rounded up; -1 if there is no such timer.
    [[nodiscard]] int remaining(int id, Time now) const;
    // When fire() next has something to do. A timer whose event is being handled right now does not count: it must not
    // keep a nested event loop spinning.
    [[nodiscard]] std::optional<Time> next() const;
    // Sends one event to each timer that is due, in order of their times; returns how many. Timers that an event
    // handler adds or makes due wait for the next call, so zero timers cannot starve the sockets.
    int fire(Time now);

private:
    struct Timer {
        std::chrono::milliseconds interval = {};
        Qt::TimerType type = Qt::CoarseTimer;
        QObject *object = nullptr;
        quint64 serial = 0; // ids are used again, serials are not
        Time nominal = {};
        Time deadline = {}; // nominal, rounded up as the type allows
        bool firing = false;
    };
    struct Due {
        Time deadline = {};
        quint64 serial = 0;
        int id = 0;

        friend auto operator<=>(const Due &, const Due &) = default;
    };

    void schedule(int id, Timer &timer, Time nominal);

    std::unordered_map<int, Timer> m_timers;
    std::set<Due> m_queue;
    quint64 m_lastSerial = 0;
};

} // namespace parterre::transport
