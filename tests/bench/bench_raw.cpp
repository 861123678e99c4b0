// SPDX-License-Identifier: GPL-3.0-or-later

// What the machine can do: the least a WebSocket server can be, one thread on one epoll without any rules. It echoes a
// text; "watch" makes the client a watcher; "!N text" writes the text N times to every watcher, each time as a write of
// its own. Nothing is checked: it is a measuring rod, not a server.

#include <QCryptographicHash>
#include <QtEndian>

#include <array>
#include <cerrno>
#include <charconv>
#include <cstdio>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

namespace {

struct Client {
    int descriptor = -1;
    bool shaken = false;
    bool watches = false;
    std::string unread = {};
    std::string unwritten = {};
};

std::string textFrame(std::string_view text)
{
    std::string frame(1, static_cast<char>(0x81));
    if (text.size() < 126) {
        frame.push_back(static_cast<char>(text.size()));
    } else {
        frame.push_back(126);
        std::array<char, 2> length;
        qToBigEndian(static_cast<quint16>(text.size()), length.data());
        frame.append(length.data(), length.size());
    }
    return frame.append(text);
}

class RawServer
{
public:
    int run();

private:
    void accept();
    void read(Client &client);
    std::size_t shakeHands(Client &client, std::string_view data);
    std::size_t readFrames(Client &client, std::string &data);
    void act(Client &client, std::string_view text);
    void write(Client &client, std::string_view bytes);
    void flush(Client &client);
    void drop(Client &client);

