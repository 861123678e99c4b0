// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/transport/requesthead.h"

#include <algorithm>
#include <cctype>

namespace parterre::transport {

namespace {

// RFC 9110 section 5.6.2
bool isToken(QByteArrayView text)
{
    constexpr QByteArrayView kMarks = "!#$%&'*+-.^_`|~";
    return !text.isEmpty() && std::ranges::all_of(text, [&](char c) {
        return std::isalnum(static_cast<unsigned char>(c)) || kMarks.contains(c);
    });
}

bool hasControlCharacter(QByteArrayView text)
{
    return std::ranges::any_of(text, [](char c) { return c != '\t' && std::iscntrl(static_cast<unsigned char>(c)); });
}

} // namespace

std::optional<RequestHead> RequestHead::parse(const QByteArray &bytes)
{
    QList<QByteArray> lines = bytes.split('\n');
    for (QByteArray &line : lines) {
        if (line.endsWith('\r'))
            line.chop(1);
        if (hasControlCharacter(line))
            return std::nullopt;
    }
    const QList<QByteArray> request = lines.takeFirst().split(' ');
    if (request.size() != 3 || !isToken(request[0]) || !request[1].startsWith('/') || request[2] != "HTTP/1.1")
        return std::nullopt;

    RequestHead head;
    head.m_method = request[0];
    head.m_path = request[1].split('?').constFirst();
    for (const QByteArray &line : lines) {
        if (line.isEmpty())
            break;
        const qsizetype colon = line.indexOf(':');
        const QByteArray name = line.left(colon);
        if (colon < 0 || !isToken(name))
            return std::nullopt;
        head.m_headers.append({name.toLower(), line.mid(colon + 1).trimmed()});
    }
    return head;
}

bool RequestHead::has(QByteArrayView name) const
{
    return std::ranges::any_of(m_headers, [&](const auto &header) { return header.first == name; });
}

std::optional<QByteArray> RequestHead::single(QByteArrayView name) const
{
    QByteArray value;
    int count = 0;
    for (const auto &[key, text] : m_headers) {
        if (key == name) {
            value = text;
            ++count;
        }
    }
    return count > 1 ? std::nullopt : std::optional(value);
}

bool RequestHead::hasToken(QByteArrayView name, QByteArrayView token) const
{
    for (const auto &[key, text] : m_headers) {
        if (key != name)
            continue;
        for (const QByteArray &item : text.split(',')) {
            if (item.trimmed().compare(token, Qt::CaseInsensitive) == 0)
                return true;
        }
    }
    return false;
}

QByteArray Refusal::toResponse() const
{
    const QByteArray line = QByteArray::number(status) + ' ' + phrase;
    const QByteArray body = line + '\n';
    return "HTTP/1.1 " + line + "\r\nContent-Type: text/plain\r\nContent-Length: " + QByteArray::number(body.size())
        + "\r\nConnection: close\r\n" + headers + "\r\n" + body;
}

Refusal refusal::badRequest()
{
    return {};
}

Refusal refusal::headTooLarge()
{
    return {.status = 431, .phrase = "Request Header Fields Too Large"};
}

std::optional<Refusal> judge(const RequestHead &head, const QByteArray &path, const QList<QByteArray> &allowedOrigins)
{
    if (head.path() != path)
        return Refusal {.status = 404, .phrase = "Not Found"};
    if (head.method() != "GET")
        return Refusal {.status = 405, .phrase = "Method Not Allowed", .headers = "Allow: GET\r\n"};
    const std::optional<QByteArray> host = head.single("host");
    const std::optional<QByteArray> origin = head.single("origin");
    if (!host || host->isEmpty() || !origin)
        return refusal::badRequest();
    if (head.has("origin") && !allowedOrigins.contains(*origin))
        return Refusal {.status = 403, .phrase = "Forbidden"};
    if (!head.hasToken("upgrade", "websocket") || !head.hasToken("connection", "upgrade"))
        return Refusal {.status = 426,
                        .phrase = "Upgrade Required",
                        .headers = "Upgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"};
    const std::optional<QByteArray> version = head.single("sec-websocket-version");
    if (!version || *version != "13")
        return Refusal {.status = 426, .phrase = "Upgrade Required", .headers = "Sec-WebSocket-Version: 13\r\n"};
    const std::optional<QByteArray> key = head.single("sec-websocket-key");
    constexpr qsizetype kNonceBytes = 16;
    if (!key || QByteArray::fromBase64(*key, QByteArray::AbortOnBase64DecodingErrors).size() != kNonceBytes)
        return refusal::badRequest();
    return std::nullopt;
}

} // namespace parterre::transport
