// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/transport/epolleventdispatcher.h"

#include <QCoreApplication>
#include <QLoggingCategory>
#include <QSocketNotifier>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <limits>
#include <utility>

#include <poll.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <unistd.h>

namespace parterre::transport {

namespace {

Q_LOGGING_CATEGORY(lcDispatcher, "parterre.transport.dispatcher", QtWarningMsg)

// More than this many ready sockets are left for the next pass; epoll hands them out in turn.
constexpr std::size_t kEventsPerPass = 512;
constexpr quint64 kWakeUpTag = std::numeric_limits<quint64>::max();

constexpr std::array<quint32, 3> kEventsOfType = {EPOLLIN, EPOLLOUT, EPOLLPRI}; // Read, Write, Exception

quint64 tagOf(int descriptor, quint32 generation)
{
    return (static_cast<quint64>(generation) << 32) | static_cast<quint32>(descriptor);
}

} // namespace

EpollEventDispatcher::EpollEventDispatcher(QObject *parent)
    : QAbstractEventDispatcher(parent)
    , m_epoll(::epoll_create1(EPOLL_CLOEXEC))
    , m_wakeUpDescriptor(::eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC))
{
    epoll_event event {.events = EPOLLIN, .data = {.u64 = kWakeUpTag}};
    if (m_epoll < 0 || m_wakeUpDescriptor < 0
        || ::epoll_ctl(m_epoll, EPOLL_CTL_ADD, m_wakeUpDescriptor, &event) != 0)
        qFatal("No event loop without epoll and eventfd: %s", std::strerror(errno));
}

EpollEventDispatcher::~EpollEventDispatcher()
{
    ::close(m_wakeUpDescriptor);
    ::close(m_epoll);
}

bool EpollEventDispatcher::processEvents(QEventLoop::ProcessEventsFlags flags)
{
    m_interrupted.store(false);
    Q_EMIT awake();
    QCoreApplication::sendPostedEvents();

    // Whoever posts an event from here on also wakes us up, so there is no need to look for posted events again.
    const bool timers = !flags.testFlag(QEventLoop::X11ExcludeTimers);
    const bool block = flags.testFlag(QEventLoop::WaitForMoreEvents) && !m_interrupted.load();
    int timeout = 0;
    if (block) {
        Q_EMIT aboutToBlock();
        timeout = timers ? timeoutUntilNextTimer() : -1;
    }
    if (m_interrupted.load())
        return false;

    std::array<epoll_event, kEventsPerPass> events;
    const int ready = wait(timeout, !flags.testFlag(QEventLoop::ExcludeSocketNotifiers), events);
    int handled = 0;
    for (int i = 0; i < ready; ++i)
        handled += activate(events[static_cast<std::size_t>(i)]);
    if (timers)
        handled += m_timers.fire(std::chrono::steady_clock::now());
    return handled > 0;
}

int EpollEventDispatcher::wait(int timeout, bool sockets, std::span<epoll_event> events)
{
    if (!sockets) {
        pollfd wakeUp {.fd = m_wakeUpDescriptor, .events = POLLIN, .revents = 0};
        if (::poll(&wakeUp, 1, timeout) > 0)
            drainWakeUps();
        return 0;
    }
    applyChanges();
    const int ready = ::epoll_wait(m_epoll, events.data(), static_cast<int>(events.size()), timeout);
    if (ready < 0 && errno != EINTR)
        qCCritical(lcDispatcher, "epoll_wait failed: %s", std::strerror(errno));
    return ready;
}

int EpollEventDispatcher::activate(const epoll_event &event)
{
    if (event.data.u64 == kWakeUpTag) {
        drainWakeUps();
        return 1;
    }
    const int descriptor = static_cast<int>(event.data.u64 & 0xFFFFFFFF);
    const quint32 generation = static_cast<quint32>(event.data.u64 >> 32);
    int handled = 0;
    for (const auto type : {QSocketNotifier::Exception, QSocketNotifier::Read, QSocketNotifier::Write}) {
        // Looked up again each time: the handler before may have closed the descriptor, or reopened its number.
        const auto found = m_watches.find(descriptor);
        if (found == m_watches.end() || found->second.generation != generation)
            break;
        QSocketNotifier *notifier = found->second.notifiers[type];
        // Errors and hang-ups are told to all, or a level-triggered loop would spin on them.
        if (!notifier || !(event.events & (kEventsOfType[type] | EPOLLERR | EPOLLHUP)))
            continue;
        QEvent activation(QEvent::SockAct);
        QCoreApplication::sendEvent(notifier, &activation);
        ++handled;
    }
    return handled;
}

quint32 EpollEventDispatcher::wantedEvents(const Watch &watch)
{
    quint32 events = 0;
    for (std::size_t type = 0; type < watch.notifiers.size(); ++type) {
        if (watch.notifiers[type])
            events |= kEventsOfType[type];
    }
    return events;
}

