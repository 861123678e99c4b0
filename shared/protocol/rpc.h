// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/protocol/method.h"

namespace parterre::protocol {

// A JSON object as its bytes, for what is always the same: everybody gets them as they are.
struct JsonText {
    QByteArray utf8 = {};
};

// The result is the OpenRPC document itself.
struct RpcDiscover {
    using Params = Nothing;
    using Result = JsonText;
    static constexpr MethodInfo kInfo {"rpc.discover", "This document", kEveryone, {}, true};
};

template<>
void writeMessage<JsonText>(JsonWriter &out, const JsonText &message);
template<>
Result<JsonText> readMessage<JsonText>(JsonView json, ReadMode mode);
template<>
QJsonObject schemaOf<JsonText>(QJsonObject &definitions);

} // namespace parterre::protocol
