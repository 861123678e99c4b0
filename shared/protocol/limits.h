// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/protocol/jsondocument.h"

#include <QtGlobal>

namespace parterre::protocol {

// The version of the wire contract. Raise it with every change of the OpenRPC document; a test compares the two.
inline constexpr int kProtocolVersion = 1;
inline constexpr const char *kDocumentVersion = "1.15.0";

inline constexpr qsizetype kMaxClientMessageBytes = 64 * 1024;
inline constexpr qsizetype kMaxServerMessageBytes = 256 * 1024;
inline constexpr int kMaxJsonDepth = 16;
inline constexpr JsonLimits kClientJson {.depth = kMaxJsonDepth, .keys = 64};
// A client gives a newer server more room than the server takes today.
inline constexpr JsonLimits kServerJson {.depth = 64, .keys = 1024};
inline constexpr qsizetype kMaxBatch = 20;
inline constexpr int kMaxRequestsInFlight = 32;
// A seat map is sent at most this often per event; the first change after quiet goes at once.
inline constexpr int kChangesPerSecond = 40;

inline constexpr int kDefaultPageSize = 50;
inline constexpr int kMaxPageSize = 200;

} // namespace parterre::protocol
