// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/protocol/rpc.h"

#include "shared/protocol/codec.h"

namespace parterre::protocol {

template<>
void writeMessage<QJsonObject>(JsonWriter &out, const QJsonObject &message)
{
    Codec<QJsonObject>::write(out, message);
}

template<>
Result<QJsonObject> readMessage<QJsonObject>(JsonView json, ReadMode mode)
{
    Reading reading(mode);
    QJsonObject message;
    if (!Codec<QJsonObject>::read(json, {}, message, reading))
        return Error {.code = ErrorCode::InvalidParams, .detail = reading.fault()};
    return message;
}

template<>
QJsonObject schemaOf<QJsonObject>(QJsonObject &)
{
    return {{QStringLiteral("type"), QStringLiteral("object")}};
}

} // namespace parterre::protocol
