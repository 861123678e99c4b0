// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>

#include <optional>
#include <utility>

namespace parterre::transport {

// The request line and headers of an HTTP/1.1 request (RFC 9112), as far as they are needed here.
class RequestHead
{
public:
    // `bytes` ends with the empty line. Nothing if it is not such a head.
    [[nodiscard]] static std::optional<RequestHead> parse(const QByteArray &bytes);

    [[nodiscard]] const QByteArray &method() const { return m_method; }
    [[nodiscard]] const QByteArray &path() const { return m_path; } // without the query
    [[nodiscard]] const QList<std::pair<QByteArray, QByteArray>> &headers() const { return m_headers; } // names in lower case
    [[nodiscard]] bool has(QByteArrayView name) const;
    // Empty if absent, nothing if it is there more than once.
    [[nodiscard]] std::optional<QByteArray> single(QByteArrayView name) const;
    // Whether a comma-separated header, possibly repeated, has this token; case does not matter.
    [[nodiscard]] bool hasToken(QByteArrayView name, QByteArrayView token) const;

private:
    QByteArray m_method;
    QByteArray m_path;
    QList<std::pair<QByteArray, QByteArray>> m_headers; // names in lower case
};

// Why a connection does not become a WebSocket, as the client is told.
struct Refusal {
    int status = 400;
    QByteArray phrase = "Bad Request";
    QByteArray headers = {}; // further header lines, each with its line end

    [[nodiscard]] QByteArray toResponse() const;
};

namespace refusal {
[[nodiscard]] Refusal badRequest();
[[nodiscard]] Refusal headTooLarge();
}

// Nothing if the request is a WebSocket handshake (RFC 6455 section 4.2.1) to `path` from somewhere we accept.
[[nodiscard]] std::optional<Refusal> judge(const RequestHead &head, const QByteArray &path,
                                           const QList<QByteArray> &allowedOrigins);

} // namespace parterre::transport
