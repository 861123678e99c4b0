// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/transport/ioworker.h"

#include "backend/transport/accountedaddress.h"
#include "backend/transport/descriptors.h"
#include "backend/transport/frames.h"
#include "backend/transport/handshake.h"
#include "backend/transport/httpexchange.h"
#include "backend/transport/plainstream.h"
#include "backend/transport/tlsstream.h"

#include <QCoreApplication>
#include <QLoggingCategory>
#include <QThread>
#include <QWebSocket>

#include <algorithm>
#include <utility>

namespace parterre::transport {

namespace {

Q_LOGGING_CATEGORY(lcWorker, "parterre.transport.worker", QtWarningMsg)

const auto kSettle = static_cast<QEvent::Type>(QEvent::registerEventType());
const auto kDeliver = static_cast<QEvent::Type>(QEvent::registerEventType());
const auto kCommands = static_cast<QEvent::Type>(QEvent::registerEventType());

// Sends of a broadcast before sockets are looked at again: whoever asks something meanwhile waits a few milliseconds at
// most, however many watch.
constexpr int kDeliveriesPerPass = 256;
constexpr std::size_t kReadBuffer = 128 * 1024; // one client's messages of one pass; the rest comes in the next

class CommandsEvent final : public QEvent
{
public:
    explicit CommandsEvent(std::vector<Command> all) : QEvent(kCommands), commands(std::move(all)) {}

