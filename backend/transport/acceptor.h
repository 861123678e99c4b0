// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/transport/websocketconfig.h"

#include <QHash>
#include <QTcpServer>
#include <QTimer>

namespace parterre::transport {

// Takes connections from the system and gives their descriptors away, so that it keeps accepting whatever the workers
// do. Answers for how many there are, in all and of one address, before a byte of theirs is read. Own thread.
class Acceptor final : public QTcpServer
{
    Q_OBJECT
public:
    Acceptor(int maxConnections, int maxConnectionsPerAddress);

    // Accepts no more, for good.
    void stop();
    // A connection that was given away has ended.
    void release(const QHostAddress &address);

Q_SIGNALS:
    // The receiver owns the descriptor.
    void accepted(qintptr descriptor, const QHostAddress &address);

protected:
    void incomingConnection(qintptr descriptor) override;

private:
    void pause();
    void resume();
    void onAcceptError();

    const int m_maxConnections;
    const int m_maxConnectionsPerAddress;
    const int m_usualPendingConnections;
    int m_connections = 0;
    bool m_paused = false;
    QHash<QHostAddress, int> m_connectionsOfAddress;
    QTimer m_retry;
};

} // namespace parterre::transport