void EpollEventDispatcher::markChanged(int descriptor, Watch &watch)
{
    if (!std::exchange(watch.changed, true))
        m_changed.push_back(descriptor);
}

void EpollEventDispatcher::registerSocketNotifier(QSocketNotifier *notifier)
{
    const int descriptor = static_cast<int>(notifier->socket());
    const auto [entry, isNew] = m_watches.try_emplace(descriptor);
    Watch &watch = entry->second;
    if (isNew)
        watch.generation = ++m_lastGeneration;
    QSocketNotifier *&slot = watch.notifiers[notifier->type()];
    if (slot && slot != notifier)
        qCWarning(lcDispatcher, "Two notifiers of one type for descriptor %d; the first is ignored now", descriptor);
    slot = notifier;
    markChanged(descriptor, watch);
}

void EpollEventDispatcher::unregisterSocketNotifier(QSocketNotifier *notifier)
{
    const int descriptor = static_cast<int>(notifier->socket());
    const auto found = m_watches.find(descriptor);
    if (found == m_watches.end() || found->second.notifiers[notifier->type()] != notifier)
        return;
    Watch &watch = found->second;
    watch.notifiers[notifier->type()] = nullptr;
    if (wantedEvents(watch) != 0) {
        markChanged(descriptor, watch);
        return;
    }
    // At once, not at the end of the pass: the descriptor is about to be closed and its number may come back within
    // this pass, when the kernel has forgotten it.
    if (watch.applied != 0)
        ::epoll_ctl(m_epoll, EPOLL_CTL_DEL, descriptor, nullptr);
    m_watches.erase(found);
}

void EpollEventDispatcher::applyChanges()
{
    // giveUp() may add to m_changed while this runs.
    for (const int descriptor : std::exchange(m_changed, {})) {
        const auto found = m_watches.find(descriptor);
        if (found == m_watches.end() || !std::exchange(found->second.changed, false))
            continue;
        Watch &watch = found->second;
        const quint32 wanted = wantedEvents(watch);
        if (wanted == watch.applied)
            continue;
        epoll_event event {.events = wanted, .data = {.u64 = tagOf(descriptor, watch.generation)}};
        int error = ::epoll_ctl(m_epoll, watch.applied == 0 ? EPOLL_CTL_ADD : EPOLL_CTL_MOD, descriptor, &event);
        if (error != 0 && errno == EEXIST)
            error = ::epoll_ctl(m_epoll, EPOLL_CTL_MOD, descriptor, &event);
        else if (error != 0 && errno == ENOENT)
            error = ::epoll_ctl(m_epoll, EPOLL_CTL_ADD, descriptor, &event);
        if (error != 0)
            giveUp(descriptor, errno);
        else
            watch.applied = wanted;
    }
}

void EpollEventDispatcher::giveUp(int descriptor, int error)
{
    qCWarning(lcDispatcher, "Descriptor %d cannot be watched: %s", descriptor, std::strerror(error));
    for (QSocketNotifier *notifier : std::array(m_watches.at(descriptor).notifiers)) {
        if (notifier)
            notifier->setEnabled(false);
    }
}

void EpollEventDispatcher::registerTimer(int timerId, qint64 interval, Qt::TimerType timerType, QObject *object)
{
    m_timers.add(timerId, std::chrono::milliseconds(interval), timerType, object, std::chrono::steady_clock::now());
}

bool EpollEventDispatcher::unregisterTimer(int timerId)
{
    return m_timers.remove(timerId);
}

bool EpollEventDispatcher::unregisterTimers(QObject *object)
{
    return m_timers.removeAllOf(object);
}

QList<QAbstractEventDispatcher::TimerInfo> EpollEventDispatcher::registeredTimers(QObject *object) const
{
    return m_timers.timersOf(object);
}

int EpollEventDispatcher::remainingTime(int timerId)
{
    return m_timers.remaining(timerId, std::chrono::steady_clock::now());
}

int EpollEventDispatcher::timeoutUntilNextTimer() const
{
    const std::optional<TimerList::Time> next = m_timers.next();
    if (!next)
        return -1;
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(*next - std::chrono::steady_clock::now()).count();
    return static_cast<int>(std::clamp<qint64>(left, 0, std::numeric_limits<int>::max()));
}

void EpollEventDispatcher::wakeUp()
{
    if (m_wakeUpPending.exchange(true))
        return;
    const quint64 one = 1;
    while (::write(m_wakeUpDescriptor, &one, sizeof one) < 0 && errno == EINTR) { }
}

void EpollEventDispatcher::interrupt()
{
    m_interrupted.store(true);
    wakeUp();
}

void EpollEventDispatcher::drainWakeUps()
{
    quint64 count = 0;
    while (::read(m_wakeUpDescriptor, &count, sizeof count) < 0 && errno == EINTR) { }
    // Only now: a wake-up between the two lines is not written, but what it announces is seen in the pass that follows.
    m_wakeUpPending.store(false);
}

} // namespace parterre::transport
