// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/bench/seatshop.h"

namespace parterre::bench {

// The stacks that a team would pick instead, as small servers that are no part of this project. Their maps cannot be
// checked for gaps, since their messages have no revisions; every answer is.

// Over WebSocket: every connection hears of every change, unless the server was told to tell nobody.
class WebSocketRival : public SeatShop, private WsSwarm::Listener
{
public:
    WebSocketRival(quint16 port, std::string path);

    void connectMore(int count, bool watching, bool holding) override;
    void poll(std::chrono::nanoseconds atMost) override { m_swarm.poll(atMost); }
    [[nodiscard]] int openCount() const override { return m_swarm.openCount(); }
    [[nodiscard]] qint64 messagesReceived() const override { return m_swarm.messagesReceived(); }
    void verify(qint64 sold) override;

protected:
    // Called for each message of the server; calls answered() or changed().
    virtual void read(int client, std::string_view text, LoadTime now) = 0;
    virtual void greet(int client) { Q_UNUSED(client) }
    [[nodiscard]] virtual bool isGreeted(int client) const { return client < m_swarm.size(); }

    void send(int client, std::string_view text) { m_swarm.sendText(client, text); }
    void answered(int client, bool ok, LoadTime now);
    void changed(int client, std::string_view seat, LoadTime now);

private:
    void onText(int client, std::string_view text, LoadTime now) override { read(client, text, now); }

    WsSwarm m_swarm;
};

// One JSON object a message, nothing else (ws-seats).
class PlainJsonRival final : public WebSocketRival
{
public:
    explicit PlainJsonRival(quint16 port) : WebSocketRival(port, "/") { }

    void hold(int client, qint32 place) override { call(client, "lock", place); }
    void confirm(int client, qint32 place) override { call(client, "confirm", place); }
    void release(int client, qint32 place) override { call(client, "release", place); }

private:
    void call(int client, const char *operation, qint32 place);
    void read(int client, std::string_view text, LoadTime now) override;
};

// Engine.IO and Socket.IO packets over a WebSocket (socketio-seats).
class SocketIoRival final : public WebSocketRival
{
public:
    explicit SocketIoRival(quint16 port) : WebSocketRival(port, "/socket.io/?EIO=4&transport=websocket") { }

    void hold(int client, qint32 place) override { call(client, "lock", place); }
    void confirm(int client, qint32 place) override { call(client, "confirm", place); }
    void release(int client, qint32 place) override { call(client, "release", place); }

private:
    void call(int client, const char *operation, qint32 place);
    void read(int client, std::string_view text, LoadTime now) override;
    void greet(int client) override { send(client, "40"); }
    [[nodiscard]] bool isGreeted(int client) const override { return m_greeted.size() > static_cast<std::size_t>(client) && m_greeted[static_cast<std::size_t>(client)]; }

    std::vector<bool> m_greeted;
};

// Requests over HTTP with connections kept alive (express-pg). Nobody can watch.
class HttpRival final : public SeatShop
{
public:
    explicit HttpRival(quint16 port);
    ~HttpRival() override;

    void connectMore(int count, bool watching, bool holding) override;
    void hold(int client, qint32 place) override { post(client, "/lock", place); }
    void confirm(int client, qint32 place) override { post(client, "/confirm", place); }
    void release(int client, qint32 place) override;
    void poll(std::chrono::nanoseconds atMost) override;
    [[nodiscard]] int openCount() const override { return static_cast<int>(m_clients.size()); }
    [[nodiscard]] qint64 messagesReceived() const override { return m_answers; }
    void verify(qint64 sold) override { Q_UNUSED(sold) }

private:
    struct Client {
        int descriptor = -1;
        std::string received = {};
    };

    void post(int client, const char *path, qint32 place);
    void read(int number, LoadTime now);

    const quint16 m_port;
    int m_epoll;
    qint64 m_answers = 0;
    std::vector<Client> m_clients;
};

} // namespace parterre::bench
