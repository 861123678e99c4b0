// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/transport/framereader.h"

#include <QtEndian>

#include <cstring>

namespace parterre::transport {

namespace {

enum Opcode : unsigned { Continuation = 0, Text = 1, Binary = 2, Closing = 8, Ping = 9, Pong = 10 };

constexpr std::size_t kMaskBytes = 4;
constexpr std::size_t kMostControlBytes = 125;
// Empty fragments cost the client next to nothing and have no other limit.
constexpr int kMostFragments = 1'024;

void unmask(std::span<char> payload, const char *mask)
{
    quint64 word = 0;
    std::memcpy(&word, mask, kMaskBytes);
    std::memcpy(reinterpret_cast<char *>(&word) + kMaskBytes, mask, kMaskBytes);
    std::size_t at = 0;
    for (; at + sizeof word <= payload.size(); at += sizeof word) {
        quint64 part = 0;
        std::memcpy(&part, payload.data() + at, sizeof part);
        part ^= word;
        std::memcpy(payload.data() + at, &part, sizeof part);
    }
    for (; at < payload.size(); ++at)
        payload[at] = static_cast<char>(payload[at] ^ mask[at % kMaskBytes]);
}

// RFC 6455 section 7.4: what may be sent in a close frame.
bool isCloseCode(quint16 code)
{
    return (code >= 1000 && code <= 1003) || (code >= 1007 && code <= 1014) || (code >= 3000 && code <= 4999);
}

} // namespace

struct FrameReader::Header {
    bool final = false;
    bool masked = false;
    bool wasteful = false; // a length in more bytes than it needs
    unsigned reserved = 0;
    unsigned opcode = 0;
    quint64 length = 0;
    std::size_t size = 0; // with the mask; 0 while it is not all there

    [[nodiscard]] static Header of(std::span<const char> bytes)
    {
        Header header;
        if (bytes.size() < 2)
            return header;
        const auto first = static_cast<unsigned char>(bytes[0]);
        const auto second = static_cast<unsigned char>(bytes[1]);
        header = {.final = (first & 0x80) != 0, .masked = (second & 0x80) != 0, .reserved = first & 0x70U, .opcode = first & 0x0FU, .length = second & 0x7FU};
        const std::size_t lengthBytes = header.length == 126 ? 2 : header.length == 127 ? 8 : 0;
        if (bytes.size() < 2 + lengthBytes)
            return header;
        if (lengthBytes == 2)
            header.length = qFromBigEndian<quint16>(bytes.data() + 2);
        else if (lengthBytes == 8)
            header.length = qFromBigEndian<quint64>(bytes.data() + 2);
        header.wasteful = (lengthBytes == 2 && header.length < 126) || (lengthBytes == 8 && header.length <= 0xFFFF);
        header.size = 2 + lengthBytes + (header.masked ? kMaskBytes : 0);
        return header;
    }
    [[nodiscard]] bool isControl() const { return (opcode & 0x8) != 0; }
};

struct FrameReader::Frame {
    bool final = false;
    unsigned opcode = 0;
    std::span<char> payload = {};

