// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/transport/transport.h"

#include <QList>
#include <QMutex>
#include <QMutexLocker>

#include <algorithm>
#include <functional>
#include <utility>
#include <vector>

namespace parterre::testing {

// Writes down what a transport reports. Called on I/O threads, read by the test's.
class RecordingReceiver final : public transport::Receiver
{
public:
    // Called on the I/O thread with each batch, before it is written down. Set before the transport starts.
    std::function<void(int worker, std::span<const transport::Inbound> all)> onReceived;

    void connected(const transport::Peer &peer) override
    {
        const QMutexLocker locked(&m_mutex);
        m_peers.append(peer);
        m_mostAtOnce = std::max(m_mostAtOnce, m_peers.size() - m_gone.size());
    }
    void received(int worker, std::span<transport::Inbound> all) override
    {
        if (onReceived)
            onReceived(worker, all);
        const QMutexLocker locked(&m_mutex);
        m_batches.append(static_cast<int>(all.size()));
        for (transport::Inbound &one : all)
            m_messages.append(one);
    }
    void disconnected(transport::ConnectionId connection) override
    {
        const QMutexLocker locked(&m_mutex);
        m_gone.append(connection);
    }
    void outOfSync(transport::ConnectionId connection, transport::Topic topic) override
    {
        const QMutexLocker locked(&m_mutex);
        m_outOfSync.append({connection, topic});
    }
    void broadcastDone(int, transport::Topic topic) override
    {
        const QMutexLocker locked(&m_mutex);
        m_broadcastsDone.append(topic);
    }

    [[nodiscard]] QList<transport::Peer> peers() const { return copyOf(m_peers); }
    [[nodiscard]] QList<int> batches() const { return copyOf(m_batches); }
    [[nodiscard]] QList<transport::Inbound> messages() const { return copyOf(m_messages); }
    [[nodiscard]] QList<transport::ConnectionId> gone() const { return copyOf(m_gone); }
    [[nodiscard]] QList<transport::Topic> broadcastsDone() const { return copyOf(m_broadcastsDone); }
    [[nodiscard]] qsizetype mostAtOnce() const { return copyOf(m_mostAtOnce); }
    [[nodiscard]] QList<std::pair<transport::ConnectionId, transport::Topic>> outOfSyncs() const
    {
        return copyOf(m_outOfSync);
    }

private:
    template<class Value>
    Value copyOf(const Value &value) const
    {
        const QMutexLocker locked(&m_mutex);
        return value;
    }

    mutable QMutex m_mutex;
    QList<transport::Peer> m_peers;
    QList<transport::Topic> m_broadcastsDone;
    QList<int> m_batches;
    QList<transport::Inbound> m_messages;
    QList<transport::ConnectionId> m_gone;
    qsizetype m_mostAtOnce = 0;
    QList<std::pair<transport::ConnectionId, transport::Topic>> m_outOfSync;
};

} // namespace parterre::testing
