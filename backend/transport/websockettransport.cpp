// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/transport/websockettransport.h"

#include "backend/transport/acceptor.h"
#include "backend/transport/descriptors.h"
#include "backend/transport/ioworker.h"
#ifdef Q_OS_LINUX
#include "backend/transport/epolleventdispatcher.h"
#endif

#include <QSslKey>
#include <QSslSocket>
#include <QThread>

#include <algorithm>

namespace parterre::transport {

namespace {

constexpr int kWantedDescriptors = 65'536;
constexpr int kReservedDescriptors = 256; // for the database, logs and event loops

int connectionsWithin(int maxConnections)
{
    const int descriptors = raiseDescriptorLimit(kWantedDescriptors);
    return std::max(1, std::min(maxConnections, descriptors - kReservedDescriptors));
}

WebSocketConfig completed(WebSocketConfig config)
{
    if (config.workers <= 0)
        config.workers = std::max(1, QThread::idealThreadCount() - 1);
    config.maxConnections = connectionsWithin(config.maxConnections);
    if (config.tls) {
        if (config.tls->protocol() != QSsl::TlsV1_3OrLater)
            config.tls->setProtocol(QSsl::TlsV1_2OrLater);
        // Clients have no certificates unless the config says so; then there is nothing to verify them against, and
        // loading the system's authorities for each connection would be for nothing.
        if (config.tls->peerVerifyMode() == QSslSocket::AutoVerifyPeer) {
            config.tls->setPeerVerifyMode(QSslSocket::VerifyNone);
            config.tls->setCaCertificates({});
        }
    }
    return config;
}

} // namespace

// In this order, so that threads are gone before what lives on them.
struct WebSocketTransport::Threads {
    std::unique_ptr<Acceptor> acceptor;
    std::vector<std::unique_ptr<IoWorker>> workers;
    std::unique_ptr<QThread> acceptorThread = std::make_unique<QThread>();
    std::vector<std::unique_ptr<QThread>> workerThreads;
};

WebSocketTransport::WebSocketTransport(WebSocketConfig config, Receiver &receiver)
    : m_config(completed(std::move(config)))
    , m_threads(std::make_unique<Threads>())
{
    m_threads->acceptor = std::make_unique<Acceptor>(m_config.maxConnections, m_config.maxConnectionsPerAddress);
    Acceptor *acceptor = m_threads->acceptor.get();
    m_threads->acceptorThread->setObjectName(QStringLiteral("acceptor"));
    acceptor->moveToThread(m_threads->acceptorThread.get());
    for (int index = 0; index < m_config.workers; ++index) {
        auto thread = std::make_unique<QThread>();
        thread->setObjectName(QStringLiteral("io-%1").arg(index));
        auto worker = std::make_unique<IoWorker>(index, m_config, receiver);
        worker->moveToThread(thread.get());
        QObject::connect(thread.get(), &QThread::started, worker.get(), &IoWorker::start);
        QObject::connect(worker.get(), &IoWorker::connectionEnded, acceptor, &Acceptor::release);
        m_threads->workers.push_back(std::move(worker));
        m_threads->workerThreads.push_back(std::move(thread));
    }
    QObject::connect(acceptor, &Acceptor::accepted, acceptor,
                     [this, next = std::size_t(0)](qintptr descriptor, const QHostAddress &address) mutable {
                         IoWorker *worker = m_threads->workers[next++ % m_threads->workers.size()].get();
                         QMetaObject::invokeMethod(worker, [=] { worker->adopt(descriptor, address); });
                     });
}

WebSocketTransport::~WebSocketTransport()
{
    shutdown(std::chrono::milliseconds(0));
}

Result<void> WebSocketTransport::start()
{
    Q_ASSERT(!m_threads->acceptorThread->isRunning());
    for (const auto &thread : m_threads->workerThreads) {
#ifdef Q_OS_LINUX
        if (m_config.dispatcher == DispatcherKind::Epoll)
            thread->setEventDispatcher(new EpollEventDispatcher);
#endif
        thread->start();
    }
    m_threads->acceptorThread->start();

    Acceptor *acceptor = m_threads->acceptor.get();
    QString failure;
    QMetaObject::invokeMethod(
        acceptor,
        [&] {
            if (!acceptor->listen(m_config.address, m_config.port))
                failure = acceptor->errorString();
            m_listenAddress = acceptor->serverAddress();
            m_port = acceptor->serverPort();
        },
        Qt::BlockingQueuedConnection);
    if (!failure.isEmpty())
        return {ErrorCode::Internal,
                QStringLiteral("Cannot listen on %1 port %2: %3")
                    .arg(m_config.address.toString(), QString::number(m_config.port), failure)};
    return {};
}

void WebSocketTransport::shutdown(std::chrono::milliseconds deadline)
{
    if (!m_threads->acceptorThread->isRunning())
        return;
    Acceptor *acceptor = m_threads->acceptor.get();
    // Blocking, so that every descriptor it gave away is queued to a worker before the worker hears of the end.
    QMetaObject::invokeMethod(acceptor, [=] { acceptor->stop(); }, Qt::BlockingQueuedConnection);
    for (const auto &owned : m_threads->workers) {
        IoWorker *worker = owned.get();
        QMetaObject::invokeMethod(worker, [=] { worker->shutDown(deadline); });
    }
    for (const auto &thread : m_threads->workerThreads)
        thread->wait();
    m_threads->acceptorThread->quit();
    m_threads->acceptorThread->wait();
}

int WebSocketTransport::workerCount() const
{
    return static_cast<int>(m_threads->workers.size());
}

void WebSocketTransport::post(int worker, std::vector<Command> commands)
{
    m_threads->workers.at(static_cast<std::size_t>(worker))->post(std::move(commands));
}

} // namespace parterre::transport
