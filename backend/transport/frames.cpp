// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/transport/frames.h"

#include <QtEndian>

namespace parterre::transport {

namespace {

constexpr char kText = char(0x81);
constexpr char kClose = char(0x88);
constexpr char kPing = char(0x89);
constexpr char kPong = char(0x8A);
constexpr char kLength16 = 126;
constexpr char kLength64 = 127;
constexpr qsizetype kLongestHeader = 10;

QByteArray frame(char first, QByteArrayView payload)
{
    char header[kLongestHeader] = {first};
    qsizetype headerSize = 2;
    if (payload.size() < kLength16) {
        header[1] = static_cast<char>(payload.size());
    } else if (payload.size() <= 0xFFFF) {
        header[1] = kLength16;
        qToBigEndian(static_cast<quint16>(payload.size()), header + 2);
        headerSize += 2;
    } else {
        header[1] = kLength64;
        qToBigEndian(static_cast<quint64>(payload.size()), header + 2);
        headerSize += 8;
    }
    QByteArray frame;
    frame.reserve(headerSize + payload.size());
    frame.append(header, headerSize).append(payload);
    return frame;
}

} // namespace

QByteArray textFrame(QByteArrayView utf8)
{
    return frame(kText, utf8);
}

QByteArray pingFrame()
{
    return frame(kPing, {});
}

QByteArray pongFrame(QByteArrayView payload)
{
    return frame(kPong, payload);
}

QByteArray closeFrame(quint16 code, QByteArrayView reason)
{
    QByteArray payload(2, '\0');
    qToBigEndian(code, payload.data());
    return frame(kClose, payload.append(reason));
}

} // namespace parterre::transport
