// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/wsswarm.h"

#include <QtEndian>

#include <array>
#include <cerrno>
#include <cstring>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace parterre::bench {

using namespace std::string_view_literals;

namespace {

constexpr std::size_t kReadBuffer = 512 * 1024;
constexpr int kEventsPerPass = 1024;
constexpr std::chrono::seconds kConnectPatience {60};
constexpr int kConnectingAtOnce = 4'000; // fewer than a listener's backlog

enum Opcode : unsigned { Text = 1, Closing = 8, Ping = 9, Pong = 10 };

void appendFrame(std::string &out, unsigned opcode, std::string_view payload)
{
    out.push_back(static_cast<char>(0x80 | opcode));
    if (payload.size() < 126) {
        out.push_back(static_cast<char>(0x80 | payload.size()));
    } else if (payload.size() <= 0xFFFF) {
        out.push_back(static_cast<char>(0x80 | 126));
        std::array<char, 2> length;
        qToBigEndian(static_cast<quint16>(payload.size()), length.data());
        out.append(length.data(), length.size());
    } else {
        out.push_back(static_cast<char>(0x80 | 127));
        std::array<char, 8> length;
        qToBigEndian(static_cast<quint64>(payload.size()), length.data());
        out.append(length.data(), length.size());
    }
    out.append(4, '\0');
    out.append(payload);
}

} // namespace

void appendTextFrame(std::string &out, std::string_view text)
{
    appendFrame(out, Text, text);
}

struct WsSwarm::Client {
    int number = 0;
    int descriptor = -1;
    bool shaken = false;
    bool watchesWrite = false;
    std::string unread = {};   // an unfinished frame
    std::string unwritten = {};
};

WsSwarm::WsSwarm(quint16 port, std::string path) : m_port(port), m_path(std::move(path)), m_epoll(::epoll_create1(EPOLL_CLOEXEC)), m_buffer(kReadBuffer) { }

WsSwarm::~WsSwarm()
{
    for (const auto &client : m_clients) {
        if (client->descriptor >= 0)
            ::close(client->descriptor);
    }
    ::close(m_epoll);
}

int WsSwarm::connectMore(int count)
{
    const int first = size();
    const LoadTime end = LoadClock::now() + kConnectPatience;
    for (int i = 0; i < count; ++i) {
        beginConnect(first + i);
        while (size() - m_gone - m_open >= kConnectingAtOnce)
            poll(std::chrono::milliseconds(100));
    }
    while (m_open < size() - m_gone) {
        if (LoadClock::now() > end)
            qFatal("only %d of %d clients could connect", m_open, size() - m_gone);
        poll(std::chrono::milliseconds(100));
    }
    return first;
}

