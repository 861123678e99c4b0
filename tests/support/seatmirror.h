// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/protocol/seatmap.h"
#include "tests/support/messages.h"
#include "tests/support/wireclient.h"

namespace parterre::testing {

// The seat map of one event as a client sees it: the subscription's states, then every change on top of them.
class SeatMirror : public QObject
{
    Q_OBJECT

public:
    SeatMirror(WireClient &client, const EventId &event) : m_client(client), m_event(event)
    {
        connect(&client, &WireClient::notified, this, &SeatMirror::onNotified);
    }

    [[nodiscard]] bool subscribe()
    {
        const WireReply reply = m_client.call(QStringLiteral("seatmap.subscribe"), {{QStringLiteral("event"), m_event.toString()}});
        const auto map = messageFrom<protocol::SeatmapSubscribeResult>(reply.result, protocol::ReadMode::Strict);
        if (!map)
            return false;
        const auto states = unpackSeatStates(map->states, map->seats);
        m_states = states.value_or(std::vector<SeatState>());
        m_revision = map->revision;
        for (const protocol::SeatmapChangedParams &change : std::exchange(m_early, {}))
            apply(change);
        return states.has_value();
    }

    [[nodiscard]] qint64 revision() const { return m_revision; }
    [[nodiscard]] const std::vector<SeatState> &states() const { return m_states; }
    [[nodiscard]] SeatState at(qint32 place) const { return m_states[static_cast<std::size_t>(place)]; }
    // Changes that did not fit the map before them.
    [[nodiscard]] int gaps() const { return m_gaps; }
    [[nodiscard]] int changes() const { return m_changes; }

    // Whether the seat has or gets the state.
    [[nodiscard]] bool awaitState(qint32 place, SeatState state)
    {
        return m_client.waitUntil([&] { return at(place) == state; });
    }

private:
    void onNotified(const QString &method, const QJsonObject &json)
    {
        if (method != QLatin1StringView(protocol::SeatmapChanged::kInfo.name))
            return;
        const auto params = messageFrom<protocol::SeatmapChangedParams>(json, protocol::ReadMode::Strict);
        if (!params) {
            ++m_gaps;
            return;
        }
        if (params->event != m_event)
            return;
        if (m_states.empty())
            m_early.append(*params); // came right behind the answer that subscribe() has not looked at yet
        else
            apply(*params);
    }

    void apply(const protocol::SeatmapChangedParams &params)
    {
        if (params.to <= m_revision)
            return;
        ++m_changes;
        if (params.from > m_revision)
            ++m_gaps;
        for (const SeatChange &change : params.changes)
            m_states[static_cast<std::size_t>(change.seat)] = change.state;
        m_revision = params.to;
    }

    WireClient &m_client;
    const EventId m_event;
    qint64 m_revision = 0;
    std::vector<SeatState> m_states;
    QList<protocol::SeatmapChangedParams> m_early;
    int m_gaps = 0;
    int m_changes = 0;
};

} // namespace parterre::testing
