// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/transport/bytestream.h"
#include "backend/transport/framereader.h"
#include "backend/transport/websocketconfig.h"
#include "shared/core/clock.h"

#include <memory>
#include <optional>

namespace parterre::transport {

// One client after the handshake: messages in and out, pings, the closing handshake. Answers for how much may be queued
// and how long a client may be silent. Lives on its worker's thread.
class Connection final : private ByteStream::Watcher, private FrameReader::Listener
{
public:
    // Who wants to know. Calls come from inside socket events: an implementation takes note and acts later.
    class Watcher
    {
    public:
        virtual void onMessage(Connection &connection, QByteArray utf8) = 0;
        // Broadcasts were left out, and what was queued then has been written now.
        virtual void onCaughtUp(Connection &connection) = 0;
        // Once, for whatever reason.
        virtual void onEnded(Connection &connection) = 0;

    protected:
        ~Watcher() = default;
    };

    // `readBuffer` belongs to the worker, which lends it to one connection at a time.
    Connection(const Peer &peer, std::unique_ptr<ByteStream> stream, const ConnectionLimits &limits, std::span<char> readBuffer,
               Watcher &watcher, Tick now);
    ~Connection();
    Q_DISABLE_COPY_MOVE(Connection)

    [[nodiscard]] const Peer &peer() const { return m_peer; }
    [[nodiscard]] ConnectionId id() const { return m_peer.id; }
    // Whether anything may still be sent: nothing may follow a close frame.
    [[nodiscard]] bool isOpen() const { return m_phase == Phase::Open; }

    // A message to this client alone. Written by the next flush().
    void send(const QByteArray &frame);
    // A message to many; leaves at once when nothing else waits. False: the client lags behind, so it was left out;
    // onCaughtUp() will follow.
    [[nodiscard]] bool broadcast(const QByteArray &frame);
    // Hands what is queued to the system; once per batch, for the sake of few and large writes.
    void flush();

    void close(CloseCode code, const QString &reason);
    void abort();
    // Deadlines, now and then.
    void tick(Tick now);

private:
    enum class Phase : quint8 {
        Open,
        Closing, // our close frame is on its way
        Ended,
    };

    void onReadable() override;
    void onWritten() override;
    void onStreamEnded() override;

    void onText(QByteArray utf8) override;
    void onPing(QByteArrayView payload) override;
    void onPong() override { m_missedPongs = 0; }
    void onClose(quint16 code) override;
    void onFault(CloseCode code, const char *why) override;

    void sayGoodBye(quint16 code, QByteArrayView reason);
    void dropIfTooMuchQueued();

    const Peer m_peer;
    const ConnectionLimits &m_limits;
    const std::span<char> m_readBuffer;
    Watcher &m_watcher;
    std::unique_ptr<ByteStream> m_stream;
    FrameReader m_reader;
    qint64 m_broadcastLimit = 0;
    Tick m_lastProgress;
    Tick m_lastPing;
    Tick m_messageSince; // the one that has begun and not ended
    std::optional<Tick> m_closingSince;
    int m_missedPongs = 0;
    std::size_t m_thrownAway = 0; // bytes that came after our close frame
    Phase m_phase = Phase::Open;
    bool m_unflushed = false;
    bool m_progressed = false;
    bool m_messageCame = false;
    bool m_lagging = false;
};

} // namespace parterre::transport
