// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/transport/connection.h"

#include "backend/transport/frames.h"

#include <QLoggingCategory>

#include <algorithm>
#include <utility>

namespace parterre::transport {

namespace {

Q_LOGGING_CATEGORY(lcConnection, "parterre.transport.connection", QtWarningMsg)

constexpr int kToleratedMissedPongs = 2;
// Of what comes after our close frame; whoever goes on sending then waits for the end.
constexpr std::size_t kMostThrownAway = 256 * 1024;
constexpr qsizetype kLongestReason = 123; // what a control frame has room for

} // namespace

Connection::Connection(const Peer &peer, std::unique_ptr<ByteStream> stream, const ConnectionLimits &limits, std::span<char> readBuffer,
                       Watcher &watcher, Tick now)
    : m_peer(peer)
    , m_limits(limits)
    , m_readBuffer(readBuffer)
    , m_watcher(watcher)
    , m_stream(std::move(stream))
    , m_reader(limits.maxIncomingBytes)
    , m_broadcastLimit(limits.lagBytes)
    , m_lastProgress(now)
    , m_lastPing(now)
    , m_messageSince(now)
{
    m_stream->setWatcher(this);
}

Connection::~Connection()
{
    m_stream->setWatcher(nullptr);
}

void Connection::send(const QByteArray &frame)
{
    if (!isOpen())
        return;
    m_stream->write(frame);
    m_unflushed = true;
    if (m_stream->queuedBytes() <= m_limits.lagBytes)
        return;
    flush();
    // A large answer is no sign of a slow reader. Counting it would leave out the first broadcast after each large
    // snapshot, which would then be followed by another snapshot, for ever.
    if (isOpen() && m_stream->queuedBytes() > m_limits.lagBytes)
        m_broadcastLimit = m_stream->queuedBytes() + m_limits.lagBytes;
}

bool Connection::broadcast(const QByteArray &frame)
{
    if (!isOpen())
        return true;
    if (m_stream->queuedBytes() > m_broadcastLimit) {
        flush(); // part of it may be of this very batch
        if (!isOpen())
            return true;
        if (m_stream->queuedBytes() > m_broadcastLimit) {
            m_lagging = true;
            return false;
        }
    }
    if (m_stream->queuedBytes() == 0)
        m_stream->writeThrough(frame);
    else
        m_stream->write(frame);
    return true;
}

void Connection::flush()
{
    if (!isOpen() || !std::exchange(m_unflushed, false))
        return;
    m_stream->flush();
    dropIfTooMuchQueued();
}

void Connection::dropIfTooMuchQueued()
{
    if (isOpen() && m_stream->queuedBytes() > m_limits.maxQueuedBytes)
        abort();
}

void Connection::close(CloseCode code, const QString &reason)
{
    const QByteArray utf8 = reason.toUtf8();
    Q_ASSERT(utf8.size() <= kLongestReason);
    sayGoodBye(static_cast<quint16>(code), utf8);
}

void Connection::sayGoodBye(quint16 code, QByteArrayView reason)
{
    if (!isOpen())
        return;
    m_phase = Phase::Closing;
    m_stream->write(closeFrame(code, reason));
    m_stream->flush();
}

void Connection::abort()
{
    if (m_phase == Phase::Ended)
        return;
    m_stream->abort();
    onStreamEnded();
}

void Connection::tick(Tick now)
{
    if (m_phase == Phase::Ended)
        return;
    if (m_phase == Phase::Closing) {
        if (!m_closingSince)
            m_closingSince = now;
        else if (now - *m_closingSince >= m_limits.closing)
            abort();
        return;
    }
    if (std::exchange(m_progressed, false) || m_stream->queuedBytes() == 0) {
        m_lastProgress = now;
    } else if (now - m_lastProgress >= m_limits.stalled) {
        qCInfo(lcConnection, "Dropped %llu: it does not read", static_cast<unsigned long long>(id()));
        return abort();
    }
    if (std::exchange(m_messageCame, false) || !m_reader.isWithinMessage())
        m_messageSince = now;
    else if (now - m_messageSince >= m_limits.message)
        return close(CloseCode::PolicyViolated, QStringLiteral("a message without end"));
    if (now - m_lastPing < m_limits.heartbeat)
        return;
    if (m_missedPongs >= kToleratedMissedPongs) {
        qCInfo(lcConnection, "Dropped %llu: it does not answer", static_cast<unsigned long long>(id()));
        return abort();
    }
    ++m_missedPongs;
    m_lastPing = now;
    m_stream->write(pingFrame());
    m_stream->flush();
}

void Connection::onReadable()
{
    std::size_t got = 0;
    do {
        got = m_stream->read(m_readBuffer);
        // After our close frame what still comes is thrown away, but read: unread bytes would turn the end into a reset,
        // which may overtake the close frame.
        m_reader.read(m_readBuffer.first(got), *this);
        if (m_phase == Phase::Closing && (m_thrownAway += got) > kMostThrownAway) {
            m_stream->stopReading();
            break;
        }
        // No more than that: whoever sends as fast as we read would keep the others waiting for ever.
    } while (got > 0 && m_stream->holdsMore());
    // Whoever sends pings and does not read fills our memory with answers.
    flush();
}

void Connection::onText(QByteArray utf8)
{
    // A whole message has come. Single bytes of one are no sign of life: they could be dribbled for ever.
    m_missedPongs = 0;
    m_messageCame = true;
    if (isOpen())
        m_watcher.onMessage(*this, std::move(utf8));
}

void Connection::onPing(QByteArrayView payload)
{
    if (!isOpen())
        return;
    m_stream->write(pongFrame(payload));
    m_unflushed = true;
}

void Connection::onClose(quint16 code)
{
    sayGoodBye(code, {});
    if (m_phase == Phase::Closing)
        m_stream->finishWriting();
}

void Connection::onFault(CloseCode code, const char *why)
{
    qCInfo(lcConnection, "Closed %llu: %s", static_cast<unsigned long long>(id()), why);
    sayGoodBye(static_cast<quint16>(code), why);
    if (m_phase == Phase::Closing)
        m_stream->finishWriting();
}

void Connection::onWritten()
{
    m_progressed = true;
    if (m_stream->queuedBytes() >= m_limits.caughtUpBytes)
        return;
    m_broadcastLimit = m_limits.lagBytes;
    if (std::exchange(m_lagging, false) && isOpen())
        m_watcher.onCaughtUp(*this);
}

void Connection::onStreamEnded()
{
    if (std::exchange(m_phase, Phase::Ended) != Phase::Ended)
        m_watcher.onEnded(*this);
}

} // namespace parterre::transport
