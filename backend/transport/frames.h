// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/transport/transport.h"

namespace parterre::transport {

// Frames as a server sends them: final, unmasked (RFC 6455 section 5.2).

// One whole text message. Never split, since Qt clients decode each frame by itself and refuse a character cut in two.
[[nodiscard]] QByteArray textFrame(QByteArrayView utf8);
// Control frames; payloads and reasons have room for 125 and 123 bytes.
[[nodiscard]] QByteArray pingFrame();
[[nodiscard]] QByteArray pongFrame(QByteArrayView payload);
[[nodiscard]] QByteArray closeFrame(quint16 code, QByteArrayView reason);

} // namespace parterre::transport
