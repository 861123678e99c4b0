// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/transport/bytestream.h"

#include <QList>
#include <QSocketNotifier>

#include <memory>

namespace parterre::transport {

// A TCP connection without anything between us and the system: QTcpSocket would buffer twice and costs three times the
// memory. Owns its descriptor, which does not block.
class PlainStream final : public ByteStream
{
public:
    explicit PlainStream(int descriptor);
    ~PlainStream() override;

    void setWatcher(Watcher *watcher) override { m_watcher = watcher; }
    [[nodiscard]] std::size_t read(std::span<char> buffer) override;
    [[nodiscard]] bool holdsMore() const override { return false; }
    void stopReading() override;
    void write(const QByteArray &bytes) override;
    void writeThrough(const QByteArray &bytes) override;
    void flush() override;
    [[nodiscard]] qint64 queuedBytes() const override { return m_queuedBytes; }
    void abort() override;
    void finishWriting() override;

private:
    class Notifier;

    // False when the system takes no more for now, or the connection is lost.
    [[nodiscard]] bool sendOnce();
    void took(qsizetype bytes);
    void waitForRoom(bool wait);
    void onReadable();
    void onRoom();
    void lose();

    int m_descriptor;
    Watcher *m_watcher = nullptr;
    std::unique_ptr<Notifier> m_readable;
    std::unique_ptr<Notifier> m_room; // made when it is first needed
    QList<QByteArray> m_queue;
    qsizetype m_firstDone = 0;        // of the first in the queue
    qint64 m_queuedBytes = 0;
    bool m_finishing = false;
};

} // namespace parterre::transport
