// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/transport/textframe.h"

#include <QtEndian>

namespace parterre::transport {

namespace {
constexpr char kFinalText = char(0x81);
constexpr char kLength16 = 126;
constexpr char kLength64 = 127;
constexpr qsizetype kLongestHeader = 10;
}

QByteArray textFrame(QByteArrayView utf8)
{
    char header[kLongestHeader] = {kFinalText};
    qsizetype headerSize = 2;
    if (utf8.size() < kLength16) {
        header[1] = static_cast<char>(utf8.size());
    } else if (utf8.size() <= 0xFFFF) {
        header[1] = kLength16;
        qToBigEndian(static_cast<quint16>(utf8.size()), header + 2);
        headerSize += 2;
    } else {
        header[1] = kLength64;
        qToBigEndian(static_cast<quint64>(utf8.size()), header + 2);
        headerSize += 8;
    }
    QByteArray frame;
    frame.reserve(headerSize + utf8.size());
    frame.append(header, headerSize).append(utf8);
    return frame;
}

} // namespace parterre::transport
