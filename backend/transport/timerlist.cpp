// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/transport/timerlist.h"

#include <QCoreApplication>
#include <QTimerEvent>
#include <QVarLengthArray>

#include <algorithm>

namespace parterre::transport {

using std::chrono::milliseconds;

namespace {

// Coarse timers may be late by this much, never early. Rounding to common multiples makes them fire together.
milliseconds granularity(Qt::TimerType type, milliseconds interval)
{
    switch (type) {
    case Qt::PreciseTimer:
        return milliseconds(0);
    case Qt::CoarseTimer:
        return interval / 20;
    case Qt::VeryCoarseTimer:
        return milliseconds(1000);
    }
    Q_UNREACHABLE();
}

TimerList::Time roundUp(TimerList::Time time, milliseconds step)
{
    if (step.count() <= 0)
        return time;
    const TimerList::Time::duration excess = time.time_since_epoch() % step;
    return excess.count() == 0 ? time : time + (step - excess);
}

} // namespace

void TimerList::schedule(int id, Timer &timer, Time nominal)
{
    timer.nominal = nominal;
    timer.deadline = roundUp(nominal, granularity(timer.type, timer.interval));
    m_queue.insert({timer.deadline, timer.serial, id});
}

void TimerList::add(int id, milliseconds interval, Qt::TimerType type, QObject *object, Time now)
{
    remove(id);
    Timer &timer = m_timers[id];
    timer = {.interval = interval, .type = type, .object = object, .serial = ++m_lastSerial};
    schedule(id, timer, now + interval);
}

bool TimerList::remove(int id)
{
    const auto found = m_timers.find(id);
    if (found == m_timers.end())
        return false;
    m_queue.erase({found->second.deadline, found->second.serial, id});
    m_timers.erase(found);
    return true;
}

bool TimerList::removeAllOf(QObject *object)
{
    return std::erase_if(m_timers, [&](const auto &entry) {
        const auto &[id, timer] = entry;
        return timer.object == object && m_queue.erase({timer.deadline, timer.serial, id}) > 0;
    }) > 0;
}

QList<QAbstractEventDispatcher::TimerInfo> TimerList::timersOf(QObject *object) const
{
    QList<QAbstractEventDispatcher::TimerInfo> all;
    for (const auto &[id, timer] : m_timers) {
        if (timer.object == object)
            all.append({id, static_cast<int>(timer.interval.count()), timer.type});
    }
    return all;
}

int TimerList::remaining(int id, Time now) const
{
    const auto found = m_timers.find(id);
    if (found == m_timers.end())
        return -1;
    const auto left = std::chrono::ceil<milliseconds>(found->second.deadline - now);
    return static_cast<int>(std::max(left, milliseconds(0)).count());
}

std::optional<TimerList::Time> TimerList::next() const
{
    for (const Due &due : m_queue) {
        if (!m_timers.at(due.id).firing)
            return due.deadline;
    }
    return std::nullopt;
}

int TimerList::fire(Time now)
{
    QVarLengthArray<Due, 16> batch;
    for (const Due &due : m_queue) {
        if (due.deadline > now)
            break;
        if (!m_timers.at(due.id).firing)
            batch.append(due);
    }
    int fired = 0;
    for (const Due &due : batch) {
        // An earlier handler, or a nested loop in it, may have removed or already fired this one.
        if (m_queue.erase(due) == 0)
            continue;
        Timer &timer = m_timers.at(due.id);
        const Time following = timer.nominal + timer.interval;
        schedule(due.id, timer, following > now ? following : now + timer.interval);
        timer.firing = true;
        QTimerEvent event(due.id);
        QCoreApplication::sendEvent(timer.object, &event);
        ++fired;
        const auto still = m_timers.find(due.id);
        if (still != m_timers.end() && still->second.serial == due.serial)
            still->second.firing = false;
    }
    return fired;
}

} // namespace parterre::transport
