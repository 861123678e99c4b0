// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <span>

namespace parterre::transport {

// The bytes of one connection, encrypted or not. Never blocks. Lives on its worker's thread.
class ByteStream
{
public:
    // Who wants to know. May not destroy the stream from inside.
    class Watcher
    {
    public:
        virtual void onReadable() = 0;
        // Some of what was queued has left.
        virtual void onWritten() = 0;
        // It is closed, from whichever side; once, and nothing after it. Not after abort().
        virtual void onStreamEnded() = 0;

    protected:
        ~Watcher() = default;
    };

    virtual ~ByteStream() = default;

    virtual void setWatcher(Watcher *watcher) = 0;
    // How many bytes it put into `buffer`; 0 when there are none now.
    [[nodiscard]] virtual std::size_t read(std::span<char> buffer) = 0;
    // Whether bytes have come from the system already that read() did not give out yet: nothing tells of them again.
    [[nodiscard]] virtual bool holdsMore() const = 0;
    // Leaves what still comes to the system, which then makes the other side wait; an end is not noticed any more.
    virtual void stopReading() = 0;
    // Queues; the bytes are shared, not copied.
    virtual void write(const QByteArray &bytes) = 0;
    // The same as write() and flush(), without the way through the queue when that is empty.
    virtual void writeThrough(const QByteArray &bytes) = 0;
    // Hands what is queued to the system, as far as it takes it.
    virtual void flush() = 0;
    // Not handed to the system yet, in whatever form.
    [[nodiscard]] virtual qint64 queuedBytes() const = 0;
    // Ends it now; what is queued is lost.
    virtual void abort() = 0;
    // Nothing more will be written: tells the other side once all has left.
    virtual void finishWriting() = 0;
};

} // namespace parterre::transport
