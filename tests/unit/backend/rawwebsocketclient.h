// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/unit/backend/clientframe.h"

#include <algorithm>
#include <cerrno>
#include <optional>
#include <utility>

#include <arpa/inet.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace parterre::testing {

// A WebSocket client that does exactly what it is told, on a plain blocking socket: it can send what a proper client
// never would, see every byte that comes, and not read at all.
class RawWebSocketClient
{
public:
    struct Frame {
        int opcode = 0;
        QByteArray payload = {};
    };
    static constexpr int kPatience = 30'000; // milliseconds; only ever waited for by a failing test

    struct Options {
        int receiveBuffer = 64 * 1024;
        quint32 from = INADDR_LOOPBACK; // any of 127.0.0.0/8
    };

    explicit RawWebSocketClient(quint16 port) : RawWebSocketClient(port, Options {}) {}
    RawWebSocketClient(quint16 port, const Options &options) : m_socket(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))
    {
        ::setsockopt(m_socket, SOL_SOCKET, SO_RCVBUF, &options.receiveBuffer, sizeof options.receiveBuffer);
        const int on = 1;
        ::setsockopt(m_socket, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
        sockaddr_in address {};
        address.sin_family = AF_INET;
        if (options.from != INADDR_LOOPBACK) {
            address.sin_addr.s_addr = htonl(options.from);
            ::bind(m_socket, reinterpret_cast<sockaddr *>(&address), sizeof address);
        }
        address.sin_port = htons(port);
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        m_connected = ::connect(m_socket, reinterpret_cast<sockaddr *>(&address), sizeof address) == 0;
    }
    ~RawWebSocketClient() { ::close(m_socket); }
    Q_DISABLE_COPY_MOVE(RawWebSocketClient)

    [[nodiscard]] bool isConnected() const { return m_connected; }

    static QByteArray request(const QByteArray &target = "/rpc", const QByteArray &furtherHeaders = {})
    {
        return "GET " + target + " HTTP/1.1\r\nHost: localhost\r\n"
               "Upgrade: websocket\r\nConnection: keep-alive, Upgrade\r\n"
               "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAECAwQFBgcICQoLDA0ODw==\r\n" + furtherHeaders + "\r\n";
    }

    // Sends the request and returns the head of the answer.
    QByteArray shakeHands(const QByteArray &request = RawWebSocketClient::request())
    {
        send(request);
        return readHead();
    }

    // False if the server has closed.
    bool send(const QByteArray &bytes)
    {
        return ::send(m_socket, bytes.constData(), static_cast<std::size_t>(bytes.size()), MSG_NOSIGNAL) == bytes.size();
    }

    // Nothing more will come from here.
    void endSending() { ::shutdown(m_socket, SHUT_WR); }
    // As much as the system takes at once; -1 when the server has closed.
    qsizetype sendSome(QByteArrayView bytes)
    {
        const ssize_t sent = ::send(m_socket, bytes.data(), static_cast<std::size_t>(bytes.size()), MSG_NOSIGNAL | MSG_DONTWAIT);
        return sent >= 0 ? sent : errno == EAGAIN || errno == EWOULDBLOCK ? 0 : -1;
    }
    // At most so many bytes that have come already, for readFrame() to find. False when the server has closed.
    bool receiveSome(qsizetype most)
    {
        const qsizetype before = m_received.size();
        m_received.resize(before + most);
        const ssize_t count = ::recv(m_socket, m_received.data() + before, static_cast<std::size_t>(most), MSG_DONTWAIT);
        m_received.resize(before + std::max<qsizetype>(0, count));
        m_end = m_end || count == 0 || (count < 0 && errno != EAGAIN && errno != EWOULDBLOCK);
        return !m_end;
    }

    static QByteArray frame(int opcode, const QByteArray &payload, bool isFinal = true) { return clientFrame(opcode, payload, isFinal); }
    bool sendText(const QByteArray &utf8) { return send(frame(1, utf8)); }

    QByteArray readHead()
    {
        qsizetype end = -1;
        while ((end = m_received.indexOf("\r\n\r\n")) < 0) {
            if (!receive())
                return std::exchange(m_received, {});
        }
        const QByteArray head = m_received.left(end + 4);
        m_received.remove(0, end + 4);
        return head;
    }

    // Nothing if the server has closed.
    std::optional<Frame> readFrame()
    {
        qsizetype header = 2;
        quint64 length = 0;
        const auto complete = [&] {
            if (m_received.size() < 2)
                return false;
            const int announced = m_received[1] & 0x7F;
            header = announced == 126 ? 4 : announced == 127 ? 10 : 2;
            if (m_received.size() < header)
                return false;
            length = announced == 126 ? qFromBigEndian<quint16>(m_received.constData() + 2)
                : announced == 127    ? qFromBigEndian<quint64>(m_received.constData() + 2)
                                      : static_cast<quint64>(announced);
            return static_cast<quint64>(m_received.size() - header) >= length;
        };
        while (!complete()) {
            if (!receive())
                return std::nullopt;
        }
        const auto size = static_cast<qsizetype>(length);
        const Frame frame {.opcode = m_received[0] & 0x0F, .payload = m_received.mid(header, size)};
        m_received.remove(0, header + size);
        return frame;
    }

    // The next close frame's code; 0 if the server closed without one. Other frames are skipped.
    int readCloseCode()
    {
        while (const std::optional<Frame> frame = readFrame()) {
            if (frame->opcode == 8)
                return qFromBigEndian<quint16>(frame->payload.constData());
        }
        return 0;
    }

    // Reads exactly this many bytes; fewer if the server closes.
    QByteArray readBytes(qsizetype count)
    {
        while (m_received.size() < count && receive()) { }
        const QByteArray bytes = m_received.left(count);
        m_received.remove(0, count);
        return bytes;
    }

    // Everything until the server closes.
    QByteArray readToEnd()
    {
        while (receive()) { }
        return std::exchange(m_received, {});
    }

    // Whether the end came within the patience of a test.
    [[nodiscard]] bool sawEnd() const { return m_end; }

private:
    bool receive()
    {
        if (m_end)
            return false;
        pollfd ready {.fd = m_socket, .events = POLLIN, .revents = 0};
        if (::poll(&ready, 1, kPatience) <= 0)
            return false;
        char buffer[64 * 1024];
        const ssize_t count = ::recv(m_socket, buffer, sizeof buffer, 0);
        if (count <= 0) {
            m_end = true;
            return false;
        }
        m_received.append(buffer, count);
        return true;
    }

    int m_socket = -1;
    bool m_connected = false;
    bool m_end = false;
    QByteArray m_received;
};

} // namespace parterre::testing
