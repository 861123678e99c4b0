// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace parterre::transport {

// One whole text message as a server sends it: a single final, unmasked frame (RFC 6455 section 5.2). Never split,
// since Qt clients decode each frame by itself and refuse a character cut in two.
[[nodiscard]] QByteArray textFrame(QByteArrayView utf8);

} // namespace parterre::transport
