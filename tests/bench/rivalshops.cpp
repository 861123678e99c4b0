// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/rivalshops.h"

#include <array>
#include <cerrno>
#include <charconv>
#include <cstring>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace parterre::bench {

namespace {

constexpr std::chrono::seconds kPatience {60};

}

WebSocketRival::WebSocketRival(quint16 port, std::string path) : m_swarm(port, std::move(path))
{
    m_swarm.setListener(this);
    m_swarm.setLenient(true);
}

void WebSocketRival::connectMore(int count, bool watching, bool holding)
{
    Q_UNUSED(watching)
    Q_UNUSED(holding)
    const int first = m_swarm.connectMore(count);
    for (int client = first; client < first + count; ++client)
        greet(client);
    const auto greeted = [&] {
        for (int client = first; client < first + count; ++client) {
            if (!isGreeted(client))
                return false;
        }
        return true;
    };
    if (!m_swarm.pollUntil(greeted, kPatience))
        qFatal("a rival does not greet");
}

void WebSocketRival::verify(qint64 sold)
{
    Q_UNUSED(sold)
}

void WebSocketRival::answered(int client, bool ok, LoadTime now)
{
    if (m_events.answered)
        m_events.answered(client, ok, now);
}

// {"id":7,"s":"locked"}
void WebSocketRival::changed(int client, std::string_view seat, LoadTime now)
{
    if (!m_events.changed)
        return;
    const std::string_view id = jsonMember(seat, "id");
    qint32 place = 0;
    std::from_chars(id.data(), id.data() + id.size(), place);
    m_events.changed(client, place, jsonMember(seat, "s") == "\"available\"", now);
}

void PlainJsonRival::call(int client, const char *operation, qint32 place)
{
    send(client, std::string(R"({"op":")") + operation + R"(","seat":)" + std::to_string(place) + R"(,"n":1})");
}

void PlainJsonRival::read(int client, std::string_view text, LoadTime now)
{
    if (text.starts_with("{\"n\":")) {
        answered(client, jsonMember(text, "ok") == "true", now);
    } else if (text.starts_with('{')) {
        changed(client, text, now);
    } else { // several pushes in one
        for (std::size_t at = 1; at < text.size();) {
            const std::size_t end = text.find('}', at);
            if (end == std::string_view::npos)
                break;
            changed(client, text.substr(at, end - at + 1), now);
            at = end + 2;
        }
    }
}

void SocketIoRival::call(int client, const char *operation, qint32 place)
{
    send(client, std::string(R"(421[")") + operation + R"(",{"seat":)" + std::to_string(place) + "}]");
}

void SocketIoRival::read(int client, std::string_view text, LoadTime now)
{
    if (text == "2") {
        send(client, "3");
    } else if (text.starts_with("40")) {
        m_greeted.resize(std::max(m_greeted.size(), static_cast<std::size_t>(client) + 1));
        m_greeted[static_cast<std::size_t>(client)] = true;
    } else if (text.starts_with("431[")) {
        answered(client, text.find("\"ok\":true") != std::string_view::npos, now);
    } else if (text.starts_with("42[\"seat\",")) {
        changed(client, text.substr(10, text.size() - 11), now);
    }
}

HttpRival::HttpRival(quint16 port) : m_port(port), m_epoll(::epoll_create1(EPOLL_CLOEXEC)) { }

HttpRival::~HttpRival()
{
    for (const Client &client : m_clients)
        ::close(client.descriptor);
    ::close(m_epoll);
}

void HttpRival::connectMore(int count, bool, bool)
{
    for (int i = 0; i < count; ++i) {
        Client client {.descriptor = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)};
        const int one = 1;
        ::setsockopt(client.descriptor, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
        sockaddr_in address {};
        address.sin_family = AF_INET;
        address.sin_port = htons(m_port);
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        if (::connect(client.descriptor, reinterpret_cast<sockaddr *>(&address), sizeof address) != 0)
            qFatal("cannot connect: %s", std::strerror(errno));
        epoll_event event {.events = EPOLLIN, .data = {.u64 = m_clients.size()}};
        ::epoll_ctl(m_epoll, EPOLL_CTL_ADD, client.descriptor, &event);
        m_clients.push_back(std::move(client));
    }
}

void HttpRival::release(int, qint32)
{
    qFatal("this rival has no release");
}

void HttpRival::post(int client, const char *path, qint32 place)
{
    const std::string body = R"({"seatId":)" + std::to_string(place) + R"(,"userId":)" + std::to_string(client) + '}';
    const std::string request = std::string("POST ") + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nContent-Length: "
        + std::to_string(body.size()) + "\r\n\r\n" + body;
    if (::send(m_clients[static_cast<std::size_t>(client)].descriptor, request.data(), request.size(), MSG_NOSIGNAL) != static_cast<ssize_t>(request.size()))
        qFatal("cannot send: %s", std::strerror(errno));
}

void HttpRival::poll(std::chrono::nanoseconds atMost)
{
    std::array<epoll_event, 512> events;
    const auto timeout = std::chrono::ceil<std::chrono::milliseconds>(std::max(atMost, std::chrono::nanoseconds(0)));
    const int ready = ::epoll_wait(m_epoll, events.data(), static_cast<int>(events.size()), static_cast<int>(timeout.count()));
    for (int i = 0; i < ready; ++i)
        read(static_cast<int>(events[static_cast<std::size_t>(i)].data.u64), LoadClock::now());
}

void HttpRival::read(int number, LoadTime now)
{
    Client &client = m_clients[static_cast<std::size_t>(number)];
    std::array<char, 16 * 1024> buffer;
    const ssize_t got = ::recv(client.descriptor, buffer.data(), buffer.size(), MSG_DONTWAIT);
    if (got <= 0)
        qFatal("a rival closed a connection");
    client.received.append(buffer.data(), static_cast<std::size_t>(got));
    const std::size_t head = client.received.find("\r\n\r\n");
    const std::size_t length = client.received.find("Content-Length: ");
    if (head == std::string::npos || length == std::string::npos)
        return;
    std::size_t body = 0;
    std::from_chars(client.received.data() + length + 16, client.received.data() + head, body);
    if (client.received.size() < head + 4 + body)
        return;
    const bool ok = client.received.starts_with("HTTP/1.1 200");
    client.received.erase(0, head + 4 + body);
    ++m_answers;
    if (m_events.answered)
        m_events.answered(number, ok, now);
}

} // namespace parterre::bench
