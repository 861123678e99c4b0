// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/transport/acceptor.h"

#include "backend/transport/accountedaddress.h"
#include "backend/transport/descriptors.h"

#include <QLoggingCategory>

namespace parterre::transport {

namespace {

Q_LOGGING_CATEGORY(lcAcceptor, "parterre.transport.acceptor", QtInfoMsg)

// Qt's 50 makes an on-sale wait for SYN retries.
constexpr int kBacklog = 4096;
constexpr std::chrono::milliseconds kRetryAccept {1'000};

} // namespace

Acceptor::Acceptor(int maxConnections, int maxConnectionsPerAddress)
    : m_maxConnections(maxConnections)
    , m_maxConnectionsPerAddress(maxConnectionsPerAddress)
    , m_usualPendingConnections(maxPendingConnections())
    , m_retry(this)
{
    setListenBacklogSize(kBacklog);
    m_retry.setSingleShot(true);
    m_retry.setInterval(kRetryAccept);
    connect(&m_retry, &QTimer::timeout, this, &Acceptor::resume);
    connect(this, &QTcpServer::acceptError, this, &Acceptor::onAcceptError);
}

void Acceptor::incomingConnection(qintptr descriptor)
{
    const QHostAddress address = peerAddressOf(descriptor);
    int &ofAddress = m_connectionsOfAddress[accountedAddress(address)];
    if (address.isNull() || ofAddress >= m_maxConnectionsPerAddress) {
        if (ofAddress == 0)
            m_connectionsOfAddress.remove(accountedAddress(address));
        closeDescriptor(descriptor);
        return;
    }
    ++ofAddress;
    ++m_connections;
    if (m_connections >= m_maxConnections)
        pause();
    Q_EMIT accepted(descriptor, address);
}

void Acceptor::stop()
{
    m_retry.stop();
    close();
}

void Acceptor::release(const QHostAddress &address)
{
    const auto found = m_connectionsOfAddress.find(accountedAddress(address));
    Q_ASSERT(found != m_connectionsOfAddress.end());
    if (--found.value() == 0)
        m_connectionsOfAddress.erase(found);
    --m_connections;
    if (m_paused && !m_retry.isActive())
        resume();
}

void Acceptor::pause()
{
    if (!m_paused)
        qCInfo(lcAcceptor, "%d connections: further ones wait", m_connections);
    m_paused = true;
    // QTcpServer accepts in a loop that a pause alone does not leave; no room for pending connections does.
    setMaxPendingConnections(0);
    pauseAccepting();
}

void Acceptor::resume()
{
    if (!isListening() || m_connections >= m_maxConnections)
        return;
    m_paused = false;
    setMaxPendingConnections(m_usualPendingConnections);
    resumeAccepting();
}

void Acceptor::onAcceptError()
{
    // Out of descriptors most likely. The waiting connection stays readable, so going on at once would spin.
    qCWarning(lcAcceptor, "Cannot accept: %ls", qUtf16Printable(errorString()));
    pause();
    m_retry.start();
}

} // namespace parterre::transport
