// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHostAddress>
#include <QList>

#include <functional>
#include <optional>
#include <utility>

namespace parterre::transport {

// One HTTP request that is no WebSocket handshake, whole.
struct HttpRequest {
    QByteArray method = {};
    QByteArray path = {}; // as it came, without the query
    QList<std::pair<QByteArray, QByteArray>> headers = {}; // names in lower case
    QByteArray body = {};
    QHostAddress address = {};
    QHostAddress network = {}; // what counts as one address: of IPv6 the /64

    // Of headers that may come once only; empty when it is not there, or more than once.
    [[nodiscard]] QByteArray header(QByteArrayView name) const;
};

struct HttpAnswer {
    int status = 200;
    QByteArray contentType = "text/plain; charset=utf-8";
    QByteArray body = {};
    QByteArray headers = {}; // further header lines, each with its line end

    [[nodiscard]] QByteArray toResponse() const;
};

// From any thread, at most once. Who never answers lets the client wait until its time is over.
using HttpReply = std::function<void(HttpAnswer)>;

// What is served besides the WebSocket. Every call comes on an I/O thread, so several run at the same time; none blocks.
class HttpHandler
{
public:
    virtual ~HttpHandler() = default;

    // The methods of a path, with the largest body each takes; none: there is nothing there. Asked before a body is read.
    struct Offer {
        QByteArray method = {};
        qsizetype largestBody = 0;
    };
    [[nodiscard]] virtual QList<Offer> offersAt(const QByteArray &path) const = 0;
    // Only what was offered.
    virtual void handle(const HttpRequest &request, const HttpReply &reply) = 0;
};

} // namespace parterre::transport
