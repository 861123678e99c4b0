// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/transport/plainstream.h"

#include <QEvent>

#include <algorithm>
#include <array>
#include <cerrno>

#include <sys/socket.h>
#include <sys/uio.h>
#include <unistd.h>

namespace parterre::transport {

namespace {
constexpr std::size_t kMostParts = 64; // of one call of the system
}

// Calls the stream straight from the event: a signal for every message of every client would cost more than reading it.
class PlainStream::Notifier final : public QSocketNotifier
{
public:
    Notifier(PlainStream &stream, Type type) : QSocketNotifier(stream.m_descriptor, type), m_stream(stream) {}

protected:
    bool event(QEvent *event) override
    {
        if (event->type() != QEvent::SockAct)
            return QSocketNotifier::event(event);
        if (type() == Read)
            m_stream.onReadable();
        else
            m_stream.onRoom();
        return true;
    }

private:
    PlainStream &m_stream;
};

PlainStream::PlainStream(int descriptor) : m_descriptor(descriptor), m_readable(std::make_unique<Notifier>(*this, QSocketNotifier::Read)) { }

PlainStream::~PlainStream()
{
    abort();
}

std::size_t PlainStream::read(std::span<char> buffer)
{
    if (m_descriptor < 0)
        return 0;
    const ssize_t got = ::recv(m_descriptor, buffer.data(), buffer.size(), 0);
    if (got > 0)
        return static_cast<std::size_t>(got);
    if (got == 0 || (errno != EAGAIN && errno != EINTR))
        lose();
    return 0;
}

void PlainStream::stopReading()
{
    m_readable->setEnabled(false);
}

void PlainStream::write(const QByteArray &bytes)
{
    if (m_descriptor < 0 || m_finishing || bytes.isEmpty())
        return;
    m_queue.append(bytes);
    m_queuedBytes += bytes.size();
}

void PlainStream::writeThrough(const QByteArray &bytes)
{
    if (m_descriptor < 0 || m_finishing || bytes.isEmpty())
        return;
    ssize_t sent = 0;
    if (m_queue.isEmpty()) {
        sent = ::send(m_descriptor, bytes.constData(), static_cast<std::size_t>(bytes.size()), MSG_NOSIGNAL | MSG_DONTWAIT);
        if (sent == bytes.size())
            return;
        if (sent < 0 && errno != EAGAIN && errno != EINTR) {
            lose();
            return;
        }
    }
    write(bytes);
    if (sent > 0)
        took(sent);
    flush();
}

void PlainStream::flush()
{
    while (m_descriptor >= 0 && !m_queue.isEmpty()) {
        if (!sendOnce())
            break;
    }
    if (m_descriptor < 0)
        return;
    waitForRoom(!m_queue.isEmpty());
    if (m_finishing && m_queue.isEmpty())
        ::shutdown(m_descriptor, SHUT_WR);
}

bool PlainStream::sendOnce()
{
    std::array<iovec, kMostParts> parts;
    const std::size_t count = std::min(static_cast<std::size_t>(m_queue.size()), parts.size());
    qsizetype wanted = -m_firstDone;
    for (std::size_t i = 0; i < count; ++i) {
        const QByteArray &bytes = m_queue.at(static_cast<qsizetype>(i));
        const qsizetype done = i == 0 ? m_firstDone : 0;
        parts[i] = {.iov_base = const_cast<char *>(bytes.constData() + done), .iov_len = static_cast<std::size_t>(bytes.size() - done)};
        wanted += bytes.size();
    }
    msghdr message {};
    message.msg_iov = parts.data();
    message.msg_iovlen = count;
    const ssize_t sent = ::sendmsg(m_descriptor, &message, MSG_NOSIGNAL | MSG_DONTWAIT);
    if (sent < 0) {
        if (errno == EINTR)
            return true;
        if (errno != EAGAIN)
            lose();
        return false;
    }
    took(sent);
    return sent == wanted;
}

void PlainStream::took(qsizetype bytes)
{
    m_queuedBytes -= bytes;
    qsizetype whole = 0;
    while (bytes > 0) {
        const qsizetype left = m_queue.at(whole).size() - m_firstDone;
        if (bytes < left) {
            m_firstDone += bytes;
            break;
        }
        bytes -= left;
        m_firstDone = 0;
        ++whole;
    }
    if (whole == m_queue.size())
        m_queue.clear();
    else
        m_queue.remove(0, whole);
}

void PlainStream::waitForRoom(bool wait)
{
    if (!m_room) {
        if (!wait)
            return;
        m_room = std::make_unique<Notifier>(*this, QSocketNotifier::Write);
    }
    m_room->setEnabled(wait);
}

void PlainStream::onReadable()
{
    if (m_watcher)
        m_watcher->onReadable();
}

void PlainStream::onRoom()
{
    flush();
    if (m_descriptor >= 0 && m_watcher)
        m_watcher->onWritten();
}

void PlainStream::lose()
{
    abort();
    if (m_watcher)
        m_watcher->onStreamEnded();
}

void PlainStream::abort()
{
    if (m_descriptor < 0)
        return;
    m_readable->setEnabled(false);
    if (m_room)
        m_room->setEnabled(false);
    ::close(std::exchange(m_descriptor, -1));
    m_queue = {};
    m_queuedBytes = 0;
}

void PlainStream::finishWriting()
{
    m_finishing = true;
    flush();
}

} // namespace parterre::transport
