// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/transport/transport.h"

#include <span>

namespace parterre::transport {

// Turns the bytes of one client into messages: frames, masks, fragments, control frames and close codes of RFC 6455, as
// strict as it is. It knows no socket. Nothing is kept of a client between whole frames.
class FrameReader
{
public:
    // What was in the bytes, in order. A listener must not destroy the reader from inside.
    class Listener
    {
    public:
        // One whole text message: valid UTF-8 of at most the limit.
        virtual void onText(QByteArray utf8) = 0;
        virtual void onPing(QByteArrayView payload) = 0;
        virtual void onPong() = 0;
        // The client says good-bye with `code` (Normal when it gave none). The last thing that is told.
        virtual void onClose(quint16 code) = 0;
        // The client broke the protocol or a limit. The last thing that is told.
        virtual void onFault(CloseCode code, const char *why) = 0;

    protected:
        ~Listener() = default;
    };

    explicit FrameReader(qint64 maxMessageBytes) : m_maxMessageBytes(maxMessageBytes) {}

    // Reads all of `bytes` and takes their masks off where they are. After onClose or onFault the rest is not looked at.
    void read(std::span<char> bytes, Listener &listener);
    // Whether a frame or a fragmented message has begun and not ended.
    [[nodiscard]] bool isWithinMessage() const { return !m_unfinished.isEmpty() || m_inFragments; }

private:
    struct Frame;
    struct Header;

    [[nodiscard]] std::size_t readFrames(std::span<char> bytes, Listener &listener);
    void take(const Frame &frame, Listener &listener);
    void takeControl(const Frame &frame, Listener &listener);
    void takeText(const Frame &frame, Listener &listener);
    void finishText(QByteArray utf8, Listener &listener);
    void fault(Listener &listener, CloseCode code, const char *why);

    qint64 m_maxMessageBytes;
    QByteArray m_unfinished; // frame
    QByteArray m_fragments;
    int m_fragmentCount = 0;
    bool m_inFragments = false;
    bool m_over = false;
};

} // namespace parterre::transport
