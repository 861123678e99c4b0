// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHostAddress>
#include <QList>
#include <QSslConfiguration>

#include <chrono>
#include <optional>

namespace parterre::transport {

class HttpHandler;

// What decides when a client is too slow, too silent or too loud. The defaults are for production; tests shorten them.
struct ConnectionLimits {
    qint64 maxIncomingBytes = 64 * 1024;         // of one frame and of one message; more closes with 1009
    qint64 maxRequestHeadBytes = 8 * 1024;       // of the HTTP request; more is answered 431
    qint64 lagBytes = 64 * 1024;                 // queued to one client before broadcasts are left out
    qint64 caughtUpBytes = 16 * 1024;            // queued to it before it counts as caught up again
    qint64 maxQueuedBytes = 1024 * 1024;         // queued to it before it is dropped
    std::chrono::milliseconds handshake {5'000}; // TLS and HTTP request together
    std::chrono::milliseconds answer {30'000};   // to an HTTP request that is no handshake, before it is dropped
    std::chrono::milliseconds stalled {10'000};  // without any queued byte leaving, before it is dropped
    std::chrono::milliseconds heartbeat {20'000}; // between pings; two without an answer and it is dropped
    std::chrono::milliseconds message {30'000};  // from the first byte of a message to its last, before it is closed
    std::chrono::milliseconds closing {5'000};   // from our close frame to dropping it
    std::chrono::milliseconds tick {1'000};      // how often the six above are looked at
};

// Which event loop the I/O threads run. Stock costs O(connections) in every pass and is there to compare with, and for
// systems without epoll.
enum class DispatcherKind { Epoll, Stock };

struct WebSocketConfig {
    QHostAddress address = QHostAddress(QHostAddress::LocalHost);
    quint16 port = 0;  // 0: the system chooses
    int workers = 0;   // I/O threads; 0: one less than there are cores, at least one
    QByteArray path = "/rpc";
    // Requests with an Origin header come from browsers and are refused unless it is one of these.
    QList<QByteArray> allowedOrigins = {};
    // Certificate, key and everything else of the server side. Absent: not encrypted.
    std::optional<QSslConfiguration> tls = {};
    // What is served at other paths, if anything; outlives the transport.
    HttpHandler *http = nullptr;
    DispatcherKind dispatcher = DispatcherKind::Epoll;
    int maxConnections = 20'000; // lowered to what the file descriptor limit allows
    int maxConnectionsPerAddress = 64; // IPv6: per /64 network
    ConnectionLimits limits = {};
};

} // namespace parterre::transport
