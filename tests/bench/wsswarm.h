// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <chrono>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace parterre::bench {

using LoadClock = std::chrono::steady_clock;
using LoadTime = LoadClock::time_point;

// Many WebSocket clients in one thread on one epoll, as cheap as a client can be, so that the server is what is measured.
// Text messages only; answers pings. Everything it is told is checked: a frame that a server may not send, or a broken
// connection, ends the program with a message, unless the swarm is lenient.
class WsSwarm
{
public:
    class Listener
    {
    public:
        virtual ~Listener() = default;
        // `text` is good until the call returns.
        virtual void onText(int client, std::string_view text, LoadTime now) = 0;
        // In a lenient swarm only.
        virtual void onClosed(int client) { Q_UNUSED(client) }
    };

    WsSwarm(quint16 port, std::string path);
    ~WsSwarm();
    Q_DISABLE_COPY_MOVE(WsSwarm)

    void setListener(Listener *listener) { m_listener = listener; }
    // Lost connections are told instead of ending the program: for servers that give up under load.
    void setLenient(bool lenient) { m_lenient = lenient; }

    // Connects `count` more at once and waits until all have shaken hands; answers the number of the first.
    int connectMore(int count);
    [[nodiscard]] int size() const { return static_cast<int>(m_clients.size()); }
    [[nodiscard]] int openCount() const { return m_open; }

    // Leaves at once, in one write.
    void sendText(int client, std::string_view text);
    // Several messages in one write, so that they arrive together.
    void sendTexts(int client, const std::vector<std::string> &texts);
    void disconnect(int client);

    // Handles what arrives within `atMost`; returns after the first batch.
    void poll(std::chrono::nanoseconds atMost);
    // Polls until `done()`; false when that takes longer than `atMost`.
    template<class Done>
    [[nodiscard]] bool pollUntil(Done done, std::chrono::nanoseconds atMost)
    {
        const LoadTime end = LoadClock::now() + atMost;
        while (!done()) {
            const LoadTime now = LoadClock::now();
            if (now >= end)
                return false;
            poll(end - now);
        }
        return true;
    }

    [[nodiscard]] qint64 messagesReceived() const { return m_messages; }
    [[nodiscard]] qint64 bytesReceived() const { return m_bytes; }

private:
    struct Client;

    void write(Client &client, std::string_view bytes);
    void flush(Client &client);
    void watch(Client &client, bool writable);
    void read(Client &client, LoadTime now);
    [[nodiscard]] std::size_t readHandshake(Client &client, std::string_view data);
    [[nodiscard]] std::size_t readFrames(Client &client, std::string_view data, LoadTime now);
    void lost(Client &client, const char *why);
    void beginConnect(int number);

    const quint16 m_port;
    const std::string m_path;
    Listener *m_listener = nullptr;
    bool m_lenient = false;
    int m_epoll = -1;
    int m_open = 0;
    int m_gone = 0;
    qint64 m_messages = 0;
    qint64 m_bytes = 0;
    std::vector<std::unique_ptr<Client>> m_clients;
    std::vector<char> m_buffer;
};

// One masked text frame as a client sends it; the mask is zero, which the protocol allows and costs nothing.
void appendTextFrame(std::string &out, std::string_view text);

} // namespace parterre::bench
