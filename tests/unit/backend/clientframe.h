// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QtEndian>

namespace parterre::testing {

// One frame as a WebSocket client sends it.
inline QByteArray clientFrame(int opcode, const QByteArray &payload, bool isFinal)
{
    QByteArray bytes(1, static_cast<char>(opcode | (isFinal ? 0x80 : 0)));
    if (payload.size() < 126) {
        bytes.append(static_cast<char>(0x80 | payload.size()));
    } else if (payload.size() <= 0xFFFF) {
        bytes.append(static_cast<char>(0x80 | 126)).append(2, '\0');
        qToBigEndian(static_cast<quint16>(payload.size()), bytes.data() + 2);
    } else {
        bytes.append(static_cast<char>(0x80 | 127)).append(8, '\0');
        qToBigEndian(static_cast<quint64>(payload.size()), bytes.data() + 2);
    }
    return bytes + QByteArray(4, '\0') + payload; // a mask of zeros changes nothing
}

} // namespace parterre::testing
