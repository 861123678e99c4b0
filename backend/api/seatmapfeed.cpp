// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/api/seatmapfeed.h"

#include "shared/core/defects.h"
#include "shared/protocol/events.h"
#include "shared/protocol/holds.h"
#include "shared/protocol/seatmap.h"

#include <map>

namespace parterre::api {

namespace {

constexpr std::chrono::milliseconds kTick {1000 / protocol::kChangesPerSecond};
// About 12 bytes a change: beyond this the whole map is the shorter message, and a change would not fit in one.
constexpr std::size_t kMostChanges = 8'000;

}

SeatmapFeed::SeatmapFeed(Outbox &outbox, services::EventDirectory &events, services::SessionService &sessions, const Clock &clock, QObject *parent)
    : QObject(parent), m_outbox(outbox), m_events(events), m_sessions(sessions), m_clock(clock)
{
    m_tick.setSingleShot(true);
    m_tick.setTimerType(Qt::PreciseTimer);
    connect(&m_tick, &QTimer::timeout, &m_outbox, &Outbox::flush);
    connect(&m_outbox, &Outbox::aboutToFlush, this, &SeatmapFeed::sendDue);
}

SeatmapFeed::Channel &SeatmapFeed::channelOf(const services::OpenEvent &event)
{
    Channel &channel = m_channels[event.topic()];
    if (!channel.event)
        channel.event = m_events.find(event.id());
    return channel;
}

bool SeatmapFeed::mayWatch(transport::ConnectionId connection, const services::OpenEvent &event) const
{
    const services::Session *session = m_sessions.ofLink(static_cast<quint64>(connection));
    return session && (event.event().summary.state != EventState::Draft || kCounter.testFlag(session->user.role));
}

void SeatmapFeed::subscribe(transport::ConnectionId connection, const services::OpenEvent &event)
{
    const auto number = static_cast<quint64>(connection);
    channelOf(event).watchers.insert(number);
    m_topicsOf[number].insert(event.topic());
    m_outbox.subscribe(connection, transport::Topic(event.topic()));
}

void SeatmapFeed::unsubscribe(transport::ConnectionId connection, const services::OpenEvent &event)
{
    const auto number = static_cast<quint64>(connection);
    channelOf(event).watchers.remove(number);
    m_topicsOf[number].remove(event.topic());
    m_outbox.unsubscribe(connection, transport::Topic(event.topic()));
}

void SeatmapFeed::forget(transport::ConnectionId connection)
{
    const auto number = static_cast<quint64>(connection);
    for (const quint64 topic : m_topicsOf.take(number))
        m_channels[topic].watchers.remove(number);
}

void SeatmapFeed::recheck(transport::ConnectionId connection)
{
    const QSet<quint64> topics = m_topicsOf.value(static_cast<quint64>(connection));
    for (const quint64 topic : topics) {
        const services::OpenEvent *event = m_events.findByTopic(topic);
        if (event && !mayWatch(connection, *event))
            unsubscribe(connection, *event);
    }
}

void SeatmapFeed::resync(transport::ConnectionId connection, transport::Topic topic)
{
    const services::OpenEvent *event = m_events.findByTopic(static_cast<quint64>(topic));
    if (!event || !channelOf(*event).watchers.contains(static_cast<quint64>(connection)))
        return;
    m_outbox.notify<protocol::SeatmapSnapshot>(connection, {.event = event->id(), .revision = event->ledger().revision(), .states = packedStates(*event)});
    m_outbox.subscribe(connection, topic);
}

QByteArray SeatmapFeed::packedStates(const services::OpenEvent &event)
{
    Channel &channel = channelOf(event);
    if (!channel.packed)
        channel.packed.emplace(event.ledger().states());
    for (const qint32 place : event.ledger().changedPlaces())
        channel.packed->set(place, event.ledger().stateOf(place));
    return channel.packed->base64();
}

void SeatmapFeed::seatsChanged(services::OpenEvent &event)
{
    Channel &channel = channelOf(event);
    if (std::exchange(channel.isDirty, true))
        return;
    m_dirty.push_back(event.topic());
    if (!m_tick.isActive())
        m_tick.start(std::max(std::chrono::milliseconds(0), channel.nextSend - m_clock.steadyNow()));
}

// Sends the channels whose time has come, and sets the clock for the others.
void SeatmapFeed::sendDue()
{
    const Tick now = m_clock.steadyNow();
    std::optional<Tick> next;
    std::erase_if(m_dirty, [&](quint64 topic) {
        Channel &channel = m_channels[topic];
        if (channel.workersAtIt > 0)
            return false;
        if (channel.nextSend > now) {
            next = std::min(next.value_or(channel.nextSend), channel.nextSend);
            return false;
        }
        send(channel);
        channel.nextSend = now + kTick;
        return true;
    });
    if (next)
        m_tick.start(*next - now);
    else
        m_tick.stop();
}

void SeatmapFeed::broadcastDone(transport::Topic topic)
{
    const auto channel = m_channels.find(static_cast<quint64>(topic));
    if (channel != m_channels.end() && --channel->second.workersAtIt == 0 && channel->second.isDirty)
        m_outbox.flush();
}

void SeatmapFeed::send(Channel &channel)
{
    channel.isDirty = false;
    ledger::SeatChanges changes = channel.event->ledger().takeChanges();
    if (isSeeded(Defect::DeltaSkipped) && !changes.seats.empty())
        changes.seats.pop_back();
    if (channel.packed) {
        for (const SeatChange &change : changes.seats)
            channel.packed->set(change.seat, change.state);
    }
    if (channel.watchers.isEmpty() || changes.seats.empty())
        return;
    const transport::Topic topic {channel.event->topic()};
    if (changes.seats.size() > kMostChanges) {
        channel.workersAtIt = m_outbox.broadcast(topic, protocol::encodeNotification<protocol::SeatmapSnapshot>(
                                      {.event = channel.event->id(), .revision = changes.to, .states = packedStates(*channel.event)}));
        return;
    }
    protocol::SeatmapChangedParams params {.event = channel.event->id(), .from = changes.from, .to = changes.to};
    params.changes.reserve(static_cast<qsizetype>(changes.seats.size()));
    for (const SeatChange &change : changes.seats)
        params.changes.append(change);
    channel.workersAtIt = m_outbox.broadcast(topic, protocol::encodeNotification<protocol::SeatmapChanged>(params));
}

void SeatmapFeed::holdsEnded(services::OpenEvent &event, const std::vector<ledger::EndedHold> &ended)
{
    std::map<std::pair<ledger::HolderId, HoldEndReason>, QList<qint32>> byHolder;
    for (const ledger::EndedHold &hold : ended)
        byHolder[{hold.holder, hold.reason}].append(hold.place);
    for (const auto &[key, places] : byHolder) {
        const services::Session *session = m_sessions.ofHolder(key.first);
        if (session && session->link)
            m_outbox.notify<protocol::HoldsEnded>(transport::ConnectionId(*session->link), {.event = event.id(), .places = places, .reason = key.second});
    }
}

void SeatmapFeed::eventChanged(services::OpenEvent &event)
{
    const auto channel = m_channels.find(event.topic());
    if (channel == m_channels.end())
        return;
    for (const quint64 watcher : std::as_const(channel->second.watchers))
        m_outbox.notify<protocol::EventsChanged>(transport::ConnectionId(watcher), {.event = event.id()});
}

void SeatmapFeed::topicEnded(EventId event, quint64 topic)
{
    const auto channel = m_channels.find(topic);
    if (channel == m_channels.end())
        return;
    for (const quint64 watcher : std::as_const(channel->second.watchers)) {
        m_topicsOf[watcher].remove(topic);
        m_outbox.unsubscribe(transport::ConnectionId(watcher), transport::Topic(topic));
        m_outbox.notify<protocol::EventsChanged>(transport::ConnectionId(watcher), {.event = event});
    }
    std::erase(m_dirty, topic);
    m_channels.erase(channel);
}

} // namespace parterre::api