    std::vector<Command> commands;
};

bool fits(const QByteArray &utf8)
{
    if (utf8.size() <= kMaxOutgoingBytes)
        return true;
    qCCritical(lcWorker, "A message of %lld bytes was not sent; the most is %lld", static_cast<long long>(utf8.size()),
               static_cast<long long>(kMaxOutgoingBytes));
    return false;
}

} // namespace

IoWorker::IoWorker(int index, const WebSocketConfig &config, Receiver &receiver)
    : m_index(index)
    , m_config(config)
    , m_receiver(receiver)
    , m_readBuffer(kReadBuffer)
{
}

IoWorker::~IoWorker() = default;

void IoWorker::post(std::vector<Command> commands)
{
    if (!commands.empty())
        QCoreApplication::postEvent(this, new CommandsEvent(std::move(commands)));
}

void IoWorker::start()
{
    // It never listens: it is fed with sockets that asked for an upgrade. The mode only decides what URL it shows.
    m_server = std::make_unique<QWebSocketServer>(QStringLiteral("parterre"), QWebSocketServer::NonSecureMode);
    connect(m_server.get(), &QWebSocketServer::newConnection, this, &IoWorker::onNewConnection);
    m_tick = std::make_unique<QTimer>();
    connect(m_tick.get(), &QTimer::timeout, this, &IoWorker::tick);
    m_tick->start(m_config.limits.tick);
}

bool IoWorker::event(QEvent *event)
{
    if (event->type() == kCommands) {
        execute(static_cast<CommandsEvent *>(event)->commands);
        return true;
    }
    if (event->type() == kDeliver) {
        m_deliveryScheduled = false;
        deliverSome();
        return true;
    }
    if (event->type() == kSettle) {
        settle();
        return true;
    }
    return QObject::event(event);
}

void IoWorker::adopt(qintptr descriptor, const QHostAddress &address)
{
    auto handshake = std::make_unique<Handshake>(m_config, address, m_clock.steadyNow());
    connect(handshake.get(), &Handshake::upgradeRequested, this, &IoWorker::onUpgradeRequested);
    connect(handshake.get(), &Handshake::pageRequested, this, &IoWorker::onPageRequested);
    connect(handshake.get(), &Handshake::ended, this, &IoWorker::onHandshakeEnded);
    if (handshake->start(descriptor))
        m_handshakes.emplace(handshake.get(), std::move(handshake));
    else
        Q_EMIT connectionEnded(address);
}

void IoWorker::onUpgradeRequested(Handshake *handshake)
{
    QTcpSocket *socket = handshake->socket();
    m_upgrading.emplace(socket->peerPort(), handshake);
    // Answers in a later pass; from here on the socket may not be read by us.
    m_server->handleConnection(socket);
}

void IoWorker::onHandshakeEnded(Handshake *handshake)
{
    std::erase_if(m_upgrading, [&](const auto &entry) { return entry.second == handshake; });
    const auto found = m_handshakes.find(handshake);
    if (found == m_handshakes.end())
        return;
    Q_EMIT connectionEnded(handshake->address());
    found->second.release()->deleteLater(); // not now: this is called from a signal of its socket
    m_handshakes.erase(found);
}

void IoWorker::onPageRequested(Handshake *handshake, const RequestHead &head, qsizetype headBytes)
{
    const auto owned = m_handshakes.extract(handshake);
    auto exchange = std::make_unique<HttpExchange>(m_config.limits, head, headBytes, handshake->takeSocket(), handshake->address(), handshake->started());
    owned.mapped().release()->deleteLater(); // not now: this is called from a signal of its socket
    connect(exchange.get(), &HttpExchange::requested, this, &IoWorker::onRequested);
    connect(exchange.get(), &HttpExchange::ended, this, &IoWorker::onExchangeEnded);
    HttpExchange *started = exchange.get();
    m_exchanges.emplace(++m_lastNumber, std::move(exchange));
    started->start();
}

void IoWorker::onRequested(HttpExchange *exchange, const HttpRequest &request)
{
    const auto found = std::ranges::find_if(m_exchanges, [&](const auto &entry) { return entry.second.get() == exchange; });
    // By number: when the answer comes the exchange may be over, and another one at its address.
    m_config.http->handle(request, [this, number = found->first](const HttpAnswer &said) {
        QMetaObject::invokeMethod(this, [this, number, said] { answer(number, said); }, Qt::QueuedConnection);
    });
}

void IoWorker::onExchangeEnded(HttpExchange *exchange)
{
    const auto found = std::ranges::find_if(m_exchanges, [&](const auto &entry) { return entry.second.get() == exchange; });
    if (found == m_exchanges.end())
        return;
    Q_EMIT connectionEnded(exchange->address());
    found->second.release()->deleteLater(); // not now: this is called from a signal of its socket
    m_exchanges.erase(found);
}

void IoWorker::answer(quint64 number, const HttpAnswer &answer)
{
    if (const auto found = m_exchanges.find(number); found != m_exchanges.end())
        found->second->answer(answer);
}

std::unique_ptr<Handshake> IoWorker::takeHandshakeOf(const QWebSocket &socket)
{
    // QWebSocket does not tell which socket it was made from, but no two have the same ends.
    const auto [first, last] = m_upgrading.equal_range(socket.peerPort());
    for (auto entry = first; entry != last; ++entry) {
        Handshake *handshake = entry->second;
        const QTcpSocket *tcp = handshake->socket();
        if (tcp->peerAddress() != socket.peerAddress() || tcp->localAddress() != socket.localAddress())
            continue;
        m_upgrading.erase(entry);
        return std::move(m_handshakes.extract(handshake).mapped());
    }
    return nullptr;
}

void IoWorker::onNewConnection()
{
    while (QWebSocket *next = m_server->nextPendingConnection()) {
        std::unique_ptr<QWebSocket> socket(next);
        std::unique_ptr<Handshake> handshake = takeHandshakeOf(*socket);
        if (!handshake)
            continue;
        const Peer peer {.id = makeConnectionId(m_index, ++m_lastNumber),
                         .address = handshake->address(),
                         .network = accountedAddress(handshake->address()),
                         .encrypted = m_config.tls.has_value()};
        auto connection = std::make_unique<Connection>(peer, streamOf(std::move(socket), handshake->takeSocket()), m_config.limits, m_readBuffer,
                                                       static_cast<Watcher &>(*this), m_clock.steadyNow());
        m_connections.emplace(peer.id, std::move(connection));
        // We are inside a signal of the socket that the handshake was connected to.
        handshake.release()->deleteLater();
        m_receiver.connected(peer);
    }
}

// From here on QWebSocket has no part in it: it reads twice what it needs, and cannot be made to refuse all that a server
// has to refuse.
std::unique_ptr<ByteStream> IoWorker::streamOf(std::unique_ptr<QWebSocket> socket, QTcpSocket *tcp)
{
    if (auto *encrypted = qobject_cast<QSslSocket *>(tcp))
        return std::make_unique<TlsStream>(std::move(socket), encrypted);
    tcp->flush(); // the answer to the handshake
    auto stream = std::make_unique<PlainStream>(duplicateDescriptor(tcp->socketDescriptor()));
    tcp->abort();
    tcp->deleteLater();
    socket.release()->deleteLater(); // we are inside a signal of its server
    return stream;
}

void IoWorker::onMessage(Connection &connection, QByteArray utf8)
{
    m_inbound.push_back({connection.id(), std::move(utf8)});
    settleLater();
}

void IoWorker::onCaughtUp(Connection &connection)
{
    m_caughtUp.push_back(&connection);
    settleLater();
}

void IoWorker::onEnded(Connection &connection)
{
    m_ended.push_back(&connection);
    settleLater();
}

void IoWorker::settleLater()
{
    if (!std::exchange(m_settling, true))
        QCoreApplication::postEvent(this, new QEvent(kSettle));
}

void IoWorker::settle()
{
    m_settling = false;
    if (!m_inbound.empty()) {
        std::vector<Inbound> all = std::exchange(m_inbound, {});
        m_receiver.received(m_index, all);
        m_inbound = std::move(all); // for its memory
        m_inbound.clear();
    }
    for (Connection *connection : std::exchange(m_caughtUp, {})) {
        if (!connection->isOpen())
            continue;
        for (const Topic topic : m_subscriptions.takeMissed(*connection))
            m_receiver.outOfSync(connection->id(), topic);
    }
    for (Connection *connection : std::exchange(m_ended, {})) {
        m_subscriptions.removeAll(*connection);
        const std::unique_ptr<Connection> owned = std::move(m_connections.extract(connection->id()).mapped());
        m_receiver.disconnected(owned->id());
        Q_EMIT connectionEnded(owned->peer().address);
    }
    if (m_shuttingDown && m_connections.empty())
        finish();
}

Connection *IoWorker::find(ConnectionId id) const
{
    const auto found = m_connections.find(id);
    return found != m_connections.end() && found->second->isOpen() ? found->second.get() : nullptr;
}

void IoWorker::execute(std::vector<Command> &commands)
{
    for (Command &command : commands)
        std::visit([this](auto &one) { run(one); }, command);
    // Connections are only ever destroyed in settle(), so these are still there even if they have ended.
    for (Connection *connection : m_written)
        connection->flush();
    m_written.clear();
}

void IoWorker::run(Send &command)
{
    Connection *connection = find(command.to);
    if (!connection || !command.message)
        return;
    const QByteArray utf8 = command.message->encode();
    if (!fits(utf8))
        return;
    connection->send(textFrame(utf8));
    m_written.push_back(connection);
}

void IoWorker::run(const Subscribe &command)
{
    if (Connection *connection = find(command.connection))
        m_subscriptions.add(*connection, command.topic);
}

void IoWorker::run(const Unsubscribe &command)
{
    if (Connection *connection = find(command.connection))
        m_subscriptions.remove(*connection, command.topic);
}

void IoWorker::run(const Broadcast &command)
{
    if (!fits(command.utf8)) {
        m_receiver.broadcastDone(m_index, command.topic);
        return;
    }
    auto delivery = std::find_if(m_deliveries.begin(), m_deliveries.end(), [&](const Delivery &one) { return one.walk.topic() == command.topic; });
    if (delivery == m_deliveries.end())
        delivery = m_deliveries.insert(delivery, {.walk = Subscriptions::Walk(command.topic)});
    delivery->frames.push_back(textFrame(command.utf8));
    if (!m_deliveryScheduled)
        deliverSome();
}

void IoWorker::deliverSome()
{
    for (int left = kDeliveriesPerPass; left > 0 && !m_deliveries.empty(); --left) {
        Delivery &delivery = m_deliveries.front();
        const Topic topic = delivery.walk.topic();
        if (Connection *connection = m_subscriptions.next(delivery.walk)) {
            if (!connection->broadcast(delivery.frames.front()))
                m_subscriptions.miss(*connection, topic);
            continue;
        }
        delivery.frames.pop_front();
        delivery.walk = Subscriptions::Walk(topic);
        if (delivery.frames.empty())
            m_deliveries.pop_front();
        m_receiver.broadcastDone(m_index, topic);
    }
    if (m_deliveries.empty())
        return;
    // A large audience does not make a small one wait.
    m_deliveries.push_back(std::move(m_deliveries.front()));
    m_deliveries.pop_front();
    if (!std::exchange(m_deliveryScheduled, true))
        QCoreApplication::postEvent(this, new QEvent(kDeliver));
}

void IoWorker::run(const Close &command)
{
    if (Connection *connection = find(command.connection))
        connection->close(command.code, command.reason);
}

void IoWorker::tick()
{
    const Tick now = m_clock.steadyNow();
    for (const auto &[id, connection] : m_connections)
        connection->tick(now);
    std::erase_if(m_handshakes, [&](const auto &entry) {
        if (!entry.second->overdue(now))
            return false;
        std::erase_if(m_upgrading, [&](const auto &upgrading) { return upgrading.second == entry.first; });
        Q_EMIT connectionEnded(entry.second->address());
        return true;
    });
    std::erase_if(m_exchanges, [&](const auto &entry) {
        if (!entry.second->overdue(now))
            return false;
        Q_EMIT connectionEnded(entry.second->address());
        return true;
    });
}

void IoWorker::shutDown(std::chrono::milliseconds deadline)
{
    m_shuttingDown = true;
    m_upgrading.clear();
    m_handshakes.clear();
    m_exchanges.clear();
    m_deliveries.clear();
    for (const auto &[id, connection] : m_connections)
        connection->close(CloseCode::ServiceRestart, QStringLiteral("the server is restarting"));
    QTimer::singleShot(deadline, this, [this] {
        for (const auto &[id, connection] : m_connections)
            connection->abort();
        settleLater();
    });
    settleLater();
}

void IoWorker::finish()
{
    m_tick.reset();
    m_server.reset();
    thread()->quit();
}

} // namespace parterre::transport