    int m_listener = -1;
    int m_epoll = -1;
    std::unordered_map<int, Client> m_clients;
    std::vector<Client *> m_watchers;
    std::vector<char> m_buffer = std::vector<char>(64 * 1024);
};

int RawServer::run()
{
    rlimit files {};
    ::getrlimit(RLIMIT_NOFILE, &files);
    files.rlim_cur = files.rlim_max;
    ::setrlimit(RLIMIT_NOFILE, &files);

    m_listener = ::socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    sockaddr_in address {};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    if (::bind(m_listener, reinterpret_cast<sockaddr *>(&address), size) != 0 || ::listen(m_listener, 4096) != 0)
        return 1;
    ::getsockname(m_listener, reinterpret_cast<sockaddr *>(&address), &size);
    m_epoll = ::epoll_create1(EPOLL_CLOEXEC);
    epoll_event event {.events = EPOLLIN, .data = {.fd = m_listener}};
    ::epoll_ctl(m_epoll, EPOLL_CTL_ADD, m_listener, &event);
    std::printf("raw ready on port %d\n", ntohs(address.sin_port));
    std::fflush(stdout);

    std::array<epoll_event, 512> events;
    for (;;) {
        const int ready = ::epoll_wait(m_epoll, events.data(), static_cast<int>(events.size()), -1);
        for (int i = 0; i < ready; ++i) {
            const epoll_event &one = events[static_cast<std::size_t>(i)];
            if (one.data.fd == m_listener) {
                accept();
                continue;
            }
            Client &client = m_clients.at(one.data.fd);
            if (one.events & EPOLLOUT)
                flush(client);
            if (one.events & (EPOLLIN | EPOLLHUP | EPOLLERR))
                read(client);
        }
    }
}

void RawServer::accept()
{
    for (;;) {
        const int descriptor = ::accept4(m_listener, nullptr, nullptr, SOCK_NONBLOCK | SOCK_CLOEXEC);
        if (descriptor < 0)
            return;
        const int one = 1;
        ::setsockopt(descriptor, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
        m_clients[descriptor] = {.descriptor = descriptor};
        epoll_event event {.events = EPOLLIN, .data = {.fd = descriptor}};
        ::epoll_ctl(m_epoll, EPOLL_CTL_ADD, descriptor, &event);
    }
}

void RawServer::read(Client &client)
{
    const ssize_t got = ::recv(client.descriptor, m_buffer.data(), m_buffer.size(), 0);
    if (got == 0 || (got < 0 && errno != EAGAIN))
        return drop(client);
    if (got < 0)
        return;
    client.unread.append(m_buffer.data(), static_cast<std::size_t>(got));
    if (!client.shaken)
        client.unread.erase(0, shakeHands(client, client.unread));
    if (client.shaken)
        client.unread.erase(0, readFrames(client, client.unread));
}

std::size_t RawServer::shakeHands(Client &client, std::string_view data)
{
    const std::size_t end = data.find("\r\n\r\n");
    const std::size_t at = data.find("Sec-WebSocket-Key: ");
    if (end == std::string_view::npos || at == std::string_view::npos)
        return 0;
    const std::string key = std::string(data.substr(at + 19, data.find("\r\n", at) - at - 19)) + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
    const QByteArray accept = QCryptographicHash::hash(QByteArrayView(key.data(), static_cast<qsizetype>(key.size())), QCryptographicHash::Sha1).toBase64();
    client.shaken = true;
    write(client, "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: " + accept.toStdString() + "\r\n\r\n");
    return end + 4;
}

std::size_t RawServer::readFrames(Client &client, std::string &data)
{
    std::size_t used = 0;
    while (data.size() - used >= 6) {
        std::size_t header = 6;
        std::size_t length = static_cast<unsigned char>(data[used + 1]) & 0x7F;
        if (length == 126) {
            header += 2;
            length = qFromBigEndian<quint16>(data.data() + used + 2);
        }
        if (data.size() - used < header + length)
            break;
        char *payload = data.data() + used + header;
        const char *mask = payload - 4;
        for (std::size_t i = 0; i < length; ++i)
            payload[i] = static_cast<char>(payload[i] ^ mask[i & 3]);
        used += header + length;
        act(client, {payload, length});
    }
    return used;
}

void RawServer::act(Client &client, std::string_view text)
{
    if (text == "watch") {
        if (!std::exchange(client.watches, true))
            m_watchers.push_back(&client);
        return;
    }
    if (!text.starts_with('!')) {
        write(client, textFrame(text));
        return;
    }
    int times = 0;
    const auto end = std::from_chars(text.data() + 1, text.data() + text.size(), times).ptr;
    const std::string frame = textFrame(text.substr(static_cast<std::size_t>(end - text.data()) + 1));
    for (int i = 0; i < times; ++i) {
        for (Client *watcher : m_watchers)
            write(*watcher, frame);
    }
}

void RawServer::write(Client &client, std::string_view bytes)
{
    if (client.unwritten.empty()) {
        const ssize_t sent = ::send(client.descriptor, bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (sent == static_cast<ssize_t>(bytes.size()))
            return;
        bytes.remove_prefix(static_cast<std::size_t>(std::max<ssize_t>(0, sent)));
        epoll_event event {.events = EPOLLIN | EPOLLOUT, .data = {.fd = client.descriptor}};
        ::epoll_ctl(m_epoll, EPOLL_CTL_MOD, client.descriptor, &event);
    }
    client.unwritten.append(bytes);
}

void RawServer::flush(Client &client)
{
    const ssize_t sent = ::send(client.descriptor, client.unwritten.data(), client.unwritten.size(), MSG_NOSIGNAL);
    client.unwritten.erase(0, static_cast<std::size_t>(std::max<ssize_t>(0, sent)));
    if (!client.unwritten.empty())
        return;
    epoll_event event {.events = EPOLLIN, .data = {.fd = client.descriptor}};
    ::epoll_ctl(m_epoll, EPOLL_CTL_MOD, client.descriptor, &event);
}

void RawServer::drop(Client &client)
{
    std::erase(m_watchers, &client);
    ::close(client.descriptor);
    m_clients.erase(client.descriptor);
}

} // namespace

int main()
{
    return RawServer().run();
}
