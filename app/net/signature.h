// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace parterre::net {

// Whether the owner of the Ed25519 key (RFC 8032) wrote exactly these bytes.
[[nodiscard]] bool isSignedBy(const QByteArray &publicKey, const QByteArray &bytes, const QByteArray &signature);

} // namespace parterre::net
