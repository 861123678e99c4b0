// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/protocol/method.h"

namespace parterre::protocol {

// The result is the OpenRPC document itself.
struct RpcDiscover {
    using Params = Nothing;
    using Result = QJsonObject;
    static constexpr MethodInfo kInfo {"rpc.discover", "This document", kEveryone, {}, true};
};

template<>
void writeMessage<QJsonObject>(JsonWriter &out, const QJsonObject &message);
template<>
Result<QJsonObject> readMessage<QJsonObject>(JsonView json, ReadMode mode);
template<>
QJsonObject schemaOf<QJsonObject>(QJsonObject &definitions);

} // namespace parterre::protocol
