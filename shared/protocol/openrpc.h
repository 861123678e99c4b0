// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>

namespace parterre::protocol {

// The OpenRPC 1.2 document of everything in methods.h: what rpc.discover answers and docs/protocol.md is made of.
[[nodiscard]] QJsonObject openRpcDocument();

} // namespace parterre::protocol