void WsSwarm::beginConnect(int number)
{
    auto client = std::make_unique<Client>();
    client->number = number;
    client->descriptor = ::socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    if (client->descriptor < 0)
        qFatal("no more sockets: %s", std::strerror(errno));
    const int one = 1;
    ::setsockopt(client->descriptor, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
    sockaddr_in address {};
    address.sin_family = AF_INET;
    address.sin_port = htons(m_port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (::connect(client->descriptor, reinterpret_cast<sockaddr *>(&address), sizeof address) != 0 && errno != EINPROGRESS)
        qFatal("cannot connect: %s", std::strerror(errno));
    epoll_event event {.events = EPOLLIN | EPOLLOUT, .data = {.ptr = client.get()}};
    ::epoll_ctl(m_epoll, EPOLL_CTL_ADD, client->descriptor, &event);
    client->watchesWrite = true;
    client->unwritten = "GET " + m_path + " HTTP/1.1\r\nHost: 127.0.0.1:" + std::to_string(m_port)
        + "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n";
    m_clients.push_back(std::move(client));
}

void WsSwarm::sendText(int client, std::string_view text)
{
    static thread_local std::string frame;
    frame.clear();
    appendTextFrame(frame, text);
    write(*m_clients[static_cast<std::size_t>(client)], frame);
}

void WsSwarm::sendTexts(int client, const std::vector<std::string> &texts)
{
    std::string frames;
    for (const std::string &text : texts)
        appendTextFrame(frames, text);
    write(*m_clients[static_cast<std::size_t>(client)], frames);
}

void WsSwarm::disconnect(int client)
{
    Client &gone = *m_clients[static_cast<std::size_t>(client)];
    if (gone.descriptor < 0)
        return;
    ::close(std::exchange(gone.descriptor, -1));
    ++m_gone;
    if (std::exchange(gone.shaken, false))
        --m_open;
}

void WsSwarm::write(Client &client, std::string_view bytes)
{
    if (client.descriptor < 0)
        return;
    if (client.unwritten.empty()) {
        const ssize_t sent = ::send(client.descriptor, bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (sent == static_cast<ssize_t>(bytes.size()))
            return;
        if (sent > 0)
            bytes.remove_prefix(static_cast<std::size_t>(sent));
        else if (errno != EAGAIN)
            return lost(client, std::strerror(errno));
    }
    client.unwritten.append(bytes);
    watch(client, true);
}

void WsSwarm::flush(Client &client)
{
    if (!client.unwritten.empty()) {
        const ssize_t sent = ::send(client.descriptor, client.unwritten.data(), client.unwritten.size(), MSG_NOSIGNAL);
        if (sent < 0 && errno != EAGAIN)
            return lost(client, std::strerror(errno));
        client.unwritten.erase(0, static_cast<std::size_t>(std::max<ssize_t>(0, sent)));
    }
    if (client.unwritten.empty())
        watch(client, false);
}

void WsSwarm::watch(Client &client, bool writable)
{
    if (client.watchesWrite == writable)
        return;
    client.watchesWrite = writable;
    epoll_event event {.events = writable ? EPOLLIN | EPOLLOUT : EPOLLIN, .data = {.ptr = &client}};
    ::epoll_ctl(m_epoll, EPOLL_CTL_MOD, client.descriptor, &event);
}

void WsSwarm::poll(std::chrono::nanoseconds atMost)
{
    std::array<epoll_event, kEventsPerPass> events;
    const auto timeout = std::chrono::ceil<std::chrono::milliseconds>(std::max(atMost, std::chrono::nanoseconds(0)));
    const int ready = ::epoll_wait(m_epoll, events.data(), kEventsPerPass, static_cast<int>(timeout.count()));
    for (int i = 0; i < ready; ++i) {
        const epoll_event &event = events[static_cast<std::size_t>(i)];
        Client &client = *static_cast<Client *>(event.data.ptr);
        if (client.descriptor >= 0 && (event.events & EPOLLOUT))
            flush(client);
        if (client.descriptor >= 0 && (event.events & (EPOLLIN | EPOLLHUP | EPOLLERR)))
            read(client, LoadClock::now());
    }
}

void WsSwarm::read(Client &client, LoadTime now)
{
    const ssize_t got = ::recv(client.descriptor, m_buffer.data(), m_buffer.size(), 0);
    if (got == 0)
        return lost(client, "closed by the server");
    if (got < 0) {
        if (errno != EAGAIN)
            lost(client, std::strerror(errno));
        return;
    }
    m_bytes += got;
    std::string_view data(m_buffer.data(), static_cast<std::size_t>(got));
    std::string joined;
    if (!client.unread.empty()) {
        joined = std::move(client.unread);
        client.unread.clear();
        joined.append(data);
        data = joined;
    }
    if (!client.shaken)
        data.remove_prefix(readHandshake(client, data));
    if (client.shaken)
        data.remove_prefix(readFrames(client, data, now));
    if (client.descriptor >= 0)
        client.unread.assign(data);
}

std::size_t WsSwarm::readHandshake(Client &client, std::string_view data)
{
    const std::size_t end = data.find("\r\n\r\n");
    if (end == std::string_view::npos)
        return 0;
    if (!data.starts_with("HTTP/1.1 101"))
        qFatal("no handshake: %.*s", static_cast<int>(std::min<std::size_t>(end, 200)), data.data());
    client.shaken = true;
    ++m_open;
    return end + 4;
}

std::size_t WsSwarm::readFrames(Client &client, std::string_view data, LoadTime now)
{
    std::size_t used = 0;
    while (client.descriptor >= 0 && data.size() - used >= 2) {
        const std::string_view rest = data.substr(used);
        const auto first = static_cast<unsigned char>(rest[0]);
        const auto second = static_cast<unsigned char>(rest[1]);
        std::size_t header = 2;
        quint64 length = second & 0x7F;
        if (length >= 126) {
            header += length == 126 ? 2 : 8;
            if (rest.size() < header)
                break;
            length = header == 4 ? qFromBigEndian<quint16>(rest.data() + 2) : qFromBigEndian<quint64>(rest.data() + 2);
        }
        if (rest.size() < header + length)
            break;
        const std::string_view payload = rest.substr(header, length);
        used += header + length;
        const unsigned opcode = first & 0x0F;
        if ((first & 0xF0) != 0x80 || (second & 0x80)) {
            lost(client, "a frame that a server may not send");
        } else if (opcode == Text) {
            ++m_messages;
            m_listener->onText(client.number, payload, now);
        } else if (opcode == Ping) {
            std::string pong;
            appendFrame(pong, Pong, payload);
            write(client, pong);
        } else if (opcode == Closing) {
            lost(client, payload.size() > 2 ? std::string(payload.substr(2)).c_str() : "close frame");
        }
    }
    return used;
}

void WsSwarm::lost(Client &client, const char *why)
{
    if (!m_lenient)
        qFatal("client %d lost its connection: %s", client.number, why);
    disconnect(client.number);
    if (m_listener)
        m_listener->onClosed(client.number);
}

} // namespace parterre::bench
