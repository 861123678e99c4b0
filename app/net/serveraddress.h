// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/core/result.h"

#include <QUrl>

namespace parterre::net {

inline constexpr int kDefaultPort = 7717;

// The endpoint behind what a person wrote: "house.example.org", "192.168.0.10:7717", "wss://house.example.org/rpc",
// "https://…". Without a scheme this computer is spoken to in the clear, every other one over TLS; the port is
// kDefaultPort unless a scheme or a port says otherwise. AddressInvalid for anything that names no server.
[[nodiscard]] Result<QUrl> serverUrl(const QString &written);

} // namespace parterre::net
