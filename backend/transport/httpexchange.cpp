// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/transport/httpexchange.h"

#include "backend/transport/accountedaddress.h"

#include <algorithm>

namespace parterre::transport {

namespace {

QByteArray phraseOf(int status)
{
    switch (status) {
    case 200: return "OK";
    case 400: return "Bad Request";
    case 404: return "Not Found";
    case 409: return "Conflict";
    case 429: return "Too Many Requests";
    case 503: return "Service Unavailable";
    default: return status < 400 ? "OK" : "Error";
    }
}

// Nothing when it is no number of RFC 9110 section 8.6.
std::optional<qsizetype> lengthOf(const QByteArray &text)
{
    const bool isDigits = !text.isEmpty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
    bool isNumber = false;
    const qlonglong length = text.toLongLong(&isNumber);
    return isDigits && isNumber ? std::optional<qsizetype>(length) : std::nullopt;
}

} // namespace

QByteArray HttpRequest::header(QByteArrayView name) const
{
    const auto is = [&](const auto &header) { return header.first == name; };
    const auto found = std::ranges::find_if(headers, is);
    return found != headers.end() && std::ranges::count_if(headers, is) == 1 ? found->second : QByteArray();
}

QByteArray HttpAnswer::toResponse() const
{
    return "HTTP/1.1 " + QByteArray::number(status) + ' ' + phraseOf(status) + "\r\nContent-Type: " + contentType
        + "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\nConnection: close\r\nCache-Control: no-store\r\nX-Content-Type-Options: nosniff\r\n"
        + headers + "\r\n" + body;
}

std::optional<Refusal> HttpExchange::judge(const RequestHead &head, const QList<HttpHandler::Offer> &offers)
{
    const auto offer = std::ranges::find(offers, head.method(), &HttpHandler::Offer::method);
    if (offer == offers.end()) {
        QByteArrayList methods;
        for (const HttpHandler::Offer &one : offers)
            methods.append(one.method);
        return Refusal {.status = 405, .phrase = "Method Not Allowed", .headers = "Allow: " + methods.join(", ") + "\r\n"};
    }
    const std::optional<QByteArray> host = head.single("host");
    // A body whose end is told otherwise is one that two programs may see different ends of.
    if (!host || host->isEmpty() || head.has("transfer-encoding"))
        return refusal::badRequest();
    const std::optional<QByteArray> length = head.single("content-length");
    if (!length || (head.has("content-length") && !lengthOf(*length)))
        return refusal::badRequest();
    if (!head.has("content-length")) {
        if (offer->largestBody > 0)
            return Refusal {.status = 411, .phrase = "Length Required"};
        return std::nullopt;
    }
    if (*lengthOf(*length) > offer->largestBody)
        return Refusal {.status = 413, .phrase = "Content Too Large"};
    return std::nullopt;
}

HttpExchange::HttpExchange(const ConnectionLimits &limits, const RequestHead &head, qsizetype headBytes, QTcpSocket *socket, const QHostAddress &address,
                           Tick started)
    : m_limits(limits)
    , m_address(address)
    , m_started(started)
    , m_request {.method = head.method(), .path = head.path(), .headers = head.headers(), .address = address, .network = accountedAddress(address)}
    , m_headBytes(headBytes)
    , m_bodyBytes(lengthOf(m_request.header("content-length")).value_or(0))
    , m_wantsToBeAsked(head.hasToken("expect", "100-continue"))
    , m_socket(socket)
{
}

HttpExchange::~HttpExchange()
{
    if (!m_socket)
        return;
    m_socket->disconnect(this);
    m_socket->abort();
    m_socket->deleteLater();
}

void HttpExchange::start()
{
    connect(m_socket, &QTcpSocket::readyRead, this, &HttpExchange::onReadyRead);
    connect(m_socket, &QTcpSocket::disconnected, this, [this] { Q_EMIT ended(this); });
    m_socket->skip(m_headBytes);
    if (m_wantsToBeAsked && m_bodyBytes > 0)
        m_socket->write("HTTP/1.1 100 Continue\r\n\r\n");
    onReadyRead();
}

bool HttpExchange::overdue(Tick now) const
{
    return now - m_started >= (m_phase == Phase::Reading ? m_limits.handshake : m_limits.handshake + m_limits.answer);
}

void HttpExchange::onReadyRead()
{
    if (m_phase != Phase::Reading) {
        m_socket->skip(m_socket->bytesAvailable());
        return;
    }
    m_request.body += m_socket->read(m_bodyBytes - m_request.body.size());
    if (m_request.body.size() < m_bodyBytes)
        return;
    m_phase = Phase::Waiting;
    Q_EMIT requested(this, m_request);
}

void HttpExchange::answer(const HttpAnswer &answer)
{
    if (m_phase != Phase::Waiting || !m_socket)
        return;
    m_phase = Phase::Answered;
    // Unread bytes would turn the close into a reset, which may overtake the answer.
    m_socket->skip(m_socket->bytesAvailable());
    m_socket->write(answer.toResponse());
    m_socket->disconnectFromHost();
}

} // namespace parterre::transport
