// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/api/arrivalsfeed.h"

#include "backend/services/checkinservice.h"
#include "shared/protocol/checkins.h"

namespace parterre::api {

namespace {

constexpr std::chrono::milliseconds kTick {100};

}

ArrivalsFeed::ArrivalsFeed(Outbox &outbox, services::SessionService &sessions, services::CheckinService &checkins, QObject *parent)
    : QObject(parent), m_outbox(outbox), m_sessions(sessions)
{
    m_tick.setSingleShot(true);
    m_tick.setInterval(kTick);
    connect(&m_tick, &QTimer::timeout, this, &ArrivalsFeed::send);
    connect(&checkins, &services::CheckinService::moved, this, &ArrivalsFeed::onMoved);
}

void ArrivalsFeed::watch(transport::ConnectionId connection, const EventId &event)
{
    forget(connection);
    m_eventOf.insert(static_cast<quint64>(connection), event);
    m_channels[event].watchers.insert(static_cast<quint64>(connection));
}

void ArrivalsFeed::unwatch(transport::ConnectionId connection, const EventId &event)
{
    if (m_eventOf.value(static_cast<quint64>(connection)) == event)
        forget(connection);
}

void ArrivalsFeed::forget(transport::ConnectionId connection)
{
    const auto number = static_cast<quint64>(connection);
    const auto channel = m_channels.find(m_eventOf.take(number));
    if (channel == m_channels.end())
        return;
    channel->watchers.remove(number);
    if (channel->watchers.isEmpty())
        m_channels.erase(channel);
}

void ArrivalsFeed::recheck(transport::ConnectionId connection)
{
    const services::Session *session = m_sessions.ofLink(static_cast<quint64>(connection));
    if (!session || !kDoorStaff.testFlag(session->user.role))
        forget(connection);
}

void ArrivalsFeed::onMoved(const EventId &event, qint32 place, bool isIn)
{
    const auto channel = m_channels.find(event);
    if (channel == m_channels.end())
        return;
    channel->moved.insert(place, isIn);
    if (!m_tick.isActive())
        m_tick.start();
}

void ArrivalsFeed::send()
{
    for (auto channel = m_channels.begin(); channel != m_channels.end(); ++channel) {
        const QMap<qint32, bool> moved = std::exchange(channel->moved, {});
        if (moved.isEmpty())
            continue;
        protocol::CheckinsChangedParams changed {.event = channel.key()};
        for (auto place = moved.begin(); place != moved.end(); ++place)
            (place.value() ? changed.in : changed.out).append(place.key());
        for (const quint64 watcher : std::as_const(channel->watchers))
            m_outbox.notify<protocol::CheckinsChanged>(transport::ConnectionId(watcher), changed);
    }
}

} // namespace parterre::api