    [[nodiscard]] QByteArrayView view() const { return {payload.data(), static_cast<qsizetype>(payload.size())}; }
};

void FrameReader::read(std::span<char> bytes, Listener &listener)
{
    if (m_over)
        return;
    if (m_unfinished.isEmpty()) {
        const std::span<char> rest = bytes.subspan(readFrames(bytes, listener));
        if (!m_over && !rest.empty())
            m_unfinished = QByteArray(rest.data(), static_cast<qsizetype>(rest.size()));
        return;
    }
    m_unfinished.append(bytes.data(), static_cast<qsizetype>(bytes.size()));
    QByteArray all = std::exchange(m_unfinished, {});
    const std::size_t used = readFrames({all.data(), static_cast<std::size_t>(all.size())}, listener);
    if (m_over || used == static_cast<std::size_t>(all.size()))
        return;
    all.remove(0, static_cast<qsizetype>(used));
    m_unfinished = std::move(all);
}

// How many of the bytes were whole frames.
std::size_t FrameReader::readFrames(std::span<char> bytes, Listener &listener)
{
    std::size_t used = 0;
    while (!m_over) {
        const std::span<char> rest = bytes.subspan(used);
        const Header header = Header::of(rest);
        if (rest.size() < 2)
            break;
        // Refused before the payload has come, and before it would be kept.
        if (!header.masked) {
            fault(listener, CloseCode::ProtocolError, "an unmasked frame");
        } else if (header.reserved != 0) {
            fault(listener, CloseCode::ProtocolError, "a reserved bit is set");
        } else if (header.isControl() && (!header.final || header.length > kMostControlBytes)) {
            fault(listener, CloseCode::ProtocolError, "a control frame in pieces or too long");
        } else if (header.size == 0) {
            break;
        } else if (header.wasteful) {
            fault(listener, CloseCode::ProtocolError, "a length in too many bytes");
        } else if (header.length > static_cast<quint64>(m_maxMessageBytes)) {
            fault(listener, CloseCode::TooLarge, "message too large");
        } else if (rest.size() < header.size + header.length) {
            break;
        } else {
            const std::span<char> payload = rest.subspan(header.size, static_cast<std::size_t>(header.length));
            unmask(payload, payload.data() - kMaskBytes);
            used += header.size + payload.size();
            take({.final = header.final, .opcode = header.opcode, .payload = payload}, listener);
        }
    }
    return used;
}

void FrameReader::take(const Frame &frame, Listener &listener)
{
    switch (frame.opcode) {
    case Continuation:
    case Text:
        return takeText(frame, listener);
    case Binary:
        return fault(listener, CloseCode::UnsupportedData, "text messages only");
    case Closing:
    case Ping:
    case Pong:
        return takeControl(frame, listener);
    default:
        return fault(listener, CloseCode::ProtocolError, "an unknown opcode");
    }
}

void FrameReader::takeControl(const Frame &frame, Listener &listener)
{
    if (frame.opcode == Ping)
        return listener.onPing(frame.view());
    if (frame.opcode == Pong)
        return listener.onPong();
    if (frame.payload.empty()) {
        m_over = true;
        return listener.onClose(static_cast<quint16>(CloseCode::Normal));
    }
    const quint16 code = frame.payload.size() < 2 ? quint16(0) : qFromBigEndian<quint16>(frame.payload.data());
    if (!isCloseCode(code))
        return fault(listener, CloseCode::ProtocolError, "no such close code");
    if (!frame.view().sliced(2).isValidUtf8())
        return fault(listener, CloseCode::InvalidData, "a close reason that is not UTF-8");
    m_over = true;
    listener.onClose(code);
}

void FrameReader::takeText(const Frame &frame, Listener &listener)
{
    if ((frame.opcode == Continuation) != m_inFragments)
        return fault(listener, CloseCode::ProtocolError, m_inFragments ? "a new message inside of another" : "nothing to continue");
    if (frame.final && !m_inFragments)
        return finishText(frame.view().toByteArray(), listener);
    if (m_fragments.size() + static_cast<qint64>(frame.payload.size()) > m_maxMessageBytes)
        return fault(listener, CloseCode::TooLarge, "message too large");
    if (++m_fragmentCount > kMostFragments)
        return fault(listener, CloseCode::PolicyViolated, "too many fragments");
    m_fragments.append(frame.view());
    m_inFragments = !frame.final;
    if (!frame.final)
        return;
    m_fragmentCount = 0;
    finishText(std::exchange(m_fragments, {}), listener);
}

void FrameReader::finishText(QByteArray utf8, Listener &listener)
{
    if (!QByteArrayView(utf8).isValidUtf8())
        return fault(listener, CloseCode::InvalidData, "text that is not UTF-8");
    listener.onText(std::move(utf8));
}

void FrameReader::fault(Listener &listener, CloseCode code, const char *why)
{
    m_over = true;
    m_unfinished = {};
    m_fragments = {};
    listener.onFault(code, why);
}

} // namespace parterre::transport
