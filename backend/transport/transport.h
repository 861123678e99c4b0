// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHostAddress>
#include <QString>

#include <memory>
#include <span>
#include <variant>
#include <vector>

namespace parterre::transport {

// One client's link for as long as it lives; never used again in this process. The worker that serves it is in the
// top 16 bits.
enum class ConnectionId : quint64 {};

inline constexpr int kConnectionWorkerShift = 48;

[[nodiscard]] constexpr ConnectionId makeConnectionId(int worker, quint64 number)
{
    return ConnectionId((static_cast<quint64>(worker) << kConnectionWorkerShift) | number);
}

[[nodiscard]] constexpr int workerOf(ConnectionId connection)
{
    return static_cast<int>(static_cast<quint64>(connection) >> kConnectionWorkerShift);
}

// Something many connections listen to. The numbers belong to the caller; a transport only compares them.
enum class Topic : quint64 {};

// Who is at the other end.
struct Peer {
    ConnectionId id = {};
    QHostAddress address = {};
    QHostAddress network = {}; // what counts as one address: of IPv6 the /64
    bool encrypted = false;
};

// One complete text message from a client. `utf8` is valid UTF-8 and may be moved from.
struct Inbound {
    ConnectionId from = {};
    QByteArray utf8 = {};
};

// What a transport tells the layer above. Every call comes on the I/O thread of the worker concerned, so calls of
// different workers run at the same time. Implementations hand over and return at once; they never block.
// For one connection the order is: connected, any number of received and outOfSync, disconnected.
class Receiver
{
public:
    virtual ~Receiver() = default;

    virtual void connected(const Peer &peer) = 0;
    // Everything that was readable in one loop pass of one worker, in order of arrival. `all` is never empty.
    virtual void received(int worker, std::span<Inbound> all) = 0;
    // Subscriptions are gone with the connection; commands still under way to it are dropped.
    virtual void disconnected(ConnectionId connection) = 0;
    // The client read too slowly, so broadcasts of `topic` were left out and it is no longer subscribed. It has caught
    // up now: post a Send with the present state and then a Subscribe.
    virtual void outOfSync(ConnectionId connection, Topic topic) = 0;
    // The worker has handed a broadcast on to every subscriber it serves: the next one finds it idle. Once per Broadcast,
    // in their order.
    virtual void broadcastDone(int worker, Topic topic) = 0;
};

// An answer that is put into bytes on the I/O thread, so that the thread that decided it need not wait for that.
class Message
{
public:
    virtual ~Message() = default;

    // Valid UTF-8 of at most kMaxOutgoingBytes. Called at most once, never if the connection is gone.
    [[nodiscard]] virtual QByteArray encode() = 0;
};

// A message larger than this is a defect of its maker: it is logged and not sent.
inline constexpr qsizetype kMaxOutgoingBytes = 256 * 1024;

// The close codes of RFC 6455 section 7.4.1 and its registry that a server sends, and our own from 4000 on. Qt clients
// do not know 1012 and 1013 and report 1002 in their place.
enum class CloseCode : quint16 {
    Normal = 1000,
    GoingAway = 1001,
    ProtocolError = 1002,
    UnsupportedData = 1003,
    InvalidData = 1007,
    PolicyViolated = 1008,
    TooLarge = 1009,
    ServiceRestart = 1012,
    TryAgainLater = 1013,
    SessionEnded = 4001,
};

struct Send {
    ConnectionId to = {};
    std::unique_ptr<Message> message = {};
};

struct Subscribe {
    ConnectionId connection = {};
    Topic topic = {};
};

struct Unsubscribe {
    ConnectionId connection = {};
    Topic topic = {};
};

// To every subscriber that this worker serves: post one to each worker. The payload is valid UTF-8 of at most
// kMaxOutgoingBytes, shared by all.
struct Broadcast {
    Topic topic = {};
    QByteArray utf8 = {};
};

// `reason` is English for programmers, at most 123 bytes. What was sent before still arrives.
struct Close {
    ConnectionId connection = {};
    CloseCode code = CloseCode::Normal;
    QString reason = {};
};

using Command = std::variant<Send, Subscribe, Unsubscribe, Broadcast, Close>;

// Takes messages from clients to a Receiver and commands from any thread to clients. It knows no rules, no JSON and no
// roles, so that sockets, plain HTTP and a test's double can take each other's place.
class Transport
{
public:
    virtual ~Transport() = default;

    // Workers are numbered 0 to workerCount() - 1. The count never changes.
    [[nodiscard]] virtual int workerCount() const = 0;
    // From any thread; returns at once. One hop however many commands. The order within a worker is kept, over several
    // calls of one thread too: a Send with a state, then Subscribe, then Broadcasts of what changed since, is
    // consistent. Only a broadcast to many takes its time, and what is sent meanwhile to one client may overtake it.
    // Commands for connections that are gone, or of another worker, have no effect.
    virtual void post(int worker, std::vector<Command> commands) = 0;
};

} // namespace parterre::transport
